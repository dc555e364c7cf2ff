// How complete one follow-up's record is: the weight of its valid fields over the weight of those that apply.
import { isCjk, replaceNames, tokensOf } from './fairness/similarity.ts';
import type { Channel, Grade, NextAction, Outcome } from './parsing/codes.ts';

/** The fields every record is asked for. */
const RECORD_FIELDS = [
  'customer',
  'channel',
  'outcome',
  'summary',
  'intent',
  'nextStep',
  'nextDate',
] as const;
export type RecordField = (typeof RECORD_FIELDS)[number];

/** One of the team's own fields on one record. */
interface CustomField {
  readonly key: string;
  readonly required: boolean;
  readonly filled: boolean;
}

export interface CompletenessInput {
  /** Whether the customer is known by name. */
  readonly customer: boolean;
  readonly channel: Channel | null;
  readonly outcome: Outcome | null;
  readonly intent: Grade | null;
  readonly nextStep: NextAction | null;
  /** A day, or a local time; null when none is set. */
  readonly nextDate: string | null;
  /** As typed. */
  readonly text: string;
  /** Names of the customer and its contacts: they do not make a summary. */
  readonly names: readonly string[];
  readonly custom: readonly CustomField[];
}

export interface Completeness {
  readonly earned: number;
  readonly applicable: number;
  /** `earned ÷ applicable` in millionths, rounded half-up. */
  readonly millionths: number;
  /** Applicable fields that are not valid, in the order they are asked; the team's own as `custom:<key>`. */
  readonly missing: readonly (RecordField | `custom:${string}`)[];
}

/** Domain method: record completeness. */
const RECORD_WEIGHTS: Readonly<Record<RecordField, number>> = {
  customer: 1,
  channel: 1,
  outcome: 1,
  summary: 2,
  intent: 1,
  nextStep: 2,
  nextDate: 2,
};

const NEXT = ['nextStep', 'nextDate'] as const;

/** What an outcome leaves nothing to say about. */
const WAIVED: Readonly<Partial<Record<Outcome, readonly RecordField[]>>> = {
  won: NEXT,
  lost: NEXT,
  rejected: NEXT,
  wrong_number: NEXT,
  no_answer: ['summary'],
};

/**
 * Whether the note says something beside names: 10 CJK characters, 5 words, or a mix that adds up to as
 * much (a word weighs two characters).
 */
export const hasSummary = (text: string, names: readonly string[]): boolean => {
  let characters = 0;
  for (const token of tokensOf(replaceNames(text, names, ' ')))
    characters += isCjk(token) ? [...token].length : 2;
  return characters >= 10;
};

/**
 * The completeness of one record (domain method: record completeness). A field of the team's own weighs 1
 * when it is required or filled: leaving an optional one empty costs nothing.
 * @param weights whole numbers ≥ 0, not all 0
 */
export const completenessOf = (
  input: CompletenessInput,
  weights: Readonly<Record<RecordField, number>> = RECORD_WEIGHTS,
): Completeness => {
  const valid: Record<RecordField, boolean> = {
    customer: input.customer,
    channel: input.channel !== null,
    outcome: input.outcome !== null,
    summary: hasSummary(input.text, input.names),
    intent: input.intent !== null,
    nextStep: input.nextStep !== null,
    nextDate: input.nextDate !== null,
  };
  const waived = (input.outcome && WAIVED[input.outcome]) ?? [];
  const fields = [
    ...RECORD_FIELDS.filter((field) => !waived.includes(field)).map((field) => ({
      key: field,
      weight: weights[field],
      valid: valid[field],
    })),
    ...input.custom
      .filter(({ required, filled }) => required || filled)
      .map(({ key, filled }) => ({ key: `custom:${key}` as const, weight: 1, valid: filled })),
  ];
  let [earned, applicable] = [0, 0];
  for (const field of fields) {
    applicable += field.weight;
    if (field.valid) earned += field.weight;
  }
  return {
    earned,
    applicable,
    // Whole numbers throughout, so that half a millionth is exactly half.
    millionths: Math.floor((2_000_000 * earned + applicable) / (2 * applicable)),
    missing: fields.filter((field) => !field.valid && field.weight > 0).map(({ key }) => key),
  };
};
