// What the most improved are found from: a team's standings with those of the periods before.
import { and, desc, eq, gte, ne, or } from 'drizzle-orm';
import { type Period, periodAround } from '../domain/period.ts';
import { roundForRank } from '../domain/scoring/score.ts';
import type { StandingRow } from '../domain/standing.ts';
import { type Day, dayOf, type Instant, monthAround } from '../domain/time.ts';
import { listTeamMembers, type Member } from './member.ts';
import { teamPastTotals } from './past.ts';
import { board } from './schema/index.ts';
import { type Options, standingsAmong } from './standings.ts';
import type { Team } from './team.ts';
import type { Db } from './workspace.ts';

/** Earlier periods a gain is measured against. */
const EARLIER = 4;

/** What was published with a board, as far as later boards look at it. */
interface PublishedBoard {
  readonly improved: readonly { readonly memberId: number }[];
}

/** Who was named most improved in the season (month) of `day`, but for what the board of `made` itself said that day. */
const improvedIn = (db: Db, teamId: number, day: Day, made: Period | null): ReadonlySet<number> => {
  const rows = db
    .select({ content: board.content })
    .from(board)
    .where(
      and(
        eq(board.teamId, teamId),
        gte(board.asOf, monthAround(day).from),
        made === null ? undefined : or(ne(board.period, made), ne(board.asOf, day)),
      ),
    )
    .orderBy(desc(board.id))
    .all();
  return new Set(
    rows.flatMap(({ content }) =>
      (content as PublishedBoard).improved.map(({ memberId }) => memberId),
    ),
  );
};

/**
 * All members of a team with what their gains are measured against.
 * @param options `made`: the period of the board they are for when it is made to be posted: the same board again names
 *   the same people
 */
export const standingRows = (
  db: Db,
  team: Team,
  period: Period,
  now: Instant,
  options: Options & { readonly made?: Period | null; readonly members?: readonly Member[] } = {},
): StandingRow[] => {
  const { day = dayOf(now, team.zone), made = null } = options;
  const members = options.members ?? listTeamMembers(db, team.id);
  const before = improvedIn(db, team.id, day, made);
  const { from } = periodAround(period, day);
  const past = teamPastTotals(db, team, members, period, from, EARLIER, now);
  return standingsAmong(db, team, members, period, now, options).map((row) => ({
    ...row,
    previous: (past.get(row.memberId) ?? []).map(roundForRank),
    improvedBefore: before.has(row.memberId),
  }));
};
