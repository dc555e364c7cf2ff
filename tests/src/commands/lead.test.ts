import { beforeEach, describe, expect, it } from 'vitest';
import { localeFor } from '../../../src/locales/index.ts';
import { lead } from '../../../src/store/schema/index.ts';
import { customerOf, giveCustomer, mailOf, memberOf, outboxOf } from '../../support/book.ts';
import { botPerTest, cardOf, formOf, intentOf, textOf } from '../../support/bot.ts';

const bot = botPerTest();
beforeEach(async () => {
  await giveCustomer(bot, '晨光科技', '李雷');
  await giveCustomer(bot, 'Acme Corp', 'Bob Stone');
});

const leads = () => bot.workspace.read((db) => db.select().from(lead).all());
const said = async (user: string, line: string) => textOf(cardOf(await bot.say(user, line)));

describe('/lead', () => {
  it('makes the customer, starts the clock and says until when an answer is on target', async () => {
    const text = await said('li', '/lead 蓝天贸易 官网');
    expect(text).toContain('新线索归你：蓝天贸易');
    expect(text).toContain('来源: 官网');
    expect(text).toContain('3月11日周三 10:30 前');
    expect(leads()).toMatchObject([
      {
        kind: 'inbound',
        source: '官网',
        memberId: memberOf(bot, '李雷').id,
        assignedAt: bot.now,
        assignedOn: '2026-03-11',
        answeredAt: null,
      },
    ]);
    expect(customerOf(bot, '蓝天贸易').ownerId).toBe(memberOf(bot, '李雷').id);
    expect(outboxOf(bot)).toEqual([]);
  });

  it('counts the target in the team’s working hours', async () => {
    bot.now = Date.parse('2026-03-13T17:50:00+08:00');
    expect(await said('li', '/lead 蓝天贸易')).toContain('3月16日周一 09:20 前');
  });

  it('tells the assignee privately in their language, with a button to log', async () => {
    const text = await said('mei', '/lead 蓝天贸易 来源：展会 @Bob Stone');
    expect(text).toContain('已私下通知Bob Stone');
    const [mail] = mailOf(bot, 'bob');
    expect(mail?.key).toBe('lead:1');
    expect(mail?.card.title).toBe('New lead for you: 蓝天贸易');
    if (mail === undefined) throw new Error('no mail');
    expect(textOf(mail.card)).toContain('梅琳 gave it to you');
    const form = formOf(await bot.press('bob', intentOf(mail.card, 'Log the first answer')));
    const values = { customer: '蓝天贸易', channel: 'phone', outcome: 'connected', note: 'hi' };
    await bot.submit('bob', form.intent, values);
    expect(leads()[0]?.answeredAt).toBe(bot.now);
  });

  it('takes a mention before a typed name', async () => {
    const mentions = [{ person: { platform: 'test', tenant: 't1', user: 'wang' }, name: '芳芳' }];
    await bot.ask('mei', { kind: 'command', line: '/lead 蓝天贸易 @芳芳', mentions });
    expect(leads()[0]?.memberId).toBe(memberOf(bot, '王芳').id);
    expect(customerOf(bot, '蓝天贸易').name).toBe('蓝天贸易');
  });

  it('uses the assignee’s own day', async () => {
    await bot.say('ann', '/lead Blue Sky Ltd @Dan Fox');
    expect(leads()).toMatchObject([{ assignedOn: '2026-03-10' }]);
  });

  it.each([
    ['li', '@李雷', true],
    ['li', '@王芳', false],
    ['mei', '@王芳', true],
    ['mei', '@Dan Fox', false],
    ['ann', '@Dan Fox', true],
    ['dan', '@Dan Fox', true],
    ['dan', '@李雷', false],
  ])('%s gives to %s: %s', async (user, who, may) => {
    await bot.say(user, `/lead 蓝天贸易 ${who}`);
    expect(leads().length).toBe(may ? 1 : 0);
    expect(outboxOf(bot).length).toBe(may && user !== 'li' && user !== 'dan' ? 1 : 0);
  });

  it('takes a customer of the pool, and its own customer’s new inquiry', async () => {
    await giveCustomer(bot, '公海公司', null);
    await bot.say('wang', '/lead 公海公司');
    expect(customerOf(bot, '公海公司').ownerId).toBe(memberOf(bot, '王芳').id);
    await bot.say('li', '/lead 晨光科技 电话');
    expect(leads().length).toBe(2);
  });

  it('never takes a customer from its owner, and says who decides', async () => {
    const text = await said('wang', '/lead 晨光科技');
    expect(text).toContain('负责人、对方的经理或管理员');
    expect(text).not.toContain('李雷');
    expect(await said('mei', '/lead 晨光科技 @王芳')).toContain('“晨光科技”由李雷负责');
    expect(leads()).toEqual([]);
    await bot.say('mei', '/lead 晨光科技 @李雷');
    expect(leads().length).toBe(1);
  });

  it('starts no second clock while the first runs', async () => {
    await bot.say('li', '/lead 晨光科技');
    bot.now += 600_000;
    expect(await said('li', '/lead 晨光科技 官网')).toContain('从 3月11日周三 10:00 起');
    expect(leads().length).toBe(1);
  });

  it('changes nothing on redelivery', async () => {
    const first = await bot.say('mei', '/线索 蓝天贸易 @王芳', 'direct', 'd-1');
    bot.now += 60_000;
    expect(await bot.say('mei', '/线索 蓝天贸易 @王芳', 'direct', 'd-1')).toEqual(first);
    expect(leads().length).toBe(1);
    expect(outboxOf(bot).length).toBe(1);
  });
});

