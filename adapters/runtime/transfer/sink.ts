// The files of one table in one format, written page by page.
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cell } from '../../../src/chat/file.ts';
import { assertNever } from '../../../src/errors.ts';
import type { ExportTable } from '../../../src/store/export.ts';
import { BOM, csvLines } from '../../files/write-csv.ts';
import { xlsxFile } from '../../files/write-xlsx.ts';
import type { Format, ManifestFile } from './manifest.ts';

/** A workbook is built in memory, so a table goes on in another one after so many rows. */
const WORKBOOK_ROWS = 20_000;

export interface Sink {
  /** Writes some rows; resolves when there may be more. */
  write(rows: readonly (readonly Cell[])[]): Promise<void>;
  /** Brings all of it to the disk, and says what was written. */
  end(): Promise<ManifestFile[]>;
  /** Lets go of what is open; nothing happens after an end. */
  close(): Promise<void>;
}

/** Only for whoever runs it: it is personal data. */
const PRIVATE = 0o600;

/** A file that is hashed as it is written. @throws Error when it is there already */
const hashedFile = async (folder: string, name: string, format: Format) => {
  const handle: FileHandle = await open(join(folder, name), 'wx', PRIVATE);
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    async write(content: string | Uint8Array): Promise<void> {
      const chunk = typeof content === 'string' ? Buffer.from(content) : content;
      hash.update(chunk);
      bytes += chunk.length;
      await handle.writeFile(chunk);
    },
    async end(): Promise<ManifestFile> {
      await handle.sync();
      await handle.close();
      return { name, format, bytes, sha256: hash.digest('hex') };
    },
    close: () => handle.close(),
  };
};

/** Lines of text in one file. */
const textSink = async (
  folder: string,
  name: string,
  format: Format,
  head: string,
  linesOf: (rows: readonly (readonly Cell[])[]) => string,
): Promise<Sink> => {
  const file = await hashedFile(folder, name, format);
  await file.write(head);
  return {
    write: (rows) => file.write(linesOf(rows)),
    end: async () => [await file.end()],
    close: file.close,
  };
};

/** Numbered workbooks; amounts are numbers there, so that they can be added up. */
const workbookSink = (folder: string, { file: name, columns }: ExportTable): Sink => {
  const written: ManifestFile[] = [];
  let waiting: Cell[][] = [];
  const sheetCell = (cell: Cell, at: number): Cell =>
    columns[at]?.kind === 'decimal' && cell !== null ? Number(cell) : cell;
  const flush = async (): Promise<void> => {
    const part = written.length === 0 ? '' : `.${written.length + 1}`;
    const file = await hashedFile(folder, `${name}${part}.xlsx`, 'xlsx');
    const rows = waiting;
    waiting = [];
    try {
      await file.write(
        await xlsxFile({ name, columns: columns.map((column) => column.name), rows }),
      );
    } finally {
      written.push(await file.end());
    }
  };
  return {
    async write(rows) {
      for (const row of rows) {
        waiting.push(row.map(sheetCell));
        if (waiting.length === WORKBOOK_ROWS) await flush();
      }
    },
    async end() {
      if (waiting.length > 0 || written.length === 0) await flush();
      return written;
    },
    close: () => Promise.resolve(),
  };
};

/** @param bom whether CSV begins with a byte order mark, which Excel needs and other readers may trip over */
export const openSink = (
  folder: string,
  table: ExportTable,
  format: Format,
  bom: boolean,
): Promise<Sink> => {
  const names = table.columns.map(({ name }) => name);
  const name = `${table.file}.${format}`;
  switch (format) {
    case 'csv':
      return textSink(folder, name, format, (bom ? BOM : '') + csvLines([names]), csvLines);
    case 'jsonl': {
      const line = (row: readonly Cell[]): string =>
        `${JSON.stringify(Object.fromEntries(names.map((each, at) => [each, row[at] ?? null])))}\n`;
      return textSink(folder, name, format, '', (rows) => rows.map(line).join(''));
    }
    case 'xlsx':
      return Promise.resolve(workbookSink(folder, table));
    default:
      return assertNever(format);
  }
};
