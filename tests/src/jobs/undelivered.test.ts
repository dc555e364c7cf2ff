// A message that is given up is told to the admins: once, seldom, and never about such a telling itself.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Platform, Target } from '../../../src/chat/platform.ts';
import { HOUR, MINUTE } from '../../../src/domain/time.ts';
import { PlatformError } from '../../../src/errors.ts';
import { sendDue } from '../../../src/jobs/sender.ts';
import { changeMember } from '../../../src/store/member.ts';
import { enqueue } from '../../../src/store/outbox.ts';
import { cardOf, intentOf, type TestBot, testBot, textOf } from '../../support/bot.ts';
import { idOf, outboxOf, said } from '../state.ts';

let bot: TestBot;
/** Where nothing arrives. */
let gone: Set<string>;
let posted: string[];
beforeEach(async () => {
  gone = new Set(['east']);
  posted = [];
  bot = await testBot([
    { user: 'ann', name: '安然', role: 'admin' },
    { user: 'eve', name: 'Eve Hill', role: 'admin', locale: 'en' },
    { user: 'mei', name: '梅琳', role: 'manager' },
    { user: 'li', name: '李雷' },
  ]);
});
afterEach(() => bot.close());

const placeOf = (target: Target): string =>
  target.kind === 'channel' ? target.channel : target.user;

const platform: Platform = {
  name: 'test',
  capabilities: {
    ephemeral: true,
    forms: true,
    replace: true,
    mentions: true,
    chart: true,
    maxBytes: 10_000,
    answerWithinMs: 3_000,
    idempotentPost: false,
  },
  post: async (target, card) => {
    const place = placeOf(target);
    if (gone.has(place)) throw new PlatformError('gone', 'no such place');
    posted.push(`${place}: ${card.title}`);
    return `m${posted.length}`;
  },
  replace: async () => {},
  profile: async () => ({ name: '' }),
  members: async () => [],
};

/** Sends until nothing is due before `until`. */
const send = async (until = bot.now + MINUTE): Promise<void> => {
  for (;;) {
    const { next } = await sendDue(
      bot.workspace,
      new Map([['test', platform]]),
      () => bot.now,
      () => 0,
    );
    if (next === null || next > until) return;
    bot.now = Math.max(bot.now, next);
  }
};

const put = (key: string, place: string, kind: 'channel' | 'person' = 'channel') =>
  bot.workspace.write((db) =>
    enqueue(db, {
      key,
      target:
        kind === 'channel'
          ? { kind, platform: 'test', tenant: 't1', channel: place }
          : { kind, platform: 'test', tenant: 't1', user: place },
      card: { locale: 'zh', title: `T ${key}`, tone: 'neutral', summary: key, blocks: [] },
      notBefore: bot.now,
      now: bot.now,
    }),
  );

const notices = () => outboxOf(bot).filter(({ key }) => key.startsWith('undelivered:'));

describe('a message that is given up', () => {
  it('is told to each admin privately, in their language, and to nobody else', async () => {
    await put('share:1', 'east');
    await send();
    expect(posted.toSorted()).toEqual([
      'ann: 有一条消息没能送达',
      'eve: A message could not be delivered',
    ]);
    const [, card] = notices().map((row) => row.card);
    if (card === undefined) throw new Error('no notice');
    expect(textOf(card)).toBe(
      [
        'A message could not be delivered',
        'T share:1',
        'To: the channel of 华东一部',
        'Why: The channel or the person is not there any more.',
        'I have stopped trying. Send it again or discard it: /settings undelivered',
        '[Undelivered messages]',
      ].join('\n'),
    );
    const list = await bot.press('eve', intentOf(card, 'Undelivered messages'));
    expect(said(list)).toContain('T share:1');
  });

  it('is told once, also when it is sent again and given up again', async () => {
    await put('share:1', 'east');
    await send();
    bot.now += 3 * HOUR;
    const list = cardOf(await bot.say('eve', '/settings undelivered'));
    await bot.press('eve', intentOf(list, 'Send again'));
    await send();
    expect(outboxOf(bot)[0]).toMatchObject({ state: 'dead', fence: 2 });
    expect(notices()).toHaveLength(2);
  });

  it('is not told to the admin it was for, nor to one who has left', async () => {
    gone.add('ann');
    await put('lead:1', 'ann', 'person');
    await send();
    expect(posted).toEqual(['eve: A message could not be delivered']);
    expect(notices().map(({ target }) => placeOf(target))).toEqual(['eve']);
    const eve = idOf(bot, 'eve');
    await bot.workspace.write((db) => changeMember(db, eve, { leftOn: '2026-03-01' }));
    bot.now += 2 * HOUR;
    await put('lead:2', 'ann', 'person');
    await send();
    expect(posted).toHaveLength(1);
  });

  it('is no reason for another when it is such a notice itself', async () => {
    for (const user of ['ann', 'eve']) gone.add(user);
    await put('share:1', 'east');
    await send(bot.now + 5 * HOUR);
    expect(outboxOf(bot).map(({ state }) => state)).toEqual(['dead', 'dead', 'dead']);
  });

  it('is told at most once an hour, and then of what came meanwhile too', async () => {
    const begin = bot.now;
    for (let n = 0; n < 4; n += 1) {
      await put(`share:${n}`, 'east');
      await send();
      bot.now += 5 * MINUTE;
    }
    expect(posted).toHaveLength(2);
    await send(begin + 12 * HOUR);
    expect(posted).toHaveLength(4);
    expect(bot.now - begin).toBeGreaterThanOrEqual(HOUR);
    expect(bot.now - begin).toBeLessThan(HOUR + 10 * MINUTE);
    // After a quiet hour at once.
    bot.now += 2 * HOUR;
    await put('share:9', 'east');
    await send();
    expect(posted).toHaveLength(6);
  });

  it('whose fate is unknown is only listed', async () => {
    const unsure: Platform = {
      ...platform,
      post: async () => {
        throw new PlatformError('unknown_outcome', 'cut');
      },
    };
    await put('share:1', 'east');
    await sendDue(
      bot.workspace,
      new Map([['test', unsure]]),
      () => bot.now,
      () => 0,
    );
    expect(outboxOf(bot).map(({ state }) => state)).toEqual(['unknown']);
  });
});
