// The number of an amount as written: 1,200,000 · 1.2亿 · 15k · 两万五 · 1.5 million.
import { SPELT, spelt } from './number-words.ts';
import { numeralOf } from './numerals.ts';

const SPELT_WHOLE = new RegExp(`^(?:${SPELT})$`);

export interface Quantity {
  /** Null when it can be read in more than one way. */
  readonly value: number | null;
  /** The factor of its last unit, 1 when it has none. */
  readonly unit: number;
  /** The number before that unit. */
  readonly head: number;
  readonly candidates: readonly number[];
}

const LATIN: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  grand: 1e3,
  m: 1e6,
  mn: 1e6,
  mm: 1e6,
  mio: 1e6,
  mil: 1e6,
  mln: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
};
const HAN: Readonly<Record<string, number>> = { 万: 1e4, w: 1e4, 亿: 1e8, 千: 1e3, 百: 100 };

const cents = (value: number): number => Math.round(value * 100) / 100;
const known = (value: number, unit: number): Quantity => ({
  value: cents(value * unit),
  unit,
  head: value,
  candidates: [],
});

// Thousands are grouped by commas, apostrophes or spaces; 15.000 may be fifteen or fifteen thousand.
const plain = (digits: string): { value: number | null; candidates: number[] } => {
  if (/^\d+(?:\.\d+)?$/.test(digits)) {
    const value = Number(digits);
    if (/^\d{1,3}\.\d{3}$/.test(digits)) return { value, candidates: [value * 1000, value] };
    return { value, candidates: [] };
  }
  if (
    /^\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?$/.test(digits) ||
    /^\d{1,3}(?:,\d{2})*,\d{3}$/.test(digits)
  ) {
    return { value: Number(digits.replace(/[,' ]/g, '')), candidates: [] };
  }
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$/.test(digits)) {
    return { value: Number(digits.replaceAll('.', '').replace(',', '.')), candidates: [] };
  }
  // 1.2 万 written 1,2万: a decimal comma or a slip?
  return { value: null, candidates: [] };
};

/** Reads a number with its unit; null when it is no number. */
export const quantityOf = (text: string): Quantity | null => {
  const compact = text
    .trim()
    .toLowerCase()
    .replace(/个(?=[亿百千万])/g, '');
  if (/[a-z]{3}/.test(compact) && SPELT_WHOLE.test(compact)) {
    const value = spelt(compact);
    return { value, unit: 1e3, head: (value ?? Number.NaN) / 1e3, candidates: [] };
  }
  const latin =
    /^(\d[\d,.' ]*?)\s?(k|thousand|grand|mn|mm|mio|mil|mln|million|m|bn|billion|b)?$/.exec(compact);
  if (latin) {
    const number = plain((latin[1] ?? '').trim());
    const unit = latin[2] ? (LATIN[latin[2]] ?? 1) : 1;
    if (number.value === null) return { value: null, unit, head: Number.NaN, candidates: [] };
    if (number.candidates.length > 0 && unit === 1) {
      return { value: null, unit, head: number.value, candidates: number.candidates };
    }
    return known(number.value, unit);
  }
  if (/^半个?亿$/.test(compact)) return known(0.5, 1e8);
  const decimal = /^([零一二两三四五六七八九十]+)点([零一二三四五六七八九]+)([万亿千])$/.exec(
    compact,
  );
  if (decimal) {
    const digits = [...(decimal[2] ?? '')].map((char) => numeralOf(char) ?? 0).join('');
    return known(
      Number(`${numeralOf(decimal[1] ?? '') ?? 0}.${digits}`),
      HAN[decimal[3] ?? ''] ?? 1,
    );
  }
  const joined = compact.replace(/\s/g, '').replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  const value = numeralOf(joined);
  if (value === null) {
    return /[\d一二两三四五六七八九十]/.test(joined)
      ? { value: null, unit: 1, head: Number.NaN, candidates: [] }
      : null;
  }
  const last = /[万亿千百wk](?=[^万亿千百wk]*$)/.exec(joined)?.[0] ?? '';
  const unit = last === 'k' ? 1e3 : (HAN[last] ?? 1);
  const big = /[万亿w]$/.test(joined) ? unit : joined.endsWith(last) && last !== '' ? unit : 1;
  return { value, unit: big, head: big > 1 ? cents(value / big) : value, candidates: [] };
};
