// A workspace is one SQLite database; everything inside it is synchronous.
import { type SQL, sql } from 'drizzle-orm';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';

/** The database as statements see it, whichever driver is under it. */
export type Db = BaseSQLiteDatabase<'sync', unknown>;

export interface Workspace {
  /** Runs a query that never writes; it sees only committed rows. */
  read<T>(query: (db: Db) => T): T;
  /**
   * Runs a change: all of it or nothing. Resolves after the commit is durable.
   * The change may be run again when its batch had to be rolled back, so it must depend on nothing but `db`.
   * @throws Refusal `busy` when too many writes are waiting; whatever the change throws
   */
  write<T>(change: (db: Db) => T): Promise<T>;
  /**
   * Rewrites what is stored without what was deleted, once what waits is committed: no deleted byte is left in any
   * of its files. Slow: it goes over all of the data, and nothing else happens meanwhile.
   * @throws Error when another process uses the data; nothing is lost, and it can be asked for again
   */
  compact(): Promise<void>;
  /**
   * Empties the log of changes into the database, once what waits is committed: what was overwritten or deleted is
   * in none of its files any more. Quick: it goes over what changed lately only.
   * @throws Error when another process uses the data; nothing is lost, and it can be asked for again
   */
  checkpoint(): Promise<void>;
}

/**
 * A value given with each run of a statement that inserts, bound as it is: texts, numbers and null. Of a plain
 * placeholder drizzle makes one that is encoded by its column, which costs several times what binding it does.
 */
export const bound = (name: string): SQL => sql`${sql.placeholder(name)}`;

/**
 * A statement prepared once per database. Building a query costs two to three times what running it does.
 */
export const prepared = <S>(build: (db: Db) => S): ((db: Db) => S) => {
  const cache = new WeakMap<Db, S>();
  return (db) => {
    let statement = cache.get(db);
    if (statement === undefined) {
      statement = build(db);
      cache.set(db, statement);
    }
    return statement;
  };
};
