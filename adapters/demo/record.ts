// Writes made-up months into a workspace through the same statements real ones go through.
import { completenessOf } from '../../src/domain/completeness.ts';
import { dayOf, type Instant } from '../../src/domain/time.ts';
import { addCustomer, assignCustomer, customerNamed } from '../../src/store/customer.ts';
import { addDeal, changeDeal, openDeal } from '../../src/store/deal.ts';
import { recordFollowup } from '../../src/store/followup.ts';
import { addHandoff } from '../../src/store/handoff.ts';
import { addLead, refreshLeads } from '../../src/store/lead.ts';
import { addLeave, changeMember, type Member } from '../../src/store/member.ts';
import { addInvoice, addPayment } from '../../src/store/payment.ts';
import { refreshRollup } from '../../src/store/rollup.ts';
import { qaCheck, satisfaction } from '../../src/store/schema/index.ts';
import { markShared, openShared } from '../../src/store/share.ts';
import { standardOn } from '../../src/store/standard.ts';
import { moveSteps } from '../../src/store/step.ts';
import type { Team } from '../../src/store/team.ts';
import type { Db } from '../../src/store/workspace.ts';
import type { DemoData } from './generate/model.ts';

/** Looks up what must be there: the generator only names what it made. */
const found = <K, V>(map: ReadonlyMap<K, V>, key: K): V => {
  const value = map.get(key);
  if (value === undefined) throw new TypeError(`the demo names an unknown ${String(key)}`);
  return value;
};

/**
 * Records what the generator made, as if its members had. Customers and open deals that are there already are
 * taken up again.
 */
export const recordDemo = (
  db: Db,
  team: Team,
  members: ReadonlyMap<string, Member>,
  data: DemoData,
  now: Instant,
): void => {
  const memberOf = (key: string): number => found(members, key).id;
  const customers = new Map<string, number>();
  const names = new Map<string, string>();
  for (const { key, name, ownerKey, createdAt } of data.customers) {
    const row =
      customerNamed(db, name) ??
      addCustomer(db, { name, ownerId: memberOf(ownerKey), at: createdAt });
    customers.set(key, row.id);
    names.set(key, name);
  }
  const customerOf = (key: string): number => found(customers, key);
  for (const { memberKey, day } of data.joins) {
    changeMember(db, memberOf(memberKey), { joinedOn: day });
  }
  for (const { memberKey, day } of data.leave) addLeave(db, memberOf(memberKey), day);
  for (const lead of data.leads) {
    addLead(db, {
      customerId: customerOf(lead.customerKey),
      memberId: memberOf(lead.memberKey),
      kind: 'inbound',
      source: lead.source,
      assignedAt: lead.arrivedAt,
      assignedOn: lead.arrivedOn,
    });
  }
  const followups = new Map<string, ReturnType<typeof recordFollowup>>();
  const { caps } = standardOn(db, dayOf(now, team.zone));
  for (const told of data.followups) {
    const { amount, next } = told;
    const names_ = [
      found(names, told.customerKey),
      ...(told.contact === null ? [] : [told.contact]),
    ];
    const { millionths } = completenessOf({
      customer: true,
      channel: told.channel,
      outcome: told.outcome,
      intent: told.grade,
      nextStep: next?.action ?? null,
      nextDate: next?.at ?? null,
      text: told.text,
      names: names_,
      custom: [],
    });
    const row = recordFollowup(
      db,
      {
        memberId: memberOf(told.memberKey),
        teamId: team.id,
        customerId: customerOf(told.customerKey),
        contact: told.contact,
        channel: told.channel,
        outcome: told.outcome,
        grade: told.grade,
        amountMinor: amount?.minor ?? null,
        amountMaxMinor: null,
        currency: amount?.currency ?? null,
        amountRole: told.amountRole,
        duration: told.duration,
        occurredAt: told.occurredAt,
        day: told.day,
        loggedAt: Math.min(now, told.loggedAt),
        text: told.text,
        fields: {},
        completeness: millionths,
        source: 'line',
        clarify: [],
      },
      next === null
        ? null
        : {
            action: next.action,
            dueOn: next.at.slice(0, 10),
            dueTime: next.at.includes('T') ? next.at : null,
            precision: next.precision,
          },
      caps,
    );
    followups.set(told.key, row);
  }
  const rowOf = (key: string | null) => (key === null ? null : found(followups, key).id);
  const deals = new Map<string, number>();
  for (const deal of data.deals) {
    const memberId = memberOf(deal.memberKey);
    const customerId = customerOf(deal.customerKey);
    const values = {
      teamId: deal.status === 'open' ? null : team.id,
      status: deal.status,
      amountMinor: deal.amount.minor,
      currency: deal.amount.currency,
      closedOn: deal.closedOn,
      reason: deal.reason,
      closedBy: rowOf(deal.followupKey),
    };
    const open = openDeal(db, memberId, customerId);
    if (open !== undefined) changeDeal(db, open.id, values);
    const { id } =
      open ?? addDeal(db, { ...values, memberId, customerId, openedOn: deal.openedOn });
    deals.set(deal.key, id);
    if (deal.closedOn !== null) refreshRollup(db, memberId, deal.closedOn);
  }
  for (const { dealKey, customerKey, memberKey, dueOn, amount } of data.invoices) {
    addInvoice(db, {
      customerId: customerOf(customerKey),
      memberId: memberOf(memberKey),
      dealId: found(deals, dealKey),
      dueOn,
      amountMinor: amount.minor,
      currency: amount.currency,
    });
  }
  for (const { customerKey, memberKey, amount, paidOn, followupKey } of data.payments) {
    addPayment(db, {
      customerId: customerOf(customerKey),
      memberId: memberOf(memberKey),
      teamId: team.id,
      amountMinor: amount.minor,
      currency: amount.currency,
      paidOn,
      followupId: rowOf(followupKey),
    });
  }
  for (const { customerKey, fromKey, toKey, note, ...clocks } of data.handoffs) {
    const customerId = customerOf(customerKey);
    const words = note.replace(/\s+/gu, '').length;
    addHandoff(db, {
      customerId,
      fromId: memberOf(fromKey),
      toId: memberOf(toKey),
      note,
      noteCompleteness: words >= 10 ? 1_000_000 : 500_000,
      createdAt: clocks.createdAt,
      createdOn: dayOf(clocks.createdAt, team.zone),
      acceptedAt: clocks.acceptedAt,
      followedAt: clocks.followedAt,
    });
    if (clocks.acceptedAt === null) continue;
    assignCustomer(db, customerId, memberOf(toKey), clocks.acceptedAt);
    moveSteps(db, customerId, memberOf(fromKey), memberOf(toKey));
  }
  for (const { followupKey, sharedAt, opens } of data.shares) {
    const row = found(followups, followupKey);
    markShared(db, row.id, sharedAt);
    for (const { memberKey, at } of opens) openShared(db, row, memberOf(memberKey), at);
  }
  for (const { customerKey, memberKey, askedOn, rating } of data.satisfaction) {
    const values = { customerId: customerOf(customerKey), memberId: memberOf(memberKey) };
    db.insert(satisfaction)
      .values({ ...values, askedOn, rating })
      .run();
  }
  for (const { memberKey, checkedOn, done, applicable } of data.checks) {
    db.insert(qaCheck)
      .values({ memberId: memberOf(memberKey), checkedOn, done, applicable })
      .run();
  }
  for (const { memberKey, customerKey } of data.leads) {
    refreshLeads(db, [{ memberId: memberOf(memberKey), customerId: customerOf(customerKey) }]);
  }
};
