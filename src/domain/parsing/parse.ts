// One follow-up line, Chinese, English or mixed, read into fields; what is unclear is asked, never guessed.
import { actionsIn } from './actions.ts';
import { chooseAmount } from './amount.ts';
import { amountsIn } from './amounts.ts';
import { Board, TAKEN } from './atoms.ts';
import { channelsIn } from './channels.ts';
import { clausesOf, segmentsOf } from './clauses.ts';
import { type Channel, CLARIFY_KINDS } from './codes.ts';
import { datesIn, otherDatesIn } from './dates.ts';
import { durationsIn } from './durations.ts';
import { intentsIn } from './intents.ts';
import { labelsIn } from './labels.ts';
import { stepsOf } from './next.ts';
import { type Line, normalise } from './normalise.ts';
import { outcomesIn, strongest } from './outcomes.ts';
import type { Clarify, ParseContext, ParsedFollowup, Span, SpanField } from './parsed.ts';
import { isBehind } from './tense.ts';
import { nowOf } from './when.ts';
import { whoIn } from './who.ts';

export type { ParseContext, ParsedFollowup } from './parsed.ts';
export { parseAmount, parseDay, readAmount } from './values.ts';

/**
 * Reads a follow-up line. Total: any string gives an answer, and only its first 1,500 characters are
 * read (`truncated` says so). Fields that could be read in two ways are null and listed in `clarify`.
 */
export const parseFollowup = (line: string, context: ParseContext): ParsedFollowup => {
  const read = normalise(line);
  const { text } = read;
  const now = nowOf(context.now, context.zone, context.calendar);
  const clauses = clausesOf(text);
  const segments = segmentsOf(text, clauses);
  const board = new Board(text);
  // Names of the book come first: 周大福 and 三一重工 must not be read as dates or numbers.
  const known = whoIn.known(text, context.customers);
  for (const hit of known.hits) board.take(hit.start, hit.end);
  const labels = labelsIn(board.text);
  for (const span of labels) board.take(span.start, span.end);
  const proper = whoIn.proper(board.text);
  for (const span of proper) board.take(span.start, span.end);
  const brands = whoIn.brands(board.text);
  for (const span of brands) board.take(span.start, span.end);
  const plain = datesIn(board, text, now);
  const durations = durationsIn(board, text);
  const dates = [...plain, ...otherDatesIn(board, now)].sort((a, b) => a.start - b.start);
  const amounts = amountsIn(board, text, clauses, context.currency);
  // The words of names say nothing about channel or outcome.
  const named = masked(masked(text, [...known.hits, ...brands]), [...proper, ...labels], NAME);
  // In the scene amounts are told from dates: 收到 before a sum is a payment.
  const scene = masked(masked(named, [...dates, ...durations]), amounts, '\ue002');
  const behind = dates.filter((hit, i) => isBehind(hit, i, { text, clauses, dates }));
  const ahead = dates.filter((hit) => !behind.includes(hit));
  const intents = intentsIn(masked(named, [...dates, ...durations, ...amounts]));
  const intent = intents.at(-1) ?? null;
  // Names are looked for in what the other grammars have left.
  const who = whoIn.of(
    text,
    restored(masked(board.text, intents), text, [...known.hits, ...brands, ...proper]),
    clauses,
    known,
    proper,
  );
  // Of the customer's name neither: Summit Sports is no event.
  const stage = who.customer === null ? scene : masked(scene, [who.customer], NAME);
  const channels = channelsIn(stage);
  // At a fair people meet in passing: that is a contact, no meeting held.
  const fair = channels.some((hit) => hit.channel === 'event');
  const outcome = strongest(
    outcomesIn({ text: stage, segments, future: ahead, past: behind, spent: durations }).filter(
      (hit) => !(fair && hit.code === 'meeting_held'),
    ),
  );
  const actions = actionsIn(named).filter(
    (action) =>
      !dates.some((hit) => hit.start <= action.start && action.end <= hit.end && !hit.deadline),
  );
  const first = channels[0]?.channel ?? null;
  const steps = stepsOf({
    text,
    clauses,
    segments,
    actions,
    dates,
    channel: first,
    outcome,
    names: [who.customer, who.contact].filter((span) => span !== null),
  });
  const channel = channelOf(channels, steps.plan, outcome, text);
  const choice = chooseAmount(amounts, outcome, text);
  const asks: Clarify[] = [...who.asks, ...steps.asks, ...choice.asks];
  const duration = durations[0] ?? null;
  const spans: Partial<Record<SpanField, Span>> = {};
  const place = (field: SpanField, span: Span | null): void => {
    if (span !== null) spans[field] = read.origin(span.start, span.end);
  };
  place('customer', who.customer);
  place('contact', who.contact);
  place('amount', choice.hit);
  place('next', steps.nextSpan);
  place('occurred', steps.occurredSpan);
  place('duration', duration);
  return {
    text: line,
    customer:
      who.customer === null ? null : { name: typed(read, who.customer), id: who.customer.id },
    contact: who.contact === null ? null : typed(read, who.contact),
    channel,
    outcome,
    intent: intent?.grade ?? null,
    amount: choice.amount,
    next: steps.next,
    durationMin: duration?.minutes ?? null,
    occurred: steps.occurred,
    clarify: CLARIFY_KINDS.flatMap((kind) => asks.filter((ask) => ask.kind === kind)),
    spans,
    truncated: read.truncated,
  };
};

// Unlike a taken date, a name may stand between a verb and its object.
const NAME = '\ue004';

/** The board with the names put back. */
const restored = (taken: string, text: string, spans: readonly Span[]): string => {
  let out = taken;
  for (const { start, end } of spans) {
    out = out.slice(0, start) + text.slice(start, end) + out.slice(end);
  }
  return out;
};

const typed = (line: Line, span: Span): string => line.typed(span.start, span.end);

const masked = (text: string, spans: readonly Span[], mark = TAKEN): string => {
  let out = text;
  for (const { start, end } of spans) {
    out = out.slice(0, start) + mark.repeat(end - start) + out.slice(end);
  }
  return out;
};

/** The channel of the contact itself; that of the next step does not count. */
const channelOf = (
  channels: ReturnType<typeof channelsIn>,
  plan: Span | null,
  outcome: ParsedFollowup['outcome'],
  text: string,
): Channel | null => {
  const own = channels.filter(({ start, end }) => {
    if (plan === null || end <= plan.start || start >= plan.end) return true;
    return (
      /^[了过]/.test(text.slice(end)) ||
      /[了过完]$/.test(text.slice(start - 1, start)) ||
      /(?:ed|rang|met)$/i.test(text.slice(start, end))
    );
  });
  const event = own.find((hit) => hit.channel === 'event');
  if (event !== undefined) return 'event';
  const [first] = own;
  if (first !== undefined) return first.channel;
  const voice =
    outcome === 'callback_requested' || outcome === 'voicemail' || outcome === 'wrong_number';
  return voice ? 'phone' : null;
};
