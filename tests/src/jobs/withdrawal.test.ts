// What was put out to be posted is taken back: removed, or a note takes its place, whatever happened meanwhile.
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileDatabase, openWorkspace } from '../../../adapters/sqlite/file.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { Platform, Target } from '../../../src/chat/platform.ts';
import { MINUTE } from '../../../src/domain/time.ts';
import { PlatformError, type PlatformReason } from '../../../src/errors.ts';
import { sendDue } from '../../../src/jobs/sender.ts';
import {
  claimDue,
  enqueue,
  settleDead,
  settleRetry,
  settleSent,
  settleUnknown,
} from '../../../src/store/outbox.ts';
import { outbox } from '../../../src/store/schema/index.ts';
import { type Otherwise, withdrawPost } from '../../../src/store/withdrawal.ts';
import { temporaryFolder } from '../../adapters/sqlite/folder.ts';

const START = 1_773_194_400_000;
const CHANNEL: Target = { kind: 'channel', platform: 'slack', tenant: 'T1', channel: 'C1' };
const path = temporaryFolder();
let files = 0;
let now = START;
let workspace: FileDatabase;
/** What the platform was asked to do, and how it ends; all succeeds when nothing is said. */
let done: string[] = [];
let answers: (PlatformReason | 'ok')[] = [];
let canReplace = true;

beforeEach(() => {
  files += 1;
  workspace = openWorkspace(path(`${files}.sqlite`));
  [now, done, answers, canReplace] = [START, [], [], true];
});
afterEach(() => workspace.close());

const answer = (what: string): void => {
  const next = answers.shift() ?? 'ok';
  done.push(next === 'ok' ? what : `${what}: ${next}`);
  if (next !== 'ok') throw new PlatformError(next, 'told so');
};

const send = async (rounds = 20): Promise<void> => {
  const platform: Platform = {
    name: 'slack',
    capabilities: {
      ephemeral: true,
      forms: true,
      replace: canReplace,
      mentions: true,
      chart: true,
      maxBytes: 10_000,
      answerWithinMs: 3_000,
      idempotentPost: false,
    },
    post: async (_target, card) => {
      answer(`post ${card.title}`);
      return 'm1';
    },
    replace: async (message, card) => answer(`replace ${message} by ${card.title}`),
    profile: async () => ({ name: '' }),
    members: async () => [],
  };
  for (let round = 0; round < rounds; round += 1) {
    const { next } = await sendDue(
      workspace,
      new Map([['slack', platform]]),
      () => now,
      () => 0.5,
    );
    if (next === null) return;
    now = Math.max(now, next);
  }
};

const card = (title: string): Card => ({
  locale: 'en',
  title,
  tone: 'neutral',
  summary: title,
  blocks: [],
});
const put = (key = 'praise', title = 'Well done') =>
  workspace.write((db) =>
    enqueue(db, { key, target: CHANNEL, card: card(title), notBefore: now, now }),
  );
const withdraw = (otherwise?: Otherwise) =>
  workspace.write((db) => withdrawPost(db, 'praise', card('Taken back'), now, otherwise));
const states = () =>
  workspace.read((db) =>
    db.select({ key: outbox.key, state: outbox.state }).from(outbox).orderBy(outbox.id).all(),
  );

describe('before it is sent', () => {
  it('is removed, and nobody ever sees it', async () => {
    await put();
    expect(await withdraw()).toBe('removed');
    await send();
    expect(done).toEqual([]);
    expect(states()).toEqual([]);
    expect(await withdraw()).toBe('none');
  });

  it('is removed while it waits to be tried again, and when it was given up', async () => {
    await put();
    answers = ['rate_limited'];
    await send(1);
    expect(await withdraw()).toBe('removed');
    await put();
    answers = ['gone'];
    await send(1);
    expect(states()).toMatchObject([{ state: 'dead' }]);
    expect(await withdraw()).toBe('removed');
    expect(states()).toEqual([]);
  });

  it('cannot be resent once it is withdrawn, where nobody knows whether it arrived', async () => {
    await put();
    answers = ['unknown_outcome'];
    await send(1);
    expect(await withdraw()).toBe('unknown');
    expect(states()).toEqual([]);
  });
});

