// A thanks that is about to be given, typed or filled in, and everything that keeps it from being given.
import type { KudosFault } from '../../cards/kudos-refused.ts';
import { readKudos } from '../../domain/recognition/kudos.ts';
import { lackOf, lettersIn, MAX_REASON } from '../../domain/recognition/reason.ts';
import {
  MAX_KUDOS_A_DAY,
  type RecognitionRules,
  recognitionRules,
} from '../../domain/recognition/settings.ts';
import { kudosLeft, type Pot } from '../../store/kudos.ts';
import type { Member } from '../../store/member.ts';
import type { Team } from '../../store/team.ts';
import type { Call } from '../command.ts';
import { nearest } from '../nearest.ts';
import { refuse } from '../refuse.ts';
import { peopleIn } from './people.ts';

const SHOWN = 40;

export interface Draft {
  readonly receivers: readonly Member[];
  /** What was found wrong while it was read. */
  readonly faults: readonly KudosFault[];
  readonly reason: string;
  /** The reason without names: what counts. */
  readonly said: string;
  readonly values: readonly string[];
  /** Tags that are none of the team's values. */
  readonly strangers: readonly string[];
  /** Whole points for each receiver; null when they are not readable. */
  readonly points: number | null;
}

/** What thanks in the asker's team go by. */
export interface Ground {
  readonly team: Team;
  readonly rules: RecognitionRules;
  readonly pot: Pot;
  /** Whole points left today. */
  readonly left: number;
}

/** @throws Refusal `no_team` */
export const groundOf = (call: Call): Ground => {
  const { db, me, today } = call;
  const team = call.team ?? refuse('no_team');
  const rules = recognitionRules(team.recognition);
  const pot = { giverId: me.id, day: today, budget: rules.kudosADay[me.role] };
  return { team, rules, pot, left: kudosLeft(db, pot) };
};

/** Points for each, as typed: one whole number from 1; null when it is not. */
export const pointsIn = (typed: readonly string[]): number | null => {
  const [first = '1', ...others] = typed;
  const n = /^\d{1,3}$/.test(first) ? Number(first) : 0;
  return others.length === 0 && n >= 1 && n <= MAX_KUDOS_A_DAY ? n : null;
};

export const draftOf = (call: Call, line: string, { rules }: Ground): Draft => {
  const { members, faults, pieces } = peopleIn(call, line);
  const read = readKudos(pieces, rules.values);
  return { ...read, receivers: members, faults, points: pointsIn(read.points) };
};

const peopleFaults = ({ me }: Call, { receivers, faults }: Draft): KudosFault[] => {
  if (receivers.length + faults.length === 0) return [{ kind: 'who' }];
  return [
    ...faults,
    ...receivers.flatMap((member): KudosFault[] => {
      if (member.id === me.id) return [{ kind: 'self' }];
      return member.leftOn === null ? [] : [{ kind: 'left', name: member.name }];
    }),
  ];
};

const reasonFaults = ({ reason, said }: Draft): KudosFault[] => {
  if (lettersIn(said) === 0) return [{ kind: 'reason' }];
  const lack = lackOf(said);
  return [
    ...(lack === null ? [] : [{ kind: 'short' as const, reason: said, ...lack }]),
    ...(reason.length > MAX_REASON ? [{ kind: 'long' as const, max: MAX_REASON }] : []),
  ];
};

const valueFaults = ({ values, strangers }: Draft, rules: RecognitionRules): KudosFault[] => [
  ...strangers.map((tag): KudosFault => {
    const typed = tag.slice(0, SHOWN);
    return { kind: 'value', typed, near: nearest(tag, rules.values), values: rules.values };
  }),
  ...(values.length > 1 ? [{ kind: 'values' as const, values }] : []),
];

const pointsFaults = (draft: Draft, { pot, left }: Ground): KudosFault[] => {
  const points = draft.points ?? 1;
  const cost = points * Math.max(1, draft.receivers.length);
  if (pot.budget === 0 && left === 0) return [{ kind: 'none' }];
  return [
    ...(draft.points === null ? [{ kind: 'points' as const, max: Math.max(1, pot.budget) }] : []),
    ...(cost > left ? [{ kind: 'budget' as const, cost, left }] : []),
  ];
};

/** Everything that keeps it from being given, whatever comes first; none when it can be. */
export const faultsOf = (call: Call, draft: Draft, ground: Ground): readonly KudosFault[] => [
  ...peopleFaults(call, draft),
  ...reasonFaults(draft),
  ...valueFaults(draft, ground.rules),
  ...pointsFaults(draft, ground),
];
