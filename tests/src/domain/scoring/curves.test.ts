// The worked examples of the curves, and their shape everywhere else.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  applyCurve,
  type Curve,
  scaleCurve,
  shrink,
} from '../../../../src/domain/scoring/curves.ts';

const sat: Curve = { kind: 'sat', target: 20 };
const wait: Curve = { kind: 'wait', best: 5, target: 30, worst: 960 };
const up: Curve = { kind: 'up', target: 0.9, stretch: 1, floor: 0 };

describe('worked examples', () => {
  test.each([
    [0, 0],
    [5, 33.126],
    [10, 55.2786],
    [20, 80],
    [30, 91.0557],
    [40, 96],
    [60, 99.2],
  ])('E1: sat(%d; 20) = %d', (x, score) => expect(applyCurve(sat, x)).toBeCloseTo(score, 3));

  test.each([
    [3, 100],
    [5, 100],
    [10, 92.2629],
    [15, 87.7371],
    [30, 80],
    [60, 64],
    [120, 48],
    [240, 32],
    [480, 16],
    [960, 0],
  ])('E2: wait(%d; 5, 30, 960) = %d', (minutes, score) =>
    expect(applyCurve(wait, minutes)).toBeCloseTo(score, 3),
  );

  test.each([
    [0, 0, 0.22, 70.4],
    [2, 2, 0.3118, 92.3529],
    [1, 3, 0.2389, 76.4444],
    [0, 5, 0.165, 52.8],
    [10, 40, 0.2418, 77.3818],
    [30, 100, 0.2896, 87.913],
  ])('E4: %d of %d shrinks to %d and scores %d', (k, n, rate, score) => {
    const shrunk = shrink(k, n, { mean: 0.22, strength: 15 });
    expect(shrunk).toBeCloseTo(rate, 4);
    const curve: Curve = { kind: 'up', target: 0.25, stretch: 0.35, floor: 0 };
    expect(applyCurve(curve, shrunk)).toBeCloseTo(score, 3);
  });

  test.each([
    [30, 100],
    [45, 100],
    [50, 92.6752],
    [60, 80],
    [75, 54.2458],
    [90, 33.203],
    [120, 0],
  ])('E8: a cycle of %d days against a median of 60 scores %d', (days, score) =>
    expect(applyCurve({ kind: 'wait', best: 45, target: 60, worst: 120 }, days)).toBeCloseTo(
      score,
      3,
    ),
  );
});

describe('shape', () => {
  const curves: Curve[] = [sat, wait, up, { kind: 'up', target: 2, stretch: 3, floor: 1 }];

  it('stays within 0 and 100, is 80 on target, and never turns round', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...curves),
        fc.double({ min: -10, max: 1e9, noNaN: true }),
        fc.double({ min: -10, max: 1e9, noNaN: true }),
        (curve, a, b) => {
          const [low, high] = [
            applyCurve(curve, Math.min(a, b)),
            applyCurve(curve, Math.max(a, b)),
          ];
          expect(Math.min(low, high)).toBeGreaterThanOrEqual(0);
          expect(Math.max(low, high)).toBeLessThanOrEqual(100);
          if (curve.kind === 'wait') expect(high).toBeLessThanOrEqual(low);
          else expect(high).toBeGreaterThanOrEqual(low);
        },
      ),
    );
    for (const curve of curves) expect(applyCurve(curve, curve.target)).toBeCloseTo(80, 9);
  });

  it('gives the whole at a target that is its own stretch mark', () => {
    const all: Curve = { kind: 'up', target: 1, stretch: 1, floor: 0 };
    expect(applyCurve(all, 0.99)).toBeCloseTo(79.2, 9);
    expect(applyCurve(all, 1)).toBe(100);
  });

  it('reads a scaled curve as the curve at the scaled-back value', () => {
    for (const curve of curves)
      for (const x of [0, 0.4, 1.5, 25, 70, 2000])
        expect(applyCurve(scaleCurve(curve, 17), x * 17)).toBeCloseTo(applyCurve(curve, x), 9);
  });
});
