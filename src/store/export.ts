// Every table as it is handed out: its own columns, and beside its ids the names they stand for.
import { type SQL, sql } from 'drizzle-orm';
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Cell } from '../chat/file.ts';
import { decimalOf } from '../domain/money.ts';
import { NOUNS, type Noun } from './schema/external.ts';
import * as schema from './schema/index.ts';

type TableKey = {
  [K in keyof typeof schema]: (typeof schema)[K] extends SQLiteTable ? K : never;
}[keyof typeof schema];

/** Sealed answers are handed out to nobody: while a survey is open they stay where its keys can open them. */
type Sealed = 'mark' | 'ballot';
type HandedOut = Exclude<TableKey, Sealed>;

/** What the file of each table is called; a new table does not compile before it is here. Owners come first. */
const FILES = {
  setting: 'settings',
  team: 'teams',
  teamDay: 'team-days',
  field: 'fields',
  member: 'members',
  identity: 'identities',
  leave: 'leave',
  customer: 'customers',
  customerAlias: 'customer-aliases',
  contact: 'contacts',
  followup: 'followups',
  step: 'steps',
  shareOpen: 'share-opens',
  draft: 'drafts',
  lead: 'leads',
  deal: 'deals',
  invoice: 'invoices',
  payment: 'payments',
  handoff: 'handoffs',
  satisfaction: 'satisfaction',
  qaCheck: 'qa-checks',
  kudos: 'kudos',
  kudosReceiver: 'kudos-receivers',
  transfer: 'point-transfers',
  posting: 'point-postings',
  reward: 'rewards',
  redemption: 'redemptions',
  milestone: 'milestones',
  cheer: 'cheers',
  goal: 'goals',
  award: 'awards',
  nomination: 'nominations',
  juror: 'jurors',
  approval: 'approvals',
  spotAward: 'spot-awards',
  pulseSchedule: 'pulse-schedules',
  pulseQuestion: 'pulse-questions',
  survey: 'surveys',
  surveyGroup: 'survey-groups',
  invitee: 'survey-invitees',
  surveyFigure: 'survey-figures',
  surveyComment: 'survey-comments',
  external: 'external-ids',
  rollup: 'rollups',
  touch: 'touches',
  standard: 'standards',
  prior: 'priors',
  score: 'scores',
  board: 'boards',
  audit: 'audit',
  inbox: 'inbox',
  outbox: 'outbox',
  occurrence: 'occurrences',
} as const satisfies Record<HandedOut, string>;

/**
 * How a stored value is written: an instant as ISO text in UTC, a flag as true or false, an amount as a decimal
 * in units of its currency, bytes in hexadecimal, all else as it is.
 */
type Kind = 'text' | 'number' | 'instant' | 'flag' | 'decimal' | 'bytes';

/** What SQLite stores. */
type Stored = string | number | Uint8Array | null;

interface ExportColumn {
  readonly name: string;
  readonly kind: Kind;
  /** The stored column, quoted; null for what only says more about the others. */
  readonly own: string | null;
}

export interface ExportTable {
  /** The table's name in the database. */
  readonly name: string;
  /** What its files are called, without their ending. */
  readonly file: string;
  readonly columns: readonly ExportColumn[];
  /** All its rows in the order they came, or those where a condition holds. */
  query(where?: SQL): SQL;
  /** A row of the query as it is handed out. @throws RangeError when a stored currency is none */
  cells(row: readonly unknown[]): Cell[];
  /** The stored values of the own columns, from a row as it was handed out. @throws TypeError naming the column */
  stored(cells: readonly Cell[]): Stored[];
}

interface Source extends ExportColumn {
  readonly value: SQL;
}

const INSTANT = /(?:^|_)at$|^owned_since$|^not_before$|^lease_until$/;
/** The names of these stand beside their ids. */
const NAMED = [schema.member, schema.customer, schema.team];

const TABLES: Readonly<Record<TableKey, SQLiteTable>> = schema;

/** What a table without SQLite's own row numbers is ordered by. */
const ORDERS: Partial<Record<HandedOut, SQL>> = {
  surveyComment: sql`${schema.surveyComment.survey}, ${schema.surveyComment.key}`,
};

const quoted = (name: string): string => `"${name}"`;
const isNoun = (name: string): name is Noun => NOUNS.some((noun) => noun === name);

const kindOf = ({ name, dataType, columnType }: SQLiteColumn): Kind => {
  if (dataType === 'boolean') return 'flag';
  if (columnType === 'SQLiteReal') return 'number';
  if (columnType.startsWith('SQLiteBlob')) return 'bytes';
  if (columnType !== 'SQLiteInteger') return 'text';
  return INSTANT.test(name) ? 'instant' : 'number';
};

/** By which name another system knows the row; the first where it has several. */
const externalId = (noun: Noun, id: SQL): Source => ({
  name: 'external_id',
  kind: 'text',
  own: null,
  value: sql`(select min(${schema.external.externalId}) from ${schema.external}
    where ${schema.external.noun} = ${noun} and ${schema.external.rowId} = ${id})`,
});

