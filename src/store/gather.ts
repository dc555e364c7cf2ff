// Columns that each say one thing of a member: a statement made of them says everything of many members at once.
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { member } from './schema/index.ts';

/** What a day or an instant is compared with is given with each run of the statement, by these names. */
export interface Given {
  /** The window of the score so far. */
  readonly from: string;
  readonly to: string;
  /** The first day of the standard's rolling window, which ends with the other. */
  readonly rollingFrom: string;
  /** The whole window and the whole month it ends in, days to come included. */
  readonly aroundFrom: string;
  readonly aroundTo: string;
  /** Instants since which a contact makes a customer active, and a grade of A, B or another one is fresh. */
  readonly activeSince: number;
  readonly freshA: number;
  readonly freshB: number;
  readonly freshOther: number;
}

export const given = (name: keyof Given) => sql.placeholder(name);

/** Whether a row is of the member the statement is at. */
export const isTheirs = (column: SQLWrapper): SQL => sql`${column} = ${member.id}`;

export const inPeriod = (day: SQLWrapper): SQL =>
  sql`${day} between ${given('from')} and ${given('to')}`;

export const inRolling = (day: SQLWrapper): SQL =>
  sql`${day} between ${given('rollingFrom')} and ${given('to')}`;

/** What a column says in JSON. */
export const parsed = <T>(column: SQL): SQL<T> =>
  column.mapWith((text: string) => JSON.parse(text) as T);

const array = (values: readonly SQLWrapper[]): SQL =>
  sql`json_array(${sql.join([...values], sql`, `)})`;

/** The sum of a counter or a condition; 0 over no rows. */
export const sumOf = (value: SQLWrapper): SQL<number> => sql<number>`coalesce(sum(${value}), 0)`;

/**
 * Counts and sums over a member's rows, in one array.
 * @param values whole numbers: others would lose digits on their way through JSON
 * @param rest from `from` on
 */
export const tally = <T extends readonly unknown[]>(
  values: readonly SQLWrapper[],
  rest: SQL,
): SQL<T> => parsed<T>(sql`(select ${array(values)} ${rest})`);

/**
 * A member's rows, each an array.
 * @param values texts and whole numbers
 * @param rest from `from` on, with the order
 */
export const list = <T extends readonly unknown[]>(
  values: readonly SQLWrapper[],
  rest: SQL,
): SQL<readonly T[]> =>
  parsed(
    sql`(select '[' || coalesce(group_concat(item), '') || ']' from (select ${array(values)} as item ${rest}))`,
  );
