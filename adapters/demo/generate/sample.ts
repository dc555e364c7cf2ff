// Draws from the distributions sales data follow.
import type { Random } from './random.ts';

export const chance = (random: Random, probability: number): boolean => random() < probability;

/** A whole number from `from` to `to`, both included. */
export const integer = (random: Random, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1));

/** One of the values; the list is not empty. */
export const pick = <T>(random: Random, values: readonly T[]): T =>
  values[Math.floor(random() * values.length)] as T;

/** One of the keys, by weights ≥ 0 that are not all 0. */
export const weighted = <K extends string>(
  random: Random,
  weights: Readonly<Partial<Record<K, number>>>,
): K => {
  const entries = Object.entries(weights) as [K, number][];
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  return (entries.at(-1) as [K, number])[0];
};

/** The standard normal distribution (Box-Muller). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

export const logNormal = (random: Random, median: number, sigma: number): number =>
  median * Math.exp(sigma * normal(random));

/** The gamma distribution with scale 1, shape > 0 (Marsaglia and Tsang). */
export const gamma = (random: Random, shape: number): number => {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < x ** 2 / 2 + d * (1 - v + Math.log(v))) return d * v;
  }
};

/** The Poisson distribution, by counting exponential gaps; for means up to a few hundred. */
export const poisson = (random: Random, mean: number): number => {
  let count = -1;
  for (let left = mean; left >= 0; count++) left += Math.log(1 - random());
  return count;
};

/** The negative binomial distribution: variance `mean + mean² ÷ k`. */
export const negBin = (random: Random, mean: number, k: number): number =>
  mean <= 0 ? 0 : poisson(random, (gamma(random, k) * mean) / k);

/** Shares of 1 scattered around the given ones; the larger `strength`, the closer. */
export const dirichlet = <K extends string>(
  random: Random,
  shares: Readonly<Record<K, number>>,
  strength: number,
): Record<K, number> => {
  const drawn = (Object.entries(shares) as [K, number][]).map(
    ([key, share]) => [key, gamma(random, share * strength)] as const,
  );
  const sum = drawn.reduce((total, [, value]) => total + value, 0);
  return Object.fromEntries(drawn.map(([key, value]) => [key, value / sum])) as Record<K, number>;
};
