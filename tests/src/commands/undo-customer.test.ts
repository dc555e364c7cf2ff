// Taking back the follow-up that brought a customer in: the customer is nobody's again, unless there is more about them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '../../../src/domain/time.ts';
import { addAlias, bookOf, listContacts } from '../../../src/store/customer.ts';
import { type TestBot, testBot } from '../../support/bot.ts';
import { customers, filled, followups, idOf, lastFollowup, said } from '../state.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});
afterEach(async () => {
  expect(bot.faults).toEqual([]);
  expect(bot.workspace.read((db) => db.all('pragma foreign_key_check'))).toEqual([]);
  await bot.close();
});

const log = async (line = '电话联系晨光科技张总，谈了方案，报价3万', user = 'li') => {
  await bot.say(user, `/followup ${line}`);
  return lastFollowup(bot).id;
};
const undo = (id: number, user = 'li') =>
  bot.press(user, { command: 'followup', verb: 'undo', args: { id } });
const book = (user: string): string[] =>
  bot.workspace.read((db) => bookOf(db, idOf(bot, user))).map(({ name }) => name);
const owner = (name = '晨光科技') => customers(bot).find((row) => row.name === name)?.ownerId;

describe('a customer whose only follow-up was taken back', () => {
  it('is in nobody’s book, not taken, and keeps the log as it was', async () => {
    const id = await log();
    expect(book('li')).toEqual(['晨光科技']);
    expect(said(await bot.say('wang', '/customer 晨光科技'))).toContain('已有人');
    bot.now += MINUTE;
    await undo(id);
    expect(book('li')).toEqual([]);
    expect(owner()).toBeNull();
    expect(said(await bot.say('wang', '/customer 晨光科技'))).not.toContain('已有人');
    expect(followups(bot)).toMatchObject([{ id, undoneAt: bot.now }]);
    const [row] = customers(bot);
    expect(bot.workspace.read((db) => listContacts(db, row?.id ?? 0))).toEqual([]);
  });

  it('is whoever’s who follows up next, and can be taken back again', async () => {
    await undo(await log());
    const id = await log('拜访晨光科技，谈了产线', 'wang');
    expect(book('wang')).toEqual(['晨光科技']);
    expect(owner()).toBe(idOf(bot, 'wang'));
    await undo(id, 'wang');
    expect(owner()).toBeNull();
    expect(book('wang')).toEqual([]);
  });

  it('stays when there is another follow-up, until that is taken back as well', async () => {
    const first = await log();
    bot.now += MINUTE;
    const second = await log('微信联系晨光科技，发了案例');
    await undo(first);
    expect(owner()).toBe(idOf(bot, 'li'));
    await undo(second);
    expect(owner()).toBeNull();
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a colleague’s follow-up', () => log('电话联系晨光科技，谈了合同', 'wang')],
    ['a lead', () => bot.say('li', '/lead 晨光科技 官网')],
    ['a deal', () => bot.say('li', '/won 晨光科技 3万')],
    ['a payment', () => bot.say('li', '/paid 晨光科技 3万')],
    ['a handoff', () => bot.say('li', '/handoff 晨光科技 @王芳 请接手，下周演示')],
    [
      'another name somebody gave them',
      () => {
        const [row] = customers(bot);
        return bot.workspace.write((db) => addAlias(db, row?.id ?? 0, '晨光'));
      },
    ],
  ])('stays for %s', async (_what, refer) => {
    const id = await log('电话联系晨光科技，谈了方案');
    await refer();
    await undo(id);
    expect(owner()).toBe(idOf(bot, 'li'));
  });

  it('was somebody’s before stays theirs', async () => {
    await log();
    bot.now += 60 * MINUTE;
    await undo(await log('微信联系晨光科技，发了案例'));
    expect(owner()).toBe(idOf(bot, 'li'));
    await undo(await log('电话联系晨光科技，谈了合同', 'wang'), 'wang');
    expect(owner()).toBe(idOf(bot, 'li'));
    expect(book('wang')).toEqual([]);
  });
});

it('a name that was corrected leaves nothing behind, and neither does taking back the correction', async () => {
  const id = await log('电话联系晨光科计，谈了方案');
  bot.now += MINUTE;
  const form = await bot.press('li', { command: 'followup', verb: 'fix', args: { id } });
  await bot.submit(
    'li',
    { command: 'followup', verb: 'fixed', args: { id } },
    filled(form, { customer: '晨光科技' }),
  );
  expect(owner('晨光科计')).toBeNull();
  expect(book('li')).toEqual(['晨光科技']);
  await undo(id);
  expect(owner('晨光科技')).toBeNull();
  expect(book('li')).toEqual([]);
});
