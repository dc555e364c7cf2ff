// Rewards through the bot: the catalogue, wishes with their points and stock, decisions, and filling the catalogue.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/chat/intent.ts';
import { HOUSE, memberAccount, SPENT } from '../../../src/domain/recognition/account.ts';
import { changeMember } from '../../../src/store/member.ts';
import { addTransfer, balanceOf } from '../../../src/store/points.ts';
import { addWish } from '../../../src/store/redemption.ts';
import { addReward } from '../../../src/store/reward.ts';
import { audit, posting, redemption, reward } from '../../../src/store/schema/index.ts';
import { mailOf, memberOf } from '../../support/book.ts';
import {
  actionsOf,
  botPerTest,
  cardOf,
  formOf,
  intentOf,
  type TestBot,
  testBot,
  textOf,
} from '../../support/bot.ts';

const bot = botPerTest([
  { user: 'ann', name: '安然', role: 'admin', team: null },
  { user: 'mei', name: '梅琳', role: 'manager' },
  { user: 'hao', name: '郝强', role: 'manager' },
  { user: 'li', name: '李雷' },
  { user: 'wang', name: '王芳' },
  { user: 'bob', name: 'Bob Stone', locale: 'en' },
  { user: 'dan', name: 'Dan Fox', locale: 'en', team: 1 },
]);

let given = 0;
const give = (to: TestBot, name: string, points: number) => {
  const { id } = memberOf(to, name);
  const ref = `test:${++given}`;
  return to.workspace.write((db) =>
    addTransfer(db, { at: to.now, kind: 'test', ref }, [
      { account: HOUSE, amount: -points * 1000 },
      { account: memberAccount(id), amount: points * 1000 },
    ]),
  );
};
const offer = (
  to: TestBot,
  values: {
    name: string;
    cost: number;
    stock?: number | null;
    teamId?: number | null;
    taxable?: boolean;
    detail?: string;
  },
) =>
  to.workspace.write((db) =>
    addReward(db, { teamId: 1, stock: null, taxable: false, detail: '', ...values }),
  );
const balance = (name: string) => {
  const { id } = memberOf(bot, name);
  return bot.workspace.read((db) => balanceOf(db, memberAccount(id))) / 1000;
};
const spent = () => bot.workspace.read((db) => balanceOf(db, SPENT)) / 1000;
const rewards = (of: TestBot = bot) => of.workspace.read((db) => db.select().from(reward).all());
const wishes = (of: TestBot = bot) => of.workspace.read((db) => db.select().from(redemption).all());
const ledgerSum = (of: TestBot = bot) =>
  of.workspace.read((db) =>
    db
      .select()
      .from(posting)
      .all()
      .reduce((sum, { amount }) => sum + amount, 0),
  );
const said = async (user: string, line: string) => textOf(cardOf(await bot.say(user, line)));
const mail = (user: string) => mailOf(bot, user).map(({ card }) => textOf(card));
const lastMail = (user: string) => {
  const card = mailOf(bot, user).at(-1)?.card;
  if (card === undefined) throw new Error(`no mail for ${user}`);
  return card;
};
const actions = (name: string) => {
  const { id } = memberOf(bot, name);
  return bot.workspace
    .read((db) => db.select().from(audit).all())
    .filter(({ actorId }) => actorId === id)
    .map(({ action }) => action);
};

/** Asks for a reward as a member does: catalogue, Redeem, confirm. */
const wish = async (user: string, name: string) => {
  const catalogue = cardOf(await bot.say(user, '/rewards'));
  const confirm = cardOf(await bot.press(user, intentOf(catalogue, `兑换：${name}`)));
  return cardOf(await bot.press(user, intentOf(confirm, '确认申请')));
};

