// Which days of a daily job are due: the newest, and the missed ones that are only recorded as skipped.
import { isWorkday } from '../domain/calendar.ts';
import { latestDue } from '../domain/schedule.ts';
import { addDays, type Clock, dayOf, type Instant } from '../domain/time.ts';
import { calendarOf, type Team } from '../store/team.ts';
import type { Db } from '../store/workspace.ts';
import type { Due } from './job.ts';

/** How far back missed days are recorded. */
const WEEK = 7;

/** The team's working days on which something was due at `clock`, newest first, since the team exists. */
export const dueOnWorkdays = (db: Db, team: Team, clock: Clock, now: Instant): Due[] => {
  const calendar = calendarOf(db, team);
  const isDay = (day: string): boolean => isWorkday(calendar, day);
  const newest = latestDue(clock, team.zone, now, isDay, { since: team.createdAt });
  if (newest === null) return [];
  const scope = String(team.id);
  const born = dayOf(team.createdAt, team.zone);
  const missed: Due[] = [];
  for (let back = 1; back <= WEEK; back++) {
    const day = addDays(newest.day, -back);
    // The day the team was made may have been past its time already.
    if (day <= born) break;
    if (isDay(day)) missed.push({ scope, day, dueAt: newest.dueAt, graceMs: -1 });
  }
  return [{ ...newest, scope }, ...missed];
};
