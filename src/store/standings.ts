// Where the members of a team stand in a period: what boards and ranks are made from.
import { and, eq, sql } from 'drizzle-orm';
import { type Period, periodAround } from '../domain/period.ts';
import { roundForRank } from '../domain/scoring/score.ts';
import {
  byName,
  NAMED_AT_MOST,
  type Named,
  type ScoreCount,
  type Standing,
  type Standings,
  scoreAt,
  tenthsOf,
} from '../domain/standing.ts';
import { addDays, type Day, dayOf, type Instant } from '../domain/time.ts';
import type { Window } from './facts.ts';
import { parsed } from './gather.ts';
import type { Member } from './member.ts';
import { member, score } from './schema/index.ts';
import {
  computeTotals,
  holding,
  holds,
  isOfPeriod,
  keepScore,
  keptTotals,
  windowOf,
} from './score.ts';
import type { Team } from './team.ts';
import { type Db, prepared } from './workspace.ts';

/** New members are off the public board for this many days. */
const NEW_FOR_DAYS = 30;

/** Whether a member is too new on a day for the public board. */
export const isNewHire = ({ joinedOn }: Pick<Member, 'joinedOn'>, day: Day): boolean =>
  day < addDays(joinedOn, NEW_FOR_DAYS);

export interface Options {
  /** Counting no later day; today unless told. */
  readonly day?: Day;
  /** Whether computed scores are kept; only within a write. */
  readonly keep?: boolean;
}

const windowAt = (db: Db, team: Team, period: Period, now: Instant, day: Day): Window => {
  const whole = windowOf(db, team, periodAround(period, day), now);
  return day < whole.asOf ? { ...whole, asOf: day } : whole;
};

const sellersOf = sql`${member.teamId} = ${sql.placeholder('teamId')}
  and ${member.leftOn} is null and ${member.seller} = 1`;
const isHidden = sql`(${member.optedOut} or ${member.joinedOn} > ${sql.placeholder('newSince')})`;
/** A score as it is shown and ranked, see `roundForRank`, in tenths; null when it may not be compared. */
const tenths = sql<number | null>`case when ${score.provisional} = 0
  then cast(${score.total} * 10 + 0.5 + 1e-9 as integer) end`;

/** Where no score is kept that holds. */
const MISSING = -1;

/**
 * The kept scores of a team's sellers, and whose they are, negative of who is hidden. In one row: grouping them here
 * would have to sort them.
 */
const spread = prepared((db) =>
  db
    .select({
      scores: parsed<(number | null)[]>(
        sql`json_group_array(case when ${score.memberId} is null then ${sql.raw(String(MISSING))} else ${tenths} end)`,
      ),
      ids: parsed<number[]>(
        sql`json_group_array(case when ${isHidden} then -${member.id} else ${member.id} end)`,
      ),
    })
    .from(member)
    .leftJoin(score, and(eq(score.memberId, member.id), isOfPeriod, holds))
    .where(sellersOf)
    .prepare(),
);

const namesOf = prepared((db) =>
  db
    .select({ memberId: member.id, name: member.name })
    .from(sql`json_each(${sql.placeholder('members')}) of`)
    .crossJoin(member)
    .where(sql`${member.id} = of.value`)
    .prepare(),
);

