// Handoffs: a customer offered to a colleague, who accepts or declines; both clocks are kept.
import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Days } from '../domain/time.ts';
import { customer, followup, handoff } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

export type Handoff = typeof handoff.$inferSelect;

const inRange = sql`${handoff.createdOn} between ${sql.placeholder('from')} and ${sql.placeholder('to')}`;

const given = prepared((db) =>
  db
    .select()
    .from(handoff)
    .where(and(eq(handoff.fromId, sql.placeholder('memberId')), inRange))
    .prepare(),
);

const received = prepared((db) =>
  db
    .select()
    .from(handoff)
    .where(and(eq(handoff.toId, sql.placeholder('memberId')), inRange))
    .prepare(),
);

const accepted = prepared((db) =>
  db
    .select()
    .from(handoff)
    .where(
      and(
        eq(handoff.toId, sql.placeholder('memberId')),
        eq(handoff.customerId, sql.placeholder('customerId')),
        isNotNull(handoff.acceptedAt),
      ),
    )
    .prepare(),
);

const firstAfter = prepared((db) =>
  db
    .select({ at: followup.occurredAt })
    .from(followup)
    .where(
      and(
        eq(followup.memberId, sql.placeholder('memberId')),
        eq(followup.customerId, sql.placeholder('customerId')),
        isNull(followup.undoneAt),
        sql`${followup.channel} is not null`,
        sql`${followup.occurredAt} >= ${sql.placeholder('since')}`,
      ),
    )
    .orderBy(asc(followup.occurredAt))
    .limit(1)
    .prepare(),
);

export const addHandoff = (db: Db, values: typeof handoff.$inferInsert): Handoff =>
  db.insert(handoff).values(values).returning().get();

export const findHandoff = (db: Db, id: number): Handoff | undefined =>
  db.select().from(handoff).where(eq(handoff.id, id)).get();

export const changeHandoff = (
  db: Db,
  id: number,
  values: Partial<typeof handoff.$inferInsert>,
): void => {
  db.update(handoff).set(values).where(eq(handoff.id, id)).run();
};

/** Takes an offer back: as if it had never been made. */
export const removeHandoff = (db: Db, id: number): void => {
  db.delete(handoff).where(eq(handoff.id, id)).run();
};

/** The handoff of a customer that waits for an answer, if any. */
export const pendingHandoff = (db: Db, customerId: number): Handoff | undefined =>
  db
    .select()
    .from(handoff)
    .where(
      and(
        eq(handoff.customerId, customerId),
        isNull(handoff.acceptedAt),
        isNull(handoff.declinedAt),
      ),
    )
    .get();

/** Handoffs that wait for the member's answer, oldest first. */
export const handoffsWaitingFor = (db: Db, memberId: number): (Handoff & { customer: string })[] =>
  db
    .select({ handoff, customer: customer.name })
    .from(handoff)
    .innerJoin(customer, eq(customer.id, handoff.customerId))
    .where(and(eq(handoff.toId, memberId), isNull(handoff.acceptedAt), isNull(handoff.declinedAt)))
    .orderBy(asc(handoff.createdAt))
    .all()
    .map((row) => ({ ...row.handoff, customer: row.customer }));

/** Handoffs the member offered and nobody answered yet, oldest first. */
export const handoffsOffered = (db: Db, memberId: number): (Handoff & { customer: string })[] =>
  db
    .select({ handoff, customer: customer.name })
    .from(handoff)
    .innerJoin(customer, eq(customer.id, handoff.customerId))
    .where(
      and(eq(handoff.fromId, memberId), isNull(handoff.acceptedAt), isNull(handoff.declinedAt)),
    )
    .orderBy(asc(handoff.createdAt))
    .all()
    .map((row) => ({ ...row.handoff, customer: row.customer }));

export const handoffsOf = (db: Db, customerId: number): Handoff[] =>
  db
    .select()
    .from(handoff)
    .where(eq(handoff.customerId, customerId))
    .orderBy(desc(handoff.id))
    .all();

export const handoffsGiven = (db: Db, memberId: number, { from, to }: Days): Handoff[] =>
  given(db).all({ memberId, from, to });

export const handoffsReceived = (db: Db, memberId: number, { from, to }: Days): Handoff[] =>
  received(db).all({ memberId, from, to });

/** Sets for each accepted handoff of the pair the receiver's first follow-up, as the log now stands. */
export const refreshHandoffs = (db: Db, memberId: number, customerId: number): void => {
  for (const row of accepted(db).all({ memberId, customerId })) {
    const first = firstAfter(db).get({ memberId, customerId, since: row.acceptedAt });
    const followedAt = first?.at ?? null;
    if (row.followedAt === followedAt) continue;
    db.update(handoff).set({ followedAt }).where(eq(handoff.id, row.id)).run();
  }
};
