import { beforeAll, describe, expect, test } from 'vitest';
import { CAST, DEMO_SEED } from '../../../../adapters/demo/cast.ts';
import { generate } from '../../../../adapters/demo/generate/index.ts';
import type { DemoData, DemoInput, DemoMember } from '../../../../adapters/demo/generate/model.ts';
import { isWorkday, STANDARD_SHIFTS } from '../../../../src/domain/calendar.ts';
import { judge } from '../../../../src/domain/fairness/counting.ts';
import { majorOf } from '../../../../src/domain/money.ts';
import { parseFollowup } from '../../../../src/domain/parsing/parse.ts';
import { totalScore } from '../../../../src/domain/scoring/score.ts';
import { DEFAULT_STANDARD } from '../../../../src/domain/standard.ts';
import { dayOf, HOUR, weekdayOf } from '../../../../src/domain/time.ts';
import { factsOf } from './facts.ts';

const END = '2026-11-20';
const inputs: DemoInput[] = CAST.map(({ zone, currency, calendar, members }) => ({
  seed: DEMO_SEED,
  endDay: END,
  workdays: 60,
  zone,
  currency,
  calendar: { kind: calendar, exceptions: {}, shifts: STANDARD_SHIFTS },
  members,
}));
const [input] = inputs as [DemoInput];
const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
const share = <T>(rows: readonly T[], holds: (row: T) => boolean): number =>
  rows.filter(holds).length / rows.length;

let data: DemoData;
let all: readonly DemoData[];
beforeAll(() => {
  all = inputs.map(generate);
  data = all[0] as DemoData;
});

const countedShare = (memberKey: string): number => {
  const own = data.followups.filter((row) => row.memberKey === memberKey);
  let counted = 0;
  for (const key of new Set(own.map(({ customerKey }) => customerKey))) {
    const rows = own.map((row, id) => ({ ...row, id })).filter((row) => row.customerKey === key);
    counted += [...judge(rows).values()].filter(({ kind }) => kind === 'counted').length;
  }
  return counted / own.length;
};

