// Teams: their calendar, and the follow-up fields of their own.
import { and, asc, eq, gte, inArray, isNull, sql } from 'drizzle-orm';
import { STANDARD_SHIFTS, type WorkCalendar } from '../domain/calendar.ts';
import type { Day } from '../domain/time.ts';
import { field, member, score, team, teamDay } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

export type Team = typeof team.$inferSelect;
export type TeamField = typeof field.$inferSelect;

const byId = prepared((db) =>
  db
    .select()
    .from(team)
    .where(eq(team.id, sql.placeholder('id')))
    .prepare(),
);

const daysOf = prepared((db) =>
  db
    .select({ day: teamDay.day, kind: teamDay.kind })
    .from(teamDay)
    .where(eq(teamDay.teamId, sql.placeholder('id')))
    .prepare(),
);

const fieldsOf = prepared((db) =>
  db
    .select()
    .from(field)
    .where(and(eq(field.teamId, sql.placeholder('id')), isNull(field.retiredAt)))
    .orderBy(asc(field.id))
    .prepare(),
);

const all = prepared((db) => db.select().from(team).orderBy(asc(team.id)).prepare());

export const findTeam = (db: Db, id: number): Team | undefined => byId(db).get({ id });

export const listTeams = (db: Db): Team[] => all(db).all();

export const addTeam = (db: Db, values: typeof team.$inferInsert): Team =>
  db.insert(team).values(values).returning().get();

export const changeTeam = (db: Db, id: number, values: Partial<typeof team.$inferInsert>): void => {
  db.update(team).set(values).where(eq(team.id, id)).run();
};

/** The team's working calendar with its own exceptions. */
export const calendarOf = (db: Db, { id, calendar }: Team): WorkCalendar => ({
  kind: calendar,
  exceptions: Object.fromEntries(
    daysOf(db)
      .all({ id })
      .map(({ day, kind }) => [day, kind]),
  ),
  shifts: STANDARD_SHIFTS,
});

/** Makes `day` a working day or a day off for the team; null follows the calendar again. */
export const setTeamDay = (db: Db, teamId: number, day: Day, kind: 'work' | 'off' | null): void => {
  db.delete(teamDay)
    .where(and(eq(teamDay.teamId, teamId), eq(teamDay.day, day)))
    .run();
  if (kind !== null) db.insert(teamDay).values({ teamId, day, kind }).run();
};

/** The team's own follow-up fields that are in use, in the order they were added. */
export const listFields = (db: Db, teamId: number): TeamField[] => fieldsOf(db).all({ id: teamId });

export const addField = (db: Db, values: typeof field.$inferInsert): TeamField =>
  db.insert(field).values(values).returning().get();

/** Takes a field out of the form; what was recorded with it stays. */
export const retireField = (db: Db, id: number, at: number): void => {
  db.update(field).set({ retiredAt: at }).where(eq(field.id, id)).run();
};

/** Marks the scores of all the team's members that look at `since` or a later day as to be computed again. */
export const markTeamScoresStale = (db: Db, teamId: number, since: Day): void => {
  const members = db.select({ id: member.id }).from(member).where(eq(member.teamId, teamId));
  db.update(score)
    .set({ stale: true })
    .where(and(inArray(score.memberId, members), gte(score.asOf, since), eq(score.stale, false)))
    .run();
};
