// Posted once, at the platform's pace, whatever the platform answers and whoever else is sending.
import { describe, expect, it } from 'vitest';
import { openWorkspace } from '../../../adapters/sqlite/file.ts';
import type { Platform, Target } from '../../../src/chat/platform.ts';
import { MINUTE } from '../../../src/domain/time.ts';
import { PlatformError, type PlatformReason } from '../../../src/errors.ts';
import { type SendReport, sendDue } from '../../../src/jobs/sender.ts';
import { claimDue, counts, enqueue } from '../../../src/store/outbox.ts';
import { listUndelivered } from '../../../src/store/undelivered.ts';
import type { Workspace } from '../../../src/store/workspace.ts';
import { temporaryFolder } from '../../adapters/sqlite/folder.ts';

const START = 1_773_194_400_000;
const path = temporaryFolder();
let files = 0;

interface Post {
  readonly key: string;
  readonly channel: string;
  readonly at: number;
}

/** A platform that answers as told, and a clock. */
class Stage {
  now = START;
  readonly posts: Post[] = [];
  /** What the next posts end with, in order; after that all succeed. */
  readonly answers: (Error | 'ok')[] = [];
  idempotentPost = false;
  /** What happens between the platform's taking the message and its answer. */
  meanwhile: () => Promise<void> = async () => {};

  constructor(readonly workspace: Workspace) {}

  readonly platform: Platform = {
    name: 'slack',
    capabilities: {
      ephemeral: true,
      forms: true,
      replace: true,
      mentions: true,
      chart: true,
      maxBytes: 10_000,
      answerWithinMs: 3_000,
      idempotentPost: false,
    },
    post: async (target, _card, key) => {
      const channel = target.kind === 'channel' ? target.channel : target.user;
      this.posts.push({ key, channel, at: this.now });
      const answer = this.answers.shift() ?? 'ok';
      await this.meanwhile();
      if (answer !== 'ok') throw answer;
      return `m${this.posts.length}`;
    },
    replace: async () => {},
    profile: async () => ({ name: '' }),
    members: async () => [],
  };

  send(random = 0.5): Promise<SendReport> {
    const { idempotentPost } = this;
    const platform = {
      ...this.platform,
      capabilities: { ...this.platform.capabilities, idempotentPost },
    };
    return sendDue(
      this.workspace,
      new Map([['slack', platform]]),
      () => this.now,
      () => random,
    );
  }

  /** Comes back whenever told to, until nothing waits; the reports. */
  async run(random?: number): Promise<readonly SendReport[]> {
    const reports: SendReport[] = [];
    for (;;) {
      const report = await this.send(random);
      reports.push(report);
      if (report.next === null) return reports;
      this.now = Math.max(this.now, report.next);
    }
  }

  put(key: string, channel = 'C1', tenant = 'T1', platform = 'slack'): Promise<boolean> {
    const target: Target = { kind: 'channel', platform, tenant, channel };
    const card = { locale: 'en', title: key, tone: 'neutral', summary: key, blocks: [] } as const;
    const message = { key, target, card, notBefore: this.now, now: this.now };
    return this.workspace.write((db) => enqueue(db, message));
  }

  get counts() {
    return this.workspace.read(counts);
  }
}

const onStage = async (work: (stage: Stage) => Promise<void>): Promise<void> => {
  files += 1;
  const workspace = openWorkspace(path(`${files}.sqlite`));
  try {
    await work(new Stage(workspace));
  } finally {
    await workspace.close();
  }
};

const failure = (reason: PlatformReason, retryAfterMs?: number): PlatformError =>
  new PlatformError(reason, 'told so', retryAfterMs);

