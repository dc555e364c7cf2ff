// Rows an import takes a second, from the file to the disk, against a prepared statement in a loop.

import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Client from 'better-sqlite3';
import { planImport } from '../adapters/runtime/importing/plan.ts';
import { runImport } from '../adapters/runtime/importing/run.ts';
import { openWorkspace } from '../adapters/sqlite/file.ts';
import { readMapping } from '../src/domain/importing/mapping.ts';
import { dayOf } from '../src/domain/time.ts';
import { type Bench, inFolder, over, ratios } from './bench.ts';
import { NOW, ZONE } from './company/office.ts';
import { watchLoop } from './loop.ts';
import { bareInsert, makeWorkspace, rowOf } from './store.ts';

const ROWS = 30_000;
const CUSTOMERS = 3_000;
const PEOPLE = 30;
/** Rows a transaction, as an import has them. */
const TOGETHER = 1_000;
const HOUR = 3_600_000;

/** Three small files; each customer is followed up a few hours after the one before. */
const MAPPING = {
  name: 'bench',
  defaults: { zone: ZONE, currency: 'CNY', locale: 'zh', calendar: 'cn' },
  sources: [
    {
      file: 'people.csv',
      records: [
        { noun: 'team', id: 'team', fields: { name: 'team' } },
        { noun: 'member', id: 'name', fields: { name: 'name', team: 'team' } },
      ],
    },
    {
      file: 'customers.csv',
      records: [{ noun: 'customer', id: 'name', fields: { name: 'name', owner: 'owner' } }],
    },
    {
      file: 'followups.csv',
      records: [
        {
          noun: 'followup',
          id: 'id',
          fields: {
            member: 'member',
            customer: 'customer',
            channel: 'channel',
            outcome: 'outcome',
            occurredAt: 'at',
            text: 'text',
          },
        },
      ],
    },
  ],
};

const writeLines = async (file: string, header: string, rows: Iterable<string>): Promise<void> => {
  const stream = createWriteStream(file);
  stream.write(`${header}\n`);
  for (const row of rows) if (!stream.write(`${row}\n`)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
};

const customerOf = (n: number): string => `客户${n % CUSTOMERS}`;
const personOf = (n: number): string => `同事${(n % CUSTOMERS) % PEOPLE}`;

const writeFiles = async (folder: string, rows: number): Promise<void> => {
  const range = (count: number, line: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => line(n));
  await writeLines(
    join(folder, 'people.csv'),
    'team,name',
    range(PEOPLE, (n) => `一部,${personOf(n)}`),
  );
  await writeLines(
    join(folder, 'customers.csv'),
    'name,owner',
    range(CUSTOMERS, (n) => `${customerOf(n)},${personOf(n)}`),
  );
  await writeLines(
    join(folder, 'followups.csv'),
    'id,member,customer,channel,outcome,at,text',
    range(rows, (n) => {
      const at = new Date(NOW - (rows - n) * (HOUR / 30)).toISOString();
      return `${n},${personOf(n)},${customerOf(n)},phone,connected,${at},第${n}次 电话 聊了价格`;
    }),
  );
};

/** Rows a second, and how long the event loop stood still meanwhile. */
const imported = async (
  folder: string,
  file: string,
): Promise<{ readonly rate: number; readonly loopP99: number }> => {
  const workspace = openWorkspace(file);
  const loop = watchLoop();
  try {
    const mapping = readMapping(JSON.stringify(MAPPING), 'bench.json');
    const since = performance.now();
    const plan = await planImport(mapping, [folder], dayOf(NOW, ZONE));
    const summary = await runImport({
      workspace,
      mapping,
      files: plan.files,
      now: NOW,
      rejects: null,
      home: null,
      progress: () => undefined,
    });
    const took = performance.now() - since;
    if (summary.rejected > 0) {
      throw new Error(`${summary.rejected} rows were rejected: ${JSON.stringify(summary.codes)}`);
    }
    return { rate: (summary.rows * 1000) / took, loopP99: loop.lap() };
  } finally {
    loop.stop();
    await workspace.close();
  }
};

const raw = async (file: string, rows: number): Promise<number> => {
  await makeWorkspace(file);
  const client = new Client(file);
  client.pragma('synchronous = FULL');
  const put = bareInsert(client);
  const batch = client.transaction((from: number, to: number) => {
    for (let n = from; n < to; n += 1) put(rowOf(n));
  });
  const since = performance.now();
  for (let from = 0; from < rows; from += TOGETHER) batch(from, Math.min(rows, from + TOGETHER));
  const took = performance.now() - since;
  client.close();
  return (rows * 1000) / took;
};

export const imports: Bench = {
  name: 'import',
  about: 'rows of CSV an import takes, against a raw prepared insert of the same many follow-ups',
  run: ({ rounds, small, followups }) =>
    inFolder(async (folder) => {
      const rows = followups ?? (small ? 300 : ROWS);
      const files = join(folder, 'files');
      mkdirSync(files);
      await writeFiles(files, rows);
      const ours: number[] = [];
      const floor: number[] = [];
      const delays: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const { rate, loopP99 } = await imported(files, join(folder, `${round}.sqlite`));
        ours.push(rate);
        delays.push(loopP99);
        floor.push(await raw(join(folder, `raw-${round}.sqlite`), rows));
      }
      return [
        over('rows imported', '/s', ours),
        over('rows of a prepared statement in a loop', '/s', floor),
        over('import against the loop', '×', ratios(ours, floor), { least: 0.3 }),
        over('event-loop delay p99', 'ms', delays, { most: 50 }),
      ];
    }),
};
