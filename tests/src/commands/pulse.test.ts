import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { encodeIntent } from '../../../src/chat/intent.ts';
import { HOUR } from '../../../src/domain/time.ts';
import { JOBS } from '../../../src/jobs/index.ts';
import { tick } from '../../../src/jobs/tick.ts';
import { LOCALE_TAGS, localeFor } from '../../../src/locales/index.ts';
import { chainedEntries } from '../../../src/store/audit.ts';
import { changeMember } from '../../../src/store/member.ts';
import { mailOf, memberOf, outboxOf } from '../../support/book.ts';
import { actionsOf, botPerTest, cardOf, formOf, intentOf, textOf } from '../../support/bot.ts';
import {
  advance,
  answerAll,
  beginOf,
  invitationOf,
  newestSurvey,
  startSurvey,
  startValues,
  surveyOf,
  TWELVE,
  tapThrough,
  USERS,
} from '../../support/pulse-bot.ts';

const bot = botPerTest(TWELVE);
const DAY = 24 * HOUR;
const said = async (user: string, line: string) => textOf(cardOf(await bot.say(user, line)));
const close = async (): Promise<void> => {
  bot.now = newestSurvey(bot).closesAt;
  await advance(bot);
};
const RECOMMEND = { recommend: 'yes' };

describe('from start to results, in both languages', () => {
  it('twelve members', async () => {
    const survey = await startSurvey(bot, 'mei', RECOMMEND);
    expect(survey.questions.map(({ kind }) => kind)).toEqual([
      'rating',
      'rating',
      'rating',
      'scale',
      'text',
    ]);

    // Everybody is invited, in their language, with the promise before the first question.
    for (const { user, locale = 'zh' } of TWELVE) {
      const text = textOf(invitationOf(bot, user));
      const { pulseQuestions: texts } = localeFor(locale).t;
      for (const sentence of [
        texts.promiseSealed,
        texts.promiseShown({ minMean: 5, minFull: 8 }),
        texts.promiseOpen,
      ]) {
        expect(text).toContain(sentence);
      }
      expect(text).toContain(survey.seal?.slice(0, 16));
    }

    // All but one, so that the recommendation score has an interval.
    for (const [i, user] of USERS.slice(0, 11).entries()) {
      const words = i % 3 === 0 ? `words number ${i}` : null;
      const card = cardOf(await answerAll(bot, user, [4, 1 + (i % 5), 5, 6 + (i % 5)], words));
      expect(card.title).toMatch(/^(已计入，谢谢！|Counted\. Thank you!)$/);
      expect(card.sealed).toBeUndefined();
    }
    expect(await said('mei', '/调研 进度')).toContain('80%以上');
    await close();
    expect(newestSurvey(bot).state).toBe('closed');

    const zh = await said('rep0', '/调研 结果');
    expect(zh).toContain('调研结果：华东一部');
    expect(zh).toContain('参与率: 80%以上');
    expect(zh).toContain('团队满意度: 100.0 分（满分 100）');
    expect(zh).toContain('推荐分（eNPS）: +9 · −4 到 +21 之间');
    expect(zh).toContain('1. 本月对我的期望我很清楚 | 4.0');
    expect(zh).toContain('文字意见');
    const en = await said('rep1', '/pulse results');
    expect(en).toContain('Team satisfaction: 100.0 of 100');
    expect(en).toContain('+9 · between −4 and +21');
    expect(en).toContain('registered marks');
    expect(cardOf(await bot.say('rep1', '/pulse results')).blocks).toContainEqual(
      expect.objectContaining({ kind: 'chart' }),
    );

    // The results are announced once, to whoever started it and to the team.
    await tick(bot.workspace, JOBS, bot.now, (error) => bot.faults.push(error));
    await tick(bot.workspace, JOBS, bot.now + HOUR, (error) => bot.faults.push(error));
    const news = outboxOf(bot).filter(({ key }) => key.startsWith('pulse-ready:'));
    expect(news.map(({ target }) => target.kind)).toEqual(['person', 'channel']);

    // Comments a day or more later, for the manager alone; a reply shows the comment to the group.
    expect(await said('mei', '/pulse results')).toContain('起可以看文字意见');
    const results = cardOf(await bot.say('mei', '/pulse results'));
    expect(textOf(cardOf(await bot.press('mei', intentOf(results, '文字意见'))))).toContain(
      '文字意见晚一点公布',
    );
    const { commentsAt } = surveyOf(bot, survey.id);
    expect((commentsAt ?? 0) - bot.now).toBeGreaterThanOrEqual(DAY);
    expect((commentsAt ?? 0) - bot.now).toBeLessThanOrEqual(3 * DAY);
    bot.now = commentsAt ?? 0;
    const comments = cardOf(await bot.press('mei', intentOf(results, '文字意见')));
    for (const i of [0, 3, 6, 9]) expect(textOf(comments)).toContain(`words number ${i}`);
    expect(textOf(cardOf(await bot.press('rep0', intentOf(results, '文字意见'))))).toContain(
      '只有经理和管理员',
    );
    const acknowledged = cardOf(await bot.press('mei', intentOf(comments, '已读 1')));
    expect(textOf(acknowledged)).toContain('已读');
    const reply = formOf(await bot.press('mei', intentOf(comments, '回复 2')));
    expect(reply.intro).toContain('你也不知道');
    expect(formOf(await bot.submit('mei', reply.intent, { reply: ' ' })).errors).toBeDefined();
    expect(await said('rep1', '/pulse results')).not.toContain('words number');
    await bot.submit('mei', reply.intent, { reply: '谢谢，下周一起看' });
    expect(await said('rep1', '/pulse results')).toMatch(
      /Comments with a reply\n“words number \d+”\nReply: 谢谢，下周一起看/u,
    );

    // What the manager commits to is with the results and in the next invitation.
    const commit = formOf(await bot.press('mei', intentOf(results, '承诺一个行动')));
    await bot.submit('mei', commit.intent, { action: '每周五下午不排会' });
    expect(await said('rep0', '/pulse results')).toContain('下一步行动: 每周五下午不排会');
    const next = await startSurvey(bot, 'mei');
    expect(next.id).not.toBe(survey.id);
    expect(textOf(invitationOf(bot, 'rep1'))).toContain(
      'What came of the last one: 每周五下午不排会',
    );
    expect(textOf(cardOf(await bot.say('rep1', '/pulse results')))).toContain(
      'Nobody sees results',
    );
  });

  it('says what changed since, and where it is noise', async () => {
    const wave = async (satisfied: number, fair: (i: number) => number) => {
      await startSurvey(bot, 'mei', { items: ['satisfied', 'fair'], comment: 'no' });
      for (const [i, user] of USERS.entries()) await answerAll(bot, user, [fair(i), satisfied]);
      await close();
      bot.now += DAY;
    };
    await wave(2, (i) => 2 + (i % 3));
    await wave(4, (i) => 2 + ((i + 1) % 4));
    const text = await said('rep1', '/pulse results');
    expect(text).toContain('2. Overall I am satisfied with working here | 4.0 | +2.0');
    expect(text).toMatch(/1\. My score reflects my work fairly \| \d\.\d \| no clear change/);
  });
});

