// The grammar of clock times and parts of the day, Chinese and English.
import type { Rule } from './atoms.ts';
import { countOf } from './numerals.ts';
import { clock, type DaySpec, type TimeSpec } from './when.ts';

const PARTS: readonly (readonly [RegExp, string, 'am' | 'noon' | 'pm' | 'evening' | 'night'])[] = [
  [/^(?:凌晨|半夜|深夜|夜里|夜间)/, '', 'night'],
  [/^(?:[大]?清早|一?大早上?|一早|清晨|早上(?![线门])|早晨|早|上午|朝早|上昼)/, '09:00', 'am'],
  [/^(?:正午|中午|午间|晏昼)/, '12:00', 'noon'],
  [/^(?:下午|午后|下昼)/, '14:00', 'pm'],
  [/^(?:傍晚|黄昏)/, '18:00', 'pm'],
  [/^(?:下班)/, '18:00', 'pm'],
  [/^(?:晚上(?![线门])|晚间|夜晚|晚|今晚)/, '19:00', 'evening'],
];
const ask: DaySpec = { kind: 'ask', ask: 'date', candidates: [] };
const part = (text: string): (typeof PARTS)[number] | undefined =>
  PARTS.find(([pattern]) => pattern.test(text));

const daypart = (at: string): TimeSpec => ({
  kind: 'time',
  clock: at,
  precision: 'daypart',
  bare: false,
  end: null,
});

/** A wall-clock time from what was said; null when there is no such time. */
const timeOf = (hour: number, minute: number, half: string | undefined): TimeSpec | null => {
  if (!(hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59)) return null;
  const of = half === undefined ? undefined : part(half)?.[2];
  let at = hour;
  if (of === 'pm' || of === 'evening') {
    // 晚上12点 may be either midnight: not a time we know.
    if (of === 'evening' && (hour === 12 || hour < 5)) return null;
    if (hour < 12) at = hour + 12;
  } else if (of === 'noon') {
    if (hour < 10) at = hour + 12;
  } else if (of === 'night' && hour === 12) {
    at = 0;
  }
  return {
    kind: 'time',
    clock: clock(at, minute),
    precision: 'minute',
    bare: of === undefined && hour >= 1 && hour <= 6,
    end: null,
  };
};

const count = (text: string | undefined): number => countOf(text ?? '') ?? Number.NaN;
const minuteOf = (half?: string, quarter?: string, minutes?: string): number => {
  if (half) return 30;
  if (quarter) return quarter === '三' || quarter === '3' ? 45 : 15;
  return minutes === undefined ? 0 : count(minutes);
};

const PART =
  '(凌晨|半夜|深夜|夜里|夜间|大清早|清早|一大早|一早|清晨|早上(?![线门])|早晨|上午|朝早|上昼|正午|中午|午间|晏昼|下午|午后|下昼|傍晚|黄昏|晚上(?![线门])|晚间|夜晚|早|晚)';
const H = '(\\d{1,2}|[零一二两三四五六七八九十]{1,3})';
// 两点要求, 三点五万, 一点也不: points, decimals and "a bit", not hours.
const NOT_POINTS =
  '(?![\\d.]*[万亿折倍]|[一二两三四五六七八九十]+[万亿千百折倍个成]|要求|意见|建议|问题|需求|疑问|疑虑|顾虑|原因|想法|内容|注意|好处|优势|不足|反馈|异议|共识|诉求|条件|也|都|儿|点|利润|折扣|佣金|返利|优惠|水)';
const MINUTE = `(?:(半)(?!年|个?月|天)|([一三13])刻钟?|整|过?(\\d{1,2}|[零一二三四五六七八九十]{1,3})分?(?!钟|之|[万千百个天]))?`;
const POINT = `(?:点钟?|时(?=\\d|半|整|[零一二三四五]?十|$|[\\s,。;前]))`;

const am = (text: string | undefined): boolean | undefined =>
  text === undefined ? undefined : /^a/i.test(text);
