// 喜报: what is posted of a won deal, who cheers, and that it goes with the deal.
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { localeFor } from '../../../src/locales/index.ts';
import { addAlias } from '../../../src/store/customer.ts';
import { addIdentity, addMember } from '../../../src/store/member.ts';
import { cheer, customer } from '../../../src/store/schema/index.ts';
import { writeSetting } from '../../../src/store/setting.ts';
import { changeTeam } from '../../../src/store/team.ts';
import { customerOf, giveCustomer, outboxOf } from '../../support/book.ts';
import { botPerTest, cardOf, intentOf, textOf } from '../../support/bot.ts';
import { change, posted, postsOf, wonBefore } from '../../support/recognition.ts';

const bot = botPerTest();
beforeEach(async () => {
  await giveCustomer(bot, '晨光科技', '李雷');
  await giveCustomer(bot, 'Acme Corp', 'Bob Stone');
  // Everybody has won before, so that these deals are no first ones.
  for (const name of ['李雷', 'Bob Stone']) await wonBefore(bot, name, '2025-06-01');
});

const rules = (recognition: unknown) =>
  bot.workspace.write((db) => changeTeam(db, 1, { recognition }));
const post = () => {
  const found = outboxOf(bot).find(({ key }) => key.startsWith('celebration:'));
  if (found === undefined) throw new Error('nothing was celebrated');
  return found.card;
};
const cheers = () => bot.workspace.read((db) => db.select().from(cheer).all());

describe('what is posted', () => {
  it('names the winner, and masks customer and amount', async () => {
    await bot.say('li', '/won 晨光科技 12万 续约');
    expect(postsOf(bot)).toEqual([
      '喜报\n@李雷签下某科技企业，金额六位数！\n团队2026年3月成交: ¥120,000\n[喝彩]',
    ]);
    expect(JSON.stringify(post())).not.toContain('晨光');
    expect(post().tone).toBe('celebrate');
  });

  it('comes from a follow-up line once it is confirmed, and once', async () => {
    const card = cardOf(await bot.say('li', '/followup 晨光科技签了，合同12万'));
    expect(postsOf(bot)).toEqual([]);
    await bot.press('li', intentOf(card, '登记成交'));
    await bot.press('li', intentOf(card, '登记成交'));
    expect(postsOf(bot)).toHaveLength(1);
  });

  it('shows the customer, the amount or both when the team says so', async () => {
    await rules({ showCustomer: true });
    await bot.say('li', '/won 晨光科技 12万');
    expect(textOf(post())).toContain('@李雷签下晨光科技，金额六位数！');
    await bot.press('li', { command: 'won', verb: 'undo', args: { deal: 3 } });
    await rules({ showCustomer: true, showAmount: true });
    bot.now += 60_000;
    await bot.say('li', '/won 晨光科技 12万');
    expect(postsOf(bot).at(-1)).toContain('@李雷签下晨光科技，金额 ¥120,000！');
  });

  it('never names a confidential customer', async () => {
    await rules({ showCustomer: true, showAmount: true });
    await bot.workspace.write((db) => db.update(customer).set({ confidential: true }).run());
    await bot.say('li', '/won 晨光科技 12万');
    expect(textOf(post())).toContain('@李雷签下某客户，金额 ¥120,000！');
    expect(JSON.stringify(post())).not.toMatch(/晨光|科技/);
  });

  it('is in the team’s language, with its goal as a bar', async () => {
    await bot.workspace.write((db) => changeTeam(db, 1, { locale: 'en' }));
    await bot.say('mei', '/goal 团队 100万');
    await wonBefore(bot, '王芳', '2026-03-02', 130_000);
    await bot.say('li', '/won 晨光科技 12万');
    expect(textOf(post())).toBe(
      'We won a deal!\n@李雷 has won a 6-figure deal with a technology company.\n' +
        'The team in March 2026 CN¥250,000 of CN¥1,000,000 (25%)\n[Cheer]',
    );
    const [, bar] = post().blocks;
    expect(bar).toMatchObject({ kind: 'progress', ratio: 0.25 });
  });

  it('adds other currencies by their rates, and names those without one apart', async () => {
    await bot.workspace.write((db) => writeSetting(db, 'rates', { 'USD:CNY': 7 }));
    await bot.say('bob', '/won Acme Corp $20,000');
    await wonBefore(bot, '王芳', '2026-03-02', 500, 'EUR');
    await bot.say('li', '/won 晨光科技 1万');
    const [first = '', second = ''] = postsOf(bot);
    // $20,000 are ¥140,000: six figures where the team counts.
    expect(first).toContain('金额六位数');
    expect(second).toContain('¥150,000和€500');
  });

  it.each([{ optedOut: true }, { praised: false }, { joinedOn: '2026-03-01' }])(
    'does not name who is not named in public: %o',
    async (values) => {
      await change(bot, '李雷', values);
      await bot.say('li', '/won 晨光科技 12万');
      expect(textOf(post())).toContain('有同事签下某科技企业');
      expect(JSON.stringify(post())).not.toMatch(/李雷|"li"/);
    },
  );

  it('mentions nobody in the channel of another platform', async () => {
    const channel = { kind: 'channel', platform: 'other', tenant: 't1', channel: 'c' } as const;
    await bot.workspace.write((db) => changeTeam(db, 1, { channel }));
    await bot.say('li', '/won 晨光科技 12万');
    expect(post().blocks[0]).toMatchObject({
      text: [{ kind: 'bold', text: '李雷' }, '签下某科技企业，金额六位数！'],
    });
  });

  it('shows what a customer is called as it is, never as structure', async () => {
    const name = '<!channel> *晨光* \u0000 <at id=all></at>';
    const { id } = customerOf(bot, '晨光科技');
    await bot.workspace.write((db) => addAlias(db, id, '晨光'));
    await bot.workspace.write((db) =>
      db.update(customer).set({ name }).where(eq(customer.id, id)).run(),
    );
    await rules({ showCustomer: true });
    await bot.say('li', '/won 晨光 12万');
    const [text] = post().blocks;
    if (text?.kind !== 'text') throw new Error('no text');
    expect(text.text.filter((part) => typeof part !== 'string')).toHaveLength(1);
    expect(textOf(post())).toContain('<!channel> *晨光* ');
  });
});

