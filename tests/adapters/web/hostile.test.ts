// Hostile and senseless input at the HTTP door: a clear refusal, nothing written, nothing asked of the bot.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MessageView } from '../../../adapters/web/wire.ts';
import { followupCard } from './cards.ts';
import { createStub, knock, type Stub } from './stub.ts';

let stub: Stub;
let before: string;
/** All that is kept, as everybody together sees it. */
const kept = async (): Promise<string> => {
  const texts = await Promise.all(
    stub.people.flatMap((one) =>
      ['direct', ...one.channels.map(({ channel }) => `channel:${channel}`)].map(async (place) =>
        (await knock(stub, `/web/messages?as=${one.user}&place=${place}`)).text(),
      ),
    ),
  );
  return texts.join('\n');
};
beforeEach(async () => {
  stub = createStub();
  await knock(
    stub,
    '/web/ask',
    ask({ kind: 'command', line: '/跟进 星河科技' }, { delivery: 'delivery-first' }),
  );
  await stub.web.platform.post(
    { kind: 'channel', platform: 'web', tenant: 'local', channel: 'east' },
    followupCard('zh'),
    'board',
  );
  await stub.web.platform.post(
    { kind: 'channel', platform: 'web', tenant: 'local', channel: 'north' },
    followupCard('en'),
    'north',
  );
  stub.asked.length = 0;
  before = await kept();
});
afterEach(() => stub.web.close());

const ask = (what: unknown, extra: object = {}) => ({
  as: 'lin-xiaoyu',
  delivery: 'delivery-hostile',
  place: 'direct',
  ask: what,
  ...extra,
});
const command = (line: unknown, extra: object = {}) => ask({ kind: 'command', line }, extra);
const press = (message: unknown, action: unknown, extra: object = {}) =>
  ask({ kind: 'press', message, action }, extra);
const submit = (form: unknown, values: unknown, extra: object = {}) =>
  ask({ kind: 'submit', form, values }, extra);
const UNDO = '["followup","undo",{"id":7}]';

const refused = async (response: Response, name: string) => {
  const text = await response.text();
  expect([name.slice(0, 80), response.status >= 400 && response.status < 500]).toEqual([
    name.slice(0, 80),
    true,
  ]);
  const { error } = JSON.parse(text) as { error: { code: string; message: string } };
  expect(error.code).toMatch(/^[a-z_]+$/);
  expect(error.message.length).toBeGreaterThan(3);
  expect(text.length).toBeLessThan(500);
  expect(text).not.toMatch(/SQLITE|\bat \/|node_modules|\.ts:|ZodError/);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
};

const ODD: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  Number.MAX_VALUE,
  '',
  ' ',
  '\t\n',
  [],
  {},
  [[]],
  [null],
  { $ne: null },
  'x'.repeat(5_000),
];
const CONTROL = ['a\u0000b', '\u0007', '\u001b[2J', '\u007f', '\ud800', 'x\udfff'];

