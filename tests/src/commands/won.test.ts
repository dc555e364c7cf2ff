import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localeFor } from '../../../src/locales/index.ts';
import { addAlias } from '../../../src/store/customer.ts';
import { audit, deal, invoice } from '../../../src/store/schema/index.ts';
import { countersOf, customerOf, differences, giveCustomer, memberOf } from '../../support/book.ts';
import { botPerTest, cardOf, formOf, intentOf, textOf } from '../../support/bot.ts';

const bot = botPerTest();
beforeEach(async () => {
  await giveCustomer(bot, '晨光科技', '李雷');
  await giveCustomer(bot, 'Acme Corp', 'Bob Stone');
});
afterEach(() => expect(differences(bot)).toEqual([]));

const deals = () => bot.workspace.read((db) => db.select().from(deal).all());
const invoices = () => bot.workspace.read((db) => db.select().from(invoice).all());
const said = async (user: string, line: string) => textOf(cardOf(await bot.say(user, line)));

describe('/won typed', () => {
  it('records amount in full digits, reason, team and day, and moves the counter', async () => {
    const text = await said('li', '/won 晨光科技 12万 续约');
    expect(text).toContain('成交：晨光科技，¥120,000');
    expect(text).toContain('原因: 续约');
    expect(text).toContain('日期: 3月11日周三');
    expect(text).toContain('本月积分');
    expect(deals()).toMatchObject([
      {
        status: 'won',
        amountMinor: 12_000_000,
        currency: 'CNY',
        closedOn: '2026-03-11',
        teamId: memberOf(bot, '李雷').teamId,
        memberId: memberOf(bot, '李雷').id,
        reason: '续约',
      },
    ]);
    expect(countersOf(bot, '李雷', '2026-03-11')?.won).toBe(1);
  });

  it('speaks English, and takes names with spaces and currencies as typed', async () => {
    const text = await said('bob', '/won acme corp $50,000 renewal for two years');
    expect(text).toContain('Won: Acme Corp, $50,000');
    expect(text).toContain('Reason: renewal for two years');
    expect(deals()).toMatchObject([{ amountMinor: 5_000_000, currency: 'USD' }]);
  });

  it.each([
    '成交 晨光科技 12万',
    '／成交晨光科技 12万',
    '/won 晨光科技12万',
    '/贏單 晨光科技 １２万',
  ])('understands %s', async (line) => {
    expect(await said('li', line)).toContain('成交：晨光科技，¥120,000');
  });

  it.each([
    ['续约 12万', 12_000_000, 'CNY', '续约'],
    ['两万五', 2_500_000, 'CNY', null],
    ['3万5千 税', 3_500_000, 'CNY', '税'],
    ['5套 12万', 12_000_000, 'CNY', '5套'],
    ['12000 2026年续约', 1_200_000, 'CNY', '2026年续约'],
    ['￥1,200,000', 120_000_000, 'CNY', null],
    ['for $1.2m, three years', 120_000_000, 'USD', 'three years'],
    ['USD 5k 3 licences', 500_000, 'USD', '3 licences'],
    ['1 000 000 日元', 1_000_000, 'JPY', null],
  ])('reads %s', async (words, minor, currency, reason) => {
    await bot.say('li', `/won 晨光科技 ${words}`);
    expect(deals()).toMatchObject([{ amountMinor: minor, currency, reason }]);
  });

  it('runs every example it shows', async () => {
    const examples = (tag: string) => localeFor(tag).t.deal.won.examples;
    for (const line of examples('zh')) expect(await said('li', line)).toContain('成交：晨光科技');
    for (const line of examples('en')) expect(await said('bob', line)).toContain('Won: Acme Corp');
  });

  it('takes the longest known name, aliases too', async () => {
    await giveCustomer(bot, 'Acme Corp East', 'Bob Stone');
    const { id } = customerOf(bot, 'Acme Corp');
    await bot.workspace.write((db) => addAlias(db, id, 'A.C. Ltd'));
    expect(await said('bob', '/won Acme Corp East 5k')).toContain('Won: Acme Corp East');
    expect(await said('bob', '/won A.C. Ltd 5k')).toContain('Won: Acme Corp,');
  });

  it('takes a name of 200 characters', async () => {
    const name = '长'.repeat(200);
    await giveCustomer(bot, name, '李雷');
    expect(await said('li', `/won ${name} 12万`)).toContain(`成交：${name}，¥120,000`);
  });

  it('closes the open deal instead of adding one', async () => {
    await bot.say('li', '/followup 给晨光科技打了电话，聊了方案和价格，报价15万');
    await bot.say('li', '/won 晨光科技 12万');
    expect(deals()).toMatchObject([{ status: 'won', amountMinor: 12_000_000 }]);
  });

  it('dates a win as said, never in the future', async () => {
    expect(await said('li', '/won 晨光科技 12万 昨天签的')).toContain('日期: 3月10日周二');
    expect(await said('bob', '/won Acme Corp 5k on 2026-03-09')).toContain('Closed on: Mon, Mar 9');
    expect(await said('bob', '/won Acme Corp 5k on 2026-03-12')).toContain('still to come');
    expect(deals().map(({ closedOn }) => closedOn)).toEqual(['2026-03-10', '2026-03-09']);
    expect(countersOf(bot, '李雷', '2026-03-10')?.won).toBe(1);
  });

  it('adds the invoice of the first payment, in part when the line says which part', async () => {
    await bot.say('li', '/won 晨光科技 12万 due 2026-04-30 续约');
    await bot.say('li', '/won 晨光科技 12万 首付30% 付款日 4月30日');
    await bot.say('li', '/won 晨光科技 12万 首付款5万 月底前付款');
    expect(invoices()).toMatchObject([
      { dueOn: '2026-04-30', amountMinor: 12_000_000 },
      { dueOn: '2026-04-30', amountMinor: 3_600_000 },
      { dueOn: '2026-03-31', amountMinor: 5_000_000 },
    ]);
  });

  it.each([
    ['/won', '是哪位客户'],
    ['/won 晨光科技', '金额是多少'],
    ['/won 晨光科技 30多万', '拿不准'],
    ['/won 晨光科技 15-20万', '拿不准'],
    ['/won 晨光科技 约12万', '拿不准'],
    ['/won 晨光科技 -5000', '拿不准'],
    ['/won 晨光科技 12万 due 哪天', '请写成 2026-03-12 这样'],
    ['/won 晨光科技 12万 due 2026-03-01', '不能早于成交日'],
    ['/won 没听过 12万', '没有叫“没听过”的客户'],
    ['/won 晨光 12万', '可能是晨光科技'],
  ])('refuses %s with what to type, and records nothing', async (line, sentence) => {
    expect(await said('li', line)).toContain(sentence);
    expect(deals()).toEqual([]);
    expect(invoices()).toEqual([]);
  });

  it('shows no names somebody may not see', async () => {
    const text = await said('wang', '/won 晨光 12万');
    expect(text).not.toContain('晨光科技');
  });
});

