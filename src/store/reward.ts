// The catalogue of rewards: of everybody, and of each team.
import { and, asc, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import { reward } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

export type Reward = typeof reward.$inferSelect;

/** Whose catalogue: that of a team with what is everybody's, or for admins all there is. */
export type Shelf = { readonly teamId: number | null } | 'all';

const byId = prepared((db) =>
  db
    .select()
    .from(reward)
    .where(eq(reward.id, sql.placeholder('id')))
    .prepare(),
);

const takeOne = prepared((db) =>
  db
    .update(reward)
    .set({ stock: sql`${reward.stock} - 1` })
    .where(
      and(
        eq(reward.id, sql.placeholder('id')),
        sql`(${reward.stock} is null or ${reward.stock} > 0)`,
      ),
    )
    .returning({ id: reward.id })
    .prepare(),
);

const putOneBack = prepared((db) =>
  db
    .update(reward)
    .set({ stock: sql`${reward.stock} + 1` })
    .where(eq(reward.id, sql.placeholder('id')))
    .prepare(),
);

const onShelf = (shelf: Shelf): SQL | undefined => {
  if (shelf === 'all') return isNull(reward.retiredAt);
  const mine = shelf.teamId === null ? undefined : eq(reward.teamId, shelf.teamId);
  return and(isNull(reward.retiredAt), or(isNull(reward.teamId), mine));
};

/** SQLite folds ASCII only; so does the other side, that they stay equal. */
const holds = (words: string): SQL | undefined =>
  words === '' ? undefined : sql`instr(lower(${reward.name}), lower(${words})) > 0`;

/** What is not retired, the cheapest first and so what costs nothing before all, then by name. */
export const listRewards = (
  db: Db,
  shelf: Shelf,
  {
    words,
    limit,
    offset,
  }: { readonly words: string; readonly limit: number; readonly offset: number },
): Reward[] =>
  db
    .select()
    .from(reward)
    .where(and(onShelf(shelf), holds(words)))
    .orderBy(asc(reward.cost), asc(reward.name), asc(reward.id))
    .limit(limit)
    .offset(offset)
    .all();

export const countRewards = (db: Db, shelf: Shelf, words: string): number =>
  db
    .select({ n: sql<number>`count(*)` })
    .from(reward)
    .where(and(onShelf(shelf), holds(words)))
    .get()?.n ?? 0;

/** Those of exactly this name, in whichever case; retired ones as well when asked for. */
export const rewardsNamed = (db: Db, shelf: Shelf, name: string): Reward[] =>
  db
    .select()
    .from(reward)
    .where(and(onShelf(shelf), sql`lower(${reward.name}) = lower(${name})`))
    .all();

/** Whether the team's catalogue has or ever had one of these names. */
export const wasOffered = (db: Db, teamId: number | null, names: readonly string[]): boolean =>
  names.some(
    (name) =>
      db
        .select({ id: reward.id })
        .from(reward)
        .where(
          and(
            eq(reward.name, name),
            teamId === null
              ? isNull(reward.teamId)
              : or(isNull(reward.teamId), eq(reward.teamId, teamId)),
          ),
        )
        .get() !== undefined,
  );

export const findReward = (db: Db, id: number): Reward | undefined => byId(db).get({ id });

export const addReward = (db: Db, values: Omit<Reward, 'id' | 'retiredAt'>): Reward =>
  db.insert(reward).values(values).returning().get();

export const changeReward = (
  db: Db,
  id: number,
  values: Partial<Omit<Reward, 'id' | 'retiredAt'>>,
): void => {
  db.update(reward).set(values).where(eq(reward.id, id)).run();
};

/** Takes a reward out of the catalogue; wishes for it stay. */
export const retireReward = (db: Db, id: number, at: Instant): void => {
  db.update(reward).set({ retiredAt: at }).where(eq(reward.id, id)).run();
};

/** Takes one of the stock. @returns false when none is left, and then nothing changes */
export const takeFromStock = (db: Db, id: number): boolean => takeOne(db).get({ id }) !== undefined;

/** Puts one back into the stock; of what there is any number of, nothing changes. */
export const returnToStock = (db: Db, id: number): void => {
  putOneBack(db).run({ id });
};
