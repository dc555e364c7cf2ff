// The web page over a bot of a few lines: what is tested is the page, not the product.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { csvFile } from '../../../adapters/files/write-csv.ts';
import { createWeb, type Web, type WebPerson } from '../../../adapters/web/index.ts';
import type { CommandView } from '../../../adapters/web/wire.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { Reply, Request } from '../../../src/chat/request.ts';
import { everyInput, followupCard, leaderboardCard, scoreCard, undoneCard } from './cards.ts';

/** Monday 23 November 2026, 16:42 in Shanghai. */
export const START = Date.UTC(2026, 10, 23, 8, 42);
const POST = Date.UTC(2026, 10, 23, 10, 30);

export interface Stub {
  readonly web: Web;
  readonly people: WebPerson[];
  /** Every request the bot was asked. */
  readonly asked: Request[];
  readonly logged: string[];
  /** Answers instead of the built-in ones. */
  answer: ((request: Request) => Promise<readonly Reply[]> | readonly Reply[]) | null;
}

const TEAM = { channel: 'east', name: '华东一组' };
const member = (
  user: string,
  name: string,
  role: WebPerson['role'],
  locale: string,
): WebPerson => ({
  user,
  name,
  role,
  locale,
  team: locale === 'zh' ? '华东一组' : 'East team',
  channels: [locale === 'zh' ? TEAM : { ...TEAM, name: 'East team' }],
});

export const PEOPLE: readonly WebPerson[] = [
  member('lin-xiaoyu', '林晓雨', 'rep', 'zh'),
  member('maya', 'Maya Chen', 'rep', 'en'),
  member('zhao', '赵志远', 'rep', 'zh'),
  member('ma-li', '马丽', 'manager', 'zh'),
  member('root', 'Sam Okafor', 'admin', 'en'),
  {
    ...member('north', 'Nora North', 'rep', 'en'),
    channels: [{ channel: 'north', name: 'North' }],
  },
];

const COMMANDS: readonly (CommandView & { readonly zh: string })[] = [
  {
    name: 'followup',
    aliases: ['跟进'],
    usage: '/followup <customer> …',
    summary: 'Record a follow-up in one line',
    zh: '一句话记录跟进',
  },
  {
    name: 'score',
    aliases: ['积分'],
    usage: '/score [why]',
    summary: 'Your score and what would raise it',
    zh: '我的积分，怎样提升',
  },
  {
    name: 'leaderboard',
    aliases: ['排行'],
    usage: '/leaderboard [today|week]',
    summary: 'Standings of the team',
    zh: '团队排行',
  },
  {
    name: 'kudos',
    aliases: ['表扬'],
    usage: '/kudos @who <reason>',
    summary: 'Thank a colleague in public',
    zh: '公开表扬同事',
  },
  { name: 'goal', aliases: ['目标'], usage: '/goal', summary: 'Goals and pace', zh: '目标与进度' },
  {
    name: 'help',
    aliases: ['帮助'],
    usage: '/help',
    summary: 'What Genjin can do',
    zh: '能做什么',
  },
];

const tagOf = (request: Request): 'zh' | 'en' => (request.actor.locale === 'en' ? 'en' : 'zh');
const sayCard = (locale: string, title: string): Card => ({
  locale,
  title,
  tone: 'neutral',
  summary: title,
  blocks: [],
});

