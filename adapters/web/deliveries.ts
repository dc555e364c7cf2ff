// What came in through the door, so that a retried POST is the same request again.
import type { Request } from '../../src/chat/request.ts';
import type { Db } from './database.ts';
import { LIMITS } from './limits.ts';

export interface Delivery {
  readonly request: Request;
  /** The message whose button led here. */
  readonly origin: number | null;
  /** Its replies were stored. */
  readonly answered: boolean;
}

/** The deliveries in one database. The oldest are forgotten when it is opened. */
export const createDeliveries = (db: Db) => {
  db.prepare(`DELETE FROM deliveries WHERE rowid <= (SELECT max(rowid) FROM deliveries) - ?`).run(
    LIMITS.remembered,
  );
  const byId = db.prepare<[string], { request: string; origin: number | null; answered: number }>(
    'SELECT request, origin, answered FROM deliveries WHERE id = ?',
  );
  const insert = db.prepare(
    'INSERT INTO deliveries (id, request, origin) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING',
  );
  const finish = db.prepare('UPDATE deliveries SET answered = 1 WHERE id = ?');

  return {
    find(id: string): Delivery | null {
      const row = byId.get(id);
      if (row === undefined) return null;
      const request = JSON.parse(row.request) as Request;
      return { request, origin: row.origin, answered: row.answered === 1 };
    },
    remember(request: Request, origin: number | null): void {
      insert.run(request.id, JSON.stringify(request), origin);
    },
    answered(id: string): void {
      finish.run(id);
    },
  };
};

export type Deliveries = ReturnType<typeof createDeliveries>;
