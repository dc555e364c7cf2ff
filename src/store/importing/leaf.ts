// Rows that are written at the end of a batch: nothing else of the batch is to find them before.
import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { type Db, prepared } from '../workspace.ts';

type WithId = SQLiteTable & { readonly id: SQLiteColumn };
type Columns<T extends SQLiteTable> = keyof T['$inferInsert'] & string;
type RowOf<T extends SQLiteTable, C extends Columns<T>> = Pick<T['$inferInsert'], C>;

export interface Leaf<Row> {
  /** Keeps a new row for the flush. @returns the id it will have: the next one, as the database itself counts */
  add(db: Db, row: Row): number;
  /**
   * Adds a row, or changes the one it was brought in as.
   * @param rowId null for a new one
   * @param changed what is written of one that is here already
   * @returns its id
   */
  keep(db: Db, rowId: number | null, row: Row, changed?: Partial<Row>): number;
  /** Writes what was kept since the last flush, in its order. */
  flush(db: Db): void;
}

/** What is stored as it is given: drizzle takes several times as long to see what to do with a value otherwise. */
const isPlain = (column: SQLiteColumn | undefined): boolean =>
  column?.dataType === 'number' || column?.dataType === 'string';

/**
 * The insert of a row. One prepared statement a row: half of what the same rows cost as one JSON text, which SQLite
 * has to take apart.
 */
export const inserting = <T extends SQLiteTable>(table: T, columns: readonly Columns<T>[]) =>
  prepared((db) => {
    const all: Readonly<Record<string, SQLiteColumn>> = getTableColumns<SQLiteTable>(table);
    const valueFor = (name: string) =>
      isPlain(all[name]) ? sql`${sql.placeholder(name)}` : sql.placeholder(name);
    return db
      .insert<SQLiteTable>(table)
      .values(Object.fromEntries(columns.map((name) => [name, valueFor(name)])))
      .prepare();
  });

/**
 * A table whose new rows wait for the end of their batch.
 * @param columns all that is ever given of a new row; the others keep their defaults
 * @returns opens it for one batch, whose write it must not outlive
 */
export const leafOf = <T extends WithId, C extends Columns<T>>(table: T, columns: readonly C[]) => {
  const insert = inserting<T>(table, columns);
  const newest = prepared((db) =>
    db
      .select({ id: sql<number>`coalesce(max(${table.id}), 0)` })
      .from<WithId>(table)
      .prepare(),
  );
  return (): Leaf<RowOf<T, C>> => {
    let rows: RowOf<T, C>[] = [];
    let last: number | null = null;
    const add = (db: Db, row: RowOf<T, C>): number => {
      last ??= newest(db).get()?.id ?? 0;
      last += 1;
      rows.push(row);
      return last;
    };
    return {
      add,
      keep(db, rowId, row, changed = row) {
        if (rowId === null) return add(db, row);
        db.update<WithId>(table).set(changed).where(eq(table.id, rowId)).run();
        return rowId;
      },
      flush(db) {
        if (rows.length === 0) return;
        const kept = rows;
        rows = [];
        const statement = insert(db);
        for (const row of kept) statement.run(row);
        if (newest(db).get()?.id !== last)
          throw new TypeError('rows have other ids than they were given');
      },
    };
  };
};
