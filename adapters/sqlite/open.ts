// Opening a database file: ours and whole, or refused. Nothing is written to a file before it is known to be ours.
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import Client from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { inPackage } from '../root.ts';

/** What kind of database a file is to hold. */
export interface Kind {
  /** Its folder under `migrations/`, and its name in messages. */
  readonly name: string;
  /** SQLite's `application_id`, by which a foreign file is told. */
  readonly applicationId: number;
}

/** How long to wait for another process that writes the same file; the event loop stands still meanwhile. */
const BUSY_TIMEOUT_MS = 2_000;
/** Checking costs about 2 ms a megabyte; larger files are checked only when they were not closed properly. */
const ALWAYS_CHECKED_BYTES = 8 * 2 ** 20;

/**
 * The one connection that writes; creates and migrates the database as needed.
 * @throws Error naming the file, when it is foreign, damaged or of a newer version
 */
export const openWriter = (file: string, kind: Kind): Client.Database => {
  try {
    if (!existsSync(file)) create(file, kind);
    return openExisting(file, kind);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`cannot open ${kind.name} database ${file}: ${reason}`, { cause: error });
  }
};

/** A connection that cannot write, on a file that a writer has open. */
export const openReader = (file: string): Client.Database => {
  const client = new Client(file, { readonly: true, timeout: BUSY_TIMEOUT_MS });
  client.pragma('cache_size = -8000');
  client.pragma(`mmap_size = ${64 * 2 ** 20}`);
  return client;
};

/** Built beside its place and moved there whole, so that a database that exists is never half made. */
const create = (file: string, kind: Kind): void => {
  if (existsSync(`${file}-wal`)) {
    throw new Error('the file is missing but its -wal is there; restore both from a backup');
  }
  const unfinished = `${file}.new`;
  for (const suffix of ['', '-journal']) rmSync(unfinished + suffix, { force: true });
  const client = new Client(unfinished);
  try {
    client.pragma(`application_id = ${kind.applicationId}`);
    applyMigrations(client, kind);
  } finally {
    client.close();
  }
  renameSync(unfinished, file);
};

const openExisting = (file: string, kind: Kind): Client.Database => {
  const { size } = statSync(file);
  if (size === 0)
    throw new Error('the file is empty, its content is lost; restore it from a backup');
  const closedProperly = !existsSync(`${file}-wal`) || statSync(`${file}-wal`).size === 0;
  const client = new Client(file, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    if (client.pragma('application_id', { simple: true }) !== kind.applicationId) {
      throw new Error(`it is not a ${kind.name} database of Genjin`);
    }
    if (!closedProperly || size <= ALWAYS_CHECKED_BYTES) check(client);
    client.pragma('journal_mode = WAL');
    // With group commit FULL costs little, and what was acknowledged survives a power cut.
    client.pragma('synchronous = FULL');
    client.pragma('cache_size = -8000');
    client.pragma(`journal_size_limit = ${64 * 2 ** 20}`);
    client.pragma('temp_store = MEMORY');
    // What is deleted is overwritten, so that no page that is free or reused still holds it.
    client.pragma('secure_delete = ON');
    applyMigrations(client, kind);
    client.pragma('foreign_keys = ON');
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
};

const check = (client: Client.Database): void => {
  const found = client.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') throw new Error(`it is damaged (${String(found)}); restore it from a backup`);
};

const applyMigrations = (client: Client.Database, kind: Kind): void => {
  const folder = inPackage('migrations', kind.name);
  const known = readMigrationFiles({ migrationsFolder: folder });
  const applied = appliedMigrations(client);
  const newest = Math.max(...known.map((migration) => migration.folderMillis));
  for (const at of applied) {
    if (known.some((migration) => migration.folderMillis === at)) continue;
    throw new Error(
      at > newest
        ? 'it was written by a newer version of Genjin'
        : 'it holds a migration this version does not know',
    );
  }
  if (applied.length === known.length) return;
  // Rebuilding a table drops it for a moment, and the pragma has no effect inside the migrator's transaction.
  client.pragma('foreign_keys = OFF');
  migrate(drizzle(client), { migrationsFolder: folder });
  const broken = client.pragma('foreign_key_check');
  if (Array.isArray(broken) && broken.length > 0) {
    throw new Error(`after migrating, ${broken.length} rows refer to rows that do not exist`);
  }
};

/** By the time each was made, which is its name. */
const appliedMigrations = (client: Client.Database): readonly number[] => {
  const exists = client
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '__drizzle_migrations'")
    .get();
  if (exists === undefined) return [];
  return client
    .prepare<[], { at: number }>('SELECT created_at AS at FROM __drizzle_migrations')
    .all()
    .map(({ at }) => at);
};
