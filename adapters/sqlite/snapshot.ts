// A whole database as it stood at one moment, read row by row while others go on writing.
import type { SQL } from 'drizzle-orm';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import { openReader } from './open.ts';

const dialect = new SQLiteSyncDialect();

/** A connection of its own inside one read transaction. One row is in memory at a time. */
export interface Snapshot {
  /** The rows of a query as lists of values. One query at a time: the next begins when this one is through. */
  rows(query: SQL): IterableIterator<unknown[]>;
  /** How many rows a table has. */
  count(table: string): number;
  /** How many migrations the database has seen. */
  schemaVersion(): number;
  close(): void;
}

/** @param file a workspace that is open, so that it is known to be ours and migrated */
export const openSnapshot = (file: string): Snapshot => {
  const client = openReader(file);
  const numberOf = (sql: string): number => client.prepare<[], { n: number }>(sql).get()?.n ?? 0;
  const schemaVersion = (): number => numberOf('SELECT count(*) AS n FROM __drizzle_migrations');
  try {
    client.exec('BEGIN');
    // The moment is that of the first read, not of BEGIN.
    schemaVersion();
  } catch (error) {
    client.close();
    throw error;
  }
  return {
    rows(query) {
      const { sql, params } = dialect.sqlToQuery(query);
      return client
        .prepare<unknown[], unknown[]>(sql)
        .raw()
        .iterate(...params);
    },
    count: (table) => numberOf(`SELECT count(*) AS n FROM "${table}"`),
    schemaVersion,
    close: () => client.close(),
  };
};
