// A table as an Excel workbook of one sheet: typed cells, so that text is never a formula.
import writeXlsxFile, { type Cell as SheetCell } from 'write-excel-file/node';
import type { Cell, Table } from '../../src/chat/file.ts';

/** The most text Excel has in a cell. */
const MAX_TEXT = 32_767;
const CUT = ' …';
/** The most characters of a sheet's name. */
const MAX_NAME = 31;

// Tab, line feed and carriage return are text; the other control characters cannot be in XML.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

/** Control characters as the signs that stand for them, and too long a text cut where it shows. */
const sheetText = (text: string): string => {
  const drawn = text.replace(CONTROL, (sign) => String.fromCodePoint(0x2400 + sign.charCodeAt(0)));
  return drawn.length <= MAX_TEXT ? drawn : drawn.slice(0, MAX_TEXT - CUT.length) + CUT;
};

const sheetCell = (cell: Cell): SheetCell => {
  switch (typeof cell) {
    case 'string':
      return { type: String, value: sheetText(cell) };
    case 'number':
      return { type: Number, value: cell };
    case 'boolean':
      return { type: Boolean, value: cell };
    default:
      return null;
  }
};

/** The workbook's bytes; the first row holds the names of the columns and stays in sight. */
export const xlsxFile = ({ name, columns, rows }: Table): Promise<Buffer> =>
  writeXlsxFile(
    [
      columns.map((column): SheetCell => ({ value: column, type: String, fontWeight: 'bold' })),
      ...rows.map((row) => row.map(sheetCell)),
    ],
    { sheet: name.slice(0, MAX_NAME), stickyRowsCount: 1 },
  ).toBuffer();
