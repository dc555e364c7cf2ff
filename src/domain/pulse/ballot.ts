// What one person answered, before it is sealed and after it is opened.

/** Answers in the order of the questions. */
export interface Ballot {
  /** The smallest group the person was in at launch. */
  readonly group: number;
  /** A rating 1 … 5, a scale 0 … 10, a choice by position; words for a text, null without. */
  readonly answers: readonly (number | string | null)[];
}
