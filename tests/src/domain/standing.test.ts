import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  benchmarks,
  mostImproved,
  placeOf,
  publicBoard,
  ranksOf,
  type StandingRow,
} from '../../../src/domain/standing.ts';
import { standingsOfRows } from '../../support/standings.ts';

const row = (memberId: number, score: number | null, more: Partial<StandingRow> = {}) => ({
  memberId,
  name: `n${memberId}`,
  score,
  provisional: false,
  optedOut: false,
  newHire: false,
  seller: true,
  previous: [],
  improvedBefore: false,
  ...more,
});
const team = (...scores: readonly number[]): StandingRow[] =>
  scores.map((score, at) => row(at + 1, score));
const board = (rows: readonly StandingRow[]) => publicBoard(standingsOfRows(rows));
const lines = (rows: readonly StandingRow[]) => benchmarks(standingsOfRows(rows).scores);
const namesOf = (rows: readonly StandingRow[]): string[] =>
  board(rows).places.map(({ rank, name }) => `${rank} ${name}`);

describe('ranks', () => {
  const values = [92.5, 90, 90, 88, 88, 85];

  test.each([
    ['standard', [1, 2, 2, 4, 4, 6]],
    ['modified', [1, 3, 3, 5, 5, 6]],
    ['dense', [1, 2, 2, 3, 3, 4]],
    ['fractional', [1, 2.5, 2.5, 4.5, 4.5, 6]],
  ] as const)('%s', (kind, expected) => {
    expect(ranksOf(values, kind)).toEqual(expected);
  });

  test('are given in the order of the values', () => {
    expect(ranksOf([85, 92.5, 90, 90], 'standard')).toEqual([4, 1, 2, 2]);
    expect(ranksOf([], 'standard')).toEqual([]);
  });

  test('a place is found without ranking everybody', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1 }), (values) => {
        const { scores } = standingsOfRows(team(...values));
        const ranks = ranksOf(values, 'standard');
        expect(values.map((score) => placeOf(score, scores))).toEqual(
          ranks.map((rank) => ({ rank, of: values.length })),
        );
      }),
    );
  });

  test('a standard rank is one more than the number of better values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (scores) => {
        expect(ranksOf(scores, 'standard')).toEqual(
          scores.map((score) => 1 + scores.filter((other) => other > score).length),
        );
      }),
    );
  });
});