describe('what is not', () => {
  it.each([
    ['a lost deal', '/lost 晨光科技 价格'],
    ['one without an amount', '/won 晨光科技'],
    ['one of nothing', '/won 晨光科技 0元'],
    ['one of last week', '/won 晨光科技 12万 于2026-03-08'],
  ])('%s', async (_what, line) => {
    await bot.say('li', line);
    expect(postsOf(bot)).toEqual([]);
  });

  it('a deal of the day before yesterday is', async () => {
    await bot.say('li', '/won 晨光科技 12万 于2026-03-09');
    expect(postsOf(bot)).toHaveLength(1);
  });

  it.each([{ posts: false }, { channel: null }])(
    'where the team has no posts: %o',
    async (values) => {
      await bot.workspace.write((db) => changeTeam(db, 1, values));
      await bot.say('li', '/won 晨光科技 12万');
      expect(outboxOf(bot)).toEqual([]);
    },
  );

  it('twice for one delivery', async () => {
    await bot.say('li', '/won 晨光科技 12万', 'direct', 'd-1');
    await bot.say('li', '/won 晨光科技 12万', 'direct', 'd-1');
    expect(postsOf(bot)).toHaveLength(1);
  });
});

describe('cheers', () => {
  const press = async (user: string) => bot.press(user, intentOf(post(), '喝彩'));

  it('count once each; the card in the channel shows them', async () => {
    await bot.say('li', '/won 晨光科技 12万');
    const [reply] = await press('wang');
    expect(reply?.kind).toBe('replace');
    expect(textOf(cardOf(await press('mei')))).toContain('王芳和梅琳为这一单喝彩\n[喝彩（2）]');
    expect(cheers()).toHaveLength(2);
    const again = await press('wang');
    expect(again[0]).toMatchObject({ kind: 'card', to: 'actor' });
    expect(textOf(cardOf(again))).toContain('已经为这一单喝过彩');
    expect(cheers()).toHaveLength(2);
  });

  it('are not for oneself', async () => {
    await bot.say('li', '/won 晨光科技 12万');
    expect(textOf(cardOf(await press('li')))).toContain('你自己的单子');
    expect(cheers()).toEqual([]);
  });

  it('name the first three and count the others', async () => {
    await bot.workspace.write((db) => {
      for (let n = 0; n < 14; n += 1) {
        const { id } = addMember(db, {
          name: `同事${n}`,
          role: 'rep',
          teamId: 1,
          joinedOn: '2025-01-01',
        });
        addIdentity(db, { platform: 'test', tenant: 't1', user: `u${n}` }, id);
      }
    });
    await bot.say('li', '/won 晨光科技 12万');
    const pressed: string[] = [];
    for (let n = 13; n >= 0; n -= 1) pressed.push(textOf(cardOf(await press(`u${n}`))));
    await press('wang');
    expect(pressed.at(-1)).toContain(
      '同事13、同事12、同事11和另外 11 人为这一单喝彩\n[喝彩（14）]',
    );
    const { cheeredMore } = localeFor('en').t.recognition;
    expect(cheeredMore({ names: 'A, B, C', n: 12 })).toBe('Cheers from A, B, C and 12 more');
  });

  it('land once each when all press at once, and again', async () => {
    await bot.say('li', '/won 晨光科技 12万');
    const users = ['wang', 'mei', 'bob', 'ann', 'li', 'dan'];
    await Promise.all([...users, ...users, ...users].map((user) => press(user)));
    expect(cheers()).toHaveLength(5);
  });

  it.each([{ deal: 99, at: 1 }, { deal: 1, at: 1 }, { deal: -1, at: 1 }, { deal: 'x' }, {}])(
    'survive a forged button %o',
    async (args) => {
      await bot.say('li', '/won 晨光科技 12万');
      const replies = await bot.press('wang', { command: 'won', verb: 'cheer', args } as never);
      expect(replies[0]).toMatchObject({ kind: 'card', to: 'actor' });
      expect(cheers()).toEqual([]);
    },
  );
});

