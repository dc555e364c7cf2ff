// Offsets from now: three days, half a month, five working days, 30 minutes.
import { addWorkdays } from '../calendar.ts';
import { addDays, addMonths, clockOf, dayOf, MINUTE } from '../time.ts';
import type { DaySpec, Now } from './when.ts';

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year' | 'workday';

/** Offsets beyond this many units are no plans but typing errors. */
const LIMIT = 1000;

/**
 * `n` units from now, negative for the past. Half a month is 15 days by convention; minutes and hours
 * give a moment, everything longer a day. Null when the offset is no sensible one.
 */
export const offset = (now: Now, n: number, unit: Unit): DaySpec | null => {
  if (!Number.isFinite(n) || Math.abs(n) > LIMIT) return null;
  const tense = n < 0 ? 'past' : 'future';
  if (unit === 'minute' || unit === 'hour') {
    const at = now.at + Math.round(n * (unit === 'hour' ? 60 : 1)) * MINUTE;
    return {
      kind: 'moment',
      at: `${dayOf(at, now.zone)}T${clockOf(at, now.zone)}`,
      tense,
    };
  }
  const whole = Math.trunc(n);
  const half = n !== whole;
  if (unit === 'workday') {
    if (half || n < 1) return null;
    return { kind: 'day', day: addWorkdays(now.calendar, now.day, n), tense };
  }
  if (unit === 'day') return half ? null : { kind: 'day', day: addDays(now.day, n), tense };
  if (unit === 'week') {
    return half ? null : { kind: 'day', day: addDays(now.day, n * 7), tense };
  }
  const months = unit === 'year' ? n * 12 : whole;
  if (!Number.isInteger(months)) return null;
  const day = addMonths(now.day, months);
  if (unit === 'month' && half) {
    return { kind: 'day', day: addDays(day, n < 0 ? -15 : 15), tense };
  }
  return { kind: 'day', day, tense };
};
