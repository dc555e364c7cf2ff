// The day's counters: always written by the statement below, so a recount is the same statement again.
import { and, between, eq, getTableColumns, isNull, type SQL, sql } from 'drizzle-orm';
import { CHANNELS } from '../domain/parsing/codes.ts';
import { type Day, type Days, HOUR } from '../domain/time.ts';
import { deal, followup, rollup, score, shareOpen, touch } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

type Rollup = typeof rollup.$inferSelect;
type Counter = Exclude<keyof Rollup, 'memberId' | 'day'>;

const memberId = sql.placeholder('memberId');
const day = sql.placeholder('day');

const isCounted = sql`${followup.verdict} = 'counted'`;
const sumOf = (condition: SQL) => sql<number>`coalesce(sum(${condition}), 0)`;
const closedWith = (status: 'won' | 'lost') => sql<number>`(
  select count(*) from ${deal}
  where ${deal.memberId} = ${memberId} and ${deal.status} = ${status} and ${deal.closedOn} = ${day})`;

/** What each counter counts, over one member's follow-ups of one day that were not undone. */
const counters = {
  recorded: sql<number>`count(*)`,
  counted: sumOf(isCounted),
  ...(Object.fromEntries(
    CHANNELS.map((channel) => [
      channel,
      sumOf(sql`${isCounted} and ${followup.channel} = ${channel}`),
    ]),
  ) as Record<(typeof CHANNELS)[number], SQL<number>>),
  completeness: sumOf(sql`(${isCounted}) * ${followup.completeness}`),
  prompt: sumOf(
    sql`${isCounted} and ${followup.loggedAt} - ${followup.occurredAt} <= ${sql.raw(String(24 * HOUR))}`,
  ),
  won: closedWith('won'),
  lost: closedWith('lost'),
} satisfies Record<Counter, SQL<number>>;

const ofTheDay = and(
  eq(followup.memberId, memberId),
  eq(followup.day, day),
  isNull(followup.undoneAt),
);

const select = prepared((db) => db.select(counters).from(followup).where(ofTheDay).prepare());

const store = prepared((db) => {
  const values = Object.fromEntries(
    Object.keys(counters).map((name) => [name, sql.placeholder(name)]),
  ) as Record<Counter, ReturnType<typeof sql.placeholder>>;
  const columns = getTableColumns(rollup);
  return db
    .insert(rollup)
    .values({ memberId, day, ...values })
    .onConflictDoUpdate({
      target: [rollup.memberId, rollup.day],
      set: Object.fromEntries(
        Object.keys(counters).map((name) => [
          name,
          sql.raw(`excluded."${columns[name as Counter].name}"`),
        ]),
      ),
    })
    .prepare();
});

const clearTouch = prepared((db) =>
  db
    .delete(touch)
    .where(and(eq(touch.memberId, memberId), eq(touch.day, day)))
    .prepare(),
);

const countTouch = prepared((db) =>
  db
    .select({
      customerId: followup.customerId,
      counted: sql<number>`count(*)`,
      opened: sumOf(
        sql`exists (select 1 from ${shareOpen} where ${shareOpen.followupId} = ${followup.id})`,
      ),
    })
    .from(followup)
    .where(and(ofTheDay, isCounted))
    .groupBy(followup.customerId)
    .prepare(),
);

const storedTouch = prepared((db) =>
  db
    .select({ customerId: touch.customerId, counted: touch.counted, opened: touch.opened })
    .from(touch)
    .where(and(eq(touch.memberId, memberId), eq(touch.day, day)))
    .prepare(),
);

const addTouch = prepared((db) =>
  db
    .insert(touch)
    .values({
      memberId,
      day,
      customerId: sql.placeholder('customerId'),
      counted: sql.placeholder('counted'),
      opened: sql.placeholder('opened'),
    })
    .prepare(),
);

