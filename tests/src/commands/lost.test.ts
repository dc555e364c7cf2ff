import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localeFor } from '../../../src/locales/index.ts';
import { deal } from '../../../src/store/schema/index.ts';
import { countersOf, differences, giveCustomer } from '../../support/book.ts';
import { actionsOf, botPerTest, cardOf, formOf, intentOf, textOf } from '../../support/bot.ts';

const bot = botPerTest();
beforeEach(async () => {
  await giveCustomer(bot, '晨光科技', '李雷');
  await giveCustomer(bot, 'Acme Corp', 'Bob Stone');
});
afterEach(() => expect(differences(bot)).toEqual([]));

const deals = () => bot.workspace.read((db) => db.select().from(deal).all());
const said = async (user: string, line: string) => textOf(cardOf(await bot.say(user, line)));

describe('/lost typed', () => {
  it('closes the open deal, keeps its amount and moves the counter', async () => {
    await bot.say('li', '/followup 给晨光科技打了电话，聊了方案和价格，报价15万');
    expect(await said('li', '/lost 晨光科技 客户决定自己开发')).toContain('原因: 客户决定自己开发');
    expect(deals()).toMatchObject([
      { status: 'lost', amountMinor: 15_000_000, reason: '客户决定自己开发' },
    ]);
    expect(countersOf(bot, '李雷', '2026-03-11')?.lost).toBe(1);
  });

  it('keeps a listed reason as a code that everybody reads in their language', async () => {
    await bot.say('bob', '/lost Acme Corp chose a competitor');
    expect(deals()[0]?.reason).toBe('competitor');
    expect(await said('mei', '/customer Acme Corp')).toContain('选了竞品');
  });

  it('dates a loss as said', async () => {
    expect(await said('li', '/lost 晨光科技 昨天 价格')).toContain('日期: 3月10日周二');
    expect(deals()[0]?.reason).toBe('price');
  });

  it('runs every example it shows', async () => {
    const examples = (tag: string) => localeFor(tag).t.deal.lost.examples;
    for (const line of examples('zh')) expect(await said('li', line)).toContain('丢单：晨光科技');
    for (const line of examples('en')) expect(await said('bob', line)).toContain('Lost: Acme Corp');
  });

  it.each([
    ['/lost', '是哪位客户'],
    ['/lost 没听过', '没有叫“没听过”的客户'],
    ['/lost Acme Corp 价格', '有同事在负责'],
    [`/lost 晨光科技 ${'因'.repeat(501)}`, '500'],
  ])('refuses %s', async (line, sentence) => {
    expect(await said('li', line)).toContain(sentence);
    expect(deals()).toEqual([]);
  });

  it('changes nothing on redelivery', async () => {
    const first = await bot.say('li', '/丟單 晨光科技', 'direct', 'd-1');
    expect(await bot.say('li', '/丟單 晨光科技', 'direct', 'd-1')).toEqual(first);
    expect(deals().length).toBe(1);
  });
});

describe('the reason', () => {
  it('is asked for when missing, and may be tapped', async () => {
    const card = cardOf(await bot.say('li', '/lost 晨光科技'));
    expect(textOf(card)).toContain('为什么丢单');
    const after = cardOf(await bot.press('li', intentOf(card, '没有预算')));
    expect(textOf(after)).toContain('原因: 没有预算');
    expect(actionsOf(after).map(({ label }) => label)).toEqual(['撤销']);
    expect(deals()[0]?.reason).toBe('budget');
  });

  it('may be written in one’s own words', async () => {
    const card = cardOf(await bot.say('bob', '/lost Acme Corp'));
    const form = formOf(await bot.press('bob', intentOf(card, 'Other')));
    expect(formOf(await bot.submit('bob', form.intent, {})).errors?.reason).toBeDefined();
    await bot.submit('bob', form.intent, { reason: 'They were bought' });
    expect(deals()[0]?.reason).toBe('They were bought');
  });

  it('is the owner’s and their manager’s to give', async () => {
    const card = cardOf(await bot.say('li', '/lost 晨光科技'));
    const press = (user: string) => bot.press(user, intentOf(card, '价格'));
    expect(textOf(cardOf(await press('wang')))).toContain('别人的记录');
    expect(deals()[0]?.reason).toBeNull();
    await press('mei');
    expect(deals()[0]?.reason).toBe('price');
  });

  it.each([
    { deal: 1, reason: 'because' },
    { deal: 7, reason: 'price' },
  ])('survives a forged %o', async (args) => {
    const forged = { command: 'lost', verb: 'reason', args };
    expect(cardOf(await bot.press('li', forged)).tone).toBe('warning');
  });
});

describe('undo and confirm', () => {
  it('opens the deal again as it was', async () => {
    await bot.say('li', '/followup 给晨光科技打了电话，聊了方案和价格，报价15万');
    const before = deals();
    const card = cardOf(await bot.say('li', '/lost 晨光科技'));
    await bot.press('li', intentOf(card, '价格'));
    expect(textOf(cardOf(await bot.press('wang', intentOf(card, '撤销'))))).toContain('别人');
    await bot.press('li', intentOf(card, '撤销'));
    expect(deals()).toEqual(before);
    expect(countersOf(bot, '李雷', '2026-03-11')?.lost).toBe(0);
  });

  it('is recorded once from a follow-up, by its author', async () => {
    const card = cardOf(await bot.say('li', '/followup 给晨光科技打了电话，他们选了竞品，丢单了'));
    const intent = intentOf(card, '登记丢单');
    expect(textOf(cardOf(await bot.press('mei', intent)))).toContain('别人的记录');
    await bot.press('li', intent);
    expect(textOf(cardOf(await bot.press('li', intent)))).toContain('已经登记过');
    expect(deals()).toMatchObject([{ status: 'lost', closedBy: 1 }]);
  });
});
