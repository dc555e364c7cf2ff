// From the text of a cell to a value of a kind: what a field may hold, and what is said when it does not.
import { isCurrency } from '../money.ts';
import { remembered } from '../remember.ts';
import { type Clock, type Day, isClock, isZone } from '../time.ts';
import { type Amount, type Decimal, readAmount } from './amount.ts';
import { type DateFormat, type Moment, readMoment } from './date.ts';
import { Fault, quoted } from './fault.ts';

/** How the texts of one field are written. */
export interface Reading {
  /** Null: only ISO 8601. */
  readonly date: DateFormat | null;
  readonly decimal: Decimal;
  readonly unit: 'major' | 'minor';
  readonly by: 'id' | 'name';
  /** Which system the ids are of. */
  readonly system: string | undefined;
  /** The latest local day anywhere: what is after it has not happened. */
  readonly today: Day;
}

/** Another row, as the file names it. */
export interface Ref {
  readonly by: 'id' | 'name';
  /** As written. */
  readonly text: string;
  /** Its external id, when it is meant by id. */
  readonly id: string;
}

/** Ids of different systems are kept apart. */
export const externalIdOf = (system: string | undefined, id: string): string =>
  system === undefined ? id : `${system}/${id}`;

/** What rows refer to. */
export type Referred = 'team' | 'member' | 'customer' | 'deal';

/** What a mapping may say about a field, beside where its text comes from. */
export type KindName = 'text' | 'date' | 'amount' | 'reference';

export interface Field<T, Required extends boolean = boolean> {
  readonly kind: KindName;
  readonly required: Required;
  /** For the documentation and the faults of a mapping. */
  readonly what: string;
  /** The noun a reference means. */
  readonly refersTo?: Referred;
  /** @param text not empty, without blanks around it */
  read(text: string, how: Reading): T | Fault;
}

/** Days before this are typing errors, or Excel's zero. */
const EARLIEST: Day = '1970-01-01';
const LATEST: Day = '2100-12-31';
const MAX_NAME = 200;
const MAX_ID = 200;

const kind =
  (name: KindName) =>
  <T>(what: string, read: Field<T>['read']) => ({ kind: name, what, read });
const plain = kind('text');

/** All that cannot be seen, blanks and line ends included where a name has no use for them. */
const CONTROL = /[\p{Cc}\u2028\u2029]/u;
const CONTROL_BUT_LINES = /[^\P{Cc}\t\n\r]/u;
/** What a spreadsheet would run as a formula, in full width too. */
const FORMULA = /^[=+\-@＝＋－＠]/;

const tooLong = (text: string, max: number): Fault | null =>
  text.length > max
    ? new Fault('too_long', `it is ${text.length} characters long, ${max} is the limit`)
    : null;

/** A short text on one line that names somebody or something. */
const readName = (text: string): string | Fault => {
  if (CONTROL.test(text)) {
    return new Fault('control_characters', `${quoted(text)} holds characters that cannot be seen`);
  }
  if (FORMULA.test(text)) {
    return new Fault('formula', `${quoted(text)} would be run as a formula by a spreadsheet`);
  }
  return tooLong(text, MAX_NAME) ?? text;
};

/** By which the other system knows a row. */
export const readId = (text: string): string | Fault => {
  if (text === '') return new Fault('missing', 'the id is empty');
  if (CONTROL.test(text)) {
    return new Fault('control_characters', `${quoted(text)} holds characters that cannot be seen`);
  }
  return tooLong(text, MAX_ID) ?? text;
};

export const name = plain<string>(`a name of at most ${MAX_NAME} characters`, readName);

/** Somebody's own words: line ends are theirs. */
export const words = (max: number) =>
  plain<string>(`a text of at most ${max} characters`, (text) =>
    CONTROL_BUT_LINES.test(text)
      ? new Fault('control_characters', 'it holds characters that cannot be seen')
      : (tooLong(text, max) ?? text),
  );

export const code = <const C extends string>(codes: readonly C[]) =>
  plain<C>(
    `one of ${codes.join(', ')}`,
    (text) =>
      codes.find((known) => known === text) ??
      codes.find((known) => known.toLowerCase() === text.toLowerCase()) ??
      new Fault('unknown_code', `${quoted(text)} is none of ${codes.join(', ')}`),
  );

