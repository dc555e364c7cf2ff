// /goal: what is shown to whom, who sets what, and from when it holds.
import { describe, expect, it } from 'vitest';
import { localeFor } from '../../../src/locales/index.ts';
import { goalOf } from '../../../src/store/goal.ts';
import { addLeave } from '../../../src/store/member.ts';
import { audit, goal } from '../../../src/store/schema/index.ts';
import { writeSetting } from '../../../src/store/setting.ts';
import { memberOf } from '../../support/book.ts';
import { botPerTest, cardOf, intentOf, textOf } from '../../support/bot.ts';
import { change, toldTo, wonBefore } from '../../support/recognition.ts';

const bot = botPerTest();
const said = async (user: string, line: string) => textOf(cardOf(await bot.say(user, line)));
const goals = () => bot.workspace.read((db) => db.select().from(goal).all());

describe('shown', () => {
  it('says how to set one to who may, and whom to ask to all others', async () => {
    expect(await said('mei', '/goal')).toBe(
      '2026年3月目标\n本月还没有设目标。 设目标：/goal 团队 500万 或 /goal @王芳 30万',
    );
    expect(await said('li', '目标')).toBe(
      '2026年3月目标\n本月还没有设目标。 你本月还没有个人目标。 由经理用 /goal 设置。',
    );
  });

  it('shows the team’s and one’s own, with the pace and what would reach it', async () => {
    await bot.say('mei', '/goal 团队 500万');
    await bot.say('mei', '/goal @李雷 30万');
    await wonBefore(bot, '李雷', '2026-03-05', 60_000);
    await wonBefore(bot, '王芳', '2026-03-06', 2_940_000);
    await wonBefore(bot, '王芳', '2026-02-27', 900_000);
    // The 11th is the 8th of 22 working days.
    expect(await said('li', '/goal')).toBe(
      [
        '2026年3月目标',
        '团队：华东一部 ¥3,000,000 / ¥5,000,000（60%）',
        '今天是第 8 个工作日，本月共 22 个。 进度是应有进度的 165%，保持住。',
        '你 ¥60,000 / ¥300,000（20%）',
        '今天是第 8 个工作日，本月共 22 个。 进度是应有进度的 55%；剩下 14 个工作日，每天成交 ¥17,143 就能完成。',
      ].join('\n'),
    );
    expect(await said('wang', '/goal')).not.toContain('300,000');
  });

  it('shows managers all goals of their team', async () => {
    await bot.say('mei', '/goal @李雷 30万');
    await wonBefore(bot, '李雷', '2026-03-05', 300_000);
    expect(await said('mei', '/goal')).toContain('李雷 | ¥300,000 | ¥300,000 | 100%');
    expect(await said('li', '/goal')).toContain('已完成，恭喜！');
  });

  it('takes one’s own leave out of the working days', async () => {
    const { id } = memberOf(bot, '李雷');
    await bot.say('mei', '/goal @李雷 30万');
    await bot.workspace.write((db) => {
      for (const day of ['2026-03-09', '2026-03-10', '2026-03-08']) addLeave(db, id, day);
    });
    expect(await said('li', '/goal')).toContain('今天是第 6 个工作日，本月共 20 个。');
  });

  it('names what has no rate, and adds up what has', async () => {
    await bot.say('mei', '/goal 团队 500万');
    await wonBefore(bot, '王芳', '2026-03-06', 1000, 'USD');
    expect(await said('li', '/goal')).toContain('US$1,000 没有汇率，未计入。');
    await bot.workspace.write((db) => writeSetting(db, 'rates', { 'USD:CNY': 7 }));
    const text = await said('li', '/goal');
    expect(text).toContain('¥7,000 / ¥5,000,000');
    expect(text).not.toContain('没有汇率');
  });
});

