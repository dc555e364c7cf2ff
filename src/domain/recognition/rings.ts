// Rings: few people who mostly thank each other. Flagged with the numbers, never blocked (domain method 2.6).

/** Domain method 2.6. */
export const RING = {
  /** Members at most. */
  size: 4,
  /** Thanks each has given at least. */
  given: 4,
  /** Of which at least so many hundredths stay within the group. */
  inside: 60,
  /** Days that are looked at, and that a ring once told is not told again. */
  days: 30,
} as const;

/** Thanks from one member to another, together. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  /** ≥ 1. */
  readonly count: number;
}

interface RingMember {
  readonly memberId: number;
  /** All thanks given. */
  readonly given: number;
  /** Of those, to the others of the group. */
  readonly inside: number;
}

export interface Ring {
  /** By id. */
  readonly members: readonly RingMember[];
  /** Directed edges within the group, and how many of them are returned. */
  readonly edges: number;
  readonly returned: number;
}

/** Returned edges ÷ all directed edges, 0 … 1 (domain method 2.6); null without edges. */
export const reciprocityOf = (edges: readonly Edge[]): number | null => {
  if (edges.length === 0) return null;
  const known = new Set(edges.map(({ from, to }) => `${from}>${to}`));
  return edges.filter(({ from, to }) => known.has(`${to}>${from}`)).length / edges.length;
};

interface Giver {
  readonly given: number;
  readonly to: ReadonlyMap<number, number>;
}

/** Those who gave enough, and mostly to few: nobody else can be in a ring. */
const candidatesIn = (edges: readonly Edge[]): ReadonlyMap<number, Giver> => {
  const givers = new Map<number, { given: number; to: Map<number, number> }>();
  for (const { from, to, count } of edges) {
    const giver = givers.get(from) ?? { given: 0, to: new Map() };
    giver.given += count;
    giver.to.set(to, (giver.to.get(to) ?? 0) + count);
    givers.set(from, giver);
  }
  for (const [id, { given, to }] of givers) {
    const most = [...to.values()].sort((a, b) => b - a).slice(0, RING.size - 1);
    const sum = most.reduce((total, count) => total + count, 0);
    if (given < RING.given || 100 * sum < RING.inside * given) givers.delete(id);
  }
  return givers;
};

const insideOf = ({ to }: Giver, group: readonly number[]): number =>
  group.reduce((sum, id) => sum + (to.get(id) ?? 0), 0);

/** What a giver lacks to stay within the group, in hundredths of a thanks; 0 or less: nothing. */
const lackOf = (giver: Giver, group: readonly number[]): number =>
  RING.inside * giver.given - 100 * insideOf(giver, group);

/** Whether a directed cycle goes through all of the group, which has at most {@link RING.size}. */
const isCycle = (givers: ReadonlyMap<number, Giver>, group: readonly number[]): boolean => {
  const [first, ...others] = group;
  if (first === undefined || others.length === 0) return false;
  const leads = (from: number, to: number): boolean => givers.get(from)?.to.has(to) === true;
  const goes = (at: number, left: readonly number[]): boolean =>
    left.length === 0
      ? leads(at, first)
      : left.some(
          (next) =>
            leads(at, next) &&
            goes(
              next,
              left.filter((id) => id !== next),
            ),
        );
  return goes(first, others);
};

/**
 * Whom a group has to grow by, if it is to be a ring: whoever lacks something needs one of those they thank most, so
 * few are tried however many there are. Where nobody lacks anything, but no cycle goes through all, anybody thanked.
 */
const nextIn = (givers: ReadonlyMap<number, Giver>, group: readonly number[]): number[] => {
  const places = RING.size - group.length;
  const isNew = (id: number): boolean => givers.has(id) && !group.includes(id);
  const members = group.flatMap((id) => givers.get(id) ?? []);
  const lacking = members.find((giver) => lackOf(giver, group) > 0);
  if (lacking === undefined) {
    return [...new Set(members.flatMap(({ to }) => [...to.keys()]))].filter(isNew);
  }
  const lack = lackOf(lacking, group);
  return [...lacking.to].flatMap(([id, count]) =>
    isNew(id) && 100 * count * places >= lack ? [id] : [],
  );
};

const ringOf = (givers: ReadonlyMap<number, Giver>, group: readonly number[]): Ring => {
  const edges = group.flatMap((from) =>
    group.flatMap((to) => (givers.get(from)?.to.has(to) === true ? [{ from, to, count: 1 }] : [])),
  );
  const returned = Math.round((reciprocityOf(edges) ?? 0) * edges.length);
  const members = group.flatMap((memberId) => {
    const giver = givers.get(memberId);
    const inside = giver === undefined ? 0 : insideOf(giver, group);
    return giver === undefined ? [] : [{ memberId, given: giver.given, inside }];
  });
  return { members, edges: edges.length, returned };
};

/**
 * The rings among members who thanked each other: a directed cycle through 2 to 4, each of whom gave at least 4 thanks
 * and at least 60 % of them within the group (domain method 2.6). Of rings within each other the smallest.
 * @param edges of the last 30 days, one for each giver and receiver, none to oneself
 */
export const ringsIn = (edges: readonly Edge[]): Ring[] => {
  const givers = candidatesIn(edges);
  const seen = new Set<string>();
  const found: number[][] = [];
  const grow = (group: readonly number[]): void => {
    const key = group.join(' ');
    if (seen.has(key)) return;
    seen.add(key);
    const lacksNothing = group.every((id) => {
      const giver = givers.get(id);
      return giver !== undefined && lackOf(giver, group) <= 0;
    });
    if (lacksNothing && isCycle(givers, group)) {
      found.push([...group]);
    } else if (group.length < RING.size) {
      for (const id of nextIn(givers, group)) grow([...group, id].sort((a, b) => a - b));
    }
  };
  for (const id of givers.keys()) grow([id]);
  const sets = found.map((group) => new Set(group));
  return found
    .filter((group, at) => {
      const isWithin = (other: ReadonlySet<number>) =>
        other.size < group.length && [...other].every((id) => group.includes(id));
      return !sets.some((other, of) => of !== at && isWithin(other));
    })
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || a.length - b.length)
    .map((group) => ringOf(givers, group));
};
