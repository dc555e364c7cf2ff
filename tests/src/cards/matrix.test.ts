// Every card and form in both languages and at every size, and what every command says when it is talked to.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreCard, whyCard } from '../../../src/cards/score.ts';
import { metricCard } from '../../../src/cards/score-metric.ts';
import { encodeIntent } from '../../../src/chat/intent.ts';
import { scoreMember } from '../../../src/domain/scoring/score.ts';
import { DEFAULT_STANDARD } from '../../../src/domain/standard.ts';
import { LOCALE_TAGS, localeFor } from '../../../src/locales/index.ts';
import { actionsOf, cardOf, testBot, WEDNESDAY } from '../../support/bot.ts';
import { anyFacts } from '../domain/scoring/members.ts';
import { CARDS, SIZES } from './cards.ts';
import { cardProblems, formProblems, replyProblems } from './checks.ts';

describe.each(LOCALE_TAGS)('in %s', (tag) => {
  const locale = localeFor(tag);
  describe.each(SIZES)('%s', (size) => {
    it.each(Object.keys(CARDS))('%s', (name) => {
      const built = CARDS[name]?.(locale, size) ?? [];
      expect(built.length).toBeGreaterThan(0);
      for (const each of built) {
        const problems =
          'inputs' in each ? formProblems(tag, each, []) : cardProblems(tag, each, []);
        expect(problems, JSON.stringify(each).slice(0, 600)).toEqual([]);
      }
    });
  });

  it('the score of any member at all', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const score = scoreMember(facts, DEFAULT_STANDARD);
        const view = { score, period: 'month', of: null, currency: 'CNY', weeks: [] } as const;
        const metrics = score.explanation.dimensions.flatMap((dimension) => dimension.metrics);
        for (const card of [
          scoreCard(locale, view),
          whyCard(locale, view),
          ...metrics.map((metric) => metricCard(locale, view, metric, [], '2026-03-11')),
        ]) {
          expect(cardProblems(tag, card, [])).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** What is said to every command, in the languages of two people; a new command adds its lines here. */
const TALK: Readonly<Record<'zh' | 'en', readonly string[]>> = {
  zh: [
    '/调研',
    '/调研 发起',
    '/调研 定期',
    '/调研 进度',
    '/调研 结果',
    '/调研 题目',
    '/调研 承诺',
    '/调研 作答',
    '/调研 天气',
    '/隐私 调研',
    '/followup 电话联系晨光科技张总，聊了25分钟，意向A，报价15万，明天下午3点演示',
    '/followup 晨光科技，同意签合同',
    '/followup 打了电话',
    '给华星电子发了邮件',
    '/followup',
    '/followup due',
    '/followup list',
    '/followup next',
    '/followup 成交 晨光科技 20万',
    '/followup 晨光科技 回款 5万',
    '/followup 晨光科技 丢单了，对方选了别家',
    '/客户 晨光科技',
    '/客户',
    '/客户 不认识的公司',
    '/客户 导出',
    '/线索 远航物流 官网',
    '/成交 晨光科技 20万',
    '/丢单 晨光科技',
    '/回款 晨光科技 5万',
    '/交接 晨光科技 @王芳 请接手，客户下周签合同，联系人张总',
    '/交接',
    '/积分商城',
    '/积分商城 我的',
    '/rewards 新增',
    '/rewards 管理',
    '/rewards 待批',
    '/rewards 不存在的奖励',
    '/评奖',
    '/评奖 发起 协作',
    '/评奖 提名 @王芳 上季度一天之内接手了三位客户，每一位都按时回访，没有掉一个承诺',
    '/评奖 提名 @王芳 好',
    '/评奖 即时奖 @王芳 周五留到八点，把同事客户的问题全部答复清楚',
    '/评奖 徽章',
    '/评奖 天气',
    '/目标',
    '/目标 团队 500万',
    '/目标 @王芳 30万',
    '/目标 30万',
    '/score',
    '/score why',
    '/score why 首次响应',
    '/score 回款',
    '/score rank',
    '/score 本周',
    '/score @王芳',
    '/score why 天气',
    '/leaderboard',
    '/leaderboard 本周',
    '/leaderboard 进步',
    '/leaderboard 团队',
    '/表扬 团队',
    '/leaderboard 天气',
    '/leaderboard post',
    '/leaderboard 导出',
    '/leaderboard 导出 2025-Q4',
    '/leaderboard 导出 天气',
    '/leaderboard 导出 2031-01',
    '/settings',
    '/settings 成员',
    '/settings 字段',
    '/settings 汇率',
    '/settings 操作记录',
    '/settings 未送达',
    '/隐私',
    '/帮助',
    '/help followup',
    '/help settings',
    '/天气',
    '/',
  ],
  en: [
    '/kudos team',
    '/pulse',
    '/pulse start',
    '/pulse schedule',
    '/pulse status',
    '/pulse results',
    '/pulse questions',
    '/pulse promise',
    '/pulse answer',
    '/pulse weather',
    '/privacy pulse',
    '/followup Called Acme Corp, spoke with Jane 20 min, grade A, quoted $15k, demo tomorrow 3pm',
    '/followup Acme Corp agreed to sign',
    '/followup called them',
    'sent an email to Initech',
    '/followup',
    '/followup due',
    '/followup list',
    '/followup next',
    '/followup Acme Corp won, $20k',
    '/followup Acme Corp paid $5,000',
    '/customer Acme Corp',
    '/customer',
    '/customer Nobody Knows Inc',
    '/customer export',
    '/lead Globex website',
    '/won Acme Corp $20,000',
    '/lost Acme Corp',
    '/paid Acme Corp $5,000',
    '/handoff',
    '/rewards',
    '/rewards mine',
    '/rewards add',
    '/rewards asked',
    '/rewards no such thing',
    '/award',
    '/award open service',
    '/award nominate @Bob too short',
    '/award spot @Bob Stayed late so that a colleague had an answer',
    '/award badges',
    '/award weather',
    '/score',
    '/score why',
    '/score why first response',
    '/score rank',
    '/score week',
    '/score why weather',
    '/goal',
    '/goal team $500,000',
    '/goal @Bob $30,000',
    '/goal 5k',
    '/leaderboard',
    '/leaderboard month',
    '/leaderboard improved',
    '/leaderboard team',
    '/leaderboard weather',
    '/leaderboard post',
    '/leaderboard export',
    '/leaderboard export 2025-W52',
    '/leaderboard export weather',
    '/leaderboard export 2031-01',
    '/settings',
    '/settings members',
    '/settings fields',
    '/settings rates',
    '/settings audit',
    '/settings undelivered',
    '/privacy',
    '/help',
    '/help followup',
    '/weather',
    '/',
  ],
};

/** Words of people that may stand on a card of either language. */
const NAMES = [
  '华东一部',
  'North America',
  '安然',
  '梅琳',
  '李雷',
  '王芳',
  'Bob Stone',
  'Dan Fox',
  'Acme Corp',
  'Acme',
  'Initech',
  'Globex',
  'Jane',
  'website',
  'them',
  'Nobody Knows Inc',
  'weather',
  'sent an email to',
  'called',
  '晨光科技',
  '华星电子',
  '远航物流',
];

/** What is typed comes back on cards, whole or without the command's word. */
const typedIn = (tag: 'zh' | 'en'): string[] => [
  ...NAMES,
  ...TALK[tag]
    .flatMap((line) => [line, line.replace(/^\/\S+ /u, '')])
    .filter(({ length }) => length > 6),
];

describe('talking to every command', () => {
  it.each([
    ['zh', 'li'],
    ['zh', 'ann'],
    ['en', 'dan'],
  ] as const)('in %s as %s', async (tag, user) => {
    const bot = await testBot();
    const typed = typedIn(tag);
    for (const line of TALK[tag]) {
      bot.now += 3 * 60_000;
      for (const reply of await bot.say(user, line)) {
        expect(
          replyProblems(tag, reply, typed),
          `${line}\n${JSON.stringify(reply).slice(0, 900)}`,
        ).toEqual([]);
      }
    }
    expect(bot.faults).toEqual([]);
    await bot.close();
  });

  it('presses every button it is shown, two deep, without a fault', async () => {
    for (const [tag, user] of [
      ['zh', 'ann'],
      ['en', 'dan'],
    ] as const) {
      const bot = await testBot();
      bot.now = WEDNESDAY;
      const typed = typedIn(tag);
      const pressed = new Set<string>();
      for (const line of TALK[tag]) {
        bot.now += 60_000;
        let shown = await bot.say(user, line);
        for (let depth = 0; depth < 2; depth++) {
          const actions = shown.flatMap((reply) =>
            'card' in reply ? actionsOf(cardOf([reply])) : [],
          );
          shown = [];
          for (const { intent } of actions) {
            const key = encodeIntent(intent);
            if (pressed.has(key)) continue;
            pressed.add(key);
            const replies = await bot.press(user, intent);
            for (const reply of replies) {
              expect(
                replyProblems(tag, reply, typed),
                `${key}\n${JSON.stringify(reply).slice(0, 900)}`,
              ).toEqual([]);
            }
            shown = [...shown, ...replies];
          }
        }
      }
      expect(pressed.size).toBeGreaterThan(25);
      expect(bot.faults).toEqual([]);
      await bot.close();
    }
  });
});
