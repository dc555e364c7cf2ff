// Starting and stopping, as the person at the command line sees it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  cleanUp,
  contentOf,
  knock,
  knockRaw,
  look,
  runCli,
  startCli,
  temporary,
  visit,
  webFile,
  workspaceFile,
} from '../support/app.ts';

afterEach(cleanUp);

const count = (file: string, sql: string): number =>
  look(file, (client) => (client.prepare(sql).get() as { n: number }).n);
const BOARDS = "SELECT count(*) AS n FROM outbox WHERE key LIKE 'leaderboard:%'";
const POSTED = "SELECT count(*) AS n FROM messages WHERE key LIKE 'post:leaderboard:%'";

describe('the first start', () => {
  it('seeds the demo, the second does not, and a post over a restart is one post', async () => {
    const data = join(temporary(), 'not', 'there', 'yet');
    const first = await startCli(data);
    expect(first.output()).toContain('preparing the demo teams');
    const state = await visit(first.url, 'lin').state();
    expect(state.people).toHaveLength(8);
    expect(state.clock.demo?.next).toBeGreaterThan(state.clock.now);
    expect(count(workspaceFile(data), 'SELECT count(*) AS n FROM followup')).toBeGreaterThan(1_000);

    // Two jumps: a first start after 18:30 may have a post of today under way already.
    await visit(first.url, 'lin').move({ kind: 'next' });
    const posted = count(webFile(data), POSTED);
    expect(posted).toBeGreaterThan(0);
    expect(count(workspaceFile(data), BOARDS)).toBe(posted);
    first.child.kill('SIGTERM');
    expect(await first.ended).toEqual({ code: 0, signal: null });
    expect(first.output()).toContain('stopped');

    const cast = (): unknown =>
      look(workspaceFile(data), (client) =>
        ['member', 'team', 'identity', 'standard'].map((table) =>
          client.prepare(`SELECT * FROM ${table}`).all(),
        ),
      );
    const before = cast();
    const second = await startCli(data);
    expect(second.output()).not.toContain('preparing');
    expect((await visit(second.url, 'lin').state()).people).toEqual(state.people);
    expect(count(webFile(data), POSTED)).toBe(posted);
    expect(cast()).toEqual(before);
    second.child.kill('SIGINT');
    expect((await second.ended).code).toBe(0);

    // The database is closed whole: nothing is left in a log beside it.
    expect(existsSync(`${workspaceFile(data)}-wal`)).toBe(false);
  });

  it('is blank with --empty: no clock to move, and whoever comes first is the admin', async () => {
    const data = temporary();
    const server = await startCli(data, { args: ['--empty'] });
    const blank = await (async () => {
      const { text } = await knock(server.url, '/web/state');
      return JSON.parse(text) as { people: unknown[]; clock: { demo: unknown } };
    })();
    expect(blank.people).toEqual([]);
    expect(blank.clock.demo).toBeNull();
    await visit(server.url, 'first-person').ask({ kind: 'opened', name: '林晓', locale: 'zh' });
    await visit(server.url, 'second-person').ask({ kind: 'opened', name: 'Maya', locale: 'en' });
    const { people } = await visit(server.url, 'first-person').state();
    expect(people.map(({ name, role, team }) => [name, role, team !== null])).toEqual([
      ['林晓', 'admin', true],
      ['Maya', 'rep', true],
    ]);
    await expect(visit(server.url, 'first-person').move({ kind: 'next' })).rejects.toThrow(
      /409 no_demo/,
    );
    // What is no longer empty is not seeded later either.
    server.child.kill('SIGTERM');
    await server.ended;
    const again = await startCli(data);
    expect((await visit(again.url, 'first-person').state()).people).toEqual(people);
  });
});

