// Unannounced awards: given by a manager, counted by month and by receiver, and listed in posts.
import { and, asc, between, eq, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { type Day, type Days, monthAround } from '../domain/time.ts';
import { member, spotAward } from './schema/index.ts';
import type { Db } from './workspace.ts';

/** Keeps an unannounced award. @param values `teamId`: the receiver's team; `day`: the giver's @returns its id */
export const addSpot = (db: Db, values: Omit<typeof spotAward.$inferSelect, 'id'>): number =>
  db.insert(spotAward).values(values).returning({ id: spotAward.id }).get().id;

const countWhere = (db: Db, where: SQL | undefined): number =>
  db.select({ n: sql<number>`count(*)` }).from(spotAward).where(where).get()?.n ?? 0;

/** How many unannounced awards a manager gave in the month of the day. */
export const spotsBy = (db: Db, giverId: number, day: Day): number => {
  const { from, to } = monthAround(day);
  return countWhere(db, and(eq(spotAward.giverId, giverId), between(spotAward.day, from, to)));
};

/** How many unannounced awards a member got, ever. */
export const spotsWonBy = (db: Db, receiverId: number): number =>
  countWhere(db, eq(spotAward.receiverId, receiverId));

/** An unannounced award as a post lists it. */
export interface ShownSpot {
  readonly id: number;
  readonly giver: { readonly id: number; readonly name: string };
  /** `praised`: may be named in public. */
  readonly receiver: { readonly id: number; readonly name: string; readonly praised: boolean };
  readonly reason: string;
  readonly day: Day;
}

const giver = alias(member, 'giver');

/** The unannounced awards that members of a team got on the days, oldest first; `teamId` is their team of that day. */
export const spotAwardsOn = (db: Db, teamId: number, { from, to }: Days): ShownSpot[] =>
  db
    .select({
      id: spotAward.id,
      giver: { id: giver.id, name: giver.name },
      receiver: { id: member.id, name: member.name, praised: member.praised },
      reason: spotAward.reason,
      day: spotAward.day,
    })
    .from(spotAward)
    .innerJoin(giver, eq(giver.id, spotAward.giverId))
    .innerJoin(member, eq(member.id, spotAward.receiverId))
    .where(and(eq(spotAward.teamId, teamId), between(spotAward.day, from, to)))
    .orderBy(asc(spotAward.id))
    .all();
