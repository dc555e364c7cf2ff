// From a row of cells to typed values, by a mapping: nothing is guessed, and what was put right is counted.
import type { Day } from '../time.ts';
import { checkValues } from './checks.ts';
import { compileDate } from './date.ts';
import { Fault } from './fault.ts';
import type { Cell, Mapping, RecordMapping, Source } from './mapping.ts';
import { fieldsOf, type ImportNoun, type Values } from './nouns.ts';
import { externalIdOf, type Field, type Reading, readId } from './value.ts';

/** What one row of a file says of one row of a noun. */
export type Read = {
  [N in ImportNoun]: {
    readonly noun: N;
    readonly externalId: string;
    /** Whether a row of the same name that is here already is meant. */
    readonly byName: boolean;
    readonly values: Values<N>;
  };
}[ImportNoun];

/** Something that was read as something else, e.g. `GTXPro → GTX Pro`. */
export interface Note {
  readonly column: string;
  readonly from: string;
  readonly to: string;
}

export interface ReadRow {
  readonly records: readonly Read[];
  readonly notes: readonly Note[];
  /** Columns a field was to come from and that are empty here. */
  readonly empty: readonly string[];
}

/** The mapping of a source, tied to the columns its file has. */
export interface RowReader {
  /** Columns of the file the mapping does not take. */
  readonly left: readonly string[];
  /** @returns what the row says, or all that is wrong with it */
  read(cells: readonly string[]): ReadRow | readonly Fault[];
}

type Part = string | number;

/** A cell tied to its columns: texts, and indexes of columns. */
interface Bound {
  readonly parts: readonly Part[];
  readonly map: ReadonlyMap<string, string> | null;
  readonly fallback: string;
  readonly name: string;
}

const TEMPLATE = /\{([^{}]+)\}/;

/** A file that lacks what its mapping wants; the message goes on after the file's name. */
export class HeaderError extends Error {
  override readonly name = 'HeaderError';
  /** Where in the source the mapping wants it. */
  path: readonly (string | number)[] = [];
}

/** Says of a header's fault where the mapping wants what is not there. */
const wantedAt = <T>(path: readonly (string | number)[], bound: () => T): T => {
  try {
    return bound();
  } catch (error) {
    if (error instanceof HeaderError) error.path = [...path, ...error.path];
    throw error;
  }
};

const BROKEN = '\uFFFD';
/** Counted once for the column, not once for each value. */
const TRIMMED: Pick<Note, 'from' | 'to'> = { from: 'blanks around a value', to: 'removed' };

/** The header as compared. */
const titleOf = (text: string): string => text.replace(/^\uFEFF/, '').trim();

const columnsOf = (header: readonly string[]) => {
  const titles = header.map(titleOf);
  const used = new Set<number>();
  return {
    /** @throws HeaderError */
    find(column: string, isOptional: boolean): number | null {
      const at = titles.indexOf(column);
      if (at < 0 && isOptional) return null;
      if (at < 0) {
        throw new HeaderError(`has no column "${column}"; it has: ${titles.join(', ')}`);
      }
      if (titles.indexOf(column, at + 1) >= 0) {
        throw new HeaderError(`has the column "${column}" twice`);
      }
      used.add(at);
      return at;
    },
    left: () => titles.filter((title, at) => title !== '' && !used.has(at)),
  };
};
type Columns = ReturnType<typeof columnsOf>;

const bind = (cell: Cell, columns: Columns, name: string): Bound | null => {
  const isOptional = cell.optional === true;
  const part = (text: string, isColumn: boolean): Part | null =>
    isColumn ? columns.find(text, isOptional) : text;
  const parts =
    cell.template === undefined
      ? [part(cell.value ?? cell.column ?? '', cell.column !== undefined)]
      : cell.template.split(TEMPLATE).map((text, at) => part(text, at % 2 === 1));
  if (parts.includes(null)) return null;
  return {
    parts: parts.filter((each): each is Part => each !== null && each !== ''),
    map: cell.map === undefined ? null : new Map(Object.entries(cell.map)),
    fallback: cell.default ?? '',
    name: cell.column ?? name,
  };
};

/** A template whose columns are all empty says nothing. */
const joined = (parts: readonly Part[], cells: readonly string[]): string => {
  let isFilled = false;
  let text = '';
  for (const part of parts) {
    const piece = typeof part === 'string' ? part : (cells[part] ?? '').trim();
    if (typeof part === 'number' && piece !== '') isFilled = true;
    text += piece;
  }
  return isFilled ? text.trim() : '';
};

const textOf = (bound: Bound, cells: readonly string[], notes: Note[]): string => {
  const [only, ...more] = bound.parts;
  if (typeof only === 'string' && more.length === 0) return only;
  let text: string;
  if (typeof only === 'number' && more.length === 0) {
    const raw = cells[only] ?? '';
    text = raw.trim();
    if (text !== '' && text.length !== raw.length) notes.push({ column: bound.name, ...TRIMMED });
  } else {
    text = joined(bound.parts, cells);
  }
  const mapped = bound.map?.get(text);
  if (mapped !== undefined) {
    if (mapped !== '' && mapped.toLowerCase() !== text.toLowerCase()) {
      notes.push({ column: bound.name, from: text, to: mapped });
    }
    text = mapped;
  }
  return text === '' ? bound.fallback : text;
};

