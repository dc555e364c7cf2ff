// A line made comparable (NFKC, simplified script, no invisible marks), with the way back to what was typed.
import { matchesOf } from './matches.ts';
import { simplified } from './script.ts';

/** The longest line the parser reads, in UTF-16 units; what follows is kept in `text` but not parsed. */
export const MAX_LENGTH = 1500;

export interface Line {
  /** Exactly as typed. */
  readonly raw: string;
  /** What the grammars read. */
  readonly text: string;
  /** Whether `raw` was longer than the parser reads. */
  readonly truncated: boolean;
  /** The words of `raw` behind `text.slice(start, end)`, trimmed. */
  readonly typed: (start: number, end: number) => string;
  /** The offsets in `raw` behind a stretch of `text`. */
  readonly origin: (start: number, end: number) => { start: number; end: number };
}

// Zero-width, bidi and variation marks carry no meaning for the parser.
const INVISIBLE =
  /^(?:\u00ad|\u034f|\u061c|\u115f|\u180e|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u206f]|\u20e3|[\ufe00-\ufe0f]|\ufeff|[\u{e0000}-\u{e0fff}])$/u;
const PICTURE = /^\p{Extended_Pictographic}$|^\p{Emoji_Modifier}$|^\p{Regional_Indicator}$/u;
const SAME: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '`': "'",
  '–': '-',
  '—': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '〜': '~',
  '。': '。',
  '｡': '。',
  '\t': ' ',
  '\r': ' ',
  '•': '\n',
  '→': ';',
};

const reduce = (char: string): string => {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x7f) return SAME[char] ?? (code < 0x20 && char !== '\n' ? ' ' : char);
  if (code >= 0x4e00 && code <= 0x9fff) return simplified(char) ?? char;
  // Lone surrogates and private use: the latter stands for taken words inside the parser.
  if (code >= 0xd800 && code <= 0xf8ff) return ' ';
  if (INVISIBLE.test(char)) return '';
  const mapped = SAME[char];
  if (mapped !== undefined) return mapped;
  const han = simplified(char);
  if (han !== undefined) return han;
  const folded = char.normalize('NFKC');
  if (folded === char && PICTURE.test(char)) return ' ';
  return SAME[folded] ?? folded;
};

// 5 月 8 日, 15 万: a space between a number and its unit says nothing.
const LOOSE =
  /(?<=(?<![\d.,付款价算额约共台元] ?)\d{1,2}) +(?=[月日号](?![饼球楼]))|(?<=\d) +(?=[万亿])|(?<=(?<!\d)\d{1,2} ?月) +(?=\d{1,2} ?[日号])/g;
// 拜访·康师傅·彭经理: dots part the line, where there are several; in 让·雅克 one is part of a name.
const DOTS = /·/g;

/** Reads a line for matching; never throws, whatever the characters. */
export const normalise = (raw: string): Line => {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let at = 0;
  for (const char of raw) {
    if (at + char.length > MAX_LENGTH) break;
    const end = at + char.length;
    const out = reduce(char);
    for (let i = 0; i < out.length; i++) {
      starts.push(at);
      ends.push(end);
    }
    text += out;
    at = end;
  }
  if ((text.match(DOTS)?.length ?? 0) > 2) text = text.replace(DOTS, ';');
  for (const match of matchesOf(LOOSE, text).reverse()) {
    const end = match.index + match[0].length;
    text = text.slice(0, match.index) + text.slice(end);
    starts.splice(match.index, match[0].length);
    ends.splice(match.index, match[0].length);
  }
  const origin = (start: number, end: number): { start: number; end: number } => ({
    start: starts[start] ?? at,
    end: end > start ? (ends[end - 1] ?? at) : (starts[start] ?? at),
  });
  return {
    raw,
    text,
    truncated: at < raw.length,
    origin,
    typed: (start, end) => {
      const span = origin(start, end);
      return raw.slice(span.start, span.end).trim();
    },
  };
};
