// The month's leaderboard of ten thousand people against counting the log, and a top ten against Redis.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import Client from 'better-sqlite3';
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { createClient } from 'redis';
import { openWorkspace } from '../adapters/sqlite/file.ts';
import { periodAround } from '../src/domain/period.ts';
import { benchmarks, publicBoard } from '../src/domain/standing.ts';
import { dayOf } from '../src/domain/time.ts';
import { makeBoard } from '../src/store/board.ts';
import { listTeamMembers } from '../src/store/member.ts';
import { score } from '../src/store/schema/scores.ts';
import { standingsAmong, standingsOf } from '../src/store/standings.ts';
import { listTeams, type Team } from '../src/store/team.ts';
import { type Db, prepared } from '../src/store/workspace.ts';
import {
  type Bench,
  copyInto,
  cpuOf,
  type Figure,
  inFolder,
  median,
  over,
  ratios,
  timed,
} from './bench.ts';
import { companyFile, type Size } from './company/build.ts';
import { NOW, ZONE } from './company/office.ts';
import { turn, watchLoop } from './loop.ts';

const COMPANY: Size = { members: 10_000, followups: 1_000_000, oneTeam: true };
const SMALL: Size = { members: 200, followups: 20_000, oneTeam: true };
/** Never installed for a bench: what the machine has. */
const SERVER = 'redis-server';
const TOP = 10;
/** Times each is done in a round. */
const TRIES = 9;
/** Top tens in a round. */
const TIMES = 2_000;

const MONTH = periodAround('month', dayOf(NOW, ZONE));

const teamOf = (db: Db): Team => {
  const [team] = listTeams(db);
  if (team === undefined) throw new Error('the company has no team');
  return team;
};

/** Who leads, how many have which score, and the lines drawn from that: what `/leaderboard month` ranks people with. */
const standings = (db: Db) => {
  const found = standingsOf(db, teamOf(db), 'month', NOW);
  return { board: publicBoard(found), lines: benchmarks(found.scores) };
};

/** Everything else on the card as well: the asker's own row, the team's sums, gains of weeks, streaks. */
const card = (db: Db) => {
  const team = teamOf(db);
  const [me] = listTeamMembers(db, team.id);
  const found = standingsOf(db, team, 'month', NOW);
  return {
    board: makeBoard(db, team, 'month', dayOf(NOW, ZONE), NOW, false, { standings: found }),
    own: me === undefined ? [] : standingsAmong(db, team, [me], 'month', NOW),
    lines: benchmarks(found.scores),
  };
};

/** What a board without counters would have to do: all follow-ups, and those of the month in the order of the day. */
const COUNTED = `SELECT member_id, count(*) AS n FROM followup
  WHERE verdict = 'counted' AND undone_at IS NULL`;
const GROUP_ALL = `${COUNTED} GROUP BY member_id ORDER BY n DESC`;
const GROUP_MONTH = `${COUNTED} AND day BETWEEN ? AND ? GROUP BY member_id ORDER BY n DESC`;

/** Not in the schema: the product never asks for ten rows by rank, it counts all scores once a board. */
const RANKED = 'CREATE INDEX bench_rank ON score (period, from_day, total)';
const top = prepared((db) =>
  db
    .select({ memberId: score.memberId, total: score.total })
    .from(score)
    .where(
      and(eq(score.period, sql.placeholder('period')), eq(score.fromDay, sql.placeholder('from'))),
    )
    .orderBy(desc(score.total))
    .limit(TOP)
    .prepare(),
);

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

interface Redis {
  /** Milliseconds for so many top tens, one after the other. */
  readonly tops: (times: number) => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** A Redis of our own on the loopback with everybody's total; null where it is not installed. */
const startRedis = async (
  totals: readonly { memberId: number; total: number }[],
): Promise<Redis | null> => {
  if (spawnSync(SERVER, ['--version']).status !== 0) return null;
  const port = await freePort();
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
  ];
  const server: ChildProcess = spawn(SERVER, options, { stdio: 'ignore' });
  const client = createClient({ url: `redis://127.0.0.1:${port}` });
  // Connecting is tried again until the server listens; what fails for good rejects `connect`.
  client.on('error', () => undefined);
  await client.connect();
  await client.zAdd(
    'month',
    totals.map(({ memberId, total }) => ({ score: total, value: String(memberId) })),
  );
  return {
    tops: async (times) => {
      const since = performance.now();
      for (let n = 0; n < times; n += 1) {
        await client.zRangeWithScores('month', 0, TOP - 1, { REV: true });
      }
      return performance.now() - since;
    },
    stop: async () => {
      client.destroy();
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await ended;
    },
  };
};

