// Table-driven scanning: each rule consumes its stretch of the line, so later rules cannot read it again.
import type { DaySpec, Now, TimeSpec } from './when.ts';

/** A stretch of the line understood as part of a date. */
export interface Atom {
  readonly start: number;
  readonly end: number;
  readonly spec: DaySpec | TimeSpec;
}

/** Null when the words are not a date after all; they stay readable for later rules. */
type Read = (match: RegExpExecArray, now: Now) => DaySpec | TimeSpec | null;
export type Rule = readonly [pattern: RegExp, read: Read];

/** Stands for a consumed character: no letter, no digit, no space. */
export const TAKEN = '\ue000';

/** A line whose stretches are taken one by one. */
export class Board {
  text: string;
  constructor(text: string) {
    this.text = text;
  }
  /** Marks a stretch as read. */
  take(start: number, end: number): void {
    this.text = this.text.slice(0, start) + TAKEN.repeat(end - start) + this.text.slice(end);
  }
}

const compiled = new Map<RegExp, RegExp>();
const globally = (pattern: RegExp): RegExp => {
  let regex = compiled.get(pattern);
  if (regex === undefined) {
    regex = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`);
    compiled.set(pattern, regex);
  }
  regex.lastIndex = 0;
  return regex;
};

/** Applies the rules in order; an earlier rule wins the words it reads. */
export const scan = (board: Board, rules: readonly Rule[], now: Now): Atom[] => {
  const atoms: Atom[] = [];
  for (const [pattern, read] of rules) {
    const regex = globally(pattern);
    for (let match = regex.exec(board.text); match !== null; match = regex.exec(board.text)) {
      if (match[0] === '') {
        regex.lastIndex++;
        continue;
      }
      const spec = read(match, now);
      if (spec === null) continue;
      const end = match.index + match[0].length;
      board.take(match.index, end);
      atoms.push({ start: match.index, end, spec });
    }
  }
  return atoms.sort((a, b) => a.start - b.start);
};
