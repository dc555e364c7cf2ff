// Recognition at the hour of the day's post: the much-improved week, and a customer's best rating.
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, HOUR } from '../../../src/domain/time.ts';
import { JOBS } from '../../../src/jobs/index.ts';
import { recognition } from '../../../src/jobs/recognition.ts';
import { tick } from '../../../src/jobs/tick.ts';
import { milestone, satisfaction, score } from '../../../src/store/schema/index.ts';
import { changeTeam } from '../../../src/store/team.ts';
import { giveCustomer, memberOf, outboxOf } from '../../support/book.ts';
import { botPerTest, textOf } from '../../support/bot.ts';
import { change, noticed, posted, postsOf, toldTo } from '../../support/recognition.ts';

const SELLERS = ['甲一', '乙二', '丙三', '丁四', '戊五'];
const bot = botPerTest([
  { user: 'mei', name: '梅琳', role: 'manager' },
  ...SELLERS.map((name) => ({ user: name, name })),
]);
const DAY = 24 * HOUR;
/** Monday 16 March 2026, 18:30 in Shanghai; the week before is over. */
const MONDAY = Date.parse('2026-03-16T18:30:00+08:00');
const WEEK = '2026-03-09';

const never = (error: unknown): void => {
  throw error;
};
const tickAt = (now: number) => {
  bot.now = now;
  return tick(bot.workspace, [recognition], now, never);
};

/** A member's closed week. */
const closed = (name: string, fromDay: string, total: number, extra: object = {}) => {
  const { id } = memberOf(bot, name);
  const values = {
    memberId: id,
    period: 'week' as const,
    fromDay,
    asOf: addDays(fromDay, 6),
    standard: 1,
    total,
    available: 100,
    provisional: false,
    facts: {} as never,
    stale: false,
    computedAt: MONDAY - 15 * HOUR,
    ...extra,
  };
  return bot.workspace.write((db) =>
    db
      .insert(score)
      .values(values)
      .onConflictDoUpdate({ target: [score.memberId, score.period, score.fromDay], set: values })
      .run(),
  );
};
/** Four weeks of these, then the week before with the last. */
const weeks = async (name: string, ...totals: number[]) => {
  for (const [n, total] of totals.entries()) {
    await closed(name, addDays(WEEK, -7 * (totals.length - 1 - n)), total);
  }
};
const said = () =>
  outboxOf(bot).flatMap(({ key, card }) => (key.startsWith('milestone:') ? [textOf(card)] : []));

it('is one of the jobs, before the post of the day', () => {
  const names = JOBS.map(({ name }) => name);
  expect(names.indexOf('recognition')).toBeLessThan(names.indexOf('leaderboard'));
});

describe('a much-improved week', () => {
  beforeEach(async () => {
    for (const name of SELLERS.slice(1)) await weeks(name, 70, 70, 70, 70, 70);
  });

  it('is more than three points over the median of the four before, said at the post’s hour', async () => {
    await weeks('甲一', 60, 62, 61, 90, 64.6);
    await tickAt(MONDAY - 60_000);
    expect(said()).toEqual([]);
    await tickAt(MONDAY);
    // The median of 60, 62, 61, 90 is 61.5.
    expect(said()).toEqual(['进步明显\n@甲一上周积分比平时高出 3.1 分，进步明显！']);
    expect(noticed(bot)).toEqual(['improved week:2026-03-09']);
  });

  it.each([
    ['just three points', [60, 62, 61, 90, 64.5]],
    ['two weeks before only', [60, 61, 70]],
  ])('is not %s', async (_what, totals) => {
    await weeks('甲一', ...totals);
    await tickAt(MONDAY);
    expect(noticed(bot)).toEqual([]);
  });

  it('is not one of which too little was measured, nor one not closed yet', async () => {
    await weeks('甲一', 60, 60, 60, 60, 80);
    await closed('甲一', WEEK, 80, { provisional: true });
    await tickAt(MONDAY);
    await closed('甲一', WEEK, 80, { asOf: '2026-03-14' });
    await tickAt(MONDAY + DAY);
    expect(noticed(bot)).toEqual([]);
    // Closed at last: Wednesday is not too late.
    await closed('甲一', WEEK, 80);
    await tickAt(MONDAY + 2 * DAY);
    expect(noticed(bot)).toEqual(['improved week:2026-03-09']);
  });

  it('is said once a week, and once a month of a member', async () => {
    await weeks('甲一', 60, 60, 60, 60, 80);
    await tickAt(MONDAY);
    await tickAt(MONDAY + DAY);
    await closed('甲一', '2026-03-16', 99, { computedAt: MONDAY + 6 * DAY + 9 * HOUR });
    await tickAt(MONDAY + 7 * DAY);
    expect(said()).toHaveLength(1);
  });

  it('is told alone to who is not named in public', async () => {
    await change(bot, '甲一', { optedOut: true });
    await weeks('甲一', 60, 60, 60, 60, 80);
    await tickAt(MONDAY);
    expect(postsOf(bot)).toEqual([]);
    expect(toldTo(bot, '甲一')).toEqual([
      '进步明显\n你上周积分比平时高出 20.0 分，进步明显！\n这条只有你能看到。',
    ]);
  });

  it('is taken back when the week, closed again, is not', async () => {
    await weeks('甲一', 60, 60, 60, 60, 80);
    await tickAt(MONDAY);
    await posted(bot);
    await tickAt(MONDAY + DAY);
    expect(noticed(bot)).toEqual(['improved week:2026-03-09']);
    await closed('甲一', WEEK, 62);
    await tickAt(MONDAY + 2 * DAY);
    expect(noticed(bot)).toEqual(['-improved week:2026-03-09']);
    expect(postsOf(bot).at(-1)).toContain('已撤回');
    expect(toldTo(bot, '甲一').at(-1)).toContain('已撤回：进步明显');
  });

  it('stays when the week is only computed again meanwhile', async () => {
    await weeks('甲一', 60, 60, 60, 60, 80);
    await tickAt(MONDAY);
    await bot.workspace.write((db) => db.delete(score).where(eq(score.fromDay, WEEK)).run());
    await tickAt(MONDAY + DAY);
    expect(noticed(bot)).toEqual(['improved week:2026-03-09']);
  });
});

