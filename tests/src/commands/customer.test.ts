import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audit, followup } from '../../../src/store/schema/index.ts';
import { customerOf, differences, giveCustomer, mailOf, memberOf } from '../../support/book.ts';
import { actionsOf, botPerTest, cardOf, formOf, intentOf, textOf } from '../../support/bot.ts';

const bot = botPerTest();
beforeEach(async () => {
  await giveCustomer(bot, '晨光科技', '李雷');
  await giveCustomer(bot, 'Acme Corp', 'Bob Stone');
  await giveCustomer(bot, '公海公司', null);
});
afterEach(() => expect(differences(bot)).toEqual([]));

const said = async (user: string, line: string) => textOf(cardOf(await bot.say(user, line)));
const labels = async (user: string, line: string) =>
  actionsOf(cardOf(await bot.say(user, line))).map(({ label }) => label);
const ownerOf = (name: string) => customerOf(bot, name).ownerId;
const show = (name: string) => ({
  command: 'customer',
  verb: 'show',
  args: { customer: customerOf(bot, name).id },
});

describe('the full card', () => {
  it('tells everything about a customer', async () => {
    await bot.say('li', '/followup 给晨光科技张总打了电话，聊了25分钟，意向B，报价15万');
    bot.now += 24 * 3_600_000;
    await bot.say(
      'li',
      `/followup 拜访晨光科技张总，意向A，下周三演示，${'聊了很多细节'.repeat(20)}`,
    );
    await bot.say('li', '/paid 晨光科技 5万');
    await bot.say('li', '/paid 晨光科技 $2,000');
    await bot.say('li', '/handoff 晨光科技 @王芳 张总四月拍板，倾向年付方案');
    const card = cardOf(await bot.say('li', '/customer 晨光科技'));
    const text = textOf(card);
    expect(text).toContain('负责人: 李雷');
    expect(text).toContain('A · 一个月内成交（3月12日周四起） · 之前为 B');
    expect(text).toContain('联系人: 张总');
    expect(text).toContain('在谈单子: ¥150,000');
    expect(text).toContain('回款: 共 2 笔，¥50,000和US$2,000');
    expect(text).toContain('演示 · 3月18日周三');
    expect(text).toContain('已提出交接给王芳');
    expect(text).toContain('在谈 | ¥150,000');
    const chart = card.blocks.find((block) => block.kind === 'chart');
    expect(chart).toMatchObject({
      chart: { kind: 'bar', labels: ['电话', '拜访'], series: [{ values: [1, 1] }] },
    });
    const notes = text.split('\n').filter((line) => line.includes('李雷 |'));
    for (const note of notes) expect([...(note.split('| ').at(-1) ?? '')].length).toBeLessThan(63);
    expect(notes.length).toBe(2);
  });

  it('draws no chart of a single channel, and says so when nothing happened yet', async () => {
    const card = cardOf(await bot.say('bob', '/customer Acme Corp'));
    expect(textOf(card)).toContain('No follow-ups yet.');
    expect(card.blocks.some(({ kind }) => kind === 'chart')).toBe(false);
  });

  it('shows the last eight follow-ups, newest first', async () => {
    for (let i = 0; i < 10; i++) {
      bot.now += 24 * 3_600_000;
      await bot.say('li', `/followup 给晨光科技打了电话，第${i}轮沟通`);
    }
    const rows = cardOf(await bot.say('li', '/customer 晨光科技')).blocks.find(
      (block) => block.kind === 'rows',
    );
    expect(rows?.kind === 'rows' && rows.rows.length).toBe(8);
    expect(JSON.stringify(rows)).toContain('第9轮');
  });

  it('holds a name of 200 characters', async () => {
    const name = '长'.repeat(200);
    await giveCustomer(bot, name, '李雷');
    expect(cardOf(await bot.say('li', `/customer ${name}`)).title).toBe(name);
    expect(await said('li', '/customer')).toContain(name);
  });

  it('offers the form with the customer filled in', async () => {
    const card = cardOf(await bot.say('li', '/客户 晨光科技'));
    const form = formOf(await bot.press('li', intentOf(card, '记录跟进')));
    expect(form.inputs[0]).toMatchObject({ name: 'customer', value: '晨光科技' });
    const values = {
      customer: '晨光科技',
      channel: 'phone',
      outcome: 'connected',
      note: '聊了报价',
    };
    await bot.submit('li', form.intent, values);
    const rows = bot.workspace.read((db) => db.select().from(followup).all());
    expect(rows).toMatchObject([{ customerId: customerOf(bot, '晨光科技').id, source: 'form' }]);
  });
});

