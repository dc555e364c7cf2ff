// Scores of members: computed from facts, kept with all they were computed from, again when something changed.
import { and, eq, sql } from 'drizzle-orm';
import type { Period } from '../domain/period.ts';
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

const computeWith = <S extends KeptScore['score']>(
  db: Db,
  members: readonly Member[],
  period: Period,
  window: Window,
  scoring: (facts: Facts, standard: Standard) => S,
): (KeptScore & { readonly score: S })[] => {
  if (members.length === 0) return [];
  const standard = standardOn(db, window.days.from);
  const { days, asOf } = window;
  return factsOf(db, members, standard, window).map(({ member, facts }) => ({
    member,
    period,
    days,
    asOf,
    facts,
    standard,
    score: scoring(facts, standard),
  }));
};

/** A member's score in the window, computed now. */
export const computeScore = (
  db: Db,
  member: Member,
  period: Period,
  window: Window,
): MemberScore => {
  const [computed] = computeWith(db, [member], period, window, scoreMember);
  if (computed === undefined) throw new TypeError('a score was asked for and not computed');
  return computed;
};

/** The totals of members of one team in the window, computed now without the explanation: what boards need. */
export const computeTotals = (
  db: Db,
  members: readonly Member[],
  period: Period,
  window: Window,
): KeptScore[] => computeWith(db, members, period, window, totalScore);

/** As {@link computeTotals}, of one member. */
export const computeTotal = (db: Db, member: Member, period: Period, window: Window): KeptScore => {
  const [computed] = computeTotals(db, [member], period, window);
  if (computed === undefined) throw new TypeError('a total was asked for and not computed');
  return computed;
};

/** What a board needs of a score. */
export interface Total {
  /** What it was computed from. */
  readonly facts: Facts;
  readonly total: number | null;
  readonly available: number;
  readonly provisional: boolean;
}

/**
 * Whether a kept score still holds: computed up to the last day that counts, and either after the window was over or
 * a short while ago.
 */
export const holds = sql`${score.stale} = 0 and ${score.asOf} = ${sql.placeholder('asOf')}
  and (${score.computedAt} >= ${sql.placeholder('over')} or ${score.computedAt} > ${sql.placeholder('lately')})`;

/** What {@link holds} compares with, and the key of the scores of a period. */
export const holding = (period: Period, { days, asOf, now, zone }: Window) => ({
  period,
  fromDay: days.from,
  asOf,
  over: instantOf(addDays(days.to, 1), '00:00', zone),
  lately: now - FRESH_FOR,
});

/** Whether a row is of the period. */
export const isOfPeriod = sql`${score.period} = ${sql.placeholder('period')}
  and ${score.fromDay} = ${sql.placeholder('fromDay')}`;

const held = prepared((db) =>
  db
    .select({
      facts: score.facts,
      total: score.total,
      available: score.available,
      provisional: score.provisional,
    })
    .from(score)
    .where(and(eq(score.memberId, sql.placeholder('memberId')), isOfPeriod, holds))
    .prepare(),
);

/** The kept score of a member and period, if it still holds. */
export const keptTotal = (
  db: Db,
  memberId: number,
  period: Period,
  window: Window,
): Total | null => {
  const row = held(db).get({ memberId, ...holding(period, window) });
  return row === undefined ? null : { ...row, facts: row.facts as Facts };
};

const heldOf = prepared((db) =>
  db
    .select({ memberId: score.memberId, total: score.total, provisional: score.provisional })
    .from(sql`json_each(${sql.placeholder('members')}) of`)
    .crossJoin(score)
    .where(and(sql`${score.memberId} = of.value`, isOfPeriod, holds))
    .prepare(),
);

/** The kept scores of members that still hold, by member. */
export const keptTotals = (
  db: Db,
  members: readonly Member[],
  period: Period,
  window: Window,
): ReadonlyMap<number, Pick<Total, 'total' | 'provisional'>> => {
  const ids = JSON.stringify(members.map(({ id }) => id));
  return new Map(
    heldOf(db)
      .all({ ...holding(period, window), members: ids })
      .map((row) => [row.memberId, row]),
  );
};

/** What a member's kept score was computed from, whether it still holds or not. */
export const keptFacts = (
  db: Db,
  memberId: number,
  period: Period,
  fromDay: Day,
): Facts | undefined => byKey(db).get({ memberId, period, fromDay })?.facts as Facts | undefined;

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
