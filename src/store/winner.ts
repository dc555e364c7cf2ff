// Winners of awards: who won, how often, how lately, and what posts say of it.
import { and, asc, eq, isNotNull, or, sql } from 'drizzle-orm';
import { isTooSoon } from '../domain/recognition/award.ts';
import type { Day, Days, Instant } from '../domain/time.ts';
import { type Award, changeAward } from './award.ts';
import { instantsOf } from './award-evidence.ts';
import { findMember } from './member.ts';
import { type AwardKind, award } from './schema/index.ts';
import { findTeam } from './team.ts';
import type { Db } from './workspace.ts';

/** Who won: one, or two who share it, their ids in ascending order; nobody before it is decided. */
export const winnersOf = ({ winnerId, coWinnerId }: Award): number[] =>
  [winnerId, coWinnerId].filter((id) => id !== null);

/** Who won the same award within two quarters of this one, with the quarter they won in. */
export const recentWins = (db: Db, row: Award): ReadonlyMap<number, Day> => {
  const others = db
    .select()
    .from(award)
    .where(and(eq(award.kind, row.kind), eq(award.state, 'decided')))
    .orderBy(asc(award.quarter))
    .all()
    .filter(({ id, quarter }) => id !== row.id && isTooSoon(quarter, row.quarter));
  return new Map(
    others.flatMap((other) => winnersOf(other).map((id) => [id, other.quarter] as const)),
  );
};

/** Keeps what the announcement says of who won, and when that was. */
export const announceAward = (db: Db, id: number, reason: string, at: Instant): void =>
  changeAward(db, id, { reason, postedAt: at });

const isAnnounced = isNotNull(award.postedAt);

/** How often a member won each award, of those that were announced. */
export const awardsWonBy = (db: Db, memberId: number): Readonly<Record<AwardKind, number>> => {
  const counted = db
    .select({ kind: award.kind, n: sql<number>`count(*)` })
    .from(award)
    .where(and(isAnnounced, or(eq(award.winnerId, memberId), eq(award.coWinnerId, memberId))))
    .groupBy(award.kind)
    .all();
  const times = (kind: AwardKind): number => counted.find((each) => each.kind === kind)?.n ?? 0;
  return { collaboration: times('collaboration'), service: times('service') };
};

/** An award as a post lists it. */
export interface WonAward {
  readonly id: number;
  readonly kind: AwardKind;
  /** The first day of the quarter it honours. */
  readonly quarter: Day;
  /** One, or two who share it. `praised`: may be named in public. */
  readonly winners: readonly {
    readonly id: number;
    readonly name: string;
    readonly praised: boolean;
  }[];
  /** As it was announced. */
  readonly reason: string;
}

/**
 * A team's awards that were announced on the days (in its zone), oldest first. One that is decided and not announced
 * yet is a secret, and not among them.
 */
export const awardsOn = (db: Db, teamId: number, days: Days): WonAward[] => {
  const { since, until } = instantsOf(days, findTeam(db, teamId)?.zone ?? 'UTC');
  return db
    .select()
    .from(award)
    .where(
      and(
        eq(award.teamId, teamId),
        isAnnounced,
        sql`${award.postedAt} >= ${since} and ${award.postedAt} < ${until}`,
      ),
    )
    .orderBy(asc(award.postedAt), asc(award.id))
    .all()
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      quarter: row.quarter,
      winners: winnersOf(row).flatMap((id) => {
        const who = findMember(db, id);
        return who === undefined ? [] : [{ id, name: who.name, praised: who.praised }];
      }),
      reason: row.reason ?? '',
    }));
};
