// /score: the number, why, down to the rows; one's place only on request; others' only for who may.
import { describe, expect, it } from 'vitest';
import { PERIODS } from '../../../src/domain/period.ts';
import { METRIC_KEYS, type MetricKey } from '../../../src/domain/scoring/metrics.ts';
import { roundForRank } from '../../../src/domain/scoring/score.ts';
import { HOUR, MINUTE } from '../../../src/domain/time.ts';
import { LOCALE_TAGS, localeFor } from '../../../src/locales/index.ts';
import { addLead } from '../../../src/store/lead.ts';
import { addLeave, addMember } from '../../../src/store/member.ts';
import { satisfaction } from '../../../src/store/schema/index.ts';
import { actionsOf, botPerTest, cardOf, intentOf, textOf, WEDNESDAY } from '../../support/bot.ts';
import { everything, said, scoreOf } from '../state.ts';

const DAY = 24 * HOUR;

const bot = botPerTest();

const CUSTOMERS = ['晨光科技', '华星电子', '远航物流', '金桥教育', '北辰软件', '东方贸易'];

const NOTES = [
  '把报价单逐项过了一遍，对方要回去算账',
  '介绍了同行的案例，老板觉得可以试试',
  '技术部门提了三个接口问题，答应尽快答复',
];

/** A few days of work of one member. */
const work = async (user = 'li', days = 3) => {
  for (let day = 0; day < days; day++) {
    bot.now = WEDNESDAY - (days - day) * DAY;
    for (const [at, name] of CUSTOMERS.entries()) {
      bot.now += 31 * MINUTE;
      const how = ['电话联系', '拜访', '微信联系'][at % 3];
      await bot.say(
        user,
        `/followup ${how}${name}张总，${NOTES[day % 3]}，意向${'ABC'[at % 3]}，周五下午3点演示`,
      );
    }
  }
  bot.now = WEDNESDAY;
};

/** The score and everything it is made of, for the two rounded numbers people compare. */
const pointsOn = (text: string): number[] =>
  [...text.matchAll(/(\d+\.\d) \/ \d+\.\d$/gmu)].map(([, points]) => Number(points));

describe('/score', () => {
  it('with nothing to score says how it begins', async () => {
    bot.now = Date.parse('2026-03-01T10:00:00+08:00');
    expect(said(await bot.say('li', '/score'))).toContain('还没有可以计分的内容');
    expect(said(await bot.say('li', '/score why'))).toContain('不适用');
  });

  it('shows the total, four dimensions, what would raise it, and that it is provisional', async () => {
    await work();
    const card = cardOf(await bot.say('li', '/score'));
    const text = textOf(card);
    const { value, available, provisional } = scoreOf(bot, 'li').score;
    expect(text).toContain(`${roundForRank(value ?? 0).toFixed(1)} 分（满分 100）`);
    for (const dimension of ['行为', '过程', '结果', '协作']) expect(text).toContain(dimension);
    expect(text).toMatch(/做什么提升最快\n• .+ \(\+\d+\.\d 分\)/u);
    expect(provisional).toBe(true);
    expect(text).toContain(`暂定：目前只有 ${Math.round(available)}/100`);
    expect(card.summary).toContain('分（满分 100）');
  });

  it('names what helps most first, each a gain that can be seen', async () => {
    await work();
    const text = said(await bot.say('li', '/score'));
    const gains = [...text.matchAll(/\(\+(\d+\.\d) 分\)/gu)].map(([, gain]) => Number(gain));
    expect(gains.length).toBeGreaterThan(0);
    expect(gains.length).toBeLessThanOrEqual(3);
    expect(gains).toEqual([...gains].sort((a, b) => b - a));
    expect(Math.min(...gains)).toBeGreaterThan(0);
  });

  it.each([
    ['/score 今日', '你的今日积分'],
    ['/score week', '你的本周积分'],
    ['/score 本季', '你的本季积分'],
    ['/积分', '你的本月积分'],
    ['积分 本周', '你的本周积分'],
  ])('%s looks at its own period', async (line, title) => {
    await work();
    expect(said(await bot.say('li', line)).split('\n')[0]).toBe(title);
  });

  it('writes nothing', async () => {
    await work();
    const before = everything(bot);
    for (const line of ['/score', '/score why', '/score why win', '/score rank']) {
      await bot.say('li', line);
    }
    expect(everything(bot)).toBe(before);
  });
});

