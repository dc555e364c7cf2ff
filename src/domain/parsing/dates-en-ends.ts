// The English ends, middles and beginnings of weeks, months, quarters and years.
import { addMonths, monthAround } from '../time.ts';
import type { Rule } from './atoms.ts';
import {
  ahead,
  ask,
  friday,
  M,
  monthNumber,
  monthOn,
  quarterOn,
  stepOf,
  week,
} from './dates-en-words.ts';
import { monthName, monthPeriod, quarterAt, quarterEnd, quarterPeriod, yearOf } from './when.ts';

export const EN_ENDS: readonly Rule[] = [
  // The ends of things.
  [/\bEOW\b|\b(?:the )?end of (?:the |this )?week\b/i, (_, now) => friday(now, 0)],
  [/\b(?:the )?end of next week\b|\bEO next week\b/i, (_, now) => friday(now, 1)],
  [
    /\b(?:EOM|month[- ]end)\b|\b(?:the )?end of (?:the |this )?month\b/i,
    (_, now) => ahead(monthAround(now.day).to, now),
  ],
  [
    /\b(?:the )?end of next month\b/i,
    (_, now) => ahead(monthAround(addMonths(monthAround(now.day).from, 1)).to, now),
  ],
  [
    /\bEOQ\b|\bquarter[- ]end\b|\b(?:the )?end of (?:the |this )?quarter\b/i,
    (_, now) => {
      const { year, quarter } = quarterAt(now, 0);
      return ahead(quarterEnd(year, quarter), now);
    },
  ],
  [
    /\b(?:the )?end of next quarter\b/i,
    (_, now) => {
      const { year, quarter } = quarterAt(now, 1);
      return ahead(quarterEnd(year, quarter), now);
    },
  ],
  [
    /\bEOY\b|\byear[- ]end\b|\b(?:the )?end of (?:the |this )?year\b/i,
    (_, now) => ahead(`${yearOf(now.day)}-12-31`, now),
  ],
  [
    /\b(?:the )?end of Q([1-4])(?:[ ']*(20\d\d))?\b/i,
    (m, now) => {
      const { year, quarter } = quarterOn(now, Number(m[1]), m[2]);
      return ahead(quarterEnd(year, quarter), now);
    },
  ],
  [
    new RegExp(`\\b(?:the )?end (?:of )?${M}(?:[ ,]*(20\\d\\d))?`, 'i'),
    (m, now) => ahead(monthAround(`${monthOn(now, monthNumber(m[1]), m[2])}-01`).to, now),
  ],
  // The middle of a month is its 15th, as 月中 is; its other parts are no days.
  [
    new RegExp(`\\b(?:the )?(?:mid|middle of)[ -]*${M}(?:[ ,]*(20\\d\\d))?`, 'i'),
    (m, now) => {
      const month = monthNumber(m[1]);
      const year = m[2] === undefined ? null : Number(m[2]);
      if (year === null) return { kind: 'monthDay', month, dom: 15 };
      return ahead(`${year}-${String(month).padStart(2, '0')}-15`, now);
    },
  ],
  [
    new RegExp(
      `\\b(?:early|late|beginning of|start of|first half of|second half of|later in)[ -]*(?:in )?${M}(?:[ ,]*(20\\d\\d))?`,
      'i',
    ),
    (m, now) => monthPeriod(now, monthOn(now, monthNumber(m[1]), m[2])),
  ],
  [
    /\b(?:early|mid|the middle of|middle of|late|later|the beginning of|beginning of|the start of|start of)[ -]*(?:in )?(next|this|the) (week|month|quarter)\b/i,
    (m, now) => {
      const steps = stepOf(m[1]);
      if (/week/i.test(m[2] ?? '')) return week(now, steps);
      if (/month/i.test(m[2] ?? '')) return monthPeriod(now, monthName(now, steps));
      const { year, quarter } = quarterAt(now, steps);
      return quarterPeriod(now, year, quarter);
    },
  ],
  [/\b(?:early|mid|late)[ -](?:month|quarter|year|week)\b/i, () => ask()],
];
