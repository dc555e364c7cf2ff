// Thanks as posts list them and as figures add them up; what was taken back is in neither.
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Day, Days } from '../domain/time.ts';
import { kudos, kudosReceiver, member } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

/** Somebody as a list of thanks names them. */
interface Named {
  readonly id: number;
  readonly name: string;
}

export interface ShownKudos {
  readonly id: number;
  readonly giver: Named;
  /** By name; `praised`: may be named in public. */
  readonly receivers: readonly (Named & { readonly praised: boolean; readonly nth: number })[];
  readonly reason: string;
  readonly value: string | null;
  readonly day: Day;
}

const ofTeam = prepared((db) =>
  db
    .select({ kudos, giver: member.name })
    .from(kudos)
    .innerJoin(member, eq(member.id, kudos.giverId))
    .where(
      and(
        eq(kudos.teamId, sql.placeholder('teamId')),
        isNull(kudos.undoneAt),
        sql`${kudos.day} between ${sql.placeholder('from')} and ${sql.placeholder('to')}`,
      ),
    )
    .orderBy(asc(kudos.id))
    .prepare(),
);

const namedReceivers = prepared((db) =>
  db
    .select({
      id: member.id,
      name: member.name,
      praised: member.praised,
      nth: kudosReceiver.nth,
    })
    .from(kudosReceiver)
    .innerJoin(member, eq(member.id, kudosReceiver.memberId))
    .where(eq(kudosReceiver.kudosId, sql.placeholder('id')))
    .orderBy(asc(member.name))
    .prepare(),
);

/** The thanks given in a team on the days, without those that were taken back, oldest first. */
export const kudosOn = (db: Db, teamId: number, { from, to }: Days): readonly ShownKudos[] =>
  ofTeam(db)
    .all({ teamId, from, to })
    .map(({ kudos: row, giver }) => ({
      id: row.id,
      giver: { id: row.giverId, name: giver },
      receivers: namedReceivers(db).all({ id: row.id }),
      reason: row.reason,
      value: row.value,
      day: row.day,
    }));

const receipts = prepared((db) =>
  db
    .select({
      memberId: kudosReceiver.memberId,
      sum: sql<number>`sum(1.0 / ${kudosReceiver.nth})`,
    })
    .from(kudosReceiver)
    .innerJoin(kudos, eq(kudos.id, kudosReceiver.kudosId))
    .innerJoin(member, eq(member.id, kudosReceiver.memberId))
    .where(
      and(
        eq(member.teamId, sql.placeholder('teamId')),
        isNull(kudos.undoneAt),
        sql`${kudos.day} between ${sql.placeholder('from')} and ${sql.placeholder('to')}`,
      ),
    )
    .groupBy(kudosReceiver.memberId)
    .prepare(),
);

/**
 * What each of a team's members was thanked on the days, whoever thanked them: the sum of 1/nth over the thanks that
 * were not taken back (`reference/domain.md` 2.6, E23: three from the same giver are 1.8333). Who got none is not in
 * it.
 */
export const receiptsBy = (
  db: Db,
  teamId: number,
  { from, to }: Days,
): ReadonlyMap<number, number> =>
  new Map(
    receipts(db)
      .all({ teamId, from, to })
      .map(({ memberId, sum }) => [memberId, sum]),
  );
