// The day's recognition on the day's post, on a board somebody posts, and on the board one looks at.
import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../src/domain/time.ts';
import { JOBS } from '../../../src/jobs/index.ts';
import { leaderboard } from '../../../src/jobs/leaderboard.ts';
import { tick } from '../../../src/jobs/tick.ts';
import { award, milestone } from '../../../src/store/schema/index.ts';
import { addSpot } from '../../../src/store/spot.ts';
import { changeTeam } from '../../../src/store/team.ts';
import { giveCustomer, memberOf } from '../../support/book.ts';
import { botPerTest, cardOf, textOf, WEDNESDAY } from '../../support/bot.ts';
import { change, postsOf } from '../../support/recognition.ts';
import { thanked } from '../../support/thanks.ts';

const bot = botPerTest();
const DAY = '2026-03-11';
const EVENING = Date.parse('2026-03-11T18:30:00+08:00');
const never = (error: unknown): void => {
  throw error;
};

/** The day's post. */
const post = async () => {
  await tick(bot.workspace, [leaderboard], EVENING, never);
  return postsOf(bot).at(-1) ?? '';
};
const looked = async (user = 'mei') => textOf(cardOf(await bot.say(user, '/leaderboard')));
const noticed = (name: string, rule: string, params = {}, cause = 'x') => {
  const { id: memberId, teamId } = memberOf(bot, name);
  return bot.workspace.write((db) =>
    db
      .insert(milestone)
      .values({ rule, memberId, teamId, cause, params, day: DAY, at: WEDNESDAY })
      .run(),
  );
};
const win = (name: string, shared: string | null = null, at = WEDNESDAY) => {
  const [winnerId, coWinnerId] = [name, shared].map((who) =>
    who === null ? null : memberOf(bot, who).id,
  );
  const openedBy = memberOf(bot, '梅琳').id;
  return bot.workspace.write((db) =>
    db
      .insert(award)
      .values({
        kind: 'service',
        teamId: 1,
        quarter: '2025-10-01',
        state: 'decided',
        openedBy,
        openedOn: '2026-01-05',
        nominateUntil: '2026-01-15',
        winnerId,
        coWinnerId,
        reason: '三个月里没有一位客户等过一天',
        decidedAt: Date.parse('2026-03-02T10:00:00+08:00'),
        postedAt: at,
      })
      .run(),
  );
};
/** The lines of the recognition, from its first title to the rules. */
const TITLES = ['亮点', '奖项与徽章', '今日表扬'];
const sectionOf = (text: string, title: string): string[] => {
  const lines = text.split('\n');
  const at = lines.indexOf(title);
  if (at < 0) return [];
  const end = lines.findIndex(
    (line, i) => i > at && (TITLES.includes(line) || line.startsWith('按封顶后')),
  );
  return lines.slice(at + 1, end);
};

it('stays away on a day without any', async () => {
  const text = await post();
  expect(text).toContain('华东一部 · 3月11日周三榜');
  for (const title of TITLES) expect(text).not.toContain(title);
  expect(JOBS.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['digest', 'support', 'rings']),
  );
});

describe('thanks of the day', () => {
  it('are giver → receiver, reason and value, the newest first', async () => {
    await bot.say('li', '/kudos @王芳 昨晚陪我改完晨光科技的报价 #客户第一');
    await bot.say('bob', '/kudos @李雷 @王芳 You two saved the demo when the projector died');
    expect(sectionOf(await post(), '今日表扬')).toEqual([
      'Bob Stone → 李雷和王芳：You two saved the demo when the projector died',
      '李雷 → 王芳：昨晚陪我改完晨光科技的报价 #客户第一',
    ]);
  });

  it('are literal, and cut where everybody sees it', async () => {
    await thanked(bot, ['李雷', '王芳'], DAY, { reason: `<!channel>*${'好'.repeat(100)}` });
    expect(sectionOf(await post(), '今日表扬')).toEqual([
      `李雷 → 王芳：<!channel>*${'好'.repeat(69)}…`,
    ]);
  });

  it('leave out who would rather not be named, what was taken back, and other days', async () => {
    await change(bot, '王芳', { praised: false });
    await thanked(bot, ['李雷', '王芳'], DAY, { reason: '只给王芳一个人的' });
    await thanked(bot, ['李雷', '王芳', 'Bob Stone'], DAY, { reason: '给两个人的' });
    await thanked(bot, ['李雷', 'Bob Stone'], '2026-03-10', { reason: '昨天的' });
    const given = cardOf(await bot.say('li', '/kudos @Bob 帮我翻译了整份英文合同，谢谢'));
    const undo = given.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
    const [first] = undo;
    if (first === undefined) throw new Error('no undo');
    await bot.press('li', first.intent);
    expect(sectionOf(await post(), '今日表扬')).toEqual(['李雷 → Bob Stone：给两个人的']);
  });

  it('stay private where the team keeps thanks private', async () => {
    await thanked(bot, ['李雷', '王芳'], DAY, { times: 12 });
    await bot.workspace.write((db) => changeTeam(db, 1, { recognition: { publicKudos: false } }));
    const text = await post();
    expect(text).not.toContain('今日表扬');
    expect(text).not.toContain('奖项与徽章');
  });

  it('are five, and how many more; names three', async () => {
    await thanked(bot, ['李雷', '王芳', 'Bob Stone', '安然', '梅琳'], DAY);
    await thanked(bot, ['李雷', '王芳'], DAY, { times: 16 });
    const lines = sectionOf(await post(), '今日表扬');
    expect(lines).toHaveLength(6);
    expect(lines.at(-1)).toBe('… 还有 12 项');
  });
});

