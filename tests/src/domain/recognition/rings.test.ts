// Rings: the examples of the method, and the finder against trying every group.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edge, reciprocityOf, ringsIn } from '../../../../src/domain/recognition/rings.ts';

/** `1>2 4`: four thanks from 1 to 2. */
const graph = (...lines: string[]): Edge[] =>
  lines.map((line) => {
    const [from = 0, to = 0, count = 1] = line.split(/[> ]/u).map(Number);
    return { from, to, count };
  });

const groups = (edges: readonly Edge[]): number[][] =>
  ringsIn(edges).map(({ members }) => members.map(({ memberId }) => memberId));

/** All directed cycles through all of some members, by trying every order. */
const permutations = (of: readonly number[]): number[][] =>
  of.length <= 1
    ? [[...of]]
    : of.flatMap((id) =>
        permutations(of.filter((other) => other !== id)).map((rest) => [id, ...rest]),
      );

/** The same by trying every group of two to four. */
const byForce = (edges: readonly Edge[]): string[] => {
  const count = (from: number, to: number) =>
    edges.find((edge) => edge.from === from && edge.to === to)?.count ?? 0;
  const ids = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const given = (id: number) => ids.reduce((sum, to) => sum + count(id, to), 0);
  const subsets = Array.from({ length: 2 ** ids.length }, (_, mask) =>
    ids.filter((__, at) => Math.floor(mask / 2 ** at) % 2 === 1),
  );
  const isRing = (set: readonly number[]) =>
    set.every((id) => {
      const inside = set.reduce((sum, to) => sum + count(id, to), 0);
      return given(id) >= 4 && inside * 10 >= given(id) * 6;
    }) &&
    permutations(set).some((order) =>
      order.every((id, at) => count(id, order[(at + 1) % order.length] ?? -1) > 0),
    );
  const rings = subsets.filter((set) => set.length >= 2 && set.length <= 4).filter(isRing);
  return rings
    .filter(
      (set) =>
        !rings.some((other) => other.length < set.length && other.every((id) => set.includes(id))),
    )
    .map((set) => set.join(' '))
    .sort();
};

describe('a ring', () => {
  it('is two who thank each other, four times each, at sixty percent', () => {
    const found = ringsIn(graph('1>2 6', '1>3 4', '2>1 4'));
    expect(found).toEqual([
      {
        members: [
          { memberId: 1, given: 10, inside: 6 },
          { memberId: 2, given: 4, inside: 4 },
        ],
        edges: 2,
        returned: 2,
      },
    ]);
  });

  it.each([
    ['too few thanks', ['1>2 3', '2>1 9']],
    ['too many outside', ['1>2 5', '1>3 4', '2>1 5']],
    ['not returned', ['1>2 9', '2>3 9']],
    ['a circle of five', ['1>2 4', '2>3 4', '3>4 4', '4>5 4', '5>1 4']],
    ['nobody', []],
  ])('is not: %s', (_what, lines) => {
    expect(ringsIn(graph(...lines))).toEqual([]);
  });

  it('is a circle of three or four', () => {
    expect(groups(graph('1>2 4', '2>3 4', '3>1 4'))).toEqual([[1, 2, 3]]);
    expect(groups(graph('1>2 4', '2>3 4', '3>4 4', '4>1 4'))).toEqual([[1, 2, 3, 4]]);
  });

  it('is the smallest of those within each other, and several may share somebody', () => {
    expect(groups(graph('1>2 6', '2>1 6', '1>3 1', '3>1 9'))).toEqual([[1, 2]]);
    expect(groups(graph('1>2 6', '2>1 6', '3>4 5', '4>3 5'))).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('tells how much of it is returned', () => {
    const [ring] = ringsIn(graph('1>2 4', '2>3 4', '3>1 4', '2>1 1'));
    expect(ring).toMatchObject({ edges: 4, returned: 2 });
  });

  it('through a star: its four are found where its three have no circle', () => {
    const edges = graph('1>2 3', '1>3 3', '2>1 6', '2>4 1', '3>1 6', '4>3 6');
    expect(groups(edges)).toEqual([[1, 2, 3, 4]]);
  });
});

describe('the finder', () => {
  const edge = fc.record({
    from: fc.integer({ min: 1, max: 5 }),
    to: fc.integer({ min: 1, max: 5 }),
    count: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 4, max: 12 })),
  });
  const any = fc
    .uniqueArray(edge, { minLength: 4, maxLength: 14, selector: ({ from, to }) => `${from}>${to}` })
    .map((edges) => edges.filter(({ from, to }) => from !== to));

  it('finds what trying every group finds, in any order of the edges', () => {
    let found = 0;
    fc.assert(
      fc.property(any, (edges) => {
        const expected = byForce(edges);
        found += expected.length;
        const of = (given: readonly Edge[]) =>
          groups(given)
            .map((ids) => ids.join(' '))
            .sort();
        expect(of(edges)).toEqual(expected);
        expect(of(edges.toReversed())).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
    expect(found).toBeGreaterThan(100);
  });

  it('looks at few groups of ten thousand members, however much they thank', () => {
    // Everybody thanks a friend much, and sixty others once: no group of all of them is tried.
    const many = Array.from({ length: 10_000 }, (_, id): Edge[] => [
      { from: id, to: (id + 1) % 10_000, count: 90 },
      ...Array.from({ length: 6 }, (__, k) => ({
        from: id,
        to: (id * 7 + k * 131 + 2) % 10_000,
        count: 10,
      })),
    ])
      .flat()
      .filter(({ from, to }) => from !== to);
    const pair = graph('20001>20002 9', '20002>20001 9');
    expect(groups([...many, ...pair]).at(-1)).toEqual([20_001, 20_002]);
  });
});

describe('reciprocity', () => {
  it('is the returned edges of all', () => {
    expect(reciprocityOf(graph('1>2 9', '2>1 1', '1>3 5', '3>4 1'))).toBe(0.5);
    expect(reciprocityOf([])).toBeNull();
  });
});
