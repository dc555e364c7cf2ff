// Working time as the generator needs it: the last working days, and so many business minutes later.
import { isWorkday, type WorkCalendar } from '../../../src/domain/calendar.ts';
import {
  addDays,
  type Day,
  dayOf,
  type Instant,
  instantOf,
  MINUTE,
  type Zone,
} from '../../../src/domain/time.ts';

/** The last `count` working days on or before `endDay`, in order. */
export const workdaysEnding = (calendar: WorkCalendar, endDay: Day, count: number): Day[] => {
  const days: Day[] = [];
  for (let day = endDay; days.length < count; day = addDays(day, -1)) {
    if (isWorkday(calendar, day)) days.unshift(day);
  }
  return days;
};

/** The instant after so many minutes of the calendar's shifts, to a millisecond. */
export const addBusinessMinutes = (
  calendar: WorkCalendar,
  zone: Zone,
  from: Instant,
  minutes: number,
): Instant => {
  let left = Math.round(minutes * MINUTE);
  for (let day = dayOf(from, zone); ; day = addDays(day, 1)) {
    if (!isWorkday(calendar, day)) continue;
    for (const [opens, closes] of calendar.shifts) {
      const start = Math.max(from, instantOf(day, opens, zone));
      const length = instantOf(day, closes, zone) - start;
      if (length <= 0) continue;
      if (left <= length) return start + left;
      left -= length;
    }
  }
};
