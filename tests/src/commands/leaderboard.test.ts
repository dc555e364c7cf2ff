// /leaderboard: what a board may say in public, and who may post it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { periodAround } from '../../../src/domain/period.ts';
import { addDays, HOUR, MINUTE } from '../../../src/domain/time.ts';
import { leaderboard as daily } from '../../../src/jobs/leaderboard.ts';
import { tick } from '../../../src/jobs/tick.ts';
import { addDeal } from '../../../src/store/deal.ts';
import { changeMember } from '../../../src/store/member.ts';
import { refreshRollup } from '../../../src/store/rollup.ts';
import { audit, board, outbox } from '../../../src/store/schema/index.ts';
import { changeTeam } from '../../../src/store/team.ts';
import {
  actionsOf,
  cardOf,
  intentOf,
  type TestBot,
  type TestMember,
  testBot,
  textOf,
  WEDNESDAY,
} from '../../support/bot.ts';
import { everything, idOf, outboxOf, said } from '../state.ts';

const TODAY = '2026-03-11';

/** A team of twelve sellers and their manager. */
const TEAM: readonly TestMember[] = [
  { user: 'ann', name: '安然', role: 'admin' },
  { user: 'mei', name: '梅琳', role: 'manager' },
  ...Array.from({ length: 12 }, (_, i) => ({
    user: `r${i}`,
    name: `员工${'甲乙丙丁戊己庚辛壬癸子丑'[i]}`,
  })),
  { user: 'max', name: 'Max Hill', role: 'manager' as const, locale: 'en' as const, team: 1 },
];

let bot: TestBot;
const start = async (cast: readonly TestMember[] = TEAM) => {
  bot = await testBot(cast);
};
beforeEach(() => start());
afterEach(async () => {
  expect(bot.faults).toEqual([]);
  await bot.close();
});

/** Scores as kept, so that a board has something to rank. */
const scores = (
  of: Readonly<Record<string, number | null>>,
  { period = 'day', day = TODAY, provisional = false } = {},
) => {
  const { from } = periodAround(period as 'day', day);
  return bot.workspace.write((db) => {
    for (const [user, total] of Object.entries(of)) {
      db.run(
        `insert into score (member_id, period, from_day, as_of, standard, total, available, provisional, facts, stale, computed_at)
         values (${idOf2(user)}, '${period}', '${from}', '${day}', 1, ${total ?? 'null'}, 100, ${provisional ? 1 : 0}, '{}', 0, ${WEDNESDAY})`,
      );
    }
  });
};
const idOf2 = (user: string): number => TEAM.findIndex((member) => member.user === user) + 1;

const ranked = (text: string): string[] =>
  text.split('\n').filter((line) => /^\d+ \| /u.test(line));

const twelve = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`r${i}`, 90 - i * 5]));

/** Scores of the weeks before and of this one. */
const weeks = async (user: string, totals: readonly number[], now: number) => {
  for (const [back, total] of totals.entries()) {
    await scores(
      { [user]: total },
      { period: 'week', day: addDays(TODAY, -7 * (totals.length - back)) },
    );
  }
  await scores({ [user]: now }, { period: 'week' });
};

describe('places', () => {
  it('are a fifth of the team at most, three at most', async () => {
    await scores(twelve);
    const text = said(await bot.say('mei', '/leaderboard'));
    // Twelve sellers: two places.
    expect(ranked(text)).toEqual(['1 | 员工甲 | 90.0', '2 | 员工乙 | 85.0']);
    expect(text).not.toContain('员工丑');
    expect(text).not.toContain('35.0');
  });

  it('tied share one, and a tie across the line shows five names and counts the others', async () => {
    await scores({ ...twelve, r1: 90, r2: 90, r3: 90, r4: 90, r5: 90, r6: 90 });
    const text = said(await bot.say('mei', '/leaderboard'));
    expect(ranked(text)).toHaveLength(5);
    expect(ranked(text).every((line) => line.startsWith('1 |'))).toBe(true);
    expect(text).toContain('还有 2 位同为 90.0 分');
  });

  it('rank what looks equal as equal', async () => {
    await scores({ ...twelve, r0: 89.96, r1: 90.04 });
    expect(ranked(said(await bot.say('mei', '/leaderboard'))).slice(0, 2)).toEqual([
      '1 | 员工乙 | 90.0',
      '1 | 员工甲 | 90.0',
    ]);
  });

  it('there are none in a team of fewer than five, whose progress is what counts', async () => {
    await bot.close();
    await start(TEAM.slice(0, 6));
    await scores({ r0: 90, r1: 80, r2: 70, r3: 60 });
    const text = said(await bot.say('r0', '/leaderboard'));
    expect(ranked(text)).toEqual([]);
    expect(text).toContain('不足五人的团队不做个人排名');
    expect(text).toContain('你的今日积分：90.0');
  });

  it('leave out who is provisional or does not sell', async () => {
    await scores(twelve);
    await bot.workspace.write((db) => {
      db.run('update score set provisional = 1 where member_id = 3');
      changeMember(db, 4, { seller: false });
    });
    const text = said(await bot.say('mei', '/leaderboard'));
    expect(ranked(text).map((line) => line.split(' | ')[1])).toEqual(['员工丙', '员工丁']);
    expect(said(await bot.say('r1', '/leaderboard'))).toContain('你的岗位不参与排名');
  });
});

