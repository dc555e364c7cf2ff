// A file as rows of texts, whatever kind of file it is.
import type { Fault } from '../../src/domain/importing/fault.ts';

export interface TableRow {
  /** Where it begins, from 1; in a workbook, the row. */
  readonly line: number;
  readonly cells: readonly string[];
  /** What is wrong with its quotes; null when it could be taken apart. */
  readonly fault: Fault | null;
}

/** Some rows, and how far the file has been read with them, 0 … 1. */
export interface Piece {
  readonly rows: readonly TableRow[];
  readonly share: number;
}

export interface Table {
  readonly header: readonly string[];
  /** How it was read, e.g. `CSV, UTF-8, commas`. */
  readonly how: string;
  /** The rows below the header, in order; may be asked for once. */
  readonly pieces: AsyncIterable<Piece>;
  /** Lets go of the file. */
  close(): Promise<void>;
}

export interface TableOptions {
  /** The sheet of a workbook; the first unless told. */
  readonly sheet?: string | undefined;
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  /** Which row is the header, from 1. */
  readonly header?: number | undefined;
}
