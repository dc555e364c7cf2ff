// Leads: an inquiry whose response clock runs until the first follow-up.
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { LeadKind } from '../domain/scoring/facts.ts';
import { type Day, HOUR, type Instant } from '../domain/time.ts';
import { inPeriod, isTheirs, list } from './gather.ts';
import { isOfPair, listed, type Pair, pairs } from './pair.ts';
import { customer, followup, lead } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

export type Lead = typeof lead.$inferSelect;

/** A follow-up logged later than this after it happened does not stop the clock. */
const BACKDATE_LIMIT = 48 * HOUR;

/** The follow-up of a lead's member and customer that answers it first. */
const firstAnswer = sql`select ${followup.id} from ${followup}
  where ${followup.memberId} = ${lead.memberId} and ${followup.customerId} = ${lead.customerId}
    and ${followup.undoneAt} is null and ${followup.channel} is not null
    and ${followup.occurredAt} >= ${lead.assignedAt}
    and ${followup.loggedAt} - ${followup.occurredAt} <= ${sql.raw(String(BACKDATE_LIMIT))}
  order by ${followup.occurredAt}, ${followup.id} limit 1`;

/** Leads of the pairs that the log answers otherwise than they say. */
const answeredAnew = prepared((db) => {
  const first = alias(followup, 'first');
  return db
    .select({ id: lead.id, answeredAt: first.occurredAt, followupId: first.id })
    .from(pairs)
    .crossJoin(lead)
    .leftJoin(first, sql`${first.id} = (${firstAnswer})`)
    .where(
      and(
        isOfPair(lead.memberId, lead.customerId),
        sql`(${lead.answeredAt}, ${lead.followupId}) is not (${first.occurredAt}, ${first.id})`,
      ),
    )
    .prepare();
});

const setAnswer = prepared((db) =>
  db
    .update(lead)
    .set({
      answeredAt: sql`${sql.placeholder('answeredAt')}`,
      followupId: sql`${sql.placeholder('followupId')}`,
    })
    .where(eq(lead.id, sql.placeholder('id')))
    .prepare(),
);

/** Leads that reached a member in the period, in the order they came. */
export const leadsReceived = list<
  [kind: LeadKind, assignedOn: Day, assignedAt: Instant, answeredAt: Instant | null]
>(
  [lead.kind, lead.assignedOn, lead.assignedAt, lead.answeredAt],
  sql`from ${lead} where ${isTheirs(lead.memberId)} and ${inPeriod(lead.assignedOn)}
    order by ${lead.assignedOn}, ${lead.id}`,
);

export const addLead = (db: Db, values: typeof lead.$inferInsert): Lead =>
  db.insert(lead).values(values).returning().get();

/** The inquiry of a customer that still waits for the member's first answer. */
export const openLeadOf = (db: Db, memberId: number, customerId: number): Lead | undefined =>
  db
    .select()
    .from(lead)
    .where(
      and(
        eq(lead.memberId, memberId),
        eq(lead.customerId, customerId),
        isNull(lead.answeredAt),
        eq(lead.kind, 'inbound'),
      ),
    )
    .get();

/** Leads of the member that nobody answered yet, oldest first. */
export const openLeads = (db: Db, memberId: number): (Lead & { customer: string })[] =>
  db
    .select({
      id: lead.id,
      customerId: lead.customerId,
      memberId: lead.memberId,
      kind: lead.kind,
      source: lead.source,
      assignedAt: lead.assignedAt,
      assignedOn: lead.assignedOn,
      answeredAt: lead.answeredAt,
      followupId: lead.followupId,
      customer: customer.name,
    })
    .from(lead)
    .innerJoin(customer, eq(customer.id, lead.customerId))
    .where(and(eq(lead.memberId, memberId), isNull(lead.answeredAt)))
    .orderBy(asc(lead.assignedAt))
    .all();

/** Sets for each lead of the pairs the follow-up that answered it first, as the log now stands. */
export const refreshLeads = (db: Db, of: readonly Pair[]): void => {
  for (const answer of answeredAnew(db).all(listed(of))) setAnswer(db).run(answer);
};
