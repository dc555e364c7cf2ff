// The form of a thanks.
import { kudosForm } from '../../cards/kudos-form.ts';
import { faultText, type KudosFault, refusedCard } from '../../cards/kudos-refused.ts';
import type { Values } from '../../chat/form.ts';
import type { Reply } from '../../chat/request.ts';
import { findMember, listMembers, type Member } from '../../store/member.ts';
import type { Call } from '../command.ts';
import { type Draft, faultsOf, type Ground, groundOf, pointsIn } from './draft.ts';
import { give } from './give.ts';

/** Slack shows no more options in a list. */
const MAX_PEOPLE = 100;

/** The input where what is wrong is to be put right. */
const INPUTS: Record<KudosFault['kind'], 'who' | 'reason' | 'value' | 'points'> = {
  who: 'who',
  self: 'who',
  left: 'who',
  unseen: 'who',
  unknown: 'who',
  which: 'who',
  reason: 'reason',
  short: 'reason',
  long: 'reason',
  value: 'value',
  values: 'value',
  points: 'points',
  budget: 'points',
  none: 'points',
};

const errorsOf = (call: Call, faults: readonly KudosFault[]): Record<string, string> => {
  const errors: Record<string, string> = {};
  for (const fault of faults) {
    const name = INPUTS[fault.kind];
    const text = faultText(call.locale, fault);
    errors[name] = errors[name] === undefined ? text : `${errors[name]} ${text}`;
  }
  return errors;
};

/** Everybody but the asker, their own team first. */
const candidates = ({ db, me }: Call): Member[] => {
  const others = listMembers(db).filter(({ id }) => id !== me.id);
  const isNear = ({ teamId }: Member): boolean => teamId === me.teamId;
  return [...others.filter(isNear), ...others.filter((member) => !isNear(member))];
};

const formFor = (
  call: Call,
  ground: Ground,
  values: Values = {},
  errors: Record<string, string> = {},
): Reply[] => {
  const people = candidates(call)
    .slice(0, MAX_PEOPLE)
    .map(({ id, name }) => ({ value: String(id), label: name }));
  const form = kudosForm(call.locale, {
    people,
    values: ground.rules.values,
    left: ground.left,
    typed: values,
    errors,
  });
  return [{ kind: 'form', form }];
};

/** The form, or why there is nothing to give today. */
export const opened = (call: Call): Reply[] => {
  const ground = groundOf(call);
  const { left, pot } = ground;
  if (left > 0) return formFor(call, ground);
  const fault: KudosFault =
    pot.budget === 0 ? { kind: 'none' } : { kind: 'budget', cost: 1, left: 0 };
  return [{ kind: 'card', to: 'actor', card: refusedCard(call.locale, [fault]) }];
};

const textIn = (values: Values, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
};

const draftIn = (call: Call, values: Values): Draft => {
  const { who = [] } = values;
  const ids = [...new Set(typeof who === 'string' ? [who] : who)].filter((id) =>
    /^\d{1,15}$/.test(id),
  );
  const reason = textIn(values, 'reason');
  const points = textIn(values, 'points');
  const value = textIn(values, 'value');
  return {
    receivers: ids.flatMap((id) => findMember(call.db, Number(id)) ?? []),
    faults: [],
    reason,
    said: reason,
    values: value === '' ? [] : [value],
    strangers: [],
    points: pointsIn(points === '' ? [] : [points]),
  };
};

/** Only within a write. */
export const submitted = (call: Call, values: Values): Reply[] => {
  const ground = groundOf(call);
  const read = draftIn(call, values);
  // The team may have changed its values while the form was open.
  const isKnown = (value: string): boolean => ground.rules.values.includes(value);
  const draft = { ...read, strangers: read.values.filter((value) => !isKnown(value)) };
  const faults = faultsOf(call, draft, ground);
  if (faults.length > 0) return formFor(call, ground, values, errorsOf(call, faults));
  return give(call, draft, ground);
};
