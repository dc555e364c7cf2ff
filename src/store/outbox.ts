// Messages to post: written with the reason for them, claimed with a fence, settled by the claimant alone.
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Card } from '../chat/card.ts';
import type { MessageRef, Target } from '../chat/platform.ts';
import type { Instant } from '../domain/time.ts';
import { type OutboxState, outbox } from './schema/delivery.ts';
import { type Db, prepared } from './workspace.ts';

/** Slack takes one message a second in a channel, the others more. */
export const PACE_MS = 1_000;

export interface Claimed {
  readonly id: number;
  readonly key: string;
  readonly target: Target;
  readonly card: Card;
  /** Tries so far, this one included. */
  readonly attempts: number;
  /** To be handed back when settling; a newer claim has a greater one. */
  readonly fence: number;
  /** When an earlier claim ran out unsettled: it may have been posted then. Null for all others. */
  readonly orphanedAt: Instant | null;
}

const insert = prepared((db) =>
  db
    .insert(outbox)
    .values({
      key: sql.placeholder('key'),
      target: sql.placeholder('target'),
      card: sql.placeholder('card'),
      state: 'due',
      notBefore: sql.placeholder('notBefore'),
      createdAt: sql.placeholder('now'),
    })
    .onConflictDoNothing({ target: outbox.key })
    .returning({ id: outbox.id })
    .prepare(),
);

/**
 * Puts a message out to be posted at `notBefore` or soon after.
 * @returns false when there was one with this key before; that one is kept as it is
 */
export const enqueue = (
  db: Db,
  message: {
    readonly key: string;
    readonly target: Target;
    readonly card: Card;
    readonly notBefore: Instant;
    readonly now: Instant;
  },
): boolean => insert(db).get({ ...message, target: canonical(message.target) }) !== undefined;

/** Targets are compared as they are stored, so their members are always written in the same order. */
const canonical = (target: Target): Target =>
  target.kind === 'channel'
    ? {
        kind: target.kind,
        platform: target.platform,
        tenant: target.tenant,
        channel: target.channel,
      }
    : { kind: target.kind, platform: target.platform, tenant: target.tenant, user: target.user };

const claimSet = {
  state: 'sending' as const,
  attempts: sql`${outbox.attempts} + 1`,
  fence: sql`${outbox.fence} + 1`,
  leaseUntil: sql`${sql.placeholder('leaseUntil')}`,
};

const claimed = {
  id: outbox.id,
  key: outbox.key,
  target: outbox.target,
  card: outbox.card,
  attempts: outbox.attempts,
  fence: outbox.fence,
};

/** A lease further away than any that could be given now was given before the clock went back. */
const claimExpired = prepared((db) =>
  db
    .update(outbox)
    // The right-hand side is still the old lease; a claimed row has no other use for `not_before`.
    .set({ ...claimSet, notBefore: sql`${outbox.leaseUntil}` })
    .where(
      inArray(
        outbox.id,
        sql`(SELECT id FROM outbox WHERE state = 'sending' AND (
          lease_until <= ${sql.placeholder('now')} OR lease_until > ${sql.placeholder('leaseUntil')})
          ORDER BY id LIMIT ${sql.placeholder('limit')})`,
      ),
    )
    .returning({ ...claimed, orphanedAt: outbox.notBefore })
    .prepare(),
);

const tenant = sql.raw(`(target ->> '$.platform' || ' ' || (target ->> '$.tenant'))`);

/**
 * The oldest due message of each target, unless the target is being posted to, was posted to within the pace,
 * or its tenant was told to wait. All of it runs along `outbox_due`: a settled row's `not_before` is when it
 * was settled.
 */
const claimWaiting = prepared((db) =>
  db
    .update(outbox)
    .set(claimSet)
    .where(
      inArray(
        outbox.id,
        sql`(SELECT min(id) FROM outbox
          WHERE state = 'due' AND not_before <= ${sql.placeholder('now')}
            AND target NOT IN (SELECT target FROM outbox WHERE state = 'sending')
            AND target NOT IN (SELECT target FROM outbox WHERE state IN ('sent', 'unknown', 'dead')
              AND not_before > ${sql.placeholder('paced')} AND not_before <= ${sql.placeholder('now')})
            AND ${tenant} NOT IN (SELECT ${tenant} FROM outbox WHERE state = 'due'
              AND not_before > ${sql.placeholder('now')} AND error LIKE 'rate_limited%')
          GROUP BY target ORDER BY min(id) LIMIT ${sql.placeholder('limit')})`,
      ),
    )
    .returning(claimed)
    .prepare(),
);

/**
 * Takes up to `limit` messages to post, at most one a target, for `leaseMs`; first those whose claimant never
 * came back.
 */
