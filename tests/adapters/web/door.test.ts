// The HTTP door: what it answers, with which headers, and that a retry is a redelivery.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AskAnswer, PageOfMessages, StateView } from '../../../adapters/web/wire.ts';
import type { Card } from '../../../src/chat/card.ts';
import { everyInput, followupCard } from './cards.ts';
import { createStub, knock, START, type Stub } from './stub.ts';

let stub: Stub;
beforeEach(() => {
  stub = createStub();
});
afterEach(() => stub.web.close());

const say = (line: string, extra: object = {}) => ({
  as: 'lin-xiaoyu',
  delivery: 'delivery-0001',
  place: 'direct',
  ask: { kind: 'command', line },
  ...extra,
});
const answer = async (response: Response): Promise<AskAnswer> => {
  expect(response.status).toBe(200);
  return (await response.json()) as AskAnswer;
};
const list = async (as: string, place: string, before?: number) =>
  (await (
    await knock(
      stub,
      `/web/messages?as=${as}&place=${place}${before === undefined ? '' : `&before=${before}`}`,
    )
  ).json()) as PageOfMessages;

describe('the page itself', () => {
  it('is one document with the policy, and names no other server', async () => {
    const response = await knock(stub, '/', undefined, {
      cookie: 'genjin-theme=dark; genjin-language=zh',
    });
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(html).toContain('<html lang="zh-CN" data-theme="dark">');
    expect(html.replace(/http:\/\/www\.w3\.org\/2000\/svg/g, '')).not.toMatch(/https?:\/\//);
    expect(html).not.toMatch(/<script(?![^>]*src=)|\sstyle=|<style/);
  });

  it('takes nothing of a forged cookie into the document', async () => {
    const cookie = 'genjin-theme=%22%3E%3Cscript%3E; genjin-language=%3Cscript%3E';
    const html = await (await knock(stub, '/', undefined, { cookie })).text();
    expect(html).toContain('data-theme="auto"');
    expect(html).not.toContain('<script>');
  });

  it('serves every asset it names, for ever cacheable, and the fonts of the style sheet', async () => {
    const html = await (await knock(stub, '/')).text();
    const paths = [
      ...new Set([...html.matchAll(/(?:href|src)="(\/web\/[^"]+)"/g)].map((one) => one[1] ?? '')),
    ];
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) {
      const response = await knock(stub, path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('cache-control')).toContain('immutable');
    }
    const css = await (
      await knock(stub, paths.find((path) => path.endsWith('fonts.css')) ?? '')
    ).text();
    const fonts = [...css.matchAll(/url\((\/web\/fonts\/[^)]+)\)/g)].map((one) => one[1] ?? '');
    expect(fonts.length).toBeGreaterThan(100);
    const font = await knock(stub, fonts[0] ?? '');
    expect(font.headers.get('content-type')).toBe('font/woff2');
    expect(new TextDecoder().decode((await font.arrayBuffer()).slice(0, 4))).toBe('wOF2');
    expect((await knock(stub, '/web/fonts/..%2f..%2fpackage.json')).status).toBe(404);
    expect((await knock(stub, '/web/assets/x/..%2f..%2findex.html')).status).toBe(404);
  });
});

describe('state', () => {
  it('tells who, where, what and when, in the person’s language unless another is chosen', async () => {
    const state = (await (await knock(stub, '/web/state?as=maya')).json()) as StateView;
    expect(state.me?.name).toBe('Maya Chen');
    expect(state.places.map((one) => one.id)).toEqual(['channel:east', 'direct']);
    expect(state.texts.title).toBe('Genjin');
    expect(state.clock).toMatchObject({ now: START, zone: 'Asia/Shanghai' });
    const zh = (await (await knock(stub, '/web/state?as=maya&lang=zh')).json()) as StateView;
    expect(zh.texts.title).toBe('跟进');
    expect((await knock(stub, '/web/state?as=nobody')).status).toBe(403);
  });
});

