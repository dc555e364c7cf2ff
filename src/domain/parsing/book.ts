// The member's own book of customers, found in a line whatever the case, width and punctuation.
import { normalise } from './normalise.ts';
import type { KnownCustomer, Span } from './parsed.ts';

export interface CustomerHit extends Span {
  readonly id: number | null;
}

const fold = (text: string): string => text.toLowerCase().replace(/[\s.,'"()\-_&]+/g, '');

interface Folded {
  readonly text: string;
  readonly places: readonly number[];
}
const folded = (text: string): Folded => {
  let out = '';
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = fold(text[i] ?? '');
    for (const unit of char) {
      out += unit;
      places.push(i);
    }
  }
  return { text: out, places };
};

const LATIN = /[a-z0-9\u00c0-\u024f]/i;
const books = new WeakMap<readonly KnownCustomer[], readonly (readonly [string, number])[]>();

const keysOf = (customers: readonly KnownCustomer[]): readonly (readonly [string, number])[] => {
  let keys = books.get(customers);
  if (keys === undefined) {
    keys = customers
      .flatMap(({ id, name, aliases }) =>
        [name, ...aliases].map((word) => [fold(normalise(word).text), id] as const),
      )
      .filter(([key]) => key.length > 0)
      .sort((a, b) => b[0].length - a[0].length);
    books.set(customers, keys);
  }
  return keys;
};

/** The longest name or alias of the book that stands in the text as a word of its own; ties go to the first. */
export const knownIn = (
  text: string,
  customers: readonly KnownCustomer[],
): { hits: CustomerHit[]; ids: number[] } => {
  const line = folded(text);
  const hits: CustomerHit[] = [];
  let length = 0;
  for (const [key, id] of keysOf(customers)) {
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
