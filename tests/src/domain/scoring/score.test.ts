// A member's score as a whole: missing data, provisional scores, volume, reproducibility.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../../../../src/domain/parsing/codes.ts';
import { emptyFacts, type Facts } from '../../../../src/domain/scoring/facts.ts';
import type { MetricSetting } from '../../../../src/domain/scoring/metric.ts';
import { METRICS } from '../../../../src/domain/scoring/metrics.ts';
import { roundForRank, scoreMember, totalScore } from '../../../../src/domain/scoring/score.ts';
import { PRESETS, type Standard } from '../../../../src/domain/standard.ts';
import { anyFacts, busy } from './members.ts';
import { TWELVE } from './twelve.ts';

const total = (facts: Facts) => scoreMember(facts, TWELVE).value ?? Number.NaN;

/** The same mix of channels, `times` as much of it. */
const volume = (facts: Facts, times: number): Facts => ({
  ...facts,
  followups: Object.fromEntries(
    CHANNELS.map((channel) => [channel, facts.followups[channel] * times]),
  ) as Facts['followups'],
});

describe('missing data', () => {
  it('makes a member without any data provisional, not NaN', () => {
    const score = scoreMember(emptyFacts(), TWELVE);
    expect(score).toMatchObject({ value: null, available: 0, provisional: true });
    expect(score.explanation.raise).toEqual([]);
    const states = score.explanation.dimensions
      .flatMap(({ metrics }) => metrics)
      .map((m) => m.state);
    expect(new Set(states)).toEqual(new Set(['na']));
  });

  it('is provisional below 60 of 100 and not at 60', () => {
    const { collection, closed, satisfaction, cycleDays } = emptyFacts();
    const noResult = { ...busy, collection, closed, satisfaction, cycleDays };
    expect(scoreMember(noResult, TWELVE)).toMatchObject({ provisional: false });
    expect(scoreMember(noResult, TWELVE).available).toBeCloseTo(60, 9);
    const less = { ...noResult, sharing: { customers: 0, opened: 0 } };
    expect(scoreMember(less, TWELVE).available).toBeCloseTo(55, 9);
    expect(scoreMember(less, TWELVE).provisional).toBe(true);
  });

  it('takes 60 for 60 when the sum of the weights comes out a hair below', () => {
    const { followups, response, intent, script, win, handoff, sharing } = METRICS;
    const weigh = (weight: number, metric: { setting: MetricSetting }) => ({
      ...metric.setting,
      weight,
    });
    const standard: Standard = {
      ...TWELVE,
      dimensions: { behaviour: 12, process: 25, result: 37, collaboration: 26 },
      metrics: {
        followups: weigh(3, followups),
        response: weigh(3, response),
        intent: weigh(6, intent),
        script: weigh(12, script),
        win: weigh(1, win),
        handoff: weigh(6, handoff),
        sharing: weigh(12, sharing),
      },
    };
    const facts = { ...busy, responses: [], script: emptyFacts().script, soloTeam: true };
    const score = scoreMember(facts, standard);
    expect(score.available).toBeLessThan(60);
    expect(score.available).toBeCloseTo(60, 9);
    expect(score.provisional).toBe(false);
  });

  it('does not score a metric the standard does not know', () => {
    const { cycle, ...known } = TWELVE.metrics;
    const score = scoreMember(busy, { ...TWELVE, metrics: known });
    const keys = score.explanation.dimensions.flatMap(({ metrics }) => metrics).map((m) => m.key);
    expect(cycle).toBeDefined();
    expect(keys).not.toContain('cycle');
    expect(keys).toHaveLength(11);
    expect(score.available).toBeCloseTo(100, 9);
  });
});

describe('any member', () => {
  it('scores within 0 and 100, and points add up to the total', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...Object.values(PRESETS)), (facts, standard) => {
        const score = scoreMember(facts, standard);
        if (score.value === null) expect(score.provisional).toBe(true);
        else {
          expect(score.value).toBeGreaterThanOrEqual(0);
          expect(score.value).toBeLessThanOrEqual(100 + 1e-9);
        }
        const { dimensions } = score.explanation;
        const points = dimensions.flatMap(({ metrics }) => metrics).map((metric) => metric.points);
        expect(points.every(Number.isFinite)).toBe(true);
        const sum = points.reduce((a, b) => a + b, 0);
        expect(Math.abs(sum - (score.value ?? 0))).toBeLessThan(1e-9);
        for (const dimension of dimensions) {
          const own = dimension.metrics.reduce((all, metric) => all + metric.points, 0);
          expect(Math.abs(own - dimension.points)).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is recomputed to the last digit from stored facts and standard', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const stored = JSON.stringify({ facts, standard: TWELVE });
        const again = JSON.parse(stored);
        const first = scoreMember(facts, TWELVE);
        expect(JSON.stringify(scoreMember(again.facts, again.standard))).toBe(
          JSON.stringify(first),
        );
        // Nothing is lost in storing: no NaN, no infinity, no undefined.
        expect(JSON.parse(JSON.stringify(first))).toStrictEqual(first);
      }),
      { numRuns: 200 },
    );
  });

  it('is the same total with and without its explanation', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { explanation, ...rest } = scoreMember(facts, TWELVE);
        expect(explanation.dimensions).toHaveLength(4);
        expect(totalScore(facts, TWELVE)).toStrictEqual(rest);
      }),
    );
  });

  it('leaves the facts as they were', () => {
    const before = JSON.stringify(busy);
    scoreMember(busy, TWELVE);
    expect(JSON.stringify(busy)).toBe(before);
  });
});

describe('volume', () => {
  it('E12d: from on target to without end is worth at most 1.6 points with all data', () => {
    const onTarget = volume(busy, 200 / 160);
    for (const times of [1.5, 2, 20, 1e9]) {
      expect(total(volume(onTarget, times)) - total(onTarget)).toBeLessThanOrEqual(1.6 + 1e-9);
    }
    expect(total(volume(onTarget, 1e9)) - total(onTarget)).toBeCloseTo(1.6, 6);
  });

  it('is never worth more than a fifth of what the count weighs, whatever data is missing', () => {
    fc.assert(
      fc.property(anyFacts, fc.double({ min: 1, max: 1e6, noNaN: true }), (any, times) => {
        const facts = {
          ...any,
          eligibleDays: Math.max(1, any.eligibleDays),
          monthEligibleDays: 20,
        };
        const counted = Object.values(facts.followups).reduce((a, b) => a + b, 0);
        fc.pre(counted > 0);
        const target = 10 * facts.eligibleDays * facts.rampFactor;
        const onTarget = volume(facts, Math.max(target, 9) / counted);
        const more = scoreMember(volume(onTarget, times), TWELVE);
        const count = more.explanation.dimensions[0]?.metrics[0];
        const gain = (more.value ?? 0) - total(onTarget);
        expect(gain).toBeLessThanOrEqual(0.2 * (count?.share ?? 0) + 1e-9);
        expect(gain).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });
});

it('rounds half up to one decimal, unmoved by the last bits of a sum', () => {
  expect(roundForRank(75.8167)).toBe(75.8);
  expect(roundForRank(75.85)).toBe(75.9);
  expect(roundForRank(75.85 - 2e-11)).toBe(75.9);
  expect(roundForRank(75.849)).toBe(75.8);
  expect(roundForRank(0)).toBe(0);
  expect(roundForRank(99.96)).toBe(100);
  expect(roundForRank(0.1 + 0.2)).toBe(0.3);
});
