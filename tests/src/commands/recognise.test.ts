// What is noticed at once: each rule with what meets it, what just does not, and what takes it back.
import { beforeEach, describe, expect, it } from 'vitest';
import { milestoneText } from '../../../src/cards/milestone.ts';
import { plain } from '../../../src/chat/text.ts';
import { addDays, HOUR, MINUTE } from '../../../src/domain/time.ts';
import { localeFor } from '../../../src/locales/index.ts';
import { addLeave } from '../../../src/store/member.ts';
import { milestonesOn } from '../../../src/store/milestone.ts';
import { changeTeam } from '../../../src/store/team.ts';
import { customerOf, giveCustomer, memberOf, outboxOf } from '../../support/book.ts';
import { botPerTest, cardOf, formOf, intentOf, textOf } from '../../support/bot.ts';
import { change, noticed, posted, postsOf, toldTo, wonBefore } from '../../support/recognition.ts';
import { filled } from '../state.ts';

const DAY = 24 * HOUR;
const bot = botPerTest();
beforeEach(async () => {
  await giveCustomer(bot, '晨光科技', '李雷');
  await giveCustomer(bot, 'Acme Corp', 'Bob Stone');
});

const milestones = () => outboxOf(bot).filter(({ key }) => key.startsWith('milestone:'));
const said = () => milestones().map(({ card }) => textOf(card));
const win = (line = '/won 晨光科技 12万') => bot.say('li', line);
const undo = async (card: Awaited<ReturnType<typeof win>>, user = 'li') =>
  bot.press(user, intentOf(cardOf(card), '撤销'));

describe('a first win', () => {
  it('is said at once, with a mention, in the team’s language', async () => {
    await win();
    expect(said()).toEqual(['首单\n恭喜@李雷拿下首单！']);
    expect(milestones()[0]?.target).toMatchObject({ kind: 'channel', channel: 'east' });
    expect(noticed(bot)).toEqual(['first_win deal:1']);
  });

  it('is not the second, nor one of before, nor one brought in late', async () => {
    await win();
    await win('/won 晨光科技 5万');
    expect(said()).toHaveLength(1);
    await bot.say('bob', '/won Acme Corp $5k on 2026-03-08');
    expect(said()).toHaveLength(1);
  });

  it('is not one after a win that was brought in', async () => {
    await wonBefore(bot, '李雷', '2024-05-01');
    await win();
    expect(noticed(bot)).toEqual([]);
  });

  it('goes with the deal: removed while nobody saw it', async () => {
    await undo(await win());
    expect(outboxOf(bot)).toEqual([]);
    expect(noticed(bot)).toEqual(['-first_win deal:1']);
  });

  it('goes with the deal: a short note in its place, and the reason to the member', async () => {
    const card = await win();
    await posted(bot);
    await undo(card);
    const posts = postsOf(bot);
    expect(posts.filter((text) => text.startsWith('已撤回'))).toEqual([
      '已撤回\n这条喜报对应的单子后来有更正。',
      '已撤回\n这条消息依据的记录后来有更正。',
    ]);
    expect(toldTo(bot, 'li')).toEqual([
      '已撤回：首单\n它依据的记录被撤销或更正了，所以暂时不成立。再次达成时，还会告诉你。',
    ]);
  });

  it('comes again when the deal is recorded again, and is then said again', async () => {
    await undo(await win());
    bot.now += MINUTE;
    await win('/won 晨光科技 13万');
    expect(noticed(bot)).toEqual(['first_win deal:1']);
    expect(said()).toHaveLength(1);
  });

  it('is said once for a redelivery', async () => {
    await bot.say('li', '/won 晨光科技 12万', 'direct', 'd-1');
    await bot.say('li', '/won 晨光科技 12万', 'direct', 'd-1');
    expect(said()).toHaveLength(1);
  });

  it('is the seller’s, whoever types it', async () => {
    await bot.say('mei', '/won 晨光科技 12万');
    expect(said()).toEqual(['首单\n恭喜@李雷拿下首单！']);
  });
});

