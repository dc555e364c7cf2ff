// Sixth batch: other reps, other habits; expected values written before the first run.
import type { Row } from './row.ts';

export const REPORT_ZH: readonly Row[] = [
  [
    '客户:华为 联系人:张总 渠道:电话 结果:口头答应 金额:35万 下一步:周五签约',
    '华为',
    {
      contact: '张总',
      channel: 'phone',
      outcome: 'verbal_yes',
      amount: 350000,
      next: ['sign', '2026-03-13', 'day'],
    },
  ],
  [
    '【拜访】宁德时代,沟通需求60分钟,意向度B,下周一发方案',
    '宁德时代',
    {
      channel: 'visit',
      outcome: 'meeting_held',
      intent: 'B',
      min: 60,
      next: ['send_proposal', '2026-03-16', 'day'],
    },
  ],
  [
    '1. 拜访三一重工 2小时 报价180万',
    '三一重工',
    { channel: 'visit', outcome: 'meeting_held', amount: 1800000, min: 120 },
  ],
  [
    '华为-电话-25分钟-A-报价15万-周四演示',
    '华为',
    { channel: 'phone', intent: 'A', min: 25, amount: 150000, next: ['demo', '2026-03-12', 'day'] },
  ],
  [
    '华为/张总/微信/意向B/下周二回访',
    '华为',
    { contact: '张总', channel: 'wechat', intent: 'B', next: ['follow_up', '2026-03-17', 'day'] },
  ],
  [
    '联系了美团王经理，对方说预算下个月才批，先发个案例过去',
    '美团',
    { contact: '王经理', next: ['wait_decision', '2026-04', 'month'] },
  ],
  [
    '与顺丰确认合同条款，周三三点签约',
    '顺丰',
    { outcome: 'negotiating', next: ['sign', '2026-03-11T15:00', 'minute'] },
  ],
  ['中通快递 收到货款8.6万元 谢谢', '中通快递', { outcome: 'paid', amount: 86000 }],
  [
    '刚和比亚迪李总通完电话，他下周出差，月底前给答复',
    '比亚迪',
    { contact: '李总', channel: 'phone', next: ['wait_reply', '2026-03-31', 'day'] },
  ],
  [
    '拜访海康威视，采购总监不在，改约下周四上午',
    '海康威视',
    { channel: 'visit', outcome: 'meeting_held', next: [null, '2026-03-19T09:00', 'daypart'] },
  ],
  [
    '京东方 张工 技术交流会 3月18日14:00',
    '京东方',
    { contact: '张工', next: ['meeting', '2026-03-18T14:00', 'minute'] },
  ],
  ['给万达打电话，对方说已经和别家签了', '万达', { channel: 'phone', outcome: 'lost' }],
  [
    '中粮集团已签约！合同额￥1,280,000，4月15日前付首款',
    '中粮集团',
    { outcome: 'won', amount: 1280000, next: ['collect_payment', '2026-04-15', 'day'] },
  ],
  [
    '苏泊尔 意向A类 预计成交额20万 下周五前签单',
    '苏泊尔',
    { intent: 'A', amount: 200000, next: ['sign', '2026-03-20', 'day'] },
  ],
  ['九阳 老客户复购 3万 已付款', '九阳', { outcome: 'paid', amount: 30000 }],
  ['公牛 电话沟通 对价格不满意 要求再优惠', '公牛', { channel: 'phone', outcome: 'complaint' }],
  ['立邦 王总监 明天到访公司', '立邦', { contact: '王总监', next: ['visit', '2026-03-12', 'day'] }],
  [
    '东方雨虹 催款 尾款12万 说本月25号付',
    '东方雨虹',
    { amount: 120000, next: ['collect_payment', '2026-03-25', 'day'] },
  ],
  ['索菲亚 试用期还剩10天 到期前联系', '索菲亚', {}],
  ['顾家家居 短信通知 3月15日展会', '顾家家居', { channel: 'event' }],
  ['欧派 下午茶 聊了一个小时 意向一般', '欧派', { intent: 'C', min: 60 }],
  ['志邦 报价 4.8w 税前', '志邦', { amount: 48000 }],
  ['尚品宅配 预付30% 剩余70%验收后付', '尚品宅配', {}],
  [
    '金牌厨柜 合同寄出 等盖章回传',
    '金牌厨柜',
    { outcome: 'proposal_sent', next: ['sign', null, null] },
  ],
  [
    '我乐家居 昨晚微信聊到十点 确认下周三去工厂',
    '我乐家居',
    { channel: 'wechat', occurred: '2026-03-10T19:00', next: ['visit', '2026-03-18', 'day'] },
  ],
];

