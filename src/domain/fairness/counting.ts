// Which follow-ups with one customer count: duplicates once, capped per half hour, day and silence.
import type { Channel, Outcome } from '../parsing/codes.ts';
import { type Day, daysBetween, type Instant, MINUTE } from '../time.ts';
import { nearlySame, shinglesOf } from './similarity.ts';

/** A recorded, not undone follow-up of one member with one customer. */
export interface Touch {
  readonly id: number;
  readonly occurredAt: Instant;
  /** The member's local day of `occurredAt`. */
  readonly day: Day;
  readonly channel: Channel | null;
  readonly outcome: Outcome;
  /** As typed. */
  readonly text: string;
}

export interface Caps {
  /** Counted follow-ups on one channel and day lie at least this many minutes apart. */
  readonly apartMinutes: number;
  /** Counted follow-ups a day. */
  readonly perDay: number;
  /** Counted follow-ups in a row without any reaction within `unansweredDays`. */
  readonly unanswered: number;
  /** Local days, the day of the follow-up included. */
  readonly unansweredDays: number;
  /** A note is merged into one of the last so many local days, its own included. */
  readonly duplicateDays: number;
  /** Jaccard similarity of unmasked notes, 0-1. */
  readonly duplicateAt: number;
  /** Shorter notes are never duplicates. */
  readonly minShingles: number;
}

/** Domain method: follow-up count, near-duplicates, customer reaction. */
export const DEFAULT_CAPS: Caps = {
  apartMinutes: 30,
  perDay: 3,
  unanswered: 5,
  unansweredDays: 14,
  duplicateDays: 7,
  duplicateAt: 0.8,
  minShingles: 8,
};

/** Whether the outcome shows that the customer did something. */
const REACTED: Readonly<Record<Outcome, boolean>> = {
  no_answer: false,
  voicemail: false,
  wrong_number: false,
  connected: true,
  callback_requested: true,
  meeting_scheduled: true,
  meeting_held: true,
  demo_done: true,
  no_show: false,
  material_sent: false,
  trial_started: true,
  proposal_sent: false,
  negotiating: true,
  verbal_yes: true,
  won: true,
  lost: true,
  rejected: true,
  paid: true,
  complaint: true,
};

/** Whether the outcome is a reaction of the customer, as opposed to something only the member did. */
export const isReaction = (outcome: Outcome): boolean => REACTED[outcome];

/**
 * Why a follow-up counts or does not; `of` is the earlier one it is the same as, or too close to. The kinds are
 * stored: add to them, never rename.
 */
export type Verdict =
  | { readonly kind: 'counted' | 'no_channel' | 'daily_cap' | 'no_reaction' }
  | { readonly kind: 'duplicate' | 'same_half_hour'; readonly of: number };

/** A touch that was judged before, and whose verdict nothing has changed since. */
export interface Judged extends Touch {
  readonly stands: Verdict;
}

/** A touch with its day as a number, so that days apart are a subtraction. */
interface Dated extends Touch {
  readonly ordinal: number;
  /** Null: it is to be judged. */
  readonly stands: Verdict | null;
}

const byTime = (a: Touch, b: Touch): number => a.occurredAt - b.occurredAt || a.id - b.id;

const dated = <T extends Touch>(
  touches: readonly T[],
  stands: (touch: T) => Verdict | null,
): Dated[] =>
  [...touches].sort(byTime).map((touch) => ({
    id: touch.id,
    occurredAt: touch.occurredAt,
    day: touch.day,
    channel: touch.channel,
    outcome: touch.outcome,
    text: touch.text,
    ordinal: daysBetween('1970-01-01', touch.day),
    stands: stands(touch),
  }));

/**
 * For each duplicate the note it repeats, followed back to the first of its kind. Looks at every earlier note,
 * counted or not, so that no verdict hangs on another one.
 */
