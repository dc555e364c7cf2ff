// What was to be collected from a member's customers, and what of it came in.
import type { Currency } from '../domain/money.ts';
import type { Facts } from '../domain/scoring/facts.ts';
import { addDays, type Day } from '../domain/time.ts';
import { invoicesDueBy, paidUntil, type Receivable } from './payment.ts';
import type { Db } from './workspace.ts';

/** An invoice that was due in the rolling window or overdue at its start, in minor units of its own currency. */
export interface Collectable {
  readonly invoice: Receivable;
  /** What of it was not paid before the window. */
  readonly open: number;
  /** What of that has been paid since. */
  readonly paid: number;
}

/**
 * The receivables a collection rate rests on. A customer's payments cover that customer's invoices oldest first,
 * so an advance payment counts when its invoice falls due.
 * @param start of the rolling window
 */
export const collectables = (db: Db, memberId: number, start: Day, asOf: Day): Collectable[] => {
  const key = (row: { customerId: number; currency: string }) =>
    `${row.customerId}:${row.currency}`;
  const paidBy = (day: Day) =>
    new Map(paidUntil(db, memberId, day).map((row) => [key(row), row.minor]));
  const [before, now] = [paidBy(addDays(start, -1)), paidBy(asOf)];
  const take = (left: Map<string, number>, of: Receivable): number => {
    const covered = Math.max(0, Math.min(of.amountMinor, left.get(key(of)) ?? 0));
    left.set(key(of), (left.get(key(of)) ?? 0) - covered);
    return covered;
  };
  return invoicesDueBy(db, memberId, asOf).flatMap((invoice): Collectable[] => {
    const coveredBefore = take(before, invoice);
    const coveredNow = take(now, invoice);
    const already = invoice.dueOn < start ? coveredBefore : 0;
    if (already === invoice.amountMinor) return [];
    const paid = Math.max(0, coveredNow - already);
    return [{ invoice, open: invoice.amountMinor - already, paid }];
  });
};

/**
 * Cash applied to receivables due in the window or overdue at its start, in one currency.
 * @param rates value of one unit of a currency in another, by `FROM:TO`; what has no rate is left out
 */
export const collectionOf = (
  rows: readonly Collectable[],
  currency: Currency,
  rates: Readonly<Record<string, number>>,
): Facts['collection'] => {
  let [due, collected, largest, count] = [0, 0, 0, 0];
  for (const { invoice, open, paid } of rows) {
    const rate = invoice.currency === currency ? 1 : rates[`${invoice.currency}:${currency}`];
    if (rate === undefined) continue;
    due += open * rate;
    collected += paid * rate;
    largest = Math.max(largest, open * rate);
    count++;
  }
  return {
    dueMinor: Math.round(due),
    collectedMinor: Math.round(collected),
    invoices: count,
    largestShare: due === 0 ? 0 : largest / due,
  };
};
