// The rounded rate: what it shows, and how little one more click does.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundedRate } from '../../../../src/domain/pulse/rate.ts';

it.each([
  [4, 4, null],
  [5, 0, { bound: 'most', percent: 20 }],
  [5, 1, { bound: 'most', percent: 20 }],
  [5, 2, { bound: 'about', percent: 40 }],
  [5, 5, { bound: 'least', percent: 80 }],
  [12, 7, { bound: 'about', percent: 60 }],
  [49, 49, { bound: 'least', percent: 80 }],
  [50, 5, { bound: 'most', percent: 10 }],
  [50, 18, { bound: 'about', percent: 40 }],
  [200, 130, { bound: 'about', percent: 70 }],
  [200, 200, { bound: 'least', percent: 90 }],
  [200, 0, { bound: 'most', percent: 10 }],
])('of %d invited and %d answers', (invited, answered, rate) => {
  expect(roundedRate(invited, answered)).toEqual(rate);
});

it('of a small team changes at most three times, and never tells all or none apart', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 49 }), (invited) => {
      const told = Array.from({ length: invited + 1 }, (_, n) =>
        JSON.stringify(roundedRate(invited, n)),
      );
      const changes = told.filter((rate, n) => n > 0 && rate !== told[n - 1]).length;
      expect(changes).toBeLessThanOrEqual(3);
      expect(told[0]).toBe(told[1]);
      expect(told[invited]).toBe(told[invited - 1]);
    }),
  );
});