const unscored = prepared((db) =>
  db
    .select()
    .from(member)
    .where(
      and(
        sellersOf,
        sql`not exists (select 1 from ${score}
          where ${score.memberId} = ${member.id} and ${isOfPeriod} and ${holds})`,
      ),
    )
    .orderBy(member.name)
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** How many have which score. @param tenths null for what may not be compared @param ids negative of who is hidden */
const countsOf = (tenths: readonly (number | null)[], ids: readonly number[]): ScoreCount[] => {
  const counts = new Map<number, { n: number; shown: number }>();
  for (const [at, each] of tenths.entries()) {
    if (each === null) continue;
    const count = counts.get(each) ?? { n: 0, shown: 0 };
    counts.set(each, count);
    count.n += 1;
    if ((ids[at] ?? 0) > 0) count.shown += 1;
  }
  return [...counts]
    .map(([each, count]) => ({ score: each / 10, ...count }))
    .sort((a, b) => b.score - a.score);
};

/**
 * Where a team stands in the period around today, or around `day`: what boards and ranks are made from. Kept scores are
 * counted where they are; those that are missing are computed.
 */
export const standingsOf = (
  db: Db,
  team: Team,
  period: Period,
  now: Instant,
  { day = dayOf(now, team.zone), keep = false }: Options = {},
): Standings => {
  const window = windowAt(db, team, period, now, day);
  const of = {
    ...holding(period, window),
    teamId: team.id,
    newSince: addDays(day, -NEW_FOR_DAYS),
  };
  const { scores: all = [], ids = [] } = spread(db).get(of) ?? {};
  const sellers = ids.length;
  const hidden = ids.reduce((n, id) => n + Number(id < 0), 0);
  const missing = all.includes(MISSING) ? unscored(db).all({ ...of, limit: sellers }) : [];
  const computed = computeTotals(db, missing, period, window);
  if (keep) for (const each of computed) keepScore(db, each, now);
  const found = new Map(computed.map((each) => [each.member.id, each.score]));
  const kept = all.map((each, at) => {
    if (each !== MISSING) return each;
    const own = found.get(Math.abs(ids[at] ?? 0));
    return own === undefined || own.provisional || own.value === null
      ? null
      : tenthsOf(roundForRank(own.value));
  });
  const scores = countsOf(kept, ids);
  // As far down as names may be needed, and everybody who has that score: their names decide.
  const least = Math.max(1, tenthsOf(scoreAt(scores, NAMED_AT_MOST - 1, 'shown')));
  const first = new Map<number, number>();
  for (const [at, id] of ids.entries()) {
    const own = kept[at] ?? 0;
    if (id > 0 && own >= least) first.set(id, own / 10);
  }
  const best = namesOf(db)
    .all({ members: JSON.stringify([...first.keys()]) })
    .map((who): Named => ({ ...who, score: first.get(who.memberId) ?? 0 }))
    .sort((a, b) => b.score - a.score || byName(a, b))
    .slice(0, NAMED_AT_MOST);
  return { sellers, hidden, scores, best };
};

const standingFrom = (
  { id, name, optedOut, seller, ...who }: Member,
  of: { readonly value: number | null; readonly provisional: boolean } | undefined,
  day: Day,
): Standing => ({
  memberId: id,
  name,
  score: of === undefined || of.value === null ? null : roundForRank(of.value),
  provisional: of?.provisional ?? true,
  optedOut,
  newHire: isNewHire(who, day),
  seller,
});

/** Where some members of a team stand, each for themselves; see {@link standingsOf}. */
export const standingsAmong = (
  db: Db,
  team: Team,
  members: readonly Member[],
  period: Period,
  now: Instant,
  { day = dayOf(now, team.zone), keep = false }: Options = {},
): Standing[] => {
  const window = windowAt(db, team, period, now, day);
  const sellers = members.filter(({ seller }) => seller);
  const kept = keptTotals(db, sellers, period, window);
  const missing = sellers.filter(({ id }) => !kept.has(id));
  const computed = computeTotals(db, missing, period, window);
  if (keep) for (const each of computed) keepScore(db, each, now);
  const totals = new Map(computed.map(({ member: { id }, score: total }) => [id, total]));
  return members.map((who) => {
    const own = kept.get(who.id);
    return standingFrom(
      who,
      own === undefined ? totals.get(who.id) : { ...own, value: own.total },
      day,
    );
  });
};

/**
 * Computes and keeps scores of a team that will not hold any more at a coming instant, as {@link standingsOf} would
 * then have to. Only within a write.
 * @param at when they are to hold; on the same local day as `now`
 * @param limit scores computed at most
 * @returns how many were: fewer than `limit` when the rest holds
 */
export const prepareStandings = (
  db: Db,
  team: Team,
  period: Period,
  now: Instant,
  at: Instant,
  limit: number,
): number => {
  const window = windowOf(db, team, periodAround(period, dayOf(now, team.zone)), now);
  const then = holding(period, { ...window, now: at });
  const missing = unscored(db).all({ ...then, teamId: team.id, limit });
  for (const each of computeTotals(db, missing, period, window)) keepScore(db, each, now);
  return missing.length;
};
