// Surveys: launched with everything about them frozen, found again, and told to close. The machine does the rest.
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { ballotBytesOf } from '../domain/pulse/codec.ts';
import type { Question } from '../domain/pulse/question.ts';
import type { Instant } from '../domain/time.ts';
import { addAudit } from './audit.ts';
import {
  invitee,
  member,
  survey,
  surveyComment,
  surveyFigure,
  surveyGroup,
} from './schema/index.ts';
import { listTeams } from './team.ts';
import { type Db, prepared } from './workspace.ts';

export type Survey = typeof survey.$inferSelect;
export type SurveyGroup = typeof surveyGroup.$inferSelect;
export type Invitee = typeof invitee.$inferSelect;
export type SurveyFigure = typeof surveyFigure.$inferSelect;
export type SurveyComment = typeof surveyComment.$inferSelect;

/** Whom a survey asks. */
export interface Audience {
  /** Null: everybody of the workspace. */
  readonly teamId: number | null;
  /** Half of each team, those who were not asked last time first; only where there are {@link HALF_FROM} or more. */
  readonly half: boolean;
}

export interface Launch extends Audience {
  readonly questions: readonly Question[];
  readonly minMean: number;
  readonly minFull: number;
  readonly closesAt: Instant;
  /** Null: its schedule. */
  readonly startedBy: number | null;
  readonly scheduleId: number | null;
  readonly now: Instant;
}

/** With fewer people, half of them would be too few. */
const HALF_FROM = 40;

interface Asked {
  readonly id: number;
  readonly teamId: number | null;
  /** The last survey they were invited to; 0 for none. */
  readonly last: number;
}

/** Who would be invited now, by id. */
export const peopleFor = (db: Db, { teamId, half }: Audience): readonly Asked[] => {
  const people = db
    .select({
      id: member.id,
      teamId: member.teamId,
      last: sql<number>`coalesce((select max(survey_id) from invitee where member_id = "member"."id"), 0)`,
    })
    .from(member)
    .where(and(isNull(member.leftOn), teamId === null ? undefined : eq(member.teamId, teamId)))
    .orderBy(asc(member.id))
    .all();
  if (!half || people.length < HALF_FROM) return people;
  const teams = new Set(people.map((person) => person.teamId));
  return [...teams]
    .flatMap((team) => {
      const inTeam = people.filter((person) => person.teamId === team);
      const longestAgo = inTeam.toSorted((a, b) => a.last - b.last);
      return longestAgo.slice(0, Math.ceil(inTeam.length / 2));
    })
    .sort((a, b) => a.id - b.id);
};

/** Rows of a statement of six columns; a Durable Object takes 100 parameters. */
const AT_ONCE = 16;

const code = prepared((db) =>
  db.select({ code: sql<string>`lower(hex(randomblob(16)))` }).from(sql`(select 1)`).prepare(),
);

/**
 * Starts a survey: questions, groups, thresholds and people are as they are now from here on. It opens as soon as
 * the vault has made its keys.
 */
export const launch = (db: Db, values: Launch): Survey => {
  const { teamId, half, questions, minMean, minFull, now, startedBy } = values;
  const random = code(db).get();
  if (random === undefined) throw new TypeError('a select without a table always has a row');
  const added = db
    .insert(survey)
    .values({
      code: random.code,
      teamId,
      state: 'opening',
      questions,
      minMean,
      minFull,
      ballotBytes: ballotBytesOf(questions),
      opensAt: now,
      closesAt: values.closesAt,
      startedBy,
      scheduleId: values.scheduleId,
    })
    .returning()
    .get();
  const people = peopleFor(db, { teamId, half });
  const groups = groupsFor(db, teamId, people);
  for (let from = 0; from < groups.length; from += AT_ONCE) {
    const some = groups.slice(from, from + AT_ONCE);
    db.insert(surveyGroup)
      .values(some.map((group) => ({ ...group, surveyId: added.id })))
      .run();
  }
  const numberOf = new Map(groups.map((group) => [group.teamId, group.number]));
  // One statement for thousands: this is within somebody's command.
  const rows = people.map((person) => [person.id, numberOf.get(person.teamId) ?? 0]);
  db.run(sql`insert into invitee (survey_id, member_id, group_number)
    select ${added.id}, value ->> 0, value ->> 1 from json_each(${JSON.stringify(rows)})`);
  addAudit(db, {
    at: now,
    actorId: startedBy,
    action: 'pulse.started',
    subject: `survey:${added.id}`,
    after: { questions: questions.length, invited: people.length, minMean, minFull },
  });
  return added;
};

const groupsFor = (
  db: Db,
  teamId: number | null,
  people: readonly Asked[],
): readonly Omit<SurveyGroup, 'surveyId'>[] => {
  const teams = listTeams(db);
  const name = teams.find(({ id }) => id === teamId)?.name ?? '';
  const whole = { number: 0, parent: null, teamId, name, invited: people.length };
  if (teamId !== null) return [whole];
  const parts = teams
    .map((team) => ({ team, invited: people.filter((person) => person.teamId === team.id).length }))
    .filter(({ invited }) => invited > 0)
    .map(({ team, invited }, at) => ({
      number: at + 1,
      parent: 0,
      teamId: team.id,
      name: team.name,
      invited,
    }));
  return [whole, ...parts];
};

