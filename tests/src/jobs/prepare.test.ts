// The scores of a post are there before it is due, and are what the post would have computed.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MINUTE } from '../../../src/domain/time.ts';
import { prepareBoards } from '../../../src/jobs/prepare.ts';
import { standingRows } from '../../../src/store/gains.ts';
import { score } from '../../../src/store/schema/index.ts';
import { changeTeam, findTeam } from '../../../src/store/team.ts';
import { type TestBot, testBot } from '../../support/bot.ts';

const at = (clock: string): number => Date.parse(`2026-03-11T${clock}:00+08:00`);

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  for (const line of ['/followup 华星 电话 聊得不错', '/followup 远山 微信 发了资料']) {
    await bot.say('li', line);
  }
});
afterEach(async () => {
  await bot.close();
});

const standings = (now: number) =>
  bot.workspace.read((db) => {
    const team = findTeam(db, 1);
    if (team === undefined) throw new Error('no team');
    return standingRows(db, team, 'day', now);
  });

const kept = () =>
  bot.workspace
    .read((db) => db.select().from(score).all())
    .filter(({ period, asOf, stale }) => period !== 'month' && asOf === '2026-03-11' && !stale);

it('computes nothing long before a post, and nothing once it is due', async () => {
  expect(await prepareBoards(bot.workspace, at('18:10'))).toBe(0);
  expect(await prepareBoards(bot.workspace, at('18:30'))).toBe(0);
  expect(kept()).toEqual([]);
});

it('computes each seller’s day and week once, and again what changes meanwhile', async () => {
  const sellers = standings(at('18:20')).filter((row) => row.seller).length;
  expect(sellers).toBeGreaterThan(1);
  expect(await prepareBoards(bot.workspace, at('18:20'))).toBe(2 * sellers);
  expect(kept()).toHaveLength(2 * sellers);
  expect(await prepareBoards(bot.workspace, at('18:21'))).toBe(0);
  bot.now = at('18:22');
  await bot.say('li', '/followup 晨光 拜访 有意向');
  expect(await prepareBoards(bot.workspace, at('18:23'))).toBe(2);
});

it('keeps what the post would have computed, until the post', async () => {
  const computed = standings(at('18:20'));
  await prepareBoards(bot.workspace, at('18:20'));
  expect(standings(at('18:20') + MINUTE)).toEqual(computed);
  const held = kept().map(({ memberId, computedAt }) => [memberId, computedAt]);
  standings(at('18:30'));
  expect(kept().map(({ memberId, computedAt }) => [memberId, computedAt])).toEqual(held);
});

it('leaves a team alone that posts nothing', async () => {
  await bot.workspace.write((db) => {
    changeTeam(db, 1, { posts: false });
  });
  expect(await prepareBoards(bot.workspace, at('18:20'))).toBe(0);
});
