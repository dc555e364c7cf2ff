import { describe, expect, test } from 'vitest';
import { streamOf } from '../../../../adapters/demo/generate/random.ts';
import { responseMinutes } from '../../../../adapters/demo/generate/response.ts';
import {
  dirichlet,
  gamma,
  integer,
  logNormal,
  negBin,
  normal,
  poisson,
  weighted,
} from '../../../../adapters/demo/generate/sample.ts';

const N = 60_000;
const draw = (name: string, sample: (random: () => number) => number): number[] => {
  const random = streamOf('test', 'sample', name);
  return Array.from({ length: N }, () => sample(random));
};
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]): number => {
  const middle = mean(values);
  return mean(values.map((value) => (value - middle) ** 2));
};
const share = (values: readonly number[], holds: (value: number) => boolean): number =>
  values.filter(holds).length / values.length;

test('a stream repeats itself, and a similar name gives another one', () => {
  const first = (name: string): number[] => {
    const random = streamOf('seed', 'kind', name);
    return Array.from({ length: 5 }, random);
  };
  expect(first('a1')).toEqual(first('a1'));
  expect(first('a1')).not.toEqual(first('a2'));
  const starts = Array.from({ length: 5000 }, (_, i) => streamOf('seed', 'kind', `${i}`)());
  expect(mean(starts)).toBeCloseTo(0.5, 1);
  expect(variance(starts)).toBeCloseTo(1 / 12, 2);
});

test('the daily count has mean 8, variance 24 and is 0 on .0123 of days', () => {
  const counts = draw('negbin', (random) => negBin(random, 8, 4));
  expect(mean(counts)).toBeCloseTo(8, 0);
  expect(Math.abs(mean(counts) - 8)).toBeLessThan(0.1);
  expect(Math.abs(variance(counts) - 24)).toBeLessThan(1);
  expect(Math.abs(share(counts, (count) => count === 0) - 0.0123)).toBeLessThan(0.002);
});

test.each([
  [5, 0.1025],
  [30, 0.4413],
  [60, 0.6124],
  [1440, 0.9884],
])('a first response takes at most %d minutes in %d of the usual cases', (minutes, expected) => {
  const waits = draw('lognormal', (random) => logNormal(random, 38, 1.6));
  expect(Math.abs(share(waits, (wait) => wait <= minutes) - expected)).toBeLessThan(0.007);
});

test('one lead in twenty is never answered, one in ten forgotten for long', () => {
  const waits = draw('response', (random) => responseMinutes(random) ?? -1);
  expect(Math.abs(share(waits, (wait) => wait < 0) - 0.05)).toBeLessThan(0.005);
  const expected = 0.85 * (1 - 0.9884) + 0.1 * 0.516;
  expect(Math.abs(share(waits, (wait) => wait > 1440) - expected)).toBeLessThan(0.006);
});

describe('the other distributions', () => {
  test('normal, gamma, Poisson', () => {
    const normals = draw('normal', normal);
    expect(Math.abs(mean(normals))).toBeLessThan(0.02);
    expect(Math.abs(variance(normals) - 1)).toBeLessThan(0.03);
    for (const shape of [0.3, 4]) {
      const gammas = draw(`gamma${shape}`, (random) => gamma(random, shape));
      expect(Math.abs(mean(gammas) / shape - 1)).toBeLessThan(0.03);
      expect(Math.abs(variance(gammas) / shape - 1)).toBeLessThan(0.06);
    }
    const counts = draw('poisson', (random) => poisson(random, 3));
    expect(Math.abs(mean(counts) - 3)).toBeLessThan(0.05);
    expect(Math.abs(variance(counts) - 3)).toBeLessThan(0.1);
    expect(poisson(streamOf('a', 'b', 'c'), 0)).toBe(0);
  });

  test('whole numbers include both ends, weights are kept, shares add up to 1', () => {
    const dice = draw('dice', (random) => integer(random, 1, 6));
    expect([Math.min(...dice.slice(0, 999)), Math.max(...dice.slice(0, 999))]).toEqual([1, 6]);
    const twos = draw('weighted', (random) =>
      weighted(random, { a: 1, b: 3, c: 0 }) === 'b' ? 1 : 0,
    );
    expect(Math.abs(mean(twos) - 0.75)).toBeLessThan(0.01);
    const shares = dirichlet(streamOf('x', 'y', 'z'), { a: 0.5, b: 0.3, c: 0.2 }, 12);
    expect(Object.values(shares).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
  });
});
