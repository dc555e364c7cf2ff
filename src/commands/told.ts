// What a parsed line tells, in the terms a follow-up is recorded in.
import { moneyOf } from '../domain/money.ts';
import type {
  ParseContext,
  ParsedFollowup,
  ParsedNext,
  ParsedOccurred,
} from '../domain/parsing/parsed.ts';
import type { PromisedStep } from '../domain/promise.ts';
import { type Instant, instantOf } from '../domain/time.ts';
import { bookOf, type Customer } from '../store/customer.ts';
import { calendarOf } from '../store/team.ts';
import type { Call } from './command.ts';
import { type Told, teamOf } from './record.ts';

/** What the parser may know for this asker. */
export const contextOf = (call: Call): ParseContext => {
  const team = teamOf(call);
  return {
    now: call.now,
    zone: team.zone,
    currency: team.currency,
    customers: bookOf(call.db, call.me.id),
    calendar: calendarOf(call.db, team),
  };
};

/** The promised step a parsed next step is. */
const stepFrom = (next: ParsedNext | null): PromisedStep | null =>
  next === null
    ? null
    : {
        action: next.action,
        dueOn: next.at?.slice(0, 10) ?? null,
        dueTime: next.at?.includes('T') === true ? next.at : null,
        precision: next.precision,
      };

/** When something happened of which a day or a local time is said: a day at its noon, and never after now. */
export const occurredOn = (call: Call, at: string): Instant => {
  const [day = '', clock = '12:00'] = at.split('T');
  return Math.min(call.now, instantOf(day, clock, teamOf(call).zone));
};

const occurredAt = (call: Call, occurred: ParsedOccurred | null): Instant =>
  occurred === null ? call.now : occurredOn(call, occurred.at);

/** What a line tells about its customer. */
export const toldBy = (call: Call, parsed: ParsedFollowup, customer: Customer): Told => ({
  customer,
  contact: parsed.contact,
  channel: parsed.channel,
  outcome: parsed.outcome,
  grade: parsed.intent,
  amount:
    parsed.amount === null
      ? null
      : {
          money: moneyOf(parsed.amount.value, parsed.amount.currency),
          max:
            parsed.amount.max === undefined
              ? null
              : moneyOf(parsed.amount.max, parsed.amount.currency),
          role: parsed.amount.role,
        },
  duration: parsed.durationMin,
  occurredAt: occurredAt(call, parsed.occurred),
  text: parsed.text,
  fields: {},
  next: stepFrom(parsed.next),
  clarify: parsed.clarify.filter(({ kind }) => kind !== 'customer'),
  source: 'line',
});
