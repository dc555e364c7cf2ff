import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localeFor } from '../../../src/locales/index.ts';
import { audit, deal, handoff, step } from '../../../src/store/schema/index.ts';
import {
  customerOf,
  differences,
  giveCustomer,
  mailOf,
  memberOf,
  outboxOf,
} from '../../support/book.ts';
import { actionsOf, botPerTest, cardOf, formOf, intentOf, textOf } from '../../support/bot.ts';

const NOTE = '张总四月拍板，倾向年付方案，下一步发合同';

const bot = botPerTest();
beforeEach(async () => {
  await giveCustomer(bot, '晨光科技', '李雷');
  await giveCustomer(bot, 'Acme Corp', 'Bob Stone');
});
afterEach(() => expect(differences(bot)).toEqual([]));

const handoffs = () => bot.workspace.read((db) => db.select().from(handoff).all());
const said = async (user: string, line: string) => textOf(cardOf(await bot.say(user, line)));
const offer = (user = 'li', who = '@王芳') => bot.say(user, `/handoff 晨光科技 ${who} ${NOTE}`);
const lastMail = (user: string) => {
  const card = mailOf(bot, user).at(-1)?.card;
  if (card === undefined) throw new Error(`no mail for ${user}`);
  return card;
};
const ownerName = (name: string) =>
  ['李雷', '王芳', 'Bob Stone', 'Dan Fox'].find(
    (member) => memberOf(bot, member).id === customerOf(bot, name).ownerId,
  );

