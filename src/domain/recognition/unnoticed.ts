// Who could do with a word from their manager (domain method 3.2): support, never a reproach, never in public.
import { isWorkday, type WorkCalendar } from '../calendar.ts';
import { roundForRank } from '../scoring/score.ts';
import { addDays, type Day, type Days, eachDay } from '../time.ts';

/** Without any recognition for so many days. */
export const QUIET_DAYS = 28;
/** New members are welcomed, not reviewed, for so many days. */
const NEW_DAYS = 30;
/** Members listed at once. */
export const LISTED = 8;
/** Weeks whose scores are compared: two falls in a row. */
export const WEEKS = 3;

/** Whether a member is too new on a day. */
const isNew = (joinedOn: Day, day: Day): boolean => day < addDays(joinedOn, NEW_DAYS);

/** Whether a member was away on half of the working days or more; on no working days nobody was. */
const isLongAway = (calendar: WorkCalendar, away: ReadonlySet<Day>, days: Days): boolean => {
  const working = [...eachDay(days)].filter((day) => isWorkday(calendar, day));
  const gone = working.filter((day) => away.has(day)).length;
  return gone > 0 && 2 * gone >= working.length;
};

/** Whether somebody could have been recognised on the days: neither new nor away for most of them. */
export const isEligible = (
  { joinedOn }: { readonly joinedOn: Day },
  away: ReadonlySet<Day> | undefined,
  calendar: WorkCalendar,
  days: Days,
): boolean =>
  !isNew(joinedOn, days.to) && (away === undefined || !isLongAway(calendar, away, days));

export interface Concern {
  /** No recognition for {@link QUIET_DAYS}. */
  readonly quiet: boolean;
  /** The last three weekly scores as shown, oldest first, when each is lower than the one before; null otherwise. */
  readonly falling: readonly number[] | null;
}

/**
 * Why a member could do with a word; null when there is nothing.
 * @param weeks the scores of the last three weeks, oldest first; null for a week without one
 */
export const concernOf = (
  recognised: boolean,
  weeks: readonly (number | null)[],
): Concern | null => {
  const shown = weeks.map((score) => (score === null ? null : roundForRank(score)));
  const falls = shown.slice(1).every((score, at) => {
    const before = shown[at];
    return score !== null && before !== null && before !== undefined && score < before;
  });
  const falling = shown.length === WEEKS && falls ? shown.flatMap((score) => score ?? []) : null;
  return recognised && falling === null ? null : { quiet: !recognised, falling };
};
