// What the values of one row must be to each other.

import type { Moment } from './date.ts';
import { Fault } from './fault.ts';
import type { ImportNoun, Values } from './nouns.ts';
import type { Ref } from './value.ts';

type Check<N extends ImportNoun> = (values: Values<N>) => Fault | null;

/** Moments that are known to be in order are not compared: an instant and a local time need the team's zone. */
const isBefore = (a: Moment, b: Moment): boolean => {
  if ('at' in a && 'at' in b) return a.at < b.at;
  if ('at' in a || 'at' in b) return false;
  if (a.day !== b.day || a.clock === null || b.clock === null) return a.day < b.day;
  return a.clock < b.clock;
};

const isSame = (a: Ref, b: Ref): boolean => a.by === b.by && a.text === b.text;

const deal: Check<'deal'> = ({ status, openedOn, closedOn }) => {
  if (status === 'open') {
    return closedOn
      ? new Fault('date_without_closing', `it is open, but closed on ${closedOn}`)
      : null;
  }
  if (!closedOn)
    return new Fault('closed_without_date', `it is ${status}, but without a closing day`);
  return openedOn && closedOn < openedOn
    ? new Fault('closed_before_opened', `it closed on ${closedOn}, before it opened on ${openedOn}`)
    : null;
};

const handoff: Check<'handoff'> = ({ from, to, createdAt, acceptedAt, declinedAt }) => {
  if (isSame(from, to)) return new Fault('self_handoff', `${from.text} gives it to themselves`);
  if (acceptedAt && declinedAt)
    return new Fault('both_answers', 'it is both accepted and declined');
  const answer = acceptedAt ?? declinedAt;
  return answer && isBefore(answer, createdAt)
    ? new Fault('answered_before_asked', 'it was answered before it was offered')
    : null;
};

const CHECKS: { readonly [N in ImportNoun]?: Check<N> } = {
  member: ({ joinedOn, leftOn }) =>
    joinedOn && leftOn && leftOn < joinedOn
      ? new Fault('left_before_joined', `they left on ${leftOn}, before they joined on ${joinedOn}`)
      : null,
  followup: ({ occurredAt, loggedAt }) =>
    loggedAt && isBefore(loggedAt, occurredAt)
      ? new Fault('logged_before_it_happened', 'it was logged before it happened')
      : null,
  deal,
  handoff,
  qa_check: ({ done, applicable }) =>
    done > applicable
      ? new Fault('done_over_applicable', `${done} were met, but only ${applicable} applied`)
      : null,
};

/** The first thing that is wrong between the values of a row; null when they go together. */
export const checkValues = <N extends ImportNoun>(noun: N, values: Values<N>): Fault | null => {
  const check = CHECKS[noun] as Check<N> | undefined;
  return check?.(values) ?? null;
};
