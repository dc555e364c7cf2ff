// Whom recognition reaches in a team, and who could do with a word: what its managers learn, and nobody else.
import { and, eq, isNull, sql } from 'drizzle-orm';
import { periodAround } from '../domain/period.ts';
import {
  type Coverage,
  coverageOf,
  type Received,
  type Spread,
  unevenSpread,
} from '../domain/recognition/coverage.ts';
import {
  type Concern,
  concernOf,
  isEligible,
  LISTED,
  QUIET_DAYS,
  WEEKS,
} from '../domain/recognition/unnoticed.ts';
import { evaluate } from '../domain/scoring/evaluation.ts';
import type { MetricKey } from '../domain/scoring/metrics.ts';
import {
  addDays,
  type Day,
  type Days,
  type Instant,
  instantOf,
  monthAround,
} from '../domain/time.ts';
import { receiptsBy } from './kudos-lists.ts';
import { listTeamMembers, type Member, teamLeaveDays } from './member.ts';
import { member, milestone, redemption } from './schema/index.ts';
import { keptFacts, keptTotals, windowOf } from './score.ts';
import { spotAwardsOn } from './spot.ts';
import { standardOn } from './standard.ts';
import { type DueStep, listUpcoming } from './step.ts';
import { calendarOf, type Team } from './team.ts';
import { awardsOn } from './winner.ts';
import { type Db, prepared } from './workspace.ts';

const teamId = sql.placeholder('teamId');
const from = sql.placeholder('from');
const to = sql.placeholder('to');

const noticedBy = prepared((db) =>
  db
    .select({ memberId: milestone.memberId, n: sql<number>`count(*)` })
    .from(member)
    .innerJoin(milestone, eq(milestone.memberId, member.id))
    .where(
      and(
        eq(member.teamId, teamId),
        sql`${milestone.day} between ${from} and ${to}`,
        isNull(milestone.withdrawnAt),
      ),
    )
    .groupBy(milestone.memberId)
    .prepare(),
);

const rewardsBy = prepared((db) =>
  db
    .select({ memberId: redemption.memberId, n: sql<number>`count(*)` })
    .from(redemption)
    .innerJoin(member, eq(member.id, redemption.memberId))
    .where(
      and(
        eq(redemption.state, 'approved'),
        sql`${redemption.decidedAt} >= ${from} and ${redemption.decidedAt} < ${to}`,
        eq(member.teamId, teamId),
      ),
    )
    .groupBy(redemption.memberId)
    .prepare(),
);

/** What each of a team's members was recognised for and rewarded with on the days, whoever did it. */
const receivedIn = (db: Db, team: Team, days: Days): ReadonlyMap<number, Received> => {
  const found = new Map<number, Received>();
  const add = (memberId: number, more: Partial<Received>): void => {
    const { thanks, noticed, rewards } = found.get(memberId) ?? {
      thanks: 0,
      noticed: 0,
      rewards: 0,
    };
    found.set(memberId, {
      thanks: thanks + (more.thanks ?? 0),
      noticed: noticed + (more.noticed ?? 0),
      rewards: rewards + (more.rewards ?? 0),
    });
  };
  for (const [id, thanks] of receiptsBy(db, team.id, days)) add(id, { thanks });
  for (const { memberId, n } of noticedBy(db).all({ teamId: team.id, ...days })) {
    add(memberId, { noticed: n });
  }
  const instants = {
    from: instantOf(days.from, '00:00', team.zone),
    to: instantOf(addDays(days.to, 1), '00:00', team.zone),
  };
  for (const { memberId, n } of rewardsBy(db).all({ teamId: team.id, ...instants })) {
    add(memberId, { rewards: n });
  }
  for (const { receiver } of spotAwardsOn(db, team.id, days)) add(receiver.id, { noticed: 1 });
  for (const { winners } of awardsOn(db, team.id, days)) {
    for (const { id } of winners) add(id, { noticed: 1 });
  }
  return found;
};

