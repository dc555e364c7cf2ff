// Names made of calendar and number words, spoken sums, and lines that begin with how the contact was made.
import type { Row } from './row.ts';

export const CALENDAR_NAMES: readonly Row[] = [
  ['三月三酒业 电话 莫总 意向B', '三月三酒业', { contact: '莫总', channel: 'phone', intent: 'B' }],
  [
    '九号公司 微信 聊了20分钟 后天演示',
    '九号公司',
    { channel: 'wechat', min: 20, next: ['demo', '2026-03-13', 'day'] },
  ],
  [
    '拜访柳工 蒙经理 意向A',
    '柳工',
    { contact: '蒙经理', channel: 'visit', outcome: 'meeting_held', intent: 'A' },
  ],
  ['小熊电器 电话 晏总 报价6万', '小熊电器', { contact: '晏总', channel: 'phone', amount: 60_000 }],
  ['小狗电器 微信 骆女士', '小狗电器', { contact: '骆女士', channel: 'wechat' }],
];

export const SPOKEN_SUMS: readonly Row[] = [
  ['立邦 成交!6万6成交', '立邦', { outcome: 'won', amount: 66_000 }],
  ['立邦 签约成功 三千六', '立邦', { outcome: 'won', amount: 3_600 }],
  ['立邦 原价20万,最终18万成交', '立邦', { outcome: 'won', amount: 180_000 }],
  ['立邦 让利2成 意向B', '立邦', { intent: 'B' }],
  ['立邦 报价8万 欧元还是人民币没定', '立邦', { clarify: 'currency' }],
  ['立邦 报价 15 万', '立邦', { amount: 150_000 }],
  ['立邦 预计 6 月上线', '立邦', { next: ['go_live', '2026-06', 'month'] }],
  ['立邦 4 月 8 日付款', '立邦', { next: ['collect_payment', '2026-04-08', 'day'] }],
  ['立邦 12 月底付款', '立邦', { next: ['collect_payment', '2026-12-31', 'day'] }],
];

export const HOW_FIRST: readonly Row[] = [
  [
    '微信上跟得力集团说好,下午4点把样品发她',
    '得力集团',
    { channel: 'wechat', next: ['send_material', '2026-03-11T16:00', 'minute'] },
  ],
  [
    '短信和公牛集团宓经理约好周五下午3点拜访',
    '公牛集团',
    {
      contact: '宓经理',
      channel: 'sms',
      outcome: 'meeting_scheduled',
      next: ['visit', '2026-03-13T15:00', 'minute'],
    },
  ],
  ['电话,特变电工,尹总,意向b', '特变电工', { contact: '尹总', channel: 'phone', intent: 'B' }],
  ['在家博会遇到立邦的廉工,意向D', '立邦', { contact: '廉工', channel: 'event', intent: 'D' }],
  [
    '建材展会3号馆 见到东鹏俞经理 B类',
    '东鹏',
    { contact: '俞经理', channel: 'event', intent: 'B' },
  ],
  [
    '展会上当场签约 温氏股份 合同金额32万',
    '温氏股份',
    { channel: 'event', outcome: 'won', amount: 320_000 },
  ],
  ['收到立邦回款 ¥250,000', '立邦', { outcome: 'paid', amount: 250_000 }],
  [
    '传真给立邦一份报价方案 9万',
    '立邦',
    { channel: 'other', outcome: 'proposal_sent', amount: 90_000 },
  ],
  ['立邦 发了邮件 附报价单', '立邦', { channel: 'email', outcome: 'proposal_sent' }],
  [
    '(补录)3月3日拜访立邦 金总 90分钟',
    '立邦',
    { contact: '金总', channel: 'visit', outcome: 'meeting_held', min: 90, occurred: '2026-03-03' },
  ],
  [
    '拜访·立邦·彭经理·意向B',
    '立邦',
    { contact: '彭经理', channel: 'visit', outcome: 'meeting_held', intent: 'B' },
  ],
  [
    '周二去拜访立邦,见到了老周,后天发方案给他',
    '立邦',
    {
      contact: '老周',
      channel: 'visit',
      outcome: 'meeting_held',
      occurred: '2026-03-10',
      next: ['send_proposal', '2026-03-13', 'day'],
    },
  ],
  [
    '昨天去拜访立邦 没谈价格',
    '立邦',
    { channel: 'visit', outcome: 'meeting_held', occurred: '2026-03-10' },
  ],
  [
    '今早拜访立邦 1.5小时 下午发方案',
    '立邦',
    {
      channel: 'visit',
      outcome: 'meeting_held',
      min: 90,
      occurred: '2026-03-11T09:00',
      next: ['send_proposal', '2026-03-11T14:00', 'daypart'],
    },
  ],
  [
    '立邦 电话 在忙,让我两个小时后打回去',
    '立邦',
    {
      channel: 'phone',
      outcome: 'callback_requested',
      next: ['call', '2026-03-11T12:00', 'minute'],
    },
  ],
  ['立邦 本周一前要给方案', '立邦', { clarify: 'date', next: ['send_proposal', null, null] }],
];

export const HABITS: readonly Row[] = [
  ['金地发展/微信/户型图已发', '金地发展', { channel: 'wechat', outcome: 'material_sent' }],
  ['用飞书给立邦做了演示,对方来了4个人', '立邦', { channel: 'im', outcome: 'demo_done' }],
  ['立邦2026年的续约已签,每年8万元', '立邦', { outcome: 'won', amount: 80_000 }],
  ['和同方股份的何总聊了', '同方股份', { contact: '何总' }],
  ['同济医院 电话 意向C', '同济医院', { channel: 'phone', intent: 'C' }],
  [
    '微信上找湘雅医院的王主任,让我三点一刻再打过去',
    '湘雅医院',
    {
      contact: '王主任',
      channel: 'wechat',
      outcome: 'callback_requested',
      next: ['call', '2026-03-11T15:15', 'minute'],
    },
  ],
  ['说实话立邦挺满意的', '立邦'],
  [
    '哦对了,立邦的方案发邮箱了,6万左右',
    '立邦',
    { channel: 'email', outcome: 'proposal_sent', amount: 60_000 },
  ],
  ['立邦 9千块一台', '立邦', { amount: 9_000 }],
  ['去立邦扑了个空', '立邦', { channel: 'visit' }],
  [
    '立邦/周主管/约好看厂/后天下午3点',
    '立邦',
    {
      contact: '周主管',
      outcome: 'meeting_scheduled',
      next: ['visit', '2026-03-13T15:00', 'minute'],
    },
  ],
  [
    '立邦/何经理/周四上午/签约',
    '立邦',
    { contact: '何经理', next: ['sign', '2026-03-12T09:00', 'daypart'] },
  ],
  ['立邦 PO已下 30k美金', '立邦', { outcome: 'won', amount: [30_000, 'USD'] }],
  ['尾款5万 到账了', null, { outcome: 'paid', amount: 50_000, clarify: 'customer' }],
  [
    '给立邦发了邮件,等对方三天内回复',
    '立邦',
    { channel: 'email', next: ['wait_reply', '2026-03-14', 'day'] },
  ],
  ['立邦 8号交样机', '立邦', { next: ['deliver', '2026-04-08', 'day'] }],
];
