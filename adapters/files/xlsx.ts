// Workbooks: one sheet of an .xlsx file, its dates as ISO 8601 and its numbers as they were typed.
import { type CellValue, readSheet } from 'read-excel-file/node';
import type { Table, TableOptions } from './table.ts';

const PIECE = 1_000;

/** Excel keeps fifteen digits; what lies behind them is noise of the binary fraction. */
const DIGITS = 15;

/** The text somebody would have typed. */
const textOf = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    // To the second: a serial number of a day is a fraction that only comes near it.
    const iso = new Date(Math.round(cell.getTime() / 1_000) * 1_000).toISOString().slice(0, 19);
    return iso.endsWith('T00:00:00') ? iso.slice(0, 10) : iso;
  }
  if (typeof cell === 'number') return String(Number(cell.toPrecision(DIGITS)));
  return String(cell);
};

/**
 * Opens a sheet of a workbook; all of it is held in memory.
 * @throws Error when it is no workbook, or has no such sheet or header
 */
export const openXlsx = async (file: string, options: TableOptions = {}): Promise<Table> => {
  const plain = { trim: false };
  const rows: (CellValue | null)[][] =
    options.sheet === undefined
      ? await readSheet(file, plain)
      : await readSheet(file, options.sheet, plain);
  const headerAt = options.header ?? 1;
  const header = rows[headerAt - 1];
  if (header === undefined) throw new Error(`the sheet has no header in row ${headerAt}`);
  const body = rows.slice(headerAt);
  return {
    header: header.map(textOf),
    how: options.sheet === undefined ? 'XLSX, first sheet' : `XLSX, sheet ${options.sheet}`,
    pieces: (async function* () {
      for (let from = 0; from < body.length; from += PIECE) {
        const some = body.slice(from, from + PIECE);
        yield {
          rows: some.map((cells, at) => ({
            line: headerAt + from + at + 1,
            cells: cells.map(textOf),
            fault: null,
          })),
          share: (from + some.length) / body.length,
        };
      }
    })(),
    close: () => Promise.resolve(),
  };
};