describe('after it was sent', () => {
  beforeEach(async () => {
    await put();
    await send();
    done = [];
  });

  it('a note takes its place, once', async () => {
    expect(await withdraw()).toBe('replacing');
    expect(await withdraw()).toBe('replacing');
    await send();
    expect(done).toEqual(['replace m1 by Taken back']);
    expect(states().map(({ state }) => state)).toEqual(['sent', 'sent']);
    expect(await withdraw()).toBe('replacing');
    await send();
    expect(done.length).toBe(1);
  });

  it('replaces again after an outcome nobody knows, since twice is no harm', async () => {
    await withdraw();
    answers = ['unknown_outcome', 'unavailable', 'rate_limited'];
    await send();
    expect(done.at(-1)).toBe('replace m1 by Taken back');
    expect(done.length).toBe(4);
  });

  it('replaces again when the process died while it did', async () => {
    await withdraw();
    const [claimed] = await workspace.write((db) =>
      claimDue(db, { now: now + 1_000, leaseMs: MINUTE, limit: 1 }),
    );
    expect(claimed?.key).toBe('replaces-or-posts:praise');
    now += 60 * MINUTE;
    await send();
    expect(done).toEqual(['replace m1 by Taken back']);
  });

  it('is done when the message is not there any more', async () => {
    await withdraw();
    answers = ['gone'];
    await send();
    expect(states().map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  it('is given up loudly when the platform will not have it changed', async () => {
    await withdraw();
    answers = ['refused'];
    await send();
    expect(states()).toMatchObject([{ state: 'sent' }, { state: 'dead' }]);
  });

  it.each([
    ['post', ['post Taken back'], 2],
    ['leave', [], 1],
  ] as const)('where messages cannot be changed, it is to %s', async (otherwise, seen, rows) => {
    canReplace = false;
    await withdraw(otherwise);
    await send();
    expect(done).toEqual(seen);
    expect(states().length).toBe(rows);
  });

  it('is dropped when what it should replace is no more', async () => {
    await withdraw();
    await workspace.write((db) => db.delete(outbox).where(eq(outbox.key, 'praise')).run());
    await send();
    expect(done).toEqual([]);
    expect(states()).toEqual([]);
  });
});

describe('while it is being sent', () => {
  const claim = async () => {
    await put();
    const [claimed] = await workspace.write((db) =>
      claimDue(db, { now, leaseMs: MINUTE, limit: 1 }),
    );
    if (claimed === undefined) throw new Error('nothing to claim');
    expect(await withdraw()).toBe('replacing');
    await send(1);
    // What is being posted keeps the channel to itself.
    expect(done).toEqual([]);
    return claimed;
  };

  it('waits for the outcome, then takes its place', async () => {
    const { id, fence } = await claim();
    await workspace.write((db) => settleSent(db, id, fence, { remote: 'm7', at: now }));
    await send();
    expect(done).toEqual(['replace m7 by Taken back']);
  });

  it.each([
    ['nobody knows', settleUnknown],
    ['it was given up', settleDead],
  ] as const)('goes without a word when %s', async (_what, settle) => {
    const { id, fence } = await claim();
    await workspace.write((db) => settle(db, id, fence, { error: 'gone: x', at: now }));
    now += MINUTE;
    await send();
    expect(done).toEqual([]);
    expect(states()).toEqual([]);
  });

  it('goes without a word when it was to be tried again', async () => {
    const { id, fence } = await claim();
    const retry = { notBefore: now + MINUTE, error: 'unavailable: x', counts: true };
    await workspace.write((db) => settleRetry(db, id, fence, retry));
    await send();
    expect(done).toEqual([]);
    expect(states()).toEqual([]);
  });
});
