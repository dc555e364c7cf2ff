// Kills the real server again and again while twenty people record follow-ups, and counts what is left.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import Client from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { StateView } from '../../adapters/web/wire.ts';
import { dayOf, type Instant, MINUTE } from '../../src/domain/time.ts';
import { recount } from '../../src/store/rollup.ts';
import { writeSetting } from '../../src/store/setting.ts';
import {
  type Cli,
  kill,
  look,
  recordedIn,
  startCli,
  visit,
  webFile,
  workspaceFile,
} from './app.ts';
import { CHANNEL, prepareTeam, ZONE } from './team.ts';

const CLIENTS = 20;
/** Follow-ups of a client in a round, at most: the thirty a minute are not what is tested. */
const MOST = 25;
/** Acknowledged deliveries sent a second time in each round. */
const ECHOES = 10;
/** Every third round a leaderboard falls due at about the moment of the kill. */
const POST_EVERY = 3;
/** In every other of those the kill comes up to this long after the occurrence was seen in the database. */
const IN_FLIGHT_MS = 25;
const WATCH_MS = 10_000;

export interface KillOptions {
  readonly rounds: number;
  /** A folder that is empty or not there. */
  readonly data: string;
  /** The kill comes at a random moment up to this long after the round's first acknowledgement. */
  readonly withinMs?: number;
  /** Of the random moments; what the machine does in them is beyond any seed. */
  readonly seed?: number;
}

export interface KillFigures {
  kills: number;
  /** Follow-ups that were answered before the kill. */
  acknowledged: number;
  /** Follow-ups that were sent and not answered before the kill. */
  unanswered: number;
  /** Of the unanswered: those that turned out to be stored when the server was gone. */
  storedUnanswered: number;
  /** Answered deliveries that were sent again. */
  repeated: number;
  /** Leaderboards that fell due around a kill, by how far they were when the server was gone. */
  posts: { untouched: number; begun: number; sending: number; sent: number };
}

interface Sent {
  readonly user: string;
  readonly delivery: string;
  readonly marker: string;
  /** The how manyth of its client in the round. */
  readonly n: number;
}

const userOf = (client: number): string => `client-${client}`;

/** A workspace with one team of a manager and twenty reps, whose clock may be moved. */
const prepare = (data: string): Promise<void> =>
  prepareTeam(
    data,
    Array.from({ length: CLIENTS }, (_, client) => userOf(client)),
    (db) => writeSetting(db, 'demo', true),
  );

const DIGITS = [...'零一二三四五六七八九'];
/** Told apart by their marker, spread over a few customers. */
const lineOf = ({ marker, user, n }: Sent): string => {
  const name = `${DIGITS[Number(user.slice(-1))] ?? ''}${DIGITS[n % 5] ?? ''}`;
  return `/followup 给星河${name}科技打了电话，聊了10分钟，意向B，编号${marker}`;
};
const markerIn = (text: string): string => /编号(\w+)/.exec(text)?.[1] ?? '';

/** Mulberry32. */
const randomOf = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** The time of day in the team's zone, to the minute, as the door wants it. */
const clockAt = (at: Instant): { kind: 'at'; day: string; time: string } => ({
  kind: 'at',
  day: dayOf(at, ZONE),
  time: new Date(at).toLocaleTimeString('en-GB', {
    timeZone: ZONE,
    hour: '2-digit',
    minute: '2-digit',
  }),
});

const storedMarkers = (data: string): string[] =>
  look(workspaceFile(data), (client) =>
    client
      .prepare<[], { text: string }>('SELECT text FROM followup WHERE undone_at IS NULL')
      .all()
      .map(({ text }) => markerIn(text)),
  );

const progressOf = (data: string, day: string): keyof KillFigures['posts'] =>
  look(workspaceFile(data), (client) => {
    const begun = client
      .prepare("SELECT 1 FROM occurrence WHERE kind = 'leaderboard' AND day = ?")
      .get(day);
    if (begun === undefined) return 'untouched';
    const row = client
      .prepare<[string], { state: string }>('SELECT state FROM outbox WHERE key = ?')
      .get(`leaderboard:1:${day}`);
    if (row?.state === 'sent' || row?.state === 'sending') return row.state;
    return 'begun';
  });

