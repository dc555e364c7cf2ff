// Customers as a table to take away: the columns of the whole export, the rows one may see.
import { eq, sql } from 'drizzle-orm';
import type { Table } from '../chat/file.ts';
import type { Sight } from './customer.ts';
import { EXPORT_CUSTOMERS } from './export.ts';
import { customer, member } from './schema/index.ts';
import type { Db } from './workspace.ts';

/** The customers somebody owns, those a team's members own, or all, in the order they came. */
export const customerTable = (db: Db, { memberId, all, teamId }: Sight): Table => {
  const owned =
    teamId === null
      ? eq(customer.ownerId, memberId)
      : sql`${customer.ownerId} in (select ${member.id} from ${member} where ${member.teamId} = ${teamId})`;
  const { file, columns, query, cells } = EXPORT_CUSTOMERS;
  return {
    name: file,
    columns: columns.map(({ name }) => name),
    rows: db.values<unknown[]>(query(all ? undefined : owned)).map(cells),
  };
};
