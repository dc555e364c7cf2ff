// An award through the bot, from nomination to post over a simulated quarter; refusals, conflicts, and who may what.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/chat/intent.ts';
import { award as job } from '../../../src/jobs/award.ts';
import { tick } from '../../../src/jobs/tick.ts';
import { changeMember } from '../../../src/store/member.ts';
import {
  approval,
  audit,
  award,
  customer,
  juror,
  kudos,
  kudosReceiver,
  milestone,
  nomination,
  satisfaction,
} from '../../../src/store/schema/index.ts';
import { spotAwardsOn } from '../../../src/store/spot.ts';
import { awardsOn } from '../../../src/store/winner.ts';
import { mailOf, memberOf, outboxOf } from '../../support/book.ts';
import {
  actionsOf,
  botPerTest,
  cardOf,
  formOf,
  intentOf,
  type TestMember,
  textOf,
} from '../../support/bot.ts';

const CAST: readonly TestMember[] = [
  { user: 'ann', name: '安然', role: 'admin', team: null },
  { user: 'mei', name: '梅琳', role: 'manager' },
  { user: 'li', name: '李雷' },
  { user: 'wang', name: '王芳' },
  { user: 'bob', name: 'Bob Stone', locale: 'en' },
  { user: 'zhao', name: '赵敏' },
  { user: 'qian', name: '钱进' },
  { user: 'sun', name: '孙悦' },
  { user: 'dan', name: 'Dan Fox', locale: 'en', team: 1 },
  { user: 'new', name: '周新', joinedOn: '2026-02-02' },
  { user: 'eve', name: 'Eve Poe', role: 'manager', locale: 'en', team: 1 },
];
const bot = botPerTest(CAST);

const REASON = '上季度一天之内接手了三位客户，每一位都按时回访，没有掉一个承诺';
const shanghai = (day: string, clock = '09:00') => Date.parse(`${day}T${clock}:00+08:00`);

const said = async (user: string, line: string) => textOf(cardOf(await bot.say(user, line)));
const rows = () => bot.workspace.read((db) => db.select().from(award).all());
const nominations = () => bot.workspace.read((db) => db.select().from(nomination).all());
const approvals = () => bot.workspace.read((db) => db.select().from(approval).all());
const announced = (from: string, to = from) =>
  bot.workspace.read((db) => awardsOn(db, 1, { from, to }));
const posts = () =>
  outboxOf(bot)
    .filter(({ target }) => target.kind === 'channel')
    .map(({ card }) => textOf(card));
const lastMail = (user: string) => {
  const card = mailOf(bot, user).at(-1)?.card;
  if (card === undefined) throw new Error(`no mail for ${user}`);
  return card;
};
const id = (name: string) => String(memberOf(bot, name).id);
const verb = (name: string, args: Intent['args'] = { id: 1 }): Intent => ({
  command: 'award',
  verb: name,
  args,
});

/** The bot's minute at this time, as often as it takes. */
const at = async (day: string, clock?: string) => {
  bot.now = shanghai(day, clock);
  for (let n = 0; n < 2; n += 1) {
    await tick(bot.workspace, [job], bot.now, (error) => {
      throw error;
    });
  }
};

const nominate = (user: string, who: string, reason = REASON) =>
  bot.submit(user, verb('nominated'), { who: id(who), reason });
const appoint = (...names: string[]) =>
  bot.submit('mei', verb('appointed'), { judges: names.map(id) });
const vote = (user: string, ...names: string[]) =>
  bot.submit(user, verb('voted'), { approve: names.map(id) });

/** Opened on 11 March for the last quarter of 2025. */
const opened = async (kind = '协作') => await bot.say('mei', `/award 发起 ${kind}`);

/** Nominated by two and one, closed, and with a committee of three. */
const judging = async () => {
  await opened();
  await nominate('li', '王芳');
  await nominate('zhao', '王芳');
  await nominate('mei', '李雷');
  await at('2026-03-23');
  await appoint('Bob Stone', '钱进', '安然');
};