describe.each(PERIODS)('the points of %s', (period) => {
  it('add up to the total shown, for members of every kind', async () => {
    await work('li');
    await work('wang', 1);
    await bot.workspace.write((db) => {
      for (let i = 0; i < 4; i++) {
        addLead(db, {
          customerId: 1,
          memberId: 3,
          kind: 'inbound',
          source: null,
          assignedAt: WEDNESDAY - i * HOUR,
          assignedOn: '2026-03-11',
        });
      }
      for (let i = 0; i < 7; i++) {
        db.insert(satisfaction)
          .values({ customerId: 1, memberId: 3, askedOn: '2026-03-10', rating: 3 + (i % 3) })
          .run();
      }
    });
    for (const user of ['li', 'wang', 'bob']) {
      const { score } = scoreOf(bot, user, period);
      const metrics = score.explanation.dimensions.flatMap((dimension) => dimension.metrics);
      const total = metrics.reduce((sum, { points }) => sum + points, 0);
      expect(total).toBeCloseTo(score.value ?? 0, 9);
      const shares = metrics.reduce((sum, { share }) => sum + share, 0);
      expect(shares).toBeCloseTo(score.value === null ? 0 : 100, 9);
      const locale = user === 'bob' ? 'en' : 'zh';
      const text = said(await bot.press(user, { command: 'score', verb: 'why', args: { period } }));
      const shown = pointsOn(text);
      // Each shown number is off by at most half a tenth.
      const sum = shown.reduce((all, points) => all + points, 0);
      expect(Math.abs(sum - (score.value ?? 0)), locale).toBeLessThanOrEqual(
        0.05 * shown.length + 1e-9,
      );
    }
  });
});

