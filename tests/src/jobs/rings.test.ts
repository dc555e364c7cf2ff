// What admins learn weekly of small groups that mostly thank each other: with the numbers, once a month, never blocked.
import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../src/domain/time.ts';
import { rings } from '../../../src/jobs/rings.ts';
import { tick } from '../../../src/jobs/tick.ts';
import { outboxOf } from '../../support/book.ts';
import { botPerTest, cardOf, textOf } from '../../support/bot.ts';
import { change, toldTo } from '../../support/recognition.ts';
import { thanked } from '../../support/thanks.ts';

const OTHERS = Array.from({ length: 14 }, (_, n) => `成员${n}`);
const bot = botPerTest([
  { user: 'ann', name: '安然', role: 'admin' },
  { user: 'amy', name: 'Amy', role: 'admin', locale: 'en', team: 1 },
  { user: 'mei', name: '梅琳', role: 'manager' },
  ...['李雷', '王芳', '赵敏'].map((name) => ({ user: name, name })),
  { user: 'dan', name: 'Dan Fox', team: 1 },
  ...OTHERS.map((name) => ({ user: name, name })),
]);
const MONDAY = Date.parse('2026-03-16T09:30:00+08:00');
const WEEK = 7 * 24 * HOUR;
const never = (error: unknown): void => {
  throw error;
};
const told = async (now = MONDAY, user = 'ann') => {
  await tick(bot.workspace, [rings], now, never);
  return toldTo(bot, user);
};
const pair = async (a: string, b: string, day = '2026-03-10') => {
  await thanked(bot, [a, b], day, { times: 5 });
  await thanked(bot, [b, a], day, { times: 4 });
};

it('says nothing where there is none', async () => {
  await thanked(bot, ['李雷', '王芳'], '2026-03-10', { times: 9 });
  await thanked(bot, ['王芳', '赵敏'], '2026-03-10', { times: 9 });
  expect(await told()).toEqual([]);
});

it('tells the admins alone, with the numbers and without blame', async () => {
  await pair('李雷', '王芳');
  await thanked(bot, ['李雷', '赵敏'], '2026-03-10', { times: 3 });
  await thanked(bot, ['赵敏', 'Dan Fox'], '2026-03-10');
  const [text = ''] = await told();
  expect(text).toBe(
    [
      '小范围内的互相表扬',
      '这条只有管理员能看到。天天共事的人本来就该互相感谢，很可能就是这样：没有拦下任何表扬，也没有告诉其他人。如果不是，友好地问一句就好。',
      '李雷和王芳',
      '李雷：8 次中有 5 次（63%）',
      '王芳：4 次中有 4 次（100%）',
      '小组内 2 个方向中有 2 个是相互的；全员的相互比例为 50%。',
      '两到四人，每人 30 天内至少表扬 4 次，其中至少 60% 给了组内的人。重复的表扬本来就会打折：30 天内给同一个人的第 n 次只算 1/n。',
    ].join('\n'),
  );
  expect(toldTo(bot, 'amy')[0]).toContain('李雷: 5 of 8 thanks (63%)');
  expect(outboxOf(bot).map(({ target }) => target.kind === 'person' && target.user)).toEqual([
    'ann',
    'amy',
  ]);
});

it('goes across teams, and through three', async () => {
  await thanked(bot, ['李雷', 'Dan Fox'], '2026-03-10', { times: 4 });
  await thanked(bot, ['Dan Fox', '赵敏'], '2026-03-10', { times: 4 });
  await thanked(bot, ['赵敏', '李雷'], '2026-03-10', { times: 4 });
  expect((await told())[0]).toContain('小组内 3 个方向中有 0 个是相互的');
});

describe('the same ring', () => {
  it('is not told again within thirty days, and then it is', async () => {
    for (const day of ['2026-03-10', '2026-04-08']) await pair('李雷', '王芳', day);
    for (let week = 0; week <= 4; week += 1) await told(MONDAY + week * WEEK);
    expect(toldTo(bot, 'ann')).toHaveLength(1);
    await told(MONDAY + 5 * WEEK);
    expect(toldTo(bot, 'ann')).toHaveLength(2);
  });

  it('does not keep another one from being told', async () => {
    await pair('李雷', '王芳');
    await told();
    await pair('赵敏', 'Dan Fox', '2026-03-17');
    expect((await told(MONDAY + WEEK)).at(-1)).toContain('赵敏');
    expect(toldTo(bot, 'ann').at(-1)).not.toContain('李雷');
  });
});

it('is not told of who has left, nor of thanks older than thirty days or taken back', async () => {
  await pair('李雷', '王芳');
  await change(bot, '王芳', { leftOn: '2026-03-13' });
  await pair('赵敏', 'Dan Fox', '2026-02-10');
  expect(await told()).toEqual([]);
});

it('is five groups at once, and the others the week after', async () => {
  for (let n = 0; n < 14; n += 2) await pair(OTHERS[n] ?? '', OTHERS[n + 1] ?? '');
  expect((await told())[0]).toContain('… 还有 2 组，下周再告诉你。');
  const [, later = ''] = await told(MONDAY + WEEK);
  expect(later.match(/小组内/gu)).toHaveLength(2);
});

it('blocks nobody', async () => {
  await pair('李雷', '王芳');
  await told();
  bot.now = MONDAY;
  const text = textOf(cardOf(await bot.say('李雷', '/kudos @王芳 昨晚陪我改完晨光科技的报价')));
  expect(text).toContain('已表扬王芳');
  expect(outboxOf(bot).some(({ key }) => key.startsWith('kudos:'))).toBe(true);
});
