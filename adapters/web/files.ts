// Files people asked for: kept so that their link works after a reload, and opened only by whom they are for.
import type { File } from '../../src/chat/file.ts';
import type { Db } from './database.ts';
import { LIMITS } from './limits.ts';

export interface KeptFile {
  readonly id: number;
  /** The only one who may open it. */
  readonly user: string;
  readonly name: string;
  readonly needs: File['needs'];
  readonly content: string;
}

interface Row {
  id: number;
  user: string;
  name: string;
  needs: string;
  content: string;
}

/** The files in one database. The oldest are forgotten when it is opened. */
export const createFiles = (db: Db) => {
  db.prepare('DELETE FROM files WHERE id <= (SELECT max(id) FROM files) - ?').run(LIMITS.files);
  const insert = db.prepare(
    `INSERT INTO files (key, user, name, needs, content) VALUES (@key, @user, @name, @needs, @content)
     ON CONFLICT (key) DO NOTHING`,
  );
  const byKey = db.prepare<[string], Row>('SELECT * FROM files WHERE key = ?');
  const byId = db.prepare<[number], Row>('SELECT * FROM files WHERE id = ?');
  const fromRow = (row: Row): KeptFile => ({
    id: row.id,
    user: row.user,
    name: row.name,
    needs: JSON.parse(row.needs) as File['needs'],
    content: row.content,
  });

  return {
    /** Keeps a file once: the same key gives the first one back. */
    keep(key: string, file: Omit<KeptFile, 'id'>): KeptFile {
      insert.run({ key, ...file, needs: JSON.stringify(file.needs) });
      const row = byKey.get(key);
      if (row === undefined) throw new Error('a file was stored and is not there');
      return fromRow(row);
    },
    find(id: number): KeptFile | null {
      const row = byId.get(id);
      return row === undefined ? null : fromRow(row);
    },
  };
};

export type Files = ReturnType<typeof createFiles>;
