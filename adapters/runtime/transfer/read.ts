// Reading an export back: every file checked against the manifest first, then row by row.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import type { Cell } from '../../../src/chat/file.ts';
import { assertNever } from '../../../src/errors.ts';
import type { ExportTable } from '../../../src/store/export.ts';
import { unguard } from '../../files/write-guard.ts';
import {
  MANIFEST,
  type Manifest,
  type ManifestFile,
  readManifest,
  SUMS,
  sha256Of,
  sumsOf,
} from './manifest.ts';

const AGAIN = 'copy the folder whole, or export again';

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
};

const checkFile = async (folder: string, { name, bytes, sha256 }: ManifestFile): Promise<void> => {
  const path = join(folder, name);
  if (!existsSync(path)) throw new Error(`${name} is missing; ${AGAIN}`);
  const { size } = await stat(path);
  if (size < bytes) throw new Error(`${name} is cut off: ${size} of ${bytes} bytes; ${AGAIN}`);
  if (size > bytes || (await hashOf(path)) !== sha256) {
    throw new Error(`${name} was changed after the export; ${AGAIN}`);
  }
};

/**
 * The manifest of an export, once every file it names is known to be whole.
 * @throws Error naming the file that is missing, cut off or changed
 */
export const checkedManifest = async (folder: string): Promise<Manifest> => {
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) {
    throw new Error(`${folder} is no export of Genjin: it has no ${MANIFEST}`);
  }
  const manifest = readManifest(await readFile(path, 'utf8'));
  const sums = sumsOf(manifest.tables);
  if (sha256Of(sums) !== manifest.contents) {
    throw new Error(`${MANIFEST} was changed after the export; ${AGAIN}`);
  }
  const listed = join(folder, SUMS);
  if (!existsSync(listed)) throw new Error(`${SUMS} is missing; ${AGAIN}`);
  if ((await readFile(listed, 'utf8')) !== sums) {
    throw new Error(`${SUMS} was changed after the export; ${AGAIN}`);
  }
  for (const { files } of manifest.tables) {
    for (const file of files) await checkFile(folder, file);
  }
  return manifest;
};

const LINE_FEED = 0x0a;

/** Lines by line feed alone: what is within the JSON may hold other breaks. */
const linesOf = async function* (path: string): AsyncGenerator<string> {
  let left: Buffer[] = [];
  for await (const read of createReadStream(path)) {
    let chunk = read as Buffer;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED)) {
      yield Buffer.concat([...left, chunk.subarray(0, at)]).toString('utf8');
      left = [];
      chunk = chunk.subarray(at + 1);
    }
    if (chunk.length > 0) left.push(chunk);
  }
  if (left.length > 0) throw new Error('the last line has no end');
};

const sameColumns = (columns: readonly string[], { columns: known }: ExportTable): void => {
  const expected = known.map(({ name }) => name);
  if (JSON.stringify(columns) === JSON.stringify(expected)) return;
  throw new Error(`its columns are ${columns.join(', ')}, not ${expected.join(', ')}`);
};

const isCell = (value: unknown): value is Cell =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'boolean';

const jsonRows = async function* (path: string, table: ExportTable): AsyncGenerator<Cell[]> {
  for await (const line of linesOf(path)) {
    const row = JSON.parse(line) as Readonly<Record<string, unknown>>;
    sameColumns(Object.keys(row), table);
    yield Object.values(row).map((value) => {
      if (isCell(value)) return value;
      throw new Error('a value is a list or an object');
    });
  }
};

/** An instant that is none to `Date` is handed out as the number it is. */
const NUMERAL = /^-?\d+(?:\.\d+)?$/;

/** CSV has only text; what its column holds says what it was. */
const typed = (text: string | null, table: ExportTable, at: number): Cell => {
  const column = table.columns[at];
  if (text === null || column === undefined) return null;
  switch (column.kind) {
    case 'flag':
      return text === 'true';
    case 'number':
      return Number(text);
    case 'instant':
      return NUMERAL.test(text) ? Number(text) : unguard(text);
    case 'decimal':
    case 'bytes':
    case 'text':
      return unguard(text);
    default:
      return assertNever(column.kind);
  }
};

const csvRows = async function* (path: string, table: ExportTable): AsyncGenerator<Cell[]> {
  const parser = parse({
    bom: true,
    record_delimiter: '\r\n',
    max_record_size: 0,
    // Nothing between two commas is null, two quotes are an empty text.
    cast: (value, { quoting }) => (value === '' && !quoting ? null : value),
  });
  const source = createReadStream(path);
  source.once('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let isHeader = true;
  for await (const record of parser) {
    const row = record as readonly (string | null)[];
    if (isHeader) sameColumns(row.map(String), table);
    else yield row.map((text, at) => typed(text, table, at));
    isHeader = false;
  }
};

const READERS = { jsonl: jsonRows, csv: csvRows } as const;

/**
 * The rows of a table, as they were handed out.
 * @throws Error naming the file, when it is not what the manifest promises
 */
export const rowsIn = async function* (
  folder: string,
  manifest: Manifest,
  table: ExportTable,
): AsyncGenerator<Cell[]> {
  const listed = manifest.tables.find(({ name }) => name === table.name);
  if (listed === undefined) throw new Error(`${MANIFEST} knows no table ${table.name}`);
  for (const format of ['jsonl', 'csv'] as const) {
    const file = listed.files.find((candidate) => candidate.format === format);
    if (file === undefined) continue;
    let rows = 0;
    try {
      for await (const row of READERS[format](join(folder, file.name), table)) {
        rows++;
        yield row;
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${file.name}, row ${rows + 1}: ${reason}`, { cause: error });
    }
    if (rows !== listed.rows) throw new Error(`${file.name} has ${rows} rows, not ${listed.rows}`);
    return;
  }
  throw new Error('workbooks are for reading only; export again with --format csv or jsonl');
};
