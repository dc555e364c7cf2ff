// Pulse surveys. A ballot's tables know no member, no time and no order; the migration makes them WITHOUT ROWID.
import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Figure } from '../../domain/pulse/figure.ts';
import type { Question } from '../../domain/pulse/question.ts';
import type { SurveyState } from '../../domain/pulse/survey.ts';
import type { Day, Instant } from '../../domain/time.ts';
import { member, team } from './people.ts';

/** A survey; all but its state is frozen when it opens. */
export const survey = sqliteTable(
  'survey',
  {
    id: integer().primaryKey(),
    /** Random, hexadecimal: by it the sealed tables and the vault know the survey. */
    code: text().notNull().unique(),
    /** Null: everybody of the workspace. */
    teamId: integer('team_id').references(() => team.id),
    state: text().$type<SurveyState>().notNull(),
    /** In the order they are asked. */
    questions: text({ mode: 'json' }).$type<readonly Question[]>().notNull(),
    /** Answers needed for a mean. */
    minMean: integer('min_mean').notNull(),
    /** Answers needed for distributions and comments. */
    minFull: integer('min_full').notNull(),
    /** Bytes of a ballot before it is sealed, the same for all. */
    ballotBytes: integer('ballot_bytes').notNull(),
    /** SHA-256 over questions, groups, thresholds and the promise, printed in the invitation. */
    seal: text(),
    /** Of the ballots; null before the vault has made the keys. */
    publicKey: blob('public_key').$type<Uint8Array>(),
    opensAt: integer('opens_at').$type<Instant>().notNull(),
    closesAt: integer('closes_at').$type<Instant>().notNull(),
    /** Null: its schedule. */
    startedBy: integer('started_by').references(() => member.id),
    scheduleId: integer('schedule_id').references(() => pulseSchedule.id),
    /** Reminders that went out: at most two. */
    reminders: integer().notNull().default(0),
    /** How many ballots were counted; null before closing. */
    counted: integer(),
    closedOn: text('closed_on').$type<Day>(),
    /** From when comments may be read: one to three days after closing. */
    commentsAt: integer('comments_at').$type<Instant>(),
    /** What the manager committed to, shown in the next invitation. */
    action: text(),
    actionBy: integer('action_by').references(() => member.id),
  },
  (table) => [index('survey_state').on(table.state, table.closesAt)],
);

/** A group as it was at launch: the whole, and the teams in it. */
export const surveyGroup = sqliteTable(
  'survey_group',
  {
    surveyId: integer('survey_id')
      .notNull()
      .references(() => survey.id),
    /** 0 is the whole. */
    number: integer().notNull(),
    /** The group it is part of; null for the whole. */
    parent: integer(),
    teamId: integer('team_id').references(() => team.id),
    name: text().notNull(),
    invited: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.surveyId, table.number] })],
);

/** Who was asked, and in which group; frozen at launch. Says nothing of who answered. */
export const invitee = sqliteTable(
  'invitee',
  {
    surveyId: integer('survey_id')
      .notNull()
      .references(() => survey.id),
    memberId: integer('member_id')
      .notNull()
      .references(() => member.id),
    /** The smallest group they are in. */
    groupNumber: integer('group_number').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.surveyId, table.memberId] }),
    index('invitee_member').on(table.memberId),
  ],
);

/** That somebody took part: `HMAC(mark key, member)`. Gone when the survey has closed. */
export const mark = sqliteTable(
  'mark',
  {
    survey: text().notNull(),
    mark: blob().$type<Uint8Array>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.survey, table.mark] })],
);

/** A sealed answer under a random key. Gone when the survey has closed. */
export const ballot = sqliteTable(
  'ballot',
  {
    survey: text().notNull(),
    /** 128 random bits. */
    key: blob().$type<Uint8Array>().notNull(),
    sealed: blob().$type<Uint8Array>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.survey, table.key] })],
);

/** What is published of one question in one group: no more than that is kept. */
export const surveyFigure = sqliteTable(
  'survey_figure',
  {
    surveyId: integer('survey_id')
      .notNull()
      .references(() => survey.id),
    groupNumber: integer('group_number').notNull(),
    /** Position among the survey's questions. */
    question: integer().notNull(),
    figure: text({ mode: 'json' }).$type<Figure>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.surveyId, table.groupNumber, table.question] })],
);

/** Somebody's words, beside nothing else they said. */
export const surveyComment = sqliteTable(
  'survey_comment',
  {
    survey: text().notNull(),
    /** 128 random bits, hexadecimal. */
    key: text().notNull(),
    /** The group it may be shown for. */
    groupNumber: integer('group_number').notNull(),
    text: text().notNull(),
    /** A manager has read it and says so. */
    acknowledged: integer({ mode: 'boolean' }).notNull().default(false),
    /** A manager's answer; then words and answer are shown to the group. */
    reply: text(),
  },
  (table) => [primaryKey({ columns: [table.survey, table.key] })],
);

export const PULSE_EVERY = ['fortnight', 'month', 'quarter'] as const;
export type PulseEvery = (typeof PULSE_EVERY)[number];

/** Surveys that come by themselves. */
export const pulseSchedule = sqliteTable('pulse_schedule', {
  id: integer().primaryKey(),
  /** Null: everybody of the workspace. */
  teamId: integer('team_id').references(() => team.id),
  every: text().$type<PulseEvery>().notNull(),
  /** Rating questions a time, taken in turn. */
  items: integer().notNull(),
  /** Whether the recommendation question is asked each time. */
  recommend: integer({ mode: 'boolean' }).notNull(),
  /** Whether there is room for words. */
  comment: integer({ mode: 'boolean' }).notNull(),
  /** Half of the people each time, where there are 40 or more. */
  half: integer({ mode: 'boolean' }).notNull(),
  minMean: integer('min_mean').notNull(),
  minFull: integer('min_full').notNull(),
  /** Working days it stays open. */
  openDays: integer('open_days').notNull(),
  nextOn: text('next_on').$type<Day>().notNull(),
  createdBy: integer('created_by')
    .notNull()
    .references(() => member.id),
  endedAt: integer('ended_at').$type<Instant>(),
});

/** A question of the workspace's own. */
export const pulseQuestion = sqliteTable('pulse_question', {
  id: integer().primaryKey(),
  /** Null: everybody's. */
  teamId: integer('team_id').references(() => team.id),
  kind: text().$type<Question['kind']>().notNull(),
  text: text().notNull(),
  /** The choices, for kind `choice`. */
  options: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  retiredAt: integer('retired_at').$type<Instant>(),
});