const markStale = prepared((db) =>
  db
    .update(score)
    .set({ stale: true })
    .where(
      and(
        eq(score.memberId, memberId),
        sql`${score.asOf} >= ${sql.placeholder('since')}`,
        eq(score.stale, false),
      ),
    )
    .prepare(),
);

const stored = prepared((db) =>
  db
    .select()
    .from(rollup)
    .where(and(eq(rollup.memberId, memberId), eq(rollup.day, day)))
    .prepare(),
);

const SUMMED = [...CHANNELS, 'completeness', 'counted'] as const;

const sums = prepared((db) => {
  const since = (name: Counter, from: string) =>
    sql<number>`coalesce(sum(case when ${rollup.day} >= ${sql.placeholder(from)} then ${rollup[name]} end), 0)`;
  return db
    .select({
      ...(Object.fromEntries(SUMMED.map((name) => [name, since(name, 'from')])) as Record<
        (typeof SUMMED)[number],
        SQL<number>
      >),
      won: since('won', 'rollingFrom'),
      lost: since('lost', 'rollingFrom'),
    })
    .from(rollup)
    .where(
      and(
        eq(rollup.memberId, memberId),
        between(rollup.day, sql.placeholder('earliest'), sql.placeholder('to')),
      ),
    )
    .prepare();
});

/** Marks every score of the member that looks at `since` or a later day as to be computed again. */
export const markScoresStale = (db: Db, memberId: number, since: Day): void => {
  markStale(db).run({ memberId, since });
};

/** Brings a member's counters of a day in line with the log. Call it in the write that changed the log. */
export const refreshRollup = (db: Db, memberId: number, day: Day): void => {
  const values = select(db).get({ memberId, day });
  if (values === undefined) throw new TypeError('an aggregate always has a row');
  store(db).run({ memberId, day, ...values });
  clearTouch(db).run({ memberId, day });
  for (const row of countTouch(db).all({ memberId, day }))
    addTouch(db).run({ memberId, day, ...row });
  markScoresStale(db, memberId, day);
};

/** A member's counters added up: deals since `rollingFrom`, all others since `from`. */
export const sumsOf = (
  db: Db,
  memberId: number,
  { from, to }: Days,
  rollingFrom: Day,
): Record<(typeof SUMMED)[number] | 'won' | 'lost', number> => {
  const earliest = rollingFrom < from ? rollingFrom : from;
  const row = sums(db).get({ memberId, from, to, rollingFrom, earliest });
  if (row === undefined) throw new TypeError('an aggregate always has a row');
  return row;
};

/** A counter whose stored value is not what the log says. */
export interface Difference {
  readonly memberId: number;
  readonly day: Day;
  readonly counter: string;
  readonly stored: number;
  readonly counted: number;
}

/** Counters of the customers followed up, by name: `touch:<customer>`, and `opened:<customer>`. */
const byCustomer = (
  rows: readonly { customerId: number; counted: number; opened: number }[],
): ReadonlyMap<string, number> =>
  new Map(
    rows.flatMap(({ customerId, counted, opened }) => [
      [`touch:${customerId}`, counted],
      [`opened:${customerId}`, opened],
    ]),
  );

/** Counts a member's day again from the log. Differences mean a fault in the product: there must be none. */
export const recount = (db: Db, memberId: number, day: Day): Difference[] => {
  const of = { memberId, day };
  const row = stored(db).get(of);
  const values = select(db).get(of);
  const names = Object.keys(counters) as Counter[];
  const before = new Map<string, number>([
    ...names.map((name) => [name, row?.[name] ?? 0] as const),
    ...byCustomer(storedTouch(db).all(of)),
  ]);
  const now = new Map<string, number>([
    ...names.map((name) => [name, values?.[name] ?? 0] as const),
    ...byCustomer(countTouch(db).all(of)),
  ]);
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((counter) => {
    const [was, is] = [before.get(counter) ?? 0, now.get(counter) ?? 0];
    return was === is ? [] : [{ ...of, counter, stored: was, counted: is }];
  });
};
