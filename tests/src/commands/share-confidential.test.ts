// What concerns a confidential customer is not shared, however old the button is.
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { customer } from '../../../src/store/schema/index.ts';
import { testBot } from '../../support/bot.ts';
import { followups, lastFollowup, outboxOf, said } from '../state.ts';

it.each([
  ['li', '/followup 电话联系晨光科技，谈了方案', /“晨光科技”是保密客户.*\/handoff 晨光科技 @/su],
  [
    'bob',
    '/followup called Acme, talked about the offer',
    /Acme is confidential.*\/handoff Acme @/su,
  ],
])('%s is told what to do instead', async (user, line, sentence) => {
  const bot = await testBot();
  await bot.say(user, line);
  const { id, customerId } = lastFollowup(bot);
  await bot.workspace.write((db) => {
    db.update(customer).set({ confidential: true }).where(eq(customer.id, customerId)).run();
  });
  const share = { command: 'followup', verb: 'share', args: { id } };
  expect(said(await bot.press(user, share))).toMatch(sentence);
  expect(outboxOf(bot)).toEqual([]);
  expect(followups(bot)).toMatchObject([{ sharedAt: null }]);
  await bot.workspace.write((db) => db.update(customer).set({ confidential: false }).run());
  await bot.press(user, share);
  expect(outboxOf(bot)).toHaveLength(1);
  await bot.close();
});
