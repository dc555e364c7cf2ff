// The curves that turn any measure into 0-100: 80 is on target, 100 the stretch mark, 0 the floor.
import { assertNever } from '../../errors.ts';
import type { Prior } from './facts.ts';

/** For ratios and attainment: more is better, nothing counts below `floor` or above `stretch`. */
interface Up {
  readonly kind: 'up';
  readonly target: number;
  readonly stretch: number;
  readonly floor: number;
}

/** For counts: each further unit is worth less, so volume cannot buy a score. */
interface Sat {
  readonly kind: 'sat';
  readonly target: number;
}

/** For waiting times and cycle lengths: less is better, on a logarithmic scale. */
interface Wait {
  readonly kind: 'wait';
  readonly best: number;
  readonly target: number;
  readonly worst: number;
}

/** How a measure becomes a score: plain data, stored in a standard. */
export type Curve = Up | Sat | Wait;

const up = (x: number, { target, stretch, floor }: Up): number => {
  if (x <= floor) return 0;
  if (x < target) return (80 * (x - floor)) / (target - floor);
  if (x < stretch) return 80 + (20 * (x - target)) / (stretch - target);
  return 100;
};

const sat = (x: number, { target }: Sat): number => (x <= 0 ? 0 : 100 * (1 - 5 ** (-x / target)));

const wait = (x: number, { best, target, worst }: Wait): number => {
  if (x <= best) return 100;
  if (x <= target) return 100 - (20 * Math.log(x / best)) / Math.log(target / best);
  if (x < worst) return 80 * (1 - Math.log(x / target) / Math.log(worst / target));
  return 0;
};

/**
 * The score of a measure, 0-100 in full precision (domain method: one scale for everything).
 * @param value in the curve's own unit; NaN is never passed
 */
export const applyCurve = (curve: Curve, value: number): number => {
  switch (curve.kind) {
    case 'up':
      return up(value, curve);
    case 'sat':
      return sat(value, curve);
    case 'wait':
      return wait(value, curve);
    default:
      return assertNever(curve);
  }
};

/**
 * The curve with every mark multiplied: a target per day becomes one for the days of a window.
 * @param factor > 0
 */
export const scaleCurve = (curve: Curve, factor: number): Curve => {
  switch (curve.kind) {
    case 'up':
      return {
        kind: 'up',
        target: curve.target * factor,
        stretch: curve.stretch * factor,
        floor: curve.floor * factor,
      };
    case 'sat':
      return { kind: 'sat', target: curve.target * factor };
    case 'wait':
      return {
        kind: 'wait',
        best: curve.best * factor,
        target: curve.target * factor,
        worst: curve.worst * factor,
      };
    default:
      return assertNever(curve);
  }
};

/**
 * A rate on few cases, drawn towards what is usual (domain method: beta prior, posterior mean).
 * @param k successes, 0 ≤ k ≤ n; may be fractional
 * @param n cases; n + strength > 0
 */
export const shrink = (k: number, n: number, prior: Prior): number =>
  (k + prior.strength * prior.mean) / (n + prior.strength);
