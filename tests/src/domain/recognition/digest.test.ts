// What posts say at most, when a week begins and ends, and who could do with a word.
import { describe, expect, it } from 'vitest';
import { STANDARD_SHIFTS, type WorkCalendar } from '../../../../src/domain/calendar.ts';
import { shortReason, someOf, unsaid } from '../../../../src/domain/recognition/digest.ts';
import type { NamedMilestone } from '../../../../src/domain/recognition/milestone.ts';
import { concernOf, isEligible } from '../../../../src/domain/recognition/unnoticed.ts';
import {
  closesWeek,
  later,
  opensWeek,
  sinceLastWeek,
} from '../../../../src/domain/recognition/week.ts';
import { addDays, eachDay } from '../../../../src/domain/time.ts';

const cn: WorkCalendar = { kind: 'cn', exceptions: {}, shifts: STANDARD_SHIFTS };

describe('a reason', () => {
  it('of eighty graphemes is whole, of more is cut where everybody sees it', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(shortReason('好'.repeat(80))).toBe('好'.repeat(80));
    expect(shortReason('好'.repeat(81))).toBe(`${'好'.repeat(80)}…`);
    expect(shortReason(family.repeat(20))).toBe(family.repeat(20));
    expect(shortReason(`e\u0301${'a'.repeat(79)}`)).toBe(`e\u0301${'a'.repeat(79)}`);
  });

  it('stays in one line and small, whatever is heaped on it', () => {
    expect(shortReason('改完\n\n报价  <!channel>')).toBe('改完 报价 <!channel>');
    expect(shortReason(`a${'\u0301'.repeat(5000)}b`).length).toBeLessThan(400);
  });
});

it('some of many are the first, and how many more', () => {
  expect(someOf([1, 2, 3], 2)).toEqual({ shown: [1, 2], more: 1 });
  expect(someOf([1, 2], 2)).toEqual({ shown: [1, 2], more: 0 });
});

it('a milestone the board tells is not told again, and the rare ones come first', () => {
  const found = (id: number, rule: NamedMilestone['rule'], name: string, params = {}) =>
    ({ id, rule, name, params, memberId: 1, teamId: 1, cause: '', day: '', at: 0 }) as const;
  const all = [
    found(1, 'streak', '李雷', { days: 10 }),
    found(2, 'streak', '李雷', { days: 5 }),
    found(3, 'first_win', '李雷'),
    found(4, 'first_win', '王芳'),
    found(5, 'goal_reached', '王芳'),
  ];
  const left = unsaid(all, [
    { kind: 'win', name: '李雷', isFirst: true },
    { kind: 'win', name: '王芳', isFirst: false },
    { kind: 'streak', name: '李雷', days: 10 },
  ]);
  expect(left.map(({ id }) => id)).toEqual([4, 5, 2]);
});

describe('the working week', () => {
  const daysThat = (
    is: (calendar: WorkCalendar, day: string) => boolean,
    from: string,
    to: string,
  ) => [...eachDay({ from, to })].filter((day) => is(cn, day));

  it('opens and closes once, with holidays and make-up days', () => {
    // 1-5 May 2026 are off, Saturday the 9th is worked.
    expect(daysThat(opensWeek, '2026-04-27', '2026-05-17')).toEqual([
      '2026-04-27',
      '2026-05-06',
      '2026-05-11',
    ]);
    expect(daysThat(closesWeek, '2026-04-27', '2026-05-17')).toEqual([
      '2026-04-30',
      '2026-05-09',
      '2026-05-15',
    ]);
  });

  it('digests leave no day out and tell none twice', () => {
    const closing = daysThat(closesWeek, '2026-01-05', '2026-12-27');
    for (const [at, day] of closing.entries()) {
      const before = closing[at - 1];
      if (before !== undefined) expect(sinceLastWeek(cn, day).from).toBe(addDays(before, 1));
    }
    expect(closing.length).toBeGreaterThan(48);
  });

  it('a clock moves on within its day', () => {
    expect([later('18:30', 15), later('09:50', 15), later('23:50', 15)]).toEqual([
      '18:45',
      '10:05',
      '23:59',
    ]);
  });
});

describe('who could do with a word', () => {
  it.each([
    ['recognised, and rising', true, [60, 61, 62], null],
    ['recognised, one fall', true, [60, 62, 61], null],
    ['recognised, level as shown', true, [60, 59.96, 59.9], null],
    ['recognised, a week missing', true, [62, null, 60], null],
    ['recognised, only two weeks', true, [62, 61], null],
    ['falling twice', true, [62, 61, 60.04], { quiet: false, falling: [62, 61, 60] }],
    ['quiet', false, [60, 61, 62], { quiet: true, falling: null }],
    ['both', false, [3, 2, 1], { quiet: true, falling: [3, 2, 1] }],
  ] as const)('%s', (_what, recognised, weeks, concern) => {
    expect(concernOf(recognised, weeks)).toEqual(concern);
  });

  it('is nobody new, nor away for half of the time', () => {
    const days = { from: '2026-03-02', to: '2026-03-13' };
    const away = (n: number) =>
      new Set([...eachDay(days)].filter((_, at) => at % 7 < 5).slice(0, n));
    const eligible = (joinedOn: string, n: number) => isEligible({ joinedOn }, away(n), cn, days);
    expect(eligible('2026-02-11', 0)).toBe(true);
    expect(eligible('2026-02-12', 0)).toBe(false);
    expect(eligible('2025-01-01', 4)).toBe(true);
    expect(eligible('2025-01-01', 5)).toBe(false);
  });
});