describe('who may', () => {
  it.each([
    ['li', true],
    ['mei', true],
    ['ann', true],
    ['wang', false],
    ['dan', false],
  ])('%s: %s', async (user, may) => {
    await bot.say(user, '/won 晨光科技 12万');
    expect(deals().length).toBe(may ? 1 : 0);
    // It counts for the owner, whoever types it.
    if (may) expect(deals()[0]?.memberId).toBe(memberOf(bot, '李雷').id);
  });

  it('sends whoever wins a customer of the pool to take it first', async () => {
    await giveCustomer(bot, '公海公司', null);
    expect(await said('li', '/won 公海公司 12万')).toContain('请先领取');
  });

  it('needs a team of the owner or of the asker', async () => {
    await bot.restart([
      { user: 'zoe', name: 'Zoe', team: null, locale: 'en' },
      { user: 'ann', name: '安然', role: 'admin', team: null },
      { user: 'li', name: '李雷' },
    ]);
    await giveCustomer(bot, 'Nobody Ltd', 'Zoe');
    await giveCustomer(bot, '晨光科技', '李雷');
    expect(await said('zoe', '/won Nobody Ltd 5k')).toContain('not in a team yet');
    expect(await said('ann', '/won 晨光科技 12万')).toContain('计入: 李雷');
  });
});

describe('undo', () => {
  it('removes a deal that was never open, its invoice and its count', async () => {
    const card = cardOf(await bot.say('li', '/won 晨光科技 12万 due 2026-04-30'));
    const text = textOf(cardOf(await bot.press('li', intentOf(card, '撤销'))));
    expect(text).toContain('已撤销：晨光科技');
    expect(deals()).toEqual([]);
    expect(invoices()).toEqual([]);
    expect(countersOf(bot, '李雷', '2026-03-11')?.won).toBe(0);
  });

  it('opens a deal again as it was quoted', async () => {
    await bot.say('li', '/followup 给晨光科技打了电话，聊了方案和价格，报价15万');
    const before = deals();
    const card = cardOf(await bot.say('li', '/won 晨光科技 12万 续约'));
    await bot.press('li', intentOf(card, '撤销'));
    expect(deals()).toEqual(before);
  });

  it('is for whoever recorded it, for ten minutes, once', async () => {
    const card = cardOf(await bot.say('li', '/won 晨光科技 12万'));
    const undo = intentOf(card, '撤销');
    for (const user of ['wang', 'mei', 'bob']) {
      await bot.press(user, undo);
      expect(deals().length).toBe(1);
    }
    bot.now += 11 * 60_000;
    expect(textOf(cardOf(await bot.press('li', undo)))).toContain('10 分钟');
    bot.now -= 10 * 60_000;
    await bot.press('li', undo);
    expect(deals()).toEqual([]);
    expect(textOf(cardOf(await bot.press('li', undo)))).toContain('已经撤销');
  });

  it('leaves a trail', async () => {
    const card = cardOf(await bot.say('li', '/won 晨光科技 12万'));
    await bot.press('li', intentOf(card, '撤销'));
    const actions = bot.workspace.read((db) =>
      db.select().from(audit).where(eq(audit.subject, 'deal:1')).all(),
    );
    expect(actions.map(({ action }) => action)).toEqual(['deal.won', 'deal.undone']);
  });
});

