// Follow-ups, what they promised next, and who saw the shared ones.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Currency } from '../../domain/money.ts';
import type {
  AmountRole,
  Channel,
  Grade,
  NextAction,
  Outcome,
  Precision,
} from '../../domain/parsing/codes.ts';
import type { Clarify } from '../../domain/parsing/parsed.ts';
import type { Day, Instant } from '../../domain/time.ts';
import { customer } from './customers.ts';
import { member, team } from './people.ts';

/** How it came in; imports are never taken for bursts. */
export const SOURCES = ['line', 'form', 'import'] as const;
export type Source = (typeof SOURCES)[number];

export const followup = sqliteTable(
  'followup',
  {
    id: integer().primaryKey(),
    memberId: integer('member_id')
      .notNull()
      .references(() => member.id),
    /** The member's team when it happened. */
    teamId: integer('team_id').references(() => team.id),
    customerId: integer('customer_id')
      .notNull()
      .references(() => customer.id),
    contact: text(),
    channel: text().$type<Channel>(),
    outcome: text().$type<Outcome>().notNull(),
    grade: text().$type<Grade>(),
    amountMinor: integer('amount_minor'),
    /** The upper end of a range. */
    amountMaxMinor: integer('amount_max_minor'),
    currency: text().$type<Currency>(),
    amountRole: text('amount_role').$type<AmountRole>(),
    /** Minutes. */
    duration: integer(),
    occurredAt: integer('occurred_at').$type<Instant>().notNull(),
    /** The team's local day of `occurredAt`: the day it counts for. */
    day: text().$type<Day>().notNull(),
    loggedAt: integer('logged_at').$type<Instant>().notNull(),
    /** The person's own words. */
    text: text().notNull(),
    /** Values of the team's own fields, by field id. */
    fields: text({ mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
    /** Record completeness in millionths. */
    completeness: integer().notNull(),
    /** `counted`, or why it is not: see `domain/fairness/counting`. */
    verdict: text().notNull(),
    /** The follow-up it was merged into or overlaps with. */
    verdictOf: integer('verdict_of'),
    source: text().$type<Source>().notNull(),
    /** What is still to be asked. */
    clarify: text({ mode: 'json' }).$type<readonly Clarify[]>().notNull(),
    sharedAt: integer('shared_at').$type<Instant>(),
    undoneAt: integer('undone_at').$type<Instant>(),
  },
  (table) => [
    index('followup_pair').on(table.memberId, table.customerId, table.occurredAt),
    index('followup_day').on(table.memberId, table.day),
    index('followup_customer').on(table.customerId, table.occurredAt),
  ],
);

/** A promised next step. A newer follow-up of the same member with the customer closes it. */
export const step = sqliteTable(
  'step',
  {
    id: integer().primaryKey(),
    followupId: integer('followup_id')
      .notNull()
      .references(() => followup.id),
    memberId: integer('member_id')
      .notNull()
      .references(() => member.id),
    customerId: integer('customer_id')
      .notNull()
      .references(() => customer.id),
    /** Null: only a date was named. */
    action: text().$type<NextAction>(),
    /** The last day on which it is in time; null when only the action was named. */
    dueOn: text('due_on').$type<Day>(),
    /** `YYYY-MM-DDTHH:MM` local, when a time or part of the day was named. */
    dueTime: text('due_time'),
    precision: text().$type<Precision>(),
    doneAt: integer('done_at').$type<Instant>(),
    /** The follow-up that did it; null when ticked off by hand. */
    doneBy: integer('done_by').references(() => followup.id),
  },
  (table) => [
    index('step_open').on(table.memberId, table.doneAt, table.dueOn),
    index('step_customer').on(table.customerId, table.doneAt),
    index('step_followup').on(table.followupId),
  ],
);

/** Who opened a shared follow-up, other than its author. */
export const shareOpen = sqliteTable(
  'share_open',
  {
    followupId: integer('followup_id')
      .notNull()
      .references(() => followup.id),
    memberId: integer('member_id')
      .notNull()
      .references(() => member.id),
    at: integer().$type<Instant>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.followupId, table.memberId] }),
    index('share_open_member').on(table.memberId),
  ],
);

/** A line that cannot be recorded before its customer is known. */
export const draft = sqliteTable('draft', {
  id: integer().primaryKey(),
  memberId: integer('member_id')
    .notNull()
    .references(() => member.id),
  line: text().notNull(),
  at: integer().$type<Instant>().notNull(),
});
