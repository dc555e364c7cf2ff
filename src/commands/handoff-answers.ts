// The answers to a handoff: accepted, declined with a reason, or withdrawn; the other side is told.
import { z } from 'zod';
import { acceptedCard, declineForm } from '../cards/handoff.ts';
import { notice } from '../cards/notice.ts';
import type { Values } from '../chat/form.ts';
import type { Reply } from '../chat/request.ts';
import { addDays } from '../domain/time.ts';
import { addAudit } from '../store/audit.ts';
import { assignCustomer, type Customer, findCustomer } from '../store/customer.ts';
import { moveOpenDeals } from '../store/deal.ts';
import { changeHandoff, findHandoff, type Handoff, removeHandoff } from '../store/handoff.ts';
import { findMember, type Member, mayActFor } from '../store/member.ts';
import { markScoresStale } from '../store/rollup.ts';
import { moveSteps } from '../store/step.ts';
import { type Call, verb } from './command.ts';
import { noticeAccepted } from './recognise.ts';
import { refuse } from './refuse.ts';
import { tell } from './tell.ts';

const MAX_REASON = 500;

const named = z.object({ handoff: z.int().positive(), customer: z.int().positive() });
type Named = z.infer<typeof named>;

const memberWith = (call: Call, memberId: number): Member =>
  findMember(call.db, memberId) ?? refuse('handoff_gone');

/** Both are scored by it. In their zones it may still be the day before the giver's. */
export const touchScores = (call: Call, { fromId, toId, createdOn }: Handoff): void => {
  for (const memberId of [fromId, toId]) {
    markScoresStale(call.db, memberId, addDays(createdOn, -1));
  }
};

/** Ids are used again after a withdrawal, so the time belongs to the key. */
export const keyOf = (row: Handoff, what: string): string =>
  `handoff:${row.id}:${row.createdAt}:${what}`;

/** A handoff that waits for its answer, with its customer. @throws Refusal `handoff_gone` */
const pendingOf = (call: Call, args: Named): { row: Handoff; customer: Customer } => {
  const row = findHandoff(call.db, args.handoff);
  const customer = findCustomer(call.db, args.customer);
  const isOpen =
    row !== undefined &&
    row.customerId === args.customer &&
    row.acceptedAt === null &&
    row.declinedAt === null &&
    customer?.ownerId === row.fromId;
  return isOpen && customer !== undefined ? { row, customer } : refuse('handoff_gone');
};

/** One that waits for the asker's own answer. @throws Refusal */
const received = (call: Call, args: Named): { row: Handoff; customer: Customer } => {
  const found = pendingOf(call, args);
  return found.row.toId === call.me.id ? found : refuse('not_yours');
};

const accept = (call: Call, args: Named): Reply[] => {
  const { db, me, now } = call;
  const { row, customer } = received(call, args);
  changeHandoff(db, row.id, { acceptedAt: now });
  assignCustomer(db, customer.id, me.id, now);
  moveSteps(db, customer.id, row.fromId, me.id);
  moveOpenDeals(db, customer.id, row.fromId, me.id);
  addAudit(db, {
    at: now,
    actorId: me.id,
    action: 'customer.handed_over',
    subject: `customer:${customer.id}`,
    before: { ownerId: row.fromId },
    after: { ownerId: me.id, handoffId: row.id },
  });
  touchScores(call, row);
  noticeAccepted(call, row);
  tell(call, memberWith(call, row.fromId), keyOf(row, 'accepted'), ({ locale }) => {
    const text = locale.t.handoff.acceptedBy({ name: me.name, customer: customer.name });
    return notice(locale, text, [], 'good');
  });
  return [{ kind: 'replace', card: acceptedCard(call.locale, customer) }];
};

const declined = (call: Call, args: Named, values: Values): Reply[] => {
  const { db, me, now } = call;
  const { row, customer } = received(call, args);
  const { form, handoff: texts } = call.locale.t;
  const reason = String(values.reason ?? '').trim();
  if (reason === '' || reason.length > MAX_REASON) {
    const error = reason === '' ? form.required : form.tooLong({ max: MAX_REASON });
    return [{ kind: 'form', form: declineForm(call.locale, row, error) }];
  }
  changeHandoff(db, row.id, { declinedAt: now, reason });
  touchScores(call, row);
  const giver = memberWith(call, row.fromId);
  tell(call, giver, keyOf(row, 'declined'), ({ locale }) => {
    const { declinedBy, reason: label } = locale.t.handoff;
    const title = declinedBy({ name: me.name, customer: customer.name });
    return notice(locale, title, [`${label}: ${reason}`], 'warning');
  });
  const title = texts.declined({ customer: customer.name });
  const card = notice(call.locale, title, [texts.declinedText({ name: giver.name })]);
  return [{ kind: 'replace', card }];
};

const cancel = (call: Call, args: Named): Reply[] => {
  const { db, me } = call;
  const { row, customer } = pendingOf(call, args);
  if (!mayActFor(me, memberWith(call, row.fromId))) return refuse('not_yours');
  removeHandoff(db, row.id);
  touchScores(call, row);
  const text = { name: me.name, customer: customer.name };
  for (const memberId of [row.toId, row.fromId]) {
    if (memberId === me.id) continue;
    tell(call, memberWith(call, memberId), keyOf(row, `cancelled:${memberId}`), ({ locale }) =>
      notice(locale, locale.t.handoff.cancelledBy(text)),
    );
  }
  const { cancelled, cancelledText } = call.locale.t.handoff;
  const title = cancelled({ customer: customer.name });
  return [{ kind: 'replace', card: notice(call.locale, title, [cancelledText]) }];
};

export const ANSWER_VERBS = {
  accept: verb({ effect: 'write', args: named, run: accept }),

  decline: verb({
    effect: 'read',
    args: named,
    run: (call, args) => [
      { kind: 'form', form: declineForm(call.locale, received(call, args).row) },
    ],
  }),

  declined: verb({ effect: 'write', args: named, run: declined }),

  cancel: verb({ effect: 'write', args: named, run: cancel }),
};
