// What the explanation says of a member, and that its advice is true.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyFacts, type Facts } from '../../../../src/domain/scoring/facts.ts';
import { METRICS } from '../../../../src/domain/scoring/metrics.ts';
import { scoreMember } from '../../../../src/domain/scoring/score.ts';
import { PRESETS } from '../../../../src/domain/standard.ts';
import { anyFacts, busy } from './members.ts';
import { TWELVE } from './twelve.ts';

const raise = (facts: Facts, standard = TWELVE) => scoreMember(facts, standard).explanation.raise;
const stepOf = (facts: Facts, key: string) =>
  raise(facts).find(({ step }) => step.key === key)?.step;

describe('lines', () => {
  const { dimensions } = scoreMember(busy, TWELVE).explanation;

  it('show weight, points and what is still open, per dimension and metric', () => {
    expect(dimensions.map(({ key, weight }) => [key, weight])).toEqual([
      ['behaviour', 20],
      ['process', 30],
      ['result', 40],
      ['collaboration', 10],
    ]);
    for (const { share, points, open, metrics, score } of dimensions) {
      expect(points + open).toBeCloseTo(share, 9);
      expect(points).toBeCloseTo((share * (score ?? 0)) / 100, 9);
      for (const metric of metrics)
        expect(metric.points + metric.open).toBeCloseTo(metric.share, 9);
    }
    expect(dimensions[0]?.metrics.map(({ share }) => Math.round(share * 1e6) / 1e6)).toEqual([
      8, 8, 4,
    ]);
  });

  it('show the weight that others took over when data is missing', () => {
    const facts = {
      ...busy,
      collection: emptyFacts().collection,
      satisfaction: emptyFacts().satisfaction,
    };
    const result = scoreMember(facts, TWELVE).explanation.dimensions[2];
    expect(result?.metrics.map(({ share }) => Math.round(share))).toEqual([28, 0, 12, 0]);
    expect(result?.metrics[1]).toMatchObject({ state: 'na', score: null, points: 0, weight: 12 });
  });
});

describe('what would raise it most', () => {
  it('is sorted, positive, and true when it is done', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...Object.values(PRESETS)), (facts, standard) => {
        const { value, explanation } = scoreMember(facts, standard);
        const gains = explanation.raise.map(({ gain }) => gain);
        expect(gains).toEqual([...gains].sort((a, b) => b - a));
        for (const { metric, step, gain } of explanation.raise) {
          expect(gain).toBeGreaterThan(0);
          const setting = standard.metrics[metric];
          if (setting === undefined) throw new Error('advice on a metric that is not scored');
          const done = METRICS[metric].steps(facts, setting).find(({ key }) => key === step.key);
          if (done === undefined) throw new Error(`no step ${step.key}`);
          const then = scoreMember(done.facts, standard).value ?? 0;
          expect(then - (value ?? 0)).toBeCloseTo(gain, 9);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('names small steps for each metric of a member with data', () => {
    expect(new Set(raise(busy).map(({ metric }) => metric)).size).toBe(12);
    expect(stepOf(busy, 'log_followups')).toEqual({ key: 'log_followups', params: { count: 5 } });
    expect(stepOf(busy, 'answer_waiting')?.params).toEqual({ count: 1 });
    expect(stepOf(busy, 'answer_within')?.params).toEqual({ count: 2, minutes: 30 });
    expect(stepOf(busy, 'use_other_channel')?.params).toEqual({ count: 3, instead: 'phone' });
    expect(stepOf(busy, 'confirm_grades')?.params).toEqual({ count: 5 });
    expect(stepOf(busy, 'collect_due')?.params).toEqual({ minor: 4_000_000 });
    expect(stepOf(busy, 'win_within')?.params).toEqual({ days: 40 });
    expect(stepOf(busy, 'share_notes')?.params).toEqual({ count: 3 });
  });

  it('does not ask for what is there already', () => {
    const done: Facts = {
      ...busy,
      followups: { ...busy.followups, phone: 70, wechat: 70, visit: 70 },
      book: { ...busy.book, fresh: 40 },
      sharing: { customers: 10, opened: 10 },
      collection: { ...busy.collection, collectedMinor: 40_000_000 },
    };
    const metrics = raise(done).map(({ metric }) => metric);
    for (const metric of ['followups', 'diversity', 'intent', 'sharing', 'collection'])
      expect(metrics).not.toContain(metric);
  });

  it('asks for the best time once all answers are on target, and for wins only of open opportunities', () => {
    const quick: Facts = {
      ...busy,
      responses: [{ kind: 'inbound', minutes: 20, answered: true }],
      exposure: { ...busy.exposure, activeOpportunities: 0 },
    };
    expect(stepOf(quick, 'answer_within')?.params).toEqual({ count: 2, minutes: 5 });
    expect(stepOf(quick, 'win_next')).toBeUndefined();
    expect(stepOf(quick, 'win_within')).toBeUndefined();
  });

  it('gives no advice on what weighs nothing', () => {
    const metrics = raise(busy, PRESETS.telesales).map(({ metric }) => metric);
    expect(metrics).not.toContain('diversity');
  });
});
