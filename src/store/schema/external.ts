// By which name another system knows a row of ours.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What can come from another system. */
export const NOUNS = [
  'team',
  'member',
  'customer',
  'contact',
  'lead',
  'followup',
  'deal',
  'invoice',
  'payment',
  'handoff',
  'satisfaction',
  'qa_check',
] as const;
export type Noun = (typeof NOUNS)[number];

export const external = sqliteTable(
  'external',
  {
    noun: text().$type<Noun>().notNull(),
    externalId: text('external_id').notNull(),
    /** The row's id in the noun's own table. */
    rowId: integer('row_id').notNull(),
    /** SHA-256 of the values it was last brought in with: the same again changes nothing. */
    digest: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.noun, table.externalId] }),
    index('external_row').on(table.noun, table.rowId),
  ],
);
