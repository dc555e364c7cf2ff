// Who stands where: ranks with ties, what a public board may name, benchmark lines, most improved.

/** One seller's period. Scores are 0-100, already rounded to 0.1: what looks equal is ranked as equal. */
export interface Standing {
  readonly memberId: number;
  readonly name: string;
  /** Null: nothing could be scored. */
  readonly score: number | null;
  /** Too little of the score could be measured to compare it (under 60 of 100 available). */
  readonly provisional: boolean;
  readonly optedOut: boolean;
  /** In the first 30 days. */
  readonly newHire: boolean;
  /** Whether the member is ranked at all; managers who do not sell are not. */
  readonly seller: boolean;
}

/** The same with what a gain is measured against. */
export interface StandingRow extends Standing {
  /** Scores of earlier periods that were not provisional, oldest first. */
  readonly previous: readonly number[];
  /** Whether the member was most improved before in this season. */
  readonly improvedBefore: boolean;
}

/** Domain method: recommended boards. All of it is published with the board. */
export interface BoardRules {
  /** Sellers a team needs for any individual naming. */
  readonly minTeam: number;
  readonly places: number;
  /** At most one in so many sellers has a place. */
  readonly oneIn: number;
  /** Names shown when a tie crosses the line. */
  readonly tieNames: number;
  /** Fewer hidden members are not mentioned: the hole would identify them. */
  readonly minHidden: number;
  readonly improvedPlaces: number;
  /** Points; only a larger gain is named. */
  readonly improvedOver: number;
  readonly improvedMinPrevious: number;
  readonly improvedPeriods: number;
}

const DEFAULT_BOARD_RULES: BoardRules = {
  minTeam: 5,
  places: 3,
  oneIn: 5,
  tieNames: 5,
  minHidden: 3,
  improvedPlaces: 2,
  improvedOver: 3,
  improvedMinPrevious: 3,
  improvedPeriods: 4,
};

/** No board names more people by their place. */
export const NAMED_AT_MOST = Math.max(DEFAULT_BOARD_RULES.places, DEFAULT_BOARD_RULES.tieNames);

export type RankKind = 'standard' | 'dense' | 'modified' | 'fractional';

/**
 * The rank of each value, in the order given; the largest is 1. Of 90, 80, 80, 70: standard 1 2 2 4, dense
 * 1 2 2 3, modified 1 3 3 4, fractional 1 2.5 2.5 4 (domain method: ties).
 */
export const ranksOf = (values: readonly number[], kind: RankKind): readonly number[] => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const ranks = new Map<number, number>();
  let above = 0;
  for (const value of [...counts.keys()].sort((a, b) => b - a)) {
    const count = counts.get(value) ?? 0;
    const rank = {
      standard: above + 1,
      dense: ranks.size + 1,
      modified: above + count,
      fractional: above + (count + 1) / 2,
    };
    ranks.set(value, rank[kind]);
    above += count;
  }
  return values.map((value) => ranks.get(value) ?? 0);
};

/** Somebody who may be named, with their score. */
export type Named = Readonly<Pick<Standing, 'memberId' | 'name'> & { score: number }>;

interface BoardPlace extends Named {
  readonly rank: number;
}

/** How many have one score, to 0.1. */
export interface ScoreCount {
  readonly score: number;
  readonly n: number;
  /** Of `n`, those who may be named. */
  readonly shown: number;
}

/** Where a team's sellers stand, without the people, but for those a board may name. */
export interface Standings {
  readonly sellers: number;
  /** Of them, those not on public boards: opted out, or new. */
  readonly hidden: number;
  /** Every comparable score, the highest first. */
  readonly scores: readonly ScoreCount[];
  /** The first {@link NAMED_AT_MOST} who may be named for more than 0 points: the highest first, equal ones by name. */
  readonly best: readonly Named[];
}

export interface PublicBoard {
  /** False for a team too small for individual places: only its progress is shown. */
  readonly individual: boolean;
  /** By score, equal scores by name. */
  readonly places: readonly BoardPlace[];
  /** How many more share the last score shown; null when nobody does. */
  readonly more: { readonly count: number; readonly score: number } | null;
  /** Sellers not on public boards (opted out, new); null when too few to be mentioned. */
  readonly hidden: number | null;
  /** Everyone counts here, shown by name or not. */
  readonly team: {
    readonly sellers: number;
    readonly scored: number;
    /** Mean score, 0.1; null when so few are scored that it would tell one person's. */
    readonly mean: number | null;
  };
}

/** A row whose score may be compared. */
interface Scored extends StandingRow {
  readonly score: number;
}

/** Scores in tenths are whole numbers: sums and medians of them are exact. */
export const tenthsOf = (score: number): number => Math.round(score * 10);

const isScored = (row: StandingRow): row is Scored =>
  row.seller && row.score !== null && !row.provisional;

const isHidden = (row: Standing): boolean => row.optedOut || row.newHire;

/** By code unit, so that a board does not depend on where it is computed. */
export const byName = (a: Pick<Named, 'memberId' | 'name'>, b: typeof a): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.memberId - b.memberId;