describe('who sees what', () => {
  it.each([
    ['li', '晨光科技', 'full'],
    ['mei', '晨光科技', 'full'],
    ['ann', '晨光科技', 'full'],
    ['wang', '晨光科技', 'taken'],
    ['dan', '晨光科技', 'taken'],
    ['wang', '公海公司', 'pool'],
    ['mei', '公海公司', 'pool'],
    ['ann', '公海公司', 'full'],
    ['wang', '没听过', 'free'],
  ])('%s sees %s: %s', async (user, name, kind) => {
    const text = await said(user, `/customer ${name}`);
    const is = {
      full: /负责人/,
      taken: /已有人在跟|Taken/,
      pool: /在公海/,
      free: /可以跟/,
    };
    for (const [other, pattern] of Object.entries(is)) {
      if (other !== 'pool') expect(pattern.test(text)).toBe(other === kind);
    }
    if (kind === 'taken') {
      for (const secret of ['李雷', '梅琳']) expect(text).not.toContain(secret);
      expect(await labels(user, `/customer ${name}`)).toEqual([]);
    }
    if (kind === 'pool') expect(await labels(user, `/customer ${name}`)).toEqual(['领取']);
  });

  it('does not give more away by a forged button', async () => {
    const text = textOf(cardOf(await bot.press('wang', show('晨光科技'))));
    expect(text).not.toContain('李雷');
    const log = { ...show('晨光科技'), verb: 'log' };
    expect(textOf(cardOf(await bot.press('wang', log)))).toContain('已有人在跟');
    const none = { command: 'customer', verb: 'show', args: { customer: 999 } };
    expect(cardOf(await bot.press('wang', none)).tone).toBe('warning');
  });

  it('lists only names the asker may see when several match', async () => {
    await giveCustomer(bot, '晨光实业', '王芳');
    await giveCustomer(bot, '晨光物流', '王芳');
    await giveCustomer(bot, '晨光海外', 'Dan Fox');
    expect(await labels('wang', '/customer 晨光')).toEqual(
      expect.arrayContaining(['晨光实业', '晨光物流']),
    );
    expect((await labels('wang', '/customer 晨光')).length).toBe(2);
    expect((await labels('mei', '/customer 晨光')).length).toBe(3);
    expect((await labels('ann', '/customer 晨光')).length).toBe(4);
    const card = cardOf(await bot.say('wang', '/customer 晨光'));
    expect(textOf(cardOf(await bot.press('wang', intentOf(card, '晨光实业'))))).toContain('负责人');
  });

  it('lists eight at most', async () => {
    for (let i = 0; i < 12; i++) await giveCustomer(bot, `北方${i}号`, '李雷');
    expect((await labels('li', '/customer 北方')).length).toBe(8);
  });
});

describe('the book', () => {
  it('counts by grade and names who waits longest', async () => {
    await bot.say('li', '/followup 给晨光科技打了电话，意向A，聊了报价');
    bot.now += 3 * 24 * 3_600_000;
    await giveCustomer(bot, '新的公司', '李雷');
    const card = cardOf(await bot.say('li', '/customer'));
    const text = textOf(card);
    expect(text).toContain('共 2 位客户');
    expect(text).toContain('A 1');
    expect(text).toContain('新的公司 | – | 还没联系过');
    expect(text).toContain('晨光科技 | A | 3 天');
    expect(textOf(cardOf(await bot.press('li', intentOf(card, '查看: 晨光'))))).toContain('李雷');
  });

  it('says what to do when it is empty', async () => {
    expect(await said('wang', '/客戶')).toContain('还是空的');
    expect(await said('dan', '/customer')).toContain('Your book is empty');
  });
});

describe('the pool', () => {
  const trail = (name: string) =>
    bot.workspace.read((db) =>
      db
        .select()
        .from(audit)
        .where(eq(audit.subject, `customer:${customerOf(bot, name).id}`))
        .all(),
    );

  it('gives a customer to the first who takes it', async () => {
    const take = intentOf(cardOf(await bot.say('wang', '/customer 公海公司')), '领取');
    expect(textOf(cardOf(await bot.press('wang', take, 'd-1')))).toContain('已领取：公海公司');
    expect(textOf(cardOf(await bot.press('li', take)))).toContain('已有人在跟');
    expect(textOf(cardOf(await bot.press('wang', take, 'd-1')))).toContain('已领取');
    expect(ownerOf('公海公司')).toBe(memberOf(bot, '王芳').id);
    expect(trail('公海公司')).toMatchObject([
      { action: 'customer.taken', before: { ownerId: null } },
    ]);
  });

  it('takes a customer back from its owner, with a trail', async () => {
    const release = intentOf(cardOf(await bot.say('li', '/customer 晨光科技')), '放回公海');
    expect(textOf(cardOf(await bot.press('wang', release)))).toContain('别人的记录');
    expect(ownerOf('晨光科技')).not.toBeNull();
    expect(textOf(cardOf(await bot.press('li', release)))).toContain('已放回公海');
    expect(ownerOf('晨光科技')).toBeNull();
    expect(trail('晨光科技')).toMatchObject([
      { action: 'customer.released', actorId: memberOf(bot, '李雷').id },
    ]);
    expect(mailOf(bot, 'li')).toEqual([]);
  });

  it('tells the owner when a manager released it, and ends a pending handoff', async () => {
    await bot.say('bob', '/handoff Acme Corp @王芳 Jane decides in April, annual plan');
    const offer = mailOf(bot, 'wang')[0]?.card;
    const release = intentOf(cardOf(await bot.say('mei', '/customer Acme Corp')), '放回公海');
    await bot.press('mei', release);
    const [mail] = mailOf(bot, 'bob');
    expect(mail?.card.title).toBe('梅琳 released your customer Acme Corp to the pool');
    if (offer === undefined) throw new Error('no offer');
    expect(textOf(cardOf(await bot.press('wang', intentOf(offer, '接受'))))).toContain('已经结束');
    expect(ownerOf('Acme Corp')).toBeNull();
  });
});
