// Scores of members: computed from facts, kept with all they were computed from, again when something changed.
import { and, desc, eq, isNotNull, or, sql } from 'drizzle-orm';
import { type Period, periodAround } from '../domain/period.ts';
import type { Facts } from '../domain/scoring/facts.ts';
import { type Score, scoreMember, totalScore } from '../domain/scoring/score.ts';
import type { Standard } from '../domain/standard.ts';
import {
  addDays,
  type Day,
  type Days,
  dayOf,
  type Instant,
  instantOf,
  MINUTE,
} from '../domain/time.ts';
import { factsOf, type Window } from './facts.ts';
import type { Member } from './member.ts';
import { score } from './schema/index.ts';
import { readSetting } from './setting.ts';
import { standardOn } from './standard.ts';
import { calendarOf, type Team } from './team.ts';
import { type Db, prepared } from './workspace.ts';

/** Waiting customers' clocks run while nothing is written, so an unfinished score ages. */
const FRESH_FOR = 15 * MINUTE;

/** What is kept of a computed score: enough to compute it again to the last digit. */
export interface KeptScore {
  readonly member: Member;
  readonly period: Period;
  readonly days: Days;
  readonly asOf: Day;
  readonly facts: Facts;
  readonly standard: Standard;
  readonly score: Omit<Score, 'explanation'>;
}

export interface MemberScore extends KeptScore {
  readonly score: Score;
}

const byKey = prepared((db) =>
  db
    .select()
    .from(score)
    .where(
      and(
        eq(score.memberId, sql.placeholder('memberId')),
        eq(score.period, sql.placeholder('period')),
        eq(score.fromDay, sql.placeholder('fromDay')),
      ),
    )
    .prepare(),
);

const save = prepared((db) =>
  db
    .insert(score)
    .values({
      memberId: sql.placeholder('memberId'),
      period: sql.placeholder('period'),
      fromDay: sql.placeholder('fromDay'),
      asOf: sql.placeholder('asOf'),
      standard: sql.placeholder('standard'),
      total: sql.placeholder('total'),
      available: sql.placeholder('available'),
      provisional: sql.placeholder('provisional'),
      facts: sql.placeholder('facts'),
      stale: false,
      computedAt: sql.placeholder('computedAt'),
    })
    .onConflictDoUpdate({
      target: [score.memberId, score.period, score.fromDay],
      set: {
        asOf: sql`excluded.as_of`,
        standard: sql`excluded.standard`,
        total: sql`excluded.total`,
        available: sql`excluded.available`,
        provisional: sql`excluded.provisional`,
        facts: sql`excluded.facts`,
        stale: false,
        computedAt: sql`excluded.computed_at`,
      },
    })
    .prepare(),
);

/** How a team looks at a period: its zone, calendar and currency, up to `today` or the period's end. */
export const windowOf = (db: Db, team: Team, days: Days, now: Instant): Window => {
  const today = dayOf(now, team.zone);
  return {
    days,
    asOf: days.to < today ? days.to : today,
    now,
    zone: team.zone,
    calendar: calendarOf(db, team),
    currency: team.currency,
    rates: readSetting(db, 'rates') ?? {},
  };
};

/** A member's score in the window, computed now. */
export const computeScore = (
  db: Db,
  member: Member,
  period: Period,
  window: Window,
): MemberScore => {
  const standard = standardOn(db, window.days.from);
  const facts = factsOf(db, member, standard, window);
  const { days, asOf } = window;
  return { member, period, days, asOf, facts, standard, score: scoreMember(facts, standard) };
};

/** A member's total in the window, computed now without the explanation: what boards need. */
export const computeTotal = (db: Db, member: Member, period: Period, window: Window): KeptScore => {
  const standard = standardOn(db, window.days.from);
  const facts = factsOf(db, member, standard, window);
  const { days, asOf } = window;
  return { member, period, days, asOf, facts, standard, score: totalScore(facts, standard) };
};

/** What a board needs of a score. */
export interface Total {
  /** What it was computed from. */
  readonly facts: Facts;
  readonly total: number | null;
  readonly available: number;
  readonly provisional: boolean;
}

/** The kept score of a member and period, if it still holds. */
export const keptTotal = (
  db: Db,
  memberId: number,
  period: Period,
  { days, asOf, now, zone }: Window,
): Total | null => {
  const row = byKey(db).get({ memberId, period, fromDay: days.from });
  if (row === undefined || row.stale || row.asOf !== asOf) return null;
  const computedAfter = row.computedAt >= instantOf(addDays(days.to, 1), '00:00', zone);
  if (!computedAfter && now - row.computedAt >= FRESH_FOR) return null;
  return { ...row, facts: row.facts as Facts };
};

/** Whether a member's score of a period that is over was kept as of its last day. */
export const isClosed = (db: Db, memberId: number, period: Period, days: Days): boolean =>
  byKey(db).get({ memberId, period, fromDay: days.from })?.asOf === days.to;

/** Keeps a computed score; only within a write. */
export const keepScore = (
  db: Db,
  { member, period, days, asOf, facts, score: computed }: KeptScore,
  now: Instant,
): void => {
  save(db).run({
    memberId: member.id,
    period,
    fromDay: days.from,
    asOf,
    standard: computed.version,
    total: computed.value,
    available: computed.available,
    provisional: computed.provisional,
    facts,
    computedAt: now,
  });
};

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
  const then = byKey(db).get({ memberId: member.id, period, fromDay })?.facts as Partial<Facts>;
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
