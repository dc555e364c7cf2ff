// Days and times as a line names them, and what they mean from `now`, forward and backward.
import type { WorkCalendar } from '../calendar.ts';
import {
  addDays,
  addMonths,
  type Clock,
  clockOf,
  type Day,
  dayOf,
  daysBetween,
  type Instant,
  isDay,
  monthAround,
  weekAround,
  weekdayOf,
  type Zone,
} from '../time.ts';
import type { Precision } from './codes.ts';
import type { ParsedWhen } from './parsed.ts';

/** The moment a line was typed, in the tenant's zone. */
export interface Now {
  readonly at: Instant;
  readonly zone: Zone;
  readonly day: Day;
  readonly clock: Clock;
  readonly calendar: WorkCalendar;
}

export const nowOf = (at: Instant, zone: Zone, calendar: WorkCalendar): Now => ({
  at,
  zone,
  day: dayOf(at, zone),
  clock: clockOf(at, zone),
  calendar,
});

/** Whether a date can only lie behind, only ahead, or on either side. */
export type Tense = 'past' | 'future' | 'open';

export type DaySpec =
  | { readonly kind: 'day'; readonly day: Day; readonly tense: Tense; readonly last?: Day }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly last?: number }
  | {
      readonly kind: 'monthDay';
      readonly month: number;
      readonly dom: number;
      readonly last?: number;
    }
  | { readonly kind: 'dom'; readonly dom: number; readonly last?: number }
  | {
      readonly kind: 'period';
      readonly at: string;
      readonly precision: Precision;
      readonly tense: Tense;
    }
  | { readonly kind: 'moment'; readonly at: string; readonly tense: Tense }
  | {
      readonly kind: 'ask';
      readonly ask: 'date' | 'holiday';
      readonly candidates: readonly string[];
      readonly tense?: Tense;
      /** Words such as 尽快 that matter only beside a next step. */
      readonly vague?: boolean;
    }
  /** Understood, and no date: 每周五, 24/7. */
  | { readonly kind: 'none' };

export interface TimeSpec {
  readonly kind: 'time';
  readonly clock: Clock;
  readonly precision: 'minute' | 'daypart';
  /** An hour from 1 to 6 named without a daypart. */
  readonly bare: boolean;
  readonly end: Clock | null;
}

export type Reading =
  | { readonly ok: true; readonly when: ParsedWhen }
  | {
      readonly ok: false;
      readonly ask: 'date' | 'holiday';
      readonly candidates: readonly string[];
    };

const found = (at: string, precision: Precision, end: string | null = null): Reading => ({
  ok: true,
  when: { at, precision, end },
});
const during = (at: string, precision: Precision): Reading => {
  const last = lastDayOf(at);
  return {
    ok: true,
    when: { at: last, precision, end: null, ...(last === at ? {} : { period: at }) },
  };
};
export const unclear = (
  candidates: readonly string[] = [],
  ask: 'date' | 'holiday' = 'date',
): Reading => ({ ok: false, ask, candidates });

const two = (n: number): string => String(n).padStart(2, '0');
export const clock = (hour: number, minute: number): Clock => `${two(hour)}:${two(minute)}`;
const four = (n: number): string => String(n).padStart(4, '0');

/** A day of the calendar, or null when there is none such (31 April). */
export const dayIn = (year: number, month: number, dom: number): Day | null => {
  const day = `${four(year)}-${two(month)}-${two(dom)}`;
  return isDay(day) ? day : null;
};

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));

/** The Monday-to-Sunday week around the day: `2026-W12`. */
export const weekName = (day: Day): string => {
  const thursday = addDays(weekAround(day).from, 3);
  const year = yearOf(thursday);
  const week = Math.floor(daysBetween(`${four(year)}-01-01`, thursday) / 7) + 1;
  return `${four(year)}-W${two(week)}`;
};

/** A day of the ISO week `weeks` away from the week of `now`. */
export const weekdayAt = (now: Now, weeks: number, weekday: number): Day =>
  addDays(weekAround(now.day).from, weeks * 7 + weekday - 1);

