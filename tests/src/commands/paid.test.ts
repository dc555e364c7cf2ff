import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localeFor } from '../../../src/locales/index.ts';
import { payment, score } from '../../../src/store/schema/index.ts';
import { differences, giveCustomer, memberOf } from '../../support/book.ts';
import { botPerTest, cardOf, formOf, intentOf, textOf } from '../../support/bot.ts';

const bot = botPerTest();
beforeEach(async () => {
  await giveCustomer(bot, '晨光科技', '李雷');
  await giveCustomer(bot, 'Acme Corp', 'Bob Stone');
});
afterEach(() => expect(differences(bot)).toEqual([]));

const payments = () => bot.workspace.read((db) => db.select().from(payment).all());
const said = async (user: string, line: string) => textOf(cardOf(await bot.say(user, line)));

describe('/paid typed', () => {
  it('records full digits, currency, note, team and day', async () => {
    const text = await said('bob', '/paid Acme Corp $5,000 first instalment');
    expect(text).toContain('Payment: Acme Corp, $5,000');
    expect(text).toContain('Note: first instalment');
    expect(payments()).toMatchObject([
      {
        amountMinor: 500_000,
        currency: 'USD',
        paidOn: '2026-03-11',
        note: 'first instalment',
        memberId: memberOf(bot, 'Bob Stone').id,
        teamId: memberOf(bot, 'Bob Stone').teamId,
      },
    ]);
  });

  it('adds up what came in, a sum a currency', async () => {
    await bot.say('li', '/paid 晨光科技 5万');
    await bot.say('li', '/paid 晨光科技 $1,200.50');
    const text = await said('li', '/回款 晨光科技 三万五');
    expect(text).toContain('该客户累计回款: ¥85,000和US$1,200.5');
  });

  it('takes a refund only when it is called one', async () => {
    expect(await said('li', '/paid 晨光科技 -3000')).toContain('退款');
    expect(payments()).toEqual([]);
    expect(await said('li', '/paid 晨光科技 退款 3000 质量问题')).toContain(
      '退款：晨光科技，¥3,000',
    );
    expect(await said('bob', '/paid Acme Corp -$500 refund')).toContain('Refund: Acme Corp, $500');
    expect(payments().map(({ amountMinor }) => amountMinor)).toEqual([-300_000, -50_000]);
  });

  it('counts for the collection that an earlier win made due', async () => {
    await bot.say('li', '/won 晨光科技 12万 于3月1日 due 2026-03-10');
    await bot.say('li', '/won 晨光科技 8万 于3月1日 due 2026-03-09');
    const before = memberOf(bot, '李雷').id;
    const card = cardOf(await bot.say('li', '/paid 晨光科技 20万'));
    expect(textOf(card)).toMatch(/本月积分 \S+ → \S+（\+/);
    const rows = bot.workspace.read((db) => db.select().from(score).all());
    expect(rows.find(({ memberId }) => memberId === before)?.stale).toBe(false);
  });

  it('runs every example it shows', async () => {
    const examples = (tag: string) => localeFor(tag).t.deal.paid.examples;
    for (const line of examples('zh')) expect(await said('li', line)).toContain('款：晨光科技');
    for (const line of examples('en')) expect(await said('bob', line)).toContain(': Acme Corp');
  });

  it.each([
    ['/paid', '是哪位客户'],
    ['/paid 晨光科技', '金额是多少'],
    ['/paid 晨光科技 几千块', '拿不准'],
    ['/paid 晨光科技 5万 于2026-03-20', '还没到'],
    ['/paid Acme Corp 5万', '有同事在负责'],
  ])('refuses %s', async (line, sentence) => {
    expect(await said('li', line)).toContain(sentence);
    expect(payments()).toEqual([]);
  });

  it('changes nothing on redelivery', async () => {
    const first = await bot.say('li', '/paid 晨光科技 5万', 'direct', 'd-1');
    expect(await bot.say('li', '/paid 晨光科技 5万', 'direct', 'd-1')).toEqual(first);
    expect(payments().length).toBe(1);
  });
});

describe('undo and confirm', () => {
  it('takes a payment back, for whoever recorded it', async () => {
    const undo = intentOf(cardOf(await bot.say('li', '/paid 晨光科技 5万')), '撤销');
    expect(textOf(cardOf(await bot.press('mei', undo)))).toContain('别人');
    expect(payments().length).toBe(1);
    expect(textOf(cardOf(await bot.press('li', undo)))).toContain('已撤销：晨光科技');
    expect(payments()).toEqual([]);
    expect(textOf(cardOf(await bot.press('li', undo)))).toContain('已经撤销');
  });

  it('says how to correct one after ten minutes', async () => {
    const undo = intentOf(cardOf(await bot.say('li', '/paid 晨光科技 5万')), '撤销');
    bot.now += 11 * 60_000;
    expect(textOf(cardOf(await bot.press('li', undo)))).toContain('退款');
    expect(payments().length).toBe(1);
  });

  it('is recorded once from a follow-up, by its author', async () => {
    const card = cardOf(await bot.say('li', '/followup 晨光科技付款5万到账了'));
    const intent = intentOf(card, '登记回款');
    expect(textOf(cardOf(await bot.press('wang', intent)))).toContain('别人的记录');
    await bot.press('li', intent);
    expect(textOf(cardOf(await bot.press('li', intent)))).toContain('已经登记过');
    expect(payments()).toMatchObject([{ amountMinor: 5_000_000, followupId: 1 }]);
  });

  it('asks for the amount when a follow-up names none', async () => {
    await bot.say('bob', '/followup Acme Corp paid the invoice');
    const form = formOf(
      await bot.press('bob', { command: 'paid', verb: 'confirm', args: { followup: 1 } }),
    );
    expect(form.title).toBe('For how much?');
    await bot.submit('bob', form.intent, { amount: '5k' });
    expect(payments()).toMatchObject([{ amountMinor: 500_000 }]);
  });

  it.each([{ payment: 9 }, { payment: 'x' }, {}])('survives a forged %o', async (args) => {
    const forged = { command: 'paid', verb: 'undo', args };
    expect(cardOf(await bot.press('li', forged as never)).tone).toBe('warning');
  });
});
