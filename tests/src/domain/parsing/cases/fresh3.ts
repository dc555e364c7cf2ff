// Seventh batch: wording off the beaten track; expected values written before the first run.
import type { Row } from './row.ts';

export const WORDING_ZH: readonly Row[] = [
  ['电话回访伊利，老客户，反馈使用良好，考虑增购', '伊利', { channel: 'phone' }],
  [
    '跟进安踏项目，客户暂停采购，下半年再启动',
    '安踏',
    { next: ['kickoff', null, null], clarify: 'date' },
  ],
  [
    '李宁 采购黄经理 加了微信 待发报价',
    '李宁',
    { contact: '黄经理', channel: 'wechat', next: ['send_proposal', null, null] },
  ],
  [
    '特步 谈妥了 18万 下周签',
    '特步',
    { outcome: 'verbal_yes', amount: 180000, next: ['sign', '2026-W12', 'week'] },
  ],
  ['361度 电话 意向不强', '361度', { channel: 'phone', intent: 'D' }],
  [
    '鸿星尔克 沈总 飞书沟通 20分钟 约下周一上午十点线上会议',
    '鸿星尔克',
    {
      contact: '沈总',
      channel: 'im',
      outcome: 'meeting_scheduled',
      min: 20,
      next: ['meeting', '2026-03-16T10:00', 'minute'],
    },
  ],
  ['波司登 邮件询价 已回复报价 6.8万', '波司登', { channel: 'email', amount: 68000 }],
  ['海澜之家 尾款到账 9.9万 项目完结', '海澜之家', { outcome: 'paid', amount: 99000 }],
  ['森马 说要和老板商量 周五给回复', '森马', { next: ['wait_reply', '2026-03-13', 'day'] }],
  ['太平鸟 没预算 今年不做了', '太平鸟', {}],
  ['以纯 月中交货 催付定金5万', '以纯', { amount: 50000, next: ['deliver', '2026-03-15', 'day'] }],
  [
    '雅戈尔 展会认识 何总监 意向B 三天后电话联系',
    '雅戈尔',
    { contact: '何总监', channel: 'event', intent: 'B', next: ['call', '2026-03-14', 'day'] },
  ],
  ['红豆 打了三次电话都没人接', '红豆', { channel: 'phone', outcome: 'no_answer' }],
  [
    '七匹狼 上午开完会 他们内部还要讨论 周四给结果',
    '七匹狼',
    {
      outcome: 'meeting_held',
      occurred: '2026-03-11T09:00',
      next: ['wait_decision', '2026-03-12', 'day'],
    },
  ],
  ['九牧王 演示 下周二上午9点半', '九牧王', { next: ['demo', '2026-03-17T09:30', 'minute'] }],
  ['罗蒙 明天十点半到公司参观', '罗蒙', { next: ['visit', '2026-03-12T10:30', 'minute'] }],
  [
    '杉杉 合同谈了三轮 最后定在42万 3月底签',
    '杉杉',
    { outcome: 'negotiating', amount: 420000, next: ['sign', '2026-03-31', 'day'] },
  ],
  [
    '报喜鸟 客户投诉漏发 已道歉 明天上午补发',
    '报喜鸟',
    { outcome: 'complaint', next: [null, '2026-03-12T09:00', 'daypart'] },
  ],
  ['利郎 电话被挂断', '利郎', { channel: 'phone', outcome: 'rejected' }],
  ['柒牌 短信群发 无回应', '柒牌', { channel: 'sms', outcome: 'no_answer' }],
  [
    '劲霸 已口头承诺本月底前打款15万',
    '劲霸',
    { outcome: 'verbal_yes', amount: 150000, next: ['collect_payment', '2026-03-31', 'day'] },
  ],
  [
    '才子 询问能否试用 让周五回电',
    '才子',
    { channel: 'phone', outcome: 'callback_requested', next: ['call', '2026-03-13', 'day'] },
  ],
  ['富贵鸟 3月16日-18日培训', '富贵鸟', { next: ['other', '2026-03-16', 'day', '2026-03-18'] }],
  ['贵人鸟 下周一或周二去拜访', '贵人鸟', { next: ['visit', null, null], clarify: 'date' }],
  ['匹克 初步报价十五万到十八万之间', '匹克', { amount: [150000, 'CNY', 150000, 180000] }],
  ['乔丹体育 大概30来万', '乔丹体育', { clarify: 'amount' }],
  ['双星 预付款付了三成', '双星', { outcome: 'paid' }],
  ['回力 100双样鞋 下周寄', '回力', { next: ['send_material', '2026-W12', 'week'] }],
  ['中国电信 招标公告3月30号发布', '中国电信', { next: [null, '2026-03-30', 'day'] }],
  [
    '人本 面谈2h 方案认可 进入商务谈判',
    '人本',
    { channel: 'visit', outcome: 'negotiating', min: 120 },
  ],
];

