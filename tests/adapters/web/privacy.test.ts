// What one member is told, another never sees: not in the list, not in the state, not live.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MessageView, StateView } from '../../../adapters/web/wire.ts';
import { followupCard } from './cards.ts';
import { createStub, knock, type Stub } from './stub.ts';

const SECRET = '机密客户';
let stub: Stub;
beforeEach(() => {
  stub = createStub();
  stub.answer = (request) => [
    {
      kind: 'card',
      to: request.ask.kind === 'command' && request.ask.line.includes('post') ? 'channel' : 'actor',
      card: { ...followupCard('zh'), title: SECRET },
    },
  ];
});
afterEach(() => stub.web.close());

const say = (
  place: string,
  line: string,
  as = 'lin-xiaoyu',
  delivery = `d-${Math.abs(hash(place + line + as))}-0000`,
) => knock(stub, '/web/ask', { as, delivery, place, ask: { kind: 'command', line } });
const hash = (text: string) =>
  [...text].reduce((sum, one) => (sum * 31 + (one.codePointAt(0) ?? 0)) | 0, 7);

/** Everything `as` gets from the live stream within a moment. */
const live = async (as: string, since = 0): Promise<string> => {
  const response = await knock(stub, `/web/events?as=${as}&since=${since}`);
  const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader();
  let text = '';
  const timer = setTimeout(() => void reader.cancel(), 150);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    text += new TextDecoder().decode(value as Uint8Array);
  }
  clearTimeout(timer);
  return text;
};
const everythingOf = async (as: string): Promise<string> => {
  const texts: string[] = [await live(as), await (await knock(stub, `/web/state?as=${as}`)).text()];
  for (const place of ['direct', 'channel:east', 'channel:north']) {
    texts.push(await (await knock(stub, `/web/messages?as=${as}&place=${place}`)).text());
  }
  return texts.join('\n');
};

describe('privacy', () => {
  it.each([
    ['the private thread', 'direct', `/跟进 ${SECRET}`],
    ['a slash command in the channel', 'channel:east', `/跟进 ${SECRET}`],
    ['a full-width slash', 'channel:east', `／跟进 ${SECRET}`],
    ['a command’s name without the slash', 'channel:east', `跟进 ${SECRET}`],
    ['an address to the bot', 'channel:east', `@Genjin 跟进 ${SECRET}`],
  ])('%s stays between its author and Genjin', async (_, place, line) => {
    expect((await say(place, line)).status).toBe(200);
    expect(await everythingOf('lin-xiaoyu')).toContain(SECRET);
    for (const other of ['maya', 'ma-li', 'root', 'north']) {
      expect(await everythingOf(other)).not.toContain(SECRET);
    }
  });

  it('talk in the channel reaches the team and not the bot; other channels not', async () => {
    await say('channel:east', `大家好 ${SECRET}`);
    expect(stub.asked).toHaveLength(0);
    expect(await everythingOf('maya')).toContain(SECRET);
    expect(await everythingOf('north')).not.toContain(SECRET);
  });

  it('a public answer is for the channel, the line that asked for it is not', async () => {
    await say('channel:east', `/leaderboard post ${SECRET}`);
    const seen = (await (await knock(stub, '/web/messages?as=maya&place=channel:east')).json()) as {
      messages: MessageView[];
    };
    expect(seen.messages.map((one) => [one.body.kind, one.private])).toEqual([['card', false]]);
  });

  it('a public answer asked for in the private thread stays there', async () => {
    await say('direct', '/leaderboard post');
    expect(await everythingOf('maya')).not.toContain(SECRET);
  });

  it('a platform’s message to a person is theirs alone, and not counted for others', async () => {
    await stub.web.platform.post(
      { kind: 'person', platform: 'web', tenant: 'local', user: 'maya' },
      { ...followupCard('en'), title: SECRET },
      'k',
    );
    expect(await everythingOf('maya')).toContain(SECRET);
    expect(await everythingOf('lin-xiaoyu')).not.toContain(SECRET);
    const state = (await (await knock(stub, '/web/state?as=lin-xiaoyu')).json()) as StateView;
    expect(state.places.every((one) => one.unread === 0)).toBe(true);
  });

  it('buttons on another’s private message cannot be pressed', async () => {
    await say('channel:east', `/跟进 ${SECRET}`);
    const own = (await (
      await knock(stub, '/web/messages?as=lin-xiaoyu&place=channel:east')
    ).json()) as { messages: MessageView[] };
    const card = own.messages[1];
    const asked = stub.asked.length;
    const press = await knock(stub, '/web/ask', {
      as: 'maya',
      delivery: 'delivery-forged',
      place: 'channel:east',
      ask: { kind: 'press', message: card?.id, action: '["followup","undo",{"id":7}]' },
    });
    expect(press.status).toBe(403);
    expect(stub.asked).toHaveLength(asked);
  });

  it('events resume after the last one seen, and show what was replaced meanwhile', async () => {
    const ref = await stub.web.platform.post(
      { kind: 'channel', platform: 'web', tenant: 'local', channel: 'east' },
      followupCard('zh'),
      'a',
    );
    const first = await live('maya');
    const seq = Number(/id: (\d+)/.exec(first)?.[1]);
    expect(await live('maya', seq)).not.toContain('event: message');
    await stub.web.platform.replace(ref, { ...followupCard('zh'), title: 'changed' });
    expect(await live('maya', seq)).toContain('changed');
    const resumed = await knock(stub, '/web/events?as=maya&since=0', undefined, {
      'last-event-id': 'x',
    });
    expect(resumed.status).toBe(400);
  });

  it('a person who left the team sees nothing more of it', async () => {
    await say('channel:east', `大家好 ${SECRET}`);
    stub.people[1] = { ...(stub.people[1] ?? stub.people[0]), channels: [] } as never;
    expect(await everythingOf('maya')).not.toContain(SECRET);
  });
});
