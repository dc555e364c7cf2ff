// Surveys that come by themselves: for whom, how often, and when next.
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Day, Instant } from '../domain/time.ts';
import { pulseSchedule } from './schema/index.ts';
import type { Db } from './workspace.ts';

export type PulseSchedule = typeof pulseSchedule.$inferSelect;

/** Those that go on, oldest first. */
export const listSchedules = (db: Db): PulseSchedule[] =>
  db
    .select()
    .from(pulseSchedule)
    .where(isNull(pulseSchedule.endedAt))
    .orderBy(asc(pulseSchedule.id))
    .all();

/** One that goes on. */
export const findSchedule = (db: Db, id: number): PulseSchedule | undefined =>
  db
    .select()
    .from(pulseSchedule)
    .where(and(eq(pulseSchedule.id, id), isNull(pulseSchedule.endedAt)))
    .get();

export const addSchedule = (db: Db, values: typeof pulseSchedule.$inferInsert): PulseSchedule =>
  db.insert(pulseSchedule).values(values).returning().get();

/** Its next time. */
export const moveSchedule = (db: Db, id: number, nextOn: Day): void => {
  db.update(pulseSchedule).set({ nextOn }).where(eq(pulseSchedule.id, id)).run();
};

export const endSchedule = (db: Db, id: number, at: Instant): void => {
  db.update(pulseSchedule).set({ endedAt: at }).where(eq(pulseSchedule.id, id)).run();
};

/** Who made a schedule, whether it goes on or not; null when there is none. */
export const scheduleMaker = (db: Db, id: number): number | null =>
  db
    .select({ createdBy: pulseSchedule.createdBy })
    .from(pulseSchedule)
    .where(eq(pulseSchedule.id, id))
    .get()?.createdBy ?? null;
