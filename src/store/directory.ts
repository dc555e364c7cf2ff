// The directory: a small database of its own that says which workspace a chat platform's tenant belongs to.
import { and, asc, eq, sql } from 'drizzle-orm';
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../domain/time.ts';
import { type Db, prepared } from './workspace.ts';

export const workspace = sqliteTable('workspace', {
  /** Also the name of its database: see {@link isWorkspaceId}. */
  id: text().primaryKey(),
  name: text().notNull(),
  createdAt: integer('created_at').$type<Instant>().notNull(),
});

/** Several tenants may share a workspace. */
export const tenant = sqliteTable(
  'tenant',
  {
    platform: text().notNull(),
    tenant: text().notNull(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspace.id),
  },
  (table) => [primaryKey({ columns: [table.platform, table.tenant] })],
);

export type WorkspaceEntry = typeof workspace.$inferSelect;
export type TenantEntry = typeof tenant.$inferSelect;

/**
 * Whether the text may name a workspace: 1 to 64 of `a-z 0-9 _ -`, the first a letter or digit, so that it is
 * a file name anywhere and no path. `directory` is taken.
 */
export const isWorkspaceId = (id: string): boolean =>
  /^[a-z0-9][a-z0-9_-]{0,63}$/.test(id) && id !== 'directory';

const select = prepared((db) =>
  db
    .select({ id: tenant.workspaceId })
    .from(tenant)
    .where(
      and(
        eq(tenant.platform, sql.placeholder('platform')),
        eq(tenant.tenant, sql.placeholder('name')),
      ),
    )
    .prepare(),
);

/** The id of the workspace a tenant belongs to, or null when it is not known. */
export const resolve = (db: Db, platform: string, name: string): string | null =>
  select(db).get({ platform, name })?.id ?? null;

/**
 * Says that a tenant belongs to a workspace. A tenant that belongs to another one is left there.
 * @returns whether it belongs to this workspace now
 * @throws the driver's constraint error when there is no such workspace
 */
export const link = (db: Db, entry: TenantEntry): boolean => {
  db.insert(tenant).values(entry).onConflictDoNothing().run();
  return resolve(db, entry.platform, entry.tenant) === entry.workspaceId;
};

/**
 * @throws RangeError when the id is none
 * @throws the driver's constraint error when it is taken
 */
export const create = (db: Db, entry: WorkspaceEntry): void => {
  if (!isWorkspaceId(entry.id)) throw new RangeError(`not a workspace id: ${entry.id}`);
  db.insert(workspace).values(entry).run();
};

/** All workspaces, by id. */
export const list = (db: Db): readonly WorkspaceEntry[] =>
  db.select().from(workspace).orderBy(asc(workspace.id)).all();
