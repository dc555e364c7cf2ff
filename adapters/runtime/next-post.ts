// When the demo's first team posts next: where its clock may be moved to.
import { addWorkdays, isWorkday } from '../../src/domain/calendar.ts';
import { dayOf, type Instant, instantOf } from '../../src/domain/time.ts';
import { calendarOf, listTeams } from '../../src/store/team.ts';
import type { Db } from '../../src/store/workspace.ts';

/** The next leaderboard of the first team that posts one; null when none does. */
export const nextPost = (db: Db, now: Instant): Instant | null => {
  const team = listTeams(db).find(({ posts, channel }) => posts && channel !== null);
  if (team === undefined) return null;
  const calendar = calendarOf(db, team);
  const today = dayOf(now, team.zone);
  const todays = instantOf(today, team.postAt, team.zone);
  if (isWorkday(calendar, today) && todays > now) return todays;
  return instantOf(addWorkdays(calendar, today, 1), team.postAt, team.zone);
};
