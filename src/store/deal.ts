// Deals: opened by a quote, closed by a win or a loss.
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Money } from '../domain/money.ts';
import type { Day, Days } from '../domain/time.ts';
import { given, inRolling, isTheirs, list, sumOf, tally } from './gather.ts';
import { customer, deal, followup } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

export type Deal = typeof deal.$inferSelect;

const openOf = prepared((db) =>
  db
    .select()
    .from(deal)
    .where(
      and(
        eq(deal.customerId, sql.placeholder('customerId')),
        eq(deal.memberId, sql.placeholder('memberId')),
        eq(deal.status, 'open'),
      ),
    )
    .orderBy(desc(deal.id))
    .limit(1)
    .prepare(),
);

const firstFollowup = sql`(select min(${followup.day}) from ${followup}
  where ${followup.customerId} = ${deal.customerId} and ${followup.undoneAt} is null
    and ${followup.verdict} = 'counted')`;

/**
 * The day a deal's cycle began: the customer's first counted follow-up, or the opening day where another system
 * knows of an earlier one; null when neither is known.
 */
export const cycleStart = sql<Day | null>`min(
  coalesce(${firstFollowup}, ${deal.openedOn}), coalesce(${deal.openedOn}, ${firstFollowup}))`;

/** A member's wins in the rolling window: when each was closed and opened, and first worked on as far as is known. */
export const dealsWon = list<[closedOn: Day, openedOn: Day | null, firstFollowup: Day | null]>(
  [deal.closedOn, deal.openedOn, firstFollowup],
  sql`from ${deal} where ${isTheirs(deal.memberId)} and ${deal.status} = 'won' and ${inRolling(deal.closedOn)}
    order by ${deal.closedOn}, ${deal.id}`,
);

/** How many open deals a member has, and how many of them nobody worked on for too long. */
export const dealsOpen = tally<[open: number, stale: number]>(
  [
    sql`count(*)`,
    sumOf(sql`coalesce(${customer.contactedAt}, 0) < ${given('activeSince')}
      and ${deal.openedOn} < ${given('rollingFrom')}`),
  ],
  sql`from ${deal} left join ${customer} on ${customer.id} = ${deal.customerId}
    where ${isTheirs(deal.memberId)} and ${deal.status} = 'open'`,
);

/** The member's open deal with the customer, the newest if several. */
export const openDeal = (db: Db, memberId: number, customerId: number): Deal | undefined =>
  openOf(db).get({ memberId, customerId });

export const findDeal = (db: Db, id: number): Deal | undefined =>
  db.select().from(deal).where(eq(deal.id, id)).get();

/** The deal a follow-up closed, if it closed one. */
export const dealClosedBy = (db: Db, followupId: number): Deal | undefined =>
  db.select().from(deal).where(eq(deal.closedBy, followupId)).get();

const otherWin = prepared((db) =>
  db
    .select({ id: deal.id })
    .from(deal)
    .where(
      and(
        eq(deal.memberId, sql.placeholder('memberId')),
        eq(deal.status, 'won'),
        sql`${deal.id} <> ${sql.placeholder('id')}`,
      ),
    )
    .limit(1)
    .prepare(),
);

/** Whether the member ever won a deal but this one. */
export const hasOtherWin = (db: Db, memberId: number, id: number): boolean =>
  otherWin(db).get({ memberId, id }) !== undefined;

export const addDeal = (db: Db, values: typeof deal.$inferInsert): Deal =>
  db.insert(deal).values(values).returning().get();

export const changeDeal = (db: Db, id: number, values: Partial<typeof deal.$inferInsert>): void => {
  db.update(deal).set(values).where(eq(deal.id, id)).run();
};

export const removeDeal = (db: Db, id: number): void => {
  db.delete(deal).where(eq(deal.id, id)).run();
};

/** Hands what one member has open with a customer to another. */
export const moveOpenDeals = (db: Db, customerId: number, fromId: number, toId: number): void => {
  db.update(deal)
    .set({ memberId: toId })
    .where(and(eq(deal.customerId, customerId), eq(deal.memberId, fromId), eq(deal.status, 'open')))
    .run();
};

const insertQuoted = prepared((db) =>
  db
    .insert(deal)
    .values({
      customerId: sql.placeholder('customerId'),
      memberId: sql.placeholder('memberId'),
      status: 'open',
      amountMinor: sql.placeholder('minor'),
      currency: sql.placeholder('currency'),
      openedOn: sql.placeholder('day'),
      openedBy: sql.placeholder('followupId'),
    })
    .prepare(),
);

const setAmount = prepared((db) =>
  db
    .update(deal)
    .set({
      amountMinor: sql`${sql.placeholder('minor')}`,
      currency: sql`${sql.placeholder('currency')}`,
    })
    .where(eq(deal.id, sql.placeholder('id')))
    .prepare(),
);

/** Notes a quote: it opens a deal, or sets the amount of the one that is open. */
export const quoteDeal = (
  db: Db,
  of: { memberId: number; customerId: number; followupId: number; day: Day; amount: Money },
): void => {
  const { amount, ...first } = of;
  const open = openDeal(db, of.memberId, of.customerId);
  if (open === undefined) insertQuoted(db).run({ ...amount, ...first });
  else setAmount(db).run({ ...amount, id: open.id });
};

/** Takes back the open deal that only this follow-up had opened. */
export const withdrawQuote = (db: Db, followupId: number, customerId: number): void => {
  // By the customer first: there is no index on what opened a deal.
  db.delete(deal)
    .where(
      and(
        eq(deal.customerId, customerId),
        eq(deal.status, 'open'),
        eq(deal.openedBy, followupId),
        isNull(deal.closedOn),
      ),
    )
    .run();
};

export const dealsWith = (db: Db, customerId: number): Deal[] =>
  db.select().from(deal).where(eq(deal.customerId, customerId)).orderBy(desc(deal.id)).all();

/** What a team won in the range, a row a currency. */
export const wonByTeam = (
  db: Db,
  teamId: number,
  { from, to }: Days,
): { currency: string | null; deals: number; minor: number }[] =>
  db
    .select({
      currency: deal.currency,
      deals: sql<number>`count(*)`,
      minor: sql<number>`coalesce(sum(${deal.amountMinor}), 0)`,
    })
    .from(deal)
    .where(
      and(
        eq(deal.teamId, teamId),
        eq(deal.status, 'won'),
        sql`${deal.closedOn} between ${from} and ${to}`,
      ),
    )
    .groupBy(deal.currency)
    .all();

/** The deals a team won on a day, for the milestones of the post. */
export const winsOn = (
  db: Db,
  teamId: number,
  day: Day,
): {
  memberId: number;
  amountMinor: number | null;
  currency: string | null;
  customer: string | null;
}[] =>
  db
    .select({
      memberId: deal.memberId,
      amountMinor: deal.amountMinor,
      currency: deal.currency,
      customer: customer.name,
    })
    .from(deal)
    .leftJoin(customer, eq(customer.id, deal.customerId))
    .where(and(eq(deal.teamId, teamId), eq(deal.status, 'won'), eq(deal.closedOn, day)))
    .all();