const BODIES: readonly (readonly [string, unknown])[] = [
  ...ODD.map((value) => [`body ${JSON.stringify(value)}`, value] as const),
  ...ODD.map((value) => [`as ${JSON.stringify(value)}`, command('/score', { as: value })] as const),
  ...ODD.map(
    (value) =>
      [`delivery ${JSON.stringify(value)}`, command('/score', { delivery: value })] as const,
  ),
  ...ODD.map(
    (value) => [`place ${JSON.stringify(value)}`, command('/score', { place: value })] as const,
  ),
  ...ODD.map((value) => [`ask ${JSON.stringify(value)}`, ask(value)] as const),
  ...ODD.map(
    (value) => [`kind ${JSON.stringify(value)}`, ask({ kind: value, line: '/score' })] as const,
  ),
  ...ODD.map((value) => [`line ${JSON.stringify(value)}`, command(value)] as const),
  ...ODD.filter((value) => !Array.isArray(value) || value.length > 0).map(
    (value) =>
      [
        `mentions ${JSON.stringify(value)}`,
        ask({ kind: 'command', line: '/score', mentions: value }),
      ] as const,
  ),
  ...ODD.map((value) => [`message ${JSON.stringify(value)}`, press(value, UNDO)] as const),
  ...ODD.map((value) => [`action ${JSON.stringify(value)}`, press(2, value)] as const),
  ...ODD.map((value) => [`form ${JSON.stringify(value)}`, submit(value, {})] as const),
  ...ODD.map(
    (value) =>
      [
        `values ${JSON.stringify(value)}`,
        submit('web:lin-xiaoyu:delivery-first:0', value),
      ] as const,
  ),
  ...CONTROL.map((line) => [`control ${JSON.stringify(line)}`, command(line)] as const),
  ...[
    'constructor',
    '__proto__',
    'toString',
    "' OR 1=1 --",
    '../../etc/passwd',
    '<script>',
    'root\u0000',
  ].map((as) => [`as ${as}`, command('/score', { as })] as const),
  ...[
    'person:maya',
    'channel:',
    'channel:north',
    'channel:east%00',
    'direct ',
    'DIRECT',
    '__proto__',
    'channel:__proto__',
  ].map((place) => [`place ${place}`, command('/score', { place })] as const),
  ...['joined', 'unsupported', 'eval', '__proto__', 'COMMAND'].map(
    (kind) => [`kind ${kind}`, ask({ kind, line: 'x', what: 'x' })] as const,
  ),
  ['an unknown key', command('/score', { role: 'admin' })],
  ['an unknown key inside', ask({ kind: 'command', line: '/score', actor: { user: 'root' } })],
  [
    'a proto key',
    '{"as":"lin-xiaoyu","delivery":"delivery-p","place":"direct","__proto__":{"x":1},"ask":{"kind":"command","line":"/score"},"constructor":{}}',
  ],
  ['another delivery shape', command('/score', { delivery: '../../x/../y' })],
  ['a message that is not there', press(999_999, UNDO)],
  ['a message of another channel', press(4, UNDO, { place: 'channel:east' })],
  ['a message of another place', press(2, UNDO, { place: 'channel:east' })],
  ['a private message of another', press(2, UNDO, { as: 'maya' })],
  ['a line instead of a card', press(1, UNDO)],
  ...[
    '["settings","role",{"user":"lin-xiaoyu","role":"admin"}]',
    '["followup","undo",{"id":8}]',
    '["followup","undo",{"id":7,"x":1}]',
    '["followup","fix",{"id":"7"}]',
    '["__proto__","x",{}]',
    '["constructor","constructor",{}]',
    '[]',
    '{"command":"followup","verb":"undo","args":{"id":7}}',
    'followup.undo(7)',
    ` ${UNDO}`,
  ].map((action) => [`forged intent ${action}`, press(2, action)] as const),
  ['a form of nobody', submit('web:maya:delivery-first:0', { a: 'b' })],
  ['an introduction without a name', ask({ kind: 'opened' }, { as: 'web-new-person' })],
  ['an introduction with an odd id', ask({ kind: 'opened', name: 'x' }, { as: '<b>x</b>' })],
  [
    'an introduction from a channel',
    ask({ kind: 'opened', name: 'x' }, { as: 'web-new-person', place: 'channel:east' }),
  ],
  ['a name of 201', ask({ kind: 'opened', name: 'x'.repeat(201) }, { as: 'web-new-person' })],
  [
    'an unknown language',
    ask({ kind: 'opened', name: 'x', locale: 'fr' }, { as: 'web-new-person' }),
  ],
];