/** The month `months` away, written `YYYY-MM`. */
export const monthName = (now: Now, months: number): string =>
  addMonths(monthAround(now.day).from, months).slice(0, 7);

export const monthPeriod = (now: Now, name: string): DaySpec => {
  const current = now.day.slice(0, 7);
  // Of the running month only the rest is left, so its last day is the date to hold.
  const at = name === current ? monthAround(now.day).to : name;
  return {
    kind: 'period',
    at,
    precision: 'month',
    tense: name < current ? 'past' : name === current ? 'open' : 'future',
  };
};

/** The quarter `quarters` away from the running one: its year and number. */
export const quarterAt = (now: Now, quarters: number): { year: number; quarter: number } => {
  const index = yearOf(now.day) * 4 + Math.floor((monthOf(now.day) - 1) / 3) + quarters;
  return { year: Math.floor(index / 4), quarter: (index % 4) + 1 };
};
export const quarterEnd = (year: number, quarter: number): Day =>
  monthAround(`${four(year)}-${two(quarter * 3)}-01`).to;
export const quarterStart = (year: number, quarter: number): Day =>
  `${four(year)}-${two(quarter * 3 - 2)}-01`;
export const quarterPeriod = (now: Now, year: number, quarter: number): DaySpec => ({
  kind: 'period',
  at: `${four(year)}-Q${quarter}`,
  precision: 'quarter',
  tense:
    quarterEnd(year, quarter) < now.day
      ? 'past'
      : quarterStart(year, quarter) > now.day
        ? 'future'
        : 'open',
});

/** The last local day a reading covers: of `2026-04` it is 2026-04-30. */
export const lastDayOf = (at: string): Day => {
  const week = /^(\d{4})-W(\d{2})$/.exec(at);
  if (week) {
    const first = weekAround(`${week[1]}-01-04`).from;
    return addDays(first, Number(week[2]) * 7 - 1);
  }
  const quarter = /^(\d{4})-Q(\d)$/.exec(at);
  if (quarter) return quarterEnd(Number(quarter[1]), Number(quarter[2]));
  if (/^\d{4}-\d{2}$/.test(at)) return monthAround(`${at}-01`).to;
  return at.slice(0, 10);
};

const DAYPART_ENDS: Readonly<Record<Clock, Clock>> = {
  '09:00': '12:00',
  '12:00': '14:00',
  '14:00': '18:00',
  '18:00': '18:00',
  '19:00': '24:00',
};
const endOf = (time: TimeSpec): Clock =>
  time.precision === 'daypart' ? (DAYPART_ENDS[time.clock] ?? time.clock) : time.clock;

// A bare hour from 1 to 6 means the afternoon of a day to come; of the past we do not know.
const afternoon = (at: Clock): Clock => clock(Number(at.slice(0, 2)) + 12, Number(at.slice(3)));
const ahead = (time: TimeSpec): TimeSpec =>
  time.bare
    ? {
        ...time,
        bare: false,
        clock: afternoon(time.clock),
        end: time.end !== null && time.end < '07:00' ? afternoon(time.end) : time.end,
      }
    : time;

const withTime = (day: Day, time: TimeSpec | null, last: Day | null = null): Reading => {
  if (time === null) return found(day, 'day', last);
  return found(`${day}T${time.clock}`, time.precision, time.end && `${day}T${time.end}`);
};

/** Days ahead up to which a passed day of the year is taken to mean the coming year. */
const FAR = 270;

