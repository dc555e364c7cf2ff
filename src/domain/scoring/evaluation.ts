// Measures every metric of a standard on one member's facts and puts the scores together.
import type { Standard } from '../standard.ts';
import { type Composite, compose } from './composite.ts';
import type { Facts } from './facts.ts';
import { missing, owed } from './measuring.ts';
import type { Dimension, Measured, Metric, MetricSetting } from './metric.ts';
import { type InputKey, METRIC_KEYS, METRICS, type MetricKey } from './metrics.ts';

export interface Reading {
  readonly key: MetricKey;
  readonly setting: MetricSetting;
  readonly measured: Measured<InputKey>;
}

export interface Evaluation {
  /** The standard's metrics in the order they are shown. */
  readonly readings: readonly Reading[];
  /** Its parts are in the order of the readings. */
  readonly composite: Composite<Dimension>;
}

/** The score of a reading, 0-100, or null when it dropped out. */
export const scoreOf = ({ measured }: Pick<Reading, 'measured'>): number | null =>
  'score' in measured ? measured.score : null;

const measure = (
  key: MetricKey,
  setting: MetricSetting,
  facts: Facts,
  { guards }: Standard,
): Measured => {
  const metric: Metric = METRICS[key];
  const measured = metric.measure(facts, setting);
  if (metric.dimension === 'behaviour' && facts.monthEligibleDays < guards.minEligibleDays) {
    // A few days say nothing about habits.
    return missing('na', measured.curve, measured, measured.value);
  }
  const { fedBy } = metric;
  if (measured.state !== 'na' || measured.n > 0 || fedBy === undefined) return measured;
  if (facts.exposure[fedBy] < guards[fedBy]) return measured;
  return { ...owed(measured), badges: [...measured.badges, 'exposed'] };
};

/** What each metric says, and the composite of all. */
export const evaluate = (facts: Facts, standard: Standard): Evaluation => {
  const readings: Reading[] = [];
  for (const key of METRIC_KEYS) {
    const setting = standard.metrics[key];
    if (setting === undefined) continue;
    readings.push({ key, setting, measured: measure(key, setting, facts, standard) });
  }
  const parts = readings.map((reading) => ({
    group: METRICS[reading.key].dimension,
    weight: reading.setting.weight,
    score: scoreOf(reading),
  }));
  return { readings, composite: compose(parts, standard.dimensions) };
};