describe('the promise (T13)', () => {
  it.each(LOCALE_TAGS)('is what /pulse promise says, in %s', async (tag) => {
    const user = tag === 'zh' ? 'rep0' : 'rep1';
    const text = await said(user, '/pulse promise');
    expect(text.split('\n').length).toBe(4);
    expect(text).toContain(localeFor(tag).t.pulseQuestions.promiseSealed);
  });
  it('is word for word that of product.md', () => {
    const { promiseSealed, promiseShown, promiseOpen } = localeFor('en').t.pulseQuestions;
    expect([promiseSealed, promiseShown({ minMean: 5, minFull: 8 }), promiseOpen].join(' ')).toBe(
      'Your answers are stored encrypted, without name, time or order; that you took part is stored only as a mark; both keys are destroyed when the survey closes, and from then on nobody - manager, administrator or operator with the whole database - can connect an answer to you. Results appear only after closing, only for at least 5 people (8 for comments), never in combinations from which fewer than 5 could be worked out. While it is open, the chat platform and whoever runs the bot could watch you click; your wording may reveal you; and if a whole group answers alike, the result itself says so.',
    );
  });
  it('names the thresholds of the survey, where they were raised', async () => {
    await startSurvey(bot, 'mei', { minMean: '6', minFull: '10' });
    expect(textOf(invitationOf(bot, 'rep1'))).toContain('for at least 6 people (10 for comments)');
  });
  it('is explained by /privacy pulse', async () => {
    expect(await said('rep1', '/privacy pulse')).toContain('While a survey is open: confidential');
    expect(await said('rep0', '/隐私 调研')).toContain('进行期间：保密');
  });
});

