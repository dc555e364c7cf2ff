// The worked examples of the composite, and its laws for any parts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../../../../src/domain/scoring/composite.ts';
import { applyCurve } from '../../../../src/domain/scoring/curves.ts';
import { METRICS } from '../../../../src/domain/scoring/metrics.ts';
import { DEFAULT_STANDARD } from '../../../../src/domain/standard.ts';
import { TWELVE_KEYS } from './twelve.ts';

type Scores = Record<(typeof TWELVE_KEYS)[number], number | null>;
const E12: Scores = {
  followups: 80,
  response: 64,
  diversity: 80,
  intent: 70,
  script: 85,
  completeness: 90,
  win: 76,
  collection: 75.5556,
  cycle: 50,
  satisfaction: 88,
  handoff: 60,
  sharing: 72,
};
const composite = (scores: Scores) =>
  compose(
    TWELVE_KEYS.map((key) => ({
      group: METRICS[key].dimension,
      weight: METRICS[key].setting.weight,
      score: scores[key],
    })),
    DEFAULT_STANDARD.dimensions,
  );

describe('worked examples', () => {
  it('E12', () => {
    const { groups, total, available } = composite(E12);
    expect(groups.behaviour.score).toBeCloseTo(73.6, 3);
    expect(groups.process.score).toBeCloseTo(82.5, 3);
    expect(groups.result.score).toBeCloseTo(74.3667, 3);
    expect(groups.collaboration.score).toBeCloseTo(66, 3);
    expect(total).toBeCloseTo(75.8167, 3);
    expect(available).toBeCloseTo(100, 9);
  });

  it('E12b: re-weights inside the dimension first', () => {
    const { groups, total, available } = composite({
      ...E12,
      collection: null,
      satisfaction: null,
    });
    expect(groups.result.score).toBeCloseTo(68.2, 3);
    expect(total).toBeCloseTo(73.35, 3);
    expect(available).toBeCloseTo(80, 9);
  });

  it('E12c: spreads an empty dimension over the others', () => {
    const { groups, total, available } = composite({ ...E12, handoff: null, sharing: null });
    expect(groups.collaboration).toMatchObject({ score: null, share: 0, points: 0, weight: 10 });
    expect(total).toBeCloseTo(76.9074, 3);
    expect(available).toBeCloseTo(90, 9);
  });

  it('E12d: 400 instead of 20 follow-ups are worth 1.6 points', () => {
    const at = (count: number) =>
      composite({ ...E12, followups: applyCurve({ kind: 'sat', target: 20 }, count) }).total ?? NaN;
    expect(at(400) - at(20)).toBeCloseTo(1.6, 3);
    expect(at(1e12) - at(20)).toBeLessThanOrEqual(1.6 + 1e-9);
  });
});

const WEIGHTS = { a: 20, b: 30, c: 50, d: 0 };
const parts = fc.array(
  fc.record({
    group: fc.constantFrom<keyof typeof WEIGHTS>('a', 'b', 'c', 'd'),
    weight: fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 50, noNaN: true })),
    score: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
  }),
  { maxLength: 14 },
);

describe('laws', () => {
  it('stays within 0 and 100, or null, and never NaN', () => {
    fc.assert(
      fc.property(parts, (any) => {
        const { total, available } = compose(any, WEIGHTS);
        expect(available).toBeGreaterThanOrEqual(0);
        expect(available).toBeLessThanOrEqual(100 + 1e-9);
        if (total === null) return;
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(100 + 1e-9);
      }),
    );
  });

  it('is the sum of the points of its parts, whose shares are 100', () => {
    fc.assert(
      fc.property(parts, (any) => {
        const { total, parts: shares, groups } = compose(any, WEIGHTS);
        const sum = (
          pick: 'share' | 'points' | 'open',
          of: readonly Record<typeof pick, number>[],
        ) => of.reduce((all, one) => all + one[pick], 0);
        for (const of of [shares, Object.values(groups)]) {
          expect(Math.abs(sum('points', of) - (total ?? 0))).toBeLessThan(1e-9);
          expect(Math.abs(sum('share', of) - (total === null ? 0 : 100))).toBeLessThan(1e-9);
          expect(Math.abs(sum('points', of) + sum('open', of) - sum('share', of))).toBeLessThan(
            1e-9,
          );
        }
      }),
    );
  });

  it('never falls when one score rises', () => {
    fc.assert(
      fc.property(parts, fc.nat(), fc.double({ min: 0, max: 100, noNaN: true }), (any, at, by) => {
        const index = any.length === 0 ? 0 : at % any.length;
        const raised = any.map((part, i) =>
          i === index && part.score !== null
            ? { ...part, score: Math.min(100, part.score + by) }
            : part,
        );
        const before = compose(any, WEIGHTS).total ?? 0;
        expect(compose(raised, WEIGHTS).total ?? 0).toBeGreaterThanOrEqual(before - 1e-9);
      }),
    );
  });

  it('says nothing when nothing is scored', () => {
    expect(compose([], WEIGHTS)).toMatchObject({ total: null, available: 0, parts: [] });
  });
});
