// Many workspaces in a folder: opened when asked for, the coldest idle one closed when there are too many.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isWorkspaceId } from '../../src/store/directory.ts';
import type { Db, Workspace } from '../../src/store/workspace.ts';
import { type FileDatabase, openWorkspace } from './file.ts';

export interface PoolOptions {
  /** Where the files are, `<workspace>.sqlite`; made when it does not exist. */
  readonly folder: string;
  /** More than these are open only while more are in use; each takes 2 file handles and up to 16 MB. */
  readonly maxOpen?: number;
}

export interface Pool {
  /**
   * The workspace of that name. It costs nothing to keep or to ask for again: its file is opened by reading and
   * writing, which fail when it cannot be opened.
   * @throws RangeError when the id is none
   */
  workspace(id: string): Workspace;
  /** The workspaces whose files are open, the coldest first. */
  opened(): readonly string[];
  /**
   * Commits what waits and closes all files.
   * @throws AggregateError of what went wrong at closing, here or earlier
   */
  close(): Promise<void>;
}

interface Handle {
  readonly database: FileDatabase;
  /** Who uses it at the moment, writes that wait included. */
  pins: number;
}

/** @throws Error when the folder cannot be made */
export const openPool = ({ folder, maxOpen = 64 }: PoolOptions): Pool => {
  mkdirSync(folder, { recursive: true });
  // A Map keeps the order of insertion: the first is the one that was not used for longest.
  const handles = new Map<string, Handle>();
  const failures: unknown[] = [];
  let closed = false;

  const take = (id: string): Handle => {
    if (closed) throw new Error(`the pool of ${folder} is closed`);
    const handle = handles.get(id) ?? {
      database: openWorkspace(join(folder, `${id}.sqlite`)),
      pins: 0,
    };
    handles.delete(id);
    handles.set(id, handle);
    return handle;
  };

  const closeHandle = (id: string, { database }: Handle): Promise<void> => {
    handles.delete(id);
    return database.close().catch((error: unknown) => {
      failures.push(error);
    });
  };

  const trim = (): void => {
    for (const [id, handle] of handles) {
      if (handles.size <= maxOpen) return;
      // A file database is closed by the time `close` returns, so it can be opened again at once.
      if (handle.pins === 0) void closeHandle(id, handle);
    }
  };

  const pin = (id: string): Handle => {
    const handle = take(id);
    handle.pins += 1;
    trim();
    return handle;
  };

  const unpin = (handle: Handle): void => {
    handle.pins -= 1;
    trim();
  };

  const during = async (
    id: string,
    act: (database: FileDatabase) => Promise<void>,
  ): Promise<void> => {
    const handle = pin(id);
    try {
      await act(handle.database);
    } finally {
      unpin(handle);
    }
  };

  return {
    workspace: (id) => {
      if (!isWorkspaceId(id)) throw new RangeError(`not a workspace id: ${id}`);
      return {
        read: <T>(query: (db: Db) => T): T => {
          const handle = pin(id);
          try {
            return handle.database.read(query);
          } finally {
            unpin(handle);
          }
        },
        write: <T>(change: (db: Db) => T): Promise<T> => {
          let handle: Handle;
          try {
            handle = pin(id);
          } catch (error) {
            return Promise.reject(error);
          }
          let committed: Promise<T>;
          try {
            committed = handle.database.write(change);
          } catch (error) {
            // A write inside a write: it has to fail the change that asked for it.
            unpin(handle);
            throw error;
          }
          return committed.finally(() => unpin(handle));
        },
        compact: () => during(id, (database) => database.compact()),
        checkpoint: () => during(id, (database) => database.checkpoint()),
      };
    },
    opened: () => [...handles.keys()],
    close: async () => {
      closed = true;
      await Promise.all([...handles].map(([id, handle]) => closeHandle(id, handle)));
      if (failures.length > 0) {
        throw new AggregateError(
          failures.splice(0),
          `workspaces in ${folder} were not closed cleanly`,
        );
      }
    },
  };
};
