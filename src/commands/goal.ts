// /goal: what the team and one's own share want to win this month; managers set it.
import { z } from 'zod';
import { goalCard } from '../cards/goal.ts';
import { notice } from '../cards/notice.ts';
import { press } from '../cards/press.ts';
import type { Reply } from '../chat/request.ts';
import { countWorkdays, isWorkday } from '../domain/calendar.ts';
import type { Money } from '../domain/money.ts';
import type { GoalProgress } from '../domain/recognition/goal.ts';
import { type Day, dayOf, eachDay, monthAround } from '../domain/time.ts';
import { addAudit } from '../store/audit.ts';
import { type GoalOwner, goalOf, memberWorth, setGoal, teamWorth } from '../store/goal.ts';
import { leaveDays, listTeamMembers, type Member, mayManage } from '../store/member.ts';
import { calendarOf, findTeam, type Team } from '../store/team.ts';
import { contextFor } from './closing.ts';
import { type Call, type Command, verb } from './command.ts';
import { amountIn } from './deal-words.ts';
import { teamOf } from './record.ts';
import { refuse } from './refuse.ts';
import { tell } from './tell.ts';
import { memberNamed } from './whom.ts';

const TEAM = /^(?:team|团队|團隊)(?![A-Za-z])\s*/iu;
const NONE = /^(?:none|off|clear|取消|清除|没有|无)$/iu;

/** How a goal of a team or one of it stands; null without one. Own leave is not counted as a working day. */
const progressOf = (call: Call, team: Team, memberId: number, today: Day): GoalProgress | null => {
  const { db } = call;
  const target = goalOf(db, { teamId: team.id, memberId }, today);
  if (target === null) return null;
  const month = monthAround(today);
  const calendar = calendarOf(db, team);
  const away = memberId === 0 ? null : leaveDays(db, memberId, month);
  const off = [...eachDay(month)].filter((day) => away?.has(day) && isWorkday(calendar, day));
  const workdays = countWorkdays(calendar, month) - off.length;
  const until = { from: month.from, to: today };
  return {
    target,
    won:
      memberId === 0
        ? teamWorth(db, team.id, month, target.currency)
        : memberWorth(db, memberId, month, target.currency),
    elapsed: countWorkdays(calendar, until) - off.filter((day) => day <= today).length,
    workdays,
  };
};

const show = (call: Call): Reply[] => {
  const team = teamOf(call);
  const { db, me } = call;
  const today = dayOf(call.now, team.zone);
  const members = mayManage(me, team.id)
    ? listTeamMembers(db, team.id).flatMap(({ id, name }) => {
        const progress = id === me.id ? null : progressOf(call, team, id, today);
        return progress === null ? [] : [{ name, progress }];
      })
    : null;
  const card = goalCard(call.locale, {
    team: team.name,
    month: today,
    ofTeam: progressOf(call, team, 0, today),
    own: progressOf(call, team, me.id, today),
    members,
  });
  return [{ kind: 'card', to: 'actor', card }];
};

/** Whose goal a line sets, in which team, and what follows. @throws Refusal */
const subjectOf = (
  call: Call,
  line: string,
): { readonly team: Team; readonly member: Member | null; readonly rest: string } => {
  const [, teamExample = '', memberExample = ''] = call.locale.t.goal.examples;
  const word = TEAM.exec(line);
  if (word !== null) {
    const team = teamOf(call);
    if (!mayManage(call.me, team.id)) return refuse('not_your_team');
    return { team, member: null, rest: line.slice(word[0].length) };
  }
  const who = memberNamed(call, line);
  if (who === null) return refuse('goal_whose', { team: teamExample, member: memberExample });
  const { member, before, after } = who;
  if (member.leftOn !== null) return refuse('member_left', { name: member.name });
  const team = member.teamId === null ? undefined : findTeam(call.db, member.teamId);
  if (team === undefined) return refuse('goal_no_team', { name: member.name });
  if (!mayManage(call.me, team.id)) return refuse('not_your_member');
  return { team, member, rest: before === '' ? after : `${before} ${after}`.trim() };
};

/** The target a line names; null to have none. @throws Refusal */
const targetIn = (call: Call, team: Team, rest: string, example: string): Money | null => {
  if (NONE.test(rest.trim())) return null;
  const found = amountIn(rest, contextFor(call, { member: call.me, team }), example);
  if (found === null) return refuse('amount_needed', { example });
  if (found.isNegative || found.rest !== '') {
    return refuse('amount_unclear', { typed: rest.slice(0, 40), example });
  }
  if (found.money.currency !== team.currency) {
    return refuse('goal_currency', { currency: team.currency, example });
  }
  return found.money;
};

/** Sets a goal from this month on. Only within a write. @throws Refusal */
const set = (call: Call, line: string): Reply[] => {
  const { db, me, now, locale } = call;
  const { t, format } = locale;
  const { team, member, rest } = subjectOf(call, line);
  const example = t.goal.examples[member === null ? 1 : 2] ?? '';
  const target = targetIn(call, team, rest, example);
  const owner: GoalOwner = { teamId: team.id, memberId: member?.id ?? 0 };
  const today = dayOf(now, team.zone);
  const before = goalOf(db, owner, today);
  const who = member?.name ?? t.goal.ofTeam({ team: team.name });
  const month = monthAround(today).from;
  const answer = (title: string): Reply[] => {
    const look = [press(t.goal.look, 'goal', 'show', {})];
    return [{ kind: 'card', to: 'actor', card: notice(locale, title, [], 'neutral', look) }];
  };
  if (before?.minor === target?.minor && before?.currency === target?.currency) {
    return answer(
      target === null
        ? t.goal.unchangedNone({ who })
        : t.goal.unchanged({ who, target: format.money(target) }),
    );
  }
  setGoal(db, owner, today, target, team.currency);
  addAudit(db, {
    at: now,
    actorId: me.id,
    action: 'goal.set',
    subject: member === null ? `team:${team.id}` : `member:${member.id}`,
    before: before === null ? null : { month, ...before },
    after: target === null ? null : { month, ...target },
  });
  if (member !== null && member.id !== me.id) {
    tell(call, member, `goal:${team.id}:${member.id}:${now}`, (reader) => {
      const texts = reader.locale.t.goal;
      const said = { name: me.name, month: reader.locale.format.month(month) };
      const title =
        target === null
          ? texts.clearedForYou(said)
          : texts.setForYou({ ...said, target: reader.locale.format.money(target) });
      const look = [press(texts.look, 'goal', 'show', {})];
      return notice(reader.locale, title, [], 'neutral', look);
    });
  }
  const of = { who, month: format.month(month) };
  return answer(
    target === null ? t.goal.cleared(of) : t.goal.set({ ...of, target: format.money(target) }),
  );
};

export const goal: Command = {
  name: 'goal',
  aliases: { 目标: '', 目標: '' },
  role: 'rep',
  texts: (t) => t.goal,
  grammar: (rest) =>
    rest.trim() === ''
      ? { verb: 'show', args: {} }
      : { verb: 'set', args: { line: rest.trim().slice(0, 400) } },
  verbs: {
    show: verb({ effect: 'read', args: z.object({}), run: show }),

    set: verb({
      effect: 'write',
      role: 'manager',
      args: z.object({ line: z.string().max(400) }),
      run: (call, { line }) => set(call, line),
    }),
  },
};
