// Small files that hold secrets: whole or not there, on disk when it is said so, and overwritten before they go.
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { VaultError } from '../../src/store/vault.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Does something to the vault's files. @throws VaultError where the system says that this user may not */
export const inVault = <T>(act: () => T): T => {
  try {
    return act();
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) {
      // The system's sentence names the path and what was wanted of it.
      throw new VaultError('permission', (error as Error).message);
    }
    throw error;
  }
};

/** Waits until what a folder lists is on disk. */
export const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

const writeAll = (path: string, flags: string, bytes: Uint8Array): void => {
  const handle = openSync(path, flags, 0o600);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at, bytes.length - at, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** What a file is called before it is whole. */
export const UNFINISHED = '.new';

/** Makes a file of its owner's alone, written beside and moved into place; one that is there stays as it is. */
export const writeOnce = (path: string, bytes: Uint8Array): void =>
  inVault(() => {
    const unfinished = `${path}.${randomBytes(4).toString('hex')}${UNFINISHED}`;
    try {
      writeAll(unfinished, 'wx', bytes);
      // A link, since a rename would replace what another call has put there meanwhile.
      linkSync(unfinished, path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    } finally {
      shred(unfinished);
    }
    syncFolder(dirname(path));
  });

/** Overwrites and removes a file, if it is there. Its name is off the disk once the folder is synced. */
export const shred = (path: string): void =>
  inVault(() => {
    if (!existsSync(path)) return;
    // A second name (of a file just put into place) still needs the bytes.
    const { size, nlink } = statSync(path);
    if (nlink === 1) writeAll(path, 'r+', randomBytes(Math.max(1, size)));
    unlinkSync(path);
  });
