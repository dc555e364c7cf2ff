// The points ledger: transfers whose sides add up to zero. Rows are only ever added; every balance is a sum.
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import { posting, transfer } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

export type Transfer = typeof transfer.$inferSelect;

/** What a transfer does to one account. */
export interface Side {
  /** Of `domain/recognition/account`. */
  readonly account: string;
  /** Thousandths of a point; negative: taken from it. */
  readonly amount: number;
}

export interface NewTransfer {
  readonly at: Instant;
  /** What kind of movement, e.g. `kudos`. */
  readonly kind: string;
  /** What it is about, e.g. `kudos:12`. There is one transfer of a kind about a thing. */
  readonly ref: string;
  /** The transfer it takes back. */
  readonly reverses?: number;
}

const byRef = prepared((db) =>
  db
    .select()
    .from(transfer)
    .where(
      and(eq(transfer.ref, sql.placeholder('ref')), eq(transfer.kind, sql.placeholder('kind'))),
    )
    .prepare(),
);

const byId = prepared((db) =>
  db
    .select()
    .from(transfer)
    .where(eq(transfer.id, sql.placeholder('id')))
    .prepare(),
);

const reversalOf = prepared((db) =>
  db
    .select({ id: transfer.id })
    .from(transfer)
    .where(eq(transfer.reverses, sql.placeholder('id')))
    .prepare(),
);

const sidesOf = prepared((db) =>
  db
    .select({ account: posting.account, amount: posting.amount })
    .from(posting)
    .where(eq(posting.transferId, sql.placeholder('id')))
    .prepare(),
);

const sumOf = prepared((db) =>
  db
    .select({ sum: sql<number>`coalesce(sum(${posting.amount}), 0)` })
    .from(posting)
    .where(eq(posting.account, sql.placeholder('account')))
    .prepare(),
);

const faultOf = (sides: readonly Side[]): string | null => {
  if (sides.length === 0) return 'no sides';
  if (new Set(sides.map(({ account }) => account)).size < sides.length) return 'an account twice';
  if (!sides.every(({ amount }) => Number.isSafeInteger(amount))) return 'not whole thousandths';
  const sum = sides.reduce((total, { amount }) => total + amount, 0);
  return sum === 0 ? null : `sides that add up to ${sum}`;
};

/**
 * Moves points. Only within a write.
 * @param sides of different accounts, in thousandths, adding up to zero
 * @returns the transfer's id
 * @throws RangeError when the sides are not so; the database's error when there is a transfer of this kind about this
 * thing already, or one that reverses the same
 */
export const addTransfer = (db: Db, values: NewTransfer, sides: readonly Side[]): number => {
  const fault = faultOf(sides);
  if (fault !== null) throw new RangeError(`transfer ${values.kind} ${values.ref}: ${fault}`);
  const { id } = db.insert(transfer).values(values).returning({ id: transfer.id }).get();
  db.insert(posting)
    .values(sides.map((side) => ({ transferId: id, ...side })))
    .run();
  return id;
};

/**
 * Takes a transfer back by one with the opposite sides, of kind `undo:` and the other's. Again changes nothing.
 * An account may be below zero by it, when what it got is spent already. Only within a write.
 * @throws RangeError when there is no such transfer
 */
export const reverseTransfer = (db: Db, transferId: number, at: Instant): void => {
  const original = byId(db).get({ id: transferId });
  if (original === undefined) throw new RangeError(`no transfer ${transferId}`);
  if (reversalOf(db).get({ id: transferId }) !== undefined) return;
  const { kind, ref } = original;
  const sides = sidesOf(db).all({ id: transferId });
  addTransfer(
    db,
    { at, kind: `undo:${kind}`, ref, reverses: transferId },
    // 0 - amount: a side of nothing stays 0, not -0.
    sides.map(({ account, amount }) => ({ account, amount: 0 - amount })),
  );
};

/** What is in an account, in thousandths of a point: the sum of its rows, 0 when it has none. */
export const balanceOf = (db: Db, account: string): number => sumOf(db).get({ account })?.sum ?? 0;

/** The transfer of a kind about a thing, if any. */
export const transferOf = (db: Db, ref: string, kind: string): Transfer | undefined =>
  byRef(db).get({ ref, kind });

/** What a transfer did to one account. */
export interface Movement {
  readonly at: Instant;
  /** Of the transfer; `undo:…` for one that takes another back. */
  readonly kind: string;
  readonly ref: string;
  /** Thousandths of a point. */
  readonly amount: number;
}

const movements = prepared((db) =>
  db
    .select({
      at: transfer.at,
      kind: transfer.kind,
      ref: transfer.ref,
      amount: posting.amount,
    })
    .from(posting)
    .innerJoin(transfer, eq(transfer.id, posting.transferId))
    .where(eq(posting.account, sql.placeholder('account')))
    .orderBy(desc(posting.transferId))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** What moved in and out of an account, the newest first. */
export const movementsOf = (db: Db, account: string, limit: number): readonly Movement[] =>
  movements(db).all({ account, limit });
