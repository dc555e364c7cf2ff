// English full dates, the week of a date, and dates that are none: every Friday, March 5-7, 12 May.
import { addDays, weekdayOf } from '../time.ts';
import type { Rule } from './atoms.ts';
import {
  ahead,
  ask,
  M,
  monthNumber,
  onMonthDay,
  open,
  stepOf,
  W,
  weekdayNamed,
} from './dates-en-words.ts';
import { dayIn, monthName, weekName, yearOf } from './when.ts';

export const EN_FULL: readonly Rule[] = [
  [
    new RegExp(`\\b(?:every|each|per) (?:other )?(?:${W}|day|week|month|quarter|year)`, 'i'),
    () => ({ kind: 'none' }),
  ],
  [
    new RegExp(`\\bsince (?:last )?(?:${W}|${M}|week|month|yesterday)`, 'i'),
    () => ({ kind: 'none' }),
  ],
  [
    new RegExp(
      `\\b(?:last|this|next) (?:week|month|quarter|year)'s\\b|\\b(?:yesterday|today|${W})'s (?:call|meeting|demo|quote|email|visit)`,
      'i',
    ),
    () => ({ kind: 'none' }),
  ],
  // "week of March 23" names the week.
  [
    new RegExp(
      `\\b(?:the )?(?:week|wk) (?:of|commencing|beginning|starting)(?: the)? (?:${M} (\\d{1,2})|(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${M})(?!\\d)|\\bw\\/c (?:${M} (\\d{1,2})|(\\d{1,2}) ${M})`,
      'i',
    ),
    (m, now) => {
      const month = monthNumber(m[1] ?? m[4] ?? m[5] ?? m[8]);
      const dom = Number(m[2] ?? m[3] ?? m[6] ?? m[7]);
      const year = yearOf(now.day);
      const own = dayIn(year, month, dom);
      const day = own !== null && own >= addDays(now.day, -6) ? own : dayIn(year + 1, month, dom);
      return day === null
        ? ask()
        : { kind: 'period', at: weekName(day), precision: 'week', tense: 'future' };
    },
  ],
  // Full dates.
  [
    new RegExp(
      `\\b${M}\\s*(\\d{1,2})(?:st|nd|rd|th)?\\s*(?:-|~|to|until)\\s*(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s*(20\\d\\d))?(?![\\d:])`,
      'i',
    ),
    (m) => onMonthDay(monthNumber(m[1]), Number(m[2]), m[4], m[3]),
  ],
  [
    new RegExp(
      `\\b${M}\\s*(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d%kKmM]|[:.]\\d|,\\d{3})(?:,?\\s*(20\\d\\d))?`,
      'i',
    ),
    (m) => onMonthDay(monthNumber(m[1]), Number(m[2]), m[3]),
  ],
  [
    new RegExp(
      `(?:\\bthe )?(?<![\\d.:$€£])(\\d{1,2})(?:st|nd|rd|th)?(?:-|~| to )(\\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?${M}(?:,?[ -](20\\d\\d))?`,
      'i',
    ),
    (m) => onMonthDay(monthNumber(m[3]), Number(m[1]), m[4], m[2]),
  ],
  [
    new RegExp(
      `(?:\\bthe )?(?<![\\d.:$€£])(\\d{1,2})(?:st|nd|rd|th)?[ -]?(?:of )?(?:(?<=[\\d a-z-])${M})(?:,?[ -](20\\d\\d))?`,
      'i',
    ),
    (m) =>
      /^may/i.test(m[2] ?? '') &&
      !/^may\b(?!\s+(?:be|need|want|have|take|go|sign|buy|not|still|also))/i.test(
        m.input.slice(m.index).replace(/^.*?(?=may)/i, ''),
      )
        ? null
        : onMonthDay(monthNumber(m[2]), Number(m[1]), m[3]),
  ],
  [
    new RegExp(
      `\\b(?:a|one|two|three|2|3) weeks? (?:from|on|after) (?:this |next )?(?:today|tomorrow|${W})`,
      'i',
    ),
    (m, now) => {
      const n = /^(?:two|2)/i.test(m[0]) ? 2 : /^(?:three|3)/i.test(m[0]) ? 3 : 1;
      if (/today$/i.test(m[0])) return ahead(addDays(now.day, n * 7), now);
      if (/tomorrow$/i.test(m[0])) return ahead(addDays(now.day, n * 7 + 1), now);
      if (/next /i.test(m[0])) return ask();
      const gap = (weekdayNamed(m[1]) - weekdayOf(now.day) + 7) % 7 || 7;
      return ahead(addDays(now.day, gap + n * 7), now);
    },
  ],
  [
    /\b(?:by |on |before |until |till |due |for |the )*(?:the )?(\d{1,2})(?:st|nd|rd|th) of (next|this|the) month\b/i,
    (m, now) => {
      const name = monthName(now, stepOf(m[2]));
      return open(dayIn(Number(name.slice(0, 4)), Number(name.slice(5)), Number(m[1])));
    },
  ],
];