describe('a goal', () => {
  beforeEach(async () => {
    await wonBefore(bot, '李雷', '2025-06-01');
    await wonBefore(bot, '王芳', '2025-06-01');
  });

  it('of one’s own is said without its amount', async () => {
    await bot.say('mei', '/goal @李雷 12万');
    await win();
    expect(said()).toEqual(['目标达成\n@李雷完成了2026年3月的成交目标！']);
    expect(JSON.stringify(milestones())).not.toMatch(/120,000|12万/);
    await win('/won 晨光科技 1万');
    expect(said()).toHaveLength(1);
  });

  it('is not reached by a yuan less', async () => {
    await bot.say('mei', '/goal @李雷 12万');
    await bot.say('mei', '/goal 团队 12万');
    await win('/won 晨光科技 119999元');
    expect(noticed(bot)).toEqual([]);
    await win('/won 晨光科技 1元');
    expect(noticed(bot)).toHaveLength(2);
  });

  it('of the team is said once, whoever wins more', async () => {
    await bot.say('mei', '/goal 团队 12万');
    await win();
    expect(said()).toEqual(['目标达成\n@李雷这一单，让团队完成了2026年3月的成交目标 ¥120,000！']);
    await giveCustomer(bot, '华星', '王芳');
    bot.now += MINUTE;
    await bot.say('wang', '/won 华星 5万');
    expect(said()).toHaveLength(1);
  });

  it('of the team is said without the name of somebody who is not named', async () => {
    await change(bot, '李雷', { praised: false });
    await bot.say('mei', '/goal 团队 12万');
    await win();
    expect(said()).toEqual(['目标达成\n团队完成了2026年3月的成交目标 ¥120,000！']);
  });

  it('goes when the deal goes, and stays when it is reached without it', async () => {
    await bot.say('mei', '/goal 团队 12万');
    await win();
    const extra = await win('/won 晨光科技 5万');
    await undo(extra);
    expect(noticed(bot)).toEqual(['goal_reached goal:1:0:2026-03-01']);
    await bot.press('li', { command: 'won', verb: 'undo', args: { deal: 3 } });
    expect(noticed(bot)).toEqual(['-goal_reached goal:1:0:2026-03-01']);
  });

  it('is not taken back for having been raised since', async () => {
    await bot.say('mei', '/goal 团队 12万');
    await win();
    await bot.say('mei', '/goal 团队 100万');
    await undo(await win('/won 晨光科技 5万'));
    expect(noticed(bot)).toEqual(['goal_reached goal:1:0:2026-03-01']);
  });

  it('of no month but this one', async () => {
    await bot.say('mei', '/goal @李雷 12万');
    bot.now = Date.parse('2026-04-01T10:00:00+08:00');
    await win('/won 晨光科技 12万 于2026-03-31');
    // The goal was set in March and the deal was won in March.
    expect(noticed(bot)).toEqual(['goal_reached goal:1:3:2026-03-01']);
    await win('/won 晨光科技 5万');
    expect(noticed(bot)).toHaveLength(1);
  });
});

describe('a best month', () => {
  const earlier = async (...sums: number[]) => {
    for (const [n, sum] of sums.entries()) {
      await wonBefore(bot, '李雷', `2025-0${n + 1}-15`, sum);
    }
  };

  it('is more than any of at least four before', async () => {
    await earlier(100_000, 80_000, 90_000, 119_999);
    await win();
    expect(said()).toEqual(['个人最佳\n@李雷2026年3月的成交额创个人新高，超过了之前的 4 个月！']);
  });

  it.each([
    ['as much as before', [100_000, 80_000, 90_000, 120_000]],
    ['only three before', [100_000, 80_000, 90_000]],
  ])('is not one with %s', async (_what, sums) => {
    await earlier(...sums);
    await win();
    expect(noticed(bot)).toEqual([]);
  });

  it('is said once a month', async () => {
    await earlier(100_000, 80_000, 90_000, 110_000);
    await win();
    bot.now += MINUTE;
    await win();
    expect(said()).toHaveLength(1);
  });

  it('goes with the deal that made it, and not with another', async () => {
    await earlier(100_000, 80_000, 90_000, 110_000);
    const first = await win();
    await undo(await win('/won 晨光科技 1万'));
    expect(noticed(bot)).toEqual(['personal_best month:2026-03-01']);
    await undo(first);
    expect(noticed(bot)).toEqual(['-personal_best month:2026-03-01']);
  });
});

