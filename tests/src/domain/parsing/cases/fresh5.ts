// Ninth batch: one or more sentences for each class of misses an independent examiner found.
import type { Row } from './row.ts';

/** A contact tried or put off again is done again on the new date. */
export const AGAIN: readonly Row[] = [
  [
    '晨曦药业 让我两小时后打过去',
    '晨曦药业',
    {
      channel: 'phone',
      outcome: 'callback_requested',
      next: ['call', '2026-03-11T12:00', 'minute'],
    },
  ],
  [
    '金帆印务 没人接 后天再试',
    '金帆印务',
    { channel: 'phone', outcome: 'no_answer', next: ['call', '2026-03-13', 'day'] },
  ],
  [
    '昨天拜访了东湖酒店 下周一再去',
    '东湖酒店',
    {
      channel: 'visit',
      outcome: 'meeting_held',
      occurred: '2026-03-10',
      next: ['visit', '2026-03-16', 'day'],
    },
  ],
  [
    '绿源环保爽约了,说好的演示改到周五上午10点',
    '绿源环保',
    { outcome: 'no_show', next: ['demo', '2026-03-13T10:00', 'minute'] },
  ],
  [
    '宏图印刷放鸽子 推到下周三',
    '宏图印刷',
    { outcome: 'no_show', next: ['meeting', '2026-03-18', 'day'] },
  ],
  [
    'Larkspur Inn no ans, will try again Friday',
    'Larkspur Inn',
    { outcome: 'no_answer', next: ['call', '2026-03-13', 'day'] },
  ],
  [
    'Juniper Labs left vm, trying again tomorrow',
    'Juniper Labs',
    { channel: 'phone', outcome: 'voicemail', next: ['call', '2026-03-12', 'day'] },
  ],
];

/** What is to be done stands in a passive, a bare noun, or a verb in -ing. */
export const TO_COME: readonly Row[] = [
  [
    'Harrow Foods agreed verbally, order form to be signed Thursday',
    'Harrow Foods',
    { outcome: 'verbal_yes', next: ['sign', '2026-03-12', 'day'] },
  ],
  [
    'Ridgeway Steel invoice to be paid by March 27',
    'Ridgeway Steel',
    { next: ['collect_payment', '2026-03-27', 'day'] },
  ],
  [
    'Ashby Motors units will be delivered next Tue',
    'Ashby Motors',
    { next: ['deliver', '2026-03-17', 'day'] },
  ],
  [
    'Colne Textiles will get it signed Monday',
    'Colne Textiles',
    { next: ['sign', '2026-03-16', 'day'] },
  ],
  [
    'Melbury Hall. Call. 8m. C. Proposal Thu.',
    'Melbury Hall',
    { channel: 'phone', intent: 'C', min: 8, next: ['send_proposal', '2026-03-12', 'day'] },
  ],
  [
    'Kirkby Tools asked for the spec sheet, emailing it tomorrow morning',
    'Kirkby Tools',
    { next: ['send_material', '2026-03-12T09:00', 'daypart'] },
  ],
  [
    'Opal Coast Tea deadline 5/6, send quote',
    'Opal Coast Tea',
    { next: ['send_proposal', null, null], clarify: 'date' },
  ],
];

/** Told with "to", counted, or spent: the day is that of the contact. */
export const BEHIND: readonly Row[] = [
  [
    'Presented to Wexford Dairy on Monday, decision in 2 weeks',
    'Wexford Dairy',
    { outcome: 'demo_done', occurred: '2026-03-09', next: ['wait_decision', '2026-03-25', 'day'] },
  ],
  [
    'Otley Cycles: 3 emails today, no reply',
    'Otley Cycles',
    { channel: 'email', outcome: 'no_answer', occurred: '2026-03-11' },
  ],
  ['去比亚迪总部开会两小时', '比亚迪', { channel: 'visit', outcome: 'meeting_held', min: 120 }],
  [
    '昨天去了一趟绍兴恒达印染',
    '绍兴恒达印染',
    { channel: 'visit', outcome: 'meeting_held', occurred: '2026-03-10' },
  ],
  ['明天去大疆总部开会一小时', '大疆', { next: ['visit', '2026-03-12', 'day'], min: 60 }],
  [
    '鼎盛玻璃 谈了三刻钟 下下周末付定金',
    '鼎盛玻璃',
    { min: 45, next: ['collect_payment', '2026-03-28', 'day'] },
  ],
];

/** Neighbours of those classes, which must not be drawn in. */
export const NEIGHBOURS: readonly Row[] = [
  [
    'Marlow Inn contract being signed Friday',
    'Marlow Inn',
    { next: ['sign', '2026-03-13', 'day'] },
  ],
  [
    'Marlow Inn contract was signed Friday',
    'Marlow Inn',
    { outcome: 'won', occurred: '2026-03-06' },
  ],
  [
    'Reached out to Marlow Inn to book a demo Friday',
    'Marlow Inn',
    { next: ['demo', '2026-03-13', 'day'] },
  ],
  [
    'Called Marlow Inn to schedule Friday',
    'Marlow Inn',
    { channel: 'phone', next: [null, '2026-03-13', 'day'] },
  ],
  [
    'Two calls with Marlow Inn today, next one Friday',
    'Marlow Inn',
    { channel: 'phone', occurred: '2026-03-11', next: [null, '2026-03-13', 'day'] },
  ],
  ['富士康 快签了', '富士康'],
  [
    '富士康 原定周四的演示改到周五下午2点',
    '富士康',
    { next: ['demo', '2026-03-13T14:00', 'minute'] },
  ],
  ['富士康 一旦签约就发货', '富士康'],
];

