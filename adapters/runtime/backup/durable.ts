// Files that are on disk when they are said to be, and the sums by which they are known again.
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';

const CHUNK_BYTES = 2 ** 20;

/** Waits until the file, or what a folder lists, is on disk. */
export const sync = (path: string): void => {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** Makes it its owner's alone and waits until it is on disk. */
export const seal = (file: string): void => {
  chmodSync(file, 0o600);
  sync(file);
};

/**
 * Makes a folder and those above it, its owner's alone.
 * @throws the system's error of the nearest folder that is there, when nothing can be made in it
 */
export const makeFolder = (path: string): void => {
  let above = resolve(path);
  while (!existsSync(above)) above = dirname(above);
  // Asked first: making several folders at once on a read-only disk fails as if one were missing.
  accessSync(above, constants.W_OK);
  mkdirSync(path, { recursive: true, mode: 0o700 });
};

/** Copies a file that must not be there yet; the copy is its owner's alone. */
export const copyFile = (from: string, to: string): void => {
  copyFileSync(from, to, constants.COPYFILE_EXCL);
  seal(to);
};

export interface Sum {
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly sha256: string;
}

export const sumOf = (file: string): Sum => {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  const handle = openSync(file, 'r');
  try {
    let bytes = 0;
    for (;;) {
      const read = readSync(handle, chunk);
      if (read === 0) return { bytes, sha256: hash.digest('hex') };
      hash.update(chunk.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(handle);
  }
};

/** Bytes this user may still write to the disk of `path`. */
export const freeBytes = (path: string): number => {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
};

/** Bytes of a file; 0 when it is not there. */
export const sizeOf = (file: string): number =>
  statSync(file, { throwIfNoEntry: false })?.size ?? 0;

const UNITS = ['KB', 'MB', 'GB', 'TB'] as const;

/** For people: `512 bytes`, `3.4 MB`; decimal, as disks are sold. */
export const inWords = (bytes: number): string => {
  if (bytes < 1_000) return `${bytes} bytes`;
  const power = Math.min(UNITS.length, Math.floor(Math.log10(bytes) / 3));
  return `${Number((bytes / 1_000 ** power).toPrecision(3))} ${UNITS[power - 1]}`;
};
