// The team's values as people tag thanks with them: `#CustomerFirst`, `#客户第一`.
import { isCjk } from './reason.ts';
import { MAX_VALUE } from './settings.ts';

/** What may follow a `#`, as a source of a regular expression (flag `u`). */
export const TAG = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}_·・]|[-&'’](?=[\p{L}\p{N}]))*`;
const WHOLE_TAG = new RegExp(`^${TAG}$`, 'u');

/** Whether a word can be a tag: `#1` and `#2026` are numbers of something, and a value is no sentence. */
export const isTag = (word: string): boolean =>
  WHOLE_TAG.test(word) && !/^\p{N}+$/u.test(word) && [...word].length <= MAX_VALUE;

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-·・&'’]+/gu, '');

/** The value a tag means; without width, case, blanks and hyphens they are the same. */
export const valueNamed = (tag: string, values: readonly string[]): string | null =>
  values.find((value) => folded(value) === folded(tag)) ?? null;

/**
 * The value a tag begins with when Chinese goes on without a blank, as in `#客户第一帮我改合同`: the longest, with
 * what follows it.
 */
export const valueBefore = (
  tag: string,
  values: readonly string[],
): { readonly value: string; readonly rest: string } | null => {
  const longest = values
    .filter((value) => tag.startsWith(value) && isCjk(tag.slice(value.length, value.length + 2)))
    .toSorted((a, b) => b.length - a.length)[0];
  return longest === undefined ? null : { value: longest, rest: tag.slice(longest.length) };
};
