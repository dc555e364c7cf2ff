// Automatic recognition of what a person did just now, and its withdrawal when that is undone or corrected.
import { MILESTONE_WORDS } from '../cards/milestone.ts';
import { businessMinutes } from '../domain/calendar.ts';
import { BACK_DAYS } from '../domain/handoff.ts';
import { isReached } from '../domain/recognition/goal.ts';
import {
  isBestMonth,
  keepsMark,
  type Milestone,
  markReached,
  type Noticed,
} from '../domain/recognition/milestone.ts';
import { isNews } from '../domain/recognition/news.ts';
import { FAST_MINUTES } from '../domain/recognition/rules.ts';
import { type Day, dayOf, HOUR, monthAround } from '../domain/time.ts';
import { announce, withdraw } from '../store/announce.ts';
import { type Deal, hasOtherWin } from '../store/deal.ts';
import type { Followup } from '../store/followup.ts';
import { earlierMonths, type GoalOwner, goalOf, memberWorth, teamWorth } from '../store/goal.ts';
import { type Handoff, handoffsOf } from '../store/handoff.ts';
import type { Member } from '../store/member.ts';
import { milestonesBy, milestonesOf } from '../store/milestone.ts';
import { streakDays } from '../store/streak.ts';
import { calendarOf, findTeam, type Team } from '../store/team.ts';
import type { Call } from './command.ts';

const say = ({ db, now }: Call, who: Member, team: Team, noticed: Noticed): void => {
  announce(db, who, team, noticed, now, MILESTONE_WORDS);
};

const takeBack = ({ db, now }: Call, found: Milestone): void => {
  withdraw(db, found, now, MILESTONE_WORDS);
};

/** A streak the asker's follow-up completes. Costs one statement but for the first one of a day. */
export const noticeFollowup = (call: Call, row: Followup): void => {
  const { db, me, team, today } = call;
  if (team === null || !me.seller || row.verdict !== 'counted' || !isNews(row.day, today)) return;
  const days = streakDays(db, me.id, row.day, true);
  if (days === null) return;
  const reached = markReached(calendarOf(db, team), row.day, days);
  if (reached === null) return;
  const { mark, since } = reached;
  say(call, me, team, {
    rule: 'streak',
    cause: `streak:${mark}:${since}`,
    params: { days: mark, on: row.day },
  });
};

/** Takes back the streaks that a follow-up was part of and that do not hold without it. */
export const reviewFollowup = ({ db, now }: Call, { memberId, day }: Followup): void => {
  for (const found of milestonesOf(db, memberId, 'streak', day)) {
    const team = found.teamId === null ? undefined : findTeam(db, found.teamId);
    const on = String(found.params.on);
    const days = streakDays(db, memberId, on, false);
    if (team === undefined || days === null) continue;
    const holds = keepsMark(calendarOf(db, team), on, Number(found.params.days), days);
    if (!holds) withdraw(db, found, now, MILESTONE_WORDS);
  }
};

const goalCause = ({ teamId, memberId }: GoalOwner, month: Day): string =>
  `goal:${teamId}:${memberId}:${month}`;

/** What was won towards a goal in a month, in the minor units of `currency`. */
const wonFor = ({ db }: Call, { teamId, memberId }: GoalOwner, month: Day, currency: string) =>
  (memberId === 0
    ? teamWorth(db, teamId, monthAround(month), currency)
    : memberWorth(db, memberId, monthAround(month), currency)
  ).money.minor;

const goalReached = (call: Call, owner: GoalOwner, month: Day): Noticed[] => {
  const target = goalOf(call.db, owner, month);
  const cause = goalCause(owner, month);
  if (target === null || milestonesBy(call.db, cause).length > 0) return [];
  const { minor, currency } = target;
  if (!isReached(wonFor(call, owner, month, currency), minor)) return [];
  const params = { month, target: minor, currency };
  const isOfTeam = owner.memberId === 0;
  return [{ rule: 'goal_reached', cause, params: isOfTeam ? { ...params, team: 1 } : params }];
};

/** All that a deal won just now is, for its seller and the team. */
export const noticeWin = (call: Call, row: Deal, who: Member, team: Team): void => {
  const { db, now } = call;
  const { closedOn, amountMinor } = row;
  if (closedOn === null || amountMinor === null || amountMinor <= 0) return;
  if (!isNews(closedOn, dayOf(now, team.zone))) return;
  const month = monthAround(closedOn).from;
  const { currency } = team;
  const owners = [0, who.id].map((memberId) => ({ teamId: team.id, memberId }));
  const [ofTeam = [], own = []] = owners.map((owner) => goalReached(call, owner, month));
  const first: Noticed = { rule: 'first_win', cause: `deal:${row.id}`, params: {} };
  const earlier = earlierMonths(db, who.id, month, currency);
  const best: Noticed = {
    rule: 'personal_best',
    cause: `month:${month}`,
    params: { month, months: earlier.filter((sum) => sum > 0).length, currency },
  };
  const won = memberWorth(db, who.id, monthAround(month), currency).money.minor;
  for (const noticed of [
    ...ofTeam,
    ...(hasOtherWin(db, who.id, row.id) ? [] : [first]),
    ...own,
    ...(isBestMonth(won, earlier) ? [best] : []),
  ]) {
    say(call, who, team, noticed);
  }
};

/** Takes back what a won deal was, and what does not hold without it. @param row as it was before it was undone */
export const reviewWin = (call: Call, row: Deal): void => {
  const { db } = call;
  const { id, memberId, teamId, closedOn, status } = row;
  if (status !== 'won' || closedOn === null || teamId === null) return;
  const month = monthAround(closedOn).from;
  for (const found of milestonesBy(db, `deal:${id}`)) takeBack(call, found);
  for (const owner of [0, memberId].map((whose) => ({ teamId, memberId: whose }))) {
    for (const found of milestonesBy(db, goalCause(owner, month))) {
      const won = wonFor(call, owner, month, String(found.params.currency));
      if (!isReached(won, Number(found.params.target))) takeBack(call, found);
    }
  }
  for (const found of milestonesOf(db, memberId, 'personal_best')) {
    if (found.cause !== `month:${month}`) continue;
    const currency = String(found.params.currency);
    const won = wonFor(call, { teamId, memberId }, month, currency);
    if (!isBestMonth(won, earlierMonths(db, memberId, month, currency))) takeBack(call, found);
  }
};

/** Whether an accepted handoff gives the customer back to whom it came from; what of those was fast, was not. */
const givesBack = (call: Call, row: Handoff): boolean => {
  const since = call.now - BACK_DAYS * 24 * HOUR;
  const before = handoffsOf(call.db, row.customerId).filter(
    ({ fromId, toId, acceptedAt }) =>
      fromId === row.toId && toId === row.fromId && acceptedAt !== null && acceptedAt >= since,
  );
  for (const { id } of before) {
    for (const found of milestonesBy(call.db, `handoff:${id}`)) takeBack(call, found);
  }
  return before.length > 0;
};

/** A handoff the asker accepts fast. One that gives a customer back takes back what giving it was. */
export const noticeAccepted = (call: Call, row: Handoff): void => {
  const { db, me, team, now } = call;
  if (givesBack(call, row) || team === null) return;
  const waited = businessMinutes(calendarOf(db, team), team.zone, row.createdAt, now);
  if (waited > FAST_MINUTES || !isNews(row.createdOn, call.today)) return;
  say(call, me, team, {
    rule: 'fast_handoff',
    cause: `handoff:${row.id}`,
    params: { minutes: Math.round(waited) },
  });
};
