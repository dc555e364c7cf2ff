// Which files an import reads, in which order, and whether their headers hold what the mapping takes.
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Mapping, Source } from '../../../src/domain/importing/mapping.ts';
import {
  bindSource,
  fileMatches,
  HeaderError,
  type RowReader,
} from '../../../src/domain/importing/row.ts';
import type { Day } from '../../../src/domain/time.ts';
import { isTableName, openTable } from '../../files/read.ts';
import type { Table } from '../../files/table.ts';

export interface PlannedFile {
  /** Without the folder. */
  readonly name: string;
  readonly bytes: number;
  readonly source: Source;
  readonly table: Table;
  readonly reader: RowReader;
}

export interface ImportPlan {
  readonly files: readonly PlannedFile[];
  /** Files that are not read, with the reason. */
  readonly skipped: readonly { readonly name: string; readonly because: string }[];
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

interface Found {
  readonly path: string;
  /** Whether it was named itself, and not its folder. */
  readonly isNamed: boolean;
}

/** The files that are named, and those of folders that are. @throws Error when one cannot be found */
const filesIn = (paths: readonly string[]): Found[] =>
  paths.flatMap((path): Found[] => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) throw new Error(`there is no file ${path}`);
    if (!found.isDirectory()) return [{ path, isNamed: true }];
    return readdirSync(path)
      .filter(isTableName)
      .sort()
      .map((name) => ({ path: join(path, name), isNamed: false }));
  });

const because = (mapping: Mapping, name: string): string | null =>
  mapping.ignore?.find(({ file }) => fileMatches(file, name))?.because ?? null;

/** Where in the mapping file something stands: `file:line:column`. */
type Place = (path: readonly (string | number)[]) => string;

const planFile = async (
  mapping: Mapping,
  source: Source,
  path: string,
  today: Day,
  place: Place,
): Promise<PlannedFile> => {
  const name = basename(path);
  let table: Table | null = null;
  try {
    table = await openTable(path, source);
    const reader = bindSource(mapping, source, table.header, today);
    return { name, bytes: statSync(path).size, source, table, reader };
  } catch (error) {
    await table?.close();
    if (error instanceof HeaderError) {
      const where = place(['sources', mapping.sources.indexOf(source), ...error.path]);
      throw new Error(`${where}: ${name} ${error.message}`, { cause: error });
    }
    throw new Error(`${name}: ${messageOf(error)}`, { cause: error });
  }
};

/**
 * Opens the files in the order of the mapping's sources and checks all their headers, before anything is written.
 * @param paths files, and folders whose tables are meant
 * @param place of what the mapping says
 * @throws Error naming every file that is not there, is not in the mapping or lacks a column
 */
export const planImport = async (
  mapping: Mapping,
  paths: readonly string[],
  today: Day,
  place: Place = () => mapping.name,
): Promise<ImportPlan> => {
  const skipped: { name: string; because: string }[] = [];
  const faults: string[] = [];
  const wanted: { source: Source; path: string }[] = [];
  const [only, ...more] = mapping.sources;
  for (const { path, isNamed } of filesIn(paths)) {
    const name = basename(path);
    const ignored = because(mapping, name);
    const source =
      mapping.sources.find(({ file }) => fileMatches(file, name)) ??
      // With a single source a file that is named may be called anything.
      (isNamed && ignored === null && more.length === 0 ? only : undefined);
    if (source !== undefined) wanted.push({ source, path });
    else if (ignored !== null) skipped.push({ name, because: ignored });
    else if (isNamed)
      faults.push(`${name}: the mapping ${mapping.name} has no source for this file`);
    else skipped.push({ name, because: 'the mapping has no source for it' });
  }
  if (wanted.length === 0 && faults.length === 0) {
    const files = mapping.sources.map(({ file }) => file).join(', ');
    faults.push(`no file of the mapping ${mapping.name} is there; it takes ${files}`);
  }
  const order = (source: Source): number => mapping.sources.indexOf(source);
  wanted.sort((a, b) => order(a.source) - order(b.source));
  const files: PlannedFile[] = [];
  for (const { source, path } of wanted) {
    try {
      files.push(await planFile(mapping, source, path, today, place));
    } catch (error) {
      faults.push(messageOf(error));
    }
  }
  if (faults.length > 0) {
    await Promise.all(files.map(({ table }) => table.close()));
    throw new Error(faults.join('\n'));
  }
  return { files, skipped };
};
