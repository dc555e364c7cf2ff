// The whole of a workspace out and back in, as the operator does it.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Client from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../adapters/demo/seed.ts';
import { openCompanies } from '../../adapters/runtime/companies.ts';
import { exportWorkspace } from '../../adapters/runtime/transfer/export.ts';
import { importExport } from '../../adapters/runtime/transfer/import.ts';
import { checkedManifest } from '../../adapters/runtime/transfer/read.ts';
import { openWorkspace } from '../../adapters/sqlite/file.ts';
import { cleanUp, contentOf, look, runCli, temporary, workspaceFile } from '../support/app.ts';

const NOW = Date.parse('2026-03-11T10:00:00+08:00');
const NASTY = [
  '=HYPERLINK("http://evil.example","x")',
  '+86 138 0000 0000',
  '-2+3',
  '@SUM(A1)',
  "'quoted",
  'line\nbreak\r\nand "quotes", commas; tabs\t',
  'nul\0in the middle, and \u0001 \u001b',
  '\0',
  '',
  ' leading and trailing ',
  '晨光科技（华东）👩‍💻🎉',
  'e\u0301 \u2028 \u2029 \u202e',
  '长'.repeat(5_000),
];

let root: string;
let data: string;
/** An export made before anything else. */
let base: string;

/** The demo teams, and in them everything that has ever broken a file. */
beforeAll(async () => {
  root = temporary();
  data = join(root, 'data');
  mkdirSync(data);
  const companies = openCompanies(data, () => NOW);
  const home = await companies.of('web', 'local');
  const channel = (name: string) =>
    ({ kind: 'channel', platform: 'web', tenant: 'local', channel: name }) as const;
  await seedDemo(home, { platform: 'web', tenant: 'local', channel }, NOW);
  await companies.close();
  const client = new Client(workspaceFile(data));
  NASTY.forEach((text, at) => {
    client.prepare('UPDATE followup SET text = ? WHERE id = ?').run(text, at + 1);
    client.prepare('UPDATE customer SET name = ? WHERE id = ?').run(text, at + 1);
    client.prepare('UPDATE deal SET reason = ? WHERE id = ?').run(text, at + 1);
  });
  client
    .prepare(`UPDATE deal SET amount_minor = -1, stage = 'Engaging', product = '=GTX' WHERE id = 1`)
    .run();
  client.prepare(`UPDATE deal SET amount_minor = 1234, currency = 'JPY' WHERE id = 2`).run();
  client.prepare(`UPDATE deal SET customer_id = NULL, opened_on = NULL WHERE id = 3`).run();
  client.prepare(`INSERT INTO external VALUES ('deal', '1C1I7A6R', 3, 'x')`).run();
  client.prepare(`DELETE FROM contact WHERE rowid = 2`).run();
  client.prepare(`UPDATE score SET total = 0.1 + 0.2 WHERE rowid = 1`).run();
  client.close();
  base = await exported('base');
});
afterAll(cleanUp);

const genjin = (...args: string[]) => runCli(args);
const exported = async (name: string, from = data, ...more: string[]) => {
  const folder = join(root, name);
  const ended = await genjin('export', folder, '--data', from, ...more);
  expect(ended.code, ended.output).toBe(0);
  return folder;
};
/** A copy of one export, to be harmed; a process each would take a minute. */
const copied = (name: string): string => {
  cpSync(base, join(root, name), { recursive: true });
  return join(root, name);
};
/** What the command line calls, and what it would print of a fault. */
const imported = async (folder: string, data: string, workspace?: string) => {
  const progress = { start: () => {}, advance: () => {} };
  const where = workspace === undefined ? { data } : { data, workspace };
  try {
    return { ...(await importExport({ ...where, folder, now: NOW, progress })), fault: '' };
  } catch (error) {
    return { changed: false, elsewhere: [], fault: String(error) };
  }
};
/** Everything but the manifest, which says when and whose it was. */
const filesOf = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder)
      .filter((name) => name !== 'manifest.json')
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );
const csvOf = (folder: string, name: string): Record<string, string>[] =>
  parse(readFileSync(join(folder, name)), { bom: true, columns: true, record_delimiter: '\r\n' });
