// Thanks among colleagues through the public door: who, why, how much; posted, told, and taken back.
import { afterEach, describe, expect, it } from 'vitest';
import type { Platform } from '../../../src/chat/platform.ts';
import { MINUTE } from '../../../src/domain/time.ts';
import { sendDue } from '../../../src/jobs/sender.ts';
import { kudosOn, receiptsBy } from '../../../src/store/kudos-lists.ts';
import { changeMember } from '../../../src/store/member.ts';
import { balanceOf } from '../../../src/store/points.ts';
import { kudos, kudosReceiver, posting } from '../../../src/store/schema/index.ts';
import { changeTeam } from '../../../src/store/team.ts';
import { mailOf, memberOf, outboxOf } from '../../support/book.ts';
import { actionsOf, botPerTest, cardOf, formOf, intentOf, textOf } from '../../support/bot.ts';

const WHY = '昨晚陪我改完晨光科技的报价';
const WHY_EN = 'You stayed late to fix the Acme quote';

const bot = botPerTest();
/** The ledger as a whole, whatever happened. */
afterEach(() => {
  const rows = bot.workspace.read((db) => db.select().from(posting).all());
  expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
});

const said = async (user: string, line: string) => textOf(cardOf(await bot.say(user, line)));
const rows = () => bot.workspace.read((db) => db.select().from(kudos).all());
const pointsOf = (name: string) =>
  bot.workspace.read((db) => balanceOf(db, `member:${memberOf(bot, name).id}`));
const posts = () => outboxOf(bot).filter(({ target }) => target.kind === 'channel');
const teamIs = (values: Parameters<typeof changeTeam>[2]) =>
  bot.workspace.write((db) => changeTeam(db, 1, values));
const memberIs = (name: string, values: Parameters<typeof changeMember>[2]) => {
  const { id } = memberOf(bot, name);
  return bot.workspace.write((db) => changeMember(db, id, values));
};

/** Sends all that is due, on a platform that can or cannot change what it posted. */
const send = async (canReplace = true) => {
  const seen: string[] = [];
  const platform: Platform = {
    name: 'test',
    capabilities: {
      ephemeral: true,
      forms: true,
      replace: canReplace,
      mentions: true,
      chart: true,
      maxBytes: 10_000,
      answerWithinMs: 3_000,
      idempotentPost: true,
    },
    post: async (_target, card, key) => {
      seen.push(`post ${key}: ${card.title}`);
      return `m:${key}`;
    },
    replace: async (message, card) => {
      seen.push(`replace ${message}: ${card.title}`);
    },
    profile: async () => ({ name: '' }),
    members: async () => [],
  };
  for (;;) {
    const { next } = await sendDue(
      bot.workspace,
      new Map([['test', platform]]),
      () => bot.now,
      () => 0.5,
    );
    if (next === null) return seen;
    bot.now = Math.max(bot.now, next);
  }
};

