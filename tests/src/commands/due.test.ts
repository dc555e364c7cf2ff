// What is due, what was done, who is next; and ticking a step off or putting it off.
import { describe, expect, it } from 'vitest';
import { partText } from '../../../src/cards/when.ts';
import { HOUR } from '../../../src/domain/time.ts';
import { localeFor } from '../../../src/locales/index.ts';
import { addHandoff } from '../../../src/store/handoff.ts';
import { addLead } from '../../../src/store/lead.ts';
import { actionsOf, botPerTest, cardOf, intentOf, textOf, WEDNESDAY } from '../../support/bot.ts';
import { idOf, said, steps } from '../state.ts';
import { DAYPARTS_OF_THE_PARSER, parsedPart } from './dayparts.ts';

const DAY = 24 * HOUR;

const bot = botPerTest();

const lead = (customerId: number, assignedAt: number, assignedOn: string) =>
  bot.workspace.write((db) => {
    addLead(db, {
      customerId,
      memberId: 3,
      kind: 'inbound',
      source: '官网',
      assignedAt,
      assignedOn,
    });
  });

describe('with nothing to do', () => {
  it.each([
    ['due', '没有待跟进的事项', 'Nothing is due'],
    ['list', '还没有跟进记录', 'No follow-ups yet'],
    ['next', '没有客户在等你', 'Nobody is waiting'],
  ])('%s says so kindly in both languages', async (word, zh, en) => {
    expect(said(await bot.say('li', `/followup ${word}`))).toContain(zh);
    expect(said(await bot.say('bob', `/followup ${word}`))).toContain(en);
  });
});

describe('due', () => {
  it('lists overdue first with the days late, then today, then what is coming', async () => {
    await bot.say('li', '/followup 电话联系晨光科技，谈了方案，周四下午3点演示');
    await bot.say('li', '/followup 拜访华星电子，谈了预算，周五下午回电');
    await bot.say('li', '/followup 邮件联系远航物流，发了案例，下周二去拜访');
    bot.now = Date.parse('2026-03-13T08:30:00+08:00');
    const card = cardOf(await bot.say('li', '/待跟进'));
    const text = textOf(card);
    expect(text).toMatch(/晨光科技 \| 演示 \| 逾期 1 天\n华星电子 \| .+ \| 今天 下午\n/u);
    expect(text).toMatch(/接下来[\s\S]*远航物流 \| 拜访 \| 3月17日周二/u);
    expect(card.summary).toContain('待跟进 2 项，其中逾期 1 项');
    expect(card.tone).toBe('warning');
    // An afternoon was promised, no hour.
    expect(text).not.toContain('14:00');
    expect(said(await bot.say('wang', '/followup due'))).toContain('没有待跟进的事项');
  });

  it('shows ten of many, counts the rest, and has buttons for five', async () => {
    for (let i = 0; i < 12; i++) {
      await bot.say(
        'li',
        `/followup 电话联系客户${'甲乙丙丁戊己庚辛壬癸子丑'[i]}公司，谈了方案，周四回电`,
      );
      bot.now += HOUR / 60;
    }
    bot.now = WEDNESDAY + DAY;
    const card = cardOf(await bot.say('li', '/followup due'));
    expect(textOf(card)).toContain('还有 2 项');
    expect(actionsOf(card)).toHaveLength(10);
    expect(card.summary).toContain('12');
  });

  it('shows leads that wait with their working hours, and does not say all is well', async () => {
    await bot.say('li', '/followup 电话联系晨光科技，谈了方案');
    // 11:00 to 14:00 are two working hours.
    await lead(1, WEDNESDAY + HOUR, '2026-03-11');
    bot.now = WEDNESDAY + 4 * HOUR;
    const waiting = cardOf(await bot.say('li', '/followup due'));
    expect(textOf(waiting)).toContain('晨光科技 | 已等 2 小时');
    expect(textOf(waiting)).not.toContain('真棒');
    expect(waiting.summary).toContain('等待首次响应的线索 1');
  });

  it('after the lead was answered no longer shows it', async () => {
    await bot.say('li', '/followup 电话联系晨光科技，谈了方案');
    await lead(1, WEDNESDAY + HOUR, '2026-03-11');
    bot.now = WEDNESDAY + 2 * HOUR;
    await bot.say('li', '/followup 电话联系晨光科技，回复了官网的咨询');
    expect(said(await bot.say('li', '/followup due'))).not.toContain('已等');
  });
});

