// The one door to a member's score.
import type { Standard } from '../standard.ts';
import { type Evaluation, evaluate } from './evaluation.ts';
import { type Explanation, explain } from './explanation.ts';
import type { Facts } from './facts.ts';

/** What boards and trends need of a score. */
export interface Total {
  /** The standard's version. */
  readonly version: number;
  /** 0-100 in full precision; null when nothing can be scored. */
  readonly value: number | null;
  /** The weight that had data, 0-100. */
  readonly available: number;
  /** Too little data to be ranked; shown to the member as it is. */
  readonly provisional: boolean;
}

/** A score and all that explains it; plain JSON, recomputed to the last digit from facts and standard. */
export interface Score extends Total {
  readonly explanation: Explanation;
}

const totalOf = ({ composite }: Evaluation, { version, guards }: Standard): Total => ({
  version,
  value: composite.total,
  available: composite.available,
  // Sums of weights carry rounding errors; 60 of 100 is enough even when it comes out as 59.999….
  provisional: composite.total === null || composite.available < guards.minAvailable - 1e-9,
});

/** Scores one member's window under a standard (domain method: four dimensions, one scale). */
export const scoreMember = (facts: Facts, standard: Standard): Score => {
  const evaluation = evaluate(facts, standard);
  return {
    ...totalOf(evaluation, standard),
    explanation: explain(facts, standard, evaluation),
  };
};

/** The same score without its explanation, for whole teams: advice is simulated and costs 20 times as much. */
export const totalScore = (facts: Facts, standard: Standard): Total =>
  totalOf(evaluate(facts, standard), standard);

/**
 * A score as shown and ranked: one decimal, half up, so that what looks equal ranks as equal. The hair
 * added first keeps 75.85 from showing as 75.8 because a sum came out as 75.84999….
 */
export const roundForRank = (value: number): number => Math.floor(value * 10 + 0.5 + 1e-9) / 10;
