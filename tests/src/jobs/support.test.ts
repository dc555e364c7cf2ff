// What managers learn weekly, in private: who could do with a word, whom recognition reaches, and how evenly.
import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, HOUR } from '../../../src/domain/time.ts';
import { support } from '../../../src/jobs/support.ts';
import { tick } from '../../../src/jobs/tick.ts';
import { addLeave, changeMember } from '../../../src/store/member.ts';
import { milestone, redemption, reward } from '../../../src/store/schema/index.ts';
import { computeTotal, keepScore, windowOf } from '../../../src/store/score.ts';
import { addSpot } from '../../../src/store/spot.ts';
import { changeTeam, findTeam, setTeamDay } from '../../../src/store/team.ts';
import { giveCustomer, memberOf, outboxOf } from '../../support/book.ts';
import { botPerTest, cardOf, textOf } from '../../support/bot.ts';
import { change, toldTo } from '../../support/recognition.ts';
import { thanked } from '../../support/thanks.ts';

const SELLERS = ['甲一', '乙二', '丙三', '丁四', '戊五', '己六'];
const bot = botPerTest([
  { user: 'ann', name: '安然', role: 'admin' },
  { user: 'mei', name: '梅琳', role: 'manager' },
  { user: 'max', name: 'Max', role: 'manager', locale: 'en', team: 1 },
  ...SELLERS.map((name) => ({ user: name, name })),
]);
/** Monday 16 March 2026, 09:30 in Shanghai. */
const MONDAY = Date.parse('2026-03-16T09:30:00+08:00');
const never = (error: unknown): void => {
  throw error;
};
const tickAt = (now: number) => {
  bot.now = now;
  return tick(bot.workspace, [support], now, never);
};
const told = async (now = MONDAY): Promise<string> => {
  await tickAt(now);
  return toldTo(bot, 'mei').at(-1) ?? '';
};
const asked = async (user = 'mei', line = '/kudos team') => {
  bot.now = MONDAY;
  return textOf(cardOf(await bot.say(user, line)));
};
const all = async (day = '2026-03-10') => {
  for (const name of SELLERS) await thanked(bot, ['梅琳', name], day);
};
/** A week's score, computed after it was over; `total` instead of what comes out, if given. */
const closeWeek = async (name: string, fromDay: string, total?: number) => {
  const who = memberOf(bot, name);
  const now = MONDAY - 6 * HOUR;
  await bot.workspace.write((db) => {
    const team = findTeam(db, 1);
    if (team === undefined) throw new Error('no team');
    const days = { from: fromDay, to: addDays(fromDay, 6) };
    const computed = computeTotal(db, who, 'week', windowOf(db, team, days, now));
    const value = total ?? computed.score.value;
    const provisional = total === undefined && computed.score.provisional;
    keepScore(db, { ...computed, score: { ...computed.score, value, provisional } }, now);
  });
};
/** Weekly scores of the last weeks that are over, the newest last. */
const weeks = async (name: string, ...totals: number[]) => {
  for (const [n, total] of totals.entries()) {
    await closeWeek(name, addDays('2026-03-09', -7 * (totals.length - 1 - n)), total);
  }
};

describe('when it comes', () => {
  it('on Mondays at half past nine, to managers alone, once', async () => {
    await tickAt(MONDAY - 60_000);
    expect(outboxOf(bot)).toEqual([]);
    await tickAt(MONDAY);
    await tickAt(MONDAY + 60_000);
    await tickAt(MONDAY + 24 * HOUR);
    expect(outboxOf(bot).map(({ target }) => target)).toMatchObject([
      { kind: 'person', user: 'mei' },
    ]);
    await tickAt(MONDAY + 7 * 24 * HOUR);
    expect(toldTo(bot, 'mei')).toHaveLength(2);
  });

  it('on the working day after a Monday off; to the admins of a team without a manager', async () => {
    await change(bot, '梅琳', { role: 'rep' });
    await bot.workspace.write((db) => setTeamDay(db, 1, '2026-03-16', 'off'));
    await tickAt(MONDAY);
    expect(outboxOf(bot)).toEqual([]);
    await tickAt(MONDAY + 24 * HOUR);
    expect(toldTo(bot, 'ann')).toHaveLength(1);
  });

  it('not where the team has it switched off', async () => {
    await bot.workspace.write((db) => changeTeam(db, 1, { recognition: { support: false } }));
    expect(await told()).toBe('');
  });
});

