// What the rows of one batch have changed, to be brought in line at its end.
import type { Grade } from '../../domain/parsing/codes.ts';
import type { Day } from '../../domain/time.ts';
import type { Pair } from '../pair.ts';
import type { ChangedPair } from '../verdict.ts';

export interface Touched {
  /** The counters of a member's day no longer fit the log. */
  day(memberId: number, day: Day): void;
  /** Scores of the member that look at the day or a later one no longer fit. */
  score(memberId: number, since: Day): void;
  /** A follow-up of a member with a customer was added or changed; as it is, or as it was. */
  pair(
    memberId: number,
    customerId: number,
    followup: { readonly day: Day; readonly grade: Grade | null },
  ): void;
  /** A member has another inquiry of a customer, which may have been answered already. */
  lead(memberId: number, customerId: number): void;
  readonly days: ReadonlyMap<number, ReadonlySet<Day>>;
  readonly scores: ReadonlyMap<number, Day>;
  readonly pairs: ReadonlyMap<string, ChangedPair>;
  readonly leads: ReadonlyMap<string, Pair>;
}

/** One batch's. */
export const openTouched = (): Touched => {
  const days = new Map<number, Set<Day>>();
  const scores = new Map<number, Day>();
  const pairs = new Map<string, ChangedPair>();
  const leads = new Map<string, Pair>();
  return {
    days,
    scores,
    pairs,
    leads,
    day: (memberId, day) => {
      const known = days.get(memberId);
      if (known === undefined) days.set(memberId, new Set([day]));
      else known.add(day);
    },
    score: (memberId, since) => {
      const known = scores.get(memberId);
      if (known === undefined || since < known) scores.set(memberId, since);
    },
    pair: (memberId, customerId, { day, grade }) => {
      const key = `${memberId}:${customerId}`;
      const known = pairs.get(key);
      const since = known === undefined || day < known.since ? day : known.since;
      const ungraded = grade === null && (known?.ungraded ?? true);
      pairs.set(key, { memberId, customerId, since, ungraded });
    },
    lead: (memberId, customerId) => {
      leads.set(`${memberId}:${customerId}`, { memberId, customerId });
    },
  };
};
