// Taking back what was put out to be posted: it is removed while it is not sent, else a note takes its place.
import { and, eq, sql } from 'drizzle-orm';
import type { Card } from '../chat/card.ts';
import type { MessageRef } from '../chat/platform.ts';
import type { Instant } from '../domain/time.ts';
import { enqueue } from './outbox.ts';
import { type OutboxState, outbox } from './schema/delivery.ts';
import { type Db, prepared } from './workspace.ts';

/** Notes that take the place of the message whose key follows, by what happens where a platform cannot do that. */
const PREFIXES = { post: 'replaces-or-posts:', leave: 'replaces:' } as const;

export type Otherwise = keyof typeof PREFIXES;

/**
 * What became of a message that was taken back: `removed` before anybody saw it; `replacing`: the note is on its way;
 * `unknown`: it may have been posted, and nobody can tell where it is; `none`: there is no such message (any more).
 */
export type Withdrawn = 'removed' | 'replacing' | 'unknown' | 'none';

const byKey = prepared((db) =>
  db
    .select({
      id: outbox.id,
      state: outbox.state,
      target: outbox.target,
      remote: outbox.remote,
    })
    .from(outbox)
    .where(eq(outbox.key, sql.placeholder('key')))
    .prepare(),
);

/**
 * Takes back the message of a key, once. Only within a write, that of the reason for it.
 * @param card the short note that takes its place where it is posted already
 * @param otherwise what happens where the platform cannot change what was posted: the note is posted as a message of
 * its own, or the message is left as it is
 */
export const withdrawPost = (
  db: Db,
  key: string,
  card: Card,
  now: Instant,
  otherwise: Otherwise = 'post',
): Withdrawn => {
  const message = byKey(db).get({ key });
  if (message === undefined) return 'none';
  const { id, state, target } = message;
  if (state === 'sent' || state === 'sending') {
    enqueue(db, { key: `${PREFIXES[otherwise]}${key}`, target, card, notBefore: now, now });
    return 'replacing';
  }
  db.delete(outbox).where(eq(outbox.id, id)).run();
  return state === 'unknown' ? 'unknown' : 'removed';
};

/** The message a note is to take the place of. */
export interface Replaced {
  readonly id: number;
  readonly state: OutboxState;
  /** The platform's name for it; null when it was not posted. */
  readonly remote: MessageRef | null;
  readonly otherwise: Otherwise;
}

/** Whose place the message of a key is to take: `gone` when that one is no more, null when it is to be posted. */
export const replacedBy = (db: Db, key: string): Replaced | 'gone' | null => {
  for (const otherwise of ['post', 'leave'] as const) {
    const prefix = PREFIXES[otherwise];
    if (!key.startsWith(prefix)) continue;
    const found = byKey(db).get({ key: key.slice(prefix.length) });
    if (found === undefined) return 'gone';
    const { id, state, remote } = found;
    return { id, state, remote, otherwise };
  }
  return null;
};

/**
 * Drops a note that has nothing to take the place of, and what it was to replace if that was never sent.
 * @returns false when the claim on the note is no longer ours; then nothing changes
 */
export const dropNote = (
  db: Db,
  { id, fence }: { readonly id: number; readonly fence: number },
  replaced: Replaced | 'gone',
): boolean => {
  const isOurs = and(eq(outbox.id, id), eq(outbox.fence, fence), eq(outbox.state, 'sending'));
  const dropped = db.delete(outbox).where(isOurs).returning({ id: outbox.id }).get();
  if (dropped === undefined) return false;
  if (replaced !== 'gone' && replaced.state !== 'sent') {
    db.delete(outbox).where(eq(outbox.id, replaced.id)).run();
  }
  return true;
};
