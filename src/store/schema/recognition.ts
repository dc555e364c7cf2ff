// Recognition: thanks among colleagues, what the bot itself noticed, and the points that come of it.
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { Currency } from '../../domain/money.ts';
import type { Day, Instant } from '../../domain/time.ts';
import { deal } from './customers.ts';
import { member, team } from './people.ts';

/** A thanks to one or more colleagues. */
export const kudos = sqliteTable(
  'kudos',
  {
    id: integer().primaryKey(),
    giverId: integer('giver_id')
      .notNull()
      .references(() => member.id),
    /** The giver's team when it was given. */
    teamId: integer('team_id').references(() => team.id),
    reason: text().notNull(),
    /** One of the team's values, without `#`. */
    value: text(),
    /** Points a receiver costs the giver, in thousandths. */
    points: integer().notNull(),
    at: integer().$type<Instant>().notNull(),
    /** In the giver's zone: the day whose budget it takes from. */
    day: text().$type<Day>().notNull(),
    undoneAt: integer('undone_at').$type<Instant>(),
  },
  (table) => [
    index('kudos_giver').on(table.giverId, table.day),
    index('kudos_team').on(table.teamId, table.day),
    index('kudos_at').on(table.at),
  ],
);

export const kudosReceiver = sqliteTable(
  'kudos_receiver',
  {
    kudosId: integer('kudos_id')
      .notNull()
      .references(() => kudos.id),
    memberId: integer('member_id')
      .notNull()
      .references(() => member.id),
    /** Which one from this giver to this receiver in 30 days: it is worth 1/nth. */
    nth: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.kudosId, table.memberId] }),
    index('kudos_receiver_member').on(table.memberId),
  ],
);

/** Something that moved points. Rows are only ever added; a reversal is a transfer of its own. */
export const transfer = sqliteTable(
  'transfer',
  {
    id: integer().primaryKey(),
    at: integer().$type<Instant>().notNull(),
    /** `kudos`, `redemption`, `return`, `undo`, … */
    kind: text().notNull(),
    /** What it is about, e.g. `kudos:12`. */
    ref: text().notNull(),
    /** The transfer it takes back. */
    reverses: integer(),
  },
  (table) => [
    uniqueIndex('transfer_ref').on(table.ref, table.kind),
    uniqueIndex('transfer_reverses').on(table.reverses),
  ],
);

/** One side of a transfer: the sides of each add up to zero, and so does the table. */
export const posting = sqliteTable(
  'posting',
  {
    transferId: integer('transfer_id')
      .notNull()
      .references(() => transfer.id),
    /** See `domain/recognition/account`. */
    account: text().notNull(),
    /** Thousandths of a point; negative: taken from it. */
    amount: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.transferId, table.account] }),
    index('posting_account').on(table.account),
  ],
);

/** What points can be had for. */
export const reward = sqliteTable('reward', {
  id: integer().primaryKey(),
  /** Null: everybody's. */
  teamId: integer('team_id').references(() => team.id),
  name: text().notNull(),
  detail: text().notNull(),
  /** Whole points; 0 for what costs nothing. */
  cost: integer().notNull(),
  /** How many are left; null: any number. */
  stock: integer(),
  /** Worth money: payroll has to know. */
  taxable: integer({ mode: 'boolean' }).notNull(),
  /** Taken out of the catalogue; what was asked for stays. */
  retiredAt: integer('retired_at').$type<Instant>(),
});

export const REDEMPTION_STATES = ['asked', 'approved', 'refused', 'withdrawn'] as const;
export type RedemptionState = (typeof REDEMPTION_STATES)[number];

/** A member's wish for a reward. */
export const redemption = sqliteTable(
  'redemption',
  {
    id: integer().primaryKey(),
    rewardId: integer('reward_id')
      .notNull()
      .references(() => reward.id),
    memberId: integer('member_id')
      .notNull()
      .references(() => member.id),
    /** Whole points, as they were when it was asked for. */
    cost: integer().notNull(),
    state: text().$type<RedemptionState>().notNull(),
    at: integer().$type<Instant>().notNull(),
    decidedBy: integer('decided_by').references(() => member.id),
    decidedAt: integer('decided_at').$type<Instant>(),
    /** Why it was refused. */
    reason: text(),
  },
  (table) => [
    index('redemption_member').on(table.memberId),
    index('redemption_state').on(table.state),
  ],
);

/** What the bot noticed: a first win, a personal best, … */
export const milestone = sqliteTable(
  'milestone',
  {
    id: integer().primaryKey(),
    /** Of `domain/recognition/rules`. */
    rule: text().notNull(),
    memberId: integer('member_id')
      .notNull()
      .references(() => member.id),
    teamId: integer('team_id').references(() => team.id),
    /** What it came of, e.g. `deal:12`, `week:2026-03-09`. */
    cause: text().notNull(),
    /** What its sentence says. */
    params: text({ mode: 'json' }).$type<Readonly<Record<string, string | number>>>().notNull(),
    day: text().$type<Day>().notNull(),
    at: integer().$type<Instant>().notNull(),
    /** Its cause was taken back. */
    withdrawnAt: integer('withdrawn_at').$type<Instant>(),
  },
  (table) => [
    uniqueIndex('milestone_once').on(table.memberId, table.rule, table.cause),
    index('milestone_cause').on(table.cause),
    index('milestone_team').on(table.teamId, table.day),
  ],
);

