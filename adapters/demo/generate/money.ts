// From a won deal to the bank: invoices with terms, and customers who pay on time, late, in parts or never.
import type { Money } from '../../../src/domain/money.ts';
import { addDays, type Day } from '../../../src/domain/time.ts';
import type { DemoDeal, DemoInvoice, DemoPayment } from './model.ts';
import { type Random, streamOf } from './random.ts';
import { chance, integer, logNormal, weighted } from './sample.ts';

type Unpaid = Omit<DemoPayment, 'followupKey'>;

const share = (money: Money, of: number): Money => ({
  minor: Math.round((money.minor * of) / 100) * 100,
  currency: money.currency,
});

const minus = (money: Money, part: Money): Money => ({ ...money, minor: money.minor - part.minor });

const termsOf = (random: Random): number =>
  Number(weighted(random, { d0: 0.3, d15: 0.2, d30: 0.3, d60: 0.15, d90: 0.05 }).slice(1));

/** 70 % on time, 25 % late by a lognormal of median 18 days, 5 % not at all; null for those. */
const paidOn = (invoice: DemoInvoice, random: Random): Day | null => {
  const draw = random();
  if (draw >= 0.95) return null;
  if (draw >= 0.7) return addDays(invoice.dueOn, Math.ceil(logNormal(random, 18, 0.8)));
  const early = addDays(invoice.dueOn, -integer(random, 0, 4));
  return early < invoice.issuedOn ? invoice.issuedOn : early;
};

const paymentsOf = (invoice: DemoInvoice, random: Random): readonly Unpaid[] => {
  const day = paidOn(invoice, random);
  const partial = chance(random, 0.15);
  const part = share(invoice.amount, 0.5 + 0.3 * random());
  if (day === null) return [];
  const pay = (amount: Money, on: Day): Unpaid => ({
    invoiceKey: invoice.key,
    customerKey: invoice.customerKey,
    memberKey: invoice.memberKey,
    amount,
    paidOn: on,
  });
  if (!partial) return [pay(invoice.amount, day)];
  const rest = minus(invoice.amount, part);
  return [pay(part, day), pay(rest, addDays(day, integer(random, 10, 30)))];
};

/**
 * The invoices of a won deal and when they will be paid (domain method: collections). Large deals are paid in
 * two instalments. Payments may lie beyond the history.
 */
export const collect = (
  seed: string,
  deal: DemoDeal & { readonly closedOn: Day },
  large: boolean,
): { readonly invoices: readonly DemoInvoice[]; readonly payments: readonly Unpaid[] } => {
  const random = streamOf(seed, 'deal', deal.key);
  const deposit = share(deal.amount, 0.4);
  const amounts = large ? [deposit, minus(deal.amount, deposit)] : [deal.amount];
  const terms = termsOf(random);
  const invoices = amounts.map((amount, at) => ({
    key: `${deal.key}-i${at}`,
    dealKey: deal.key,
    customerKey: deal.customerKey,
    memberKey: deal.memberKey,
    amount,
    issuedOn: deal.closedOn,
    dueOn: addDays(deal.closedOn, amounts.length > 1 && at === 0 ? 7 : terms + 20 * at),
  }));
  return { invoices, payments: invoices.flatMap((invoice) => paymentsOf(invoice, random)) };
};
