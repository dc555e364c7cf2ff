// Follow-ups shared with the team, and who opened them.
import { eq } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import type { Followup } from './followup.ts';
import { refreshRollup } from './rollup.ts';
import { followup, shareOpen } from './schema/index.ts';
import type { Db } from './workspace.ts';

/** Notes that a follow-up was shared. */
export const markShared = (db: Db, id: number, at: Instant): void => {
  db.update(followup).set({ sharedAt: at }).where(eq(followup.id, id)).run();
};

/** Notes that a colleague opened a shared follow-up. @returns whether it was the first time */
export const openShared = (db: Db, row: Followup, memberId: number, at: Instant): boolean => {
  const opened = db
    .insert(shareOpen)
    .values({ followupId: row.id, memberId, at })
    .onConflictDoNothing()
    .returning()
    .get();
  if (opened === undefined) return false;
  refreshRollup(db, row.memberId, row.day);
  return true;
};
