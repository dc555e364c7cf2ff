// The trail of what changed what others see: roles, teams, calendars, exports, erasures. Each entry seals the one before.
import { and, desc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import { type ChainedEntry, digestOf, hashOf, parsed } from './audit-chain.ts';
import { audit, member } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

export interface AuditEntry {
  readonly at: Instant;
  /** Null: the bot itself. */
  readonly actorId: number | null;
  readonly action: string;
  /** What it was about: `member:7`, `team:3`, `rate:USD:CNY`. Never a name: it cannot be erased. */
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** The action that lists, under `entries`, which entries were emptied when a member was erased. */
export const ERASED = 'member.erased';

/** Rows bound in one statement; a Durable Object takes 100 parameters. */
const AT_ONCE = 90;

/**
 * The newest entry, and a new salt. The salt comes from the database: a change may depend on nothing else, and
 * handing it in would take a parameter through every verb and job.
 */
const head = prepared((db) =>
  db
    .select({
      salt: sql<string>`lower(hex(randomblob(16)))`,
      id: sql<number>`coalesce((select max(id) from audit), 0)`,
      hash: sql<string | null>`(select hash from audit order by id desc limit 1)`,
    })
    .from(sql`(select 1)`)
    .prepare(),
);

const insert = prepared((db) =>
  db
    .insert(audit)
    .values({
      id: sql.placeholder('id'),
      at: sql.placeholder('at'),
      actorId: sql.placeholder('actorId'),
      action: sql.placeholder('action'),
      subject: sql.placeholder('subject'),
      before: sql.placeholder('before'),
      after: sql.placeholder('after'),
      salt: sql.placeholder('salt'),
      digest: sql.placeholder('digest'),
      hash: sql.placeholder('hash'),
    })
    .prepare(),
);

/** Adds an entry at the end of the chain. Only within the write that makes the change. */
export const addAudit = (db: Db, entry: AuditEntry): void => {
  const newest = head(db).get();
  if (newest === undefined) throw new TypeError('a select without a table always has a row');
  const { at, actorId, action, subject, before = null, after = null } = entry;
  const { salt } = newest;
  const id = newest.id + 1;
  const digest = digestOf(salt, before, after);
  const hash = hashOf(newest.hash, { id, at, actorId, action, subject, digest });
  insert(db).run({ id, at, actorId, action, subject, before, after, salt, digest, hash });
};

/** An entry as it is shown. */
export interface AuditLine {
  readonly id: number;
  readonly at: Instant;
  /** Null: the bot itself. */
  readonly actor: string | null;
  readonly action: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly hash: string | null;
  /** Somebody wrote into it what is no JSON: `before` and `after` are null then. */
  readonly unreadable: boolean;
}

/** The newest entries with who did it, newest first. */
export const latestAudit = (db: Db, limit: number): readonly AuditLine[] =>
  db
    .select({
      id: audit.id,
      at: audit.at,
      actor: member.name,
      action: audit.action,
      subject: audit.subject,
      before: sql<string | null>`${audit.before}`,
      after: sql<string | null>`${audit.after}`,
      hash: audit.hash,
    })
    .from(audit)
    .leftJoin(member, eq(member.id, audit.actorId))
    .orderBy(desc(audit.id))
    .limit(limit)
    .all()
    .map((entry) => {
      const [before, after] = [parsed(entry.before), parsed(entry.after)];
      return before === null || after === null
        ? { ...entry, before: null, after: null, unreadable: true }
        : { ...entry, before: before.value, after: after.value, unreadable: false };
    });

/** The newest entry about a subject. */
export const lastAudit = (db: Db, subject: string): typeof audit.$inferSelect | undefined =>
  db.select().from(audit).where(eq(audit.subject, subject)).orderBy(desc(audit.id)).limit(1).get();

/**
 * The entries, oldest first, with their payloads as they are stored: whoever checks them must not stumble over
 * what somebody wrote into them.
 * @param after the last id already seen; 0 at the beginning
 */
export const chainedEntries = (db: Db, after: number, limit: number): readonly ChainedEntry[] =>
  db
    .select({
      id: audit.id,
      at: audit.at,
      actorId: audit.actorId,
      action: audit.action,
      subject: audit.subject,
      before: sql<string | null>`${audit.before}`,
      after: sql<string | null>`${audit.after}`,
      salt: audit.salt,
      digest: audit.digest,
      hash: audit.hash,
    })
    .from(audit)
    .where(sql`${audit.id} > ${after}`)
    .orderBy(audit.id)
    .limit(limit)
    .all();

/** Entries that may say something about a member: about them, by them, or with `needle` in what they hold. */
export const auditNaming = (
  db: Db,
  memberId: number,
  needle: string | null,
): Pick<typeof audit.$inferSelect, 'id' | 'subject' | 'action' | 'before' | 'after'>[] =>
  db
    .select({
      id: audit.id,
      subject: audit.subject,
      action: audit.action,
      before: audit.before,
      after: audit.after,
    })
    .from(audit)
    .where(
      and(
        or(isNotNull(audit.before), isNotNull(audit.after)),
        or(
          eq(audit.subject, `member:${memberId}`),
          eq(audit.actorId, memberId),
          needle === null
            ? undefined
            : sql`instr(lower(coalesce(${audit.before}, '') || coalesce(${audit.after}, '')), ${needle}) > 0`,
        ),
      ),
    )
    .all();

/** Empties entries; their digests stay, so the chain still holds. What was emptied must be listed in an {@link ERASED}. */
export const emptyAudit = (db: Db, ids: readonly number[]): void => {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    db.update(audit)
      .set({ before: null, after: null, salt: null })
      .where(inArray(audit.id, ids.slice(from, from + AT_ONCE)))
      .run();
  }
};
