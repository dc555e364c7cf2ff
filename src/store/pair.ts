// Members with customers: most that is worked out from follow-ups is worked out for one member with one customer.
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

export interface Pair {
  readonly memberId: number;
  readonly customerId: number;
}

/** The pairs a statement is run with, as {@link listed} writes them in one parameter: it takes all of them at once. */
export const pairs: SQL = sql`json_each(${sql.placeholder('pairs')}) of`;

export const isOfPair = (memberId: SQLWrapper, customerId: SQLWrapper): SQL =>
  sql`${memberId} = of.value ->> 0 and ${customerId} = of.value ->> 1`;

export const listed = (all: readonly Pair[]): { readonly pairs: string } => ({
  pairs: JSON.stringify(all.map(({ memberId, customerId }) => [memberId, customerId])),
});
