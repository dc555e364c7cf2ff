// The English date grammar: what chrono misses or reads wrongly, and the forms reps use most.
import { addDays, addMonths, monthAround, weekdayOf } from '../time.ts';
import type { Rule } from './atoms.ts';
import { offset, type Unit } from './offsets.ts';
import {
  type DaySpec,
  dayIn,
  monthName,
  monthOf,
  monthPeriod,
  type Now,
  quarterAt,
  quarterEnd,
  quarterPeriod,
  weekdayAt,
  weekName,
  yearOf,
} from './when.ts';

const W =
  '(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|thurs|fri(?:day)?|sat(?:urday)?(?! (?:down|with|in))|sun(?:day)?)\\b\\.?';
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const M =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  ninety: 90,
};
const N = `(\\d{1,3}|${Object.keys(NUMBERS).join('|')})`;
const UNIT =
  '(min(?:ute)?s?|h(?:ou)?rs?|h|days?|wks?|weeks?|fortnights?|mo(?:nth)?s?|yrs?|years?|(?:business|working|work) ?days?)\\b';

const ask = (...candidates: string[]): DaySpec => ({ kind: 'ask', ask: 'date', candidates });
const lower = (text: string | undefined): string => (text ?? '').toLowerCase();
const number = (text: string | undefined): number => NUMBERS[lower(text)] ?? Number(text);
const weekdayNamed = (text: string | undefined): number =>
  WEEKDAYS.indexOf(lower(text).slice(0, 3)) + 1;
const monthNumber = (text: string | undefined): number =>
  MONTHS.indexOf(lower(text).slice(0, 3)) + 1;
const open = (day: string | null): DaySpec =>
  day === null ? ask() : { kind: 'day', day, tense: 'open' };
const ahead = (day: string, now: Now): DaySpec => ({
  kind: 'day',
  day,
  tense: day < now.day ? 'past' : day > now.day ? 'future' : 'open',
});
const week = (now: Now, weeks: number): DaySpec => ({
  kind: 'period',
  at: weekName(weekdayAt(now, weeks, 1)),
  precision: 'week',
  tense: weeks < 0 ? 'past' : weeks > 0 ? 'future' : 'open',
});
const stepOf = (word: string | undefined): number => {
  const text = lower(word);
  if (/next|following/.test(text)) return 1;
  return /last|past|previous/.test(text) ? -1 : 0;
};
const unitOf = (text: string | undefined): Unit | null => {
  const unit = lower(text);
  if (/^(business|work)/.test(unit)) return 'workday';
  if (/^mi/.test(unit)) return 'minute';
  if (/^h/.test(unit)) return 'hour';
  if (/^d/.test(unit)) return 'day';
  if (/^w/.test(unit)) return 'week';
  if (/^mo/.test(unit)) return 'month';
  return /^y/.test(unit) ? 'year' : null;
};
const shifted = (now: Now, n: number, unit: string | undefined): DaySpec | null => {
  if (/^fortnight/i.test(unit ?? '')) return offset(now, n * 2, 'week');
  const of = unitOf(unit);
  return of === null || !Number.isFinite(n) ? null : offset(now, n, of);
};
// The next such month; a year makes it plain.
const monthOn = (now: Now, month: number, year?: string): string => {
  const own = yearOf(now.day);
  const at = year ? Number(year) : month < monthOf(now.day) ? own + 1 : own;
  return `${at}-${String(month).padStart(2, '0')}`;
};
const quarterOn = (now: Now, quarter: number, year?: string) => {
  const own = quarterAt(now, 0);
  return { year: year ? Number(year) : own.year + (quarter < own.quarter ? 1 : 0), quarter };
};
const onMonthDay = (month: number, dom: number, year?: string, last?: string): DaySpec | null => {
  if (dom < 1 || dom > 31) return null;
  if (dayIn(2024, month, dom) === null) return ask();
  if (year) return open(dayIn(Number(year), month, dom));
  return { kind: 'monthDay', month, dom, ...(last ? { last: Number(last) } : {}) };
};
const friday = (now: Now, weeks: number): DaySpec => {
  const day = weekdayAt(now, weeks, 5);
  // On a weekend "end of week" may be the one that ends or the one that comes.
  return day < now.day ? ask(addDays(day, 7)) : ahead(day, now);
};