const topTens = async (
  file: string,
  rounds: number,
  note: (text: string) => void,
): Promise<readonly Figure[]> => {
  const client = new Client(file);
  client.exec(RANKED);
  client.close();
  const workspace = openWorkspace(file);
  const totals = workspace.read((db) =>
    db
      .select({ memberId: score.memberId, total: sql<number>`${score.total}` })
      .from(score)
      .where(and(eq(score.period, 'month'), eq(score.fromDay, MONTH.from), isNotNull(score.total)))
      .all(),
  );
  const redis = await startRedis(totals);
  if (redis === null)
    note('the top ten against Redis was not measured: redis-server is not installed');
  const ours: number[] = [];
  const theirs: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const took = timed(() => {
        for (let n = 0; n < TIMES; n += 1) {
          workspace.read((db) => top(db).all({ period: 'month', from: MONTH.from }));
        }
      });
      ours.push((TIMES * 1000) / took);
      if (redis !== null) theirs.push((TIMES * 1000) / (await redis.tops(TIMES)));
    }
  } finally {
    await redis?.stop();
    await workspace.close();
  }
  return [
    over(`top ${TOP} of the month, ours (with an index the schema lacks)`, '/s', ours),
    ...(theirs.length === 0
      ? []
      : [
          over(`top ${TOP}, Redis sorted set on the loopback`, '/s', theirs),
          over(`top ${TOP} against Redis`, '×', ratios(ours, theirs), { least: 5 }),
        ]),
  ];
};

export const board: Bench = {
  name: 'board',
  about: "the month's leaderboard of 10,000 against a GROUP BY over 1,000,000 follow-ups",
  run: ({ rounds, small, note }) =>
    inFolder(async (folder) => {
      const file = copyInto(folder, await companyFile(small ? SMALL : COMPANY));
      const first: number[] = [];
      const kept: number[] = [];
      const cards: number[] = [];
      const delays: number[] = [];
      const all: number[] = [];
      const month: number[] = [];
      const day = openWorkspace(file);
      await day.write((db) =>
        first.push(timed(() => makeBoard(db, teamOf(db), 'month', dayOf(NOW, ZONE), NOW, true))),
      );
      // What was just written is in the file and no longer in its log, as it is a little later in any case.
      await day.close();
      const workspace = openWorkspace(file);
      try {
        const client = new Client(file, { readonly: true });
        const [groupAll, groupMonth] = [client.prepare(GROUP_ALL), client.prepare(GROUP_MONTH)];
        const loop = watchLoop();
        for (let round = 0; round < rounds; round += 1) {
          // CPU, the median of some: what comes first finds nothing of its own in the caches.
          const of = async (work: () => unknown) => {
            const spent: number[] = [];
            for (let n = 0; n < TRIES; n += 1) {
              spent.push(cpuOf(work) / 1000);
              await turn();
            }
            return median(spent);
          };
          loop.lap();
          await turn();
          kept.push(await of(() => workspace.read(standings)));
          await turn();
          delays.push(loop.lap());
          cards.push(await of(() => workspace.read(card)));
          all.push(await of(() => groupAll.all()));
          month.push(await of(() => groupMonth.all(MONTH.from, MONTH.to)));
        }
        loop.stop();
        client.close();
      } finally {
        await workspace.close();
      }
      return [
        over('every score of the month and the week computed', 'ms', first),
        over('month’s ranking of kept scores, CPU', 'ms', kept),
        over('month’s whole card, with sums, gains and streaks, CPU', 'ms', cards),
        over('GROUP BY over all follow-ups, CPU', 'ms', all),
        over('GROUP BY over the month, CPU', 'ms', month),
        over('GROUP BY over all, against the ranking', '×', ratios(all, kept), { least: 10 }),
        over('GROUP BY over the month, against the ranking', '×', ratios(month, kept)),
        over('GROUP BY over all, against the whole card', '×', ratios(all, cards)),
        over('event-loop delay p99, the ranking', 'ms', delays, { most: 50 }),
        ...(await topTens(file, rounds, note)),
      ];
    }),
};
