// Streaks: working days in a row with a counted follow-up, safe from leave, holidays and two bad days a month.
import { isWorkday, type WorkCalendar } from './calendar.ts';
import { addDays, type Day } from './time.ts';

/** Missed working days a calendar month forgives. */
const FREEZES_A_MONTH = 2;

export interface Streak {
  /** Working days with a counted follow-up, forgiven days not included. */
  readonly length: number;
  /** The longest so far, the present one included. */
  readonly best: number;
  /** Missed days this calendar month still forgives. */
  readonly freezesLeft: number;
}

/**
 * The streak as of `today` (domain method: streaks). Days off and leave neither add nor break; a missed
 * working day uses one of the month's freezes while a streak runs, else ends it. Today is not missed yet.
 * @param counted local days with at least one counted follow-up
 * @param leave local days of leave
 */
export const streakOf = (
  calendar: WorkCalendar,
  today: Day,
  counted: ReadonlySet<Day>,
  leave: ReadonlySet<Day>,
): Streak => {
  let [length, best, used, month] = [0, 0, 0, ''];
  const enter = (day: Day): void => {
    if (day.startsWith(month) && month !== '') return;
    month = day.slice(0, 7);
    used = 0;
  };
  const first = [...counted].reduce((least, day) => (day < least ? day : least), today);
  for (let day = first; day <= today; day = addDays(day, 1)) {
    enter(day);
    if (leave.has(day) || !isWorkday(calendar, day)) continue;
    if (counted.has(day)) {
      length++;
      best = Math.max(best, length);
    } else if (day < today && length > 0) {
      if (used < FREEZES_A_MONTH) used++;
      else length = 0;
    }
  }
  return { length, best, freezesLeft: FREEZES_A_MONTH - used };
};
