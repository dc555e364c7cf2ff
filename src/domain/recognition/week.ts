// The working week as recognition goes by it: when it begins and ends, and what lies between two digests.
import { isWorkday, type WorkCalendar } from '../calendar.ts';
import { addDays, type Clock, type Day, type Days, eachDay, weekAround } from '../time.ts';

/** No two digests are further apart than this; holidays are shorter. */
const LONGEST = 21;

const worksIn = (calendar: WorkCalendar, days: Days): boolean =>
  [...eachDay(days)].some((day) => isWorkday(calendar, day));

/** Whether the day is the first working day of its week, Monday to Sunday. */
export const opensWeek = (calendar: WorkCalendar, day: Day): boolean =>
  isWorkday(calendar, day) &&
  !worksIn(calendar, { from: weekAround(day).from, to: addDays(day, -1) });

/** Whether the day is the last working day of its week, Monday to Sunday. */
export const closesWeek = (calendar: WorkCalendar, day: Day): boolean =>
  isWorkday(calendar, day) && !worksIn(calendar, { from: addDays(day, 1), to: weekAround(day).to });

/** The days since the week before was closed, up to the day that closes this one: so that no weekend is lost. */
export const sinceLastWeek = (calendar: WorkCalendar, day: Day): Days => {
  const earliest = addDays(day, 1 - LONGEST);
  let from = weekAround(day).from;
  while (from > earliest && !isWorkday(calendar, addDays(from, -1))) from = addDays(from, -1);
  return { from, to: day };
};

/** A clock a few minutes later, still on the same day. */
export const later = (clock: Clock, minutes: number): Clock => {
  const [hours = 0, minute = 0] = clock.split(':').map(Number);
  const total = Math.min(24 * 60 - 1, hours * 60 + minute + minutes);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(total / 60))}:${two(total % 60)}`;
};
