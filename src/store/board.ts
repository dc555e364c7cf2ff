// Leaderboards: made from standings and the team's counters, kept as they were posted.
import { and, between, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Target } from '../chat/platform.ts';
import type { Board, Milestone } from '../domain/board.ts';
import { isWorkday } from '../domain/calendar.ts';
import { type Period, periodAround } from '../domain/period.ts';
import type { Standard } from '../domain/standard.ts';
import { mostImproved, publicBoard, type Standings } from '../domain/standing.ts';
import { type Day, type Days, eachDay, type Instant, monthAround } from '../domain/time.ts';
import { winsOn, wonByTeam } from './deal.ts';
import { rampOf } from './facts.ts';
import { standingRows } from './gains.ts';
import { listTeamMembers, type Member, teamLeaveDays } from './member.ts';
import { collectedByTeam } from './payment.ts';
import { board, member, outbox, rollup } from './schema/index.ts';
import { standardOn } from './standard.ts';
import { isNewHire, standingsOf } from './standings.ts';
import { marksReached } from './streaks.ts';
import { calendarOf, type Team } from './team.ts';
import { type Db, prepared } from './workspace.ts';

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
  const leave = teamLeaveDays(db, team.id, days);
  let total = 0;
  for (const { id, joinedOn } of sellers) {
    const away = leave.get(id);
    const eligible = working.filter((day) => day >= joinedOn && away?.has(day) !== true).length;
    total += eligible * perDay * rampOf(standard, joinedOn, days.to);
  }
  return Math.round(total);
};

const countedOn = prepared((db) =>
  db
    .select({ memberId: rollup.memberId })
    .from(member)
    .innerJoin(
      rollup,
      and(
        eq(rollup.memberId, member.id),
        eq(rollup.day, sql.placeholder('day')),
        gt(rollup.counted, 0),
      ),
    )
    .where(and(eq(member.teamId, sql.placeholder('teamId')), isNull(member.leftOn)))
    .prepare(),
);

const wonBefore = prepared((db) =>
  db
    .select({ day: rollup.day })
    .from(rollup)
    .where(
      and(
        eq(rollup.memberId, sql.placeholder('memberId')),
        sql`${rollup.day} < ${sql.placeholder('day')}`,
        gt(rollup.won, 0),
      ),
    )
    .limit(1)
    .prepare(),
);

const milestonesOn = (db: Db, team: Team, members: readonly Member[], day: Day): Milestone[] => {
  const hidden = (member: Member | undefined) =>
    member === undefined || member.optedOut || isNewHire(member, day);
  const wins = winsOn(db, team.id, day).map(({ memberId }): Milestone => {
    const member = members.find(({ id }) => id === memberId);
    return {
      kind: 'win',
      name: hidden(member) ? null : (member?.name ?? null),
      isFirst: wonBefore(db).get({ memberId, day }) === undefined,
    };
  });
  const active = new Set(
    countedOn(db)
      .all({ teamId: team.id, day })
      .map(({ memberId }) => memberId),
  );
  const running = members.filter((who) => active.has(who.id) && who.seller && !hidden(who));
  const reached = marksReached(db, team, running, day);
  const streaks = running.flatMap(({ id, name }): Milestone[] => {
    const days = reached.get(id);
    return days === undefined ? [] : [{ kind: 'streak', name, days }];
  });
  return [...wins, ...streaks];
};

/** The team's counted follow-ups in the period around `day`, counting no later day, and what was asked of it. */
export const paceOf = (
  db: Db,
  team: Team,
  period: Period,
  day: Day,
  members: readonly Member[] = listTeamMembers(db, team.id),
): Pick<Board['team'], 'followups' | 'target'> => {
  const range: Days = { from: periodAround(period, day).from, to: day };
  const sellers = members.filter(({ seller }) => seller);
  return {
    followups: countedIn(db, team.id, range),
    target: targetIn(db, team, sellers, standardOn(db, range.from), range),
  };
};

