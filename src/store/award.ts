// Awards of a team and quarter: their rows, the record of what was done with them, and who sees to them.
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Day, Instant } from '../domain/time.ts';
import { addAudit } from './audit.ts';
import { findMember, listAdmins, listTeamMembers, type Member, mayManage } from './member.ts';
import { type AwardKind, award } from './schema/index.ts';
import type { Db } from './workspace.ts';

export type Award = typeof award.$inferSelect;

/** A company has a few. */
const ADMINS = 20;

/** Writes down what was done with an award; names nobody who was nominated. */
export const auditAward = (
  db: Db,
  id: number,
  action: 'opened' | 'closed' | 'appointed' | 'decided' | 'void' | 'posted',
  entry: { readonly at: Instant; readonly actorId: number | null; readonly after?: unknown },
): void => addAudit(db, { ...entry, action: `award.${action}`, subject: `award:${id}` });

export const addAward = (
  db: Db,
  values: Pick<Award, 'kind' | 'teamId' | 'quarter' | 'openedBy' | 'openedOn' | 'nominateUntil'>,
): Award =>
  db
    .insert(award)
    .values({ ...values, state: 'nominating' })
    .returning()
    .get();

export const findAward = (db: Db, id: number): Award | undefined =>
  db.select().from(award).where(eq(award.id, id)).get();

/** The award of a team, kind and quarter, if it was ever opened. */
export const awardOf = (db: Db, teamId: number, kind: AwardKind, quarter: Day): Award | undefined =>
  db
    .select()
    .from(award)
    .where(and(eq(award.teamId, teamId), eq(award.kind, kind), eq(award.quarter, quarter)))
    .get();

/** A team's awards, the newest first. */
export const awardsOf = (db: Db, teamId: number, limit: number): Award[] =>
  db
    .select()
    .from(award)
    .where(eq(award.teamId, teamId))
    .orderBy(desc(award.id))
    .limit(limit)
    .all();

/** Awards with something still to happen, oldest first. */
export const pendingAwards = (db: Db): Award[] =>
  db
    .select()
    .from(award)
    .where(
      sql`${award.state} in ('nominating', 'voting') or (${award.state} = 'decided' and ${award.reason} is null)`,
    )
    .orderBy(asc(award.id))
    .all();

export const changeAward = (
  db: Db,
  id: number,
  values: Partial<
    Pick<
      Award,
      'state' | 'votingFrom' | 'winnerId' | 'coWinnerId' | 'reason' | 'decidedAt' | 'postedAt'
    >
  >,
): void => {
  db.update(award).set(values).where(eq(award.id, id)).run();
};

/**
 * Who sees to an award, as things stand now: whoever opened it, else the team's managers, else the admins. Nobody who
 * is nominated for it does.
 */
export const stewardsOf = (db: Db, row: Award, nominees: readonly number[]): Member[] => {
  const may = (who: Member): boolean =>
    who.leftOn === null && mayManage(who, row.teamId) && !nominees.includes(who.id);
  const opener = findMember(db, row.openedBy);
  if (opener !== undefined && may(opener)) return [opener];
  const managers = listTeamMembers(db, row.teamId).filter((who) => who.role !== 'rep' && may(who));
  return managers.length > 0 ? managers : listAdmins(db, ADMINS).filter(may);
};
