// Leaderboards: made from standings and the team's counters, kept as they were posted.
import { and, between, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Board, Milestone } from '../domain/board.ts';
import { isWorkday } from '../domain/calendar.ts';
import { type Period, periodAround } from '../domain/period.ts';
import type { Standard } from '../domain/standard.ts';
import { mostImproved, publicBoard } from '../domain/standing.ts';
import { streakOf } from '../domain/streak.ts';
import {
  addDays,
  type Day,
  type Days,
  eachDay,
  type Instant,
  monthAround,
} from '../domain/time.ts';
import { winsOn, wonByTeam } from './deal.ts';
import { rampOf } from './facts.ts';
import { leaveDays, listTeamMembers, type Member } from './member.ts';
import { collectedByTeam } from './payment.ts';
import { rollupsOf } from './rollup.ts';
import { board, member, rollup } from './schema/index.ts';
import { standardOn } from './standard.ts';
import { isNewHire, standingsOf } from './standings.ts';
import { calendarOf, type Team } from './team.ts';
import { type Db, prepared } from './workspace.ts';

/** Streaks worth a line on the board, in working days. */
const STREAK_MARKS: ReadonlySet<number> = new Set([10, 20, 50, 100, 200]);
/** Streaks are counted this far back. */
const STREAK_DAYS = 400;

const counted = prepared((db) =>
  db
    .select({ n: sql<number>`coalesce(sum(${rollup.counted}), 0)` })
    .from(member)
    .innerJoin(
      rollup,
      and(
        eq(rollup.memberId, member.id),
        between(rollup.day, sql.placeholder('from'), sql.placeholder('to')),
      ),
    )
    .where(and(eq(member.teamId, sql.placeholder('teamId')), isNull(member.leftOn)))
    .prepare(),
);

/** Counted follow-ups of the team's members in the range. */
const countedIn = (db: Db, teamId: number, { from, to }: Days): number =>
  counted(db).get({ teamId, from, to })?.n ?? 0;

/** The follow-ups asked of the team's sellers: by working day, leave and ramp. */
const targetIn = (
  db: Db,
  team: Team,
  sellers: readonly Member[],
  standard: Standard,
  days: Days,
): number => {
  const perDay = standard.metrics.followups?.curve.target ?? 0;
  const calendar = calendarOf(db, team);
  const working = [...eachDay(days)].filter((day) => isWorkday(calendar, day));
  let total = 0;
  for (const { id, joinedOn } of sellers) {
    const away = leaveDays(db, id, days);
    const eligible = working.filter((day) => day >= joinedOn && !away.has(day)).length;
    total += eligible * perDay * rampOf(standard, joinedOn, days.to);
  }
  return Math.round(total);
};

const milestonesOn = (db: Db, team: Team, members: readonly Member[], day: Day): Milestone[] => {
  const hidden = (member: Member | undefined) =>
    member === undefined || member.optedOut || isNewHire(member, day);
  const wins = winsOn(db, team.id, day).map(({ memberId }): Milestone => {
    const member = members.find(({ id }) => id === memberId);
    const before = rollupsOf(db, memberId, { from: '2000-01-01', to: addDays(day, -1) });
    return {
      kind: 'win',
      name: hidden(member) ? null : (member?.name ?? null),
      isFirst: before.every(({ won }) => won === 0),
    };
  });
  const calendar = calendarOf(db, team);
  const range = { from: addDays(day, -STREAK_DAYS), to: day };
  const streaks = members.flatMap((member): Milestone[] => {
    if (!member.seller || hidden(member)) return [];
    const counted = new Set(
      rollupsOf(db, member.id, range)
        .filter((row) => row.counted > 0)
        .map((row) => row.day),
    );
    if (!counted.has(day)) return [];
    const { length } = streakOf(calendar, day, counted, leaveDays(db, member.id, range));
    return STREAK_MARKS.has(length) ? [{ kind: 'streak', name: member.name, days: length }] : [];
  });
  return [...wins, ...streaks];
};

/**
 * The team's board for the period around `day`, counting no later day.
 * @param keep whether computed scores are kept; only within a write
 */
export const makeBoard = (
  db: Db,
  team: Team,
  period: Period,
  day: Day,
  now: Instant,
  keep: boolean,
): Board => {
  const days = periodAround(period, day);
  const range: Days = { from: days.from, to: day };
  const month: Days = { from: monthAround(day).from, to: day };
  const members = listTeamMembers(db, team.id);
  const sellers = members.filter(({ seller }) => seller);
  return {
    period,
    days,
    asOf: day,
    individual: publicBoard(standingsOf(db, team, period, now, { day, keep })),
    improved: mostImproved(standingsOf(db, team, 'week', now, { day, keep })),
    team: {
      followups: countedIn(db, team.id, range),
      target: targetIn(db, team, sellers, standardOn(db, days.from), range),
      won: wonByTeam(db, team.id, month).map(({ deals, minor, currency }) => ({
        deals,
        money: currency === null ? null : { minor, currency },
      })),
      collected: collectedByTeam(db, team.id, month),
    },
    milestones: milestonesOn(db, team, members, day),
  };
};

/** Keeps a board as it is posted. @param postedBy null for the daily post @returns its number */
export const keepBoard = (
  db: Db,
  teamId: number,
  content: Board,
  postedAt: Instant,
  postedBy: number | null,
): number =>
  db
    .insert(board)
    .values({
      teamId,
      period: content.period,
      fromDay: content.days.from,
      asOf: content.asOf,
      content,
      postedAt,
      postedBy,
    })
    .returning({ id: board.id })
    .get().id;

/** The daily board of a team and day as it was posted. */
export const postedBoard = (db: Db, teamId: number, day: Day): Board | undefined =>
  db
    .select({ content: board.content })
    .from(board)
    .where(and(eq(board.teamId, teamId), eq(board.period, 'day'), eq(board.fromDay, day)))
    .orderBy(desc(board.id))
    .get()?.content as Board | undefined;