describe('the catalogue', () => {
  it('begins with what costs nothing, then goes by price, with stock and reach', async () => {
    await give(bot, '李雷', 30);
    await offer(bot, { name: '马克杯', cost: 30, stock: 2, detail: '带公司标志' });
    await offer(bot, { name: '耳机', cost: 300, stock: 0 });
    await offer(bot, { name: '图书', cost: 45 });
    await offer(bot, { name: '半天假', cost: 0 });
    await offer(bot, { name: '纽约的咖啡', cost: 1, teamId: 2 });
    await offer(bot, { name: '公司卫衣', cost: 20, teamId: null });
    const card = cardOf(await bot.say('li', '/积分商城'));
    expect(textOf(card)).toMatch(
      /你现有 30 积分。\n.*\n半天假 \| 不用积分 \| 不限 \| 可以换\n公司卫衣 \| 20 积分 \| 不限 \| 可以换\n马克杯\n带公司标志 \| 30 积分 \| 2 \| 可以换\n图书 \| 45 积分 \| 不限 \| 还差 15\n耳机 \| 300 积分 \| 已换完 \| –/u,
    );
    expect(actionsOf(card).map(({ label }) => label)).toEqual([
      '兑换：半天假',
      '兑换：公司卫衣',
      '兑换：马克杯',
    ]);
    expect(await said('dan', '/rewards')).toContain(
      '纽约的咖啡 | 1 point | any number | 1 point to go',
    );
  });

  it('says what to do when it is empty, and offers managers what costs nothing', async () => {
    expect(await said('li', '/rewards')).toContain('请经理用 /rewards 新增 上架奖励');
    const card = cardOf(await bot.say('mei', '/rewards'));
    expect(actionsOf(card).map(({ label }) => label)).toEqual([
      '上架：半天假',
      '上架：优先选下一条线索',
      '上架：和老板共进午餐',
      '上架：一个培训名额',
      '新增奖励',
    ]);
    expect(rewards()).toEqual([]);
    await bot.press('mei', intentOf(card, '上架：半天假'));
    await bot.press('mei', intentOf(card, '上架：半天假'));
    expect(rewards()).toMatchObject([{ name: '半天假', cost: 0, stock: null, teamId: 1 }]);
    const manage = cardOf(await bot.say('mei', '/rewards 管理'));
    expect(textOf(manage)).not.toContain('[上架：半天假');
    expect(textOf(manage)).toContain('上架：一个培训名额');
    expect(actions('梅琳')).toEqual(['reward.added']);
  });

  it('goes page by page through thousands, and finds one by a word', async () => {
    await bot.workspace.write((db) => {
      for (let n = 1; n <= 3000; n += 1) {
        addReward(db, {
          teamId: 1,
          name: `奖励${n}`,
          detail: '',
          cost: n,
          stock: null,
          taxable: false,
        });
      }
    });
    const card = cardOf(await bot.say('li', '/rewards'));
    expect(textOf(card)).toContain('还有 2990 项');
    const second = cardOf(await bot.press('li', intentOf(card, '更多奖励')));
    expect(textOf(second)).toContain('奖励11 |');
    expect(textOf(second)).toContain('还有 2980 项');
    expect(await said('li', '/rewards 奖励2999')).toContain('奖励2999 |');
    expect(await said('li', '/rewards 冰箱')).toContain('没有名称含“冰箱”的奖励');
    const found = cardOf(await bot.say('li', `/rewards 奖励1`));
    const next = cardOf(await bot.press('li', intentOf(found, '更多奖励')));
    expect(textOf(next)).toContain('奖励108 |');
  });

  it('rounds a balance down, so that what is shown can be spent', async () => {
    await give(bot, '李雷', 9.999);
    await offer(bot, { name: '茶', cost: 10 });
    expect(await said('li', '/rewards')).toMatch(/9\.99 积分。[\s\S]*还差 1\n?/u);
  });
});

