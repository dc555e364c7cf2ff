// Known names at the start of what was typed: the longest one that ends where a word may end.
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const WORD = /[\p{L}\p{N}\p{M}]/u;
/** Where another name, an amount or a note may begin. */
const LEADING = /^[\s.,，。:：;；、'"“”‘’()（）【】《》|]+/u;
/** Longer than any name, so that a long note costs no more than a short one. */
const MAX_KEY = 240;

/** A name as far as it was typed, with where it ends. */
export interface Prefix {
  /** As names are compared: without width, case, blanks and punctuation. */
  readonly key: string;
  /** UTF-16 offset in the text, exclusive. */
  readonly end: number;
}

/** Whether a word may end between two characters; two Chinese ones beside each other may be one word. */
const isEnd = (before: string, after: string, next: string): boolean => {
  if (after === '') return true;
  if (/[.,]/.test(after) && /\d/.test(before) && /\d/.test(next)) return false;
  if (/[-'’&/.]/.test(after) && WORD.test(next)) return /\d/.test(next) && !/\d/.test(before);
  if (!WORD.test(after)) return true;
  return HAN.test(before) !== HAN.test(after);
};

/** Every way to take the beginning of `text` for a name, the shortest first. */
export const prefixesOf = (text: string): Prefix[] => {
  const found: Prefix[] = [];
  const characters = [...text];
  let key = '';
  let end = 0;
  for (const [i, character] of characters.entries()) {
    end += character.length;
    const folded = character
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\p{P}\p{S}\p{C}]+/gu, '');
    if (folded === '') continue;
    key += folded;
    if (key.length > MAX_KEY) break;
    if (isEnd(character, characters[i + 1] ?? '', characters[i + 2] ?? ''))
      found.push({ key, end });
  }
  return found;
};

/** What stands after a name, without the punctuation between them. */
export const restAfter = (text: string, end: number): string =>
  text.slice(end).replace(LEADING, '').trimEnd();
