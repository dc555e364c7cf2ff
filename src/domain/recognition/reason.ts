// Whether a thanks says what it is for. Signs, digits and the same again and again say nothing.

/** Letters a reason has at least; a Chinese, Japanese or Korean character counts as two. */
export const REASON_LETTERS = 20;
/** In characters. */
export const MAX_REASON = 500;

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const NO_LETTER = /\P{L}+/gu;
/** The same up to a dozen letters three times and more in a row count twice: `哈哈哈哈`, `thanks thanks thanks`. */
const REPEATED = /(.{1,12}?)\1{2,}/gu;

/** How much of a reason counts, in letters. */
export const lettersIn = (reason: string): number => {
  const letters = reason.normalize('NFKC').toLowerCase().replace(NO_LETTER, '');
  const said = [...letters.replace(REPEATED, '$1$1')];
  return said.reduce((sum, letter) => sum + (CJK.test(letter) ? 2 : 1), 0);
};

/** What a reason still lacks, in letters and in characters of Chinese; null when it says enough. */
export const lackOf = (
  reason: string,
): { readonly letters: number; readonly characters: number } | null => {
  const letters = REASON_LETTERS - lettersIn(reason);
  return letters <= 0 ? null : { letters, characters: Math.ceil(letters / 2) };
};

/** Whether a text is written in Chinese, Japanese or Korean, at least in part. */
export const isCjk = (text: string): boolean => CJK.test(text);