describe('asking', () => {
  it('holds the points, takes one of the stock and asks the managers of the team', async () => {
    await give(bot, '李雷', 50);
    await offer(bot, { name: '马克杯', cost: 30, stock: 2, taxable: true });
    const catalogue = cardOf(await bot.say('li', '/rewards'));
    const confirm = cardOf(await bot.press('li', intentOf(catalogue, '兑换')));
    expect(textOf(confirm)).toContain('需要 30 积分，换后还剩 20 积分。');
    expect(wishes()).toEqual([]);
    const asked = cardOf(await bot.press('li', intentOf(confirm, '确认申请')));
    expect(textOf(asked)).toContain('由梅琳和郝强审批');
    expect(balance('李雷')).toBe(20);
    expect(rewards()[0]?.stock).toBe(1);
    expect(ledgerSum()).toBe(0);
    expect(textOf(lastMail('mei'))).toMatch(
      /李雷想兑换：马克杯[\s\S]*30 积分[\s\S]*剩余: 1[\s\S]*薪酬/u,
    );
    expect(mail('ann')).toEqual([]);
    expect(mail('wang')).toEqual([]);
  });

  it('is typed as well', async () => {
    await give(bot, 'Bob Stone', 5);
    await offer(bot, { name: 'Coffee', cost: 3 });
    await offer(bot, { name: 'Coffee mug', cost: 4 });
    expect(await said('bob', '/rewards redeem coffee')).toContain(
      'It takes 3 points; 2 points remain.',
    );
    expect(await said('bob', '/rewards redeem cof')).toContain('could be Coffee and Coffee mug');
    expect(await said('bob', '/rewards redeem tea')).toContain('no reward “tea”');
  });

  it('names everything that stands in the way at once', async () => {
    await offer(bot, { name: '耳机', cost: 300, stock: 0 });
    const text = await said('li', '/rewards 兑换 耳机');
    expect(text).toContain('还差 300 积分');
    expect(text).toContain('已经换完了');
  });

  it('asks again when the price has changed, and refuses what was retired', async () => {
    await give(bot, '李雷', 50);
    await offer(bot, { name: '茶', cost: 10 });
    const old: Intent = { command: 'rewards', verb: 'ask', args: { id: 1, cost: 5 } };
    expect(textOf(cardOf(await bot.press('li', old)))).toContain('所需积分刚刚有变');
    expect(wishes()).toEqual([]);
    await bot.say('mei', '/rewards 下架 茶');
    const now: Intent = { command: 'rewards', verb: 'ask', args: { id: 1, cost: 10 } };
    expect(textOf(cardOf(await bot.press('li', now)))).toContain('已经下架');
    expect(textOf(cardOf(await bot.press('dan', now)))).toContain('not in your catalogue');
  });

  it('takes a second press for the same wish', async () => {
    await give(bot, '李雷', 50);
    await offer(bot, { name: '茶', cost: 10 });
    const ask: Intent = { command: 'rewards', verb: 'ask', args: { id: 1, cost: 10 } };
    const first = await bot.press('li', ask, 'd-1');
    expect(await bot.press('li', ask, 'd-1')).toEqual(first);
    expect(textOf(cardOf(await bot.press('li', ask)))).toContain('你已经申请过');
    expect(wishes()).toHaveLength(1);
    expect(balance('李雷')).toBe(40);
  });

  it('goes to the admins when the asker is a manager or in no team, and nowhere for the only admin', async () => {
    await give(bot, '梅琳', 9);
    await give(bot, '安然', 9);
    await offer(bot, { name: '茶', cost: 9, teamId: null });
    await wish('mei', '茶');
    expect(textOf(lastMail('ann'))).toContain('梅琳想兑换：茶');
    expect(mail('hao')).toEqual([]);
    expect(await said('ann', '/rewards 兑换 茶')).toContain('你是唯一的管理员');
  });

  it('lets fifty ask for the last one, and one get it', async () => {
    const crowd = await testBot([
      { user: 'mei', name: '梅琳', role: 'manager' },
      ...Array.from({ length: 50 }, (_, n) => ({ user: `u${n}`, name: `销售${n}号` })),
    ]);
    for (let n = 0; n < 50; n += 1) await give(crowd, `销售${n}号`, 10);
    await offer(crowd, { name: '茶', cost: 10, stock: 1 });
    const ask: Intent = { command: 'rewards', verb: 'ask', args: { id: 1, cost: 10 } };
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => crowd.press(`u${n}`, ask)),
    );
    const titles = answers.map((replies) => cardOf(replies).title);
    expect(titles.filter((title) => title.startsWith('已申请'))).toHaveLength(1);
    expect(wishes(crowd)).toHaveLength(1);
    expect(rewards(crowd)[0]?.stock).toBe(0);
    expect(ledgerSum(crowd)).toBe(0);
    await crowd.close();
  });
});

