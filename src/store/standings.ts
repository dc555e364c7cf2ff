// Where the members of a team stand in a period: what boards and ranks are made from.
import { and, desc, eq, gte, ne, or } from 'drizzle-orm';
import { type Period, periodAround } from '../domain/period.ts';
import { roundForRank } from '../domain/scoring/score.ts';
import type { StandingRow } from '../domain/standing.ts';
import { addDays, type Day, dayOf, type Instant, monthAround } from '../domain/time.ts';
import { listTeamMembers, type Member } from './member.ts';
import { board } from './schema/index.ts';
import { computeTotal, keepScore, keptTotal, pastTotals, windowOf } from './score.ts';
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
  return listTeamMembers(db, team.id).map((member): StandingRow => {
    let total: number | null = null;
    let provisional = true;
    if (member.seller) {
      const kept = keptTotal(db, member.id, period, window);
      if (kept === null) {
        const computed = computeTotal(db, member, period, window);
        if (keep) keepScore(db, computed, now);
        total = computed.score.value;
        provisional = computed.score.provisional;
      } else {
        total = kept.total;
        provisional = kept.provisional;
      }
    }
    return {
      memberId: member.id,
      name: member.name,
      score: total === null ? null : roundForRank(total),
      provisional,
      optedOut: member.optedOut,
      newHire: isNewHire(member, day),
      seller: member.seller,
      previous: pastTotals(db, team, member, period, days.from, EARLIER, now).map((past) =>
        roundForRank(past.total),
      ),
      improvedBefore: before.has(member.id),
    };
  });
};
