// Quantiles and effective numbers of the worked examples.
import { expect, it } from 'vitest';
import { effectiveKinds } from '../../../../src/domain/scoring/diversity.ts';
import { quantile } from '../../../../src/domain/scoring/quantile.ts';

it('E10: median and p90 of handoff hours', () => {
  const hours = [30, 1, 2, 24, 3, 4, 8];
  expect(quantile(hours, 0.5)).toBe(4);
  expect(quantile(hours, 0.9)).toBeCloseTo(26.4, 9);
  expect([quantile(hours, 0), quantile(hours, 1)]).toEqual([1, 30]);
  expect(quantile([7], 0.9)).toBe(7);
  expect(() => quantile([], 0.5)).toThrow(RangeError);
});

it('E3: effective channels', () => {
  expect(effectiveKinds([12, 5, 3])).toBeCloseTo(2.2472, 4);
  expect(effectiveKinds([18, 1, 1])).toBeCloseTo(1.227, 4);
  expect(effectiveKinds([0, 0])).toBe(0);
});
