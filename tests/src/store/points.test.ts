// The ledger adds up to zero after every step, whatever is done in whatever order, and no pot is overdrawn.

import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FileDatabase, openWorkspace } from '../../../adapters/sqlite/file.ts';
import { heldFor, memberAccount, POINT, SPENT } from '../../../src/domain/recognition/account.ts';
import { addDays } from '../../../src/domain/time.ts';
import { giveKudos, kudosLeft, undoKudos } from '../../../src/store/kudos.ts';
import { addMember } from '../../../src/store/member.ts';
import {
  addTransfer,
  balanceOf,
  movementsOf,
  reverseTransfer,
  type Side,
  transferOf,
} from '../../../src/store/points.ts';
import { posting, transfer } from '../../../src/store/schema/index.ts';
import { addTeam } from '../../../src/store/team.ts';
import type { Db } from '../../../src/store/workspace.ts';
import { temporaryFolder } from '../../adapters/sqlite/folder.ts';

const path = temporaryFolder();
let files = 0;
const BUDGET = 5;
const FIRST = '2026-03-11';
const PEOPLE = [1, 2, 3, 4];

const withLedger = async (work: (workspace: FileDatabase) => Promise<void>): Promise<void> => {
  files += 1;
  const workspace = openWorkspace(path(`${files}.sqlite`));
  try {
    await workspace.write((db) => {
      addTeam(db, {
        name: 'East',
        channel: null,
        zone: 'Asia/Shanghai',
        currency: 'CNY',
        locale: 'zh',
        calendar: 'cn',
        morningAt: '09:00',
        postAt: '18:30',
        createdAt: 0,
      });
      for (const id of PEOPLE) {
        addMember(db, { id, name: `M${id}`, role: 'rep', teamId: 1, joinedOn: '2025-01-06' });
      }
    });
    await work(workspace);
  } finally {
    await workspace.close();
  }
};

const balances = (db: Db): ReadonlyMap<string, number> =>
  new Map(
    db
      .select({ account: posting.account, sum: sql<number>`sum(${posting.amount})` })
      .from(posting)
      .groupBy(posting.account)
      .all()
      .map(({ account, sum }) => [account, sum]),
  );

describe('a transfer', () => {
  const add = (db: Db, sides: readonly Side[], ref = 'test:1') =>
    addTransfer(db, { at: 1, kind: 'test', ref }, sides);

  it.each([
    ['no sides', []],
    ['a sum that is not zero', [{ account: 'a', amount: 1 }]],
    [
      'halves',
      [
        { account: 'a', amount: 0.5 },
        { account: 'b', amount: -0.5 },
      ],
    ],
    [
      'an account twice',
      [
        { account: 'a', amount: 1 },
        { account: 'a', amount: -1 },
      ],
    ],
    [
      'what no number holds',
      [
        { account: 'a', amount: 2 ** 53 },
        { account: 'b', amount: -(2 ** 53) },
      ],
    ],
  ])('is not made of %s', (_what, sides) =>
    withLedger(async (workspace) => {
      await expect(workspace.write((db) => add(db, sides))).rejects.toThrow(RangeError);
      expect(workspace.read((db) => db.select().from(transfer).all())).toEqual([]);
    }),
  );

  it('is there once of a kind about a thing, and all or nothing', () =>
    withLedger(async (workspace) => {
      const sides = [
        { account: 'a', amount: -7 },
        { account: 'b', amount: 7 },
      ];
      const id = await workspace.write((db) => add(db, sides));
      await expect(workspace.write((db) => add(db, sides))).rejects.toThrow();
      expect(workspace.read((db) => transferOf(db, 'test:1', 'test')?.id)).toBe(id);
      expect(workspace.read((db) => balanceOf(db, 'b'))).toBe(7);
    }));

  it('is reversed once, by one with the opposite sides', () =>
    withLedger(async (workspace) => {
      const id = await workspace.write((db) =>
        add(db, [
          { account: 'a', amount: -7 },
          { account: 'b', amount: 7 },
        ]),
      );
      for (const at of [2, 3]) await workspace.write((db) => reverseTransfer(db, id, at));
      expect(workspace.read((db) => movementsOf(db, 'b', 10))).toEqual([
        { at: 2, kind: 'undo:test', ref: 'test:1', amount: -7 },
        { at: 1, kind: 'test', ref: 'test:1', amount: 7 },
      ]);
      await expect(workspace.write((db) => reverseTransfer(db, 99, 4))).rejects.toThrow(RangeError);
    }));
});

