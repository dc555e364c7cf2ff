// Result: what came of the work, over the rolling window, since a month holds too few deals.
import type { Curve } from '../curves.ts';
import { missing, observed, shrunkRate, step, up, wait } from '../measuring.ts';
import type { Metric } from '../metric.ts';
import { quantile } from '../quantile.ts';

/** Won of closed: stretch at 1.4 times the target, drawn towards the target until a segment is fitted. */
const winRate = (target: number) => ({
  curve: up(target, Math.round(target * 1400) / 1000),
  prior: { mean: target, strength: 15 },
});

/** @param median the segment's usual calendar days from first follow-up to win */
const cycle = (median: number): { curve: Curve } => ({
  curve: wait(0.75 * median, median, 2 * median),
});

export const RESULT = {
  win: {
    dimension: 'result',
    window: 'rolling',
    unit: 'ratio',
    setting: { weight: 14, nMin: 5, ...winRate(0.28) },
    presets: {
      telesales: winRate(0.12),
      field_smb: winRate(0.3),
      mid_market: winRate(0.22),
      enterprise: winRate(0.15),
      consultant: winRate(0.15),
    },
    measure: (facts, setting) => {
      const { won, lost } = facts.closed;
      const n = won + lost;
      const { rate, prior } = shrunkRate(facts, 'win', setting, won, n);
      const inputs = { won, lost, priorMean: prior.mean, priorStrength: prior.strength };
      return observed(setting, { n, value: rate, inputs });
    },
    steps: (facts) => {
      if (facts.exposure.activeOpportunities === 0) return [];
      const closed = { ...facts.closed, won: facts.closed.won + 1 };
      return [step('win_next', { count: 1 }, { ...facts, closed })];
    },
  },

  collection: {
    dimension: 'result',
    window: 'rolling',
    unit: 'ratio',
    setting: { weight: 12, nMin: 2, curve: up(0.95, 1) },
    presets: {
      field_smb: { curve: up(0.9, 1) },
      mid_market: { curve: up(0.9, 1) },
      enterprise: { curve: up(0.75, 0.95) },
    },
    measure: ({ collection }, setting) => {
      const { dueMinor, collectedMinor, invoices, largestShare } = collection;
      const nothing = dueMinor <= 0;
      return observed(setting, {
        n: nothing ? 0 : invoices,
        value: nothing ? 0 : collectedMinor / dueMinor,
        inputs: { dueMinor, collectedMinor, invoices, largestShare },
        badges: largestShare > 0.7 ? ['one_large_invoice'] : [],
      });
    },
    steps: (facts, setting) => {
      const { dueMinor, collectedMinor } = facts.collection;
      const open = dueMinor - collectedMinor;
      if (dueMinor <= 0 || open <= 0) return [];
      const short = Math.ceil(setting.curve.target * dueMinor - collectedMinor);
      const minor = short > 0 ? Math.min(open, short) : open;
      const collection = { ...facts.collection, collectedMinor: collectedMinor + minor };
      return [step('collect_due', { minor }, { ...facts, collection })];
    },
  },

  cycle: {
    dimension: 'result',
    window: 'rolling',
    unit: 'days',
    setting: { weight: 6, nMin: 3, ...cycle(40) },
    presets: {
      telesales: cycle(10),
      field_smb: cycle(45),
      mid_market: cycle(100),
      enterprise: cycle(240),
      consultant: cycle(30),
    },
    measure: ({ cycleDays }, setting) => {
      const n = cycleDays.length;
      const median = n === 0 ? 0 : quantile(cycleDays, 0.5);
      return observed(setting, { n, value: median, inputs: { wins: n, medianDays: median } });
    },
    steps: (facts, { curve }) => {
      if (facts.exposure.activeOpportunities === 0 || facts.cycleDays.length === 0) return [];
      const slow = quantile(facts.cycleDays, 0.5) > curve.target;
      const days = Math.floor(slow || curve.kind !== 'wait' ? curve.target : curve.best);
      return [step('win_within', { days }, { ...facts, cycleDays: [...facts.cycleDays, days] })];
    },
  },

  satisfaction: {
    dimension: 'result',
    window: 'rolling',
    unit: 'ratio',
    setting: { weight: 8, nMin: 5, curve: up(0.8, 0.95), prior: { mean: 0.8, strength: 10 } },
    presets: { consultant: { curve: up(0.82, 0.95) } },
    measure: (facts, setting) => {
      const { asked, answers, positive } = facts.satisfaction;
      const { rate, prior } = shrunkRate(facts, 'satisfaction', setting, positive, answers);
      const inputs = {
        positive,
        answers,
        asked,
        priorMean: prior.mean,
        priorStrength: prior.strength,
      };
      const seen = { n: answers, value: rate, inputs };
      // Below one answer in five, those who answer are not those who were asked.
      if (answers > 0 && answers < 0.2 * asked) return missing('few', setting.curve, seen, rate);
      return observed(setting, seen);
    },
    steps: (facts) => {
      const { asked, answers, positive } = facts.satisfaction;
      if (asked === 0) return [];
      const count = 2;
      const satisfaction = {
        asked: Math.max(asked, answers + count),
        answers: answers + count,
        positive: positive + count,
      };
      return [step('satisfy_next', { count }, { ...facts, satisfaction })];
    },
  },
} satisfies Record<string, Metric>;