describe('thanking', () => {
  it('is posted in the team’s language, told to the receiver in theirs, confirmed to the giver', async () => {
    const card = cardOf(await bot.say('li', `/kudos @Bob Stone ${WHY} #客户第一`));
    expect(textOf(card)).toBe(
      [
        '已表扬Bob Stone',
        WHY,
        '#客户第一',
        '用了今天的 1 积分，还剩 4。每天更新，用不完不累积。',
        '已发到团队群。',
        '10 分钟内可以撤销。',
        '[撤销]',
      ].join('\n'),
    );
    expect(posts().map((row) => [row.target, textOf(row.card)])).toEqual([
      [
        { kind: 'channel', platform: 'test', tenant: 't1', channel: 'east' },
        `李雷表扬了Bob Stone\n${WHY}\n#客户第一`,
      ],
    ]);
    expect(mailOf(bot, 'bob').map((row) => textOf(row.card))).toEqual([
      [
        '李雷 thanks you',
        WHY,
        '#客户第一',
        '+1 point.',
        'Your colleagues see it in the team’s channel.',
        '[My points]',
      ].join('\n'),
    ]);
    expect(pointsOf('Bob Stone')).toBe(1000);
    expect(rows()).toMatchObject([
      { reason: WHY, value: '客户第一', points: 1000, day: '2026-03-11', teamId: 1 },
    ]);
  });

  it.each([
    [`/表扬 @王芳 ${WHY}`, ['王芳'], 1],
    [`/kudos 王芳 ${WHY}`, ['王芳'], 1],
    [`/kudos 王芳、梅琳 ${WHY}`, ['王芳', '梅琳'], 1],
    [`/kudos @王芳 @Bob Stone ${WHY} +2`, ['王芳', 'Bob Stone'], 2],
    [`/kudos @王芳、@梅琳和@安然 ${WHY}`, ['王芳', '梅琳', '安然'], 1],
    [`/kudos @王芳 @王芳 ${WHY} +5`, ['王芳'], 5],
    [`/kudos @dan ${WHY_EN}`, ['Dan Fox'], 1],
  ])('%s', async (line, names, each) => {
    await bot.say('li', line);
    const [row] = rows();
    expect(row?.reason).toBe(line.includes('Acme') ? WHY_EN : WHY);
    const received = bot.workspace.read((db) => db.select().from(kudosReceiver).all());
    expect(received.map(({ memberId }) => memberId).sort()).toEqual(
      names.map((name) => memberOf(bot, name).id).sort(),
    );
    for (const name of names) expect(pointsOf(name)).toBe(each * 1000);
  });

  it('takes whom the platform resolved, bots and strangers apart', async () => {
    const person = (user: string) => ({ platform: 'test', tenant: 't1', user });
    const mentions = [
      { person: person('wang'), name: 'Fang' },
      { person: person('genjin'), name: 'Genjin' },
    ];
    const line = `/kudos @Fang @Genjin ${WHY}`;
    const refused = cardOf(await bot.ask('li', { kind: 'command', line, mentions }));
    expect(textOf(refused)).toContain('我不认识Genjin：可能是机器人');
    expect(rows()).toEqual([]);
    const good = { kind: 'command', line: `/kudos @Fang ${WHY}`, mentions: mentions.slice(0, 1) };
    await bot.ask('li', good as Parameters<typeof bot.ask>[1]);
    expect(pointsOf('王芳')).toBe(1000);
    expect(rows()[0]?.reason).toBe(WHY);
  });

  it('shows what was typed and obeys none of it', async () => {
    const reason = '*bold* <!channel> <at id=all></at> [x](http://x) 帮我改完了报价';
    await bot.say('li', `/kudos @王芳 ${reason}`);
    const [post] = posts();
    expect(post?.card.blocks[0]).toEqual({ kind: 'text', text: [reason] });
  });

  it('is posted once when it is typed in the very channel, and answered privately', async () => {
    const replies = await bot.say('li', `/kudos @王芳 ${WHY}`, 'channel');
    expect(replies).toMatchObject([{ kind: 'card', to: 'actor' }]);
    expect(posts().length).toBe(1);
  });

  it('counts a delivery that comes twice once', async () => {
    const line = `/kudos @王芳 ${WHY}`;
    const first = await bot.say('li', line, 'direct', 'd-1');
    expect(await bot.say('li', line, 'direct', 'd-1')).toEqual(first);
    expect(rows().length).toBe(1);
    expect(pointsOf('王芳')).toBe(1000);
  });
});

