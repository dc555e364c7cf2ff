// Each metric through the one door: its worked example, its missing states, its edges.
import { describe, expect, it, test } from 'vitest';
import { CHANNELS } from '../../../../src/domain/parsing/codes.ts';
import { type Curve, shrink } from '../../../../src/domain/scoring/curves.ts';
import { emptyFacts, type Facts } from '../../../../src/domain/scoring/facts.ts';
import type { MetricSetting } from '../../../../src/domain/scoring/metric.ts';
import { METRIC_KEYS, METRICS, type MetricKey } from '../../../../src/domain/scoring/metrics.ts';
import { scoreMember } from '../../../../src/domain/scoring/score.ts';
import { PRESETS, type Standard } from '../../../../src/domain/standard.ts';
import { busy, byChannel } from './members.ts';
import { TWELVE } from './twelve.ts';

const withSetting = (
  key: MetricKey,
  change: Partial<MetricSetting>,
  standard: Standard = TWELVE,
): Standard => {
  const setting = standard.metrics[key] ?? METRICS[key].setting;
  return { ...standard, metrics: { ...standard.metrics, [key]: { ...setting, ...change } } };
};

const read = (key: MetricKey, facts: Partial<Facts>, standard = TWELVE) => {
  const all = { ...emptyFacts(), monthEligibleDays: 20, ...facts };
  const metric = scoreMember(all, standard)
    .explanation.dimensions.flatMap(({ metrics }) => metrics)
    .find((candidate) => candidate.key === key);
  if (metric === undefined) throw new Error(`${key} is not explained`);
  return metric;
};

it('knows twelve metrics whose default weights are those of the domain method', () => {
  const weights = METRIC_KEYS.map((key) => [key, METRICS[key].setting.weight]);
  expect(Object.fromEntries(weights)).toMatchObject({
    followups: 8,
    response: 8,
    diversity: 4,
    intent: 9,
    script: 9,
    completeness: 12,
    win: 14,
    collection: 12,
    cycle: 6,
    satisfaction: 8,
    handoff: 5,
    sharing: 5,
  });
});

describe('follow-ups', () => {
  const eight = withSetting('followups', { curve: { kind: 'sat', target: 8 } });

  it('E13: asks nothing for days of leave', () => {
    const month = { windowDays: 22, followups: byChannel({ phone: 120 }) };
    expect(read('followups', { ...month, eligibleDays: 17 }, eight).score).toBeCloseTo(75.8308, 3);
    expect(read('followups', { ...month, eligibleDays: 22 }, eight).score).toBeCloseTo(66.6244, 3);
  });

  it('E13b: asks half of a new hire in the second month', () => {
    const facts = { eligibleDays: 22, rampFactor: 0.5, followups: byChannel({ visit: 88 }) };
    const metric = read('followups', facts, eight);
    expect(metric.score).toBeCloseTo(80, 9);
    expect(metric.inputs).toMatchObject({ counted: 88, perDay: 8, ramp: 0.5, target: 88 });
    expect(metric.curve.target).toBe(88);
  });

  it('is owed on working days without any, and not asked for on leave', () => {
    expect(read('followups', { eligibleDays: 1 })).toMatchObject({ state: 'owed', score: 0 });
    expect(read('followups', { eligibleDays: 0 })).toMatchObject({ state: 'na', score: null });
  });
});

it('leaves behaviour out in a month of fewer than five eligible days', () => {
  for (const key of ['followups', 'response', 'diversity'] as const) {
    expect(read(key, { ...busy, monthEligibleDays: 4 }).state).toBe('na');
    expect(read(key, { ...busy, monthEligibleDays: 5 }).state).toBe('scored');
  }
});

describe('first response', () => {
  const answered = (...minutes: number[]) =>
    minutes.map((m) => ({ kind: 'inbound' as const, minutes: m, answered: true }));

  it('E2b: is the mean of the scores, not the score of the mean', () => {
    const metric = read('response', { responses: answered(4, 12, 45, 600) });
    expect(metric.score).toBeCloseTo(67.9294, 3);
    expect(metric.value).toBeCloseTo(28.5, 9);
    expect(metric.inputs).toMatchObject({ answered: 4, unanswered: 0, pending: 0 });
    for (const [minutes, score] of [
      [4, 100],
      [12, 90.2278],
      [45, 70.6406],
      [600, 10.8492],
    ] as const)
      expect(read('response', { responses: answered(minutes) }).score).toBeCloseTo(score, 3);
  });

  it('charges the wait of an unanswered lead once it is past the target', () => {
    const waiting = (minutes: number) =>
      read('response', {
        responses: [...answered(30), { kind: 'inbound', minutes, answered: false }],
      });
    expect(waiting(30)).toMatchObject({ n: 1, inputs: { pending: 1 } });
    expect(waiting(30).score).toBeCloseTo(80, 9);
    expect(waiting(960)).toMatchObject({ n: 2, inputs: { unanswered: 1 } });
    expect(waiting(960).score).toBeCloseTo(40, 9);
  });

  it('judges each kind of lead by its own marks', () => {
    const one = (kind: 'inbound' | 'assigned' | 'request', minutes: number, standard?: Standard) =>
      read('response', { responses: [{ kind, minutes, answered: true }] }, standard).score;
    expect(one('assigned', 240)).toBeCloseTo(80, 9);
    expect(one('request', 480)).toBeCloseTo(80, 9);
    expect(one('inbound', 240, PRESETS.field_smb)).toBeCloseTo(80, 9);
    expect(one('inbound', 480, PRESETS.enterprise)).toBeCloseTo(80, 9);
  });

  it('is owed by who had ten inbound leads and shows no wait at all, but never while all are fresh', () => {
    const exposure = { activeOpportunities: 0, inboundLeads: 10 };
    expect(read('response', { exposure })).toMatchObject({
      state: 'owed',
      score: 0,
      badges: ['exposed'],
    });
    expect(read('response', { exposure: { ...exposure, inboundLeads: 9 } }).state).toBe('na');
    const responses = [{ kind: 'inbound' as const, minutes: 3, answered: false }];
    expect(read('response', { exposure, responses }).state).toBe('na');
  });
});

