// The asker's own follow-up, found again: to be corrected, taken back or shared.
import { type Customer, findCustomer } from '../../store/customer.ts';
import { type Followup, findFollowup } from '../../store/followup.ts';
import { stepOf } from '../../store/step.ts';
import type { Call } from '../command.ts';
import type { Told } from '../record.ts';
import { refuse } from '../refuse.ts';

/** The asker's own follow-up that was not taken back. @throws Refusal `followup_gone`, `not_yours` */
export const ownFollowup = (call: Call, followupId: number): Followup => {
  const row = findFollowup(call.db, followupId);
  if (row === undefined || row.undoneAt !== null) return refuse('followup_gone');
  if (row.memberId !== call.me.id) return refuse('not_yours');
  return row;
};

/** Whom a follow-up was with. */
export const customerOf = (call: Call, row: Followup): Customer => {
  const customer = findCustomer(call.db, row.customerId);
  if (customer === undefined) throw new TypeError(`follow-up ${row.id} has no customer`);
  return customer;
};

/** A recorded follow-up as it would be told again, for corrections. */
export const toldAgain = (call: Call, row: Followup): Told => {
  const { amountMinor, amountMaxMinor, currency, amountRole } = row;
  return {
    customer: customerOf(call, row),
    contact: row.contact,
    channel: row.channel,
    outcome: row.outcome,
    grade: row.grade,
    amount:
      amountMinor === null || currency === null
        ? null
        : {
            money: { minor: amountMinor, currency },
            max: amountMaxMinor === null ? null : { minor: amountMaxMinor, currency },
            role: amountRole ?? 'quote',
          },
    duration: row.duration,
    occurredAt: row.occurredAt,
    text: row.text,
    fields: row.fields,
    next: stepOf(call.db, row.id) ?? null,
    clarify: row.clarify,
    source: row.source,
  };
};
