// Handing a customer over: the offer, the answer, and what waits for one.
import type { Action, Block, Card, Field } from '../chat/card.ts';
import type { Form, Option } from '../chat/form.ts';
import { bold, type Text } from '../chat/text.ts';
import type { NotePart } from '../domain/handoff.ts';
import type { Grade } from '../domain/parsing/codes.ts';
import type { PromisedStep } from '../domain/promise.ts';
import type { Day } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';
import { stepText } from './when.ts';

/** A handoff as its buttons name it: the customer as well, so that an old button finds nothing else. */
interface Named {
  readonly id: number;
  readonly customer: { readonly id: number; readonly name: string };
}

export interface OfferView extends Named {
  readonly giver: string;
  readonly receiver: string;
  readonly note: string;
  /** In millionths. */
  readonly completeness: number;
  readonly missing: readonly NotePart[];
  /** The customer came from the receiver a few days ago. */
  readonly isBack: boolean;
  readonly grade: Grade | null;
  readonly contacts: readonly string[];
  readonly lastContact: Day | null;
  readonly steps: readonly PromisedStep[];
}

const STEPS_SHOWN = 5;
const CONTACTS_SHOWN = 10;
const SHOWN = 10;
const LABEL_SHOWN = 40;

const press = (
  label: string,
  verb: string,
  { id, customer }: Named,
  style: Action['style'] = 'plain',
): Action => ({
  label,
  style,
  intent: { command: 'handoff', verb, args: { handoff: id, customer: customer.id } },
});

const logAction = (locale: Locale, customerId: number): Action => ({
  label: locale.t.handoff.buttons.log,
  style: 'primary',
  intent: { command: 'customer', verb: 'log', args: { customer: customerId } },
});

/** For whoever offered it. */
export const offeredCard = (locale: Locale, view: OfferView, isTold: boolean): Card => {
  const { t, format } = locale;
  const texts = t.handoff;
  const { receiver: name } = view;
  const title = texts.offered({ customer: view.customer.name, name });
  const parts = view.missing.map((part) => texts.parts[part]);
  const ratio = format.percent(view.completeness / 1e6);
  const complete = texts.completeness({ ratio });
  const open = parts.length === 0 ? [] : [texts.missing({ parts: format.list(parts) })];
  const notes = [complete, ...open, ...(view.isBack ? [texts.backAndForth] : [])];
  return {
    locale: t.formatTag,
    title,
    tone: 'good',
    summary: `${title} · ${complete}`,
    blocks: [
      { kind: 'text', text: [isTold ? texts.offeredText({ name }) : texts.unreachable({ name })] },
      { kind: 'fields', fields: [{ label: texts.note, value: [view.note] }] },
      ...notes.map((text): Block => ({ kind: 'note', text: [text] })),
      { kind: 'actions', actions: [press(texts.buttons.cancel, 'cancel', view)] },
    ],
  };
};

/** For whoever is to take it. */
export const receivedCard = (locale: Locale, view: OfferView, today: Day): Card => {
  const { t, format } = locale;
  const texts = t.handoff;
  const title = texts.received({ giver: view.giver, customer: view.customer.name });
  const fields: Field[] = [
    { label: texts.customer, value: [bold(view.customer.name)] },
    { label: texts.from, value: [view.giver] },
    { label: texts.note, value: [view.note] },
  ];
  const add = (label: string, value: string) => fields.push({ label, value: [value] });
  if (view.grade !== null) add(texts.grade, t.codes.grade[view.grade]);
  if (view.contacts.length > 0) {
    add(texts.contacts, format.list(view.contacts.slice(0, CONTACTS_SHOWN)));
  }
  if (view.lastContact !== null) add(texts.lastContact, format.day(view.lastContact, today));
  if (view.steps.length > 0) {
    const steps = view.steps.slice(0, STEPS_SHOWN).map((step) => stepText(locale, step, today));
    add(texts.steps, steps.join('\n'));
  }
  return {
    locale: t.formatTag,
    title,
    tone: 'neutral',
    summary: `${title} · ${view.note}`,
    blocks: [
      { kind: 'fields', fields },
      { kind: 'note', text: [texts.receivedText] },
      {
        kind: 'actions',
        actions: [
          press(texts.buttons.accept, 'accept', view, 'primary'),
          press(texts.buttons.decline, 'decline', view),
        ],
      },
    ],
  };
};