describe('the server', () => {
  it('is there for this machine only, under its own names only', async () => {
    const { url } = await startCli(temporary(), { args: ['--empty'] });
    const { port } = new URL(url);
    expect(new URL(url).hostname).toBe('127.0.0.1');
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, 'LOCALHOST']) {
      expect((await knockRaw(url, '/web/state', { headers: { host } })).status).toBe(200);
    }
    const foreign = [
      'genjin.example.com',
      `genjin.example.com:${port}`,
      '127.0.0.1.example.com',
      'localhost.example.com',
      '169.254.169.254',
      '0.0.0.0',
      '[::]',
      'localhost@example.com',
      '127.0.0.1 example.com',
    ];
    for (const host of foreign) {
      for (const path of ['/', '/web/state', '/web/events?as=lin']) {
        const { status, text } = await knockRaw(url, path, { headers: { host } });
        expect([host, path, status]).toEqual([host, path, status === 400 ? 400 : 403]);
        expect(text).not.toContain('people');
      }
    }
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of outside) {
      await expect(fetch(`http://${address}:${port}/healthz`)).rejects.toThrow();
    }
  });

  it('tells its health and nothing else', async () => {
    const { url } = await startCli(temporary(), { args: ['--empty'] });
    for (const path of ['/healthz', '/readyz']) {
      const { status, text, headers } = await knock(url, path);
      expect([status, text]).toEqual([200, '{"ok":true}']);
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('says so when the port is taken, and ends with 1', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    try {
      const args = ['start', '--empty', '--data', temporary(), '--port', port];
      const { code, output, stdout } = await runCli(args);
      expect(code).toBe(1);
      expect(output).toMatch(
        new RegExp(`port ${port} (on 127\\.0\\.0\\.1 )?is (already )?in use`, 'i'),
      );
      expect(output).not.toMatch(/\n\s+at /);
      expect(stdout).not.toContain('running');
    } finally {
      taken.close();
    }
  });

  it('ends with 0 on SIGTERM, also with live event streams open', async () => {
    const data = temporary();
    const server = await startCli(data, { args: ['--empty'] });
    await visit(server.url, 'first-person').ask({ kind: 'opened', name: 'Maya' });
    const stream = await fetch(`${server.url}/web/events?as=first-person`);
    expect(stream.status).toBe(200);
    const said = visit(server.url, 'first-person').say('/followup Acme Kiln: called, grade B');
    await said;
    server.child.kill('SIGTERM');
    expect(await server.ended).toEqual({ code: 0, signal: null });
    await stream.text().catch(() => '');
    expect(count(workspaceFile(data), 'SELECT count(*) AS n FROM followup')).toBe(1);
  });

  it('refuses a data folder that holds a broken database, and leaves it alone', async () => {
    const data = temporary();
    const server = await startCli(data, { args: ['--empty'] });
    server.child.kill('SIGTERM');
    expect(await server.ended).toEqual({ code: 0, signal: null });
    const rubbish = Buffer.alloc(8_192, 'not a database ');
    writeFileSync(join(data, 'directory.sqlite'), rubbish);
    const { code, output } = await runCli(['start', '--data', data, '--port', '0']);
    expect(code).toBe(1);
    expect(output).toContain('directory.sqlite');
    expect(output).not.toMatch(/\n\s+at /);
    expect(readFileSync(join(data, 'directory.sqlite')).equals(rubbish)).toBe(true);
  });
});

describe('the environment', () => {
  it('is checked at once: every fault is named', async () => {
    const env = { PORT: 'abc', GENJIN_LOG: 'loud' };
    const { code, output } = await runCli(['start', '--data', temporary()], { env });
    expect(code).toBe(1);
    expect(output).toMatch(/^PORT: /m);
    expect(output).toMatch(/^GENJIN_LOG: /m);
    expect(output).not.toMatch(/\n\s+at /);
  });

  it.each(['70000', '-1', '80.5', '0x50', ' '])('refuses the port %j', async (PORT) => {
    const { code, output } = await runCli(['start', '--data', temporary()], { env: { PORT } });
    expect([code, output.startsWith('PORT: ')]).toEqual([1, true]);
  });

  it('gives way to the options of the command line, which are checked too', async () => {
    for (const port of ['abc', '65536', '-1', '1e3x', '']) {
      const { code, output } = await runCli(['start', '--port', port, '--data', temporary()]);
      expect([port, code]).toEqual([port, 1]);
      expect(output).toContain('port');
    }
    const { code, output } = await runCli(['begin']);
    expect(code).toBe(1);
    expect(output).toContain('begin');
  });

  it('names the data folder', async () => {
    const data = temporary();
    const env = { GENJIN_DATA: data, PORT: '0', GENJIN_LOG: 'silent' };
    const server = await startCli(null, { args: ['--empty'], env });
    expect(existsSync(workspaceFile(data))).toBe(true);
    expect(server.output()).toBe(`Genjin is running: ${server.url}\n`);
  });
});

const SUBCOMMANDS = [
  'start',
  'demo',
  'parse',
  'import',
  'export',
  'standings',
  'backup',
  'restore',
  'doctor',
  'audit',
  'pulse',
];

describe('help', () => {
  it('lists every subcommand there is, and no other', async () => {
    const { stdout } = await runCli(['--help']);
    const [, listed = ''] = stdout.split('Commands:\n');
    const names = [...listed.matchAll(/^ {2}([a-z]+)/gmu)].map(([, name]) => name);
    expect(names.toSorted()).toEqual([...SUBCOMMANDS, 'help'].toSorted());
  });

  it.each([
    [[], SUBCOMMANDS],
    [['start'], ['--data', '--port', '--empty']],
    [['demo'], ['--data', '--port']],
    [['parse'], ['--now', '--tz', '--currency', '--calendar', '--customer']],
    [['import'], ['--preset', '--map', '--workspace', '--rejects', '--dry-run', '--now']],
    [['export'], ['--workspace', '--format', '--bom']],
    [['standings'], ['--period', '--team', '--json', '--csv']],
    [['backup'], ['--data', '--workspace', '--keep', 'Exit codes']],
    [['restore'], ['--data', 'Exit codes']],
    [['doctor'], ['--data', '--json', 'Exit codes']],
    [['audit'], ['verify', 'list']],
    [
      ['audit', 'verify'],
      ['--data', '--workspace', '--head', '--json', 'Exit codes'],
    ],
    [
      ['audit', 'list'],
      ['--data', '--workspace', '--limit', '--json'],
    ],
    [['pulse'], ['verify']],
    [
      ['pulse', 'verify'],
      ['--data', '--workspace', '--copy', '--log', '--json', 'Exit codes'],
    ],
  ])('of genjin %j', async (command, words) => {
    const { code, stdout } = await runCli([...command, '--help']);
    expect(code).toBe(0);
    for (const word of words) expect(stdout).toContain(word);
  });
});

