// A bot over a real SQLite file in a temporary folder, spoken to as a platform would.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { type FileDatabase, openWorkspace } from '../../adapters/sqlite/file.ts';
import { createBot } from '../../src/bot.ts';
import type { Action, Card } from '../../src/chat/card.ts';
import type { File } from '../../src/chat/file.ts';
import type { Form, Values } from '../../src/chat/form.ts';
import type { Intent } from '../../src/chat/intent.ts';
import type { Ask, Place, Reply } from '../../src/chat/request.ts';
import { plain } from '../../src/chat/text.ts';
import type { Role } from '../../src/domain/role.ts';
import { addIdentity, addMember } from '../../src/store/member.ts';
import { installStandard } from '../../src/store/standard.ts';
import { addTeam } from '../../src/store/team.ts';
import type { Vault } from '../../src/store/vault.ts';
import { testVault } from './vault.ts';

/** Wednesday 11 March 2026, 10:00 in Shanghai: the day of the parser's examples. */
export const WEDNESDAY = Date.parse('2026-03-11T10:00:00+08:00');

export interface TestMember {
  readonly user: string;
  readonly name: string;
  readonly role?: Role;
  readonly locale?: 'zh' | 'en';
  /** Index of the team, from 0; null for none. */
  readonly team?: number | null;
  readonly joinedOn?: string;
}

export interface TestBot {
  readonly workspace: FileDatabase;
  /** A real one, in the same temporary folder as the workspace. */
  readonly vault: Vault;
  /** The time of the next request; tests move it. */
  now: number;
  /** Faults the bot reported; a test that expects none should say so. */
  readonly faults: unknown[];
  /** Says a line as the user and returns what comes back. */
  say(
    user: string,
    line: string,
    where?: 'direct' | 'channel',
    id?: string,
  ): Promise<readonly Reply[]>;
  press(user: string, intent: Intent, id?: string): Promise<readonly Reply[]>;
  submit(user: string, intent: Intent, values: Values, id?: string): Promise<readonly Reply[]>;
  ask(user: string, ask: Ask, id?: string, place?: Partial<Place>): Promise<readonly Reply[]>;
  close(): Promise<void>;
}

const CAST: readonly TestMember[] = [
  { user: 'ann', name: '安然', role: 'admin' },
  { user: 'mei', name: '梅琳', role: 'manager' },
  { user: 'li', name: '李雷' },
  { user: 'wang', name: '王芳' },
  { user: 'bob', name: 'Bob Stone', locale: 'en' },
  { user: 'dan', name: 'Dan Fox', locale: 'en', team: 1 },
];

/** A bot with two teams (Shanghai, New York) and a cast of six, or the one given. */
export const testBot = (cast: readonly TestMember[] = CAST): Promise<TestBot> =>
  start({} as TestBot, cast);

/** The bot of whichever test of the file runs: a new one each, that must report no fault by the end. */
export const botPerTest = (
  cast: readonly TestMember[] = CAST,
): TestBot & { restart(cast: readonly TestMember[]): Promise<void> } => {
  const bot = {
    async restart(other) {
      await bot.close();
      await start(bot, other);
    },
  } as ReturnType<typeof botPerTest>;
  beforeEach(async () => {
    await start(bot, cast);
  });
  afterEach(async () => {
    await bot.close();
    expect(bot.faults).toEqual([]);
  });
  return bot;
};

