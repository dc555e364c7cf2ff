// From what a person said to a recorded follow-up, with what it did to their score.

import { completenessOf } from '../domain/completeness.ts';
import type { Money } from '../domain/money.ts';
import type { AmountRole, Channel, Grade, Outcome } from '../domain/parsing/codes.ts';
import type { Clarify } from '../domain/parsing/parsed.ts';
import { periodAround } from '../domain/period.ts';
import type { PromisedStep } from '../domain/promise.ts';
import { type Moved, movedMetrics } from '../domain/scoring/moved.ts';
import { dayOf, type Instant } from '../domain/time.ts';
import {
  addCustomer,
  type Customer,
  claimCustomer,
  customerNamed,
  findCustomer,
  releaseUnused,
} from '../store/customer.ts';
import { openDeal, quoteDeal, withdrawQuote } from '../store/deal.ts';
import {
  correctFollowup,
  type Followup,
  type FollowupFields,
  recordFollowup,
  undoFollowup,
} from '../store/followup.ts';
import type { Member } from '../store/member.ts';
import { quotesSince } from '../store/quote.ts';
import { computeTotal, type KeptScore, keepScore, keptTotal, windowOf } from '../store/score.ts';
import { standardOn } from '../store/standard.ts';
import { listFields, type Team } from '../store/team.ts';
import type { Call } from './command.ts';
import { noticeFollowup, reviewFollowup } from './recognise.ts';
import { refuse } from './refuse.ts';

/** A follow-up as a person told it. */
export interface Told {
  readonly customer: Customer;
  readonly contact: string | null;
  readonly channel: Channel | null;
  readonly outcome: Outcome;
  readonly grade: Grade | null;
  readonly amount: {
    readonly money: Money;
    readonly max: Money | null;
    readonly role: AmountRole;
  } | null;
  /** Minutes. */
  readonly duration: number | null;
  readonly occurredAt: Instant;
  readonly text: string;
  /** Values of the team's own fields, by field id. */
  readonly fields: Readonly<Record<string, string>>;
  readonly next: PromisedStep | null;
  readonly clarify: readonly Clarify[];
  readonly source: FollowupFields['source'];
}

export interface Recorded {
  readonly followup: Followup;
  readonly customer: Customer;
  readonly next: PromisedStep | null;
  /** What is still missing from the record, as `completenessOf` names it. */
  readonly missing: readonly string[];
  /** This month, before and after; null when nothing could be scored. */
  readonly before: number | null;
  readonly after: KeptScore;
  /** What moved it, most first. */
  readonly moved: readonly Moved[];
}

/** The customer of this name: known, taken from the pool, or new and the asker's own. */
export const customerFor = (call: Call, name: string, id: number | null): Customer => {
  const { db, me, now } = call;
  const known = (id === null ? undefined : findCustomer(db, id)) ?? customerNamed(db, name);
  if (known === undefined) {
    const oneLine = name.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    return addCustomer(db, { name: oneLine, ownerId: me.id, at: now });
  }
  if (known.ownerId !== null) return known;
  claimCustomer(db, known.id, me.id, now);
  return { ...known, ownerId: me.id };
};

/** The asker's team. @throws Refusal `no_team` */
export const teamOf = (call: Call): Team => call.team ?? refuse('no_team');

const completenessIn = (call: Call, told: Told) =>
  completenessOf({
    customer: true,
    channel: told.channel,
    outcome: told.outcome,
    intent: told.grade,
    nextStep: told.next?.action ?? null,
    nextDate: told.next?.dueOn ?? null,
    text: told.text,
    names: [told.customer.name, ...(told.contact === null ? [] : [told.contact])],
    custom: listFields(call.db, teamOf(call).id).map(({ id, required }) => ({
      key: String(id),
      required,
      filled: (told.fields[String(id)] ?? '') !== '',
    })),
  });

const fieldsOf = (call: Call, told: Told, completeness: number): FollowupFields => {
  const team = teamOf(call);
  if (told.occurredAt > call.now) refuse('future');
  return {
    memberId: call.me.id,
    teamId: team.id,
    customerId: told.customer.id,
    contact: told.contact,
    channel: told.channel,
    outcome: told.outcome,
    grade: told.grade,
    amountMinor: told.amount?.money.minor ?? null,
    amountMaxMinor: told.amount?.max?.minor ?? null,
    currency: told.amount?.money.currency ?? null,
    amountRole: told.amount?.role ?? null,
    duration: told.duration,
    occurredAt: told.occurredAt,
    day: dayOf(told.occurredAt, team.zone),
    loggedAt: call.now,
    text: told.text,
    fields: told.fields,
    completeness,
    source: told.source,
    clarify: told.clarify,
  };
};

/** Quotes and contract sums open a deal; what was only asked for or already paid does not. */
const isQuote = ({ amountMinor, amountRole, outcome }: Followup): boolean => {
  const closes = outcome === 'won' || outcome === 'lost' || outcome === 'paid';
  return amountMinor !== null && !closes && (amountRole === 'quote' || amountRole === 'contract');
};

