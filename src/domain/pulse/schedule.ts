// When surveys that come by themselves come next.
import { isWorkday, type WorkCalendar } from '../calendar.ts';
import { addDays, addMonths, type Day } from '../time.ts';

export type Every = 'fortnight' | 'month' | 'quarter';

const AFTER: Record<Every, (day: Day, times: number) => Day> = {
  fortnight: (day, times) => addDays(day, 14 * times),
  month: (day, times) => addMonths(day, times),
  quarter: (day, times) => addMonths(day, 3 * times),
};

/** The first day after `today` at which a schedule that began on `from` comes round. */
export const nextRound = (every: Every, from: Day, today: Day): Day => {
  let times = 1;
  while (AFTER[every](from, times) <= today) times += 1;
  return AFTER[every](from, times);
};

/** `day`, or the first working day after it. */
export const onWorkday = (calendar: WorkCalendar, day: Day): Day => {
  let at = day;
  while (!isWorkday(calendar, at)) at = addDays(at, 1);
  return at;
};