describe('refusing', () => {
  it('names everything that is wrong at once', async () => {
    await teamIs({ recognition: { values: ['客户第一', '坦诚'] } });
    await memberIs('Dan Fox', { leftOn: '2026-03-01' });
    const text = await said('li', '/kudos @李雷 @没有 @安然 辛苦啦 #客户第 +9');
    expect(text.split('\n')).toEqual([
      '还没有发出',
      '没有叫“@没有”的成员，请输入 @ 选择。',
      '不能表扬自己，请去掉自己的名字。',
      '原因太短，还差 7 个字。写写对方做了什么、带来了什么；数字、表情和重复的内容不算。',
      '#客户第 不在团队的价值观里，是不是 #客户第一？可选的有#客户第一和#坦诚。',
      '这次要用 18 积分，今天只剩 5。少点几个人，或少给一些。',
      '试试：',
      '/kudos @王芳 昨晚陪我改完晨光科技的报价，单子保住了',
    ]);
    expect(rows()).toEqual([]);
    expect(outboxOf(bot)).toEqual([]);
  });

  it.each([
    ['li', `/kudos ${WHY}`, '要表扬谁？'],
    ['li', '/kudos @王芳', '至少 10 个汉字（或 20 个字母）'],
    ['li', '/kudos @王芳 🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉', '至少 10 个汉字'],
    ['bob', '/kudos @王芳 thanks a lot', 'too short: 10 letters are missing'],
    ['bob', '/kudos @王芳 You stayed late to fix i', '1 letter is missing'],
    ['bob', '/kudos @王芳 帮我整理了客户资料', '1 character is missing'],
    ['li', `/kudos @王芳 ${WHY}${'！'.repeat(500)}`, '超过了 500 字'],
    ['li', `/kudos @王芳 ${WHY} +0`, '1 到 5 的整数'],
    ['li', `/kudos @王芳 ${WHY} +1.5`, '1 到 5 的整数'],
    ['li', `/kudos @王芳 +1 ${WHY} +2`, '1 到 5 的整数'],
    ['li', `/kudos @王芳 ${WHY} +6`, '这次要用 6 积分，今天只剩 5'],
    ['li', `/kudos @王芳 @梅琳 ${WHY} +3`, '这次要用 6 积分，今天只剩 5'],
    ['bob', `/kudos @Bob ${WHY_EN}`, 'You cannot thank yourself'],
  ])('%s: %s', async (user, line, sentence) => {
    expect(await said(user, line)).toContain(sentence);
    expect(rows()).toEqual([]);
    expect(outboxOf(bot)).toEqual([]);
  });

  it('refuses who has left, by mention and by name', async () => {
    await memberIs('王芳', { leftOn: '2026-03-01' });
    const mentions = [{ person: { platform: 'test', tenant: 't1', user: 'wang' }, name: '王芳' }];
    const line = `/kudos @王芳 ${WHY}`;
    const card = cardOf(await bot.ask('li', { kind: 'command', line, mentions }));
    expect(textOf(card)).toContain('王芳已离职');
    expect(await said('li', line)).toContain('没有叫“@王芳');
    expect(rows()).toEqual([]);
  });

  it('asks who is in no team to get into one', async () => {
    await memberIs('李雷', { teamId: null });
    expect(await said('li', `/kudos @王芳 ${WHY}`)).toContain('还没有加入团队');
  });
});

describe('the day’s budget', () => {
  it('is five, and new every day of the giver’s own zone', async () => {
    for (const left of [4, 3, 2, 1]) {
      expect(await said('li', `/kudos @王芳 ${WHY}`)).toContain(`还剩 ${left}`);
    }
    expect(await said('li', `/kudos @王芳 ${WHY}`)).toContain('今天的已用完');
    expect(await said('li', `/kudos @Bob ${WHY}`)).toContain('今天只剩 0。明天会有新的额度');
    // 23:59 in Shanghai is the same day, a minute later the next one.
    bot.now = Date.parse('2026-03-11T23:59:00+08:00');
    expect(await said('li', `/kudos @Bob ${WHY}`)).toContain('今天只剩 0');
    bot.now += MINUTE;
    expect(await said('li', `/kudos @Bob ${WHY}`)).toContain('还剩 4');
    // New York is still on the 11th, and unused points of the 10th are not added.
    expect(await said('dan', `/kudos @Bob ${WHY_EN}`)).toContain('4 are left');
    expect(rows().map(({ day }) => day)).toEqual([
      ...Array.from({ length: 5 }, () => '2026-03-11'),
      '2026-03-12',
      '2026-03-11',
    ]);
  });

  it('is the team’s own by role', async () => {
    await teamIs({ recognition: { kudosADay: { rep: 0, manager: 8 } } });
    expect(await said('li', `/kudos @王芳 ${WHY}`)).toContain('你的角色没有可以给出的积分');
    expect(await said('li', '/kudos')).toContain('你的角色没有可以给出的积分');
    expect(await said('mei', `/kudos @王芳 ${WHY} +7`)).toContain('还剩 1');
    expect(await said('ann', `/kudos @王芳 ${WHY}`)).toContain('还剩 4');
  });

  it('lets exactly five of fifty at once land, and tells the others what is left', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => {
        const who = ['王芳', 'Bob Stone', '梅琳', '安然', 'Dan Fox'][i % 5];
        return bot.say('li', `/kudos @${who} ${WHY}`);
      }),
    );
    const texts = answers.map((replies) => textOf(cardOf(replies)));
    expect(texts.filter((text) => text.startsWith('已表扬')).length).toBe(5);
    expect(texts.filter((text) => text.includes('今天只剩 0')).length).toBe(45);
    expect(rows().length).toBe(5);
    const pot = `pot:${memberOf(bot, '李雷').id}:2026-03-11`;
    expect(bot.workspace.read((db) => balanceOf(db, pot))).toBe(0);
  });
});

