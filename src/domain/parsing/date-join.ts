// Joins neighbouring atoms: a day and its time, two names of one day.
import { addDays } from '../time.ts';
import type { Atom } from './atoms.ts';
import { backward, forward } from './reading.ts';
import { clock, type DaySpec, lastDayOf, type Now, type TimeSpec, weekdayAt } from './when.ts';
/** A date in the making. */
export interface Draft {
  start: number;
  end: number;
  day: DaySpec | null;
  time: TimeSpec | null;
  /** Whether a time zone is named beside the time. */
  foreign?: boolean;
}

const TO_TIME =
  /^\s*[)]?\s*(?:,?\s*(?:at|@|around|about|from|by|before|after|in the|no later than|-|的|吧|,)?)\s*$/i;
const TO_DAY = /^\s*(?:,?\s*(?:on|of|the)?)\s*$/i;
const BESIDE = /^\s*[(（]?\s*$/;

/** A time zone named behind a time. */
export const FOREIGN =
  /^\s*\(?(?:EST|EDT|PST|PDT|CST|CDT|MST|MDT|GMT|UTC|BST|CET|CEST|IST|JST|KST|SGT|HKT|AEST|AEDT|ET|PT)\b|^\s*\(?(?:their|your|local|US|UK|EU|New York|London|Eastern|Pacific) time\b/i;
export const isTime = (spec: DaySpec | TimeSpec): spec is TimeSpec => spec.kind === 'time';

/** A daypart and an hour said apart: "tomorrow afternoon at 3". */
const refine = (part: TimeSpec, exact: TimeSpec): TimeSpec => {
  const hour = Number(exact.clock.slice(0, 2));
  const late = part.clock >= '14:00' || (part.clock === '12:00' && hour < 3);
  return late && hour < 12
    ? { ...exact, bare: false, clock: clock(hour + 12, Number(exact.clock.slice(3))) }
    : { ...exact, bare: false };
};

const joinTimes = (a: TimeSpec, b: TimeSpec): TimeSpec | null => {
  if (a.precision === 'daypart' && b.precision === 'minute') return refine(a, b);
  if (a.precision === 'minute' && b.precision === 'daypart') return refine(b, a);
  return a.clock === b.clock ? a : null;
};

const forwardDay = (spec: DaySpec, now: Now): string | null => {
  const reading = forward(spec, null, now);
  return reading.ok ? reading.when.at : null;
};

/** Two names of one day (明天周四, next Tue (17th)); null when they are two days. */
const sameDay = (a: DaySpec, b: DaySpec, now: Now): DaySpec | null => {
  if (a.kind === 'period' && a.precision === 'week' && b.kind === 'weekday') {
    const day = addDays(lastDayOf(a.at), b.weekday - 7);
    return { kind: 'day', day, tense: a.tense };
  }
  if (a.kind === 'weekday' && b.kind === 'period' && b.precision === 'week')
    return sameDay(b, a, now);
  const certain = (spec: DaySpec): boolean => spec.kind === 'day' || spec.kind === 'monthDay';
  const [main, other] = certain(a) || !certain(b) ? [a, b] : [b, a];
  for (const read of [forward, backward]) {
    const left = read(main, null, now);
    if (!left.ok || left.when.precision !== 'day') continue;
    const day = left.when.at;
    if (other.kind === 'weekday') {
      const weeks = [0, 1, -1, 2, -2, 3, -3, 4, 5, 6, 7, 8];
      if (weeks.some((n) => weekdayAt(now, n, other.weekday) === day)) return main;
    } else {
      const right = read(other, null, now);
      if (right.ok && right.when.at === day) return main;
    }
  }
  return null;
};

/** Adds the atom to the draft when both are parts of one date. */
export const joined = (
  draft: Draft,
  atom: Atom,
  gap: string,
  rest: string,
  opening: boolean,
  now: Now,
): boolean => {
  const { spec } = atom;
  if (isTime(spec)) {
    if (draft.day?.kind === 'moment' || draft.day?.kind === 'ask' || draft.day?.kind === 'none') {
      if (draft.day.kind !== 'ask' || !TO_TIME.test(gap)) return false;
      return !draft.day.vague;
    }
    if (draft.time === null) {
      if (!TO_TIME.test(gap)) return false;
      draft.time = spec;
      return true;
    }
    if (!TO_TIME.test(gap)) return false;
    const time = joinTimes(draft.time, spec);
    if (time === null) return false;
    draft.time = time;
    return true;
  }
  if (draft.day === null) {
    const zoned = FOREIGN.test(gap);
    if (spec.kind === 'none' || spec.kind === 'moment') return false;
    if (!TO_DAY.test(gap) && !zoned) return false;
    if (zoned) draft.foreign = true;
    draft.day = spec;
    return true;
  }
  if (spec.kind === 'none' || draft.day.kind === 'none') return false;
  const beside = BESIDE.test(gap);
  const comma = /^\s*,\s*$/.test(gap);
  const of = /^的$/.test(gap);
  if (!beside && !comma && !of) return false;
  if (draft.day.kind === 'ask' || spec.kind === 'ask') {
    // An unclear day beside a plain one stays unclear, unless it is only 尽快 or a festival's name.
    if (comma || (spec.kind === 'ask' && spec.vague)) return false;
    if (draft.day.kind === 'ask' && !draft.day.vague) return true;
    if (spec.kind === 'ask') draft.day = spec;
    return spec.kind === 'ask';
  }
  const same = sameDay(draft.day, spec, now);
  if (same !== null) {
    draft.day = same;
    return true;
  }
  // "Thursday, March 13" names one day twice; "demo Thursday, March 20 review" names two.
  const pair = [draft.day.kind, spec.kind].sort().join();
  const twice =
    comma &&
    /^(?:monthDay|dom),weekday$/.test(pair) &&
    (/^\s*(?:$|[,.;)]|at\b|@)/i.test(rest) || opening);
  if ((comma && !twice) || of) return false;
  const apart =
    draft.day.kind === 'day' && draft.day.tense === 'past'
      ? true
      : spec.kind === 'day' && spec.tense === 'past';
  if (apart) return false;
  const candidates = [forwardDay(draft.day, now), forwardDay(spec, now)].filter(
    (day) => day !== null,
  );
  draft.day = { kind: 'ask', ask: 'date', candidates };
  return true;
};
