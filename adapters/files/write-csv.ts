// Tables as CSV (RFC 4180): CRLF, an empty text in quotes and nothing at all for null, formulas guarded.
import { stringify } from 'csv-stringify/sync';
import type { Cell, Table } from '../../src/chat/file.ts';
import { guard } from './write-guard.ts';

/** What Excel needs at the beginning of a file to take it for UTF-8. */
export const BOM = '\ufeff';

/** Rows as lines of CSV; text comes back as it was by taking off one leading `'`. */
export const csvLines = (rows: Iterable<readonly Cell[]>): string =>
  stringify([...rows] as Cell[][], {
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    quoted_match: [/^$/],
    cast: { string: guard, boolean: String },
  });

/** A whole table as a file that Excel opens as it is. */
export const csvFile = ({ columns, rows }: Table): string =>
  BOM + csvLines([columns]) + csvLines(rows);
