// The rejects file: each row that could not be taken, with its place, the reason, and all it said.
import { closeSync, openSync, writeSync } from 'node:fs';
import type { FaultCode } from '../../../src/domain/importing/fault.ts';
import { csvLines } from '../../files/write-csv.ts';

interface Reject {
  /** The name of its file, without the folder. */
  readonly file: string;
  readonly line: number;
  readonly code: FaultCode;
  readonly reason: string;
  readonly header: readonly string[];
  readonly cells: readonly string[];
}

export interface Rejects {
  add(reject: Reject): void;
  close(): void;
}

const OWN = ['file', 'line', 'code', 'reason'] as const;
/** What stands behind the last column of the header. */
const MORE = 'more';

/**
 * Begins a rejects file, in place of an older one. Each reject is in the file when `add` returns.
 * @param columns of all the files, each once
 * @throws Error when the file cannot be written
 */
export const openRejects = (path: string, columns: readonly string[]): Rejects => {
  const file = openSync(path, 'w');
  const write = (values: readonly (string | number)[]): void => {
    // What a spreadsheet would run as a formula begins with ' in the file; reading takes it off again.
    writeSync(file, csvLines([values]));
  };
  write([...OWN, ...columns, MORE]);
  return {
    add({ file: name, line, code, reason, header, cells }) {
      const own = new Map(header.map((title, at) => [title, cells[at] ?? '']));
      const more = cells.slice(header.length).join(' | ');
      write([name, line, code, reason, ...columns.map((title) => own.get(title) ?? ''), more]);
    },
    close: () => closeSync(file),
  };
};
