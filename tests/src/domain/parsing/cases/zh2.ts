// More Chinese lines: spoken, traditional, foreign trade, traps; same now, zone and currency as zh.ts.
import type { Row } from './row.ts';

export const SPOKEN: readonly Row[] = [
  [
    '今天跟美团的王总聊了四十分钟他说价格有点贵要我们打个九折下周三之前给他新报价',
    '美团',
    {
      contact: '王总',
      outcome: 'negotiating',
      min: 40,
      occurred: '2026-03-11',
      next: ['send_proposal', '2026-03-18', 'day'],
    },
  ],
  [
    '刚给宁德时代打完电话他们采购说还在走审批月底应该能出结果',
    '宁德时代',
    { channel: 'phone', next: ['wait_decision', '2026-03-31', 'day'] },
  ],
  [
    '昨天下午去了趟蒙牛见到了李主任演示了一下产品他挺满意的约了下周五再详细谈',
    '蒙牛',
    {
      contact: '李主任',
      channel: 'visit',
      outcome: 'demo_done',
      occurred: '2026-03-10T14:00',
      next: ['follow_up', '2026-03-20', 'day'],
    },
  ],
  ['跟老王打了个电话', null, { contact: '老王', channel: 'phone', clarify: 'customer' }],
  [
    '和伊利的刘明通了电话 15分钟 需求不明确',
    '伊利',
    { contact: '刘明', channel: 'phone', min: 15 },
  ],
  [
    '上门拜访青岛啤酒 赵经理不在 没见到',
    '青岛啤酒',
    { contact: '赵经理', channel: 'visit', outcome: 'no_show' },
  ],
  [
    '微信联系了周黑鸭陈经理,发了案例,等他回复',
    '周黑鸭',
    {
      contact: '陈经理',
      channel: 'wechat',
      outcome: 'material_sent',
      next: ['wait_reply', null, null],
    },
  ],
  ['客户没有15万的预算', null, { clarify: 'customer' }],
  ['绝味食品没签 说再考虑一下', '绝味食品', {}],
  ['如果三只松鼠下周签约就能完成任务', '三只松鼠', { next: ['sign', '2026-W12', 'week'] }],
  ['明天和良品铺子签约', '良品铺子', { next: ['sign', '2026-03-12', 'day'] }],
  ['洽洽食品还没付款 让财务催一下', '洽洽食品', { next: ['collect_payment', null, null] }],
  [
    '盒马 意向从B升到A 预计本月签约 45万',
    '盒马',
    { intent: 'A', amount: 450000, next: ['sign', '2026-03-31', 'month'] },
  ],
  [
    '永辉超市 采购总监林女士 嫌贵 从20万谈到18万',
    '永辉超市',
    { contact: '林女士', outcome: 'negotiating', amount: 180000 },
  ],
  ['大润发 竞品报价12万 我们报了15万', '大润发', { amount: 150000 }],
  ['沃尔玛中国 报价15万,客户预算12万', '沃尔玛中国', { amount: 150000 }],
  ['物美 报价15', '物美', { clarify: 'amount' }],
  ['家乐福 预算几十万', '家乐福', { clarify: 'amount' }],
  ['苏宁 预算10万以内', '苏宁', { clarify: 'amount' }],
  ['国美 改天再联系', '国美', { next: ['follow_up', null, null], clarify: 'date' }],
  ['星巴克 国庆后再联系', '星巴克', { next: ['follow_up', null, null], clarify: 'holiday' }],
  ['肯德基 尽快给合同', '肯德基', { next: ['send_contract', null, null], clarify: 'date' }],
  ['必胜客 下周三点回访', '必胜客', { next: ['follow_up', null, null], clarify: 'date' }],
  ['麦当劳 3/4 演示', '麦当劳', { next: ['demo', null, null], clarify: 'date' }],
  ['汉堡王 3/18 演示', '汉堡王', { next: ['demo', '2026-03-18', 'day'] }],
  ['喜茶 周三前给合同', '喜茶', { next: ['send_contract', '2026-03-18', 'day'] }],
  ['奈雪 本周一付款', '奈雪', { next: ['collect_payment', null, null], clarify: 'date' }],
  ['蜜雪冰城 提了两点要求 周五前答复', '蜜雪冰城', { next: ['reply', '2026-03-13', 'day'] }],
  ['古茗 晚一点再打电话', '古茗', { next: ['call', null, null], clarify: 'date' }],
  ['茶百道 50个账号 每个账号200元 总价1万', '茶百道', { amount: 10000 }],
];

export const TRADITIONAL: readonly Row[] = [
  [
    '拜訪台積電陳經理,談了半小時,報價新台幣三百萬,下個月簽約',
    '台積電',
    {
      contact: '陳經理',
      channel: 'visit',
      outcome: 'meeting_held',
      min: 30,
      amount: [3000000, 'TWD'],
      next: ['sign', '2026-04', 'month'],
    },
  ],
  [
    '鴻海 電話 沒人接 後天再打',
    '鴻海',
    { channel: 'phone', outcome: 'no_answer', next: ['call', '2026-03-13', 'day'] },
  ],
  [
    '聯發科 張總 口頭答應 月底前簽合約 120萬',
    '聯發科',
    {
      contact: '張總',
      outcome: 'verbal_yes',
      amount: 1200000,
      next: ['sign', '2026-03-31', 'day'],
    },
  ],
  ['廣達 兩週後回訪', '廣達', { next: ['follow_up', '2026-03-25', 'day'] }],
  ['華碩 禮拜五下午三點 視訊會議', '華碩', { next: ['meeting', '2026-03-13T15:00', 'minute'] }],
  ['國泰人壽 已匯款 港幣5萬元', '國泰人壽', { outcome: 'paid', amount: [50000, 'HKD'] }],
];

export const TRADE: readonly Row[] = [
  [
    '德国Bosch 报价USD 12,500 等样品反馈',
    '德国Bosch',
    { amount: [12500, 'USD'], next: ['wait_reply', null, null] },
  ],
  [
    'WhatsApp跟进Carrefour,报价€8.5k,下周发样品',
    'Carrefour',
    { channel: 'im', amount: [8500, 'EUR'], next: ['send_material', '2026-W12', 'week'] },
  ],
  [
    '美国客户Walmart 邮件发PI 3万美金 定金30%',
    'Walmart',
    { channel: 'email', outcome: 'proposal_sent', amount: [30000, 'USD'] },
  ],
  [
    'Siemens 采购经理 Klaus 来访 参观工厂 意向A',
    'Siemens',
    { contact: 'Klaus', channel: 'visit', outcome: 'meeting_held', intent: 'A' },
  ],
  [
    '展会认识的Lidl 发了目录 周一跟进',
    'Lidl',
    { channel: 'event', outcome: 'material_sent', next: ['follow_up', '2026-03-16', 'day'] },
  ],
  ['广交会上见了TESCO的Emma,换了名片', 'TESCO', { contact: 'Emma', channel: 'event' }],
  [
    'Costco order confirmed 5000pcs, total $62,000, 30% deposit下周到',
    'Costco',
    { outcome: 'won', amount: [62000, 'USD'], next: ['collect_payment', '2026-W12', 'week'] },
  ],
  [
    '给Acme发了quotation,12k usd,follow up next Fri',
    'Acme',
    { outcome: 'proposal_sent', amount: [12000, 'USD'], next: ['follow_up', '2026-03-20', 'day'] },
  ],
];