describe('who could do with a word', () => {
  it('is nobody where everybody was recognised', async () => {
    await all();
    expect(await told()).toContain('近四周大家都得到过认可');
  });

  it('is who had none of thanks, milestones, awards or rewards for four weeks', async () => {
    await all('2026-02-15');
    await thanked(bot, ['梅琳', '甲一'], '2026-02-16');
    const [noticedId = 0, spotId = 0, memberId = 0] = ['乙二', '丙三', '丁四'].map(
      (name) => memberOf(bot, name).id,
    );
    const giverId = memberOf(bot, '梅琳').id;
    await bot.workspace.write((db) => {
      const { id } = db
        .insert(reward)
        .values({ name: '半天假', detail: '', cost: 0, taxable: false })
        .returning()
        .get();
      const decidedAt = MONDAY - 20 * 24 * HOUR;
      const then = { day: '2026-02-24', at: decidedAt };
      db.insert(milestone)
        .values({ ...then, rule: 'streak', memberId: noticedId, teamId: 1, cause: 'x', params: {} })
        .run();
      addSpot(db, { ...then, giverId, receiverId: spotId, teamId: 1, reason: '接住了故障' });
      db.insert(redemption)
        .values({ rewardId: id, memberId, cost: 0, state: 'approved', at: decidedAt, decidedAt })
        .run();
    });
    const text = await told();
    expect(text).toContain('戊五：近四周没有得到认可\n聊聊最近几周怎么样，有什么难处。');
    expect(text).toContain('己六：近四周没有得到认可');
    for (const name of ['甲一', '乙二', '丙三', '丁四']) expect(text).not.toContain(`${name}：`);
  });

  it('is not new, not long away, not gone', async () => {
    const [fresh, away, gone] = ['甲一', '乙二', '丙三'].map((name) => memberOf(bot, name).id);
    await bot.workspace.write((db) => {
      changeMember(db, fresh ?? 0, { joinedOn: '2026-02-20' });
      changeMember(db, gone ?? 0, { leftOn: '2026-03-13' });
      for (let day = '2026-02-23'; day <= '2026-03-13'; day = addDays(day, 1)) {
        addLeave(db, away ?? 0, day);
      }
    });
    const text = await told();
    expect(text).toContain('丁四：');
    for (const name of ['甲一', '乙二', '丙三']) expect(text).not.toContain(name);
  });

  it('is whose weekly score fell twice in a row', async () => {
    await all();
    await weeks('甲一', 70, 66.2, 61);
    await weeks('乙二', 70, 60, 61);
    await weeks('丙三', 66, 61);
    const text = await told();
    expect(text).toContain('甲一：周积分连续两次下滑（70.0 → 66.2 → 61.0）');
    expect(text).not.toMatch(/乙二：|丙三：/u);
  });

  it('comes with what is next for them', async () => {
    const customer = await giveCustomer(bot, '晨光科技', '甲一');
    bot.now = Date.parse('2026-03-11T10:00:00+08:00');
    await bot.say('甲一', '/followup 电话联系晨光科技张总，聊了25分钟，意向A，3月18日下午3点演示');
    expect(customer.name).toBe('晨光科技');
    expect(await told()).toMatch(
      /甲一：.*\n接下来：演示 · 3月18日周三 15:00（晨光科技）。问问需要什么支持。/u,
    );
  });

  it('comes with what they did best, from the numbers of the week', async () => {
    await giveCustomer(bot, '晨光科技', '甲一');
    for (const day of ['09', '10', '12', '13']) {
      for (const hour of ['09', '10', '11', '14', '15', '16', '17', '18', '19', '20']) {
        bot.now = Date.parse(`2026-03-${day}T${hour}:00:00+08:00`);
        const customer = `公司${day}${hour}`;
        await giveCustomer(bot, customer, '甲一');
        await bot.say('甲一', `/followup 电话联系${customer}，聊了25分钟，意向A，报价15万`);
      }
    }
    await closeWeek('甲一', '2026-03-09');
    expect(await told()).toMatch(/甲一：.*\n做得好的地方：上周“跟进次数”得 \d+\.\d 分/u);
  });

  it('is listed up to eight, and how many more', async () => {
    await bot.restart([
      { user: 'mei', name: '梅琳', role: 'manager' },
      ...Array.from({ length: 20 }, (_, n) => ({ user: `u${n}`, name: `成员${n}` })),
    ]);
    const text = await told();
    expect(text.match(/近四周没有得到认可/gu)).toHaveLength(8);
    expect(text).toContain('… 还有 12 位');
  });

  it('is never posted', async () => {
    await tickAt(MONDAY);
    expect(outboxOf(bot).every(({ target }) => target.kind === 'person')).toBe(true);
  });
});