describe('sending', () => {
  it('posts what is due and says what it did', () =>
    onStage(async (stage) => {
      expect(await stage.send()).toEqual({ outcomes: [], next: null });
      await stage.put('a');
      expect(await stage.send()).toEqual({
        outcomes: [{ id: 1, key: 'a', state: 'sent' }],
        next: null,
      });
      expect(await stage.send()).toEqual({ outcomes: [], next: null });
      expect(stage.posts).toEqual([{ key: 'a', channel: 'C1', at: START }]);
    }));

  it('posts at most one message a second to a channel, in order, others meanwhile', () =>
    onStage(async (stage) => {
      for (const key of ['a1', 'a2', 'a3']) await stage.put(key, 'A');
      for (const key of ['b1', 'b2']) await stage.put(key, 'B');
      await stage.run();
      const times = (channel: string) =>
        stage.posts.filter((post) => post.channel === channel).map(({ at }) => at - START);
      expect(times('A')).toEqual([0, 1_000, 2_000]);
      expect(times('B')).toEqual([0, 1_000]);
      expect(stage.posts.filter(({ channel }) => channel === 'A').map(({ key }) => key)).toEqual([
        'a1',
        'a2',
        'a3',
      ]);
    }));

  it('two senders at once, and ten, post each message once', () =>
    onStage(async (stage) => {
      stage.meanwhile = () => new Promise((resolve) => setTimeout(resolve, 2));
      for (let n = 0; n < 60; n += 1) await stage.put(`k${n}`, `C${n % 40}`);
      for (const senders of [2, 10]) {
        await Promise.all(Array.from({ length: senders }, () => stage.send()));
        stage.now += 1_000;
      }
      expect(stage.posts.map(({ key }) => key).sort()).toEqual(
        Array.from({ length: 60 }, (_, n) => `k${n}`).sort(),
      );
      expect(stage.counts).toMatchObject({ sent: 60, due: 0 });
    }));
});

describe('when the platform fails', () => {
  it('obeys Retry-After to the millisecond, as often as told', () =>
    onStage(async (stage) => {
      stage.answers.push(
        ...Array.from({ length: 12 }, (_, n) => failure('rate_limited', 5_000 + n)),
      );
      await stage.put('a');
      await stage.run();
      const times = stage.posts.map(({ at }) => at - START);
      expect(times.slice(1).map((at, n) => at - (times[n] ?? 0))).toEqual(
        Array.from({ length: 12 }, (_, n) => 5_000 + n),
      );
      expect(stage.counts).toMatchObject({ sent: 1, dead: 0 });
    }));

  it('while one channel is told to wait, the tenant waits, and others do not', () =>
    onStage(async (stage) => {
      stage.answers.push(failure('rate_limited', 7_000));
      await stage.put('a', 'A');
      await stage.send();
      await stage.put('b', 'B');
      await stage.put('c', 'C', 'T2');
      await stage.run();
      expect(stage.posts.map(({ key, at }) => [key, at - START])).toEqual([
        ['a', 0],
        ['c', 0],
        ['a', 7_000],
        ['b', 7_000],
      ]);
    }));

  it('counts Retry-After from the answer, not from the question', () =>
    onStage(async (stage) => {
      stage.answers.push(failure('rate_limited', 30_000));
      stage.meanwhile = async () => {
        stage.now += 4_000;
      };
      await stage.put('a');
      expect((await stage.send()).next).toBe(START + 34_000);
    }));

  it('backs off with full jitter, eight tries in at most 127 minutes, then gives up loudly', () =>
    onStage(async (stage) => {
      stage.answers.push(...Array.from({ length: 9 }, () => failure('unavailable')));
      await stage.put('a');
      const reports = await stage.run(0.999999999);
      expect(stage.posts.map(({ at }) => Math.round((at - START) / MINUTE))).toEqual([
        0, 1, 3, 7, 15, 31, 63, 127,
      ]);
      expect(reports.at(-1)?.outcomes).toEqual([
        { id: 1, key: 'a', state: 'dead', error: 'unavailable: told so' },
      ]);
      expect(stage.workspace.read((db) => listUndelivered(db, 9))).toMatchObject([
        { key: 'a', state: 'dead', error: 'unavailable: told so', attempts: 8 },
      ]);
    }));

  it('never tries again sooner than a second, however the dice fall', () =>
    onStage(async (stage) => {
      stage.answers.push(failure('unavailable'), failure('rate_limited', 0));
      await stage.put('a');
      await stage.run(0);
      expect(stage.posts.map(({ at }) => at - START)).toEqual([0, 1_000, 2_000]);
    }));

  it.each(['unauthorized', 'gone', 'refused'] as const)('%s is final at once', (reason) =>
    onStage(async (stage) => {
      stage.answers.push(failure(reason));
      await stage.put('a');
      expect(await stage.send()).toEqual({
        outcomes: [{ id: 1, key: 'a', state: 'dead', error: `${reason}: told so` }],
        next: null,
      });
      stage.now += 10 * MINUTE;
      await stage.run();
      expect(stage.posts).toHaveLength(1);
    }),
  );

  it('a message for a platform that is not configured is dead, with the reason', () =>
    onStage(async (stage) => {
      await stage.put('a', 'C1', 'T1', 'feishu');
      await stage.run();
      expect(stage.workspace.read((db) => listUndelivered(db, 9))).toMatchObject([
        { state: 'dead', error: 'refused: feishu is not configured' },
      ]);
    }));

  it.each([failure('unknown_outcome'), new TypeError('a fault of ours')])(
    'an unknown outcome is never blindly repeated: %s',
    (error) =>
      onStage(async (stage) => {
        stage.answers.push(error);
        await stage.put('a');
        expect((await stage.send()).outcomes).toMatchObject([{ state: 'unknown' }]);
        stage.now += 100 * MINUTE;
        await stage.run();
        expect(stage.posts).toHaveLength(1);
      }),
  );

  it('where the platform knows a key again it is repeated, within the hour it knows it', () =>
    onStage(async (stage) => {
      stage.idempotentPost = true;
      stage.answers.push(...Array.from({ length: 9 }, () => failure('unknown_outcome')));
      await stage.put('a');
      await stage.put('b', 'C2');
      await stage.run(0.999999);
      const tries = stage.posts.filter(({ key }) => key === 'a');
      expect(tries.length).toBeGreaterThan(1);
      for (const { at } of stage.posts) expect(at - START).toBeLessThan(60 * MINUTE);
      expect(stage.counts).toMatchObject({ due: 0, sending: 0, dead: 0 });
    }));
});

