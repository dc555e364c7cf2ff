// Everybody's score of a period with all it rests on, for files and scripts.
import { and, asc, eq, or, sql } from 'drizzle-orm';
import { type NamedPeriod, nameOfPeriod, periodAround } from '../domain/period.ts';
import { type Evaluation, evaluate } from '../domain/scoring/evaluation.ts';
import type { Facts } from '../domain/scoring/facts.ts';
import { DIMENSIONS } from '../domain/scoring/metric.ts';
import { METRICS } from '../domain/scoring/metrics.ts';
import { roundForRank, type Total, totalScore } from '../domain/scoring/score.ts';
import type { Standard } from '../domain/standard.ts';
import { ranksOf } from '../domain/standing.ts';
import type { Day, Days, Instant } from '../domain/time.ts';
import type { Window } from './facts.ts';
import { factsOf } from './facts.ts';
import type { Member } from './member.ts';
import { member, rollup } from './schema/index.ts';
import { keptTotal, windowOf } from './score.ts';
import { standardOn } from './standard.ts';
import { isNewHire } from './standings.ts';
import type { Team } from './team.ts';
import type { Db } from './workspace.ts';

/** One metric of one member. */
export interface MetricCard {
  readonly key: keyof typeof METRICS;
  readonly dimension: (typeof DIMENSIONS)[number];
  readonly window: 'period' | 'rolling';
  readonly unit: string;
  /** `scored`, `owed` (counts as 0), or `na`, `few`, `withheld`: left out, and its weight given to the others. */
  readonly state: string;
  /** How many cases. */
  readonly n: number;
  /** The numbers it was computed from, numerators and denominators, by name. */
  readonly inputs: Readonly<Record<string, number>>;
  /** In the metric's own unit; null without data. */
  readonly value: number | null;
  /** What is worth 80 points of it; for counts, pro-rated to the days and the ramp. */
  readonly target: number;
  /** 0 … 100 in full precision; null when it does not count. */
  readonly score: number | null;
  /** As the standard says, relative inside the dimension. */
  readonly weight: number;
  /** Its weight after re-weighting, of the total's 100; 0 when it was left out. */
  readonly share: number;
  /** What it adds to the total. */
  readonly points: number;
  readonly badges: readonly string[];
}

/** One seller's period. */
export interface Scorecard {
  readonly member: number;
  readonly name: string;
  /** The last day here; null for who is still here. */
  readonly leftOn: Day | null;
  readonly newHire: boolean;
  readonly optedOut: boolean;
  /** Among those whose score may be compared; equal scores share a rank, and those after it are skipped. */
  readonly rank: number | null;
  /** As shown and ranked, to 0.1. */
  readonly score: number | null;
  /** In full precision. */
  readonly exact: number | null;
  /** The weight that had data, of 100. */
  readonly available: number;
  /** Less than 60 of 100 had data: not ranked. */
  readonly provisional: boolean;
  /** Whether it is the score that was kept at the time; else it was computed now. */
  readonly kept: boolean;
  readonly dimensions: readonly {
    readonly key: (typeof DIMENSIONS)[number];
    readonly weight: number;
    readonly score: number | null;
    readonly share: number;
    readonly points: number;
  }[];
  readonly metrics: readonly MetricCard[];
}

/** The standings of one team in one period. */
export interface TeamScorecards {
  readonly id: number;
  readonly team: string;
  /** Of the period: `2017-Q4`. */
  readonly period: string;
  readonly days: Days;
  /** The last day that is counted. */
  readonly asOf: Day;
  /** The version of the standard that scores it. */
  readonly standard: number;
  /** By rank, then those who are not ranked; equal ones by name. */
  readonly members: readonly Scorecard[];
}