describe('whom recognition reaches', () => {
  it('is the month so far and the one before, members once', async () => {
    await thanked(bot, ['梅琳', '甲一', '乙二', '丙三'], '2026-03-03');
    await thanked(bot, ['安然', '甲一'], '2026-03-04');
    await thanked(bot, ['安然', '甲一'], '2026-02-04', { nth: 2 });
    const text = await told();
    expect(text).toContain('2026年3月至今: 3 / 6 人，50%，人均 0.7 次认可');
    expect(text).toContain('2026年2月: 1 / 6 人，17%，人均 0.1 次认可');
  });

  it('of fewer than five is shown and not measured', async () => {
    for (const name of ['甲一', '乙二']) await change(bot, name, { leftOn: '2026-03-01' });
    await thanked(bot, ['梅琳', '丙三'], '2026-03-03');
    const text = await told();
    expect(text).toContain('2026年3月至今: 1 / 4 人，人均 0.3 次认可');
    expect(text).toContain('不足五人的团队只显示人数');
  });

  it('is said to be uneven above 0.6, in plain words', async () => {
    await all();
    expect(await told()).not.toContain('集中');
    await thanked(bot, ['安然', '甲一'], '2026-03-11', { times: 1 });
    for (let n = 0; n < 40; n += 1) await thanked(bot, ['安然', '甲一'], '2026-03-11');
    expect(await told(MONDAY + 7 * 24 * HOUR)).toMatch(
      /有一半给了 6 人中的 1 人（基尼系数 0\.7\d?，高于 0\.6 算不均）/u,
    );
  });
});

describe('/kudos team', () => {
  beforeEach(() => all());

  it('shows the same at any time', async () => {
    expect(await asked()).toBe(await told());
    expect(await asked('mei', '/表扬 团队')).toContain('谁可能需要你的一句话');
  });

  it('is for the team’s managers and admins', async () => {
    expect(await asked('甲一')).toContain('经理和管理员');
    expect(await asked('ann', '/kudos team North America')).toContain('North America');
    expect(await asked('mei', '/kudos team North America')).not.toContain('谁可能需要');
    expect(await asked('max')).toContain('nobody to count yet');
  });

  it('is no thanks, and a thanks is none of it', async () => {
    expect(await asked('mei', '/kudos team @甲一 昨晚陪我改完晨光科技的报价')).toContain('甲一');
    expect(outboxOf(bot).some(({ key }) => key.startsWith('kudos:'))).toBe(true);
  });
});