export const MIXED_VERBS: readonly Row[] = [
  [
    'Bosch demo做完了, 意向A, 下周一发quotation',
    'Bosch',
    { outcome: 'demo_done', intent: 'A', next: ['send_proposal', '2026-03-16', 'day'] },
  ],
  [
    'Roche 李经理 share了deck, 等reply',
    'Roche',
    { contact: '李经理', outcome: 'material_sent', next: ['wait_reply', null, null] },
  ],
  [
    'Merck pilot启动了 两周后review',
    'Merck',
    { outcome: 'trial_started', next: ['review', '2026-03-25', 'day'] },
  ],
  ['快递寄了 catalogue 给 Lego', 'Lego', { channel: 'other', outcome: 'material_sent' }],
  [
    'Lenovo 陈工 Teams 30分钟, review 定在 3月25日',
    'Lenovo',
    {
      contact: '陈工',
      channel: 'video',
      outcome: 'meeting_scheduled',
      min: 30,
      next: ['review', '2026-03-25', 'day'],
    },
  ],
  ['IBM if 客户付款 then 发货', 'IBM'],
  ['If Tesco signs we ship Monday', 'Tesco', { next: ['deliver', '2026-03-16', 'day'] }],
  [
    "Brook Lane Dental didn't turn up to the Zoom",
    'Brook Lane Dental',
    { channel: 'video', outcome: 'no_show' },
  ],
  [
    '东方雨虹 演示OK 意向a 周四给报价',
    '东方雨虹',
    { outcome: 'demo_done', intent: 'A', next: ['send_proposal', '2026-03-12', 'day'] },
  ],
];

export const SUMS: readonly Row[] = [
  ['富安娜 3千2 打样费已付', '富安娜', { outcome: 'paid', amount: 3200 }],
  ['水星家纺 一万八 已收', '水星家纺', { outcome: 'paid', amount: 18000 }],
  ['奥普 货款十三万零四百已收到', '奥普', { outcome: 'paid', amount: 130400 }],
  ['红星美凯龙 十二万七 报价已发', '红星美凯龙', { outcome: 'proposal_sent', amount: 127000 }],
  ['得力 尾号8832 已付款', '得力', { outcome: 'paid' }],
  ['Stonegate Bricks quoted two and a half million RMB', 'Stonegate Bricks', { amount: 2500000 }],
  [
    'Stonegate Bricks quoted twenty-five thousand euros',
    'Stonegate Bricks',
    { amount: [25000, 'EUR'] },
  ],
  ['Stonegate Bricks budget two million five', 'Stonegate Bricks', { clarify: 'amount' }],
  [
    'Stonegate Bricks got the payment, a hundred and twenty thousand dollars',
    'Stonegate Bricks',
    { outcome: 'paid', amount: [120000, 'USD'] },
  ],
  ['Stonegate Bricks wants thirty thousand brochures', 'Stonegate Bricks'],
  ['Stonegate Bricks offered it for 12k', 'Stonegate Bricks', { amount: 12000 }],
];

export const NAMES: readonly Row[] = [
  [
    '打电话约了美的的陈总监 周五下午两点见面',
    '美的',
    {
      contact: '陈总监',
      channel: 'phone',
      outcome: 'meeting_scheduled',
      next: ['meeting', '2026-03-13T14:00', 'minute'],
    },
  ],
  [
    '呃那个成都天府印刷公司吧没接电话',
    '成都天府印刷公司',
    { channel: 'phone', outcome: 'no_answer' },
  ],
  ['和一个新客户喝了茶', null, { channel: 'visit', outcome: 'meeting_held', clarify: 'customer' }],
  ['海鸥卫浴 两个亿的项目 在谈', '海鸥卫浴', { amount: 200000000 }],
  [
    'just off the phone with steve at harlow timber, he wants samples by monday',
    'harlow timber',
    { contact: 'steve', channel: 'phone', next: ['send_material', '2026-03-16', 'day'] },
  ],
  [
    'Century 21 office visit, 45 mins, intent B',
    'Century 21',
    { channel: 'visit', outcome: 'meeting_held', intent: 'B', min: 45 },
  ],
  [
    'Emailed Thornton Legal on Monday',
    'Thornton Legal',
    { channel: 'email', occurred: '2026-03-09' },
  ],
  ['Summit Trailers paid 4,000 EUR', 'Summit Trailers', { outcome: 'paid', amount: [4000, 'EUR'] }],
  [
    'Saltburn Bakery: lunch with owner Ottoline, intent: C',
    'Saltburn Bakery',
    { contact: 'Ottoline', channel: 'visit', outcome: 'meeting_held', intent: 'C' },
  ],
];
