// The default standard with the twelve metrics of the domain method: worked examples are about these, whatever is added.
import { METRICS, type MetricKey } from '../../../../src/domain/scoring/metrics.ts';
import { DEFAULT_STANDARD, type Standard } from '../../../../src/domain/standard.ts';

export const TWELVE_KEYS = [
  'followups',
  'response',
  'diversity',
  'intent',
  'script',
  'completeness',
  'win',
  'collection',
  'cycle',
  'satisfaction',
  'handoff',
  'sharing',
] as const satisfies readonly MetricKey[];

export const TWELVE: Standard = {
  ...DEFAULT_STANDARD,
  metrics: Object.fromEntries(TWELVE_KEYS.map((key) => [key, METRICS[key].setting])),
};
