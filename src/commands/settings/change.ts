// Changes settings of teams and members: what really changed is audited, and marks the scores it touches.
import type { SettingChange, SettingKey, SettingValue } from '../../cards/settings-values.ts';
import { type Day, dayOf, quarterAround } from '../../domain/time.ts';
import { addAudit } from '../../store/audit.ts';
import { changeMember, type Member } from '../../store/member.ts';
import { markScoresStale } from '../../store/rollup.ts';
import { changeTeam, findTeam, markTeamScoresStale, type Team } from '../../store/team.ts';
import type { Call } from '../command.ts';

/** Rules of recognition are changed one by one: see `recognition`. */
export type TeamFacts = Omit<Team, 'id' | 'createdAt' | 'recognition'>;
export type MemberFacts = Pick<
  Member,
  'role' | 'teamId' | 'seller' | 'joinedOn' | 'leftOn' | 'optedOut'
>;

/** What scores are computed from: working days, local days, and the currency sums are in. */
const SCORED: readonly (keyof TeamFacts)[] = ['zone', 'currency', 'calendar'];

/** The first day of the periods that still run: earlier ones stay as they were scored. */
export const runningSince = (call: Call): Day => quarterAround(call.today).from;

const differs = (before: unknown, after: unknown): boolean =>
  JSON.stringify(before) !== JSON.stringify(after);

/** Changes the team. Only within a write; the asker's right to it has been checked. */
export const changeTeamFacts = (
  call: Call,
  team: Team,
  patch: Partial<TeamFacts>,
): SettingChange[] => {
  const keys = (Object.keys(patch) as (keyof TeamFacts)[]).filter((key) =>
    differs(team[key], patch[key]),
  );
  if (keys.length === 0) return [];
  changeTeam(call.db, team.id, patch);
  if (keys.some((key) => SCORED.includes(key))) {
    markTeamScoresStale(call.db, team.id, quarterAround(dayOf(call.now, team.zone)).from);
  }
  return keys.map((key) => {
    const [before, after] = [team[key], patch[key] ?? null];
    audited(call, `team.${key}`, `team:${team.id}`, before, after);
    return { key, before: shown(before), after: shown(after) };
  });
};

/** A channel is only chosen or not: its name is the platform's. */
const shown = (value: TeamFacts[keyof TeamFacts]): SettingValue =>
  typeof value === 'object' ? value !== null : value;

const MEMBER_KEYS = {
  role: 'role',
  teamId: 'team',
  seller: 'seller',
  joinedOn: 'joinedOn',
  leftOn: 'leftOn',
  optedOut: 'optedOut',
} as const satisfies Record<keyof MemberFacts, SettingKey>;

/** Changes the member. Only within a write; the asker's right to it has been checked. */
export const changeMemberFacts = (
  call: Call,
  member: Member,
  patch: Partial<MemberFacts>,
): SettingChange[] => {
  const keys = (Object.keys(patch) as (keyof MemberFacts)[]).filter((key) =>
    differs(member[key], patch[key]),
  );
  if (keys.length === 0) return [];
  changeMember(call.db, member.id, patch);
  markScoresStale(call.db, member.id, staleSince(call, member, patch));
  return keys.map((key) => {
    const [before, after] = [member[key], patch[key] ?? null];
    audited(call, `member.${key}`, `member:${member.id}`, before, after);
    const name = MEMBER_KEYS[key];
    return key === 'teamId'
      ? { key: name, before: teamName(call, before), after: teamName(call, after) }
      : { key: name, before, after };
  });
};

/** A first working day changes the targets of every period from the earlier of the two on. */
const staleSince = (call: Call, member: Member, { joinedOn }: Partial<MemberFacts>): Day => {
  const days = [runningSince(call), member.joinedOn, joinedOn ?? member.joinedOn];
  return joinedOn === undefined ? runningSince(call) : (days.toSorted()[0] ?? joinedOn);
};

/** The name of a team by its id; null for none. */
export const teamName = (call: Call, id: SettingValue): string | null =>
  typeof id === 'number' ? (findTeam(call.db, id)?.name ?? `#${id}`) : null;

/** Writes down what the asker changed. */
export const audited = (
  call: Call,
  action: string,
  subject: string,
  before: unknown,
  after: unknown,
): void => {
  addAudit(call.db, { at: call.now, actorId: call.me.id, action, subject, before, after });
};