export const claimDue = (
  db: Db,
  {
    now,
    leaseMs,
    limit,
  }: { readonly now: Instant; readonly leaseMs: number; readonly limit: number },
): readonly Claimed[] => {
  const leaseUntil = now + leaseMs;
  const expired = claimExpired(db).all({ now, leaseUntil, limit });
  const waiting =
    expired.length < limit
      ? claimWaiting(db).all({
          now,
          leaseUntil,
          paced: now - PACE_MS,
          limit: limit - expired.length,
        })
      : [];
  return [...expired, ...waiting.map((row) => ({ ...row, orphanedAt: null }))].sort(
    (a, b) => a.id - b.id,
  );
};

const selectNext = prepared((db) =>
  db
    .select({
      due: sql<Instant | null>`(SELECT min(not_before) FROM outbox WHERE state = 'due')`,
      orphaned: sql<Instant | null>`(SELECT min(iif(lease_until > ${sql.placeholder('leaseUntil')},
        ${sql.placeholder('now')}, lease_until)) FROM outbox WHERE state = 'sending')`,
    })
    .from(sql`(SELECT 1)`)
    .prepare(),
);

/** When {@link claimDue} may next have something to give, at the earliest; null when nothing waits. */
export const nextAt = (
  db: Db,
  { now, leaseMs }: { readonly now: Instant; readonly leaseMs: number },
): Instant | null => {
  const next = selectNext(db).get({ now, leaseUntil: now + leaseMs });
  if (next === undefined || next.due === null) return next?.orphaned ?? null;
  return Math.min(next.due, next.orphaned ?? next.due);
};

const settle = prepared((db) =>
  db
    .update(outbox)
    .set({
      state: sql`${sql.placeholder('state')}`,
      notBefore: sql`${sql.placeholder('notBefore')}`,
      attempts: sql`${outbox.attempts} - ${sql.placeholder('returned')}`,
      remote: sql`${sql.placeholder('remote')}`,
      error: sql`${sql.placeholder('error')}`,
      sentAt: sql`${sql.placeholder('sentAt')}`,
      leaseUntil: null,
    })
    .where(
      and(
        eq(outbox.id, sql.placeholder('id')),
        eq(outbox.fence, sql.placeholder('fence')),
        eq(outbox.state, 'sending'),
      ),
    )
    .returning({ id: outbox.id })
    .prepare(),
);

const settleAs = (
  db: Db,
  id: number,
  fence: number,
  how: {
    readonly state: OutboxState;
    readonly notBefore: Instant;
    readonly returned?: 0 | 1;
    readonly remote?: MessageRef;
    readonly error?: string;
    readonly sentAt?: Instant;
  },
): boolean =>
  settle(db).get({ returned: 0, remote: null, error: null, sentAt: null, ...how, id, fence }) !==
  undefined;

/**
 * It was posted.
 * @returns false, here and in the other three, when the claim is no longer ours; then nothing changes
 */
export const settleSent = (
  db: Db,
  id: number,
  fence: number,
  { remote, at }: { readonly remote: MessageRef; readonly at: Instant },
): boolean => settleAs(db, id, fence, { state: 'sent', notBefore: at, remote, sentAt: at });

/**
 * To be tried again at `notBefore`. An error that begins with `rate_limited` keeps the whole tenant waiting
 * until then.
 * @param counts false when the try is not to be counted
 */
export const settleRetry = (
  db: Db,
  id: number,
  fence: number,
  retry: { readonly notBefore: Instant; readonly error: string; readonly counts: boolean },
): boolean =>
  settleAs(db, id, fence, {
    state: 'due',
    notBefore: retry.notBefore,
    error: retry.error,
    returned: retry.counts ? 0 : 1,
  });

/** It may have been posted, and the platform cannot tell: only a person may have it sent again. */
export const settleUnknown = (
  db: Db,
  id: number,
  fence: number,
  { error, at }: { readonly error: string; readonly at: Instant },
): boolean => settleAs(db, id, fence, { state: 'unknown', notBefore: at, error });

/** It will not be posted, for the reason given. */
export const settleDead = (
  db: Db,
  id: number,
  fence: number,
  { error, at }: { readonly error: string; readonly at: Instant },
): boolean => settleAs(db, id, fence, { state: 'dead', notBefore: at, error });

/** How many messages are in each state. */
export const counts = (db: Db): Readonly<Record<OutboxState, number>> => {
  const found = { due: 0, sending: 0, sent: 0, unknown: 0, dead: 0 };
  const rows = db
    .select({ state: outbox.state, count: sql<number>`count(*)` })
    .from(outbox)
    .groupBy(outbox.state)
    .all();
  for (const { state, count } of rows) found[state] = count;
  return found;
};
