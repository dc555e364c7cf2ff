// Periods by their names.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameOfPeriod, PERIODS, periodAround, periodNamed } from '../../../src/domain/period.ts';
import { addDays } from '../../../src/domain/time.ts';

describe('a period’s name', () => {
  it.each([
    ['2017-Q4', 'quarter', '2017-10-01', '2017-12-31'],
    ['2017-q1', 'quarter', '2017-01-01', '2017-03-31'],
    ['2017-12', 'month', '2017-12-01', '2017-12-31'],
    ['2016-02', 'month', '2016-02-01', '2016-02-29'],
    ['2017-12-29', 'day', '2017-12-29', '2017-12-29'],
    ['2017-W52', 'week', '2017-12-25', '2017-12-31'],
    // The year of a week is that of its Thursday.
    ['2018-W01', 'week', '2018-01-01', '2018-01-07'],
    ['2020-W53', 'week', '2020-12-28', '2021-01-03'],
    ['2015-W01', 'week', '2014-12-29', '2015-01-04'],
  ])('%s is a %s', (name, period, from, to) => {
    const found = periodNamed(name);
    expect(found?.period).toBe(period);
    expect(found && periodAround(found.period, found.day)).toEqual({ from, to });
  });

  it.each([
    '2017-Q5',
    '2017-Q0',
    '2017-13',
    '2017-00',
    '2017-02-30',
    '2017-W00',
    '2017-W53',
    '2020-W54',
    '2017',
    '17-Q4',
    '2017-Q4x',
    'Q4',
    '',
  ])('%j is none', (name) => {
    expect(periodNamed(name)).toBeNull();
  });

  it('leads back to the period, on any day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PERIODS), fc.integer({ min: 0, max: 40_000 }), (period, n) => {
        const day = addDays('1970-01-01', n);
        const found = periodNamed(nameOfPeriod(period, day));
        expect(found?.period).toBe(period);
        expect(found && periodAround(period, found.day)).toEqual(periodAround(period, day));
      }),
      { numRuns: 500 },
    );
  });
});
