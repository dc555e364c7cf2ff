// Cards as the product writes them, for the page's tests and pictures.
import type { Card } from '../../../src/chat/card.ts';
import type { Form } from '../../../src/chat/form.ts';
import { bold } from '../../../src/chat/text.ts';

type Tag = 'zh' | 'en';

const person = (user: string, name: string) => ({
  kind: 'mention' as const,
  person: { platform: 'web', tenant: 'local', user },
  name,
});

/** A recorded follow-up, with its three buttons. */
export const followupCard = (locale: Tag): Card => {
  const zh = locale === 'zh';
  return {
    locale,
    title: zh ? '已记录：星河科技' : 'Recorded: Northwind Traders',
    tone: 'good',
    summary: zh ? '已记录对星河科技的跟进' : 'Your follow-up with Northwind Traders is recorded',
    blocks: [
      {
        kind: 'fields',
        fields: zh
          ? [
              { label: '渠道', value: ['电话'] },
              { label: '结果', value: ['有意向，要报价'] },
              { label: '意向等级', value: [bold('B')] },
              { label: '金额', value: ['¥120,000'] },
              { label: '下一步', value: ['发报价，11月27日 周五'] },
              { label: '联系人', value: ['陈总'] },
            ]
          : [
              { label: 'Channel', value: ['Phone'] },
              { label: 'Outcome', value: ['Interested, wants a quote'] },
              { label: 'Intent grade', value: [bold('B')] },
              { label: 'Amount', value: ['$120,000'] },
              { label: 'Next step', value: ['Send the quote, Friday 27 November'] },
              { label: 'Contact', value: ['Dana Whitfield'] },
            ],
      },
      {
        kind: 'note',
        text: [
          zh
            ? '距上次联系 6 天。今天第 4 次有效跟进，再 2 次达到目标。'
            : 'Six days since the last contact. Your fourth counted follow-up today; two more reach the target.',
        ],
      },
      {
        kind: 'actions',
        actions: [
          {
            label: zh ? '修改' : 'Fix',
            style: 'primary',
            intent: { command: 'followup', verb: 'fix', args: { id: 7 } },
          },
          {
            label: zh ? '分享到团队' : 'Share',
            style: 'plain',
            intent: { command: 'followup', verb: 'share', args: { id: 7 } },
          },
          {
            label: zh ? '撤销' : 'Undo',
            style: 'danger',
            intent: { command: 'followup', verb: 'undo', args: { id: 7 } },
          },
        ],
      },
    ],
  };
};

/** The same follow-up, taken back. */
export const undoneCard = (locale: Tag): Card => ({
  locale,
  title: locale === 'zh' ? '已撤销：星河科技' : 'Undone: Northwind Traders',
  tone: 'neutral',
  summary: locale === 'zh' ? '已撤销' : 'Undone',
  blocks: [
    {
      kind: 'note',
      text: [
        locale === 'zh' ? '这条跟进不再计入积分。' : 'It no longer counts towards your score.',
      ],
    },
  ],
});

/** A score: four dimensions, what would raise it, and two weeks as a line. */
export const scoreCard = (locale: Tag): Card => {
  const zh = locale === 'zh';
  const bar = (label: string, got: number, of: number) => ({
    kind: 'progress' as const,
    label,
    ratio: got / of,
    text: `${got} / ${of}`,
  });
  return {
    locale,
    title: zh ? '本周积分 78.4' : 'Your score this week: 78.4',
    tone: 'neutral',
    summary: zh ? '本周积分 78.4，满分 100' : 'This week 78.4 of 100',
    blocks: [
      bar(zh ? '行为' : 'Behaviour', 16.8, 20),
      bar(zh ? '过程' : 'Process', 25.1, 30),
      bar(zh ? '结果' : 'Result', 28.9, 40),
      bar(zh ? '协作' : 'Collaboration', 7.6, 10),
      {
        kind: 'chart',
        alt: zh
          ? '近十个工作日的积分，从 64 升到 78'
          : 'Score over ten working days, from 64 to 78',
        chart: {
          kind: 'line',
          title: zh ? '近十个工作日' : 'The last ten working days',
          labels: (zh ? '一二三四五一二三四五' : 'MTWTFMTWTF')
            .split('')
            .map((d) => (zh ? `周${d}` : d)),
          series: [
            { name: zh ? '我' : 'You', values: [64, 66, 65, 69, 71, 70, null, 74, 76, 78.4] },
            {
              name: zh ? '团队中位数' : 'Team median',
              values: [67, 67, 68, 68, 69, 69, 70, 70, 70, 71],
            },
          ],
          min: 50,
          max: 100,
          mark: { label: zh ? '目标 75' : 'Target 75', value: 75 },
        },
      },
      {
        kind: 'text',
        text: zh
          ? [
              bold('最能提分的一件事：'),
              '回复',
              bold('远山医疗'),
              '的报价问题，响应时长会从 9 小时降到 4 小时内，约 +2.1 分。',
            ]
          : [
              bold('What would raise it most: '),
              'answer ',
              bold('Contoso Health'),
              ' about the quote. Your response time falls under 4 hours, worth about +2.1.',
            ],
      },
      {
        kind: 'actions',
        actions: [
          {
            label: zh ? '逐项说明' : 'Explain every line',
            style: 'plain',
            intent: { command: 'score', verb: 'why', args: {} },
          },
        ],
      },
    ],
  };
};