describe('from nomination to post', () => {
  it('asks the team, checks who can win, lets three judge in secret, and posts the winner and why', async () => {
    await opened();
    expect(rows()).toMatchObject([
      {
        kind: 'collaboration',
        quarter: '2025-10-01',
        state: 'nominating',
        nominateUntil: '2026-03-21',
      },
    ]);
    expect(posts()).toEqual([
      expect.stringMatching(/请提名：2025年第四季度最佳协作奖[\s\S]*3月21日周六[\s\S]*\[提名\]/u),
    ]);

    // Nominations: by form from the post, and typed.
    const post = outboxOf(bot)[0]?.card;
    const form = formOf(await bot.press('li', intentOf(post ?? cardOf([]), '提名')));
    const who = form.inputs.find(({ name }) => name === 'who');
    const options = who?.kind === 'person' ? who.options.map(({ label }) => label) : [];
    expect(options).toContain('王芳');
    expect(options).not.toContain('李雷');
    expect(options).not.toContain('梅琳');
    await bot.submit('li', form.intent, { who: id('王芳'), reason: REASON });
    expect(await said('bob', `/award nominate @王芳 ${REASON}`)).toContain('You nominated 王芳');
    await bot.say('mei', `/award 提名 @李雷 ${REASON}`);
    expect(await said('mei', '/评奖')).toContain('目前收到 3 份提名');
    expect(await said('li', '/评奖')).toMatch(/提名截止 3月21日周六\n你提名了王芳/u);
    expect(await said('zhao', '/评奖')).not.toContain('份提名');

    // The last day, and the first working morning after it.
    await at('2026-03-21', '23:59');
    await at('2026-03-23', '08:59');
    expect(rows()[0]?.state).toBe('nominating');
    await at('2026-03-23', '09:00');
    expect(rows()[0]?.state).toBe('voting');
    expect(textOf(lastMail('mei'))).toMatch(
      /提名已截止[\s\S]*可以参评[\s\S]*李雷[\s\S]*1 人提名[\s\S]*王芳[\s\S]*2 人提名/u,
    );

    // The committee.
    const appointing = formOf(await bot.press('mei', intentOf(lastMail('mei'), '确定评委')));
    const judges = appointing.inputs[0];
    const able = judges?.kind === 'choices' ? judges.options.map(({ label }) => label) : [];
    expect(able).toEqual([
      '周新 · 销售',
      '孙悦 · 销售',
      '赵敏 · 销售',
      '钱进 · 销售',
      'Dan Fox · 销售',
      'Eve Poe · 经理',
      '安然 · 管理员',
    ]);
    await bot.submit('mei', appointing.intent, { judges: [id('赵敏'), id('孙悦'), id('Dan Fox')] });
    expect(textOf(lastMail('dan'))).toMatch(
      /You judge: Best collaboration award, Q4 2025[\s\S]*Why 王芳/u,
    );
    expect(textOf(lastMail('dan'))).toContain(REASON);
    expect(textOf(lastMail('dan'))).not.toMatch(/Bob|梅琳/u);
    expect(posts()).toHaveLength(1);

    // Sealed votes.
    const ballot = formOf(await bot.press('dan', intentOf(lastMail('dan'), 'Hand in')));
    await bot.submit('dan', ballot.intent, { approve: [id('王芳'), id('李雷')] });
    await vote('zhao', '王芳');
    await at('2026-03-24', '15:00');
    expect(rows()[0]?.state).toBe('voting');
    expect(await said('mei', '/award')).toContain('三位评委中已有 2 位投票');
    await vote('sun');
    await at('2026-03-24', '15:01');
    expect(rows()[0]).toMatchObject({
      state: 'decided',
      winnerId: memberOf(bot, '王芳').id,
      reason: null,
    });
    expect(posts()).toHaveLength(1);
    expect(textOf(lastMail('mei'))).toMatch(/王芳[\s\S]*你提交之前不会公布[\s\S]*接手了三位客户/u);

    // The post.
    const writing = formOf(await bot.press('mei', intentOf(lastMail('mei'), '撰写并公布')));
    expect(writing.inputs[0]).toMatchObject({ value: `${REASON}\n${REASON}` });
    expect(formOf(await bot.submit('mei', writing.intent, {})).errors?.reason).toBeDefined();
    await bot.submit('mei', writing.intent, { reason: '三位客户，一天之内，一个都没掉。' });
    expect(posts()[1]).toBe('2025年第四季度最佳协作奖\n王芳\n三位客户，一天之内，一个都没掉。');
    expect(lastMail('wang').title).toBe('恭喜，你获得了2025年第四季度最佳协作奖');
    const again = textOf(cardOf(await bot.submit('mei', writing.intent, { reason: '又一次' })));
    expect(again).toContain('这一步已经结束');
    expect(posts()).toHaveLength(2);
    expect(await said('bob', '/award')).toMatch(
      /Past winners[\s\S]*Best collaboration award, Q4 2025 \| 王芳/u,
    );
    expect(await said('bob', '/award badges @王芳')).toContain('Best collaboration');
    // Nobody who lost, and no figure, is in anything that was posted.
    expect(posts().join()).not.toMatch(/李雷|\d 票|赞成/u);
    const actions = bot.workspace.read((db) => db.select().from(audit).all());
    expect(actions.map(({ action }) => action)).toEqual([
      'award.opened',
      'award.closed',
      'award.appointed',
      'award.decided',
      'award.posted',
    ]);
  });

  it('is decided by two votes when the time is over', async () => {
    await judging();
    await vote('bob', '李雷');
    await vote('qian', '李雷', '王芳');
    await at('2026-03-26');
    expect(lastMail('ann').title).toContain('还差你的投票');
    expect(lastMail('bob').title).not.toContain('missing');
    const reminders = mailOf(bot, 'ann').length;
    await at('2026-03-27');
    expect(mailOf(bot, 'ann')).toHaveLength(reminders);
    await at('2026-03-30', '23:00');
    expect(rows()[0]?.state).toBe('voting');
    await at('2026-03-31', '00:01');
    expect(textOf(cardOf(await vote('ann', '王芳')))).toContain('这一步已经结束');
    await at('2026-03-31');
    expect(rows()[0]).toMatchObject({ state: 'decided', winnerId: memberOf(bot, '李雷').id });
  });

  it('has no winner by one vote, and says why to whoever sees to it', async () => {
    await judging();
    await vote('bob', '李雷');
    await at('2026-03-31');
    expect(rows()[0]).toMatchObject({ state: 'void', reason: 'few_votes', winnerId: null });
    expect(textOf(lastMail('mei'))).toContain('投票的评委不到两位');
    expect(posts()).toHaveLength(1);
    expect(await said('li', '/award')).toContain('投票的评委不到两位');
  });

  it('breaks a tie by who nominated, and lets two share it', async () => {
    await judging();
    await vote('bob', '李雷', '王芳');
    await vote('qian');
    await vote('ann');
    await at('2026-03-24');
    expect(rows()[0]?.winnerId).toBe(memberOf(bot, '王芳').id);
  });

  it('is shared by two who are level in everything, and both have won', async () => {
    await opened();
    await nominate('sun', '王芳');
    await nominate('mei', '李雷');
    await at('2026-03-23');
    await appoint('Bob Stone', '钱进', '安然');
    await vote('bob', '李雷', '王芳');
    await vote('qian');
    await vote('ann');
    await at('2026-03-24');
    await bot.submit('mei', verb('posted'), { reason: '两位一起扛下了年底的交接。' });
    expect(posts()[1]).toContain('李雷和王芳');
    for (const user of ['li', 'wang']) {
      expect(await said(user, '/award 徽章')).toContain('最佳协作奖');
    }
    expect(rows()[0]).toMatchObject({
      winnerId: memberOf(bot, '李雷').id,
      coWinnerId: memberOf(bot, '王芳').id,
    });
    expect(await said('bob', '/award')).toContain('李雷 and 王芳');
    expect(announced('2026-03-24')).toMatchObject([
      { winners: [{ name: '李雷' }, { name: '王芳' }], reason: '两位一起扛下了年底的交接。' },
    ]);
  });

  it('lapses without a nomination, and without a committee, after reminders', async () => {
    await opened();
    await opened('服务');
    await bot.submit('li', verb('nominated', { id: 2 }), { who: id('王芳'), reason: REASON });
    await bot.submit('zhao', verb('nominated', { id: 2 }), { who: id('王芳'), reason: REASON });
    await at('2026-03-23');
    expect(rows()).toMatchObject([{ state: 'void', reason: 'no_nomination' }, { state: 'voting' }]);
    const before = mailOf(bot, 'mei').length;
    for (const day of ['2026-03-26', '2026-03-27', '2026-03-30', '2026-04-01', '2026-04-02'])
      await at(day);
    expect(
      mailOf(bot, 'mei')
        .slice(before)
        .map(({ card }) => card.title),
    ).toEqual([
      '还没有确定评委：2025年第四季度最佳客户服务奖',
      '还没有确定评委：2025年第四季度最佳客户服务奖',
    ]);
    await at('2026-04-03');
    expect(rows()[1]?.state).toBe('voting');
    // The sixth is Tomb-Sweeping Day.
    await at('2026-04-07');
    expect(rows()[1]).toMatchObject({ state: 'void', reason: 'no_committee' });
  });
});

