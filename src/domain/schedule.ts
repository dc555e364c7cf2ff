// When something that happens daily at a local time was last due: whatever clocks, zones and restarts do.
import {
  addDays,
  type Clock,
  type Day,
  dayOf,
  HOUR,
  type Instant,
  instantOf,
  MINUTE,
  type Zone,
} from './time.ts';

const GRACE_MS = 4 * HOUR;
const LOOK_BACK_DAYS = 7;
/** Where the clock change swallows the end of a day with the wanted time in it, this long before its end. */
const BEFORE_SWALLOWED_MS = 15 * MINUTE;

export interface DueInstant {
  readonly day: Day;
  readonly dueAt: Instant;
  /** How long after `dueAt` it is still worth doing: at most the grace, and within the local day. */
  readonly graceMs: number;
}

/**
 * The newest local day on which `clock` has come by `now`. A time left out by daylight saving is due later
 * by what was left out, a repeated one the first time it comes; a date the zone left out altogether is none.
 * @param isDay whether it happens on that local day at all
 * @param options `since`: nothing before this instant is due; `graceMs`: 4 hours unless told; `lookBackDays`: 7
 *   unless told
 * @returns null when no such day is found within `lookBackDays`
 */
export const latestDue = (
  clock: Clock,
  zone: Zone,
  now: Instant,
  isDay: (day: Day) => boolean,
  options: {
    readonly since?: Instant;
    readonly graceMs?: number;
    readonly lookBackDays?: number;
  } = {},
): DueInstant | null => {
  const { since = 0, graceMs = GRACE_MS, lookBackDays = LOOK_BACK_DAYS } = options;
  const today = dayOf(now, zone);
  for (let back = 0; back <= lookBackDays; back += 1) {
    const day = addDays(today, -back);
    if (!isDay(day)) continue;
    const due = dueOn(day, clock, zone, now, graceMs);
    if (due === null) continue;
    return due.dueAt < since ? null : due;
  }
  return null;
};

const dueOn = (
  day: Day,
  clock: Clock,
  zone: Zone,
  now: Instant,
  graceMs: number,
): DueInstant | null => {
  const wanted = instantOf(day, clock, zone);
  // Zones are slow to ask, and no clock change moves the wanted time by more.
  if (wanted > now + 2 * HOUR) return null;
  const end = instantOf(addDays(day, 1), '00:00', zone);
  let dueAt = wanted;
  if (dayOf(wanted, zone) !== day) {
    if (dayOf(instantOf(day, '00:00', zone), zone) !== day) return null;
    dueAt = end - BEFORE_SWALLOWED_MS;
  }
  return dueAt <= now ? { day, dueAt, graceMs: Math.min(graceMs, end - 1 - dueAt) } : null;
};
