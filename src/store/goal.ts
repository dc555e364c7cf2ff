// Goals of the month, and what was won towards them.
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Money } from '../domain/money.ts';
import { type Worth, worthIn } from '../domain/recognition/goal.ts';
import { addDays, type Day, type Days, monthAround } from '../domain/time.ts';
import { wonByTeam } from './deal.ts';
import { deal, goal } from './schema/index.ts';
import { readSetting } from './setting.ts';
import { type Db, prepared } from './workspace.ts';

/** Whose goal it is. */
export interface GoalOwner {
  readonly teamId: number;
  /** 0: the whole team's. */
  readonly memberId: number;
}

const newest = prepared((db) =>
  db
    .select({ minor: goal.targetMinor, currency: goal.currency })
    .from(goal)
    .where(
      and(
        eq(goal.teamId, sql.placeholder('teamId')),
        eq(goal.memberId, sql.placeholder('memberId')),
        sql`${goal.month} <= ${sql.placeholder('month')}`,
      ),
    )
    .orderBy(desc(goal.month))
    .limit(1)
    .prepare(),
);

const won = prepared((db) =>
  db
    .select({
      month: sql<string>`substr(${deal.closedOn}, 1, 7)`,
      currency: sql<string>`${deal.currency}`,
      minor: sql<number>`sum(${deal.amountMinor})`,
    })
    .from(deal)
    .where(
      and(
        eq(deal.memberId, sql.placeholder('memberId')),
        eq(deal.status, 'won'),
        sql`${deal.closedOn} between ${sql.placeholder('from')} and ${sql.placeholder('to')}`,
        sql`${deal.amountMinor} is not null and ${deal.currency} is not null`,
      ),
    )
    .groupBy(sql`1`, sql`2`)
    .prepare(),
);

/** The goal that holds in the month of `day`: the one set last for it or an earlier one; null without one. */
export const goalOf = (db: Db, owner: GoalOwner, day: Day): Money | null => {
  const row = newest(db).get({ ...owner, month: monthAround(day).from });
  return row === undefined || row.minor === null
    ? null
    : { minor: row.minor, currency: row.currency };
};

/** Sets a goal from the month of `day` on; null: no goal any more. */
export const setGoal = (
  db: Db,
  owner: GoalOwner,
  day: Day,
  target: Money | null,
  currency: string,
): void => {
  const set = { targetMinor: target?.minor ?? null, currency: target?.currency ?? currency };
  db.insert(goal)
    .values({ ...owner, month: monthAround(day).from, ...set })
    .onConflictDoUpdate({ target: [goal.teamId, goal.memberId, goal.month], set })
    .run();
};

/** Value of one unit of a currency in another, by `FROM:TO`. */
const ratesOf = (db: Db) => readSetting(db, 'rates') ?? {};

/** What a team won in the range, in one currency. */
export const teamWorth = (db: Db, teamId: number, days: Days, currency: string): Worth => {
  const sums = wonByTeam(db, teamId, days).flatMap(({ minor, currency: of }): Money[] =>
    of === null ? [] : [{ minor, currency: of }],
  );
  return worthIn(sums, currency, ratesOf(db));
};

/** What a member won in the range, in one currency. */
export const memberWorth = (db: Db, memberId: number, days: Days, currency: string): Worth =>
  worthIn(won(db).all({ memberId, ...days }), currency, ratesOf(db));

/** What a member won in each month before that of `day` that has any, in minor units of one currency. */
export const earlierMonths = (db: Db, memberId: number, day: Day, currency: string): number[] => {
  const rates = ratesOf(db);
  const to = addDays(monthAround(day).from, -1);
  const months = new Map<string, Money[]>();
  for (const { month, ...sum } of won(db).all({ memberId, from: '', to })) {
    months.set(month, [...(months.get(month) ?? []), sum]);
  }
  return [...months.values()].map((sums) => worthIn(sums, currency, rates).money.minor);
};
