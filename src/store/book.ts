// A member's book: the customers of theirs that are active, and how fresh the grades in it are.
import { and, eq, type Placeholder, sql } from 'drizzle-orm';
import type { Facts } from '../domain/scoring/facts.ts';
import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  type Instant,
  instantOf,
  type Zone,
} from '../domain/time.ts';
import { customer, deal } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

/** A customer counts as active this many days after the last contact. */
const ACTIVE_DAYS = 90;
/** How long a grade holds before it has to be confirmed, in days. */
export const FRESH_DAYS = { A: 7, B: 14, other: 30 } as const;

/** The day a book is looked at, and whose day that is. */
interface On {
  readonly asOf: Day;
  readonly zone: Zone;
}

const daysBefore = ({ asOf, zone }: On, days: number): Instant =>
  instantOf(addDays(asOf, -days), '00:00', zone);

/** The instant since which a contact makes a customer active. */
export const activeSince = (on: On): Instant => daysBefore(on, ACTIVE_DAYS);

/** Customers of a member with a follow-up since an instant, or an open opportunity. */
export const isActiveOf = (owner: number | Placeholder, since: Instant | Placeholder) =>
  and(
    eq(customer.ownerId, owner),
    sql`(${customer.contactedAt} >= ${since} or exists (
      select 1 from ${deal} where ${deal.customerId} = ${customer.id} and ${deal.status} = 'open'))`,
  );

const memberId = sql.placeholder('memberId');

const book = prepared((db) =>
  db
    .select({
      active: sql<number>`count(*)`,
      fresh: sql<number>`coalesce(sum(${customer.gradedAt} >= case ${customer.grade}
        when 'A' then ${sql.placeholder('freshA')}
        when 'B' then ${sql.placeholder('freshB')}
        else ${sql.placeholder('freshOther')} end), 0)`,
    })
    .from(customer)
    .where(isActiveOf(memberId, sql.placeholder('activeSince')))
    .prepare(),
);

const firstOwned = prepared((db) =>
  db
    .select({ at: sql<Instant | null>`min(${customer.ownedSince})` })
    .from(customer)
    .where(eq(customer.ownerId, memberId))
    .prepare(),
);

/** What a score is told of a member's book. */
export const bookFacts = (db: Db, memberId: number, on: On): Facts['book'] => {
  const owned = firstOwned(db).get({ memberId })?.at ?? null;
  return {
    active: 0,
    fresh: 0,
    ...book(db).get({
      memberId,
      activeSince: activeSince(on),
      freshA: daysBefore(on, FRESH_DAYS.A),
      freshB: daysBefore(on, FRESH_DAYS.B),
      freshOther: daysBefore(on, FRESH_DAYS.other),
    }),
    ageDays: owned === null ? 0 : Math.max(0, daysBetween(dayOf(owned, on.zone), on.asOf)),
  };
};
