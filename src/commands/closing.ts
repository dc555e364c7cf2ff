// Closing deals and taking payments: who may, for whom it counts, and what one write changes.
import type { Reply } from '../chat/request.ts';
import type { Money } from '../domain/money.ts';
import type { ParseContext } from '../domain/parsing/parsed.ts';
import { type Day, dayOf } from '../domain/time.ts';
import { addAudit } from '../store/audit.ts';
import { type Customer, findCustomer } from '../store/customer.ts';
import { addDeal, changeDeal, findDeal, openDeal } from '../store/deal.ts';
import { type Followup, findFollowup } from '../store/followup.ts';
import { findMember, type Member, mayActFor } from '../store/member.ts';
import { addInvoice, addPayment } from '../store/payment.ts';
import { refreshRollup } from '../store/rollup.ts';
import { calendarOf } from '../store/team.ts';
import { celebrate } from './celebrate.ts';
import type { Call } from './command.ts';
import { noticeWin } from './recognise.ts';
import { type Scored, scored } from './record.ts';
import { scoredAs, showDeal, showPayment, stateOf } from './recorded.ts';
import { refuse } from './refuse.ts';

/** What a lost, won or paid line says of its deal or payment. */
export interface Closing {
  readonly customer: Customer;
  readonly seller: Scored;
  readonly day: Day;
  /** The follow-up that said it first, if one did. */
  readonly followupId: number | null;
}

/** The customer's owner, for whom the asker may decide. @throws Refusal */
export const ownerFor = (call: Call, customer: Customer): Member => {
  const owner = customer.ownerId === null ? undefined : findMember(call.db, customer.ownerId);
  const name = customer.name.slice(0, 80);
  if (owner === undefined) return refuse('customer_pool', { customer: name });
  if (!mayActFor(call.me, owner)) return refuse('customer_taken', { customer: name });
  return owner;
};

/** Who a deal with the customer counts for: its owner. @throws Refusal when the asker may not decide */
export const sellerOf = (call: Call, customer: Customer): Scored =>
  scoredAs(call, ownerFor(call, customer));

/** How words are read for a seller: their team's currency, zone and calendar. */
export const contextFor = (call: Call, { team }: Scored): ParseContext => ({
  now: call.now,
  zone: team.zone,
  currency: team.currency,
  customers: [],
  calendar: calendarOf(call.db, team),
});

/** The day something was closed: as said, else today. @throws Refusal `close_future` */
export const dayClosed = (call: Call, { team }: Scored, said: Day | null): Day => {
  const today = dayOf(call.now, team.zone);
  if (said !== null && said > today) return refuse('close_future');
  return said ?? today;
};

/** The asker's own follow-up with its customer, to be confirmed. @throws Refusal */
export const toConfirm = (
  call: Call,
  followupId: number,
): { readonly row: Followup; readonly customer: Customer } => {
  const row = findFollowup(call.db, followupId);
  if (row === undefined || row.undoneAt !== null) return refuse('followup_gone');
  if (row.memberId !== call.me.id) return refuse('not_yours');
  const customer = findCustomer(call.db, row.customerId);
  return { row, customer: customer ?? refuse('followup_gone') };
};

/** The one amount a follow-up names; null for none or a range. */
export const amountOf = (row: Followup): Money | null => {
  const { amountMinor, amountMaxMinor, currency } = row;
  if (amountMinor === null || currency === null) return null;
  if (amountMaxMinor !== null && amountMaxMinor !== amountMinor) return null;
  return { minor: amountMinor, currency };
};

/**
 * Closes the seller's open deal with the customer, or records one that was never open, with the invoice of
 * its first payment. Only within a write.
 * @throws Refusal `due_past`
 */
export const closeDeal = (
  call: Call,
  closing: Closing & {
    readonly status: 'won' | 'lost';
    readonly amount: Money | null;
    readonly reason: string | null;
    readonly due: { readonly on: Day; readonly amount: Money } | null;
  },
): Reply[] => {
  const { db, now, me } = call;
  const { customer, seller, day, status, amount, due } = closing;
  if (due !== null && due.on < day) refuse('due_past');
  const { result, before, after } = scored(
    call,
    () => {
      const open = openDeal(db, seller.member.id, customer.id);
      const closed = {
        status,
        teamId: seller.team.id,
        closedOn: day,
        closedBy: closing.followupId,
        reason: closing.reason,
        ...(amount === null ? {} : { amountMinor: amount.minor, currency: amount.currency }),
      };
      const id =
        open?.id ??
        addDeal(db, {
          ...closed,
          customerId: customer.id,
          memberId: seller.member.id,
          openedOn: day,
        }).id;
      if (open !== undefined) changeDeal(db, id, closed);
      if (due !== null) {
        addInvoice(db, {
          customerId: customer.id,
          memberId: seller.member.id,
          dealId: id,
          dueOn: due.on,
          amountMinor: due.amount.minor,
          currency: due.amount.currency,
        });
      }
      refreshRollup(db, seller.member.id, day);
      const row = findDeal(db, id);
      if (row === undefined) throw new TypeError(`deal ${id} is gone`);
      addAudit(db, {
        at: now,
        actorId: me.id,
        action: `deal.${status}`,
        subject: `deal:${id}`,
        before: open === undefined ? null : stateOf(open),
        after: { amountMinor: row.amountMinor, currency: row.currency, closedOn: day },
      });
      return row;
    },
    seller,
  );
  if (status === 'won') {
    celebrate(call, result, seller.team);
    noticeWin(call, result, seller.member, seller.team);
  }
  const score = { before, after: after.score.value };
  return [{ kind: 'card', to: 'actor', card: showDeal(call, result, score) }];
};

/** Records a payment, negative for a refund. Only within a write. */
export const takePayment = (
  call: Call,
  closing: Closing & { readonly amount: Money; readonly note: string | null },
): Reply[] => {
  const { db, now, me } = call;
  const { customer, seller, day, amount } = closing;
  const { result, before, after } = scored(
    call,
    () => {
      const row = addPayment(db, {
        customerId: customer.id,
        memberId: seller.member.id,
        teamId: seller.team.id,
        amountMinor: amount.minor,
        currency: amount.currency,
        paidOn: day,
        note: closing.note,
        followupId: closing.followupId,
      });
      refreshRollup(db, seller.member.id, day);
      addAudit(db, {
        at: now,
        actorId: me.id,
        action: 'payment.recorded',
        subject: `payment:${row.id}`,
        after: { amountMinor: amount.minor, currency: amount.currency, paidOn: day },
      });
      return row;
    },
    seller,
  );
  const score = { before, after: after.score.value };
  return [{ kind: 'card', to: 'actor', card: showPayment(call, result, score) }];
};