describe('channel diversity', () => {
  test.each([
    [[20], 1, 0],
    [[10, 10], 2, 80],
    [[12, 5, 3], 2.2472, 84.9438],
    [[18, 1, 1], 1.227, 18.1595],
    [[8, 6, 4, 2], 3.3333, 100],
  ] as const)('E3: %j works with %d channels and scores %d', (counts, effective, score) => {
    const named = Object.fromEntries(counts.map((count, i) => [CHANNELS[i], count]));
    const metric = read('diversity', { followups: byChannel(named) });
    expect(metric.value).toBeCloseTo(effective, 4);
    expect(metric.score).toBeCloseTo(score, 3);
  });

  it('needs eight follow-ups and a second permitted channel', () => {
    const followups = byChannel({ phone: 4, wechat: 3 });
    expect(read('diversity', { followups }).state).toBe('few');
    const enough = byChannel({ phone: 4, wechat: 4 });
    expect(read('diversity', { followups: enough }).state).toBe('scored');
    expect(read('diversity', { followups: enough, permittedChannels: 1 }).state).toBe('na');
  });
});

describe('process', () => {
  it('grades: counts the ungraded against the book, and waits two weeks for a new one', () => {
    const book = { active: 20, fresh: 17, ageDays: 14 };
    expect(read('intent', { book }).score).toBeCloseTo(80, 9);
    expect(read('intent', { book: { ...book, ageDays: 13 } }).state).toBe('na');
    expect(read('intent', {}).state).toBe('na');
  });

  it('grades: an empty book beside five open opportunities is owed, a new book is not', () => {
    const exposure = { activeOpportunities: 5, inboundLeads: 0 };
    const none = { active: 0, fresh: 0, ageDays: 100 };
    expect(read('intent', { exposure, book: none })).toMatchObject({ state: 'owed', score: 0 });
    const taken = { active: 8, fresh: 0, ageDays: 3 };
    expect(read('intent', { exposure, book: taken }).state).toBe('na');
  });

  it('script: takes the ratio of sums of the self-ticks', () => {
    const script = { selfDone: 8, selfApplicable: 10, qaChecks: 0, qaDone: 0, qaApplicable: 0 };
    expect(read('script', { script })).toMatchObject({ state: 'scored', value: 0.8, n: 10 });
    expect(read('script', {}).state).toBe('na');
  });

  it('script: trusts five checks more, drawn towards the self-ticks, and says when they differ', () => {
    const script = { selfDone: 10, selfApplicable: 10, qaChecks: 5, qaDone: 12, qaApplicable: 20 };
    const metric = read('script', { script });
    expect(metric.value).toBeCloseTo((12 + 5) / 25, 9);
    expect(metric.badges).toEqual(['qa_differs']);
    expect(read('script', { script: { ...script, qaChecks: 4 } })).toMatchObject({
      value: 1,
      badges: [],
    });
    expect(read('script', { script: { ...script, qaDone: 15 } }).badges).toEqual([]);
    const unticked = { ...script, selfDone: 0, selfApplicable: 0 };
    expect(read('script', { script: unticked }).value).toBeCloseTo(0.6, 9);
    expect(read('script', { script: { ...unticked, qaChecks: 4 } }).state).toBe('few');
  });

  it('E6: completeness 8 of 10 weights, and a won deal with 6 of 6', () => {
    const at = (sumMillionths: number) =>
      read('completeness', { completeness: { sumMillionths, records: 1 } }).score;
    expect(at(800_000)).toBeCloseTo(71.1111, 3);
    expect(at(1_000_000)).toBe(100);
    expect(read('completeness', {}).state).toBe('na');
  });
});

