// Members: who they are, how platforms know them, whom they may act for.
import { and, asc, desc, eq, getTableColumns, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Person } from '../chat/text.ts';
import type { Role } from '../domain/role.ts';
import type { Day, Days } from '../domain/time.ts';
import { identity, leave, member } from './schema/index.ts';
import { readSetting, writeSetting } from './setting.ts';
import { type Db, prepared } from './workspace.ts';

export type Member = typeof member.$inferSelect;

const byId = prepared((db) =>
  db
    .select()
    .from(member)
    .where(eq(member.id, sql.placeholder('id')))
    .prepare(),
);

const byIdentity = prepared((db) =>
  db
    .select(getTableColumns(member))
    .from(identity)
    .innerJoin(member, eq(member.id, identity.memberId))
    .where(
      and(
        eq(identity.platform, sql.placeholder('platform')),
        eq(identity.tenant, sql.placeholder('tenant')),
        eq(identity.user, sql.placeholder('user')),
      ),
    )
    .prepare(),
);

const identitiesOf = prepared((db) =>
  db
    .select()
    .from(identity)
    .where(eq(identity.memberId, sql.placeholder('id')))
    .prepare(),
);

const leaveIn = prepared((db) =>
  db
    .select({ day: leave.day })
    .from(leave)
    .where(
      and(
        eq(leave.memberId, sql.placeholder('memberId')),
        sql`${leave.day} between ${sql.placeholder('from')} and ${sql.placeholder('to')}`,
      ),
    )
    .prepare(),
);

export const findMember = (db: Db, id: number): Member | undefined => byId(db).get({ id });

/** The member a platform's person is, if known. */
export const memberOf = (db: Db, person: Person): Member | undefined =>
  byIdentity(db).get({ ...person });

/** Where a member can be reached privately; undefined when no platform knows them. */
export const personOf = (db: Db, memberId: number): Person | undefined => {
  const row = identitiesOf(db).get({ id: memberId });
  return row === undefined
    ? undefined
    : { platform: row.platform, tenant: row.tenant, user: row.user };
};

/** The members a platform's tenant knows and who have not left, in the order they came. */
export const listIdentities = (
  db: Db,
  platform: string,
  tenant: string,
): { user: string; member: Member }[] =>
  db
    .select({ user: identity.user, member })
    .from(identity)
    .innerJoin(member, eq(member.id, identity.memberId))
    .where(and(eq(identity.platform, platform), eq(identity.tenant, tenant), isNull(member.leftOn)))
    .orderBy(asc(member.id))
    .all();

/** Everyone who has not left, by name. */
export const listMembers = (db: Db): Member[] =>
  db.select().from(member).where(isNull(member.leftOn)).orderBy(asc(member.name)).all();

const ofTeam = prepared((db) =>
  db
    .select()
    .from(member)
    .where(and(eq(member.teamId, sql.placeholder('teamId')), isNull(member.leftOn)))
    .orderBy(asc(member.name))
    .prepare(),
);

export const listTeamMembers = (db: Db, teamId: number): Member[] => ofTeam(db).all({ teamId });

/** The admins who have not left, who came first first. */
export const listAdmins = (db: Db, limit: number): Member[] =>
  db
    .select()
    .from(member)
    .where(and(eq(member.role, 'admin'), isNull(member.leftOn)))
    .orderBy(asc(member.id))
    .limit(limit)
    .all();

/** Who is in no team yet, by name. */
export const listWaiting = (db: Db, limit: number): Member[] =>
  db
    .select()
    .from(member)
    .where(and(isNull(member.teamId), isNull(member.leftOn)))
    .orderBy(asc(member.name))
    .limit(limit)
    .all();

/** Who has left, the latest first; of one team, or of all. */
export const listLeft = (db: Db, teamId: number | null, limit: number): Member[] =>
  db
    .select()
    .from(member)
    .where(and(isNotNull(member.leftOn), teamId === null ? undefined : eq(member.teamId, teamId)))
    .orderBy(desc(member.leftOn), asc(member.name))
    .limit(limit)
    .all();

export const countMembers = (db: Db): number =>
  db.select({ n: sql<number>`count(*)` }).from(member).get()?.n ?? 0;

