// Instants, local days and time zones. All calendar arithmetic of the product goes through here.
import { Temporal } from 'temporal-polyfill';
import { remembered } from './remember.ts';

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;
/** A local calendar day, `YYYY-MM-DD`. */
export type Day = string;
/** An IANA time-zone name, e.g. `Asia/Shanghai`. */
export type Zone = string;
/** A wall-clock time, `HH:MM`, 24 hours. */
export type Clock = string;
/** A closed range of local days. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

const zoned = (at: Instant, zone: Zone): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

/** The local day on which `at` falls in `zone`. */
export const dayOf = remembered(
  (at: Instant, zone: Zone): Day => zoned(at, zone).toPlainDate().toString(),
);

/** The wall-clock time `HH:MM` of `at` in `zone`. */
export const clockOf = (at: Instant, zone: Zone): Clock =>
  zoned(at, zone).toPlainTime().toString({ smallestUnit: 'minute' });

/**
 * The instant of a wall-clock time. A time that daylight saving leaves out moves later by as much as was left out,
 * 02:30 to 03:30; a repeated time means its first occurrence.
 */
export const instantOf = remembered(
  (day: Day, clock: Clock, zone: Zone): Instant =>
    Temporal.PlainDate.from(day)
      .toPlainDateTime(Temporal.PlainTime.from(clock))
      .toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds,
);

export const addDays = remembered(
  (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString(),
);

/** Adds calendar months; the 31st becomes the last day of a shorter month. */
export const addMonths = (day: Day, months: number): Day =>
  Temporal.PlainDate.from(day).add({ months }).toString();

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

/** ISO weekday: 1 Monday … 7 Sunday. */
export const weekdayOf = remembered((day: Day): number => Temporal.PlainDate.from(day).dayOfWeek);

/** The calendar month around `day`. */
export const monthAround = (day: Day): Days => {
  const date = Temporal.PlainDate.from(day);
  return {
    from: date.with({ day: 1 }).toString(),
    to: date.with({ day: date.daysInMonth }).toString(),
  };
};

/** The ISO week (Monday to Sunday) around `day`. */
export const weekAround = (day: Day): Days => {
  const monday = addDays(day, 1 - weekdayOf(day));
  return { from: monday, to: addDays(monday, 6) };
};

/** The calendar quarter around `day`. */
export const quarterAround = (day: Day): Days => {
  const date = Temporal.PlainDate.from(day);
  const first = date.with({ month: Math.floor((date.month - 1) / 3) * 3 + 1, day: 1 });
  return { from: first.toString(), to: first.add({ months: 3 }).subtract({ days: 1 }).toString() };
};

/** Every day of the range, in order. */
export const eachDay = function* ({ from, to }: Days): Generator<Day> {
  for (let day = from; day <= to; day = addDays(day, 1)) yield day;
};

/** Whether the text is a day of the calendar written `YYYY-MM-DD`. */
export const isDay = (text: string): text is Day => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
};

/** Whether the text is a wall-clock time written `HH:MM`. */
export const isClock = (text: string): text is Clock => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Whether the runtime knows this time zone. */
export const isZone = (text: string): text is Zone => {
  try {
    Temporal.Now.zonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
};
