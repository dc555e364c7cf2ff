// Dates as another system writes them, by a format such as `M/D/YYYY`; ISO 8601 is always understood besides.
import { remembered } from '../remember.ts';
import { type Day, type Instant, isDay } from '../time.ts';
import { Fault, quoted } from './fault.ts';

/** A day with, where one was written, the local time `HH:MM:SS`; or an instant, where an offset was. */
export type Moment =
  | { readonly day: Day; readonly clock: string | null }
  | { readonly at: Instant };

export interface DateFormat {
  readonly text: string;
  readonly pattern: RegExp;
}

const TOKENS: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
};
const TOKEN = /YYYY|MM|M|DD|D|HH|H|mm|ss/g;
const ISO =
  /^(?<day>\d{4}-\d{2}-\d{2})(?:[T ](?<clock>\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?<offset>Z|[+-]\d{2}:?\d{2})?)?$/;

/** The format, or null when it does not name the year, month and day once each or holds other letters. */
export const compileDate = (text: string): DateFormat | null => {
  const tokens = text.match(TOKEN) ?? [];
  const named = tokens.map((token) => token[0]).sort();
  const unique = new Set(named).size === named.length;
  if (!unique || !['Y', 'M', 'D'].every((letter) => named.includes(letter))) return null;
  if (!named.includes('H') ? named.includes('m') || named.includes('s') : !named.includes('m')) {
    return null;
  }
  if (/[A-Za-z]/.test(text.replace(TOKEN, '').replace('T', ''))) return null;
  const pattern = text
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(TOKEN, (token) => TOKENS[token] ?? token);
  return { text, pattern: new RegExp(`^${pattern}$`) };
};

/** Days of real files come again and again: some ten years of them. */
const isKnownDay = remembered(4_000, (day: string) => isDay(day));

const two = (text: string): string => text.padStart(2, '0');

const checked = (text: string, day: Day, clock: string | null): Moment | Fault => {
  if (!isKnownDay(day)) return new Fault('impossible_date', `${quoted(text)} is on no calendar`);
  if (clock !== null && !/^(?:[01]\d|2[0-3])(?::[0-5]\d){2}$/.test(clock)) {
    return new Fault('bad_time', `${quoted(text)} holds no time of the day`);
  }
  return { day, clock };
};

const readIso = (text: string, groups: Record<string, string | undefined>): Moment | Fault => {
  const { day = '', clock, offset } = groups;
  const full = clock === undefined ? null : clock.length === 5 ? `${clock}:00` : clock;
  const local = checked(text, day, full);
  if (local instanceof Fault || offset === undefined) return local;
  const at = Date.parse(`${day}T${full}${offset}`);
  return Number.isNaN(at) ? new Fault('bad_time', `${quoted(text)} has no such offset`) : { at };
};

/** Whether the text fits once month and day have changed places. */
const isSwapped = (month: string, day: string): boolean => Number(month) > 12 && Number(day) <= 12;

/** @param format null: only ISO 8601 */
export const readMoment = (text: string, format: DateFormat | null): Moment | Fault => {
  const groups = format?.pattern.exec(text)?.groups;
  if (groups === undefined) {
    const iso = ISO.exec(text)?.groups;
    if (iso !== undefined) return readIso(text, iso);
    return new Fault('bad_date', `${quoted(text)} is not written ${format?.text ?? 'YYYY-MM-DD'}`);
  }
  const { year = '', month = '', day = '', hour, minute = '', second } = groups;
  if (isSwapped(month, day)) {
    return new Fault(
      'bad_date',
      `${quoted(text)} has no month ${month}; it looks as if day and month are swapped, expected is ${format?.text}`,
    );
  }
  const clock = hour === undefined ? null : `${two(hour)}:${minute}:${second ?? '00'}`;
  return checked(text, `${year}-${two(month)}-${two(day)}`, clock);
};