describe('the public board', () => {
  test('names nobody in a team under five', () => {
    expect(board(team(90, 80, 70, 60))).toEqual({
      individual: false,
      places: [],
      more: null,
      hidden: null,
      team: { sellers: 4, scored: 4, mean: null },
    });
  });

  test.each([
    [5, 1],
    [9, 1],
    [10, 2],
    [15, 3],
    [100, 3],
  ])('of %d sellers shows %d', (sellers, places) => {
    const rows = Array.from({ length: sellers }, (_, i) => row(i, 99 - i / 2));
    expect(board(rows).places).toHaveLength(places);
  });

  test('managers are not sellers', () => {
    const rows = [...team(90, 80, 70, 60), row(9, 99, { seller: false })];
    expect(board(rows).individual).toBe(false);
  });

  test('hidden and provisional sellers take no place but count in the team', () => {
    const rows = [
      row(1, 99, { optedOut: true }),
      row(2, 98, { newHire: true }),
      row(3, 97, { provisional: true }),
      row(4, 80),
      row(5, 70),
      row(6, null),
    ];
    const shown = board(rows);
    expect(shown.places).toEqual([{ rank: 1, memberId: 4, name: 'n4', score: 80 }]);
    expect(shown.team).toEqual({ sellers: 6, scored: 4, mean: null });
    expect(shown.hidden).toBeNull();
    const shy = [...rows, row(7, 10, { optedOut: true })];
    expect(board(shy).hidden).toBe(3);
    expect(board(shy).team).toEqual({ sellers: 7, scored: 5, mean: 71.4 });
  });

  test('a tie across the line shows all of them, by name', () => {
    const rows = [
      row(1, 90, { name: '乙' }),
      row(2, 90, { name: '丙' }),
      row(3, 90, { name: '丁' }),
      ...team(10, 10),
    ];
    expect(namesOf(rows)).toEqual(['1 丁', '1 丙', '1 乙']);
    expect(board(rows).more).toBeNull();
  });

  test('a tie of many shows five names and how many more', () => {
    const rows = [row(50, 95), ...Array.from({ length: 14 }, (_, i) => row(i, 90))];
    const shown = board(rows);
    expect(shown.places.map(({ rank, score }) => [rank, score])).toEqual([
      [1, 95],
      ...Array(4).fill([2, 90]),
    ]);
    expect(shown.more).toEqual({ count: 10, score: 90 });
  });

  test('nobody is honoured for nothing', () => {
    expect(board(team(0, 0, 0, 0, 0)).places).toEqual([]);
    expect(board([]).places).toEqual([]);
  });

  test('never shows more than five names, a hidden one, or a better one left out', () => {
    const rows = fc.array(
      fc.record({
        score: fc.option(fc.integer({ min: 0, max: 12 }).map((n) => n * 8)),
        provisional: fc.boolean(),
        optedOut: fc.boolean(),
        newHire: fc.boolean(),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(rows, (drawn) => {
        const all = drawn.map(({ score, ...more }, id) => row(id, score, more));
        const { places, more } = board(all);
        expect(places.length).toBeLessThanOrEqual(5);
        const shown = new Set(places.map(({ memberId }) => memberId));
        const open = all.filter((r) => !(r.optedOut || r.newHire || r.provisional));
        const least = Math.min(...places.map(({ score }) => score));
        for (const { memberId, score } of open) {
          if (!shown.has(memberId) && places.length > 0) {
            expect(score ?? 0).toBeLessThanOrEqual(more === null ? least - 0.1 : least);
          }
        }
        for (const id of shown) expect(open.some(({ memberId }) => memberId === id)).toBe(true);
      }),
    );
  });
});

describe('benchmarks', () => {
  test('are quantiles over all comparable sellers', () => {
    const rows = Array.from({ length: 11 }, (_, i) => row(i, i * 10, { optedOut: i > 8 }));
    expect(lines(rows)).toEqual({ top10: 90, top25: 75, top50: 50 });
  });

  test('are withheld where they would tell one score', () => {
    expect(lines(team(90, 80, 70, 60))).toEqual({ top10: null, top25: null, top50: null });
    expect(lines(team(90, 80, 70, 60, 50))).toEqual({ top10: null, top25: 80, top50: 70 });
  });
});

describe('most improved', () => {
  const four = team(50, 50, 50, 50);
  const improved = (score: number, previous: readonly number[], more: Partial<StandingRow> = {}) =>
    mostImproved([...four, row(9, score, { previous, ...more })]);

  test('is the gain over the median of the previous four', () => {
    expect(improved(70, [10, 60, 64, 61, 65])).toEqual([{ memberId: 9, name: 'n9', delta: 7.5 }]);
    expect(improved(70, [60, 64, 61])).toEqual([{ memberId: 9, name: 'n9', delta: 9 }]);
  });

  test('needs more than three points, exactly counted', () => {
    expect(improved(63.1, [60.1, 60.1, 60.1])).toEqual([]);
    expect(improved(63.2, [60.1, 60.1, 60.1])).toEqual([{ memberId: 9, name: 'n9', delta: 3.1 }]);
  });

  test('needs three earlier periods and a comparable score, once a season, in public', () => {
    expect(improved(90, [10, 10])).toEqual([]);
    for (const more of [
      { provisional: true },
      { optedOut: true },
      { newHire: true },
      { improvedBefore: true },
      { seller: false },
    ]) {
      expect(improved(90, [10, 10, 10], more)).toEqual([]);
    }
    expect(mostImproved([row(9, 90, { previous: [1, 1, 1] })])).toEqual([]);
  });

  test('names two at most; of equal gains the lower score first', () => {
    const rows = [
      row(1, 80, { previous: [70, 70, 70] }),
      row(2, 60, { previous: [50, 50, 50] }),
      row(3, 70, { previous: [60, 60, 60] }),
      ...team(1, 1),
    ];
    expect(mostImproved(rows).map(({ memberId }) => memberId)).toEqual([2, 3]);
  });
});

test('ten thousand rows are quick', () => {
  const rows = Array.from({ length: 10_000 }, (_, i) =>
    row(i, ((i * 7919) % 1000) / 10, { previous: [50, 51, (i % 100) + 0.5] }),
  );
  const before = performance.now();
  board(rows);
  lines(rows);
  mostImproved(rows);
  ranksOf(
    rows.map(({ score }) => score ?? 0),
    'standard',
  );
  expect(performance.now() - before).toBeLessThan(2000);
});