describe('answering', () => {
  beforeEach(() => startSurvey(bot, 'mei', RECOMMEND));

  it('is one tap a question, with a way back and a look at everything', async () => {
    let card = cardOf(await bot.press('rep1', beginOf(invitationOf(bot, 'rep1'))));
    expect(card.title).toBe('Question 1 of 4');
    expect(card.sealed).toBe(true);
    expect(actionsOf(card).map(({ label }) => label)).toEqual([
      '1 Strongly disagree',
      '2 Disagree',
      '3 Neither',
      '4 Agree',
      '5 Strongly agree',
      'Skip',
    ]);
    card = cardOf(await bot.press('rep1', intentOf(card, '4')));
    card = cardOf(await bot.press('rep1', intentOf(card, 'Back')));
    expect(card.title).toBe('Question 1 of 4');
    for (const tap of ['2', 'Skip', '5'])
      card = cardOf(await bot.press('rep1', intentOf(card, tap)));
    expect(textOf(card)).toContain('0 = not at all likely');
    card = cardOf(await bot.press('rep1', intentOf(card, '10')));
    expect(textOf(card)).toContain('1. I know what is expected of me this month: 2 Disagree');
    expect(textOf(card)).toContain('Our goals are hard but reachable: skipped');
    card = cardOf(await bot.press('rep1', intentOf(card, 'Change 1')));
    expect(card.title).toBe('Question 1 of 4');
    card = cardOf(await bot.press('rep1', intentOf(card, '3')));
    expect(card.title).toBe('Your answers');
    for (const { intent } of actionsOf(card)) {
      expect(new TextEncoder().encode(encodeIntent(intent)).length).toBeLessThanOrEqual(200);
    }
  });

  it('warns before words are typed', async () => {
    const card = await tapThrough(bot, 'rep1', [1, 2, 3, 4]);
    const form = formOf(await bot.press('rep1', intentOf(card, 'Add words')));
    expect(form.sealed).toBe(true);
    expect(form.intro).toContain(
      'Your style may be recognised; leave out names, numbers and stories only you know.',
    );
    expect(form.intro).toContain('If a manager replies');
  });

  it('counts once: a second vote and a redelivery change nothing (T4)', async () => {
    const first = await answerAll(bot, 'rep1', [1, 2, 3, 4], null, 'd-1');
    expect(cardOf(first).title).toBe('Counted. Thank you!');
    expect(await answerAll(bot, 'rep1', [1, 2, 3, 4], null, 'd-1')).toEqual(first);
    const again = cardOf(await answerAll(bot, 'rep1', [5, 5, 5, 9]));
    expect(again.title).toBe('Counted already');
    await close();
    expect(newestSurvey(bot).counted).toBe(1);
  });

  it('refuses what is empty, forged, or not theirs', async () => {
    const { id } = newestSurvey(bot);
    const submit = (answers: string, user = 'rep1', survey = id) =>
      bot.press(user, { command: 'pulse', verb: 'submit', args: { survey, answers } });
    const text = async (...args: Parameters<typeof submit>) =>
      textOf(cardOf(await submit(...args)));
    expect(await text('x-x-x-x')).toContain('Every question was skipped');
    expect(await text('4-4')).toContain('A question is still open');
    expect(await text('4-4-6-1')).toContain('does not look right');
    expect(await text('4-4-4-1-1')).toContain('does not look right');
    expect(await text("4';--")).toContain('does not look right');
    expect(await text('4-4-4-1', 'rep1', 99)).toContain('does not look right');
    const { id: left } = memberOf(bot, 'Rep 3');
    await bot.workspace.write((db) => changeMember(db, left, { leftOn: '2026-03-01' }));
    expect(cardOf(await submit('4-4-4-1', 'rep3')).tone).toBe('warning');
    const card = await tapThrough(bot, 'rep1', ['Skip', 'Skip', 'Skip', 'Skip']);
    expect(actionsOf(card).map(({ label }) => label)).not.toContain('Submit');
    const form = formOf(await bot.press('rep1', intentOf(card, 'Add words')));
    const long = await bot.submit('rep1', form.intent, { w4: 'x'.repeat(1001) });
    expect(textOf(cardOf(long))).toContain('1000');
    expect(cardOf(await bot.submit('rep1', form.intent, { w4: 'only words' })).title).toBe(
      'Counted. Thank you!',
    );
  });

  it('keeps to the team as it was at launch (T9)', async () => {
    const { id: moved } = memberOf(bot, 'Rep 1');
    await bot.workspace.write((db) => changeMember(db, moved, { teamId: 2 }));
    expect(cardOf(await answerAll(bot, 'rep1', [1, 2, 3, 4])).title).toBe('Counted. Thank you!');
    await bot.ask('late', { kind: 'opened' });
    expect(textOf(cardOf(await bot.say('late', '/pulse answer')))).toContain(
      'No survey is waiting',
    );
  });

  it('is over when it is over', async () => {
    const card = await tapThrough(bot, 'rep1', [1, 2, 3, 4]);
    await close();
    expect(textOf(cardOf(await bot.press('rep1', intentOf(card, 'Submit'))))).toContain('is over');
    expect(textOf(cardOf(await bot.say('rep1', '/pulse answer')))).toContain(
      'No survey is waiting',
    );
  });

  it('leaves nothing of an answer in the workspace’s files while it is open', async () => {
    const words = 'a plover in the quarterly aviary';
    await answerAll(bot, 'rep1', [1, 2, 3, 4], words);
    await tapThrough(bot, 'rep3', [5, 5, 5, 10]);
    const [main] = bot.workspace.read((db) => db.all<{ file: string }>('pragma database_list'));
    const folder = dirname(main?.file ?? '');
    const bytes = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => readFileSync(join(folder, name)).toString('latin1'))
      .join('');
    expect(bytes).toContain('Counted. Thank you!');
    for (const trace of ['plover', '1-2-3-4', '5-5-5-10', '"answers":"']) {
      expect(bytes.replaceAll('"answers":""', ''), trace).not.toContain(trace);
    }
  });
});

