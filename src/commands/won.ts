// /won: a deal was won, with its amount and, if said, when the first payment is due.
import { z } from 'zod';
import { amountForm } from '../cards/deal.ts';
import type { Values } from '../chat/form.ts';
import type { Reply } from '../chat/request.ts';
import { type Money, majorOf, moneyOf } from '../domain/money.ts';
import { parseAmount } from '../domain/parsing/parse.ts';
import { dealClosedBy, openDeal } from '../store/deal.ts';
import { stepOf } from '../store/step.ts';
import { CHEER_VERBS } from './celebrate.ts';
import { amountOf, closeDeal, contextFor, dayClosed, sellerOf, toConfirm } from './closing.ts';
import { type Call, type Command, verb } from './command.ts';
import {
  amountIn,
  closedIn,
  dueIn,
  instalmentOf,
  speaksOfPayment,
  withoutInstalment,
} from './deal-words.ts';
import { showDeal, undoDeal } from './recorded.ts';
import { refuse } from './refuse.ts';
import { customerNeeded } from './whom.ts';

const MAX_REASON = 500;

const record = (call: Call, line: string): Reply[] => {
  const [example = ''] = call.locale.t.deal.won.examples;
  const { customer, rest } = customerNeeded(call, line, example);
  const seller = sellerOf(call, customer);
  const context = contextFor(call, seller);
  const due = dueIn(rest, context);
  const closed = closedIn(due?.rest ?? rest, context);
  const words = closed?.rest ?? due?.rest ?? rest;
  const found = amountIn(due === null ? words : withoutInstalment(words), context, example);
  if (found === null) return refuse('amount_needed', { example });
  if (found.isNegative) return refuse('amount_unclear', { typed: words.slice(0, 40), example });
  if (found.rest.length > MAX_REASON) return refuse('too_long', { max: MAX_REASON });
  return closeDeal(call, {
    customer,
    seller,
    status: 'won',
    day: dayClosed(call, seller, closed?.day ?? null),
    followupId: null,
    amount: found.money,
    reason: found.rest === '' ? null : found.rest,
    due: due === null ? null : { on: due.day, amount: instalmentOf(rest, found.money, context) },
  });
};

const askAmount = (
  call: Call,
  followupId: number,
  start: { readonly customer: string; readonly quote: Money | null },
  typed: string | null,
): Reply[] => {
  const quote = start.quote === null ? '' : `${majorOf(start.quote)} ${start.quote.currency}`;
  const form = amountForm(
    call.locale,
    { command: 'won', verb: 'confirmed', args: { followup: followupId } },
    {
      customer: start.customer,
      value: typed ?? quote,
      error: typed === null ? null : call.locale.t.form.amount,
    },
  );
  return [{ kind: 'form', form }];
};

/** What a follow-up says was won, with the amount it names or the one filled in. */
const confirm = (call: Call, followupId: number, values: Values | null): Reply[] => {
  const { row, customer } = toConfirm(call, followupId);
  const existing = dealClosedBy(call.db, row.id);
  if (existing !== undefined) {
    const card = showDeal(call, existing, null, call.locale.t.deal.recordedBefore);
    return [{ kind: 'card', to: 'actor', card }];
  }
  const seller = sellerOf(call, customer);
  const context = contextFor(call, seller);
  const typed = values === null ? null : String(values.amount ?? '').trim();
  const parsed = typed === null ? null : parseAmount(typed, context);
  const filledIn =
    parsed === null || parsed.max !== undefined ? null : moneyOf(parsed.value, parsed.currency);
  const amount = typed === null ? amountOf(row) : filledIn;
  if (amount === null || amount.minor <= 0) {
    const open = openDeal(call.db, seller.member.id, customer.id);
    const { amountMinor = null, currency = null } = open ?? {};
    const quote =
      amountMinor === null || currency === null ? null : { minor: amountMinor, currency };
    return askAmount(call, row.id, { customer: customer.name, quote }, typed);
  }
  const step = stepOf(call.db, row.id);
  const isPayment =
    step?.action === 'collect_payment' || (step?.action === null && speaksOfPayment(row.text));
  const dueOn = isPayment && step.dueOn !== null && step.dueOn >= row.day ? step.dueOn : null;
  return closeDeal(call, {
    customer,
    seller,
    status: 'won',
    day: row.day,
    followupId: row.id,
    amount,
    reason: null,
    due: dueOn === null ? null : { on: dueOn, amount: instalmentOf(row.text, amount, context) },
  });
};

export const won: Command = {
  name: 'won',
  aliases: { 成交: '', 赢单: '', 贏單: '', 签单: '', 簽單: '' },
  role: 'rep',
  texts: (t) => t.deal.won,
  grammar: (rest) => ({ verb: 'record', args: { line: rest } }),
  verbs: {
    ...CHEER_VERBS,

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
      args: z.object({ deal: z.int().positive() }),
      run: (call, { deal }) => undoDeal(call, deal),
    }),
  },
};