const nameBehind = (column: SQLiteColumn, named: (typeof NAMED)[number]): Source => ({
  name: column.name.endsWith('_id') ? column.name.slice(0, -3) : `${column.name}_name`,
  kind: 'text',
  own: null,
  value: sql`(select ${named.name} from ${named} where ${named.id} = ${column})`,
});

const sourcesOf = (table: SQLiteTable): Source[] => {
  const { name, columns, foreignKeys } = getTableConfig(table);
  const names = new Map<string, Source>();
  for (const key of foreignKeys) {
    const { columns: from, foreignTable } = key.reference();
    const [column] = from;
    const named = NAMED.find((candidate) => candidate === foreignTable);
    if (column !== undefined && named !== undefined) {
      names.set(column.name, nameBehind(column, named));
    }
  }
  const hasCurrency = columns.some((column) => column.name === 'currency');
  const sources = columns.flatMap((column): Source[] => {
    const own: Source = {
      name: column.name,
      kind: kindOf(column),
      own: quoted(column.name),
      value: sql`${column}`,
    };
    const named = names.get(column.name);
    if (named !== undefined) return [named, own];
    if (!hasCurrency || !column.name.endsWith('_minor')) return [own];
    const amount = column.name.slice(0, -'_minor'.length);
    return [{ name: amount, kind: 'decimal', own: null, value: sql`${column}` }, own];
  });
  if (!isNoun(name)) return sources;
  const [first, ...others] = sources;
  if (first?.name === 'id') return [first, externalId(name, first.value), ...others];
  // Without an id of its own it is known by SQLite's, which other tables may point to.
  const rowid = sql`${table}.rowid`;
  const id: Source = { name: 'id', kind: 'number', own: 'rowid', value: rowid };
  return [id, externalId(name, rowid), ...sources];
};

const plain = (value: unknown): Cell => {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError(`a stored ${typeof value}`);
};

/** Beyond these `Date` knows no instant; such a number stays one. */
const MAX_INSTANT = 8.64e15;

const isoOf = (value: Cell): Cell =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= MAX_INSTANT
    ? new Date(value).toISOString()
    : value;

const hexOf = (value: unknown): Cell =>
  value instanceof Uint8Array
    ? [...value].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    : null;

const bytesOf = (cell: Cell, name: string): Uint8Array | null => {
  if (cell === null || cell === '') return null;
  if (typeof cell !== 'string' || !/^([0-9a-f]{2})*$/.test(cell)) {
    throw new TypeError(`${name} is not hexadecimal`);
  }
  return Uint8Array.from(cell.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
};

const storedOf = ({ kind, name }: ExportColumn, cell: Cell): Stored => {
  if (kind === 'bytes') return bytesOf(cell, name);
  if (kind === 'instant' && typeof cell === 'string') {
    const at = Date.parse(cell);
    if (Number.isNaN(at)) throw new TypeError(`${name} is no instant`);
    return at;
  }
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  return cell;
};

const exportOf = (key: HandedOut): ExportTable => {
  const table = TABLES[key];
  const sources = sourcesOf(table);
  // The order rows came in: where a table has no other, whoever asks for the first one gets the same.
  const order = ORDERS[key] ?? sql`${table}.rowid`;
  const selected = sql.join(
    sources.map(({ value }) => value),
    sql`, `,
  );
  const currencyAt = sources.findIndex(({ own }) => own === quoted('currency'));
  const cellOf = ({ kind }: Source, row: readonly unknown[], at: number): Cell => {
    if (kind === 'bytes') return hexOf(row[at]);
    const value = plain(row[at]);
    switch (kind) {
      case 'flag':
        return value === null ? null : value !== 0;
      case 'instant':
        return isoOf(value);
      case 'decimal': {
        const currency = row[currencyAt];
        const known = typeof value === 'number' && typeof currency === 'string';
        return known ? decimalOf({ minor: value, currency }) : null;
      }
      default:
        return value;
    }
  };
  return {
    name: getTableConfig(table).name,
    file: FILES[key],
    columns: sources.map(({ name, kind, own }) => ({ name, kind, own })),
    query: (where) =>
      sql`select ${selected} from ${table}${where && sql` where ${where}`} order by ${order}`,
    cells: (row) => sources.map((source, at) => cellOf(source, row, at)),
    stored: (cells) =>
      sources.flatMap((source, at) =>
        source.own === null ? [] : [storedOf(source, cells[at] ?? null)],
      ),
  };
};

/** All tables of a workspace; whatever a table refers to comes before it. */
export const EXPORT_TABLES: readonly ExportTable[] = (Object.keys(FILES) as HandedOut[]).map(
  exportOf,
);

/** Customers as they are handed out. */
export const EXPORT_CUSTOMERS: ExportTable = exportOf('customer');
