// What is recorded, corrected or taken back later changes the closed scores of its days, never a posted board.
import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Period } from '../../../src/domain/period.ts';
import type { Facts } from '../../../src/domain/scoring/facts.ts';
import { MINUTE } from '../../../src/domain/time.ts';
import { leaderboard } from '../../../src/jobs/leaderboard.ts';
import { nightly } from '../../../src/jobs/nightly.ts';
import { tick } from '../../../src/jobs/tick.ts';
import { standingRows } from '../../../src/store/gains.ts';
import { findMember } from '../../../src/store/member.ts';
import { pastTotals } from '../../../src/store/past.ts';
import { board, score } from '../../../src/store/schema/index.ts';
import { findTeam } from '../../../src/store/team.ts';
import { type TestBot, testBot } from '../../support/bot.ts';
import { filled, idOf, lastFollowup, outboxOf } from '../state.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});
afterEach(async () => {
  expect(bot.faults).toEqual([]);
  await bot.close();
});

const shanghai = (text: string): number => Date.parse(`${text}:00+08:00`);
const night = (day: string) =>
  tick(bot.workspace, [nightly], shanghai(`${day}T03:00`), (error) => bot.faults.push(error));

/** The kept score of a period of 李雷's. */
const kept = (period: Period, fromDay: string) => {
  const row = bot.workspace.read((db) =>
    db
      .select()
      .from(score)
      .where(
        and(
          eq(score.memberId, idOf(bot, 'li')),
          eq(score.period, period),
          eq(score.fromDay, fromDay),
        ),
      )
      .get(),
  );
  if (row === undefined) throw new Error(`no score of ${period} ${fromDay}`);
  const facts = row.facts as Facts;
  return { ...row, facts, records: facts.completeness.records };
};
const week = () => kept('week', '2026-03-09');

/** What boards and trends take for last week's score. */
const lastWeek = (): number | undefined =>
  bot.workspace.read((db) => {
    const [member, team] = [findMember(db, idOf(bot, 'li')), findTeam(db, 1)];
    if (member === undefined || team === undefined) throw new Error('nobody');
    return pastTotals(db, team, member, 'week', '2026-03-16', 4, bot.now).at(-1)?.total;
  });

/** A week of work, closed in the night to Monday. */
const closeWeek = async () => {
  await bot.say('li', '/followup 电话联系晨光科技张总，谈了方案，意向A，周五演示');
  await tick(bot.workspace, [leaderboard], shanghai('2026-03-11T18:30'), () => {});
  bot.now = shanghai('2026-03-13T16:00');
  await bot.say('li', '/followup 拜访华星电子，谈了产线和预算，意向B，下周一演示');
  for (const day of ['2026-03-13', '2026-03-14', '2026-03-15', '2026-03-16']) await night(day);
  bot.now = shanghai('2026-03-17T10:00');
  return {
    posted: outboxOf(bot),
    boards: bot.workspace.read((db) => db.select().from(board).all()),
  };
};

