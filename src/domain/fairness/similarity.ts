// How alike two notes are: normalised text, shingles, exact Jaccard, and masking for the cross-customer case.

const CJK = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]`;
const LETTER = String.raw`(?!${CJK})[\p{L}\p{N}]`;
/** A mask, a CJK run or a Latin/digit word; everything else (punctuation, emoji) only separates. */
const TOKEN = new RegExp(String.raw`<(?:cust|num|date)>|${CJK}+|(?:${LETTER}\p{M}*)+`, 'gu');
const CJK_START = new RegExp(`^${CJK}`, 'u');
const CJK_END = new RegExp(`${CJK}$`, 'u');

const DATES = new RegExp(
  [
    String.raw`\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}[日号]?`,
    String.raw`\d{1,2}月(?:\d{1,2}[日号]?|底|初|中)`,
    String.raw`\d{1,2}[号日]`,
    String.raw`\d{1,2}:\d{2}`,
    '[上下本这]+(?:个)?(?:周|星期|礼拜|月)[一二三四五六日天末底初]?',
    '(?:周|星期|礼拜)[一二三四五六日天末]',
    '大?[今明后昨前]天|[今明昨][早晚]|月[底初]|[今明去]年',
    String.raw`\b(?:today|tomorrow|yesterday|tonight)\b`,
    String.raw`\b(?:next |last |this )?(?:mon|tues?|wed(?:nes)?|thur?s?|fri|satur|sun)(?:day)?\b`,
    String.raw`\b(?:next|last|this) (?:week|month|quarter|year)\b`,
    String.raw`\b\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b`,
    String.raw`\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]* \d{1,2}(?:st|nd|rd|th)?\b`,
  ].join('|'),
  'gu',
);
const NUMBERS =
  /[$€£¥]?\d[\d.,]*(?:\s?(?:%|万|亿|千|百|k|w|m|mn|million|元|块|人民币|rmb|cny|usd|美元))*|[零一二两三四五六七八九十百千]+(?:万|亿|千|元|块)+/gu;

/** NFKC and lower case: full-width letters, digits and punctuation become their usual forms. */
const normalise = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Where a word may begin and end; compiled once, since the character classes are slow to compile. */
const BEGIN = new RegExp(`(?<!${LETTER})`, 'uy');
const END = new RegExp(`(?!${LETTER})`, 'uy');
const holdsAt = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

/** Whether a name stands at an offset; an end that is not CJK must be the end of a word: "Al" is not in "also". */
const standsAt = (text: string, name: string, at: number): boolean =>
  text.startsWith(name, at) &&
  (CJK_START.test(name) || holdsAt(BEGIN, text, at)) &&
  (CJK_END.test(name) || holdsAt(END, text, at + name.length));

/**
 * The normalised text with every mention of the names replaced, the longest name first.
 * @param names of the customer and its contacts; empty ones are ignored
 */
export const replaceNames = (text: string, names: readonly string[], mark: string): string => {
  const found = names.map((name) => normalise(name).trim()).filter((name) => name !== '');
  found.sort((a, b) => b.length - a.length);
  const whole = normalise(text);
  // Most notes name nobody, and going through them letter by letter is slow.
  if (!found.some((name) => whole.includes(name))) return whole;
  let [out, at] = ['', 0];
  while (at < whole.length) {
    const from = at;
    const name = found.find((each) => standsAt(whole, each, from));
    const taken = name ?? String.fromCodePoint(whole.codePointAt(at) ?? 0);
    out += name === undefined ? taken : mark;
    at += taken.length;
  }
  return out;
};

/**
 * The note without what makes it about one customer: names become `<cust>`, dates `<date>`, numbers and
 * amounts `<num>` (domain method: near-duplicates, mask for the cross-customer comparison).
 */
export const maskNote = (text: string, names: readonly string[]): string =>
  replaceNames(text, names, ' <cust> ').replace(DATES, ' <date> ').replace(NUMBERS, ' <num> ');

/** The CJK runs and the Latin or digit words of a text, in order, normalised. */
export const tokensOf = (text: string): readonly string[] => normalise(text).match(TOKEN) ?? [];

/** Whether a token of `tokensOf` is a CJK run. */
export const isCjk = (token: string): boolean => CJK_START.test(token);

/** The set of shingles: CJK runs give character bigrams (a lone character itself), the rest words. */
export const shinglesOf = (text: string): ReadonlySet<string> => {
  const shingles = new Set<string>();
  for (const token of tokensOf(text)) {
    const characters = isCjk(token) ? [...token] : [token];
    if (characters.length === 1) shingles.add(token);
    for (let i = 1; i < characters.length; i++) {
      shingles.add(`${characters[i - 1]}${characters[i]}`);
    }
  }
  return shingles;
};

/** |A∩B| ÷ |A∪B|, exact, 0-1; 0 when both are empty. */
export const jaccard = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared++;
  const union = a.size + b.size - shared;
  return union === 0 ? 0 : shared / union;
};

/**
 * Whether two notes are near-duplicates. Short notes never are: "no answer" is legitimately written often.
 * @param atLeast the Jaccard similarity from which they are, 0-1
 * @param minShingles both notes need this many
 */
export const nearlySame = (
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  atLeast: number,
  minShingles: number,
): boolean =>
  a.size >= minShingles &&
  b.size >= minShingles &&
  // The union is at least the larger set, so very different sizes need no counting.
  Math.min(a.size, b.size) >= atLeast * Math.max(a.size, b.size) - 1e-9 &&
  jaccard(a, b) >= atLeast;