/** The day's leaderboard, as posted to the channel. */
export const leaderboardCard = (locale: Tag): Card => {
  const zh = locale === 'zh';
  const rows: readonly (readonly [string, string, string, string])[] = zh
    ? [
        ['1', '林晓雨', '86.2', '+4.1'],
        ['2', '赵志远', '84.0', '+1.3'],
        ['3', '欧阳静怡', '81.7', '+2.8'],
      ]
    : [
        ['1', 'Maya Chen', '86.2', '+4.1'],
        ['2', 'Tomás Herrera', '84.0', '+1.3'],
        ['3', 'Priya Raghunathan', '81.7', '+2.8'],
      ];
  return {
    locale,
    title: zh ? '今日排行 · 11月23日 周一' : 'Today’s leaderboard, Monday 23 November',
    tone: 'celebrate',
    summary: zh ? '今日排行：林晓雨第一' : 'Maya Chen leads today',
    blocks: [
      {
        kind: 'progress',
        label: zh ? '团队本周目标：有效跟进' : 'Team goal this week: counted follow-ups',
        ratio: 0.72,
        text: zh ? '108 / 150' : '108 of 150',
      },
      {
        kind: 'rows',
        columns: [
          { label: zh ? '名次' : 'Rank', align: 'start' },
          { label: zh ? '成员' : 'Member', align: 'start' },
          { label: zh ? '积分' : 'Score', align: 'end' },
          { label: zh ? '比昨天' : 'Since yesterday', align: 'end' },
        ],
        rows: rows.map((row) => row.map((cell, at) => (at === 1 ? [bold(cell)] : [cell]))),
      },
      {
        kind: 'chart',
        alt: zh ? '本周进步最大的五位成员' : 'The five most improved members this week',
        chart: {
          kind: 'bar',
          title: zh ? '本周进步最大' : 'Most improved this week',
          labels: zh
            ? ['欧阳静怡', '林晓雨', '马丽', '孙浩然', '赵志远']
            : ['Priya Raghunathan', 'Maya Chen', 'Ines Duarte', 'Owen Blake', 'Tomás Herrera'],
          series: [{ name: zh ? '提升' : 'Gain', values: [8.4, 6.9, 5.2, 4.4, 3.1] }],
        },
      },
      {
        kind: 'text',
        text: zh
          ? [
              person('ma-li', '马丽'),
              ' 签下了本季度第一单。',
              person('lin-xiaoyu', '林晓雨'),
              ' 连续 10 个工作日达标。',
            ]
          : [
              person('ma-li', 'Ines Duarte'),
              ' closed her first deal of the quarter. ',
              person('lin-xiaoyu', 'Maya Chen'),
              ' has met her target ten working days in a row.',
            ],
      },
      {
        kind: 'note',
        text: [
          zh
            ? '按封顶积分排名，只列前三；自己的名次用 /积分 查看。'
            : 'Ranked by capped score, top three only. See your own place with /score.',
        ],
      },
    ],
  };
};

/** A form with an input of every kind. */
export const everyInput = (locale: Tag, errors?: Readonly<Record<string, string>>): Form => {
  const zh = locale === 'zh';
  const t = (a: string, b: string) => (zh ? a : b);
  return {
    locale,
    title: t('修改跟进', 'Fix the follow-up'),
    submit: t('保存', 'Save'),
    cancel: t('取消', 'Cancel'),
    intro: t('改好后，积分会重新计算。', 'Your score is worked out again once you save.'),
    intent: { command: 'followup', verb: 'save', args: { id: 7 } },
    inputs: [
      {
        kind: 'text',
        name: 'customer',
        label: t('客户', 'Customer'),
        required: true,
        multiline: false,
        maxLength: 80,
        value: t('星河科技', 'Northwind Traders'),
      },
      {
        kind: 'text',
        name: 'note',
        label: t('备注', 'Note'),
        required: false,
        multiline: true,
        maxLength: 500,
        hint: t('原话最好', 'In their own words, if you can'),
      },
      {
        kind: 'number',
        name: 'amount',
        label: t('金额', 'Amount'),
        required: false,
        value: '120000',
      },
      { kind: 'day', name: 'day', label: t('下一步日期', 'Next step on'), required: false },
      { kind: 'time', name: 'time', label: t('时间', 'At'), required: false },
      {
        kind: 'choice',
        name: 'grade',
        label: t('意向等级', 'Intent grade'),
        required: true,
        options: ['A', 'B', 'C', 'D'].map((value) => ({ value, label: value })),
      },
      {
        kind: 'choices',
        name: 'topics',
        label: t('谈到了', 'You talked about'),
        required: false,
        options: [
          { value: 'price', label: t('价格', 'Price') },
          { value: 'delivery', label: t('交付', 'Delivery') },
          { value: 'support', label: t('售后', 'Support') },
        ],
      },
      {
        kind: 'person',
        name: 'helper',
        label: t('谁帮了忙', 'Who helped'),
        required: false,
        options: [
          { value: 'ma-li', label: t('马丽', 'Ines Duarte') },
          { value: 'zhao', label: t('赵志远', 'Tomás Herrera') },
        ],
      },
      { kind: 'rating', name: 'mood', label: t('客户心情', 'Their mood'), required: false, max: 5 },
    ],
    ...(errors === undefined ? {} : { errors }),
  };
};
