// What a team has decided about recognition; what it has not is as below.
import { z } from 'zod';

/** The most points anybody may be given to give away in a day. */
export const MAX_KUDOS_A_DAY = 50;
/** More values than this nobody remembers. */
export const MAX_VALUES = 12;
/** In characters. */
export const MAX_VALUE = 30;

const budget = z.int().min(0).max(MAX_KUDOS_A_DAY).default(5);

const schema = z.object({
  /** Whole points a member of each role may give away in a day of the team's zone; 0: none. */
  kudosADay: z.object({ rep: budget, manager: budget, admin: budget }).prefault({}).readonly(),
  /** What a thanks may be tagged with, without `#`; empty: with anything. */
  values: z.array(z.string().min(1).max(MAX_VALUE)).max(MAX_VALUES).default([]).readonly(),
  /** Whether thanks are posted in the team's channel. */
  publicKudos: z.boolean().default(true),
  /** Whether a won deal is celebrated with the customer's name. */
  showCustomer: z.boolean().default(false),
  /** Whether a won deal is celebrated with its amount. */
  showAmount: z.boolean().default(false),
  /** Rules of automatic recognition that were switched; the others are on. Keys of `MILESTONES`. */
  milestones: z.record(z.string(), z.boolean()).default({}).readonly(),
  /** Whether the team's channel gets the weekly digest. */
  digest: z.boolean().default(true),
  /** Whether its managers are told weekly, in private, who could do with a word. */
  support: z.boolean().default(true),
});

export type RecognitionRules = Readonly<z.infer<typeof schema>>;

/**
 * A team's rules of recognition.
 * @param stored `team.recognition`; null: all as by default
 * @throws ZodError when what is stored is no such thing
 */
export const recognitionRules = (stored: unknown): RecognitionRules => schema.parse(stored ?? {});

/** A rule a team decides on. */
export type RuleKey = keyof RecognitionRules;
export const RULE_KEYS = Object.keys(schema.shape) as readonly RuleKey[];

/** The rules on which the two do not agree. */
export const differing = (a: RecognitionRules, b: RecognitionRules): readonly RuleKey[] =>
  RULE_KEYS.filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]));

/** Of the rules those that are named. */
export const pickRules = (
  rules: RecognitionRules,
  keys: readonly RuleKey[],
): Partial<RecognitionRules> => Object.fromEntries(keys.map((key) => [key, rules[key]]));

/** Some of a team's rules, as the audit trail holds what was changed. @returns null for what is no such thing */
export const rulesIn = (stored: unknown): Partial<RecognitionRules> | null => {
  const rules = schema.safeParse(stored).data;
  if (rules === undefined) return null;
  return pickRules(
    rules,
    RULE_KEYS.filter((key) => Object.hasOwn(stored as object, key)),
  );
};

/** What is stored of a team's rules: those that are not as by default; null when all are. */
export const storedRules = (rules: RecognitionRules): Partial<RecognitionRules> | null => {
  const keys = differing(rules, recognitionRules(null));
  return keys.length === 0 ? null : pickRules(rules, keys);
};