export const WORDING_EN: readonly Row[] = [
  ['Rang Initech twice, went to voicemail', 'Initech', { channel: 'phone', outcome: 'voicemail' }],
  ['Hooli ghosted us', 'Hooli', { outcome: 'no_answer' }],
  [
    'Globex happy with pilot, wants to go ahead, 60k',
    'Globex',
    { outcome: 'verbal_yes', amount: 60000 },
  ],
  ['Quick chat with Acme, nothing new', 'Acme', {}],
  [
    'Initech: CFO wants ROI numbers before Thursday',
    'Initech',
    { next: [null, '2026-03-12', 'day'] },
  ],
  [
    'Wonka prefers to meet in person week of March 23',
    'Wonka',
    { next: ['meeting', '2026-W13', 'week'] },
  ],
  [
    'Duff Beer says price is too high, offered 10% discount',
    'Duff Beer',
    { outcome: 'negotiating' },
  ],
  ['Vandelay contract signed and countersigned', 'Vandelay', { outcome: 'won' }],
  ['Tyrell: need to send NDA by Monday', 'Tyrell', { next: [null, '2026-03-16', 'day'] }],
  [
    'Soylent onboarding call Wed 4pm',
    'Soylent',
    { next: ['kickoff', '2026-03-11T16:00', 'minute'] },
  ],
  [
    'Cyberdyne – left VM, emailed brochure',
    'Cyberdyne',
    { channel: 'phone', outcome: 'material_sent' },
  ],
  [
    'Gekko & Co. will decide after board meeting on March 24',
    'Gekko & Co.',
    { next: ['wait_decision', '2026-03-24', 'day'] },
  ],
  [
    'Bluth Company owes us $4,200, promised payment this week',
    'Bluth Company',
    { amount: [4200, 'USD'], next: ['collect_payment', '2026-W11', 'week'] },
  ],
  [
    'InGen asked for case studies; will send today',
    'InGen',
    { next: ['send_material', '2026-03-11', 'day'] },
  ],
  [
    'Monsters Inc - in talks, 3 decision makers, Q3 start',
    'Monsters Inc',
    { next: [null, '2026-Q3', 'quarter'] },
  ],
  ['Weyland meeting cancelled', 'Weyland', {}],
  ['Oceanic wants to reschedule, new time tbd', 'Oceanic', {}],
  [
    'Rekall trial ends 31 March, call them on the 30th',
    'Rekall',
    { next: ['call', '2026-03-30', 'day'] },
  ],
  [
    'Prestige Worldwide - 2nd meeting done, 90 min, quote 32.5k',
    'Prestige Worldwide',
    { outcome: 'meeting_held', min: 90, amount: 32500 },
  ],
  [
    'Zorg: no need for now, try again in six months',
    'Zorg',
    { outcome: 'rejected', next: ['follow_up', '2026-09-11', 'day'] },
  ],
  ['LexCorp approved, PO tomorrow', 'LexCorp', { next: ['sign', '2026-03-12', 'day'] }],
  [
    'Met Omni Consumer Products at CES, warm, send deck',
    'Omni Consumer Products',
    { channel: 'visit', outcome: 'meeting_held', intent: 'B', next: ['send_material', null, null] },
  ],
  [
    'Sirius: contract sent for signature 3/18',
    'Sirius',
    { outcome: 'proposal_sent', next: ['sign', '2026-03-18', 'day'] },
  ],
  ['Umbrella - budget frozen till next fiscal year', 'Umbrella', {}],
  [
    'Virtucon call moved from Thu to Fri 10am',
    'Virtucon',
    { outcome: 'meeting_scheduled', next: ['call', '2026-03-13T10:00', 'minute'] },
  ],
];
