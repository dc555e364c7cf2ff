// The days a member's streak is read from.
import { and, between, eq, gt, sql } from 'drizzle-orm';
import type { StreakDays } from '../domain/recognition/milestone.ts';
import { addDays, type Day } from '../domain/time.ts';
import { leave, rollup } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

/** As far back as a hundred working days may reach with holidays and leave between them. */
const REACH = 400;

const memberId = sql.placeholder('memberId');
const from = sql.placeholder('from');
const to = sql.placeholder('to');

/** Nothing at all, and at the cost of one look, where the newest day has had its follow-ups before. */
const isWanted = sql`(${sql.placeholder('always')} = 1 or (select ${rollup.counted} from ${rollup}
  where ${rollup.memberId} = ${memberId} and ${rollup.day} = ${to}) = 1)`;

const days = prepared((db) =>
  db
    .select({ day: rollup.day, away: sql<0 | 1>`0` })
    .from(rollup)
    .where(
      and(
        isWanted,
        eq(rollup.memberId, memberId),
        between(rollup.day, from, to),
        gt(rollup.counted, 0),
      ),
    )
    .unionAll(
      db
        .select({ day: leave.day, away: sql<0 | 1>`1` })
        .from(leave)
        .where(and(isWanted, eq(leave.memberId, memberId), between(leave.day, from, to))),
    )
    .prepare(),
);

/**
 * The days with a counted follow-up and the days of leave up to `day`, {@link REACH} days back.
 * @param first whether only the first counted follow-up of `day` is of interest: else null is given
 */
export const streakDays = (db: Db, who: number, day: Day, first: boolean): StreakDays | null => {
  const rows = days(db).all({
    memberId: who,
    from: addDays(day, -REACH),
    to: day,
    always: first ? 0 : 1,
  });
  if (first && rows.length === 0) return null;
  const of = (away: 0 | 1): Set<Day> =>
    new Set(rows.filter((row) => row.away === away).map((row) => row.day));
  return { counted: of(0), away: of(1) };
};
