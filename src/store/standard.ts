// The standard in force: immutable versions, read back through their schema.
import { asc, desc, sql } from 'drizzle-orm';
import { DEFAULT_STANDARD, type Standard, standardSchema } from '../domain/standard.ts';
import type { Day, Instant } from '../domain/time.ts';
import { standard } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

const inForce = prepared((db) =>
  db
    .select()
    .from(standard)
    .where(sql`${standard.effectiveFrom} <= ${sql.placeholder('day')}`)
    .orderBy(desc(standard.effectiveFrom), desc(standard.version))
    .limit(1)
    .prepare(),
);

const first = prepared((db) =>
  db.select().from(standard).orderBy(asc(standard.version)).limit(1).prepare(),
);

/** Parsed versions; a version never changes, so neither does its entry. */
const known = new WeakMap<Db, Map<number, Standard>>();

/** Puts the first version in force; does nothing when there is one. */
export const installStandard = (db: Db, from: Day, at: Instant): void => {
  const { version } = DEFAULT_STANDARD;
  const body = JSON.stringify(DEFAULT_STANDARD);
  db.insert(standard)
    .values({ version, body, effectiveFrom: from, createdAt: at })
    .onConflictDoNothing()
    .run();
};

/**
 * The standard that is in force on a day.
 * @throws TypeError when the workspace was not set up; ZodError when the stored one was tampered with
 */
export const standardOn = (db: Db, day: Day): Standard => {
  const row = inForce(db).get({ day }) ?? first(db).get();
  if (row === undefined) throw new TypeError('the workspace has no standard');
  const versions = known.get(db) ?? new Map<number, Standard>();
  known.set(db, versions);
  let parsed = versions.get(row.version);
  if (parsed === undefined) {
    parsed = standardSchema.parse(JSON.parse(row.body));
    versions.set(row.version, parsed);
  }
  return parsed;
};
