// One member: their team, role, first day, whether they are ranked, and whether they are still here.
import { z } from 'zod';
import { changedCard } from '../../cards/settings-change.ts';
import { memberCard } from '../../cards/settings-members.ts';
import { memberForm } from '../../cards/settings-members-form.ts';
import type { SettingChange } from '../../cards/settings-values.ts';
import type { Values } from '../../chat/form.ts';
import type { Reply } from '../../chat/request.ts';
import { addDays, type Days } from '../../domain/time.ts';
import { leaveDays, type Member, mayActFor } from '../../store/member.ts';
import { listTeams } from '../../store/team.ts';
import { type Call, verb } from '../command.ts';
import { refuse } from '../refuse.ts';
import { memberIn } from '../whom.ts';
import { isAbove, memberFor, seenBy, seenMember, teamNamed } from './authority.ts';
import { changeMemberFacts, teamName } from './change.ts';
import { leaveForm, leaveTyped } from './leave.ts';
import { changeChecked, removeChecked } from './member-rules.ts';
import { rangesOf } from './overview.ts';
import { FormReader, readDay, readRole, readSwitch, typedValue, unclear } from './read.ts';
import { firstWord, nounOf } from './words.ts';

/** How far ahead leave is shown, in days. */
const LEAVE_AHEAD = 180;
/** Pickers hold no more; beyond, the team's name is typed. */
const PICKED = 100;

const changed = (call: Call, member: Member, changes: readonly SettingChange[]): Reply[] => {
  const { notes } = call.locale.t.settings;
  const said = [
    ...(changes.some(({ key }) => key === 'role') ? [notes.role] : []),
    ...(changes.some(({ key }) => key === 'joinedOn' || key === 'seller') ? [notes.scores] : []),
  ];
  const card = changedCard(call.locale, member.name, changes, said, { member: member.id });
  return [{ kind: 'card', to: 'actor', card }];
};

/** The member's card with the buttons the asker may press. */
const shown = (call: Call, member: Member): Reply[] => {
  const { me, db, today } = call;
  const ahead: Days = { from: today, to: addDays(today, LEAVE_AHEAD) };
  const isHere = member.leftOn === null;
  const manages = me.role !== 'rep' && mayActFor(me, member);
  const view = {
    ...member,
    team: teamName(call, member.teamId),
    leave: rangesOf([...leaveDays(db, member.id, ahead)].map((day) => [day, 'off'] as const)),
    may: {
      change: isHere && manages,
      leave: isHere && mayActFor(me, member),
      remove: isHere && manages && (me.role === 'admin' || isAbove(call, member)),
      restore: !isHere && manages,
      takeIn: isHere && me.role === 'manager' && member.teamId === null && me.teamId !== null,
    },
    today,
  };
  return [{ kind: 'card', to: 'actor', card: memberCard(call.locale, view) }];
};

const form = (
  call: Call,
  member: Member,
  values: Values,
  errors: Record<string, string> = {},
): Reply[] => {
  const teams = call.me.role === 'admin' ? listTeams(call.db) : null;
  const options = teams === null || teams.length <= PICKED ? teams : 'typed';
  const view = { ...member, team: teamName(call, member.teamId) };
  return [{ kind: 'form', form: memberForm(call.locale, view, options, values, errors) }];
};

/** Says that the member has left: what they recorded stays, their role does not. */
const remove = (call: Call, member: Member): Reply[] => {
  const { locale } = call;
  const changes = removeChecked(call, member);
  const { notes } = locale.t.settings;
  const card = changedCard(locale, member.name, changes, [notes.removed], { restore: member.id });
  return [{ kind: 'card', to: 'actor', card }];
};

const DEEDS = ['team', 'role', 'seller', 'joined', 'leave', 'remove'] as const;
type Deed = (typeof DEEDS)[number];

const carryOut = (call: Call, member: Member, deed: Deed, text: string): Reply[] => {
  switch (deed) {
    case 'team': {
      const { errors } = call.locale.t.settings;
      if (text === '') return unclear(call, errors.missing, 'memberTeam');
      return changed(
        call,
        member,
        changeChecked(call, member, { teamId: teamNamed(call, text).id }),
      );
    }
    case 'role': {
      const role = typedValue(call, readRole, text, 'role');
      return changed(call, member, changeChecked(call, member, { role }));
    }
    case 'seller': {
      const seller = typedValue(call, readSwitch, text, 'seller');
      return changed(call, member, changeChecked(call, member, { seller }));
    }
    case 'joined': {
      const joinedOn = typedValue(call, readDay, text, 'joined');
      return changed(call, member, changeChecked(call, member, { joinedOn }));
    }
    case 'leave':
      return text === '' ? leaveForm(call, member, {}) : leaveTyped(call, member, text);
    case 'remove':
      return remove(call, member);
  }
};

