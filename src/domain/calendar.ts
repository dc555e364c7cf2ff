// Working days and business minutes: statutory holidays and make-up workdays are data, not code.
import chineseDays from 'chinese-days';
import { remembered } from './remember.ts';
import {
  addDays,
  type Clock,
  type Day,
  type Days,
  dayOf,
  eachDay,
  type Instant,
  instantOf,
  MINUTE,
  weekdayOf,
  type Zone,
} from './time.ts';

/** `cn`: the State Council's holidays and make-up workdays; `weekends`: Monday to Friday. */
export const CALENDAR_KINDS = ['cn', 'weekends'] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

export interface WorkCalendar {
  readonly kind: CalendarKind;
  /** The team's own exceptions; they win over the kind. */
  readonly exceptions: Readonly<Record<Day, 'work' | 'off'>>;
  /** The hours in which a waiting customer's clock runs, in order. */
  readonly shifts: readonly (readonly [Clock, Clock])[];
}

/** Eight hours a day, as the targets for waiting times assume (960 minutes are two working days). */
export const STANDARD_SHIFTS: WorkCalendar['shifts'] = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];

/** Ten years of days. */
const isChineseWorkday = remembered(4_000, (day: Day): boolean => chineseDays.isWorkday(day));

/** Whether people work on `day`. Years without a published holiday table fall back to weekends. */
export const isWorkday = (calendar: WorkCalendar, day: Day): boolean => {
  const exception = calendar.exceptions[day];
  if (exception !== undefined) return exception === 'work';
  if (calendar.kind === 'cn') return isChineseWorkday(day);
  return weekdayOf(day) <= 5;
};

/** The number of working days in the range; 0 when it is empty. */
export const countWorkdays = (calendar: WorkCalendar, days: Days): number => {
  let count = 0;
  for (const day of eachDay(days)) if (isWorkday(calendar, day)) count++;
  return count;
};

/** The `n`-th working day after `day` (n ≥ 1). */
export const addWorkdays = (calendar: WorkCalendar, day: Day, n: number): Day => {
  let at = day;
  for (let left = n; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkday(calendar, at)) left--;
  }
  return at;
};

/** Minutes between two instants that fall into the shifts of working days; 0 when `to` is not later. */
export const businessMinutes = (
  calendar: WorkCalendar,
  zone: Zone,
  from: Instant,
  to: Instant,
): number => {
  if (to <= from) return 0;
  let total = 0;
  for (const day of eachDay({ from: dayOf(from, zone), to: dayOf(to, zone) })) {
    if (!isWorkday(calendar, day)) continue;
    for (const [start, end] of calendar.shifts) {
      const overlap =
        Math.min(to, instantOf(day, end, zone)) - Math.max(from, instantOf(day, start, zone));
      if (overlap > 0) total += overlap;
    }
  }
  return total / MINUTE;
};

/** No team is away for longer than this many days in a row. */
const LONGEST_BREAK = 400;

/**
 * The instant at which {@link businessMinutes} since `from` have become `minutes`.
 * @throws RangeError when the calendar has no working day within {@link LONGEST_BREAK} days
 */
export const afterBusinessMinutes = (
  calendar: WorkCalendar,
  zone: Zone,
  from: Instant,
  minutes: number,
): Instant => {
  let left = minutes * MINUTE;
  const first = dayOf(from, zone);
  for (const day of eachDay({ from: first, to: addDays(first, LONGEST_BREAK) })) {
    if (!isWorkday(calendar, day)) continue;
    for (const [start, end] of calendar.shifts) {
      const begin = Math.max(from, instantOf(day, start, zone));
      const length = instantOf(day, end, zone) - begin;
      if (length <= 0) continue;
      if (length >= left) return begin + left;
      left -= length;
    }
  }
  throw new RangeError('the calendar has no working days');
};
