// The committee of an award: who judges, and their sealed votes.
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Day, Instant } from '../domain/time.ts';
import { type Award, changeAward } from './award.ts';
import { approval, award, juror } from './schema/index.ts';
import type { Db } from './workspace.ts';

export type Juror = typeof juror.$inferSelect;

/** Chooses who judges. @param votingFrom the first day on which they may vote */
export const appointJurors = (
  db: Db,
  awardId: number,
  memberIds: readonly number[],
  votingFrom: Day,
): void => {
  db.insert(juror)
    .values(memberIds.map((memberId) => ({ awardId, memberId })))
    .run();
  changeAward(db, awardId, { votingFrom });
};

export const jurorsOf = (db: Db, awardId: number): Juror[] =>
  db.select().from(juror).where(eq(juror.awardId, awardId)).orderBy(asc(juror.memberId)).all();

/** The awards whose vote waits for the member. */
export const votesWaiting = (db: Db, memberId: number): Award[] =>
  db
    .select({ award })
    .from(juror)
    .innerJoin(award, eq(award.id, juror.awardId))
    .where(and(eq(juror.memberId, memberId), isNull(juror.votedAt), eq(award.state, 'voting')))
    .orderBy(asc(award.id))
    .all()
    .map((row) => row.award);

/** Hands in a juror's approvals, once. @returns false when they were handed in before, or who asks is no juror */
export const castVotes = (
  db: Db,
  awardId: number,
  jurorId: number,
  nomineeIds: readonly number[],
  at: Instant,
): boolean => {
  const cast = db
    .update(juror)
    .set({ votedAt: at })
    .where(and(eq(juror.awardId, awardId), eq(juror.memberId, jurorId), isNull(juror.votedAt)))
    .returning()
    .get() as Juror | undefined;
  if (cast === undefined) return false;
  for (const nomineeId of new Set(nomineeIds)) {
    db.insert(approval).values({ awardId, jurorId, nomineeId }).run();
  }
  return true;
};

/** The approvals of all votes that are in, one entry for each juror and nominee. */
export const approvalsOf = (db: Db, awardId: number): (typeof approval.$inferSelect)[] =>
  db.select().from(approval).where(eq(approval.awardId, awardId)).all();
