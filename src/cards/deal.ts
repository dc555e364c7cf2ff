// What answers a won or lost deal and a payment: what was recorded, what it did, and how to take it back.
import type { Action, Block, Card, Field, Tone } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import type { Intent } from '../chat/intent.ts';
import { bold } from '../chat/text.ts';
import { LOSS_REASONS, type LossReason } from '../domain/deal.ts';
import type { Money } from '../domain/money.ts';
import type { Day } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';

/** What both kinds of card show beside the thing itself. */
interface RecordedView {
  readonly customer: string;
  /** Whom it counts for; null for the reader. */
  readonly seller: string | null;
  /** The month's score before and after; `before` is null when nothing was recorded now. */
  readonly score: { readonly before: number | null; readonly after: number | null } | null;
  /** What else there is to say, e.g. that it had been recorded before. */
  readonly remark: string | null;
  /** How long the reader may take it back; null when they may not. */
  readonly undoMinutes: number | null;
  readonly today: Day;
}

export interface DealView extends RecordedView {
  readonly id: number;
  readonly status: 'won' | 'lost';
  readonly amount: Money | null;
  readonly closedOn: Day;
  /** A code of the list, or the person's own words. */
  readonly reason: string | null;
  readonly invoice: { readonly amount: Money; readonly dueOn: Day } | null;
}

export interface PaymentView extends RecordedView {
  readonly id: number;
  /** Negative for a refund. */
  readonly amount: Money;
  readonly paidOn: Day;
  readonly note: string | null;
  /** What came from the customer so far, one a currency. */
  readonly total: readonly Money[];
}

const isReason = (text: string): text is LossReason => LOSS_REASONS.some((code) => code === text);

/** A reason in the reader's language when it is one of the list, else as it was typed. */
export const reasonText = (locale: Locale, reason: string): string =>
  isReason(reason) ? locale.t.deal.reasons[reason] : reason;

const scoreBlocks = (locale: Locale, { score }: RecordedView): Block[] => {
  const { t, format } = locale;
  if (score === null || score.after === null) return [];
  const { before, after } = score;
  const label =
    before === null || before === after
      ? t.followup.scoreNow({ score: format.score(after) })
      : t.followup.scoreMoved({
          before: format.score(before),
          after: format.score(after),
          change: format.moved(before, after),
        });
  const text = t.deal.ofHundred({ score: format.score(after) });
  return [{ kind: 'progress', label, ratio: after / 100, text }];
};

const noteBlocks = ({ t }: Locale, view: RecordedView): Block[] => {
  const notes = [
    view.remark,
    view.undoMinutes === null ? null : t.deal.undoHint({ minutes: view.undoMinutes }),
  ].filter((text) => text !== null);
  return notes.length === 0 ? [] : [{ kind: 'note', text: [notes.join(' ')] }];
};

const undoAction = ({ t }: Locale, view: RecordedView, intent: Intent): Action[] =>
  view.undoMinutes === null ? [] : [{ label: t.common.undo, style: 'plain', intent }];

const cardOf = (
  locale: Locale,
  title: string,
  tone: Tone,
  fields: readonly Field[],
  view: RecordedView,
  questions: readonly Block[],
  actions: readonly Action[],
): Card => ({
  locale: locale.t.formatTag,
  title,
  tone,
  summary: title,
  blocks: [
    { kind: 'fields', fields },
    ...questions,
    ...scoreBlocks(locale, view),
    ...noteBlocks(locale, view),
    ...(actions.length === 0 ? [] : [{ kind: 'actions' as const, actions }]),
  ],
});

const whyBlocks = ({ t }: Locale, { id, status, reason }: DealView): Block[] => {
  if (status !== 'lost' || reason !== null) return [];
  const picks = LOSS_REASONS.map(
    (code): Action => ({
      label: t.deal.reasons[code],
      style: 'plain',
      intent: { command: 'lost', verb: 'reason', args: { deal: id, reason: code } },
    }),
  );
  const other: Action = {
    label: t.deal.otherReason,
    style: 'plain',
    intent: { command: 'lost', verb: 'why', args: { deal: id } },
  };
  return [
    { kind: 'text', text: [t.deal.whyLost] },
    { kind: 'actions', actions: [...picks, other] },
  ];
};

