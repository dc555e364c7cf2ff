// How many channels somebody really works with.

/**
 * The effective number of kinds, 1 ÷ Σ share² (domain method: Hill number of order 2). It hardly moves when
 * one token case is sprinkled on each kind: [18, 1, 1] works with 1.23 kinds.
 * @param counts cases per kind, ≥ 0
 * @returns from 1 to the number of kinds used; 0 without any case
 */
export const effectiveKinds = (counts: readonly number[]): number => {
  let total = 0;
  let squares = 0;
  for (const count of counts) {
    total += count;
    squares += count * count;
  }
  return squares === 0 ? 0 : (total * total) / squares;
};
