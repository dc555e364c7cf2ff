// Which metrics moved a score, and by how much of its points.
import type { Standard } from '../standard.ts';
import { evaluate } from './evaluation.ts';
import type { Facts } from './facts.ts';
import type { MetricKey } from './metrics.ts';

export interface Moved {
  readonly metric: MetricKey;
  /** Points of the total, gained or lost. */
  readonly points: number;
}

/** Smaller movements would show as ±0.00. */
const VISIBLE = 0.005;

/** The metrics whose points differ between two states of one member, the largest movement first. */
export const movedMetrics = (before: Facts, after: Facts, standard: Standard): Moved[] => {
  const [then, now] = [evaluate(before, standard), evaluate(after, standard)];
  return now.readings
    .map(({ key }, at) => ({
      metric: key,
      points: (now.composite.parts[at]?.points ?? 0) - (then.composite.parts[at]?.points ?? 0),
    }))
    .filter(({ points }) => Math.abs(points) >= VISIBLE)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
};