describe('when a sender does not come back', () => {
  const abandon = (stage: Stage): Promise<unknown> =>
    stage.workspace.write((db) => claimDue(db, { now: stage.now, leaseMs: MINUTE, limit: 1 }));

  it('its message becomes unknown, and is posted only when asked for', () =>
    onStage(async (stage) => {
      await stage.put('a');
      await abandon(stage);
      expect(await stage.send()).toEqual({ outcomes: [], next: START + MINUTE });
      await stage.run();
      expect(stage.posts).toEqual([]);
      expect(stage.counts).toMatchObject({ unknown: 1 });
    }));

  it('where the platform knows a key again it is posted, unless too much time has passed', () =>
    onStage(async (stage) => {
      stage.idempotentPost = true;
      await stage.put('a');
      await abandon(stage);
      await stage.run();
      expect(stage.posts.map(({ key, at }) => [key, at])).toEqual([['a', START + MINUTE]]);
      await stage.put('b');
      stage.now += MINUTE;
      await abandon(stage);
      stage.now += 60 * MINUTE;
      await stage.run();
      expect(stage.posts).toHaveLength(1);
      expect(stage.counts).toMatchObject({ sent: 1, unknown: 1 });
    }));

  it('one that comes back after its lease changes nothing', () =>
    onStage(async (stage) => {
      await stage.put('a');
      stage.meanwhile = async () => {
        stage.meanwhile = async () => {};
        stage.now += 2 * MINUTE;
        expect((await stage.send()).outcomes).toMatchObject([{ state: 'unknown' }]);
      };
      expect((await stage.send()).outcomes).toEqual([{ id: 1, key: 'a', state: 'stale' }]);
      expect(stage.posts).toHaveLength(1);
      expect(stage.counts).toMatchObject({ unknown: 1, sent: 0 });
    }));
});

it('says so when an outcome cannot be recorded', () =>
  onStage(async (stage) => {
    await stage.put('a');
    const { workspace } = stage;
    let writes = 0;
    const full: Workspace = {
      read: (query) => workspace.read(query),
      write: (change) => {
        writes += 1;
        // The claims pass, the settling does not.
        return writes > 8 ? Promise.reject(new Error('disk full')) : workspace.write(change);
      },
      compact: () => workspace.compact(),
      checkpoint: () => workspace.checkpoint(),
    };
    const sending = sendDue(
      full,
      new Map([['slack', stage.platform]]),
      () => stage.now,
      () => 0,
    );
    await expect(sending).rejects.toMatchObject({ errors: [new Error('disk full')] });
    expect(stage.counts).toMatchObject({ sending: 1 });
  }));