describe('result', () => {
  const E4 = withSetting('win', {
    curve: { kind: 'up', target: 0.25, stretch: 0.35, floor: 0 },
    prior: { mean: 0.22, strength: 15 },
  });

  test.each([
    [0, 0, 'na', null],
    [2, 2, 'few', null],
    [1, 3, 'few', null],
    [0, 5, 'scored', 52.8],
    [10, 40, 'scored', 77.3818],
    [30, 100, 'scored', 87.913],
  ] as const)('E4: %d won of %d is %s', (won, n, state, score) => {
    const metric = read('win', { closed: { won, lost: n - won } }, E4);
    expect(metric.state).toBe(state);
    if (score === null) expect(metric.score).toBeNull();
    else expect(metric.score).toBeCloseTo(score, 3);
  });

  it('draws towards the prior frozen for the segment rather than the standard', () => {
    const prior = { mean: 0.4, strength: 10 };
    const metric = read('win', { closed: { won: 5, lost: 5 }, priors: { win: prior } }, E4);
    expect(metric.value).toBeCloseTo(shrink(5, 10, prior), 9);
    expect(metric.inputs).toMatchObject({ priorMean: 0.4, priorStrength: 10 });
  });

  it('E7: collection on due basis', () => {
    const collection = {
      dueMinor: 40_000_000,
      collectedMinor: 34_000_000,
      invoices: 5,
      largestShare: 0.4,
    };
    const metric = read('collection', { collection }, PRESETS.field_smb);
    expect(metric.value).toBeCloseTo(0.85, 9);
    expect(metric.score).toBeCloseTo(75.5556, 3);
    const one = { ...collection, invoices: 1, largestShare: 1 };
    expect(read('collection', { collection: one })).toMatchObject({
      state: 'few',
      badges: ['one_large_invoice'],
    });
    for (const [largestShare, badges] of [
      [0.7, []],
      [0.71, ['one_large_invoice']],
    ] as const)
      expect(read('collection', { collection: { ...collection, largestShare } }).badges).toEqual(
        badges,
      );
    expect(read('collection', {}).state).toBe('na');
    const refunded = { ...collection, collectedMinor: -100 };
    expect(read('collection', { collection: refunded }).score).toBe(0);
  });

  test.each([
    [30, 100],
    [50, 92.6752],
    [60, 80],
    [75, 54.2458],
    [120, 0],
  ])('E8: a median cycle of %d days against 60 scores %d', (days, score) => {
    const curve: Curve = { kind: 'wait', best: 45, target: 60, worst: 120 };
    const standard = withSetting('cycle', { curve });
    expect(read('cycle', { cycleDays: [1, days, 900] }, standard).score).toBeCloseTo(score, 3);
    expect(read('cycle', { cycleDays: [days, days] }, standard).state).toBe('few');
  });

  it('E9: satisfaction', () => {
    const asked = 60;
    const metric = read('satisfaction', { satisfaction: { asked, answers: 60, positive: 45 } });
    expect(metric.score).toBeCloseTo(75.7143, 3);
    const four = read('satisfaction', { satisfaction: { asked: 8, answers: 4, positive: 4 } });
    expect(four).toMatchObject({ state: 'few', score: null });
    expect(four.value).toBeCloseTo(0.8571, 4);
    const unheard = { asked: 60, answers: 11, positive: 11 };
    expect(read('satisfaction', { satisfaction: unheard }).state).toBe('few');
    expect(read('satisfaction', { satisfaction: { ...unheard, answers: 12 } }).state).toBe(
      'scored',
    );
    const none = { asked: 60, answers: 0, positive: 0 };
    expect(read('satisfaction', { satisfaction: none }).state).toBe('na');
  });
});

describe('collaboration', () => {
  it('E10: handoffs received in time', () => {
    const handoff = { received: 7, onTime: 4, given: 0, noteMillionths: 0 };
    const metric = read('handoff', { handoff });
    expect(metric.value).toBeCloseTo(0.6667, 4);
    expect(metric.score).toBeCloseTo(59.2593, 3);
    expect(read('handoff', { handoff: { ...handoff, received: 2, onTime: 2 } }).state).toBe('few');
    expect(read('handoff', {}).state).toBe('na');
  });

  it('handoffs: giver and receiver are half of the metric each', () => {
    const handoff = { received: 7, onTime: 4, given: 5, noteMillionths: 5_000_000 };
    expect(read('handoff', { handoff }).value).toBeCloseTo((8 / 12 + 9 / 10) / 2, 9);
    const given = { received: 0, onTime: 0, given: 5, noteMillionths: 2_500_000 };
    const metric = read('handoff', { handoff: given });
    expect(metric.value).toBeCloseTo(6.5 / 10, 9);
    expect(metric.inputs).toMatchObject({ noteMean: 0.5 });
  });

  it('sharing: asks nobody who is alone', () => {
    const sharing = { customers: 20, opened: 10 };
    expect(read('sharing', { sharing }).score).toBeCloseTo(80, 9);
    expect(read('sharing', { sharing, soloTeam: true }).state).toBe('na');
    expect(read('sharing', {}).state).toBe('na');
  });
});