/** Who sold for the team in the period: those of it who were here, and those with work in it whatever their dates. */
const sellersIn = (db: Db, teamId: number, { from, to }: Days): Member[] =>
  db
    .select()
    .from(member)
    .where(
      and(
        eq(member.teamId, teamId),
        eq(member.seller, true),
        or(
          sql`${member.joinedOn} <= ${to} and coalesce(${member.leftOn}, '9999-12-31') >= ${from}`,
          sql`exists (select 1 from ${rollup}
            where ${rollup.memberId} = ${member.id} and ${rollup.day} between ${from} and ${to})`,
        ),
      ),
    )
    .orderBy(asc(member.name), asc(member.id))
    .all();

const metricsOf = ({ readings, composite }: Evaluation): MetricCard[] =>
  readings.map(({ key, setting, measured }, at) => {
    const { dimension, window, unit } = METRICS[key];
    const { state, n, inputs, value, curve, badges } = measured;
    const { share = 0, points = 0 } = composite.parts[at] ?? {};
    return {
      key,
      dimension,
      window,
      unit,
      state,
      n,
      inputs,
      value,
      target: curve.target,
      score: 'score' in measured ? measured.score : null,
      weight: setting.weight,
      share,
      points,
      badges,
    };
  });

interface Scored {
  readonly facts: Facts;
  readonly total: Omit<Total, 'version'>;
  readonly kept: boolean;
}

/** The scores that were kept, else those computed now, with what they were computed from. */
const scoresOf = (
  db: Db,
  members: readonly Member[],
  { period }: NamedPeriod,
  standard: Standard,
  window: Window,
): ReadonlyMap<number, Scored> => {
  const found = new Map<number, Scored>();
  for (const { id } of members) {
    const kept = keptTotal(db, id, period, window);
    if (kept === null) continue;
    found.set(id, { facts: kept.facts, total: { ...kept, value: kept.total }, kept: true });
  }
  const missing = members.filter(({ id }) => !found.has(id));
  for (const { member: who, facts } of factsOf(db, missing, standard, window)) {
    found.set(who.id, { facts, total: totalScore(facts, standard), kept: false });
  }
  return found;
};

/**
 * The standings of a team in a period with every number behind them, by the standard in force on its first day.
 * What a kept score does not say is computed from rollups and the small tables; a member's book and open deals
 * are those of now.
 */
export const scorecardsOf = (
  db: Db,
  team: Team,
  named: NamedPeriod,
  now: Instant,
): TeamScorecards => {
  const days = periodAround(named.period, named.day);
  const window = windowOf(db, team, days, now);
  const standard = standardOn(db, days.from);
  const sellers = sellersIn(db, team.id, days);
  const scores = scoresOf(db, sellers, named, standard, window);
  const cards = sellers.flatMap((who): Scorecard | [] => {
    const scored = scores.get(who.id);
    if (scored === undefined) return [];
    const { facts, total, kept } = scored;
    const evaluation = evaluate(facts, standard);
    return {
      member: who.id,
      name: who.name,
      leftOn: who.leftOn,
      newHire: isNewHire(who, window.asOf),
      optedOut: who.optedOut,
      rank: null,
      score: total.value === null ? null : roundForRank(total.value),
      exact: total.value,
      available: total.available,
      provisional: total.provisional,
      kept,
      dimensions: DIMENSIONS.map((key) => {
        const { weight, score, share, points } = evaluation.composite.groups[key];
        return { key, weight, score, share, points };
      }),
      metrics: metricsOf(evaluation),
    };
  });
  const ranked = cards.flatMap((card) =>
    card.score === null || card.provisional ? [] : [{ ...card, score: card.score }],
  );
  ranked.sort((a, b) => b.score - a.score);
  const ranks = ranksOf(
    ranked.map(({ score }) => score),
    'standard',
  );
  return {
    id: team.id,
    team: team.name,
    period: nameOfPeriod(named.period, named.day),
    days,
    asOf: window.asOf,
    standard: standard.version,
    members: [
      ...ranked.map((card, at): Scorecard => ({ ...card, rank: ranks[at] ?? null })),
      ...cards.filter(({ score, provisional }) => score === null || provisional),
    ],
  };
};
