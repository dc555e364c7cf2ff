// Which groups of a survey may be shown, so that no difference of two of them is about too few people.

/** A group of a tree, with how many answered who are in no group below it. */
export interface Cell {
  readonly number: number;
  /** The group it is part of; null for the whole. */
  readonly parent: number | null;
  readonly own: number;
}

/** How many answered in each group, those of the groups below included. */
export const respondentsOf = (cells: readonly Cell[]): ReadonlyMap<number, number> => {
  const parents = new Map(cells.map(({ number, parent }) => [number, parent]));
  const totals = new Map(cells.map(({ number }) => [number, 0]));
  for (const { number, own } of cells) {
    for (let at: number | null = number; at !== null; at = parents.get(at) ?? null) {
      totals.set(at, (totals.get(at) ?? 0) + own);
    }
  }
  return totals;
};

/** The groups right below each group that has any. */
export const childrenOf = <T extends Pick<Cell, 'parent'>>(
  cells: readonly T[],
): ReadonlyMap<number, readonly T[]> => {
  const children = new Map<number, T[]>();
  for (const cell of cells) {
    if (cell.parent === null) continue;
    const siblings = children.get(cell.parent);
    if (siblings === undefined) children.set(cell.parent, [cell]);
    else siblings.push(cell);
  }
  return children;
};

/**
 * The groups that may be shown where fewer than `k` people may never be told apart (domain.md §4.4, R1 and R2).
 * A group is shown only if its parent is, if `k` or more of it answered, and if those of its parent who are in none
 * of the shown groups are nobody or `k` at least: while the hidden groups hold fewer, the next smallest is hidden
 * too. A hidden group nobody of answered counts as fewer, since that nobody answered may not be told either.
 * What is left over in each shown group is then nobody or `k` people, and nothing finer than that can be added up
 * from what is shown.
 * @param cells one tree; ties go to the greater number
 * @param k at least 1
 */
export const publishable = (cells: readonly Cell[], k: number): ReadonlySet<number> => {
  const totals = respondentsOf(cells);
  const sizeOf = ({ number }: Cell): number => totals.get(number) ?? 0;
  const below = childrenOf(cells);
  const shown = new Set<number>();
  const descend = (group: Cell): void => {
    shown.add(group.number);
    const children = (below.get(group.number) ?? []).toSorted(
      (a, b) => sizeOf(a) - sizeOf(b) || b.number - a.number,
    );
    let first = children.findIndex((child) => sizeOf(child) >= k);
    if (first < 0) first = children.length;
    let hidden = children.slice(0, first).reduce((sum, child) => sum + sizeOf(child), group.own);
    const gives = (): boolean => (first > 0 || group.own > 0) && hidden < k;
    for (let next = children[first]; next !== undefined && gives(); next = children[first]) {
      hidden += sizeOf(next);
      first += 1;
    }
    for (const child of children.slice(first)) descend(child);
  };
  for (const root of cells) if (root.parent === null && sizeOf(root) >= k) descend(root);
  return shown;
};
