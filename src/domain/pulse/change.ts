// Whether something changed since the last survey, or whether chance alone may have moved it that far.
import { enpsOf, estimateOf, type Recommended } from './enps.ts';
import { Z95 } from './interval.ts';

/** From the earlier to the later; `clear` only where chance would do so less than one time in twenty. */
export interface Change {
  readonly by: number;
  readonly clear: boolean;
}

interface Known {
  readonly value: number;
  readonly error: number;
}

/** `z = (e1 − e2)/√(SE1² + SE2²)` (domain.md §4.7). Without any error whatever moved has moved. */
export const zOf = (before: Known, now: Known): number => {
  const moved = now.value - before.value;
  return moved === 0 ? 0 : moved / Math.hypot(before.error, now.error);
};

/**
 * The change of the recommendation score, in points. Both surveys count as samples of how the team feels these
 * months, so nothing is taken off for a small team here.
 */
export const enpsChange = (before: Recommended, now: Recommended): Change => ({
  by: enpsOf(now) - enpsOf(before),
  clear: Math.abs(zOf(estimateOf(before), estimateOf(now))) >= Z95,
});

/** The mean of answers by their value, with its standard error `s/√n`, `s²` over `n − 1`. */
export const meanOf = (counts: readonly number[], lowest: number): Known => {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const value = counts.reduce((sum, count, i) => sum + count * (lowest + i), 0) / n;
  const squares = counts.reduce((sum, count, i) => sum + count * (lowest + i - value) ** 2, 0);
  return { value, error: n < 2 ? Number.POSITIVE_INFINITY : Math.sqrt(squares / (n - 1) / n) };
};

/**
 * The change of a mean, by Welch's statistic for two samples of unequal spread, `z = (m1 − m2)/√(s1²/n1 + s2²/n2)`
 * (B. L. Welch, Biometrika 34, 1947, 28-35), held against 1.96 as the recommendation score is.
 * @param lowest the value of the first count
 */
export const meanChange = (
  before: readonly number[],
  now: readonly number[],
  lowest: number,
): Change => {
  const [was, is] = [meanOf(before, lowest), meanOf(now, lowest)];
  return { by: is.value - was.value, clear: Math.abs(zOf(was, is)) >= Z95 };
};
