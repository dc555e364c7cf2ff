// What a metric is: its place in the score, its settings, what measuring yields, what could raise it.
import type { Curve } from './curves.ts';
import type { Facts, Prior } from './facts.ts';

/** The dimensions of a member's score, in the order they are shown. */
export const DIMENSIONS = ['behaviour', 'process', 'result', 'collaboration'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The kinds of business a standard may start from. */
export const BUSINESS_TYPES = [
  'telesales',
  'inside_sales',
  'field_smb',
  'mid_market',
  'enterprise',
  'consultant',
] as const;
export type BusinessType = (typeof BUSINESS_TYPES)[number];

/** What a standard says about one metric. */
export interface MetricSetting {
  /** Relative to the other metrics of the dimension; 0 shows the metric without scoring it. */
  readonly weight: number;
  /** Marks in the metric's own unit; for counts, per working day. */
  readonly curve: Curve;
  /** Fewer cases than this are shown, not scored. */
  readonly nMin: number;
  /** What the rate is drawn towards unless the facts carry a frozen prior. */
  readonly prior?: Prior;
  /** Other curves for cases of another kind, by that kind. */
  readonly variants?: Readonly<Record<string, Curve>>;
}

/**
 * `scored`; `owed` could have been produced and was not: 0; `na` could not have been produced; `few` cases
 * only; `withheld` to protect someone. The last three drop out and their weight goes to the others.
 */
export type MetricState = 'scored' | 'owed' | 'na' | 'few' | 'withheld';

/** What a reader should know beside the number. */
export type Badge = 'one_large_invoice' | 'qa_differs' | 'exposed';

interface Observed<Input extends string> {
  /** How many cases there are, also when they are too few or too new to count. */
  readonly n: number;
  /** The numbers it was computed from, by name. */
  readonly inputs: Readonly<Record<Input, number>>;
  /** The curve in force after pro-rating to days and ramp. */
  readonly curve: Curve;
  readonly badges: readonly Badge[];
}

/** A measure that counts. */
export interface Counted<Input extends string = string> extends Observed<Input> {
  readonly state: 'scored' | 'owed';
  /** In the metric's own unit, where the curve was read. */
  readonly value: number;
  /** 0-100, full precision. */
  readonly score: number;
}

/** A measure that drops out; `value` is shown when there is one. */
export interface Missing<Input extends string = string> extends Observed<Input> {
  readonly state: 'na' | 'few' | 'withheld';
  readonly value: number | null;
}

export type Measured<Input extends string = string> = Counted<Input> | Missing<Input>;

/** A small realistic next action, with the facts as they would be after it. */
export interface Step<
  Key extends string = string,
  Params extends Record<string, number | string> = Record<string, number | string>,
> {
  readonly key: Key;
  /** What its sentence names; counts, minutes, days, minor units, or a channel. */
  readonly params: Readonly<Params>;
  readonly facts: Facts;
}

/** `ratio` is 0-1, `kinds` an effective number of channels. */
export type Unit = 'count' | 'ratio' | 'minutes' | 'days' | 'kinds';

/** One metric: the only place that knows how it is counted, scored and raised. */
export interface Metric {
  readonly dimension: Dimension;
  /** Whether it looks at the score's own window or at the rolling one. */
  readonly window: 'period' | 'rolling';
  /** What its value is counted in. */
  readonly unit: Unit;
  /** The setting of the default business. */
  readonly setting: MetricSetting;
  /** What other businesses start from instead. */
  readonly presets: Readonly<Partial<Record<BusinessType, Partial<MetricSetting>>>>;
  /** What feeds it: enough of that, and having no case at all counts as 0. */
  readonly fedBy?: keyof Facts['exposure'];
  readonly measure: (facts: Facts, setting: MetricSetting) => Measured;
  readonly steps: (facts: Facts, setting: MetricSetting) => readonly Step[];
}
