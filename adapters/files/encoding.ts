// In which encoding a text file is: by its mark, by what is valid, and by what Chinese text looks like.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252';

const CHUNK = 256 * 1024;
const LOOK = 4096;
/** More zeros than this on one side of the byte pairs, and it is UTF-16 without a mark. */
const ZEROS = 0.3;
/** More of the bytes above ASCII than this must be common Chinese characters. */
const CHINESE = 0.9;

/** The first bytes of a file. */
export const headOf = async (file: string, bytes = LOOK): Promise<Uint8Array> => {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

const utf16 = (head: Uint8Array): Encoding | null => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros.map((count) => count / Math.max(1, head.length / 2));
  if (odd > ZEROS && even < ZEROS / 10) return 'utf-16le';
  return even > ZEROS && odd < ZEROS / 10 ? 'utf-16be' : null;
};

/** The length of the UTF-8 sequence that begins here; 0 when none does. */
const sequence = (bytes: Uint8Array, at: number): number => {
  const lead = bytes[at] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  for (let i = 1; i < length; i++) {
    if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
};

/** What a text that is not all valid UTF-8 is: with broken places, or Chinese in the national encoding. */
const invalid = (bytes: Uint8Array): Encoding => {
  let [high, utf8, chinese] = [0, 0, 0];
  for (let at = 0; at < bytes.length; ) {
    if ((bytes[at] ?? 0) < 0x80) {
      at += 1;
      continue;
    }
    const length = sequence(bytes, at);
    utf8 += length;
    high += Math.max(1, length);
    at += Math.max(1, length);
  }
  for (let at = 0; at < bytes.length; at++) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    if (lead < 0xa1 || lead > 0xf7 || trail < 0xa1) continue;
    chinese += 2;
    at += 1;
  }
  return utf8 < high / 2 && chinese > high * CHINESE ? 'gb18030' : 'utf-8';
};

/**
 * The encoding of a text file, read once as a whole: a byte at its very end may tell. Text that is neither is
 * taken for UTF-8 and its broken places are shown as U+FFFD.
 */
export const encodingOf = async (file: string): Promise<Encoding> => {
  const marked = utf16(await headOf(file));
  if (marked !== null) return marked;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK })) {
    const bytes = chunk as Buffer;
    try {
      decoder.decode(bytes, { stream: true });
    } catch {
      return invalid(bytes);
    }
  }
  return 'utf-8';
};

/** The text of a file, piece by piece, with how many bytes of it have been read; the mark is taken off. */
export const decoded = async function* (
  file: string,
  encoding: Encoding,
): AsyncGenerator<{ readonly text: string; readonly bytes: number }> {
  const decoder = new TextDecoder(encoding);
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK })) {
    bytes += (chunk as Buffer).length;
    yield { text: decoder.decode(chunk as Buffer, { stream: true }), bytes };
  }
  yield { text: decoder.decode(), bytes };
};
