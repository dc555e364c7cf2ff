// Who may change what in the settings: looked up when it is used, never remembered.
import { ROLES } from '../../domain/role.ts';
import { countAdmins, findMember, type Member, mayActFor, mayManage } from '../../store/member.ts';
import { findTeam, listTeams, type Team } from '../../store/team.ts';
import type { Call } from '../command.ts';
import { teamOf } from '../record.ts';
import { refuse } from '../refuse.ts';
import { folded } from './words.ts';

/** Names listed in a sentence before it becomes a wall. */
const NAMED = 5;

const namesOf = (call: Call): string => {
  const names = listTeams(call.db).map(({ name }) => name.slice(0, 60));
  const { list } = call.locale.format;
  const more = names.length - NAMED;
  const shown = more > 0 ? [call.locale.t.common.more({ n: more })] : [];
  return list([...names.slice(0, NAMED), ...shown]);
};

/**
 * The team of this id, or the asker's own.
 * @throws Refusal `no_team`, `team_needed`, `bad_id`
 */
export const teamFor = (call: Call, id: number | undefined): Team => {
  if (id !== undefined) return findTeam(call.db, id) ?? refuse('bad_id');
  if (call.team === null && call.me.role === 'admin') {
    return refuse('team_needed', { names: namesOf(call) });
  }
  return teamOf(call);
};

/** Whether the asker may see the team's facts. */
export const maySee = (call: Call, team: Team): boolean =>
  call.me.teamId === team.id || mayManage(call.me, team.id);

/**
 * The team of this id, or the asker's own, if they may change it.
 * @throws Refusal `not_allowed`, `not_your_team` and those of {@link teamFor}
 */
export const managedTeam = (call: Call, id: number | undefined): Team => {
  if (call.me.role === 'rep') notAllowed(call, 'manager');
  const team = teamFor(call, id);
  return mayManage(call.me, team.id) ? team : refuse('not_your_team');
};

/** @throws Refusal `not_allowed` always */
export const notAllowed = (call: Call, role: 'manager' | 'admin'): never =>
  refuse('not_allowed', { who: call.locale.t.common.roles[role] });

/**
 * The team named at the beginning of the text, the longest name winning, and what follows it.
 * @returns null when no team has such a name
 */
export const teamAt = (
  call: Call,
  text: string,
): { readonly team: Team; readonly rest: string } | null => {
  const typed = text.normalize('NFKC').trim();
  const teams = listTeams(call.db).toSorted((a, b) => b.name.length - a.name.length);
  for (const team of teams) {
    const name = team.name.normalize('NFKC');
    const rest = typed.slice(name.length);
    const ends = rest === '' || /^\s/u.test(rest);
    if (ends && folded(typed.slice(0, name.length)) === folded(name)) {
      return { team, rest: rest.trim() };
    }
  }
  return null;
};

/** The team of exactly this name or id. @throws Refusal `unknown_team` */
export const teamNamed = (call: Call, text: string): Team => {
  const found = teamAt(call, text);
  if (found?.rest === '') return found.team;
  return refuse('unknown_team', { typed: text.slice(0, 60), names: namesOf(call) });
};

/** The member of this id, if the asker may act for them. @throws Refusal `bad_id`, `not_your_member` */
export const memberFor = (call: Call, id: number): Member =>
  actedFor(call, findMember(call.db, id) ?? refuse('bad_id'));

/** The member, if the asker may act for them. @throws Refusal `not_your_member`, `not_allowed` */
export const actedFor = (call: Call, member: Member): Member => {
  if (mayActFor(call.me, member)) return member;
  return call.me.role === 'rep' ? notAllowed(call, 'manager') : refuse('not_your_member');
};

/** The member, if the asker may look at their settings: managers see who waits for a team as well. */
export const seenBy = (call: Call, member: Member): Member =>
  call.me.role === 'manager' && member.teamId === null ? member : actedFor(call, member);

/** The member of this id, as {@link seenBy}. @throws Refusal `bad_id`, `not_your_member`, `not_allowed` */
export const seenMember = (call: Call, id: number): Member =>
  seenBy(call, findMember(call.db, id) ?? refuse('bad_id'));

/** Whether the asker's role is above the member's. */
export const isAbove = (call: Call, member: Member): boolean =>
  ROLES.indexOf(call.me.role) > ROLES.indexOf(member.role);

/** Somebody has to be able to change roles. @throws Refusal `last_admin` */
export const keepAnAdmin = (call: Call, member: Member): void => {
  if (member.role === 'admin' && countAdmins(call.db) <= 1) refuse('last_admin');
};
