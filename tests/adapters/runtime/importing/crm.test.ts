// The public CRM export: all of it is taken, twice is once, and a kill in the middle leaves no trace.
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { recount } from '../../../../src/store/rollup.ts';
import {
  dataFolder,
  look,
  root,
  rowsOf,
  runImport,
  startImport,
  tableHashes,
} from '../../../support/importing.ts';

const CRM = fileURLToPath(new URL('../../../fixtures/crm', import.meta.url));
const args = (folder: string): string[] => ['--preset', 'crm-opportunities', CRM, '--data', folder];

it('takes every row and says what it normalised and left', async () => {
  const folder = await dataFolder('crm');
  const { code, out } = await runImport(args(folder));
  expect(code).toBe(0);
  expect(out).toContain('product: GTXPro → GTX Pro 12 times');
  expect(out).toContain('columns not taken: sector, year_established, revenue');
  expect(out).toContain('data_dictionary.csv is not read: it describes the columns');
  expect(out).toMatch(/account in 11 rows/);
  expect(out).toMatch(/deal +60 added, 0 changed, 0 unchanged, 0 rejected/);
  expect(
    rowsOf(folder, 'select status, count(*) n, sum(amount_minor) minor from deal group by status'),
  ).toEqual([
    { status: 'lost', n: 12, minor: 0 },
    { status: 'open', n: 22, minor: null },
    { status: 'won', n: 26, minor: 11_499_200 },
  ]);
  expect(
    rowsOf(folder, "select stage, count(*) n from deal where status = 'open' group by stage"),
  ).toEqual([
    { stage: 'Engaging', n: 12 },
    { stage: 'Prospecting', n: 10 },
  ]);
  expect(
    rowsOf(folder, 'select role, seller, count(*) n from member group by role, seller'),
  ).toEqual([
    { role: 'manager', seller: 0, n: 6 },
    { role: 'rep', seller: 1, n: 35 },
  ]);
  expect(rowsOf(folder, 'select name from team order by id limit 1')).toEqual([
    { name: 'Central – Dustin Brinkmann' },
  ]);
  const days = rowsOf(folder, 'select member_id, day from rollup');
  const differences = await look(folder, (db) =>
    days.flatMap(({ member_id, day }) => recount(db, Number(member_id), String(day))),
  );
  expect(days.length).toBeGreaterThan(20);
  expect(differences).toEqual([]);

  const before = tableHashes(folder);
  const again = await runImport(args(folder));
  expect(again.out).toMatch(/deal +0 added, 0 changed, 60 unchanged/);
  expect(tableHashes(folder)).toEqual(before);
});

it('tries it on a copy', async () => {
  const folder = await dataFolder('dry');
  const before = tableHashes(folder);
  const { out } = await runImport([...args(folder), '--dry-run']);
  expect(out).toMatch(/deal +60 added/);
  expect(out).toContain('nothing was changed');
  expect(tableHashes(folder)).toEqual(before);
});

it('ends the same when it was killed in the middle', async () => {
  const [header = '', ...lines] = readFileSync(join(CRM, 'sales_pipeline.csv'), 'utf8')
    .trim()
    .split('\n');
  const many = Array.from({ length: 100 }, (_, n) => lines.map((line) => `${n}-${line}`)).flat();
  const pipeline = join(root, 'sales_pipeline.csv');
  writeFileSync(pipeline, `${[header, ...many].join('\n')}\n`);
  const all = (folder: string) => [
    ...['--preset', 'crm-opportunities', '--data', folder],
    ...['sales_teams.csv', 'accounts.csv'].map((name) => join(CRM, name)),
    pipeline,
  ];
  const [whole, killed] = [await dataFolder('whole'), await dataFolder('killed')];
  expect((await runImport(all(whole))).code).toBe(0);

  const child = startImport(all(killed));
  child.stderr.on('data', (data: Buffer) => {
    // A tenth of the way is told after each write: here some are durable and more are to come.
    if (/^[3-6]0%/m.test(data.toString())) child.kill('SIGKILL');
  });
  const [, signal] = await once(child, 'close');
  expect(signal).toBe('SIGKILL');
  const [{ n } = { n: 0 }] = rowsOf(killed, 'select count(*) n from deal');
  expect(n).toBeGreaterThan(0);
  expect(n).toBeLessThan(6_000);
  expect((await runImport(all(killed))).code).toBe(0);
  // Only the trail tells them apart: it says what each run did.
  const { audit: _killed, ...ended } = tableHashes(killed);
  const { audit: _whole, ...wanted } = tableHashes(whole);
  expect(ended).toEqual(wanted);
});
