// The form of a follow-up, and the questions before one can be recorded.
import type { Action, Card } from '../chat/card.ts';
import type { Form, Input, Option, Values } from '../chat/form.ts';
import type { FieldKind } from '../domain/field.ts';
import { type Money, majorOf } from '../domain/money.ts';
import { CHANNELS, GRADES, NEXT_ACTIONS, OUTCOMES } from '../domain/parsing/codes.ts';
import type { PromisedStep } from '../domain/promise.ts';
import { clockOf, dayOf, type Instant, type Zone } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';

/** A field of the team's own as the form needs it. */
export interface FormField {
  readonly id: number;
  readonly label: string;
  readonly kind: FieldKind;
  readonly options: readonly string[];
  readonly required: boolean;
}

/** A recorded follow-up to start from. */
export interface FormStart {
  readonly customer: { readonly name: string };
  readonly contact: string | null;
  readonly channel: string | null;
  readonly outcome: string;
  readonly grade: string | null;
  readonly amount: { readonly money: Money; readonly max: Money | null } | null;
  readonly duration: number | null;
  readonly occurredAt: Instant;
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly next: PromisedStep | null;
  readonly zone: Zone;
}

/** The name of the input that holds a field of the team's own. */
export const fieldInput = (fieldId: number): string => `field_${fieldId}`;

/** An amount as the form shows it: `150000 CNY`, a range as `100000-150000 CNY`. */
export const amountInput = ({ money, max }: NonNullable<FormStart['amount']>): string => {
  const to = max === null || max.minor === money.minor ? '' : `-${majorOf(max)}`;
  return `${majorOf(money)}${to} ${money.currency}`;
};

const startValues = ({ next, ...told }: FormStart): Record<string, string> => ({
  customer: told.customer.name,
  contact: told.contact ?? '',
  channel: told.channel ?? '',
  outcome: told.outcome,
  grade: told.grade ?? '',
  amount: told.amount === null ? '' : amountInput(told.amount),
  duration: told.duration === null ? '' : String(told.duration),
  occurredDay: dayOf(told.occurredAt, told.zone),
  occurredTime: clockOf(told.occurredAt, told.zone),
  note: told.text,
  nextAction: next?.action ?? '',
  nextDay: next?.dueOn ?? '',
  nextTime: next?.dueTime?.split('T')[1] ?? '',
  ...Object.fromEntries(
    Object.entries(told.fields).map(([key, value]) => [fieldInput(Number(key)), value]),
  ),
});

const ownInput = (field: FormField, value: string | undefined): Input => {
  const base = {
    name: fieldInput(field.id),
    label: field.label,
    required: field.required,
    ...(value === undefined || value === '' ? {} : { value }),
  };
  switch (field.kind) {
    case 'text':
      return { ...base, kind: 'text', multiline: false, maxLength: 500 };
    case 'number':
      return { ...base, kind: 'number' };
    case 'date':
      return { ...base, kind: 'day' };
    case 'choice':
      return {
        ...base,
        kind: 'choice',
        options: field.options.map((option) => ({ value: option, label: option })),
      };
  }
};

/**
 * The form to log or fix a follow-up.
 * @param start.values what was submitted last, shown again beside its errors
 * @param start.told the recorded follow-up, when one is fixed
 * @param start.id of that follow-up, null for a new one
 */