const english = (hour: number, minute: number, half: string | undefined): TimeSpec | null => {
  const morning = am(half);
  if (morning === undefined) return timeOf(hour, minute, undefined);
  if (hour < 1 || hour > 12) return hour <= 23 && !morning ? timeOf(hour, minute, undefined) : null;
  const at = (hour % 12) + (morning ? 0 : 12);
  const time = timeOf(at, minute, undefined);
  return time && { ...time, bare: false };
};
const ranged = (from: TimeSpec | null, to: TimeSpec | null): TimeSpec | DaySpec => {
  if (from === null || to === null) return ask;
  return { ...from, end: to.clock };
};
const HOURS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const hourWord = (text: string | undefined): number => {
  const index = HOURS.indexOf((text ?? '').toLowerCase());
  return index >= 0 ? index + 1 : Number(text);
};
const WORD = `(${HOURS.join('|')}|\\d{1,2})`;
const AMPM = '(a\\.?m\\b\\.?|p\\.?m\\b\\.?)';
// "at 3 sites", "at 15 Main St", "at 40k" are no times.
const STOP =
  "(?=\\s*(?:$|[,.;)!?。\\ue000]|-\\s|o'?clock|sharp|ish|on\\b|call|demo|follow|meet|visit|reply|review|decision|decide|sign|send|payment|pay\\b|kick|go\\b|go-|lunch|zoom|discuss|present|contract|renew|launch|tomorrow|today|next|this|to\\s+(?!\\d)|for\\b|with\\b|and\\b|then\\b|but\\b|or\\b|about\\b|re\\b|in the\\b|[\\u4e00-\\u9fff]))";