export const countAdmins = (db: Db): number =>
  db
    .select({ n: sql<number>`count(*)` })
    .from(member)
    .where(and(eq(member.role, 'admin'), isNull(member.leftOn)))
    .get()?.n ?? 0;

export interface Headcount {
  readonly teamId: number | null;
  readonly role: Role;
  readonly n: number;
}

/** How many have not left, by team and role; of one team, or of all. */
export const headcount = (db: Db, teamId: number | null): Headcount[] =>
  db
    .select({ teamId: member.teamId, role: member.role, n: sql<number>`count(*)` })
    .from(member)
    .where(and(isNull(member.leftOn), teamId === null ? undefined : eq(member.teamId, teamId)))
    .groupBy(member.teamId, member.role)
    .all();

/** FNV-1a, 32 bits. */
const hashed = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return hash;
};

/**
 * Marks that who is here, or under which name, has changed. The mark counts, and depends on all changes before: one
 * that was rolled back is not taken for the one made in its place.
 */
const markNames = (db: Db, change: readonly unknown[]): void => {
  const before = readSetting(db, 'names') ?? '0';
  const mark = `${Number.parseInt(before, 10) + 1} ${hashed(JSON.stringify([before, change]))}`;
  writeSetting(db, 'names', mark);
};

export const addMember = (db: Db, values: typeof member.$inferInsert): Member => {
  const added = db.insert(member).values(values).returning().get();
  markNames(db, [added.id, added.name, added.leftOn]);
  return added;
};

export const addIdentity = (db: Db, person: Person, memberId: number): void => {
  db.insert(identity)
    .values({ platform: person.platform, tenant: person.tenant, user: person.user, memberId })
    .run();
};

export const changeMember = (
  db: Db,
  id: number,
  values: Partial<typeof member.$inferInsert>,
): void => {
  db.update(member).set(values).where(eq(member.id, id)).run();
  if (values.name !== undefined || values.leftOn !== undefined) {
    markNames(db, [id, values.name, values.leftOn]);
  }
};

/** Whether `actor` may see and decide for `other`: themselves, their team's manager, an admin. */
export const mayActFor = (actor: Member, other: Member): boolean =>
  actor.id === other.id ||
  actor.role === 'admin' ||
  (actor.role === 'manager' && actor.teamId !== null && actor.teamId === other.teamId);

/** Whether `actor` manages the team. */
export const mayManage = (actor: Member, teamId: number): boolean =>
  actor.role === 'admin' || (actor.role === 'manager' && actor.teamId === teamId);

/** The days in the range on which the member is away, working days or not. */
export const leaveDays = (db: Db, memberId: number, { from, to }: Days): Set<Day> =>
  new Set(
    leaveIn(db)
      .all({ memberId, from, to })
      .map(({ day }) => day),
  );

const leaveOfTeam = prepared((db) =>
  db
    .select({ memberId: leave.memberId, day: leave.day })
    .from(member)
    .innerJoin(
      leave,
      and(
        eq(leave.memberId, member.id),
        sql`${leave.day} between ${sql.placeholder('from')} and ${sql.placeholder('to')}`,
      ),
    )
    .where(and(eq(member.teamId, sql.placeholder('teamId')), isNull(member.leftOn)))
    .prepare(),
);

/** As {@link leaveDays} for all of a team's members who are away at all, by member. */
export const teamLeaveDays = (
  db: Db,
  teamId: number,
  { from, to }: Days,
): ReadonlyMap<number, ReadonlySet<Day>> => {
  const found = new Map<number, Set<Day>>();
  for (const { memberId, day } of leaveOfTeam(db).all({ teamId, from, to })) {
    found.set(memberId, (found.get(memberId) ?? new Set()).add(day));
  }
  return found;
};

export const addLeave = (db: Db, memberId: number, day: Day): void => {
  db.insert(leave).values({ memberId, day }).onConflictDoNothing().run();
};

export const removeLeave = (db: Db, memberId: number, day: Day): void => {
  db.delete(leave)
    .where(and(eq(leave.memberId, memberId), eq(leave.day, day)))
    .run();
};