/** What the words mean as a date to come. */
export const forward = (spec: DaySpec, named: TimeSpec | null, now: Now): Reading => {
  const time = named && ahead(named);
  const late = (day: Day): boolean => day === now.day && time !== null && endOf(time) <= now.clock;
  const onDay = (day: Day, last: Day | null = null): Reading => {
    if (day < now.day) return unclear();
    if (late(day)) return unclear([`${addDays(day, 1)}T${time?.clock}`]);
    return withTime(day, time, last);
  };
  switch (spec.kind) {
    case 'day':
      return onDay(spec.day, spec.last ?? null);
    case 'moment':
      return spec.at.slice(0, 16) < `${now.day}T${now.clock}`
        ? unclear()
        : found(spec.at, 'minute');
    case 'weekday': {
      const gap = (spec.weekday - weekdayOf(now.day) + 7) % 7;
      const span = spec.last === undefined ? 0 : (spec.last - spec.weekday + 7) % 7;
      let day = addDays(now.day, gap);
      if (gap === 0) {
        const started = time === null || time.clock <= now.clock;
        const running = time !== null && started && !late(day);
        if (running) return unclear([`${day}T${time.clock}`, `${addDays(day, 7)}T${time.clock}`]);
        if (started) day = addDays(day, 7);
      }
      return withTime(day, time, span > 0 ? addDays(day, span) : null);
    }
    case 'dom': {
      for (let months = 0; months < 12; months++) {
        const month = monthName(now, months);
        const day = dayIn(Number(month.slice(0, 4)), Number(month.slice(5)), spec.dom);
        if (day === null || day < now.day || late(day)) continue;
        const last = spec.last === undefined ? null : `${month}-${two(spec.last)}`;
        return withTime(day, time, last !== null && isDay(last) ? last : null);
      }
      return unclear();
    }
    case 'monthDay': {
      const year = yearOf(now.day);
      const day = dayIn(year, spec.month, spec.dom);
      const next = dayIn(year + 1, spec.month, spec.dom);
      const last = (of: Day): Day | null =>
        spec.last === undefined ? null : dayIn(yearOf(of), spec.month, spec.last);
      if (day !== null && day >= now.day) return onDay(day, last(day));
      if (next === null) return unclear();
      if (daysBetween(now.day, next) <= FAR) return withTime(next, time, last(next));
      return unclear(day === null ? [next] : [day, next]);
    }
    case 'period':
      return spec.tense === 'past' || time !== null ? unclear() : during(spec.at, spec.precision);
    case 'ask':
      return unclear(spec.candidates, spec.ask);
    case 'none':
      return unclear();
  }
};

/** What the words mean as the time of a contact that has been. */
export const backward = (spec: DaySpec, time: TimeSpec | null, now: Now): Reading => {
  const known = time?.bare ? null : time;
  const on = (day: Day | null): Reading => {
    if (day === null || day > now.day) return unclear();
    if (day === now.day && known !== null && known.clock > now.clock) {
      return known.precision === 'daypart' ? withTime(day, null) : unclear();
    }
    return withTime(day, known && { ...known, end: null });
  };
  switch (spec.kind) {
    case 'day':
      return on(spec.day);
    case 'moment':
      return spec.at > `${now.day}T${now.clock}` ? unclear() : found(spec.at, 'minute');
    case 'weekday': {
      const gap = (weekdayOf(now.day) - spec.weekday + 7) % 7;
      if (gap === 0 && known !== null && known.clock <= now.clock) return on(now.day);
      if (gap === 0) return unclear([now.day, addDays(now.day, -7)]);
      return on(addDays(now.day, -gap));
    }
    case 'dom': {
      for (let months = 0; months > -12; months--) {
        const month = monthName(now, months);
        const day = dayIn(Number(month.slice(0, 4)), Number(month.slice(5)), spec.dom);
        if (day !== null && day <= now.day) return on(day);
      }
      return unclear();
    }
    case 'monthDay': {
      const year = yearOf(now.day);
      const day = dayIn(year, spec.month, spec.dom);
      return on(day !== null && day <= now.day ? day : dayIn(year - 1, spec.month, spec.dom));
    }
    case 'period':
      return spec.tense === 'future' ? unclear() : during(spec.at, spec.precision);
    case 'ask':
      return unclear(spec.candidates, spec.ask);
    case 'none':
      return unclear();
  }
};
