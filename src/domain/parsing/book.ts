// The member's own book of customers, found in a line whatever the case, width and punctuation.
import { remembered } from '../remember.ts';
import { normalise } from './normalise.ts';
import type { KnownCustomer, Span } from './parsed.ts';

export interface CustomerHit extends Span {
  readonly id: number | null;
}

const fold = (text: string): string => text.toLowerCase().replace(/[\s.,'"()\-_&]+/g, '');

/** Names as they are compared; the same ones are asked for with each line their owners record. */
const keyOf = remembered(20_000, (name: string): string => fold(normalise(name).text));

/** Whether a character is what it is folded to: Han, a digit, a small letter. */
const isPlain = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x30 && code <= 0x39);

interface Folded {
  readonly text: string;
  readonly places: readonly number[];
}
const folded = (text: string): Folded => {
  let out = '';
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const typed = text[i] ?? '';
    const char = isPlain(typed.charCodeAt(0)) ? typed : fold(typed);
    for (const unit of char) {
      out += unit;
      places.push(i);
    }
  }
  return { text: out, places };
};

const LATIN = /[a-z0-9\u00c0-\u024f]/i;

/** The names and aliases of the book that stand in a folded line, the longest first. */
const keysIn = (
  line: string,
  customers: readonly KnownCustomer[],
): (readonly [string, number])[] => {
  const keys: [string, number][] = [];
  for (const { id, name, aliases } of customers) {
    for (const word of [name, ...aliases]) {
      const key = keyOf(word);
      if (key.length > 0 && line.includes(key)) keys.push([key, id]);
    }
  }
  return keys.sort((a, b) => b[0].length - a[0].length);
};

/** The longest name or alias of the book that stands in the text as a word of its own; ties go to the first. */
export const knownIn = (
  text: string,
  customers: readonly KnownCustomer[],
): { hits: CustomerHit[]; ids: number[] } => {
  const line = folded(text);
  const hits: CustomerHit[] = [];
  let length = 0;
  for (const [key, id] of keysIn(line.text, customers)) {
    if (key.length < length) break;
    for (let at = line.text.indexOf(key); at >= 0; at = line.text.indexOf(key, at + 1)) {
      const start = line.places[at] ?? 0;
      const end = (line.places[at + key.length - 1] ?? 0) + 1;
      const inWord =
        (LATIN.test(text[start] ?? '') &&
          LATIN.test(text[start - 1] ?? '') &&
          !/[\u4e00-\u9fff]/.test(text[start - 1] ?? '')) ||
        (LATIN.test(text[end - 1] ?? '') && LATIN.test(text[end] ?? ''));
      if (inWord) continue;
      // A one-character name only as a token of its own.
      if (
        key.length === 1 &&
        /[\u4e00-\u9fff\w]/.test((text[start - 1] ?? ' ') + (text[end] ?? ' '))
      )
        continue;
      length = key.length;
      hits.push({ start, end, id });
      break;
    }
  }
  const ids = [...new Set(hits.map((hit) => hit.id ?? 0))];
  return { hits: hits.sort((a, b) => a.start - b.start), ids };
};
