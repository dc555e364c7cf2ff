// The data folder: there, ours, closed to others, writable, and with room on its disk.
import {
  accessSync,
  constants,
  type PathLike,
  readdirSync,
  type StatsFs,
  statfsSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { inWords, sizeOf } from '../backup/durable.ts';
import { messageOf } from '../backup/faults.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

/** What the doctor asks of a disk; tests hand in a full one. */
export type StatDisk = (path: PathLike) => Pick<StatsFs, 'bavail' | 'bsize' | 'files' | 'ffree'>;

/** Less than this, and the next commits do not fit. */
const FULL_BYTES = 32e6;
const LITTLE_BYTES = 1e9;
const OTHERS = 0o077;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Whether it can be used at all; when not, nothing in it can be looked at. */
export const present = (data: string): readonly Finding[] => {
  const stat = statSync(data, { throwIfNoEntry: false });
  if (stat === undefined) {
    return [
      fail(
        'data folder',
        `There is no folder ${data}.`,
        'Name the right one with --data or GENJIN_DATA; `genjin start` makes a new one.',
      ),
    ];
  }
  if (!stat.isDirectory()) {
    return [fail('data folder', `${data} is a file.`, 'Name a folder with --data or GENJIN_DATA.')];
  }
  try {
    readdirSync(data);
    return [];
  } catch (error) {
    return [
      fail(
        'data folder',
        `${data} cannot be read: ${messageOf(error)}.`,
        'Run as the user who owns it.',
      ),
    ];
  }
};

export const permissions = (data: string): readonly Finding[] => {
  const { mode, uid } = statSync(data);
  // Windows has neither.
  const self = process.getuid?.() ?? uid;
  const findings: Finding[] = [];
  if ((mode & OTHERS) !== 0 && process.platform !== 'win32') {
    findings.push(
      warn(
        'data folder',
        `Other users of this machine may look into ${data} (mode ${(mode & 0o777).toString(8)}).`,
        `chmod 700 ${data}`,
      ),
    );
  }
  if (self !== uid && self !== 0) {
    findings.push(
      warn(
        'data folder',
        `${data} belongs to user ${uid}, and this is user ${self}.`,
        `Run Genjin as user ${uid}, or as an administrator: chown -R ${self} ${data}`,
      ),
    );
  }
  if (findings.length > 0) return findings;
  return [ok('data folder', `${data} is there, and closed to other users.`)];
};

const whyNotWritable = (path: string): string | null => {
  try {
    accessSync(path, constants.W_OK);
    return null;
  } catch (error) {
    if (codeOf(error) === 'EROFS') return 'it is on a read-only disk';
    return 'this user may not';
  }
};

export const writable = (data: string): readonly Finding[] => {
  const files = readdirSync(data).filter((name) => /\.sqlite(?:-wal|-shm)?$/.test(name));
  for (const path of [data, ...files.map((name) => join(data, name))]) {
    const why = whyNotWritable(path);
    if (why === null) continue;
    return [
      fail(
        'writing',
        `${path} cannot be written: ${why}.`,
        why.includes('disk')
          ? 'Mount the disk writable (mount -o remount,rw); if the system made it read-only, look for disk errors with dmesg.'
          : 'Run as its owner, or: chmod u+w the file and its folder.',
      ),
    ];
  }
  return [ok('writing', 'The folder and its databases can be written.')];
};

export const disk = (data: string, statDisk: StatDisk = statfsSync): readonly Finding[] => {
  const { bavail, bsize, files, ffree } = statDisk(data);
  const free = bavail * bsize;
  const used = readdirSync(data)
    .filter((name) => name.includes('.sqlite'))
    .reduce((sum, name) => sum + sizeOf(join(data, name)), 0);
  const says = `${inWords(free)} free, ${inWords(used)} of databases`;
  const fix = 'Free some space, or move the data folder to a larger disk.';
  if (free < FULL_BYTES) return [fail('disk', `The disk is full: ${says}.`, fix)];
  if (files > 0 && ffree === 0) {
    return [
      fail(
        'disk',
        'The disk takes no more files: its inodes are used up.',
        'Remove files you do not need.',
      ),
    ];
  }
  if (free < Math.max(LITTLE_BYTES, 2 * used)) {
    return [warn('disk', `Little room: ${says}; 1 GB or twice the databases is wanted.`, fix)];
  }
  return [ok('disk', `${says}.`)];
};
