// The words English dates are made of, and what they stand for.
import { addDays } from '../time.ts';
import { offset, type Unit } from './offsets.ts';
import {
  type DaySpec,
  dayIn,
  monthOf,
  type Now,
  quarterAt,
  weekdayAt,
  weekName,
  yearOf,
} from './when.ts';

export const W =
  '(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|thurs|fri(?:day)?|sat(?:urday)?(?! (?:down|with|in))|sun(?:day)?)\\b\\.?';
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
export const M =
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
export const N = `(\\d{1,3}|${Object.keys(NUMBERS).join('|')})`;
export const UNIT =
  '(min(?:ute)?s?|h(?:ou)?rs?|h|days?|wks?|weeks?|fortnights?|mo(?:nth)?s?|yrs?|years?|(?:business|working|work) ?days?)\\b';

export const ask = (...candidates: string[]): DaySpec => ({ kind: 'ask', ask: 'date', candidates });
export const lower = (text: string | undefined): string => (text ?? '').toLowerCase();
export const number = (text: string | undefined): number => NUMBERS[lower(text)] ?? Number(text);
export const weekdayNamed = (text: string | undefined): number =>
  WEEKDAYS.indexOf(lower(text).slice(0, 3)) + 1;
export const monthNumber = (text: string | undefined): number =>
  MONTHS.indexOf(lower(text).slice(0, 3)) + 1;
export const open = (day: string | null): DaySpec =>
  day === null ? ask() : { kind: 'day', day, tense: 'open' };
export const ahead = (day: string, now: Now): DaySpec => ({
  kind: 'day',
  day,
  tense: day < now.day ? 'past' : day > now.day ? 'future' : 'open',
});
export const week = (now: Now, weeks: number): DaySpec => ({
  kind: 'period',
  at: weekName(weekdayAt(now, weeks, 1)),
  precision: 'week',
  tense: weeks < 0 ? 'past' : weeks > 0 ? 'future' : 'open',
});
export const stepOf = (word: string | undefined): number => {
  const text = lower(word);
  if (/ne?xt|following/.test(text)) return 1;
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
export const shifted = (now: Now, n: number, unit: string | undefined): DaySpec | null => {
  if (/^fortnight/i.test(unit ?? '')) return offset(now, n * 2, 'week');
  const of = unitOf(unit);
  return of === null || !Number.isFinite(n) ? null : offset(now, n, of);
};
// The next such month; a year makes it plain.
export const monthOn = (now: Now, month: number, year?: string): string => {
  const own = yearOf(now.day);
  const at = year ? Number(year) : month < monthOf(now.day) ? own + 1 : own;
  return `${at}-${String(month).padStart(2, '0')}`;
};
export const quarterOn = (now: Now, quarter: number, year?: string) => {
  const own = quarterAt(now, 0);
  return { year: year ? Number(year) : own.year + (quarter < own.quarter ? 1 : 0), quarter };
};
export const onMonthDay = (
  month: number,
  dom: number,
  year?: string,
  last?: string,
): DaySpec | null => {
  if (dom < 1 || dom > 31) return null;
  if (dayIn(2024, month, dom) === null) return ask();
  if (year) return open(dayIn(Number(year), month, dom));
  return { kind: 'monthDay', month, dom, ...(last ? { last: Number(last) } : {}) };
};
export const friday = (now: Now, weeks: number): DaySpec => {
  const day = weekdayAt(now, weeks, 5);
  // On a weekend "end of week" may be the one that ends or the one that comes.
  return day < now.day ? ask(addDays(day, 7)) : ahead(day, now);
};

export const DAY_ORDINAL = '(\\d{1,2})(?:st|nd|rd|th)';
