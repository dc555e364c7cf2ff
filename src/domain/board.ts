// A leaderboard as data: what is posted, kept as posted, and never rewritten.
import type { Money } from './money.ts';
import type { Period } from './period.ts';
import type { Improved, PublicBoard } from './standing.ts';
import type { Day, Days } from './time.ts';

export type Milestone =
  | { readonly kind: 'win'; readonly name: string | null; readonly isFirst: boolean }
  | { readonly kind: 'streak'; readonly name: string; readonly days: number };

/** Everything a board says; stored as posted. */
export interface Board {
  readonly period: Period;
  readonly days: Days;
  /** The last day that was counted. */
  readonly asOf: Day;
  readonly individual: PublicBoard;
  /** Gains over the weeks before. */
  readonly improved: readonly Improved[];
  readonly team: {
    /** Counted follow-ups, and their target for the days worked. */
    readonly followups: number;
    readonly target: number;
    readonly won: readonly { readonly deals: number; readonly money: Money | null }[];
    readonly collected: readonly Money[];
  };
  readonly milestones: readonly Milestone[];
}