/**
 * What a board may show in public (domain method: recommended boards, ties). Hidden and provisional sellers
 * are not named and take no place, but count in the team. A score of 0 is never a place.
 */
export const publicBoard = ({ sellers, hidden, scores, best }: Standings): PublicBoard => {
  const rules = DEFAULT_BOARD_RULES;
  const scored = scores.reduce((total, { n }) => total + n, 0);
  const sum = scores.reduce((total, { score, n }) => total + n * tenthsOf(score), 0);
  const individual = sellers >= rules.minTeam;
  const lines = Math.max(1, Math.min(rules.places, Math.floor(sellers / rules.oneIn)));
  const shown = individual ? best : [];
  const lastScore = shown[Math.min(lines, shown.length) - 1]?.score ?? Number.POSITIVE_INFINITY;
  const entitled = scores.reduce((n, each) => n + (each.score >= lastScore ? each.shown : 0), 0);
  const named = shown
    .filter(({ score }) => score >= lastScore)
    .slice(0, Math.max(lines, rules.tieNames));
  const ranks = ranksOf(
    named.map(({ score }) => score),
    'standard',
  );
  return {
    individual,
    places: named.map(({ memberId, name, score }, at) => ({
      rank: ranks[at] ?? 0,
      memberId,
      name,
      score,
    })),
    more: entitled > named.length ? { count: entitled - named.length, score: lastScore } : null,
    hidden: hidden >= rules.minHidden ? hidden : null,
    team: {
      sellers,
      scored,
      mean: scored >= rules.minTeam ? Math.round(sum / Math.max(1, scored)) / 10 : null,
    },
  };
};

/** The place of a comparable score among all of them; equal scores share it, and those after it are skipped. */
export const placeOf = (
  score: number,
  scores: readonly ScoreCount[],
): { readonly rank: number; readonly of: number } => ({
  rank: scores.reduce((rank, each) => rank + (each.score > score ? each.n : 0), 1),
  of: scores.reduce((all, { n }) => all + n, 0),
});

/** The score of whom `before` others come before: of all, or of those who may be named; 0 when there are too few. */
export const scoreAt = (
  scores: readonly ScoreCount[],
  before: number,
  of: 'n' | 'shown',
): number => {
  let left = before;
  for (const each of scores) {
    if (left < each[of]) return each.score;
    left -= each[of];
  }
  return 0;
};

/** What it takes to be among the best 10, 25 and 50 percent; null where it would tell one person's score. */
export interface Benchmarks {
  readonly top10: number | null;
  readonly top25: number | null;
  readonly top50: number | null;
}

/**
 * The score lines of a team, to 0.1: quantiles with linear interpolation (type 7) over all comparable
 * sellers, hidden ones included. A line needs five scores, and one whole person above it.
 */
export const benchmarks = (scores: readonly ScoreCount[]): Benchmarks => {
  const all = scores.reduce((total, { n }) => total + n, 0);
  const line = (percent: number): number | null => {
    if (all < DEFAULT_BOARD_RULES.minTeam || all * percent < 100) return null;
    const at = ((all - 1) * percent) / 100;
    const above = tenthsOf(scoreAt(scores, Math.floor(at), 'n'));
    const below = tenthsOf(scoreAt(scores, Math.ceil(at), 'n'));
    return Math.round(above + (below - above) * (at % 1)) / 10;
  };
  return { top10: line(10), top25: line(25), top50: line(50) };
};

export interface Improved {
  readonly memberId: number;
  readonly name: string;
  /** Points gained, to 0.1. */
  readonly delta: number;
}

/** Twice the median of tenths, so that the middle of two is a whole number too. */
const doubleMedian = (tenths: readonly number[]): number => {
  const sorted = [...tenths].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0);
};

/**
 * Who gained most over the median of the previous periods (domain method: most improved). Nobody of a team too
 * small for places, nobody hidden or provisional, nobody twice in a season. Of equal gains the lower score
 * comes first: the quiet middle is what a top list overlooks.
 */
export const mostImproved = (
  rows: readonly StandingRow[],
  rules: BoardRules = DEFAULT_BOARD_RULES,
): readonly Improved[] => {
  if (rows.filter(({ seller }) => seller).length < rules.minTeam) return [];
  return rows
    .filter(isScored)
    .filter((row) => !isHidden(row) && !row.improvedBefore)
    .filter(({ previous }) => previous.length >= rules.improvedMinPrevious)
    .map((row) => {
      const past = row.previous.slice(-rules.improvedPeriods).map(tenthsOf);
      return { row, gain: 2 * tenthsOf(row.score) - doubleMedian(past) };
    })
    .filter(({ gain }) => gain > 20 * rules.improvedOver)
    .sort((a, b) => b.gain - a.gain || a.row.score - b.row.score || byName(a.row, b.row))
    .slice(0, rules.improvedPlaces)
    .map(({ row, gain }) => ({
      memberId: row.memberId,
      name: row.name,
      delta: Math.round(gain / 2) / 10,
    }));
};
