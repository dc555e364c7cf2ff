// When things happen: follow-ups a day, times of the day, and how late they are entered.
import { isWorkday, type WorkCalendar } from '../../../src/domain/calendar.ts';
import {
  addDays,
  type Clock,
  type Day,
  HOUR,
  type Instant,
  instantOf,
  MINUTE,
  monthAround,
  quarterAround,
  weekdayOf,
  type Zone,
} from '../../../src/domain/time.ts';
import type { Random } from './random.ts';
import { chance, negBin, normal } from './sample.ts';

/** Follow-ups of a usual rep on a usual day. */
const A_DAY = 8;
/** Dispersion of the daily count: variance `mean + mean² ÷ 4`. */
const DISPERSION = 4;
const WEEKDAYS = [0, 0.95, 1.08, 1.08, 1.04, 0.85, 0.6, 0.6];
/** March, June, September and December end a quarter. */
const quarterEnds = (day: Day): boolean => Number(day.slice(5, 7)) % 3 === 0;

/** Days to the nearest day of a winter break of at least a week (Spring Festival); null when over 14. */
const daysToBreak = (calendar: WorkCalendar, day: Day): number | null => {
  if (!/-0[123]-/.test(addDays(day, 14)) && !/-0[123]-/.test(day)) return null;
  for (let distance = 1; distance <= 14; distance++) {
    for (const sign of [-1, 1]) {
      const off = (days: number): boolean =>
        !isWorkday(calendar, addDays(day, sign * (distance + days)));
      if ([0, 1, 2, 3, 4, 5, 6].every(off)) return distance;
    }
  }
  return null;
};

/** How busy the season is: 1 as usual, .1-.4 around Spring Festival (domain method: activity). */
const seasonOf = (calendar: WorkCalendar, day: Day): number => {
  const distance = daysToBreak(calendar, day);
  if (distance !== null) return 0.1 + (0.3 * distance) / 14;
  return quarterEnds(day) ? 1.15 : 1;
};

/** How many more deals close: 1.2 on the last three working days of a month, 1.6 of a quarter. */
export const closingFactor = (calendar: WorkCalendar, day: Day): number => {
  let left = 0;
  for (let at = addDays(day, 1); at <= monthAround(day).to && left < 3; at = addDays(at, 1)) {
    if (isWorkday(calendar, at)) left++;
  }
  if (left >= 3) return 1;
  return monthAround(day).to === quarterAround(day).to ? 1.6 : 1.2;
};

/** How many follow-ups a rep makes on a working day (domain method: activity). */
export const countFor = (
  calendar: WorkCalendar,
  day: Day,
  effort: number,
  random: Random,
): number =>
  negBin(
    random,
    A_DAY * effort * (WEEKDAYS[weekdayOf(day)] ?? 1) * seasonOf(calendar, day),
    DISPERSION,
  );

const minutesOf = (clock: Clock): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** Minutes after midnight of one follow-up: humps at 10:30 and 15:30, a dip at lunch. */
const timeOfDay = (random: Random): number => {
  for (;;) {
    const hump = chance(random, 0.48) ? minutesOf('10:30') : minutesOf('15:30');
    const at = Math.round(hump + 62 * normal(random));
    const lunch = at > minutesOf('12:05') && at < minutesOf('13:25');
    if (at >= minutesOf('08:40') && at <= minutesOf('19:00') && !(lunch && chance(random, 0.7))) {
      return at;
    }
  }
};

/** The instants of a day's follow-ups, in order. */
export const timesOf = (day: Day, zone: Zone, count: number, random: Random): Instant[] => {
  const midnight = instantOf(day, '00:00', zone);
  return Array.from({ length: count }, () => midnight + timeOfDay(random) * MINUTE).sort(
    (a, b) => a - b,
  );
};

/** How a follow-up comes to be entered: at once, in the evening, or the next working morning. */
export type Lag = 'now' | 'evening' | 'morning';

/**
 * When it is entered: 60 % within ten minutes, 30 % between 17:30 and 19:00, 10 % the next morning.
 * @param nextDay the next working day; null when it lies after the end
 */
export const logTime = (
  occurredAt: Instant,
  day: Day,
  nextDay: Day | null,
  zone: Zone,
  random: Random,
): { readonly lag: Lag; readonly at: Instant } => {
  const [draw, within] = [random(), random()];
  if (draw >= 0.9 && nextDay !== null) {
    const at = instantOf(nextDay, '09:00', zone) + Math.floor(within * HOUR);
    return { lag: 'morning', at };
  }
  if (draw >= 0.6) {
    const evening = instantOf(day, '17:30', zone) + Math.floor(within * 90) * MINUTE;
    const at = evening + (Math.floor(draw * 1e6) % MINUTE);
    if (at > occurredAt + 10 * MINUTE) return { lag: 'evening', at };
  }
  return { lag: 'now', at: occurredAt + Math.floor((1 + 9 * within) * MINUTE) };
};
