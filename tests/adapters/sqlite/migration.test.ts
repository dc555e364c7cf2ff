// A workspace made by the first version opens with this one, and keeps every row.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Client from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { expect, it } from 'vitest';
import { openWorkspace } from '../../../adapters/sqlite/file.ts';
import { temporaryFolder } from './folder.ts';

const path = temporaryFolder();
const MIGRATIONS = new URL('../../../migrations/workspace/', import.meta.url);

interface Journal {
  readonly entries: readonly { readonly idx: number }[];
}

/** The migrations folder as the first version had it. */
const firstMigrations = (): string => {
  const folder = path('first');
  mkdirSync(join(folder, 'meta'), { recursive: true });
  cpSync(new URL('0000_workspace.sql', MIGRATIONS), join(folder, '0000_workspace.sql'));
  const text = readFileSync(new URL('meta/_journal.json', MIGRATIONS), 'utf8');
  const journal = JSON.parse(text) as Journal;
  expect(journal.entries.length).toBeGreaterThan(1);
  const entries = journal.entries.filter(({ idx }) => idx === 0);
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ ...journal, entries }));
  return folder;
};

const applicationId = async (): Promise<number> => {
  const file = path('present.sqlite');
  await openWorkspace(file).close();
  const client = new Client(file, { readonly: true });
  try {
    return Number(client.pragma('application_id', { simple: true }));
  } finally {
    client.close();
  }
};

interface Column {
  readonly name: string;
  readonly type: string;
}

const ROWS = [1, 2, 3];

/** Every column says which row it is of; what refers to another table refers to its row of the same number. */
const fill = (client: Client.Database): Map<string, readonly string[]> => {
  const tables = client
    .prepare<[], { name: string }>(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> '__drizzle_migrations' order by name",
    )
    .all();
  return new Map(
    tables.map(({ name }) => {
      const columns = client.pragma(`table_info("${name}")`) as Column[];
      const places = columns.map(() => '?').join(', ');
      const insert = client.prepare(`insert into "${name}" values (${places})`);
      for (const row of ROWS) {
        insert.run(columns.map(({ name, type }) => (type === 'text' ? `"${name} ${row}"` : row)));
      }
      return [name, columns.map((column) => `"${column.name}"`)];
    }),
  );
};

const rowsOf = (client: Client.Database, tables: ReadonlyMap<string, readonly string[]>) =>
  Object.fromEntries(
    [...tables].map(([name, columns]) => [
      name,
      client
        .prepare(`select ${columns.join(', ')} from "${name}" order by rowid`)
        .raw()
        .all(),
    ]),
  );

it('keeps all rows of all tables', async () => {
  const file = path('old.sqlite');
  const old = new Client(file);
  old.pragma(`application_id = ${await applicationId()}`);
  old.pragma('foreign_keys = OFF');
  migrate(drizzle(old), { migrationsFolder: firstMigrations() });
  const tables = fill(old);
  expect(tables.size).toBeGreaterThan(20);
  expect(old.pragma('foreign_key_check')).toEqual([]);
  const before = rowsOf(old, tables);
  old.close();

  await openWorkspace(file).close();
  const opened = new Client(file, { readonly: true });
  try {
    expect(rowsOf(opened, tables)).toEqual(before);
    expect(opened.pragma('foreign_key_check')).toEqual([]);
    expect(opened.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(opened.prepare('select id from contact order by id').pluck().all()).toEqual(ROWS);
    expect(opened.prepare('select count(*) from external').pluck().get()).toBe(0);
  } finally {
    opened.close();
  }
});
