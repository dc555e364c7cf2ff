// Forgetting a person on the web page: their thread goes, and everybody else's pages lose the name and the words.
import { type Forgotten, forgetting } from '../../src/domain/forgetting.ts';
import type { Db } from './database.ts';
import { PLATFORM, TENANT } from './deps.ts';

/** Rows of others that may say something, and the column it is in. */
const KEPT = [
  ['messages', 'content'],
  ['deliveries', 'request'],
  ['forms', 'form'],
] as const;

/** Where everything is that belongs to one user. */
const OWN = [
  `DELETE FROM messages WHERE place = 'person:' || @user OR author = @user OR audience = @user`,
  `DELETE FROM reads WHERE user = @user`,
  `DELETE FROM deliveries WHERE request ->> '$.actor.user' = @user`,
  `DELETE FROM forms WHERE user = @user`,
  `DELETE FROM files WHERE user = @user`,
  // What the bot told everybody in answer to them is known by a key with their account in it.
  `UPDATE messages SET key = 'forgotten:' || id WHERE instr(key, ':' || @user || ':') > 0`,
];

/**
 * Forgets a person, and leaves no byte of what was deleted in the file. May be called again for the same one.
 * @throws SqliteError when another process uses the file
 */
export const forgetPerson = (db: Db, whom: Forgotten): void => {
  const forget = forgetting(whom);
  db.transaction(() => {
    for (const { platform, tenant, user } of whom.accounts) {
      if (platform !== PLATFORM || tenant !== TENANT) continue;
      for (const statement of OWN) db.prepare(statement).run({ user });
    }
    for (const [table, column] of KEPT) {
      const rows = db
        .prepare<[], { id: number; text: string }>(
          `SELECT rowid AS id, ${column} AS text FROM ${table}`,
        )
        .all();
      const update = db.prepare(`UPDATE ${table} SET ${column} = ? WHERE rowid = ?`);
      // Open pages ask for what has a newer number.
      const renumber = db.prepare(
        'UPDATE messages SET seq = (SELECT max(seq) + 1 FROM messages) WHERE id = ?',
      );
      for (const { id, text } of rows) {
        const value: unknown = JSON.parse(text);
        const now = forget.emptiedIn(value);
        if (now === value) continue;
        update.run(JSON.stringify(now), id);
        if (table === 'messages') renumber.run(id);
      }
    }
    // A table that was taken away as a file cannot be mended; it can be asked for again.
    const files = db
      .prepare<[], { id: number; content: string }>('SELECT id, content FROM files')
      .all()
      .filter(({ content }) => forget.emptiedIn(content) !== content);
    const remove = db.prepare('DELETE FROM files WHERE id = ?');
    for (const { id } of files) remove.run(id);
  })();
  db.exec('VACUUM');
  db.pragma('wal_checkpoint(TRUNCATE)');
};
