// Group commit: all writes of one event-loop turn share one transaction, and one wait for the disk.
import type Client from 'better-sqlite3';
import { Refusal } from '../../src/errors.ts';
import type { Db } from '../../src/store/workspace.ts';

/** More would keep the event loop from everything else for too long. */
const MAX_BATCH = 256;

interface Waiting {
  /** Runs the change; what it returns tells the writer, once the commit is durable. */
  run(): () => void;
  reject(error: unknown): void;
}

export interface GroupCommit {
  /** As `Workspace.write`. */
  write<T>(change: (db: Db) => T): Promise<T>;
  /** Whether a change is running at this moment, that is: whether the caller is inside one. */
  running(): boolean;
  /** Commits all that wait, before it returns. */
  drain(): void;
}

/** @throws TypeError when the value is a promise: what happens after an `await` is outside the transaction */
export const settled = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && 'then' in value) {
    throw new TypeError('a change or query of a workspace must not return a promise');
  }
  return value;
};

/**
 * @param client the only connection that writes
 * @param maxQueue writes that may wait before more are refused as `busy`
 */
export const groupCommit = (client: Client.Database, db: Db, maxQueue: number): GroupCommit => {
  const begin = client.prepare('BEGIN IMMEDIATE');
  const commit = client.prepare('COMMIT');
  const rollback = client.prepare('ROLLBACK');
  const savepoint = client.prepare('SAVEPOINT change');
  const rollbackTo = client.prepare('ROLLBACK TO change');
  const release = client.prepare('RELEASE change');

  let queue: Waiting[] = [];
  let scheduled = false;
  let inside = false;

  const runOne = (item: Waiting): (() => void) => {
    savepoint.run();
    inside = true;
    try {
      const tell = item.run();
      release.run();
      return tell;
    } catch (error) {
      // SQLite gave up the whole transaction (disk full, I/O error): the neighbours are lost with it.
      if (!client.inTransaction) throw error;
      rollbackTo.run();
      release.run();
      return () => item.reject(error);
    } finally {
      inside = false;
    }
  };

  const runTogether = (batch: readonly Waiting[]): readonly (() => void)[] => {
    try {
      begin.run();
    } catch (error) {
      if (!isBusy(error)) throw error;
      // Another process holds the file; waiting again for each change would only stall the event loop.
      return batch.map((item) => () => item.reject(new Refusal('busy')));
    }
    try {
      const tell = batch.map(runOne);
      commit.run();
      return tell;
    } catch (error) {
      if (client.inTransaction) rollback.run();
      if (batch.length === 1) return batch.map((item) => () => item.reject(error));
      return batch.flatMap((item) => runTogether([item]));
    }
  };

  const flush = (): void => {
    const batch = queue.slice(0, MAX_BATCH);
    queue = queue.slice(MAX_BATCH);
    if (batch.length === 0) return;
    let tell: readonly (() => void)[];
    try {
      tell = runTogether(batch);
    } catch (error) {
      tell = batch.map((item) => () => item.reject(error));
    }
    for (const each of tell) each();
  };

  const turn = (): void => {
    scheduled = false;
    flush();
    schedule();
  };

  const schedule = (): void => {
    if (scheduled || queue.length === 0) return;
    scheduled = true;
    setImmediate(turn);
  };

  return {
    write: <T>(change: (db: Db) => T) => {
      // Thrown, not rejected: it has to fail the change that asked, which does not wait for promises.
      if (inside) throw new TypeError('a write inside a write: use the db the change was given');
      if (queue.length >= maxQueue) return Promise.reject(new Refusal('busy'));
      return new Promise<T>((resolve, reject) => {
        queue.push({
          run: () => {
            const value = settled(change(db));
            return () => resolve(value);
          },
          reject,
        });
        schedule();
      });
    },
    running: () => inside,
    drain: () => {
      while (queue.length > 0) flush();
    },
  };
};

const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  error.code.startsWith('SQLITE_BUSY');
