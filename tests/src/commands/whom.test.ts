// Whom and what a typed line names, through the commands that ask for it.
import { describe, expect, it } from 'vitest';
import type { Call } from '../../../src/commands/command.ts';
import { prefixesOf, restAfter } from '../../../src/commands/naming.ts';
import { memberIn } from '../../../src/commands/whom.ts';
import { Refusal } from '../../../src/errors.ts';
import { localeFor } from '../../../src/locales/index.ts';
import { addMember, changeMember } from '../../../src/store/member.ts';
import { deal, handoff } from '../../../src/store/schema/index.ts';
import type { Db } from '../../../src/store/workspace.ts';
import { customerOf, giveCustomer, memberOf } from '../../support/book.ts';
import { botPerTest, cardOf, type TestMember, textOf } from '../../support/bot.ts';

const CAST: readonly TestMember[] = [
  { user: 'li', name: '李雷' },
  { user: 'wang', name: '王芳' },
  { user: 'wang2', name: '王芳菲' },
  { user: 'bob', name: 'Bob Stone', locale: 'en' },
  { user: 'bobby', name: 'Bobby Tables', locale: 'en' },
  { user: 'ann1', name: 'Ann Lee', locale: 'en' },
  { user: 'ann2', name: 'Ann Lee', locale: 'en' },
];

const bot = botPerTest(CAST);
const start = async (...customers: string[]) => {
  for (const name of customers) await giveCustomer(bot, name, '李雷');
};

const said = async (line: string, user = 'li') => textOf(cardOf(await bot.say(user, line)));
const receiver = (): number | undefined =>
  bot.workspace.read((db) => db.select().from(handoff).get())?.toId;

describe('among ten thousand', () => {
  it('a name is found at once, and who came, left or was renamed is known at once', async () => {
    await start('Acme');
    const call = (db: Db) => ({ db, mentions: [], locale: localeFor('zh') }) as unknown as Call;
    const find = (line: string): string =>
      bot.workspace.read((db) => {
        try {
          return memberIn(call(db), line).member.name;
        } catch (error) {
          return error instanceof Refusal ? `${error.code} ${error.params.names ?? ''}` : 'fault';
        }
      });
    expect(find('@陈静 请接手')).toContain('unknown_member');
    await bot.workspace.write((db) => {
      const ids: number[] = [];
      for (let i = 0; i < 10_000; i += 1) {
        const name = i % 2 === 0 ? `Person Number${i}` : `${'甲乙丙丁戊'[i % 5]}${i}号`;
        const joinedOn = '2025-01-06';
        ids.push(addMember(db, { name, role: 'rep', teamId: 1, joinedOn }).id);
      }
      addMember(db, { name: '陈静', role: 'rep', teamId: 1, joinedOn: '2025-01-06' });
      changeMember(db, ids[4] ?? 0, { name: 'Ｚｏë Quinn' });
    });
    const answers: readonly (readonly [string, string])[] = [
      ['@陈静 请接手', '陈静'],
      ['@陈静请接手', '陈静'],
      ['＠ZOË 请接手', 'Ｚｏë Quinn'],
      ['@person number7778 please', 'Person Number7778'],
      ['@Number4 请接手', 'which_member Person Number40'],
      ['@Ann Lee', 'which_member Ann Lee和Ann Lee'],
      ['@王芳请跟进', '王芳'],
      ['@Nobody', 'unknown_member'],
    ];
    for (const [line, name] of answers) expect(find(line), line).toContain(name);
    const times = answers.map(([line]) => {
      const started = performance.now();
      for (let i = 0; i < 20; i += 1) find(line);
      return (performance.now() - started) / 20;
    });
    expect(Math.max(...times), String(times)).toBeLessThan(5);
    const { id } = memberOf(bot, '陈静');
    await bot.workspace.write((db) => changeMember(db, id, { leftOn: '2026-03-01' }));
    expect(find('@陈静 请接手')).toContain('unknown_member');
    // What was rolled back never was.
    await bot.workspace
      .write((db) => {
        addMember(db, { name: '周末', role: 'rep', teamId: 1, joinedOn: '2025-01-06' });
        memberIn(call(db), '@周末');
        throw new Error('rolled back');
      })
      .catch(() => {});
    await bot.workspace.write((db) => {
      addMember(db, { name: '周日', role: 'rep', teamId: 1, joinedOn: '2025-01-06' });
      expect(memberIn(call(db), '@周日').member.name).toBe('周日');
      expect(() => memberIn(call(db), '@周末')).toThrow(Refusal);
    });
  });
});

