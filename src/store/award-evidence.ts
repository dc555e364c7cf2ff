// What is known of a nominee in an award's quarter: their team, thanks, handoffs, and what customers said.
import { and, asc, eq, gt, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { NomineeFacts } from '../domain/recognition/award-eligibility.ts';
import {
  addDays,
  type Day,
  type Days,
  instantOf,
  quarterAround,
  type Zone,
} from '../domain/time.ts';
import type { Member } from './member.ts';
import { audit, handoff, kudos, kudosReceiver, satisfaction } from './schema/index.ts';
import { findTeam } from './team.ts';
import type { Db } from './workspace.ts';

/** The days in a zone as a half-open range of instants. */
export const instantsOf = ({ from, to }: Days, zone: Zone) => ({
  since: instantOf(from, '00:00', zone),
  until: instantOf(addDays(to, 1), '00:00', zone),
});

/**
 * Whether the member belonged to the team on some day of the range: where they are now, and where the trail, the only
 * place that remembers moves, says that they were before each. Asked once, as somebody is nominated.
 */
export const wasInTeam = (
  db: Db,
  member: Member,
  teamId: number,
  days: Days,
  zone: Zone,
): boolean => {
  if (member.joinedOn > days.to) return false;
  const { since, until } = instantsOf(days, zone);
  const moves = db
    .select({ at: audit.at, before: audit.before })
    .from(audit)
    .where(
      and(
        eq(audit.subject, `member:${member.id}`),
        eq(audit.action, 'member.teamId'),
        gt(audit.at, since),
      ),
    )
    .orderBy(asc(audit.id))
    .all();
  // Where they were as the range began, after each move within it; nowhere else.
  const stays = [...moves.map(({ before }) => before), member.teamId].slice(
    0,
    moves.filter(({ at }) => at < until).length + 1,
  );
  return stays.includes(teamId);
};

const thanksIn = (db: Db, memberId: number, { since, until }: ReturnType<typeof instantsOf>) =>
  db
    .select({
      thanks: sql<number>`count(*)`,
      givers: sql<number>`count(distinct ${kudos.giverId})`,
    })
    .from(kudosReceiver)
    .innerJoin(kudos, eq(kudos.id, kudosReceiver.kudosId))
    .where(
      and(
        eq(kudosReceiver.memberId, memberId),
        isNull(kudos.undoneAt),
        sql`${kudos.at} >= ${since} and ${kudos.at} < ${until}`,
      ),
    )
    .get() ?? { thanks: 0, givers: 0 };

const handoffsIn = (db: Db, memberId: number, { from, to }: Days) =>
  db
    .select({
      taken: sql<number>`coalesce(sum(${handoff.toId} = ${memberId}), 0)`,
      given: sql<number>`coalesce(sum(${handoff.fromId} = ${memberId}), 0)`,
    })
    .from(handoff)
    .where(
      and(
        isNotNull(handoff.acceptedAt),
        or(eq(handoff.fromId, memberId), eq(handoff.toId, memberId)),
        sql`${handoff.createdOn} between ${from} and ${to}`,
      ),
    )
    .get() ?? { taken: 0, given: 0 };

const answersIn = (db: Db, memberId: number, { from, to }: Days) =>
  db
    .select({
      answers: sql<number>`count(${satisfaction.rating})`,
      satisfied: sql<number>`coalesce(sum(${satisfaction.rating} >= 4), 0)`,
    })
    .from(satisfaction)
    .where(
      and(
        eq(satisfaction.memberId, memberId),
        sql`${satisfaction.askedOn} between ${from} and ${to}`,
      ),
    )
    .get() ?? { answers: 0, satisfied: 0 };

/** What is known of a nominee in the quarter of an award, on top of what its nominations and winners say. */
export const factsOf = (
  db: Db,
  { teamId, quarter }: { readonly teamId: number; readonly quarter: Day },
  member: Member,
  known: Pick<NomineeFacts, 'nominators' | 'wonIn'>,
): NomineeFacts => {
  const days = quarterAround(quarter);
  const zone = findTeam(db, teamId)?.zone ?? 'UTC';
  const handoffs = handoffsIn(db, member.id, days);
  return {
    ...known,
    // Moves were looked at as they were nominated, and the quarter is over; the first day may have been put right since.
    wasInTeam: member.joinedOn <= days.to,
    hasLeft: member.leftOn !== null,
    ...thanksIn(db, member.id, instantsOf(days, zone)),
    handoffsTaken: handoffs.taken,
    handoffsGiven: handoffs.given,
    ...answersIn(db, member.id, days),
  };
};
