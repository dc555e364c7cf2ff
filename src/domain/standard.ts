// The standard: what is measured, with which weights and targets; immutable, one record per version.
import { z } from 'zod';
import { type Caps, DEFAULT_CAPS } from './fairness/counting.ts';
import type { Curve } from './scoring/curves.ts';
import type { Prior } from './scoring/facts.ts';
import {
  BUSINESS_TYPES,
  type BusinessType,
  DIMENSIONS,
  type Dimension,
  type Metric,
  type MetricSetting,
} from './scoring/metric.ts';
import { METRIC_KEYS, METRICS, type MetricKey } from './scoring/metrics.ts';

/** One version of the rules; a score names the version it was computed under. */
export interface Standard {
  /** Counts up from 1. */
  readonly version: number;
  readonly businessType: BusinessType;
  /** Weights of the dimensions; they add up to 100. */
  readonly dimensions: Readonly<Record<Dimension, number>>;
  /** A metric that is newer than the standard is absent, and not scored. */
  readonly metrics: Readonly<Partial<Record<MetricKey, MetricSetting>>>;
  /**
   * Calendar days that rolling metrics look back; an opportunity without activity for as long is lost.
   */
  readonly rollingDays: number;
  /** The share of a full target asked in a member's first month, second, and so on; then all of it. */
  readonly ramp: readonly number[];
  /** What counts as one follow-up. */
  readonly caps: Caps;
  /** When a number is not to be trusted, or may not be left out. */
  readonly guards: {
    /** With fewer eligible days in the month, behaviour is not scored. */
    readonly minEligibleDays: number;
    /** With less available weight (of 100), a score is provisional and unranked. */
    readonly minAvailable: number;
    /** From so much exposure on, having no case at all counts as 0. */
    readonly activeOpportunities: number;
    readonly inboundLeads: number;
  };
}

const share = z.number().min(0).max(1);
const positive = z.number().positive();
const whole = z.int().min(1);

const curveSchema: z.ZodType<Curve> = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('up'), target: positive, stretch: positive, floor: z.number() }),
    z.object({ kind: z.literal('sat'), target: positive }),
    z.object({ kind: z.literal('wait'), best: positive, target: positive, worst: positive }),
  ])
  .refine(
    (curve) =>
      curve.kind === 'sat' ||
      (curve.kind === 'up'
        ? curve.floor < curve.target && curve.target <= curve.stretch
        : curve.best < curve.target && curve.target < curve.worst),
    { error: 'marks_out_of_order' },
  );

const priorSchema: z.ZodType<Prior> = z.object({ mean: share, strength: z.number().min(0) });

const settingSchema: z.ZodType<MetricSetting> = z.object({
  weight: z.number().min(0),
  curve: curveSchema,
  nMin: whole,
  prior: z.exactOptional(priorSchema),
  variants: z.exactOptional(z.record(z.string(), curveSchema)),
});

const capsSchema: z.ZodType<Caps> = z.object({
  apartMinutes: z.number().min(0),
  perDay: whole,
  unanswered: whole,
  unansweredDays: whole,
  duplicateDays: whole,
  duplicateAt: share,
  minShingles: whole,
});

/** Checks a standard from outside (a draft, a stored row); issues carry codes, not sentences. */
export const standardSchema: z.ZodType<Standard> = z
  .object({
    version: whole,
    businessType: z.enum(BUSINESS_TYPES),
    dimensions: z.record(z.enum(DIMENSIONS), z.number().min(0)),
    metrics: z.partialRecord(z.enum(METRIC_KEYS), settingSchema),
    rollingDays: whole,
    ramp: z.array(share.positive()),
    caps: capsSchema,
    guards: z.object({
      minEligibleDays: z.int().min(0),
      minAvailable: z.number().min(0).max(100),
      activeOpportunities: whole,
      inboundLeads: whole,
    }),
  })
  .superRefine((standard, { addIssue }) => {
    const issue = (path: (string | number)[], message: string) =>
      addIssue({ code: 'custom', path, message });
    const total = DIMENSIONS.reduce((sum, dimension) => sum + standard.dimensions[dimension], 0);
    if (Math.abs(total - 100) > 1e-9) issue(['dimensions'], 'weights_not_100');
    for (const dimension of DIMENSIONS) {
      const weighs = METRIC_KEYS.some(
        (key) => METRICS[key].dimension === dimension && (standard.metrics[key]?.weight ?? 0) > 0,
      );
      if (standard.dimensions[dimension] > 0 && !weighs) {
        issue(['dimensions', dimension], 'dimension_without_metric');
      }
    }
    for (const key of METRIC_KEYS) {
      const setting = standard.metrics[key];
      if (setting === undefined) continue;
      // A count read off a curve for waiting times would pay for doing less.
      const { kind } = METRICS[key].setting.curve;
      const curves = [setting.curve, ...Object.values(setting.variants ?? {})];
      if (curves.some((curve) => curve.kind !== kind))
        issue(['metrics', key, 'curve'], 'wrong_curve');
    }
    standard.ramp.forEach((step, month) => {
      if (step < (standard.ramp[month - 1] ?? 0)) issue(['ramp', month], 'ramp_falls');
    });
  });

/** @param months how many months until the full target is asked */
const evenRamp = (months: number): readonly number[] =>
  Array.from({ length: months }, (_, month) => (month + 1) / months);

const RAMP_MONTHS: Readonly<Record<BusinessType, number>> = {
  telesales: 3,
  inside_sales: 4,
  field_smb: 4,
  mid_market: 6,
  enterprise: 9,
  consultant: 3,
};

const presetOf = (businessType: BusinessType): Standard => ({
  version: 1,
  businessType,
  dimensions: { behaviour: 20, process: 30, result: 40, collaboration: 10 },
  metrics: Object.fromEntries(
    METRIC_KEYS.map((key) => {
      const { setting, presets }: Metric = METRICS[key];
      return [key, { ...setting, ...presets[businessType] }];
    }),
  ),
  rollingDays: businessType === 'enterprise' ? 180 : 90,
  ramp: evenRamp(RAMP_MONTHS[businessType]),
  caps: DEFAULT_CAPS,
  guards: { minEligibleDays: 5, minAvailable: 60, activeOpportunities: 5, inboundLeads: 10 },
});

/** What a team of each kind starts from until it has a quarter of its own history. */
export const PRESETS: Readonly<Record<BusinessType, Standard>> = Object.fromEntries(
  BUSINESS_TYPES.map((type) => [type, presetOf(type)]),
) as Record<BusinessType, Standard>;

/** Inside sales: the starting point of a team that said nothing about its business. */
export const DEFAULT_STANDARD: Standard = PRESETS.inside_sales;

/**
 * The share of a full target asked of a member, 0-1 (domain method: ramp of new hires).
 * @param month of membership, counted from 1
 */
export const rampFactor = (standard: Standard, month: number): number =>
  standard.ramp[month - 1] ?? 1;