describe('results before closing (T7)', () => {
  it.each(['ann', 'mei', 'rep1'])('are refused to %s, with when', async (user) => {
    const { id } = await startSurvey(bot, 'mei');
    await answerAll(bot, user, [1, 2, 3]);
    const ask = (verb: string, args: Record<string, number>) =>
      bot.press(user, { command: 'pulse', verb, args: { survey: id, ...args } });
    for (const replies of [
      await bot.say(user, '/pulse results'),
      await ask('results', {}),
      await ask('results', { group: 0 }),
      await ask('distribution', { group: 0, question: 0 }),
      await ask('comments', { group: 0, page: 1 }),
      await ask('commitForm', {}),
    ]) {
      const text = textOf(cardOf(replies));
      expect(text).toMatch(/3月18日周三 18:00|Wed, Mar 18 18:00|经理和管理员|managers and admins/);
      expect(text).not.toMatch(/\d\.\d/);
    }
  });
});

describe('who may what', () => {
  it('managers start for their team, admins for all, reps not at all', async () => {
    expect(await said('rep1', '/pulse start')).toContain('managers and admins');
    const options = async (user: string) => {
      const who = formOf(await bot.say(user, '/pulse start')).inputs[0];
      return who?.kind === 'choice' ? who.options.map(({ label }) => label) : [];
    };
    expect(await options('mei')).toEqual(['华东一部']);
    expect(await options('ann')).toEqual(['华东一部', 'North America', '全体成员']);
    const [intent, values] = await startValues(bot, 'mei', { who: 'all' });
    expect(formOf(await bot.submit('mei', intent, values)).errors).toHaveProperty('who');
  });

  it('says all that is wrong at once, and that thresholds may only be raised', async () => {
    const wrong = { items: [], openDays: '0', minMean: '4', minFull: '7', comment: 'no' };
    const [intent, values] = await startValues(bot, 'mei', wrong);
    const { errors } = formOf(await bot.submit('mei', intent, values));
    expect(Object.keys(errors ?? {}).sort()).toEqual(['items', 'minFull', 'minMean', 'openDays']);
    expect(errors?.minMean).toBe('请填整数，不少于 5。');
    const [, low] = await startValues(bot, 'mei', { minMean: '9', minFull: '8' });
    expect(formOf(await bot.submit('mei', intent, low)).errors).toHaveProperty('minFull');
    const [, many] = await startValues(bot, 'mei', {
      items: [
        'expected',
        'reachable',
        'fair',
        'understood',
        'thanked',
        'earned',
        'help',
        'learn',
        'speak',
        'change',
      ],
    });
    expect(formOf(await bot.submit('mei', intent, many)).errors?.items).toContain('10');
    expect(bot.workspace.read((db) => db.all('select 1 from survey'))).toEqual([]);
  });

  it('refuses where too few would be asked, and says why', async () => {
    await bot.restart(TWELVE.slice(0, 4));
    expect(await said('mei', '/pulse start')).toContain('只能问到 4 人');
    await bot.restart(TWELVE.slice(0, 6));
    const [intent, values] = await startValues(bot, 'mei', { minMean: '7', minFull: '9' });
    expect(formOf(await bot.submit('mei', intent, values)).errors?.who).toContain('只会问到 6 人');
  });

  it('one at a time for a team', async () => {
    await startSurvey(bot, 'mei');
    const [intent, values] = await startValues(bot, 'mei');
    expect(formOf(await bot.submit('mei', intent, values)).errors?.who).toContain('已有调研在进行');
  });

  it('closing early waits a day, cancelling does not', async () => {
    const { id, opensAt } = await startSurvey(bot, 'mei');
    const status = cardOf(await bot.say('mei', '/pulse status'));
    const closing = intentOf(status, '结束');
    expect(textOf(cardOf(await bot.press('mei', closing)))).toContain('至少开放一天');
    expect(textOf(cardOf(await bot.press('rep1', closing)))).toContain('managers and admins');
    bot.now = opensAt + DAY;
    expect(cardOf(await bot.press('mei', closing)).title).toBe('正在结束：华东一部');
    expect(textOf(cardOf(await bot.press('mei', closing)))).toContain('不在进行中');
    await advance(bot);
    expect(surveyOf(bot, id).state).toBe('closed');
    const other = await startSurvey(bot, 'mei');
    const cancel = intentOf(cardOf(await bot.say('ann', '/pulse status')), '取消');
    const form = formOf(await bot.press('ann', cancel));
    expect(form.intro).toContain('不计票直接销毁');
    expect(formOf(await bot.submit('ann', form.intent, {})).errors).toHaveProperty('sure');
    await bot.submit('ann', form.intent, { sure: 'yes' });
    await advance(bot);
    expect(surveyOf(bot, other.id).state).toBe('cancelled');
    const text = await bot.press('ann', {
      command: 'pulse',
      verb: 'results',
      args: { survey: other.id },
    });
    expect(textOf(cardOf(text))).toContain('已经结束');
  });

  it('results are for those who were asked and those who run it', async () => {
    await bot.restart([
      ...TWELVE,
      { user: 'dan', name: 'Dan', locale: 'en', team: 1 },
      { user: 'nam', name: 'Nam', role: 'manager', locale: 'en', team: 1 },
    ]);
    const { id } = await startSurvey(bot, 'mei');
    for (const user of USERS) await answerAll(bot, user, [1, 2, 3]);
    await close();
    for (const user of ['dan', 'nam']) {
      const ask = await bot.press(user, {
        command: 'pulse',
        verb: 'results',
        args: { survey: id },
      });
      expect(textOf(cardOf(ask))).toContain('Only those who were invited');
      expect(await said(user, '/pulse results')).toContain('No results yet');
    }
  });
});

