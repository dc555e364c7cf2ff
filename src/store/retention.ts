// How long things are kept: words of old records are emptied, old logs deleted, a little at a time.
import { sql } from 'drizzle-orm';
import type { Day, Instant } from '../domain/time.ts';
import { readSetting, writeSetting } from './setting.ts';
import type { Db } from './workspace.ts';

export interface Retention {
  /** Months the words of a record are kept; null for ever. */
  readonly notes: number | null;
  /** Days logs are kept: answers to deliveries, posts that were sent, what jobs did, drafts. */
  readonly logs: number;
}

/** Before what a run of the job empties and deletes. */
export interface Cutoffs {
  /** Records before this local day and instant lose their words; null when they are kept for ever. */
  readonly notes: { readonly day: Day; readonly at: Instant } | null;
  readonly inbox: Instant;
  readonly outbox: Instant;
  readonly occurrences: Instant;
  readonly drafts: Instant;
}

/** What a run emptied and deleted, in rows. */
export interface Applied {
  readonly notes: number;
  readonly inbox: number;
  readonly outbox: number;
  readonly occurrences: number;
  readonly drafts: number;
}

const DEFAULT: Retention = { notes: null, logs: 400 };

/** Rows a statement looks through for old words: a few milliseconds. */
const AT_ONCE = 200;
/** Rows a statement deletes: each is overwritten, which takes longer. */
const DELETED_AT_ONCE = 25;
/** Statements that delete, for each log in one run. */
const STATEMENTS = 40;
/** Ids of each table a run looks through for old words, at least. */
const WINDOW = 10_000;
/** Runs a night has time for; a larger company has larger windows. */
const RUNS = 200;

export const readRetention = (db: Db): Retention => readSetting(db, 'retention') ?? DEFAULT;

export const changeRetention = (db: Db, retention: Retention): void =>
  writeSetting(db, 'retention', retention);

interface Words {
  readonly table: string;
  /** Column to empty value, with the first one telling whether there is anything to empty. */
  readonly empty: string;
  readonly full: string;
  /** Whether the record is older than `at` or `day`. */
  readonly isOld: (cutoff: { readonly day: Day; readonly at: Instant }) => ReturnType<typeof sql>;
}

/** Where people's words are. What was worked out from them, such as completeness, is stored beside and stays. */
const WORDS: readonly Words[] = [
  {
    table: 'followup',
    empty: `text = '', fields = '{}', clarify = '[]'`,
    full: `(text <> '' or fields <> '{}' or clarify <> '[]')`,
    isOld: ({ at }) => sql`occurred_at < ${at}`,
  },
  {
    table: 'handoff',
    empty: `note = '', reason = null`,
    full: `(note <> '' or reason is not null)`,
    isOld: ({ at }) => sql`created_at < ${at}`,
  },
  {
    table: 'payment',
    empty: 'note = null',
    full: 'note is not null',
    isOld: ({ day }) => sql`paid_on < ${day}`,
  },
  {
    table: 'deal',
    empty: 'reason = null',
    full: 'reason is not null',
    isOld: ({ day }) => sql`closed_on < ${day}`,
  },
  ...['kudos', 'nomination', 'spot_award'].map((table) => ({
    table,
    empty: `reason = ''`,
    full: `reason <> ''`,
    isOld: ({ at }: { readonly at: Instant }) => sql`at < ${at}`,
  })),
  {
    table: 'redemption',
    empty: 'reason = null',
    full: 'reason is not null',
    isOld: ({ at }) => sql`at < ${at}`,
  },
];

/** Comments have no time of their own: they are as old as the survey's closing. */
const deleteComments = (db: Db, { day }: NonNullable<Cutoffs['notes']>): number =>
  db.all(sql`delete from survey_comment
    where survey in (select code from survey where closed_on < ${day}) returning 1 as one`).length;

const lastId = (db: Db, table: string): number =>
  db.get<{ id: number }>(sql`select coalesce(max(rowid), 0) as id from ${sql.identifier(table)}`)
    .id;

const lastOfAll = (db: Db): number => Math.max(...WORDS.map(({ table }) => lastId(db, table)));

const windowOf = (db: Db): number => Math.max(WINDOW, Math.ceil(lastOfAll(db) / RUNS));

const emptyWindow = (
  db: Db,
  words: Words,
  run: number,
  cutoff: NonNullable<Cutoffs['notes']>,
): number => {
  const window = windowOf(db);
  const end = Math.min((run + 1) * window, lastId(db, words.table));
  let emptied = 0;
  for (let from = run * window; from < end; from += AT_ONCE) {
    emptied += db.all(sql`
      update ${sql.identifier(words.table)} set ${sql.raw(words.empty)}
      where rowid > ${from} and rowid <= ${Math.min(from + AT_ONCE, end)}
        and ${sql.raw(words.full)} and ${words.isOld(cutoff)}
      returning 1 as one`).length;
  }
  return emptied;
};

/** The rows of each log that are older than `before`, the oldest first. */
const LOGS = {
  inbox: (before: Instant, limit: number) =>
    sql`inbox where rowid in (select rowid from inbox where at < ${before} order by at limit ${limit})`,
  // A settled row's `not_before` is when it was settled.
  outbox: (before: Instant, limit: number) =>
    sql`outbox where rowid in (select rowid from outbox
      where state = 'sent' and not_before < ${before} order by not_before limit ${limit})`,
  // They are written in order of time, so the first ones tell whether there are old ones.
  occurrences: (before: Instant, limit: number) =>
    sql`occurrence where rowid in (select id from
      (select rowid as id, at from occurrence order by rowid limit ${limit}) where at < ${before})`,
  drafts: (before: Instant, limit: number) =>
    sql`draft where rowid in (select id from
      (select id, at from draft order by id limit ${limit}) where at < ${before})`,
} as const;
type Log = keyof typeof LOGS;
const LOG_KEYS = Object.keys(LOGS) as Log[];

const deleteOld = (db: Db, log: Log, before: Instant): number => {
  let deleted = 0;
  for (let n = 0; n < STATEMENTS; n += 1) {
    const gone = db.all(
      sql`delete from ${LOGS[log](before, DELETED_AT_ONCE)} returning 1 as one`,
    ).length;
    deleted += gone;
    if (gone < DELETED_AT_ONCE) break;
  }
  return deleted;
};

/** Whether a run, counted from 0 each night, still finds something to look through. */
export const isRetentionDue = (db: Db, cutoffs: Cutoffs, run: number): boolean => {
  if (run === 0) return true;
  if (cutoffs.notes !== null && run * windowOf(db) < lastOfAll(db)) return true;
  return LOG_KEYS.some(
    (log) => db.all(sql`select 1 as one from ${LOGS[log](cutoffs[log], 1)}`).length > 0,
  );
};

/** Empties and deletes what this run of the night may. Only within a write. */
export const applyRetention = (db: Db, cutoffs: Cutoffs, run: number): Applied => {
  const { notes } = cutoffs;
  const emptied =
    notes === null
      ? 0
      : WORDS.map((words) => emptyWindow(db, words, run, notes)).reduce(
          (sum, n) => sum + n,
          run === 0 ? deleteComments(db, notes) : 0,
        );
  const [inbox = 0, outbox = 0, occurrences = 0, drafts = 0] = (
    ['inbox', 'outbox', 'occurrences', 'drafts'] as const
  ).map((log) => deleteOld(db, log, cutoffs[log]));
  return { notes: emptied, inbox, outbox, occurrences, drafts };
};
