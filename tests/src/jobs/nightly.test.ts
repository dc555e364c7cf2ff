// The night's bookkeeping: the counters are what the log says, scores are closed, priors frozen.
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../src/domain/time.ts';
import { nightly } from '../../../src/jobs/nightly.ts';
import { tick } from '../../../src/jobs/tick.ts';
import { addCustomer } from '../../../src/store/customer.ts';
import { addDeal } from '../../../src/store/deal.ts';
import { refreshRollup } from '../../../src/store/rollup.ts';
import { audit, occurrence, prior, score } from '../../../src/store/schema/index.ts';
import { botPerTest } from '../../support/bot.ts';
import { scoreOf } from '../state.ts';

const bot = botPerTest();

const shanghai = (text: string): number => Date.parse(`${text}:00+08:00`);

const tickAt = (now: number) =>
  tick(bot.workspace, [nightly], now, (error) => {
    throw error;
  });

const found = () =>
  bot.workspace
    .read((db) => db.select().from(audit).where(eq(audit.action, 'recount.difference')).all())
    .map(({ subject, after }) => ({ subject, ...(after as object) }));

const work = async () => {
  await bot.say('li', '/followup 电话联系晨光科技张总，谈了方案，意向A，报价10万，周五演示');
  bot.now += HOUR;
  await bot.say('li', '/followup 拜访华星电子，谈了产线和预算，意向B，下周一演示');
  await bot.say('wang', '/followup 微信联系远航物流，发了案例，意向C，周五回电');
};

describe('the recount', () => {
  it('finds nothing on good data', async () => {
    await work();
    await tickAt(shanghai('2026-03-12T03:00'));
    expect(found()).toEqual([]);
  });

  it('finds a counter that was tampered with, names it, and leaves it for people to judge', async () => {
    await work();
    await bot.workspace.write((db) => {
      db.run("update rollup set counted = 9 where member_id = 3 and day = '2026-03-11'");
    });
    await tickAt(shanghai('2026-03-12T03:00'));
    expect(found()).toEqual([
      {
        subject: 'member:3',
        memberId: 3,
        day: '2026-03-11',
        counter: 'counted',
        stored: 9,
        counted: 2,
      },
    ]);
  });

  it('finds a row that is missing, and one that should not be there', async () => {
    await work();
    await bot.workspace.write((db) => {
      db.run("delete from rollup where member_id = 4 and day = '2026-03-11'");
      db.run("insert into rollup (member_id, day, recorded) values (5, '2026-03-11', 1)");
    });
    await tickAt(shanghai('2026-03-12T03:00'));
    const subjects = new Set(found().map(({ subject }) => subject));
    expect(subjects).toEqual(new Set(['member:4', 'member:5']));
  });

  it('finds who was counted as followed up, and was not', async () => {
    await work();
    await bot.workspace.write((db) => {
      db.run('update touch set customer_id = 3 where member_id = 3 and customer_id = 1');
    });
    await tickAt(shanghai('2026-03-12T03:00'));
    expect(found()).toMatchObject([
      { subject: 'member:3', counter: 'touch:3', stored: 1, counted: 0 },
      { subject: 'member:3', counter: 'touch:1', stored: 0, counted: 1 },
    ]);
  });
});

describe('closing', () => {
  it('keeps yesterday’s scores of every seller, for the day, the week and the month', async () => {
    await work();
    const before = scoreOf(bot, 'li', 'day').score.value;
    await tickAt(shanghai('2026-03-12T03:00'));
    const rows = bot.workspace.read((db) =>
      db.select().from(score).where(eq(score.memberId, 3)).orderBy(score.period).all(),
    );
    expect(rows.map(({ period, fromDay, asOf }) => [period, fromDay, asOf])).toEqual([
      ['day', '2026-03-11', '2026-03-11'],
      ['month', '2026-03-01', '2026-03-11'],
      ['week', '2026-03-09', '2026-03-11'],
    ]);
    expect(rows[0]?.total).toBeCloseTo(before ?? Number.NaN, 9);
    // Managers and admins do not sell here.
    const members = bot.workspace.read((db) => db.select({ id: score.memberId }).from(score).all());
    expect(new Set(members.map(({ id }) => id))).toEqual(new Set([3, 4, 5, 6]));
  });

  it('once a night, and still the same day when the machine was down at three', async () => {
    await work();
    await tickAt(shanghai('2026-03-12T03:00'));
    await tickAt(shanghai('2026-03-12T03:01'));
    await tickAt(shanghai('2026-03-13T11:30'));
    const rows = bot.workspace.read((db) =>
      db.select().from(occurrence).where(eq(occurrence.scope, '1')).all(),
    );
    expect(rows.map(({ day, state }) => `${day} ${state}`)).toEqual([
      '2026-03-12 done',
      '2026-03-13 done',
    ]);
  });

  it('closes the week that ended while the machine was off', async () => {
    await work();
    await tickAt(shanghai('2026-03-13T03:00'));
    await tickAt(shanghai('2026-03-18T12:00'));
    const week = bot.workspace.read((db) =>
      db.select().from(score).where(eq(score.memberId, 3)).all(),
    );
    expect(
      week.filter(({ period }) => period === 'week').map(({ fromDay, asOf }) => [fromDay, asOf]),
    ).toEqual([
      ['2026-03-09', '2026-03-15'],
      ['2026-03-16', '2026-03-17'],
    ]);
  });
});

describe('priors', () => {
  const close = (status: 'won' | 'lost', closedOn: string) =>
    bot.workspace.write((db) => {
      const { id } = addCustomer(db, { name: `${status} ${closedOn}`, ownerId: 3, at: 0 });
      addDeal(db, { customerId: id, memberId: 3, teamId: 1, status, openedOn: closedOn, closedOn });
      refreshRollup(db, 3, closedOn);
    });
  const priors = () => bot.workspace.read((db) => db.select().from(prior).all());

  it('are frozen once for the month, whatever happens afterwards', async () => {
    await close('won', '2026-02-10');
    await close('lost', '2026-02-11');
    await close('lost', '2026-02-12');
    await close('won', '2026-03-11');
    await tickAt(shanghai('2026-03-12T03:00'));
    const frozen = priors();
    expect(frozen).toMatchObject([{ month: '2026-03-01', metric: 'win' }]);
    // One of three, drawn towards what the standard takes for usual: 28 % with the weight of 15 cases.
    expect(frozen[0]?.mean).toBeCloseTo((1 + 15 * 0.28) / (3 + 15), 9);
    await close('won', '2026-02-13');
    await tickAt(shanghai('2026-03-13T03:00'));
    expect(priors()).toEqual(frozen);
    await tickAt(shanghai('2026-04-01T03:00'));
    expect(priors().map(({ month }) => month)).toEqual(['2026-03-01', '2026-04-01']);
    expect(priors()[1]?.mean).toBeCloseTo((3 + 15 * 0.28) / (5 + 15), 9);
  });
});