describe('what an award knows', () => {
  const juryOf = () => bot.workspace.read((db) => db.select().from(juror).all());
  const cards = () => outboxOf(bot).map(({ key, card }) => ({ key, text: textOf(card) }));

  /** A quarter's award with a nominee who has moved since, with `between` done before each step. */
  const run = async (between: () => Promise<unknown>) => {
    const seen: unknown[] = [];
    const step = async (what: () => Promise<unknown>) => {
      await between();
      await what();
    };
    const look = async (user: string, intent: Intent) => {
      await between();
      const [reply] = await bot.press(user, intent);
      seen.push(reply !== undefined && 'card' in reply ? textOf(reply.card) : reply);
    };
    await bot.say('ann', '/settings 成员 @孙悦 团队 North America');
    await opened();
    for (const [user, who] of [
      ['li', '孙悦'],
      ['zhao', '孙悦'],
      ['wang', '李雷'],
      ['mei', '王芳'],
    ] as const) {
      await nominate(user, who);
    }
    await step(() => at('2026-03-23'));
    await look('mei', verb('check'));
    await look('mei', verb('appointForm'));
    await step(() => appoint('Bob Stone', '钱进', '安然'));
    await look('mei', verb('check'));
    await look('bob', verb('ballot'));
    await step(() => vote('bob', '孙悦', '李雷'));
    await step(() => at('2026-03-26'));
    await look('qian', verb('voteForm'));
    await step(() => vote('qian', '孙悦'));
    await look('mei', verb('show', {}));
    await step(() => at('2026-03-31'));
    await look('mei', verb('postForm'));
    await step(() => bot.submit('mei', verb('posted'), { reason: '一天三位客户。' }));
    await look('bob', verb('show', {}));
    return { seen, rows: rows(), nominations: nominations(), jury: juryOf(), cards: cards() };
  };

  it('is in its own rows: nothing changes when the trail says nothing any more', async () => {
    const whole = await run(async () => {});
    await bot.restart(CAST);
    const emptied = await run(() =>
      bot.workspace.write((db) => {
        db.update(audit).set({ before: null, after: null, salt: null }).run();
      }),
    );
    expect(whole.rows).toMatchObject([
      {
        state: 'decided',
        votingFrom: '2026-03-23',
        winnerId: memberOf(bot, '孙悦').id,
        coWinnerId: null,
        reason: '一天三位客户。',
      },
    ]);
    expect(whole.nominations.map(({ eligible }) => eligible)).toEqual([true, true, true, true]);
    expect(whole.seen).toHaveLength(8);
    expect(emptied).toEqual(whole);
  });

  it('keeps the ballot as it was when nominating ended', async () => {
    await opened('服务');
    await nominate('li', '王芳');
    await nominate('zhao', '孙悦');
    await nominate('mei', '孙悦');
    expect(nominations().map(({ eligible }) => eligible)).toEqual([null, null, null]);
    await at('2026-03-23');
    expect(nominations().map(({ eligible }) => eligible)).toEqual([false, true, true]);
    await appoint('Bob Stone', '钱进', '安然');
    // Ten answers that were brought in late.
    const memberId = memberOf(bot, '王芳').id;
    await bot.workspace.write((db) => {
      db.insert(customer).values({ id: 1, name: '晨光', key: '晨光', createdAt: 0 }).run();
      for (let n = 0; n < 10; n += 1) {
        db.insert(satisfaction)
          .values({ customerId: 1, memberId, askedOn: '2025-11-03', rating: 5 })
          .run();
      }
    });
    expect(textOf(cardOf(await bot.press('qian', verb('ballot'))))).not.toContain('王芳');
  });

  it('is listed from the day of its announcement on, and not before', async () => {
    await judging();
    for (const user of ['bob', 'qian', 'ann']) await vote(user, '王芳');
    await at('2026-03-24');
    expect(announced('2026-03-01', '2026-03-31')).toEqual([]);
    bot.now = shanghai('2026-03-25', '23:59');
    await bot.submit('mei', verb('posted'), { reason: '一天三位客户。' });
    expect(announced('2026-03-24')).toEqual([]);
    expect(announced('2026-03-26')).toEqual([]);
    expect(announced('2026-03-25')).toEqual([
      {
        id: 1,
        kind: 'collaboration',
        quarter: '2025-10-01',
        winners: [{ id: memberOf(bot, '王芳').id, name: '王芳', praised: true }],
        reason: '一天三位客户。',
      },
    ]);
    expect(
      bot.workspace.read((db) => awardsOn(db, 2, { from: '2026-03-01', to: '2026-03-31' })),
    ).toEqual([]);
  });
});

