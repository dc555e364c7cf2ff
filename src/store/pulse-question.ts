// Questions of the workspace's own.
import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import type { OwnQuestion } from '../domain/pulse/own-question.ts';
import type { Instant } from '../domain/time.ts';
import { pulseQuestion } from './schema/index.ts';
import type { Db } from './workspace.ts';

export type PulseQuestion = typeof pulseQuestion.$inferSelect;

/** Those in use that the team may be asked, its own and everybody's; for null only everybody's. Oldest first. */
export const listQuestions = (db: Db, teamId: number | null): PulseQuestion[] =>
  db
    .select()
    .from(pulseQuestion)
    .where(
      and(
        isNull(pulseQuestion.retiredAt),
        teamId === null
          ? isNull(pulseQuestion.teamId)
          : or(isNull(pulseQuestion.teamId), eq(pulseQuestion.teamId, teamId)),
      ),
    )
    .orderBy(asc(pulseQuestion.id))
    .all();

/** How many are in use in the whole workspace. */
export const countQuestions = (db: Db): number =>
  db
    .select({ n: sql<number>`count(*)` })
    .from(pulseQuestion)
    .where(isNull(pulseQuestion.retiredAt))
    .get()?.n ?? 0;

export const findQuestion = (db: Db, id: number): PulseQuestion | undefined =>
  db.select().from(pulseQuestion).where(eq(pulseQuestion.id, id)).get();

export const addQuestion = (db: Db, teamId: number | null, question: OwnQuestion): PulseQuestion =>
  db
    .insert(pulseQuestion)
    .values({ ...question, teamId })
    .returning()
    .get();

/** It is asked no more; surveys that hold it keep it. */
export const retireQuestion = (db: Db, id: number, at: Instant): void => {
  db.update(pulseQuestion)
    .set({ retiredAt: at })
    .where(and(eq(pulseQuestion.id, id), isNull(pulseQuestion.retiredAt)))
    .run();
};