export const TIMES: readonly Rule[] = [
  // Chinese ranges whose first hour has no 点 of its own: 下午2-4点.
  [
    new RegExp(`(?:${PART}的?\\s?)?(?<![\\d.])${H}(?:点(半)?)?(?:-|~|到|至)${PART}?${H}点钟?(半)?`),
    (m) => {
      const from = timeOf(count(m[2]), m[3] ? 30 : 0, m[1]);
      const to = timeOf(count(m[5]), m[6] ? 30 : 0, m[4] ?? m[1]);
      if (from === null || to === null) return ask;
      if (from.bare && !to.bare) return { ...ranged({ ...from }, to) } as TimeSpec;
      return ranged(from, to);
    },
  ],
  [/[一二两三四五六七八九]{2}点(?!\d)/, (m) => (countOf(m[0].slice(0, 2)) === null ? ask : null)],
  [
    new RegExp(
      `(?:${PART}的?\\s?)?(?<![\\d.第])(?!(?<=[高早晚便宜快慢差贵大小有几好多少])一点(?![半整钟一三\\d]))${H}${POINT}${MINUTE}${NOT_POINTS}`,
    ),
    (m) => timeOf(count(m[2]), minuteOf(m[3], m[4], m[5]), m[1]) ?? ask,
  ],
  [
    new RegExp(
      `${PART}的?\\s?(\\d{1,2}):(\\d{2})(?!\\d)(?:\\s*(?:-|~|到|至)\\s*(\\d{1,2}):(\\d{2}))?`,
    ),
    (m) => {
      const from = timeOf(Number(m[2]), Number(m[3]), m[1]);
      if (m[4] === undefined) return from ?? ask;
      return ranged(from, timeOf(Number(m[4]), Number(m[5]), m[1]));
    },
  ],
  // English.
  [
    new RegExp(
      `(?<![\\d.:$])(\\d{1,2})(?:[:.](\\d{2}))?\\s*${AMPM}?\\s*(?:-|~|to|until|till)\\s*(\\d{1,2})(?:[:.](\\d{2}))?\\s*${AMPM}`,
      'i',
    ),
    (m) => {
      const half =
        m[3] ??
        (Number(m[1]) > Number(m[4]) || (Number(m[4]) === 12 && Number(m[1]) < 12)
          ? am(m[6])
            ? 'p'
            : 'a'
          : m[6]);
      return ranged(
        english(Number(m[1]), Number(m[2] ?? 0), half),
        english(Number(m[4]), Number(m[5] ?? 0), m[6]),
      );
    },
  ],
  [
    new RegExp(
      `\\bbetween (\\d{1,2})(?:[:.](\\d{2}))?\\s*${AMPM}?\\s*and (\\d{1,2})(?:[:.](\\d{2}))?\\s*${AMPM}?(?![\\d%kK,万])`,
      'i',
    ),
    (m) => {
      const half = m[3] ?? m[6];
      const from = english(Number(m[1]), Number(m[2] ?? 0), half);
      const to = english(Number(m[4]), Number(m[5] ?? 0), m[6] ?? m[3]);
      if (m[3] === undefined && m[6] === undefined && m[2] === undefined) {
        // "between 2 and 3" without am, pm or minutes may count anything.
        return null;
      }
      return ranged(from, to);
    },
  ],
  [
    /(?<![\d.:])(\d{1,2}):(\d{2})\s*(?:-|~|到|至|to)\s*(\d{1,2}):(\d{2})(?![\d:])/i,
    (m) =>
      ranged(
        timeOf(Number(m[1]), Number(m[2]), undefined),
        timeOf(Number(m[3]), Number(m[4]), undefined),
      ),
  ],
  [
    new RegExp(`(?<![\\d.:$])(\\d{1,2})(?:[:.h](\\d{2}))?\\s*${AMPM}`, 'i'),
    (m) => english(Number(m[1]), Number(m[2] ?? 0), m[3]) ?? ask,
  ],
  [
    /(?<![\d.:])(\d{1,2}):(\d{2})(?![\d:])(?!\s*(?:1|min))/,
    (m) => {
      const time = timeOf(Number(m[1]), Number(m[2]), undefined);
      // 03:30 with its zero is the 24-hour clock.
      return time && m[1]?.startsWith('0') ? { ...time, bare: false } : time;
    },
  ],
  [
    new RegExp(`half past ${WORD}\\b|(?<!\\d )half ${WORD}\\b(?=\\s|$)`, 'i'),
    (m) => timeOf(hourWord(m[1] ?? m[2]), 30, undefined),
  ],
  [
    new RegExp(`(?:a )?quarter (past|after|to|before) ${WORD}\\b`, 'i'),
    (m) => {
      const hour = hourWord(m[2]);
      const past = /past|after/i.test(m[1] ?? '');
      return timeOf(past ? hour : hour === 1 ? 12 : hour - 1, past ? 15 : 45, undefined);
    },
  ],
  [new RegExp(`${WORD} o'?clock`, 'i'), (m) => timeOf(hourWord(m[1]), 0, undefined)],
  [
    new RegExp(
      `(?:\\bat|@|\\baround|\\bby|\\bbefore|\\bafter|\\btill?|\\buntil)\\s*(?:about |around )?${WORD}(?:ish)?(?![\\d:/%]|\\.\\d)${STOP}`,
      'i',
    ),
    (m) => {
      const hour = hourWord(m[1]);
      return hour >= 1 && hour <= 23 ? timeOf(hour, 0, undefined) : null;
    },
  ],
  // Parts of the day.
  [
    /\b(?:EOD|COB|EOB|close of (?:business|play)|end of (?:the )?(?:business )?day|end of business)\b/i,
    () => daypart('18:00'),
  ],
  [/\bfirst thing(?: in the morning)?\b/i, () => daypart('09:00')],
  [/\b(?:noon|midday|lunch ?time)\b/i, () => daypart('12:00')],
  [
    /\b(?:early |mid |late )?(?:morning)s?\b(?! (?:brew|star))|(?<=\ue000 )AM\b/i,
    () => daypart('09:00'),
  ],
  [/\b(?:early |mid |late )?(?:afternoon)\b|(?<=\ue000 )PM\b/i, () => daypart('14:00')],
  [/\bevening\b|(?<=\ue000 ?)night\b/i, () => daypart('19:00')],
  [/\bmidnight\b/i, () => ask],
  [/下班(?:之前|以前|前|时)/, () => daypart('18:00')],
  [/下班[之以]?后/, () => ask],
  [
    new RegExp(`${PART}(?![餐饭茶宴会期班报])`),
    (m) => {
      const word = m[1] ?? '';
      const found = part(word);
      if (found === undefined) return null;
      if ((word === '早' || word === '晚') && m.index > 0 && m.input[m.index - 1] !== '\ue000')
        return null;
      if (word === '早' || word === '晚') return m.index > 0 ? daypart(found[1]) : null;
      return found[1] === '' ? ask : daypart(found[1]);
    },
  ],
];