type Step =
  | { readonly kind: 'give'; readonly from: number; readonly to: number[]; readonly points: number }
  | { readonly kind: 'undo' | 'undoTwice' | 'settle' | 'return'; readonly which: number }
  | { readonly kind: 'ask'; readonly who: number; readonly cost: number }
  | { readonly kind: 'sleep'; readonly days: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('give' as const),
      from: fc.constantFrom(...PEOPLE),
      to: fc.uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 1, maxLength: 3 }),
      points: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('undo' as const, 'undoTwice' as const),
      which: fc.nat(30),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      who: fc.constantFrom(...PEOPLE),
      cost: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('settle' as const, 'return' as const),
      which: fc.nat(30),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('sleep' as const),
      days: fc.integer({ min: 1, max: 40 }),
    }),
  },
);

const REFUSED = /^RangeError: (?:a thanks of|no kudos|too dear|no such wish|settled)/;

/** Does one thing; what cannot be done is refused whole. */
const take = (db: Db, one: Exclude<Step, { kind: 'sleep' }>, day: string, at: number): void => {
  switch (one.kind) {
    case 'give':
      giveKudos(db, {
        giverId: one.from,
        day,
        budget: BUDGET,
        teamId: 1,
        reason: 'why',
        value: null,
        points: one.points,
        receiverIds: one.to,
        at,
      });
      return;
    case 'undo':
      undoKudos(db, one.which, at);
      return;
    case 'undoTwice':
      undoKudos(db, one.which, at);
      if (undoKudos(db, one.which, at)) throw new TypeError('undone twice');
      return;
    case 'ask': {
      const account = memberAccount(one.who);
      const price = one.cost * POINT;
      if (balanceOf(db, account) < price) throw new RangeError('too dear');
      addTransfer(db, { at, kind: 'redemption', ref: `redemption:${at}` }, [
        { account, amount: -price },
        { account: heldFor(at), amount: price },
      ]);
      return;
    }
    default: {
      const held = db
        .select()
        .from(transfer)
        .all()
        .filter(({ kind }) => kind === 'redemption')[one.which];
      if (held === undefined) throw new RangeError('no such wish');
      const id = Number(held.ref.split(':')[1]);
      const amount = balanceOf(db, heldFor(id));
      if (amount === 0) throw new RangeError('settled');
      if (one.kind === 'return') reverseTransfer(db, held.id, at);
      else {
        addTransfer(db, { at, kind: 'reward', ref: held.ref }, [
          { account: heldFor(id), amount: -amount },
          { account: SPENT, amount },
        ]);
      }
    }
  }
};

describe('the ledger', () => {
  it('adds up to zero after every step, of which several are asked for at once', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 10 }),
        (turns) =>
          withLedger(async (workspace) => {
            let day = FIRST;
            let at = 1;
            for (const turn of turns) {
              const before = workspace.read(balances);
              const rows = workspace.read((db) => db.select().from(posting).all().length);
              const results = await Promise.allSettled(
                turn.flatMap((one) => {
                  if (one.kind === 'sleep') {
                    day = addDays(day, one.days);
                    return [];
                  }
                  at += 1;
                  const [today, time] = [day, at];
                  return [workspace.write((db) => take(db, one, today, time))];
                }),
              );
              // What was refused was refused for what was asked, not for how the ledger was written.
              for (const result of results) {
                if (result.status === 'rejected') expect(String(result.reason)).toMatch(REFUSED);
              }
              workspace.read((db) => {
                const after = balances(db);
                expect([...after.values()].reduce((sum, n) => sum + n, 0)).toBe(0);
                for (const [account, sum] of after) {
                  if (/^(?:pot|held|spent)/.test(account)) expect(sum).toBeGreaterThanOrEqual(0);
                  if (account.startsWith('pot')) {
                    expect(sum % POINT).toBe(0);
                    expect(sum).toBeLessThanOrEqual(BUDGET * POINT);
                  }
                }
                for (const giverId of PEOPLE) {
                  const left = kudosLeft(db, { giverId, day, budget: BUDGET });
                  expect(left).toBeGreaterThanOrEqual(0);
                  expect(left).toBeLessThanOrEqual(BUDGET);
                }
                // No balance but by rows, and no row of before has gone.
                const all = db.select().from(posting).all();
                expect(all.length).toBeGreaterThanOrEqual(rows);
                if (all.length === rows) expect(after).toEqual(before);
                for (const { id } of db.select().from(transfer).all()) {
                  const sides = all.filter(({ transferId }) => transferId === id);
                  expect(sides.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
                }
              });
            }
          }),
      ),
      { numRuns: 60 },
    ));
});
