// Amounts as text, exactly: no float ever holds one.
import { type Currency, moneyOf } from '../money.ts';
import { Fault, quoted } from './fault.ts';

/** How the other system writes numbers: the mark before the fraction; the other one groups thousands. */
export type Decimal = '.' | ',';

/** A decimal number: `digits ÷ 10^scale`. */
export interface Amount {
  readonly negative: boolean;
  /** Without leading zeros; `0` for nothing. */
  readonly digits: string;
  readonly scale: number;
  /** Whether it counts minor units already. */
  readonly minor: boolean;
}

const shape = (decimal: string, group: string): RegExp =>
  new RegExp(
    `^(?<sign>[-+−]?)(?<whole>\\d{1,3}(?:[${group} \\u00a0\\u202f]\\d{3})+|\\d+)(?:${decimal}(?<fraction>\\d+))?$`,
  );
const SHAPES: Readonly<Record<Decimal, RegExp>> = {
  '.': shape('\\.', ",'’"),
  ',': shape(',', ".'’"),
};
const SYMBOL = /^([-+−]?)\p{Sc}\s*|\s*\p{Sc}$/gu;
/** What is plainly a number is not taken apart. */
const WHOLE = /^\d{1,15}$/;

/** @param minor whether the text counts minor units (cents) instead of whole ones */
export const readAmount = (text: string, decimal: Decimal, minor: boolean): Amount | Fault => {
  const plain = WHOLE.test(text) ? { whole: text } : SHAPES[decimal].exec(bare(text))?.groups;
  if (plain === undefined) {
    const example = decimal === '.' ? '1234.50' : '1234,50';
    return new Fault('bad_amount', `${quoted(text)} is no amount; write it like ${example}`);
  }
  const fraction = (plain.fraction ?? '').replace(/0+$/, '');
  const digits = ((plain.whole ?? '').replace(/\D/g, '') + fraction).replace(/^0+(?=\d)/, '');
  if (minor && fraction !== '') {
    return new Fault('amount_too_fine', `${quoted(text)} is no whole number of minor units`);
  }
  const sign = plain.sign ?? '';
  return {
    negative: digits !== '0' && (sign === '-' || sign === '−'),
    digits,
    scale: fraction.length,
    minor,
  };
};

const bare = (text: string): string => text.replace(SYMBOL, '$1');

/** The whole minor units of a currency. */
export const minorOf = (amount: Amount, currency: Currency): number | Fault => {
  const places = amount.minor ? 0 : Math.round(Math.log10(moneyOf(1, currency).minor));
  if (amount.scale > places) {
    return new Fault(
      'amount_too_fine',
      `an amount in ${currency} has at most ${places} decimal places`,
    );
  }
  const text = amount.digits + '0'.repeat(places - amount.scale);
  const minor = Number(text);
  if (text.length > 16 || !Number.isSafeInteger(minor)) {
    return new Fault('amount_too_large', `${quoted(amount.digits)} is more than can be counted`);
  }
  return amount.negative ? -minor : minor;
};