describe('the story', () => {
  test('is the same for the same seed and another for another', () => {
    const short = { ...input, workdays: 8 };
    expect(generate(short)).toEqual(generate(short));
    expect(generate({ ...short, seed: 'other' }).followups).not.toEqual(generate(short).followups);
  });

  test('of one member does not change when another joins', () => {
    const short = { ...input, workdays: 20 };
    const late: DemoMember = { key: 'late', role: 'rep', locale: 'zh', slot: 30, partner: 'lin' };
    const [before, after] = [
      generate(short),
      generate({ ...short, members: [late, ...input.members] }),
    ];
    const without = (one: DemoData) => ({
      followups: one.followups.filter(({ key }) => !key.startsWith('late')),
      customers: one.customers.filter(({ ownerKey }) => ownerKey !== 'late'),
      deals: one.deals.filter(({ memberKey }) => memberKey !== 'late'),
      leads: one.leads.filter(({ memberKey }) => memberKey !== 'late'),
      payments: one.payments.filter(({ memberKey }) => memberKey !== 'late'),
    });
    expect(without(after)).toEqual(without(before));
    expect(after.followups.some(({ memberKey }) => memberKey === 'late')).toBe(true);
  });

  test('is told in order and ends with the last working day', () => {
    const times = data.followups.map(({ occurredAt }) => occurredAt);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const days = data.followups.map(({ day }) => day);
    expect(days.at(-1)).toBe(END);
    expect(new Set(days).size).toBe(60);
    for (const { day, occurredAt, loggedAt } of data.followups) {
      expect(isWorkday(input.calendar, day)).toBe(true);
      expect(dayOf(occurredAt, input.zone)).toBe(day);
      expect(loggedAt).toBeGreaterThan(occurredAt);
      expect(loggedAt - occurredAt).toBeLessThan(36 * HOUR);
      expect(dayOf(loggedAt, input.zone) <= END).toBe(true);
    }
    for (const rows of [
      data.payments.map(({ paidOn }) => paidOn),
      data.leads.map(({ arrivedOn }) => arrivedOn),
    ]) {
      expect(rows).toEqual([...rows].sort());
    }
  });

  test('names only what exists', () => {
    const followups = new Map(data.followups.map((row) => [row.key, row]));
    const customers = new Set(data.customers.map(({ key }) => key));
    expect(followups.size).toBe(data.followups.length);
    expect(new Set(data.customers.map(({ name }) => name)).size).toBe(data.customers.length);
    for (const { customerKey } of data.followups) expect(customers.has(customerKey)).toBe(true);
    for (const { respondedAt, arrivedAt, followupKey } of data.leads) {
      if (respondedAt === null) continue;
      expect(respondedAt).toBeGreaterThan(arrivedAt);
      expect(followups.get(followupKey ?? '')?.channel).not.toBeNull();
    }
    const open = new Set(data.invoices.map(({ key }) => key));
    for (const { invoiceKey, amount, followupKey } of data.payments) {
      expect(open.has(invoiceKey)).toBe(true);
      expect(amount.minor).toBeGreaterThan(0);
      if (followupKey) expect(followups.get(followupKey)?.amount).toEqual(amount);
    }
    for (const { sharedAt, followupKey } of data.shares) {
      expect(sharedAt).toBeGreaterThan(followups.get(followupKey)?.loggedAt ?? Infinity);
    }
    for (const { done, applicable } of data.checks) expect(done).toBeLessThanOrEqual(applicable);
  });

  test('closes a deal exactly where a follow-up says won or lost, after several touches', () => {
    const closing = data.followups.filter(
      ({ outcome, copyOf }) => (outcome === 'won' || outcome === 'lost') && copyOf === null,
    );
    const closed = data.deals.filter(({ status }) => status !== 'open');
    expect(closed.map(({ followupKey }) => followupKey).sort()).toEqual(
      closing.map(({ key }) => key).sort(),
    );
    const won = data.deals.filter(({ status }) => status === 'won');
    const touches = won.map(
      (deal) =>
        data.followups.filter(
          (row) => row.customerKey === deal.customerKey && row.day <= (deal.closedOn ?? ''),
        ).length,
    );
    expect(Math.min(...touches)).toBeGreaterThan(1);
    expect(sum(touches) / touches.length).toBeGreaterThan(4);
    for (const { amount, openedOn, closedOn } of closed) {
      expect(amount.minor).toBeGreaterThan(0);
      expect(openedOn <= (closedOn ?? '')).toBe(true);
    }
    expect(share(closed, ({ status }) => status === 'won')).toBeGreaterThan(0.2);
    expect(share(closed, ({ status }) => status === 'won')).toBeLessThan(0.55);
  });
});

