// Money as whole minor units of one currency; never a float, never a bare number on a card.

/** An ISO 4217 code, e.g. `CNY`. */
export type Currency = string;

export interface Money {
  /** Whole minor units (cents, fen); an integer within ±2^53. */
  readonly minor: number;
  readonly currency: Currency;
}

const digits = new Map<Currency, number>();

/** Whether the runtime knows this currency code. */
export const isCurrency = (code: string): code is Currency =>
  /^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf('currency').includes(code);

/** Decimal places of the currency: 2 for CNY, 0 for JPY. */
const fractionDigits = (currency: Currency): number => {
  let known = digits.get(currency);
  if (known === undefined) {
    known =
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
        .maximumFractionDigits ?? 2;
    digits.set(currency, known);
  }
  return known;
};

/** Money from a value in major units, rounded half-up to whole minor units. */
export const moneyOf = (value: number, currency: Currency): Money => ({
  minor: Math.round(value * 10 ** fractionDigits(currency)),
  currency,
});

/** The value in major units: 15000 for 1,500,000 fen. */
export const majorOf = (money: Money): number => money.minor / 10 ** fractionDigits(money.currency);

/**
 * Minor units of `to` that one minor unit of `from` is worth.
 * @param rate value of one whole unit of `from` in `to`
 */
export const minorRate = (rate: number, from: Currency, to: Currency): number =>
  rate * 10 ** (fractionDigits(to) - fractionDigits(from));

/** The value in major units as an exact decimal with all places of the currency: `-15000.05`. */
export const decimalOf = ({ minor, currency }: Money): string => {
  const places = fractionDigits(currency);
  const digits = String(Math.abs(minor)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = places === 0 ? '' : `.${digits.slice(-places)}`;
  return `${minor < 0 ? '-' : ''}${whole}${fraction}`;
};