describe('who can win', () => {
  it('shows the evidence, and each refusal with its reasons, to whoever sees to it alone', async () => {
    const [li, wang, bob, zhao] = ['李雷', '王芳', 'Bob Stone', '赵敏'].map(
      (name) => memberOf(bot, name).id,
    );
    if (li === undefined || wang === undefined || bob === undefined || zhao === undefined)
      throw new Error('cast');
    await bot.workspace.write((db) => {
      db.insert(customer).values({ id: 1, name: '晨光', key: '晨光', createdAt: 0 }).run();
      const rate = (memberId: number, n: number, rating: number | null, askedOn = '2025-11-03') => {
        for (let i = 0; i < n; i += 1) {
          db.insert(satisfaction).values({ customerId: 1, memberId, askedOn, rating }).run();
        }
      };
      rate(wang, 8, 5);
      rate(wang, 2, 2);
      rate(wang, 5, null);
      // One answer too few, and one from another quarter.
      rate(bob, 9, 5);
      rate(bob, 1, 5, '2026-01-01');
      const thank = (n: number, giverId: number, at: number, undoneAt: number | null = null) => {
        db.insert(kudos)
          .values({ id: n, giverId, reason: REASON, points: 0, at, day: '2025-12-31', undoneAt })
          .run();
        db.insert(kudosReceiver).values({ kudosId: n, memberId: wang, nth: 1 }).run();
      };
      thank(1, li, shanghai('2025-12-31', '23:59'));
      thank(2, li, shanghai('2025-10-01', '00:00'));
      thank(3, bob, shanghai('2025-11-01', '00:00'));
      thank(4, zhao, shanghai('2026-01-01', '00:00'));
      thank(5, zhao, shanghai('2025-11-01', '00:00'), 1);
    });
    await opened('服务');
    await nominate('li', '王芳');
    await nominate('zhao', 'Bob Stone');
    await nominate('wang', '孙悦');
    await nominate('sun', '李雷');
    await nominate('bob', '李雷');
    await nominate('qian', '赵敏');
    await bot.say('ann', '/settings 离职 @赵敏');
    await at('2026-03-23');
    const text = textOf(lastMail('mei'));
    expect(text).toMatch(/可以参评\n.*\n李雷 \| 2 人提名\n没有客户评价/u);
    expect(text).toMatch(
      /王芳 \| 1 人提名\n10 份客户评价中 8 份为 4 分或 5 分\n收到 2 位同事的 3 次表扬/u,
    );
    expect(text).toMatch(
      /不能参评（仅你可见）[\s\S]*Bob Stone: 客户评价不足 10 份，且只有一人提名/u,
    );
    expect(text).toContain('赵敏: 已离职；客户评价不足 10 份');
    expect(text).toContain('孙悦: 客户评价不足 10 份');
    await appoint('钱进', '安然', 'Dan Fox');
    const ballot = textOf(lastMail('dan'));
    expect(ballot).not.toMatch(/Bob Stone|孙悦|赵敏/u);
    // Who cannot win gets no votes, whatever is sent.
    await vote('dan', 'Bob Stone');
    expect(approvals()).toEqual([]);
  });

  it('does not take a winner again for two quarters', async () => {
    await judging();
    for (const user of ['bob', 'qian', 'ann']) await vote(user, '王芳');
    await at('2026-03-24');
    await bot.submit('mei', verb('posted'), { reason: '一天三位客户。' });
    bot.now = shanghai('2026-04-08');
    await opened();
    const second = (user: string, who: string) =>
      bot.submit(user, verb('nominated', { id: 2 }), { who: id(who), reason: REASON });
    await second('li', '王芳');
    await second('zhao', '孙悦');
    await at('2026-04-20');
    expect(textOf(lastMail('mei'))).toContain('王芳: 已获得2025年第四季度的同一奖项');
    // The other award is another matter.
    bot.now = shanghai('2026-04-21');
    await opened('服务');
    await bot.submit('li', verb('nominated', { id: 3 }), { who: id('王芳'), reason: REASON });
    await bot.submit('sun', verb('nominated', { id: 3 }), { who: id('王芳'), reason: REASON });
    await at('2026-05-06');
    expect(textOf(lastMail('mei'))).toMatch(/可以参评[\s\S]*王芳 \| 2 人提名/u);
  });

  it('passes over a nominee who left while votes were open', async () => {
    await judging();
    await vote('bob', '王芳', '李雷');
    await vote('qian', '王芳');
    await bot.say('ann', '/settings 离职 @王芳');
    await vote('ann');
    await at('2026-03-24');
    expect(rows()[0]?.winnerId).toBe(memberOf(bot, '李雷').id);
    // Not counted, and not deleted either.
    expect(approvals()).toHaveLength(3);
  });

  it('passes over who won the same award while votes were open', async () => {
    await opened();
    await bot.say('mei', '/award 发起 协作 2025-Q3');
    for (const award of [1, 2]) {
      for (const [user, who] of [
        ['li', '王芳'],
        ['mei', '李雷'],
      ] as const) {
        await bot.submit(user, verb('nominated', { id: award }), { who: id(who), reason: REASON });
      }
    }
    await at('2026-03-23');
    for (const award of [1, 2]) {
      const judges = ['Bob Stone', '钱进', '安然'].map(id);
      await bot.submit('mei', verb('appointed', { id: award }), { judges });
      for (const [user, ...names] of [
        ['bob', '王芳', '李雷'],
        ['qian', '王芳'],
        ['ann'],
      ] as const) {
        const approve = names.map(id);
        await bot.submit(user, verb('voted', { id: award }), { approve });
      }
    }
    await at('2026-03-24');
    expect(rows().map(({ winnerId }) => winnerId)).toEqual(
      ['王芳', '李雷'].map((name) => memberOf(bot, name).id),
    );
  });

  it('looks at the team of that quarter, not of today', async () => {
    await bot.say('ann', '/settings 成员 @孙悦 团队 North America');
    await opened();
    expect(await said('li', `/award 提名 @孙悦 ${REASON}`)).toContain('已提名孙悦');
    expect(await said('li', `/award 提名 @Dan Fox ${REASON}`)).toContain('不属于这个团队');
    expect(await said('li', `/award 提名 @周新 ${REASON}`)).toContain('不属于这个团队');
  });
});

