// Standings as a table to take away: a seller a row, and what each metric adds.
import type { Cell, Table } from '../chat/file.ts';
import { METRIC_KEYS } from '../domain/scoring/metrics.ts';
import type { MetricCard, Scorecard, TeamScorecards } from './scorecards.ts';

const SELLER = [
  'team',
  'period',
  'from',
  'to',
  'as_of',
  'rank',
  'member_id',
  'member',
  'score',
  'available',
  'provisional',
  'opted_out',
  'new_hire',
  'left_on',
] as const;

const METRIC = ['state', 'n', 'value', 'target', 'score', 'points'] as const;

/** In six digits: what people read is rounded, and what scripts compute with is in the JSON. */
const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1e6) / 1e6;

const metricCells = (metric: MetricCard | undefined): Cell[] =>
  metric === undefined
    ? METRIC.map(() => null)
    : [
        metric.state,
        metric.n,
        rounded(metric.value),
        rounded(metric.target),
        rounded(metric.score),
        rounded(metric.points),
      ];

const rowOf = ({ team, period, days, asOf }: TeamScorecards, card: Scorecard): Cell[] => [
  team,
  period,
  days.from,
  days.to,
  asOf,
  card.rank,
  card.member,
  card.name,
  card.score,
  rounded(card.available),
  card.provisional,
  card.optedOut,
  card.newHire,
  card.leftOn,
  ...METRIC_KEYS.flatMap((key) => metricCells(card.metrics.find((metric) => metric.key === key))),
];

/** The standings of teams in one period, a team after the other. @param period its name */
export const standingsTable = (teams: readonly TeamScorecards[], period: string): Table => ({
  name: `leaderboard-${period}`,
  columns: [...SELLER, ...METRIC_KEYS.flatMap((key) => METRIC.map((what) => `${key}_${what}`))],
  rows: teams.flatMap((team) => team.members.map((card) => rowOf(team, card))),
});
