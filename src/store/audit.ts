// The trail of what changed what others see: roles, teams, calendars, exclusions.
import { desc, eq } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import { audit, member } from './schema/index.ts';
import type { Db } from './workspace.ts';

export interface AuditEntry {
  readonly at: Instant;
  /** Null: the bot itself. */
  readonly actorId: number | null;
  readonly action: string;
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

export const addAudit = (db: Db, entry: AuditEntry): void => {
  db.insert(audit)
    .values({ ...entry, before: entry.before ?? null, after: entry.after ?? null })
    .run();
};

/** The newest entries with who did it, newest first. */
export const latestAudit = (db: Db, limit: number) =>
  db
    .select({
      at: audit.at,
      actor: member.name,
      action: audit.action,
      subject: audit.subject,
      before: audit.before,
      after: audit.after,
    })
    .from(audit)
    .leftJoin(member, eq(member.id, audit.actorId))
    .orderBy(desc(audit.id))
    .limit(limit)
    .all();

/** The newest entry about a subject. */
export const lastAudit = (db: Db, subject: string): typeof audit.$inferSelect | undefined =>
  db.select().from(audit).where(eq(audit.subject, subject)).orderBy(desc(audit.id)).limit(1).get();
