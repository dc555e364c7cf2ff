import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STANDARD_SHIFTS, type WorkCalendar } from '../../../../src/domain/calendar.ts';
import {
  type AwardStanding,
  committeeFaults,
  conflictOf,
  isTooSoon,
  lastQuarter,
  nominateUntil,
  nominationFaults,
  outcomeOf,
  stepsDue,
} from '../../../../src/domain/recognition/award.ts';
import {
  ineligibilityOf,
  type NomineeFacts,
} from '../../../../src/domain/recognition/award-eligibility.ts';
import { type BadgeFacts, badgesFrom } from '../../../../src/domain/recognition/badge.ts';
import { mayDecide, obstaclesTo, shortBy } from '../../../../src/domain/recognition/reward.ts';
import { ROLES, type Role } from '../../../../src/domain/role.ts';

const WEEKDAYS: WorkCalendar = { kind: 'weekends', exceptions: {}, shifts: STANDARD_SHIFTS };
const party = (id: number, role: Role = 'rep', teamId: number | null = 1) => ({ id, role, teamId });

describe('quarters', () => {
  it.each([
    ['2026-03-11', '2025-10-01'],
    ['2026-04-01', '2026-01-01'],
    ['2026-01-01', '2025-10-01'],
    ['2026-12-31', '2026-07-01'],
  ])('the last one over on %s begins on %s', (today, first) => {
    expect(lastQuarter(today)).toBe(first);
  });

  it('keeps a winner from the two before and after', () => {
    const quarters = [
      '2025-01-01',
      '2025-04-01',
      '2025-07-01',
      '2026-01-01',
      '2026-04-01',
      '2026-07-01',
    ];
    expect(quarters.map((won) => isTooSoon(won, '2025-10-01'))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('has ten days to nominate after the one it was opened on', () => {
    expect(nominateUntil('2026-02-25')).toBe('2026-03-07');
  });
});

describe('nominating', () => {
  const fine = {
    nominator: party(1),
    nominee: party(2),
    reason: '长'.repeat(20),
    isOfTeam: true,
    isOpen: true,
  };

  it.each([
    ['nothing', {}, []],
    ['too late', { isOpen: false }, ['late']],
    ['oneself', { nominee: party(1) }, ['self']],
    ['one’s own manager', { nominee: party(2, 'manager') }, ['manager']],
    ['an admin of one’s team', { nominee: party(2, 'admin') }, ['manager']],
    [
      'a manager by a manager',
      { nominator: party(1, 'manager'), nominee: party(2, 'manager') },
      [],
    ],
    ['a rep by a manager', { nominator: party(1, 'manager') }, []],
    ['nobody of the team', { isOfTeam: false }, ['outside']],
    ['19 characters', { reason: ` ${'长'.repeat(19)} ` }, ['short']],
    ['500 characters', { reason: '长'.repeat(500) }, []],
    ['501 characters', { reason: '长'.repeat(501) }, ['long']],
    [
      'everything',
      { nominee: party(1), reason: '', isOfTeam: false, isOpen: false },
      ['late', 'self', 'outside', 'short'],
    ],
  ] as const)('finds %s', (_name, change, faults) => {
    expect(nominationFaults({ ...fine, ...change })).toEqual(faults);
  });
});

describe('eligibility', () => {
  const facts: NomineeFacts = {
    wasInTeam: true,
    hasLeft: false,
    wonIn: null,
    nominators: 1,
    thanks: 0,
    givers: 0,
    handoffsTaken: 0,
    handoffsGiven: 0,
    answers: 10,
    satisfied: 4,
  };

  it.each([
    ['service', {}, []],
    ['service', { answers: 9 }, ['evidence']],
    ['service', { answers: 9, nominators: 2 }, []],
    ['collaboration', { answers: 0 }, []],
    [
      'collaboration',
      { hasLeft: true, wasInTeam: false, wonIn: '2025-07-01' },
      ['left', 'outside', 'repeat'],
    ],
  ] as const)('%s with %j: %j', (kind, change, reasons) => {
    expect(ineligibilityOf(kind, { ...facts, ...change })).toEqual(reasons);
  });
});

describe('the committee', () => {
  const ballot = [party(1), party(2, 'rep', 2)];
  const award = { nominees: [1, 2, 3], ballot, nominators: [4] };

  it.each([
    ['a nominee', party(2, 'rep', 2), 'nominee'],
    ['a nominee who cannot win', party(3), 'nominee'],
    ['who nominated somebody on the ballot', party(4), 'nominator'],
    ['the manager of one of two', party(5, 'manager'), 'manager'],
    ['the manager of neither', party(5, 'manager', 3), null],
    ['a colleague', party(6), null],
  ] as const)('leaves out %s', (_name, judge, conflict) => {
    expect(conflictOf(judge, award)).toBe(conflict);
  });

  it('takes the manager of all of them', () => {
    expect(conflictOf(party(5, 'manager'), { ...award, ballot: [party(1), party(7)] })).toBeNull();
  });

  it('is three, one of them a rep, without conflicts', () => {
    const judge = (id: number, role: Role = 'rep', conflict: 'nominee' | null = null) => ({
      ...party(id, role),
      conflict,
    });
    expect(committeeFaults([judge(1), judge(2, 'manager'), judge(3, 'admin')])).toEqual([]);
    expect(committeeFaults([judge(1), judge(1), judge(3)])).toEqual(['three']);
    expect(committeeFaults([judge(1, 'manager'), judge(2, 'admin', 'nominee')])).toEqual([
      'three',
      'peer',
      'conflict',
    ]);
  });
});

describe('counting', () => {
  const votes = (...nominees: number[]) => nominees.map((nomineeId) => ({ nomineeId }));
  const by = (...counts: [number, number][]) => new Map(counts);

  it.each([
    ['the most approvals', votes(1, 1, 2), by([1, 1], [2, 5]), 3, { winners: [1] }],
    ['a tie by nominators', votes(1, 2), by([1, 1], [2, 2]), 3, { winners: [2] }],
    ['two level in everything', votes(2, 1), by([1, 2], [2, 2]), 3, { winners: [1, 2] }],
    ['three level in everything', votes(1, 2, 3), by([1, 1], [2, 1], [3, 1]), 3, { void: 'tied' }],
    ['nobody approved', [], by([1, 1]), 3, { void: 'no_approval' }],
    ['two votes', votes(1), by([1, 1]), 2, { winners: [1] }],
    ['one vote', votes(1), by([1, 1]), 1, { void: 'few_votes' }],
  ] as const)('%s', (_name, approvals, nominators, cast, outcome) => {
    expect(outcomeOf(approvals, nominators, cast)).toEqual(outcome);
  });

  it('never has a winner with fewer approvals, or as many and fewer nominators, than somebody else', () => {
    const ids = fc.integer({ min: 1, max: 5 });
    const nominators = fc.dictionary(ids.map(String), fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(fc.array(ids, { maxLength: 15 }), nominators, (approved, named) => {
        const count = new Map(Object.entries(named).map(([id, n]) => [Number(id), n]));
        const outcome = outcomeOf(votes(...approved), count, 3);
        const rank = (id: number) =>
          approved.filter((each) => each === id).length * 100 + (count.get(id) ?? 0);
        const best = Math.max(0, ...approved.map(rank));
        const level = [...new Set(approved)].filter((id) => rank(id) === best);
        expect(outcome).toEqual(
          approved.length === 0
            ? { void: 'no_approval' }
            : level.length > 2
              ? { void: 'tied' }
              : { winners: level.toSorted((a, b) => a - b) },
        );
      }),
    );
  });
});

describe('what is due', () => {
  const award: AwardStanding = {
    state: 'nominating',
    nominateUntil: '2026-03-20',
    votingFrom: null,
    hasAllVotes: false,
    decidedOn: null,
    isPosted: false,
  };
  const due = (change: Partial<AwardStanding>, day: string) =>
    stepsDue({ ...award, ...change }, day, WEEKDAYS);

  it.each([
    ['the last day to nominate', {}, '2026-03-20', []],
    ['the first working day after', {}, '2026-03-23', [['close', '2026-03-23']]],
    ['no committee yet', { state: 'voting' }, '2026-03-25', []],
    ['four working days later', { state: 'voting' }, '2026-03-26', [['appoint', '2026-03-26']]],
    [
      'eight',
      { state: 'voting' },
      '2026-04-01',
      [
        ['appoint', '2026-03-26'],
        ['appoint', '2026-04-01'],
      ],
    ],
    [
      'the last day for a committee',
      { state: 'voting' },
      '2026-04-03',
      [
        ['appoint', '2026-03-26'],
        ['appoint', '2026-04-01'],
      ],
    ],
    ['after it', { state: 'voting' }, '2026-04-06', [['lapse', '2026-04-06']]],
    ['two days of voting', { state: 'voting', votingFrom: '2026-03-23' }, '2026-03-25', []],
    [
      'three',
      { state: 'voting', votingFrom: '2026-03-23' },
      '2026-03-26',
      [['vote', '2026-03-26']],
    ],
    ['five', { state: 'voting', votingFrom: '2026-03-23' }, '2026-03-30', [['vote', '2026-03-26']]],
    [
      'six',
      { state: 'voting', votingFrom: '2026-03-23' },
      '2026-03-31',
      [['decide', '2026-03-31']],
    ],
    [
      'all votes in',
      { state: 'voting', votingFrom: '2026-03-23', hasAllVotes: true },
      '2026-03-23',
      [['decide', '2026-03-23']],
    ],
    ['decided', { state: 'decided', decidedOn: '2026-03-30' }, '2026-03-31', []],
    [
      'not posted',
      { state: 'decided', decidedOn: '2026-03-30' },
      '2026-04-06',
      [
        ['post', '2026-04-01'],
        ['post', '2026-04-06'],
      ],
    ],
    ['posted', { state: 'decided', decidedOn: '2026-03-30', isPosted: true }, '2026-04-06', []],
    ['void', { state: 'void' }, '2026-04-06', []],
  ] as const)('%s', (_name, change, day, steps) => {
    expect(due(change, day).map(({ step, day: of }) => [step, of])).toEqual(steps);
  });
});

describe('rewards', () => {
  it('counts what is missing in whole points', () => {
    expect([shortBy(10, 9_999), shortBy(10, 10_000), shortBy(0, -500), shortBy(3, 0)]).toEqual([
      1, 0, 1, 3,
    ]);
  });

  it('finds all that stands in the way', () => {
    const wish = { cost: 5, balance: 4_000, stock: 0, isWaiting: true, deciders: 0 };
    expect(obstaclesTo(wish)).toEqual(['points', 'stock', 'waiting', 'nobody']);
    expect(
      obstaclesTo({ cost: 5, balance: 5_000, stock: null, isWaiting: false, deciders: 1 }),
    ).toEqual([]);
  });

  it.each(ROLES.flatMap((actor) => ROLES.map((asker) => [actor, asker] as const)))(
    'a %s decides for a %s',
    (actor, asker) => {
      const isAbove = actor === 'admin' || (actor === 'manager' && asker === 'rep');
      expect(mayDecide(party(1, actor), party(2, asker))).toBe(isAbove);
      expect(mayDecide(party(1, actor), party(1, asker))).toBe(false);
      expect(mayDecide(party(1, actor, 2), party(2, asker))).toBe(actor === 'admin');
      expect(mayDecide(party(1, actor, null), party(2, asker, null))).toBe(actor === 'admin');
    },
  );
});

describe('badges', () => {
  const none: BadgeFacts = {
    collaboration: 0,
    service: 0,
    spot: 0,
    thanksWorth: 0,
    milestones: {},
  };
  const keys = (change: Partial<BadgeFacts>) =>
    badgesFrom({ ...none, ...change }).map(({ key, times }) => `${key} ${times}`);

  it.each([
    [{}, []],
    [{ thanksWorth: 9.99 }, []],
    [{ thanksWorth: 10 }, ['thanks10 1']],
    // Thirty thirds: a little less than ten in binary.
    [
      {
        thanksWorth: Array.from({ length: 30 }, () => 1 / 3).reduce((sum, worth) => sum + worth, 0),
      },
      ['thanks10 1'],
    ],
    [{ thanksWorth: 50 }, ['thanks50 1']],
    [{ thanksWorth: 250 }, ['thanks100 1']],
    [
      { service: 2, spot: 1, milestones: { streak: 3, first_win: 1 } },
      ['service 2', 'spot 1', 'first_win 1', 'streak 3'],
    ],
  ])('%j', (facts, badges) => {
    expect(keys(facts)).toEqual(badges);
  });
});