describe('why', () => {
  it('shows all twelve metrics with value, target, score and points', async () => {
    await work();
    const text = said(await bot.say('li', '/score why'));
    const zh = localeFor('zh').t.metrics.metric;
    for (const key of METRIC_KEYS) expect(text).toContain(zh[key].name);
    expect(text).toMatch(/跟进次数 \| 18 \| 80 \| \d+\.\d \| \d+\.\d \/ \d+\.\d/u);
  });

  it.each(METRIC_KEYS)('%s is found by its key and by its name in either language', async (key) => {
    for (const tag of LOCALE_TAGS) {
      const { name } = localeFor(tag).t.metrics.metric[key as MetricKey];
      for (const typed of [key, name, name.toUpperCase()]) {
        const [user, own] = tag === 'zh' ? ['li', 'zh'] : ['bob', 'en'];
        const title = localeFor(own).t.metrics.metric[key as MetricKey].name;
        expect(cardOf(await bot.say(user ?? '', `/score why ${typed}`)).title).toBe(title);
      }
    }
  });

  it.each([
    ['/score why frist response', 'First response'],
    ['/score win rat', 'Win rate'],
    ['/score why 跟进次', 'Follow-ups'],
    ['/score why week win', 'Win rate'],
  ])('%s finds the nearest', async (line, title) => {
    expect(cardOf(await bot.say('bob', line)).title).toBe(title);
  });

  it.each(['天气', 'weather', 'constructor', '__proto__', '🙂'])(
    'of %s lists what there is',
    async (typed) => {
      const text = said(await bot.say('bob', `/score why ${typed}`));
      expect(text).toContain(`I know no metric “${typed}”`);
      expect(text).toContain('First response');
    },
  );

  it('goes down to the rows that count and those that do not, with the reason', async () => {
    await bot.say('li', '/followup 电话联系晨光科技，客户对新方案很感兴趣，想了解价格和交付周期');
    bot.now += HOUR;
    await bot.say('li', '/followup 电话联系晨光科技，客户对新方案很感兴趣，想了解价格和交付周期');
    const text = said(await bot.say('li', '/score why 跟进次数'));
    expect(text).toContain('计入的跟进: 1');
    expect(text).toContain('每日目标: 10');
    expect(text).toMatch(/晨光科技 #2 \| 已沟通 \| 和近几天对这位客户的 #1/u);
    expect(text).toMatch(/晨光科技 #1 \| 已沟通 \| 是/u);
  });

  it('shows ten rows and counts the others', async () => {
    await work();
    const text = said(await bot.say('li', '/score why 跟进次数'));
    expect(text).toContain('还有 8 条');
  });

  it('counts a working clock, not the wall’s, and says so', async () => {
    await bot.say('li', '/followup 电话联系晨光科技，谈了方案');
    await bot.workspace.write((db) => {
      addLead(db, {
        customerId: 1,
        memberId: 3,
        kind: 'inbound',
        source: null,
        // Tuesday 17:50 to Wednesday 09:05: ten minutes and five.
        assignedAt: Date.parse('2026-03-10T17:50:00+08:00'),
        assignedOn: '2026-03-10',
      });
    });
    bot.now = Date.parse('2026-03-11T09:05:00+08:00');
    await bot.say('li', '/followup 微信联系晨光科技，回复了官网的咨询');
    bot.now = WEDNESDAY;
    const text = said(await bot.say('li', '/score why 首次响应'));
    expect(text).toContain('晨光科技 #2 | 15 个工作分钟后响应 | 是');
    expect(text).toMatch(/^15 分钟 → 得 8\d\.\d 分/mu);
  });

  it('leaves out leads that came on a day of leave, and shows that they do not count', async () => {
    await bot.say('li', '/followup 电话联系晨光科技，谈了方案');
    await bot.workspace.write((db) => {
      addLeave(db, 3, '2026-03-10');
      addLead(db, {
        customerId: 1,
        memberId: 3,
        kind: 'inbound',
        source: null,
        assignedAt: Date.parse('2026-03-10T09:00:00+08:00'),
        assignedOn: '2026-03-10',
      });
    });
    bot.now += MINUTE;
    await bot.say('li', '/followup 微信联系晨光科技，回复了官网的咨询');
    expect(scoreOf(bot, 'li').facts.responses).toEqual([]);
    const text = said(await bot.say('li', '/score why 首次响应'));
    expect(text).toMatch(/3月10日周二 \| 晨光科技 #\d+ \| .+ \| –/u);
  });

  it('buttons lead to the weakest metrics and back', async () => {
    await work();
    const why = cardOf(
      await bot.press('li', intentOf(cardOf(await bot.say('li', '/score')), '怎么来的')),
    );
    const actions = actionsOf(why);
    expect(actions.length).toBeGreaterThan(0);
    for (const { label, intent } of actions) {
      expect(cardOf(await bot.press('li', intent)).title).toBe(label);
    }
  });
});

describe('whose', () => {
  it('a manager and an admin see the team’s, a rep only their own', async () => {
    await work();
    for (const user of ['mei', 'ann']) {
      const text = said(await bot.say(user, '/score @李雷'));
      expect(text).toContain('李雷 · 本月积分');
      expect(said(await bot.say(user, '/score why ＠李雷 本周'))).toContain(
        '李雷的本周积分怎么来的',
      );
    }
    for (const line of [
      '/score @李雷',
      '/score why @李雷',
      '/score why 回款率 @李雷',
      '/score rank @李雷',
    ]) {
      expect(said(await bot.say('wang', line))).toContain('只有经理和管理员可以这样做');
    }
  });

  it('another team’s manager does not, whatever the button says', async () => {
    await bot.workspace.write((db) => {
      db.run("update member set role = 'manager' where id = 6");
    });
    for (const verb of ['show', 'why']) {
      const args = { period: 'month', of: 3 };
      const text = said(await bot.press('dan', { command: 'score', verb, args }));
      expect(text).toContain('Only managers and admins can do that');
    }
    const metric = { command: 'score', verb: 'metric', args: { of: 3, metric: 'win' } };
    expect(said(await bot.press('dan', metric))).toContain('Only managers');
    expect(said(await bot.say('ann', '/score @Dan Fox'))).toContain('Dan Fox');
  });

  it('is read in the subject’s own zone, on whatever side of midnight the asker is', async () => {
    // 11 March 20:00 in New York is the 12th in Shanghai.
    bot.now = Date.parse('2026-03-12T08:00:00+08:00');
    await bot.say('dan', '/followup Called Initech about the new price and the contract');
    const text = said(await bot.say('ann', '/score why followups today @Dan Fox'));
    expect(text).toContain('计入的跟进: 1');
  });

  it('somebody unknown, or one without a team, is answered kindly', async () => {
    expect(said(await bot.say('ann', '/score @谁也不是'))).toContain('没有叫');
    await bot.workspace.write((db) => db.run('update member set team_id = null where id = 4'));
    expect(said(await bot.say('wang', '/score'))).toContain('还没有加入团队');
    const bad = { command: 'score', verb: 'show', args: { of: 99 } };
    expect(cardOf(await bot.press('ann', bad)).tone).toBe('warning');
  });
});

describe('rank', () => {
  const rivals = (n: number) =>
    bot.workspace.write((db) => {
      for (let i = 0; i < n; i++) {
        const { id } = addMember(db, {
          name: `同事${i}`,
          role: 'rep',
          teamId: 1,
          joinedOn: '2025-01-06',
        });
        db.run(
          `insert or replace into score (member_id, period, from_day, as_of, standard, total, available, provisional, facts, stale, computed_at)
           values (${id}, 'month', '2026-03-01', '2026-03-11', 1, ${40 + i * 10}, 100, 0, '{}', 0, ${WEDNESDAY})`,
        );
      }
      db.run(
        `insert or replace into score (member_id, period, from_day, as_of, standard, total, available, provisional, facts, stale, computed_at)
         values (3, 'month', '2026-03-01', '2026-03-11', 1, 60, 100, 0, '{}', 0, ${WEDNESDAY})`,
      );
    });

  it('is told only when asked for, with the lines of the best and what would help', async () => {
    await rivals(5);
    expect(said(await bot.say('li', '/score'))).not.toMatch(/第 \d+ 名/u);
    const text = said(await bot.say('li', '/score rank'));
    // 80, 70, 60, 60, 50, 40: two share the third place.
    expect(text).toContain('本月第 3 名，共 6 人');
    expect(text).toContain('前一半：60.0');
  });

  it('names its own period', async () => {
    await rivals(5);
    expect(said(await bot.say('li', '/score rank 本周'))).not.toContain('本月');
  });

  it('is not told in a team of fewer than five, nor on too little data', async () => {
    expect(said(await bot.say('li', '/score rank'))).toContain('不足五人的团队不排名');
    await rivals(5);
    expect(said(await bot.say('wang', '/score rank'))).toContain('暂无名次');
    expect(said(await bot.say('mei', '/score rank'))).toContain('暂无名次');
  });
});
