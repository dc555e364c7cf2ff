// Whatever several people do over several days, in whatever order: what is counted is what the log says.
import { and, eq, isNull } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Values } from '../../../src/chat/form.ts';
import { judge } from '../../../src/domain/fairness/counting.ts';
import { CHANNELS } from '../../../src/domain/parsing/codes.ts';
import { periodAround } from '../../../src/domain/period.ts';
import { addDays, clockOf, dayOf, HOUR, MINUTE } from '../../../src/domain/time.ts';
import { addCustomer } from '../../../src/store/customer.ts';
import { addLead } from '../../../src/store/lead.ts';
import { findMember } from '../../../src/store/member.ts';
import {
  contact,
  customer,
  deal,
  draft,
  followup,
  inbox,
  lead,
  outbox,
  rollup,
  score,
  shareOpen,
  step,
  touch,
} from '../../../src/store/schema/index.ts';
import { computeScore, windowOf } from '../../../src/store/score.ts';
import { findTeam } from '../../../src/store/team.ts';
import { type TestBot, testBot, WEDNESDAY } from '../../support/bot.ts';
import { differences, filled } from '../state.ts';

const USERS = ['li', 'wang', 'bob'] as const;
const NAMES = ['晨光科技', '华星电子', '远航物流'] as const;
const NOTES = [
  '把报价单逐项过了一遍，对方要回去和财务商量',
  '把报价单逐项过了一遍，对方要回去和财务商量！',
  '介绍了同行的案例，老板觉得可以先试试看',
  '没人接',
  '技术部门提了三个接口问题，答应尽快给答复',
] as const;
const OUTCOMES = ['connected', 'no_answer', 'meeting_held', 'material_sent', 'lost'] as const;

interface Told {
  readonly name: number;
  readonly note: number;
  readonly channel: number;
  readonly outcome: number;
  readonly back: number;
  readonly next: number | null;
  readonly amount: number | null;
  readonly grade: string;
}

const told: fc.Arbitrary<Told> = fc.record({
  name: fc.nat({ max: NAMES.length - 1 }),
  note: fc.nat({ max: NOTES.length - 1 }),
  channel: fc.nat({ max: 3 }),
  outcome: fc.nat({ max: OUTCOMES.length - 1 }),
  back: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 6 }) },
  ),
  next: fc.option(fc.nat({ max: 5 })),
  amount: fc.option(fc.integer({ min: 1, max: 9 })),
  grade: fc.constantFrom('', 'A', 'B', 'C'),
});

type Deed =
  | { readonly kind: 'record'; readonly user: number; readonly told: Told }
  | { readonly kind: 'fix'; readonly which: number; readonly told: Told; readonly all: boolean }
  | { readonly kind: 'undo' | 'share' | 'done' | 'snooze'; readonly which: number }
  | { readonly kind: 'open'; readonly which: number; readonly user: number }
  | { readonly kind: 'lead'; readonly user: number; readonly name: number }
  | { readonly kind: 'wait'; readonly minutes: number };

const which = fc.nat({ max: 30 });
const user = fc.nat({ max: USERS.length - 1 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('record' as const), user, told }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('fix' as const), which, told, all: fc.boolean() }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'undo' as const,
        'undo' as const,
        'share' as const,
        'done' as const,
        'snooze' as const,
      ),
      which,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('open' as const), which, user }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('lead' as const),
      user,
      name: fc.nat({ max: NAMES.length - 1 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      minutes: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 60, max: 2_000 })),
    }),
  },
);

let bot: TestBot;
beforeAll(async () => {
  bot = await testBot();
});
afterAll(async () => {
  await bot.close();
});

const TABLES = [shareOpen, touch, rollup, step, draft, lead, deal, contact, outbox, inbox, score];

const wipe = () =>
  bot.workspace.write((db) => {
    for (const table of TABLES) db.delete(table).run();
    db.delete(followup).run();
    db.delete(customer).run();
  });

const valuesOf = (of: Told): Values => {
  const today = dayOf(bot.now, 'Asia/Shanghai');
  return Object.fromEntries(
    Object.entries({
      customer: NAMES[of.name] ?? '',
      note: NOTES[of.note] ?? '',
      channel: CHANNELS[of.channel] ?? '',
      outcome: OUTCOMES[of.outcome] ?? '',
      grade: of.grade,
      occurredDay: addDays(today, -of.back),
      occurredTime: of.back === 0 ? clockOf(bot.now, 'Asia/Shanghai') : '15:00',
      nextDay: of.next === null ? '' : addDays(today, of.next),
      nextAction: of.next === null ? '' : 'demo',
      amount: of.amount === null ? '' : `${of.amount}万`,
    }).filter(([, value]) => value !== ''),
  );
};

