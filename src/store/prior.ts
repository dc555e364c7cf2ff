// What was usual before the month began: frozen, so that colleagues' deals do not move a member's score.
import { eq, sql } from 'drizzle-orm';
import type { ShrunkKey } from '../domain/scoring/facts.ts';
import { fitPrior } from '../domain/scoring/prior.ts';
import type { Standard } from '../domain/standard.ts';
import { addDays, type Day, type Days } from '../domain/time.ts';
import { prior, rollup, satisfaction } from './schema/index.ts';
import type { Db } from './workspace.ts';

/** Four quarters: what a rate is compared with. */
const HISTORY_DAYS = 365;

/** Each member's successes and cases in the range. */
const CASES: Partial<Record<ShrunkKey, (db: Db, range: Days) => { k: number; n: number }[]>> = {
  win: (db, { from, to }) =>
    db
      .select({
        k: sql<number>`sum(${rollup.won})`,
        n: sql<number>`sum(${rollup.won} + ${rollup.lost})`,
      })
      .from(rollup)
      .where(sql`${rollup.day} between ${from} and ${to}`)
      .groupBy(rollup.memberId)
      .all(),
  satisfaction: (db, { from, to }) =>
    db
      .select({
        k: sql<number>`sum(${satisfaction.rating} >= 4)`,
        n: sql<number>`count(${satisfaction.rating})`,
      })
      .from(satisfaction)
      .where(
        sql`${satisfaction.rating} is not null and ${satisfaction.askedOn} between ${from} and ${to}`,
      )
      .groupBy(satisfaction.memberId)
      .all(),
};

/** Fits and freezes the priors of the month that begins on `month`; does nothing when they are. */
export const freezePriors = (db: Db, month: Day, standard: Standard): void => {
  if (db.select().from(prior).where(eq(prior.month, month)).get() !== undefined) return;
  const range = { from: addDays(month, -HISTORY_DAYS), to: addDays(month, -1) };
  for (const [metric, casesIn] of Object.entries(CASES) as [ShrunkKey, (typeof CASES)['win']][]) {
    const fallback = standard.metrics[metric]?.prior;
    const cases = casesIn?.(db, range).filter(({ n }) => n > 0) ?? [];
    if (fallback === undefined || cases.length === 0) continue;
    const { mean, strength } = fitPrior(cases, fallback);
    db.insert(prior).values({ month, metric, mean, strength }).run();
  }
};
