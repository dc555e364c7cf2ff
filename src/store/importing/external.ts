// By which name another system knows a row, and what it said of it when it was last brought in.
import { and, eq, sql } from 'drizzle-orm';
import { external, type Noun } from '../schema/external.ts';
import { type Db, prepared } from '../workspace.ts';
import { inserting } from './leaf.ts';

const select = prepared((db) =>
  db
    .select({ rowId: external.rowId, digest: external.digest })
    .from(external)
    .where(
      and(
        eq(external.noun, sql.placeholder('noun')),
        eq(external.externalId, sql.placeholder('externalId')),
      ),
    )
    .prepare(),
);

const ofNoun = prepared((db) =>
  db
    .select({ externalId: external.externalId, rowId: external.rowId, digest: external.digest })
    .from(external)
    .where(
      and(
        eq(external.noun, sql.placeholder('noun')),
        sql`${external.externalId} in (select value from json_each(${sql.placeholder('ids')}))`,
      ),
    )
    .prepare(),
);

const ofRow = prepared((db) =>
  db
    .select({ externalId: external.externalId })
    .from(external)
    .where(
      and(eq(external.noun, sql.placeholder('noun')), eq(external.rowId, sql.placeholder('rowId'))),
    )
    .limit(1)
    .prepare(),
);

export interface Known {
  readonly rowId: number;
  /** Of the values it was last brought in with. */
  readonly digest: string;
}

/** The row another system knows by this id. */
export const knownAs = (db: Db, noun: Noun, externalId: string): Known | undefined =>
  select(db).get({ noun, externalId });

/** The id by which another system knows a row, if one does. */
export const externalIdOfRow = (db: Db, noun: Noun, rowId: number): string | undefined =>
  ofRow(db).get({ noun, rowId })?.externalId;

/** Whether anything was ever brought in. */
export const holdsImports = (db: Db): boolean =>
  db.select({ noun: external.noun }).from(external).limit(1).get() !== undefined;

/** A row that was brought in for the first time. */
export interface Fresh extends Known {
  readonly noun: Noun;
  readonly externalId: string;
}

/** Those of these ids that are known, in one go. */
export const knownOf = (db: Db, noun: Noun, externalIds: readonly string[]): Map<string, Known> =>
  new Map(
    ofNoun(db)
      .all({ noun, ids: JSON.stringify(externalIds) })
      .map(({ externalId, ...known }) => [externalId, known]),
  );

const insert = inserting(external, ['noun', 'externalId', 'rowId', 'digest']);

export const addExternals = (db: Db, rows: readonly Fresh[]): void => {
  const statement = insert(db);
  for (const { noun, externalId, rowId, digest } of rows) {
    statement.run({ noun, externalId, rowId, digest });
  }
};

/** Notes that the other system says something else of a row now. */
export const changeExternal = (db: Db, noun: Noun, externalId: string, digest: string): void => {
  db.update(external)
    .set({ digest })
    .where(and(eq(external.noun, noun), eq(external.externalId, externalId)))
    .run();
};
