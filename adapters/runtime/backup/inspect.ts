// A database looked at from outside: whose it is, how old its schema is, whether it is whole, and what it holds.
import type Client from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { inPackage } from '../../root.ts';
import { APPLICATION_ID, type DatabaseKind } from './contents.ts';

/** `newer`: made by a later version of Genjin; `unknown`: by none of this line. */
type SchemaAge = 'current' | 'older' | 'newer' | 'unknown';

export interface Schema {
  readonly age: SchemaAge;
  /** Migrations that have been applied, by the time each was made (ms). */
  readonly applied: readonly number[];
  /** How many would be applied at the next start. */
  readonly missing: number;
}

const tablesOf = (client: Client.Database): readonly string[] =>
  client
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all()
    .filter((name) => !name.startsWith('sqlite_'));

/** @throws SqliteError when the file is no database */
export const isOfKind = (client: Client.Database, kind: DatabaseKind): boolean =>
  client.pragma('application_id', { simple: true }) === APPLICATION_ID[kind];

/** How the schema stands to what this version of Genjin knows. The web page's file mends itself: always current. */
export const schemaOf = (client: Client.Database, kind: DatabaseKind): Schema => {
  if (kind === 'web') return { age: 'current', applied: [], missing: 0 };
  const known = readMigrationFiles({ migrationsFolder: inPackage('migrations', kind) }).map(
    ({ folderMillis }) => folderMillis,
  );
  const applied = tablesOf(client).includes('__drizzle_migrations')
    ? client
        .prepare<[], number>('SELECT created_at FROM __drizzle_migrations ORDER BY created_at')
        .pluck()
        .all()
    : [];
  const strange = applied.filter((at) => !known.includes(at));
  const missing = known.filter((at) => !applied.includes(at)).length;
  const newest = Math.max(...known);
  if (strange.some((at) => at > newest)) return { age: 'newer', applied, missing };
  if (strange.length > 0) return { age: 'unknown', applied, missing };
  return { age: missing > 0 ? 'older' : 'current', applied, missing };
};

/** What is wrong inside the file, in SQLite's words, at most a few of each; none: it is whole. */
export const damageOf = (client: Client.Database): readonly string[] => {
  const found = client.pragma('integrity_check(5)') as readonly { integrity_check: string }[];
  return found.map(({ integrity_check }) => integrity_check).filter((line) => line !== 'ok');
};

/** Rows that refer to rows that do not exist: how many, by table. */
export const orphansOf = (client: Client.Database): ReadonlyMap<string, number> => {
  const broken = client.pragma('foreign_key_check') as readonly { table: string }[];
  const counts = new Map<string, number>();
  for (const { table } of broken) counts.set(table, (counts.get(table) ?? 0) + 1);
  return counts;
};

/** How many rows each table has. */
export const rowsOf = (client: Client.Database): Readonly<Record<string, number>> =>
  Object.fromEntries(
    tablesOf(client).map((table) => [
      table,
      client
        .prepare<[], number>(`SELECT count(*) FROM "${table.replaceAll('"', '""')}"`)
        .pluck()
        .get() ?? 0,
    ]),
  );

/** The ids of the workspaces a directory lists. */
export const workspacesIn = (directory: Client.Database): readonly string[] =>
  directory.prepare<[], string>('SELECT id FROM workspace ORDER BY id').pluck().all();

/** When the newest follow-up of a workspace was recorded (ms); null when it has none. */
export const newestFollowup = (workspace: Client.Database): number | null =>
  workspace.prepare<[], number | null>('SELECT max(logged_at) FROM followup').pluck().get() ?? null;
