// Fills a workspace with rows from elsewhere, in one transaction however many there are.
import Client from 'better-sqlite3';
import type { SQL } from 'drizzle-orm';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';

const dialect = new SQLiteSyncDialect();

export interface Refill {
  /** Whether none of these tables has a row. */
  isEmpty(tables: readonly string[]): boolean;
  /** The rows of a query as lists of values; one query at a time, and no insert meanwhile. */
  rows(query: SQL): IterableIterator<unknown[]>;
  /** Adds rows to a table. @param columns quoted, in the order of the values */
  into(
    table: string,
    columns: readonly string[],
  ): (values: readonly (string | number | Uint8Array | null)[]) => void;
  /** How many migrations the database has seen. */
  schemaVersion(): number;
  /** Keeps all of it. @throws Error when a row refers to one that is not there; then nothing is kept */
  commit(): void;
  /** Gives up what was not committed, and lets go of the file. */
  close(): void;
}

/**
 * Takes a workspace for itself: whoever else writes waits, and gives up as `busy`. It may stay open over awaits.
 * @param file a workspace that is open, so that it is known to be ours and migrated
 */
export const openRefill = (file: string): Refill => {
  const client = new Client(file, { fileMustExist: true, timeout: 2_000 });
  try {
    client.pragma('synchronous = FULL');
    // Rows come table by table; what they refer to is checked once, at the end.
    client.pragma('foreign_keys = OFF');
    client.exec('BEGIN IMMEDIATE');
  } catch (error) {
    client.close();
    throw error;
  }
  const numberOf = (sql: string): number => client.prepare<[], { n: number }>(sql).get()?.n ?? 0;
  return {
    isEmpty: (tables) =>
      tables.every((table) => numberOf(`SELECT count(*) AS n FROM "${table}"`) === 0),
    rows(query) {
      const { sql, params } = dialect.sqlToQuery(query);
      return client
        .prepare<unknown[], unknown[]>(sql)
        .raw()
        .iterate(...params);
    },
    into(table, columns) {
      const values = columns.map(() => '?').join(', ');
      const insert = client.prepare(
        `INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${values})`,
      );
      return (row) => void insert.run(...row);
    },
    schemaVersion: () => numberOf('SELECT count(*) AS n FROM __drizzle_migrations'),
    commit() {
      const broken = client.pragma('foreign_key_check');
      if (Array.isArray(broken) && broken.length > 0) {
        const [first] = broken as { table: string; parent: string }[];
        throw new Error(
          `${broken.length} rows refer to rows that are not there, the first in ${first?.table} to ${first?.parent}`,
        );
      }
      client.exec('COMMIT');
    },
    // An open transaction is rolled back with its connection.
    close: () => client.close(),
  };
};
