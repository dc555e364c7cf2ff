// A whole workspace as a folder of files: one moment of it, complete or not there at all.

import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Cell } from '../../../src/chat/file.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { addAudit } from '../../../src/store/audit.ts';
import { EXPORT_TABLES, type ExportTable } from '../../../src/store/export.ts';
import type { Workspace } from '../../../src/store/workspace.ts';
import { inPackage } from '../../root.ts';
import { openSnapshot, type Snapshot } from '../../sqlite/snapshot.ts';
import {
  type Format,
  MANIFEST,
  type ManifestTable,
  manifestText,
  SUMS,
  sha256Of,
  sumsOf,
} from './manifest.ts';
import { openSink, type Sink } from './sink.ts';

export interface ExportOptions {
  /** Where it goes; made, and only ever found whole. */
  readonly folder: string;
  readonly formats: readonly Format[];
  readonly bom: boolean;
  readonly now: Instant;
  /** Told how many rows there are, and then how many more were written. */
  readonly progress: Progress;
}

export interface Progress {
  start(rows: number): void;
  advance(rows: number): void;
}

/** What is in memory together: so many rows, or fewer that hold so much text. */
const PAGE_ROWS = 500;
const PAGE_TEXT = 2 ** 20;

/** As many rows at a time as fit into a page. */
const pagesOf = function* (rows: Iterable<Cell[]>): Generator<Cell[][]> {
  let page: Cell[][] = [];
  let text = 0;
  for (const row of rows) {
    page.push(row);
    for (const cell of row) if (typeof cell === 'string') text += cell.length;
    if (page.length < PAGE_ROWS && text < PAGE_TEXT) continue;
    yield page;
    page = [];
    text = 0;
  }
  if (page.length > 0) yield page;
};

const rowsOf = function* (snapshot: Snapshot, table: ExportTable): Generator<Cell[]> {
  for (const row of snapshot.rows(table.query())) yield table.cells(row);
};

/** @throws Error when something is there already */
const refuseTaken = async (folder: string): Promise<void> => {
  let found: string[];
  try {
    found = await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    if (codeOf(error) !== 'ENOTDIR') throw error;
    throw new Error(`${folder} is a file; name a folder that does not exist yet`);
  }
  if (found.length > 0)
    throw new Error(`${folder} is not empty; name a folder that does not exist yet`);
};

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

const version = (): string => {
  const { version: found } = JSON.parse(readFileSync(inPackage('package.json'), 'utf8')) as {
    version: string;
  };
  return found;
};

const writeTable = async (
  snapshot: Snapshot,
  table: ExportTable,
  folder: string,
  { formats, bom, progress }: ExportOptions,
): Promise<ManifestTable> => {
  const sinks: Sink[] = [];
  let rows = 0;
  try {
    for (const format of formats) sinks.push(await openSink(folder, table, format, bom));
    for (const page of pagesOf(rowsOf(snapshot, table))) {
      for (const sink of sinks) await sink.write(page);
      rows += page.length;
      progress.advance(page.length);
    }
    const files = [];
    for (const sink of sinks) files.push(...(await sink.end()));
    return { name: table.name, rows, files };
  } catch (error) {
    await Promise.all(sinks.map((sink) => sink.close()));
    throw error;
  }
};

const writeWhole = async (folder: string, name: string, text: string): Promise<void> => {
  const handle = await open(join(folder, name), 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Writes everything of a workspace into a folder, as it stands now; others may go on writing meanwhile. It is
 * built beside its place and moved there whole. The audit trail says so before anything can be seen.
 * @param file the workspace's own, open
 * @returns the tables with their rows and files
 * @throws Error saying what to do instead when the folder is taken
 */
export const exportWorkspace = async (
  workspace: Workspace,
  file: string,
  options: ExportOptions,
): Promise<readonly ManifestTable[]> => {
  const { formats, bom, now, progress } = options;
  const target = resolve(options.folder);
  await refuseTaken(target);
  await mkdir(dirname(target), { recursive: true });
  const unfinished = await mkdtemp(join(dirname(target), `.${basename(target)}.unfinished-`));
  const snapshot = openSnapshot(file);
  try {
    progress.start(EXPORT_TABLES.reduce((sum, { name }) => sum + snapshot.count(name), 0));
    const tables: ManifestTable[] = [];
    for (const table of EXPORT_TABLES) {
      tables.push(await writeTable(snapshot, table, unfinished, options));
    }
    const sums = sumsOf(tables);
    await writeWhole(unfinished, SUMS, sums);
    const manifest = manifestText({
      genjin: version(),
      workspace: basename(file, '.sqlite'),
      schemaVersion: snapshot.schemaVersion(),
      madeAt: new Date(now).toISOString(),
      contents: sha256Of(sums),
      tables,
    });
    await writeWhole(unfinished, MANIFEST, manifest);
    await syncFolder(unfinished);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    await workspace.write((db) =>
      addAudit(db, {
        at: now,
        actorId: null,
        action: 'data.exported',
        subject: 'workspace',
        after: { what: 'everything', rows, formats, bom },
      }),
    );
    await moveIntoPlace(unfinished, target);
    return tables;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  } finally {
    snapshot.close();
  }
};

const moveIntoPlace = async (unfinished: string, target: string): Promise<void> => {
  // Whatever came there meanwhile is not ours to replace.
  await refuseTaken(target);
  await rmdir(target).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
  await rename(unfinished, target);
  await syncFolder(dirname(target));
};
