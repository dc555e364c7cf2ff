// How far a survey has come: each step a write of its own, that changes nothing when it was done before.
import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { Comments, GroupFigure } from '../domain/pulse/tally.ts';
import type { Day, Instant } from '../domain/time.ts';
import { addAudit } from './audit.ts';
import { survey, surveyComment, surveyFigure } from './schema/index.ts';
import type { Survey } from './survey.ts';
import { type Db, prepared } from './workspace.ts';

const unfinished = prepared((db) =>
  db
    .select()
    .from(survey)
    .where(notInArray(survey.state, ['closed', 'cancelled']))
    .orderBy(asc(survey.id))
    .prepare(),
);

/** The surveys that are not over, the oldest first. */
export const unfinishedSurveys = (db: Db): Survey[] => unfinished(db).all();

const moving = prepared((db) =>
  db
    .select({ one: sql<number>`1` })
    .from(survey)
    .where(inArray(survey.state, ['opening', 'closing', 'counted', 'cancelling']))
    .limit(1)
    .prepare(),
);

/** Whether a survey is to be taken further at once. */
export const hasPulseWork = (db: Db): boolean => moving(db).get() !== undefined;

/** Notes what was frozen under which key. @returns false when it does not wait for its keys any more */
export const noteKeys = (
  db: Db,
  id: number,
  keys: { readonly publicKey: Uint8Array; readonly seal: string },
): boolean =>
  db
    .update(survey)
    .set(keys)
    .where(and(eq(survey.id, id), eq(survey.state, 'opening')))
    .returning({ id: survey.id })
    .get() !== undefined;

const moved = (db: Db, id: number, from: Survey['state'], values: Partial<Survey>): boolean =>
  db
    .update(survey)
    .set(values)
    .where(and(eq(survey.id, id), eq(survey.state, from)))
    .returning({ id: survey.id })
    .get() !== undefined;

/** Takes ballots from here on. */
export const becomeOpen = (db: Db, id: number): boolean =>
  moved(db, id, 'opening', { state: 'open' });

/** Nobody can open its ballots any more. @returns false when it is over, or was counted before */
export const loseKeys = (db: Db, id: number, now: Instant): boolean => {
  const was = (['open', 'closing'] as const).find((from) =>
    moved(db, id, from, { state: 'cancelling' }),
  );
  if (was === undefined) return false;
  addAudit(db, { at: now, actorId: null, action: 'pulse.lost', subject: `survey:${id}` });
  return true;
};

/** Notes that so many reminders went out. */
export const countReminders = (db: Db, id: number, reminders: number): void => {
  moved(db, id, 'open', { reminders });
};

/** Rows of one statement of six columns; a Durable Object takes 100 parameters. */
const AT_ONCE = 16;

/** The results, before they are published: put down a part at a time, since there may be thousands. */
export interface Staged {
  readonly figures: readonly GroupFigure[];
  /** With a random key each, in the order of the keys. */
  readonly comments: readonly (Comments['comments'][number] & { readonly key: string })[];
}

/** Removes up to `limit` of what an interrupted count has put down. @returns whether nothing is left */
export const unstage = (db: Db, { id, code }: Survey, limit: number): boolean => {
  const comments = db.all(
    sql`delete from survey_comment where survey = ${code} and key in
      (select key from survey_comment where survey = ${code} limit ${limit}) returning 1 as one`,
  ).length;
  const figures = db.all(
    sql`delete from survey_figure where rowid in
      (select rowid from survey_figure where survey_id = ${id} limit ${limit}) returning 1 as one`,
  ).length;
  return comments < limit && figures < limit;
};

/** Puts down results nobody sees before {@link publish}. A few dozen at a time. */
export const stage = (db: Db, { id, code }: Survey, { figures, comments }: Staged): void => {
  for (let from = 0; from < figures.length; from += AT_ONCE) {
    const rows = figures.slice(from, from + AT_ONCE).map(({ group, question, figure }) => ({
      surveyId: id,
      groupNumber: group,
      question,
      figure,
    }));
    db.insert(surveyFigure).values(rows).run();
  }
  for (let from = 0; from < comments.length; from += AT_ONCE) {
    const rows = comments.slice(from, from + AT_ONCE).map(({ key, group, text }) => ({
      survey: code,
      key,
      groupNumber: group,
      text,
      acknowledged: false,
    }));
    db.insert(surveyComment).values(rows).run();
  }
};

/** From here on the results stand. @returns false when they stood before */
export const publish = (
  db: Db,
  { id }: Survey,
  {
    now,
    ...values
  }: {
    readonly counted: number;
    readonly closedOn: Day;
    readonly commentsAt: Instant;
    readonly now: Instant;
  },
): boolean => {
  if (!moved(db, id, 'closing', { ...values, state: 'counted' })) return false;
  addAudit(db, { at: now, actorId: null, action: 'pulse.counted', subject: `survey:${id}` });
  return true;
};

/** Nothing sealed is left, and no key. */
export const finish = (db: Db, id: number, now: Instant): void => {
  const over = db
    .update(survey)
    .set({ state: sql`iif(${survey.state} = 'counted', 'closed', 'cancelled')` })
    .where(and(eq(survey.id, id), inArray(survey.state, ['counted', 'cancelling'])))
    .returning({ state: survey.state })
    .get();
  if (over === undefined) return;
  addAudit(db, {
    at: now,
    actorId: null,
    action: 'pulse.destroyed',
    subject: `survey:${id}`,
    after: { state: over.state },
  });
};
