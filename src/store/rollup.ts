// The day's counters: always written by the statements below, so a recount is the same counting again.
import { and, eq, getTableColumns, isNull, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { CHANNELS } from '../domain/parsing/codes.ts';
import { type Day, HOUR } from '../domain/time.ts';
import { inPeriod, inRolling, isTheirs, sumOf, tally } from './gather.ts';
import { deal, followup, rollup, score, shareOpen, touch } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

type Rollup = typeof rollup.$inferSelect;
type Counter = Exclude<keyof Rollup, 'memberId' | 'day'>;

const memberId = sql.placeholder('memberId');
const day = sql.placeholder('day');

/** Days of members, as `[[memberId, day], …]` in one parameter: a statement takes all of them at once. */
const ofDays = sql`(select value ->> 0 as member_id, value ->> 1 as day
  from json_each(${sql.placeholder('days')}))`;

const isCounted = sql`${followup.verdict} = 'counted'`;

interface MemberDay {
  readonly memberId: SQLWrapper;
  readonly day: SQLWrapper;
}

const closedWith = (status: 'won' | 'lost', of: MemberDay) => sql<number>`(
  select count(*) from ${deal}
  where ${deal.memberId} = ${of.memberId} and ${deal.status} = ${sql.raw(`'${status}'`)} and ${deal.closedOn} = ${of.day})`;

/** What each counter counts, over a member's follow-ups of a day that were not undone. */
const countersOf = (of: MemberDay) =>
  ({
    recorded: sql<number>`count(${followup.id})`,
    counted: sumOf(isCounted),
    ...(Object.fromEntries(
      CHANNELS.map((channel) => [
        channel,
        sumOf(sql`${isCounted} and ${followup.channel} = ${sql.raw(`'${channel}'`)}`),
      ]),
    ) as Record<(typeof CHANNELS)[number], SQL<number>>),
    completeness: sumOf(sql`(${isCounted}) * ${followup.completeness}`),
    prompt: sumOf(
      sql`${isCounted} and ${followup.loggedAt} - ${followup.occurredAt} <= ${sql.raw(String(24 * HOUR))}`,
    ),
    won: closedWith('won', of),
    lost: closedWith('lost', of),
  }) satisfies Record<Counter, SQL<number>>;

const counters = countersOf({ memberId, day });

const ofTheDay = and(
  eq(followup.memberId, memberId),
  eq(followup.day, day),
  isNull(followup.undoneAt),
);

const select = prepared((db) => db.select(counters).from(followup).where(ofTheDay).prepare());

/** Columns of a table, in the order in which an insert from a select gives them. */
const inOrder = (table: SQLiteTable, values: Readonly<Record<string, SQLWrapper>>): SQL =>
  sql.join(
    Object.keys(getTableColumns(table)).map((name) => {
      const value = values[name];
      if (value === undefined) throw new TypeError(`nothing is said of ${name}`);
      return sql`${value}`;
    }),
    sql`, `,
  );

const store = prepared((db) => {
  const of = { memberId: sql.raw('of.member_id'), day: sql.raw('of.day') };
  const values = inOrder(rollup, { ...of, ...countersOf(of) });
  const columns = getTableColumns(rollup);
  return db
    .insert(rollup)
    .select(
      sql`select ${values} from ${ofDays} of
        left join ${followup} on ${followup.memberId} = ${of.memberId}
          and ${followup.day} = ${of.day} and ${followup.undoneAt} is null
        group by ${of.memberId}, ${of.day}`,
    )
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
  db.delete(touch).where(sql`(${touch.memberId}, ${touch.day}) in ${ofDays}`).prepare(),
);

const touches = {
  customerId: followup.customerId,
  counted: sql<number>`count(*)`,
  opened: sumOf(
    sql`exists (select 1 from ${shareOpen} where ${shareOpen.followupId} = ${followup.id})`,
  ),
};

const countTouch = prepared((db) =>
  db
    .select(touches)
    .from(followup)
    .where(and(ofTheDay, isCounted))
    .groupBy(followup.customerId)
    .prepare(),
);

const addTouches = prepared((db) => {
  const { memberId, day, customerId } = followup;
  // A cross join keeps its order: the days first, then their follow-ups by the index.
  return db
    .insert(touch)
    .select(
      sql`select ${inOrder(touch, { memberId, day, ...touches })} from ${ofDays} of
        cross join ${followup} on ${memberId} = of.member_id and ${day} = of.day
        where ${isCounted} and ${followup.undoneAt} is null
        group by ${memberId}, ${day}, ${customerId}`,
    )
    .prepare();
});

const storedTouch = prepared((db) =>
  db
    .select({ customerId: touch.customerId, counted: touch.counted, opened: touch.opened })
    .from(touch)
    .where(and(eq(touch.memberId, memberId), eq(touch.day, day)))
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

/** A member's counted follow-ups of the period, their completeness in millionths, and how many were on each channel. */
export const countedInPeriod = tally<
  [counted: number, completeness: number, ...byChannel: number[]]
>(
  [rollup.counted, rollup.completeness, ...CHANNELS.map((channel) => rollup[channel])].map(sumOf),
  sql`from ${rollup} where ${isTheirs(rollup.memberId)} and ${inPeriod(rollup.day)}`,
);

/** A member's deals closed in the rolling window. */
export const closedInRolling = tally<[won: number, lost: number]>(
  [sumOf(rollup.won), sumOf(rollup.lost)],
  sql`from ${rollup} where ${isTheirs(rollup.memberId)} and ${inRolling(rollup.day)}`,
);

/** Marks every score of the member that looks at `since` or a later day as to be computed again. */
export const markScoresStale = (db: Db, memberId: number, since: Day): void => {
  markStale(db).run({ memberId, since });
};

/** Days by member. */
export type DaysByMember = ReadonlyMap<number, ReadonlySet<Day>>;

/** Brings the counters of members' days in line with the log. Call it in the write that changed the log. */
export const refreshRollups = (db: Db, byMember: DaysByMember): void => {
  const listed = [...byMember].flatMap(([memberId, days]) =>
    [...days].map((day) => [memberId, day] as const),
  );
  if (listed.length === 0) return;
  const days = JSON.stringify(listed);
  store(db).run({ days });
  clearTouch(db).run({ days });
  addTouches(db).run({ days });
  for (const [memberId, own] of byMember) {
    const [first, ...others] = own;
    if (first === undefined) continue;
    markScoresStale(
      db,
      memberId,
      others.reduce((since, day) => (day < since ? day : since), first),
    );
  }
};

/** The same for one day of one member. */
export const refreshRollup = (db: Db, memberId: number, day: Day): void =>
  refreshRollups(db, new Map([[memberId, new Set([day])]]));

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