const byId = prepared((db) =>
  db
    .select()
    .from(survey)
    .where(eq(survey.id, sql.placeholder('id')))
    .prepare(),
);

export const findSurvey = (db: Db, id: number): Survey | undefined => byId(db).get({ id });

const byCode = prepared((db) =>
  db
    .select()
    .from(survey)
    .where(eq(survey.code, sql.placeholder('code')))
    .prepare(),
);

export const findSurveyByCode = (db: Db, wanted: string): Survey | undefined =>
  byCode(db).get({ code: wanted });

/** The newest surveys, the newest first; of one team or the whole workspace (null), or of all (undefined). */
export const listSurveys = (db: Db, teamId: number | null | undefined, limit: number): Survey[] =>
  db
    .select()
    .from(survey)
    .where(
      teamId === undefined
        ? undefined
        : teamId === null
          ? isNull(survey.teamId)
          : eq(survey.teamId, teamId),
    )
    .orderBy(desc(survey.id))
    .limit(limit)
    .all();

const openFor = prepared((db) =>
  db
    .select({ survey })
    .from(survey)
    .innerJoin(invitee, eq(invitee.surveyId, survey.id))
    .where(and(eq(survey.state, 'open'), eq(invitee.memberId, sql.placeholder('memberId'))))
    .orderBy(asc(survey.id))
    .prepare(),
);

/** The open surveys the member was invited to, answered or not; the oldest first. */
export const openSurveys = (db: Db, memberId: number): Survey[] =>
  openFor(db)
    .all({ memberId })
    .map((row) => row.survey);

/** The groups as they were at launch, by number: the whole first. */
export const groupsOf = (db: Db, surveyId: number): SurveyGroup[] =>
  db
    .select()
    .from(surveyGroup)
    .where(eq(surveyGroup.surveyId, surveyId))
    .orderBy(asc(surveyGroup.number))
    .all();

/** Who was asked, by member. */
export const inviteesOf = (db: Db, surveyId: number): Invitee[] =>
  db
    .select()
    .from(invitee)
    .where(eq(invitee.surveyId, surveyId))
    .orderBy(asc(invitee.memberId))
    .all();

const inviteeOf = prepared((db) =>
  db
    .select()
    .from(invitee)
    .where(
      and(
        eq(invitee.surveyId, sql.placeholder('surveyId')),
        eq(invitee.memberId, sql.placeholder('memberId')),
      ),
    )
    .prepare(),
);

/** The member's place in the survey; undefined when they were not asked. */
export const findInvitee = (db: Db, surveyId: number, memberId: number): Invitee | undefined =>
  inviteeOf(db).get({ surveyId, memberId });

/** What is published, by group and question; nothing before the survey was counted. */
export const figuresOf = (db: Db, surveyId: number): SurveyFigure[] =>
  db
    .select({ figure: surveyFigure })
    .from(surveyFigure)
    .innerJoin(survey, eq(survey.id, surveyFigure.surveyId))
    .where(and(eq(surveyFigure.surveyId, surveyId), inArray(survey.state, ['counted', 'closed'])))
    .orderBy(asc(surveyFigure.groupNumber), asc(surveyFigure.question))
    .all()
    .map((row) => row.figure);

/** The words that may be shown by now, in the order of their random keys; none before their time. */
export const commentsOf = (
  db: Db,
  { code: wanted, commentsAt }: Survey,
  now: Instant,
): SurveyComment[] =>
  commentsAt === null || commentsAt > now
    ? []
    : db
        .select()
        .from(surveyComment)
        .where(eq(surveyComment.survey, wanted))
        .orderBy(asc(surveyComment.key))
        .all();

/** From its state to another, when it is in one of those named. */
const move = (
  db: Db,
  id: number,
  from: readonly Survey['state'][],
  to: Survey['state'],
  actorId: number | null,
  action: string,
  now: Instant,
): boolean => {
  const moved = db
    .update(survey)
    .set({ state: to })
    .where(and(eq(survey.id, id), inArray(survey.state, [...from])))
    .returning({ id: survey.id })
    .get();
  if (moved === undefined) return false;
  addAudit(db, { at: now, actorId, action, subject: `survey:${id}` });
  return true;
};

/**
 * No more ballots from here on; the machine counts them.
 * @param actorId null: its time was over
 * @returns false when it is not open
 */
export const requestClose = (db: Db, id: number, actorId: number | null, now: Instant): boolean =>
  move(db, id, ['open'], 'closing', actorId, 'pulse.closing', now);

/**
 * Everything that was answered is to be destroyed uncounted.
 * @returns false when it is over or being counted
 */
export const requestCancel = (db: Db, id: number, actorId: number, now: Instant): boolean =>
  move(db, id, ['opening', 'open'], 'cancelling', actorId, 'pulse.cancelled', now);
