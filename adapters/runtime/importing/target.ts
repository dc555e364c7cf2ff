// Where an import goes: a workspace that is there, or one that is made for it.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../../src/domain/time.ts';
import { create, isWorkspaceId, link, list, resolve } from '../../../src/store/directory.ts';
import type { Home } from '../../../src/store/importing/scope.ts';
import { openDirectory } from '../../sqlite/directory.ts';
import { PLATFORM, TENANT } from '../../web/deps.ts';
import { dataFolder, type WorkspaceOptions, workspaceIds } from '../cli/workspace.ts';
import { WEB_HOME } from '../home.ts';

export interface TargetOptions extends WorkspaceOptions {
  /** Whether the workspace that is named may be made. */
  readonly create?: boolean;
}

export interface Target {
  readonly folder: string;
  readonly workspace: string;
  /** Whether it is still to be made. */
  readonly isNew: boolean;
}

const DIRECTORY = 'directory.sqlite';
/** The page's own, as `genjin start` would name it in a blank folder. */
const FIRST = 'w1';

/** No folder, or nothing in it; a directory that was not finished is nothing. */
const isBlank = (folder: string): boolean =>
  !existsSync(folder) ||
  (!existsSync(join(folder, DIRECTORY)) &&
    readdirSync(folder).every((name) => name.startsWith(DIRECTORY)));

/** @throws Error saying which option to change, when it is not clear which workspace is meant */
export const targetOf = async (options: TargetOptions): Promise<Target> => {
  const folder = dataFolder(options);
  const ids = isBlank(folder) ? [] : await workspaceIds(folder);
  const [only, ...more] = ids;
  const wanted = options.workspace;
  if (wanted === undefined) {
    if (options.create === true) throw new Error('--create wants a name: --workspace NAME');
    if (more.length === 0) return { folder, workspace: only ?? FIRST, isNew: only === undefined };
    throw new Error(`several workspaces; choose one with --workspace: ${ids.join(', ')}`);
  }
  if (ids.includes(wanted)) return { folder, workspace: wanted, isNew: false };
  if (options.create !== true) {
    const known = ids.length === 0 ? 'none' : ids.join(', ');
    throw new Error(
      `there is no workspace ${wanted} in ${folder}; there is: ${known}. To make it, add --create`,
    );
  }
  if (!isWorkspaceId(wanted)) {
    throw new Error(`${wanted} cannot name a workspace: use a-z, 0-9, - and _, at most 64`);
  }
  return { folder, workspace: wanted, isNew: true };
};

/** Makes the folder and the workspace; the first one of a folder is the web page's. */
export const makeTarget = async (
  { folder, workspace: id }: Target,
  now: Instant,
): Promise<void> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const directory = openDirectory(join(folder, DIRECTORY));
  try {
    await directory.write((db) => {
      const isFirst = list(db).length === 0;
      create(db, { id, name: isFirst ? TENANT : id, createdAt: now });
      if (isFirst) link(db, { platform: PLATFORM, tenant: TENANT, workspaceId: id });
    });
  } finally {
    await directory.close();
  }
};

/** Where who is brought in can be met: on the web page, when it shows this workspace. */
export const homeOf = async ({ folder, workspace }: Target): Promise<Home | null> => {
  const directory = openDirectory(join(folder, DIRECTORY));
  try {
    const shown = directory.read((db) => resolve(db, PLATFORM, TENANT));
    return shown === workspace ? WEB_HOME : null;
  } finally {
    await directory.close();
  }
};
