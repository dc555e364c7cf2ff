// What a thanks is worth to whoever gets it: the more often the same two, the less.
import { addDays, type Day, type Days } from '../time.ts';
import { POINT } from './account.ts';

/** Thanks from the same giver to the same receiver are counted over this many days, the day itself included. */
const WINDOW_DAYS = 30;

/** The days of which a thanks on `day` is one more. */
export const windowOf = (day: Day): Days => ({ from: addDays(day, 1 - WINDOW_DAYS), to: day });

/**
 * What a receiver is credited, in thousandths of a point: 1/nth of what it costs, rounded down
 * (`reference/domain.md` 2.6, E23: three of one point each are worth 1 + 0.5 + 0.333).
 * @param points whole points it costs the giver
 * @param nth which one from this giver to this receiver in 30 days, from 1
 */
export const worthOf = (points: number, nth: number): number => Math.floor((points * POINT) / nth);
