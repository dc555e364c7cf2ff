// Settings of the whole workspace.
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { setting } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

const settings = {
  /** The company's name. */
  name: z.string(),
  /** Whether everything in here was made up for a demonstration. */
  demo: z.boolean(),
  /** What the demo's members still have before them, by team, and until when it was recorded. */
  demoScript: z.object({
    playedUntil: z.number(),
    teams: z.array(z.object({ teamId: z.int(), data: z.unknown() })),
  }),
  /** Another one whenever somebody came, left, came back or was renamed: see `store/names`. */
  names: z.string(),
  /** Value of one unit of a currency in the team's, by `FROM:TO`, for adding amounts up. */
  rates: z.record(z.string(), z.number().positive()),
  /** How long things are kept. */
  retention: z.object({
    /** Months notes are kept; null for ever. */
    notes: z.int().positive().nullable(),
    /** Days logs of deliveries and posts are kept. */
    logs: z.int().positive(),
  }),
  /** Something was deleted for good: the file is to be compacted, so that nothing of it stays behind. */
  compactDue: z.boolean(),
  /** Who was erased here and is still to be forgotten by the stores of platforms. */
  forgetDue: z.array(
    z.object({
      at: z.number(),
      memberId: z.int(),
      name: z.string(),
      accounts: z.array(z.object({ platform: z.string(), tenant: z.string(), user: z.string() })),
      notes: z.array(z.string()),
    }),
  ),
} as const;

type Settings = { [K in keyof typeof settings]: z.infer<(typeof settings)[K]> };

const byKey = prepared((db) =>
  db
    .select()
    .from(setting)
    .where(eq(setting.key, sql.placeholder('key')))
    .prepare(),
);

/** The value stored under `key`, or null. @throws ZodError when what is stored is not what it should be */
export const readSetting = <K extends keyof Settings>(db: Db, key: K): Settings[K] | null => {
  const row = byKey(db).get({ key });
  return row === undefined ? null : (settings[key].parse(row.value) as Settings[K]);
};

/** Stores a setting of the workspace. */
export const writeSetting = <K extends keyof Settings>(
  db: Db,
  key: K,
  value: Settings[K],
): void => {
  db.insert(setting)
    .values({ key, value })
    .onConflictDoUpdate({ target: setting.key, set: { value } })
    .run();
};

/** Takes a setting away. */
export const removeSetting = (db: Db, key: keyof Settings): void => {
  db.delete(setting).where(eq(setting.key, key)).run();
};
