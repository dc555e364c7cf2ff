// Wishes for rewards: the points are held and one of the stock is taken in the same write, until it is decided.
import { and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { heldFor, memberAccount, SPENT } from '../domain/recognition/account.ts';
import { type Party, priceOf, shortBy } from '../domain/recognition/reward.ts';
import type { Instant } from '../domain/time.ts';
import { addTransfer, balanceOf, reverseTransfer, transferOf } from './points.ts';
import { type Reward, returnToStock, takeFromStock } from './reward.ts';
import { member, type RedemptionState, redemption, reward } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

export type Redemption = typeof redemption.$inferSelect;

/** A wish with what it is for, and whose it is. */
export interface Wish extends Redemption {
  readonly reward: Reward;
  readonly name: string;
}

const byId = prepared((db) =>
  db
    .select()
    .from(redemption)
    .where(eq(redemption.id, sql.placeholder('id')))
    .prepare(),
);

/** Kinds of transfers about `redemption:<id>`. */
const HELD = 'redemption';
const APPROVED = 'reward';

const refOf = (id: number): string => `redemption:${id}`;

/**
 * Asks for a reward: holds its price and takes one of the stock. Only within a write.
 * @throws RangeError when the points or the stock are not enough: whoever asks has been told so before
 */
export const addWish = (
  db: Db,
  { reward: row, memberId, at }: { reward: Reward; memberId: number; at: Instant },
): Redemption => {
  const { cost } = row;
  if (shortBy(cost, balanceOf(db, memberAccount(memberId))) > 0) {
    throw new RangeError(`member ${memberId} has less than ${cost} points`);
  }
  if (!takeFromStock(db, row.id)) throw new RangeError(`none is left of reward ${row.id}`);
  const wish = db
    .insert(redemption)
    .values({ rewardId: row.id, memberId, cost, state: 'asked', at })
    .returning()
    .get();
  if (cost > 0) {
    addTransfer(db, { at, kind: HELD, ref: refOf(wish.id) }, [
      { account: memberAccount(memberId), amount: -priceOf(cost) },
      { account: heldFor(wish.id), amount: priceOf(cost) },
    ]);
  }
  return wish;
};

export const findWish = (db: Db, id: number): Redemption | undefined => byId(db).get({ id });

/**
 * Settles an open wish: approved, its points are spent; else points and stock go back. Only within a write.
 * @param by null when nobody decided: the member left
 * @returns false when it was settled before, and then nothing changes
 */
export const settleWish = (
  db: Db,
  id: number,
  how: {
    readonly state: Exclude<RedemptionState, 'asked'>;
    readonly by: number | null;
    readonly at: Instant;
    readonly reason?: string;
  },
): boolean => {
  const { state, by, at, reason = null } = how;
  const settled = db
    .update(redemption)
    .set({ state, decidedBy: by, decidedAt: at, reason })
    .where(and(eq(redemption.id, id), eq(redemption.state, 'asked')))
    .returning()
    .get();
  if (settled === undefined) return false;
  const held = transferOf(db, refOf(id), HELD);
  if (state === 'approved') {
    if (held !== undefined) {
      addTransfer(db, { at, kind: APPROVED, ref: refOf(id) }, [
        { account: heldFor(id), amount: -priceOf(settled.cost) },
        { account: SPENT, amount: priceOf(settled.cost) },
      ]);
    }
    return true;
  }
  if (held !== undefined) reverseTransfer(db, held.id, at);
  returnToStock(db, settled.rewardId);
  return true;
};

const open = eq(redemption.state, 'asked');

/** Whether a wish of the member's for this very reward waits to be decided. */
export const isWaitingFor = (db: Db, memberId: number, rewardId: number): boolean =>
  db
    .select({ id: redemption.id })
    .from(redemption)
    .where(and(eq(redemption.memberId, memberId), eq(redemption.rewardId, rewardId), open))
    .get() !== undefined;

/** Gives back what the open wishes of a member hold, e.g. as they leave. @returns how many there were */
export const returnWishesOf = (db: Db, memberId: number, at: Instant): number => {
  const wishes = db
    .select({ id: redemption.id })
    .from(redemption)
    .where(and(eq(redemption.memberId, memberId), open))
    .all();
  for (const { id } of wishes) settleWish(db, id, { state: 'withdrawn', by: null, at });
  return wishes.length;
};

const wishes = (db: Db) =>
  db
    .select({ wish: redemption, reward, name: member.name })
    .from(redemption)
    .innerJoin(reward, eq(reward.id, redemption.rewardId))
    .innerJoin(member, eq(member.id, redemption.memberId))
    .$dynamic();

type Row = { wish: Redemption; reward: Reward; name: string };
const flat = ({ wish, ...rest }: Row): Wish => ({ ...wish, ...rest });

/** A member's own wishes, those that wait first, then the newest. */
export const wishesOf = (db: Db, memberId: number, limit: number): Wish[] =>
  wishes(db)
    .where(eq(redemption.memberId, memberId))
    .orderBy(desc(open), desc(redemption.id))
    .limit(limit)
    .all()
    .map(flat);

/** Of whom `actor` decides: as `mayDecide`, in the database's words. */
const decidedBy = (actor: Party) => {
  const isHere = and(open, isNull(member.leftOn), ne(member.id, actor.id));
  if (actor.role === 'admin') return isHere;
  const { teamId } = actor;
  if (actor.role !== 'manager' || teamId === null) return sql`0`;
  return and(isHere, eq(member.teamId, teamId), eq(member.role, 'rep'));
};

/** The wishes that wait for the actor's decision, oldest first. */
export const wishesFor = (db: Db, actor: Party, limit: number): Wish[] =>
  wishes(db)
    .where(decidedBy(actor))
    .orderBy(asc(redemption.at), asc(redemption.id))
    .limit(limit)
    .all()
    .map(flat);

export const countWishesFor = (db: Db, actor: Party): number =>
  db
    .select({ n: sql<number>`count(*)` })
    .from(redemption)
    .innerJoin(member, eq(member.id, redemption.memberId))
    .where(decidedBy(actor))
    .get()?.n ?? 0;