export const REPORT_EN: readonly Row[] = [
  [
    'Customer: Globex; Contact: Jane Doe; Channel: phone; Next: demo 3/20',
    'Globex',
    { contact: 'Jane Doe', channel: 'phone', next: ['demo', '2026-03-20', 'day'] },
  ],
  [
    'Globex (Jane): call 10 min, needs pricing by tomorrow EOD',
    'Globex',
    {
      contact: 'Jane',
      channel: 'phone',
      min: 10,
      next: ['send_proposal', '2026-03-12T18:00', 'daypart'],
    },
  ],
  [
    'Re: Initech - sent revised quote USD 18,750; follow-up 17 Mar',
    'Initech',
    { outcome: 'proposal_sent', amount: [18750, 'USD'], next: ['follow_up', '2026-03-17', 'day'] },
  ],
  ['Hooli renewal closed, $60k, paid upfront', 'Hooli', { outcome: 'won', amount: [60000, 'USD'] }],
  ['Vandelay: they already signed with a competitor last month', 'Vandelay', { outcome: 'lost' }],
  [
    'Wonka, hot lead from webinar, call Thursday 11:30',
    'Wonka',
    { channel: 'event', intent: 'A', next: ['call', '2026-03-12T11:30', 'minute'] },
  ],
  [
    'Talked to Mike at Cyberdyne re pricing, he wants 15% off, get back to him by Friday',
    'Cyberdyne',
    { contact: 'Mike', outcome: 'negotiating', next: ['reply', '2026-03-13', 'day'] },
  ],
  [
    'Site visit to Weyland on 9 March, 3 hours',
    'Weyland',
    { channel: 'visit', outcome: 'meeting_held', min: 180, occurred: '2026-03-09' },
  ],
  [
    'Prestige asked to postpone the demo to next month',
    'Prestige',
    { next: ['demo', '2026-04', 'month'] },
  ],
  [
    'Gekko & Co. approved the budget; contract signing on Monday at 10am',
    'Gekko & Co.',
    { next: ['sign', '2026-03-16T10:00', 'minute'] },
  ],
  [
    'Sterling Cooper: decision postponed until Q3',
    'Sterling Cooper',
    { next: ['wait_decision', '2026-Q3', 'quarter'] },
  ],
  [
    'Called Oceanic, gatekeeper only, call back tomorrow between 2 and 3pm',
    'Oceanic',
    { channel: 'phone', next: ['call', '2026-03-12T14:00', 'minute', '2026-03-12T15:00'] },
  ],
  [
    'Dharma Initiative wants to see a demo sometime next week',
    'Dharma Initiative',
    { next: ['demo', '2026-W12', 'week'] },
  ],
  [
    'InGen - no response to email, try phone on Friday',
    'InGen',
    { channel: 'email', outcome: 'no_answer', next: ['call', '2026-03-13', 'day'] },
  ],
  [
    'Spoke w/ Acme’s buyer – “price too high” – $22k',
    'Acme',
    { outcome: 'negotiating', amount: [22000, 'USD'] },
  ],
  [
    'Bluth Co deposit of $2,000 received yesterday',
    'Bluth Co',
    { outcome: 'paid', amount: [2000, 'USD'], occurred: '2026-03-10' },
  ],
  [
    'Pied Piper pilot kicked off, review in 30 days',
    'Pied Piper',
    { outcome: 'trial_started', next: ['review', '2026-04-10', 'day'] },
  ],
  ['Rekall: ship samples by DHL this Friday', 'Rekall', { next: ['deliver', '2026-03-13', 'day'] }],
  [
    'Umbrella - proposal sent last Friday - chase for feedback',
    'Umbrella',
    { outcome: 'proposal_sent', occurred: '2026-03-06', next: ['follow_up', null, null] },
  ],
  ['Tyrell Corp: quote 12.5k, valid 30 days', 'Tyrell Corp', { amount: 12500 }],
  ['Nakatomi not ready to sign until June', 'Nakatomi', { next: ['sign', '2026-06', 'month'] }],
  ['Soylent PO expected by the 25th', 'Soylent', { next: ['sign', '2026-03-25', 'day'] }],
  ['Massive Dynamic Q1 review done, upsell $10k', 'Massive Dynamic', { amount: [10000, 'USD'] }],
  [
    'Virtucon complained again, refund $500 by tomorrow',
    'Virtucon',
    { outcome: 'complaint', amount: [500, 'USD'], next: [null, '2026-03-12', 'day'] },
  ],
  [
    'Stark Industries - verbal OK - 120k EUR - PO next wk',
    'Stark Industries',
    { outcome: 'verbal_yes', amount: [120000, 'EUR'], next: ['sign', '2026-W12', 'week'] },
  ],
];

export const TRAD_MIXED: readonly Row[] = [
  [
    '致電長榮林小姐 15分鐘 意向B 報價港幣20萬',
    '長榮',
    { contact: '林小姐', channel: 'phone', intent: 'B', min: 15, amount: [200000, 'HKD'] },
  ],
  ['統一企業 簽約成功 NT$500,000', '統一企業', { outcome: 'won', amount: [500000, 'TWD'] }],
  ['富邦 下下週一 開會', '富邦', { next: ['meeting', '2026-03-23', 'day'] }],
  [
    '中華電信 客訴 今日下班前回覆',
    '中華電信',
    { outcome: 'complaint', next: ['reply', '2026-03-11T18:00', 'daypart'] },
  ],
  [
    'Acme 已报价 USD12k, PO expected EOM',
    'Acme',
    { amount: [12000, 'USD'], next: ['sign', '2026-03-31', 'day'] },
  ],
  [
    '和 John 在 Zoom 聊了 30min, Globex budget 50k usd',
    'Globex',
    { contact: 'John', channel: 'video', min: 30, amount: [50000, 'USD'] },
  ],
  [
    'Nike 中国 陈小姐 wechat 发了 brochure 下周 follow up',
    'Nike',
    {
      contact: '陈小姐',
      channel: 'wechat',
      outcome: 'material_sent',
      next: ['follow_up', '2026-W12', 'week'],
    },
  ],
  [
    'Shell 石油 报价 HKD 1.2m 等 board approval',
    'Shell',
    { amount: [1200000, 'HKD'], next: ['wait_decision', null, null] },
  ],
  [
    'P&G 拜访 quote 80w 周五 close',
    'P&G',
    {
      channel: 'visit',
      outcome: 'meeting_held',
      amount: 800000,
      next: ['sign', '2026-03-13', 'day'],
    },
  ],
];
