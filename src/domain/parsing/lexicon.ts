// How a table of words is read: rows of a code and the words that mean it.
import { matchesOf } from './matches.ts';

/** A row: the code, then patterns without capture groups, matched case-insensitively. */
export type Row<Code extends string> = readonly [code: Code, words: string];

export interface Found<Code extends string> {
  readonly code: Code;
  readonly start: number;
  readonly end: number;
  readonly row: number;
}

/** A table ready to search with. */
export type Lexicon<Code extends string> = readonly (readonly [Code, RegExp])[];

export const lexicon = <Code extends string>(rows: readonly Row<Code>[]): Lexicon<Code> =>
  rows.map(([code, words]) => [code, new RegExp(words, 'gi')] as const);

/** Every match of every row, in order of place; of overlapping ones the longer stays. */
export const search = <Code extends string>(table: Lexicon<Code>, text: string): Found<Code>[] => {
  const found: Found<Code>[] = [];
  table.forEach(([code, pattern], row) => {
    for (const match of matchesOf(pattern, text)) {
      if (match[0] === '') continue;
      found.push({ code, start: match.index, end: match.index + match[0].length, row });
    }
  });
  return found.sort((a, b) => a.start - b.start || b.end - a.end || a.row - b.row);
};

/** Drops matches that lie inside a longer one. */
export const outermost = <Code extends string>(found: readonly Found<Code>[]): Found<Code>[] => {
  const kept: Found<Code>[] = [];
  for (const item of found) {
    const inside = kept.some((other) => other.start <= item.start && item.end <= other.end);
    if (!inside) kept.push(item);
  }
  return kept;
};
