// Invoices and payments: what was due, and what of it came in.
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Day, Days } from '../domain/time.ts';
import { invoice, payment } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

export type Payment = typeof payment.$inferSelect;
export type Invoice = typeof invoice.$inferSelect;

/** An invoice with what its customer had paid on the member's invoices, oldest first, by a day. */
export interface Receivable {
  readonly id: number;
  readonly customerId: number;
  readonly dueOn: Day;
  readonly amountMinor: number;
  readonly currency: string;
}

const dueBy = prepared((db) =>
  db
    .select({
      id: invoice.id,
      customerId: invoice.customerId,
      dueOn: invoice.dueOn,
      amountMinor: invoice.amountMinor,
      currency: invoice.currency,
    })
    .from(invoice)
    .where(
      and(
        eq(invoice.memberId, sql.placeholder('memberId')),
        eq(invoice.disputed, false),
        sql`${invoice.dueOn} <= ${sql.placeholder('to')}`,
      ),
    )
    .orderBy(asc(invoice.dueOn), asc(invoice.id))
    .prepare(),
);

const paidBy = prepared((db) =>
  db
    .select({
      customerId: payment.customerId,
      currency: payment.currency,
      minor: sql<number>`sum(${payment.amountMinor})`,
    })
    .from(payment)
    .where(
      and(
        eq(payment.memberId, sql.placeholder('memberId')),
        sql`${payment.paidOn} <= ${sql.placeholder('to')}`,
      ),
    )
    .groupBy(payment.customerId, payment.currency)
    .prepare(),
);

export const addInvoice = (db: Db, values: typeof invoice.$inferInsert): Invoice =>
  db.insert(invoice).values(values).returning().get();

export const addPayment = (db: Db, values: typeof payment.$inferInsert): Payment =>
  db.insert(payment).values(values).returning().get();

export const findPayment = (db: Db, id: number): Payment | undefined =>
  db.select().from(payment).where(eq(payment.id, id)).get();

/** The payment recorded from a follow-up, if one was. */
export const paymentOf = (db: Db, followupId: number): Payment | undefined =>
  db.select().from(payment).where(eq(payment.followupId, followupId)).get();

export const removePayment = (db: Db, id: number): void => {
  db.delete(payment).where(eq(payment.id, id)).run();
};

export const removeInvoicesOf = (db: Db, dealId: number): void => {
  db.delete(invoice).where(eq(invoice.dealId, dealId)).run();
};

/** The invoice that came with a deal, if one did. */
export const invoiceOf = (db: Db, dealId: number): Invoice | undefined =>
  db.select().from(invoice).where(eq(invoice.dealId, dealId)).get();

/** The member's undisputed invoices due by `to`, oldest first. */
export const invoicesDueBy = (db: Db, memberId: number, to: Day): Receivable[] =>
  dueBy(db).all({ memberId, to });

/** What each customer had paid to the member by the end of `to`, a row a currency. */
export const paidUntil = (
  db: Db,
  memberId: number,
  to: Day,
): { customerId: number; currency: string; minor: number }[] => paidBy(db).all({ memberId, to });

export const paymentsFrom = (db: Db, customerId: number): Payment[] =>
  db
    .select()
    .from(payment)
    .where(eq(payment.customerId, customerId))
    .orderBy(desc(payment.paidOn))
    .all();

/** What a team collected in the range, a row a currency. */
export const collectedByTeam = (
  db: Db,
  teamId: number,
  { from, to }: Days,
): { currency: string; minor: number }[] =>
  db
    .select({ currency: payment.currency, minor: sql<number>`sum(${payment.amountMinor})` })
    .from(payment)
    .where(and(eq(payment.teamId, teamId), sql`${payment.paidOn} between ${from} and ${to}`))
    .groupBy(payment.currency)
    .all();
