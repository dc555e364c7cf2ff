// Thanks among colleagues: what was said, and the points it moved, in one.
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { HOUSE, memberAccount, POINT, potOf } from '../domain/recognition/account.ts';
import { windowOf, worthOf } from '../domain/recognition/value.ts';
import type { Day, Instant } from '../domain/time.ts';
import { addTransfer, balanceOf, reverseTransfer, type Side, transferOf } from './points.ts';
import { kudos, kudosReceiver } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

export type Kudos = typeof kudos.$inferSelect;

/** Whose budget it is, of which day. */
export interface Pot {
  readonly giverId: number;
  /** In the giver's zone. */
  readonly day: Day;
  /** Whole points a day. What a day began with holds for that day. */
  readonly budget: number;
}

export interface NewKudos extends Pot {
  readonly teamId: number;
  readonly reason: string;
  readonly value: string | null;
  /** Whole points each receiver costs, from 1. */
  readonly points: number;
  readonly receiverIds: readonly number[];
  readonly at: Instant;
}

/** What a receiver gets. */
export interface Credit {
  readonly memberId: number;
  /** Which one from this giver to this receiver in 30 days. */
  readonly nth: number;
  /** Thousandths of a point. */
  readonly worth: number;
}

const given = prepared((db) =>
  db
    .select({ n: sql<number>`count(*)` })
    .from(kudos)
    .innerJoin(kudosReceiver, eq(kudosReceiver.kudosId, kudos.id))
    .where(
      and(
        eq(kudos.giverId, sql.placeholder('giverId')),
        eq(kudosReceiver.memberId, sql.placeholder('receiverId')),
        isNull(kudos.undoneAt),
        sql`${kudos.day} between ${sql.placeholder('from')} and ${sql.placeholder('to')}`,
      ),
    )
    .prepare(),
);

const byId = prepared((db) =>
  db
    .select()
    .from(kudos)
    .where(eq(kudos.id, sql.placeholder('id')))
    .prepare(),
);

const receivers = prepared((db) =>
  db
    .select({ memberId: kudosReceiver.memberId, nth: kudosReceiver.nth })
    .from(kudosReceiver)
    .where(eq(kudosReceiver.kudosId, sql.placeholder('id')))
    .orderBy(asc(kudosReceiver.memberId))
    .prepare(),
);

/** How a thanks is called in the ledger. */
const refOf = (id: number): string => `kudos:${id}`;

/** Whole points the giver has left on the day. */
export const kudosLeft = (db: Db, { giverId, day, budget }: Pot): number => {
  const pot = potOf(giverId, day);
  const isOpen = transferOf(db, pot, 'grant') !== undefined;
  return isOpen ? balanceOf(db, pot) / POINT : budget;
};

/** The day's pot is filled when it is first given from; what is left in it stays there. */
const openPot = (db: Db, { giverId, day, budget }: Pot, at: Instant): string => {
  const pot = potOf(giverId, day);
  if (transferOf(db, pot, 'grant') === undefined) {
    addTransfer(db, { at, kind: 'grant', ref: pot }, [
      { account: HOUSE, amount: -budget * POINT },
      { account: pot, amount: budget * POINT },
    ]);
  }
  return pot;
};

/**
 * Records a thanks and moves its points: from the day's pot to the receivers what it is worth to each, the rest back
 * to the house. Only within a write.
 * @throws RangeError when it costs more than is left, and when nobody or somebody twice is thanked
 */
export const giveKudos = (
  db: Db,
  values: NewKudos,
): { readonly kudos: Kudos; readonly credits: readonly Credit[]; readonly left: number } => {
  const { giverId, day, at, points, receiverIds } = values;
  const cost = points * receiverIds.length;
  const left = kudosLeft(db, values) - cost;
  if (cost <= 0 || !Number.isSafeInteger(cost) || left < 0) {
    throw new RangeError(`a thanks of ${cost} points, ${left + cost} left`);
  }
  const credits = receiverIds.map((memberId): Credit => {
    const before = given(db).get({ giverId, receiverId: memberId, ...windowOf(day) })?.n ?? 0;
    return { memberId, nth: before + 1, worth: worthOf(points, before + 1) };
  });
  const { teamId, reason, value } = values;
  const row = db
    .insert(kudos)
    .values({ giverId, teamId, reason, value, points: points * POINT, at, day })
    .returning()
    .get();
  db.insert(kudosReceiver)
    .values(credits.map(({ memberId, nth }) => ({ kudosId: row.id, memberId, nth })))
    .run();
  const credited = credits.reduce((sum, { worth }) => sum + worth, 0);
  const sides: Side[] = [
    { account: openPot(db, values, at), amount: -cost * POINT },
    { account: HOUSE, amount: cost * POINT - credited },
    ...credits.map(({ memberId, worth }) => ({ account: memberAccount(memberId), amount: worth })),
  ];
  addTransfer(
    db,
    { at, kind: 'kudos', ref: refOf(row.id) },
    sides.filter(({ amount }) => amount !== 0),
  );
  return { kudos: row, credits, left };
};

export const findKudos = (db: Db, id: number): Kudos | undefined => byId(db).get({ id });

/** Whom a thanks is for, with which one it is from the giver to each. */
export const receiversOf = (
  db: Db,
  id: number,
): readonly { readonly memberId: number; readonly nth: number }[] => receivers(db).all({ id });

/**
 * Takes a thanks back, its points included. Again changes nothing. Only within a write.
 * @returns false when it was taken back before
 * @throws RangeError when there is no such thanks
 */
export const undoKudos = (db: Db, id: number, at: Instant): boolean => {
  const row = findKudos(db, id);
  const moved = transferOf(db, refOf(id), 'kudos');
  if (row === undefined || moved === undefined) throw new RangeError(`no kudos ${id}`);
  if (row.undoneAt !== null) return false;
  db.update(kudos).set({ undoneAt: at }).where(eq(kudos.id, id)).run();
  reverseTransfer(db, moved.id, at);
  return true;
};
