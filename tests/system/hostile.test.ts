// Acceptance: hostile and senseless input at the real application's HTTP door gets a clear refusal or a polite
// card; nothing is written. What may be written, because it is only text, stays text.
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Client from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serveOnNode } from '../../adapters/runtime/node.ts';
import type { AskAnswer, InlineView, MessageView } from '../../adapters/web/wire.ts';
import {
  cleanUp,
  contentOf,
  keptLog,
  knock,
  knockRaw,
  look,
  recordedIn,
  temporary,
  visit,
  webFile,
  workspaceFile,
} from '../support/app.ts';

/** Wednesday morning: nothing falls due while this runs. */
let now = Date.parse('2026-03-11T10:00:00+08:00');
const { log, lines: logged } = keptLog('info');
const data = temporary();
let app: Served;
/** A rep's confirmation of a follow-up, shared since, and its id. */
let own: { message: number; id: number };
/** Another rep's. */
let other: { message: number; id: number };
let openForm = '';
let before = '';

/** The time goes on between requests, so that nobody asks too often. */
const turn = (): void => {
  now += 2_500;
};
const kept = (): string =>
  [workspaceFile(data), join(data, 'directory.sqlite')].map(contentOf).join('\n');

beforeAll(async () => {
  app = await serveOnNode({ data, demo: true, log, port: 0, real: () => now });
  const record = async (user: string, line: string) => {
    turn();
    const answer = await visit(app.url, user).say(line);
    const message = answer.messages.at(-1)?.id ?? 0;
    return { message, id: recordedIn(answer) ?? 0 };
  };
  own = await record('lin', '/followup 给青松贸易打了电话，聊了10分钟，意向B');
  other = await record('xu', '/followup 给云帆物流打了电话，聊了10分钟，意向B');
  expect([own.id, other.id].every((id) => id > 0)).toBe(true);
  turn();
  const form = await visit(app.url, 'lin').say('/followup');
  openForm = form.form?.id ?? '';
  expect(openForm).not.toBe('');
  turn();
  await visit(app.url, 'lin').ask({ kind: 'press', message: own.message, action: share(own.id) });
  turn();
  await visit(app.url, 'lin').say('给海棠食品打了电话');
  await posted();
  // The made-up colleagues go home: what is written from here on is written by whoever asks.
  const client = new Client(workspaceFile(data));
  client.exec("DELETE FROM setting WHERE key = 'demoScript'");
  client.close();
  before = kept();
}, 240_000);
afterAll(async () => {
  await app.close();
  await cleanUp();
});

/** Waits for what is being posted. */
const posted = async (): Promise<void> => {
  for (let turns = 0; turns < 200; turns += 1) {
    const waiting = look(workspaceFile(data), (client) =>
      client.prepare("SELECT 1 FROM outbox WHERE state IN ('due', 'sending')").get(),
    );
    if (waiting === undefined) return;
    now += 100;
    await sleep(20);
  }
  throw new Error('the outbox does not empty');
};

const share = (id: number): string => `["followup","share",{"id":${id}}]`;
const undo = (id: number): string => `["followup","undo",{"id":${id}}]`;