/** Who cheered for a won deal, once each. */
export const cheer = sqliteTable(
  'cheer',
  {
    dealId: integer('deal_id')
      .notNull()
      .references(() => deal.id),
    memberId: integer('member_id')
      .notNull()
      .references(() => member.id),
  },
  (table) => [primaryKey({ columns: [table.dealId, table.memberId] })],
);

/** What a team, or one of it, wants to win in a month. The newest one at or before a month holds. */
export const goal = sqliteTable(
  'goal',
  {
    teamId: integer('team_id')
      .notNull()
      .references(() => team.id),
    /** 0: the whole team's. */
    memberId: integer('member_id').notNull(),
    /** The first day of the month from which it holds. */
    month: text().$type<Day>().notNull(),
    /** Null: no goal any more. */
    targetMinor: integer('target_minor'),
    currency: text().$type<Currency>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.memberId, table.month] })],
);

export const AWARD_STATES = ['nominating', 'voting', 'decided', 'void'] as const;
export type AwardState = (typeof AWARD_STATES)[number];
export const AWARDS = ['collaboration', 'service'] as const;
export type AwardKind = (typeof AWARDS)[number];

/** A quarter's award, from nomination to post. */
export const award = sqliteTable(
  'award',
  {
    id: integer().primaryKey(),
    kind: text().$type<AwardKind>().notNull(),
    teamId: integer('team_id')
      .notNull()
      .references(() => team.id),
    /** The first day of the quarter it honours. */
    quarter: text().$type<Day>().notNull(),
    state: text().$type<AwardState>().notNull(),
    openedBy: integer('opened_by')
      .notNull()
      .references(() => member.id),
    openedOn: text('opened_on').$type<Day>().notNull(),
    /** The last day on which one may nominate. */
    nominateUntil: text('nominate_until').$type<Day>().notNull(),
    /** The first day on which the committee may vote; null before there is one. */
    votingFrom: text('voting_from').$type<Day>(),
    winnerId: integer('winner_id').references(() => member.id),
    /** The second of two who share it. */
    coWinnerId: integer('co_winner_id').references(() => member.id),
    /** What the post says of the winner; or why there is none. */
    reason: text(),
    decidedAt: integer('decided_at').$type<Instant>(),
    /** When it was announced; null before, and for ever where there is no winner. */
    postedAt: integer('posted_at').$type<Instant>(),
  },
  (table) => [uniqueIndex('award_once').on(table.teamId, table.kind, table.quarter)],
);

/** One nomination a person. */
export const nomination = sqliteTable(
  'nomination',
  {
    awardId: integer('award_id')
      .notNull()
      .references(() => award.id),
    nominatorId: integer('nominator_id')
      .notNull()
      .references(() => member.id),
    nomineeId: integer('nominee_id')
      .notNull()
      .references(() => member.id),
    reason: text().notNull(),
    at: integer().$type<Instant>().notNull(),
    /** Whether the nominee is on the ballot; null until nominating has ended. */
    eligible: integer({ mode: 'boolean' }),
  },
  (table) => [primaryKey({ columns: [table.awardId, table.nominatorId] })],
);

/** The three who vote. */
export const juror = sqliteTable(
  'juror',
  {
    awardId: integer('award_id')
      .notNull()
      .references(() => award.id),
    memberId: integer('member_id')
      .notNull()
      .references(() => member.id),
    /** Has handed in the votes. */
    votedAt: integer('voted_at').$type<Instant>(),
  },
  (table) => [primaryKey({ columns: [table.awardId, table.memberId] })],
);

/** Approval voting: a juror may approve of several. */
export const approval = sqliteTable(
  'approval',
  {
    awardId: integer('award_id')
      .notNull()
      .references(() => award.id),
    jurorId: integer('juror_id')
      .notNull()
      .references(() => member.id),
    nomineeId: integer('nominee_id')
      .notNull()
      .references(() => member.id),
  },
  (table) => [primaryKey({ columns: [table.awardId, table.jurorId, table.nomineeId] })],
);

/** An award without a date: a manager's thanks, public at once. */
export const spotAward = sqliteTable(
  'spot_award',
  {
    id: integer().primaryKey(),
    teamId: integer('team_id').references(() => team.id),
    giverId: integer('giver_id')
      .notNull()
      .references(() => member.id),
    receiverId: integer('receiver_id')
      .notNull()
      .references(() => member.id),
    reason: text().notNull(),
    at: integer().$type<Instant>().notNull(),
    day: text().$type<Day>().notNull(),
  },
  (table) => [
    index('spot_award_giver').on(table.giverId, table.day),
    index('spot_award_receiver').on(table.receiverId),
    index('spot_award_team').on(table.teamId, table.day),
  ],
);