const rows = () =>
  bot.workspace.read((db) => db.select().from(followup).orderBy(followup.id).all());
const userOf = (memberId: number): string =>
  ['ann', 'mei', 'li', 'wang', 'bob'][memberId - 1] ?? '';

const perform = async (each: Deed): Promise<void> => {
  bot.now += 1_000;
  if (each.kind === 'wait') {
    bot.now += each.minutes * MINUTE;
    return;
  }
  if (each.kind === 'record') {
    const intent = { command: 'followup', verb: 'submit', args: {} };
    await bot.submit(USERS[each.user] ?? '', intent, valuesOf(each.told));
    return;
  }
  if (each.kind === 'lead') {
    await bot.workspace.write((db) => {
      const name = NAMES[each.name] ?? '';
      const known = db.select().from(customer).where(eq(customer.name, name)).get();
      const of = known ?? addCustomer(db, { name, ownerId: each.user + 3, at: bot.now });
      addLead(db, {
        customerId: of.id,
        memberId: each.user + 3,
        kind: 'inbound',
        source: null,
        assignedAt: bot.now,
        assignedOn: dayOf(bot.now, 'Asia/Shanghai'),
      });
    });
    return;
  }
  if (each.kind === 'done' || each.kind === 'snooze') {
    const all = bot.workspace.read((db) => db.select().from(step).all());
    const row = all[each.which % Math.max(1, all.length)];
    if (row === undefined) return;
    const intent = { command: 'followup', verb: each.kind, args: { step: row.id } };
    await bot.press(userOf(row.memberId), intent);
    return;
  }
  const all = rows();
  const row = all[each.which % Math.max(1, all.length)];
  if (row === undefined) return;
  const intent = (verb: string) => ({ command: 'followup', verb, args: { id: row.id } });
  const author = userOf(row.memberId);
  if (each.kind === 'undo' || each.kind === 'share') {
    await bot.press(author, intent(each.kind));
  } else if (each.kind === 'open') {
    await bot.press(USERS[each.user] ?? '', intent('open'));
  } else if (each.kind === 'fix') {
    const replies = await bot.press(author, intent('fix'));
    if (replies[0]?.kind !== 'form') return;
    const { grade, channel, outcome } = valuesOf(each.told);
    const changes = each.all ? valuesOf(each.told) : { grade, channel, outcome };
    await bot.submit(author, intent('fixed'), filled(replies, changes as Record<string, string>));
  }
};

const NOT_REACHED = new Set(['no_answer', 'voicemail', 'no_show', 'wrong_number']);

