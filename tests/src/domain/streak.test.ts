import { expect, test } from 'vitest';
import { STANDARD_SHIFTS, type WorkCalendar } from '../../../src/domain/calendar.ts';
import { streakOf } from '../../../src/domain/streak.ts';
import { type Day, eachDay } from '../../../src/domain/time.ts';

const weekends: WorkCalendar = { kind: 'weekends', exceptions: {}, shifts: STANDARD_SHIFTS };
const without = (from: Day, to: Day, ...missed: readonly Day[]): ReadonlySet<Day> =>
  new Set([...eachDay({ from, to })].filter((day) => !missed.includes(day)));
const streak = (today: Day, counted: ReadonlySet<Day>, leave: readonly Day[] = []) =>
  streakOf(weekends, today, counted, new Set(leave));

// 2026-03-02 is a Monday.
test('counts working days, and weekends neither add nor break', () => {
  expect(streak('2026-03-13', without('2026-03-02', '2026-03-13'))).toEqual({
    length: 10,
    best: 10,
    freezesLeft: 2,
  });
});

test('today is not missed yet', () => {
  expect(streak('2026-03-06', without('2026-03-02', '2026-03-05'))).toMatchObject({ length: 4 });
});

test('leave does not break it and uses nothing', () => {
  const counted = without('2026-03-02', '2026-03-13', '2026-03-04', '2026-03-05', '2026-03-06');
  expect(streak('2026-03-13', counted, ['2026-03-04', '2026-03-05', '2026-03-06'])).toEqual({
    length: 7,
    best: 7,
    freezesLeft: 2,
  });
});

test('two missed days a month are forgiven, the third ends it', () => {
  const two = without('2026-03-02', '2026-03-13', '2026-03-04', '2026-03-09');
  expect(streak('2026-03-13', two)).toEqual({ length: 8, best: 8, freezesLeft: 0 });
  const three = without('2026-03-02', '2026-03-13', '2026-03-04', '2026-03-09', '2026-03-11');
  expect(streak('2026-03-13', three)).toEqual({ length: 2, best: 5, freezesLeft: 0 });
});

test('a new month forgives anew', () => {
  const counted = without('2026-03-02', '2026-04-03', '2026-03-04', '2026-03-09', '2026-04-01');
  expect(streak('2026-04-03', counted)).toEqual({ length: 22, best: 22, freezesLeft: 1 });
});

test('a holiday of the calendar does not break it, a make-up Saturday belongs to it', () => {
  const cn: WorkCalendar = { ...weekends, kind: 'cn' };
  const counted = without('2026-02-09', '2026-02-14');
  expect(streakOf(cn, '2026-02-24', counted, new Set())).toEqual({
    length: 6,
    best: 6,
    freezesLeft: 2,
  });
});

test('nobody who has not begun has a streak, and no freeze is spent before it', () => {
  expect(streak('2026-03-13', new Set())).toEqual({ length: 0, best: 0, freezesLeft: 2 });
  expect(streak('2026-03-13', new Set(['2026-03-12']))).toMatchObject({
    length: 1,
    freezesLeft: 2,
  });
});
