// /paid: money came in, or went back.
import { z } from 'zod';
import { amountForm } from '../cards/deal.ts';
import type { Values } from '../chat/form.ts';
import type { Reply } from '../chat/request.ts';
import { moneyOf } from '../domain/money.ts';
import { parseAmount } from '../domain/parsing/parse.ts';
import { paymentOf } from '../store/payment.ts';
import { amountOf, contextFor, dayClosed, sellerOf, takePayment, toConfirm } from './closing.ts';
import { type Call, type Command, verb } from './command.ts';
import { amountIn, closedIn, isRefund, withoutRefund } from './deal-words.ts';
import { showPayment, undoPayment } from './recorded.ts';
import { refuse } from './refuse.ts';
import { customerNeeded } from './whom.ts';

const MAX_NOTE = 500;

const record = (call: Call, line: string): Reply[] => {
  const [example = '', refund = ''] = call.locale.t.deal.paid.examples;
  const { customer, rest } = customerNeeded(call, line, example);
  const seller = sellerOf(call, customer);
  const context = contextFor(call, seller);
  const closed = closedIn(rest, context);
  const words = closed?.rest ?? rest;
  const isBack = isRefund(words);
  const found = amountIn(isBack ? withoutRefund(words) : words, context, example);
  if (found === null) return refuse('amount_needed', { example });
  if (found.isNegative && !isBack) return refuse('refund_word', { example: refund });
  if (found.rest.length > MAX_NOTE) return refuse('too_long', { max: MAX_NOTE });
  const { minor, currency } = found.money;
  return takePayment(call, {
    customer,
    seller,
    day: dayClosed(call, seller, closed?.day ?? null),
    followupId: null,
    amount: { minor: isBack ? -minor : minor, currency },
    note: found.rest === '' ? null : found.rest,
  });
};

/** What a follow-up says came in, with the amount it names or the one filled in. */
const confirm = (call: Call, followupId: number, values: Values | null): Reply[] => {
  const { row, customer } = toConfirm(call, followupId);
  const existing = paymentOf(call.db, row.id);
  if (existing !== undefined) {
    const card = showPayment(call, existing, null, call.locale.t.deal.recordedBefore);
    return [{ kind: 'card', to: 'actor', card }];
  }
  const seller = sellerOf(call, customer);
  const typed = values === null ? null : String(values.amount ?? '').trim();
  const parsed = typed === null ? null : parseAmount(typed, contextFor(call, seller));
  const filledIn =
    parsed === null || parsed.max !== undefined ? null : moneyOf(parsed.value, parsed.currency);
  const amount = typed === null ? amountOf(row) : filledIn;
  if (amount === null || amount.minor <= 0) {
    const form = amountForm(
      call.locale,
      { command: 'paid', verb: 'confirmed', args: { followup: row.id } },
      {
        customer: customer.name,
        value: typed ?? '',
        error: typed === null ? null : call.locale.t.form.amount,
      },
    );
    return [{ kind: 'form', form }];
  }
  const closing = { customer, seller, day: row.day, followupId: row.id };
  return takePayment(call, { ...closing, amount, note: null });
};

export const paid: Command = {
  name: 'paid',
  aliases: { 回款: '', 收款: '', 到账: '', 到賬: '', 到帳: '' },
  role: 'rep',
  texts: (t) => t.deal.paid,
  grammar: (rest) => ({ verb: 'record', args: { line: rest } }),
  verbs: {
    record: verb({
      effect: 'write',
      args: z.object({ line: z.string().max(4000) }),
      run: (call, { line }) => record(call, line),
    }),

    /** Pressed on the card of a follow-up that says so. */
    confirm: verb({
      effect: 'write',
      args: z.object({ followup: z.int().positive() }),
      run: (call, { followup }) => confirm(call, followup, null),
    }),

    /** The amount a follow-up did not name. */
    confirmed: verb({
      effect: 'write',
      args: z.object({ followup: z.int().positive() }),
      run: (call, { followup }, values) => confirm(call, followup, values),
    }),

    undo: verb({
      effect: 'write',
      args: z.object({ payment: z.int().positive() }),
      run: (call, { payment }) => undoPayment(call, payment),
    }),
  },
};
