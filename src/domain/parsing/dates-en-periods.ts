// English weeks, months, quarters, days of the month, festivals, and words for no day in particular.
import type { Rule } from './atoms.ts';
import {
  ask,
  DAY_ORDINAL,
  M,
  monthNumber,
  monthOn,
  quarterOn,
  stepOf,
  week,
} from './dates-en-words.ts';
import { monthName, monthPeriod, quarterAt, quarterPeriod } from './when.ts';

export const EN_PERIODS: readonly Rule[] = [
  // Weeks, months, quarters.
  [
    /\b(?:sometime |some time |later )?(?:in |during )?(next|nxt|this|last) (?:week|wk)\b/i,
    (m, now) => week(now, stepOf(m[1])),
  ],
  [/\b(?:the )?week after next\b/i, (_, now) => week(now, 2)],
  [
    /\b(?:sometime |later )?(?:in )?(next|nxt|this|last) (?:month|mth)\b/i,
    (m, now) => monthPeriod(now, monthName(now, stepOf(m[1]))),
  ],
  [/\bthe month after next\b/i, (_, now) => monthPeriod(now, monthName(now, 2))],
  [
    /\b(next|this|last) (?:quarter|qtr)\b/i,
    (m, now) => {
      const { year, quarter } = quarterAt(now, stepOf(m[1]));
      return quarterPeriod(now, year, quarter);
    },
  ],
  [
    /\b(?:in |by )?Q([1-4])(?:[ ']*(?:of )?(20\d\d))?\b/i,
    (m, now) => {
      const { year, quarter } = quarterOn(now, Number(m[1]), m[2]);
      return quarterPeriod(now, year, quarter);
    },
  ],
  [
    /\bH[12]\b(?= |$|,)|\b(?:next|this) (?:year|summer|winter|spring|autumn|fall)\b|\bmid-?year\b/,
    () => ask(),
  ],
  [/\blast year\b/i, () => ({ kind: 'none' })],
  [
    new RegExp(
      `(?<=\\b(?:by|on|before|until|till|due|for|on or before|after|from|than) )(?:the )?${DAY_ORDINAL}\\b(?! (?:floor|avenue|ave|street|st|party|call|meeting|time|round|quarter|visit|demo|follow|attempt|year|month|week|draft|version))`,
      'i',
    ),
    (m) => {
      const dom = Number(m[1]);
      return dom >= 1 && dom <= 31 ? { kind: 'dom', dom } : null;
    },
  ],
  [
    new RegExp(
      `\\b(?:the )${DAY_ORDINAL}\\b(?=\\s*(?:$|[,.;!?)\\ue000]|at\\b|in\\b|with\\b|to\\b|or\\b|and\\b|for\\b|reply|demo\\b|call\\b|decision|meet|visit|review|sign|send|follow|pay|kick|go|-))`,
      'i',
    ),
    (m) => {
      const dom = Number(m[1]);
      return dom >= 1 && dom <= 31 ? { kind: 'dom', dom } : null;
    },
  ],
  [
    new RegExp(`(?<![\\w-])${DAY_ORDINAL}(?=\\s*(?:$|[,.;!?)\\ue000]|at\\b))`, 'i'),
    (m) => {
      const dom = Number(m[1]);
      return dom >= 10 && dom <= 31 ? { kind: 'dom', dom } : null;
    },
  ],
  [
    new RegExp(
      `\\b(?:in|by|to|until|till|before|after|during|for|from|next|this|around|late|of|starting|sometime in|sometime)\\s+(?:next |this )?${M}(?:[ ,]*(20\\d\\d))?(?![ ]*\\d)`,
      'i',
    ),
    (m, now) => monthPeriod(now, monthOn(now, monthNumber(m[1]), m[2])),
  ],
  [
    new RegExp(
      `(?<![\\w'&-])(?!(?:May|March|Mar|Jan|Jun|June|April|Dec|Nov|Sep|August|may|mar|march)\\b)${M}(?:[ ,]*(20\\d\\d))?(?![ ]*\\d|'|\\w)`,
      'i',
    ),
    (m, now) => monthPeriod(now, monthOn(now, monthNumber(m[1]), m[2])),
  ],
  // Festivals.
  [
    /\b(?:(?:before|after|post|pre|by|until|over|during|around)[ -]*(?:the )?)?(?:christmas(?: eve| day)?|xmas|x-mas|new year'?s?(?: eve| day)?|chinese new year|lunar new year|spring festival|national day|golden week|thanksgiving|easter|mid-?autumn(?: festival)?|dragon boat(?: festival)?|labou?r day|may day|the holidays|holiday season|ramadan|eid|diwali|black friday|independence day|memorial day|tomb[- ]sweeping(?: day)?|qingming)\b/i,
    () => ({ kind: 'ask', ask: 'holiday', candidates: [], vague: true }),
  ],
  [
    /\b(?:before|after|until|over|post|by)[ -](?:the )?CNY\b(?! ?[\d.,])/i,
    () => ({ kind: 'ask', ask: 'holiday', candidates: [], vague: true }),
  ],
  [
    /\b(?:before|after|over) the (?:public |bank |long )?holidays?\b/i,
    () => ({ kind: 'ask', ask: 'holiday', candidates: [], vague: true }),
  ],
  [
    /\b(?:ASAP|as soon as possible|soon|shortly|later|some ?time|another time|some ?day|one day|in due course|at some point|the other day|(?:a )?few days|couple of days|when(?:ever)? (?:he|she|they|we) (?:is|are|gets?|comes?) back|down the road)\b/i,
    (m) => ({
      kind: 'ask',
      ask: 'date',
      candidates: [],
      vague: true,
      ...(/other day/i.test(m[0]) ? { tense: 'past' as const } : {}),
    }),
  ],
];