/** For the receiver who said yes. */
export const acceptedCard = (locale: Locale, customer: Named['customer']): Card => {
  const texts = locale.t.handoff;
  const title = texts.accepted({ customer: customer.name });
  return notice(locale, title, [texts.acceptedText], 'good', [logAction(locale, customer.id)]);
};

/** Asks why it is declined. */
export const declineForm = (
  locale: Locale,
  handoff: { readonly id: number; readonly customerId: number },
  error: string | null = null,
): Form => {
  const { t } = locale;
  const texts = t.handoff;
  return {
    locale: t.formatTag,
    title: texts.declineForm,
    submit: texts.declineSubmit,
    cancel: t.common.cancel,
    intent: {
      command: 'handoff',
      verb: 'declined',
      args: { handoff: handoff.id, customer: handoff.customerId },
    },
    inputs: [
      {
        kind: 'text',
        name: 'reason',
        label: texts.reason,
        hint: texts.declineHint,
        required: true,
        multiline: true,
        maxLength: 500,
      },
    ],
    ...(error === null ? {} : { errors: { reason: error } }),
  };
};

/** Asks to whom a customer goes, and where things stand. */
export const handoffForm = (
  locale: Locale,
  customer: Named['customer'],
  people: readonly Option[],
  start: {
    readonly to?: string;
    readonly note?: string;
    readonly errors?: Readonly<Record<string, string>>;
  } = {},
): Form => {
  const { t } = locale;
  const texts = t.handoff;
  const { to, note, errors } = start;
  return {
    locale: t.formatTag,
    title: texts.form({ customer: customer.name }),
    submit: texts.submit,
    cancel: t.common.cancel,
    intent: { command: 'handoff', verb: 'submit', args: { customer: customer.id } },
    inputs: [
      {
        kind: 'person',
        name: 'to',
        label: texts.who,
        required: true,
        options: people,
        ...(to === undefined ? {} : { value: to }),
      },
      {
        kind: 'text',
        name: 'note',
        label: texts.note,
        hint: texts.noteHint,
        required: true,
        multiline: true,
        maxLength: 2000,
        ...(note === undefined ? {} : { value: note }),
      },
    ],
    ...(errors === undefined ? {} : { errors }),
  };
};

export interface PendingHandoff extends Named {
  /** The other side. */
  readonly who: string;
  readonly note: string;
  readonly day: Day;
}

/** What waits for the reader's answer, and what the reader offered. */
export const pendingCard = (
  locale: Locale,
  waiting: readonly PendingHandoff[],
  offered: readonly PendingHandoff[],
  today: Day,
): Card => {
  const { t, format } = locale;
  const texts = t.handoff;
  if (waiting.length + offered.length === 0) {
    const [example = ''] = texts.examples;
    return notice(locale, texts.pending, [texts.none, [bold(example)]]);
  }
  const list = (
    heading: string,
    who: string,
    rows: readonly PendingHandoff[],
    buttons: (row: PendingHandoff) => Action[],
  ): Block[] =>
    rows.length === 0
      ? []
      : [
          { kind: 'text', text: [bold(heading)] },
          {
            kind: 'rows',
            columns: [
              { label: texts.customer, align: 'start' },
              { label: who, align: 'start' },
              { label: texts.when, align: 'start' },
              { label: texts.note, align: 'start' },
            ],
            rows: rows
              .slice(0, SHOWN)
              .map((row): Text[] => [
                [bold(row.customer.name)],
                [row.who],
                [format.day(row.day, today)],
                [row.note],
              ]),
          },
          { kind: 'actions', actions: rows.slice(0, SHOWN).flatMap(buttons) },
        ];
  const labelled = (label: string, row: PendingHandoff) =>
    `${label}: ${row.customer.name.slice(0, LABEL_SHOWN)}`;
  return {
    locale: t.formatTag,
    title: texts.pending,
    tone: waiting.length > 0 ? 'warning' : 'neutral',
    summary: [...waiting, ...offered].map(({ customer }) => customer.name).join(' · '),
    blocks: [
      ...list(texts.waitingForYou, texts.from, waiting, (row) => [
        press(labelled(texts.buttons.accept, row), 'accept', row, 'primary'),
        press(labelled(texts.buttons.decline, row), 'decline', row),
      ]),
      ...list(texts.offeredByYou, texts.to, offered, (row) => [
        press(labelled(texts.buttons.cancel, row), 'cancel', row),
      ]),
    ],
  };
};
