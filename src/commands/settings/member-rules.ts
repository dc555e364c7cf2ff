// Which changes of a member the asker's role allows.
import type { SettingChange } from '../../cards/settings-values.ts';
import { ROLES } from '../../domain/role.ts';
import type { Member } from '../../store/member.ts';
import { returnWishesOf } from '../../store/redemption.ts';
import type { Call } from '../command.ts';
import { refuse } from '../refuse.ts';
import { actedFor, isAbove, keepAnAdmin, notAllowed } from './authority.ts';
import { changeMemberFacts, type MemberFacts } from './change.ts';

const isMoreThan = (a: Member['role'], b: Member['role']): boolean =>
  ROLES.indexOf(a) > ROLES.indexOf(b);

/** Roles are given by admins, and nobody raises their own. */
const checkRole = (call: Call, member: Member, role: Member['role']): void => {
  if (member.id === call.me.id && isMoreThan(role, member.role)) refuse('own_role');
  if (call.me.role !== 'admin') notAllowed(call, 'admin');
  if (role !== 'admin') keepAnAdmin(call, member);
};

/** Managers take in who has no team; between teams admins move people. */
const checkTeam = (call: Call, member: Member, teamId: number | null): void => {
  const { me } = call;
  const takesIn =
    me.role === 'manager' &&
    member.role === 'rep' &&
    member.teamId === null &&
    teamId === me.teamId;
  if (me.role !== 'admin' && !takesIn) notAllowed(call, 'admin');
};

/** The first day moves targets and the ramp, being ranked the board: neither is one's own to change as a rep. */
const checkManaged = (call: Call, member: Member): void => {
  if (call.me.role === 'rep') notAllowed(call, 'manager');
  actedFor(call, member);
};

/** Changes a member after checking every change against the asker's role. Only within a write. @throws Refusal */
export const changeChecked = (
  call: Call,
  member: Member,
  patch: Partial<MemberFacts>,
): SettingChange[] => {
  const { role, teamId, seller, joinedOn } = patch;
  if (member.leftOn !== null) return refuse('member_left', { name: member.name.slice(0, 60) });
  if (role !== undefined && role !== member.role) checkRole(call, member, role);
  if (teamId !== undefined && teamId !== member.teamId) checkTeam(call, member, teamId);
  if (seller !== undefined || joinedOn !== undefined) checkManaged(call, member);
  return changeMemberFacts(call, member, patch);
};

/** Says that a member has left: managers of reps, admins of everybody but the last of their own. @throws Refusal */
export const removeChecked = (call: Call, member: Member): SettingChange[] => {
  if (member.leftOn !== null) return refuse('member_left', { name: member.name.slice(0, 60) });
  if (call.me.role === 'rep') return notAllowed(call, 'manager');
  if (call.me.role !== 'admin' && !isAbove(call, actedFor(call, member))) {
    return notAllowed(call, 'admin');
  }
  keepAnAdmin(call, member);
  returnWishesOf(call.db, member.id, call.now);
  return changeMemberFacts(call, member, { leftOn: call.today, role: 'rep' });
};