describe('a survey of everybody', () => {
  it('shows each their own group and the whole, and withholds with a reason', async () => {
    const na = Array.from({ length: 9 }, (_, i) => ({
      user: `na${i}`,
      name: `Na ${i}`,
      locale: 'en' as const,
      team: 1,
    }));
    await bot.restart([...TWELVE, ...na]);
    await startSurvey(bot, 'ann', { who: 'all', comment: 'no' });
    for (const user of [...USERS, ...na.slice(0, 4).map((one) => one.user)]) {
      await answerAll(bot, user, [3, 4, 5]);
    }
    await close();
    const whole = cardOf(await bot.say('na0', '/pulse results'));
    expect(textOf(whole)).toContain('Survey results: everybody');
    expect(textOf(whole)).toContain('| 3.0 |');
    expect(actionsOf(whole).map(({ label }) => label)).toContain('North America');
    expect(actionsOf(whole).map(({ label }) => label)).not.toContain('华东一部');
    const own = textOf(cardOf(await bot.press('na0', intentOf(whole, 'North America'))));
    expect(own).toContain('This group is not shown: fewer than 5 answered');
    expect(own).not.toContain('Took part');
    // The bigger team is hidden as well: less it, the whole would be the four.
    const admin = cardOf(await bot.say('ann', '/pulse results'));
    const big = textOf(cardOf(await bot.press('ann', intentOf(admin, '华东一部'))));
    expect(big).toContain('这个组不公布');
  });

  it('marks a low response', async () => {
    await startSurvey(bot, 'mei', { comment: 'no' });
    for (const user of USERS.slice(0, 5))
      await answerAll(bot, user, [3, 4, user === 'ann' ? 1 : 5]);
    await close();
    const text = await said('rep1', '/pulse results');
    expect(text).toContain('Low response');
    expect(text).toContain('Took part: about 40%');
    expect(text).toContain('about 4.0');
    expect(text).toContain('alike: low');
    expect(text).toContain('alike: high');
    expect(text).not.toContain('Overall I am satisfied with working here | 4.2');
  });
});