describe('a closed week', () => {
  it('is closed again after a follow-up that is recorded for it later', async () => {
    const before = await closeWeek();
    const closed = week();
    expect(closed).toMatchObject({ asOf: '2026-03-15', stale: false, records: 2 });
    await bot.workspace.write((db) => {
      db.update(score).set({ total: 99, provisional: false }).where(eq(score.period, 'week')).run();
    });
    expect(lastWeek()).toBe(99);
    await bot.say('li', '/followup 上周四微信联系远航物流，发了案例，意向C，周五回电');
    expect(lastFollowup(bot).day).toBe('2026-03-12');
    // Whoever looks before the night does not see what no longer holds; two days of work are not enough to compare.
    expect(lastWeek()).toBeUndefined();
    await night('2026-03-18');
    expect(week()).toMatchObject({ asOf: '2026-03-15', stale: false, records: 3 });
    expect(week().total).toBeGreaterThan(closed.total ?? 100);
    expect(kept('day', '2026-03-12')).toMatchObject({ stale: false, records: 1 });
    // What was posted stays as it was posted.
    expect(outboxOf(bot)).toEqual(before.posted);
    expect(bot.workspace.read((db) => db.select().from(board).all())).toEqual(before.boards);
  });

  it('takes the book as it was, which only today knows now', async () => {
    await closeWeek();
    const { book } = week().facts;
    await bot.say('li', '/followup 电话联系蓝天贸易，谈了合同，意向A，周五签约');
    await bot.say('li', '/followup 上周四微信联系远航物流，发了案例，意向C，周五回电');
    await night('2026-03-18');
    expect(week().facts.book).toEqual(book);
  });

  it('is closed again after a correction and after it is taken back', async () => {
    await closeWeek();
    const total = week().total ?? 0;
    await bot.say('li', '/followup 今天微信联系远航物流，发了案例，意向C，周五回电');
    const { id } = lastFollowup(bot);
    const form = await bot.press('li', { command: 'followup', verb: 'fix', args: { id } });
    await bot.submit(
      'li',
      { command: 'followup', verb: 'fixed', args: { id } },
      filled(form, { occurredDay: '2026-03-12', occurredTime: '' }),
    );
    expect(lastFollowup(bot).day).toBe('2026-03-12');
    await night('2026-03-18');
    expect(week()).toMatchObject({ stale: false, records: 3 });
    bot.now += MINUTE;
    await bot.press('li', { command: 'followup', verb: 'undo', args: { id } });
    await night('2026-03-19');
    expect(week()).toMatchObject({ stale: false, records: 2 });
    expect(week().total).toBeCloseTo(total, 9);
  });
});

it('a board measures gains against what those scores are now, of whom they changed and of nobody else', async () => {
  await bot.say('wang', '/followup 电话联系星河科技李总，谈了报价，意向B，周五回访');
  await closeWeek();
  await bot.workspace.write((db) => {
    db.update(score).set({ total: 99, provisional: false }).where(eq(score.period, 'week')).run();
  });
  const previous = () =>
    bot.workspace.read((db) => {
      const team = findTeam(db, 1);
      if (team === undefined) throw new Error('no team');
      const rows = standingRows(db, team, 'week', bot.now);
      const of = (user: string) => rows.find((row) => row.memberId === idOf(bot, user))?.previous;
      return [of('li'), of('wang')];
    });
  expect(previous()).toEqual([[99], [99]]);
  await bot.say('li', '/followup 上周四微信联系远航物流，发了案例，意向C，周五回电');
  expect(week().stale).toBe(true);
  expect(previous()).toEqual([[], [99]]);
  await night('2026-03-18');
  expect(previous()).toEqual([[], [99]]);
});

it('a closed month is closed again after a deal that was closed in it, and after that is taken back', async () => {
  await closeWeek();
  for (const day of ['2026-03-31', '2026-04-01']) await night(day);
  bot.now = shanghai('2026-04-01T10:00');
  const month = () => kept('month', '2026-03-01');
  expect(month()).toMatchObject({ asOf: '2026-03-31', stale: false });
  expect(month().facts.closed.won).toBe(0);
  const won = await bot.say('li', '/won 晨光科技 3万 昨天签的');
  await night('2026-04-02');
  expect(month()).toMatchObject({ stale: false });
  expect(month().facts.closed.won).toBe(1);
  bot.now += 5 * MINUTE;
  const [reply] = won;
  const actions =
    reply?.kind === 'card'
      ? reply.card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []))
      : [];
  const undo = actions.find(({ intent }) => intent.verb === 'undo')?.intent;
  if (undo === undefined) throw new Error(JSON.stringify(won));
  await bot.press('li', undo);
  await night('2026-04-03');
  expect(month()).toMatchObject({ stale: false });
  expect(month().facts.closed.won).toBe(0);
});
