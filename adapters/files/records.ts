// Physical lines put together to the records of a CSV file. A quote nobody closed costs its own line, not the rest.
import { CsvError, parse } from 'csv-parse/sync';
import { Fault } from '../../src/domain/importing/fault.ts';
import type { TableRow } from './table.ts';
import { guard, unguard } from './write-guard.ts';

/** Longer records are taken for a quote that was never closed. */
const MAX_LINES = 500;
const MAX_CHARACTERS = 1_000_000;

const LINE_END = /\r\n|\n|\r/g;
const QUOTE = '"';

interface Line {
  readonly line: number;
  readonly text: string;
}

const hasOpenQuote = (text: string): boolean => {
  let isOpen = false;
  for (let at = text.indexOf(QUOTE); at >= 0; at = text.indexOf(QUOTE, at + 1)) isOpen = !isOpen;
  return isOpen;
};

/** What our own files put before a text a spreadsheet would run is taken off again, and no other apostrophe. */
const unguarded = (cells: string[]): string[] => {
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at];
    if (cell?.startsWith("'") && guard(unguard(cell)) === cell) cells[at] = unguard(cell);
  }
  return cells;
};

export interface Records {
  /** Takes a piece of the text. @returns the records that are complete with it */
  push(text: string): TableRow[];
  /** @returns what is left at the end of the text */
  end(): TableRow[];
}

/**
 * @param delimiter one character
 * @param widthOf how many cells a record has; null while the header is not read. A record over several lines that
 *   has another number began with a stray quote
 */
export const recordsOf = (delimiter: string, widthOf: () => number | null): Records => {
  let rest = '';
  let line = 0;
  let pending: Line[] = [];
  let size = 0;
  let isOver = false;

  const broken = ({ line: at, text }: Line, code: 'unterminated_quote' | 'misplaced_quote') => ({
    line: at,
    cells: text.split(delimiter),
    fault: new Fault(
      code,
      code === 'unterminated_quote'
        ? 'a double quote is opened and never closed; close it, or double it to mean the character'
        : 'a double quote stands inside a value; put the value in quotes and double it',
    ),
  });

  const cellsOf = (lines: readonly Line[]): string[] | null => {
    const text = lines.map((each) => each.text).join('\n');
    if (!text.includes(QUOTE)) return unguarded(text.split(delimiter));
    try {
      const [cells = []] = parse(text, {
        delimiter,
        relax_column_count: true,
        record_delimiter: '\u0000',
        skip_empty_lines: false,
      });
      return unguarded(cells);
    } catch (error) {
      if (error instanceof CsvError) return null;
      throw error;
    }
  };

  /** Gives up the first of the lines and reads the others again. */
  const recover = (lines: readonly Line[], out: TableRow[]): void => {
    const [first, ...others] = lines;
    if (first === undefined) return;
    out.push(broken(first, 'unterminated_quote'));
    for (const each of others) take(each, out);
  };

  const complete = (lines: readonly Line[], out: TableRow[]): void => {
    const [first, ...others] = lines;
    if (first === undefined) return;
    const cells = cellsOf(lines);
    const width = widthOf();
    const isStray = others.length > 0 && width !== null && cells?.length !== width;
    if (cells !== null && !isStray) out.push({ line: first.line, cells, fault: null });
    else if (others.length === 0) out.push(broken(first, 'misplaced_quote'));
    else recover(lines, out);
  };

  const take = (next: Line, out: TableRow[]): void => {
    const isOdd = hasOpenQuote(next.text);
    if (pending.length === 0 && !isOdd) {
      complete([next], out);
      return;
    }
    pending.push(next);
    size += next.text.length;
    const lines = pending;
    if (isOdd && lines.length > 1) {
      [pending, size] = [[], 0];
      complete(lines, out);
    } else if (lines.length > MAX_LINES || size > MAX_CHARACTERS) {
      [pending, size] = [[], 0];
      recover(lines, out);
    }
  };

  return {
    push(text) {
      const out: TableRow[] = [];
      const all = rest + text;
      let from = 0;
      LINE_END.lastIndex = 0;
      for (let end = LINE_END.exec(all); end !== null; end = LINE_END.exec(all)) {
        // The other half of this line end may be in the next piece.
        if (end[0] === '\r' && end.index === all.length - 1 && !isOver) break;
        line += 1;
        take({ line, text: all.slice(from, end.index) }, out);
        from = LINE_END.lastIndex;
      }
      rest = all.slice(from);
      return out;
    },
    end() {
      isOver = true;
      const out = this.push('');
      if (rest !== '') {
        line += 1;
        take({ line, text: rest }, out);
      }
      while (pending.length > 0) {
        const lines = pending;
        [pending, size] = [[], 0];
        recover(lines, out);
      }
      return out;
    },
  };
};
