// Cheers for a won deal: one a member.
import { asc, eq, sql } from 'drizzle-orm';
import type { Cheers } from '../domain/recognition/celebration.ts';
import { cheer, member } from './schema/index.ts';
import type { Db } from './workspace.ts';

/** Names said; the others are counted. */
const NAMED = 3;

/** Adds a member's cheer. @returns false when they had cheered before; then nothing changes */
export const addCheer = (db: Db, dealId: number, memberId: number): boolean =>
  db.insert(cheer).values({ dealId, memberId }).onConflictDoNothing().returning().all().length > 0;

/** Who cheered for a deal, in the order they did. */
export const cheersOf = (db: Db, dealId: number): Cheers => {
  const names = db
    .select({ name: member.name })
    .from(cheer)
    .innerJoin(member, eq(member.id, cheer.memberId))
    .where(eq(cheer.dealId, dealId))
    .orderBy(asc(sql`${cheer}.rowid`))
    .all()
    .map(({ name }) => name);
  return { total: names.length, first: names.slice(0, NAMED) };
};

/** Takes all cheers for a deal away, with the deal. */
export const removeCheers = (db: Db, dealId: number): void => {
  db.delete(cheer).where(eq(cheer.dealId, dealId)).run();
};
