// A mapping: which columns of which files become which fields. A documented JSON format; its faults name their place.
import { z } from 'zod';
import { CALENDAR_KINDS } from '../calendar.ts';
import { isCurrency } from '../money.ts';
import { isClock, isZone } from '../time.ts';
import { compileDate } from './date.ts';
import { JsonError, positionAt, readJson } from './json.ts';
import { FIELDS, fieldsOf, IMPORT_NOUNS, type ImportNoun } from './nouns.ts';
import type { KindName } from './value.ts';

const text = z.string().min(1);
const dateFormat = text.refine((format) => compileDate(format) !== null, {
  error:
    'a date format names year, month and day once each, with YYYY, MM or M, DD or D, and HH or H, mm, ss if need be: M/D/YYYY',
});
const decimal = z.enum(['.', ',']);

/** What a cell may say about itself, beside where its text comes from. */
const EXTRAS: Readonly<Record<KindName, z.ZodRawShape>> = {
  text: {},
  date: { date: dateFormat.optional() },
  amount: { decimal: decimal.optional(), unit: z.enum(['major', 'minor']).optional() },
  reference: { by: z.enum(['id', 'name']).optional() },
};

interface CellText {
  readonly column?: string | undefined;
  readonly template?: string | undefined;
  readonly value?: string | undefined;
  readonly map?: Readonly<Record<string, string>> | undefined;
  readonly default?: string | undefined;
  readonly optional?: boolean | undefined;
}

/** Where the text of a field comes from and how it is read; a text alone names the column. */
export interface Cell extends CellText {
  readonly date?: string | undefined;
  readonly decimal?: '.' | ',' | undefined;
  readonly unit?: 'major' | 'minor' | undefined;
  readonly by?: 'id' | 'name' | undefined;
}

const cellOf = (kind: KindName): z.ZodType<Cell> =>
  z.preprocess(
    (given) => (typeof given === 'string' ? { column: given } : given),
    z
      .strictObject({
        column: text.optional(),
        template: text.optional(),
        value: text.optional(),
        map: z.record(z.string(), z.string()).optional(),
        default: text.optional(),
        optional: z.boolean().optional(),
        ...EXTRAS[kind],
      })
      .refine(
        (cell: CellText) =>
          [cell.column, cell.template, cell.value].filter((each) => each !== undefined).length ===
          1,
        { error: 'say exactly one of column, template and value' },
      ),
  ) as unknown as z.ZodType<Cell>;

/** Nouns that are known by name as well. */
const NAMED: readonly ImportNoun[] = ['team', 'member', 'customer'];

const recordOf = (noun: ImportNoun) => {
  const fields = Object.entries(fieldsOf(noun)).map(([key, field]) => {
    const cell = cellOf(field.kind);
    return [key, field.required ? cell : cell.optional()];
  });
  return z.strictObject({
    noun: z.literal(noun),
    id: cellOf('text'),
    when: text.optional(),
    ...(NAMED.includes(noun) ? { match: z.enum(['id', 'name']).optional() } : {}),
    fields: z.strictObject(Object.fromEntries(fields) as Record<string, z.ZodType<Cell>>),
  });
};

/** One row of a noun, made of one row of a file. */
export interface RecordMapping {
  readonly noun: ImportNoun;
  readonly id: Cell;
  /** A column: the record is made only where it is not empty. */
  readonly when?: string | undefined;
  /** `name`: a row of that exact name that is here already is the one that is meant. */
  readonly match?: 'id' | 'name' | undefined;
  readonly fields: Readonly<Record<string, Cell | undefined>>;
}

const [first, ...others] = IMPORT_NOUNS.map(recordOf);
if (first === undefined) throw new TypeError('there is nothing to import');
const record = z.discriminatedUnion('noun', [
  first,
  ...others,
]) as unknown as z.ZodType<RecordMapping>;

const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'] as const;

const source = z.strictObject({
  file: text,
  sheet: text.optional(),
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  header: z.int().min(1).max(1_000).optional(),
  records: z.array(record).min(1),
});

