// The worked examples of the domain method, from rows in SQLite to the score.
import { describe, expect, it } from 'vitest';
import { DEFAULT_CAPS } from '../../../src/domain/fairness/counting.ts';
import { periodAround } from '../../../src/domain/period.ts';
import type { MetricKey } from '../../../src/domain/scoring/metrics.ts';
import { PRESETS, type Standard } from '../../../src/domain/standard.ts';
import { dayOf, instantOf, MINUTE } from '../../../src/domain/time.ts';
import { addCustomer } from '../../../src/store/customer.ts';
import { recordFollowup } from '../../../src/store/followup.ts';
import { addLead } from '../../../src/store/lead.ts';
import { addLeave, changeMember, findMember } from '../../../src/store/member.ts';
import { addInvoice, addPayment } from '../../../src/store/payment.ts';
import { standard } from '../../../src/store/schema/index.ts';
import { computeScore, windowOf } from '../../../src/store/score.ts';
import { findTeam, setTeamDay } from '../../../src/store/team.ts';
import type { Db } from '../../../src/store/workspace.ts';
import { botPerTest } from '../../support/bot.ts';
import { said } from '../state.ts';

const ZONE = 'Asia/Shanghai';
const LI = 3;

const bot = botPerTest();

const install = (db: Db, rules: Standard): void => {
  db.insert(standard)
    .values({
      version: 2,
      body: JSON.stringify({ ...rules, version: 2 }),
      effectiveFrom: '2026-01-01',
      createdAt: 0,
    })
    .run();
};

const at = (day: string, clock: string): number => instantOf(day, clock, ZONE);

/** One metric of 李雷's month as it stands at an instant. */
const metricAt = (key: MetricKey, now: number) =>
  bot.workspace.read((db) => {
    const [member, team] = [findMember(db, LI), findTeam(db, 1)];
    if (member === undefined || team === undefined) throw new Error('nobody');
    const window = windowOf(db, team, periodAround('month', dayOf(now, ZONE)), now);
    const { explanation } = computeScore(db, member, 'month', window).score;
    const found = explanation.dimensions
      .flatMap(({ metrics }) => metrics)
      .find((m) => m.key === key);
    if (found === undefined) throw new Error(`no ${key}`);
    return found;
  });

const follow = (db: Db, customerId: number, when: number): void => {
  recordFollowup(
    db,
    {
      memberId: LI,
      teamId: 1,
      customerId,
      contact: null,
      channel: 'phone',
      outcome: 'connected',
      grade: null,
      amountMinor: null,
      amountMaxMinor: null,
      currency: null,
      amountRole: null,
      duration: null,
      occurredAt: when,
      day: dayOf(when, ZONE),
      loggedAt: when,
      text: '谈了方案',
      fields: {},
      completeness: 1_000_000,
      source: 'line',
      clarify: [],
    },
    null,
    DEFAULT_CAPS,
  );
};

const customerIn = (db: Db, name: string): number =>
  addCustomer(db, { name, ownerId: LI, at: at('2026-01-05', '09:00') }).id;

