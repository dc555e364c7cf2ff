// The whole application for tests: assembled in this process, or the built command line as a child process.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Client from 'better-sqlite3';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { AskAnswer, AskView, ErrorBody, Move, StateView } from '../../adapters/web/wire.ts';

const CLI = fileURLToPath(new URL('../../dist/adapters/runtime/cli.js', import.meta.url));

/** Long enough for a busy machine to seed the demo; a child that takes longer is given up. */
const PATIENCE_MS = 120_000;
/** A command that ends by itself. */
const COMMAND_MS = 20_000;

const folders: string[] = [];
const children = new Set<ChildProcess>();

/** A new folder that {@link cleanUp} removes. */
export const temporary = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'genjin-system-'));
  folders.push(folder);
  return folder;
};

/** Ends every child that still runs and removes every temporary folder. Call it after each test. */
export const cleanUp = async (): Promise<void> => {
  await Promise.all([...children].map(kill));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
};

/** A log that keeps its lines. */
export const keptLog = (level = 'debug'): { readonly log: Logger; readonly lines: string[] } => {
  const lines: string[] = [];
  const sink: DestinationStream = { write: (line) => void lines.push(line) };
  return { log: pino({ level }, sink), lines };
};

// The command line as a child process.

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** All it wrote so far, both streams. */
  output(): string;
  stdout(): string;
}

/** Nothing of this machine's settings reaches the child, only what is given. */
const launch = (args: readonly string[], env: Readonly<Record<string, string>>): Running => {
  if (!existsSync(CLI)) throw new Error(`${CLI} is missing: npm run build`);
  const child = spawn(process.execPath, [CLI, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    cwd: tmpdir(),
    env: { PATH: process.env.PATH ?? '', TZ: 'Asia/Shanghai', ...env },
  });
  children.add(child);
  let [all, out] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    all += text;
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    all += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => {
      children.delete(child);
      resolve({ code, signal });
    });
  });
  return { child, ended, output: () => all, stdout: () => out };
};

/** Kills it outright and waits until it is gone. */
export const kill = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await gone;
};

/** Runs a command to its end; one that does not come to it is killed. */
export const runCli = async (
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<Ended & { readonly output: string; readonly stdout: string }> => {
  const running = launch(args, env);
  running.child.stdin?.end(input);
  const timer = setTimeout(() => running.child.kill('SIGKILL'), COMMAND_MS);
  const ended = await running.ended;
  clearTimeout(timer);
  return { ...ended, output: running.output(), stdout: running.stdout() };
};

export interface Cli extends Running {
  readonly url: string;
}

/**
 * Starts `genjin start` on a free port and waits until it says where it runs.
 * @param data the data folder; null leaves folder and port to the environment
 */
export const startCli = async (
  data: string | null,
  {
    args = [],
    env = {},
  }: { args?: readonly string[]; env?: Readonly<Record<string, string>> } = {},
): Promise<Cli> => {
  const running = launch(
    ['start', ...(data === null ? [] : ['--data', data, '--port', '0']), ...args],
    env,
  );
  const found = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not up:\n${running.output()}`)), PATIENCE_MS);
    const look = (): void => {
      const [, url] = /Genjin is running: (\S+)/.exec(running.stdout()) ?? [];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    };
    running.child.stdout?.on('data', look);
    void running.ended.then(({ code, signal }) => {
      clearTimeout(timer);
      reject(new Error(`ended (${code ?? signal}):\n${running.output()}`));
    });
  });
  return { ...running, url: found };
};

// The web page's HTTP door.

export interface Knocked {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** One request on a fresh or kept connection. @throws TypeError when the connection breaks */
export const knock = async (
  url: string,
  path: string,
  init: { body?: string; headers?: Readonly<Record<string, string>> } = {},
): Promise<Knocked> => {
  const { body, headers } = init;
  const response = await fetch(`${url}${path}`, {
    ...(body !== undefined && { method: 'POST', body }),
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

/** As {@link knock}, with headers `fetch` does not let anybody set, such as Host. */
export const knockRaw = (
  url: string,
  path: string,
  {
    method = 'GET',
    headers,
    body,
  }: { method?: string; headers: Record<string, string | string[]>; body?: string | Buffer },
): Promise<{ readonly status: number; readonly text: string }> =>
  new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });

const unwrap = <T>({ status, text }: Knocked): T => {
  if (status >= 400) {
    const { error } = JSON.parse(text) as ErrorBody;
    throw new Error(`${status} ${error.code}: ${error.message}`);
  }
  return (text === '' ? undefined : JSON.parse(text)) as T;
};

/** What a person's page does. A refusal of the door is thrown. */
export interface Visitor {
  ask(ask: AskView, where?: string, delivery?: string): Promise<AskAnswer>;
  say(line: string, where?: string, delivery?: string): Promise<AskAnswer>;
  state(): Promise<StateView>;
  move(move: Move): Promise<StateView['clock']>;
}

type Send = (path: string, body?: unknown) => Promise<Knocked>;

const visitor = (user: string, send: Send): Visitor => {
  const self: Visitor = {
    ask: async (ask, place = 'direct', delivery = randomUUID()) =>
      unwrap(await send('/web/ask', { as: user, delivery, place, ask })),
    say: (line, where, delivery) => self.ask({ kind: 'command', line }, where, delivery),
    state: async () => unwrap(await send(`/web/state?as=${encodeURIComponent(user)}`)),
    move: async (move) => unwrap(await send('/web/clock', { as: user, move })),
  };
  return self;
};

/** Someone at the page of a running server. */
export const visit = (url: string, user: string): Visitor =>
  visitor(user, (path, body) =>
    knock(url, path, body === undefined ? {} : { body: JSON.stringify(body) }),
  );

/** Someone at the page, without a network. */
export const visitInProcess = (
  routes: { request(path: string, init?: RequestInit): Response | Promise<Response> },
  user: string,
): Visitor =>
  visitor(user, async (path, body) => {
    const headers = { host: 'localhost', 'content-type': 'application/json' };
    const response = await routes.request(`http://localhost${path}`, {
      headers,
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  });

/** The id of the follow-up an answer confirms; null when it confirms none. */
export const recordedIn = (answer: AskAnswer): number | null => {
  for (const { body } of answer.messages) {
    if (body.kind !== 'card') continue;
    for (const block of body.card.blocks) {
      if (block.kind !== 'actions') continue;
      for (const { intent } of block.actions) {
        const [, id] = /^\["followup","undo",\{"id":(\d+)\}\]$/.exec(intent) ?? [];
        if (id !== undefined) return Number(id);
      }
    }
  }
  return null;
};

// The databases behind it.

/** Looks into a database file, also while a server has it open. */
export const look = <T>(file: string, query: (client: Client.Database) => T): T => {
  const client = new Client(file, { readonly: true });
  try {
    return query(client);
  } finally {
    client.close();
  }
};

/** The first demo workspace, and the web page's own store, in a data folder. */
export const workspaceFile = (data: string): string => join(data, 'w1.sqlite');
export const webFile = (data: string): string => join(data, 'web.sqlite');

/** Every row of every table as text, a table a line: equal texts are equal databases. */
export const contentOf = (file: string): string =>
  look(file, (client) =>
    client
      .prepare<[], { name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1",
      )
      .all()
      .map(({ name }) => {
        const rows = client.prepare(`SELECT * FROM "${name}"`).raw().all();
        return `${name} ${JSON.stringify(rows)}`;
      })
      .join('\n'),
  );