describe('who is not shown', () => {
  it('by their own wish still counts in the team’s total, and sees their own row', async () => {
    await bot.say('r0', '/followup 电话联系晨光科技，谈了方案和预算');
    await scores(twelve);
    await bot.workspace.write((db) => changeMember(db, 3, { optedOut: true }));
    const text = said(await bot.say('mei', '/leaderboard'));
    expect(text).not.toContain('员工甲');
    expect(text).toMatch(/^团队跟进 1 \//mu);
    const own = said(await bot.say('r0', '/leaderboard'));
    expect(own).toContain('你选择了不上公开榜');
    expect(own).toContain('你的今日积分：90.0');
  });

  it('in the first thirty days neither, and their first win is the team’s', async () => {
    await scores(twelve);
    await bot.workspace.write((db) => {
      changeMember(db, 3, { joinedOn: addDays(TODAY, -29) });
      changeMember(db, 4, { joinedOn: addDays(TODAY, -30) });
    });
    await bot.say('r0', '/followup 电话联系晨光科技，谈了方案和预算');
    await bot.workspace.write((db) => {
      addDeal(db, {
        customerId: 1,
        memberId: 3,
        teamId: 1,
        status: 'won',
        openedOn: TODAY,
        closedOn: TODAY,
      });
      refreshRollup(db, 3, TODAY);
    });
    const text = said(await bot.say('mei', '/leaderboard'));
    expect(text).not.toContain('员工甲');
    expect(text).toContain('员工乙');
    expect(text).toContain('团队成交一单');
    expect(said(await bot.say('r0', '/leaderboard'))).toContain('新成员前 30 天不上公开榜');
  });

  it('is mentioned only when there are three: a smaller hole would tell who', async () => {
    await scores(twelve);
    const hide = (id: number) =>
      bot.workspace.write((db) => changeMember(db, id, { optedOut: true }));
    await hide(10);
    await hide(11);
    expect(said(await bot.say('mei', '/leaderboard'))).not.toContain('未显示');
    await hide(12);
    expect(said(await bot.say('mei', '/leaderboard'))).toContain('另有 3 位成员');
  });
});

describe('the team first', () => {
  it('with its progress, the month’s deals and the day’s milestones', async () => {
    await bot.say('r0', '/followup 电话联系晨光科技，谈了方案和预算');
    await bot.workspace.write((db) => {
      const deal = {
        customerId: 1,
        teamId: 1,
        status: 'won' as const,
        amountMinor: 15_000_000,
        currency: 'CNY',
      };
      addDeal(db, { ...deal, memberId: 3, openedOn: TODAY, closedOn: TODAY });
      addDeal(db, { ...deal, memberId: 4, openedOn: TODAY, closedOn: '2026-03-02' });
      addDeal(db, { ...deal, memberId: 4, openedOn: TODAY, closedOn: TODAY });
      for (const [id, day] of [
        [3, TODAY],
        [4, TODAY],
        [4, '2026-03-02'],
      ] as const) {
        refreshRollup(db, id, day);
      }
    });
    const lines = said(await bot.say('mei', '/leaderboard')).split('\n');
    // Twelve sellers, ten a day.
    expect(lines[1]).toBe('团队跟进 1 / 120');
    expect(lines).toContain('本月成交: 3 单，¥450,000');
    expect(lines).toContain('员工甲拿下首单');
    expect(lines).toContain('员工乙成交一单');
  });

  it('the target leaves out who is away and what is not asked yet', async () => {
    await bot.workspace.write((db) => {
      db.run(`insert into leave (member_id, day) values (3, '${TODAY}')`);
      changeMember(db, 4, { joinedOn: '2026-03-04' });
    });
    // Ten full ones, one away, one in the first of four months.
    expect(said(await bot.say('mei', '/leaderboard'))).toContain('团队跟进 0 / 103');
  });

  it('all teams side by side, each on its own day', async () => {
    // 20:00 on the 11th in New York.
    bot.now = Date.parse('2026-03-12T08:00:00+08:00');
    await bot.say('r0', '/followup 电话联系晨光科技，谈了方案和预算');
    const text = said(await bot.say('max', '/leaderboard team'));
    expect(text).toMatch(/North America 0 of 0|North America 0/u);
    expect(text).toMatch(/华东一部 1 of 1,080/u);
  });
});

describe('most improved', () => {
  it('gain more than three points over the median of four weeks', async () => {
    await weeks('r0', [60, 62, 61, 63], 70);
    await weeks('r1', [60, 60, 60, 60], 63);
    await weeks('r2', [60, 60], 90);
    const text = said(await bot.say('r5', '/leaderboard 进步'));
    expect(text).toContain('员工甲 +8.5');
    expect(text).not.toContain('员工乙');
    expect(text).not.toContain('员工丙');
  });

  it('nobody is said kindly', async () => {
    expect(said(await bot.say('r5', '/leaderboard improved'))).toContain('还没有人比平时提高');
  });

  it('nobody twice in a season', async () => {
    await weeks('r0', [60, 62, 61, 63], 70);
    expect(said(await bot.say('mei', '/leaderboard post'))).toContain('已发到团队群');
    expect(said(await bot.say('r5', '/leaderboard 进步'))).not.toContain('员工甲');
  });
});

describe('posting', () => {
  it('is for the team’s manager and admins: one write stores the board and sends what is stored', async () => {
    await scores(twelve);
    for (const user of ['mei', 'ann']) {
      const before = outboxOf(bot).length;
      expect(said(await bot.say(user, '/排行榜 发布'))).toContain('已发到团队群');
      // Another board: the same one is not posted twice.
      await bot.say('r5', '/followup 电话联系晨光科技，谈了方案和预算');
      expect(outboxOf(bot)).toHaveLength(before + 1);
    }
    const boards = bot.workspace.read((db) => db.select().from(board).all());
    expect(boards.map(({ postedBy, period, asOf }) => [postedBy, period, asOf])).toEqual([
      [2, 'day', TODAY],
      [1, 'day', TODAY],
    ]);
    const [post] = outboxOf(bot);
    expect(post?.target).toMatchObject({ kind: 'channel', channel: 'east' });
    expect(post?.card.title).toBe('华东一部 · 3月11日周三榜');
    // What everybody sees has nobody's own row and no buttons.
    expect(textOf(post?.card ?? cardOf([]))).not.toContain('你的情况');
    expect(actionsOf(post?.card ?? cardOf([]))).toEqual([]);
  });

  it('is not for reps, whatever the button says', async () => {
    const before = everything(bot);
    for (const replies of [
      await bot.say('r0', '/leaderboard post'),
      await bot.say('r0', '/leaderboard month post'),
      await bot.press('r0', { command: 'leaderboard', verb: 'post', args: { period: 'day' } }),
    ]) {
      expect(said(replies)).toContain('只有经理和管理员可以这样做');
    }
    expect(
      actionsOf(cardOf(await bot.say('r0', '/leaderboard'))).map(({ label }) => label),
    ).not.toContain('发到群里');
    expect(everything(bot)).toBe(before);
    expect(bot.workspace.read((db) => db.select().from(board).all())).toEqual([]);
  });

  it('goes to one’s own team and in its language', async () => {
    const card = cardOf(await bot.say('max', '/leaderboard month'));
    await bot.press('max', intentOf(card, 'Post to the channel'));
    const [post] = outboxOf(bot);
    expect(post?.target).toMatchObject({ channel: 'na' });
    expect(post?.card.title).toContain('North America');
  });

  it('without a channel says how to get one, and stores no board', async () => {
    await bot.workspace.write((db) => changeTeam(db, 1, { channel: null }));
    expect(said(await bot.say('mei', '/leaderboard post'))).toContain('/settings channel');
    expect(bot.workspace.read((db) => db.select().from(board).all())).toEqual([]);
    expect(outboxOf(bot)).toEqual([]);
  });

  it('is not done twice while nothing has changed: it says who posted it, and when', async () => {
    await scores(twelve);
    await weeks('r0', [60, 62, 61, 63], 70);
    const press = { command: 'leaderboard', verb: 'post', args: { period: 'day' } };
    const [first, second] = await Promise.all([bot.press('mei', press), bot.press('mei', press)]);
    expect(said(first)).toContain('已发到团队群');
    expect(said(second)).toContain('你在 10:00 发过');
    bot.now += 5 * MINUTE;
    const again = await bot.say('ann', '/leaderboard post');
    expect(again).toMatchObject([{ kind: 'card', to: 'actor' }]);
    expect(said(again)).toMatch(/群里已经有了.*梅琳在 10:00 发过.*没有变化/su);
    expect(outboxOf(bot)).toHaveLength(1);
    const trail = bot.workspace.read((db) => db.select().from(audit).all());
    expect(trail).toMatchObject([
      { action: 'leaderboard.posted', subject: 'team:1', after: { board: 1, period: 'day' } },
    ]);
    expect(bot.workspace.read((db) => db.select().from(board).all())).toHaveLength(1);
    // Another period is another board.
    await bot.say('ann', '/leaderboard week post');
    expect(outboxOf(bot)).toHaveLength(2);
    // Something happened: it is news again, and names the same who improved.
    await bot.say('r7', '/followup 电话联系晨光科技，谈了方案和预算');
    expect(said(await bot.say('mei', '/leaderboard post'))).toContain('已发到团队群');
    const posts = outboxOf(bot).filter(({ card }) => card.title.includes('3月11日周三榜'));
    expect(posts.map(({ card }) => textOf(card).includes('员工甲 +'))).toEqual([true, true]);
  });

  it('counts the daily post, in English too', async () => {
    const cast = TEAM.map((one) => ({ ...one, locale: 'en' as const }));
    await bot.close();
    await start(cast);
    bot.now = WEDNESDAY + 8.5 * HOUR;
    await tick(bot.workspace, [daily], bot.now, (error) => bot.faults.push(error));
    expect(outboxOf(bot)).toHaveLength(1);
    bot.now += MINUTE;
    const text = said(await bot.say('mei', '/leaderboard post'));
    expect(text).toContain('in the channel already');
    expect(text).toContain('It went out with the daily post at 18:30.');
    expect(outboxOf(bot)).toHaveLength(1);
    await bot.say('r7', '/followup called Acme, talked about the offer');
    await bot.say('ann', '/leaderboard post');
    expect(said(await bot.say('ann', '/leaderboard post'))).toContain('You posted it at 18:31.');
    expect(said(await bot.say('mei', '/leaderboard post'))).toContain('安然 posted it at 18:31.');
    expect(outboxOf(bot)).toHaveLength(2);
  });

  it('is done again when the first did not get there, or the team has another channel', async () => {
    await scores(twelve);
    await bot.say('mei', '/leaderboard post');
    await bot.workspace.write((db) => db.update(outbox).set({ state: 'dead' }).run());
    await bot.say('mei', '/leaderboard post');
    expect(outboxOf(bot)).toHaveLength(2);
    const channel = { kind: 'channel', platform: 'test', tenant: 't1', channel: 'new' } as const;
    await bot.workspace.write((db) => changeTeam(db, 1, { channel }));
    await bot.say('mei', '/leaderboard post');
    expect(outboxOf(bot)).toHaveLength(3);
  });

  it('keeps what was posted when something is taken back afterwards', async () => {
    await bot.say('r0', '/followup 电话联系晨光科技，谈了方案和预算');
    await bot.say('mei', '/leaderboard post');
    const before = outboxOf(bot);
    await bot.press('r0', { command: 'followup', verb: 'undo', args: { id: 1 } });
    expect(outboxOf(bot)).toEqual(before);
    expect(said(await bot.say('mei', '/leaderboard'))).toContain('团队跟进 0 /');
  });
});

describe('streaks', () => {
  /** One counted follow-up on each of the days, as the counters have it. */
  const counted = (user: string, days: readonly string[]) =>
    bot.workspace.write((db) => {
      for (const day of days) {
        db.run(
          `insert into rollup (member_id, day, recorded, counted, phone) values (${idOf2(user)}, '${day}', 1, 1, 1)`,
        );
      }
    });
  const march = (...days: number[]) => days.map((day) => `2026-03-${String(day).padStart(2, '0')}`);
  const TEN = ['2026-02-26', '2026-02-27', '2026-02-28', ...march(2, 3, 4, 5, 6, 9, 10, 11)].slice(
    -10,
  );
  const streaks = async () =>
    said(await bot.say('mei', '/leaderboard'))
      .split('\n')
      .filter((line) => line.includes('连续'));

  it('of ten working days are named on their day, weekends neither adding nor breaking', async () => {
    // 28 February is a make-up Saturday; 7 and 8 March are a weekend.
    await counted('r0', [...TEN, ...march(7)]);
    await counted('r1', TEN.slice(1));
    await counted(
      'r2',
      ['2026-02-25', '2026-02-26', ...TEN].filter((day, i, all) => all.indexOf(day) === i),
    );
    expect(await streaks()).toEqual([expect.stringContaining('员工甲连续 10 个工作日')]);
    bot.now += 24 * HOUR;
    await counted('r0', march(12));
    await counted('r1', march(12));
    expect(await streaks()).toEqual([expect.stringContaining('员工乙连续 10 个工作日')]);
  });

  it('are not broken by leave or by two days missed in a month, and are by a third', async () => {
    const but = (before: readonly string[], ...gone: string[]) =>
      [...before, ...TEN].filter((day) => !gone.includes(day));
    // Ten days each, from the 24th, 25th or 26th of February on.
    await counted('r0', but(['2026-02-26'], ...march(4)));
    await bot.workspace.write((db) => {
      db.run("insert into leave (member_id, day) values (3, '2026-03-04')");
    });
    await counted('r1', but(['2026-02-25', '2026-02-26'], ...march(4, 5)));
    await counted('r2', but(['2026-02-24', '2026-02-25', '2026-02-26'], ...march(3, 4, 5)));
    const named = (await streaks()).join('\n');
    expect(named).toContain('员工甲');
    expect(named).toContain('员工乙');
    expect(named).not.toContain('员工丙');
  });

  it('are not told of who is not shown', async () => {
    await counted('r0', TEN);
    await bot.workspace.write((db) => changeMember(db, 3, { optedOut: true }));
    expect(await streaks()).toEqual([]);
  });
});

describe('after a post', () => {
  it('what has changed since is listed for whoever looks, and the posted board stays', async () => {
    await bot.say('r0', '/followup 电话联系晨光科技，谈了方案和预算');
    await scores(twelve);
    await bot.workspace.write((db) => db.run('update score set stale = 0'));
    await bot.say('mei', '/leaderboard post');
    expect(said(await bot.say('r1', '/leaderboard'))).not.toContain('→');
    await bot.press('r0', { command: 'followup', verb: 'undo', args: { id: 1 } });
    const posted = outboxOf(bot);
    const text = said(await bot.say('r1', '/leaderboard'));
    expect(text).toMatch(/团队跟进 1 → 0/u);
    expect(outboxOf(bot)).toEqual(posted);
  });
});

describe('words', () => {
  it.each([
    ['/leaderboard', '3月11日周三榜'],
    ['/leaderboard today', '3月11日周三榜'],
    ['/榜 本周', '本周榜'],
    ['/排行 本月', '本月榜'],
    ['/leaderboard quarter', '本季榜'],
    ['/leaderboard TEAM', '各团队'],
  ])('%s', async (line, title) => {
    expect(cardOf(await bot.say('mei', line)).title).toContain(title);
  });

  it.each(['/leaderboard weather', '/leaderboard constructor', '/leaderboard month week'])(
    '%s is answered with what there is',
    async (line) => {
      expect(said(await bot.say('max', line))).toContain('today, week, month, improved or team');
    },
  );

  it('one’s own id is not somebody else’s', () => {
    expect(idOf(bot, 'r0')).toBe(idOf2('r0'));
  });
});
