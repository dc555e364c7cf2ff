// Which standards are accepted, and what teams start from.
import { describe, expect, it } from 'vitest';
import { emptyFacts } from '../../../src/domain/scoring/facts.ts';
import { BUSINESS_TYPES } from '../../../src/domain/scoring/metric.ts';
import { scoreMember } from '../../../src/domain/scoring/score.ts';
import {
  DEFAULT_STANDARD,
  PRESETS,
  rampFactor,
  type Standard,
  standardSchema,
} from '../../../src/domain/standard.ts';

const faults = (change: unknown): string[] => {
  const result = standardSchema.safeParse(change);
  return result.success ? [] : result.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`);
};
const { followups, cycle, win } = DEFAULT_STANDARD.metrics as Required<Standard['metrics']>;

describe('presets', () => {
  it('are valid and survive storage unchanged', () => {
    for (const type of BUSINESS_TYPES) {
      const stored = JSON.parse(JSON.stringify(PRESETS[type]));
      expect(standardSchema.parse(stored)).toStrictEqual(PRESETS[type]);
      expect(PRESETS[type].businessType).toBe(type);
    }
  });

  it('start from the targets of their business', () => {
    const marks = BUSINESS_TYPES.map((type) => {
      const { metrics, rollingDays, ramp } = PRESETS[type];
      return [
        metrics.followups?.curve.target,
        metrics.response?.curve.target,
        metrics.win?.curve.target,
        metrics.cycle?.curve.target,
        metrics.collection?.curve.target,
        rollingDays,
        ramp.length,
      ];
    });
    expect(marks).toEqual([
      [25, 30, 0.12, 10, 0.95, 90, 3],
      [10, 30, 0.28, 40, 0.95, 90, 4],
      [6, 240, 0.3, 45, 0.9, 90, 4],
      [6, 240, 0.22, 100, 0.9, 90, 6],
      [3, 480, 0.15, 240, 0.75, 180, 9],
      [8, 30, 0.15, 30, 0.95, 90, 3],
    ]);
  });

  it('ramp new hires up to the full target', () => {
    expect([1, 2, 3, 4, 5, 40].map((month) => rampFactor(DEFAULT_STANDARD, month))).toEqual([
      0.25, 0.5, 0.75, 1, 1, 1,
    ]);
  });
});

describe('a standard from outside', () => {
  const with_ = (change: object) => ({ ...DEFAULT_STANDARD, ...change });
  const withMetric = (key: string, setting: unknown) =>
    with_({ metrics: { ...DEFAULT_STANDARD.metrics, [key]: setting } });

  it('has dimension weights of 100 in all, each with something to measure', () => {
    const dimensions = { ...DEFAULT_STANDARD.dimensions, behaviour: 25 };
    expect(faults(with_({ dimensions }))).toEqual(['dimensions: weights_not_100']);
    const { handoff, sharing, ...rest } = DEFAULT_STANDARD.metrics;
    expect(handoff && sharing).toBeDefined();
    expect(faults(with_({ metrics: rest }))).toEqual([
      'dimensions.collaboration: dimension_without_metric',
    ]);
    const none = { behaviour: 30, process: 30, result: 40, collaboration: 0 };
    expect(faults(with_({ metrics: rest, dimensions: none }))).toEqual([]);
  });

  it('may lack a newer metric but not name an unknown one', () => {
    const { cycle: newer, ...rest } = DEFAULT_STANDARD.metrics;
    expect(newer).toBeDefined();
    expect(faults(with_({ metrics: rest }))).toEqual([]);
    expect(faults(withMetric('charm', followups))).not.toEqual([]);
  });

  it('has marks in order, on the kind of curve the metric needs', () => {
    const wait = (best: number, target: number, worst: number) => ({
      kind: 'wait',
      best,
      target,
      worst,
    });
    const up = (floor: number, target: number, stretch: number) => ({
      kind: 'up',
      floor,
      target,
      stretch,
    });
    const at = (curve: unknown) => faults(withMetric('cycle', { ...cycle, curve }));
    expect(at(wait(10, 20, 40))).toEqual([]);
    expect(at(wait(20, 20, 40))).toEqual(['metrics.cycle.curve: marks_out_of_order']);
    expect(at(wait(10, 50, 40))).toEqual(['metrics.cycle.curve: marks_out_of_order']);
    expect(at(up(0, 20, 40))).toEqual(['metrics.cycle.curve: wrong_curve']);
    const winAt = (curve: unknown) => faults(withMetric('win', { ...win, curve }));
    expect(winAt(up(0, 1, 1))).toEqual([]);
    expect(winAt(up(0.5, 0.5, 1))).toEqual(['metrics.win.curve: marks_out_of_order']);
  });

  it('has no negative, infinite or falling numbers', () => {
    expect(faults(withMetric('win', { ...win, weight: -1 }))).toHaveLength(1);
    expect(faults(withMetric('win', { ...win, nMin: 0 }))).toHaveLength(1);
    expect(faults(withMetric('win', { ...win, prior: { mean: 1.2, strength: 5 } }))).toHaveLength(
      1,
    );
    expect(
      faults(withMetric('followups', { ...followups, curve: { kind: 'sat', target: Infinity } })),
    ).toHaveLength(1);
    expect(faults(with_({ ramp: [0.5, 0.25] }))).toEqual(['ramp.1: ramp_falls']);
    expect(faults(with_({ ramp: [] }))).toEqual([]);
    expect(faults(with_({ caps: { ...DEFAULT_STANDARD.caps, duplicateAt: 1.1 } }))).toHaveLength(1);
  });

  it('counts from version 1, and a score names it', () => {
    expect(faults(with_({ version: 0 }))).toHaveLength(1);
    expect(scoreMember(emptyFacts(), { ...DEFAULT_STANDARD, version: 7 }).version).toBe(7);
  });
});
