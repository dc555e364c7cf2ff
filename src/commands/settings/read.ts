// Reads what is typed or filled in for a setting: its value, or what is wrong with it, in the asker's words.
import type { Values } from '../../chat/form.ts';
import type { CalendarKind } from '../../domain/calendar.ts';
import { type Currency, isCurrency } from '../../domain/money.ts';
import { currencyOf } from '../../domain/parsing/currencies.ts';
import type { Role } from '../../domain/role.ts';
import {
  type Clock,
  type Day,
  type Days,
  daysBetween,
  isClock,
  isDay,
  type Zone,
} from '../../domain/time.ts';
import type { LocaleTag } from '../../locales/index.ts';
import type { Messages } from '../../locales/messages.ts';
import type { Call } from '../command.ts';
import { refuse } from '../refuse.ts';
import { calendarKindOf, followsTeam, languageOf, roleOf, switchOf } from './words.ts';
import { zoneNamed, zoneNear } from './zones.ts';

export type Reading<T> =
  | { readonly value: T }
  | {
      readonly error: string;
      /** What to type instead, when that is known better than by an example. */
      readonly instead?: string;
    };
/** Reads a text that is not empty. */
export type Reader<T> = (call: Call, text: string) => Reading<T>;

/** What to type for a setting, as the asker's language has it. */
export type Example = keyof Messages['settings']['type'];

const known = <T>(value: T | null, error: string): Reading<T> =>
  value === null ? { error } : { value };

/** A name without line breaks and invisible characters. */
export const readName =
  (max: number): Reader<string> =>
  ({ locale }, text) => {
    const { form } = locale.t;
    const name = text
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
      .trim();
    if (name === '') return { error: form.required };
    return name.length > max ? { error: form.tooLong({ max }) } : { value: name };
  };

/** `18:30`, `9:00`, `6:30pm`, in full width as well. */
export const clockIn = (text: string): Clock | null => {
  const typed = text.normalize('NFKC').trim().toLowerCase();
  const [, hours = '', minutes = '', half] = /^(\d{1,2}):(\d{2})\s*(am|pm)?$/.exec(typed) ?? [];
  if (hours === '' || (half !== undefined && (Number(hours) < 1 || Number(hours) > 12)))
    return null;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'pm' ? 12 : 0);
  const clock = `${String(hour).padStart(2, '0')}:${minutes}`;
  return isClock(clock) ? clock : null;
};

export const readClock: Reader<Clock> = ({ locale }, text) =>
  known(clockIn(text), locale.t.form.clock);

export const readZone: Reader<Zone> = ({ locale }, text) => {
  const zone = zoneNamed(text);
  if (zone !== null) return { value: zone };
  const { errors } = locale.t.settings;
  const near = zoneNear(text);
  const typed = text.slice(0, 60);
  return near === null
    ? { error: errors.zone({ typed }) }
    : {
        error: errors.zoneNear({ typed, near }),
        instead: locale.t.settings.typeZone({ zone: near }),
      };
};

export const readCurrency: Reader<Currency> = ({ locale }, text) => {
  const code = text.normalize('NFKC').trim().toUpperCase();
  const named = isCurrency(code) ? code : currencyOf(text);
  const error = locale.t.settings.errors.currency({ typed: text.slice(0, 60) });
  return known(named !== null && isCurrency(named) ? named : null, error);
};

export const readLanguage: Reader<LocaleTag> = ({ locale }, text) =>
  known(languageOf(text), locale.t.settings.errors.language);

/** A language, or null to follow the team. */
export const readOwnLanguage: Reader<LocaleTag | null> = (call, text) =>
  followsTeam(text) ? { value: null } : readLanguage(call, text);

export const readCalendar: Reader<CalendarKind> = ({ locale }, text) =>
  known(calendarKindOf(text), locale.t.settings.errors.calendar);

export const readSwitch: Reader<boolean> = ({ locale }, text) =>
  known(switchOf(text), locale.t.settings.errors.onOff);

export const readRole: Reader<Role> = ({ locale }, text) =>
  known(roleOf(text), locale.t.settings.errors.role);

/** `2026-03-12`, also written with slashes, dots, or 年月日. */
const dayIn = (text: string): Day | null => {
  const typed = text.normalize('NFKC').trim();
  const [, year = '', month = '', date = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(typed) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
};

export const readDay: Reader<Day> = ({ locale }, text) => known(dayIn(text), locale.t.form.day);

const DAY = String.raw`\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?`;
const DAYS = new RegExp(`^(${DAY})(?:\\s*(?:\\s|~|–|—|至|到|\\.\\.|to\\s|-)\\s*(${DAY}))?`, 'u');

/** Whether the text begins with a day. */
export const beginsWithDay = (text: string): boolean => DAYS.test(text.normalize('NFKC').trim());

/**
 * A day or a range of days at the beginning of the text, and what follows it.
 * @param max longest range in days
 * @throws Refusal `day_unclear`, `setting_unclear`
 */
export const daysAt = (
  call: Call,
  text: string,
  max: number,
  example: Example,
): { readonly days: Days; readonly rest: string } => {
  const typed = text.normalize('NFKC').trim();
  const match = DAYS.exec(typed);
  const from = dayIn(match?.[1] ?? '');
  const to = match?.[2] === undefined ? from : dayIn(match[2]);
  if (match === null || from === null || to === null) {
    return refuse('day_unclear', {
      typed: (match?.[0] ?? typed.split(/\s/u)[0] ?? '').slice(0, 40),
    });
  }
  const problem = rangeProblem(call, { from, to }, max);
  if (problem !== null) return unclear(call, problem, example);
  return { days: { from, to }, rest: typed.slice(match[0].length).trim() };
};

/** What is wrong with a range of days, or null. */
export const rangeProblem = (call: Call, { from, to }: Days, max: number): string | null => {
  const { errors } = call.locale.t.settings;
  if (to < from) return errors.backwards;
  return daysBetween(from, to) >= max ? errors.longRange({ max }) : null;
};

/**
 * @param instead what to type, when that is known better than by an example
 * @throws Refusal with the problem and what to type instead
 */
export const unclear = (
  call: Call,
  problem: string,
  example: Example,
  instead: string = call.locale.t.settings.type[example],
): never => refuse('setting_unclear', { problem, example: instead });

/** The value of a typed text. @throws Refusal with the problem and what to type instead */
export const typedValue = <T>(call: Call, reader: Reader<T>, text: string, example: Example): T => {
  const reading: Reading<T> =
    text.trim() === '' ? { error: call.locale.t.settings.errors.missing } : reader(call, text);
  return 'value' in reading
    ? reading.value
    : unclear(call, reading.error, example, reading.instead);
};

/** Reads the inputs of one submission; what is wrong goes to `errors` under the input's name. */
export class FormReader {
  readonly errors: Record<string, string> = {};

  constructor(
    private readonly call: Call,
    private readonly values: Values,
  ) {}

  get failed(): boolean {
    return Object.keys(this.errors).length > 0;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.values, name);
  }

  text(name: string): string {
    const value = this.values[name];
    return typeof value === 'string' ? value.trim() : '';
  }

  /** The value, or null with an error noted. */
  read<T>(name: string, reader: Reader<T>): T | null {
    const text = this.text(name);
    const reading =
      text === '' ? { error: this.call.locale.t.form.required } : reader(this.call, text);
    if ('value' in reading) return reading.value;
    this.errors[name] = reading.error;
    return null;
  }
}
