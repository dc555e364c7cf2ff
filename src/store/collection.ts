// What was to be collected from a member's customers, and what of it came in.
import { type Currency, minorRate } from '../domain/money.ts';
import type { Facts } from '../domain/scoring/facts.ts';
import type { Day } from '../domain/time.ts';
import type { Paid, Receivable } from './payment.ts';

/** An invoice that was due in the rolling window or overdue at its start, in minor units of its own currency. */
export interface Collectable {
  readonly customerId: number;
  readonly dueOn: Day;
  readonly currency: string;
  /** What of it was not paid before the window. */
  readonly open: number;
  /** What of that has been paid since. */
  readonly paid: number;
}

/**
 * The receivables a collection rate rests on. A customer's payments cover that customer's invoices oldest first,
 * so an advance payment counts when its invoice falls due.
 * @param invoices oldest first
 * @param start of the rolling window
 */
export const collectables = (
  invoices: readonly Receivable[],
  payments: readonly Paid[],
  start: Day,
): Collectable[] => {
  const [before, now] = [new Map<string, number>(), new Map<string, number>()];
  for (const [customerId, currency, minor, minorBefore] of payments) {
    now.set(`${customerId}:${currency}`, minor);
    before.set(`${customerId}:${currency}`, minorBefore);
  }
  const take = (left: Map<string, number>, key: string, amount: number): number => {
    const rest = left.get(key) ?? 0;
    const covered = Math.max(0, Math.min(amount, rest));
    left.set(key, rest - covered);
    return covered;
  };
  return invoices.flatMap(([customerId, dueOn, amountMinor, currency]): Collectable[] => {
    const key = `${customerId}:${currency}`;
    const coveredBefore = take(before, key, amountMinor);
    const coveredNow = take(now, key, amountMinor);
    const already = dueOn < start ? coveredBefore : 0;
    if (already === amountMinor) return [];
    const paid = Math.max(0, coveredNow - already);
    return [{ customerId, dueOn, currency, open: amountMinor - already, paid }];
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
  for (const { currency: own, open, paid } of rows) {
    const known = own === currency ? 1 : rates[`${own}:${currency}`];
    if (known === undefined) continue;
    const rate = minorRate(known, own, currency);
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
