// What a milestone is, and when a streak, a month or a handoff is one.
import { isWorkday, type WorkCalendar } from '../calendar.ts';
import { streakOf } from '../streak.ts';
import type { Day, Instant } from '../time.ts';
import { BEST_OF, type MilestoneKey, STREAK_MARKS } from './rules.ts';

/** What the sentence of a milestone says: days, numbers, never a customer's name. */
type MilestoneParams = Readonly<Record<string, string | number>>;

/** Something noticed, before it is kept. */
export interface Noticed {
  readonly rule: MilestoneKey;
  /** What it came of, as {@link RULES} says for each rule: it may come only once of it. */
  readonly cause: string;
  readonly params: MilestoneParams;
}

/** A milestone as it was kept. */
export interface Milestone extends Noticed {
  readonly id: number;
  readonly memberId: number;
  /** The team the member was in. */
  readonly teamId: number | null;
  /** The team's local day. */
  readonly day: Day;
  readonly at: Instant;
}

/** How a milestone may be spoken of. */
export interface NamedMilestone extends Milestone {
  /** Null: somebody who is not named in public. */
  readonly name: string | null;
}

/** The days a streak is read from. */
export interface StreakDays {
  readonly counted: ReadonlySet<Day>;
  readonly away: ReadonlySet<Day>;
}

/**
 * The mark a streak reaches on `day`, with the day of its first follow-up; null when it reaches none.
 * @param days at least as far back as the longest mark, days off included
 */
export const markReached = (
  calendar: WorkCalendar,
  day: Day,
  { counted, away }: StreakDays,
): { readonly mark: number; readonly since: Day } | null => {
  const works = (each: Day): boolean => isWorkday(calendar, each) && !away.has(each);
  if (!counted.has(day) || !works(day)) return null;
  const { length } = streakOf(calendar, day, counted, away);
  if (!STREAK_MARKS.includes(length)) return null;
  const since = [...counted]
    .filter((each) => each <= day && works(each))
    .sort()
    .at(-length);
  return since === undefined ? null : { mark: length, since };
};

/** Whether the streak that reached `mark` on `day` still does. */
export const keepsMark = (
  calendar: WorkCalendar,
  day: Day,
  mark: number,
  { counted, away }: StreakDays,
): boolean => counted.has(day) && streakOf(calendar, day, counted, away).length >= mark;

/**
 * Whether a month is the best one: more was won than in every earlier month, of at least {@link BEST_OF} with
 * anything won. All in minor units of one currency.
 */
export const isBestMonth = (won: number, earlier: readonly number[]): boolean => {
  const months = earlier.filter((sum) => sum > 0);
  return months.length >= BEST_OF && won > Math.max(...months);
};
