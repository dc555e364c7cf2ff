// CSV files: encoding and delimiter found out, quoted line ends kept, read piece by piece.
import { stat } from 'node:fs/promises';
import { decoded, type Encoding, encodingOf } from './encoding.ts';
import { recordsOf } from './records.ts';
import type { Piece, Table, TableOptions, TableRow } from './table.ts';

const DELIMITERS = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as const;
type Delimiter = keyof typeof DELIMITERS;
const isDelimiter = (text: string): text is Delimiter => text in DELIMITERS;

/** The one that stands most often in a line, outside of quotes; commas where none does. */
const delimiterOf = (line: string): Delimiter => {
  const bare = line.replace(/"[^"]*"/g, '');
  const counted = Object.keys(DELIMITERS)
    .filter(isDelimiter)
    .map((delimiter) => ({ delimiter, n: bare.split(delimiter).length - 1 }));
  const most = counted.reduce((a, b) => (b.n > a.n ? b : a));
  return most.n === 0 ? ',' : most.delimiter;
};

const isEncoding = (text: string): text is Encoding =>
  ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'].includes(text);

/** The line that decides about the delimiter: the header's first. */
const lineAt = (text: string, at: number): string => text.split(/\r\n|\n|\r/)[at - 1] ?? '';

/**
 * Opens a CSV file and reads its header.
 * @throws Error when it has none
 */
export const openCsv = async (file: string, options: TableOptions = {}): Promise<Table> => {
  const { size } = await stat(file);
  const told = options.encoding;
  const encoding = told !== undefined && isEncoding(told) ? told : await encodingOf(file);
  const source = decoded(file, encoding);
  const headerAt = options.header ?? 1;

  let width: number | null = null;
  let records: ReturnType<typeof recordsOf> | null = null;
  let delimiter: Delimiter = ',';

  const pieces = (async function* (): AsyncGenerator<Piece> {
    for await (const { text, bytes } of source) {
      if (text === '') continue;
      if (records === null) {
        delimiter =
          options.delimiter !== undefined && isDelimiter(options.delimiter)
            ? options.delimiter
            : delimiterOf(lineAt(text, headerAt));
        records = recordsOf(delimiter, () => width);
      }
      yield { rows: records.push(text), share: size === 0 ? 1 : bytes / size };
    }
    if (records !== null) yield { rows: records.end(), share: 1 };
  })();

  const before: TableRow[] = [];
  let share = 0;
  while (before.length < headerAt) {
    const next = await pieces.next();
    if (next.done === true) throw new Error(`the file has no header in line ${headerAt}`);
    before.push(...next.value.rows);
    share = next.value.share;
  }
  const [header, ...first] = before.slice(headerAt - 1);
  if (header === undefined || header.fault !== null) {
    throw new Error(`the header in line ${headerAt} cannot be read: check its quotes`);
  }
  width = header.cells.length;

  return {
    header: header.cells,
    how: `CSV, ${encoding.toUpperCase()}, ${DELIMITERS[delimiter]}`,
    pieces: (async function* () {
      yield { rows: first, share };
      yield* pieces;
    })(),
    close: async () => {
      await source.return(undefined);
    },
  };
};