const DAY_ORDINAL = '(\\d{1,2})(?:st|nd|rd|th)';

export const EN_DAYS: readonly Rule[] = [
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
      `\\b${M}\\s*(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:%kKmM]|\\.\\d|,\\d{3})(?:,?\\s*(20\\d\\d))?`,
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
  // Parts of months and weeks are no days.
  [
    new RegExp(
      `\\b(?:early|mid|middle of|late|beginning of|start of|first half of|second half of|later in)[ -]*(?:in )?${M}(?:[ ,]*(20\\d\\d))?`,
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
  // Days around today.
  [
    /\b(?:the )?day after (?:tomorrow|tmrw?|tmw)\b|\bovermorrow\b/i,
    (_, now) => ahead(addDays(now.day, 2), now),
  ],
  [/\b(?:the )?day before yesterday\b/i, (_, now) => ahead(addDays(now.day, -2), now)],
  [
    /\b(?:tomorr?ow|tommorr?ow|tmrw?|tmrow|tmw|tomoz|2moro|2morrow|2mrw)\b/i,
    (_, now) => ahead(addDays(now.day, 1), now),
  ],
  [/\byesterday\b|\blast night\b/i, (_, now) => ahead(addDays(now.day, -1), now)],
  [/\btoday\b|\bthis (?=morning|afternoon|evening)|\bto(?=night\b)/i, (_, now) => open(now.day)],
  // Weekdays.
  [new RegExp(`\\b${W} (?:after next|week)\\b`, 'i'), () => ask()],
  [
    new RegExp(`\\b(?:(?:on|by) )?${W},?\\s+(?:of )?(next|this|last) (?:week|wk)\\b`, 'i'),
    (m, now) => ahead(weekdayAt(now, stepOf(m[2]), weekdayNamed(m[1])), now),
  ],
  [
    new RegExp(`\\b(next|this|last) (?:week|wk),?\\s+(?:on )?${W}`, 'i'),
    (m, now) => ahead(weekdayAt(now, stepOf(m[1]), weekdayNamed(m[2])), now),
  ],
  [
    new RegExp(`\\b${W}\\s*(?:-|to|through|thru)\\s*${W}`, 'i'),
    (m) => {
      // "moved from Thu to Fri": only Friday still holds.
      const moved =
        /(?:moved|pushed|postponed|rescheduled|changed|shifted)\s+(?:\w+\s+){0,2}?from\s*$/i;
      return moved.test(m.input.slice(Math.max(0, m.index - 40), m.index))
        ? { kind: 'weekday', weekday: weekdayNamed(m[2]) }
        : { kind: 'weekday', weekday: weekdayNamed(m[1]), last: weekdayNamed(m[2]) };
    },
  ],
  [
    /\b(next|this|last|coming)(?: coming)? week-?end\b/i,
    (m, now) => ahead(weekdayAt(now, stepOf(m[1]), 6), now),
  ],
  [/\b(?:over |at )?the week-?end\b|\bweek-?end\b/i, () => ({ kind: 'weekday', weekday: 6 })],
  [
    new RegExp(`\\b(?:this )?coming ${W}`, 'i'),
    (m) => ({ kind: 'weekday', weekday: weekdayNamed(m[1]) }),
  ],
  [
    new RegExp(`\\b(next|nxt|this|last|past) ${W}`, 'i'),
    (m, now) => {
      const step = lower(m[1]) === 'nxt' ? 1 : stepOf(m[1]);
      const weekday = weekdayNamed(m[2]);
      if (step >= 0) {
        const day = weekdayAt(now, step, weekday);
        return { kind: 'day', day, tense: step > 0 ? 'future' : 'open' };
      }
      // "last Tuesday" is the latest one gone by.
      const gap = (weekdayOf(now.day) - weekday + 7) % 7 || 7;
      return ahead(addDays(now.day, -gap), now);
    },
  ],
  [
    new RegExp(`(?<![\\w&'])(?:on )?${W}(?!')`, 'i'),
    (m) => {
      // Three letters may be a word or a name: take them in lower case or as "Fri", never "SUN".
      const word = m[1] ?? '';
      if (/^(?:SUN|SAT|MON|WED)$/.test(word)) return null;
      return { kind: 'weekday', weekday: weekdayNamed(word) };
    },
  ],
  // Offsets.
  [/\bin (?:about |around )?half an hour\b/i, (_, now) => offset(now, 30, 'minute')],
  [/\bin (?:about )?an hour and a half\b/i, (_, now) => offset(now, 90, 'minute')],
  [
    /\bin (?:about )?(\d{1,2}(?:\.5)) h(?:ou)?rs?\b/i,
    (m, now) => offset(now, Number(m[1]), 'hour'),
  ],
  [
    /\bin (?:a|another) fortnight\b|\ba fortnight from (?:now|today)\b|\bfortnight'?s time\b/i,
    (_, now) => offset(now, 14, 'day'),
  ],
  [
    /\b(?:in |within )?(?:the next )?(?:a couple(?: of)?|a few|several|couple of|few|next few|next couple of|some|\d+ ?- ?\d+|\d+ (?:or|to) \d+) (?:more )?(?:minutes|mins|hours|days|weeks|months|(?:business|working) days)(?: from now| later|'? time)?\b/i,
    (m) =>
      /^(?:in|within|the next|next)/i.test(m[0]) || /from now|later|time$/i.test(m[0])
        ? ask()
        : null,
  ],
  [
    new RegExp(`\\b(?:a |the )?${N} ${UNIT} (?:ago|back)\\b`, 'i'),
    (m, now) => shifted(now, -number(m[1]), m[2]),
  ],
  [
    new RegExp(
      `\\b(?:in|within)(?: about| around| the next| another)? ${N}[ -]?(?:more )?${UNIT}(?:'? time)?`,
      'i',
    ),
    (m, now) => shifted(now, number(m[1]), m[2]),
  ],
  [new RegExp(`\\bin(?: the)? next ${UNIT}`, 'i'), () => null],
  [
    new RegExp(`\\b${N}[ -]?${UNIT} (?:from (?:now|today)|later|out|hence)\\b`, 'i'),
    (m, now) => shifted(now, number(m[1]), m[2]),
  ],
  [
    new RegExp(`\\b${N}[ -]?${UNIT} from (?:tomorrow)\\b`, 'i'),
    (m, now) => {
      const spec = shifted(now, number(m[1]), m[2]);
      return spec?.kind === 'day' ? ahead(addDays(spec.day, 1), now) : ask();
    },
  ],
  [new RegExp(`\\bafter ${N}[ -]?${UNIT}`, 'i'), (m, now) => shifted(now, number(m[1]), m[2])],
  [
    new RegExp(
      `(?<=(?:follow(?:ing)? ?up|call|remind|reply|respond|answer|f/u|due|chase|check)(?: back)?(?: in)? )${N}[ -]?((?:business|working) days?|days?|weeks?|months?)\\b(?! (?:ago|trial|pilot|contract))`,
      'i',
    ),
    (m, now) => shifted(now, number(m[1]), m[2]),
  ],
  [
    new RegExp(`(?<![\\w-])${N} ((?:business|working) days?)\\b`, 'i'),
    (m, now) => shifted(now, number(m[1]), m[2]),
  ],
  // Weeks, months, quarters.
  [
    /\b(?:sometime |some time |later )?(?:in |during )?(next|this|last) (?:week|wk)\b/i,
    (m, now) => week(now, stepOf(m[1])),
  ],
  [/\b(?:the )?week after next\b/i, (_, now) => week(now, 2)],
  [
    /\b(?:sometime |later )?(?:in )?(next|this|last) month\b/i,
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