describe('again to the same', () => {
  it('E23: three in 30 days are worth 1.8333', async () => {
    await bot.say('li', `/kudos @王芳 ${WHY}`);
    const second = cardOf(await bot.say('li', `/kudos @王芳 @Bob ${WHY}`));
    expect(textOf(second)).toContain('30 天内第 2 次表扬王芳，对方按 1/2 得分');
    expect(textOf(second)).not.toContain('次表扬Bob');
    await bot.say('li', `/kudos @王芳 ${WHY}`);
    expect(pointsOf('王芳')).toBe(1833);
    const days = { from: '2026-03-01', to: '2026-03-31' };
    const receipts = bot.workspace.read((db) => receiptsBy(db, 1, days));
    expect(receipts.get(memberOf(bot, '王芳').id)).toBeCloseTo(1.8333, 4);
    expect(receipts.get(memberOf(bot, 'Bob Stone').id)).toBe(1);
    expect(mailOf(bot, 'wang').map(({ card }) => textOf(card).split('\n')[2])).toEqual([
      '+1 积分。',
      '+0.5 积分：30 天内李雷第 2 次表扬你，按 1/2 计。',
      '+0.33 积分：30 天内李雷第 3 次表扬你，按 1/3 计。',
    ]);
    // The 30th day on, the first three no longer count.
    bot.now = Date.parse('2026-04-10T10:00:00+08:00');
    await bot.say('li', `/kudos @王芳 ${WHY}`);
    expect(pointsOf('王芳')).toBe(2833);
  });

  it('says it in English as well, and what is undone does not count', async () => {
    const first = cardOf(await bot.say('bob', `/kudos @王芳 ${WHY_EN}`));
    await bot.press('bob', intentOf(first, 'Undo'));
    expect(await said('bob', `/kudos @王芳 ${WHY_EN}`)).not.toContain('2nd');
    expect(await said('bob', `/kudos @王芳 ${WHY_EN}`)).toContain(
      'Your 2nd thanks to 王芳 in 30 days: worth a half to them.',
    );
  });
});