describe('deciding', () => {
  const ready = async () => {
    await give(bot, '李雷', 50);
    await offer(bot, { name: '马克杯', cost: 30, stock: 1 });
    await wish('li', '马克杯');
    return lastMail('mei');
  };

  it('spends the points and tells whoever asked', async () => {
    const card = await ready();
    const done = cardOf(await bot.press('mei', intentOf(card, '同意')));
    expect(done.title).toBe('已同意李雷兑换：马克杯');
    expect([balance('李雷'), spent(), rewards()[0]?.stock]).toEqual([20, 30, 0]);
    expect(ledgerSum()).toBe(0);
    expect(lastMail('li').title).toBe('梅琳同意了：马克杯，好好享受！');
    expect(actions('梅琳')).toEqual(['redemption.approved']);
  });

  it('says to whoever comes later what was decided', async () => {
    const card = await ready();
    await bot.press('mei', intentOf(card, '同意'));
    for (const user of ['mei', 'hao', 'ann']) {
      for (const button of ['同意', '不同意']) {
        const text = textOf(cardOf(await bot.press(user, intentOf(card, button))));
        expect(text).toContain('梅琳已同意李雷兑换“马克杯”');
      }
    }
    expect(mail('li')).toHaveLength(1);
    expect(spent()).toBe(30);
  });

  it('asks for a reason to refuse, and gives points and stock back', async () => {
    const card = await ready();
    const form = formOf(await bot.press('hao', intentOf(card, '不同意')));
    expect(formOf(await bot.submit('hao', form.intent, {})).errors?.reason).toBeDefined();
    expect(
      formOf(await bot.submit('hao', form.intent, { reason: '长'.repeat(301) })).errors?.reason,
    ).toContain('300');
    await bot.submit('hao', form.intent, { reason: '本月预算用完了，下月优先' });
    expect([balance('李雷'), spent(), rewards()[0]?.stock]).toEqual([50, 0, 1]);
    expect(textOf(lastMail('li'))).toMatch(
      /郝强没有同意[\s\S]*本月预算用完了[\s\S]*已退回 30 积分/u,
    );
    expect(textOf(cardOf(await bot.press('mei', intentOf(card, '同意'))))).toContain(
      '郝强没有同意',
    );
    expect(textOf(cardOf(await bot.submit('mei', form.intent, { reason: '再说' })))).toContain(
      '郝强',
    );
    expect(await said('li', '/rewards 我的')).toContain('未同意 · 本月预算用完了');
  });

  it('can be withdrawn while it is open, by whoever asked alone', async () => {
    const card = await ready();
    const mine = cardOf(await bot.say('li', '/rewards 我的'));
    const withdraw = intentOf(mine, '撤回：马克杯');
    expect(textOf(cardOf(await bot.press('wang', withdraw)))).toContain('别人的记录');
    expect(textOf(cardOf(await bot.press('li', withdraw)))).toContain('你现有 50 积分');
    expect(rewards()[0]?.stock).toBe(1);
    expect(textOf(cardOf(await bot.press('mei', intentOf(card, '同意'))))).toContain('李雷已撤回');
    expect(textOf(cardOf(await bot.press('li', withdraw)))).toContain('李雷已撤回');
    expect(spent()).toBe(0);
  });

  it('gives back what a member who left had asked for', async () => {
    const card = await ready();
    await bot.say('ann', '/settings 离职 @李雷');
    expect(rewards()[0]?.stock).toBe(1);
    expect(wishes()).toMatchObject([{ state: 'withdrawn', decidedBy: null }]);
    expect(ledgerSum()).toBe(0);
    expect(textOf(cardOf(await bot.press('mei', intentOf(card, '同意'))))).toContain('李雷已离职');
    expect(await said('mei', '/rewards 待批')).toContain('没有等你审批的申请');
  });

  it('gives it back as well when nobody said here that they left', async () => {
    const card = await ready();
    const { id } = memberOf(bot, '李雷');
    await bot.workspace.write((db) => changeMember(db, id, { leftOn: '2026-03-10' }));
    expect(await said('mei', '/rewards 待批')).toContain('没有等你审批的申请');
    expect(textOf(cardOf(await bot.press('mei', intentOf(card, '同意'))))).toContain('李雷已离职');
    expect([rewards()[0]?.stock, spent()]).toEqual([1, 0]);
  });

  it('lists what waits', async () => {
    await ready();
    const card = cardOf(await bot.say('mei', '/rewards 待批'));
    expect(textOf(card)).toContain('李雷 | 马克杯 | 30 积分 | 3月11日周三');
    await bot.press('mei', intentOf(card, '同意：李雷 · 马克杯'));
    expect(await said('hao', '/rewards 待批')).toContain('没有等你审批的申请');
  });
});