/** Whether nothing stands in the file, as against a text the mapping makes nothing of. */
const isEmpty = ({ parts }: Bound, cells: readonly string[]): boolean =>
  parts.every((part) => typeof part === 'string' || (cells[part] ?? '').trim() === '');

interface BoundField {
  readonly key: string;
  readonly field: Field<unknown>;
  readonly bound: Bound;
  readonly how: Reading;
}

interface BoundRecord {
  readonly noun: ImportNoun;
  readonly byName: boolean;
  readonly when: number | null;
  readonly id: Bound;
  readonly fields: readonly BoundField[];
}

const bindRecord = (
  record: RecordMapping,
  mapping: Mapping,
  columns: Columns,
  today: Day,
): BoundRecord => {
  const id = wantedAt(['id'], () => {
    const bound = bind(record.id, columns, 'id');
    if (bound === null)
      throw new HeaderError('lacks the column of the id, which is never optional');
    return bound;
  });
  const fields = Object.entries(fieldsOf(record.noun)).flatMap(([key, field]): BoundField[] => {
    const cell = record.fields[key];
    const bound =
      cell === undefined ? null : wantedAt(['fields', key], () => bind(cell, columns, key));
    if (cell === undefined || bound === null) return [];
    const format = cell.date ?? mapping.date;
    const how: Reading = {
      date: format === undefined ? null : compileDate(format),
      decimal: cell.decimal ?? mapping.decimal ?? '.',
      unit: cell.unit ?? 'major',
      by: cell.by ?? 'id',
      system: mapping.system,
      today,
    };
    return [{ key, field, bound, how }];
  });
  const { when: column } = record;
  const when = column === undefined ? null : wantedAt(['when'], () => columns.find(column, false));
  return { noun: record.noun, byName: record.match === 'name', when, id, fields };
};

const readRecord = (
  { noun, byName, id, fields }: BoundRecord,
  system: string | undefined,
  cells: readonly string[],
  { notes, empty }: { notes: Note[]; empty: string[] },
  faults: Fault[],
): Read | null => {
  const before = faults.length;
  const own = readId(textOf(id, cells, []));
  if (own instanceof Fault) faults.push(new Fault(own.code, `${id.name}: ${own.reason}`));
  const values: Record<string, unknown> = {};
  for (const { key, field, bound, how } of fields) {
    const text = textOf(bound, cells, notes);
    if (text === '') {
      if (field.required) faults.push(new Fault('missing', `${bound.name} is empty`));
      else if (isEmpty(bound, cells)) empty.push(bound.name);
      values[key] = null;
      continue;
    }
    const value = field.read(text, how);
    if (value instanceof Fault) {
      faults.push(new Fault(value.code, `${bound.name}: ${value.reason}`));
    } else {
      values[key] = value;
    }
  }
  if (own instanceof Fault || faults.length > before) return null;
  // The fields were read by the table the type is made from.
  const read = { noun, externalId: externalIdOf(system, own), byName, values } as Read;
  const fault = checkValues(read.noun, read.values) ?? selfManaged(read);
  if (fault === null) return read;
  faults.push(fault);
  return null;
};

const selfManaged = (read: Read): Fault | null => {
  if (read.noun !== 'member' || !read.values.manager) return null;
  const { by, text, id } = read.values.manager;
  const isSelf = by === 'id' ? id === read.externalId : text === read.values.name;
  return isSelf ? new Fault('self_manager', `${text} is their own manager`) : null;
};

/** What is wrong with the shape of a row, before any cell is looked at. */
const shapeFault = (cells: readonly string[], width: number): Fault | null => {
  if (cells.every((cell) => cell.trim() === '')) {
    return cells.length <= 1
      ? new Fault('empty_line', 'the line is empty')
      : new Fault('blank_row', 'all its cells are empty');
  }
  if (cells.length < width) {
    return new Fault('too_few_columns', `it has ${cells.length} columns, the header ${width}`);
  }
  if (cells.length > width) {
    return new Fault('too_many_columns', `it has ${cells.length} columns, the header ${width}`);
  }
  const at = cells.findIndex((cell) => cell.includes(BROKEN));
  return at < 0
    ? null
    : new Fault('broken_text', `column ${at + 1} holds bytes that are no text in this encoding`);
};

/**
 * Ties a source of a mapping to a file's header.
 * @param today the latest local day anywhere
 * @throws HeaderError when a column the mapping takes is not there, or there twice
 */
export const bindSource = (
  mapping: Mapping,
  source: Source,
  header: readonly string[],
  today: Day,
): RowReader => {
  const columns = columnsOf(header);
  const records = source.records.map((record, at) =>
    wantedAt(['records', at], () => bindRecord(record, mapping, columns, today)),
  );
  const width = header.length;
  return {
    left: columns.left(),
    read(cells) {
      const shape = shapeFault(cells, width);
      if (shape !== null) return [shape];
      const about = { notes: [] as Note[], empty: [] as string[] };
      const faults: Fault[] = [];
      const read: Read[] = [];
      for (const record of records) {
        if (record.when !== null && (cells[record.when] ?? '').trim() === '') continue;
        const one = readRecord(record, mapping.system, cells, about, faults);
        if (one !== null) read.push(one);
      }
      return faults.length > 0 ? faults : { records: read, ...about };
    },
  };
};

/** A file name pattern: `*` stands for any characters; case does not matter. */
export const fileMatches = (pattern: string, file: string): boolean => {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`, 'iu').test(file);
};
