// Milestones: kept once for each cause, and found again by member, cause and team.
import { and, asc, between, desc, eq, gte, isNull, sql } from 'drizzle-orm';
import type { Target } from '../chat/platform.ts';
import type { Person } from '../chat/text.ts';
import type { Milestone, NamedMilestone } from '../domain/recognition/milestone.ts';
import type { MilestoneKey } from '../domain/recognition/rules.ts';
import type { Day, Days, Instant } from '../domain/time.ts';
import { type Member, personOf } from './member.ts';
import { member, milestone } from './schema/index.ts';
import { isNewHire } from './standings.ts';
import { type Db, prepared } from './workspace.ts';

const placeholders = {
  rule: sql.placeholder('rule'),
  memberId: sql.placeholder('memberId'),
  teamId: sql.placeholder('teamId'),
  cause: sql.placeholder('cause'),
  params: sql.placeholder('params'),
  day: sql.placeholder('day'),
  at: sql.placeholder('at'),
};

const keep = prepared((db) =>
  db
    .insert(milestone)
    .values(placeholders)
    .onConflictDoUpdate({
      target: [milestone.memberId, milestone.rule, milestone.cause],
      set: {
        teamId: sql`excluded.team_id`,
        params: sql`excluded.params`,
        day: sql`excluded.day`,
        at: sql`excluded.at`,
        withdrawnAt: null,
      },
      // What was taken back may be reached again; what stands is not said twice.
      setWhere: sql`${milestone.withdrawnAt} is not null`,
    })
    .returning()
    .prepare(),
);

const live = prepared((db) =>
  db
    .select()
    .from(milestone)
    .where(
      and(
        eq(milestone.memberId, sql.placeholder('memberId')),
        eq(milestone.rule, sql.placeholder('rule')),
        gte(milestone.day, sql.placeholder('since')),
        isNull(milestone.withdrawnAt),
      ),
    )
    .orderBy(desc(milestone.id))
    .prepare(),
);

const caused = prepared((db) =>
  db
    .select()
    .from(milestone)
    .where(and(eq(milestone.cause, sql.placeholder('cause')), isNull(milestone.withdrawnAt)))
    .orderBy(asc(milestone.id))
    .prepare(),
);

type Row = typeof milestone.$inferSelect;

const milestoneOf = ({ withdrawnAt, rule, ...row }: Row): Milestone => ({
  ...row,
  rule: rule as MilestoneKey,
});

/**
 * Keeps a milestone.
 * @returns null when the member has had it of this cause, and it was not taken back
 */
export const keepMilestone = (db: Db, values: Omit<Milestone, 'id'>): Milestone | null => {
  // Drizzle types an upsert as always giving a row; one that stood already gives none.
  const row = keep(db).get({ ...values }) as Row | undefined;
  return row === undefined ? null : milestoneOf(row);
};

/** Marks a milestone as taken back. */
export const markWithdrawn = (db: Db, id: number, at: Instant): void => {
  db.update(milestone).set({ withdrawnAt: at }).where(eq(milestone.id, id)).run();
};

/** A member's milestones of a rule since a day that stand, newest first. */
export const milestonesOf = (
  db: Db,
  memberId: number,
  rule: MilestoneKey,
  since: Day = '',
): Milestone[] => live(db).all({ memberId, rule, since }).map(milestoneOf);

/** The milestones of anybody that came of this and stand. */
export const milestonesBy = (db: Db, cause: string): Milestone[] =>
  caused(db).all({ cause }).map(milestoneOf);

/** Whether the member may not be named in the team's channel on a day. */
export const isUnnamed = (who: Member, day: Day): boolean =>
  who.optedOut || !who.praised || isNewHire(who, day);

/** The person a channel may mention: as its own platform knows them. */
export const mentionable = (db: Db, memberId: number, channel: Target): Person | null => {
  const person = personOf(db, memberId);
  const isThere = person?.platform === channel.platform && person.tenant === channel.tenant;
  return isThere ? person : null;
};

/** The milestones of a team since a day that stand, oldest first. */
export const milestonesSince = (db: Db, teamId: number, since: Day): Milestone[] =>
  db
    .select()
    .from(milestone)
    .where(
      and(eq(milestone.teamId, teamId), gte(milestone.day, since), isNull(milestone.withdrawnAt)),
    )
    .orderBy(asc(milestone.id))
    .all()
    .map(milestoneOf);

/** The milestones of a team in the range that stand, oldest first: what the daily post and the digest say. */
export const milestonesOn = (db: Db, teamId: number, { from, to }: Days): NamedMilestone[] =>
  db
    .select({ milestone, member })
    .from(milestone)
    .innerJoin(member, eq(member.id, milestone.memberId))
    .where(
      and(
        eq(milestone.teamId, teamId),
        between(milestone.day, from, to),
        isNull(milestone.withdrawnAt),
      ),
    )
    .orderBy(asc(milestone.day), asc(milestone.id))
    .all()
    .map((row) => ({
      ...milestoneOf(row.milestone),
      name: isUnnamed(row.member, row.milestone.day) ? null : row.member.name,
    }));