describe('set', () => {
  it('from this month on, until it is set again', async () => {
    expect(await said('mei', '/goal 团队 500万')).toContain(
      '目标已设：团队：华东一部，从2026年3月起每月 ¥5,000,000',
    );
    bot.now = Date.parse('2026-05-06T10:00:00+08:00');
    await bot.say('mei', '/goal team 600万');
    const of = (day: string) =>
      bot.workspace.read((db) => goalOf(db, { teamId: 1, memberId: 0 }, day))?.minor;
    expect(of('2026-02-28')).toBeUndefined();
    expect(of('2026-03-01')).toBe(500_000_000);
    expect(of('2026-04-30')).toBe(500_000_000);
    expect(of('2026-05-01')).toBe(600_000_000);
    await bot.say('mei', '/goal 团队 取消');
    expect(of('2026-06-01')).toBeUndefined();
    expect(of('2026-04-30')).toBe(500_000_000);
  });

  it('tells the member, in their language, and leaves a trail', async () => {
    await bot.say('mei', '/goal @Bob Stone 30万');
    bot.now += 1;
    await bot.say('mei', '/goal 30万5千 @Bob Stone');
    bot.now += 1;
    await bot.say('mei', '/goal @Bob Stone 取消');
    expect(toldTo(bot, 'bob').map((text) => text.split('\n')[0])).toEqual([
      '梅琳 set your goal: CN¥300,000 a month from March 2026 on',
      '梅琳 set your goal: CN¥305,000 a month from March 2026 on',
      '梅琳 took your goal away from March 2026 on',
    ]);
    const trail = bot.workspace.read((db) => db.select().from(audit).all());
    expect(trail.map(({ action, subject, after }) => [action, subject, after])).toEqual([
      ['goal.set', 'member:5', { month: '2026-03-01', minor: 30_000_000, currency: 'CNY' }],
      ['goal.set', 'member:5', { month: '2026-03-01', minor: 30_500_000, currency: 'CNY' }],
      ['goal.set', 'member:5', null],
    ]);
    expect(await said('ann', '/settings 审计')).toContain('设置目标');
  });

  it('the same again changes nothing and says so', async () => {
    await bot.say('mei', '/goal @李雷 30万');
    expect(await said('mei', '/goal @李雷 300000')).toContain('本来就是这样');
    expect(await said('mei', '/goal @王芳 取消')).toContain('本来就没有目标');
    expect(goals()).toHaveLength(1);
    expect(bot.workspace.read((db) => db.select().from(audit).all())).toHaveLength(1);
  });

  it('runs every example it shows', async () => {
    for (const line of localeFor('zh').t.goal.examples) {
      expect(cardOf(await bot.say('mei', line)).tone).toBe('neutral');
    }
    await change(bot, 'Dan Fox', { role: 'manager', name: 'Bob' });
    for (const line of localeFor('en').t.goal.examples) {
      expect(cardOf(await bot.say('dan', line)).tone).toBe('neutral');
    }
  });

  it('leads to the goals', async () => {
    const card = cardOf(await bot.say('mei', '/goal 团队 500万'));
    expect(textOf(cardOf(await bot.press('mei', intentOf(card, '查看目标'))))).toContain(
      '5,000,000',
    );
  });

  it.each([
    ['li', '/goal 团队 500万', '只有经理和管理员'],
    ['li', '/goal @李雷 500万', '只有经理和管理员'],
    ['mei', '/goal @Dan Fox 30万', '此人不在你的团队'],
    ['mei', '/goal 30万', '设谁的目标？团队的写 /goal 团队 500万，个人的写 /goal @王芳 30万'],
    ['mei', '/goal 团队', '金额是多少？例如：/goal 团队 500万'],
    ['mei', '/goal 团队 很多', '金额是多少'],
    ['mei', '/goal 团队 400-500万', '拿不准'],
    ['mei', '/goal 团队 约500万', '拿不准'],
    ['mei', '/goal 团队 -5万', '拿不准'],
    ['mei', '/goal 团队 500万 下个月', '拿不准'],
    ['mei', '/goal 团队 $5000', '团队按CNY计算'],
    ['mei', '/goal @没有这人 30万', '没有叫'],
  ])('%s is refused %s with what to type', async (user, line, sentence) => {
    expect(await said(user, line)).toContain(sentence);
    expect(goals()).toEqual([]);
  });

  it('of somebody without a team is refused with where to put them', async () => {
    await change(bot, '王芳', { teamId: null });
    expect(await said('ann', '/goal @王芳 30万')).toContain('/settings member @王芳 team');
    expect(goals()).toEqual([]);
  });

  it('is for admins in every team, by its own currency', async () => {
    expect(await said('ann', '/goal @Dan Fox 3万')).toContain('$30,000');
    expect(goals()).toMatchObject([{ teamId: 2, targetMinor: 3_000_000, currency: 'USD' }]);
  });
});
