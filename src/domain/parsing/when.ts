// Days and times as a line names them, and what they mean from `now`, forward and backward.
import type { WorkCalendar } from '../calendar.ts';
import {
  addDays,
  addMonths,
  type Clock,
  clockOf,
  type Day,
  dayOf,
  daysBetween,
  type Instant,
  isDay,
  monthAround,
  weekAround,
  type Zone,
} from '../time.ts';
import type { Precision } from './codes.ts';

/** The moment a line was typed, in the tenant's zone. */
export interface Now {
  readonly at: Instant;
  readonly zone: Zone;
  readonly day: Day;
  readonly clock: Clock;
  readonly calendar: WorkCalendar;
}

export const nowOf = (at: Instant, zone: Zone, calendar: WorkCalendar): Now => ({
  at,
  zone,
  day: dayOf(at, zone),
  clock: clockOf(at, zone),
  calendar,
});

/** Whether a date can only lie behind, only ahead, or on either side. */
export type Tense = 'past' | 'future' | 'open';

export type DaySpec =
  | { readonly kind: 'day'; readonly day: Day; readonly tense: Tense; readonly last?: Day }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly last?: number }
  | {
      readonly kind: 'monthDay';
      readonly month: number;
      readonly dom: number;
      readonly last?: number;
    }
  | { readonly kind: 'dom'; readonly dom: number; readonly last?: number }
  | {
      readonly kind: 'period';
      readonly at: string;
      readonly precision: Precision;
      readonly tense: Tense;
    }
  | { readonly kind: 'moment'; readonly at: string; readonly tense: Tense }
  | {
      readonly kind: 'ask';
      readonly ask: 'date' | 'holiday';
      readonly candidates: readonly string[];
      readonly tense?: Tense;
      /** Words such as 尽快 that matter only beside a next step. */
      readonly vague?: boolean;
    }
  /** Understood, and no date: 每周五, 24/7. */
  | { readonly kind: 'none' };

export interface TimeSpec {
  readonly kind: 'time';
  readonly clock: Clock;
  readonly precision: 'minute' | 'daypart';
  /** An hour from 1 to 6 named without a daypart. */
  readonly bare: boolean;
  readonly end: Clock | null;
}

export const two = (n: number): string => String(n).padStart(2, '0');
export const clock = (hour: number, minute: number): Clock => `${two(hour)}:${two(minute)}`;
const four = (n: number): string => String(n).padStart(4, '0');

/** A day of the calendar, or null when there is none such (31 April). */
export const dayIn = (year: number, month: number, dom: number): Day | null => {
  const day = `${four(year)}-${two(month)}-${two(dom)}`;
  return isDay(day) ? day : null;
};

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));

/** The Monday-to-Sunday week around the day: `2026-W12`. */
export const weekName = (day: Day): string => {
  const thursday = addDays(weekAround(day).from, 3);
  const year = yearOf(thursday);
  const week = Math.floor(daysBetween(`${four(year)}-01-01`, thursday) / 7) + 1;
  return `${four(year)}-W${two(week)}`;
};

/** A day of the ISO week `weeks` away from the week of `now`. */
export const weekdayAt = (now: Now, weeks: number, weekday: number): Day =>
  addDays(weekAround(now.day).from, weeks * 7 + weekday - 1);

/** The month `months` away, written `YYYY-MM`. */
export const monthName = (now: Now, months: number): string =>
  addMonths(monthAround(now.day).from, months).slice(0, 7);

export const monthPeriod = (now: Now, name: string): DaySpec => {
  const current = now.day.slice(0, 7);
  // Of the running month only the rest is left, so its last day is the date to hold.
  const at = name === current ? monthAround(now.day).to : name;
  return {
    kind: 'period',
    at,
    precision: 'month',
    tense: name < current ? 'past' : name === current ? 'open' : 'future',
  };
};

/** The quarter `quarters` away from the running one: its year and number. */
export const quarterAt = (now: Now, quarters: number): { year: number; quarter: number } => {
  const index = yearOf(now.day) * 4 + Math.floor((monthOf(now.day) - 1) / 3) + quarters;
  return { year: Math.floor(index / 4), quarter: (index % 4) + 1 };
};
export const quarterEnd = (year: number, quarter: number): Day =>
  monthAround(`${four(year)}-${two(quarter * 3)}-01`).to;
export const quarterStart = (year: number, quarter: number): Day =>
  `${four(year)}-${two(quarter * 3 - 2)}-01`;
export const quarterPeriod = (now: Now, year: number, quarter: number): DaySpec => ({
  kind: 'period',
  at: `${four(year)}-Q${quarter}`,
  precision: 'quarter',
  tense:
    quarterEnd(year, quarter) < now.day
      ? 'past'
      : quarterStart(year, quarter) > now.day
        ? 'future'
        : 'open',
});

/** The last local day a reading covers: of `2026-04` it is 2026-04-30. */
export const lastDayOf = (at: string): Day => {
  const week = /^(\d{4})-W(\d{2})$/.exec(at);
  if (week) {
    const first = weekAround(`${week[1]}-01-04`).from;
    return addDays(first, Number(week[2]) * 7 - 1);
  }
  const quarter = /^(\d{4})-Q(\d)$/.exec(at);
  if (quarter) return quarterEnd(Number(quarter[1]), Number(quarter[2]));
  if (/^\d{4}-\d{2}$/.test(at)) return monthAround(`${at}-01`).to;
  return at.slice(0, 10);
};
