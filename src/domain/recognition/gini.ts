// How evenly something is spread over people: 0 when everybody has as much, towards 1 when one has it all.

/** Above this a manager is told (domain method 1.13). */
export const UNEVEN_OVER = 0.6;

/**
 * The Gini coefficient Σ(2i − n − 1)·xᵢ ÷ (n·Σx), xᵢ in ascending order, i from 1 (domain method 1.13, E25): of
 * [1, 2, 3, 4] 0.25, of [0, 0, 0, 4] 0.75.
 * @param values ≥ 0, one a person, zeros included
 * @returns 0 … (n − 1)/n; null when there is nothing to spread
 */
export const giniOf = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const sum = sorted.reduce((total, value) => total + value, 0);
  if (sum === 0) return null;
  const n = sorted.length;
  const weighted = sorted.reduce((total, value, at) => total + (2 * at + 1 - n) * value, 0);
  // Sums of thirds are not exact, and what is spread evenly is not uneven.
  return Math.min((n - 1) / n, Math.max(0, weighted / (n * sum)));
};

/** The fewest people who together have half of it: what an uneven spread means in plain words. 0 for nothing. */
export const holdersOfHalf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => b - a);
  const half = sorted.reduce((total, value) => total + value, 0) / 2;
  let so = 0;
  let n = 0;
  for (const value of sorted) {
    // A hair less, for sums of thirds.
    if (so >= half - 1e-9) break;
    so += value;
    n += 1;
  }
  return n;
};