/** Those of the team who could have been recognised on the days: who manages it is not counted. */
const eligibleIn = (db: Db, team: Team, members: readonly Member[], days: Days): Member[] => {
  const calendar = calendarOf(db, team);
  const away = teamLeaveDays(db, team.id, days);
  return members.filter(
    (who) => who.role === 'rep' && isEligible(who, away.get(who.id), calendar, days),
  );
};

/** What a manager could begin a talk with. */
type Opening =
  | { readonly kind: 'strength'; readonly metric: MetricKey; readonly score: number }
  | { readonly kind: 'step'; readonly step: DueStep }
  | { readonly kind: 'talk' };

interface Supported extends Concern {
  readonly name: string;
  readonly opening: Opening;
}

/** What the managers of a team learn. */
export interface Support {
  /** Of the month so far and the one before. */
  readonly coverage: readonly [now: Coverage, before: Coverage];
  /** Null: evenly enough. */
  readonly uneven: Spread | null;
  /** By name, and how many more there are. */
  readonly members: readonly Supported[];
  readonly more: number;
}

/** A metric is done well close to its target, which is 80. */
const DONE_WELL = 70;

/** What the member did best in the week, else what is coming up. */
const openingFor = (db: Db, memberId: number, week: Days, day: Day): Opening => {
  const facts = keptFacts(db, memberId, 'week', week.from);
  const standard = standardOn(db, week.from);
  const scored = (facts === undefined ? [] : evaluate(facts, standard).readings)
    .flatMap(({ key, setting, measured }) =>
      measured.state === 'scored' && setting.weight > 0
        ? [{ metric: key, score: measured.score }]
        : [],
    )
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  if (best !== undefined && best.score >= DONE_WELL) return { kind: 'strength', ...best };
  const [step] = listUpcoming(db, memberId, addDays(day, -1), 1);
  return step === undefined ? { kind: 'talk' } : { kind: 'step', step };
};

/** The scores of the last weeks that are over, oldest first, by member: those that were closed and hold. */
const weeksBefore = (
  db: Db,
  team: Team,
  members: readonly Member[],
  day: Day,
  now: Instant,
): ((memberId: number) => (number | null)[]) => {
  const monday = periodAround('week', day).from;
  const totals = Array.from({ length: WEEKS }, (_, at) => {
    const days = periodAround('week', addDays(monday, -7 * (WEEKS - at)));
    return keptTotals(db, members, 'week', windowOf(db, team, days, now));
  });
  return (memberId) =>
    totals.map((of) => {
      const total = of.get(memberId);
      return total === undefined || total.provisional ? null : total.total;
    });
};

/** Who of a team could do with a word, and whom recognition reaches, as of a local day. */
export const supportOf = (db: Db, team: Team, day: Day, now: Instant): Support => {
  const members = listTeamMembers(db, team.id);
  const ids = (of: readonly Member[]): number[] => of.map(({ id }) => id);
  const cover = (days: Days): Coverage =>
    coverageOf(days, ids(eligibleIn(db, team, members, days)), receivedIn(db, team, days));
  const month = monthAround(day);
  const recent: Days = { from: addDays(day, -QUIET_DAYS), to: day };
  const received = receivedIn(db, team, recent);
  const eligible = eligibleIn(db, team, members, recent);
  const weeks = weeksBefore(db, team, members, day, now);
  const concerned = eligible.flatMap((who) => {
    const concern = concernOf(received.has(who.id), weeks(who.id));
    return concern === null ? [] : [{ who, concern }];
  });
  const lastWeek = periodAround('week', addDays(periodAround('week', day).from, -7));
  return {
    coverage: [cover({ from: month.from, to: day }), cover(monthAround(addDays(month.from, -1)))],
    uneven: unevenSpread(ids(eligible), received),
    members: concerned.slice(0, LISTED).map(({ who, concern }) => ({
      ...concern,
      name: who.name,
      opening: openingFor(db, who.id, lastWeek, day),
    })),
    more: Math.max(0, concerned.length - LISTED),
  };
};
