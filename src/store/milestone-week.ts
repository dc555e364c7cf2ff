// What weekly recognition looks at: the scores of a closed week, and the best ratings customers gave.
import { and, eq, sql } from 'drizzle-orm';
import { periodAround } from '../domain/period.ts';
import { BEST_RATING } from '../domain/recognition/rules.ts';
import { roundForRank } from '../domain/scoring/score.ts';
import type { StandingRow } from '../domain/standing.ts';
import type { Day, Days, Instant } from '../domain/time.ts';
import type { Member } from './member.ts';
import { milestonesOf } from './milestone.ts';
import { teamPastTotals } from './past.ts';
import { member, satisfaction } from './schema/index.ts';
import { keptTotals, windowOf } from './score.ts';
import { isNewHire } from './standings.ts';
import type { Team } from './team.ts';
import type { Db } from './workspace.ts';

/** Earlier weeks a gain is measured against. */
const EARLIER = 4;

/**
 * The standings of a week that is over, of those whose score of it was closed and holds: nothing is computed here.
 * @param day of the week
 * @param season its first day: who was much improved since is not again
 */
export const closedWeek = (
  db: Db,
  team: Team,
  members: readonly Member[],
  day: Day,
  season: Day,
  now: Instant,
): StandingRow[] => {
  const days = periodAround('week', day);
  const totals = keptTotals(db, members, 'week', windowOf(db, team, days, now));
  const past = teamPastTotals(db, team, members, 'week', days.from, EARLIER, now);
  return members.map((who): StandingRow => {
    const { total, provisional } = totals.get(who.id) ?? { total: null, provisional: true };
    return {
      memberId: who.id,
      name: who.name,
      score: total === null ? null : roundForRank(total),
      provisional,
      optedOut: who.optedOut,
      newHire: isNewHire(who, days.to),
      seller: who.seller,
      previous: (past.get(who.id) ?? []).map(roundForRank),
      improvedBefore: milestonesOf(db, who.id, 'improved', season).length > 0,
    };
  });
};

/** The best ratings that customers gave a team's members on questions asked in the range. */
export const bestRatings = (
  db: Db,
  teamId: number,
  { from, to }: Days,
): { id: number; memberId: number; customerId: number; askedOn: Day }[] =>
  db
    .select({
      id: satisfaction.id,
      memberId: satisfaction.memberId,
      customerId: satisfaction.customerId,
      askedOn: satisfaction.askedOn,
    })
    .from(member)
    .innerJoin(
      satisfaction,
      and(
        eq(satisfaction.memberId, member.id),
        sql`${satisfaction.askedOn} between ${from} and ${to}`,
      ),
    )
    .where(and(eq(member.teamId, teamId), eq(satisfaction.rating, BEST_RATING)))
    .all();

/** Whether a customer's best rating still stands as it was. */
export const isBestRating = (db: Db, id: number): boolean =>
  db.select({ rating: satisfaction.rating }).from(satisfaction).where(eq(satisfaction.id, id)).get()
    ?.rating === BEST_RATING;