describe('the parser’s workbench', () => {
  const NOW = ['--now', '2026-03-11T10:00:00+08:00'];

  it('reads lines and writes a line of JSON for each', async () => {
    const lines = [
      '给华为张总打了电话,聊了25分钟,意向A,报价15万,明天下午3点去演示',
      '字节跳动 电话 未接通',
      '',
      'Acme Kiln: called, talked 10 minutes, grade B',
    ];
    const { code, output } = await runCli(['parse', ...NOW], { input: `${lines.join('\n')}\n` });
    expect(code).toBe(0);
    const rows = output.split('\n').slice(0, -1);
    expect(rows).toHaveLength(lines.length);
    const parsed = rows.map((row) => JSON.parse(row) as Record<string, unknown>);
    for (const [at, row] of parsed.entries()) {
      expect(Object.keys(row)).toEqual([
        'text',
        'customer',
        'contact',
        'channel',
        'outcome',
        'intent',
        'amount',
        'next',
        'duration_min',
        'occurred',
        'clarify',
      ]);
      expect(row.text).toBe(lines[at]);
    }
    expect(parsed[0]).toEqual({
      text: lines[0],
      customer: '华为',
      contact: '张总',
      channel: 'phone',
      outcome: 'connected',
      intent: 'A',
      amount: { value: 150_000, currency: 'CNY' },
      next: { action: 'demo', at: '2026-03-12T15:00', precision: 'minute' },
      duration_min: 25,
      occurred: null,
      clarify: null,
    });
    expect(parsed[1]).toMatchObject({
      customer: '字节跳动',
      channel: 'phone',
      outcome: 'no_answer',
    });
    expect(parsed[2]).toMatchObject({ customer: null });
    expect(parsed[3]).toMatchObject({ customer: 'Acme Kiln', channel: 'phone', intent: 'B' });
  });

  it('takes nothing for nothing, and a last line without its end', async () => {
    expect(await runCli(['parse', ...NOW])).toMatchObject({ code: 0, output: '' });
    const { output } = await runCli(['parse', ...NOW], { input: '美团 电话' });
    expect(JSON.parse(output)).toMatchObject({ customer: '美团', channel: 'phone' });
  });

  it('refuses options that mean nothing', async () => {
    for (const args of [
      ['--now', 'yesterday'],
      ['--now', '2026-03-11T10:00:00'],
      ['--tz', 'Mars/Olympus'],
      ['--currency', 'gold'],
      ['--calendar', 'lunar'],
    ]) {
      const { code, output } = await runCli(['parse', ...args]);
      expect([args, code]).toEqual([args, 1]);
      expect(output).toContain(args[0]);
    }
  });
});

describe('the log', () => {
  it('holds no word of a follow-up and no name, whatever happens', async () => {
    const data = temporary();
    const server = await startCli(data, { args: ['--empty'], env: { GENJIN_LOG: 'debug' } });
    const secrets = ['Zqxfounder', 'Zqxcompany', 'Zqxnote', 'Zqxcontact', 'Zqxhostile', 'Zqxquery'];
    const me = visit(server.url, 'first-person');
    await me.ask({ kind: 'opened', name: 'Zqxfounder', locale: 'en' });
    await me.say('/followup Zqxcompany: called Zqxcontact, Zqxnote, grade B');
    await me.say('/customer Zqxcompany');
    await me.say('Zqxnote about nothing');
    await me.say('/Zqxhostile');
    await me.say('Zqxnote @Zqxfounder', 'channel:team');
    await me.ask({ kind: 'press', message: 2, action: '["Zqxhostile","x",{}]' }).catch(() => {});
    await knock(server.url, '/web/ask', { body: '{"Zqxhostile":' });
    await knock(server.url, '/web/state?as=Zqxquery');
    await me.state();
    server.child.kill('SIGTERM');
    await server.ended;
    expect(server.output()).toContain('"request"');
    for (const secret of secrets) {
      expect([secret, server.output().includes(secret)]).toEqual([secret, false]);
    }
    // They really were there to be told.
    expect(contentOf(workspaceFile(data))).toContain('Zqxcompany');
  });
});
