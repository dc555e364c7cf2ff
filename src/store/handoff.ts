// Handoffs: a customer offered to a colleague, who accepts or declines; both clocks are kept.
import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import { inPeriod, isTheirs, list, sumOf, tally } from './gather.ts';
import { isOfPair, listed, type Pair, pairs } from './pair.ts';
import { customer, followup, handoff } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

export type Handoff = typeof handoff.$inferSelect;

/** How many customers a member handed over in the period, and how complete the notes were, summed, in millionths. */
export const handoffsGiven = tally<[n: number, noteCompleteness: number]>(
  [sql`count(*)`, sumOf(handoff.noteCompleteness)],
  sql`from ${handoff} where ${isTheirs(handoff.fromId)} and ${inPeriod(handoff.createdOn)}`,
);

/** When what was offered to a member in the period, and not declined, was offered, accepted and first followed up. */
export const handoffsReceived = list<
  [createdAt: Instant, acceptedAt: Instant | null, followedAt: Instant | null]
>(
  [handoff.createdAt, handoff.acceptedAt, handoff.followedAt],
  sql`from ${handoff} where ${isTheirs(handoff.toId)} and ${inPeriod(handoff.createdOn)}
    and ${handoff.declinedAt} is null order by ${handoff.createdOn}, ${handoff.id}`,
);

/** The first follow-up of a handoff's receiver with its customer since they accepted it. */
const firstAfter = sql`select min(${followup.occurredAt}) from ${followup}
  where ${followup.memberId} = ${handoff.toId} and ${followup.customerId} = ${handoff.customerId}
    and ${followup.undoneAt} is null and ${followup.channel} is not null
    and ${followup.occurredAt} >= ${handoff.acceptedAt}`;

/** Accepted handoffs to the members of the pairs that were followed up at another time than they say. */
const followedAnew = prepared((db) =>
  db
    .select({ id: handoff.id, followedAt: sql<Instant | null>`(${firstAfter})` })
    .from(pairs)
    .crossJoin(handoff)
    .where(
      and(
        isOfPair(handoff.toId, handoff.customerId),
        isNotNull(handoff.acceptedAt),
        sql`${handoff.followedAt} is not (${firstAfter})`,
      ),
    )
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

/** Sets for each accepted handoff to the members of the pairs their first follow-up, as the log now stands. */
export const refreshHandoffs = (db: Db, of: readonly Pair[]): void => {
  for (const { id, followedAt } of followedAnew(db).all(listed(of))) {
    changeHandoff(db, id, { followedAt });
  }
};
