// Our own export back into a workspace: every row as it was, or nothing.
import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Cell } from '../../../src/chat/file.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { create, isWorkspaceId, link, list } from '../../../src/store/directory.ts';
import { EXPORT_TABLES } from '../../../src/store/export.ts';
import { listTenants } from '../../../src/store/tenants.ts';
import type { Workspace } from '../../../src/store/workspace.ts';
import { openDirectory } from '../../sqlite/directory.ts';
import { openRefill, type Refill } from '../../sqlite/refill.ts';
import { dataFolder, type WorkspaceOptions, withWorkspace } from '../cli/workspace.ts';
import type { Progress } from './export.ts';
import type { Manifest } from './manifest.ts';
import { checkedManifest, rowsIn } from './read.ts';

export interface ImportOptions extends WorkspaceOptions {
  /** The export. */
  readonly folder: string;
  readonly now: Instant;
  readonly progress: Progress;
}

export interface Imported {
  readonly workspace: string;
  /** False when all of it was there already. */
  readonly changed: boolean;
  readonly rows: number;
  /** Tenants of chat platforms that another workspace of this data folder serves already. */
  readonly elsewhere: readonly string[];
}

const TABLES = EXPORT_TABLES.map(({ name }) => name);

const sameRow = (a: readonly Cell[], b: readonly Cell[]): boolean =>
  a.length === b.length && a.every((cell, at) => cell === b[at]);

/** Whether a workspace holds exactly what the export does, in the order both have. */
const holdsSame = async (refill: Refill, folder: string, manifest: Manifest): Promise<boolean> => {
  for (const table of EXPORT_TABLES) {
    const stored = refill.rows(table.query());
    try {
      for await (const row of rowsIn(folder, manifest, table)) {
        const next = stored.next();
        if (next.done === true || !sameRow(table.cells(next.value), row)) return false;
      }
      if (stored.next().done !== true) return false;
    } finally {
      stored.return?.();
    }
  }
  return true;
};

const fill = async (
  refill: Refill,
  folder: string,
  manifest: Manifest,
  progress: Progress,
): Promise<void> => {
  for (const table of EXPORT_TABLES) {
    const own = table.columns.flatMap((column) => (column.own === null ? [] : [column.own]));
    const add = refill.into(table.name, own);
    for await (const row of rowsIn(folder, manifest, table)) {
      add(table.stored(row));
      progress.advance(1);
    }
  }
  refill.commit();
};

/** @returns whether anything was changed @throws Error when it holds something else, or was made by another version */
const refillWorkspace = async (
  file: string,
  { folder, progress }: ImportOptions,
  manifest: Manifest,
): Promise<boolean> => {
  const refill = openRefill(file);
  try {
    const version = refill.schemaVersion();
    if (version !== manifest.schemaVersion) {
      throw new Error(
        `the export was written by Genjin ${manifest.genjin} (schema ${manifest.schemaVersion}, this one has ${version}); import it with that version, then start the newer one on the same data`,
      );
    }
    if (!refill.isEmpty(TABLES)) {
      if (await holdsSame(refill, folder, manifest)) return false;
      throw new Error(
        `workspace ${basename(file, '.sqlite')} holds other data; import into a new one with --workspace NAME`,
      );
    }
    progress.start(manifest.tables.reduce((sum, { rows }) => sum + rows, 0));
    await fill(refill, folder, manifest, progress);
    return true;
  } finally {
    refill.close();
  }
};

/** Makes a workspace of that name when there is none; nothing else happens without a name. */
const ensureWorkspace = async (
  data: string,
  name: string | undefined,
  now: Instant,
): Promise<void> => {
  if (name === undefined) return;
  if (!isWorkspaceId(name)) {
    throw new Error(`${name} cannot name a workspace: use a-z, 0-9, - and _, at most 64`);
  }
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const directory = openDirectory(join(data, 'directory.sqlite'));
  try {
    await directory.write((db) => {
      if (!list(db).some(({ id }) => id === name)) create(db, { id: name, name, createdAt: now });
    });
  } finally {
    await directory.close();
  }
};

/** Sends the tenants whose members are in there to the workspace. @returns those that go elsewhere already */
const linkTenants = async (
  data: string,
  workspace: Workspace,
  workspaceId: string,
): Promise<string[]> => {
  const tenants = workspace.read((db) => listTenants(db));
  const directory = openDirectory(join(data, 'directory.sqlite'));
  try {
    return await directory.write((db) =>
      tenants
        .filter(({ platform, tenant }) => !link(db, { platform, tenant, workspaceId }))
        .map(({ platform, tenant }) => `${platform}:${tenant}`),
    );
  } finally {
    await directory.close();
  }
};

/**
 * Imports an export of Genjin's own into an empty workspace, ids and all, so that exporting it again gives the
 * same files. The same import again changes nothing. What was exported is all there is: the audit trail gets no
 * entry of its own.
 * @throws Error saying what to do instead
 */
export const importExport = async (options: ImportOptions): Promise<Imported> => {
  const manifest = await checkedManifest(options.folder);
  const data = dataFolder(options);
  if (options.workspace === undefined && !existsSync(join(data, 'directory.sqlite'))) {
    throw new Error(`${data} holds no workspace; name the one to make with --workspace NAME`);
  }
  await ensureWorkspace(data, options.workspace, options.now);
  return withWorkspace(options, async (workspace, file) => {
    const id = basename(file, '.sqlite');
    const changed = await refillWorkspace(file, options, manifest);
    return {
      workspace: id,
      changed,
      rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
      elsewhere: await linkTenants(data, workspace, id),
    };
  });
};
