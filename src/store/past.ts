// Scores of periods that are over: what gains and trends are measured against, again where they no longer hold.
import { and, asc, desc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { type Period, periodAround } from '../domain/period.ts';
import type { Facts } from '../domain/scoring/facts.ts';
import { totalScore } from '../domain/scoring/score.ts';
import { type Day, dayOf, type Instant } from '../domain/time.ts';
import type { Member } from './member.ts';
import { member as person, score } from './schema/index.ts';
import { computeTotal, type KeptScore, keptFacts, windowOf } from './score.ts';
import type { Team } from './team.ts';
import { type Db, prepared } from './workspace.ts';

const past = prepared((db) =>
  db
    .select({
      fromDay: score.fromDay,
      total: score.total,
      provisional: score.provisional,
      stale: score.stale,
    })
    .from(score)
    .where(
      and(
        eq(score.memberId, sql.placeholder('memberId')),
        eq(score.period, sql.placeholder('period')),
        sql`${score.fromDay} < ${sql.placeholder('before')}`,
        or(eq(score.stale, true), and(eq(score.provisional, false), isNotNull(score.total))),
      ),
    )
    .orderBy(desc(score.fromDay))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

const staleOf = prepared((db) =>
  db
    .select({ period: score.period, fromDay: score.fromDay })
    .from(score)
    .where(
      and(
        eq(score.memberId, sql.placeholder('memberId')),
        eq(score.stale, true),
        sql`${score.asOf} < ${sql.placeholder('today')}`,
      ),
    )
    // Weeks and months before the many days.
    .orderBy(desc(score.period), desc(score.fromDay))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/**
 * The score of a period that is over, again: something of its days was recorded, corrected or taken back since. What
 * the database knows of today alone is taken as it was when the period was closed.
 */
const closeAgain = (
  db: Db,
  team: Team,
  member: Member,
  period: Period,
  fromDay: Day,
  now: Instant,
): KeptScore => {
  const window = windowOf(db, team, periodAround(period, fromDay), now);
  const then = keptFacts(db, member.id, period, fromDay);
  const computed = computeTotal(db, member, period, window);
  const { book, exposure, soloTeam } = { ...computed.facts, ...then };
  const facts: Facts = { ...computed.facts, book, exposure, soloTeam };
  return { ...computed, facts, score: totalScore(facts, computed.standard) };
};

const totalAgain = (...of: Parameters<typeof closeAgain>) => {
  const { value, provisional } = closeAgain(...of).score;
  return { total: value, provisional };
};

/** A member's scores of periods that are over and no longer hold, computed again: at most `limit`, the days last. */
export const outdatedScores = (
  db: Db,
  team: Team,
  member: Member,
  now: Instant,
  limit: number,
): KeptScore[] => {
  const today = dayOf(now, team.zone);
  return staleOf(db)
    .all({ memberId: member.id, today, limit })
    .filter(({ period, fromDay }) => periodAround(period, fromDay).to < today)
    .map(({ period, fromDay }) => closeAgain(db, team, member, period, fromDay, now));
};

/** The newest totals of a member's earlier periods of this kind that were not provisional, oldest first. */
export const pastTotals = (
  db: Db,
  team: Team,
  member: Member,
  period: Period,
  before: Day,
  limit: number,
  now: Instant,
): { fromDay: Day; total: number }[] => {
  const found: { fromDay: Day; total: number }[] = [];
  // One that does not hold may turn out provisional, so there are some to spare.
  for (const row of past(db).all({ memberId: member.id, period, before, limit: 2 * limit })) {
    if (found.length === limit) break;
    const { fromDay } = row;
    const { total, provisional } = row.stale
      ? totalAgain(db, team, member, period, fromDay, now)
      : row;
    if (total !== null && !provisional) found.push({ fromDay, total });
  }
  return found.reverse();
};

const pastOfTeam = prepared((db) => {
  const newest = alias(score, 'newest');
  return db
    .select({ memberId: score.memberId, total: score.total, stale: score.stale })
    .from(person)
    .innerJoin(
      score,
      and(
        eq(score.memberId, person.id),
        eq(score.period, sql.placeholder('period')),
        sql`${score.fromDay} in (select ${newest.fromDay} from ${score} "newest"
          where ${newest.memberId} = ${person.id} and ${newest.period} = ${sql.placeholder('period')}
            and ${newest.fromDay} < ${sql.placeholder('before')}
            and (${newest.stale} = 1 or (${newest.provisional} = 0 and ${newest.total} is not null))
          order by ${newest.fromDay} desc limit ${sql.placeholder('limit')})`,
      ),
    )
    .where(and(eq(person.teamId, sql.placeholder('teamId')), isNull(person.leftOn)))
    .orderBy(asc(score.memberId), asc(score.fromDay))
    .prepare();
});

/** As {@link pastTotals} without the days, for some of a team's members: for those who have any. */
export const teamPastTotals = (
  db: Db,
  team: Team,
  members: readonly Member[],
  period: Period,
  before: Day,
  limit: number,
  now: Instant,
): ReadonlyMap<number, readonly number[]> => {
  const found = new Map<number, number[]>();
  const outdated = new Set<number>();
  for (const row of pastOfTeam(db).all({ teamId: team.id, period, before, limit })) {
    const { memberId, total, stale } = row;
    if (stale) outdated.add(memberId);
    if (total === null) continue;
    const totals = found.get(memberId);
    if (totals === undefined) found.set(memberId, [total]);
    else totals.push(total);
  }
  for (const member of members) {
    if (!outdated.has(member.id)) continue;
    const again = pastTotals(db, team, member, period, before, limit, now);
    found.set(
      member.id,
      again.map(({ total }) => total),
    );
  }
  return found;
};
