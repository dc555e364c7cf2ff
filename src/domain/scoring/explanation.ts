// Why a score is what it is and what would raise it most, as data that can be stored and drawn.
import type { Standard } from '../standard.ts';
import type { Share } from './composite.ts';
import type { Curve } from './curves.ts';
import { type Evaluation, evaluate, scoreOf } from './evaluation.ts';
import type { Facts } from './facts.ts';
import { type Badge, DIMENSIONS, type Dimension, type Metric, type MetricState } from './metric.ts';
import { type InputKey, METRICS, type MetricKey, type NextStep } from './metrics.ts';

export interface MetricExplanation extends Share {
  readonly key: MetricKey;
  readonly window: Metric['window'];
  readonly state: MetricState;
  /** How many cases. */
  readonly n: number;
  /** The numbers it was computed from. */
  readonly inputs: Readonly<Partial<Record<InputKey, number>>>;
  readonly badges: readonly Badge[];
  /**
   * In the metric's own unit; null without data. `score` is the curve at `value`, except for first
   * responses: there `value` is the median and `score` the mean over the customers who waited.
   */
  readonly value: number | null;
  /** In force for this member and window: pro-rated to eligible days and ramp. */
  readonly curve: Curve;
  /** 0-100 in full precision; null when it does not count. */
  readonly score: number | null;
  /** As the standard says, relative inside the dimension. */
  readonly weight: number;
}

interface DimensionExplanation extends Share {
  readonly key: Dimension;
  /** As the standard says, of 100. */
  readonly weight: number;
  readonly score: number | null;
  readonly metrics: readonly MetricExplanation[];
}

/** A next action and what it is worth. */
export interface Raise {
  readonly metric: MetricKey;
  readonly step: NextStep;
  /** Points of the total it would add, > 0, found by scoring the facts as they would then be. */
  readonly gain: number;
}

/** All numbers behind one score; plain JSON. Points of the metrics add up to the total. */
export interface Explanation {
  readonly dimensions: readonly DimensionExplanation[];
  /** Best first. */
  readonly raise: readonly Raise[];
}

/** Gains below are rounding, not advice. */
const NOTHING = 1e-9;

const raises = (facts: Facts, standard: Standard, { readings, composite }: Evaluation): Raise[] => {
  const { total } = composite;
  if (total === null) return [];
  const found: Raise[] = [];
  readings.forEach((reading, index) => {
    const { key, setting } = reading;
    if (setting.weight === 0 || standard.dimensions[METRICS[key].dimension] === 0) return;
    for (const { facts: after, ...step } of METRICS[key].steps(facts, setting)) {
      const then = evaluate(after, standard);
      const gain = (then.composite.total ?? 0) - total;
      const own = then.readings[index];
      // What helps only through another metric is bad advice for this one.
      const helps = own !== undefined && (scoreOf(own) ?? 0) > (scoreOf(reading) ?? 0);
      if (helps && gain > NOTHING) found.push({ metric: key, step, gain });
    }
  });
  return found.sort((a, b) => b.gain - a.gain);
};

/** Lays out an evaluation by dimension and metric, and simulates each metric's next steps. */
export const explain = (facts: Facts, standard: Standard, evaluation: Evaluation): Explanation => {
  const { readings, composite } = evaluation;
  const metrics = readings.map((reading, index): MetricExplanation => {
    const { key, setting, measured } = reading;
    const { n, state, inputs, badges, value, curve } = measured;
    const { share, points, open } = composite.parts[index] ?? { share: 0, points: 0, open: 0 };
    const { window } = METRICS[key];
    const score = scoreOf(reading);
    const { weight } = setting;
    return {
      key,
      window,
      state,
      n,
      inputs,
      badges,
      value,
      curve,
      score,
      weight,
      share,
      points,
      open,
    };
  });
  return {
    dimensions: DIMENSIONS.map((key) => ({
      key,
      ...composite.groups[key],
      metrics: metrics.filter((metric) => METRICS[metric.key].dimension === key),
    })),
    raise: raises(facts, standard, evaluation),
  };
};
