// Whose turn it is in a team's next survey, and how long that will be open.
import { addWorkdays } from '../domain/calendar.ts';
import { itemsAmong } from '../domain/pulse/asking.ts';
import type { Item } from '../domain/pulse/question.ts';
import { nextItems } from '../domain/pulse/rotation.ts';
import { isOver } from '../domain/pulse/survey.ts';
import { type Day, type Instant, instantOf } from '../domain/time.ts';
import { listSurveys } from './survey.ts';
import { calendarOf, type Team } from './team.ts';
import type { Db } from './workspace.ts';

/** The clock at which surveys close. */
const CLOSES_AT = '18:00';
/** Surveys that are looked at: five years of monthly ones. */
const LOOKED_AT = 60;

/** The bank's items whose turn it is for a team, or for everybody (null). */
export const itemsInTurn = (db: Db, teamId: number | null, count: number): readonly Item[] => {
  const asked = listSurveys(db, teamId, LOOKED_AT)
    .filter(({ state }) => state !== 'cancelled' && state !== 'cancelling')
    .toReversed();
  return nextItems(
    asked.map(({ questions }) => itemsAmong(questions)),
    count,
  );
};

/** When a survey that starts on `today` closes: at the end of the last working day it is open. */
export const closingAt = (db: Db, home: Team, today: Day, openDays: number): Instant =>
  instantOf(addWorkdays(calendarOf(db, home), today, openDays), CLOSES_AT, home.zone);

/** Whether a survey of the team, or of everybody (null), is not over yet. */
export const isRunning = (db: Db, teamId: number | null): boolean =>
  listSurveys(db, teamId, LOOKED_AT).some(({ state }) => !isOver(state));
