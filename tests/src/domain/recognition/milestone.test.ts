// When a streak reaches a mark, a month is the best one, and a day is still news.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkday, STANDARD_SHIFTS, type WorkCalendar } from '../../../../src/domain/calendar.ts';
import { paceOf, worthIn } from '../../../../src/domain/recognition/goal.ts';
import {
  isBestMonth,
  keepsMark,
  markReached,
} from '../../../../src/domain/recognition/milestone.ts';
import { isNews } from '../../../../src/domain/recognition/news.ts';
import { MILESTONES, RULES, STREAK_MARKS } from '../../../../src/domain/recognition/rules.ts';
import { addDays, eachDay } from '../../../../src/domain/time.ts';

const weekdays: WorkCalendar = { kind: 'weekends', exceptions: {}, shifts: STANDARD_SHIFTS };
const none: ReadonlySet<string> = new Set();
/** Working days from `from` to `to`, but for `missed`. */
const worked = (from: string, to: string, ...missed: string[]): Set<string> =>
  new Set(
    [...eachDay({ from, to })].filter((day) => isWorkday(weekdays, day) && !missed.includes(day)),
  );

it('has one entry a rule', () => {
  expect(Object.keys(RULES)).toEqual([...MILESTONES]);
});

describe('a streak', () => {
  // Monday 2 March 2026 to Friday the 6th.
  const days = { counted: worked('2026-03-02', '2026-03-06'), away: none };

  it('reaches five on the fifth working day, not a day before or after', () => {
    expect(markReached(weekdays, '2026-03-06', days)).toEqual({ mark: 5, since: '2026-03-02' });
    expect(markReached(weekdays, '2026-03-05', days)).toBeNull();
    const six = { counted: worked('2026-03-02', '2026-03-09'), away: none };
    expect(markReached(weekdays, '2026-03-09', six)).toBeNull();
  });

  it('is not broken by leave, and does not count days of leave', () => {
    const away = new Set(['2026-03-04']);
    expect(markReached(weekdays, '2026-03-06', { ...days, away })).toBeNull();
    const later = { counted: worked('2026-03-02', '2026-03-09', '2026-03-04'), away };
    expect(markReached(weekdays, '2026-03-09', later)).toEqual({ mark: 5, since: '2026-03-02' });
  });

  it('does not hold without one of its days once the month forgives no more', () => {
    const missed = ['2026-03-03', '2026-03-04', '2026-03-05'];
    const without = { counted: worked('2026-03-02', '2026-03-06', ...missed), away: none };
    expect(keepsMark(weekdays, '2026-03-06', 5, days)).toBe(true);
    expect(keepsMark(weekdays, '2026-03-06', 5, without)).toBe(false);
    expect(
      keepsMark(weekdays, '2026-03-06', 5, {
        counted: worked('2026-03-02', '2026-03-05'),
        away: none,
      }),
    ).toBe(false);
  });

  it('is said once a mark: a run of days, worked without a miss, meets each mark on one day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 140 }), (length) => {
        const from = '2026-01-05';
        const counted = worked(from, addDays(from, length));
        const met = [...counted].flatMap((day) => {
          const upTo = new Set([...counted].filter((each) => each <= day));
          return markReached(weekdays, day, { counted: upTo, away: none }) ?? [];
        });
        expect(met.map(({ mark }) => mark)).toEqual(
          STREAK_MARKS.filter((mark) => mark <= counted.size),
        );
        expect(new Set(met.map(({ since }) => since)).size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 25 },
    );
  });
});

describe('the best month', () => {
  it.each([
    [101, [100, 90, 80, 70], true],
    [100, [100, 90, 80, 70], false],
    [101, [100, 90, 80], false],
    [101, [100, 90, 80, 0], false],
    [101, [], false],
  ])('%i after %j: %s', (won, earlier, is) => {
    expect(isBestMonth(won, earlier)).toBe(is);
  });
});

it.each([
  ['2026-03-09', true],
  ['2026-03-08', false],
  ['2026-03-11', true],
  ['2026-03-12', false],
])('on 11 March, %s is news: %s', (day, is) => {
  expect(isNews(day, '2026-03-11')).toBe(is);
});

describe('a goal', () => {
  const cny = (minor: number) => ({ minor, currency: 'CNY' });

  it('adds up what has a rate, each to whole minor units, and names what has none', () => {
    const sums = [cny(100), { minor: 1000, currency: 'JPY' }, { minor: 500, currency: 'EUR' }];
    expect(worthIn(sums, 'CNY', { 'JPY:CNY': 0.05 })).toEqual({
      money: cny(5100),
      others: [{ minor: 500, currency: 'EUR' }],
    });
  });

  it('is on pace at 1: actual ÷ (target × elapsed ÷ working days)', () => {
    const progress = (won: number, elapsed: number) => ({
      target: cny(2200),
      won: { money: cny(won), others: [] },
      elapsed,
      workdays: 22,
    });
    expect(paceOf(progress(800, 8))).toBe(1);
    expect(paceOf(progress(400, 8))).toBe(0.5);
    expect(paceOf(progress(400, 0))).toBeNull();
  });
});
