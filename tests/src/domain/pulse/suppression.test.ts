import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, publishable, respondentsOf } from '../../../../src/domain/pulse/suppression.ts';

/** A company of teams, by how many answered in each; some may be in none. */
const company = (teams: readonly number[], none = 0): Cell[] => [
  { number: 0, parent: null, own: none },
  ...teams.map((own, i) => ({ number: i + 1, parent: 0, own })),
];

describe('domain.md §4.4', () => {
  it('company 30 = A12, B9, C6, D3: D primary, C complementary', () => {
    expect([...publishable(company([12, 9, 6, 3]), 5)]).toEqual([0, 2, 1]);
  });
  it('A12, B9, C6, D2, E2: D and E primary, then C', () => {
    expect([...publishable(company([12, 9, 6, 2, 2]), 5)]).toEqual([0, 2, 1]);
  });
  it('E19: a group of 6 and its sub-group of 5 are never shown together', () => {
    const cells = [
      { number: 0, parent: null, own: 1 },
      { number: 1, parent: 0, own: 5 },
    ];
    // What would be given away: 6·3.5 − 5·3.8 is the answer of one person.
    expect(6 * 3.5 - 5 * 3.8).toBeCloseTo(2);
    expect([...publishable(cells, 5)]).toEqual([0]);
  });
});

describe('thresholds (T8)', () => {
  it.each([
    [4, 5, []],
    [5, 5, [0]],
    [7, 8, []],
    [8, 8, [0]],
  ])('%i answered, %i needed', (own, k, shown) => {
    expect([...publishable([{ number: 0, parent: null, own }], k)]).toEqual(shown);
  });
  it('hides another where nobody of one answered, since that may not be told either', () => {
    expect([...publishable(company([12, 12, 0]), 5)]).toEqual([0, 1]);
  });
  it('shows all where all are large', () => {
    expect(publishable(company([5, 5, 5]), 5).size).toBe(4);
  });
  it('hides the breakdown where hiding some does not do', () => {
    expect([...publishable(company([9, 4]), 5)]).toEqual([0]);
    expect([...publishable(company([30], 3), 5)]).toEqual([0]);
  });
});

/** A random tree of at most 60 people in all, up to four levels deep. */
const trees = fc
  .array(fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 13 })), { minLength: 1, maxLength: 14 })
  .map((groups) => {
    let left = 60;
    return groups.map(([at, size], number): Cell => {
      const own = Math.min(left, size);
      left -= own;
      return { number, parent: number === 0 ? null : at % number, own };
    });
  });

/** One row a shown group, one column a person: 1 where the person answered in it. */
const matrixOf = (cells: readonly Cell[], shown: ReadonlySet<number>): number[][] => {
  const parents = new Map(cells.map(({ number, parent }) => [number, parent]));
  const within = (group: number, of: number): boolean => {
    for (let at: number | null = group; at !== null; at = parents.get(at) ?? null) {
      if (at === of) return true;
    }
    return false;
  };
  const people = cells.flatMap(({ number, own }) => Array.from({ length: own }, () => number));
  return [...shown].map((of) => people.map((group) => (within(group, of) ? 1 : 0)));
};

/** Reduced row echelon form; pivots are exact, since the entries of a laminar family stay −1, 0 and 1. */
const reduced = (matrix: readonly (readonly number[])[]): number[][] => {
  const rows = matrix.map((row) => [...row]);
  const width = rows[0]?.length ?? 0;
  let at = 0;
  for (let column = 0; column < width && at < rows.length; column += 1) {
    const pivot = rows.findIndex((row, i) => i >= at && Math.abs(row[column] ?? 0) > 1e-9);
    const chosen = rows[pivot];
    if (chosen === undefined) continue;
    rows.splice(pivot, 1);
    const scaled = chosen.map((value) => value / (chosen[column] ?? 1));
    for (const [i, row] of rows.entries()) {
      const factor = row[column] ?? 0;
      if (factor !== 0) rows[i] = row.map((value, j) => value - factor * (scaled[j] ?? 0));
    }
    rows.splice(at, 0, scaled);
    at += 1;
  }
  return rows.slice(0, at);
};

const rank = (matrix: readonly (readonly number[])[]): number => reduced(matrix).length;

/** People no combination of what is shown can tell apart, since all rows say the same of them. */
const classesOf = (matrix: readonly (readonly number[])[]): Map<string, number[]> => {
  const classes = new Map<string, number[]>();
  for (let person = 0; person < (matrix[0]?.length ?? 0); person += 1) {
    const column = matrix.map((row) => row[person]).join('');
    classes.set(column, [...(classes.get(column) ?? []), person]);
  }
  return classes;
};

/** The smallest set of people, up to `most`, whose sum is a combination of the rows; exhaustive over such sets. */
const smallestIsolated = (matrix: number[][], most: number): number | null => {
  const known = rank(matrix);
  const people = matrix[0]?.length ?? 0;
  // A combination is the same for people whose columns are alike: only whole classes can be isolated.
  const classes = [...classesOf(matrix).values()];
  let best: number | null = null;
  for (let mask = 1; mask < 2 ** classes.length; mask += 1) {
    const set = classes.flatMap((members, i) => ((mask >> i) & 1 ? members : []));
    if (set.length > most || (best !== null && set.length >= best)) continue;
    const wanted = Array.from({ length: people }, (_, person) => (set.includes(person) ? 1 : 0));
    if (wanted.some((value) => value === 1) && rank([...matrix, wanted]) === known) {
      // The people none of the rows holds are not isolated by the zero combination.
      best = set.length;
    }
  }
  return best;
};

describe('T6: no combination of what is shown isolates fewer than the threshold', () => {
  it.each([5, 8])('of %i', (k) => {
    fc.assert(
      fc.property(trees, (cells) => {
        const matrix = matrixOf(cells, publishable(cells, k));
        if (matrix.length === 0) return;
        expect(smallestIsolated(matrix, k - 1)).toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  it('holds for both thresholds at once, and what is shown fully is always shown', () => {
    fc.assert(
      fc.property(trees, (cells) => {
        const [mean, full] = [publishable(cells, 5), publishable(cells, 8)];
        for (const group of full) expect(mean.has(group)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('sees a pair that gives one person away', () => {
    const cells = company([11, 1]);
    expect(smallestIsolated(matrixOf(cells, new Set([0, 1])), 4)).toBe(1);
  });

  it('a large family of trees leaves nobody or enough over in each shown group', () => {
    fc.assert(
      fc.property(trees, fc.constantFrom(5, 8, 12), (cells, k) => {
        const totals = respondentsOf(cells);
        const shown = publishable(cells, k);
        for (const group of shown) {
          const below = cells.filter(({ parent, number }) => parent === group && shown.has(number));
          const left =
            (totals.get(group) ?? 0) -
            below.reduce((sum, { number }) => sum + (totals.get(number) ?? 0), 0);
          expect(left === 0 || left >= k).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
