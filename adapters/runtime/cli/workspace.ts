// The workspace a subcommand works on: the one that is named, else the only one there is.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../../src/config.ts';
import { list } from '../../../src/store/directory.ts';
import type { Workspace } from '../../../src/store/workspace.ts';
import { openDirectory } from '../../sqlite/directory.ts';
import { type FileDatabase, openWorkspace } from '../../sqlite/file.ts';

export interface WorkspaceOptions {
  /** Data folder; `GENJIN_DATA`, else `./data`. */
  readonly data?: string;
  /** Its id; needed only where there are several. */
  readonly workspace?: string;
}

/** @throws ConfigError */
export const dataFolder = ({ data }: WorkspaceOptions): string =>
  data ?? readConfig(process.env).data;

/** The ids of the workspaces in a data folder. @throws Error when there is no directory, or it cannot be read */
export const workspaceIds = async (folder: string): Promise<readonly string[]> => {
  const file = join(folder, 'directory.sqlite');
  if (!existsSync(file)) {
    throw new Error(`${folder} holds no Genjin data; name the folder with --data`);
  }
  const directory = openDirectory(file);
  try {
    return directory.read((db) => list(db)).map(({ id }) => id);
  } finally {
    await directory.close();
  }
};

const chosen = (ids: readonly string[], wanted: string | undefined, folder: string): string => {
  const known = ids.join(', ');
  if (wanted !== undefined) {
    if (ids.includes(wanted)) return wanted;
    throw new Error(`there is no workspace ${wanted} in ${folder}; there is: ${known || 'none'}`);
  }
  const [only, ...more] = ids;
  if (only === undefined) throw new Error(`${folder} holds no workspace yet`);
  if (more.length > 0) throw new Error(`several workspaces; choose one with --workspace: ${known}`);
  return only;
};

/** The name of a workspace's file in the data folder. @throws Error as {@link withWorkspace} does */
export const workspaceFileOf = async (options: WorkspaceOptions): Promise<string> => {
  const folder = dataFolder(options);
  return `${chosen(await workspaceIds(folder), options.workspace, folder)}.sqlite`;
};

/**
 * Runs something on a workspace and closes it, whatever happens.
 * @throws Error saying which option to change, when it is not clear which workspace is meant
 */
export const withWorkspace = async <T>(
  options: WorkspaceOptions,
  run: (workspace: Workspace, file: string) => Promise<T>,
): Promise<T> => {
  const file = join(dataFolder(options), await workspaceFileOf(options));
  const database: FileDatabase = openWorkspace(file);
  try {
    return await run(database, file);
  } finally {
    await database.close();
  }
};
