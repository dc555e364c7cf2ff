// What came in, what goes out, and what was due: the three tables that make once mean once.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Card } from '../../chat/card.ts';
import type { Target } from '../../chat/platform.ts';
import type { Reply } from '../../chat/request.ts';
import type { Day, Instant } from '../../domain/time.ts';

/** A delivery that changed something, and what it was answered. */
export const inbox = sqliteTable(
  'inbox',
  {
    /** The platform's delivery id, with the platform before it. */
    id: text().primaryKey(),
    at: integer().$type<Instant>().notNull(),
    replies: text({ mode: 'json' }).$type<readonly Reply[]>().notNull(),
  },
  (table) => [index('inbox_at').on(table.at)],
);

export const OUTBOX_STATES = ['due', 'sending', 'sent', 'unknown', 'dead'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** A message to post that is not the direct answer to a request. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer().primaryKey(),
    /** What may be posted only once, e.g. `board:3:2026-03-11`. */
    key: text().notNull().unique(),
    target: text({ mode: 'json' }).$type<Target>().notNull(),
    card: text({ mode: 'json' }).$type<Card>().notNull(),
    state: text().$type<OutboxState>().notNull(),
    attempts: integer().notNull().default(0),
    notBefore: integer('not_before').$type<Instant>().notNull(),
    leaseUntil: integer('lease_until').$type<Instant>(),
    /** Grows with each claim; only the newest claimant may settle. */
    fence: integer().notNull().default(0),
    /** The platform's name for the posted message. */
    remote: text(),
    error: text(),
    createdAt: integer('created_at').$type<Instant>().notNull(),
    sentAt: integer('sent_at').$type<Instant>(),
  },
  (table) => [index('outbox_due').on(table.state, table.notBefore)],
);

/** A scheduled thing of one local day: it exists once, whatever clocks and restarts do. */
export const occurrence = sqliteTable(
  'occurrence',
  {
    kind: text().notNull(),
    scope: text().notNull(),
    day: text().$type<Day>().notNull(),
    state: text().$type<'done' | 'skipped'>().notNull(),
    at: integer().$type<Instant>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.scope, table.day] })],
);
