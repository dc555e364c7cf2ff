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
import { given, isTheirs, sumOf, tally } from './gather.ts';
import { customer, deal } from './schema/index.ts';

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

const isActive = (since: Instant | Placeholder) =>
  sql`(${customer.contactedAt} >= ${since} or exists (
    select 1 from ${deal} where ${deal.customerId} = ${customer.id} and ${deal.status} = 'open'))`;

/** Customers of a member with a follow-up since an instant, or an open opportunity. */
export const isActiveOf = (owner: number, since: Instant) =>
  and(eq(customer.ownerId, owner), isActive(since));

const isFresh = sql`${customer.gradedAt} >= case ${customer.grade}
  when 'A' then ${given('freshA')} when 'B' then ${given('freshB')} else ${given('freshOther')} end`;

/** When the first of a member's customers became theirs, how many are active, and how many of these freshly graded. */
export const customersOwned = tally<[first: Instant | null, active: number, fresh: number]>(
  [
    sql`min(${customer.ownedSince})`,
    sumOf(isActive(given('activeSince'))),
    sumOf(sql`${isFresh} and ${isActive(given('activeSince'))}`),
  ],
  sql`from ${customer} where ${isTheirs(customer.ownerId)}`,
);

/** What {@link customersOwned} compares with. */
export const bookInstants = (on: On) => ({
  activeSince: activeSince(on),
  freshA: daysBefore(on, FRESH_DAYS.A),
  freshB: daysBefore(on, FRESH_DAYS.B),
  freshOther: daysBefore(on, FRESH_DAYS.other),
});

/** What a score is told of a member's book. */
export const bookFacts = (
  [first, active, fresh]: readonly [first: Instant | null, active: number, fresh: number],
  { asOf, zone }: On,
): Facts['book'] => ({
  active,
  fresh,
  ageDays: first === null ? 0 : Math.max(0, daysBetween(dayOf(first, zone), asOf)),
});