/** All of the product's own tables, whatever the order of a scan. */
const content = (file: string): readonly string[] =>
  contentOf(file)
    .split('\n')
    .filter((line) => !line.startsWith('__drizzle') && !line.startsWith('sqlite_'));
/** As a digest a table: a difference of megabytes says nothing. */
const digests = (file: string, but?: string): readonly string[] =>
  content(file).flatMap((line) => {
    const [table = ''] = line.split(' ', 1);
    return table === but ? [] : [`${table} ${createHash('sha256').update(line).digest('hex')}`];
  });

describe('out and back in', () => {
  it('gives the same database and, exported again, the same files', async () => {
    const before = digests(workspaceFile(data), 'audit');
    const other = join(root, 'other');
    const file = join(other, 'copy.sqlite');
    const args = ['import', '--preset', 'genjin', base, '--data', other, '--workspace', 'copy'];
    expect((await genjin(...args)).output).toMatch(/^workspace copy: \d+ rows imported\n$/);
    expect(digests(file, 'audit')).toEqual(before);
    expect((await genjin(...args)).output).toContain('already; nothing was changed');
    expect(digests(file, 'audit')).toEqual(before);

    const second = await exported('second', other);
    expect([...filesOf(second).keys()]).toEqual([...filesOf(base).keys()]);
    for (const [name, text] of filesOf(base))
      expect(filesOf(second).get(name) === text, name).toBe(true);
    const [a, b] = [base, second].map(
      (folder) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as object,
    );
    expect({ ...b, workspace: 'w1', madeAt: '' }).toEqual({ ...a, madeAt: '' });
    expect(a).toMatchObject({ format: 'genjin-export', formatVersion: 1, workspace: 'w1' });
  });

  it.each(['csv', 'jsonl'])('from %s alone', async (format) => {
    const folder = await exported(`only-${format}`, data, '--format', format, '--bom');
    const into = join(root, `from-${format}`);
    expect(await imported(folder, into, 'a')).toMatchObject({ changed: true, fault: '' });
    expect(digests(join(into, 'a.sqlite'), 'audit')).toEqual(digests(workspaceFile(data), 'audit'));
    expect(await imported(folder, into)).toMatchObject({ changed: false, fault: '' });
  });

  it('serves the same people: their tenant goes to the new workspace', async () => {
    const into = join(root, 'served-data');
    await imported(base, into, 'w7');
    const rows = look(join(into, 'directory.sqlite'), (client) =>
      client.prepare('SELECT * FROM tenant').all(),
    );
    expect(rows).toEqual([{ platform: 'web', tenant: 'local', workspace_id: 'w7' }]);
    expect((await imported(base, into, 'w8')).elsewhere).toEqual(['web:local']);
  });
});

