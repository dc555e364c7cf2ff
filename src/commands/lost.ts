// /lost: a deal was lost, and why; the reason may come later, by a tap.
import { z } from 'zod';
import { reasonForm } from '../cards/deal.ts';
import type { Reply } from '../chat/request.ts';
import { LOSS_REASONS, type LossReason } from '../domain/deal.ts';
import { LOCALE_TAGS, localeFor } from '../locales/index.ts';
import { changeDeal, type Deal, dealClosedBy, findDeal } from '../store/deal.ts';
import { findMember, mayActFor } from '../store/member.ts';
import { closeDeal, contextFor, dayClosed, sellerOf, toConfirm } from './closing.ts';
import { type Call, type Command, verb } from './command.ts';
import { closedIn } from './deal-words.ts';
import { showDeal, undoDeal } from './recorded.ts';
import { refuse } from './refuse.ts';
import { customerNeeded } from './whom.ts';

const MAX_REASON = 500;

/** The code of a reason written as any language lists it, else what was typed. */
const reasonOf = (typed: string): string | null => {
  const text = typed.trim();
  if (text === '') return null;
  const same = (code: LossReason): boolean =>
    LOCALE_TAGS.some(
      (tag) => localeFor(tag).t.deal.reasons[code].toLowerCase() === text.toLowerCase(),
    );
  return LOSS_REASONS.find(same) ?? text;
};

const record = (call: Call, line: string): Reply[] => {
  const [example = ''] = call.locale.t.deal.lost.examples;
  const { customer, rest } = customerNeeded(call, line, example);
  const seller = sellerOf(call, customer);
  const closed = closedIn(rest, contextFor(call, seller));
  const reason = closed?.rest ?? rest;
  if (reason.length > MAX_REASON) return refuse('too_long', { max: MAX_REASON });
  return closeDeal(call, {
    customer,
    seller,
    status: 'lost',
    day: dayClosed(call, seller, closed?.day ?? null),
    followupId: null,
    amount: null,
    reason: reasonOf(reason),
    due: null,
  });
};

const confirm = (call: Call, followupId: number): Reply[] => {
  const { row, customer } = toConfirm(call, followupId);
  const existing = dealClosedBy(call.db, row.id);
  if (existing !== undefined) {
    const card = showDeal(call, existing, null, call.locale.t.deal.recordedBefore);
    return [{ kind: 'card', to: 'actor', card }];
  }
  const seller = sellerOf(call, customer);
  return closeDeal(call, {
    customer,
    seller,
    status: 'lost',
    day: row.day,
    followupId: row.id,
    amount: null,
    reason: null,
    due: null,
  });
};

/** A lost deal the asker may explain. @throws Refusal */
const lostDeal = (call: Call, dealId: number): Deal => {
  const row = findDeal(call.db, dealId);
  if (row === undefined || row.status !== 'lost') return refuse('record_gone');
  const member = findMember(call.db, row.memberId);
  return member !== undefined && mayActFor(call.me, member) ? row : refuse('not_yours');
};

const explain = (call: Call, row: Deal, reason: string): Reply[] => {
  changeDeal(call.db, row.id, { reason });
  const card = showDeal(call, { ...row, reason }, null, call.locale.t.deal.reasonSaved);
  return [{ kind: 'replace', card }];
};

export const lost: Command = {
  name: 'lost',
  aliases: { 丢单: '', 丟單: '', 输单: '', 輸單: '' },
  role: 'rep',
  texts: (t) => t.deal.lost,
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
      run: (call, { followup }) => confirm(call, followup),
    }),

    reason: verb({
      effect: 'write',
      args: z.object({ deal: z.int().positive(), reason: z.enum(LOSS_REASONS) }),
      run: (call, { deal, reason }) => explain(call, lostDeal(call, deal), reason),
    }),

    why: verb({
      effect: 'read',
      args: z.object({ deal: z.int().positive() }),
      run: (call, { deal }) => [
        { kind: 'form', form: reasonForm(call.locale, lostDeal(call, deal).id) },
      ],
    }),

    because: verb({
      effect: 'write',
      args: z.object({ deal: z.int().positive() }),
      run: (call, { deal }, values) => {
        const row = lostDeal(call, deal);
        const { form } = call.locale.t;
        const reason = reasonOf(String(values.reason ?? ''));
        if (reason !== null && reason.length <= MAX_REASON) return explain(call, row, reason);
        const error = reason === null ? form.required : form.tooLong({ max: MAX_REASON });
        return [{ kind: 'form', form: reasonForm(call.locale, row.id, error) }];
      },
    }),

    undo: verb({
      effect: 'write',
      args: z.object({ deal: z.int().positive() }),
      run: (call, { deal }) => undoDeal(call, deal),
    }),
  },
};
