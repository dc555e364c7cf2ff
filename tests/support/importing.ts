// A workspace in a folder of its own and the command line that imports into it.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Client from 'better-sqlite3';
import { afterAll } from 'vitest';
import { openCompanies } from '../../adapters/runtime/companies.ts';
import { openWorkspace } from '../../adapters/sqlite/file.ts';
import type { Db } from '../../src/store/workspace.ts';

const CLI = fileURLToPath(new URL('../../dist/adapters/runtime/cli.js', import.meta.url));
const NOW = '2026-11-23T00:00:00Z';

export const root = mkdtempSync(join(tmpdir(), 'genjin-import-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A data folder with one empty workspace. */
export const dataFolder = async (name: string): Promise<string> => {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  const companies = openCompanies(folder, () => Date.parse(NOW));
  await companies.of('web', 'test').then((workspace) => workspace.write(() => undefined));
  await companies.close();
  return folder;
};

const databaseIn = (folder: string): string => join(folder, 'w1.sqlite');

/** Starts `genjin import` at the tests' moment. */
export const startImport = (args: readonly string[]) =>
  spawn(process.execPath, [CLI, 'import', '--now', NOW, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Runs `genjin import` to its end. */
export const runImport = async (
  args: readonly string[],
): Promise<{ code: number | null; out: string; err: string }> => {
  const child = startImport(args);
  let [out, err] = ['', ''];
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    err += data.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
};

/** Rows of a query on the workspace's database. */
export const rowsOf = (folder: string, sql: string): Record<string, unknown>[] => {
  const client = new Client(databaseIn(folder), { readonly: true });
  try {
    return client.prepare<[], Record<string, unknown>>(sql).all();
  } finally {
    client.close();
  }
};

/** A hash of each table's content, rows in the order of their ids. */
export const tableHashes = (folder: string): Record<string, string> => {
  const client = new Client(databaseIn(folder), { readonly: true });
  try {
    const names = client
      .prepare<[], { name: string }>(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> '__drizzle_migrations' order by name",
      )
      .all();
    return Object.fromEntries(
      names.map(({ name }) => {
        const rows = client.prepare(`select * from "${name}"`).raw().all();
        return [name, createHash('sha256').update(JSON.stringify(rows)).digest('hex')];
      }),
    );
  } finally {
    client.close();
  }
};

/** Looks into the workspace through the store. */
export const look = async <T>(folder: string, query: (db: Db) => T): Promise<T> => {
  const workspace = openWorkspace(databaseIn(folder));
  try {
    return workspace.read(query);
  } finally {
    await workspace.close();
  }
};