/** What the stub's bot says by itself. */
const builtIn = (request: Request): readonly Reply[] => {
  const tag = tagOf(request);
  const { ask } = request;
  const card = (of: Card): readonly Reply[] => [{ kind: 'card', to: 'actor', card: of }];
  if (ask.kind === 'press') {
    if (ask.intent.verb === 'undo') return [{ kind: 'replace', card: undoneCard(tag) }];
    if (ask.intent.verb === 'fix') return [{ kind: 'form', form: everyInput(tag) }];
    if (ask.intent.verb === 'share')
      return [{ kind: 'card', to: 'channel', card: followupCard(tag) }];
    return card(scoreCard(tag));
  }
  if (ask.kind === 'submit') {
    if (ask.values.amount === 'much') {
      const errors = {
        amount: tag === 'zh' ? '请写数字，例如 12万' : 'Write a number, e.g. 120000',
      };
      return [{ kind: 'form', form: everyInput(tag, errors) }];
    }
    return [{ kind: 'replace', card: followupCard(tag) }];
  }
  if (ask.kind !== 'command') return card(sayCard(tag, tag === 'zh' ? '你好' : 'Hello'));
  if (/followup|跟进/u.test(ask.line)) return card(followupCard(tag));
  if (/score|积分/u.test(ask.line)) return card(scoreCard(tag));
  if (/leaderboard|排行/u.test(ask.line)) {
    return [{ kind: 'card', to: 'channel', card: leaderboardCard(tag) }];
  }
  return card(sayCard(tag, ask.line));
};

/** A page with its own store; the demo's next post is the leaderboard at 18:30. */
export const createStub = (
  options: { people?: readonly WebPerson[]; demo?: boolean; file?: string } = {},
): Stub => {
  let now = START;
  const people = [...(options.people ?? PEOPLE)];
  const asked: Request[] = [];
  const logged: string[] = [];
  const log = (fields: object, message: string) => {
    logged.push(JSON.stringify({ ...fields, message }));
  };
  const stub: { answer: Stub['answer'] } = { answer: null };
  const web = createWeb({
    file: options.file ?? ':memory:',
    get page() {
      return compiledPage();
    },
    people: async () => people,
    commands: (locale) =>
      COMMANDS.map(({ zh, ...command }) =>
        locale === 'zh' ? { ...command, summary: zh } : command,
      ),
    csv: csvFile,
    mayOpen: (user, { role }) => {
      const person = people.find((one) => one.user === user);
      return person !== undefined && (role === 'rep' || person.role === role);
    },
    log: { info: log, warn: log, error: log },
    bot: {
      async handle(request) {
        asked.push(request);
        return (stub.answer ?? builtIn)(request);
      },
    },
    clock: {
      now: () => now,
      zone: 'Asia/Shanghai',
      demo:
        options.demo === false
          ? null
          : {
              nextPost: () => (now < POST ? POST : null),
              async jump(to) {
                const due = now < POST && to >= POST;
                now = to;
                if (!due) return;
                const target = {
                  kind: 'channel',
                  platform: 'web',
                  tenant: 'local',
                  channel: 'east',
                } as const;
                await web.platform.post(target, leaderboardCard('zh'), 'board:2026-11-23');
              },
            },
    },
  });
  return Object.assign(stub, { web, people, asked, logged });
};

let compiled: string | null = null;

/** The page's modules, compiled one by one so that nothing else in the repository has to build. */
const compiledPage = (): string => {
  if (compiled !== null) return compiled;
  const source = fileURLToPath(new URL('../../../adapters/web/page/', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'genjin-page-'));
  for (const name of readdirSync(source).filter((file) => file.endsWith('.ts'))) {
    const { outputText } = ts.transpileModule(readFileSync(join(source, name), 'utf8'), {
      compilerOptions: {
        target: ts.ScriptTarget.ES2023,
        module: ts.ModuleKind.ESNext,
        verbatimModuleSyntax: true,
        rewriteRelativeImportExtensions: true,
      },
    });
    writeFileSync(join(folder, name.replace(/\.ts$/, '.js')), outputText);
  }
  compiled = folder;
  return folder;
};

/** The door without a socket: GET or POST to a path, as a page of this server would. */
export const knock = (
  stub: Stub,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  Promise.resolve(
    stub.web.routes.request(
      `http://127.0.0.1:8080${path}`,
      body === undefined
        ? { headers }
        : {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...headers },
            body: typeof body === 'string' ? body : JSON.stringify(body),
          },
    ),
  );
