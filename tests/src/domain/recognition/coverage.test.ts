// Whom recognition reaches and how evenly: worked examples, and what holds of any team.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf, unevenSpread } from '../../../../src/domain/recognition/coverage.ts';
import { giniOf, holdersOfHalf } from '../../../../src/domain/recognition/gini.ts';

const DAYS = { from: '2026-03-01', to: '2026-03-31' };
const some = fc.array(
  fc.integer({ min: 0, max: 50 }).map((n) => n / 6),
  {
    minLength: 1,
    maxLength: 40,
  },
);

describe('the Gini coefficient', () => {
  it.each([
    [[1, 1, 1, 1], 0],
    [[1, 2, 3, 4], 0.25],
    [[0, 0, 0, 4], 0.75],
    [[0, 0, 0, 0, 10], 0.8],
    [[5], 0],
    // Three thanks from one giver (E23) beside one from another.
    [[11 / 6, 1], 0.1471],
  ])('of %j is %d', (values, gini) => {
    expect(giniOf(values)).toBeCloseTo(gini, 4);
  });

  it('is none of nothing', () => {
    expect(giniOf([])).toBeNull();
    expect(giniOf([0, 0])).toBeNull();
  });

  it('is between 0 and 1, whatever the order and the unit', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 9 }), (values, unit) => {
        const gini = giniOf(values);
        const all = values.reduce((sum, value) => sum + value, 0);
        if (all === 0) return gini === null;
        const other = giniOf(values.toReversed().map((value) => value * unit));
        expect(gini).toBeGreaterThanOrEqual(0);
        expect(gini).toBeLessThan(1);
        expect(other).toBeCloseTo(gini ?? Number.NaN, 9);
        return true;
      }),
    );
  });

  it('is the mean difference of any two, over twice the mean', () => {
    fc.assert(
      fc.property(some, (values) => {
        const sum = values.reduce((total, value) => total + value, 0);
        fc.pre(sum > 0);
        const n = values.length;
        const differences = values.flatMap((a) => values.map((b) => Math.abs(a - b)));
        const expected = differences.reduce((total, d) => total + d, 0) / (2 * n * sum);
        expect(giniOf(values)).toBeCloseTo(expected, 9);
      }),
    );
  });
});

describe('who has half of it', () => {
  it.each([
    [[1, 1, 1, 1], 2],
    [[0, 0, 0, 4], 1],
    [[3, 2, 2, 2, 1], 2],
    [[1 / 3, 1 / 3, 1 / 3, 1 / 3, 1 / 3, 1 / 3], 3],
    [[0, 0], 0],
  ])('of %j are %d', (values, n) => {
    expect(holdersOfHalf(values)).toBe(n);
  });
});

describe('coverage', () => {
  const got = (thanks: number, noticed = 0, rewards = 0) => ({ thanks, noticed, rewards });

  it('counts each member once, rewards too (E14: 7 of 12)', () => {
    const received = new Map([
      ...[1, 2, 3, 4, 5].map((id) => [id, got(3)] as const),
      [6, got(0, 3)] as const,
      [7, got(0, 0, 1)] as const,
      [99, got(5)] as const,
    ]);
    const eligible = Array.from({ length: 12 }, (_, at) => at + 1);
    expect(coverageOf(DAYS, eligible, received)).toEqual({
      days: DAYS,
      eligible: 12,
      reached: 7,
      ratio: 7 / 12,
      each: 1.5,
    });
  });

  it('of fewer than five is shown and not measured; of nobody there is none', () => {
    const received = new Map([[1, got(1)]]);
    expect(coverageOf(DAYS, [1, 2, 3, 4], received)).toMatchObject({ reached: 1, ratio: null });
    expect(coverageOf(DAYS, [1, 2, 3, 4, 5], received)).toMatchObject({ ratio: 0.2 });
    expect(coverageOf(DAYS, [], received)).toMatchObject({ eligible: 0, ratio: null, each: null });
  });

  it('is uneven above 0.6, not at it, and not in a small team', () => {
    const spread = (values: number[]) =>
      unevenSpread(
        values.map((_, at) => at),
        new Map(values.map((thanks, at) => [at, got(thanks)])),
      );
    // (4 × 1 + 2 × 1) ÷ 10 is 0.6 exactly.
    expect(spread([0, 0, 0, 1, 1])).toBeNull();
    expect(spread([0, 0, 0, 1, 2])).toEqual({ gini: 2 / 3, half: 1, members: 5 });
    expect(spread([0, 0, 0, 4])).toBeNull();
    expect(spread([0, 0, 0, 0, 0])).toBeNull();
  });
});