describe('a customer’s best rating', () => {
  const rate = async (name: string, customer: string, rating: number, askedOn = '2026-03-16') => {
    const { id: memberId } = memberOf(bot, name);
    const { id: customerId } = await giveCustomer(bot, customer, name);
    const row = { memberId, customerId, askedOn, rating };
    return bot.workspace.write((db) => db.insert(satisfaction).values(row).returning().get().id);
  };
  const rateAgain = (id: number, rating: number | null) =>
    bot.workspace.write((db) =>
      db.update(satisfaction).set({ rating }).where(eq(satisfaction.id, id)).run(),
    );

  it('is said without the customer’s name', async () => {
    await rate('甲一', '晨光科技', 5);
    await tickAt(MONDAY);
    expect(said()).toEqual(['客户点赞\n有客户给@甲一打了满分 5 分！']);
    expect(noticed(bot)).toEqual(['customer_thanks customer:1:2026-03-01']);
    const kept = bot.workspace.read((db) => db.select().from(milestone).all());
    expect(JSON.stringify([kept, said()])).not.toContain('晨光');
  });

  it('is not a four, nor one of last week that was brought in', async () => {
    await rate('甲一', '晨光科技', 4);
    await rate('乙二', '远航物流', 5, '2026-03-13');
    await tickAt(MONDAY);
    expect(noticed(bot)).toEqual([]);
  });

  it('is said once a customer a month', async () => {
    const id = await rate('甲一', '晨光科技', 5);
    await bot.workspace.write((db) => {
      const [row] = db.select().from(satisfaction).where(eq(satisfaction.id, id)).all();
      if (row === undefined) throw new Error('no answer');
      const { id: _, ...again } = row;
      db.insert(satisfaction)
        .values({ ...again, memberId: again.memberId + 1 })
        .run();
    });
    await tickAt(MONDAY);
    await tickAt(MONDAY + DAY);
    expect(said()).toHaveLength(1);
  });

  it('is taken back when the answer is corrected', async () => {
    const id = await rate('甲一', '晨光科技', 5);
    await tickAt(MONDAY);
    await posted(bot);
    await rateAgain(id, 3);
    await tickAt(MONDAY + DAY);
    expect(noticed(bot)).toEqual(['-customer_thanks customer:1:2026-03-01']);
    await rateAgain(id, 5);
    await tickAt(MONDAY + 2 * DAY);
    expect(noticed(bot)).toEqual(['customer_thanks customer:1:2026-03-01']);
  });

  it('is not said where the rule is off, nor of who has left', async () => {
    await rate('甲一', '晨光科技', 5);
    await rate('乙二', '远航物流', 5);
    await change(bot, '乙二', { leftOn: '2026-03-15' });
    await bot.workspace.write((db) =>
      changeTeam(db, 1, { recognition: { milestones: { customer_thanks: false } } }),
    );
    await tickAt(MONDAY);
    expect(noticed(bot)).toEqual([]);
  });
});