describe('what is refused', () => {
  beforeEach(async () => {
    await opened();
  });

  it.each([
    ['self', `/award 提名 @李雷 ${REASON}`, '不能提名自己'],
    ['own manager', `/award 提名 @梅琳 ${REASON}`, '不能提名自己的经理'],
    ['short', '/award 提名 @王芳 帮了大忙', '理由至少要 20 个字'],
    ['short and self', '/award 提名 @李雷 我', '不能提名自己；理由至少要 20 个字'],
    ['nobody', '/award 提名 @没有 理由', '没有叫“@没有”的成员'],
    ['other award', `/award 提名 服务 @王芳 ${REASON}`, '没有正在征集提名的奖项'],
    ['unknown word', '/award 天气', '看不懂“天气”'],
  ])('%s', async (_name, line, sentence) => {
    expect(await said('li', line)).toContain(sentence);
    expect(nominations()).toEqual([]);
  });

  it('late', async () => {
    bot.now = shanghai('2026-03-21', '23:59');
    expect(await said('li', `/award 提名 @王芳 ${REASON}`)).toContain('已提名王芳');
    bot.now = shanghai('2026-03-22', '00:00');
    expect(await said('zhao', `/award 提名 @王芳 ${REASON}`)).toContain('提名已截止');
    expect(textOf(cardOf(await bot.press('zhao', verb('nominateForm'))))).toContain('提名已截止');
    expect(textOf(cardOf(await nominate('zhao', '王芳')))).toContain('提名已截止');
    expect(nominations()).toHaveLength(1);
  });

  it('a second nomination takes the place of the first, and the form begins with it', async () => {
    await nominate('li', '王芳');
    const answer = textOf(cardOf(await nominate('li', '孙悦')));
    expect(answer).toContain('新的已替换之前的');
    expect(nominations()).toMatchObject([{ nomineeId: memberOf(bot, '孙悦').id }]);
    const form = formOf(await bot.press('li', verb('nominateForm')));
    expect(form.inputs.map((input) => ('value' in input ? input.value : ''))).toEqual([
      id('孙悦'),
      REASON,
    ]);
  });

  it('says in the form what is wrong with it', async () => {
    const form = formOf(
      await bot.submit('li', verb('nominated'), { who: id('梅琳'), reason: '好' }),
    );
    expect(form.errors).toMatchObject({
      who: '不能提名自己的经理',
      reason: expect.stringContaining('20 个字'),
    });
    expect(
      formOf(await bot.submit('li', verb('nominated'), { who: 'x' })).errors?.who,
    ).toBeDefined();
  });

  it('a second award of the same quarter, and quarters that are not over', async () => {
    expect(await said('mei', '/award 发起 协作')).toContain('已经发起过：提名截止 3月21日周六');
    expect(await said('mei', '/award 发起 服务 2026-Q1')).toContain('最近一年里已经结束的季度');
    expect(await said('mei', '/award 发起 服务 2024-Q4')).toContain('2025-Q4');
    expect(await said('mei', '/award 发起 天气')).toContain('没有“天气”这个奖项');
    expect(await said('mei', '/award 发起 服务 2025-Q3')).toContain(
      '已发起：2025年第三季度最佳客户服务奖',
    );
    expect(await said('ann', '/award 发起 服务')).toContain('请写明');
    expect(await said('ann', '/award 发起 协作 2025Q3 华东一部')).toContain('已发起');
  });

  it('asks which one when both are open', async () => {
    await opened('服务');
    expect(await said('li', `/award 提名 @王芳 ${REASON}`)).toContain('请写明是哪一个');
    expect(await said('li', `/award 提名 服务 @王芳 ${REASON}`)).toContain('最佳客户服务奖');
  });
});

