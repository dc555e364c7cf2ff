// Which workspace a platform's tenant has: looked up in the directory, made on first sight.
import { join } from 'node:path';
import type { Instant } from '../../src/domain/time.ts';
import { create, link, list, resolve } from '../../src/store/directory.ts';
import type { Workspace } from '../../src/store/workspace.ts';
import { openDirectory } from '../sqlite/directory.ts';
import { openPool } from '../sqlite/pool.ts';

export interface Companies {
  /** The workspace of a tenant; a new one when the tenant was never seen. */
  of(platform: string, tenant: string): Promise<Workspace>;
  /** All there are. */
  all(): readonly Workspace[];
  close(): Promise<void>;
}

/** Opens the directory and the pool of workspaces in a data folder. */
export const openCompanies = (folder: string, now: () => Instant): Companies => {
  const directory = openDirectory(join(folder, 'directory.sqlite'));
  const pool = openPool({ folder });
  const opened = new Map<string, Workspace>();
  // The same object for the same id: whoever keeps something by workspace relies on it.
  const workspace = (id: string): Workspace => {
    const known = opened.get(id) ?? pool.workspace(id);
    opened.set(id, known);
    return known;
  };
  return {
    async of(platform, tenant) {
      const known = directory.read((db) => resolve(db, platform, tenant));
      if (known !== null) return workspace(known);
      const id = await directory.write((db) => {
        const meanwhile = resolve(db, platform, tenant);
        if (meanwhile !== null) return meanwhile;
        const fresh = `w${list(db).length + 1}`;
        create(db, { id: fresh, name: tenant, createdAt: now() });
        link(db, { platform, tenant, workspaceId: fresh });
        return fresh;
      });
      return workspace(id);
    },
    all: () => directory.read((db) => list(db)).map(({ id }) => workspace(id)),
    async close() {
      await pool.close();
      await directory.close();
    },
  };
};