describe('asking', () => {
  it('hands the bot a request and shows line and card to the asker', async () => {
    const { messages } = await answer(await knock(stub, '/web/ask', say('/跟进 星河科技')));
    expect(messages.map((one) => one.body.kind)).toEqual(['line', 'card']);
    expect(stub.asked).toEqual([
      {
        id: 'web:lin-xiaoyu:delivery-0001',
        actor: {
          platform: 'web',
          tenant: 'local',
          user: 'lin-xiaoyu',
          name: '林晓雨',
          locale: 'zh',
        },
        place: { platform: 'web', tenant: 'local', channel: 'person:lin-xiaoyu', kind: 'direct' },
        at: START,
        ask: { kind: 'command', line: '/跟进 星河科技', mentions: [] },
      },
    ]);
  });

  it('a retried POST is a redelivery: same request, nothing twice', async () => {
    const first = await answer(await knock(stub, '/web/ask', say('/跟进 星河科技')));
    const second = await answer(await knock(stub, '/web/ask', say('/跟进 别的')));
    expect(second).toEqual(first);
    expect(stub.asked[1]).toEqual(stub.asked[0]);
    expect((await list('lin-xiaoyu', 'direct')).messages).toHaveLength(2);
  });

  it('a delivery id of another person is not theirs to replay', async () => {
    await knock(stub, '/web/ask', say('/跟进 机密客户'));
    const other = await answer(await knock(stub, '/web/ask', say('/score', { as: 'maya' })));
    expect(JSON.stringify(other)).not.toContain('机密客户');
    expect(stub.asked[1]?.actor.user).toBe('maya');
  });

  it('says so when the bot fails, logs no words, and carries the retry through', async () => {
    stub.answer = () => {
      throw new Error('SQLITE_ERROR near 机密客户 at /srv/store.ts');
    };
    const failed = await knock(stub, '/web/ask', say('/跟进 机密客户'));
    expect(failed.status).toBe(500);
    const body = await failed.text();
    expect(body).toContain('"code":"bot"');
    expect(body).not.toMatch(/SQLITE|机密|\.ts/);
    expect(stub.logged.join()).not.toContain('机密');
    expect(stub.logged).toHaveLength(1);
    stub.answer = null;
    const { messages } = await answer(await knock(stub, '/web/ask', say('/跟进 机密客户')));
    expect(messages).toHaveLength(2);
    expect((await list('lin-xiaoyu', 'direct')).messages).toHaveLength(2);
  });

  it('shows the newest answer when what was refused at first is carried out on a retry', async () => {
    const refusal: Card = {
      locale: 'zh-CN',
      title: '没有成功',
      tone: 'warning',
      summary: '太频繁了',
      blocks: [{ kind: 'text', text: ['太频繁了，请 5 秒后再试'] }],
    };
    const refuse = () => [{ kind: 'card', to: 'actor', card: refusal }] as const;
    const titles = async () =>
      (await list('lin-xiaoyu', 'direct')).messages.flatMap(({ body }) =>
        body.kind === 'card' ? [body.card.title] : [],
      );
    stub.answer = refuse;
    await knock(stub, '/web/ask', say('/跟进 星河科技'));
    expect(await titles()).toEqual(['没有成功']);
    stub.answer = null;
    const { messages } = await answer(await knock(stub, '/web/ask', say('/跟进 星河科技')));
    const carriedOut = await titles();
    expect(carriedOut).toHaveLength(1);
    expect(carriedOut).not.toContain('没有成功');
    // Too frequent again, or out of date: what was carried out stays, and so does what became of it.
    stub.answer = refuse;
    expect((await answer(await knock(stub, '/web/ask', say('/跟进 星河科技')))).messages).toEqual(
      messages,
    );
    stub.answer = null;
    const card = messages[1] ?? never();
    const undo = say('', {
      delivery: 'delivery-undo',
      ask: { kind: 'press', message: card.id, action: '["followup","undo",{"id":7}]' },
    });
    stub.answer = refuse;
    await knock(stub, '/web/ask', undo);
    stub.answer = null;
    await knock(stub, '/web/ask', undo);
    await knock(stub, '/web/ask', say('/跟进 星河科技'));
    expect(await titles()).toContain('已撤销：星河科技');
    // What everybody is to see does not stay with the one who was refused.
    const share = say('/leaderboard post', { place: 'channel:east', delivery: 'delivery-post' });
    stub.answer = refuse;
    await knock(stub, '/web/ask', share);
    stub.answer = null;
    await knock(stub, '/web/ask', share);
    const seen = (await list('zhao', 'channel:east')).messages;
    expect(seen.filter(({ body }) => body.kind === 'card')).toHaveLength(1);
  });

  it('resolves mentions by name, and namesakes only by whom was picked', async () => {
    stub.people.push({ ...(stub.people[2] ?? never()), user: 'zhao-2' });
    const mentions = async (line: string, picked: readonly string[], delivery: string) => {
      await knock(
        stub,
        '/web/ask',
        say(line, { delivery, ask: { kind: 'command', line, mentions: picked } }),
      );
      const { ask } = stub.asked.at(-1) ?? never();
      return ask.kind === 'command' ? ask.mentions.map((one) => one.person.user) : [];
    };
    expect(await mentions('/表扬 @马丽谢谢 @Maya Chen great', [], 'delivery-a')).toEqual([
      'ma-li',
      'maya',
    ]);
    expect(await mentions('/表扬 @赵志远 谢谢', [], 'delivery-b')).toEqual([]);
    expect(await mentions('/表扬 @赵志远 谢谢', ['zhao-2'], 'delivery-c')).toEqual(['zhao-2']);
    expect(await mentions('/kudos @Maya Chenowith', [], 'delivery-d')).toEqual([]);
    expect(await mentions('mail ann@maya chen.example', [], 'delivery-e')).toEqual([]);
  });

  it('presses the buttons a message offers; replace changes that message', async () => {
    const { messages } = await answer(await knock(stub, '/web/ask', say('/跟进 星河科技')));
    const card = messages[1] ?? never();
    const press = (verb: string, delivery: string) =>
      knock(
        stub,
        '/web/ask',
        say('', {
          delivery,
          ask: { kind: 'press', message: card.id, action: `["followup","${verb}",{"id":7}]` },
        }),
      );
    const undone = await answer(await press('undo', 'delivery-undo'));
    expect(undone.messages[0]).toMatchObject({
      id: card.id,
      body: { card: { title: '已撤销：星河科技' } },
    });
    expect((await press('share', 'delivery-gone')).status).toBe(409);
    // The retry of the press that removed its own button is still a redelivery.
    expect(await answer(await press('undo', 'delivery-undo'))).toEqual(undone);
  });

  it('opens forms, takes their values, and comes back with errors', async () => {
    const { messages } = await answer(await knock(stub, '/web/ask', say('/跟进 星河科技')));
    const card = messages[1] ?? never();
    const opened = await answer(
      await knock(
        stub,
        '/web/ask',
        say('', {
          delivery: 'delivery-form',
          ask: { kind: 'press', message: card.id, action: '["followup","fix",{"id":7}]' },
        }),
      ),
    );
    expect(opened.form?.inputs).toHaveLength(everyInput('zh').inputs.length);
    expect(JSON.stringify(opened.form)).not.toContain('"intent"');
    const submit = (values: object, delivery: string, extra: object = {}) =>
      knock(
        stub,
        '/web/ask',
        say('', { delivery, ask: { kind: 'submit', form: opened.form?.id, values }, ...extra }),
      );
    const wrong = await answer(
      await submit({ amount: 'much', customer: 'x', note: '  ' }, 'delivery-wrong'),
    );
    expect(wrong.form?.errors).toHaveProperty('amount');
    expect(stub.asked.at(-1)?.ask).toEqual({
      kind: 'submit',
      intent: { command: 'followup', verb: 'save', args: { id: 7 } },
      values: { amount: 'much', customer: 'x' },
    });
    const saved = await answer(
      await submit({ amount: '5', topics: ['price', 'price'] }, 'delivery-right'),
    );
    expect(saved.messages[0]?.id).toBe(card.id);
    expect((await submit({ amount: '5' }, 'delivery-other', { as: 'maya' })).status).toBe(409);
  });

  it('lets somebody unknown do one thing: introduce themselves', async () => {
    const opened = (name: string | undefined) =>
      knock(stub, '/web/ask', {
        as: 'web-new-1',
        delivery: 'delivery-new',
        place: 'direct',
        ask: { kind: 'opened', name, locale: 'zh' },
      });
    expect((await opened(undefined)).status).toBe(403);
    expect(stub.asked).toHaveLength(0);
    expect((await opened('新同事')).status).toBe(200);
    expect(stub.asked[0]).toMatchObject({
      actor: { user: 'web-new-1', name: '新同事', locale: 'zh' },
      ask: { kind: 'opened' },
    });
    expect(
      (await knock(stub, '/web/ask', say('/score', { as: 'web-new-1', delivery: 'delivery-n2' })))
        .status,
    ).toBe(403);
  });
});