/** What the team as a whole did in the period around `day`, counting no later day. */
const progressOf = (
  db: Db,
  team: Team,
  period: Period,
  day: Day,
  members: readonly Member[],
): Board['team'] => {
  const month: Days = { from: monthAround(day).from, to: day };
  return {
    ...paceOf(db, team, period, day, members),
    won: wonByTeam(db, team.id, month).map(({ deals, minor, currency }) => ({
      deals,
      money: currency === null ? null : { minor, currency },
    })),
    collected: collectedByTeam(db, team.id, month),
  };
};

/**
 * The team's board for the period around `day`, counting no later day.
 * @param keep whether computed scores are kept; only within a write
 * @param options `standings`: the team's in that period, where they are known already; `posts`: whether it is made to
 *   be posted, so that the same board again names the same people
 */
export const makeBoard = (
  db: Db,
  team: Team,
  period: Period,
  day: Day,
  now: Instant,
  keep: boolean,
  { standings, posts = false }: { standings?: Standings; posts?: boolean } = {},
): Board => {
  const members = listTeamMembers(db, team.id);
  const options = { day, keep, made: posts ? period : null, members };
  return {
    period,
    days: periodAround(period, day),
    asOf: day,
    individual: publicBoard(standings ?? standingsOf(db, team, period, now, options)),
    improved: mostImproved(standingRows(db, team, 'week', now, options)),
    team: progressOf(db, team, period, day, members),
    milestones: milestonesOn(db, team, members, day),
  };
};

/** The key a kept board is posted under: one daily post a team and day. */
const postKeyOf = ({
  id,
  teamId,
  fromDay,
  postedBy,
}: Pick<typeof board.$inferSelect, 'id' | 'teamId' | 'fromDay' | 'postedBy'>): string =>
  postedBy === null ? `leaderboard:${teamId}:${fromDay}` : `board:${id}`;

/**
 * Keeps a board as it is posted.
 * @param postedBy null for the daily post
 * @returns its number, and the key to post it under
 */
export const keepBoard = (
  db: Db,
  teamId: number,
  content: Board,
  postedAt: Instant,
  postedBy: number | null,
): { readonly id: number; readonly key: string } => {
  const kept = db
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
    .returning()
    .get();
  return { id: kept.id, key: postKeyOf(kept) };
};

const canonical = (target: Target): string => JSON.stringify(Object.entries(target).sort());

/**
 * When and by whom exactly this board was put into the team's channel last; null when it was not, when another one
 * came after it, or when it never got there. `by` is null for the daily post.
 */
export const postedAlready = (
  db: Db,
  { id: teamId, channel }: Team,
  content: Board,
): { readonly at: Instant; readonly by: number | null } | null => {
  const newest = db
    .select()
    .from(board)
    .where(
      and(
        eq(board.teamId, teamId),
        eq(board.period, content.period),
        eq(board.fromDay, content.days.from),
        eq(board.asOf, content.asOf),
      ),
    )
    .orderBy(desc(board.id))
    .limit(1)
    .get();
  if (newest === undefined || JSON.stringify(newest.content) !== JSON.stringify(content))
    return null;
  const post = db
    .select({ state: outbox.state, target: outbox.target })
    .from(outbox)
    .where(eq(outbox.key, postKeyOf(newest)))
    .get();
  const isThere =
    post !== undefined &&
    channel !== null &&
    canonical(post.target) === canonical(channel) &&
    post.state !== 'dead' &&
    post.state !== 'unknown';
  return isThere ? { at: newest.postedAt, by: newest.postedBy } : null;
};

/** The daily board of a team and day as it was posted. */
export const postedBoard = (db: Db, teamId: number, day: Day): Board | undefined =>
  db
    .select({ content: board.content })
    .from(board)
    .where(and(eq(board.teamId, teamId), eq(board.period, 'day'), eq(board.fromDay, day)))
    .orderBy(desc(board.id))
    .get()?.content as Board | undefined;
