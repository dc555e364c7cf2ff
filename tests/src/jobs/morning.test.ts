// The morning list: private, in one's own language, and only when there is something to do.
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { morning } from '../../../src/jobs/morning.ts';
import { tick } from '../../../src/jobs/tick.ts';
import { addLeave, changeMember } from '../../../src/store/member.ts';
import { identity } from '../../../src/store/schema/index.ts';
import { botPerTest, textOf } from '../../support/bot.ts';
import { outboxOf } from '../state.ts';

const bot = botPerTest();

const shanghai = (text: string): number => Date.parse(`${text}:00+08:00`);

const tickAt = (now: number) =>
  tick(bot.workspace, [morning], now, (error) => {
    throw error;
  });

const keys = () => outboxOf(bot).map(({ key }) => key);

it('reaches whoever has something due or overdue, in their language, and nobody else', async () => {
  await bot.say('li', '/followup 电话联系晨光科技，谈了方案，周四下午3点演示');
  await bot.say('bob', '/followup Called Acme Corp about the contract, call back Thursday');
  await bot.say('wang', '/followup 拜访华星电子，谈了预算，周五回电');
  await tickAt(shanghai('2026-03-12T08:59'));
  expect(keys()).toEqual([]);
  await tickAt(shanghai('2026-03-12T09:00'));
  const sent = outboxOf(bot);
  expect(sent.map(({ target }) => target)).toEqual([
    { kind: 'person', platform: 'test', tenant: 't1', user: 'bob' },
    { kind: 'person', platform: 'test', tenant: 't1', user: 'li' },
  ]);
  const [bob, li] = sent.map(({ card }) => textOf(card));
  expect(bob).toMatch(/Good morning: what is due today\n[\s\S]*Acme Corp \| call \| today\n/u);
  expect(li).toMatch(/早上好[\s\S]*晨光科技 \| 演示 \| 今天 15:00\n/u);
  expect(sent[1]?.card.summary).toContain('早上好');
  await tickAt(shanghai('2026-03-12T09:01'));
  expect(keys()).toHaveLength(2);
});

it('is not sent on leave, when it is not wanted, or to who cannot be reached', async () => {
  for (const [user, customer] of [
    ['li', '晨光科技'],
    ['wang', '华星电子'],
    ['mei', '远航物流'],
    ['bob', '金桥教育'],
  ] as const) {
    await bot.say(user, `/followup 电话联系${customer}，谈了方案，周四回电`);
  }
  await bot.workspace.write((db) => {
    addLeave(db, 3, '2026-03-12');
    changeMember(db, 4, { morning: false });
    changeMember(db, 5, { leftOn: '2026-03-11' });
    db.delete(identity).where(eq(identity.memberId, 2)).run();
  });
  await tickAt(shanghai('2026-03-12T09:00'));
  expect(keys()).toEqual([]);
  // Back from leave, what was missed is overdue.
  await tickAt(shanghai('2026-03-13T09:00'));
  expect(keys()).toEqual(['morning:3:2026-03-13']);
  expect(textOf(outboxOf(bot)[0]?.card ?? never())).toContain('逾期 1 天');
});

const never = (): never => {
  throw new Error('nothing was sent');
};

it('does not come on days off, nor once it is done', async () => {
  await bot.say('li', '/followup 电话联系晨光科技，谈了方案，周六回电');
  await bot.say('wang', '/followup 电话联系华星电子，谈了方案，周六回电');
  await tickAt(shanghai('2026-03-14T09:00'));
  expect(keys()).toEqual([]);
  bot.now = shanghai('2026-03-15T20:00');
  await bot.say('wang', '/followup 电话联系华星电子，确认了下周的安排');
  await tickAt(shanghai('2026-03-16T09:00'));
  expect(keys()).toEqual(['morning:3:2026-03-16']);
});
