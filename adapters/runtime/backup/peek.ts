// Looks into a database without leaving a trace: SQLite makes or rewrites files beside one that it only reads.
import {
  chmodSync,
  constants,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Client from 'better-sqlite3';
import { freeBytes, inWords, sizeOf } from './durable.ts';
import { isAbsent } from './faults.ts';

/** How long to wait for a writer that closes or opens the file at this moment. */
const BUSY_TIMEOUT_MS = 5_000;
/** Of the `-shm`: both copies of the header and the state of checkpointing. Every commit changes it. */
const SHM_HEAD_BYTES = 136;
const MARGIN_BYTES = 2 ** 20;
const TRIES = 3;

/** A connection that cannot write, on a file that a server has open. */
export const openInPlace = (file: string): Client.Database =>
  new Client(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });

/** The same text twice: nobody wrote in between, however short that was. */
const stateOf = (file: string): string => {
  const stats = [file, `${file}-wal`].map((path) => {
    const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
    return stat === undefined ? 'none' : `${stat.ino}:${stat.size}:${stat.mtimeNs}`;
  });
  const shm = sizeOf(`${file}-shm`) === 0 ? null : readFileSync(`${file}-shm`);
  return [...stats, shm?.subarray(0, SHM_HEAD_BYTES).toString('hex') ?? 'none'].join(' ');
};

const refuseWithoutRoom = (file: string): void => {
  const needed = sizeOf(file) + sizeOf(`${file}-wal`) + MARGIN_BYTES;
  const free = freeBytes(tmpdir());
  if (needed <= free) return;
  throw new Error(
    `looking into it takes a copy of ${inWords(needed)}, and ${tmpdir()} has ${inWords(free)}; ` +
      'set TMPDIR to a folder with more room',
  );
};

/** Whether the copy is of one moment: nobody wrote meanwhile. */
const copyStill = (file: string, copy: string): boolean => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true });
  const before = stateOf(file);
  copyFileSync(file, copy, constants.COPYFILE_FICLONE);
  chmodSync(copy, 0o600);
  try {
    if (sizeOf(`${file}-wal`) > 0) copyFileSync(`${file}-wal`, `${copy}-wal`);
  } catch (error) {
    // A server that just stopped took it away.
    if (isAbsent(error)) return false;
    throw error;
  }
  return stateOf(file) === before;
};

/** What is held while a file is looked into. */
interface Glimpse {
  readonly client: Client.Database;
  /** Closes it and removes the copy. */
  close(): void;
}

/**
 * Opens what the file holds now, without writing anything to the folder it lies in; works on a read-only disk,
 * after a crash, and while a server writes. It is a copy in the temporary folder; where somebody keeps writing
 * there is a server, and then reading in place leaves no trace either.
 * @throws Error when there is no room for the copy; SqliteError when it is no database
 */
export const openGlimpse = (file: string): Glimpse => {
  refuseWithoutRoom(file);
  const folder = mkdtempSync(join(tmpdir(), 'genjin-look-'));
  const discard = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, 'copy.sqlite');
    let isStill = false;
    for (let tries = 0; tries < TRIES && !isStill; tries += 1) isStill = copyStill(file, copy);
    const client = isStill ? new Client(copy, { fileMustExist: true }) : openInPlace(file);
    return {
      client,
      close() {
        client.close();
        discard();
      },
    };
  } catch (error) {
    discard();
    throw error;
  }
};

/** Runs a query on what {@link openGlimpse} opens. */
export const peek = <T>(file: string, query: (client: Client.Database) => T): T => {
  const { client, close } = openGlimpse(file);
  try {
    return query(client);
  } finally {
    close();
  }
};