describe('what the bot noticed', () => {
  it('is told once, beside what the board tells itself', async () => {
    await giveCustomer(bot, '晨光科技', '李雷');
    await bot.say('li', '/成交 晨光科技 20万');
    await noticed('王芳', 'fast_handoff', { minutes: 9 });
    const text = await post();
    expect(text.match(/李雷拿下首单/gu)).toHaveLength(1);
    expect(sectionOf(text, '亮点')).toEqual(['同事交来的客户，王芳 9 分钟就接手了。']);
  });

  it('is nobody’s who is not named, except as the team’s', async () => {
    for (const name of ['王芳', 'Bob Stone']) await change(bot, name, { praised: false });
    await noticed('王芳', 'fast_handoff', { minutes: 9 });
    await noticed('Bob Stone', 'goal_reached', {
      month: '2026-03-01',
      team: 1,
      target: 50_000_000,
      currency: 'CNY',
    });
    expect(sectionOf(await post(), '亮点')).toEqual(['团队完成了2026年3月的成交目标 ¥500,000！']);
  });

  it('is five, and how many more', async () => {
    for (let n = 0; n < 17; n += 1) await noticed('王芳', 'improved', { delta: n + 4 }, `c${n}`);
    const lines = sectionOf(await post(), '亮点');
    expect(lines).toHaveLength(6);
    expect(lines.at(-1)).toBe('… 还有 12 项');
  });
});

describe('awards and badges', () => {
  it('are those announced on the day, whenever they were decided', async () => {
    await win('李雷', '王芳');
    const [giverId = 0, receiverId = 0] = ['梅琳', 'Bob Stone'].map((who) => memberOf(bot, who).id);
    const reason = '周末接住了系统故障';
    await bot.workspace.write((db) =>
      addSpot(db, { giverId, receiverId, teamId: 1, reason, day: DAY, at: WEDNESDAY }),
    );
    const lines = sectionOf(await post(), '奖项与徽章');
    expect(lines).toEqual([
      expect.stringMatching(/^李雷和王芳：.*最佳客户服务奖 · 三个月里没有一位客户等过一天$/u),
      'Bob Stone：即时奖 · 周末接住了系统故障',
    ]);
  });

  it('are not of who would rather not be named', async () => {
    await change(bot, '王芳', { praised: false });
    await win('王芳');
    expect(await post()).not.toContain('奖项与徽章');
  });

  it('are not those announced on another day', async () => {
    await win('李雷', null, WEDNESDAY - 24 * HOUR);
    expect(await post()).not.toContain('奖项与徽章');
  });

  it('a badge for thanks is told on the day it is reached', async () => {
    await thanked(bot, ['李雷', '王芳'], '2026-03-02', { times: 1 });
    for (let n = 0; n < 8; n += 1) await thanked(bot, ['Bob Stone', '王芳'], '2026-03-03');
    expect(await looked()).not.toContain('新徽章');
    // 9 and three halves: 10.5.
    await thanked(bot, ['安然', '王芳'], DAY, { nth: 1 });
    await thanked(bot, ['安然', '王芳'], DAY, { nth: 2 });
    expect(sectionOf(await post(), '奖项与徽章')).toEqual(['王芳获得新徽章：收到十次表扬']);
  });
});

describe('the board one looks at and posts', () => {
  it('shows the same, in the reader’s language', async () => {
    bot.now = EVENING;
    await thanked(bot, ['李雷', '王芳'], DAY, { value: '坦诚' });
    const public_ = sectionOf(await post(), '今日表扬');
    expect(sectionOf(await looked(), '今日表扬')).toEqual(public_);
    const english = await looked('bob');
    expect(english).toContain('Thanks of the day\n李雷 → 王芳: 帮我改完了报价单 #坦诚');
  });

  it('is posted again when more was recognised, and not otherwise', async () => {
    bot.now = EVENING;
    await post();
    await bot.say('mei', '/leaderboard post');
    expect(postsOf(bot)).toHaveLength(1);
    await thanked(bot, ['李雷', '王芳'], DAY);
    await bot.say('mei', '/leaderboard post');
    expect(sectionOf(postsOf(bot).at(-1) ?? '', '今日表扬')).toEqual([
      '李雷 → 王芳：帮我改完了报价单',
    ]);
    await bot.say('mei', '/leaderboard post');
    expect(postsOf(bot)).toHaveLength(2);
  });
});
