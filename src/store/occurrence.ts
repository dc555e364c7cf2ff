// Scheduled things that happened or were skipped: one row for a kind, a scope and a local day.
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Day, Instant } from '../domain/time.ts';
import { occurrence } from './schema/delivery.ts';
import { type Db, prepared } from './workspace.ts';

export type Occurrence = typeof occurrence.$inferSelect;

const insert = prepared((db) =>
  db
    .insert(occurrence)
    .values({
      kind: sql.placeholder('kind'),
      scope: sql.placeholder('scope'),
      day: sql.placeholder('day'),
      state: sql.placeholder('state'),
      at: sql.placeholder('at'),
    })
    .onConflictDoNothing()
    .returning({ day: occurrence.day })
    .prepare(),
);

const selectOne = prepared((db) =>
  db
    .select({ day: occurrence.day })
    .from(occurrence)
    .where(
      and(
        eq(occurrence.kind, sql.placeholder('kind')),
        eq(occurrence.scope, sql.placeholder('scope')),
        eq(occurrence.day, sql.placeholder('day')),
      ),
    )
    .prepare(),
);

const selectLatest = prepared((db) =>
  db
    .select()
    .from(occurrence)
    .where(
      and(
        eq(occurrence.kind, sql.placeholder('kind')),
        eq(occurrence.scope, sql.placeholder('scope')),
      ),
    )
    .orderBy(desc(occurrence.day))
    .limit(1)
    .prepare(),
);

/** Takes the occurrence; false when it was taken before, and then nothing changes. */
export const begin = (db: Db, row: Occurrence): boolean => insert(db).get({ ...row }) !== undefined;

/** Whether the occurrence was taken, done or skipped. */
export const begun = (db: Db, kind: string, scope: string, day: Day): boolean =>
  selectOne(db).get({ kind, scope, day }) !== undefined;

/** The occurrence of the newest local day, or null when there is none yet. */
export const latest = (
  db: Db,
  kind: string,
  scope: string,
): { readonly day: Day; readonly state: Occurrence['state']; readonly at: Instant } | null =>
  selectLatest(db).get({ kind, scope }) ?? null;