/** Makes `self` a bot over a new workspace. */
const start = async (self: TestBot, cast: readonly TestMember[]): Promise<TestBot> => {
  const folder = mkdtempSync(join(tmpdir(), 'genjin-'));
  const workspace = openWorkspace(join(folder, 'workspace.sqlite'));
  await workspace.write((db) => {
    if (cast.length === 0) return;
    installStandard(db, '2000-01-01', WEDNESDAY);
    const channel = (name: string) =>
      ({ kind: 'channel', platform: 'test', tenant: 't1', channel: name }) as const;
    const common = { morningAt: '09:00', postAt: '18:30', createdAt: WEDNESDAY };
    const teams = [
      addTeam(db, {
        ...common,
        name: '华东一部',
        zone: 'Asia/Shanghai',
        currency: 'CNY',
        locale: 'zh',
        calendar: 'cn',
        channel: channel('east'),
      }),
      addTeam(db, {
        ...common,
        name: 'North America',
        zone: 'America/New_York',
        currency: 'USD',
        locale: 'en',
        calendar: 'weekends',
        channel: channel('na'),
      }),
    ];
    for (const { user, name, role = 'rep', locale = 'zh', team = 0, joinedOn } of cast) {
      const member = addMember(db, {
        name,
        role,
        locale,
        teamId: team === null ? null : (teams[team]?.id ?? null),
        joinedOn: joinedOn ?? '2025-01-06',
        seller: role === 'rep',
      });
      addIdentity(db, { platform: 'test', tenant: 't1', user }, member.id);
    }
  });
  const faults: unknown[] = [];
  const vault = testVault(folder);
  const bot = createBot({
    workspaceOf: () => Promise.resolve(workspace),
    profileOf: () => Promise.resolve(null),
    channelOf: () => null,
    throttle: () => null,
    zone: 'Asia/Shanghai',
    vault,
    written: () => {},
    report: (error) => faults.push(error),
  });
  let deliveries = 0;
  const opened: TestBot = {
    workspace,
    vault,
    now: WEDNESDAY,
    faults,
    ask(user, ask, id, place) {
      const kind = place?.kind ?? 'direct';
      return bot.handle({
        id: id ?? `delivery-${++deliveries}`,
        actor: { platform: 'test', tenant: 't1', user, name: user },
        place: {
          platform: 'test',
          tenant: 't1',
          channel: kind === 'direct' ? `dm-${user}` : 'east',
          ...place,
          kind,
        },
        at: self.now,
        ask,
      });
    },
    say: (user, line, where = 'direct', id) =>
      self.ask(user, { kind: 'command', line, mentions: [] }, id, {
        kind: where === 'direct' ? 'direct' : 'group',
      }),
    press: (user, intent, id) => self.ask(user, { kind: 'press', intent }, id),
    submit: (user, intent, values, id) => self.ask(user, { kind: 'submit', intent, values }, id),
    async close() {
      await workspace.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return Object.assign(self, opened);
};

/** The only card of the replies. */
export const cardOf = (replies: readonly Reply[]): Card => {
  const cards = replies.flatMap((reply) => ('card' in reply ? [reply.card] : []));
  const [card] = cards;
  if (card === undefined || cards.length !== 1) {
    throw new Error(`expected one card: ${JSON.stringify(replies)}`);
  }
  return card;
};

/** The only file of the replies. */
export const fileOf = (replies: readonly Reply[]): File => {
  const [reply, ...others] = replies;
  if (reply?.kind !== 'file' || others.length > 0) {
    throw new Error(`expected one file: ${JSON.stringify(replies)}`);
  }
  return reply.file;
};

/** The only form of the replies. */
export const formOf = (replies: readonly Reply[]): Form => {
  const [reply] = replies;
  if (reply?.kind !== 'form') throw new Error(`expected a form: ${JSON.stringify(replies)}`);
  return reply.form;
};

/** Everything a reader of the card sees, in order, a line a part. */
export const textOf = (card: Card): string =>
  [
    card.title,
    ...card.blocks.flatMap((block): string[] => {
      switch (block.kind) {
        case 'text':
        case 'note':
          return [plain(block.text)];
        case 'fields':
          return block.fields.map(({ label, value }) => `${label}: ${plain(value)}`);
        case 'rows':
          return [
            block.columns.map(({ label }) => label).join(' | '),
            ...block.rows.map((row) => row.map(plain).join(' | ')),
          ];
        case 'progress':
          return [`${block.label} ${block.text}`];
        case 'chart':
          return [block.chart.title, block.alt];
        case 'actions':
          return [block.actions.map(({ label }) => `[${label}]`).join(' ')];
        default:
          return [];
      }
    }),
  ].join('\n');

/** All buttons of a card. */
export const actionsOf = (card: Card): Action[] =>
  card.blocks.flatMap((block) => (block.kind === 'actions' ? [...block.actions] : []));

/** The intent of the button with this label, or whose label starts with it. */
export const intentOf = (card: Card, label: string): Intent => {
  const action = actionsOf(card).find((candidate) => candidate.label.startsWith(label));
  if (action === undefined) {
    throw new Error(`no button “${label}” in ${actionsOf(card).map((a) => a.label)}`);
  }
  return action.intent;
};
