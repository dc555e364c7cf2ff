// The recommendation score (eNPS): who would recommend the team less who would not, and how sure that is.
import { Z95 } from './interval.ts';

/** Answers 0 … 10 in three parts. */
export interface Recommended {
  /** 9 and 10. */
  readonly promoters: number;
  /** 7 and 8. */
  readonly passives: number;
  /** 0 to 6. */
  readonly detractors: number;
}

/** A score in −100 … 100 with its standard error. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

/** Below this many answers the adjusted Wald estimate is used. */
const FEW = 30;

/** The parts of answers counted from 0 to 10. @throws RangeError unless there are eleven counts */
export const recommendedOf = (counts: readonly number[]): Recommended => {
  if (counts.length !== 11) throw new RangeError(`eleven counts, not ${counts.length}`);
  const sum = (from: number, to: number) => counts.slice(from, to).reduce((a, b) => a + b, 0);
  return { detractors: sum(0, 7), passives: sum(7, 9), promoters: sum(9, 11) };
};

const answersOf = ({ promoters, passives, detractors }: Recommended): number =>
  promoters + passives + detractors;

/** `100·(P − D)/n` (domain.md §4.7). @throws RangeError without answers */
export const enpsOf = (parts: Recommended): number => {
  const n = answersOf(parts);
  if (n <= 0) throw new RangeError('no answers');
  return (100 * (parts.promoters - parts.detractors)) / n;
};

/** `SE = √(Var/n)`, `Var = (P + D)/n − e²` (domain.md §4.7), in points of the score. */
export const plainEstimate = (parts: Recommended): Estimate => {
  const n = answersOf(parts);
  const value = enpsOf(parts);
  const e = value / 100;
  const variance = (parts.promoters + parts.detractors) / n - e * e;
  return { value, error: 100 * Math.sqrt(Math.max(0, variance) / n) };
};

/** Adjusted Wald: three answers more, ¾ promoters, 1½ passives, ¾ detractors (domain.md §4.7). */
export const adjustedEstimate = ({ promoters, passives, detractors }: Recommended): Estimate =>
  plainEstimate({
    promoters: promoters + 0.75,
    passives: passives + 1.5,
    detractors: detractors + 0.75,
  });

/** The estimate to reckon with: the adjusted one below 30 answers. */
export const estimateOf = (parts: Recommended): Estimate =>
  answersOf(parts) < FEW ? adjustedEstimate(parts) : plainEstimate(parts);

/** `√((N − n)/(N − 1))`: how much surer one is of a team of `N` of whom `n` answered. 0 when all did. */
export const finiteFactor = (n: number, population: number): number =>
  population <= 1 ? 0 : Math.sqrt(Math.max(0, population - n) / (population - 1));

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The 95 % interval of the score of a team of `population` people this month, within −100 … 100. The adjustment for
 * few answers shrinks with the error as more of the team have answered, so that the interval of a whole team is its
 * score; it always holds the score itself.
 */
export const enpsInterval = (parts: Recommended, population: number): Interval => {
  const score = enpsOf(parts);
  const { value, error } = estimateOf(parts);
  const factor = finiteFactor(answersOf(parts), population);
  const middle = score + factor * (value - score);
  const reach = Z95 * error * factor;
  return {
    low: Math.max(-100, Math.min(score, middle - reach)),
    high: Math.min(100, Math.max(score, middle + reach)),
  };
};
