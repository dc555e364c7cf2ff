// /settings undelivered: what was given up or may not have arrived, and what an admin can do about it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Target } from '../../../src/chat/platform.ts';
import { HOUR, MINUTE } from '../../../src/domain/time.ts';
import { latestAudit } from '../../../src/store/audit.ts';
import { claimDue, enqueue, settleDead, settleUnknown } from '../../../src/store/outbox.ts';
import { actionsOf, cardOf, intentOf, type TestBot, testBot } from '../../support/bot.ts';
import { everything, outboxOf, said } from '../state.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot([
    { user: 'ann', name: '安然', role: 'admin' },
    { user: 'eve', name: 'Eve Hill', role: 'admin', locale: 'en' },
    { user: 'mei', name: '梅琳', role: 'manager' },
    { user: 'li', name: '李雷' },
  ]);
});
afterEach(async () => {
  expect(bot.faults).toEqual([]);
  await bot.close();
});

const channel = (name: string): Target => ({
  kind: 'channel',
  platform: 'test',
  tenant: 't1',
  channel: name,
});
const person = (user: string): Target => ({
  kind: 'person',
  platform: 'test',
  tenant: 't1',
  user,
});

/** A message that was tried once and ended so. */
const settle = (
  key: string,
  target: Target,
  how: { readonly dead: string } | { readonly unknown: string },
): Promise<void> =>
  bot.workspace.write((db) => {
    const card = {
      locale: 'en',
      title: `T ${key}`,
      tone: 'neutral',
      summary: key,
      blocks: [],
    } as const;
    enqueue(db, { key, target, card, notBefore: bot.now, now: bot.now });
    const claim = { now: bot.now + MINUTE, leaseMs: MINUTE, limit: 1 };
    const [claimed] = claimDue(db, claim);
    if (claimed?.key !== key) throw new Error(`claimed ${claimed?.key}`);
    const { id, fence } = claimed;
    if ('dead' in how) settleDead(db, id, fence, { error: how.dead, at: bot.now });
    else settleUnknown(db, id, fence, { error: how.unknown, at: bot.now });
    bot.now += HOUR;
  });

const list = async (user = 'eve') => cardOf(await bot.say(user, '/settings undelivered'));
const trail = () =>
  bot.workspace.read((db) =>
    latestAudit(db, 9).map(({ actor, action, subject }) => [actor, action, subject]),
  );
const states = () => outboxOf(bot).map(({ key, state }) => [key, state]);

describe('the list', () => {
  it('says that there is nothing, in both languages', async () => {
    expect(said(await bot.say('eve', '/settings undelivered'))).toBe(
      'Undelivered messages\nEvery message has arrived or is on its way.',
    );
    expect(said(await bot.say('ann', '/设置 未送达'))).toBe(
      '未送达的消息\n所有消息都已送达，或正在发送。',
    );
  });

  it('tells what, to where, when, why and how often, newest first', async () => {
    await settle('leaderboard:1:2026-03-11', channel('east'), { dead: 'gone: no such channel' });
    await settle('lead:7', person('li'), { unknown: 'unknown_outcome: cut' });
    await settle('share:3', channel('old'), { dead: 'nonsense' });
    await settle('lead:8', person('who'), { dead: 'unavailable: x' });
    const text = said(await bot.say('eve', '/settings undelivered'));
    expect(text).toBe(
      [
        'Undelivered messages',
        '4 messages were given up, or may not have arrived.',
        'T lead:8',
        'To: somebody who is no longer known here',
        'Written: Wed, Mar 11 13:00',
        'Why: The platform could not be reached, however often it was tried.',
        'Tries: 1',
        '[Send again] [Discard]',
        'T share:3',
        'To: a channel that is no team’s any more',
        'Written: Wed, Mar 11 12:00',
        'Why: For a reason I do not know; the log has more.',
        'Tries: 1',
        '[Send again] [Discard]',
        'T lead:7',
        'To: 李雷',
        'Written: Wed, Mar 11 11:00',
        'Why: The connection broke, or I was stopped, while it was being sent: nobody knows whether it arrived.',
        'Tries: 1',
        'It may be there already. Look before you send it again, or it could be there twice.',
        '[Send again anyway] [Discard]',
        'T leaderboard:1:2026-03-11',
        'To: the channel of 华东一部',
        'Written: Wed, Mar 11 10:00',
        'Why: The channel or the person is not there any more.',
        'Tries: 1',
        '[Send again] [Discard]',
      ].join('\n'),
    );
    expect(said(await bot.say('ann', '/settings 未送达'))).toContain('发给: 华东一部的发布群');
  });

  it('goes on a page at a time', async () => {
    for (let n = 0; n < 12; n += 1)
      await settle(`share:${n}`, channel('east'), { dead: 'gone: x' });
    const pages: string[][] = [];
    let card = await list();
    for (;;) {
      pages.push(
        card.blocks.flatMap((block) =>
          block.kind === 'text' ? block.text.flatMap((part) => titleIn(part)) : [],
        ),
      );
      const older = actionsOf(card).find(({ label }) => label === 'Older ones');
      if (older === undefined) break;
      card = cardOf(await bot.press('eve', older.intent));
    }
    expect(pages.map((page) => page.length)).toEqual([5, 5, 2]);
    expect(pages.flat()).toEqual(Array.from({ length: 12 }, (_, n) => `T share:${11 - n}`));
  });

  it('is for admins only, typed or pressed', async () => {
    await settle('lead:7', person('li'), { dead: 'gone: x' });
    const intents = actionsOf(await list()).map(({ intent }) => intent);
    expect(intents).toHaveLength(2);
    const before = everything(bot);
    for (const user of ['mei', 'li']) {
      expect(said(await bot.say(user, '/settings undelivered'))).toContain('管理员');
      expect(said(await bot.say(user, '/settings'))).not.toContain('没能送达');
      for (const intent of intents) {
        expect(said(await bot.press(user, intent))).toContain('管理员');
      }
    }
    expect(everything(bot)).toBe(before);
    expect(trail()).toEqual([]);
  });

  it('is counted on the overview of an admin, when there is any', async () => {
    const overview = async () => said(await bot.say('eve', '/settings'));
    expect(await overview()).not.toContain('given up');
    await settle('lead:7', person('li'), { dead: 'gone: x' });
    expect(await overview()).toContain('1 message was given up, or may not have arrived.');
    const card = cardOf(await bot.say('eve', '/settings'));
    expect(said(await bot.press('eve', intentOf(card, 'Undelivered messages')))).toContain(
      'T lead:7',
    );
  });

  it('is in the help', async () => {
    expect(said(await bot.say('eve', '/help settings'))).toContain('/settings undelivered');
    expect(said(await bot.say('ann', '/帮助 settings'))).toContain('/settings 未送达');
  });
});