describe('E7: collected of what was due and overdue', () => {
  const due = (db: Db) => {
    install(db, PRESETS.field_smb);
    const yuan = (amount: number) => ({ amountMinor: amount * 100_000, currency: 'CNY' as const });
    const [a, b] = [customerIn(db, '甲方'), customerIn(db, '乙方')];
    const invoice = { memberId: LI, dealId: null };
    // The window reaches 90 days back: to 1 January.
    addInvoice(db, { ...invoice, customerId: a, dueOn: '2025-12-20', ...yuan(100) });
    addInvoice(db, { ...invoice, customerId: a, dueOn: '2026-02-10', ...yuan(200) });
    addInvoice(db, { ...invoice, customerId: b, dueOn: '2026-03-20', ...yuan(100) });
    // Not due yet, disputed, and somebody else's: none of it counts.
    addInvoice(db, { ...invoice, customerId: b, dueOn: '2026-05-01', ...yuan(500) });
    addInvoice(db, {
      ...invoice,
      customerId: b,
      dueOn: '2026-03-01',
      disputed: true,
      ...yuan(500),
    });
    addInvoice(db, { ...invoice, memberId: 4, customerId: b, dueOn: '2026-03-01', ...yuan(500) });
    const payment = { memberId: LI, teamId: 1, note: null, followupId: null };
    return { a, b, yuan, payment };
  };

  it('300k due + 100k overdue, 340k collected: 0.85, which is 75.5556', async () => {
    await bot.workspace.write((db) => {
      const { a, b, yuan, payment } = due(db);
      addPayment(db, { ...payment, customerId: a, paidOn: '2026-02-15', ...yuan(250) });
      addPayment(db, { ...payment, customerId: b, paidOn: '2026-03-25', ...yuan(90) });
    });
    const metric = metricAt('collection', at('2026-03-31', '18:00'));
    expect(metric.inputs).toMatchObject({
      dueMinor: 40_000_000,
      collectedMinor: 34_000_000,
      invoices: 3,
    });
    expect(metric.value).toBeCloseTo(0.85, 9);
    expect(metric.score).toBeCloseTo(75.5556, 3);
    // Down to the rows: what is open of each, and which of them came in.
    bot.now = at('2026-03-31', '18:00');
    const text = said(await bot.say('li', '/score why 回款率'));
    expect(text).toMatch(
      /3月20日周五 \| 乙方 \| ¥100,000，.+ \| –\n2月10日周二 \| 甲方 \| ¥200,000，.+ \| –\n2025年12月20日周六 \| 甲方 \| ¥100,000，.+ \| 是$/mu,
    );
    expect(text).not.toContain('¥500,000');
  });

  it('an advance payment counts when its invoice falls due, and no invoice more than in full', async () => {
    await bot.workspace.write((db) => {
      const { a, b, yuan, payment } = due(db);
      // Paid before the window, for what falls due in it; and more than was asked for.
      addPayment(db, { ...payment, customerId: b, paidOn: '2025-11-01', ...yuan(90) });
      addPayment(db, { ...payment, customerId: a, paidOn: '2026-02-15', ...yuan(450) });
      addPayment(db, { ...payment, customerId: a, paidOn: '2026-03-15', ...yuan(-200) });
    });
    const metric = metricAt('collection', at('2026-03-31', '18:00'));
    expect(metric.inputs).toMatchObject({ dueMinor: 40_000_000, collectedMinor: 34_000_000 });
  });

  it('what was paid in full before the window is neither due nor collected', async () => {
    await bot.workspace.write((db) => {
      const { a, yuan, payment } = due(db);
      addPayment(db, { ...payment, customerId: a, paidOn: '2025-12-25', ...yuan(100) });
    });
    const metric = metricAt('collection', at('2026-03-31', '18:00'));
    expect(metric.inputs).toMatchObject({ dueMinor: 30_000_000, collectedMinor: 0, invoices: 2 });
  });
});