describe('the committee', () => {
  it('takes nobody with a conflict, three at a time, one of them a rep', async () => {
    await opened();
    await nominate('li', '王芳');
    await nominate('mei', '李雷');
    await at('2026-03-23');
    const fault = async (...names: string[]) => formOf(await appoint(...names)).errors?.judges;
    expect(await fault('钱进', '孙悦')).toBe('需要正好三位');
    expect(await fault('钱进', '孙悦', '王芳')).toBe('其中有人在这次评奖里需要回避');
    // 李雷 is nominated and a nominator, 梅琳 a nominator.
    expect(await fault('钱进', '孙悦', '李雷')).toContain('回避');
    expect(await fault('钱进', '孙悦', '梅琳')).toContain('回避');
    await bot.workspace.write((db) => {
      for (const who of [7, 8]) changeMember(db, who, { role: 'manager' });
    });
    expect(await fault('钱进', '孙悦', '安然')).toBe('其中至少要有一位销售');
    expect(bot.workspace.read((db) => db.select().from(juror).all())).toEqual([]);
    await appoint('钱进', '孙悦', '赵敏');
    expect(textOf(cardOf(await appoint('钱进', '孙悦', 'Bob Stone')))).toContain('这一步已经结束');
    expect(bot.workspace.read((db) => db.select().from(juror).all())).toHaveLength(3);
  });

  it('hands in once, and nobody else does', async () => {
    await judging();
    await vote('bob', '王芳');
    const again = await vote('bob', '李雷');
    expect(textOf(cardOf(again))).toContain('Your votes are in, and sealed');
    expect(textOf(cardOf(await vote('li', '李雷')))).toContain('你不是这个奖项的评委');
    expect(approvals()).toMatchObject([{ nomineeId: memberOf(bot, '王芳').id }]);
  });

  it('is found by jurors of other teams, and by who has none', async () => {
    await opened();
    await nominate('li', '王芳');
    await at('2026-03-23');
    await appoint('钱进', 'Dan Fox', '安然');
    expect(actionsOf(cardOf(await bot.say('dan', '/award'))).map(({ label }) => label)).toEqual([
      'Judge: Best collaboration award',
    ]);
    expect(await said('ann', '/award')).toContain('去评审');
    await vote('dan');
    expect(await said('dan', '/award')).not.toContain('Judge');
  });

  it('is not chosen, and the award not announced, by a manager who is nominated', async () => {
    await opened();
    await bot.workspace.write((db) => changeMember(db, 8, { role: 'manager' }));
    await nominate('sun', '梅琳');
    await at('2026-03-23');
    // 孙悦 manages as well, and is not nominated.
    expect(mailOf(bot, 'mei').at(-1)).toBeUndefined();
    expect(lastMail('sun').title).toContain('提名已截止');
    expect(textOf(cardOf(await appoint('钱进', '赵敏', '李雷')))).toContain('你被提名了这个奖项');
  });
});

