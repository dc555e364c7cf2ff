// A promised next step: what is to be done, and how exactly its time was named.
import type { NextAction, Precision } from './parsing/codes.ts';
import type { Day } from './time.ts';

export interface PromisedStep {
  /** Null: only a date was named. */
  readonly action: NextAction | null;
  /** The last day on which it is in time; null when only the action was named. */
  readonly dueOn: Day | null;
  /** `YYYY-MM-DDTHH:MM` local, when a time or part of the day was named. */
  readonly dueTime: string | null;
  readonly precision: Precision | null;
}
