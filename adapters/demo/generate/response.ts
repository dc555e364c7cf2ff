// Leads: how many arrive, when, and how long each waits for its first response.
import { isWorkday, type WorkCalendar } from '../../../src/domain/calendar.ts';
import { type Day, type Instant, instantOf, MINUTE, type Zone } from '../../../src/domain/time.ts';
import type { Random } from './random.ts';
import { integer, logNormal, pick, poisson } from './sample.ts';
import { addBusinessMinutes } from './worktime.ts';

const SOURCES = ['website', 'trade_fair', 'referral', 'advert', 'hotline'] as const;

export interface Arrival {
  readonly at: Instant;
  readonly source: string;
}

/** The leads a rep gets on a day, in order; the web does not rest at the weekend. */
export const arrivalsOn = (
  calendar: WorkCalendar,
  day: Day,
  zone: Zone,
  random: Random,
): readonly Arrival[] => {
  const count = poisson(random, isWorkday(calendar, day) ? 0.4 : 0.12);
  const morning = instantOf(day, '08:00', zone);
  return Array.from({ length: count }, () => ({
    at: morning + integer(random, 0, 13 * 60) * MINUTE,
    source: pick(random, SOURCES),
  })).sort((a, b) => a.at - b.at);
};

/**
 * Business minutes until the first response (domain method: first response): 85 % lognormal around 38 minutes,
 * 10 % forgotten for days, 5 % for good; null for those.
 */
export const responseMinutes = (random: Random): number | null => {
  const draw = random();
  if (draw < 0.85) return logNormal(random, 38, 1.6);
  return draw < 0.95 ? logNormal(random, 1500, 1) : null;
};

/** When a lead is answered; null when it never is. */
export const respondsAt = (
  calendar: WorkCalendar,
  zone: Zone,
  arrivedAt: Instant,
  delay: number,
  random: Random,
): Instant | null => {
  const minutes = responseMinutes(random);
  if (minutes === null) return null;
  return addBusinessMinutes(calendar, zone, arrivedAt, Math.max(1, minutes * delay));
};
