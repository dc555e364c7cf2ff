// How complete the note of a handoff is: what the receiver needs to go on without asking.
import { hasSummary } from './completeness.ts';

/** Handing a customer back within this many days does not count. */
export const BACK_DAYS = 7;

/** What a handoff is asked for, in the order it is asked. */
const NOTE_PARTS = ['summary', 'contact', 'grade', 'nextStep', 'nextDate'] as const;
export type NotePart = (typeof NOTE_PARTS)[number];

/** Domain method: handoff efficiency, the giver's half. */
const NOTE_WEIGHTS: Readonly<Record<NotePart, number>> = {
  summary: 2,
  contact: 1,
  grade: 1,
  nextStep: 2,
  nextDate: 2,
};

export interface NoteInput {
  /** As typed. */
  readonly text: string;
  /** Names of the customer and its contacts: they do not make a summary. */
  readonly names: readonly string[];
  /** Whether somebody at the customer is known by name. */
  readonly contact: boolean;
  readonly grade: boolean;
  /** Whether a next step is open, and whether one of the open ones has a date. */
  readonly nextStep: boolean;
  readonly nextDate: boolean;
}

export interface NoteCompleteness {
  /** Rounded half-up. */
  readonly millionths: number;
  readonly missing: readonly NotePart[];
}

/** The completeness of a handoff: the weight of what is there over the weight of all of it. */
export const noteCompletenessOf = (input: NoteInput): NoteCompleteness => {
  const valid: Record<NotePart, boolean> = {
    summary: hasSummary(input.text, input.names),
    contact: input.contact,
    grade: input.grade,
    nextStep: input.nextStep,
    nextDate: input.nextStep && input.nextDate,
  };
  const weigh = (parts: readonly NotePart[]): number =>
    parts.reduce((sum, part) => sum + NOTE_WEIGHTS[part], 0);
  const all = weigh(NOTE_PARTS);
  const earned = weigh(NOTE_PARTS.filter((part) => valid[part]));
  return {
    millionths: Math.floor((2_000_000 * earned + all) / (2 * all)),
    missing: NOTE_PARTS.filter((part) => !valid[part]),
  };
};
