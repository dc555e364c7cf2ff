// A file to take away: a neutral table, written as the platform's people open such things.
import type { Role } from '../domain/role.ts';

/** What a cell may hold; a number is never text, so that `-5` is no formula and `=5` is never one. */
export type Cell = string | number | boolean | null;

/** Rows of cells, as they are handed out. */
export interface Table {
  /** What it is called, without a file name's ending: letters, digits and `-`. */
  readonly name: string;
  /** The names of the columns; the same for whoever takes it and in every language, for scripts to rely on. */
  readonly columns: readonly string[];
  /** One cell a column. */
  readonly rows: readonly (readonly Cell[])[];
}

/** A table made for one person, who is authorised again whenever it is opened. */
export interface File {
  /** The language of its words, a BCP 47 tag. */
  readonly locale: string;
  readonly title: string;
  /** Plain text: what is in it. */
  readonly text: string;
  readonly table: Table;
  /** Who may still open it: only the person it was made for, while they have the role and manage the team. */
  readonly needs: { readonly role: Role; readonly teamId: number | null };
}