describe('what is in the files', () => {
  it('deals with names beside ids, and amounts in units of their currency', async () => {
    const folder = base;
    const deals = csvOf(folder, 'deals.csv');
    expect(Object.keys(deals[0] ?? {})).toEqual(
      expect.arrayContaining([
        ...['external_id', 'member', 'customer', 'status', 'amount', 'currency'],
        ...['opened_on', 'closed_on', 'member_id', 'customer_id', 'stage', 'product'],
      ]),
    );
    expect(deals[0]).toMatchObject({ amount: '-0.01', currency: 'CNY', product: "'=GTX" });
    expect(deals[1]).toMatchObject({ amount: '1234', currency: 'JPY' });
    expect(deals[2]).toMatchObject({ external_id: '1C1I7A6R', customer: '', opened_on: '' });
    const lines = readFileSync(join(folder, 'deals.jsonl'), 'utf8').split('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ amount: '-0.01', amount_minor: -1 });
    expect(JSON.parse(lines[2] ?? '')).toMatchObject({ customer: null, external_id: '1C1I7A6R' });
  });

  it('no cell that a spreadsheet calculates', async () => {
    const folder = base;
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.csv'))) {
      for (const row of csvOf(folder, name)) {
        for (const cell of Object.values(row)) {
          expect(cell, name).not.toMatch(/^(?:[=+@\t\r\n\0＝＋－＠]|-(?!\d+(?:\.\d+)?$))/u);
        }
      }
    }
  });

  it('workbooks when asked for, with amounts as numbers', async () => {
    const folder = await exported('books', data, '--format', 'xlsx');
    expect(existsSync(join(folder, 'deals.csv'))).toBe(false);
    const [head = [], row = []] = (await readSheet(join(folder, 'deals.xlsx'))) as unknown[][];
    expect(row[head.indexOf('amount')]).toBe(-0.01);
    expect(row[head.indexOf('product')]).toBe('=GTX');
    const refused = await imported(folder, join(root, 'books-data'), 'a');
    expect(refused.fault).toContain('export again with --format csv or jsonl');
    expect(content(join(root, 'books-data', 'a.sqlite')).join()).not.toMatch(/\[\[/);
  });

  it('no secret: nothing of the directory, the environment or other files of the data folder', async () => {
    writeFileSync(join(data, 'secret'), 'canary-in-a-file');
    const folder = join(root, 'secrets');
    const ended = await runCli(['export', folder, '--data', data], {
      env: { GENJIN_SECRET: 'canary-in-the-environment', SLACK_BOT_TOKEN: 'canary-token' },
    });
    expect(ended.code).toBe(0);
    for (const [name, text] of filesOf(folder)) expect(text, name).not.toContain('canary');
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).not.toContain('canary');
    rmSync(join(data, 'secret'));
  });

  it('notes itself in the audit trail, as the operator', async () => {
    await exported('noted', data, '--format', 'csv');
    const entry = look(workspaceFile(data), (client) =>
      client.prepare('SELECT * FROM audit ORDER BY id DESC LIMIT 1').get(),
    ) as { actor_id: unknown; action: string; after: string };
    expect(entry).toMatchObject({ actor_id: null, action: 'data.exported', subject: 'workspace' });
    expect(JSON.parse(entry.after)).toMatchObject({ what: 'everything', formats: ['csv'] });
  });
});

describe('one moment', () => {
  it('is exported, whatever is written meanwhile', async () => {
    const file = join(root, 'moment', 'w1.sqlite');
    mkdirSync(join(root, 'moment'));
    cpSync(workspaceFile(data), file);
    const workspace = openWorkspace(file);
    const count = () =>
      look(file, (client) => client.prepare('SELECT count(*) AS n FROM step').get()) as {
        n: number;
      };
    const before = count().n;
    let writes = 0;
    const tables = await exportWorkspace(workspace, file, {
      folder: join(root, 'moment-out'),
      formats: ['jsonl'],
      bom: false,
      now: NOW,
      progress: {
        start: () => {},
        // Between two pages somebody works on.
        advance: () => {
          const client = new Client(file);
          client.prepare('DELETE FROM step WHERE id = (SELECT max(id) FROM step)').run();
          client.close();
          writes++;
        },
      },
    });
    await workspace.close();
    expect(writes).toBeGreaterThan(10);
    expect(count().n).toBe(before - writes);
    expect(tables.find(({ name }) => name === 'step')?.rows).toBe(before);
  });

  it('of a folder that is whole or not there, also when killed', async () => {
    const cli = fileURLToPath(new URL('../../dist/adapters/runtime/cli.js', import.meta.url));
    let [killed, whole] = [0, 0];
    for (let round = 0; round < 6; round++) {
      const folder = join(root, 'killed', String(round));
      const child = spawn(process.execPath, [cli, 'export', folder, '--data', data]);
      const ended = new Promise((resolve) => child.once('close', resolve));
      const parent = join(root, 'killed');
      // Killed at a step of its own choosing: so many files into it.
      const deadline = Date.now() + 15_000;
      const files = (): number =>
        existsSync(parent)
          ? readdirSync(parent)
              .filter((name) => name.startsWith(`.${round}.unfinished`))
              .flatMap((name) => readdirSync(join(parent, name))).length
          : 0;
      while (files() < round * 12 && !existsSync(folder) && Date.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      child.kill('SIGKILL');
      await ended;
      if (existsSync(folder)) {
        whole++;
        await checkedManifest(folder);
      } else killed++;
    }
    expect(killed).toBeGreaterThan(1);
    expect(killed + whole).toBe(6);
  });
});

describe('what is refused', () => {
  it('a folder that holds something, and it stays as it is', async () => {
    const folder = join(root, 'taken');
    mkdirSync(folder);
    expect((await genjin('export', folder, '--data', data)).code).toBe(0);
    const before = filesOf(folder);
    const refused = await genjin('export', folder, '--data', data);
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('is not empty; name a folder that does not exist yet');
    expect(filesOf(folder)).toEqual(before);
    const file = join(root, 'a-file');
    writeFileSync(file, 'mine');
    expect((await genjin('export', file, '--data', data)).output).toContain('is a file');
    expect(readdirSync(root).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  it('a format there is not', async () => {
    const refused = await genjin('export', join(root, 'x'), '--data', data, '--format', 'pdf');
    expect(refused.output).toContain('Use one of csv, jsonl, xlsx');
  });

  it.each([
    ['changed', (path: string) => appendFileSync(path, ' '), /deals\.csv was changed/],
    ['cut off', (path: string) => truncateSync(path, 200), /deals\.csv is cut off: 200 of \d+/],
    ['missing', (path: string) => rmSync(path), /deals\.csv is missing/],
  ])('an export with a file %s, by its name', async (what, harm, message) => {
    const folder = copied(`harmed-${what.replace(' ', '-')}`);
    harm(join(folder, 'deals.csv'));
    const into = join(root, `into-${what.replace(' ', '-')}`);
    const refused = await imported(folder, into, 'a');
    expect(refused.fault).toMatch(message);
    expect(existsSync(into)).toBe(false);
  });

  it('one byte changed within, and a manifest changed to fit it', async () => {
    const folder = copied('one-byte');
    const path = join(folder, 'members.jsonl');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('"rep"', '"Rep"'));
    const into = join(root, 'into-one-byte');
    expect((await imported(folder, into, 'a')).fault).toContain('members.jsonl');
    const sums = [text, readFileSync(path, 'utf8')].map((each) =>
      createHash('sha256').update(each).digest('hex'),
    );
    const manifest = join(folder, 'manifest.json');
    const fitted = readFileSync(manifest, 'utf8').replace(sums[0] ?? '', sums[1] ?? '');
    writeFileSync(manifest, fitted);
    expect((await imported(folder, into, 'a')).fault).toContain('manifest.json was changed');
    expect(existsSync(into)).toBe(false);
  });

  it('a folder that is no export, and several of them', async () => {
    expect((await imported(root, join(root, 'no'), 'a')).fault).toContain('is no export of Genjin');
    const two = await genjin('import', '--preset', 'genjin', 'a', 'b', '--data', data);
    expect(two.output).toContain('takes one folder');
  });

  it('a workspace that holds other data, which stays', async () => {
    const folder = copied('for-others');
    const into = join(root, 'holds-other');
    cpSync(data, into, { recursive: true });
    const client = new Client(workspaceFile(into));
    client.prepare(`UPDATE customer SET grade = 'E' WHERE id = 1`).run();
    client.close();
    const before = digests(workspaceFile(into));
    const refused = await imported(folder, into);
    expect(refused.fault).toContain('holds other data; import into a new one with --workspace');
    expect(digests(workspaceFile(into))).toEqual(before);
  });

  it('an export of another version, saying which', async () => {
    const folder = copied('other-version');
    const manifest = join(folder, 'manifest.json');
    const text = readFileSync(manifest, 'utf8');
    writeFileSync(manifest, text.replace(/"schemaVersion": \d+/, '"schemaVersion": 999'));
    const refused = await imported(folder, join(root, 'version'), 'a');
    expect(refused.fault).toContain('written by Genjin 0.1.0 (schema 999');
    writeFileSync(manifest, text.replace('"formatVersion": 1', '"formatVersion": 2'));
    const newer = await imported(folder, join(root, 'version'), 'a');
    expect(newer.fault).toContain('written by a newer Genjin');
  });

  it('a data folder without a workspace to import into', async () => {
    const folder = copied('nowhere');
    const refused = await imported(folder, join(root, 'nowhere-data'));
    expect(refused.fault).toContain('name the one to make with --workspace NAME');
    const named = await imported(folder, join(root, 'nowhere-data'), '../up');
    expect(named.fault).toContain('cannot name a workspace');
    expect(existsSync(join(root, 'nowhere-data'))).toBe(false);
  });
});