const YES = ['yes', 'y', 'true', '1', '是'];
const NO = ['no', 'n', 'false', '0', '否'];

export const yesNo = plain<boolean>('yes or no', (text) => {
  const lower = text.toLowerCase();
  if (YES.includes(lower)) return true;
  if (NO.includes(lower)) return false;
  return new Fault('bad_yes_no', `${quoted(text)} is neither yes nor no`);
});

export const whole = (from: number, to: number) =>
  plain<number>(`a whole number from ${from} to ${to}`, (text) => {
    if (!/^[-+]?\d+(?:\.0+)?$/.test(text)) {
      return new Fault('bad_number', `${quoted(text)} is no whole number`);
    }
    const number = Number(text);
    return number >= from && number <= to
      ? number
      : new Fault('out_of_range', `${quoted(text)} is not from ${from} to ${to}`);
  });

const currencyKnown = remembered(500, isCurrency);
const zoneKnown = remembered(1_000, isZone);

export const currency = plain<string>('a currency code such as CNY', (text) =>
  currencyKnown(text)
    ? text
    : new Fault('unknown_currency', `${quoted(text)} is no currency code; write one such as USD`),
);

export const zone = plain<string>('a time zone such as Asia/Shanghai', (text) =>
  zoneKnown(text)
    ? text
    : new Fault('unknown_zone', `${quoted(text)} is no time zone; write one such as Asia/Shanghai`),
);

export const locale = plain<string>('a language such as zh or en', (text) =>
  /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(text)
    ? text
    : new Fault('unknown_locale', `${quoted(text)} is no language; write one such as zh or en`),
);

export const clock = plain<Clock>('a time of the day such as 18:30', (text) =>
  isClock(text) ? text : new Fault('bad_time', `${quoted(text)} is not written HH:MM`),
);

const inTime = (text: string, day: Day, past: boolean, today: Day): Fault | null => {
  if (day < EARLIEST || day > LATEST) {
    return new Fault('date_out_of_range', `${quoted(text)} is not from ${EARLIEST} to ${LATEST}`);
  }
  if (past && day > today) return new Fault('future_date', `${quoted(text)} has not come yet`);
  return null;
};

const dated = kind('date');

/** A local day. @param past whether it must have come */
export const day = (past: boolean) =>
  dated<Day>(past ? 'a day that has come' : 'a day', (text, how) => {
    const moment = readMoment(text, how.date);
    if (moment instanceof Fault) return moment;
    if ('at' in moment) {
      return new Fault('bad_date', `${quoted(text)} has an offset, but only a day is wanted`);
    }
    return inTime(text, moment.day, past, how.today) ?? moment.day;
  });

/** When something happened; without an offset in the team's own time. */
export const moment = dated<Moment>('a day, or a time, that has come', (text, how) => {
  const read = readMoment(text, how.date);
  if (read instanceof Fault) return read;
  const on = 'at' in read ? new Date(read.at).toISOString().slice(0, 10) : read.day;
  return inTime(text, on, true, how.today) ?? read;
});

/** @param sign which amounts make sense */
export const amount = (sign: 'any' | 'positive' | 'not negative') =>
  kind('amount')<Amount>('an amount', (text, { decimal, unit }) => {
    const read = readAmount(text, decimal, unit === 'minor');
    if (read instanceof Fault) return read;
    if (read.negative && sign !== 'any') {
      return new Fault('negative_amount', `${quoted(text)} is negative`);
    }
    if (read.digits === '0' && sign !== 'not negative') {
      return new Fault('zero_amount', 'it is 0');
    }
    return read;
  });

/** What another row can be referred to by. */
export const reference = (noun: Referred) => ({
  ...kind('reference')<Ref>(`the id or name of a ${noun}`, (text, { by, system }) => {
    const read = by === 'id' ? readId(text) : readName(text);
    return read instanceof Fault ? read : { by, text: read, id: externalIdOf(system, read) };
  }),
  refersTo: noun,
});