describe('where the name ends', () => {
  it.each([
    ['Blue Sky Ltd', 'Blue Sky Ltd', null],
    ['Blue Sky Ltd website', 'Blue Sky Ltd', 'website'],
    ['Blue Sky Ltd, a friend of Jane', 'Blue Sky Ltd', 'a friend of Jane'],
    ['Blue Sky Ltd from the trade fair', 'Blue Sky Ltd', 'the trade fair'],
    ['蓝天贸易 老客户介绍', '蓝天贸易', '老客户介绍'],
    ['蓝天贸易，来源：抖音', '蓝天贸易', '来源：抖音'],
    ['蓝天贸易 来自 展会', '蓝天贸易', '展会'],
    ['Acme Corp website', 'Acme Corp', 'website'],
    ['Acme Corp East, website', 'Acme Corp East', 'website'],
    ['长'.repeat(200), '长'.repeat(200), null],
  ])('%s', async (line, name, source) => {
    await bot.say('bob', `/lead ${line}`);
    const [row] = leads();
    expect(row?.customerId).toBe(customerOf(bot, name).id);
    expect(row?.source ?? null).toBe(source === '来源：抖音' ? '抖音' : source);
  });

  it('asks when a known name goes on', async () => {
    expect(await said('bob', '/lead Acme Corp East')).toContain('Does “East” belong to the name?');
    expect(leads()).toEqual([]);
  });

  it.each([
    ['/lead', 'Which customer?'],
    ['/lead @Bob', 'Which customer?'],
    [`/lead ${'x'.repeat(201)}`, '200'],
    [`/lead Blue Sky, ${'x'.repeat(101)}`, '100'],
    ['/lead Blue Sky @Nobody', 'nobody called “@Nobody”'],
  ])('refuses %s', async (line, sentence) => {
    expect(await said('bob', line)).toContain(sentence);
    expect(leads()).toEqual([]);
  });

  it('runs every example it shows', async () => {
    const [first = '', second = ''] = localeFor('en').t.lead.examples;
    expect(await said('bob', first)).toContain('New lead, yours: Acme Corp');
    await giveCustomer(bot, 'Other', null);
    bot.now += 60_000;
    expect(await said('bob', second)).toContain('Waiting already');
    const [chinese = '', given = ''] = localeFor('zh').t.lead.examples;
    expect(await said('li', chinese)).toContain('来源: 官网');
    expect(await said('mei', given)).toContain('李雷负责');
  });
});