describe('E13: a target shrinks with leave, and grows with the ramp', () => {
  const rules: Standard = { ...PRESETS.consultant, ramp: [0.25, 0.5, 0.75, 1] };
  const work = (db: Db, count: number) => {
    for (let i = 0; i < count; i++) {
      const day = `2026-03-${String(2 + (i % 5)).padStart(2, '0')}`;
      follow(db, customerIn(db, `客户${i}`), at(day, '10:00') + i * MINUTE);
    }
  };
  const NOW = at('2026-03-31', '20:00');

  it('22 working days, 5 of leave, 8 a day, 120 done: T′ = 136, which is 75.8308', async () => {
    await bot.workspace.write((db) => {
      install(db, rules);
      for (const day of ['09', '10', '11', '12', '13']) addLeave(db, LI, `2026-03-${day}`);
      // Leave on a Saturday takes nothing off.
      addLeave(db, LI, '2026-03-14');
      work(db, 120);
    });
    const metric = metricAt('followups', NOW);
    expect(metric.inputs).toMatchObject({
      counted: 120,
      eligibleDays: 17,
      windowDays: 22,
      target: 136,
    });
    expect(metric.score).toBeCloseTo(75.8308, 3);
  });

  it('without the leave it would be 66.6244', async () => {
    await bot.workspace.write((db) => {
      install(db, rules);
      work(db, 120);
    });
    expect(metricAt('followups', NOW).score).toBeCloseTo(66.6244, 3);
  });

  it('a day the team takes off asks for nothing, a make-up day for a day’s worth', async () => {
    await bot.workspace.write((db) => {
      install(db, rules);
      for (const day of ['09', '10', '11', '12', '13']) setTeamDay(db, 1, `2026-03-${day}`, 'off');
      setTeamDay(db, 1, '2026-03-14', 'work');
      work(db, 120);
    });
    expect(metricAt('followups', NOW).inputs).toMatchObject({ eligibleDays: 18, target: 144 });
  });

  it('E13b: in the second month at 50 %, 88 done of 176 is on target: 80', async () => {
    await bot.workspace.write((db) => {
      install(db, rules);
      changeMember(db, LI, { joinedOn: '2026-02-15' });
      work(db, 88);
    });
    const metric = metricAt('followups', NOW);
    expect(metric.inputs).toMatchObject({ ramp: 0.5, target: 88 });
    expect(metric.score).toBeCloseTo(80, 9);
  });

  it('asks for as much as the board asks of the team', async () => {
    await bot.workspace.write((db) => {
      install(db, rules);
      changeMember(db, LI, { joinedOn: '2026-02-15' });
      db.run("update member set left_on = '2026-01-31' where id in (4, 5)");
    });
    bot.now = NOW;
    const replies = await bot.say('mei', '/leaderboard month');
    expect(JSON.stringify(replies)).toContain('0 / 88');
  });

  it('with fewer than five eligible days says nothing about habits', async () => {
    await bot.workspace.write((db) => {
      install(db, rules);
      for (let day = 2; day <= 25; day++)
        addLeave(db, LI, `2026-03-${String(day).padStart(2, '0')}`);
      work(db, 10);
    });
    expect(metricAt('followups', NOW)).toMatchObject({ state: 'na', score: null });
  });
});

describe('E2b: first responses, each scored for itself', () => {
  const lead = (db: Db, name: string, day: string, clock: string): number => {
    const customerId = customerIn(db, name);
    addLead(db, {
      customerId,
      memberId: LI,
      kind: 'inbound',
      source: null,
      assignedAt: at(day, clock),
      assignedOn: day,
    });
    return customerId;
  };

  it('answered after 4, 12, 45 and 600 working minutes: 67.9294 on average', async () => {
    await bot.workspace.write((db) => {
      install(db, PRESETS.inside_sales);
      follow(db, lead(db, '甲', '2026-03-09', '09:00'), at('2026-03-09', '09:04'));
      // In the lunch break nobody's clock runs.
      follow(db, lead(db, '乙', '2026-03-09', '11:55'), at('2026-03-09', '13:07'));
      // Friday evening to Monday morning.
      follow(db, lead(db, '丙', '2026-03-06', '22:00'), at('2026-03-09', '09:45'));
      follow(db, lead(db, '丁', '2026-03-09', '09:00'), at('2026-03-10', '11:00'));
      // Still within its time: not judged yet.
      lead(db, '戊', '2026-03-11', '09:50');
    });
    const metric = metricAt('response', at('2026-03-11', '10:00'));
    expect(metric.inputs).toMatchObject({ answered: 4, unanswered: 0, pending: 1 });
    expect(metric.score).toBeCloseTo(67.9294, 3);
  });

  it('one that is not answered is scored at its wait once its time is up', async () => {
    await bot.workspace.write((db) => {
      install(db, PRESETS.inside_sales);
      lead(db, '甲', '2026-03-11', '09:00');
    });
    expect(metricAt('response', at('2026-03-11', '09:30')).score).toBeNull();
    // 60 minutes: a doubling beyond 30 costs 16 points.
    expect(metricAt('response', at('2026-03-11', '10:00')).score).toBeCloseTo(64, 9);
  });

  it('a follow-up logged more than two days late does not stop the clock', async () => {
    await bot.workspace.write((db) => {
      install(db, PRESETS.inside_sales);
      const customerId = lead(db, '甲', '2026-03-09', '09:00');
      follow(db, customerId, at('2026-03-09', '09:04'));
      db.run(`update followup set logged_at = ${at('2026-03-11', '09:05')}`);
      follow(db, customerId, at('2026-03-11', '11:00'));
    });
    const metric = metricAt('response', at('2026-03-11', '12:00'));
    expect(metric.inputs.median).toBe(480 + 480 + 120);
  });
});