describe('own questions', () => {
  it('are added, asked, counted and retired', async () => {
    const form = formOf(
      await bot.press('mei', intentOf(cardOf(await bot.say('mei', '/pulse 题目')), '新增')),
    );
    const bad = await bot.submit('mei', form.intent, {
      kind: 'choice',
      text: '',
      options: 'a',
      who: '1',
    });
    expect(Object.keys(formOf(bad).errors ?? {}).sort()).toEqual(['options', 'text']);
    await bot.submit('mei', form.intent, {
      kind: 'choice',
      text: '在哪儿团建？',
      options: '山\n海',
      who: '1',
    });
    await startSurvey(bot, 'mei', { own: ['1'], items: [], comment: 'no' });
    const card = cardOf(await bot.press('rep1', beginOf(invitationOf(bot, 'rep1'))));
    expect(actionsOf(card).map(({ label }) => label)).toEqual(['山', '海', 'Skip']);
    for (const [i, user] of USERS.entries()) await answerAll(bot, user, [i < 9 ? '海' : '山']);
    await close();
    const results = cardOf(await bot.say('rep1', '/pulse results'));
    expect(textOf(results)).toContain('How many chose each answer: 山: 3 and 海: 9');
    const { id } = newestSurvey(bot);
    const share = await bot.press('rep1', {
      command: 'pulse',
      verb: 'distribution',
      args: { survey: id, group: 0, question: 0 },
    });
    expect(textOf(cardOf(share))).toContain('海 | 9 | 75% (47% to 91%)');
    await bot.press('mei', intentOf(cardOf(await bot.say('mei', '/pulse 题目')), '停用 1'));
    expect(await said('mei', '/pulse 题目')).not.toContain('团建');
  });
});

