// Quantiles of small samples, as shown on score cards.

/**
 * The quantile by linear interpolation between order statistics (domain method: "type 7").
 * @param values in any order; must not be empty
 * @param p 0-1: .5 is the median
 * @throws RangeError when there are no values
 */
export const quantile = (values: readonly number[], p: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  if (below === undefined || above === undefined) throw new RangeError('quantile of no values');
  return below + (above - below) * (at - Math.floor(at));
};
