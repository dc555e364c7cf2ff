// Streaks that reach a mark worth a line on the board: working days in a row with a counted follow-up.
import { sql } from 'drizzle-orm';
import { isWorkday, type WorkCalendar } from '../domain/calendar.ts';
import { streakOf } from '../domain/streak.ts';
import { addDays, type Day, type Days } from '../domain/time.ts';
import { type Member, teamLeaveDays } from './member.ts';
import { rollup } from './schema/index.ts';
import { calendarOf, type Team } from './team.ts';
import { type Db, prepared } from './workspace.ts';

/** Streaks worth a line on the board, in working days. */
const STREAK_MARKS: ReadonlySet<number> = new Set([10, 20, 50, 100, 200]);
const LONGEST_MARK = Math.max(...STREAK_MARKS);
/** Streaks are counted this far back. */
const STREAK_DAYS = 400;

/** The newest days on which members followed anybody up, in one text a member. */
const countedDays = prepared((db) =>
  db
    .select({
      memberId: sql<number>`of.value`,
      days: sql<string | null>`(select group_concat(day) from (
        select ${rollup.day} as day from ${rollup}
        where ${rollup.memberId} = of.value and ${rollup.counted} > 0
          and ${rollup.day} between ${sql.placeholder('from')} and ${sql.placeholder('to')}
        order by ${rollup.day} desc limit ${sql.raw(String(LONGEST_MARK + 1))}))`,
    })
    .from(sql`json_each(${sql.placeholder('members')}) of`)
    .prepare(),
);

/**
 * The mark that a member's streak reaches on a day; null when it reaches none. A streak of n begins after a missed
 * day, so it is only walked through when there is one right before the n-th working day back.
 */
const markReached = (
  calendar: WorkCalendar,
  day: Day,
  counted: readonly Day[],
  away: ReadonlySet<Day>,
): number | null => {
  if (counted[0] !== day) return null;
  const works = (each: Day): boolean => isWorkday(calendar, each) && !away.has(each);
  const days = counted.filter(works);
  if (days[0] !== day) return null;
  const begins = [...STREAK_MARKS].some((mark) => {
    const [start, before] = [days[mark - 1], days[mark]];
    if (start === undefined || before === undefined) return start !== undefined;
    for (let missed = addDays(before, 1); missed < start; missed = addDays(missed, 1)) {
      if (works(missed)) return true;
    }
    return false;
  });
  if (!begins) return null;
  const { length } = streakOf(calendar, day, new Set(days), away);
  return STREAK_MARKS.has(length) ? length : null;
};

/** The marks that streaks of a team's members reach on a day, by member. */
export const marksReached = (
  db: Db,
  team: Team,
  members: readonly Member[],
  day: Day,
): ReadonlyMap<number, number> => {
  const range: Days = { from: addDays(day, -STREAK_DAYS), to: day };
  const calendar = calendarOf(db, team);
  const leave = teamLeaveDays(db, team.id, range);
  const ids = JSON.stringify(members.map(({ id }) => id));
  const found = new Map<number, number>();
  for (const { memberId, days } of countedDays(db).all({ members: ids, ...range })) {
    const counted = days?.split(',') ?? [];
    const mark = markReached(calendar, day, counted, leave.get(memberId) ?? new Set());
    if (mark !== null) found.set(memberId, mark);
  }
  return found;
};