describe('in public or not', () => {
  it('is not posted where the team keeps it private, but told', async () => {
    await teamIs({ recognition: { publicKudos: false } });
    expect(await said('li', `/kudos @王芳 ${WHY}`)).toContain('不公开');
    expect(posts()).toEqual([]);
    expect(textOf(mailOf(bot, 'wang')[0]?.card as never)).toContain('只有你能看到');
  });

  it('says so when there is no channel yet', async () => {
    await teamIs({ channel: null });
    expect(await said('li', `/kudos @王芳 ${WHY}`)).toContain('还没有选群');
    expect(posts()).toEqual([]);
  });

  it('leaves out who does not want it, and is not posted when nobody is left', async () => {
    await memberIs('王芳', { praised: false });
    const text = await said('li', `/kudos @王芳 @Bob ${WHY}`);
    expect(text).toContain('王芳不想被公开表扬，群里没有提到');
    expect(posts().map(({ card }) => card.title)).toEqual(['李雷表扬了Bob Stone']);
    expect(textOf(mailOf(bot, 'wang')[0]?.card as never)).toContain('只有你能看到');
    expect(await said('li', `/kudos @王芳 ${WHY}`)).toContain('所以没有发到群里');
    expect(posts().length).toBe(1);
  });

  it('is listed for the daily post with who may be named', async () => {
    await memberIs('王芳', { praised: false });
    const undone = cardOf(await bot.say('li', `/kudos @Bob ${WHY}`));
    await bot.press('li', intentOf(undone, '撤销'));
    await bot.say('li', `/kudos @王芳 @Bob ${WHY} #坦诚`);
    const days = { from: '2026-03-11', to: '2026-03-11' };
    expect(bot.workspace.read((db) => kudosOn(db, 1, days))).toMatchObject([
      {
        giver: { name: '李雷' },
        receivers: [
          { name: 'Bob Stone', praised: true },
          { name: '王芳', praised: false },
        ],
        reason: WHY,
        value: '坦诚',
      },
    ]);
  });
});