export const followupForm = (
  locale: Locale,
  start: {
    readonly fields: readonly FormField[];
    readonly values: Values;
    readonly told?: FormStart;
    readonly id: number | null;
  },
): Form => {
  const { t } = locale;
  const known: Readonly<Record<string, string>> =
    start.told === undefined
      ? Object.fromEntries(
          Object.entries(start.values).map(([name, value]) => [name, String(value)]),
        )
      : startValues(start.told);
  const value = (name: string) => {
    const text = known[name];
    return text === undefined || text === '' ? {} : { value: text };
  };
  const options = <C extends string>(codes: readonly C[], names: Record<C, string>): Option[] =>
    codes.map((code) => ({ value: code, label: names[code] }));
  const text = (name: string, label: string, required: boolean, more: object = {}): Input => ({
    kind: 'text',
    name,
    label,
    required,
    multiline: false,
    maxLength: 200,
    ...value(name),
    ...more,
  });
  const { form } = t.followup;
  return {
    locale: t.formatTag,
    title: start.id === null ? form.title : form.fixTitle,
    submit: start.id === null ? form.submit : form.save,
    cancel: t.common.cancel,
    intent:
      start.id === null
        ? { command: 'followup', verb: 'submit', args: {} }
        : { command: 'followup', verb: 'fixed', args: { id: start.id } },
    inputs: [
      text('customer', t.followup.customer, true),
      text('contact', t.followup.contact, false, { placeholder: form.contactPlaceholder }),
      {
        kind: 'choice',
        name: 'channel',
        label: t.followup.channel,
        required: true,
        options: options(CHANNELS, t.codes.channel),
        ...value('channel'),
      },
      {
        kind: 'choice',
        name: 'outcome',
        label: t.followup.outcome,
        required: true,
        options: options(OUTCOMES, t.codes.outcome),
        ...value('outcome'),
      },
      text('note', form.note, false, {
        multiline: true,
        maxLength: 4000,
        placeholder: form.notePlaceholder,
      }),
      {
        kind: 'choice',
        name: 'grade',
        label: t.followup.grade,
        required: false,
        options: options(GRADES, t.codes.grade),
        ...value('grade'),
      },
      text('amount', t.followup.amount, false, { hint: form.amountHint }),
      {
        kind: 'choice',
        name: 'nextAction',
        label: form.nextAction,
        required: false,
        options: options(NEXT_ACTIONS, t.codes.action),
        ...value('nextAction'),
      },
      { kind: 'day', name: 'nextDay', label: form.nextDay, required: false, ...value('nextDay') },
      {
        kind: 'time',
        name: 'nextTime',
        label: form.nextTime,
        required: false,
        ...value('nextTime'),
      },
      {
        kind: 'number',
        name: 'duration',
        label: t.followup.duration,
        required: false,
        hint: form.durationHint,
        ...value('duration'),
      },
      {
        kind: 'day',
        name: 'occurredDay',
        label: form.occurredDay,
        required: false,
        ...value('occurredDay'),
      },
      {
        kind: 'time',
        name: 'occurredTime',
        label: form.occurredTime,
        required: false,
        ...value('occurredTime'),
      },
      ...start.fields.map((field) => ownInput(field, known[fieldInput(field.id)])),
    ],
  };
};

const chooseActions = (
  locale: Locale,
  draft: number,
  customers: readonly { readonly id: number; readonly name: string }[],
): Action[] => [
  ...customers.map(
    ({ id, name }): Action => ({
      label: name,
      style: 'plain',
      intent: { command: 'followup', verb: 'choose', args: { draft, customer: id } },
    }),
  ),
  {
    label: locale.t.followup.buttons.newCustomer,
    style: 'primary',
    intent: { command: 'followup', verb: 'which', args: { draft } },
  },
];

/** Asks which customer a line is about; nothing of it is lost meanwhile. */
export const draftCard = (
  locale: Locale,
  draft: number,
  line: string,
  seen: string,
  customers: readonly { readonly id: number; readonly name: string }[],
): Card => {
  const { draft: texts, ask } = locale.t.followup;
  const sentence = seen === '' ? ask.customerMissing : ask.customer({ seen });
  const actions = chooseActions(locale, draft, customers);
  return notice(locale, texts.title, [sentence, `${texts.line}: ${line}`], 'warning', actions);
};

/** Offers to record something that was said without a command. */
export const proposalCard = (locale: Locale, draft: number, line: string): Card => {
  const { proposal, buttons } = locale.t.followup;
  return notice(locale, proposal.title, [line, proposal.hint], 'neutral', [
    {
      label: buttons.record,
      style: 'primary',
      intent: { command: 'followup', verb: 'accept', args: { draft } },
    },
  ]);
};

/** Asks for the name of a customer not among the buttons. */
export const draftForm = (locale: Locale, draft: number, again = false): Form => {
  const { t } = locale;
  const { draft: texts, ask, form } = t.followup;
  return {
    locale: t.formatTag,
    title: texts.formTitle,
    submit: form.submit,
    cancel: t.common.cancel,
    intent: { command: 'followup', verb: 'named', args: { draft } },
    inputs: [
      {
        kind: 'text',
        name: 'customer',
        label: texts.label,
        hint: texts.hint,
        required: true,
        multiline: false,
        maxLength: 200,
      },
    ],
    ...(again ? { errors: { customer: ask.customerMissing } } : {}),
  };
};
