// A backup: every database of a data folder copied, checked and put into place as one folder.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { inPackage } from '../../root.ts';
import {
  CLOCK_FILE,
  type DatabaseFile,
  DIRECTORY,
  isBeside,
  WEB,
  workspaceFile,
} from './contents.ts';
import { copyDatabase, directoryInCopy, type Progress } from './copy.ts';
import { copyFile, freeBytes, inWords, makeFolder, sizeOf, sumOf, sync } from './durable.ts';
import { faultIn, messageOf } from './faults.ts';
import { workspacesIn } from './inspect.ts';
import { keepNewest, removeCutOff } from './keep.ts';
import { type BackedUp, type Manifest, writeManifest } from './manifest.ts';
import { backupName, unfinishedName } from './names.ts';
import { peek } from './peek.ts';

export interface BackupOptions {
  /** The data folder. */
  readonly data: string;
  /** Where backups are put; made when it does not exist. */
  readonly out: string;
  /** The only workspace wanted; null: all. */
  readonly workspace: string | null;
  /** How many backups of this data folder are left, this one included, at least 1; null: all. */
  readonly keep: number | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly progress: Progress;
  /** Bytes free on the disk of a path; the system's unless a test says otherwise. */
  readonly free?: (path: string) => number;
}

export interface TakenBackup {
  /** The finished backup. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** What lies in the data folder and is none of what a backup holds, by name. */
  readonly left: readonly string[];
  /** Old backups that were removed, by name. */
  readonly removed: readonly string[];
  /** What is to be looked at although the backup is whole and in place; empty: nothing. */
  readonly warnings: readonly string[];
}

const refuseWithoutData = (data: string): void => {
  if (existsSync(join(data, DIRECTORY.name))) return;
  throw new Error(`${data} holds no Genjin data; name the folder with --data`);
};

/** The ids there are, when the wanted one is among them. */
const refuseUnknown = (data: string, wanted: string | null): void => {
  const ids = peek(join(data, DIRECTORY.name), workspacesIn);
  if (wanted === null || ids.includes(wanted)) return;
  throw new Error(
    `there is no workspace ${wanted} in ${data}; there is: ${ids.join(', ') || 'none'}`,
  );
};

const refuseInside = (path: string, data: string): void => {
  if (!`${path}${sep}`.startsWith(`${data}${sep}`)) return;
  throw new Error(`${path} lies in the data folder; name a folder outside, best on another disk`);
};

/** Makes the folder for backups. @throws Error when it cannot be, or lies in the data folder */
const prepareOut = (data: string, out: string): string => {
  refuseInside(resolve(out), resolve(data));
  try {
    makeFolder(out);
  } catch (error) {
    throw faultIn(`${out} cannot be made or written`, error);
  }
  const real = realpathSync(out);
  refuseInside(real, realpathSync(data));
  return real;
};

const refuseWithoutRoom = (data: string, out: string, free: (path: string) => number): void => {
  const needed = readdirSync(data)
    .filter((name) => /\.sqlite(?:-wal)?$/.test(name))
    .reduce((sum, name) => sum + sizeOf(join(data, name)), 0);
  const available = free(out);
  if (available >= needed) return;
  throw new Error(
    `the backup needs ${inWords(needed)}, and the disk of ${out} has ${inWords(available)}; ` +
      'free some, or name a folder on another disk',
  );
};

const copyClock = (data: string, folder: string): readonly BackedUp[] => {
  if (!existsSync(join(data, CLOCK_FILE))) return [];
  const target = join(folder, CLOCK_FILE);
  copyFile(join(data, CLOCK_FILE), target);
  const none = { rows: {}, migrations: [], newestFollowup: null };
  return [{ name: CLOCK_FILE, kind: 'clock', ...sumOf(target), ...none }];
};

const genjinVersion = (): string =>
  (JSON.parse(readFileSync(inPackage('package.json'), 'utf8')) as { version: string }).version;

interface Filled {
  readonly files: readonly BackedUp[];
  /** Workspaces without a file. */
  readonly missing: readonly string[];
}

/**
 * The directory first: a workspace founded later is not in this backup. The page before the workspaces: what it
 * shows as recorded is in them.
 */
const fill = async (folder: string, options: BackupOptions): Promise<Filled> => {
  const { data } = options;
  const copy = (database: DatabaseFile): Promise<BackedUp> =>
    copyDatabase(data, folder, database, options);
  const files = [await copy(DIRECTORY)];
  const directory = directoryInCopy(join(folder, DIRECTORY.name));
  if (directory.servesWeb && existsSync(join(data, WEB.name))) {
    files.push(await copy(WEB), ...copyClock(data, folder));
  }
  const missing: string[] = [];
  for (const id of directory.workspaces) {
    const database = workspaceFile(id);
    if (existsSync(join(data, database.name))) files.push(await copy(database));
    else missing.push(id);
  }
  return { files, missing };
};

const leftIn = (data: string, { files, workspace }: Manifest): readonly string[] => {
  if (workspace !== null) return [];
  const copied = new Set(files.map(({ name }) => name));
  return readdirSync(data)
    .filter((name) => !copied.has(name) && !isBeside(name))
    .sort();
};

/**
 * Takes a backup, also while a server writes. It is put into place whole or not at all.
 * @throws Error in a sentence; then there is no new backup, and the old ones are as they were
 */
export const takeBackup = async (options: BackupOptions): Promise<TakenBackup> => {
  const { data, workspace, keep, now, free = freeBytes } = options;
  refuseWithoutData(data);
  refuseUnknown(data, workspace);
  const out = prepareOut(data, options.out);
  const name = backupName(now);
  const unfinished = join(out, unfinishedName(name));
  try {
    removeCutOff(out, now);
    refuseWithoutRoom(data, out, free);
    mkdirSync(unfinished, { mode: 0o700 });
  } catch (error) {
    throw faultIn(`no backup was made in ${options.out}`, error);
  }
  let manifest: Manifest;
  try {
    const { files, missing } = await fill(unfinished, options);
    manifest = writeManifest(unfinished, {
      takenAt: new Date(now).toISOString(),
      genjin: genjinVersion(),
      data: realpathSync(data),
      workspace,
      missing: [...missing],
      files: [...files],
    });
    sync(unfinished);
    renameSync(unfinished, join(out, name));
    sync(out);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw faultIn('no backup was made', error);
  }
  const warnings = manifest.missing.map(
    (id) =>
      `workspace ${id} has no file in ${data} and so is not in the backup; \`genjin doctor\` says more`,
  );
  let removed: readonly string[] = [];
  try {
    if (keep !== null) removed = keepNewest(out, name, manifest, keep);
  } catch (error) {
    warnings.push(messageOf(error));
  }
  return { folder: join(out, name), manifest, left: leftIn(data, manifest), removed, warnings };
};
