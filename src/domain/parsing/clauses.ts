// The clauses of a line: what stands between its stops, commas, dashes and bars.
import { matchesOf } from './matches.ts';

export interface Clause {
  readonly start: number;
  readonly end: number;
}

const STOPS =
  /[。;!?！？；\n、|]+|\/(?![年月人台套个天次季])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\/|(?<!\d),|,(?!\d{3}(?!\d))|(?<=\s)[-/·>]+(?=\s)|(?<=[^\s])-(?=\s)|\.(?=\s|$)(?<!\b(?:Mr|Mrs|Ms|Dr|Prof|Messrs|Bros|Mt|Co|Inc|Ltd|Corp|St|No|vs|approx|a\.m|p\.m|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri)\.)|->|=>/g;

/** Splits the text; every offset belongs to at most one clause. */
export const clausesOf = (text: string): Clause[] => {
  const clauses: Clause[] = [];
  let start = 0;
  for (const match of matchesOf(STOPS, text)) {
    if (match.index > start) clauses.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < text.length) clauses.push({ start, end: text.length });
  return clauses;
};

/** The clause around an offset; an empty one when it stands on a stop. */
export const clauseAt = (clauses: readonly Clause[], at: number): Clause =>
  clauses.find((clause) => clause.start <= at && at < clause.end) ?? { start: at, end: at };

/** The clauses, parted as well at spaces beside Han characters, as terse lines are written. */
export const segmentsOf = (text: string, clauses: readonly Clause[]): Clause[] =>
  clauses.flatMap(({ start, end }) => {
    const parts: Clause[] = [];
    let from = start;
    for (const match of matchesOf(
      /(?<=[\u4e00-\u9fff]) +| +(?=[\u4e00-\u9fff])/g,
      text.slice(start, end),
    )) {
      const at = start + match.index;
      if (at > from) parts.push({ start: from, end: at });
      from = at + match[0].length;
    }
    if (from < end) parts.push({ start: from, end });
    return parts;
  });
