// Customers and what happens around them: leads, deals, invoices, payments, handoffs, satisfaction.
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { DealStatus } from '../../domain/deal.ts';
import type { Currency } from '../../domain/money.ts';
import type { Grade } from '../../domain/parsing/codes.ts';
import type { LeadKind } from '../../domain/scoring/facts.ts';
import type { Day, Instant } from '../../domain/time.ts';
import { member, team } from './people.ts';

const memberId = () =>
  integer('member_id')
    .notNull()
    .references(() => member.id);
const customerId = () =>
  integer('customer_id')
    .notNull()
    .references(() => customer.id);

export const customer = sqliteTable(
  'customer',
  {
    id: integer().primaryKey(),
    name: text().notNull(),
    /** The name as compared: see `customerKey`. */
    key: text().notNull().unique(),
    /** Null: in the pool, free to take. */
    ownerId: integer('owner_id').references(() => member.id),
    grade: text().$type<Grade>(),
    /** When the grade was last set or confirmed. */
    gradedAt: integer('graded_at').$type<Instant>(),
    /** Kept out of sharing, on both sides of the ratio. */
    confidential: integer({ mode: 'boolean' }).notNull().default(false),
    /** When the owner got it. */
    ownedSince: integer('owned_since').$type<Instant>(),
    createdAt: integer('created_at').$type<Instant>().notNull(),
    /** The newest follow-up by anyone. */
    contactedAt: integer('contacted_at').$type<Instant>(),
  },
  (table) => [index('customer_owner').on(table.ownerId, table.contactedAt)],
);

/** Other names of a customer. */
export const customerAlias = sqliteTable(
  'customer_alias',
  { key: text().primaryKey(), name: text().notNull(), customerId: customerId() },
  (table) => [index('customer_alias_customer').on(table.customerId)],
);

/** People at a customer. */
export const contact = sqliteTable(
  'contact',
  { id: integer().primaryKey(), customerId: customerId(), name: text().notNull() },
  (table) => [uniqueIndex('contact_name').on(table.customerId, table.name)],
);

/** An inquiry that waits for its first answer. */
export const lead = sqliteTable(
  'lead',
  {
    id: integer().primaryKey(),
    customerId: customerId(),
    memberId: memberId(),
    /** How the customer came to wait. */
    kind: text().$type<LeadKind>().notNull(),
    source: text(),
    assignedAt: integer('assigned_at').$type<Instant>().notNull(),
    assignedOn: text('assigned_on').$type<Day>().notNull(),
    answeredAt: integer('answered_at').$type<Instant>(),
    /** The follow-up that answered it. */
    followupId: integer('followup_id'),
  },
  (table) => [
    index('lead_member').on(table.memberId, table.assignedOn),
    index('lead_customer').on(table.customerId, table.answeredAt),
  ],
);

export const deal = sqliteTable(
  'deal',
  {
    id: integer().primaryKey(),
    /** Null: brought in from a system that named none. */
    customerId: integer('customer_id').references(() => customer.id),
    memberId: memberId(),
    /** The team at the time it was closed. */
    teamId: integer('team_id').references(() => team.id),
    status: text().$type<DealStatus>().notNull(),
    amountMinor: integer('amount_minor'),
    currency: text().$type<Currency>(),
    /** Null: brought in before anybody was engaged. */
    openedOn: text('opened_on').$type<Day>(),
    closedOn: text('closed_on').$type<Day>(),
    reason: text(),
    /** What the other system called the stage of an open deal, and what is sold. */
    stage: text(),
    product: text(),
    /** The follow-ups that opened and closed it, where follow-ups did. */
    openedBy: integer('opened_by'),
    closedBy: integer('closed_by'),
  },
  (table) => [
    index('deal_member').on(table.memberId, table.status, table.closedOn),
    index('deal_customer').on(table.customerId, table.status),
    index('deal_team').on(table.teamId, table.status, table.closedOn),
    index('deal_closed_by').on(table.closedBy),
  ],
);

export const invoice = sqliteTable(
  'invoice',
  {
    id: integer().primaryKey(),
    customerId: customerId(),
    memberId: memberId(),
    dealId: integer('deal_id').references(() => deal.id),
    dueOn: text('due_on').$type<Day>().notNull(),
    amountMinor: integer('amount_minor').notNull(),
    currency: text().$type<Currency>().notNull(),
    /** Left out of the collection rate once a manager agreed. */
    disputed: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    index('invoice_member').on(table.memberId, table.dueOn),
    index('invoice_customer').on(table.customerId),
    index('invoice_deal').on(table.dealId),
  ],
);

export const payment = sqliteTable(
  'payment',
  {
    id: integer().primaryKey(),
    customerId: customerId(),
    memberId: memberId(),
    teamId: integer('team_id').references(() => team.id),
    /** Negative for a refund. */
    amountMinor: integer('amount_minor').notNull(),
    currency: text().$type<Currency>().notNull(),
    paidOn: text('paid_on').$type<Day>().notNull(),
    note: text(),
    followupId: integer('followup_id'),
  },
  (table) => [
    index('payment_member').on(table.memberId, table.paidOn),
    index('payment_customer').on(table.customerId),
    index('payment_team').on(table.teamId, table.paidOn),
    index('payment_followup').on(table.followupId),
  ],
);

export const handoff = sqliteTable(
  'handoff',
  {
    id: integer().primaryKey(),
    customerId: customerId(),
    fromId: integer('from_id')
      .notNull()
      .references(() => member.id),
    toId: integer('to_id')
      .notNull()
      .references(() => member.id),
    note: text().notNull(),
    /** How complete the note is, in millionths. */
    noteCompleteness: integer('note_completeness').notNull(),
    createdAt: integer('created_at').$type<Instant>().notNull(),
    createdOn: text('created_on').$type<Day>().notNull(),
    acceptedAt: integer('accepted_at').$type<Instant>(),
    declinedAt: integer('declined_at').$type<Instant>(),
    reason: text(),
    /** The receiver's first follow-up after accepting. */
    followedAt: integer('followed_at').$type<Instant>(),
  },
  (table) => [
    index('handoff_from').on(table.fromId, table.createdOn),
    index('handoff_to').on(table.toId, table.createdOn),
    index('handoff_customer').on(table.customerId),
  ],
);

/** A satisfaction question put to a customer. */
export const satisfaction = sqliteTable(
  'satisfaction',
  {
    id: integer().primaryKey(),
    customerId: customerId(),
    memberId: memberId(),
    askedOn: text('asked_on').$type<Day>().notNull(),
    /** 1 … 5; null while unanswered. */
    rating: integer(),
  },
  (table) => [index('satisfaction_member').on(table.memberId, table.askedOn)],
);

/** A manager's quality check of a conversation against the script. */
export const qaCheck = sqliteTable(
  'qa_check',
  {
    id: integer().primaryKey(),
    memberId: memberId(),
    checkedOn: text('checked_on').$type<Day>().notNull(),
    /** Checkpoints met, of those that applied. */
    done: integer().notNull(),
    applicable: integer().notNull(),
  },
  (table) => [index('qa_check_member').on(table.memberId, table.checkedOn)],
);
