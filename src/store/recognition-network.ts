// Who thanks whom: the edges rings are looked for in, and which rings were told already.
import { and, eq, gte, isNull, sql } from 'drizzle-orm';
import { type Edge, RING, type Ring } from '../domain/recognition/rings.ts';
import { addDays, type Day, type Instant } from '../domain/time.ts';
import { begin, latest } from './occurrence.ts';
import { kudos, kudosReceiver } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

const edges = prepared((db) =>
  db
    .select({
      from: kudos.giverId,
      to: kudosReceiver.memberId,
      count: sql<number>`count(*)`,
    })
    .from(kudos)
    .innerJoin(kudosReceiver, eq(kudosReceiver.kudosId, kudos.id))
    .where(and(gte(kudos.at, sql.placeholder('since')), isNull(kudos.undoneAt)))
    .groupBy(kudos.giverId, kudosReceiver.memberId)
    .prepare(),
);

/** Who thanked whom how often since an instant, without what was taken back. */
export const edgesSince = (db: Db, since: Instant): Edge[] => edges(db).all({ since });

/** The kind under which a ring that was told is remembered; its scope is who is in it. */
const TOLD = 'ring';

const scopeOf = ({ members }: Ring): string => members.map(({ memberId }) => memberId).join('-');

/** Whether a ring was told within the last days. */
export const wasTold = (db: Db, ring: Ring, day: Day): boolean => {
  const last = latest(db, TOLD, scopeOf(ring));
  return last !== null && last.day > addDays(day, -RING.days);
};

/** Remembers that a ring was told. Only within a write. */
export const keepTold = (db: Db, ring: Ring, day: Day, at: Instant): void => {
  begin(db, { kind: TOLD, scope: scopeOf(ring), day, state: 'done', at });
};