describe('the team', () => {
  test('makes six to ten follow-ups on a day, fewer on Fridays', () => {
    const worked = new Set(data.followups.map(({ memberKey, day }) => `${memberKey}|${day}`)).size;
    const honest = data.followups.filter(({ copyOf }) => copyOf === null);
    expect(honest.length / worked).toBeGreaterThan(6);
    expect(honest.length / worked).toBeLessThan(10);
    const on = (weekday: number): number =>
      honest.filter(({ day }) => weekdayOf(day) === weekday).length;
    expect(on(5)).toBeLessThan(on(2));
  });

  test('pads only where it is meant to, and the padding does not count', () => {
    expect(
      data.followups.every(({ memberKey, copyOf }) => copyOf === null || memberKey === 'qian'),
    ).toBe(true);
    const copies = data.followups.filter(({ copyOf }) => copyOf !== null);
    expect(copies.length).toBeGreaterThan(50);
    expect(countedShare('qian')).toBeLessThan(0.85);
    for (const key of ['lin', 'xu', 'song', 'emma'])
      expect(countedShare(key)).toBeGreaterThan(0.95);
  });

  test('leaves leads unanswered, steps overdue, and steps for today and the days after', () => {
    expect(data.leads.some(({ respondedAt }) => respondedAt === null)).toBe(true);
    const latest = new Map(
      data.followups.map((row) => [`${row.memberKey}|${row.customerKey}`, row.next?.at]),
    );
    const due = [...latest.values()].flatMap((at) => (at ? [at.slice(0, 10)] : []));
    expect(due.filter((day) => day <= END).length).toBeGreaterThan(20);
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-25']) {
      expect(due.filter((at) => at === day).length).toBeGreaterThan(3);
    }
  });

  test('scores between 55 and 90 by the default standard, and the star leads', () => {
    const scores = new Map(
      input.members
        .filter(({ role }) => role === 'rep')
        .map(({ key }) => [
          key,
          totalScore(factsOf(data, input, key), DEFAULT_STANDARD).value ?? 0,
        ]),
    );
    for (const score of scores.values()) {
      expect(score).toBeGreaterThan(55);
      expect(score).toBeLessThan(90);
    }
    expect(Math.max(...scores.values())).toBe(scores.get('lin'));
  });

  test('writes Chinese, English and a little of both, about as long as people do', () => {
    const lines = data.followups.filter(({ copyOf }) => copyOf === null).map(({ text }) => text);
    const chinese = share(lines, (text) => /\p{Script=Han}/u.test(text));
    expect(chinese).toBeGreaterThan(0.7);
    expect(chinese).toBeLessThan(0.9);
    const lengths = data.followups
      .filter(({ memberKey }) => memberKey === 'lin')
      .map(({ text }) => text.length)
      .sort((a, b) => a - b);
    expect(lengths[lengths.length >> 1]).toBeGreaterThan(22);
    expect(lengths[lengths.length >> 1]).toBeLessThan(45);
    expect(share(lines, (text) => /undefined|null|NaN|@/.test(text))).toBe(0);
  });

  test('has somebody new in America', () => {
    const america = all[1] as DemoData;
    expect(america.joins).toHaveLength(1);
    expect(new Set(america.followups.map(({ day }) => day)).size).toBeLessThanOrEqual(15);
    expect(america.followups.every(({ amount }) => (amount?.currency ?? 'USD') === 'USD')).toBe(
      true,
    );
  });
});

test('what the lines say is what the parser understands', () => {
  const book = data.customers.map(({ name, ownerKey, key }, id) => ({
    id,
    name,
    ownerKey,
    key,
    aliases: [],
  }));
  const owners = new Map(book.map((customer) => [customer.key, customer]));
  const rows = data.followups.filter((_, at) => at % 5 === 0);
  const parsed = rows.map((row) => ({
    row,
    said: parseFollowup(row.text, {
      now: row.loggedAt,
      zone: input.zone,
      currency: input.currency,
      calendar: input.calendar,
      customers: book.filter(
        ({ key, ownerKey }) => key === row.customerKey || ownerKey === row.memberKey,
      ),
    }),
  }));
  const right = (holds: (pair: (typeof parsed)[number]) => boolean): number => share(parsed, holds);
  expect(
    right(({ row, said }) => said.customer?.id === owners.get(row.customerKey)?.id),
  ).toBeGreaterThan(0.97);
  expect(right(({ row, said }) => said.outcome === row.outcome)).toBeGreaterThan(0.9);
  expect(right(({ row, said }) => said.intent === row.grade)).toBeGreaterThan(0.97);
  expect(
    right(({ row, said }) => (said.amount?.value ?? null) === (row.amount && majorOf(row.amount))),
  ).toBeGreaterThan(0.97);
  expect(right(({ row, said }) => said.channel === row.channel)).toBeGreaterThan(0.9);
  expect(
    right(({ row, said }) => (said.next?.at ?? null) === (row.next?.at ?? null)),
  ).toBeGreaterThan(0.85);
});

test('the best fifth of a large team brings in about half of the revenue', () => {
  const members = Array.from(
    { length: 20 },
    (_, slot): DemoMember => ({ key: `r${slot}`, role: 'rep', locale: 'zh', slot }),
  );
  const { deals } = generate({ ...input, seed: 'revenue', workdays: 40, members });
  const revenue = members
    .map(({ key }) =>
      sum(
        deals
          .filter((deal) => deal.memberKey === key && deal.status === 'won')
          .map(({ amount }) => amount.minor),
      ),
    )
    .sort((a, b) => b - a);
  const top = sum(revenue.slice(0, 4)) / sum(revenue);
  expect(top).toBeGreaterThan(0.35);
  expect(top).toBeLessThan(0.85);
});
