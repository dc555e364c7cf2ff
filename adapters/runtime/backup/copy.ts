// One database copied while others write to it, and checked before it counts as copied.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Client from 'better-sqlite3';
import { PLATFORM, TENANT } from '../../web/deps.ts';
import type { DatabaseFile } from './contents.ts';
import { seal, sumOf } from './durable.ts';
import { faultIn, isUnwritable } from './faults.ts';
import {
  damageOf,
  isOfKind,
  newestFollowup,
  orphansOf,
  rowsOf,
  schemaOf,
  workspacesIn,
} from './inspect.ts';
import type { BackedUp } from './manifest.ts';
import { openGlimpse, openInPlace } from './peek.ts';

/** 4 MB at a time: a server that shares the disk gets its turn in between. */
const PAGES_A_STEP = 1_024;

/** Told as a database is copied; `total` is what there is to do, in pages. */
export type Progress = (name: string, done: number, total: number) => void;

export interface CopyOptions {
  /** The only workspace a copied directory is to know; null: all. */
  readonly workspace: string | null;
  readonly progress: Progress;
}

/**
 * Copies the pages as they were at one moment. Not `VACUUM INTO`: SQLite does not promise that it keeps the row
 * ids by which `external` names contacts. The open transaction pins the moment; without it each commit of the
 * server would start the copying over, and under load it would not end.
 * @returns the rows of each table at that moment
 */
const copyPages = async (
  source: Client.Database,
  target: string,
  { name, kind }: DatabaseFile,
  progress: Progress,
): Promise<Readonly<Record<string, number>>> => {
  source.exec('BEGIN');
  if (!isOfKind(source, kind)) throw new Error(`it is not a ${kind} database of Genjin`);
  const rows = rowsOf(source);
  await source.backup(target, {
    progress: ({ totalPages, remainingPages }) => {
      progress(name, totalPages - remainingPages, totalPages);
      return PAGES_A_STEP;
    },
  });
  source.exec('COMMIT');
  return rows;
};

const copyFrom = async (
  file: string,
  target: string,
  database: DatabaseFile,
  progress: Progress,
): Promise<Readonly<Record<string, number>>> => {
  try {
    const source = openInPlace(file);
    try {
      return await copyPages(source, target, database, progress);
    } finally {
      source.close();
    }
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    // SQLite wants to keep its index of the WAL beside the file; from a read-only disk a copy of both is read.
    rmSync(target, { force: true });
    const glimpse = openGlimpse(file);
    try {
      return await copyPages(glimpse.client, target, database, progress);
    } finally {
      glimpse.close();
    }
  }
};

/** Takes the other workspaces out of a copied directory, so that nothing of theirs leaves with it. */
const leaveOnly = (directory: Client.Database, workspace: string): void => {
  directory.pragma('secure_delete = ON');
  directory.prepare('DELETE FROM tenant WHERE workspace_id <> ?').run(workspace);
  directory.prepare('DELETE FROM workspace WHERE id <> ?').run(workspace);
};

/** @throws Error naming what is wrong with the copy, and so with what it was copied from */
const refuseDamage = (copy: Client.Database, expected: Readonly<Record<string, number>>): void => {
  const [damage] = damageOf(copy);
  if (damage !== undefined)
    throw new Error(`it is damaged (${damage}); \`genjin doctor\` says more`);
  const orphans = [...orphansOf(copy)].map(([table, count]) => `${count} in ${table}`).join(', ');
  if (orphans !== '') throw new Error(`rows refer to rows that do not exist: ${orphans}`);
  const rows = rowsOf(copy);
  for (const [table, count] of Object.entries(expected)) {
    if (rows[table] === count) continue;
    throw new Error(`${count} rows of ${table} were read and ${rows[table] ?? 0} written`);
  }
};

/**
 * Copies a database of the data folder into a folder, checks the copy, and puts it on disk.
 * @throws Error naming the database and what is wrong, with its file or with the folder it goes to
 */
export const copyDatabase = async (
  data: string,
  folder: string,
  database: DatabaseFile,
  { workspace, progress }: CopyOptions,
): Promise<BackedUp> => {
  const { name, kind } = database;
  const target = join(folder, name);
  try {
    const expected = await copyFrom(join(data, name), target, database, progress);
    const copy = new Client(target, { fileMustExist: true });
    try {
      // One file that anybody can open, also from a read-only disk; Genjin sets WAL again when it opens it.
      copy.pragma('journal_mode = DELETE');
      refuseDamage(copy, expected);
      if (kind === 'directory' && workspace !== null) leaveOnly(copy, workspace);
      const about = {
        rows: rowsOf(copy),
        migrations: [...schemaOf(copy, kind).applied],
        newestFollowup: kind === 'workspace' ? newestFollowup(copy) : null,
      };
      copy.close();
      seal(target);
      return { name, kind, ...sumOf(target), ...about };
    } finally {
      copy.close();
    }
  } catch (error) {
    throw faultIn(`${name} could not be copied to ${folder}`, error);
  }
};

/** What a copied directory says is to be copied as well. */
export const directoryInCopy = (
  file: string,
): { readonly workspaces: readonly string[]; readonly servesWeb: boolean } => {
  const copy = new Client(file, { readonly: true });
  try {
    const web = copy
      .prepare('SELECT 1 FROM tenant WHERE platform = ? AND tenant = ?')
      .get(PLATFORM, TENANT);
    return { workspaces: workspacesIn(copy), servesWeb: web !== undefined };
  } finally {
    copy.close();
  }
};
