// Whom recognition reaches (激励覆盖率), and how evenly.
import type { Days } from '../time.ts';
import { giniOf, holdersOfHalf, UNEVEN_OVER } from './gini.ts';

/** Smaller teams are shown and not scored (domain method 1.13). */
const MIN_SCORED = 5;

/** What a member got on some days. */
export interface Received {
  /** Thanks by their worth: the n-th from one giver within 30 days is 1/n. */
  readonly thanks: number;
  /** Milestones and awards. */
  readonly noticed: number;
  /** Rewards that were approved. */
  readonly rewards: number;
}

export interface Coverage {
  readonly days: Days;
  readonly eligible: number;
  /** Of those, who had at least one recognition or reward. */
  readonly reached: number;
  /** reached ÷ eligible, 0 … 1; null for a team too small to be measured. */
  readonly ratio: number | null;
  /** Recognitions (thanks by worth, milestones, awards) a member; null for nobody. */
  readonly each: number | null;
}

const NOTHING: Received = { thanks: 0, noticed: 0, rewards: 0 };

const isReached = ({ thanks, noticed, rewards }: Received): boolean =>
  thanks > 0 || noticed > 0 || rewards > 0;

/** Coverage of the eligible (domain method 1.13): distinct members with any recognition or reward ÷ all of them. */
export const coverageOf = (
  days: Days,
  eligible: readonly number[],
  received: ReadonlyMap<number, Received>,
): Coverage => {
  const all = eligible.map((id) => received.get(id) ?? NOTHING);
  const reached = all.filter(isReached).length;
  const recognitions = all.reduce((sum, { thanks, noticed }) => sum + thanks + noticed, 0);
  return {
    days,
    eligible: all.length,
    reached,
    ratio: all.length < MIN_SCORED ? null : reached / all.length,
    each: all.length === 0 ? null : recognitions / all.length,
  };
};

/** How thanks are spread. */
export interface Spread {
  readonly gini: number;
  /** So few members have half of all thanks. */
  readonly half: number;
  readonly members: number;
}

/** How unevenly thanks are spread over the eligible; null when evenly enough, when there are none, or few members. */
export const unevenSpread = (
  eligible: readonly number[],
  received: ReadonlyMap<number, Received>,
): Spread | null => {
  const thanks = eligible.map((id) => received.get(id)?.thanks ?? 0);
  const gini = giniOf(thanks);
  if (gini === null || thanks.length < MIN_SCORED || gini <= UNEVEN_OVER) return null;
  return { gini, half: holdersOfHalf(thanks), members: thanks.length };
};