describe('schedules', () => {
  const schedule = async (values: Record<string, string> = {}) => {
    const form = formOf(
      await bot.press('mei', intentOf(cardOf(await bot.say('mei', '/pulse 定期')), '新建')),
    );
    const filled = form.inputs.map((input) => [input.name, 'value' in input ? input.value : '']);
    return bot.submit('mei', form.intent, { ...Object.fromEntries(filled), ...values });
  };
  const at = async (local: string) => {
    bot.now = Date.parse(`${local}+08:00`);
    await tick(bot.workspace, JOBS, bot.now, (error) => bot.faults.push(error));
    await advance(bot);
  };

  it('start by themselves on working days, each time with the next questions', async () => {
    expect(textOf(cardOf(await schedule({ first: '2026-03-14' })))).toContain('3月16日周一');
    await at('2026-03-14T10:30:00');
    await at('2026-03-16T09:30:00');
    expect(bot.workspace.read((db) => db.all('select 1 from survey'))).toEqual([]);
    await at('2026-03-16T10:00:00');
    await at('2026-03-16T10:01:00');
    const first = newestSurvey(bot);
    expect(first).toMatchObject({ id: 1, state: 'open', startedBy: null, scheduleId: 1 });
    expect(await said('mei', '/pulse 定期')).toContain('4月14日周二');
    await at('2026-03-23T18:00:00');
    await at('2026-04-14T10:00:00');
    const second = newestSurvey(bot);
    expect(second.id).toBe(2);
    expect(second.questions).not.toEqual(first.questions);
    await bot.press('mei', intentOf(cardOf(await bot.say('mei', '/pulse 定期')), '停止'));
    expect(await said('mei', '/pulse 定期')).toContain('还没有');
    await at('2026-05-14T10:00:00');
    expect(newestSurvey(bot).id).toBe(2);
  });

  it('tell whoever made them when there is nobody to ask', async () => {
    await schedule({ first: '2026-03-12' });
    const left = USERS.slice(4).map((user) => memberOf(bot, `Rep ${user.slice(3)}`).id);
    await bot.workspace.write((db) => {
      for (const id of left) changeMember(db, id, { leftOn: '2026-03-11' });
    });
    await at('2026-03-12T10:00:00');
    expect(bot.workspace.read((db) => db.all('select 1 from survey'))).toEqual([]);
    expect(textOf(mailOf(bot, 'mei').at(-1)?.card ?? cardOf([]))).toContain('只会问到 4 人');
  });

  it('refuses a second one, a past day and thresholds that are too low', async () => {
    await schedule();
    expect(formOf(await schedule()).errors?.who).toContain('已有定期调研');
    const wrong = formOf(await schedule({ first: '2026-03-01', minFull: '5', items: '9' }));
    expect(Object.keys(wrong.errors ?? {}).sort()).toEqual(['first', 'items', 'minFull', 'who']);
  });
});

it('the audit trail names surveys and counts, no answers and nobody who took part (T10)', async () => {
  await startSurvey(bot, 'mei');
  for (const user of USERS) await answerAll(bot, user, [5, 2, 4], `secret of ${user}`);
  await close();
  const trail = bot.workspace.read((db) => chainedEntries(db, 0, 100));
  const pulse = trail.filter(({ action }) => action.startsWith('pulse.'));
  expect(pulse.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['pulse.started', 'pulse.closing']),
  );
  expect(JSON.stringify(trail)).not.toContain('secret');
  for (const { subject } of pulse) expect(subject).toMatch(/^survey:\d+$/);
  for (const user of ['ann', 'mei', 'rep1']) {
    const files = JSON.stringify(await bot.say(user, '/privacy export'));
    expect(files).not.toContain('secret');
  }
});

it('runs every example it shows', async () => {
  for (const tag of LOCALE_TAGS) {
    for (const line of localeFor(tag).t.pulse.examples) {
      const replies = await bot.say('mei', line);
      expect(replies[0]?.kind === 'form' || cardOf(replies).tone !== 'warning', line).toBe(true);
    }
  }
  expect(await said('rep1', '/pulse resluts')).toContain('/pulse results');
});
