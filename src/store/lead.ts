// Leads: an inquiry whose response clock runs until the first follow-up.
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { type Days, HOUR, type Instant } from '../domain/time.ts';
import { customer, followup, lead } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

export type Lead = typeof lead.$inferSelect;

/** A follow-up logged later than this after it happened does not stop the clock. */
const BACKDATE_LIMIT = 48 * HOUR;

const pair = prepared((db) =>
  db
    .select()
    .from(lead)
    .where(
      and(
        eq(lead.memberId, sql.placeholder('memberId')),
        eq(lead.customerId, sql.placeholder('customerId')),
      ),
    )
    .prepare(),
);

const firstAnswer = prepared((db) =>
  db
    .select({ id: followup.id, at: followup.occurredAt })
    .from(followup)
    .where(
      and(
        eq(followup.memberId, sql.placeholder('memberId')),
        eq(followup.customerId, sql.placeholder('customerId')),
        isNull(followup.undoneAt),
        sql`${followup.channel} is not null`,
        sql`${followup.occurredAt} >= ${sql.placeholder('since')}`,
        sql`${followup.loggedAt} - ${followup.occurredAt} <= ${sql.raw(String(BACKDATE_LIMIT))}`,
      ),
    )
    .orderBy(asc(followup.occurredAt))
    .limit(1)
    .prepare(),
);

const assigned = prepared((db) =>
  db
    .select()
    .from(lead)
    .where(
      and(
        eq(lead.memberId, sql.placeholder('memberId')),
        sql`${lead.assignedOn} between ${sql.placeholder('from')} and ${sql.placeholder('to')}`,
      ),
    )
    .prepare(),
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

/** Leads that reached the member in the range. */
export const leadsOf = (db: Db, memberId: number, { from, to }: Days): Lead[] =>
  assigned(db).all({ memberId, from, to });

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

/** Sets for each lead of the pair the follow-up that answered it first, as the log now stands. */
export const refreshLeads = (db: Db, memberId: number, customerId: number): void => {
  for (const row of pair(db).all({ memberId, customerId })) {
    const answer = firstAnswer(db).get({ memberId, customerId, since: row.assignedAt });
    const answeredAt: Instant | null = answer?.at ?? null;
    const followupId = answer?.id ?? null;
    if (row.answeredAt === answeredAt && row.followupId === followupId) continue;
    db.update(lead).set({ answeredAt, followupId }).where(eq(lead.id, row.id)).run();
  }
};
