// Who works here: teams, members, how chat platforms know them, and when they are away.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Target } from '../../chat/platform.ts';
import type { CalendarKind } from '../../domain/calendar.ts';
import type { FieldKind } from '../../domain/field.ts';
import type { Currency } from '../../domain/money.ts';
import type { Role } from '../../domain/role.ts';
import type { Clock, Day, Instant, Zone } from '../../domain/time.ts';

/** Settings of the whole workspace, one row a key. */
export const setting = sqliteTable('setting', {
  key: text().primaryKey(),
  value: text({ mode: 'json' }).notNull(),
});

export const team = sqliteTable('team', {
  id: integer().primaryKey(),
  name: text().notNull().unique(),
  /** Where the team's posts go; null until one is chosen. */
  channel: text({ mode: 'json' }).$type<Target>(),
  zone: text().$type<Zone>().notNull(),
  currency: text().$type<Currency>().notNull(),
  locale: text().notNull(),
  calendar: text().$type<CalendarKind>().notNull(),
  postAt: text('post_at').$type<Clock>().notNull(),
  morningAt: text('morning_at').$type<Clock>().notNull(),
  /** Whether the day's leaderboard is posted. */
  posts: integer({ mode: 'boolean' }).notNull().default(true),
  /** Rules of recognition where they differ from the defaults, read with `domain/recognition/settings`. */
  recognition: text({ mode: 'json' }),
  createdAt: integer('created_at').$type<Instant>().notNull(),
});

/** Exceptions to the team's calendar. */
export const teamDay = sqliteTable(
  'team_day',
  {
    teamId: integer('team_id')
      .notNull()
      .references(() => team.id),
    day: text().$type<Day>().notNull(),
    kind: text().$type<'work' | 'off'>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.day] })],
);

/** A follow-up field of the team's own. */
export const field = sqliteTable('field', {
  id: integer().primaryKey(),
  teamId: integer('team_id')
    .notNull()
    .references(() => team.id),
  label: text().notNull(),
  kind: text().$type<FieldKind>().notNull(),
  /** The choices, for kind `choice`. */
  options: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  required: integer({ mode: 'boolean' }).notNull(),
  /** When it was taken out of the form; values already recorded stay. */
  retiredAt: integer('retired_at').$type<Instant>(),
});

export const member = sqliteTable(
  'member',
  {
    id: integer().primaryKey(),
    name: text().notNull(),
    role: text().$type<Role>().notNull(),
    teamId: integer('team_id').references(() => team.id),
    /** Null: the team's. */
    locale: text(),
    /** First working day, for the ramp and the public board. */
    joinedOn: text('joined_on').$type<Day>().notNull(),
    leftOn: text('left_on').$type<Day>(),
    /** Whether the member sells and so is scored and ranked. */
    seller: integer({ mode: 'boolean' }).notNull().default(true),
    /** Off the public board by their own wish; still counted in the team's total. */
    optedOut: integer('opted_out', { mode: 'boolean' }).notNull().default(false),
    /** Whether the morning list of due steps is wanted. */
    morning: integer({ mode: 'boolean' }).notNull().default(true),
    /** Whether thanks to them may be posted in public. */
    praised: integer({ mode: 'boolean' }).notNull().default(true),
  },
  (table) => [index('member_team').on(table.teamId)],
);

/** How a chat platform knows a member. */
export const identity = sqliteTable(
  'identity',
  {
    platform: text().notNull(),
    tenant: text().notNull(),
    user: text().notNull(),
    memberId: integer('member_id')
      .notNull()
      .references(() => member.id),
  },
  (table) => [
    primaryKey({ columns: [table.platform, table.tenant, table.user] }),
    index('identity_member').on(table.memberId),
  ],
);

/** A working day on which a member is away. */
export const leave = sqliteTable(
  'leave',
  {
    memberId: integer('member_id')
      .notNull()
      .references(() => member.id),
    day: text().$type<Day>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.day] })],
);

/** What changed what others see; rows are only ever added, and each seals the one before it. */
export const audit = sqliteTable(
  'audit',
  {
    id: integer().primaryKey(),
    at: integer().$type<Instant>().notNull(),
    /** Null: the bot itself. */
    actorId: integer('actor_id').references(() => member.id),
    action: text().notNull(),
    subject: text().notNull(),
    before: text({ mode: 'json' }),
    after: text({ mode: 'json' }),
    /** Random; with it, `before` and `after` can be erased and the chain still be checked. */
    salt: text(),
    /** SHA-256 of salt, `before` and `after`. */
    digest: text(),
    /** SHA-256 of the entry before, and of this one without what `digest` stands for. Null: older than the chain. */
    hash: text(),
  },
  (table) => [index('audit_subject').on(table.subject)],
);
