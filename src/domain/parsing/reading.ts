// What named days and times mean from now, as a date to come and as one gone by.
import { addDays, type Clock, type Day, daysBetween, isDay, weekdayOf } from '../time.ts';
import type { Precision } from './codes.ts';
import type { ParsedWhen } from './parsed.ts';
import {
  clock,
  type DaySpec,
  dayIn,
  lastDayOf,
  monthName,
  type Now,
  type TimeSpec,
  two,
  yearOf,
} from './when.ts';
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