/** All files whole, all counters as the log says. */
const checkBooks = (data: string): void => {
  for (const file of [workspaceFile(data), webFile(data)]) {
    const found = look(file, (client) => client.pragma('integrity_check', { simple: true }));
    assert.equal(found, 'ok', file);
  }
  look(workspaceFile(data), (client) => {
    const db = drizzle(client);
    const days = client
      .prepare<[], { id: number; day: string }>(
        `SELECT member.id, days.day FROM member, (SELECT day FROM followup UNION SELECT day FROM rollup)
         AS days`,
      )
      .all();
    const differences = days.flatMap(({ id, day }) => recount(db, id, day));
    assert.deepEqual(differences, [], 'rollups equal a recount');
  });
};

/** The leaderboard of that day was posted, once. */
const checkPost = (data: string, day: string, postsSoFar: number): void => {
  const key = `leaderboard:1:${day}`;
  const card = look(workspaceFile(data), (client) => {
    const occurrences = client
      .prepare("SELECT state FROM occurrence WHERE kind = 'leaderboard' AND day = ?")
      .all(day);
    assert.deepEqual(occurrences, [{ state: 'done' }], `one occurrence on ${day}`);
    const rows = client
      .prepare<[string], { state: string; card: string; attempts: number }>(
        'SELECT state, card, attempts FROM outbox WHERE key = ?',
      )
      .all(key);
    assert.deepEqual(
      rows.map(({ state }) => state),
      ['sent'],
      `${key} is sent`,
    );
    return rows[0]?.card ?? '';
  });
  look(webFile(data), (client) => {
    const posted = client
      .prepare<[string], { content: string }>(
        'SELECT content FROM messages WHERE place = ? AND author IS NULL',
      )
      .all(`channel:${CHANNEL}`);
    const same = posted.filter(
      ({ content }) =>
        JSON.stringify(JSON.parse(content).card) === JSON.stringify(JSON.parse(card)),
    );
    assert.equal(same.length, 1, `${key} stands in the channel once`);
    assert.equal(posted.length, postsSoFar, 'one message a post, and no other');
  });
};

/**
 * Starts the server, kills it `rounds` times under load, and checks after each.
 * @throws AssertionError when something acknowledged was lost, counted wrongly or done twice
 */
export const runKillRounds = async ({
  rounds,
  data,
  withinMs = 400,
  seed = Date.now(),
}: KillOptions): Promise<KillFigures> => {
  const random = randomOf(seed);
  const posts = { untouched: 0, begun: 0, sending: 0, sent: 0 };
  const figures: KillFigures = {
    kills: 0,
    acknowledged: 0,
    unanswered: 0,
    storedUnanswered: 0,
    repeated: 0,
    posts,
  };
  const expected = new Set<string>();
  const days: string[] = [];
  await prepare(data);
  let server = await startCli(data, { env: { TZ: ZONE, GENJIN_LOG: 'warn' } });

  for (let round = 0; round < rounds; round += 1) {
    const where = `seed ${seed}, round ${round}`;
    const due = round % POST_EVERY === POST_EVERY - 1 ? await nextPost(server) : null;
    const { acknowledged, unanswered } = await underFire(server, round, {
      random,
      withinMs,
      jump: due === null ? null : await jumpOf(server, data, due, round),
    });
    figures.kills += 1;
    figures.acknowledged += acknowledged.size;
    figures.unanswered += unanswered.length;

    const survived = storedMarkers(data);
    const kept = new Set(survived);
    assert.equal(kept.size, survived.length, `${where}: nothing stored twice`);
    const lost = [...acknowledged.keys()].filter(({ marker }) => !kept.has(marker));
    assert.deepEqual(lost, [], `${where}: nothing acknowledged was lost`);
    figures.storedUnanswered += unanswered.filter(({ marker }) => kept.has(marker)).length;
    if (due !== null) posts[progressOf(data, dayOf(due, ZONE))] += 1;

    server = await startCli(data, { env: { TZ: ZONE, GENJIN_LOG: 'warn' } });
    await retry(server, unanswered);
    const again = [...acknowledged].slice(0, ECHOES);
    for (const [sent, id] of again) {
      assert.equal(await record(server, sent), id, `${where}: a repeated delivery`);
    }
    figures.repeated += again.length;
    for (const { marker } of [...acknowledged.keys(), ...unanswered]) expected.add(marker);
    const stored = storedMarkers(data);
    assert.equal(stored.length, expected.size, `${where}: each follow-up once`);
    assert.deepEqual(new Set(stored), expected, where);
    checkLines(data, [...acknowledged.keys(), ...unanswered]);

    if (due !== null) {
      const day = dayOf(due, ZONE);
      days.push(day);
      await comeTo(server, due);
      checkPost(data, day, days.length);
    }
    checkBooks(data);
    assert.doesNotMatch(server.output(), /"level":(50|60)/, `${where}: no fault was logged`);
  }
  for (const day of days) checkPost(data, day, days.length);
  server.child.kill('SIGTERM');
  assert.deepEqual(await server.ended, { code: 0, signal: null });
  return figures;
};