/** A won or lost deal as it was recorded. */
export const dealCard = (locale: Locale, view: DealView): Card => {
  const { t, format } = locale;
  const { customer, status, reason, invoice } = view;
  const amount = view.amount === null ? t.common.none : format.money(view.amount);
  const title =
    status === 'won' ? t.deal.wonTitle({ customer, amount }) : t.deal.lostTitle({ customer });
  const fields: Field[] = [{ label: t.deal.customer, value: [bold(customer)] }];
  const add = (label: string, value: string | null) => {
    if (value !== null && value !== '') fields.push({ label, value: [value] });
  };
  add(t.deal.amount, view.amount === null ? null : amount);
  add(t.deal.closedOn, format.day(view.closedOn, view.today));
  add(t.deal.reason, reason === null ? null : reasonText(locale, reason));
  if (invoice !== null) {
    const day = format.day(invoice.dueOn, view.today);
    add(t.deal.invoice, t.deal.invoiceText({ amount: format.money(invoice.amount), day }));
  }
  add(t.deal.seller, view.seller);
  const undo = undoAction(locale, view, { command: status, verb: 'undo', args: { deal: view.id } });
  const tone = status === 'won' ? 'celebrate' : 'neutral';
  return cardOf(locale, title, tone, fields, view, whyBlocks(locale, view), undo);
};

/** A payment or refund as it was recorded. */
export const paymentCard = (locale: Locale, view: PaymentView): Card => {
  const { t, format } = locale;
  const { customer } = view;
  const isBack = view.amount.minor < 0;
  const { minor, currency } = view.amount;
  const amount = format.money({ minor: Math.abs(minor), currency });
  const title = isBack
    ? t.deal.refundTitle({ customer, amount })
    : t.deal.paidTitle({ customer, amount });
  const fields: Field[] = [
    { label: t.deal.customer, value: [bold(customer)] },
    { label: t.deal.amount, value: [amount] },
    {
      label: isBack ? t.deal.refundedOn : t.deal.paidOn,
      value: [format.day(view.paidOn, view.today)],
    },
    ...(view.note === null ? [] : [{ label: t.deal.note, value: [view.note] }]),
    { label: t.deal.total, value: [format.list(view.total.map(format.money))] },
    ...(view.seller === null ? [] : [{ label: t.deal.seller, value: [view.seller] }]),
  ];
  const undo = undoAction(locale, view, {
    command: 'paid',
    verb: 'undo',
    args: { payment: view.id },
  });
  return cardOf(locale, title, isBack ? 'neutral' : 'good', fields, view, [], undo);
};

/** Asks for the one amount a follow-up did not name. */
export const amountForm = (
  locale: Locale,
  intent: Intent,
  start: { readonly customer: string; readonly value: string; readonly error: string | null },
): Form => {
  const { t } = locale;
  return {
    locale: t.formatTag,
    title: t.deal.amountForm,
    submit: t.deal.submit,
    cancel: t.common.cancel,
    intro: t.deal.amountIntro({ customer: start.customer }),
    intent,
    inputs: [
      {
        kind: 'text',
        name: 'amount',
        label: t.deal.amount,
        hint: t.deal.amountHint,
        required: true,
        multiline: false,
        maxLength: 60,
        ...(start.value === '' ? {} : { value: start.value }),
      },
    ],
    ...(start.error === null ? {} : { errors: { amount: start.error } }),
  };
};

/** Asks for a reason of loss in the person's own words. */
export const reasonForm = (locale: Locale, dealId: number, error: string | null = null): Form => {
  const { t } = locale;
  return {
    locale: t.formatTag,
    title: t.deal.reasonForm,
    submit: t.deal.save,
    cancel: t.common.cancel,
    intent: { command: 'lost', verb: 'because', args: { deal: dealId } },
    inputs: [
      {
        kind: 'text',
        name: 'reason',
        label: t.deal.reason,
        required: true,
        multiline: true,
        maxLength: 500,
      },
    ],
    ...(error === null ? {} : { errors: { reason: error } }),
  };
};
