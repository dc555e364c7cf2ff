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

/** Days, or quarters of an hour, that are remembered: ten years of days, or a month of quarters of one zone. */
const REMEMBERED = 4_000;

const zoned = (at: Instant, zone: Zone): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

/**
 * No zone has changed its day within a quarter of an hour since Liberia gave up its 44:30 minutes in 1972, so all
 * instants of one share it.
 */
const QUARTER = 15 * MINUTE;
const QUARTERS_SINCE: Instant = Date.UTC(1973, 0);

const daysIn = remembered(50, (zone: Zone) =>
  remembered(
    REMEMBERED,
    (quarter: number): Day =>
      zoned(quarter * QUARTER, zone)
        .toPlainDate()
        .toString(),
  ),
);

/** The local day on which `at` falls in `zone`. */
export const dayOf = (at: Instant, zone: Zone): Day =>
  at >= QUARTERS_SINCE
    ? daysIn(zone)(Math.floor(at / QUARTER))
    : zoned(at, zone).toPlainDate().toString();

const clockAt = (at: Instant, zone: Zone): Clock =>
  zoned(at, zone).toPlainTime().toString({ smallestUnit: 'minute' });

const clocksIn = remembered(50, (zone: Zone) =>
  remembered(REMEMBERED, (minute: number): Clock => clockAt(minute * MINUTE, zone)),
);

/** The wall-clock time `HH:MM` of `at` in `zone`. */
export const clockOf = (at: Instant, zone: Zone): Clock =>
  at >= QUARTERS_SINCE ? clocksIn(zone)(Math.floor(at / MINUTE)) : clockAt(at, zone);

const instantsIn = remembered(50, (zone: Zone) =>
  remembered(REMEMBERED, (local: string): Instant => {
    const [day = '', clock = ''] = local.split('T');
    return Temporal.PlainDate.from(day)
      .toPlainDateTime(Temporal.PlainTime.from(clock))
      .toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
  }),
);

/**
 * The instant of a wall-clock time. A time that daylight saving leaves out moves later by as much as was left out,
 * 02:30 to 03:30; a repeated time means its first occurrence.
 */
export const instantOf = (day: Day, clock: Clock, zone: Zone): Instant =>
  instantsIn(zone)(`${day}T${clock}`);

const EPOCH = Temporal.PlainDate.from('1970-01-01');
/** Days since 1970-01-01, and back. */
const ordinalOf = remembered(
  REMEMBERED,
  (day: Day): number => EPOCH.until(Temporal.PlainDate.from(day)).days,
);
const dayAt = remembered(
  REMEMBERED,
  (ordinal: number): Day => EPOCH.add({ days: ordinal }).toString(),
);

export const addDays = (day: Day, days: number): Day => dayAt(ordinalOf(day) + days);

/** Adds calendar months; the 31st becomes the last day of a shorter month. */
export const addMonths = (day: Day, months: number): Day => monthsOn(months)(day);

const monthsOn = remembered(50, (months: number) =>
  remembered(
    REMEMBERED,
    (day: Day): Day => Temporal.PlainDate.from(day).add({ months }).toString(),
  ),
);

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => ordinalOf(to) - ordinalOf(from);

/** ISO weekday: 1 Monday … 7 Sunday. */
export const weekdayOf: (day: Day) => number = remembered(
  REMEMBERED,
  (day) => Temporal.PlainDate.from(day).dayOfWeek,
);

/** The calendar month around `day`. */
export const monthAround: (day: Day) => Days = remembered(REMEMBERED, (day) => {
  const date = Temporal.PlainDate.from(day);
  return {
    from: date.with({ day: 1 }).toString(),
    to: date.with({ day: date.daysInMonth }).toString(),
  };
});

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
export const isDay = (text: string): text is Day =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && isInCalendar(text);

const isInCalendar = remembered(REMEMBERED, (text: string): boolean => {
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
});

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