describe('who may what', () => {
  /** In each state of 梅琳's award: the verbs, and who gets further than a refusal. */
  const AT: Readonly<Record<string, () => Promise<void>>> = {
    nominating: async () => {
      await opened();
    },
    appointing: async () => {
      await opened();
      await nominate('li', '王芳');
      await at('2026-03-23');
    },
    voting: async () => {
      await opened();
      await nominate('li', '王芳');
      await at('2026-03-23');
      await appoint('钱进', '孙悦', '赵敏');
    },
    posting: async () => {
      await opened();
      await nominate('li', '王芳');
      await at('2026-03-23');
      await appoint('钱进', '孙悦', '赵敏');
      for (const user of ['qian', 'sun', 'zhao']) await vote(user, '王芳');
      await at('2026-03-24');
    },
  };
  const PEOPLE = ['ann', 'mei', 'eve', 'li', 'qian', 'dan'] as const;

  it.each([
    ['nominateForm', 'nominating', ['mei', 'li', 'qian']],
    ['check', 'nominating', []],
    ['check', 'appointing', ['ann', 'mei']],
    ['appointForm', 'appointing', ['ann', 'mei']],
    ['ballot', 'appointing', []],
    ['ballot', 'voting', ['qian']],
    ['voteForm', 'voting', ['qian']],
    ['appointForm', 'voting', []],
    ['postForm', 'voting', []],
    ['postForm', 'posting', ['ann', 'mei']],
    ['voteForm', 'posting', []],
  ] as const)('%s while %s: %j', async (name, state, may) => {
    await AT[state]?.();
    const able: string[] = [];
    for (const user of PEOPLE) {
      const [reply] = await bot.press(user, verb(name));
      const isRefused = reply !== undefined && 'card' in reply && reply.card.tone === 'warning';
      if (!isRefused) able.push(user);
    }
    expect(able).toEqual(may);
  });

  it.each(PEOPLE.map((user) => [user, user === 'ann' || user === 'mei'] as const))(
    'opens, appoints and posts, %s: %s',
    async (user, may) => {
      await bot.say(user, '/award 发起 协作 2025-Q4 华东一部');
      expect(rows()).toHaveLength(may ? 1 : 0);
      await AT.appointing?.();
      await bot.submit(user, verb('appointed'), { judges: ['钱进', '孙悦', '赵敏'].map(id) });
      expect(bot.workspace.read((db) => db.select().from(juror).all())).toHaveLength(may ? 3 : 0);
      if (!may) await appoint('钱进', '孙悦', '赵敏');
      for (const judge of ['qian', 'sun', 'zhao']) await vote(judge, '王芳');
      await at('2026-03-24');
      await bot.submit(user, verb('posted'), { reason: '好' });
      expect(rows()[0]?.reason).toBe(may ? '好' : null);
    },
  );

  it('sends the manager of another team to whoever sees to it', async () => {
    await AT.appointing?.();
    const card = cardOf(await bot.press('eve', verb('check')));
    expect(textOf(card)).toContain('That award is another team’s');
    await bot.say('ann', '/settings 角色 @孙悦 经理');
    expect(cardOf(await bot.press('sun', verb('check'))).tone).toBe('neutral');
  });

  it('is looked up as it is done', async () => {
    await AT.appointing?.();
    await bot.workspace.write((db) => changeMember(db, 2, { role: 'rep' }));
    expect(textOf(cardOf(await appoint('钱进', '孙悦', '赵敏')))).toContain('只有经理和管理员');
  });
});