describe('undo', () => {
  it('removes what nobody saw', async () => {
    const card = cardOf(await bot.say('li', '/won 晨光科技 12万'));
    await bot.press('li', intentOf(card, '撤销'));
    expect(outboxOf(bot)).toEqual([]);
  });

  it('replaces what was posted with a short note, and takes the cheers along', async () => {
    const card = cardOf(await bot.say('li', '/won 晨光科技 12万'));
    await posted(bot);
    const cheerIntent = intentOf(post(), '喝彩');
    await bot.press('wang', cheerIntent);
    await bot.press('li', intentOf(card, '撤销'));
    expect(postsOf(bot).at(-1)).toBe('已撤回\n这条喜报对应的单子后来有更正。');
    expect(outboxOf(bot).at(-1)?.key).toBe(`replaces-or-posts:celebration:3:${bot.now}`);
    expect(cheers()).toEqual([]);
    expect(textOf(cardOf(await bot.press('wang', cheerIntent)))).toContain('已经撤销');
  });

  it('a cheer for it does not pass to the deal that gets its number', async () => {
    const card = cardOf(await bot.say('li', '/won 晨光科技 12万'));
    await posted(bot);
    const stale = intentOf(post(), '喝彩');
    await bot.press('li', intentOf(card, '撤销'));
    bot.now += 60_000;
    await bot.say('li', '/won 晨光科技 15万');
    expect(textOf(cardOf(await bot.press('wang', stale)))).toContain('已经撤销');
    expect(cheers()).toEqual([]);
    expect(postsOf(bot).filter((text) => text.startsWith('喜报'))).toHaveLength(2);
  });
});
