// A database as a file: better-sqlite3, one connection that writes in groups and one that only reads.
import type Client from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Logger } from 'drizzle-orm/logger';
import type { Db, Workspace } from '../../src/store/workspace.ts';
import { groupCommit, settled } from './commit.ts';
import { type Kind, openReader, openWriter } from './open.ts';

/** A Durable Object takes no more, so no statement of ours may need more. */
const MAX_PARAMETERS = 100;
const MAX_QUEUE = 1_000;

const WORKSPACE: Kind = { name: 'workspace', applicationId: 0x47656e6a };

export interface FileOptions {
  /** Writes that may wait before more are refused as `busy`; 1,000 unless told. */
  readonly maxQueue?: number;
}

export interface FileDatabase extends Workspace {
  /**
   * Commits what waits and closes the file; all is done by the time the promise is handed out. Reading and
   * writing fail from then on. May be called again.
   */
  close(): Promise<void>;
}

/**
 * Opens the workspace in `file`, creating or migrating it as needed.
 * @throws Error naming the file, when it is foreign, damaged or of a newer version; it is left as it was
 */
export const openWorkspace = (file: string, options: FileOptions = {}): FileDatabase =>
  openDatabase(file, WORKSPACE, options);

/** As {@link openWorkspace}, for any kind of database. */
export const openDatabase = (file: string, kind: Kind, options: FileOptions = {}): FileDatabase => {
  const writer = openWriter(file, kind);
  const reader = openReader(file);
  const commits = groupCommit(writer, drizzled(writer), options.maxQueue ?? MAX_QUEUE);
  const readDb = drizzled(reader);
  const begin = reader.prepare('BEGIN');
  const end = reader.prepare('COMMIT');
  let closing: Promise<void> | null = null;

  const refuseClosed = (): void => {
    if (closing !== null) throw new Error(`the ${kind.name} database ${file} is closed`);
  };

  const closeAll = (): void => {
    commits.drain();
    reader.close();
    try {
      writer.pragma('optimize');
      writer.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      writer.close();
    }
  };

  const emptyLog = (): void => {
    commits.drain();
    const [result] = writer.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    if (result?.busy !== 0) {
      throw new Error(`the ${kind.name} database ${file} is in use; its log could not be emptied`);
    }
  };

  const compactNow = (): void => {
    commits.drain();
    writer.exec('VACUUM');
    // The pages as they were are still in the log until it is emptied.
    emptyLog();
  };

  /** Does something to the file itself, between the changes. */
  const between = (act: () => void): Promise<void> => {
    if (commits.running()) throw new TypeError('a change cannot do this to its own database');
    return new Promise((resolve) => {
      refuseClosed();
      act();
      resolve();
    });
  };

  return {
    read: <T>(query: (db: Db) => T): T => {
      refuseClosed();
      // It would answer without what the change has done so far; in a Durable Object, with it.
      if (commits.running()) {
        throw new TypeError('a read inside a write: use the db the change was given');
      }
      if (reader.inTransaction) return settled(query(readDb));
      // One snapshot for all of the query, even while another process (an import, an export) writes.
      begin.run();
      try {
        return settled(query(readDb));
      } finally {
        if (reader.inTransaction) end.run();
      }
    },
    write: (change) => {
      if (closing !== null) {
        return Promise.reject(new Error(`the ${kind.name} database ${file} is closed`));
      }
      return commits.write(change);
    },
    compact: () => between(compactNow),
    checkpoint: () => between(emptyLog),
    close: () => {
      if (commits.running()) throw new TypeError('a change cannot close its own database');
      closing ??= new Promise((resolve) => {
        closeAll();
        resolve();
      });
      return closing;
    },
  };
};

const drizzled = (client: Client.Database): Db => drizzle(client, { logger: parameterLimit });

/** The logger sees every statement before it runs: the place to hold this driver to the other one's limit. */
const parameterLimit: Logger = {
  logQuery: (sql, parameters) => {
    if (parameters.length > MAX_PARAMETERS) {
      throw new RangeError(`${parameters.length} bound parameters, 100 is the limit: ${sql}`);
    }
  },
};