describe('messages', () => {
  it('come in pages, oldest first', async () => {
    for (let index = 0; index < 120; index += 1) {
      await stub.web.platform.post(
        { kind: 'channel', platform: 'web', tenant: 'local', channel: 'east' },
        { ...followupCard('zh'), title: `#${index}` },
        `k${index}`,
      );
    }
    const titles: string[] = [];
    let before: number | null | undefined;
    let pages = 0;
    while (before !== null) {
      const page = await list('maya', 'channel:east', before);
      titles.unshift(
        ...page.messages.map((one) => (one.body.kind === 'card' ? one.body.card.title : '')),
      );
      before = page.before;
      pages += 1;
    }
    expect(pages).toBe(3);
    expect(titles).toEqual(Array.from({ length: 120 }, (_, index) => `#${index}`));
  });

  it('count as unread until read', async () => {
    const unread = async () =>
      ((await (await knock(stub, '/web/state?as=maya')).json()) as StateView).places[0]?.unread;
    const ref = await stub.web.platform.post(
      { kind: 'channel', platform: 'web', tenant: 'local', channel: 'east' },
      followupCard('en'),
      'k',
    );
    expect(await unread()).toBe(1);
    const read = await knock(stub, '/web/read', {
      as: 'maya',
      place: 'channel:east',
      message: Number(ref),
    });
    expect(read.status).toBe(204);
    expect(await unread()).toBe(0);
  });
});

