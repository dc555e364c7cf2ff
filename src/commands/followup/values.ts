// Reads the submitted follow-up form: what it tells, or what is wrong, field by field.
import { amountInput, fieldInput } from '../../cards/followup-form.ts';
import type { Values } from '../../chat/form.ts';
import { moneyOf } from '../../domain/money.ts';
import {
  type AmountRole,
  CHANNELS,
  GRADES,
  NEXT_ACTIONS,
  OUTCOMES,
} from '../../domain/parsing/codes.ts';
import { parseAmount } from '../../domain/parsing/parse.ts';
import type { PromisedStep } from '../../domain/promise.ts';
import { clockOf, dayOf, instantOf, isClock, isDay } from '../../domain/time.ts';
import { customerKey } from '../../store/customer.ts';
import type { TeamField } from '../../store/team.ts';
import type { Call } from '../command.ts';
import { customerFor, type Told } from '../record.ts';
import { contextOf } from '../told.ts';

const MAX_NOTE = 4000;
const MAX_FIELD = 500;
/** A day and a night: longer conversations are typing mistakes. */
const MAX_MINUTES = 1440;

type Errors = Record<string, string>;

/** One reader of a value: what is wrong goes to `errors` under the input's name. */
class Reader {
  readonly errors: Errors = {};

  constructor(
    private readonly values: Values,
    private readonly texts: Call['locale']['t']['form'],
  ) {}

  text(name: string, maxLength: number): string {
    const value = this.values[name];
    const text = typeof value === 'string' ? value.trim() : '';
    if (text.length > maxLength) this.errors[name] = this.texts.tooLong({ max: maxLength });
    return text;
  }

  required(name: string, maxLength: number): string {
    const text = this.text(name, maxLength);
    if (text === '') this.errors[name] = this.texts.required;
    return text;
  }

  choice<C extends string>(name: string, codes: readonly C[]): C | null {
    const text = this.text(name, 100);
    if (text === '') return null;
    const code = codes.find((known) => known === text);
    if (code === undefined) this.errors[name] = this.texts.choose;
    return code ?? null;
  }

  /** As {@link text}, with full-width digits and signs as Chinese keyboards write them. */
  private narrow(name: string): string {
    return this.text(name, 20).normalize('NFKC');
  }

  whole(name: string, max: number): number | null {
    const text = this.narrow(name);
    if (text === '') return null;
    const number = Number(text);
    if (Number.isInteger(number) && number >= 0 && number <= max) return number;
    this.errors[name] = this.texts.whole({ max });
    return null;
  }

  day(name: string): string | null {
    const text = this.narrow(name);
    if (text === '' || isDay(text)) return text === '' ? null : text;
    this.errors[name] = this.texts.day;
    return null;
  }

  clock(name: string): string | null {
    const text = this.narrow(name);
    if (text === '' || isClock(text)) return text === '' ? null : text;
    this.errors[name] = this.texts.clock;
    return null;
  }
}

/** The team's own fields as filled in; what was recorded in a field that is retired by now stays. */
const ownValues = (
  read: Reader,
  call: Call,
  own: readonly TeamField[],
  before: Told | null,
): Record<string, string> => {
  const { form } = call.locale.t;
  const found: Record<string, string> = { ...before?.fields };
  for (const field of own) {
    const name = fieldInput(field.id);
    const typed = field.required ? read.required(name, MAX_FIELD) : read.text(name, MAX_FIELD);
    const text = field.kind === 'number' ? typed.normalize('NFKC') : typed;
    delete found[String(field.id)];
    if (text === '') continue;
    if (field.kind === 'number' && !isNumber(text)) read.errors[name] = form.number;
    if (field.kind === 'date' && !isDay(text)) read.errors[name] = form.day;
    if (field.kind === 'choice' && !field.options.includes(text)) read.errors[name] = form.choose;
    found[String(field.id)] = text;
  }
  return found;
};

/** Plain decimals only: neither `1e5` nor `0x10` is what somebody means to write. */
const isNumber = (text: string): boolean => /^[-+]?\d+(?:\.\d+)?$/.test(text);