describe('redelivery', () => {
  it('changes nothing and answers the same', async () => {
    const first = await bot.say('li', '/won 晨光科技 12万', 'direct', 'd-1');
    bot.now += 60_000;
    expect(await bot.say('li', '/won 晨光科技 12万', 'direct', 'd-1')).toEqual(first);
    expect(deals().length).toBe(1);
  });
});

describe('confirmed from a follow-up', () => {
  const follow = async (line: string, user = 'li') =>
    intentOf(cardOf(await bot.say(user, line)), user === 'bob' ? 'Record the win' : '登记成交');

  it('closes with the amount of the line and an invoice for what is due', async () => {
    const intent = await follow('/followup 晨光科技签了，合同12万，月底前首付款');
    const text = textOf(cardOf(await bot.press('li', intent)));
    expect(text).toContain('成交：晨光科技，¥120,000');
    expect(text).toContain('3月31日');
    expect(deals()).toMatchObject([{ status: 'won', amountMinor: 12_000_000, closedBy: 1 }]);
    expect(invoices()).toMatchObject([{ dueOn: '2026-03-31', amountMinor: 12_000_000 }]);
  });

  it('is recorded once, however often it is pressed', async () => {
    const intent = await follow('/followup 晨光科技签了，合同12万');
    await bot.press('li', intent);
    const again = textOf(cardOf(await bot.press('li', intent)));
    expect(again).toContain('已经登记过');
    expect(deals().length).toBe(1);
    expect(countersOf(bot, '李雷', '2026-03-11')?.won).toBe(1);
  });

  it('belongs to its author alone', async () => {
    const intent = await follow('/followup 晨光科技签了，合同12万');
    for (const user of ['wang', 'mei', 'ann']) {
      expect(textOf(cardOf(await bot.press(user, intent)))).toContain('别人的记录');
    }
    expect(deals()).toEqual([]);
  });

  it('refuses a follow-up on a colleague’s customer', async () => {
    const intent = await follow('/followup Acme Corp signed, contract $5k', 'li');
    expect(textOf(cardOf(await bot.press('li', intent)))).toContain('有同事在负责');
    expect(deals()).toEqual([]);
  });

  it('asks for the amount when the line names none, starting from the quote', async () => {
    await bot.say('bob', '/followup Called Acme Corp, quoted $15k for the annual plan');
    const intent = await follow('/followup Acme Corp signed the contract today', 'bob');
    const form = formOf(await bot.press('bob', intent));
    expect(form.inputs[0]).toMatchObject({ name: 'amount', value: '15000 USD' });
    const wrong = formOf(await bot.submit('bob', form.intent, { amount: 'a lot' }));
    expect(wrong.errors?.amount).toContain('not sure');
    const text = textOf(cardOf(await bot.submit('bob', form.intent, { amount: '$14k' })));
    expect(text).toContain('Won: Acme Corp, $14,000');
    expect(deals()).toMatchObject([{ status: 'won', amountMinor: 1_400_000 }]);
  });

  it('can be undone and confirmed anew', async () => {
    const intent = await follow('/followup 晨光科技签了，合同12万');
    const card = cardOf(await bot.press('li', intent));
    await bot.press('li', intentOf(card, '撤销'));
    expect(deals()).toEqual([]);
    await bot.press('li', intent);
    expect(deals().length).toBe(1);
  });

  it('refuses one that was taken back', async () => {
    const card = cardOf(await bot.say('li', '/followup 晨光科技签了，合同12万'));
    await bot.press('li', intentOf(card, '撤销'));
    const text = textOf(cardOf(await bot.press('li', intentOf(card, '登记成交'))));
    expect(text).toContain('已经不存在');
  });

  it.each([{ followup: 99 }, { followup: -1 }, { followup: 'x' }, {}])(
    'survives a forged button %o',
    async (args) => {
      const intent = { command: 'won', verb: 'confirm', args };
      expect(cardOf(await bot.press('li', intent as never)).tone).toBe('warning');
    },
  );
});