describe('a customer', () => {
  it.each([
    ['Acme Corp $5,000', 'Acme Corp'],
    ['acme-corp $5,000', 'Acme Corp'],
    ['ＡＣＭＥ　ＣＯＲＰ $5,000', 'Acme Corp'],
    ['Acme 5000', 'Acme'],
    ['Acme Corp East 5000', 'Acme Corp East'],
    ['Acme, 5000', 'Acme'],
    ['“Acme Corp” 5000', 'Acme Corp'],
    ['晨光科技 12万', '晨光科技'],
    ['晨光科技12万', '晨光科技'],
    ['晨光 12万', '晨光'],
    ['3M中国 12万', '3M中国'],
    ['Studio 5 12万', 'Studio 5'],
  ])('%s is %s', async (line, name) => {
    await start('Acme', 'Acme Corp', 'Acme Corp East', '晨光', '晨光科技', '3M中国', 'Studio 5');
    await bot.say('li', `/won ${line}`);
    const rows = bot.workspace.read((db) => db.select().from(deal).all());
    expect(rows.map(({ customerId }) => customerId)).toEqual([customerOf(bot, name).id]);
  });

  it.each(['Acmeria 5000', '晨光集团 12万', 'Studio 5,000'])(
    'is never the beginning of another word: %s',
    async (line) => {
      await start('Acme', '晨光', 'Studio 5');
      expect(await said(`/won ${line}`)).toContain('没有成功');
      expect(bot.workspace.read((db) => db.select().from(deal).all())).toEqual([]);
    },
  );
});

describe('a member', () => {
  it.each([
    ['@王芳 请跟进', '王芳'],
    ['@王芳菲 请跟进', '王芳菲'],
    ['@王芳请跟进', '王芳'],
    ['@王芳菲请跟进', '王芳菲'],
    ['@bob stone please', 'Bob Stone'],
    ['@BobStone please', 'Bob Stone'],
    ['@Stone please', 'Bob Stone'],
    ['@Tab please', 'Bobby Tables'],
    ['write to x@y.example first, then @Bobby please', 'Bobby Tables'],
  ])('%s is %s', async (line, name) => {
    await start('晨光科技');
    await bot.say('li', `/handoff 晨光科技 ${line}`);
    expect(receiver()).toBe(memberOf(bot, name).id);
  });

  it.each([
    ['@Bo please', '可能是Bob Stone和Bobby Tables'],
    ['@Ann Lee please', '可能是Ann Lee和Ann Lee'],
    ['@王 请跟进', '可能是王芳和王芳菲'],
    ['@Zed please', '没有叫“@Zed”的成员'],
    ['@ please', '没有叫'],
  ])('asks about %s', async (line, sentence) => {
    await start('晨光科技');
    expect(await said(`/handoff 晨光科技 ${line}`)).toContain(sentence);
    expect(receiver()).toBeUndefined();
  });

  it('is whom the platform resolved, whatever the name', async () => {
    await start('晨光科技');
    const person = { platform: 'test', tenant: 't1', user: 'ann2' };
    const line = '/handoff 晨光科技 @Ann Lee 张总四月拍板';
    await bot.ask('li', { kind: 'command', line, mentions: [{ person, name: 'Ann Lee' }] });
    const row = bot.workspace.read((db) => db.select().from(handoff).get());
    expect(row).toMatchObject({ toId: 7, note: '张总四月拍板' });
  });

  it('is nobody the bot has never met', async () => {
    await start('晨光科技');
    const person = { platform: 'test', tenant: 't1', user: 'stranger' };
    const line = '/handoff 晨光科技 @Zoe 你好';
    const replies = await bot.ask('li', {
      kind: 'command',
      line,
      mentions: [{ person, name: 'Zoe' }],
    });
    expect(textOf(cardOf(replies))).toContain('Zoe还不是这里的成员');
  });
});

describe('the beginning of a text', () => {
  it('ends where a word may end', async () => {
    await start();
    const keys = (text: string) => prefixesOf(text).map(({ key }) => key);
    expect(keys('Acme Corp 5k')).toEqual(['acme', 'acmecorp', 'acmecorp5k']);
    expect(keys('晨光科技12万')).toEqual(['晨光科技', '晨光科技12', '晨光科技12万']);
    expect(keys('A.C. Ltd')).toEqual(['ac', 'acltd']);
    expect(keys('1,200.50 x')).toEqual(['120050', '120050x']);
    expect(keys('')).toEqual([]);
    expect(restAfter('晨光科技，： 续约 ', 4)).toBe('续约');
  });
});
