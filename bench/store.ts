// What the store costs against its floor, better-sqlite3 alone, in one run on one machine.
import { join } from 'node:path';
import Client from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { openWorkspace } from '../adapters/sqlite/file.ts';
import { customer } from '../src/store/schema/customers.ts';
import { followup } from '../src/store/schema/followups.ts';
import { member } from '../src/store/schema/people.ts';
import { bound, prepared } from '../src/store/workspace.ts';
import { type Bench, cpuOf, inFolder, over, ratios } from './bench.ts';
import { watchLoop } from './loop.ts';

const WRITERS = 64;
const SINGLE_ROWS = 2_000;
const GROUP_ROWS = 20_000;
/** Rows, and rows a transaction: as one write alone costs, and with the commit spread over many. */
const ALONE = { rows: 4_000, together: 1 };
const TOGETHER = { rows: 20_000, together: 200 };

/** What the hot path writes most: a follow-up, 18 values and 3 indexes. */
export const rowOf = (n: number) => ({
  memberId: 1,
  teamId: null,
  customerId: 1,
  contact: '王芳',
  channel: 'phone',
  outcome: 'progress',
  grade: 'A',
  amountMinor: 5_000_000,
  currency: 'CNY',
  amountRole: 'quote',
  duration: 12,
  occurredAt: 1_773_194_400_000 + n,
  day: '2026-03-11',
  loggedAt: 1_773_194_400_000 + n,
  text: '华星 王芳 电话 12分钟 报价5万 周五再联系',
  completeness: 875_000,
  verdict: 'counted',
  source: 'line',
});

type Row = ReturnType<typeof rowOf>;

export const insertFollowup = prepared((db) =>
  db
    .insert(followup)
    .values({
      memberId: bound('memberId'),
      teamId: bound('teamId'),
      customerId: bound('customerId'),
      contact: bound('contact'),
      channel: bound('channel'),
      outcome: bound('outcome'),
      grade: bound('grade'),
      amountMinor: bound('amountMinor'),
      currency: bound('currency'),
      amountRole: bound('amountRole'),
      duration: bound('duration'),
      occurredAt: bound('occurredAt'),
      day: bound('day'),
      loggedAt: bound('loggedAt'),
      text: bound('text'),
      fields: {},
      completeness: bound('completeness'),
      verdict: bound('verdict'),
      source: bound('source'),
      clarify: [],
    })
    .prepare(),
);

/** The same statement without drizzle. */
export const bareInsert = (client: Client.Database): ((row: Row) => void) => {
  const statement = client.prepare(`
    INSERT INTO followup (member_id, team_id, customer_id, contact, channel, outcome, grade,
      amount_minor, currency, amount_role, duration, occurred_at, day, logged_at, text, fields,
      completeness, verdict, source, clarify)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', ?, ?, ?, '[]')`);
  return (row) => {
    statement.run(
      row.memberId,
      row.teamId,
      row.customerId,
      row.contact,
      row.channel,
      row.outcome,
      row.grade,
      row.amountMinor,
      row.currency,
      row.amountRole,
      row.duration,
      row.occurredAt,
      row.day,
      row.loggedAt,
      row.text,
      row.completeness,
      row.verdict,
      row.source,
    );
  };
};

export const makeWorkspace = async (file: string): Promise<void> => {
  const workspace = openWorkspace(file);
  await workspace.write((db) => {
    db.insert(member).values({ name: '张伟', role: 'rep', joinedOn: '2026-01-01' }).run();
    db.insert(customer).values({ name: '华星', key: '华星', createdAt: 0 }).run();
  });
  await workspace.close();
};

/** A workspace of our own making, seen through a bare connection with the same settings. */
const openBare = (file: string): Client.Database => {
  const client = new Client(file);
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma('cache_size = -8000');
  client.pragma('foreign_keys = ON');
  return client;
};

const perSecond = (rows: number, since: number): number =>
  (rows * 1_000) / (performance.now() - since);

/** The floor: a row a transaction, each waiting for the disk. */
const single = (client: Client.Database, rows: number): number => {
  const put = bareInsert(client);
  const since = performance.now();
  for (let n = 0; n < rows; n += 1) put(rowOf(n));
  return perSecond(rows, since);
};

/** Ours: writers that each wait for their own commit before they write again. */
const grouped = async (file: string, rows: number): Promise<number> => {
  const workspace = openWorkspace(file);
  let left = rows;
  const writer = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const row = rowOf(left);
      await workspace.write((db) => insertFollowup(db).run(row));
    }
  };
  const since = performance.now();
  await Promise.all(Array.from({ length: WRITERS }, writer));
  const rate = perSecond(rows, since);
  await workspace.close();
  return rate;
};

/** CPU time a row in microseconds, waiting for the disk not counted. */
const cpu = (
  client: Client.Database,
  put: (row: Row) => void,
  together: number,
  rows: number,
): number => {
  const begin = client.prepare('BEGIN IMMEDIATE');
  const commit = client.prepare('COMMIT');
  const spent = cpuOf(() => {
    for (let from = 0; from < rows; from += together) {
      begin.run();
      for (let n = from; n < from + together; n += 1) put(rowOf(n));
      commit.run();
    }
  });
  return spent / rows;
};

export const store: Bench = {
  name: 'store',
  about: `inserts of ${WRITERS} waiting writers, durable, against better-sqlite3 alone`,
  run: ({ rounds, small }) =>
    inFolder(async (folder) => {
      const part = small ? 0.01 : 1;
      const of = (rows: number) => Math.ceil(rows * part);
      const singles: number[] = [];
      const groups: number[] = [];
      const delays: number[] = [];
      const alone = { raw: [] as number[], drizzle: [] as number[] };
      const together = { raw: [] as number[], drizzle: [] as number[] };
      for (let round = 0; round < rounds; round += 1) {
        const file = join(folder, `${round}.sqlite`);
        await makeWorkspace(file);
        const client = openBare(file);
        singles.push(single(client, of(SINGLE_ROWS)));
        const db = drizzle(client);
        const puts = {
          raw: bareInsert(client),
          drizzle: (row: Row) => insertFollowup(db).run(row),
        };
        // The table grows meanwhile, so each goes first every other round.
        const names =
          round % 2 === 0 ? (['raw', 'drizzle'] as const) : (['drizzle', 'raw'] as const);
        for (const name of names) {
          together[name].push(cpu(client, puts[name], TOGETHER.together, of(TOGETHER.rows)));
          alone[name].push(cpu(client, puts[name], ALONE.together, of(ALONE.rows)));
        }
        client.close();
        const loop = watchLoop();
        groups.push(await grouped(file, of(GROUP_ROWS)));
        delays.push(loop.lap());
        loop.stop();
      }
      return [
        over('better-sqlite3, a row a transaction', '/s', singles),
        over(`ours, ${WRITERS} waiting writers`, '/s', groups),
        over('group commit against single commits', '×', ratios(groups, singles), { least: 5 }),
        over('CPU a row, raw, a row a transaction', 'µs', alone.raw),
        over('CPU of a write, drizzle against raw', '×', ratios(alone.drizzle, alone.raw), {
          most: 1.15,
        }),
        over(
          'CPU of the statement alone, drizzle against raw',
          '×',
          ratios(together.drizzle, together.raw),
        ),
        over('event-loop delay p99', 'ms', delays, { most: 50 }),
      ];
    }),
};
