// What a button or form means, as data small enough for every platform's payload.

/** Slack allows 2,000 bytes in a value, DingTalk a link, Feishu an object; 200 fits them all. */
const MAX_BYTES = 200;

/** A claim, not a permission: whoever presses is authorised again. */
export interface Intent {
  /** The command's name. */
  readonly command: string;
  /** What of the command; one of its verbs. */
  readonly verb: string;
  /** Small arguments; the verb's own schema reads them back. */
  readonly args: Readonly<Record<string, string | number>>;
}

/**
 * The intent as one string.
 * @throws RangeError when it is longer than 200 bytes of UTF-8: a programming fault, seen in tests
 */
export const encodeIntent = ({ command, verb, args }: Intent): string => {
  const text = JSON.stringify([command, verb, args]);
  if (utf8Length(text) > MAX_BYTES) throw new RangeError(`intent too long: ${text}`);
  return text;
};

const utf8Length = (text: string): number => {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
};
