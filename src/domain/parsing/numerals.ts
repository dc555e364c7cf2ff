// Chinese and mixed numerals: 十五, 两万五, 1.2亿, 1万2, 3k5.
import { matchesOf } from './matches.ts';

const DIGIT: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  伍: 5,
  陆: 6,
};
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, k: 1000 };
const BIG: Readonly<Record<string, number>> = { 万: 1e4, w: 1e4, 亿: 1e8 };

const cents = (value: number): number => Math.round(value * 100) / 100;

/**
 * The value of a numeral without spaces or separators; null when it cannot be read in exactly one way
 * (`1万25`). A last single digit without unit stands one step below the unit before it: 两万五 is 25,000.
 */
export const numeralOf = (text: string): number | null => {
  if (/^[〇零一二三四五六七八九]{2,}$/.test(text) && !/^[一二三四五六七八九]{2}$/.test(text)) {
    return Number([...text].map((char) => DIGIT[char] ?? 0).join(''));
  }
  let total = 0;
  let section = 0;
  let current: number | null = null;
  let width = 0;
  let last = 0;
  let zero = false;
  for (const [token] of matchesOf(/\d+(?:\.\d+)?|./gu, text.toLowerCase())) {
    const digit = /^\d/.test(token) ? Number(token) : DIGIT[token];
    if (digit !== undefined) {
      if (token === '零' || token === '〇') {
        if (current !== null) return null;
        zero = true;
        continue;
      }
      if (current !== null) return null;
      current = digit;
      width = token.length;
      continue;
    }
    const small = SMALL[token];
    const big = BIG[token];
    if (small !== undefined) {
      section +=
        (current ?? (section === 0 && total === 0 && small === 10 ? 1 : Number.NaN)) * small;
      last = small;
    } else if (big !== undefined) {
      if (current === null && section === 0) {
        if (total === 0) return null;
        total *= big;
      } else {
        // 一万亿 and 二十亿 both multiply what stands before.
        const before = section + (current ?? 0);
        total = big === 1e8 && total > 0 ? (total + before) * big : total + before * big;
      }
      section = 0;
      last = big;
    } else {
      return null;
    }
    current = null;
    zero = false;
  }
  if (current !== null) {
    if (last === 0 || zero || (last === 10 && width === 1)) section += current;
    else if (width === 1 && Number.isInteger(current)) section += (current * last) / 10;
    else if (last >= 1e4 && width === 4) section += current;
    else if (last === 1000 && width === 3) section += current;
    else return null;
  }
  const value = total + section;
  return Number.isFinite(value) ? cents(value) : null;
};

/** A whole number in digits or Chinese, for dates and counts; null when it is none. */
export const countOf = (text: string): number | null => {
  const trimmed = text.trim();
  if (/^\d+$/.test(trimmed)) return Number(trimmed);
  const value = numeralOf(trimmed);
  return value !== null && Number.isInteger(value) ? value : null;
};
