// Data folders of two small companies for the tests of backups and the doctor, and the command line without privileges.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Client from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { inPackage } from '../../adapters/root.ts';
import { openCompanies } from '../../adapters/runtime/companies.ts';
import { openDatabase } from '../../adapters/web/database.ts';
import { PLATFORM, TENANT } from '../../adapters/web/deps.ts';
import { installStandard } from '../../src/store/standard.ts';
import { addTeam } from '../../src/store/team.ts';
import { contentOf } from './app.ts';

/** When the rows were written. */
export const WRITTEN = Date.UTC(2026, 2, 11, 2);

/** Runs SQL on a database file, as nobody should. */
export const tamper = (file: string, sql: string): void => {
  const client = new Client(file);
  client.exec(sql);
  client.close();
};

/** Makes `w1`, which the web page serves, with a team and contacts, and `w2` of another company; and a page's file. */
export const makeFolder = async (data: string): Promise<void> => {
  const companies = openCompanies(data, () => WRITTEN);
  for (const [platform, tenant] of [
    [PLATFORM, TENANT],
    ['slack', 'T-other-company'],
  ] as const) {
    const workspace = await companies.of(platform, tenant);
    await workspace.write((db) => {
      installStandard(db, '2000-01-01', WRITTEN);
      addTeam(db, {
        name: `team of ${tenant}`,
        channel: null,
        zone: 'Asia/Shanghai',
        currency: 'CNY',
        locale: 'zh',
        calendar: 'cn',
        postAt: '18:30',
        morningAt: '09:00',
        createdAt: WRITTEN,
      });
    });
  }
  await companies.close();
  chmodSync(data, 0o700);
  tamper(
    join(data, 'w1.sqlite'),
    `INSERT INTO member (id, name, role, team_id, joined_on) VALUES (1, 'Lin', 'rep', 1, '2025-01-06');
     INSERT INTO customer (id, name, key, created_at) VALUES (1, 'Acme Kiln', 'acme kiln', ${WRITTEN});
     INSERT INTO contact (customer_id, name) VALUES (1, 'Ada'), (1, 'Bob'), (1, 'Cy');
     DELETE FROM contact WHERE name = 'Ada';
     INSERT INTO followup (member_id, team_id, customer_id, outcome, occurred_at, day, logged_at, text, fields,
       completeness, verdict, source, clarify)
     VALUES (1, 1, 1, 'connected', ${WRITTEN}, '2026-03-11', ${WRITTEN}, 'called', '{}', 0, 'counted', 'line', '[]');`,
  );
  openDatabase(join(data, 'web.sqlite')).close();
};

/** As `contentOf`, without what SQLite notes for itself when a file is closed. */
export const rowsIn = (file: string): string =>
  contentOf(file)
    .split('\n')
    .filter((table) => !table.startsWith('sqlite_stat'))
    .join('\n');

/** What lies in a folder, to the byte: equal texts are equal folders. */
export const fingerprint = (folder: string): string =>
  readdirSync(folder)
    .sort()
    .map((name) => {
      const { size, mtimeMs, mode } = statSync(join(folder, name));
      const sum = createHash('sha256').update(readFileSync(join(folder, name)));
      return `${name} ${size} ${mtimeMs} ${mode} ${sum.digest('hex')}`;
    })
    .join('\n');

/** Leaves `w1` as a killed process would: pages in its log, of `sql` too, that are not in the database yet. */
export const leaveCrashed = (data: string, sql = ''): void => {
  const file = join(data, 'w1.sqlite');
  const client = new Client(file);
  client.pragma('journal_mode = WAL');
  client.pragma('wal_autocheckpoint = 0');
  const insert = client.prepare('INSERT INTO setting (key, value) VALUES (?, ?)');
  for (let n = 0; n < 50; n += 1) insert.run(`crash-${n}`, JSON.stringify('x'.repeat(2_000)));
  client.exec(sql);
  const parts = ['', '-wal', '-shm'].map(
    (suffix) => [file + suffix, readFileSync(file + suffix)] as const,
  );
  client.close();
  for (const [path, bytes] of parts) writeFileSync(path, bytes);
};

/** A workspace as the first version wrote it: with the oldest migration only. */
export const makeOldWorkspace = (file: string, scratch: string): void => {
  const folder = join(scratch, 'first-migration');
  cpSync(inPackage('migrations', 'workspace'), folder, { recursive: true });
  const journal = join(folder, 'meta', '_journal.json');
  const content = JSON.parse(readFileSync(journal, 'utf8')) as { entries: unknown[] };
  writeFileSync(journal, JSON.stringify({ ...content, entries: content.entries.slice(0, 1) }));
  const client = new Client(file);
  client.pragma(`application_id = ${0x47656e6a}`);
  migrate(drizzle(client), { migrationsFolder: folder });
  client.close();
};

/** Makes a folder and what is in it as a read-only disk has it, for everybody but root. */
export const makeReadOnly = (folder: string): void => {
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
  chmodSync(folder, 0o555);
};

const CLI = fileURLToPath(new URL('../../dist/adapters/runtime/cli.js', import.meta.url));
/** The user whom no file belongs to. */
const NOBODY = 65_534;

/**
 * Runs the command line as somebody to whom permissions apply: root, as whom containers run tests, may write
 * whatever they say, and becomes nobody; any other user stays themselves.
 */
export const runUnprivileged = (
  args: readonly string[],
): Promise<{ readonly code: number; readonly output: string }> =>
  new Promise((resolve) => {
    const who = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
    const env = { PATH: process.env.PATH ?? '', TZ: 'Asia/Shanghai' };
    execFile(
      process.execPath,
      [CLI, ...args],
      { ...who, env, cwd: tmpdir() },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : Number(error.code);
        resolve({ code, output: stdout + stderr });
      },
    );
  });
