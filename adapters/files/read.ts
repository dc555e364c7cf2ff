// Opening a file by what is in it, not by what it is called.
import { openCsv } from './csv.ts';
import { headOf } from './encoding.ts';
import type { Table, TableOptions } from './table.ts';
import { openXlsx } from './xlsx.ts';

const starts = (head: Uint8Array, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => head[at] === byte);

/** Names of files a folder is searched for. */
export const isTableName = (name: string): boolean => /\.(?:csv|tsv|txt|xlsx)$/i.test(name);

/** @throws Error saying what to do instead, when the file is no table or cannot be read */
export const openTable = async (file: string, options: TableOptions = {}): Promise<Table> => {
  const head = await headOf(file, 8);
  if (head.length === 0) throw new Error('the file is empty');
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new Error('this is an old .xls workbook; save it as .xlsx or CSV');
  }
  if (starts(head, 0x50, 0x4b, 0x03, 0x04)) return openXlsx(file, options);
  return openCsv(file, options);
};
