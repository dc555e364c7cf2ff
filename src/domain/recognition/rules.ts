// What the bot itself notices and says aloud: one entry a rule. Texts are in the locales, under the same keys.

export const MILESTONES = [
  'first_win',
  'goal_reached',
  'personal_best',
  'streak',
  'improved',
  'fast_handoff',
  'customer_thanks',
] as const;
export type MilestoneKey = (typeof MILESTONES)[number];

interface Rule {
  /** What it is looked for at: in the same write, or, for a week, on the first working day after it was closed. */
  readonly at: 'deal' | 'followup' | 'handoff' | 'satisfaction' | 'week';
  /** How often one member can have it; `cause`: once each, where the cause names what may come only once. */
  readonly once: 'ever' | 'month' | 'week' | 'cause';
  /** Who sees it of members who may be named: the team, in its channel. All others are told themselves. */
  readonly seenBy: 'team';
}

const rule = (at: Rule['at'], once: Rule['once']): Rule => ({ at, once, seenBy: 'team' });

export const RULES: Readonly<Record<MilestoneKey, Rule>> = {
  /** A member's first won deal. Cause: the deal. */
  first_win: rule('deal', 'ever'),
  /** The goal of the month by won amount, the team's or the member's own. Cause: the goal and month. */
  goal_reached: rule('deal', 'cause'),
  /** More won than in any month before, of at least {@link BEST_OF}. Cause: the month. */
  personal_best: rule('deal', 'cause'),
  /** {@link STREAK_MARKS} working days in a row, leave-safe. Cause: the mark and the day it began. */
  streak: rule('followup', 'cause'),
  /** A week's score over the median of the weeks before (domain method: most improved). Cause: the week. */
  improved: rule('week', 'month'),
  /** A handoff accepted within {@link FAST_MINUTES}. Cause: the handoff. */
  fast_handoff: rule('handoff', 'week'),
  /** A customer gave the best rating. Cause: the customer and month. */
  customer_thanks: rule('satisfaction', 'cause'),
};

/** Streaks worth saying, in working days. */
export const STREAK_MARKS: readonly number[] = [5, 10, 20, 50, 100];
/** Earlier months with a won amount that a best one needs. */
export const BEST_OF = 4;
/** Business minutes. */
export const FAST_MINUTES = 30;
/** The best answer of a customer, of 1 … 5. */
export const BEST_RATING = 5;
/** What happened longer ago is brought in, not news. */
export const NEWS_DAYS = 2;
/** Posts of milestones a local day; what goes beyond is left to the daily post. */
export const POSTS_A_DAY = { member: 2, team: 6 } as const;
