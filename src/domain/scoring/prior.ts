// Fits what is usual in a segment, so that a rate on few cases can be drawn towards it.
import { shrink } from './curves.ts';
import type { Prior } from './facts.ts';

/** One member's cases in the segment. */
interface Cases {
  /** Successes, 0 ≤ k ≤ n. */
  readonly k: number;
  readonly n: number;
}

const MIN_CASES = 5;
const MIN_MEMBERS = 8;
const WEAKEST = 5;
const STRONGEST = 50;

/** How alike the members' rates are, in imagined cases: many when they differ by no more than chance. */
const strengthOf = (rows: readonly Cases[]): number => {
  const total = rows.reduce((sum, { n }) => sum + n, 0);
  const mean = rows.reduce((sum, { k }) => sum + k, 0) / total;
  const variance = mean * (1 - mean);
  if (variance <= 0) return STRONGEST;
  const spread = rows.reduce((sum, { k, n }) => sum + n * (k / n - mean) ** 2, 0);
  const chance = rows.length - 1;
  const weight = total - rows.reduce((sum, { n }) => sum + n * n, 0) / total;
  const correlation = (spread / variance - chance) / (weight - chance);
  if (correlation <= 0) return STRONGEST;
  return Math.min(STRONGEST, Math.max(WEAKEST, 1 / correlation - 1));
};

/**
 * The prior of one segment, to be frozen when a period starts (domain method: prior strength by the method
 * of moments, intraclass correlation ρ = (S/pq − (r−1)) / (N − Σn²/N − (r−1)), strength 1/ρ − 1 within 5-50).
 * With fewer than 8 members of 5 cases each the strength is the fallback's, and so that a handful of cases
 * does not make a mean of 0 or 1, the pooled rate is itself drawn towards the fallback.
 * @param rows members of the same segment, not of the whole firm
 * @param fallback the standard's prior
 */
export const fitPrior = (rows: readonly Cases[], fallback: Prior): Prior => {
  const full = rows.filter(({ n }) => n >= MIN_CASES);
  const k = rows.reduce((sum, row) => sum + row.k, 0);
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  if (full.length >= MIN_MEMBERS) return { mean: k / n, strength: strengthOf(full) };
  return {
    mean: n + fallback.strength === 0 ? fallback.mean : shrink(k, n, fallback),
    strength: fallback.strength,
  };
};
