import { describe, expect, it } from 'vitest';
import { enpsChange, meanChange, meanOf, zOf } from '../../../../src/domain/pulse/change.ts';
import {
  adjustedEstimate,
  enpsInterval,
  enpsOf,
  estimateOf,
  finiteFactor,
  plainEstimate,
  recommendedOf,
} from '../../../../src/domain/pulse/enps.ts';
import { wilson, Z95 } from '../../../../src/domain/pulse/interval.ts';
import { satisfactionOf } from '../../../../src/domain/pulse/satisfaction.ts';

const parts = (promoters: number, passives: number, detractors: number) => ({
  promoters,
  passives,
  detractors,
});

describe('E17', () => {
  it.each([
    [5, 3, 2, 30, 24.6982, 48.4084],
    [40, 35, 25, 15, 7.9215, 15.5261],
    [12, 10, 8, 13.3333, 14.707, null],
    [18, 8, 4, 46.6667, 13.1092, null],
  ])('%i/%i/%i', (p, q, d, score, error, reach) => {
    const estimate = plainEstimate(parts(p, q, d));
    expect(estimate.value).toBeCloseTo(score, 4);
    expect(estimate.error).toBeCloseTo(error, 4);
    if (reach !== null) expect(Z95 * estimate.error).toBeCloseTo(reach, 4);
  });

  it('33 points apart is no clear change', () => {
    const [before, now] = [parts(12, 10, 8), parts(18, 8, 4)];
    expect(zOf(plainEstimate(before), plainEstimate(now))).toBeCloseTo(1.6919, 4);
    const change = enpsChange(before, now);
    expect(change.by).toBeCloseTo(33.3333, 4);
    expect(change.clear).toBe(false);
  });

  it('counts what the team is as known: N = 40, n = 30', () => {
    expect(finiteFactor(30, 40)).toBeCloseTo(0.5064, 4);
    const { low, high } = enpsInterval(parts(18, 8, 4), 40);
    expect((high - low) / 2).toBeCloseTo(13.0107, 3);
    expect((high + low) / 2).toBeCloseTo(46.6667, 4);
  });

  it.each([
    [5, 3, 2, 23.0769, -19.0514, 65.2052],
    [8, 0, 0, 72.7273, 38.5376, 100],
  ])('adjusted: %i/%i/%i', (p, q, d, value, low, high) => {
    const estimate = adjustedEstimate(parts(p, q, d));
    expect(estimate).toEqual(estimateOf(parts(p, q, d)));
    expect(estimate.value).toBeCloseTo(value, 4);
    expect(estimate.value - Z95 * estimate.error).toBeCloseTo(low, 3);
    expect(Math.min(100, estimate.value + Z95 * estimate.error)).toBeCloseTo(high, 3);
  });

  it('always holds the score itself, and lies within −100 … 100', () => {
    const everybody = enpsInterval(parts(10, 0, 0), 10);
    expect(everybody).toEqual({ low: 100, high: 100 });
    for (let p = 0; p <= 8; p += 1) {
      for (let d = 0; d + p <= 8; d += 1) {
        const answers = parts(p, 8 - p - d, d);
        for (const population of [8, 9, 30]) {
          const { low, high } = enpsInterval(answers, population);
          expect(low).toBeLessThanOrEqual(enpsOf(answers));
          expect(high).toBeGreaterThanOrEqual(enpsOf(answers));
          expect(low).toBeGreaterThanOrEqual(-100);
          expect(high).toBeLessThanOrEqual(100);
        }
      }
    }
  });

  it('parts the answers at 7 and 9', () => {
    expect(recommendedOf([1, 1, 1, 1, 1, 1, 1, 10, 10, 100, 100])).toEqual(parts(200, 20, 7));
    expect(() => recommendedOf([1, 2, 3])).toThrow(RangeError);
  });
});

it.each([
  [2, 2, 0.3424, 1],
  [10, 40, 0.1419, 0.4019],
  [22, 30, 0.5555, 0.8582],
])('E18: %i of %i', (hits, n, low, high) => {
  const interval = wilson(hits, n);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

it('E20: five answers of 100, 75, 50, 75, 25 make 65', () => {
  const { value } = meanOf([0, 1, 1, 2, 1], 1);
  expect(satisfactionOf(value)).toBeCloseTo(65);
});

describe('a change of means', () => {
  it('is clear where the answers moved and chance would not', () => {
    expect(meanChange([0, 6, 6, 0, 0], [0, 0, 0, 6, 6], 1)).toEqual({ by: 2, clear: true });
    expect(meanChange([1, 2, 3, 2, 1], [0, 2, 3, 2, 2], 1).clear).toBe(false);
  });
  it('has a standard error of s/√n', () => {
    // 1 … 5 once each: s² = 2.5, n = 5.
    expect(meanOf([1, 1, 1, 1, 1], 1)).toEqual({ value: 3, error: Math.sqrt(0.5) });
  });
  it('is none between the same, and clear where nobody differs from anybody', () => {
    expect(meanChange([0, 0, 0, 8, 0], [0, 0, 0, 8, 0], 1)).toEqual({ by: 0, clear: false });
    expect(meanChange([0, 0, 0, 8, 0], [0, 0, 0, 0, 8], 1)).toEqual({ by: 1, clear: true });
  });
});