const check = (): void => {
  expect(bot.faults).toEqual([]);
  // The counters are a recount.
  expect(differences(bot)).toEqual([]);
  bot.workspace.read((db) => {
    const all = db.select().from(followup).orderBy(followup.id).all();
    const live = all.filter(({ undoneAt }) => undoneAt === null);
    const byId = new Map(all.map((row) => [row.id, row]));
    const pairs = new Map<string, typeof live>();
    for (const row of live) {
      const key = `${row.memberId} ${row.customerId}`;
      pairs.set(key, [...(pairs.get(key) ?? []), row]);
    }
    // Verdicts are what the rules say of the log as it stands.
    for (const pair of pairs.values()) {
      const verdicts = judge(pair);
      for (const row of pair) {
        const verdict = verdicts.get(row.id);
        expect({ kind: row.verdict, of: row.verdictOf }).toEqual({
          kind: verdict?.kind,
          of: verdict !== undefined && 'of' in verdict ? verdict.of : null,
        });
      }
    }
    // The channels add up to what counts, and so do the customers.
    for (const row of db.select().from(rollup).all()) {
      const counted = CHANNELS.reduce((sum, channel) => sum + row[channel], 0);
      expect(counted).toBe(row.counted);
      const touched = db
        .select()
        .from(touch)
        .where(and(eq(touch.memberId, row.memberId), eq(touch.day, row.day)))
        .all();
      expect(touched.reduce((sum, each) => sum + each.counted, 0)).toBe(row.counted);
      expect(touched.every(({ counted: n, opened }) => n > 0 && opened <= n)).toBe(true);
    }
    // Promises: none of an undone follow-up, closed by the first later one that reached the customer.
    const steps = db.select().from(step).all();
    expect(new Set(steps.map(({ followupId }) => followupId)).size).toBe(steps.length);
    const promises = new Set(steps.map(({ followupId }) => followupId));
    for (const { followupId, memberId, customerId, doneAt, doneBy } of steps) {
      const promise = byId.get(followupId);
      expect(promise?.undoneAt).toBeNull();
      expect(promise?.customerId).toBe(customerId);
      if (doneAt !== null && doneBy === null) continue;
      const closers = live.filter(
        (row) =>
          row.memberId === memberId &&
          row.customerId === customerId &&
          row.id > followupId &&
          row.occurredAt >= (promise?.occurredAt ?? 0) &&
          (!NOT_REACHED.has(row.outcome) || promises.has(row.id)),
      );
      if (doneBy === null) expect(closers.map(({ id }) => id)).toEqual([]);
      else expect(closers.map(({ id }) => id)).toContain(doneBy);
    }
    // The customer is graded and contacted as the newest follow-ups say.
    for (const row of db.select().from(customer).all()) {
      const own = live
        .filter(({ customerId }) => customerId === row.id)
        .sort((a, b) => b.occurredAt - a.occurredAt || b.id - a.id);
      expect(row.contactedAt).toBe(own[0]?.occurredAt ?? null);
      expect(row.grade).toBe(own.find(({ grade }) => grade !== null)?.grade ?? null);
    }
    // Leads are answered by the first follow-up since.
    for (const row of db.select().from(lead).all()) {
      const first = live
        .filter(
          (each) =>
            each.memberId === row.memberId &&
            each.customerId === row.customerId &&
            each.occurredAt >= row.assignedAt &&
            each.loggedAt - each.occurredAt <= 48 * HOUR,
        )
        .sort((a, b) => a.occurredAt - b.occurredAt || a.id - b.id)[0];
      // One that came in just now is looked at when something happens with the customer.
      if (row.answeredAt !== null || first !== undefined)
        expect(row.followupId).toBe(first?.id ?? null);
    }
    // Open deals are worth what was quoted last.
    for (const row of db.select().from(deal).all()) {
      const quotes = live.filter(
        ({ memberId, customerId, id, amountMinor, amountRole, outcome }) =>
          memberId === row.memberId &&
          customerId === row.customerId &&
          id >= (row.openedBy ?? 0) &&
          amountMinor !== null &&
          amountRole === 'quote' &&
          outcome !== 'lost',
      );
      expect(quotes.map(({ id }) => id)).toContain(row.openedBy);
      const newest = quotes.reduce((a, b) => (b.occurredAt >= a.occurredAt ? b : a));
      expect(row.amountMinor).toBe(newest.amountMinor);
    }
    // A kept score that holds is the score.
    for (const row of db.select().from(score).where(eq(score.stale, false)).all()) {
      const member = findMember(db, row.memberId);
      const team = member && findTeam(db, member.teamId ?? 0);
      if (member === undefined || team === undefined) throw new Error('nobody');
      const days = periodAround(row.period, row.fromDay);
      const then = computeScore(db, member, row.period, windowOf(db, team, days, row.computedAt));
      if (then.asOf === row.asOf && row.computedAt === bot.now) {
        expect(then.score.value).toBe(row.total);
      }
    }
    expect(db.select().from(followup).where(isNull(followup.undoneAt)).all()).toHaveLength(
      live.length,
    );
  });
};

it('keeps counters, promises, leads, deals and grades in line with the log', {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 25 }), async (deeds) => {
      await wipe();
      bot.now = WEDNESDAY;
      for (const each of deeds) await perform(each);
      check();
    }),
    { numRuns: 200 },
  );
});

it('and taking back everything leaves nothing behind', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ user, told }), { minLength: 1, maxLength: 8 }),
      async (records) => {
        await wipe();
        bot.now = WEDNESDAY;
        for (const each of records) await perform({ kind: 'record', ...each });
        for (const row of rows().reverse()) {
          const intent = { command: 'followup', verb: 'undo', args: { id: row.id } };
          await bot.press(userOf(row.memberId), intent);
        }
        check();
        bot.workspace.read((db) => {
          expect(db.select().from(touch).all()).toEqual([]);
          expect(db.select().from(step).all()).toEqual([]);
          expect(db.select().from(deal).all()).toEqual([]);
          for (const row of db.select().from(rollup).all()) {
            expect({ recorded: row.recorded, counted: row.counted }).toEqual({
              recorded: 0,
              counted: 0,
            });
          }
        });
      },
    ),
    { numRuns: 50 },
  );
});