const RAW: readonly (readonly [string, string])[] = [
  ['empty', ''],
  ['half', '{"as":"lin'],
  ['xml', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>'],
  ['form', 'as=lin-xiaoyu&line=%2Fscore'],
  ['two', '{}{}'],
  ['comment', '{/* */}'],
  ['deep', '['.repeat(50_000) + ']'.repeat(50_000)],
  ['deep objects', '{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000)],
  ['NaN', 'NaN'],
  ['bom', '\ufeff{}'],
];

describe('the door', () => {
  it(`refuses ${BODIES.length + RAW.length} bodies, writes nothing and asks nothing`, async () => {
    expect(BODIES.length + RAW.length).toBeGreaterThan(200);
    for (const [name, body] of BODIES) {
      const text = typeof body === 'string' && body.startsWith('{') ? body : JSON.stringify(body);
      await refused(await knock(stub, '/web/ask', text ?? 'undefined'), name);
    }
    for (const [name, body] of RAW) await refused(await knock(stub, '/web/ask', body), name);
    expect(stub.asked).toEqual([]);
    expect(await kept()).toBe(before);
    expect(stub.logged).toEqual([]);
    expect(({} as { x?: number }).x).toBeUndefined();
  }, 60_000);

  it('refuses more than a megabyte, announced or not', async () => {
    const long = JSON.stringify(command('x'.repeat(1_100_000)));
    expect((await knock(stub, '/web/ask', long)).status).toBe(413);
    const chunks = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let sent = 0; sent < 20; sent += 1)
          controller.enqueue(new Uint8Array(100_000).fill(120));
        controller.close();
      },
    });
    const request = {
      method: 'POST',
      body: chunks,
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    };
    const response = await stub.web.routes.request(
      'http://127.0.0.1:8080/web/ask',
      request as RequestInit,
    );
    await refused(response, 'chunked');
    expect(response.status).toBe(413);
    expect(await kept()).toBe(before);
  });

  it('refuses other types, hosts, origins, methods and paths', async () => {
    const post = (headers: Readonly<Record<string, string>>) =>
      knock(stub, '/web/ask', command('/score'), headers);
    expect((await post({ 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post({ 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await post({ 'content-type': 'application/jsonx' })).status).toBe(415);
    for (const host of [
      'evil.example',
      'evil.example:8080',
      '127.0.0.1.evil.example',
      'localhost.evil.example',
      '192.168.1.5:8080',
      '0.0.0.0:8080',
      '127.0.0.1:8080@evil.example',
      '',
    ]) {
      const response = await knock(stub, '/', undefined, { host });
      expect([host, response.status]).toEqual([host, 403]);
    }
    for (const host of ['localhost:1', '127.0.0.1', '[::1]:8080', 'LOCALHOST:8080']) {
      expect((await knock(stub, '/web/state', undefined, { host })).status).toBe(200);
    }
    for (const origin of [
      'https://evil.example',
      'null',
      'http://127.0.0.1:9999',
      'http://localhost:8080',
      'https://127.0.0.1:8080',
    ]) {
      expect([origin, (await post({ origin, host: '127.0.0.1:8080' })).status]).toEqual([
        origin,
        403,
      ]);
    }
    expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(
      (await knock(stub, '/web/state', undefined, { 'sec-fetch-site': 'same-site' })).status,
    ).toBe(403);
    for (const path of [
      '/web/nothing',
      '/web/ask',
      '/.env',
      '/web/assets/x/main.js.map',
      '/web/fonts/x.woff2',
      '/%2e%2e/package.json',
    ]) {
      expect([path, (await knock(stub, path)).status]).toEqual([path, 404]);
    }
    const away = await stub.web.routes.request(
      'http://127.0.0.1:8080/web/state',
      {},
      { incoming: { socket: { remoteAddress: '192.168.1.9' } } },
    );
    expect(away.status).toBe(403);
    expect(stub.asked).toEqual([]);
    expect(await kept()).toBe(before);
  });

  it('refuses senseless queries', async () => {
    for (const path of [
      '/web/messages',
      '/web/messages?as=maya',
      '/web/messages?as=maya&place=direct&before=x',
      '/web/messages?as=maya&place=direct&before=-1',
      '/web/messages?as=maya&place=direct&before=1e9',
      '/web/messages?as=x&place=direct',
      '/web/messages?as=maya&place=channel:north',
      '/web/messages?as=maya&place=person:lin-xiaoyu',
      '/web/state?as=',
      '/web/state?as=%00',
      '/web/state?lang=fr',
      '/web/events',
      '/web/events?as=maya&since=x',
      '/web/events?as=nobody',
    ]) {
      await refused(await knock(stub, path), path);
    }
  });

  it('refuses senseless clocks and marks', async () => {
    for (const move of [
      ...ODD,
      { kind: 'hours', hours: 0 },
      { kind: 'hours', hours: -1 },
      { kind: 'hours', hours: 1e9 },
      { kind: 'tomorrow', time: '24:00' },
      { kind: 'at', day: '2026-13-01', time: '09:00' },
      { kind: 'at', day: 'x', time: '09:00' },
    ]) {
      await refused(
        await knock(stub, '/web/clock', { as: 'maya', move }),
        `move ${JSON.stringify(move)}`,
      );
    }
    for (const message of ODD)
      await refused(
        await knock(stub, '/web/read', { as: 'maya', place: 'direct', message }),
        'read',
      );
    expect(await kept()).toBe(before);
  });

  it('refuses values a form does not have', async () => {
    const opened = await knock(
      stub,
      '/web/ask',
      press(2, '["followup","fix",{"id":7}]', { delivery: 'delivery-form' }),
    );
    const { form } = (await opened.json()) as { form: { id: string } };
    stub.asked.length = 0;
    const wrong: readonly unknown[] = [
      { nothing: 'x' },
      { grade: 'Z' },
      { grade: ['A', 'B'] },
      { customer: 'x'.repeat(81) },
      { topics: ['price', 'bribe'] },
      { helper: 'root' },
      { customer: 5 },
      { customer: null },
      { customer: { a: 1 } },
      { customer: 'a\u0000' },
      { constructor: 'x' },
      Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`k${index}`, 'x'])),
    ];
    for (const values of wrong)
      await refused(await knock(stub, '/web/ask', submit(form.id, values)), JSON.stringify(values));
    const proto = `{"as":"lin-xiaoyu","delivery":"delivery-proto","place":"direct","ask":{"kind":"submit","form":${JSON.stringify(form.id)},"values":{"__proto__":"x"}}}`;
    const answered = await knock(stub, '/web/ask', proto);
    if (answered.status === 200) expect(stub.asked.pop()?.ask).toMatchObject({ values: {} });
    expect(stub.asked).toEqual([]);
    expect(({} as { x?: string }).x).toBeUndefined();
  });

  it('keeps what looks like markup or a mention as the words it is', async () => {
    stub.answer = () => [];
    const lines = [
      '<script>alert(1)</script>',
      '<!channel> <@U1> <at id=all></at>',
      '"><img src=x onerror=alert(1)>',
      "Robert'); DROP TABLE messages;--",
      '{{constructor.constructor("x")()}}',
      '${7*7}',
      '%00%0d%0aSet-Cookie: x',
      'javascript:alert(1)',
    ];
    for (const [index, line] of lines.entries()) {
      const response = await knock(
        stub,
        '/web/ask',
        command(line, { delivery: `delivery-words-${index}` }),
      );
      const { messages } = (await response.json()) as { messages: MessageView[] };
      expect(messages[0]?.body).toEqual({ kind: 'line', text: line });
      expect(response.headers.get('content-type')).toContain('application/json');
    }
    expect(stub.asked.map((one) => (one.ask.kind === 'command' ? one.ask.line : ''))).toEqual(
      lines,
    );
  });
});
