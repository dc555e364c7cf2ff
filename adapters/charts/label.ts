// Labels of a chart: made safe for XML, and measured without a font.

/**
 * zrender keeps the widths of texts in a plain object: measuring a text such as `__proto__` writes into the
 * prototype of every object of the process, and `constructor` measures as nothing. (zrender 6, core/LRU.js)
 */
const INHERITED = new RegExp(Object.getOwnPropertyNames(Object.prototype).join('|'), 'g');
/** Has no width and no look; parts a word so that it is no longer the same key. */
const WORD_JOINER = '\u2060';

/** The text on one line, without what XML cannot hold (control characters, halves of characters). */
export const cleanText = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Surrogate}\uFFFE\uFFFF]/gu, '')
    .replace(INHERITED, (word) => word[0] + WORD_JOINER + word.slice(1))
    .trim();

/** About how wide a text is, in pixels: Chinese characters are square, others a little over half that. */
export const textWidth = (text: string, fontSize: number): number => {
  let ems = 0;
  for (const character of text) ems += /[\u2E80-\uFFEF]/u.test(character) ? 1 : 0.56;
  return ems * fontSize;
};