/** Records one follow-up. @returns its id @throws TypeError when the connection breaks */
const record = async ({ url }: Cli, sent: Sent): Promise<number> => {
  const answer = await visit(url, sent.user).say(lineOf(sent), 'direct', sent.delivery);
  const id = recordedIn(answer);
  assert.notEqual(id, null, `not recorded: ${JSON.stringify(answer).slice(0, 500)}`);
  return id ?? 0;
};

/** The clock's move to the post; and, in every other round with one, a watch for its first trace. */
interface Jump {
  /** Resolves when the server answered, or is gone. */
  begin(): Promise<void>;
  /** Resolves when the post's occurrence is in the database; null where the kill does not wait for it. */
  readonly seen: (() => Promise<void>) | null;
}

const jumpOf = (server: Cli, data: string, due: Instant, round: number): Jump => ({
  begin: () =>
    visit(server.url, 'manager')
      .move({ kind: 'next' })
      .then(
        () => {},
        (error: unknown) => {
          if (!(error instanceof TypeError)) throw error;
        },
      ),
  seen:
    round % (2 * POST_EVERY) < POST_EVERY
      ? null
      : async () => {
          const client = new Client(workspaceFile(data), { readonly: true });
          const begun = client.prepare(
            "SELECT 1 FROM occurrence WHERE kind = 'leaderboard' AND day = ?",
          );
          const until = Date.now() + WATCH_MS;
          while (begun.get(dayOf(due, ZONE)) === undefined && Date.now() < until) await sleep(1);
          client.close();
        },
});

/** Twenty people record as fast as they can until the server is killed at a random moment. */
const underFire = async (
  server: Cli,
  round: number,
  how: { readonly random: () => number; readonly withinMs: number; readonly jump: Jump | null },
): Promise<{
  readonly acknowledged: ReadonlyMap<Sent, number>;
  readonly unanswered: readonly Sent[];
}> => {
  const acknowledged = new Map<Sent, number>();
  const unanswered: Sent[] = [];
  let killed: Promise<void> | null = null;
  let jumped: Promise<void> | null = null;
  const wait = how.random();
  const killSoon = async (): Promise<void> => {
    jumped = how.jump?.begin() ?? null;
    await how.jump?.seen?.();
    await sleep(wait * (how.jump?.seen ? IN_FLIGHT_MS : how.withinMs));
    await kill(server.child);
  };

  const client = async (number: number): Promise<void> => {
    for (let n = 0; ; n += 1) {
      const marker = `K${round}x${number}x${n}`;
      const sent: Sent = { user: userOf(number), delivery: `kill-${marker}`, marker, n };
      try {
        acknowledged.set(sent, await record(server, sent));
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        unanswered.push(sent);
        return;
      }
      killed ??= killSoon();
      if (n === MOST) return;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
  await killed;
  await jumped;
  return { acknowledged, unanswered };
};

const retry = async (server: Cli, unanswered: readonly Sent[]): Promise<void> => {
  await Promise.all(unanswered.map((sent) => record(server, sent)));
};

/** A line that was sent more than once stands in the thread once, and so does its answer. */
const checkLines = (data: string, sent: readonly Sent[]): void => {
  look(webFile(data), (client) => {
    const count = client.prepare<[string], { n: number }>(
      'SELECT count(*) AS n FROM messages WHERE delivery = ?',
    );
    for (const { delivery } of sent) assert.equal(count.get(delivery)?.n, 1, delivery);
  });
};

const stateOf = (server: Cli): Promise<StateView> => visit(server.url, 'manager').state();

const nextPost = async (server: Cli): Promise<Instant> => {
  const { clock } = await stateOf(server);
  assert.ok(clock.demo?.next, 'a post is due some day');
  return clock.demo.next;
};

/** Moves the clock to the post, if it is not there yet, and past the lease of whoever died posting it. */
const comeTo = async (server: Cli, due: Instant): Promise<void> => {
  const manager = visit(server.url, 'manager');
  if ((await stateOf(server)).clock.now < due) await manager.move(clockAt(due));
  const { now } = (await stateOf(server)).clock;
  await manager.move(clockAt(now + 2 * MINUTE));
};
