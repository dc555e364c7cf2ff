// Eighth batch, the last round of the adversary; expected values written before the first run.
import type { Row } from './row.ts';

export const LAST_ZH: readonly Row[] = [
  [
    '给腾讯马总打电话，约了下周四下午3点半见面，报价200万，意向A',
    '腾讯',
    {
      contact: '马总',
      channel: 'phone',
      outcome: 'meeting_scheduled',
      intent: 'A',
      amount: 2000000,
      next: ['meeting', '2026-03-19T15:30', 'minute'],
    },
  ],
  [
    '阿里巴巴 微信 客户说价格太高 需要再申请折扣',
    '阿里巴巴',
    { channel: 'wechat', outcome: 'negotiating' },
  ],
  [
    '拜访百度，客户说暂时不需要，半年后再看',
    '百度',
    { channel: 'visit', outcome: 'rejected', next: ['follow_up', '2026-09-11', 'day'] },
  ],
  [
    '京东 钱经理 已发合同 周五前回签',
    '京东',
    { contact: '钱经理', outcome: 'proposal_sent', next: ['sign', '2026-03-13', 'day'] },
  ],
  [
    '小米 产品演示 1小时 意向B 下周三给报价',
    '小米',
    { outcome: 'demo_done', intent: 'B', min: 60, next: ['send_proposal', '2026-03-18', 'day'] },
  ],
  ['比亚迪 付了定金5万 尾款45万交货后付', '比亚迪', { outcome: 'paid', amount: 50000 }],
  ['网易严选 无人接听 已发短信', '网易严选', { channel: 'phone', outcome: 'no_answer' }],
  [
    '美的 电话 方案已提交 等评标结果 4月10号公布',
    '美的',
    { channel: 'phone', outcome: 'proposal_sent', next: ['wait_decision', '2026-04-10', 'day'] },
  ],
  ['大疆 周一上午拜访 演示无人机方案', '大疆', { next: ['visit', '2026-03-16T09:00', 'daypart'] }],
  [
    '科大讯飞 线上演示结束 反馈良好 A类客户 预计季度末签约 80万',
    '科大讯飞',
    {
      channel: 'video',
      outcome: 'demo_done',
      intent: 'A',
      amount: 800000,
      next: ['sign', '2026-03-31', 'day'],
    },
  ],
  ['联想 说下个礼拜给答复', '联想', { next: ['wait_reply', '2026-W12', 'week'] }],
  ['华为 已付首款三成 约45万', '华为', { outcome: 'paid', amount: 450000 }],
  [
    '格力 要求月底前完成交付 否则投诉',
    '格力',
    { outcome: 'complaint', next: ['deliver', '2026-03-31', 'day'] },
  ],
  [
    '海尔智家 电话20分钟 预算150万元整 决策人是李总',
    '海尔智家',
    { contact: '李总', channel: 'phone', amount: 1500000, min: 20 },
  ],
  ['TCL 王总 生日 3月28日 送礼', 'TCL', { contact: '王总' }],
  ['中兴 4.1签约', '中兴', { next: ['sign', '2026-04-01', 'day'] }],
  ['中兴 3.20前付款', '中兴', { next: ['collect_payment', '2026-03-20', 'day'] }],
  ['烽火 等招标 预计二季度', '烽火', { next: [null, '2026-Q2', 'quarter'] }],
  ['浪潮 明天到后天都在开会 周五再打', '浪潮', { next: ['call', '2026-03-13', 'day'] }],
  [
    '新华三 今天没空 明天下午联系',
    '新华三',
    { next: ['follow_up', '2026-03-12T14:00', 'daypart'] },
  ],
  [
    '锐捷 上午10点半电话会议 30分钟',
    '锐捷',
    { next: ['meeting', '2026-03-11T10:30', 'minute'], min: 30 },
  ],
  ['深信服 昨天发的报价单 客户还没看', '深信服', {}],
  [
    '奇安信 报价从30万降到25万 客户满意 口头同意',
    '奇安信',
    { outcome: 'verbal_yes', amount: 250000 },
  ],
  ['绿盟 总价36万 分三期付款 首期12万', '绿盟', { amount: 360000 }],
  ['天融信 100人规模 年费2万', '天融信', { amount: 20000 }],
];

export const LAST_EN: readonly Row[] = [
  [
    'Called Stark Industries, spoke to Pepper, 15 mins, they need a quote for 200 units by Monday',
    'Stark Industries',
    { contact: 'Pepper', channel: 'phone', min: 15, next: ['send_proposal', '2026-03-16', 'day'] },
  ],
  [
    'Acme said the price is fine; contract by end of next month',
    'Acme',
    { next: [null, '2026-04-30', 'day'] },
  ],
  [
    'Globex: no decision until after the board meets on 2 April',
    'Globex',
    { next: [null, '2026-04-02', 'day'] },
  ],
  [
    'Initech paid invoice #2231 in full, $9,800',
    'Initech',
    { outcome: 'paid', amount: [9800, 'USD'] },
  ],
  [
    'Hooli moved kickoff from Monday to Wednesday next week',
    'Hooli',
    { next: ['kickoff', '2026-03-18', 'day'] },
  ],
  [
    'Cold called Vandelay Industries, not the right person',
    'Vandelay Industries',
    { channel: 'phone' },
  ],
  [
    'Umbrella Corp wants to renew for two more years, $18k per year',
    'Umbrella Corp',
    { amount: [18000, 'USD'], next: ['renew', null, null] },
  ],
  [
    'Soylent: sent NDA and deck, meeting on the 19th at 14:30',
    'Soylent',
    { outcome: 'material_sent', next: ['meeting', '2026-03-19T14:30', 'minute'] },
  ],
  [
    'Pied Piper – Richard – Zoom – 35m – B+ – pilot from April',
    'Pied Piper',
    {
      contact: 'Richard',
      channel: 'video',
      intent: 'B',
      min: 35,
      next: ['other', '2026-04', 'month'],
    },
  ],
  [
    'Just closed Duff Beer! 64k, payment terms 30 days',
    'Duff Beer',
    { outcome: 'won', amount: 64000 },
  ],
  ['Wonka Industries asked to be removed from list', 'Wonka Industries', {}],
  [
    'Tyrell Corp - renewal at risk, call CFO asap',
    'Tyrell Corp',
    { next: ['call', null, null], clarify: 'date' },
  ],
  ['Spoke with the client', null, { clarify: 'customer' }],
  ['Oscorp invoice due 3/31', 'Oscorp', { next: ['collect_payment', '2026-03-31', 'day'] }],
  [
    'Sent Nakatomi the revised contract this morning; expecting signature by Thursday EOD',
    'Nakatomi',
    {
      outcome: 'proposal_sent',
      occurred: '2026-03-11T09:00',
      next: ['sign', '2026-03-12T18:00', 'daypart'],
    },
  ],
  [
    'Massive Dynamic: price negotiation, they offer 45k, we want 50k',
    'Massive Dynamic',
    { outcome: 'negotiating', amount: 45000 },
  ],
  ['Weyland deal pushed to Q4', 'Weyland', { next: [null, '2026-Q4', 'quarter'] }],
  [
    'Gringotts reply needed within 24 hours',
    'Gringotts',
    { next: ['reply', '2026-03-12T10:00', 'minute'] },
  ],
  ['Prestige: budget is around 12k EUR', 'Prestige', { amount: [12000, 'EUR'] }],
  ['Met Acme and Globex at the expo', 'Acme', { channel: 'event' }],
];
