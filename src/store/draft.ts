// Lines that wait for their customer: nothing a person typed is lost while the bot asks.
import { eq } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import { draft } from './schema/index.ts';
import type { Db } from './workspace.ts';

export type Draft = typeof draft.$inferSelect;

export const addDraft = (db: Db, memberId: number, line: string, at: Instant): Draft =>
  db.insert(draft).values({ memberId, line, at }).returning().get();

export const findDraft = (db: Db, id: number): Draft | undefined =>
  db.select().from(draft).where(eq(draft.id, id)).get();

export const removeDraft = (db: Db, id: number): void => {
  db.delete(draft).where(eq(draft.id, id)).run();
};