const mapping = z.strictObject({
  $schema: z.string().optional(),
  name: text.max(60),
  description: z.string().optional(),
  system: text.max(40).optional(),
  date: dateFormat.optional(),
  decimal: decimal.optional(),
  defaults: z.strictObject({
    zone: z.string().refine(isZone, { error: 'write a time zone such as Asia/Shanghai' }),
    currency: z.string().refine(isCurrency, { error: 'write a currency code such as CNY' }),
    locale: z.enum(['zh', 'en']),
    calendar: z.enum(CALENDAR_KINDS),
    postAt: z.string().refine(isClock, { error: 'write a time such as 18:30' }).optional(),
    morningAt: z.string().refine(isClock, { error: 'write a time such as 09:00' }).optional(),
  }),
  ignore: z.array(z.strictObject({ file: text, because: text })).optional(),
  sources: z.array(source).min(1),
});

export type Mapping = z.infer<typeof mapping>;
export type Source = z.infer<typeof source>;
export type Defaults = Mapping['defaults'];

/** A mapping file that cannot be used. */
class MappingError extends Error {
  override readonly name = 'MappingError';
  /** @param faults a line each, `file:line:column: what is wrong` */
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

type Issue = z.core.$ZodIssue;

const messageOf = (issue: Issue): string => {
  if (issue.code === 'unrecognized_keys') {
    const [, root, , recordKey, , inside] = ['', ...issue.path.map(String)];
    const known = root === 'sources' && recordKey === 'records' && inside === 'fields';
    return `${issue.keys.map((key) => `"${key}"`).join(', ')} ${issue.keys.length === 1 ? 'is' : 'are'} not known here${known ? '; see docs/importing.md for the fields of this noun' : ''}`;
  }
  const where = issue.path.at(-1);
  const name = typeof where === 'string' ? `"${where}": ` : '';
  if (issue.code === 'invalid_union' && where === 'noun') {
    return `"noun" is one of ${Object.keys(FIELDS).join(', ')}`;
  }
  if (issue.code.startsWith('invalid_') && issue.input === undefined) {
    return typeof where === 'string' ? `"${where}" is missing` : 'something is missing';
  }
  return `${name}${reasonOf(issue)}`;
};

const reasonOf = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_value':
      return `write one of ${listed.format(issue.values.map((each) => JSON.stringify(each)))}`;
    case 'too_small':
      return 'it is empty';
    case 'invalid_type':
      return WANTED[issue.expected] ?? issue.message;
    default:
      return issue.message;
  }
};

const listed = new Intl.ListFormat('en');
/** By what zod calls the type. */
const WANTED: Readonly<Record<string, string>> = {
  string: 'write a text in double quotes',
  object: 'name a column, or write an object; see docs/importing.md',
  array: 'write a list: [ … ]',
  boolean: 'write true or false, without quotes',
  record: 'write an object of texts: { "theirs": "ours" }',
};

/** Where something of a mapping stands, as `file:line:column`. @param json that was read as a mapping before */
export const placeIn = (json: string, file: string, path: readonly (string | number)[]): string => {
  const { line, column } = positionAt(json, readJson(json).offsetOf(path));
  return `${file}:${line}:${column}`;
};

/**
 * Reads a mapping.
 * @param file its name, for the faults
 * @throws MappingError with every fault and its `file:line:column`
 */
export const readMapping = (json: string, file: string): Mapping => {
  const place = (offset: number): string => {
    const { line, column } = positionAt(json, offset);
    return `${file}:${line}:${column}`;
  };
  let located: ReturnType<typeof readJson>;
  try {
    located = readJson(json);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    throw new MappingError([`${place(error.offset)}: ${error.message}`]);
  }
  const result = mapping.safeParse(located.value, { reportInput: true });
  if (result.success) return result.data;
  throw new MappingError(
    result.error.issues.map((issue) => {
      const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
      const [key] = issue.code === 'unrecognized_keys' ? issue.keys : [];
      const offset =
        key === undefined ? located.offsetOf(path) : located.offsetOfKey([...path, key]);
      return `${place(offset)}: ${messageOf(issue)}`;
    }),
  );
};
