// From scores of parts to one number: parts first inside their group, groups then across.

/** One scored thing; a score of null drops out and its weight goes to the others of its group. */
interface Part<Group extends string> {
  readonly group: Group;
  /** Relative to the other parts of the group, ≥ 0. */
  readonly weight: number;
  /** 0-100, or null without data. */
  readonly score: number | null;
}

/** What one part means for the total. */
export interface Share {
  /** Its weight after re-weighting, in points of the total's 100; 0 when it dropped out. */
  readonly share: number;
  /** What it adds to the total. */
  readonly points: number;
  /** What it could still add: share − points. */
  readonly open: number;
}

interface GroupScore extends Share {
  /** As the standard says, before re-weighting. */
  readonly weight: number;
  /** 0-100, or null when every part of it dropped out. */
  readonly score: number | null;
}

export interface Composite<Group extends string> {
  /** 0-100, or null when nothing counts. */
  readonly total: number | null;
  /** The weight that had data before any re-weighting, 0-100. */
  readonly available: number;
  readonly groups: Readonly<Record<Group, GroupScore>>;
  /** In the order of the parts. */
  readonly parts: readonly Share[];
}

const shareOf = (share: number, score: number | null): Share => {
  const points = (share * (score ?? 0)) / 100;
  return { share, points, open: share - points };
};

/**
 * The weighted mean of group means (domain method: composite; re-weight inside the group first, then
 * across, so that missing data neither helps nor hurts).
 * @param weights of the groups, ≥ 0; any scale
 */
export const compose = <Group extends string>(
  parts: readonly Part<Group>[],
  weights: Readonly<Record<Group, number>>,
): Composite<Group> => {
  const names = Object.keys(weights) as Group[];
  const sums = names.map((group) => {
    let all = 0;
    let scored = 0;
    let weighted = 0;
    for (const part of parts) {
      if (part.group !== group) continue;
      all += part.weight;
      if (part.score === null) continue;
      scored += part.weight;
      weighted += part.weight * part.score;
    }
    return {
      group,
      weight: weights[group],
      score: scored > 0 ? weighted / scored : null,
      scored,
      present: scored > 0 ? scored / all : 0,
    };
  });

  const allWeight = sums.reduce((sum, { weight }) => sum + weight, 0);
  const inForce = sums.reduce((sum, { weight, score }) => sum + (score === null ? 0 : weight), 0);
  const weighted = sums.reduce((sum, { weight, score }) => sum + weight * (score ?? 0), 0);
  const present = sums.reduce((sum, group) => sum + group.weight * group.present, 0);

  const perWeight = inForce > 0 ? 100 / inForce : 0;
  const groups = Object.fromEntries(
    sums.map(({ group, weight, score }) => [
      group,
      { weight, score, ...shareOf(score === null ? 0 : weight * perWeight, score) },
    ]),
  ) as Record<Group, GroupScore>;
  const scoredWeight = new Map(sums.map(({ group, scored }) => [group, scored]));

  return {
    total: inForce > 0 ? weighted / inForce : null,
    available: allWeight > 0 ? (100 * present) / allWeight : 0,
    groups,
    parts: parts.map(({ group, weight, score }) => {
      const scored = scoredWeight.get(group) ?? 0;
      const counts = score !== null && scored > 0;
      return shareOf(counts ? (groups[group].share * weight) / scored : 0, score);
    }),
  };
};
