// Keeps a spreadsheet from taking text for a formula, so that it can be taken back exactly.

/**
 * Text that a spreadsheet may calculate, in ASCII or full width, behind blanks or unseen characters as well
 * (OWASP: CSV injection), and text that begins with the guard itself.
 */
const DANGEROUS = /^(?:['\t\r\n\0]|[\s\p{C}]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u;
const NUMERAL = /^-?\d+(?:\.\d+)?$/;

/** The text with a `'` before it where it needs one; plain numbers need none. */
export const guard = (text: string): string =>
  DANGEROUS.test(text) && !NUMERAL.test(text) ? `'${text}` : text;

/** What {@link guard} was given. */
export const unguard = (text: string): string => (text.startsWith("'") ? text.slice(1) : text);