describe('a streak', () => {
  const lines = [
    '/followup 电话联系晨光科技张总，谈了方案和价格',
    '/followup 拜访华星电子，看了产线，客户想要年付',
    '/followup 微信联系远航物流，发了三个案例',
    '/followup 视频会议演示给仁和医院，院长提了五个问题',
    '/followup 给东方教育打了电话，预算四月批下来',
    '/followup 拜访南山食品，谈了试用和培训',
    '/followup 电话联系北辰机械，采购说下周开会',
    '/followup 微信联系西江贸易，对方要合同样本',
  ];
  let visits = 0;
  beforeEach(() => {
    visits = 0;
  });
  const visit = (user = 'li', line = lines[visits++ % lines.length] ?? '') => bot.say(user, line);
  /** Follows up on so many working days, the first a Wednesday. */
  const work = async (days: number) => {
    for (let done = 0; done < days; ) {
      const weekday = new Date(bot.now).getUTCDay();
      if (weekday !== 0 && weekday !== 6) {
        await visit();
        done += 1;
      }
      if (done < days) bot.now += DAY;
    }
  };

  it('of five working days is said on the fifth, once, however often one follows up', async () => {
    await work(4);
    expect(said()).toEqual([]);
    bot.now += DAY;
    await visit();
    await visit('li', '/followup 微信联系晨光科技李经理，发了案例和报价单');
    expect(said()).toEqual(['持续跟进\n@李雷连续 5 个工作日都在跟进客户，稳！']);
    expect(noticed(bot)).toEqual(['streak streak:5:2026-03-11']);
  });

  it('is safe from leave, and says nothing when it breaks', async () => {
    const { id } = memberOf(bot, '李雷');
    await work(2);
    await bot.workspace.write((db) => addLeave(db, id, '2026-03-13'));
    bot.now += 4 * DAY;
    await work(3);
    expect(noticed(bot)).toEqual(['streak streak:5:2026-03-11']);
    // Three days missed in a month: it is over, and nobody hears of it.
    bot.now += 6 * DAY;
    await visit();
    expect(said()).toHaveLength(1);
    expect(outboxOf(bot)).toHaveLength(1);
  });

  it('goes when the follow-up that made it is undone', async () => {
    await work(4);
    bot.now += DAY;
    const card = cardOf(await visit());
    await posted(bot);
    await bot.press('li', intentOf(card, '撤销'));
    expect(noticed(bot)).toEqual(['-streak streak:5:2026-03-11']);
    expect(postsOf(bot).at(-1)).toContain('已撤回');
    bot.now += MINUTE;
    await visit();
    expect(noticed(bot)).toEqual(['streak streak:5:2026-03-11']);
  });

  it('stays when another follow-up of that day is undone', async () => {
    await work(4);
    bot.now += DAY;
    await visit();
    const other = cardOf(await visit('li', '/followup 拜访华星电子，谈了产线和预算'));
    await bot.press('li', intentOf(other, '撤销'));
    expect(noticed(bot)).toEqual(['streak streak:5:2026-03-11']);
  });

  it('goes when its follow-up is moved to another day', async () => {
    await work(4);
    bot.now += DAY;
    const card = cardOf(await visit());
    const form = formOf(await bot.press('li', intentOf(card, '修改')));
    const values = filled([{ kind: 'form', form }], { occurredDay: '2026-03-16' });
    await bot.submit('li', form.intent, values);
    expect(noticed(bot)).toEqual(['-streak streak:5:2026-03-11']);
  });

  it('is not counted by who does not sell', async () => {
    await change(bot, '李雷', { seller: false });
    await work(5);
    expect(noticed(bot)).toEqual([]);
  });
});

describe('a fast handoff', () => {
  const NOTE = '张总四月拍板，倾向年付方案，下一步发合同';
  const offer = async (from: string, to: string, name: string) => {
    await bot.say(from, `/handoff ${name} @${to} ${NOTE}`);
  };
  const accept = (user: string, name: string, handoff: number) =>
    bot.press(user, {
      command: 'handoff',
      verb: 'accept',
      args: { handoff, customer: customerOf(bot, name).id },
    });

  it('is one accepted within half an hour, without the customer’s name', async () => {
    await offer('li', '王芳', '晨光科技');
    bot.now += 30 * MINUTE;
    await accept('wang', '晨光科技', 1);
    expect(said()).toEqual(['快速交接\n同事交来的客户，@王芳 30 分钟就接手了。']);
    expect(noticed(bot)).toEqual(['fast_handoff handoff:1']);
  });

  it('is not one a minute later, nor one that is declined', async () => {
    await offer('li', '王芳', '晨光科技');
    bot.now += 31 * MINUTE;
    await accept('wang', '晨光科技', 1);
    expect(noticed(bot)).toEqual([]);
  });

  it('counts working hours only', async () => {
    bot.now = Date.parse('2026-03-11T17:50:00+08:00');
    await offer('li', '王芳', '晨光科技');
    bot.now = Date.parse('2026-03-12T09:15:00+08:00');
    await accept('wang', '晨光科技', 1);
    expect(said()).toEqual(['快速交接\n同事交来的客户，@王芳 25 分钟就接手了。']);
  });

  it('is said once a member a week', async () => {
    await giveCustomer(bot, '华星', '李雷');
    await giveCustomer(bot, '远航', '李雷');
    await offer('li', '王芳', '晨光科技');
    await accept('wang', '晨光科技', 1);
    await offer('li', '王芳', '华星');
    await accept('wang', '华星', 2);
    expect(said()).toHaveLength(1);
    bot.now += 7 * DAY;
    await offer('li', '王芳', '远航');
    await accept('wang', '远航', 3);
    expect(said()).toHaveLength(2);
  });

  it('was none when the customer is given back within a week, nor is giving it back one', async () => {
    await offer('li', '王芳', '晨光科技');
    await accept('wang', '晨光科技', 1);
    bot.now += DAY;
    await offer('wang', '李雷', '晨光科技');
    expect(noticed(bot)).toEqual(['fast_handoff handoff:1']);
    await accept('li', '晨光科技', 2);
    expect(noticed(bot)).toEqual(['-fast_handoff handoff:1']);
  });
});

