// How sure a share of counted answers is.

/** Of a normal distribution, 95 % lie within so many standard deviations. */
export const Z95 = 1.96;

/**
 * Wilson's 95 % interval of a share (domain.md E18).
 * @param hits of `n`; `n` at least 1
 * @returns shares in 0 … 1
 */
export const wilson = (
  hits: number,
  n: number,
): { readonly low: number; readonly high: number } => {
  const z2 = Z95 * Z95;
  const share = hits / n;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const reach = (Z95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
};
