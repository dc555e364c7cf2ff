// The messages of the web page: what was said, where, and who may see it.
import type { Card } from '../../src/chat/card.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Db } from './database.ts';
import { LIMITS } from './limits.ts';

/** `channel:<id>` or `person:<user>`. */
export type StoredPlace = `channel:${string}` | `person:${string}`;

type Content =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'card'; readonly card: Card }
  | {
      readonly kind: 'file';
      /** Of the kept file. */
      readonly id: number;
      readonly locale: string;
      readonly title: string;
      readonly text: string;
      readonly name: string;
      readonly bytes: number;
    };

export interface Draft {
  readonly place: StoredPlace;
  /** The only one who sees it; null: everybody in the place. */
  readonly audience: string | null;
  /** Null: the bot. */
  readonly author: { readonly user: string; readonly name: string } | null;
  readonly at: Instant;
  readonly delivery: string | null;
  readonly content: Content;
}

export interface Message extends Draft {
  readonly id: number;
  readonly seq: number;
}

interface Row {
  id: number;
  seq: number;
  place: StoredPlace;
  audience: string | null;
  author: string | null;
  author_name: string | null;
  at: number;
  delivery: string | null;
  content: string;
}

const fromRow = (row: Row): Message => ({
  id: row.id,
  seq: row.seq,
  place: row.place,
  audience: row.audience,
  author: row.author === null ? null : { user: row.author, name: row.author_name ?? row.author },
  at: row.at,
  delivery: row.delivery,
  content: JSON.parse(row.content) as Content,
});

/** An answer on its way into a ballot is stored nowhere. @throws TypeError */
const refuseSealed = (content: Content): void => {
  if (content.kind === 'card' && content.card.sealed) {
    throw new TypeError('a sealed card is never stored');
  }
};

const NEXT = '(SELECT coalesce(max(seq), 0) + 1 FROM messages)';
const VISIBLE = '(audience IS NULL OR audience = @user)';

/** The messages in one database; every statement is prepared once. */
export const createMessages = (db: Db) => {
  const insert = db.prepare(
    `INSERT INTO messages (seq, key, place, audience, author, author_name, at, delivery, content)
     VALUES (${NEXT}, @key, @place, @audience, @author, @authorName, @at, @delivery, @content)
     ON CONFLICT (key) DO NOTHING`,
  );
  const byKey = db.prepare<[string], Row>('SELECT * FROM messages WHERE key = ?');
  const byId = db.prepare<[number], Row>('SELECT * FROM messages WHERE id = ?');
  const update = db.prepare(
    `UPDATE messages SET content = @content, seq = ${NEXT} WHERE id = @id AND content <> @content`,
  );
  const older = db.prepare<object, Row>(
    `SELECT * FROM messages WHERE place = @place AND id < @before AND ${VISIBLE}
     ORDER BY id DESC LIMIT @limit`,
  );
  const changed = db.prepare<object, Row>(
    `SELECT * FROM messages WHERE seq > @seq AND ${VISIBLE}
     AND place IN (SELECT value FROM json_each(@places)) ORDER BY seq LIMIT @limit`,
  );
  const newest = db.prepare<[], { seq: number; latest: number }>(
    'SELECT coalesce(max(seq), 0) AS seq, coalesce(max(id), 0) AS latest FROM messages',
  );
  const unseen = db.prepare<object, { n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM messages WHERE place = @place AND ${VISIBLE}
     AND author IS NOT @user AND id > coalesce(
       (SELECT message FROM reads WHERE user = @user AND place = @place), 0) LIMIT @limit)`,
  );
  const read = db.prepare(
    `INSERT INTO reads (user, place, message) VALUES (@user, @place, @message)
     ON CONFLICT (user, place) DO UPDATE SET message = max(message, excluded.message)`,
  );

  return {
    /** Stores a message once: the same key gives the first one back. */
    post(draft: Draft, key: string): Message {
      refuseSealed(draft.content);
      insert.run({
        key,
        place: draft.place,
        audience: draft.audience,
        author: draft.author?.user ?? null,
        authorName: draft.author?.name ?? null,
        at: draft.at,
        delivery: draft.delivery,
        content: JSON.stringify(draft.content),
      });
      const row = byKey.get(key);
      if (row === undefined) throw new Error('a message was stored and is not there');
      return fromRow(row);
    },
    /** Gives a message a new card; null when there is no such message. */
    replace(id: number, card: Card): Message | null {
      const content: Content = { kind: 'card', card };
      refuseSealed(content);
      update.run({ id, content: JSON.stringify(content) });
      const row = byId.get(id);
      return row === undefined ? null : fromRow(row);
    },
    find(id: number): Message | null {
      const row = byId.get(id);
      return row === undefined ? null : fromRow(row);
    },
    /** What `user` sees of a place before a message, oldest first. */
    page: (user: string, place: StoredPlace, before: number): readonly Message[] =>
      older.all({ user, place, before, limit: LIMITS.page }).map(fromRow).reverse(),
    /** What changed for `user` in these places after `seq`, in order. */
    since: (user: string, places: readonly StoredPlace[], seq: number): readonly Message[] =>
      changed.all({ user, places: JSON.stringify(places), seq, limit: LIMITS.batch }).map(fromRow),
    /** The last change, and the newest message. */
    last: () => newest.get() ?? { seq: 0, latest: 0 },
    /** Others' messages after the last one read; counted up to a limit. */
    unread: (user: string, place: StoredPlace): number =>
      unseen.get({ user, place, limit: LIMITS.unread })?.n ?? 0,
    markRead(user: string, place: StoredPlace, message: number): void {
      read.run({ user, place, message });
    },
  };
};

export type Messages = ReturnType<typeof createMessages>;