const nextOf = (read: Reader, call: Call, before: PromisedStep | null): PromisedStep | null => {
  const { form } = call.locale.t;
  const action = read.choice('nextAction', NEXT_ACTIONS);
  const day = read.day('nextDay');
  const clock = read.clock('nextTime');
  if (clock !== null && day === null) read.errors.nextDay ??= form.dayForTime;
  const sameDay = day !== null && day === before?.dueOn;
  const sameClock = clock === (before?.dueTime?.split('T')[1] ?? null);
  // What was promised for a day that has passed meanwhile may stay.
  if (day !== null && day < call.today && !sameDay) read.errors.nextDay = form.past;
  if (action === null && day === null) return null;
  const dueTime = day === null || clock === null ? null : `${day}T${clock}`;
  // An afternoon stays an afternoon, and a week a week, until somebody names another.
  const kept = sameClock && (sameDay || before?.precision === 'daypart') ? before?.precision : null;
  const named = day === null ? null : clock === null ? 'day' : 'minute';
  return { action, dueOn: day, dueTime, precision: day === null ? null : (kept ?? named) };
};

const amountOf = (
  read: Reader,
  call: Call,
  outcome: Told['outcome'] | null,
  before: Told | null,
): Told['amount'] => {
  const typed = read.text('amount', 60);
  if (typed === '') return null;
  const known = before?.amount ?? null;
  if (before !== null && known !== null && typed === amountInput(known)) {
    return outcome === before.outcome ? known : { ...known, role: roleOf(outcome, known.role) };
  }
  const amount = parseAmount(typed, contextOf(call));
  if (amount === null) {
    read.errors.amount = call.locale.t.form.amount;
    return null;
  }
  const { value, max, currency } = amount;
  return {
    money: moneyOf(value, currency),
    max: max === undefined ? null : moneyOf(max, currency),
    role: roleOf(outcome, known?.role ?? amount.role),
  };
};

/** The customer as typed: the same one when the name is, even if it is in the pool by now. */
const customerOf = (call: Call, name: string, before: Told | null): Told['customer'] =>
  before !== null && customerKey(name) === before.customer.key
    ? before.customer
    : customerFor(call, name, null);

/**
 * What a submitted form tells.
 * @param own the team's own fields
 * @param before what is being fixed, whose unchanged parts stay as they were; null for a new follow-up
 */
export const readForm = (
  call: Call,
  values: Values,
  own: readonly TeamField[],
  before: Told | null,
): { readonly told: Told } | { readonly errors: Errors } => {
  const { form } = call.locale.t;
  const read = new Reader(values, form);
  const name = read.required('customer', 200);
  const contact = read.text('contact', 200);
  const channel = read.choice('channel', CHANNELS);
  const outcome = read.choice('outcome', OUTCOMES);
  if (channel === null) read.errors.channel ??= form.required;
  if (outcome === null) read.errors.outcome ??= form.required;
  const grade = read.choice('grade', GRADES);
  const note = read.text('note', MAX_NOTE);
  const amount = amountOf(read, call, outcome, before);
  const duration = read.whole('duration', MAX_MINUTES);
  const day = read.day('occurredDay');
  const clock = read.clock('occurredTime');
  const fields = ownValues(read, call, own, before);
  const next = nextOf(read, call, before?.next ?? null);
  const start = before?.occurredAt ?? call.now;
  const onDay = day ?? dayOf(start, call.zone);
  const sameDay = onDay === dayOf(start, call.zone);
  // Another day without a time is taken at its noon, as in a line.
  const atClock = clock ?? (sameDay ? clockOf(start, call.zone) : '12:00');
  const unchanged = sameDay && atClock === clockOf(start, call.zone);
  const occurredAt = unchanged ? start : instantOf(onDay, atClock, call.zone);
  if (occurredAt > call.now) read.errors.occurredDay ??= form.future;
  if (Object.keys(read.errors).length > 0 || channel === null || outcome === null) {
    return { errors: read.errors };
  }
  return {
    told: {
      customer: customerOf(call, name, before),
      contact: contact === '' ? null : contact,
      channel,
      outcome,
      grade,
      amount,
      duration,
      occurredAt,
      text: note,
      fields,
      next,
      clarify: [],
      source: before?.source ?? 'form',
    },
  };
};

/** A bare amount means what the outcome says it is. */
export const roleOf = (outcome: Told['outcome'] | null, role: AmountRole): AmountRole => {
  if (outcome === 'paid') return 'paid';
  return outcome === 'won' ? 'contract' : role;
};