describe('who may what', () => {
  /** Of 李雷, a rep of the first team: who may decide. */
  it.each([
    ['ann', true],
    ['mei', true],
    ['hao', true],
    ['li', false],
    ['wang', false],
    ['dan', false],
  ])('decides on a rep’s wish, %s: %s', async (user, may) => {
    await offer(bot, { name: '茶', cost: 0 });
    await wish('li', '茶');
    const approve: Intent = { command: 'rewards', verb: 'approve', args: { id: 1 } };
    await bot.press(user, approve);
    expect(wishes()[0]?.state).toBe(may ? 'approved' : 'asked');
  });

  it.each([
    ['ann', true],
    ['hao', false],
    ['mei', false],
    ['li', false],
  ])('decides on a manager’s wish, %s: %s', async (user, may) => {
    await offer(bot, { name: '茶', cost: 0 });
    await wish('mei', '茶');
    const refused: Intent = { command: 'rewards', verb: 'refused', args: { id: 1 } };
    await bot.submit(user, refused, { reason: '不行' });
    expect(wishes()[0]?.state).toBe(may ? 'refused' : 'asked');
  });

  it('is looked up as it is pressed', async () => {
    await offer(bot, { name: '茶', cost: 0 });
    await wish('li', '茶');
    const approve = intentOf(lastMail('mei'), '同意');
    const { id } = memberOf(bot, '梅琳');
    await bot.workspace.write((db) => changeMember(db, id, { role: 'rep' }));
    expect(textOf(cardOf(await bot.press('mei', approve)))).toContain('只有经理和管理员');
    expect(wishes()[0]?.state).toBe('asked');
  });

  /** Whoever may change a reward of the first team, one of everybody, and one of another team. */
  it.each([
    ['ann', [true, true, true]],
    ['mei', [true, false, false]],
    ['li', [false, false, false]],
  ] as const)('changes rewards, %s: %s', async (user, may) => {
    await offer(bot, { name: '茶', cost: 1 });
    await offer(bot, { name: '咖啡', cost: 1, teamId: null });
    await offer(bot, { name: '果汁', cost: 1, teamId: 2 });
    for (const [index, expected] of may.entries()) {
      const id = index + 1;
      const changed: Intent = { command: 'rewards', verb: 'changed', args: { id, stock: -1 } };
      await bot.submit(user, changed, { name: `新${id}`, cost: '2', taxable: 'off' });
      expect(rewards()[index]?.cost).toBe(expected ? 2 : 1);
      await bot.press(user, { command: 'rewards', verb: 'retire', args: { id } });
      expect(rewards()[index]?.retiredAt !== null).toBe(expected);
    }
    const before = rewards().length;
    const added: Intent = { command: 'rewards', verb: 'added', args: {} };
    await bot.submit(user, added, { name: '新的', cost: '2', taxable: 'off' });
    expect(rewards().length).toBe(before + (may[0] ? 1 : 0));
  });

  it('keeps a manager to their own team', async () => {
    const added: Intent = { command: 'rewards', verb: 'added', args: {} };
    const values = { name: '茶', cost: '2', taxable: 'off', team: '2' };
    expect(formOf(await bot.submit('mei', added, values)).errors).toHaveProperty('team');
    await bot.submit('ann', added, values);
    expect(rewards()).toMatchObject([{ teamId: 2 }]);
  });
});

describe('filling the catalogue', () => {
  it('takes a form, and says everything that is wrong with it', async () => {
    const form = formOf(await bot.say('mei', '/rewards 新增'));
    const again = formOf(
      await bot.submit('mei', form.intent, {
        name: '长'.repeat(61),
        detail: '长'.repeat(301),
        cost: '100001',
        stock: '1.5',
        taxable: '也许',
      }),
    );
    expect(Object.keys(again.errors ?? {}).toSorted()).toEqual([
      'cost',
      'detail',
      'name',
      'stock',
      'taxable',
    ]);
    const values = {
      name: '购物卡',
      detail: '面值一百',
      cost: '１００,０００',
      stock: '',
      taxable: 'on',
    };
    const card = cardOf(await bot.submit('mei', form.intent, values));
    expect(textOf(card)).toMatch(/已上架：购物卡[\s\S]*100,000 积分[\s\S]*不限[\s\S]*薪酬/u);
    expect(rewards()).toMatchObject([
      { name: '购物卡', detail: '面值一百', cost: 100_000, stock: null, taxable: true, teamId: 1 },
    ]);
    const twice = formOf(await bot.submit('mei', form.intent, values));
    expect(twice.errors?.name).toContain('同名');
  });

  it('changes one by name, and never overwrites a stock that moved meanwhile', async () => {
    await give(bot, '李雷', 5);
    await offer(bot, { name: '茶', cost: 5, stock: 3 });
    const form = formOf(await bot.say('mei', '/rewards 修改 茶'));
    const values = Object.fromEntries(
      form.inputs.flatMap((input) =>
        'value' in input && typeof input.value === 'string' ? [[input.name, input.value]] : [],
      ),
    );
    expect(values).toMatchObject({ name: '茶', cost: '5', stock: '3', taxable: 'off' });
    await wish('li', '茶');
    // Only the price was changed: the stock stays what it has become.
    await bot.submit('mei', form.intent, { ...values, cost: '6' });
    expect(rewards()).toMatchObject([{ cost: 6, stock: 2 }]);
    expect(wishes()).toMatchObject([{ cost: 5 }]);
    const moved = formOf(await bot.submit('mei', form.intent, { ...values, stock: '9' }));
    expect(moved.errors?.stock).toContain('剩余：2');
    const fresh = formOf(await bot.say('mei', '/rewards 修改 茶'));
    await bot.submit('mei', fresh.intent, { ...values, stock: '9' });
    expect(rewards()).toMatchObject([{ stock: 9 }]);
    expect(actions('梅琳')).toEqual(['reward.changed', 'reward.changed']);
  });

  it('shows the trail to admins in words', async () => {
    await bot.say('mei', '/rewards 新增');
    await bot.submit(
      'mei',
      { command: 'rewards', verb: 'added', args: {} },
      { name: '茶', cost: '1', taxable: 'off' },
    );
    expect(await said('ann', '/settings 操作记录')).toContain('上架了奖励');
  });
});

