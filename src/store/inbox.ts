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

/** Before the ids of deliveries that carried an answer into a ballot. */
const SEALED = 'sealed:';
/** Right behind every id that begins so. */
const SEALED_END = 'sealed;';

/** The id under which a delivery that carries an answer is claimed; kept only as long as it may come again. */
export const sealedDelivery = (id: string): string => `${SEALED}${id}`;

const sealedBefore = prepared((db) =>
  db
    .delete(inbox)
    .where(
      sql`rowid in (select rowid from inbox where id > ${SEALED} and id < ${SEALED_END}
        and at < ${sql.placeholder('before')} limit ${sql.placeholder('limit')})`,
    )
    .returning({ id: inbox.id })
    .prepare(),
);

/** Forgets up to `limit` deliveries from before an instant that carried answers. @returns how many */
export const forgetSealed = (db: Db, before: Instant, limit: number): number =>
  sealedBefore(db).all({ before, limit }).length;

const oldestSealed = prepared((db) =>
  db
    .select({ at: sql<Instant | null>`min(${inbox.at})` })
    .from(inbox)
    .where(sql`${inbox.id} > ${SEALED} and ${inbox.id} < ${SEALED_END}`)
    .prepare(),
);

/** When the oldest kept delivery that carried an answer came in; null when none is kept. */
export const oldestSealedAt = (db: Db): Instant | null => oldestSealed(db).get()?.at ?? null;
