// Invoices and payments: what was due, and what of it came in.
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Day, Days } from '../domain/time.ts';
import { given, isTheirs, list, sumOf } from './gather.ts';
import { invoice, payment } from './schema/index.ts';
import type { Db } from './workspace.ts';

export type Payment = typeof payment.$inferSelect;
export type Invoice = typeof invoice.$inferSelect;

/** An invoice, in minor units of its currency. */
export type Receivable = readonly [
  customerId: number,
  dueOn: Day,
  amountMinor: number,
  currency: string,
];

/** What a customer paid in one currency, in its minor units. */
export type Paid = readonly [customerId: number, currency: string, minor: number, before: number];

/** A member's undisputed invoices due by the end of the window, oldest first. */
export const invoicesDue = list<Receivable>(
  [invoice.customerId, invoice.dueOn, invoice.amountMinor, invoice.currency],
  sql`from ${invoice} where ${isTheirs(invoice.memberId)} and ${invoice.disputed} = 0
    and ${invoice.dueOn} <= ${given('to')} order by ${invoice.dueOn}, ${invoice.id}`,
);

/** What a member's customers had paid by the end of the window, and what of that before the rolling one began. */
export const paymentsMade = list<Paid>(
  [
    payment.customerId,
    payment.currency,
    sql`sum(${payment.amountMinor})`,
    sumOf(
      sql`case when ${payment.paidOn} < ${given('rollingFrom')} then ${payment.amountMinor} end`,
    ),
  ],
  sql`from ${payment} where ${isTheirs(payment.memberId)} and ${payment.paidOn} <= ${given('to')}
    group by ${payment.customerId}, ${payment.currency}`,
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
