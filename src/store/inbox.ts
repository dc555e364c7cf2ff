// Deliveries that took effect, and what they were answered: a redelivery gets the same and changes nothing.
import { eq, sql } from 'drizzle-orm';
import type { Reply } from '../chat/request.ts';
import type { Instant } from '../domain/time.ts';
import { inbox } from './schema/delivery.ts';
import { type Db, prepared } from './workspace.ts';

const select = prepared((db) =>
  db
    .select({ replies: inbox.replies })
    .from(inbox)
    .where(eq(inbox.id, sql.placeholder('id')))
    .prepare(),
);

const insert = prepared((db) =>
  db
    .insert(inbox)
    .values({
      id: sql.placeholder('id'),
      at: sql.placeholder('at'),
      replies: sql.placeholder('replies'),
    })
    .prepare(),
);

/** What the delivery was answered, or null when it is new. */
export const seen = (db: Db, id: string): readonly Reply[] | null =>
  select(db).get({ id })?.replies ?? null;

/**
 * Takes the delivery, in the same write as its effect.
 * @throws the driver's constraint error when it was taken before: ask {@link seen} first
 */
export const claim = (db: Db, id: string, at: Instant, replies: readonly Reply[]): void => {
  insert(db).run({ id, at, replies });
};
