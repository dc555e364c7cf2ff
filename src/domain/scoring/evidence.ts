// A row a metric rests on, as it can be shown to whoever asks why.
import type { Grade, Outcome } from '../parsing/codes.ts';
import type { Day } from '../time.ts';

type EvidenceWhat =
  | {
      readonly kind: 'followup';
      readonly outcome: Outcome;
      /** `counted`, or why not. */
      readonly verdict: string;
      readonly verdictOf: number | null;
    }
  /** `ratio` 0-1 */
  | { readonly kind: 'complete'; readonly ratio: number }
  | { readonly kind: 'wait'; readonly minutes: number; readonly answered: boolean }
  | { readonly kind: 'grade'; readonly grade: Grade | null; readonly gradedOn: Day | null }
  | { readonly kind: 'deal'; readonly won: boolean }
  | { readonly kind: 'cycle'; readonly days: number }
  | { readonly kind: 'invoice'; readonly minor: number; readonly currency: string }
  /** 1-5; null without an answer */
  | { readonly kind: 'rating'; readonly rating: number | null }
  | { readonly kind: 'check'; readonly done: number; readonly applicable: number }
  | { readonly kind: 'handoff'; readonly state: 'accepted' | 'declined' | 'waiting' }
  | { readonly kind: 'share'; readonly read: boolean };

export interface Evidence {
  /** The follow-up's number, where it is one. */
  readonly id: number | null;
  readonly day: Day;
  readonly customer: string | null;
  /** Whether it counts in the member's favour. */
  readonly counts: boolean;
  readonly what: EvidenceWhat;
}