describe('list', () => {
  it('shows the newest ten with number, grade and whether they count', async () => {
    await bot.say('li', '/followup 电话联系晨光科技，谈了方案，意向B');
    await bot.say('li', '/followup 晨光科技，同意下周签合同');
    const card = cardOf(await bot.say('li', '/followup list'));
    expect(textOf(card)).toMatch(
      /晨光科技 #2 \| .*不计数.* \| –\n3月11日周三 \| 晨光科技 #1 \| 已沟通 \| B/u,
    );
    expect(intentOf(card, '修改')).toMatchObject({ verb: 'fix', args: { id: 2 } });
  });
});

describe('next', () => {
  it('names at most five, the most pressing first, each customer once and with its reason', async () => {
    await bot.say('li', '/followup 电话联系晨光科技，谈了方案，意向A，周四演示');
    await bot.say('li', '/followup 拜访华星电子，谈了预算，意向A');
    await bot.say('li', '/followup 邮件联系远航物流，发了案例，意向B');
    await bot.say('li', '/followup 微信联系金桥教育，聊了排课，意向E');
    await bot.say('li', '/followup 微信联系北辰软件，聊了接口，周五回电');
    await bot.say('wang', '/followup 拜访东方贸易，谈了报关，意向A');
    await bot.workspace.write((db) => {
      addHandoff(db, {
        customerId: 6,
        fromId: idOf4,
        toId: 3,
        note: '交接',
        noteCompleteness: 1_000_000,
        createdAt: WEDNESDAY,
        createdOn: '2026-03-11',
      });
    });
    await lead(3, WEDNESDAY + 7 * DAY, '2026-03-18');
    bot.now = Date.parse('2026-03-18T11:00:00+08:00');
    const text = said(await bot.say('li', '/followup next'));
    const rows = text.split('\n').filter((line) => line.includes(' | '));
    expect(rows.slice(1)).toEqual([
      '远航物流 | 新线索，已等首次响应 1 小时',
      '东方贸易 | 同事交接给你，等你确认',
      '晨光科技 | 演示，已逾期 6 天',
      expect.stringMatching(/^北辰软件 \| .+，已逾期 5 天$/u),
      '华星电子 | 意向 A，已 7 天未联系',
    ]);
    expect(text).not.toContain('金桥教育');
  });
  const idOf4 = 4;
});

describe('ticking off and putting off', () => {
  it('Done closes the step once', async () => {
    await bot.say('li', '/followup 电话联系晨光科技，谈了方案，周四演示');
    bot.now += DAY;
    const card = cardOf(await bot.say('li', '/followup due'));
    const done = intentOf(card, '已完成');
    expect(said(await bot.press('li', done))).toContain('已完成：晨光科技');
    expect(steps(bot)).toMatchObject([{ doneAt: bot.now, doneBy: null }]);
    expect(said(await bot.press('li', done))).toContain('已经失效');
    expect(said(await bot.say('li', '/followup due'))).toContain('没有待跟进的事项');
  });

  it('Next working day skips the weekend and forgets the hour', async () => {
    await bot.say('li', '/followup 电话联系晨光科技，谈了方案，周五下午3点演示');
    bot.now = Date.parse('2026-03-13T09:00:00+08:00');
    const card = cardOf(await bot.say('li', '/followup due'));
    const text = said(await bot.press('li', intentOf(card, '改到下个工作日')));
    expect(text).toContain('已改期：晨光科技，3月16日周一');
    expect(steps(bot)).toMatchObject([{ dueOn: '2026-03-16', dueTime: null, precision: 'day' }]);
  });

  it('the team’s own days off are skipped as well', async () => {
    await bot.workspace.write((db) => {
      db.run("insert into team_day (team_id, day, kind) values (1, '2026-03-12', 'off')");
    });
    await bot.say('li', '/followup 电话联系晨光科技，谈了方案，今天下午回电');
    await bot.press('li', { command: 'followup', verb: 'snooze', args: { step: 1 } });
    expect(steps(bot)[0]?.dueOn).toBe('2026-03-13');
  });
});

describe('parts of the day', () => {
  it.each(DAYPARTS_OF_THE_PARSER)(
    '%s is shown as a part of the day, not as an hour',
    (line, zh, en) => {
      const step = parsedPart(line);
      expect(step.precision).toBe('daypart');
      expect(partText(localeFor('zh'), step)).toBe(zh);
      expect(partText(localeFor('en'), step)).toBe(en);
    },
  );
});

it('every member sees their own', async () => {
  await bot.say('li', '/followup 电话联系星海公司，谈了方案，周四演示');
  bot.now += DAY;
  expect(idOf(bot, 'li')).toBe(3);
  for (const word of ['due', 'list', 'next']) {
    expect(said(await bot.say('wang', `/followup ${word}`))).not.toContain('星海公司');
    expect(said(await bot.say('mei', `/followup ${word}`))).not.toContain('星海公司');
  }
});
