// What managers make of a survey's results: replies to words whose author nobody knows, and what they commit to.
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { survey, surveyComment } from './schema/index.ts';
import type { SurveyComment } from './survey.ts';
import type { Db } from './workspace.ts';

/** Says that the words were read, or answers them; then they are shown to their group. */
export const changeComment = (
  db: Db,
  { survey: code, key }: Pick<SurveyComment, 'survey' | 'key'>,
  values: { readonly acknowledged: true; readonly reply?: string },
): void => {
  db.update(surveyComment)
    .set(values)
    .where(and(eq(surveyComment.survey, code), eq(surveyComment.key, key)))
    .run();
};

/** What somebody commits to after a survey. */
export const commitAction = (db: Db, id: number, action: string, actionBy: number): void => {
  db.update(survey).set({ action, actionBy }).where(eq(survey.id, id)).run();
};

/** What was last committed to for a team, or for everybody (null); null when nothing was. */
export const lastActionFor = (db: Db, teamId: number | null): string | null =>
  db
    .select({ action: survey.action })
    .from(survey)
    .where(
      and(
        isNotNull(survey.action),
        teamId === null ? isNull(survey.teamId) : eq(survey.teamId, teamId),
      ),
    )
    .orderBy(desc(survey.id))
    .limit(1)
    .get()?.action ?? null;
