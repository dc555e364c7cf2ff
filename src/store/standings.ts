// Where the members of a team stand in a period: what boards and ranks are made from.
import { and, desc, eq, gte, ne, or } from 'drizzle-orm';
import { type Period, periodAround } from '../domain/period.ts';
import { roundForRank } from '../domain/scoring/score.ts';
import type { StandingRow } from '../domain/standing.ts';
import { addDays, type Day, dayOf, type Instant, monthAround } from '../domain/time.ts';
import { listTeamMembers, type Member } from './member.ts';
import { teamPastTotals } from './past.ts';
import { board } from './schema/index.ts';
import { computeTotal, keepScore, teamTotals, windowOf } from './score.ts';
import type { Team } from './team.ts';
import type { Db } from './workspace.ts';

/** New members are off the public board for this many days. */
const NEW_FOR_DAYS = 30;
/** Earlier periods a gain is measured against. */
const EARLIER = 4;

/** Whether a member is too new on a day for the public board. */
export const isNewHire = ({ joinedOn }: Member, day: Day): boolean =>
  day < addDays(joinedOn, NEW_FOR_DAYS);

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
 * The standings of a team in the period around today, or around `day`.
 * @param options `keep`: whether computed scores are kept, only within a write; `made`: the period of the board they
 *   are for when it is made to be posted: the same board again names the same people
 */
export const standingsOf = (
  db: Db,
  team: Team,
  period: Period,
  now: Instant,
  {
    day = dayOf(now, team.zone),
    keep = false,
    made = null,
  }: { day?: Day; keep?: boolean; made?: Period | null } = {},
): StandingRow[] => {
  const days = periodAround(period, day);
  const whole = windowOf(db, team, days, now);
  const window = day < whole.asOf ? { ...whole, asOf: day } : whole;
  const before = improvedIn(db, team.id, day, made);
  const members = listTeamMembers(db, team.id);
  const kept = teamTotals(db, team.id, period, window);
  const past = teamPastTotals(db, team, members, period, days.from, EARLIER, now);
  const compute = (member: Member): { total: number | null; provisional: boolean } => {
    const computed = computeTotal(db, member, period, window);
    if (keep) keepScore(db, computed, now);
    return { total: computed.score.value, provisional: computed.score.provisional };
  };
  return members.map((member): StandingRow => {
    const { total, provisional } = !member.seller
      ? { total: null, provisional: true }
      : (kept.get(member.id) ?? compute(member));
    return {
      memberId: member.id,
      name: member.name,
      score: total === null ? null : roundForRank(total),
      provisional,
      optedOut: member.optedOut,
      newHire: isNewHire(member, day),
      seller: member.seller,
      previous: (past.get(member.id) ?? []).map(roundForRank),
      improvedBefore: before.has(member.id),
    };
  });
};

/**
 * Computes and keeps scores of a team that will not hold any more at a coming instant, as {@link standingsOf} would
 * then have to. Only within a write.
 * @param at when they are to hold; on the same local day as `now`
 * @param limit scores computed at most
 * @returns how many were: fewer than `limit` when the rest holds
 */
export const prepareStandings = (
  db: Db,
  team: Team,
  period: Period,
  now: Instant,
  at: Instant,
  limit: number,
): number => {
  const window = windowOf(db, team, periodAround(period, dayOf(now, team.zone)), now);
  const kept = teamTotals(db, team.id, period, { ...window, now: at });
  const missing = listTeamMembers(db, team.id)
    .filter(({ id, seller }) => seller && !kept.has(id))
    .slice(0, limit);
  for (const member of missing) keepScore(db, computeTotal(db, member, period, window), now);
  return missing.length;
};
