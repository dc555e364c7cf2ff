// What a line of thanks says: the reason, and what stands before or after it: people, `#value`, `+points`.
import { isTag, TAG, valueBefore, valueNamed } from './tag.ts';

/** A part of the line: what was typed, or somebody named in it. */
export type Piece = string | { readonly name: string };

export interface KudosLine {
  /** As typed; whoever is named within the sentence stays in it. */
  readonly reason: string;
  /** The reason without names: what it says. */
  readonly said: string;
  /** The team's values it is tagged with, or whatever it is where the team has none. */
  readonly values: readonly string[];
  /** Tags that are none of the team's values. */
  readonly strangers: readonly string[];
  /** What was typed after each `+`. */
  readonly points: readonly string[];
}

/** Stands for somebody named in the line; not a letter anybody types. */
const FIRST_PERSON = 0xe000;
const PERSON = /[\ue000-\uf8ff]/gu;

const SIGNS = String.raw`[\s,，、;；:：]`;
const UNIT = `(?:积分|points?|pts?|分|点)`;
const NUMBER = String.raw`[+＋]\s?(\d+(?:\.\d+)?)`;
/** What is counted rather than given: `+2个客户`, `+20%`. */
const COUNTED = String.raw`[\p{Script=Latin}\d%％个位单家万千百元人次天年月号条项台套名件倍成亿多块]|\.\d`;

/** Between two of several people at the beginning. */
const AND = /^(?:和|与|跟|及|&|＆|and\s)\s*(?=[\ue000-\uf8ff])/iu;
const LEADING_SIGNS = new RegExp(`^${SIGNS}+`, 'u');
const LEADING_PERSON = /^[\ue000-\uf8ff]/u;
const LEADING_TAG = new RegExp(`^[#＃](${TAG})`, 'u');
const LEADING_POINTS = new RegExp(`^${NUMBER}\\s?(?:${UNIT}(?![\\p{L}\\d])|(?!${COUNTED}))`, 'iu');
const TRAILING_TAG = new RegExp(`(?<![A-Za-z0-9&])[#＃](${TAG})[\\s。.!！]*$`, 'u');
const TRAILING_POINTS = new RegExp(
  `(?<=^|[\\s\\p{P}\\ue000-\\uf8ff])${NUMBER}\\s?${UNIT}?[\\s。!！]*$`,
  'iu',
);
const TAG_WITHIN = new RegExp(`(?<![A-Za-z0-9&])[#＃](${TAG})`, 'gu');

/** Reads the line from both ends inwards, until a sentence begins. */
class Reader {
  readonly tags: string[] = [];
  readonly points: string[] = [];

  constructor(
    public text: string,
    private readonly values: readonly string[],
  ) {}

  /** Takes one thing away from the beginning; false when there is none. */
  first(): boolean {
    this.text = this.text.replace(LEADING_SIGNS, '').replace(AND, '');
    if (LEADING_PERSON.test(this.text)) return this.cut(0, 1);
    const [typed = '', word = ''] = LEADING_TAG.exec(this.text) ?? [];
    if (word !== '') return this.tag(word, 0, typed.length);
    const points = LEADING_POINTS.exec(this.text);
    if (points === null) return false;
    this.points.push(points[1] ?? '');
    return this.cut(0, points[0].length);
  }

  /** Takes one thing away from the end; false when there is none. */
  last(): boolean {
    const tag = TRAILING_TAG.exec(this.text);
    if (tag !== null) return this.tag(tag[1] ?? '', tag.index, this.text.length);
    const points = TRAILING_POINTS.exec(this.text);
    if (points === null) return false;
    this.points.push(points[1] ?? '');
    return this.cut(points.index, this.text.length);
  }

  private tag(word: string, from: number, to: number): boolean {
    const fused = valueNamed(word, this.values) === null ? valueBefore(word, this.values) : null;
    if (fused !== null && from === 0) {
      this.tags.push(fused.value);
      return this.cut(0, to - fused.rest.length);
    }
    if (!isTag(word)) return false;
    this.tags.push(word);
    return this.cut(from, to);
  }

  private cut(from: number, to: number): true {
    this.text = (this.text.slice(0, from) + this.text.slice(to)).trim();
    return true;
  }
}

/** Values that are tagged within the sentence, where the words stay. */
const within = (text: string, values: readonly string[]): string[] =>
  [...text.matchAll(TAG_WITHIN)].flatMap(
    ([, word = '']) => valueNamed(word, values) ?? valueBefore(word, values)?.value ?? [],
  );

/**
 * Reads a line of thanks. A `#word` or `+number` within the sentence is a part of it, unless the word is one of the
 * team's values.
 * @param pieces the line, with whoever is named in it
 * @param values the team's; none: any tag will do
 */
export const readKudos = (pieces: readonly Piece[], values: readonly string[]): KudosLine => {
  const names: string[] = [];
  const text = pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece.replace(PERSON, '');
      names.push(piece.name);
      return String.fromCharCode(FIRST_PERSON + names.length - 1);
    })
    .join('')
    .trim();
  const reader = new Reader(text, values);
  while (reader.first());
  while (reader.last());
  const isKnown = (tag: string): boolean => values.length === 0 || valueNamed(tag, values) !== null;
  const known = reader.tags.filter(isKnown).map((tag) => valueNamed(tag, values) ?? tag);
  return {
    reason: reader.text.replace(PERSON, (sign) => names[sign.charCodeAt(0) - FIRST_PERSON] ?? ''),
    said: reader.text.replace(PERSON, ' '),
    values: [...new Set([...known, ...within(reader.text, values)])],
    strangers: reader.tags.filter((tag) => !isKnown(tag)),
    points: reader.points,
  };
};
