// What an import has done so far, and its summary at the end.
import type { Fault, FaultCode } from '../../../src/domain/importing/fault.ts';
import { IMPORT_NOUNS, type ImportNoun } from '../../../src/domain/importing/nouns.ts';
import type { Note, ReadRow } from '../../../src/domain/importing/row.ts';
import { RESULTS, type Result, type Taken } from '../../../src/store/importing/batch.ts';

type Count = Readonly<Record<Result | 'rejected', number>>;

export interface Summary {
  /** Rows below the headers. */
  readonly rows: number;
  readonly rejected: number;
  readonly nouns: readonly (Count & { readonly noun: ImportNoun })[];
  readonly codes: readonly { readonly code: FaultCode; readonly n: number }[];
  readonly notes: readonly (Note & { readonly n: number })[];
  /** Columns that were empty, where a field may be. */
  readonly empty: readonly { readonly column: string; readonly n: number }[];
}

export interface Tally {
  taken(records: readonly Taken[], row: Pick<ReadRow, 'notes' | 'empty'>): void;
  rejected(fault: Fault, nouns: readonly ImportNoun[]): void;
  readonly rows: number;
  summary(): Summary;
}

const COUNTED = [...RESULTS, 'rejected'] as const;
/** More different corrections than this are only counted: a hostile file must not fill the memory. */
const MAX_NOTES = 10_000;

export const openTally = (): Tally => {
  const nouns = new Map<ImportNoun, Record<Result | 'rejected', number>>();
  const codes = new Map<FaultCode, number>();
  const notes = new Map<string, { note: Note; n: number }>();
  const empty = new Map<string, number>();
  let [rows, rejected] = [0, 0];

  const countOf = (noun: ImportNoun) => {
    const known = nouns.get(noun);
    if (known !== undefined) return known;
    const fresh = { added: 0, changed: 0, unchanged: 0, adopted: 0, repeated: 0, rejected: 0 };
    nouns.set(noun, fresh);
    return fresh;
  };
  const note = (one: Note): void => {
    const key = JSON.stringify([one.column, one.from, one.to]);
    const known = notes.get(key);
    if (known !== undefined) known.n += 1;
    else if (notes.size < MAX_NOTES) notes.set(key, { note: one, n: 1 });
  };

  return {
    taken(records, row) {
      rows += 1;
      for (const { noun, result } of records) countOf(noun)[result] += 1;
      for (const one of row.notes) note(one);
      for (const column of row.empty) empty.set(column, (empty.get(column) ?? 0) + 1);
    },
    rejected({ code }, of) {
      rows += 1;
      rejected += 1;
      codes.set(code, (codes.get(code) ?? 0) + 1);
      for (const noun of new Set(of)) countOf(noun).rejected += 1;
    },
    get rows() {
      return rows;
    },
    summary: () => ({
      rows,
      rejected,
      nouns: IMPORT_NOUNS.flatMap((noun) => {
        const count = nouns.get(noun);
        return count === undefined ? [] : [{ noun, ...count }];
      }),
      codes: [...codes].map(([code, n]) => ({ code, n })).sort((a, b) => b.n - a.n),
      notes: [...notes.values()].map((each) => ({ ...each.note, n: each.n })),
      empty: [...empty].map(([column, n]) => ({ column, n })),
    }),
  };
};

const number = new Intl.NumberFormat('en');

/** `qa_check` as a person writes it. */
const spoken = (noun: ImportNoun): string => noun.replace('_', ' ');

const nounLine = (count: Count & { readonly noun: ImportNoun }): string => {
  const parts = COUNTED.filter(
    (what) => count[what] > 0 || ['added', 'changed', 'unchanged', 'rejected'].includes(what),
  ).map((what) => `${number.format(count[what])} ${what}`);
  return `  ${spoken(count.noun).padEnd(12)} ${parts.join(', ')}`;
};

/** The most frequent corrections are named one by one. */
const SHOWN_NOTES = 20;

/** The summary in lines. */
export const linesOf = ({ rows, rejected, nouns, codes, notes, empty }: Summary): string[] => {
  const shown = [...notes].sort((a, b) => b.n - a.n).slice(0, SHOWN_NOTES);
  const others = notes.length - shown.length;
  const taken = rows - rejected;
  return [
    `${number.format(rows)} rows read, ${number.format(taken)} taken, ${number.format(rejected)} rejected`,
    ...nouns.map(nounLine),
    ...(shown.length === 0 ? [] : ['Normalised:']),
    ...shown.map(
      ({ column, from, to, n }) => `  ${column}: ${from} → ${to} ${number.format(n)} times`,
    ),
    ...(others === 0 ? [] : [`  and ${number.format(others)} more`]),
    ...(empty.length === 0 ? [] : ['Empty, and taken as unknown:']),
    ...empty.map(({ column, n }) => `  ${column} in ${number.format(n)} rows`),
    ...(codes.length === 0 ? [] : ['Rejected because of:']),
    ...codes.map(({ code, n }) => `  ${code} ${number.format(n)} times`),
  ];
};
