// How values, targets, inputs and advice of a metric are written.

import type { Channel } from '../domain/parsing/codes.ts';
import type { Curve } from '../domain/scoring/curves.ts';
import type { MetricExplanation, Raise } from '../domain/scoring/explanation.ts';
import type { Unit } from '../domain/scoring/metric.ts';
import { type InputKey, METRICS } from '../domain/scoring/metrics.ts';
import type { Locale } from '../locales/index.ts';

const RATIOS: ReadonlySet<InputKey> = new Set<InputKey>([
  'ramp',
  'mean',
  'priorMean',
  'largestShare',
  'noteMean',
]);

/** A value in its unit: `85%`, `38 min`, `2.2 channels`. */
const unitText = ({ t, format }: Locale, unit: Unit, value: number): string => {
  const rounded = Math.round(value * 10) / 10;
  const text = unit === 'ratio' ? format.percent(value) : format.number(rounded);
  return t.metrics.unit[unit]({ value: text });
};

/** The value of a metric, or a dash without one. */
export const valueText = (locale: Locale, metric: MetricExplanation): string =>
  metric.value === null
    ? locale.t.common.none
    : unitText(locale, METRICS[metric.key].unit, metric.value);

/** The target the curve stands for, in the metric's unit. */
export const targetText = (locale: Locale, metric: MetricExplanation): string =>
  unitText(locale, METRICS[metric.key].unit, metric.curve.target);

/** What the curve says in one sentence. */
export const curveText = (locale: Locale, metric: MetricExplanation): string => {
  const { anchors } = locale.t.score;
  const { unit } = METRICS[metric.key];
  const at = (value: number): string => unitText(locale, unit, value);
  const curve: Curve = metric.curve;
  switch (curve.kind) {
    case 'up':
      return anchors.up({ target: at(curve.target), stretch: at(curve.stretch) });
    case 'sat':
      return anchors.sat({ target: at(curve.target) });
    case 'wait':
      return anchors.wait({
        best: at(curve.best),
        target: at(curve.target),
        worst: at(curve.worst),
      });
  }
};

/** One of the numbers a metric was computed from. */
export const inputText = (
  { format }: Locale,
  key: InputKey,
  value: number,
  currency: string,
): string => {
  if (key === 'dueMinor' || key === 'collectedMinor') {
    return format.money({ minor: Math.round(value), currency });
  }
  return RATIOS.has(key) ? format.percent(value) : format.number(Math.round(value * 10) / 10);
};

/** A piece of advice with what it is worth. */
export const raiseText = (locale: Locale, { step, gain }: Raise, currency: string): string => {
  const { t, format } = locale;
  const params: Readonly<Record<string, number | string>> = step.params;
  const number = (name: string): string =>
    typeof params[name] === 'number' ? format.number(params[name]) : '';
  const sentence = t.metrics.step[step.key]({
    count: number('count'),
    minutes: number('minutes'),
    days: number('days'),
    amount:
      typeof params.minor === 'number'
        ? format.money({ minor: Math.round(params.minor), currency })
        : '',
    instead:
      typeof params.instead === 'string'
        ? t.codes.channel[params.instead as Channel].toLowerCase()
        : '',
  });
  return `${sentence} (${t.score.gain({ gain: format.score(gain) })})`;
};
