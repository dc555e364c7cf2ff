// What a file's times and sums are in a team: by its zone and in its currency.
import { type Amount, minorOf } from '../../domain/importing/amount.ts';
import type { Moment } from '../../domain/importing/date.ts';
import { Fault } from '../../domain/importing/fault.ts';
import { type Day, dayOf, type Instant, instantOf } from '../../domain/time.ts';

/** The instant of what a file calls a time; a day without one begins its working hours at nine. */
export const instantIn = (moment: Moment, zone: string): Instant => {
  if ('at' in moment) return moment.at;
  const clock = moment.clock ?? '09:00:00';
  const minute = instantOf(moment.day, clock.slice(0, 5), zone);
  return minute + Number(clock.slice(6)) * 1_000;
};

/** The local day of what a file calls a time. */
export const dayIn = (moment: Moment, zone: string): Day =>
  'at' in moment ? dayOf(moment.at, zone) : moment.day;

export interface Sum {
  readonly minor: number | null;
  /** Null without an amount. */
  readonly currency: string | null;
}

/** An amount in the currency the row names, else in the team's. */
export const sumIn = (
  amount: Amount | null | undefined,
  currency: string | null | undefined,
  usual: string,
): Sum | Fault => {
  if (!amount) return { minor: null, currency: null };
  const own = currency ?? usual;
  const minor = minorOf(amount, own);
  return minor instanceof Fault ? minor : { minor, currency: own };
};