/** The follow-up since which quotes belong to the deal that is open with the customer; null without one. */
const dealSince = (call: Call, { memberId, customerId }: Followup): number | null =>
  openDeal(call.db, memberId, customerId)?.openedBy ?? null;

/** Brings the open deal in line with what was quoted since a follow-up: opened by the first, worth the newest. */
const settleQuotes = (call: Call, { memberId, customerId }: Followup, since: number): void => {
  const quotes = quotesSince(call.db, memberId, customerId, since);
  const [first] = quotes;
  if (first === undefined) return;
  const { minor, currency } = quotes.reduce((a, b) => (b.occurredAt >= a.occurredAt ? b : a));
  const amount = { minor, currency };
  quoteDeal(call.db, { memberId, customerId, followupId: first.id, day: first.day, amount });
};

/** Takes a quote back: the deal is worth what was quoted before, or was never opened. */
const withdraw = (call: Call, row: Followup, since: number | null): void => {
  if (since === null) return;
  if (since === row.id) withdrawQuote(call.db, row.id, row.customerId);
  settleQuotes(call, row, since);
};

/** Somebody who is scored, in the team they are scored by. */
export interface Scored {
  readonly member: Member;
  readonly team: Team;
}

const monthWindow = ({ db, now }: Call, { team }: Scored) =>
  windowOf(db, team, periodAround('month', dayOf(now, team.zone)), now);

const asker = (call: Call): Scored => ({ member: call.me, team: teamOf(call) });

/** The score of the asker, or of somebody else, this month, computed now. */
export const scoreNow = (call: Call, who: Scored = asker(call)): KeptScore =>
  computeTotal(call.db, who.member, 'month', monthWindow(call, who));

/** Makes a change and says what it did to the month's score. Only within a write. */
export const scored = <T>(
  call: Call,
  change: () => T,
  who: Scored = asker(call),
): Pick<Recorded, 'before' | 'after' | 'moved'> & { readonly result: T } => {
  const window = monthWindow(call, who);
  const compute = () => computeTotal(call.db, who.member, 'month', window);
  const kept = keptTotal(call.db, who.member.id, 'month', window);
  const computed = kept === null ? compute() : null;
  const before = computed === null ? (kept?.total ?? null) : computed.score.value;
  const facts = computed?.facts ?? kept?.facts;
  const result = change();
  const after = compute();
  keepScore(call.db, after, call.now);
  const moved = facts === undefined ? [] : movedMetrics(facts, after.facts, after.standard);
  return { result, before, after, moved };
};

/** Records what was told. Only within a write. @throws Refusal `no_team`, `future` */
export const record = (call: Call, told: Told): Recorded => {
  const { caps } = standardOn(call.db, call.today);
  const completeness = completenessIn(call, told);
  const { result, ...score } = scored(call, () => {
    const fields = fieldsOf(call, told, completeness.millionths);
    const row = recordFollowup(call.db, fields, told.next, caps);
    if (isQuote(row)) settleQuotes(call, row, dealSince(call, row) ?? row.id);
    noticeFollowup(call, row);
    return row;
  });
  return {
    ...score,
    followup: result,
    customer: told.customer,
    next: told.next,
    missing: completeness.missing,
  };
};

/** Changes a follow-up to what is told now. Only within a write. @throws Refusal `future` */
export const correct = (call: Call, row: Followup, told: Told): Recorded => {
  const { caps } = standardOn(call.db, call.today);
  const completeness = completenessIn(call, told);
  const { result, ...score } = scored(call, () => {
    const { loggedAt, source, teamId, ...fields } = fieldsOf(call, told, completeness.millionths);
    const wasQuote = isQuote(row);
    const since = wasQuote ? dealSince(call, row) : null;
    const after = correctFollowup(call.db, row, fields, told.next, caps);
    const stays = isQuote(after) && after.customerId === row.customerId;
    if (!stays) withdraw(call, row, since);
    reviewFollowup(call, row);
    noticeFollowup(call, after);
    if (after.customerId !== row.customerId) releaseUnused(call.db, row.customerId, row);
    // A quote whose deal is closed by now does not open another one.
    if (isQuote(after) && !(stays && wasQuote && since === null)) {
      settleQuotes(call, after, dealSince(call, after) ?? after.id);
    }
    return after;
  });
  return {
    ...score,
    followup: result,
    customer: told.customer,
    next: told.next,
    missing: completeness.missing,
  };
};

/** Takes a follow-up back with all that came of it. Only within a write. */
export const takeBack = (call: Call, row: Followup): void => {
  const { caps } = standardOn(call.db, call.today);
  const since = isQuote(row) ? dealSince(call, row) : null;
  undoFollowup(call.db, row, call.now, caps);
  reviewFollowup(call, row);
  withdraw(call, row, since);
  releaseUnused(call.db, row.customerId, row);
};
