// The standard in force: immutable versions, read back through their schema.
import { asc, eq, sql } from 'drizzle-orm';
import { DEFAULT_STANDARD, type Standard, standardSchema } from '../domain/standard.ts';
import type { Day, Instant } from '../domain/time.ts';
import { standard } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

// All of them, which are few: sorting in a statement costs more than the rest of it.
const all = prepared((db) =>
  db
    .select({ version: standard.version, effectiveFrom: standard.effectiveFrom })
    .from(standard)
    .orderBy(asc(standard.version))
    .prepare(),
);

const bodyOf = prepared((db) =>
  db
    .select({ body: standard.body })
    .from(standard)
    .where(eq(standard.version, sql.placeholder('version')))
    .prepare(),
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
  const [first, ...later] = all(db).all();
  if (first === undefined) throw new TypeError('the workspace has no standard');
  // The first holds for the days before it as well; of those from one day the newest.
  const row = later.reduce(
    (best, each) =>
      each.effectiveFrom <= day &&
      (best.effectiveFrom > day || each.effectiveFrom >= best.effectiveFrom)
        ? each
        : best,
    first,
  );
  const versions = known.get(db) ?? new Map<number, Standard>();
  known.set(db, versions);
  let parsed = versions.get(row.version);
  if (parsed === undefined) {
    parsed = standardSchema.parse(JSON.parse(bodyOf(db).get(row)?.body ?? 'null'));
    versions.set(row.version, parsed);
  }
  return parsed;
};