const refused = (name: string, { status, text }: { status: number; text: string }): void => {
  const short = name.slice(0, 100);
  expect([short, status >= 400 && status < 500, status]).toEqual([short, true, status]);
  const { error } = JSON.parse(text) as { error: { code: string; message: string } };
  expect(error.code).toMatch(/^[a-z_]+$/);
  expect(error.message.length).toBeGreaterThan(3);
  expect(text.length).toBeLessThan(500);
  expect(text).not.toMatch(/SQLITE|\bat \/|node_modules|\.[jt]s:|ZodError|TypeError/);
};
const unharmed = (): void => {
  expect(kept() === before).toBe(true);
  expect(logged.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
};

let deliveries = 0;
const body = (ask: unknown, extra: object = {}): string =>
  JSON.stringify({
    as: 'xu',
    delivery: `hostile-${++deliveries}`,
    place: 'direct',
    ask,
    ...extra,
  }) ?? '';

const ODD: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  ' ',
  [],
  {},
  [[]],
  { $ne: null },
  { toString: 'x' },
  'x'.repeat(5_000),
  'a\u0000b',
  '\ud800',
  '\u001b[2J',
];
/** Every part of the body in turn. */
const SHAPES: readonly (readonly [string, () => string])[] = [
  ...ODD.flatMap((odd) => {
    const text = JSON.stringify(odd).slice(0, 30);
    const line = { kind: 'command', line: '/score' };
    return [
      [`body ${text}`, () => JSON.stringify(odd)],
      [`as ${text}`, () => body(line, { as: odd })],
      [`delivery ${text}`, () => body(line, { delivery: odd })],
      [`place ${text}`, () => body(line, { place: odd })],
      [`ask ${text}`, () => body(odd)],
      [`kind ${text}`, () => body({ ...line, kind: odd })],
      [`line ${text}`, () => body({ ...line, line: odd })],
      [`message ${text}`, () => body({ kind: 'press', message: odd, action: undo(1) })],
      [`action ${text}`, () => body({ kind: 'press', message: 1, action: odd })],
      [`form ${text}`, () => body({ kind: 'submit', form: odd, values: {} })],
      ...(JSON.stringify(odd) === '{}' || JSON.stringify(odd) === '{"toString":"x"}'
        ? []
        : ([[`values ${text}`, () => body({ kind: 'submit', form: 'x', values: odd })]] as const)),
      ...(Array.isArray(odd) && odd.length === 0
        ? []
        : ([[`mentions ${text}`, () => body({ ...line, mentions: odd })]] as const)),
    ] as const;
  }),
  ['a key too many', () => body({ kind: 'command', line: '/score' }, { role: 'admin' })],
  ['an actor inside', () => body({ kind: 'command', line: '/score', actor: { user: 'alex' } })],
  ['an event of platforms only', () => body({ kind: 'joined' })],
  ['cut off', () => '{"as":"xu","delivery":"hosti'],
  ['two', () => '{}{}'],
  ['a form', () => 'as=xu&line=%2Fscore'],
  ['xml', () => '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x/>'],
  ['100,000 deep', () => '['.repeat(100_000)],
  ['50,000 deep, closed', () => `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
  ['a prototype', () => body({ kind: 'command', line: '/score' }).replace('{', '{"__proto__":1,')],
  ['a megabyte', () => body({ kind: 'command', line: 'x'.repeat(1_000_000) })],
  ['more than a megabyte', () => body({ kind: 'command', line: 'x'.repeat(1_100_000) })],
  ['five megabytes', () => ' '.repeat(5_000_000)],
];

it(`refuses ${SHAPES.length} bodies that are not what they should be`, async () => {
  expect(SHAPES.length).toBeGreaterThan(180);
  for (const [name, text] of SHAPES) {
    turn();
    const headers = { 'content-type': 'application/json' };
    refused(name, await knockRaw(app.url, '/web/ask', { method: 'POST', headers, body: text() }));
  }
  for (const path of ['/web/clock', '/web/read']) {
    for (const odd of ODD) {
      turn();
      const text = JSON.stringify(odd);
      refused(`${path} ${text}`, await knock(app.url, path, { body: text }));
    }
  }
  for (const move of [
    { kind: 'hours', hours: 1e9 },
    { kind: 'hours', hours: -1 },
    { kind: 'hours', hours: 0.5 },
    { kind: 'at', day: '2026-02-30', time: '10:00' },
    { kind: 'at', day: '2026-03-10', time: '10:00' },
    { kind: 'at', day: '9999-12-31', time: '10:00' },
    { kind: 'at', day: '-271821-04-20', time: '10:00' },
    { kind: 'tomorrow', time: '24:00' },
    { kind: 'back' },
  ]) {
    const text = JSON.stringify({ as: 'xu', move });
    refused(text, await knock(app.url, '/web/clock', { body: text }));
  }
  unharmed();
}, 120_000);

it('refuses buttons and forms that are somebody else’s, or nobody’s', async () => {
  const intents = [
    undo(own.id),
    share(own.id),
    `["followup","fix",{"id":${own.id}}]`,
    `["followup","fixed",{"id":${own.id}}]`,
    `["followup","clarify",{"id":${own.id},"kind":"channel","value":"email"}]`,
    '["followup","accept",{"draft":1}]',
    '["followup","choose",{"draft":1,"customer":1}]',
    '["followup","record",{"line":"华为 电话"}]',
    '["due","done",{"id":1}]',
    '["followup","done",{"id":1}]',
    '["handoff","accept",{"id":1}]',
    '["handoff","decline",{"id":1}]',
    '["customer","handoff",{"id":1}]',
    '["lead","take",{"id":1}]',
    '["leaderboard","post",{}]',
    '["settings","role",{"member":2,"role":"admin"}]',
    '["settings","team",{"team":1}]',
    '["won","record",{"id":1}]',
    '["__proto__","constructor",{}]',
    '["followup","__proto__",{}]',
    '["followup","undo",{"id":1e400}]',
    '["followup","undo",{"id":"1; DROP TABLE followup"}]',
    '[]',
    'null',
    '{"command":"followup","verb":"undo","args":{"id":1}}',
    `${undo(own.id)} `,
  ];
  const people = ['xu', 'zhou', 'jordan', 'alex'];
  for (const action of intents) {
    // Another person's private message; one's own, which offers no such thing; one that is not there.
    for (const as of people) {
      turn();
      const ask = { kind: 'press', message: own.message, action };
      refused(`${as} ${action}`, await knock(app.url, '/web/ask', { body: body(ask, { as }) }));
    }
    for (const message of [other.message, other.message - 1, 999_999]) {
      turn();
      const ask = { kind: 'press', message, action };
      refused(`own ${action}`, await knock(app.url, '/web/ask', { body: body(ask) }));
    }
  }
  for (const as of people) {
    turn();
    const ask = { kind: 'submit', form: openForm, values: { customer: '华为' } };
    refused(`form ${as}`, await knock(app.url, '/web/ask', { body: body(ask, { as }) }));
  }
  for (const form of ['x', `${openForm}0`, openForm.replace('lin', 'xu'), "' OR 1=1 --"]) {
    turn();
    const ask = { kind: 'submit', form, values: {} };
    refused(`form ${form}`, await knock(app.url, '/web/ask', { body: body(ask) }));
  }
  for (const [as, place] of [
    ['jordan', 'channel:east'],
    ['lin', 'channel:america'],
    ['lin', 'person:xu'],
    ['lin', 'channel:'],
    ['nobody', 'direct'],
    ['LIN', 'direct'],
    ['lin ', 'direct'],
    ['constructor', 'direct'],
  ]) {
    turn();
    const text = body({ kind: 'command', line: '/score' }, { as, place });
    refused(text, await knock(app.url, '/web/ask', { body: text }));
    const query = new URLSearchParams({ as: as ?? '', place: place ?? '' });
    refused(`messages ${query}`, await knock(app.url, `/web/messages?${query}`));
  }
  unharmed();
}, 120_000);

it('refuses other sites, other shapes of requests and other paths', async () => {
  const good = (): string => body({ kind: 'command', line: '/followup 华为 电话' });
  const json = { 'content-type': 'application/json' };
  const headers: Record<string, string>[] = [
    { ...json, origin: 'https://evil.example' },
    { ...json, origin: 'null' },
    { ...json, origin: 'http://127.0.0.1:1' },
    { ...json, 'sec-fetch-site': 'cross-site' },
    { ...json, 'sec-fetch-site': 'same-site' },
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-type': 'multipart/form-data; boundary=x' },
    { 'content-type': 'text/plain; application/json' },
    { ...json, host: 'evil.example' },
    { ...json, host: 'evil.example@127.0.0.1' },
  ];
  for (const given of headers) {
    turn();
    const { port } = new URL(app.url);
    const answer = await knockRaw(app.url, '/web/ask', {
      method: 'POST',
      headers: { host: `127.0.0.1:${port}`, ...given },
      body: good(),
    });
    // A name no URL can hold is turned away before there are words for it.
    if (answer.status !== 400 || answer.text !== '') refused(JSON.stringify(given), answer);
  }
  for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
    for (const path of ['/', '/web/ask', '/web/state', '/web/clock', '/healthz']) {
      const { status } = await knockRaw(app.url, path, { method, headers: json, body: good() });
      expect([method, path, status >= 400 && status < 500]).toEqual([method, path, true]);
    }
  }
  for (const path of [
    '/nothing',
    '/web',
    '/web/',
    '/web/ask/',
    '/web/../../etc/passwd',
    '/web/assets/x/..%2f..%2f..%2fpackage.json',
    '/web/assets/x/%2e%2e%2f%2e%2e%2fpackage.json',
    '/web/assets/x/main.js.map',
    '/web/assets/x/__proto__',
    '/web/fonts/..%2f..%2fpackage.json',
    '/web/fonts/%00',
    '/web/fonts/constructor',
    '/web/state?as=%00',
    '/web/state?as=nobody&lang=fr',
    '/web/state?as=nobody',
    '/web/messages',
    '/web/messages?as=lin',
    '/web/messages?as=lin&place=direct&before=-1',
    '/web/messages?as=lin&place=direct&before=1e99',
    '/web/messages?as=lin&place=direct&before=1%20OR%201',
    '/web/events',
    '/web/events?as=nobody',
    '/web/events?as=lin&since=x',
    '/.env',
    '/data/w1.sqlite',
    '/w1.sqlite',
    '/admin',
    '/debug',
    '/metrics',
  ]) {
    const { status, text } = await knockRaw(app.url, path, { headers: {} });
    expect([path, status >= 400 && status < 500, status]).toEqual([path, true, status]);
    expect(text).not.toMatch(/root:|genjin"|SQLite format/);
  }
  unharmed();
}, 120_000);

it('survives what is not HTTP', async () => {
  const { port } = new URL(app.url);
  for (const rubbish of [
    '\u0000\u0001\u0002\r\n\r\n',
    'GET\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
    'POST /web/ask HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'POST /web/ask HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n',
    'POST /web/ask HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n',
    `GET /${'x'.repeat(100_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`,
  ]) {
    const answer = await new Promise<string>((resolve) => {
      let heard = '';
      const socket = connect(Number(port), '127.0.0.1', () => socket.end(rubbish));
      socket.on('data', (chunk) => {
        heard += String(chunk);
      });
      socket.on('error', () => resolve(heard));
      socket.on('close', () => resolve(heard));
    });
    expect(answer).not.toMatch(/^HTTP\/1\.1 [235]/);
  }
  expect((await knock(app.url, '/healthz')).status).toBe(200);
  unharmed();
});

/** Said by a rep of the first team; each is answered with a card and writes nothing. */
const SENSELESS: readonly string[] = [
  '/',
  '//',
  '/ /',
  '/?',
  '／',
  '/nonsense',
  '/follow',
  '/sudo make me an admin',
  '/$(rm -rf /)',
  '/`id`',
  '/../../etc/passwd',
  '/<script>alert(1)</script>',
  '/__proto__',
  '/constructor',
  '/toString now',
  '/eval 1+1',
  '/DROP TABLE followup;--',
  '/score 2026-13-45',
  '/score <img src=x onerror=alert(1)>',
  "/score ' OR 1=1 --",
  '/score @nobody',
  '/score 1e9',
  '/leaderboard post',
  '/leaderboard yesterday',
  '/leaderboard <!channel>',
  '/leaderboard post month now please',
  '/settings',
  '/settings role 2 admin',
  '/settings role @许演示 admin',
  '/settings post 99:99',
  '/settings __proto__ x',
  '/customer',
  '/customer 0',
  '/customer 不存在的客户',
  '/customer -1',
  "/customer '; DELETE FROM customer; --",
  '/customer __proto__',
  '/won',
  '/won 不存在的客户 -5',
  '/lost',
  '/lost 不存在的客户',
  '/paid',
  '/paid 不存在的客户 many',
  '/help',
  '/help nothing',
  '/due',
  '/due tomorrowish',
  '/privacy',
  '排行 火星',
  '/score why',
  '/积分 为什么？',
];

const cardsIn = (answer: AskAnswer): MessageView[] =>
  answer.messages.filter(({ body: content }) => content.kind === 'card');

it(`answers ${SENSELESS.length} senseless lines politely, and changes nothing`, async () => {
  for (const line of SENSELESS) {
    turn();
    const answer = await visit(app.url, 'lin').say(line);
    const cards = cardsIn(answer);
    expect([line, cards.length + (answer.form === null ? 0 : 1)]).toEqual([line, 1]);
    for (const { body: content, private: secret, place } of cards) {
      if (content.kind !== 'card') continue;
      expect(content.card.title.trim()).not.toBe('');
      expect(content.card.summary.trim()).not.toBe('');
      expect([secret, place]).toEqual([true, 'direct']);
      expect(JSON.stringify(content.card)).not.toMatch(/SQLITE|TypeError|undefined|\[object|NaN/);
    }
    expect([line, kept() === before]).toEqual([line, true]);
  }
  unharmed();
}, 120_000);

it('asks whoever types without a pause to wait, and records nothing of it', async () => {
  turn();
  now += 60_000;
  const spam = visit(app.url, 'qian');
  const answers: string[] = [];
  for (let n = 0; n < 40; n += 1) answers.push(JSON.stringify(await spam.say('/help')));
  expect(new Set(answers.map((text) => /"title":"([^"]*)"/.exec(text)?.[1])).size).toBe(2);
  await spam.say('/followup 给华为打了电话，聊了10分钟');
  now += 60_000;
  unharmed();
});

/** Only text: it may be recorded, and must stay text. */
const INJECTIONS: readonly string[] = [
  '<!channel>',
  '<!here>',
  '<@U123>',
  '<@lin>',
  '<at id=all></at>',
  '<at user_id="all">所有人</at>',
  '@all',
  '@所有人',
  '@周样例',
  '<b>bold</b>',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[click](javascript:alert(1))',
  'javascript:alert(1)',
  '*bold* _it_ ~no~ `code`',
  '{{7*7}} #{7*7} <%= 7*7 %>',
  '=HYPERLINK("http://evil.example","x")',
  '; DROP TABLE followup; --',
  '"],"actions":[{"label":"x"',
  '\u202egnp.exe',
];

it('keeps injected markup and mentions as the text they are, and tells nobody', async () => {
  // A day's first follow-up may end a streak worth saying; what comes after it may not.
  turn();
  await visit(app.url, 'song').say('/followup 给青松贸易打了电话，聊了合同');
  const waiting = "SELECT count(*) AS n FROM outbox WHERE state IN ('due', 'sending')";
  const isWaiting = () => look(workspaceFile(data), (client) => client.prepare(waiting).get());
  await expect.poll(isWaiting, { timeout: 30_000 }).toEqual({ n: 0 });
  const channelsBefore = look(webFile(data), (client) =>
    client.prepare("SELECT count(*) AS n FROM messages WHERE place LIKE 'channel:%'").get(),
  );
  const outboxBefore = look(workspaceFile(data), (client) =>
    client.prepare('SELECT count(*) AS n FROM outbox').get(),
  );
  for (const text of INJECTIONS) {
    turn();
    const answer = await visit(app.url, 'song').say(`/followup 给青松贸易打了电话，备注：${text}`);
    for (const { body: content } of cardsIn(answer)) {
      if (content.kind !== 'card') continue;
      const inlines = content.card.blocks.flatMap((block): readonly InlineView[] => {
        if (block.kind === 'text' || block.kind === 'note') return block.text;
        if (block.kind === 'fields') return block.fields.flatMap(({ value }) => value);
        return block.kind === 'rows' ? block.rows.flat(2) : [];
      });
      const kinds = new Set(inlines.map((each) => (typeof each === 'string' ? 'text' : each.kind)));
      expect([text, kinds.has('mention'), kinds.has('link')]).toEqual([text, false, false]);
      const actions = content.card.blocks.flatMap((block) =>
        block.kind === 'actions' ? block.actions : [],
      );
      expect(actions.every(({ intent }) => /^\["(followup|customer)",/.test(intent))).toBe(true);
    }
  }
  const stored = look(workspaceFile(data), (client) =>
    client
      .prepare<[], { text: string }>("SELECT text FROM followup WHERE text LIKE '%备注：%'")
      .all()
      .map(({ text }) => text),
  );
  const gone = INJECTIONS.filter((text) => !stored.some((each) => each.includes(text)));
  expect(gone).toEqual([]);
  expect(
    look(webFile(data), (client) =>
      client.prepare("SELECT count(*) AS n FROM messages WHERE place LIKE 'channel:%'").get(),
    ),
  ).toEqual(channelsBefore);
  expect(
    look(workspaceFile(data), (client) => client.prepare('SELECT count(*) AS n FROM outbox').get()),
  ).toEqual(outboxBefore);
  expect(logged.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
}, 120_000);