const findDuplicates = (touches: readonly Dated[], caps: Caps): ReadonlyMap<number, number> => {
  const shingles: ReadonlySet<string>[] = [];
  const shinglesAt = (at: number): ReadonlySet<string> =>
    (shingles[at] ??= shinglesOf(touches[at]?.text ?? ''));
  const first = new Map<number, number>();
  let from = 0;
  touches.forEach((touch, at) => {
    while (touch.ordinal - (touches[from]?.ordinal ?? touch.ordinal) >= caps.duplicateDays) from++;
    if (touch.stands !== null) {
      if (touch.stands.kind === 'duplicate') first.set(touch.id, touch.stands.of);
      return;
    }
    for (let i = from; i < at; i++) {
      const earlier = touches[i];
      if (earlier === undefined) continue;
      if (!nearlySame(shinglesAt(at), shinglesAt(i), caps.duplicateAt, caps.minShingles)) continue;
      first.set(touch.id, first.get(earlier.id) ?? earlier.id);
      break;
    }
  });
  return first;
};

/**
 * How many local days before a touch others have a say in its verdict. It is the same, judged alone behind the
 * verdicts of these days, as judged with everything there ever was, as long as days follow upon each other as the
 * touches do: see {@link isInOrder}.
 */
export const daysThatMatter = ({ duplicateDays, unansweredDays }: Caps): number =>
  Math.max(duplicateDays, unansweredDays);

/** Whether they are in order of occurrence, and their days too: who changes time zones may have an earlier day later. */
export const isInOrder = (touches: readonly Touch[]): boolean =>
  touches.every((touch, at) => {
    const before = touches[at - 1];
    return before === undefined || (byTime(before, touch) <= 0 && before.day <= touch.day);
  });

/**
 * Judges follow-ups of one member with one customer, in any order (domain method: follow-up count). One
 * without a channel does not count but may show a reaction. Of the others, in order of occurrence: a near
 * copy of an earlier note is merged into it and otherwise ignored; then at most one per channel and half
 * hour, so many a day, and so many in a row while the customer stays silent. What does not count uses up
 * no cap.
 * @param touches all of them, or the last ones
 * @param before those before them whose verdicts stand; of {@link daysThatMatter}, or more
 * @returns a verdict for each id of `touches`; the same for any order of them
 */
export const judge = (
  touches: readonly Touch[],
  caps: Caps = DEFAULT_CAPS,
  before: readonly Judged[] = [],
): ReadonlyMap<number, Verdict> => {
  const sorted = [...dated(before, ({ stands }) => stands), ...dated(touches, () => null)];
  const duplicates = findDuplicates(
    sorted.filter(({ channel }) => channel !== null),
    caps,
  );
  const verdicts = new Map<number, Verdict>();
  const counted = new Map<Day, Touch[]>();
  /** Days of the counted follow-ups since the customer last reacted. */
  let silent: number[] = [];

  const weigh = (touch: Dated, today: readonly Touch[]): Verdict => {
    if (touch.channel === null) return { kind: 'no_channel' };
    const near = today.findLast(({ channel }) => channel === touch.channel);
    if (near && touch.occurredAt - near.occurredAt < caps.apartMinutes * MINUTE) {
      return { kind: 'same_half_hour', of: near.id };
    }
    if (today.length >= caps.perDay) return { kind: 'daily_cap' };
    if (isReaction(touch.outcome)) return { kind: 'counted' };
    silent = silent.filter((ordinal) => touch.ordinal - ordinal < caps.unansweredDays);
    return { kind: silent.length < caps.unanswered ? 'counted' : 'no_reaction' };
  };

  for (const touch of sorted) {
    const of = duplicates.get(touch.id);
    if (of !== undefined) {
      if (touch.stands === null) verdicts.set(touch.id, { kind: 'duplicate', of });
      continue;
    }
    const today = counted.get(touch.day) ?? [];
    const verdict = touch.stands ?? weigh(touch, today);
    if (touch.stands === null) verdicts.set(touch.id, verdict);
    if (verdict.kind === 'counted') counted.set(touch.day, [...today, touch]);
    if (isReaction(touch.outcome)) silent = [];
    else if (verdict.kind === 'counted') silent.push(touch.ordinal);
  }
  return verdicts;
};