describe('the clock', () => {
  it('jumps forward in the demo and posts what is due, once', async () => {
    const move = (to: object) => knock(stub, '/web/clock', { as: 'maya', move: to });
    expect((await move({ kind: 'next' })).status).toBe(200);
    expect((await list('maya', 'channel:east')).messages).toHaveLength(1);
    expect((await move({ kind: 'next' })).status).toBe(409);
    expect((await move({ kind: 'at', day: '2026-11-23', time: '09:00' })).status).toBe(409);
    expect((await move({ kind: 'at', day: '2099-01-01', time: '09:00' })).status).toBe(409);
    expect((await move({ kind: 'at', day: '2026-02-31', time: '09:00' })).status).toBe(400);
    const tomorrow = (await (await move({ kind: 'tomorrow', time: '09:00' })).json()) as {
      now: number;
    };
    expect(new Date(tomorrow.now).toISOString()).toBe('2026-11-24T01:00:00.000Z');
  });

  it('is nobody’s to move outside the demo', async () => {
    const real = createStub({ demo: false });
    expect(
      (await knock(real, '/web/clock', { as: 'maya', move: { kind: 'hours', hours: 1 } })).status,
    ).toBe(409);
    real.web.close();
  });
});

const never = (): never => {
  throw new Error('missing in the test');
};
