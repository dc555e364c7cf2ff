// Nominations for awards: one a person and award, changed until they end.
import { and, asc, eq } from 'drizzle-orm';
import { nomination } from './schema/index.ts';
import type { Db } from './workspace.ts';

export type Nomination = typeof nomination.$inferSelect;

/** Keeps a nomination; a person has one an award, and the last one counts. @returns whether it took another's place */
export const nominate = (db: Db, values: Omit<Nomination, 'eligible'>): boolean => {
  const before = nominationBy(db, values.awardId, values.nominatorId);
  db.insert(nomination)
    .values(values)
    .onConflictDoUpdate({
      target: [nomination.awardId, nomination.nominatorId],
      set: { nomineeId: values.nomineeId, reason: values.reason, at: values.at },
    })
    .run();
  return before !== undefined;
};

export const nominationBy = (
  db: Db,
  awardId: number,
  nominatorId: number,
): Nomination | undefined =>
  db
    .select()
    .from(nomination)
    .where(and(eq(nomination.awardId, awardId), eq(nomination.nominatorId, nominatorId)))
    .get();

/** Whether a nominee is on the ballot: settled once, as nominating ends, so that no juror is shown another than the others. */
export const settleNominee = (
  db: Db,
  awardId: number,
  nomineeId: number,
  eligible: boolean,
): void => {
  db.update(nomination)
    .set({ eligible })
    .where(and(eq(nomination.awardId, awardId), eq(nomination.nomineeId, nomineeId)))
    .run();
};

/** All nominations of an award, oldest first. */
export const nominationsOf = (db: Db, awardId: number): Nomination[] =>
  db
    .select()
    .from(nomination)
    .where(eq(nomination.awardId, awardId))
    .orderBy(asc(nomination.at), asc(nomination.nominatorId))
    .all();
