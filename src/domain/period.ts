// The periods scores and boards are made for.
import { assertNever } from '../errors.ts';
import {
  addDays,
  type Day,
  type Days,
  daysBetween,
  isDay,
  monthAround,
  quarterAround,
  weekAround,
} from './time.ts';

export const PERIODS = ['day', 'week', 'month', 'quarter'] as const;
export type Period = (typeof PERIODS)[number];

const AROUND: Readonly<Record<Period, (day: Day) => Days>> = {
  day: (day) => ({ from: day, to: day }),
  week: weekAround,
  month: monthAround,
  quarter: quarterAround,
};

/** The period of this kind that a day lies in. */
export const periodAround = (period: Period, day: Day): Days => AROUND[period](day);

/** A period and its first day. */
export interface NamedPeriod {
  readonly period: Period;
  readonly day: Day;
}

/** The year an ISO week belongs to, and its number there: that of its Thursday. */
const weekOf = (day: Day): { readonly year: string; readonly week: number } => {
  const thursday = addDays(weekAround(day).from, 3);
  const year = thursday.slice(0, 4);
  return { year, week: Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1 };
};

/** What the period around a day is called: `2017-12-29`, `2017-W52`, `2017-12` or `2017-Q4`. */
export const nameOfPeriod = (period: Period, day: Day): string => {
  switch (period) {
    case 'day':
      return day;
    case 'week': {
      const { year, week } = weekOf(day);
      return `${year}-W${String(week).padStart(2, '0')}`;
    }
    case 'month':
      return day.slice(0, 7);
    case 'quarter':
      return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
    default:
      return assertNever(period);
  }
};

/** The period of such a name, in either case; null when there is none of it. */
export const periodNamed = (text: string): NamedPeriod | null => {
  const name = text.toUpperCase();
  const [, year = '', quarter, week, month] =
    /^(\d{4})-(?:Q([1-4])|W(\d{2})|(\d{2})|\d{2}-\d{2})$/.exec(name) ?? [];
  const found = ((): NamedPeriod => {
    if (quarter !== undefined) {
      const first = String(Number(quarter) * 3 - 2).padStart(2, '0');
      return { period: 'quarter', day: `${year}-${first}-01` };
    }
    if (month !== undefined) return { period: 'month', day: `${year}-${month}-01` };
    if (week === undefined) return { period: 'day', day: name };
    // The fourth of January always lies in the first week.
    const first = weekAround(`${year}-01-04`).from;
    return { period: 'week', day: addDays(first, 7 * (Number(week) - 1)) };
  })();
  return year !== '' && isDay(found.day) && nameOfPeriod(found.period, found.day) === name
    ? found
    : null;
};
