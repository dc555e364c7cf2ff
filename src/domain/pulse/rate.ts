// How many took part, told so coarsely that hardly a click shows.

/** Fewer invited, and no rate is told. */
const MIN_INVITED = 5;
/** From so many invited on in tenths, below in fifths. */
const FINE_FROM = 50;

/** `most`: at most so many percent; `least`: at least. */
export interface RoundedRate {
  readonly bound: 'most' | 'about' | 'least';
  readonly percent: number;
}

/**
 * The participation of a group: below 50 people one of ≤ 20 %, about 40 %, about 60 %, ≥ 80 %; from 50 on in steps
 * of 10 % from ≤ 10 % to ≥ 90 %. Everybody and nobody are told as the last and first step, never as such.
 * @returns null for fewer than 5 invited
 */
export const roundedRate = (invited: number, answered: number): RoundedRate | null => {
  if (invited < MIN_INVITED) return null;
  const step = invited < FINE_FROM ? 20 : 10;
  const percent = Math.round((100 * Math.min(answered, invited)) / invited / step) * step;
  if (percent <= step) return { bound: 'most', percent: step };
  if (percent >= 100 - step) return { bound: 'least', percent: 100 - step };
  return { bound: 'about', percent };
};