describe('out of the blue', () => {
  const spot = (user: string, who: string, reason = '周五留到八点，把同事客户的问题全部答复清楚') =>
    said(user, `/award 即时奖 @${who} ${reason}`);

  it('is said at once in the channel, and to whoever gets it', async () => {
    expect(await spot('mei', '王芳')).toMatch(/已颁给王芳[\s\S]*这个月还可以颁 1 次/u);
    expect(posts()).toEqual([
      '即时奖：王芳\n周五留到八点，把同事客户的问题全部答复清楚\n颁奖人：梅琳',
    ]);
    expect(lastMail('wang').title).toBe('梅琳给你颁了一个即时奖');
    expect(await said('wang', '/award 徽章')).toContain('即时奖');
    expect(await said('wang', '/points')).toContain('徽章: 即时奖');
    expect(await said('li', '/points')).not.toContain('徽章');
  });

  it('is given twice a month by each manager, and again in the next', async () => {
    await spot('mei', '王芳');
    expect(await spot('mei', '王芳')).toContain('这个月的名额用完了');
    expect(await spot('mei', '李雷')).toContain('这个月已经颁过两次');
    expect(await spot('ann', '李雷')).toContain('已颁给李雷');
    bot.now = shanghai('2026-04-01');
    expect(await spot('mei', '李雷')).toContain('已颁给李雷');
    expect(await said('wang', '/award 徽章')).toContain('即时奖 × 2');
    const days = (from: string, to: string) =>
      bot.workspace.read((db) => spotAwardsOn(db, 1, { from, to }));
    expect(days('2026-03-11', '2026-04-01')).toHaveLength(4);
    expect(days('2026-03-12', '2026-04-01')).toMatchObject([
      { giver: { name: '梅琳' }, receiver: { name: '李雷', praised: true }, day: '2026-04-01' },
    ]);
    // It stays with the team it was given in.
    const receiver = memberOf(bot, '李雷').id;
    await bot.workspace.write((db) => changeMember(db, receiver, { teamId: 2 }));
    expect(days('2026-04-01', '2026-04-01')).toHaveLength(1);
    expect(bot.workspace.read((db) => db.select().from(milestone).all())).toEqual([]);
  });

  it('lands twice and no more when twenty are sent at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => spot('mei', '王芳')));
    expect(posts()).toHaveLength(2);
  });

  it('names everything that is wrong with it', async () => {
    expect(await spot('mei', '梅琳', '好')).toContain('不能颁给自己；请写明为了什么');
    expect(await spot('mei', 'Dan Fox')).toContain('对方不在你的团队');
    expect(await spot('li', '王芳')).toContain('只有经理和管理员');
    expect(await said('mei', '/award 即时奖')).toContain('请写明为了什么');
    expect(posts()).toEqual([]);
  });

  it('is told in private to who would rather not be posted, and their badges are their own', async () => {
    await bot.workspace.write((db) => changeMember(db, 4, { praised: false }));
    expect(await spot('mei', '王芳')).toContain('已私下告知');
    expect(posts()).toEqual([]);
    expect(lastMail('wang').title).toBe('梅琳给你颁了一个即时奖');
    expect(await said('li', '/award 徽章 @王芳')).toContain('不想公开徽章');
    expect(await said('mei', '/award 徽章 @王芳')).toContain('即时奖');
    expect(await said('li', '/award 徽章')).toContain('还没有徽章');
  });
});
