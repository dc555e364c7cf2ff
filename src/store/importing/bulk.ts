// Many rows of one table in one statement: a statement a row costs several times what the row does.
import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '../workspace.ts';

/** A value as JSON carries it to the database: an instant, a day, a sum, a code. */
type Plain = string | number | boolean | null;

export interface Bulk<Row> {
  /** Keeps a row for the flush. @returns the id it will have: the next one, as the database itself would count */
  add(db: Db, row: Row): number;
  /** Writes what was kept since the last flush, in its order. */
  flush(db: Db): void;
}

/** One JSON text holds all the rows, so that the number of bound parameters does not grow with them. */
const insert = (table: SQLiteTable, columns: readonly string[], rows: readonly Plain[][]): SQL => {
  const all = getTableColumns(table);
  const names = columns.map((column) => sql.identifier(all[column]?.name ?? column));
  const values = columns.map((_, at) => sql.raw(`json_extract(value, '$[${at}]')`));
  return sql`insert into ${sql.identifier(getTableName(table))} (${sql.join(names, sql`, `)})
    select ${sql.join(values, sql`, `)} from json_each(${JSON.stringify(rows)})`;
};

/** The insert, run at once. */
export const insertAll = (
  db: Db,
  table: SQLiteTable,
  columns: readonly string[],
  rows: readonly Plain[][],
): void => {
  if (rows.length > 0) db.run(insert(table, columns, rows));
};

/**
 * Rows of a table that no other row of the batch needs to find. It must not outlive the write.
 * @param columns all that is ever given; the others keep their defaults
 */
export const openBulk = <T extends SQLiteTable, C extends keyof T['$inferInsert'] & string>(
  table: T,
  columns: readonly C[],
): Bulk<{ readonly [K in C]: Plain }> => {
  let rows: Plain[][] = [];
  let last: number | null = null;
  return {
    add(db, row) {
      last ??= db.get<{ id: number }>(
        sql`select coalesce(max(rowid), 0) as id from ${sql.identifier(getTableName(table))}`,
      ).id;
      last += 1;
      rows.push([last, ...columns.map((column) => row[column])]);
      return last;
    },
    flush(db) {
      const kept = rows;
      rows = [];
      insertAll(db, table, ['id', ...columns], kept);
    },
  };
};

/** The same for rows whose ids nobody asks for: others may be written to the table before the flush. */
export const openNameless = <T extends SQLiteTable, C extends keyof T['$inferInsert'] & string>(
  table: T,
  columns: readonly C[],
) => {
  let rows: Plain[][] = [];
  return {
    add(row: { readonly [K in C]: Plain }): void {
      rows.push(columns.map((column) => row[column]));
    },
    flush(db: Db): void {
      const kept = rows;
      rows = [];
      insertAll(db, table, columns, kept);
    },
  };
};