describe('taking it back', () => {
  const given = async () => cardOf(await bot.say('li', `/kudos @王芳 @Bob ${WHY} +2`));

  it('gives the points back, and removes what is not sent yet', async () => {
    const undo = intentOf(await given(), '撤销');
    bot.now += 10 * MINUTE;
    const [reply] = await bot.press('li', undo);
    expect(reply?.kind).toBe('replace');
    expect(textOf(cardOf([reply as never]))).toBe(
      '已撤回对王芳和Bob Stone的表扬\n退回 4 积分，今天还剩 5。\n还没发到群里，不会再发。',
    );
    expect(outboxOf(bot)).toEqual([]);
    expect([pointsOf('王芳'), pointsOf('Bob Stone')]).toEqual([0, 0]);
    expect(await said('li', `/kudos @王芳 ${WHY} +5`)).toContain('今天的已用完');
  });

  it('puts a note in the place of what was sent', async () => {
    const undo = intentOf(await given(), '撤销');
    expect((await send()).length).toBe(3);
    const [reply] = await bot.press('li', undo);
    expect(textOf(cardOf([reply as never]))).toContain('换成一句简短的说明');
    expect((await send()).sort()).toEqual(
      [
        'replace m:kudos:1: 李雷撤回了一条表扬',
        `replace m:kudos:1:${memberOf(bot, '王芳').id}: 李雷撤回了一条表扬`,
        `replace m:kudos:1:${memberOf(bot, 'Bob Stone').id}: 李雷 took a thanks back`,
      ].sort(),
    );
    expect(await send()).toEqual([]);
  });

  it('posts nothing more where the platform cannot change a message', async () => {
    const undo = intentOf(await given(), '撤销');
    await send(false);
    await bot.press('li', undo);
    expect(await send(false)).toEqual([]);
    expect(outboxOf(bot).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  });

  it('is for the giver alone, once, within ten minutes', async () => {
    const undo = intentOf(await given(), '撤销');
    expect(textOf(cardOf(await bot.press('wang', undo)))).toContain('这是别人的');
    expect(textOf(cardOf(await bot.press('ann', undo)))).toContain('这是别人的');
    await bot.press('li', undo);
    expect(textOf(cardOf(await bot.press('li', undo)))).toContain('已经撤销');
    const late = intentOf(await given(), '撤销');
    bot.now += 10 * MINUTE + 1;
    expect(textOf(cardOf(await bot.press('li', late)))).toContain('10 分钟内可以撤回');
    expect(textOf(cardOf(await bot.press('li', { ...late, args: { id: 99 } })))).toContain(
      '已不存在',
    );
    expect(pointsOf('王芳')).toBe(2000);
  });

  it('lapses with its day', async () => {
    bot.now = Date.parse('2026-03-11T23:55:00+08:00');
    const undo = intentOf(await given(), '撤销');
    bot.now += 6 * MINUTE;
    const [reply] = await bot.press('li', undo);
    expect(textOf(cardOf([reply as never]))).toContain('那天已经过去');
    expect(await said('li', `/kudos @王芳 ${WHY}`)).toContain('还剩 4');
  });
});

describe('the form', () => {
  const WHO = () => [String(memberOf(bot, '王芳').id), String(memberOf(bot, 'Bob Stone').id)];

  it('asks for what the line says', async () => {
    await teamIs({ recognition: { values: ['坦诚'] } });
    const form = formOf(await bot.say('li', '/kudos'));
    expect(form.intro).toBe('今天还剩 5 积分。');
    expect(form.inputs.map(({ name }) => name)).toEqual(['who', 'reason', 'value', 'points']);
    const values = { who: WHO(), reason: WHY, value: '坦诚', points: '2' };
    const card = cardOf(await bot.submit('li', form.intent, values));
    expect(textOf(card)).toContain('用了今天的 4 积分，还剩 1');
    expect(rows()).toMatchObject([{ value: '坦诚', points: 2000 }]);
  });

  it('says at each input what is wrong with it, and keeps what was filled in', async () => {
    const { intent } = formOf(await bot.say('bob', '/kudos'));
    const me = String(memberOf(bot, 'Bob Stone').id);
    const values = { who: [me], reason: 'nice', value: 'gone', points: '9' };
    const form = formOf(await bot.submit('bob', intent, values));
    expect(Object.keys(form.errors ?? {}).sort()).toEqual(['points', 'reason', 'value', 'who']);
    expect(form.inputs.map((input) => ('value' in input ? input.value : null))).toEqual([
      [me],
      'nice',
      '9',
    ]);
    expect(rows()).toEqual([]);
  });

  it('is not shown when nothing is left', async () => {
    await bot.say('li', `/kudos @王芳 ${WHY} +5`);
    expect(await said('li', '/kudos')).toContain('今天只剩 0');
  });
});

describe('/points', () => {
  it('shows the balance, where it came from, and what is left to give', async () => {
    expect(await said('wang', '/points')).toContain('还没有积分');
    await bot.say('li', `/kudos @王芳 ${WHY} +2`);
    const undo = cardOf(await bot.say('li', `/kudos @王芳 ${WHY} +3`));
    await bot.press('li', intentOf(undo, '撤销'));
    await bot.say('wang', `/kudos @Bob ${WHY}`);
    const card = cardOf(await bot.say('wang', '/我的积分'));
    expect(textOf(card)).toBe(
      [
        '可兑换积分',
        '现有: 2 积分',
        '今天还能给出: 4 / 5',
        '最近的进出',
        '时间 | 来由 | 积分',
        '3月11日周三 10:00 | 李雷撤回了一条表扬 | −1.5',
        `3月11日周三 10:00 | 李雷的表扬：${WHY} | +1.5`,
        `3月11日周三 10:00 | 李雷的表扬：${WHY} | +2`,
        '今天没给出去的额度过了零点就作废，不累积，也不能留给自己。',
        '这里的积分用来兑换奖励，和 /score 的绩效积分互不影响。',
        '[积分商城] [表扬同事]',
      ].join('\n'),
    );
    for (const { intent } of actionsOf(card)) {
      const [reply] = await bot.press('wang', intent);
      expect(JSON.stringify(reply)).not.toContain('按钮已失效');
    }
  });

  it('shows ten at most, and everybody their own alone', async () => {
    await teamIs({ recognition: { kudosADay: { manager: 50 } } });
    for (let i = 0; i < 12; i += 1) await bot.say('mei', `/kudos @王芳 ${WHY}`);
    expect((await said('wang', '/points')).match(/梅琳的表扬/g)?.length).toBe(10);
    expect(await said('ann', '/points')).toContain('现有: 0 积分');
    expect(await said('mei', '/points @王芳')).toContain('现有: 0 积分');
  });
});
