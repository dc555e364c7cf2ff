// What a workspace holds, as tests compare it: everything that is worked out from the follow-ups.
import { isNull } from 'drizzle-orm';
import type { Reply } from '../../src/chat/request.ts';
import type { Period } from '../../src/domain/period.ts';
import { periodAround } from '../../src/domain/period.ts';
import { roundForRank } from '../../src/domain/scoring/score.ts';
import { dayOf } from '../../src/domain/time.ts';
import { memberOf } from '../../src/store/member.ts';
import { recount } from '../../src/store/rollup.ts';
import {
  contact,
  customer,
  deal,
  draft,
  followup,
  lead,
  outbox,
  rollup,
  step,
  touch,
} from '../../src/store/schema/index.ts';
import { computeScore, windowOf } from '../../src/store/score.ts';
import { findTeam } from '../../src/store/team.ts';
import type { Db } from '../../src/store/workspace.ts';
import { cardOf, type TestBot, textOf } from '../support/bot.ts';

/** The member a user of the test platform is. */
const memberIn = (db: Db, user: string) => {
  const member = memberOf(db, { platform: 'test', tenant: 't1', user });
  if (member === undefined) throw new Error(`nobody is ${user}`);
  return member;
};

export const idOf = (bot: TestBot, user: string): number =>
  bot.workspace.read((db) => memberIn(db, user).id);

/** A member's score now, in full precision, with its explanation. */
export const scoreOf = (bot: TestBot, user: string, period: Period = 'month') =>
  bot.workspace.read((db) => {
    const member = memberIn(db, user);
    const team = member.teamId === null ? undefined : findTeam(db, member.teamId);
    if (team === undefined) throw new Error(`${user} has no team`);
    const days = periodAround(period, dayOf(bot.now, team.zone));
    return computeScore(db, member, period, windowOf(db, team, days, bot.now));
  });

/** As shown. */
export const shownScore = (bot: TestBot, user: string): number =>
  roundForRank(scoreOf(bot, user).score.value ?? Number.NaN);

/** Follow-ups in the order they were recorded. */
export const followups = (bot: TestBot) =>
  bot.workspace.read((db) => db.select().from(followup).orderBy(followup.id).all());

export const lastFollowup = (bot: TestBot) => {
  const row = followups(bot).at(-1);
  if (row === undefined) throw new Error('nothing was recorded');
  return row;
};

export const steps = (bot: TestBot) =>
  bot.workspace.read((db) => db.select().from(step).orderBy(step.id).all());

export const customers = (bot: TestBot) =>
  bot.workspace.read((db) => db.select().from(customer).orderBy(customer.id).all());

export const outboxOf = (bot: TestBot) =>
  bot.workspace.read((db) => db.select().from(outbox).orderBy(outbox.id).all());

/** Everything that follows from the log: equal states mean nothing was left behind. */
export const derived = (bot: TestBot) =>
  bot.workspace.read((db) => ({
    // A day on which nothing counts is the same as no row.
    rollup: db
      .select()
      .from(rollup)
      .all()
      .filter((row) => row.recorded > 0 || row.won > 0 || row.lost > 0)
      .map((row) => JSON.stringify(row))
      .sort(),
    touch: db
      .select()
      .from(touch)
      .all()
      .map((row) => JSON.stringify(row))
      .sort(),
    steps: db
      .select()
      .from(step)
      .orderBy(step.id)
      .all()
      .map(({ followupId, memberId, customerId, action, dueOn, dueTime, doneBy, doneAt }) =>
        JSON.stringify({
          followupId,
          memberId,
          customerId,
          action,
          dueOn,
          dueTime,
          doneBy,
          doneAt,
        }),
      ),
    leads: db.select().from(lead).orderBy(lead.id).all(),
    deals: db.select().from(deal).orderBy(deal.id).all(),
    verdicts: db
      .select({ id: followup.id, verdict: followup.verdict, of: followup.verdictOf })
      .from(followup)
      .where(isNull(followup.undoneAt))
      .all(),
  }));

/** Every row of every table a follow-up touches: equal counts and rows mean nothing was written. */
export const everything = (bot: TestBot): string =>
  bot.workspace.read((db) =>
    JSON.stringify(
      [followup, step, rollup, touch, customer, contact, deal, lead, draft, outbox].map((table) =>
        db.select().from(table).all(),
      ),
    ),
  );

/** Differences between the counters and the log, over every member and day touched. */
export const differences = (bot: TestBot) =>
  bot.workspace.read((db) => {
    const pairs = new Map<string, [number, string]>();
    for (const { memberId, day } of [
      ...db.select({ memberId: followup.memberId, day: followup.day }).from(followup).all(),
      ...db.select({ memberId: rollup.memberId, day: rollup.day }).from(rollup).all(),
    ]) {
      pairs.set(`${memberId} ${day}`, [memberId, day]);
    }
    return [...pairs.values()].flatMap(([memberId, day]) => recount(db, memberId, day));
  });

/** The text of the only card of the replies. */
export const said = (replies: readonly Reply[]): string => textOf(cardOf(replies));

/** Form values as a person leaves them: what the form was filled with, changed here and there. */
export const filled = (
  replies: readonly Reply[],
  changes: Readonly<Record<string, string>> = {},
): Record<string, string> => {
  const [reply] = replies;
  if (reply?.kind !== 'form') throw new Error(`expected a form: ${JSON.stringify(replies)}`);
  const values = Object.fromEntries(
    reply.form.inputs.flatMap((input) =>
      'value' in input && typeof input.value === 'string' ? [[input.name, input.value]] : [],
    ),
  );
  return Object.fromEntries(
    Object.entries({ ...values, ...changes }).filter(([, value]) => value !== ''),
  );
};