describe('who sees it', () => {
  it.each([{ optedOut: true }, { praised: false }, { joinedOn: '2026-02-15' }])(
    'only the member who is not named in public: %o',
    async (values) => {
      await change(bot, '李雷', values);
      await win();
      expect(said()).toEqual(['首单\n恭喜你拿下首单！\n这条只有你能看到。']);
      expect(toldTo(bot, 'li')).toHaveLength(1);
    },
  );

  it.each([{ posts: false }, { channel: null }])(
    'only the member in a team without posts: %o',
    async (values) => {
      await bot.workspace.write((db) => changeTeam(db, 1, values));
      await bot.say('bob', '/won Acme Corp $5k');
      expect(said()).toEqual([
        'First win\nYou have won your first deal. Congratulations!\nOnly you see this.',
      ]);
      expect(milestones()[0]?.target).toMatchObject({ kind: 'person', user: 'bob' });
    },
  );

  it('a private one is taken back privately', async () => {
    await change(bot, '李雷', { praised: false });
    const card = await win();
    await posted(bot);
    await undo(card);
    expect(toldTo(bot, 'li')).toHaveLength(2);
    expect(toldTo(bot, 'li').at(-1)).toContain('已撤回：首单');
    expect(postsOf(bot).filter((text) => text.includes('依据的记录'))).toEqual([]);
  });

  it('nobody where the team has switched the rule off', async () => {
    await bot.workspace.write((db) =>
      changeTeam(db, 1, { recognition: { milestones: { first_win: false, streak: true } } }),
    );
    await win();
    expect(noticed(bot)).toEqual([]);
  });
});

describe('not too often', () => {
  it('twice a member a day; the third is kept for the daily post', async () => {
    for (const n of [1, 2, 3, 4]) await wonBefore(bot, '李雷', `2025-0${n}-15`, 100);
    await bot.say('mei', '/goal @李雷 12万');
    await bot.say('mei', '/goal 团队 12万');
    await win();
    expect(noticed(bot)).toHaveLength(3);
    expect(said()).toHaveLength(2);
    const kept = bot.workspace.read((db) =>
      milestonesOn(db, 1, { from: '2026-03-11', to: '2026-03-11' }),
    );
    const zh = localeFor('zh');
    expect(kept.map((one) => plain(milestoneText(zh, one) ?? []))).toEqual([
      '李雷这一单，让团队完成了2026年3月的成交目标 ¥120,000！',
      '李雷完成了2026年3月的成交目标！',
      '李雷2026年3月的成交额创个人新高，超过了之前的 4 个月！',
    ]);
  });

  it('six a team a day, those told alone not counted', async () => {
    const users = ['一', '二', '三', '四', '五', '六', '七', '八'];
    await bot.restart([
      { user: 'ann', name: '安然', role: 'admin' },
      { user: 'li', name: '李雷' },
      ...users.map((n) => ({ user: n, name: `销售${n}` })),
    ]);
    for (const n of users) await giveCustomer(bot, `客户公司${n}`, `销售${n}`);
    await change(bot, '销售一', { optedOut: true });
    for (const n of users) await bot.say(n, `/won 客户公司${n} 1万`);
    expect(milestones().filter(({ target }) => target.kind === 'channel')).toHaveLength(6);
    expect(noticed(bot)).toHaveLength(8);
    expect(toldTo(bot, '一')).toHaveLength(1);
  });

  it('what was kept for the daily post is taken back without a word', async () => {
    for (const n of [1, 2, 3, 4]) await wonBefore(bot, '李雷', `2025-0${n}-15`, 100);
    await bot.say('mei', '/goal @李雷 12万');
    await bot.say('mei', '/goal 团队 12万');
    const card = await win();
    await posted(bot);
    await undo(card);
    expect(noticed(bot).every((row) => row.startsWith('-'))).toBe(true);
    // The celebration, and the two that were said.
    expect(postsOf(bot).filter((text) => text.startsWith('已撤回'))).toHaveLength(3);
    expect(toldTo(bot, 'li').filter((text) => text.startsWith('已撤回'))).toHaveLength(2);
    const kept = bot.workspace.read((db) =>
      milestonesOn(db, 1, { from: addDays('2026-03-11', -9), to: '2026-03-11' }),
    );
    expect(kept).toEqual([]);
  });
});