/** The title of a message, which is bold. */
const titleIn = (part: unknown): string[] =>
  typeof part === 'object' && part !== null && 'text' in part && typeof part.text === 'string'
    ? [part.text]
    : [];

describe('a message', () => {
  it('is sent again with all its tries, and stays in the trail', async () => {
    await settle('lead:7', person('li'), { dead: 'gone: x' });
    await settle('lead:8', person('li'), { unknown: 'unknown_outcome: x' });
    const replies = await bot.press('eve', intentOf(await list(), 'Send again anyway'));
    expect(replies).toMatchObject([{ kind: 'replace' }]);
    expect(said(replies)).toContain('“T lead:8” is being sent again.');
    expect(said(replies)).toContain('T lead:7');
    expect(outboxOf(bot)).toMatchObject([
      { key: 'lead:7', state: 'dead' },
      { key: 'lead:8', state: 'due', attempts: 0, error: null, notBefore: bot.now },
    ]);
    expect(trail()).toEqual([['Eve Hill', 'message.resent', 'message:lead:8']]);
    expect(said(await bot.say('ann', '/settings 操作记录'))).toContain('重新发送了未送达的消息');
  });

  it('is discarded for good, and stays in the trail', async () => {
    await settle('lead:7', person('li'), { dead: 'gone: x' });
    const replies = await bot.press('eve', intentOf(await list(), 'Discard'));
    expect(said(replies)).toContain('“T lead:7” will not be sent.');
    expect(said(replies)).toContain('Every message has arrived or is on its way.');
    expect(outboxOf(bot)).toEqual([]);
    expect(trail()).toEqual([['Eve Hill', 'message.discarded', 'message:lead:7']]);
    expect(said(await bot.say('eve', '/settings audit'))).toContain(
      'discarded an undelivered message',
    );
  });

  it('is not touched by a button from before its fate changed', async () => {
    await settle('lead:7', person('li'), { dead: 'gone: x' });
    const card = await list();
    await bot.press('eve', intentOf(card, 'Send again'), 'once');
    // A redelivery is answered as the first time.
    expect(said(await bot.press('eve', intentOf(card, 'Send again'), 'once'))).toContain(
      'T lead:7',
    );
    for (const label of ['Send again', 'Discard']) {
      expect(said(await bot.press('eve', intentOf(card, label)))).toContain(
        'sent again or discarded meanwhile',
      );
    }
    expect(states()).toEqual([['lead:7', 'due']]);
    // It may have arrived now: the button that said nothing of that must not send it a second time.
    await bot.workspace.write((db) => {
      const [claimed] = claimDue(db, { now: bot.now + MINUTE, leaseMs: MINUTE, limit: 1 });
      if (claimed === undefined) throw new Error('nothing was due');
      const { id, fence } = claimed;
      settleUnknown(db, id, fence, { error: 'unknown_outcome: x', at: bot.now });
    });
    expect(said(await bot.press('eve', intentOf(card, 'Send again')))).toContain('meanwhile');
    expect(states()).toEqual([['lead:7', 'unknown']]);
  });
});

it('an entry of the trail that cannot be read is shown as such, among the others', async () => {
  await bot.say('eve', '/settings rename East One');
  await bot.say('eve', '/settings rename East Two');
  await bot.workspace.write((db) => db.run("UPDATE audit SET after = '{broken' WHERE id = 1"));
  const text = said(await bot.say('eve', '/settings audit'));
  expect(text).toContain('Team name: East One → East Two');
  expect(text).toContain('entry 1 cannot be read: what it holds was damaged');
  expect(said(await bot.say('ann', '/设置 操作记录'))).toContain('第 1 条记录已损坏，无法读取');
});
