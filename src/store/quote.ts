// Quotes: the sums a member named to a customer in follow-ups.
import { and, asc, eq, inArray, isNotNull, isNull, notInArray, sql } from 'drizzle-orm';
import type { Currency } from '../domain/money.ts';
import type { Day, Instant } from '../domain/time.ts';
import { followup } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

/** A quote that stands, in minor units. */
export interface Quote {
  readonly id: number;
  readonly day: Day;
  readonly occurredAt: Instant;
  readonly minor: number;
  readonly currency: Currency;
}

const quoted = prepared((db) =>
  db
    .select({
      id: followup.id,
      day: followup.day,
      occurredAt: followup.occurredAt,
      minor: sql<number>`${followup.amountMinor}`,
      currency: sql<Currency>`${followup.currency}`,
    })
    .from(followup)
    .where(
      and(
        eq(followup.memberId, sql.placeholder('memberId')),
        eq(followup.customerId, sql.placeholder('customerId')),
        isNull(followup.undoneAt),
        sql`${followup.id} >= ${sql.placeholder('since')}`,
        isNotNull(followup.amountMinor),
        inArray(followup.amountRole, ['quote', 'contract']),
        notInArray(followup.outcome, ['won', 'lost', 'paid']),
      ),
    )
    .orderBy(asc(followup.id))
    .prepare(),
);

/** What a member quoted a customer with a follow-up and those recorded after it, as recorded. */
export const quotesSince = (db: Db, memberId: number, customerId: number, since: number): Quote[] =>
  quoted(db).all({ memberId, customerId, since });
