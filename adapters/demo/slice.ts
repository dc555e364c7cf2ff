// The part of the made-up months that has happened by a moment, and what happens between two moments.
import { type Day, dayOf, type Instant, type Zone } from '../../src/domain/time.ts';
import type { DemoData } from './generate/model.ts';

const NOTHING: Omit<
  DemoData,
  'customers' | 'leads' | 'followups' | 'deals' | 'invoices' | 'shares'
> = { joins: [], leave: [], payments: [], handoffs: [], satisfaction: [], checks: [] };

/** What has been recorded by `now`; deals that close later are open. */
export const until = (data: DemoData, now: Instant, zone: Zone): DemoData => {
  const today = dayOf(now, zone);
  const past = (day: Day): boolean => day < today;
  const followups = data.followups.filter(({ loggedAt }) => loggedAt <= now);
  const known = new Set(followups.map(({ key }) => key));
  const has = (key: string | null): boolean => key === null || known.has(key);
  const deals = data.deals
    .filter(({ openedOn }) => openedOn <= today)
    .map((deal): (typeof data.deals)[number] =>
      deal.closedOn === null || (deal.closedOn <= today && has(deal.followupKey))
        ? deal
        : { ...deal, status: 'open', closedOn: null, reason: null, followupKey: null },
    );
  const won = new Set(deals.filter(({ status }) => status === 'won').map(({ key }) => key));
  return {
    joins: data.joins,
    leave: data.leave,
    customers: data.customers.filter(({ createdAt }) => createdAt <= now),
    leads: data.leads.filter(({ arrivedAt }) => arrivedAt <= now),
    followups,
    deals,
    invoices: data.invoices.filter(({ dealKey }) => won.has(dealKey)),
    payments: data.payments.filter(({ paidOn, followupKey }) => past(paidOn) && has(followupKey)),
    handoffs: data.handoffs.filter(
      ({ createdAt, acceptedAt }) => createdAt <= now && (acceptedAt ?? createdAt) <= now,
    ),
    shares: data.shares
      .filter(({ followupKey, sharedAt }) => known.has(followupKey) && sharedAt <= now)
      .map((share) => ({ ...share, opens: share.opens.filter(({ at }) => at <= now) })),
    satisfaction: data.satisfaction.filter(({ askedOn }) => past(askedOn)),
    checks: data.checks.filter(({ checkedOn }) => past(checkedOn)),
  };
};

/**
 * What is recorded after `from`, up to and including `to`: the working days the demo still has before it.
 * @param isThere whether a member, by key, still is; nobody else does anything
 */
export const between = (
  data: DemoData,
  from: Instant,
  to: Instant,
  isThere: (memberKey: string) => boolean = () => true,
): DemoData => {
  // A customer of somebody who has left is not made, so nothing can happen with it either.
  const owned = new Set(
    data.customers.filter(({ ownerKey }) => isThere(ownerKey)).map(({ key }) => key),
  );
  const isDone = (memberKey: string, customerKey: string, at: Instant): boolean =>
    at > from && at <= to && isThere(memberKey) && owned.has(customerKey);
  const followups = data.followups.filter(({ memberKey, customerKey, loggedAt }) =>
    isDone(memberKey, customerKey, loggedAt),
  );
  const known = new Set(followups.map(({ key }) => key));
  const deals = data.deals.filter(
    ({ followupKey }) => followupKey !== null && known.has(followupKey),
  );
  const won = new Set(deals.filter(({ status }) => status === 'won').map(({ key }) => key));
  const leads = data.leads.filter(({ memberKey, customerKey, arrivedAt }) =>
    isDone(memberKey, customerKey, arrivedAt),
  );
  const touched = new Set([...followups, ...leads].map(({ customerKey }) => customerKey));
  return {
    ...NOTHING,
    customers: data.customers.filter(({ key }) => touched.has(key)),
    leads,
    followups,
    deals,
    invoices: data.invoices.filter(({ dealKey }) => won.has(dealKey)),
    shares: data.shares
      .filter(({ followupKey }) => known.has(followupKey))
      .map((share) => ({
        ...share,
        opens: share.opens.filter(({ memberKey }) => isThere(memberKey)),
      })),
  };
};
