// Who comes in, who may, and what happens when something breaks.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FileDatabase, openWorkspace } from '../../adapters/sqlite/file.ts';
import { type BotDeps, createBot } from '../../src/bot.ts';
import type { Ask, Place, Reply, Request } from '../../src/chat/request.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import { Refusal } from '../../src/errors.ts';
import { audit, inbox, member, standard, team } from '../../src/store/schema/index.ts';
import { cardOf, textOf, WEDNESDAY } from '../support/bot.ts';
import { testVault } from '../support/vault.ts';

let folder: string;
let workspace: FileDatabase;
let faults: unknown[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'genjin-bot-'));
  workspace = openWorkspace(join(folder, 'workspace.sqlite'));
  faults = [];
});
afterEach(async () => {
  await workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

const botWith = (deps: Partial<BotDeps> = {}) =>
  createBot({
    workspaceOf: () => Promise.resolve(workspace),
    profileOf: () => Promise.resolve(null),
    channelOf: () => null,
    throttle: () => null,
    zone: 'Asia/Shanghai',
    vault: testVault(folder),
    written: () => {},
    report: (error) => faults.push(error),
    ...deps,
  });

let deliveries = 0;
const request = (
  user: string,
  ask: Ask | string,
  { place = {}, locale, id }: { place?: Partial<Place>; locale?: string; id?: string } = {},
): Request => ({
  id: id ?? `d${++deliveries}`,
  actor: {
    platform: 'test',
    tenant: 't1',
    user,
    name: user,
    ...(locale === undefined ? {} : { locale }),
  },
  place: { platform: 'test', tenant: 't1', channel: 'c1', kind: 'direct', ...place },
  at: WEDNESDAY,
  ask: typeof ask === 'string' ? { kind: 'command', line: ask, mentions: [] } : ask,
});

const members = () => workspace.read((db) => db.select().from(member).orderBy(member.id).all());
const teams = () => workspace.read((db) => db.select().from(team).all());
const texts = (replies: readonly Reply[]): string[] =>
  replies.map((reply) =>
    'card' in reply
      ? textOf(reply.card)
      : reply.kind === 'form'
        ? reply.form.title
        : reply.file.title,
  );

describe('coming in', () => {
  it('the first person becomes the admin of a team of their own, and is told how to go on', async () => {
    const [welcome, answer] = texts(
      await botWith().handle(request('小明', '/followup due', { locale: 'zh-CN' })),
    );
    expect(welcome).toContain('小明');
    expect(welcome).toContain('/settings');
    expect(answer).toContain('没有待跟进的事项');
    expect(members()).toMatchObject([
      { name: '小明', role: 'admin', teamId: 1, locale: 'zh', joinedOn: '2026-03-11' },
    ]);
    expect(teams()).toMatchObject([
      { currency: 'CNY', calendar: 'cn', locale: 'zh', zone: 'Asia/Shanghai', channel: null },
    ]);
    expect(workspace.read((db) => db.select().from(standard).all())).toHaveLength(1);
    expect(workspace.read((db) => db.select().from(audit).all())).toMatchObject([
      { action: 'member.joined', actorId: 1 },
    ]);
  });

  it('from an English profile gives an English team in the person’s zone; a group is its channel', async () => {
    const bot = botWith({
      profileOf: () =>
        Promise.resolve({ name: 'Jane\u202e Roe\n', locale: 'en-US', zone: 'America/New_York' }),
    });
    await bot.handle(request('u1', { kind: 'opened' }, { place: { kind: 'group' } }));
    expect(members()[0]).toMatchObject({ name: 'Jane Roe', locale: 'en' });
    expect(teams()[0]).toMatchObject({
      currency: 'USD',
      calendar: 'weekends',
      zone: 'America/New_York',
      channel: { kind: 'channel', channel: 'c1' },
    });
  });

  it('the second joins the only team as a rep, the third where there are two waits for an admin', async () => {
    const bot = botWith();
    await bot.handle(request('a', { kind: 'opened' }));
    await bot.handle(request('b', { kind: 'opened' }));
    await workspace.write((db) => {
      db.run(
        `insert into team (name, zone, currency, locale, calendar, post_at, morning_at, created_at)
         values ('two', 'Asia/Shanghai', 'CNY', 'zh', 'cn', '18:30', '09:00', 0)`,
      );
    });
    const [welcome] = texts(await bot.handle(request('c', { kind: 'opened' })));
    expect(members().map(({ role, teamId }) => [role, teamId])).toEqual([
      ['admin', 1],
      ['rep', 1],
      ['rep', null],
    ]);
    expect(welcome).toContain('not in a team yet');
  });

  it('two at the same time are one admin and one rep; one person twice is one member', async () => {
    const bot = botWith();
    await Promise.all([
      bot.handle(request('a', '/followup due')),
      bot.handle(request('b', '/followup due')),
      bot.handle(request('a', '/followup list')),
    ]);
    expect(
      members()
        .map(({ role }) => role)
        .sort(),
    ).toEqual(['admin', 'rep']);
    expect(teams()).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  it('is greeted once, even when what was asked first is refused', async () => {
    const bot = botWith();
    const first = texts(await bot.handle(request('a', '/weather')));
    expect(first).toHaveLength(2);
    expect(first[1]).toContain('/help');
    expect(texts(await bot.handle(request('a', '/weather')))).toHaveLength(1);
  });

  it('does not hang on a profile the platform does not give', async () => {
    const bot = botWith({ profileOf: () => Promise.reject(new Error('rate limited')) });
    await bot.handle(request('u7', { kind: 'opened' }));
    expect(members()).toMatchObject([{ name: 'u7' }]);
    expect(faults).toHaveLength(1);
  });
});

describe('other things than commands', () => {
  it('opened greets, joined greets the channel, unsupported says so with examples', async () => {
    const bot = botWith();
    await bot.handle(request('a', { kind: 'opened' }));
    const opened = await bot.handle(request('a', { kind: 'opened' }));
    expect(texts(opened)).toHaveLength(1);
    const joined = await bot.handle(request('a', { kind: 'joined' }, { place: { kind: 'group' } }));
    expect(joined).toMatchObject([{ kind: 'card', to: 'channel' }]);
    expect(texts(joined)[0]).toContain('/help');
    const voice = texts(await bot.handle(request('a', { kind: 'unsupported', what: 'audio' })));
    expect(voice[0]).toContain('I cannot read that kind of message');
    expect(voice[0]).toContain('/followup Called Acme');
  });
});

describe('the language', () => {
  it('is the member’s own, then the team’s, then the one the platform says, then English', async () => {
    const bot = botWith();
    await bot.handle(request('a', { kind: 'opened' }, { locale: 'zh-CN' }));
    await bot.handle(request('b', { kind: 'opened' }));
    const ask = async (locale?: string) =>
      texts(await bot.handle(request('b', '/weather', locale === undefined ? {} : { locale })))[0];
    // Nothing of their own: the team's.
    expect(members()[1]?.locale).toBeNull();
    expect(await ask('en')).toContain('不认识');
    await workspace.write((db) => db.run("update member set locale = 'en' where id = 2"));
    expect(await ask('zh')).toContain('I do not know');
    await workspace.write((db) =>
      db.run('update member set locale = null, team_id = null where id = 2'),
    );
    expect(await ask('zh')).toContain('不认识');
    expect(await ask('fr')).toContain('I do not know');
  });
});

describe('too much at once', () => {
  it('is refused with the seconds to wait, and nothing is recorded', async () => {
    let wait: number | null = null;
    const bot = botWith({ throttle: () => wait });
    await bot.handle(request('a', { kind: 'opened' }));
    wait = 2_100;
    expect(
      texts(await bot.handle(request('a', '/followup Called Acme Corp about it')))[0],
    ).toContain('wait 3 seconds');
    expect(workspace.read((db) => db.select().from(inbox).all())).toEqual([]);
  });
});

describe('a fault of ours', () => {
  const broken = () => {
    const verb = COMMANDS.find(({ name }) => name === 'followup')?.verbs.record;
    if (verb === undefined) throw new Error('no followup');
    return verb;
  };

  it('is apologised for with a number, reported once, and leaves nothing behind', async () => {
    const bot = botWith();
    await bot.handle(request('a', { kind: 'opened' }, { locale: 'zh' }));
    const spy = vi.spyOn(broken(), 'run').mockImplementation(() => {
      throw new TypeError('a secret of the customer');
    });
    const before = workspace.read((db) => db.all('select * from sqlite_master').length);
    const replies = await bot.handle(
      request('a', '/followup 电话联系晨光科技', { locale: 'zh', id: 'ref-1' }),
    );
    spy.mockRestore();
    const card = cardOf(replies);
    expect(card.tone).toBe('bad');
    expect(textOf(card)).toContain('ref-1');
    expect(textOf(card)).toMatch(/\p{Script=Han}/u);
    expect(textOf(card)).not.toContain('secret');
    expect(faults).toHaveLength(1);
    expect(workspace.read((db) => db.select().from(inbox).all())).toEqual([]);
    expect(workspace.read((db) => db.all('select * from sqlite_master').length)).toBe(before);
    // The same delivery again is not taken for done.
    const again = await bot.handle(
      request('a', '/followup 电话联系晨光科技', { locale: 'zh', id: 'ref-1' }),
    );
    expect(textOf(cardOf(again))).toContain('已记录');
  });

  it('of a change that was half done rolls all of it back', async () => {
    const bot = botWith();
    await bot.handle(request('a', { kind: 'opened' }));
    const verb = broken() as { run: (...args: unknown[]) => unknown };
    const { run } = verb;
    const spy = vi.spyOn(verb, 'run').mockImplementation((...args) => {
      run(...args);
      throw new Error('after all was written');
    });
    await bot.handle(request('a', '/followup Called Acme Corp about the contract'));
    spy.mockRestore();
    for (const table of ['customer', 'followup', 'rollup', 'touch', 'score', 'inbox']) {
      expect(
        workspace.read((db) => db.all(`select * from ${table}`)),
        table,
      ).toEqual([]);
    }
  });

  it('never reaches the adapter, whatever breaks', async () => {
    const asks: Ask[] = [
      { kind: 'command', line: '/score', mentions: [] },
      { kind: 'press', intent: { command: 'followup', verb: 'undo', args: { id: 1 } } },
      { kind: 'submit', intent: { command: 'followup', verb: 'submit', args: {} }, values: {} },
      { kind: 'opened' },
      { kind: 'joined' },
      { kind: 'unsupported', what: 'x' },
    ];
    const boom = (): never => {
      throw new Error('boom');
    };
    const dead: BotDeps['workspaceOf'] = () =>
      Promise.resolve({
        read: boom,
        write: () => Promise.reject(new Error('gone')),
        compact: () => Promise.reject(new Error('gone')),
        checkpoint: () => Promise.reject(new Error('gone')),
      });
    const deps: Partial<BotDeps>[] = [
      { workspaceOf: () => Promise.reject(new Error('no such tenant')) },
      { workspaceOf: boom },
      { workspaceOf: () => Promise.reject(new Refusal('busy')) },
      { workspaceOf: dead },
      { throttle: boom },
      { channelOf: boom },
      { profileOf: boom },
      { written: boom },
      { report: boom, workspaceOf: dead },
      {
        workspaceOf: () =>
          Promise.resolve({ ...workspace, write: () => Promise.reject(new Refusal('busy')) }),
      },
      { workspaceOf: () => Promise.reject(new Refusal('no_such_code_at_all')) },
    ];
    for (const each of deps) {
      for (const ask of asks) {
        for (const locale of ['zh', undefined, 'x'.repeat(9999)]) {
          const replies = await botWith(each).handle(
            request(`u${deliveries}`, ask, locale === undefined ? {} : { locale }),
          );
          expect(replies.length).toBeGreaterThan(0);
          for (const text of texts(replies)) expect(text).not.toMatch(/undefined|NaN|boom/u);
        }
      }
    }
  });

  it('after the commit does not take back what was said', async () => {
    const bot = botWith({
      written: () => {
        throw new Error('no sender');
      },
    });
    await bot.handle(request('a', { kind: 'opened' }));
    const [text] = texts(await bot.handle(request('a', '/followup Called Acme Corp about it')));
    expect(text).toContain('Recorded: Acme Corp');
    expect(faults).toHaveLength(2);
  });

  it('refuses kindly when the database is busy', async () => {
    const bot = botWith();
    await bot.handle(request('a', { kind: 'opened' }));
    const busy = botWith({
      workspaceOf: () =>
        Promise.resolve({
          read: (query) => workspace.read(query),
          write: () => Promise.reject(new Refusal('busy')),
          compact: () => Promise.reject(new Refusal('busy')),
          checkpoint: () => Promise.reject(new Refusal('busy')),
        }),
    });
    expect(texts(await busy.handle(request('a', '/followup Called Acme')))[0]).toContain(
      'Nothing was recorded',
    );
    expect(faults).toEqual([]);
  });
});
