// A leaderboard as data: what is posted, kept as posted, and never rewritten.
import type { Money } from './money.ts';
import type { Period } from './period.ts';
import type { Improved, PublicBoard, Standing } from './standing.ts';
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
  /** What of the day's recognition was on it, by `domain/recognition/digest`; absent when there was none. */
  readonly recognised?: readonly string[];
}

/** What differs today from a board as it was posted. */
export interface Corrections {
  /** The team's follow-ups as posted and as they are; null when they are the same. */
  readonly followups: { readonly posted: number; readonly now: number } | null;
  /** Named members whose score is another one now. */
  readonly places: readonly {
    readonly name: string;
    readonly posted: number;
    readonly now: number | null;
  }[];
}

/** Compares a posted board with the standings of today: a posted board is never rewritten. */
export const correctionsTo = (
  posted: Board,
  followups: number,
  rows: readonly Standing[],
): Corrections => ({
  followups:
    posted.team.followups === followups ? null : { posted: posted.team.followups, now: followups },
  places: posted.individual.places.flatMap(({ memberId, name, score }) => {
    const now = rows.find((row) => row.memberId === memberId)?.score ?? null;
    return now === score ? [] : [{ name, posted: score, now }];
  }),
});