describe('offering', () => {
  it('asks the receiver privately, in their language', async () => {
    await bot.say('li', '/followup 给晨光科技张总打了电话，意向A，明天下午3点去演示');
    const card = cardOf(await offer('li', '@Bob Stone'));
    expect(textOf(card)).toContain('交接说明完整度 100%');
    const mail = lastMail('bob');
    expect(mail.title).toBe('李雷 wants to hand over to you: 晨光科技');
    expect(textOf(mail)).toContain('Intent: A – ready to buy within a month');
    expect(textOf(mail)).toContain('Contacts: 张总');
    expect(textOf(mail)).toContain('give a demo · Thu, Mar 12 15:00');
    expect(textOf(mail)).toContain(NOTE);
    expect(handoffs()).toMatchObject([
      { noteCompleteness: 1_000_000, createdOn: '2026-03-11', acceptedAt: null },
    ]);
    expect(ownerName('晨光科技')).toBe('李雷');
  });

  it('says what the note still lacks', async () => {
    const text = textOf(cardOf(await bot.say('li', '/handoff 晨光科技 @王芳 请跟进')));
    expect(text).toContain('完整度 0%');
    expect(text).toContain('联系人、意向等级、下一步和下一步日期');
    expect(handoffs()[0]?.noteCompleteness).toBe(0);
  });

  it.each([
    '/交接 晨光科技 @王芳 张总四月拍板',
    '/handoff @王芳 晨光科技 张总四月拍板',
    '/handoff 晨光科技@王芳张总四月拍板',
    '/handoff 晨光科技 ＠王芳，张总四月拍板',
    '/handoff 晨光科技 王芳 张总四月拍板',
  ])('understands %s', async (line) => {
    await bot.say('li', line);
    expect(handoffs()).toMatchObject([{ toId: memberOf(bot, '王芳').id, note: '张总四月拍板' }]);
  });

  it('takes names with spaces, and a first name that only one has', async () => {
    await bot.say('bob', '/handoff Acme Corp @Dan Fox Jane decides in April');
    expect(handoffs()[0]).toMatchObject({ note: 'Jane decides in April' });
    await bot.say('li', '/handoff 晨光科技 @dan 张总四月拍板');
    expect(handoffs()[1]).toMatchObject({ toId: memberOf(bot, 'Dan Fox').id });
  });

  it.each([
    ['/handoff 晨光科技', '是谁'],
    ['/handoff 晨光科技 @王芳', '目前的进展'],
    ['/handoff @王芳', '是哪位客户'],
    ['/handoff 晨光科技 @李雷 自己', '不能交接给客户现在的负责人'],
    ['/handoff 晨光科技 @没有 你好', '没有叫“@没有”的成员'],
    ['/handoff Acme Corp @王芳 你好', '有同事在负责'],
    ['/handoff 没听过 @王芳 你好', '没有叫“没听过”的客户'],
    [`/handoff 晨光科技 @王芳 ${'长'.repeat(2001)}`, '2000'],
  ])('refuses %s', async (line, sentence) => {
    expect(await said('li', line)).toContain(sentence);
    expect(handoffs()).toEqual([]);
    expect(outboxOf(bot)).toEqual([]);
  });

  it.each([
    ['li', true],
    ['mei', true],
    ['ann', true],
    ['wang', false],
    ['dan', false],
  ])('is allowed to %s: %s', async (user, may) => {
    await offer(user, '@Bob Stone');
    expect(handoffs().length).toBe(may ? 1 : 0);
    if (may) expect(handoffs()[0]?.fromId).toBe(memberOf(bot, '李雷').id);
    // Whoever decides for the owner does not do so behind their back.
    expect(mailOf(bot, 'li').length).toBe(may && user !== 'li' ? 1 : 0);
  });

  it('allows one at a time', async () => {
    await offer();
    expect(textOf(cardOf(await offer('li', '@Bob Stone')))).toContain('正在交接中');
    expect(handoffs().length).toBe(1);
  });

  it('changes nothing on redelivery', async () => {
    const line = `/handoff 晨光科技 @王芳 ${NOTE}`;
    const first = await bot.say('li', line, 'direct', 'd-1');
    expect(await bot.say('li', line, 'direct', 'd-1')).toEqual(first);
    expect(handoffs().length).toBe(1);
    expect(outboxOf(bot).length).toBe(1);
  });

  it('takes a form as well, with everybody but the owner to choose from', async () => {
    const card = cardOf(await bot.say('mei', '/customer 晨光科技'));
    const form = formOf(await bot.press('mei', intentOf(card, '交接')));
    const [who] = form.inputs;
    if (who?.kind !== 'person') throw new Error('no person');
    expect(who.options.map(({ label }) => label)).not.toContain('李雷');
    const again = formOf(await bot.submit('mei', form.intent, { to: '99', note: '' }));
    expect(Object.keys(again.errors ?? {})).toEqual(['to', 'note']);
    await bot.submit('mei', form.intent, { to: String(memberOf(bot, '王芳').id), note: NOTE });
    expect(handoffs()).toMatchObject([{ note: NOTE, toId: memberOf(bot, '王芳').id }]);
    expect(textOf(cardOf(await bot.submit('wang', form.intent, {})))).toContain('有同事在负责');
  });

  it('lists what waits on both sides, or how to begin', async () => {
    expect(await said('li', '/handoff')).toContain('没有等待确认的交接');
    await offer();
    expect(await said('li', '/交接')).toContain('你提出的');
    const card = cardOf(await bot.say('wang', '/handoff'));
    expect(actionsOf(card).map(({ label }) => label)).toEqual(['接受: 晨光科技', '谢绝: 晨光科技']);
  });

  it('runs every example it shows', async () => {
    for (const line of localeFor('en').t.handoff.examples) {
      expect(cardOf(await bot.say('mei', line.replace('@Bob', '@Dan'))).tone).not.toBe('warning');
    }
    for (const line of localeFor('zh').t.handoff.examples) {
      expect(cardOf(await bot.say('li', line)).tone).not.toBe('warning');
    }
  });
});

