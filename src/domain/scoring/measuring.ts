// How an entry of the metrics table says what it saw: with enough cases, too few, none, or owed.
import { applyCurve, type Curve, shrink } from './curves.ts';
import type { Facts, Prior, ShrunkKey } from './facts.ts';
import type { Badge, Counted, Measured, MetricSetting, Missing, Step } from './metric.ts';

/** Ratios are summed in millionths: whole numbers add up without error. */
export const MILLION = 1_000_000;

/** The curve of a ratio: see `curves.ts`. */
export const up = (target: number, stretch: number, floor = 0): Curve => ({
  kind: 'up',
  target,
  stretch,
  floor,
});

/** The curve of a waiting time or length. */
export const wait = (best: number, target: number, worst: number): Curve => ({
  kind: 'wait',
  best,
  target,
  worst,
});

interface Observation<Input extends string> {
  readonly n: number;
  readonly value: number;
  readonly inputs: Readonly<Record<Input, number>>;
  readonly badges?: readonly Badge[];
}

/** Drops a measure out of the score; its weight goes to the others. */
export const missing = <Input extends string>(
  state: Missing['state'],
  curve: Curve,
  { n, inputs, badges = [] }: Omit<Observation<Input>, 'value'>,
  value: number | null = null,
): Missing<Input> => ({ state, n, inputs, curve, badges, value });

/** Counts a measure at whatever score the metric worked out itself. */
export const countedAt = <Input extends string>(
  curve: Curve,
  { n, value, inputs, badges = [] }: Observation<Input>,
  score: number,
): Counted<Input> => ({ state: 'scored', n, inputs, curve, badges, value, score });

/** The usual case: nothing without cases, a small sample below `nMin`, from there on read off the curve. */
export const observed = <Input extends string>(
  { curve, nMin }: Pick<MetricSetting, 'curve' | 'nMin'>,
  seen: Observation<Input>,
): Measured<Input> => {
  if (seen.n === 0) return missing('na', curve, seen);
  if (seen.n < nMin) return missing('few', curve, seen, seen.value);
  return countedAt(curve, seen, applyCurve(curve, seen.value));
};

/** What a member did not produce though it was theirs to produce: 0. */
export const owed = <Input extends string>(was: Measured<Input>): Counted<Input> => ({
  ...was,
  state: 'owed',
  value: 0,
  score: 0,
});

/** The rate `k` of `n` drawn towards the prior frozen for the member, else the standard's. */
export const shrunkRate = (
  facts: Facts,
  key: ShrunkKey,
  setting: MetricSetting,
  k: number,
  n: number,
): { readonly rate: number; readonly prior: Prior } => {
  const prior = facts.priors[key] ?? setting.prior ?? { mean: 0, strength: 0 };
  return { rate: n + prior.strength === 0 ? 0 : shrink(k, n, prior), prior };
};

/** Keeps key and parameters exact, so that the texts of all steps can be checked for completeness. */
export const step = <Key extends string, Params extends Record<string, number | string>>(
  key: Key,
  params: Params,
  facts: Facts,
): Step<Key, Params> => ({ key, params, facts });
