// Deals and payments as they were recorded: their cards, and how to take them back.
import { z } from 'zod';
import { type DealView, dealCard, paymentCard } from '../cards/deal.ts';
import { notice } from '../cards/notice.ts';
import type { Reply } from '../chat/request.ts';
import { DEAL_STATUSES } from '../domain/deal.ts';
import type { Money } from '../domain/money.ts';
import { MINUTE } from '../domain/time.ts';
import { addAudit, lastAudit } from '../store/audit.ts';
import { findCustomer } from '../store/customer.ts';
import { changeDeal, type Deal, findDeal, removeDeal } from '../store/deal.ts';
import { findMember, type Member } from '../store/member.ts';
import {
  findPayment,
  invoiceOf,
  type Payment,
  paymentsFrom,
  removeInvoicesOf,
  removePayment,
} from '../store/payment.ts';
import { refreshRollup } from '../store/rollup.ts';
import { findTeam } from '../store/team.ts';
import { uncelebrate } from './celebrate.ts';
import type { Call } from './command.ts';
import { reviewWin } from './recognise.ts';
import { type Scored, scoreNow } from './record.ts';
import { refuse } from './refuse.ts';

/** How long a deal or payment can be taken back by whoever recorded it. */
const UNDO_MINUTES = 10;

/** A member with the team they are scored in. @throws Refusal `no_team` */
export const scoredAs = (call: Call, member: Member): Scored => {
  const team = member.teamId === null ? undefined : findTeam(call.db, member.teamId);
  return { member, team: team ?? call.team ?? refuse('no_team') };
};

type ScoreMove = DealView['score'];

/** What both cards show; without `score` nothing was recorded now. */
const shown = (
  call: Call,
  { memberId, customerId }: { readonly memberId: number; readonly customerId: number },
  subject: string,
  score: ScoreMove,
  remark: string | null,
) => {
  const entry = lastAudit(call.db, subject);
  const member = findMember(call.db, memberId) ?? call.me;
  const isFresh = entry !== undefined && call.now - entry.at <= UNDO_MINUTES * MINUTE;
  return {
    customer: findCustomer(call.db, customerId)?.name ?? '',
    seller: memberId === call.me.id ? null : member.name,
    score: score ?? { before: null, after: scoreNow(call, scoredAs(call, member)).score.value },
    remark,
    undoMinutes: isFresh && entry.actorId === call.me.id ? UNDO_MINUTES : null,
    today: call.today,
  };
};

/**
 * The card of a closed deal.
 * @param score what it did to the month's score; null when it had been recorded earlier
 */
export const showDeal = (
  call: Call,
  row: Deal,
  score: ScoreMove,
  remark: string | null = null,
): ReturnType<typeof dealCard> => {
  const { amountMinor, currency, customerId, memberId, status, closedOn } = row;
  if (status === 'open' || closedOn === null || customerId === null) {
    throw new TypeError(`deal ${row.id} was not closed here`);
  }
  const due = invoiceOf(call.db, row.id);
  return dealCard(call.locale, {
    ...shown(call, { memberId, customerId }, `deal:${row.id}`, score, remark),
    id: row.id,
    status,
    amount: amountMinor === null || currency === null ? null : { minor: amountMinor, currency },
    closedOn,
    reason: row.reason,
    invoice:
      due === undefined
        ? null
        : { amount: { minor: due.amountMinor, currency: due.currency }, dueOn: due.dueOn },
  });
};

/** What payments add up to, one sum a currency. */
export const totals = (rows: readonly Payment[]): Money[] => {
  const sums = new Map<string, number>();
  for (const { currency, amountMinor } of rows) {
    sums.set(currency, (sums.get(currency) ?? 0) + amountMinor);
  }
  return [...sums].map(([currency, minor]) => ({ minor, currency }));
};

/** The card of a payment, as {@link showDeal}. */
export const showPayment = (
  call: Call,
  row: Payment,
  score: ScoreMove,
  remark: string | null = null,
): ReturnType<typeof paymentCard> =>
  paymentCard(call.locale, {
    ...shown(call, row, `payment:${row.id}`, score, remark),
    id: row.id,
    amount: { minor: row.amountMinor, currency: row.currency },
    paidOn: row.paidOn,
    note: row.note,
    total: totals(paymentsFrom(call.db, row.customerId)),
  });

const dealStateSchema = z.object({
  status: z.enum(DEAL_STATUSES),
  amountMinor: z.int().nullable(),
  currency: z.string().nullable(),
  teamId: z.int().nullable(),
  closedOn: z.string().nullable(),
  closedBy: z.int().nullable(),
  reason: z.string().nullable(),
});

/** What of a deal closing it may change. */
export const stateOf = (row: Deal): z.infer<typeof dealStateSchema> => dealStateSchema.parse(row);

/** What the asker recorded last about the subject and may still take back. @throws Refusal */
const undoable = (call: Call, subject: string, actions: readonly string[]) => {
  const entry = lastAudit(call.db, subject);
  if (entry === undefined || !actions.includes(entry.action)) return refuse('record_gone');
  if (entry.actorId !== call.me.id) return refuse('not_yours');
  if (call.now - entry.at > UNDO_MINUTES * MINUTE) refuse('undo_over', { minutes: UNDO_MINUTES });
  return entry;
};

const undone = (call: Call, customerId: number, text: string): Reply[] => {
  const customer = findCustomer(call.db, customerId)?.name ?? '';
  const title = call.locale.t.deal.undone({ customer });
  return [{ kind: 'replace', card: notice(call.locale, title, [text]) }];
};

/** Puts a deal back to what it was before it was closed. Only within a write. @throws Refusal */
export const undoDeal = (call: Call, dealId: number): Reply[] => {
  const { db, now, me } = call;
  const subject = `deal:${dealId}`;
  const entry = undoable(call, subject, ['deal.won', 'deal.lost']);
  const row = findDeal(db, dealId) ?? refuse('record_gone');
  const before = dealStateSchema.nullable().parse(entry.before);
  removeInvoicesOf(db, dealId);
  uncelebrate(call, row, entry.at);
  if (before === null) removeDeal(db, dealId);
  else changeDeal(db, dealId, before);
  if (row.closedOn !== null) refreshRollup(db, row.memberId, row.closedOn);
  reviewWin(call, row);
  addAudit(db, { at: now, actorId: me.id, action: 'deal.undone', subject });
  return undone(call, row.customerId ?? refuse('record_gone'), call.locale.t.deal.undoneDeal);
};

/** Takes a payment back. Only within a write. @throws Refusal */
export const undoPayment = (call: Call, paymentId: number): Reply[] => {
  const { db, now, me } = call;
  const subject = `payment:${paymentId}`;
  undoable(call, subject, ['payment.recorded']);
  const row = findPayment(db, paymentId) ?? refuse('record_gone');
  removePayment(db, paymentId);
  refreshRollup(db, row.memberId, row.paidOn);
  addAudit(db, { at: now, actorId: me.id, action: 'payment.undone', subject });
  return undone(call, row.customerId, call.locale.t.deal.undonePayment);
};
