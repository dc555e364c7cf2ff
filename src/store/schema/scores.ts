// What scores and boards are read from: a row a member and day, so that cost does not grow with history.
import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Period } from '../../domain/period.ts';
import type { Day, Instant } from '../../domain/time.ts';
import { customer } from './customers.ts';
import { member, team } from './people.ts';

const count = (name: string) => integer(name).notNull().default(0);

/** Raw counters of one member and local day; always equal to a recount of the log. */
export const rollup = sqliteTable(
  'rollup',
  {
    memberId: integer('member_id')
      .notNull()
      .references(() => member.id),
    day: text().$type<Day>().notNull(),
    /** Everything recorded and not undone. */
    recorded: count('recorded'),
    /** Those that count; the channels below add up to it. */
    counted: count('counted'),
    phone: count('phone'),
    wechat: count('wechat'),
    visit: count('visit'),
    video: count('video'),
    email: count('email'),
    sms: count('sms'),
    im: count('im'),
    event: count('event'),
    other: count('other'),
    /** Sum over the counted ones, in millionths. */
    completeness: count('completeness'),
    /** Of the counted ones, logged within 24 hours. */
    prompt: count('prompt'),
    /** By closing day. */
    won: count('won'),
    lost: count('lost'),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.day] }),
    index('rollup_day').on(table.day),
  ],
);

/** Which customers a member followed up on a day: what distinct counts need. */
export const touch = sqliteTable(
  'touch',
  {
    memberId: integer('member_id')
      .notNull()
      .references(() => member.id),
    day: text().$type<Day>().notNull(),
    customerId: integer('customer_id')
      .notNull()
      .references(() => customer.id),
    /** Counted follow-ups. */
    counted: count('counted'),
    /** Of those, shared and opened by somebody else. */
    opened: count('opened'),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.day, table.customerId] })],
);

/** A version of weights, targets and curves. Immutable. */
export const standard = sqliteTable('standard', {
  version: integer().primaryKey(),
  /** Canonical JSON, read back with the schema of `domain/standard`. */
  body: text().notNull(),
  effectiveFrom: text('effective_from').$type<Day>().notNull(),
  createdAt: integer('created_at').$type<Instant>().notNull(),
});

/** Where a rate on few cases is drawn to; frozen for the month, so that colleagues do not move my score. */
export const prior = sqliteTable(
  'prior',
  {
    month: text().$type<Day>().notNull(),
    metric: text().notNull(),
    mean: real().notNull(),
    /** In cases. */
    strength: real().notNull(),
  },
  (table) => [primaryKey({ columns: [table.month, table.metric] })],
);

/** A member's score for a period, with all it was computed from. */
export const score = sqliteTable(
  'score',
  {
    memberId: integer('member_id')
      .notNull()
      .references(() => member.id),
    period: text().$type<Period>().notNull(),
    fromDay: text('from_day').$type<Day>().notNull(),
    /** The last day that was counted. */
    asOf: text('as_of').$type<Day>().notNull(),
    standard: integer()
      .notNull()
      .references(() => standard.version),
    /** 0 … 100 in full precision; null when nothing could be scored. */
    total: real(),
    /** Of 100. */
    available: real().notNull(),
    provisional: integer({ mode: 'boolean' }).notNull(),
    /** The inputs, as `domain/scoring` takes them. */
    facts: text({ mode: 'json' }).notNull(),
    /** Something it was computed from has changed. */
    stale: integer({ mode: 'boolean' }).notNull(),
    computedAt: integer('computed_at').$type<Instant>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.period, table.fromDay] })],
);

/** A leaderboard as it was posted; never changed afterwards. */
export const board = sqliteTable(
  'board',
  {
    id: integer().primaryKey(),
    teamId: integer('team_id')
      .notNull()
      .references(() => team.id),
    period: text().$type<Period>().notNull(),
    fromDay: text('from_day').$type<Day>().notNull(),
    asOf: text('as_of').$type<Day>().notNull(),
    /** The standings it was made from. */
    content: text({ mode: 'json' }).notNull(),
    postedAt: integer('posted_at').$type<Instant>().notNull(),
    /** Null: the daily post. */
    postedBy: integer('posted_by').references(() => member.id),
  },
  (table) => [index('board_team').on(table.teamId, table.period, table.fromDay)],
);