describe('accepting', () => {
  it('moves the customer, its open steps and open deals, and tells the giver', async () => {
    await bot.say('li', '/followup 给晨光科技张总打了电话，意向A，报价15万，明天下午3点去演示');
    await offer('li', '@Bob Stone');
    bot.now += 3_600_000;
    const accept = intentOf(lastMail('bob'), 'Accept');
    const card = cardOf(await bot.press('bob', accept));
    expect(card.title).toBe('Yours now: 晨光科技');
    expect(ownerName('晨光科技')).toBe('Bob Stone');
    const bob = memberOf(bot, 'Bob Stone').id;
    const rows = bot.workspace.read((db) => ({
      steps: db.select().from(step).all(),
      deals: db.select().from(deal).all(),
      trail: db.select().from(audit).where(eq(audit.action, 'customer.handed_over')).all(),
    }));
    expect(rows.steps).toMatchObject([{ memberId: bob, dueOn: '2026-03-12', doneAt: null }]);
    expect(rows.deals).toMatchObject([{ memberId: bob, status: 'open' }]);
    expect(rows.trail).toMatchObject([{ actorId: bob, after: { ownerId: bob } }]);
    expect(lastMail('li').title).toBe('Bob Stone已接手：晨光科技');
    const [row] = handoffs();
    expect((row?.acceptedAt ?? 0) - (row?.createdAt ?? 0)).toBe(3_600_000);
  });

  it('stops the second clock at the first follow-up, which closes the step that came along', async () => {
    await bot.say('li', '/followup 给晨光科技张总打了电话，意向A，明天下午3点去演示');
    await offer();
    await bot.press('wang', intentOf(lastMail('wang'), '接受'));
    bot.now += 3_600_000;
    await bot.say('wang', '/followup 给晨光科技张总打了电话，说明以后由我负责');
    expect(handoffs()[0]?.followedAt).toBe(bot.now);
    const steps = bot.workspace.read((db) => db.select().from(step).all());
    expect(steps.map(({ doneBy }) => doneBy)).toEqual([2]);
  });

  it('is the receiver’s alone, and happens once', async () => {
    await offer();
    const accept = intentOf(lastMail('wang'), '接受');
    for (const user of ['li', 'mei', 'bob', 'dan']) {
      const text = textOf(cardOf(await bot.press(user, accept)));
      expect(text).toMatch(/别人的记录|somebody else/);
    }
    expect(ownerName('晨光科技')).toBe('李雷');
    const first = await bot.press('wang', accept, 'd-1');
    expect(await bot.press('wang', accept, 'd-1')).toEqual(first);
    expect(textOf(cardOf(await bot.press('wang', accept)))).toContain('已经结束');
    expect(mailOf(bot, 'li').length).toBe(1);
  });

  it('says that handing straight back does not count, and allows it', async () => {
    await offer();
    await bot.press('wang', intentOf(lastMail('wang'), '接受'));
    const card = cardOf(await bot.say('wang', `/handoff 晨光科技 @李雷 ${NOTE}`));
    expect(textOf(card)).toContain('这次不计入');
    await bot.press('li', intentOf(lastMail('li'), '接受'));
    expect(ownerName('晨光科技')).toBe('李雷');
    bot.now += 8 * 24 * 3_600_000;
    expect(textOf(cardOf(await offer()))).not.toContain('不计入');
  });
});

describe('declining and withdrawing', () => {
  it('asks for a reason, which the giver reads', async () => {
    await offer('li', '@Bob Stone');
    const decline = intentOf(lastMail('bob'), 'Decline');
    expect(textOf(cardOf(await bot.press('wang', decline)))).toContain('别人的记录');
    const form = formOf(await bot.press('bob', decline));
    expect(formOf(await bot.submit('bob', form.intent, {})).errors?.reason).toBeDefined();
    expect(textOf(cardOf(await bot.submit('wang', form.intent, { reason: 'x' })))).toContain(
      '别人',
    );
    await bot.submit('bob', form.intent, { reason: 'My book is full' });
    expect(textOf(lastMail('li'))).toContain('理由: My book is full');
    expect(handoffs()).toMatchObject([{ reason: 'My book is full', acceptedAt: null }]);
    expect(ownerName('晨光科技')).toBe('李雷');
    expect(cardOf(await offer()).tone).toBe('good');
  });

  it('lets the giver and their manager withdraw, and tells the other side', async () => {
    const cancel = intentOf(cardOf(await offer()), '撤回');
    expect(textOf(cardOf(await bot.press('wang', cancel)))).toContain('别人的记录');
    expect(textOf(cardOf(await bot.press('li', cancel)))).toContain('已撤回交接');
    expect(handoffs()).toEqual([]);
    expect(lastMail('wang').title).toContain('李雷撤回了');
    const again = intentOf(cardOf(await offer()), '撤回');
    await bot.press('mei', again);
    expect(handoffs()).toEqual([]);
    expect(lastMail('li').title).toContain('梅琳撤回了');
  });

  it('tells the receiver of every offer, also after a withdrawal', async () => {
    await bot.press('li', intentOf(cardOf(await offer()), '撤回'));
    bot.now += 60_000;
    await offer();
    const offers = mailOf(bot, 'wang').filter(({ card }) =>
      card.title.includes('想把客户交接给你'),
    );
    expect(offers.length).toBe(2);
  });

  it('ends an offer whose old button names another customer', async () => {
    await bot.press('li', intentOf(cardOf(await offer()), '撤回'));
    const old = intentOf(mailOf(bot, 'wang')[0]?.card ?? cardOf([]), '接受');
    await bot.say('bob', '/handoff Acme Corp @王芳 Jane decides in April');
    expect(textOf(cardOf(await bot.press('wang', old)))).toContain('已经结束');
    expect(ownerName('Acme Corp')).toBe('Bob Stone');
  });
});
