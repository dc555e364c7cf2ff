// The way back: a backup checked, copied into an empty folder, opened once, and only then put into place.
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import Client from 'better-sqlite3';
import { openDirectory } from '../../sqlite/directory.ts';
import { openWorkspace } from '../../sqlite/file.ts';
import { openDatabase as openWeb } from '../../web/database.ts';
import { type DatabaseKind, DIRECTORY } from './contents.ts';
import { copyFile, freeBytes, inWords, makeFolder, sumOf, sync } from './durable.ts';
import { faultIn } from './faults.ts';
import { damageOf, isOfKind, orphansOf, rowsOf, schemaOf } from './inspect.ts';
import { type BackedUp, type Manifest, readManifest } from './manifest.ts';

/** Where it is put together, inside the target: a target that is a volume cannot be renamed. */
const WORKSHOP = '.restoring';

interface RestoredFile extends BackedUp {
  /** Migrations that were applied to bring it to this version's schema. */
  readonly migrated: number;
}

export interface Restored {
  readonly manifest: Manifest;
  readonly files: readonly RestoredFile[];
}

const isFolder = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const refuseUnlessEmpty = (target: string): void => {
  if (!existsSync(target)) return;
  const found = isFolder(target) ? readdirSync(target) : null;
  if (found?.length === 0) return;
  const what =
    found === null
      ? `${target} is not a folder`
      : `${target} is not empty (${found.slice(0, 3).join(', ')}${found.length > 3 ? ', …' : ''})`;
  throw new Error(
    `${what}, and nothing there is overwritten; restore into a new folder, then stop Genjin and start it ` +
      'with --data on the new one',
  );
};

const refuseWithoutRoom = (target: string, { files }: Manifest): void => {
  const needed = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const free = freeBytes(target);
  if (free >= needed) return;
  throw new Error(`it needs ${inWords(needed)}, and the disk of ${target} has ${inWords(free)}`);
};

/** @throws Error unless the file is what the manifest says, to the byte */
const refuseChanged = (path: string, { name, bytes, sha256 }: BackedUp): void => {
  if (!existsSync(path)) throw new Error(`${name} is missing from the backup; use another one`);
  const sum = sumOf(path);
  if (sum.bytes === bytes && sum.sha256 === sha256) return;
  throw new Error(
    `${name} is not what was backed up (its SHA-256 differs from the manifest's); use another backup`,
  );
};

/** @returns how many migrations it lacks */
const inspect = (path: string, { name, rows }: BackedUp, kind: DatabaseKind): number => {
  const client = new Client(path, { readonly: true });
  try {
    if (!isOfKind(client, kind)) throw new Error(`${name} is not a ${kind} database of Genjin`);
    const { age, missing } = schemaOf(client, kind);
    if (age === 'newer') {
      throw new Error(
        `${name} was written by a newer version of Genjin; install that version, then restore again`,
      );
    }
    if (age === 'unknown') throw new Error(`${name} holds a migration this version does not know`);
    const [damage] = damageOf(client);
    if (damage !== undefined) throw new Error(`${name} is damaged (${damage}); use another backup`);
    if (orphansOf(client).size > 0) {
      throw new Error(`${name} has rows that refer to rows that do not exist; use another backup`);
    }
    const found = rowsOf(client);
    const differing = Object.keys(rows).find((table) => rows[table] !== found[table]);
    if (differing !== undefined) {
      throw new Error(`${name} has other rows of ${differing} than the manifest says`);
    }
    return missing;
  } finally {
    client.close();
  }
};

/** Opens it as the server would: an older schema is brought to this version's. */
const openOnce = async (path: string, kind: DatabaseKind): Promise<void> => {
  if (kind === 'web') openWeb(path).close();
  else await (kind === 'directory' ? openDirectory(path) : openWorkspace(path)).close();
  sync(path);
};

const restoreFile = async (
  backup: string,
  workshop: string,
  file: BackedUp,
): Promise<RestoredFile> => {
  const path = join(workshop, file.name);
  copyFile(join(backup, file.name), path);
  refuseChanged(path, file);
  if (file.kind === 'clock') return { ...file, migrated: 0 };
  const migrated = inspect(path, file, file.kind);
  await openOnce(path, file.kind);
  return { ...file, migrated };
};

/** The directory last: without it a folder counts as holding nothing. */
const moveIntoPlace = (workshop: string, target: string, files: readonly BackedUp[]): void => {
  const names = files.map(({ name }) => name).filter((name) => name !== DIRECTORY.name);
  for (const name of [...names, DIRECTORY.name])
    renameSync(join(workshop, name), join(target, name));
  rmdirSync(workshop);
  sync(target);
};

/**
 * Restores a backup into a folder that is empty or not there.
 * @throws Error in a sentence; then nothing was restored, and the target is as it was
 */
export const restoreBackup = async (backup: string, target: string): Promise<Restored> => {
  if (!isFolder(backup)) throw new Error(`there is no backup at ${backup}; name its folder`);
  const manifest = readManifest(backup);
  if (!manifest.files.some(({ name }) => name === DIRECTORY.name)) {
    throw new Error(`the manifest of ${backup} lists no ${DIRECTORY.name}; use another backup`);
  }
  refuseUnlessEmpty(target);
  for (const file of manifest.files) refuseChanged(join(backup, file.name), file);
  const wasThere = existsSync(target);
  const workshop = join(target, WORKSHOP);
  try {
    makeFolder(target);
    refuseWithoutRoom(target, manifest);
    mkdirSync(workshop, { mode: 0o700 });
    const files: RestoredFile[] = [];
    for (const file of manifest.files) files.push(await restoreFile(backup, workshop, file));
    moveIntoPlace(workshop, target, manifest.files);
    return { manifest, files };
  } catch (error) {
    for (const { name } of manifest.files) rmSync(join(target, name), { force: true });
    rmSync(workshop, { recursive: true, force: true });
    if (!wasThere) rmSync(target, { recursive: true, force: true });
    throw faultIn(`nothing was restored into ${target}`, error);
  }
};
