// SQLite's write-ahead log read as a file: whether it ends where its writer left it.
// Format: https://www.sqlite.org/fileformat2.html#walformat and https://www.sqlite.org/walformat.html
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { endianness } from 'node:os';
import { isAbsent } from '../backup/faults.ts';

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
/** The lowest bit says whether the checksums read words as big-endian. */
const MAGIC = 0x377f0682;

export interface Wal {
  readonly bytes: number;
  /** Whether the header is there and intact. */
  readonly isWhole: boolean;
  /** Bytes after the last whole frame; 0 unless the file was cut, or a crash cut off a write. */
  readonly tail: number;
  /** Frames up to the last commit that can still be read. */
  readonly committed: number;
  /** Frames up to the last commit its writers know of; null when their index is not there or of another log. */
  readonly expected: number | null;
}

type Sums = readonly [number, number];

const addSums = ([first, second]: Sums, words: Buffer, bigEndian: boolean): Sums => {
  let [s0, s1] = [first, second];
  for (let at = 0; at < words.length; at += 8) {
    const a = bigEndian ? words.readUInt32BE(at) : words.readUInt32LE(at);
    const b = bigEndian ? words.readUInt32BE(at + 4) : words.readUInt32LE(at + 4);
    s0 = (s0 + a + s1) >>> 0;
    s1 = (s1 + b + s0) >>> 0;
  }
  return [s0, s1];
};

const sumsAt = (bytes: Buffer, at: number): Sums => [
  bytes.readUInt32BE(at),
  bytes.readUInt32BE(at + 4),
];

const areSame = (one: Sums, other: Sums): boolean => one[0] === other[0] && one[1] === other[1];

/** The last commit in the index that the writers of the log share; salts are copied into it as they are. */
const expectedOf = (shm: Buffer | null, salts: Buffer): number | null => {
  if (shm === null || shm.length < 48 || !shm.subarray(32, 40).equals(salts)) return null;
  return endianness() === 'LE' ? shm.readUInt32LE(16) : shm.readUInt32BE(16);
};

const readIfThere = (file: string): Buffer | null => {
  try {
    return readFileSync(file);
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
};

/** Walks the frames as recovery would: up to the first that does not carry on from the one before. */
const committedIn = (handle: number, header: Buffer, bytes: number): number => {
  const bigEndian = (header.readUInt32BE(0) & 1) === 1;
  const pageBytes = header.readUInt32BE(8);
  const salts = header.subarray(16, 24);
  const frame = Buffer.allocUnsafe(FRAME_HEADER_BYTES + pageBytes);
  let sums = sumsAt(header, 24);
  let committed = 0;
  for (
    let at = HEADER_BYTES, number = 1;
    at + frame.length <= bytes;
    at += frame.length, number += 1
  ) {
    if (readSync(handle, frame, 0, frame.length, at) < frame.length) break;
    if (!frame.subarray(8, 16).equals(salts)) break;
    sums = addSums(sums, frame.subarray(0, 8), bigEndian);
    sums = addSums(sums, frame.subarray(FRAME_HEADER_BYTES), bigEndian);
    if (!areSame(sums, sumsAt(frame, 16))) break;
    if (frame.readUInt32BE(4) > 0) committed = number;
  }
  return committed;
};

/** Reads the log beside a database; null when there is none, or an empty one. Changes nothing. */
export const readWal = (database: string): Wal | null => {
  // Before the log: its frames are written first, so what the index knows of must be there.
  const shm = readIfThere(`${database}-shm`);
  let handle: number;
  try {
    handle = openSync(`${database}-wal`, 'r');
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
  try {
    const bytes = fstatSync(handle).size;
    if (bytes === 0) return null;
    const header = Buffer.alloc(HEADER_BYTES);
    const cut = { bytes, isWhole: false, tail: 0, committed: 0, expected: null };
    if (readSync(handle, header, 0, HEADER_BYTES, 0) < HEADER_BYTES) return cut;
    const magic = header.readUInt32BE(0);
    const sums = addSums([0, 0], header.subarray(0, 24), (magic & 1) === 1);
    if ((magic & ~1) !== MAGIC || !areSame(sums, sumsAt(header, 24))) return cut;
    return {
      bytes,
      isWhole: true,
      tail: (bytes - HEADER_BYTES) % (FRAME_HEADER_BYTES + header.readUInt32BE(8)),
      committed: committedIn(handle, header, bytes),
      expected: expectedOf(shm, header.subarray(16, 24)),
    };
  } finally {
    closeSync(handle);
  }
};
