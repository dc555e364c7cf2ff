// What recognition costs a follow-up that is nothing to celebrate: two statements at most.
import { expect, it } from 'vitest';
import { watchStatements } from '../../../bench/statements.ts';
import { botPerTest } from '../../support/bot.ts';
import { change } from '../../support/recognition.ts';

const bot = botPerTest();
/** The same kind of line on two customers each day; the same words again would not count. */
const DAYS = [
  ['谈了方案和价格', '看了产线和库房'],
  ['问了预算和审批', '约了技术负责人'],
  ['聊了竞品的报价', '说了培训的安排'],
] as const;

/** How many statements it takes to record a line. */
const statementsOf = async (line: string): Promise<number> => {
  const watch = watchStatements();
  try {
    await bot.say('li', line);
    return watch.seen().reduce((sum, { times }) => sum + times, 0);
  } finally {
    watch.stop();
  }
};

/** How many statements each line of the days takes, of somebody who sells or not. */
const costOf = async (seller: boolean): Promise<number[]> => {
  await bot.restart([{ user: 'li', name: '李雷' }]);
  await change(bot, '李雷', { seller });
  const counts: number[] = [];
  for (const [a, b] of DAYS) {
    counts.push(await statementsOf(`/followup 电话联系晨光科技张总，${a}`));
    counts.push(await statementsOf(`/followup 电话联系华星电子李总，${b}`));
    bot.now += 24 * 60 * 60_000;
  }
  return counts;
};

it('takes two for the first follow-up of a day, and one for those after it', async () => {
  // Nothing is looked for at somebody who does not sell: that is what it costs without.
  const [plain, cost] = [await costOf(false), await costOf(true)];
  expect(plain[0]).toBeGreaterThan(10);
  expect(cost.map((count, n) => count - (plain[n] ?? 0))).toEqual([2, 1, 2, 1, 2, 1]);
});