const isDeed = (noun: string | null): noun is Deed => DEEDS.some((deed) => deed === noun);

/** Whom the line names, and what is said about them. */
const named = (call: Call, line: string) => {
  if (line === '') {
    return refuse('member_needed', { example: call.locale.t.settings.type.member });
  }
  const { member, before, after } = memberIn(call, line);
  return { member, said: `${before} ${after}`.trim() };
};

/** The card of the member named so, and nothing else. @throws Refusal */
export const showNamed = (call: Call, name: string): Reply[] => {
  const { member, said } = named(call, name);
  return said === ''
    ? shown(call, seenBy(call, member))
    : refuse('unknown_member', { typed: name.slice(0, 40) });
};

const id = z.object({ id: z.int().positive() });

export const MEMBER_VERBS = {
  /** A member by name, or what is said about them. */
  member: verb({
    effect: 'write',
    args: z.object({ line: z.string() }),
    run: (call, { line }) => {
      const { member, said } = named(call, line);
      const [word, text] = firstWord(said);
      if (word === '') return shown(call, seenBy(call, member));
      const noun = nounOf(word);
      return isDeed(noun)
        ? carryOut(call, member, noun, text)
        : unclear(
            call,
            call.locale.t.settings.errors.deed({ typed: word.slice(0, 40) }),
            'memberTeam',
          );
    },
  }),

  /** The same with the deed first: `role @who manager`. */
  deed: verb({
    effect: 'write',
    args: z.object({ deed: z.enum(DEEDS), line: z.string() }),
    run: (call, { deed, line }) => {
      const { member, said } = named(call, line);
      return carryOut(call, member, deed, said);
    },
  }),

  memberShow: verb({
    effect: 'read',
    args: id,
    run: (call, { id: memberId }) => shown(call, seenMember(call, memberId)),
  }),

  memberForm: verb({
    effect: 'read',
    role: 'manager',
    args: id,
    run: (call, { id: memberId }) => form(call, memberFor(call, memberId), {}),
  }),

  memberSave: verb({
    effect: 'write',
    role: 'manager',
    args: id,
    run: (call, { id: memberId }, values) => {
      const member = memberFor(call, memberId);
      const read = new FormReader(call, values);
      const seller = read.read('seller', readSwitch);
      const joinedOn = read.read('joinedOn', readDay);
      const role = read.has('role') ? read.read('role', readRole) : member.role;
      const team = read.text('team');
      const teamId = team === '' ? member.teamId : teamOfForm(call, team);
      if (teamId === undefined) read.errors.team = call.locale.t.form.choose;
      const isBad = seller === null || joinedOn === null || role === null;
      if (read.failed || isBad || teamId === undefined) {
        return form(call, member, values, read.errors);
      }
      return changed(call, member, changeChecked(call, member, { teamId, role, seller, joinedOn }));
    },
  }),

  /** A manager takes somebody without a team into theirs. */
  takeIn: verb({
    effect: 'write',
    role: 'manager',
    args: id,
    run: (call, { id: memberId }) => {
      const member = seenMember(call, memberId);
      if (call.me.teamId === null) return refuse('no_team');
      return changed(call, member, changeChecked(call, member, { teamId: call.me.teamId }));
    },
  }),

  remove: verb({
    effect: 'write',
    role: 'manager',
    args: id,
    run: (call, { id: memberId }) => remove(call, memberFor(call, memberId)),
  }),

  /** Takes back that somebody left. */
  restore: verb({
    effect: 'write',
    role: 'manager',
    args: id,
    run: (call, { id: memberId }) => {
      const member = memberFor(call, memberId);
      if (member.leftOn === null) return shown(call, member);
      return changed(call, member, changeMemberFacts(call, member, { leftOn: null }));
    },
  }),
};

/** The team a form names, by id or by name; undefined for none. */
const teamOfForm = (call: Call, text: string): number | undefined =>
  listTeams(call.db).find(({ id: teamId, name }) => String(teamId) === text || name === text)?.id;