describe('whatever happens', () => {
  it('is refused by the store itself when points or stock are not there', async () => {
    await give(bot, '李雷', 10);
    await offer(bot, { name: '甲', cost: 5, stock: 0 });
    await offer(bot, { name: '乙', cost: 11 });
    const { id: memberId } = memberOf(bot, '李雷');
    for (const row of rewards()) {
      const asked = bot.workspace.write((db) =>
        addWish(db, { reward: row, memberId, at: bot.now }),
      );
      await expect(asked).rejects.toThrow(RangeError);
    }
    expect(wishes()).toEqual([]);
    expect(rewards()[0]?.stock).toBe(0);
    expect(balance('李雷')).toBe(10);
  });

  it('keeps stock and balances at or above zero and the ledger at zero', async () => {
    const act = fc.record({
      user: fc.constantFrom('li', 'wang', 'bob'),
      deed: fc.constantFrom('ask', 'withdraw', 'approve', 'refused'),
      reward: fc.integer({ min: 1, max: 3 }),
      wish: fc.integer({ min: 1, max: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 25 }), async (acts) => {
        const own = await testBot();
        const costs = [0, 4, 7];
        await offer(own, { name: '甲', cost: 0, stock: 2 });
        await offer(own, { name: '乙', cost: 4, stock: 2 });
        await offer(own, { name: '丙', cost: 7, stock: null });
        for (const name of ['李雷', '王芳', 'Bob Stone']) await give(own, name, 10);
        for (const { user, deed, reward: id, wish: wishId } of acts) {
          await (deed === 'ask'
            ? own.press(user, {
                command: 'rewards',
                verb: deed,
                args: { id, cost: costs[id - 1] ?? 0 },
              })
            : own.submit(
                deed === 'withdraw' ? user : 'mei',
                { command: 'rewards', verb: deed, args: { id: wishId } },
                { reason: '不行' },
              ));
          const open = wishes(own).filter(({ state }) => state === 'asked');
          const lost = wishes(own).filter(({ state }) => state === 'approved');
          expect(ledgerSum(own)).toBe(0);
          for (const [index, stock] of [2, 2].entries()) {
            const taken = [...open, ...lost].filter(
              ({ rewardId }) => rewardId === index + 1,
            ).length;
            expect(rewards(own)[index]?.stock).toBe(stock - taken);
            expect(stock - taken).toBeGreaterThanOrEqual(0);
          }
          for (const name of ['李雷', '王芳', 'Bob Stone']) {
            const { id: memberId } = memberOf(own, name);
            const gone = [...open, ...lost].filter((each) => each.memberId === memberId);
            const left = own.workspace.read((db) => balanceOf(db, memberAccount(memberId)));
            expect(left).toBe(10_000 - gone.reduce((sum, { cost }) => sum + cost * 1000, 0));
            expect(left).toBeGreaterThanOrEqual(0);
          }
        }
        expect(own.faults).toEqual([]);
        await own.close();
      }),
      { numRuns: 25 },
    );
  });
});
