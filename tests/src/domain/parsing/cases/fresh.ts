// Fifth batch: fresh lines written after the grammar, in the manner of the examples.
import type { Row } from './row.ts';

export const FRESH_ZH: readonly Row[] = [
  [
    '微信联系李宁王经理,发了产品资料,意向B,下周二再跟进',
    '李宁',
    {
      contact: '王经理',
      channel: 'wechat',
      outcome: 'material_sent',
      intent: 'B',
      next: ['follow_up', '2026-03-17', 'day'],
    },
  ],
  [
    '上门拜访格力,见到采购部刘总,谈了2小时,报价50-60万,月底前给答复',
    '格力',
    {
      contact: '刘总',
      channel: 'visit',
      outcome: 'meeting_held',
      amount: [500000, 'CNY', 500000, 600000],
      min: 120,
      next: ['wait_reply', '2026-03-31', 'day'],
    },
  ],
  [
    '打给小米,无人接听,明天上午再打',
    '小米',
    { channel: 'phone', outcome: 'no_answer', next: ['call', '2026-03-12T09:00', 'daypart'] },
  ],
  [
    '腾讯会议跟京东演示了方案,客户很满意,要求下周五前出正式报价',
    '京东',
    { channel: 'video', outcome: 'demo_done', next: ['send_proposal', '2026-03-20', 'day'] },
  ],
  ['中国平安拒绝了,说没预算', '中国平安', { outcome: 'rejected' }],
  ['百度 丢单 竞品价格低20%', '百度', { outcome: 'lost' }],
  ['海尔首付款20万到账', '海尔', { outcome: 'paid', amount: 200000 }],
  ['阿里云 续费 8万/年', '阿里云', { outcome: 'won', amount: 80000 }],
  ['蔚来 申请试用 30个账号', '蔚来', {}],
  [
    '快手 客户投诉响应慢 今天下班前回复',
    '快手',
    { outcome: 'complaint', next: ['reply', '2026-03-11T18:00', 'daypart'] },
  ],
  [
    '网易 电话沟通半小时 意向C 三个月后再联系',
    '网易',
    { channel: 'phone', intent: 'C', min: 30, next: ['call', '2026-06-11', 'day'] },
  ],
  ['滴滴 谈判中 对方要求降价10%', '滴滴', { outcome: 'negotiating' }],
  ['联想 下周二下午三点一刻视频会议', '联想', { next: ['meeting', '2026-03-17T15:15', 'minute'] }],
  ['Tesla中国 刘女士 WhatsApp 询价100台', 'Tesla中国', { contact: '刘女士', channel: 'im' }],
  ['周末拜访了恒大', '恒大', { channel: 'visit', outcome: 'meeting_held', occurred: '2026-03-07' }],
  ['吉利 项目4月1日启动', '吉利', { next: ['kickoff', '2026-04-01', 'day'] }],
  ['长城汽车 六月上线', '长城汽车', { next: ['go_live', '2026-06', 'month'] }],
  ['拼多多没人接,留了言', '拼多多', { channel: 'phone', outcome: 'voicemail' }],
  [
    '给中信银行发了报价单,¥8,000,等回复',
    '中信银行',
    { outcome: 'proposal_sent', amount: 8000, next: ['wait_reply', null, null] },
  ],
  [
    '飞书联系字节跳动周总,约了周四上午10点见面',
    '字节跳动',
    {
      contact: '周总',
      channel: 'im',
      outcome: 'meeting_scheduled',
      next: ['meeting', '2026-03-12T10:00', 'minute'],
    },
  ],
  [
    '和滴滴出行约好下周三下午2点半线上演示',
    '滴滴出行',
    { outcome: 'meeting_scheduled', next: ['demo', '2026-03-18T14:30', 'minute'] },
  ],
  ['上周三在展会上见了海信,换了名片', '海信', { channel: 'event', occurred: '2026-03-04' }],
  [
    '今早拜访了海天味业,聊了50分钟',
    '海天味业',
    { channel: 'visit', outcome: 'meeting_held', min: 50, occurred: '2026-03-11T09:00' },
  ],
  [
    '蒙牛 尾款30万 逾期15天 明天催款',
    '蒙牛',
    { amount: 300000, next: ['collect_payment', '2026-03-12', 'day'] },
  ],
  ['伊利说下个月中旬开标', '伊利', { next: ['bid_opening', '2026-04', 'month'] }],
  [
    '君乐宝 张经理说预算要等董事会批,下季度再说',
    '君乐宝',
    { contact: '张经理', next: ['follow_up', '2026-Q2', 'quarter'] },
  ],
  ['光明乳业 采购价压到9.5万,还在谈', '光明乳业', { outcome: 'negotiating', amount: 95000 }],
  [
    '三元股份 对接人王芳 电话 20分钟 有意向',
    '三元股份',
    { contact: '王芳', channel: 'phone', intent: 'B', min: 20 },
  ],
  ['新希望 5月1日前交付', '新希望', { next: ['deliver', '2026-05-01', 'day'] }],
  ['双汇 客户要求两周内交付样机', '双汇', { next: ['deliver', '2026-03-25', 'day'] }],
  ['金锣 发短信没回', '金锣', { channel: 'sms', outcome: 'no_answer' }],
  [
    '雨润 老客户介绍 意向高 约本周六面谈',
    '雨润',
    { outcome: 'meeting_scheduled', intent: 'A', next: ['meeting', '2026-03-14', 'day'] },
  ],
  ['安井食品 报价15.8万,对方还价14万', '安井食品', { outcome: 'negotiating', clarify: 'amount' }],
  [
    '千禾味业 已签约120万,首付30%月底前到账',
    '千禾味业',
    { outcome: 'won', amount: 1200000, next: ['collect_payment', '2026-03-31', 'day'] },
  ],
  [
    '来电 华熙生物 咨询产品 要报价',
    '华熙生物',
    { channel: 'phone', next: ['send_proposal', null, null] },
  ],
  [
    '爱美客 陈医生 拜访 1小时 演示效果好 意向A 下周签合同',
    '爱美客',
    {
      contact: '陈医生',
      channel: 'visit',
      outcome: 'demo_done',
      intent: 'A',
      min: 60,
      next: ['sign', '2026-W12', 'week'],
    },
  ],
  ['迈瑞医疗 明年3月再启动', '迈瑞医疗', { next: ['kickoff', '2027-03', 'month'] }],
  ['药明康德 18号之前把合同发过去', '药明康德', { next: ['send_contract', '2026-03-18', 'day'] }],
  ['恒瑞医药 25号上午十点半评审会', '恒瑞医药', { next: ['review', '2026-03-25T10:30', 'minute'] }],
  [
    '片仔癀 明天下午三点到四点培训',
    '片仔癀',
    { next: ['other', '2026-03-12T15:00', 'minute', '2026-03-12T16:00'] },
  ],
];

export const FRESH_EN: readonly Row[] = [
  [
    'Emailed Hooli the updated proposal, $45k, decision by end of next week',
    'Hooli',
    {
      channel: 'email',
      outcome: 'proposal_sent',
      amount: [45000, 'USD'],
      next: ['wait_decision', '2026-03-20', 'day'],
    },
  ],
  ['Initech signed for 12 months at 2k/month', 'Initech', { outcome: 'won', amount: 2000 }],
  ['Globex rejected the quote, too expensive', 'Globex', { outcome: 'rejected' }],
  [
    'Wonka asked for a discount, counter-offer 38k',
    'Wonka',
    { outcome: 'negotiating', amount: 38000 },
  ],
  [
    'Called Vandelay, reached Art, interested, sending proposal tomorrow',
    'Vandelay',
    { contact: 'Art', channel: 'phone', next: ['send_proposal', '2026-03-12', 'day'] },
  ],
  [
    'Pied Piper demo went great, 1h, grade A',
    'Pied Piper',
    { outcome: 'demo_done', intent: 'A', min: 60 },
  ],
  [
    'Massive Dynamic: payment received, 20k EUR',
    'Massive Dynamic',
    { outcome: 'paid', amount: [20000, 'EUR'] },
  ],
  ['Text message to Gekko & Co, no reply', 'Gekko & Co', { channel: 'sms', outcome: 'no_answer' }],
  [
    'Video call with Sterling Cooper, 40 min, warm, follow up in 10 days',
    'Sterling Cooper',
    { channel: 'video', intent: 'B', min: 40, next: ['follow_up', '2026-03-21', 'day'] },
  ],
  [
    'Visited Duff Beer on Tuesday, review contract next Thursday at 10',
    'Duff Beer',
    {
      channel: 'visit',
      outcome: 'meeting_held',
      occurred: '2026-03-10',
      next: ['review', '2026-03-19T10:00', 'minute'],
    },
  ],
  [
    'Spoke to Bob at Stark, budget approved, $80k, contract by Friday EOD',
    'Stark',
    { contact: 'Bob', amount: [80000, 'USD'], next: [null, '2026-03-13T18:00', 'daypart'] },
  ],
  ['Umbrella Corp lost to a competitor on price', 'Umbrella Corp', { outcome: 'lost' }],
  [
    'Cyberdyne trial extended, check in 2 weeks',
    'Cyberdyne',
    { next: ['follow_up', '2026-03-25', 'day'] },
  ],
  [
    'Aperture Science callback requested for 4pm',
    'Aperture Science',
    {
      channel: 'phone',
      outcome: 'callback_requested',
      next: ['call', '2026-03-11T16:00', 'minute'],
    },
  ],
  [
    'Bluth Company, trade show lead, lukewarm, email catalog Monday',
    'Bluth Company',
    { channel: 'event', intent: 'C', next: ['send_material', '2026-03-16', 'day'] },
  ],
  [
    'Hanso Foundation: proposal due 3/20',
    'Hanso Foundation',
    { next: ['send_proposal', '2026-03-20', 'day'] },
  ],
  [
    'Oceanic Airlines go live on June 1',
    'Oceanic Airlines',
    { next: ['go_live', '2026-06-01', 'day'] },
  ],
  [
    'Nakatomi renewal in Q3, currently $40k',
    'Nakatomi',
    { amount: [40000, 'USD'], next: ['renew', '2026-Q3', 'quarter'] },
  ],
  [
    'Wayne Enterprises kick-off meeting moved to the 18th',
    'Wayne Enterprises',
    { outcome: 'meeting_scheduled', next: ['kickoff', '2026-03-18', 'day'] },
  ],
  [
    'Tyrell Corp verbal yes on $95k, paperwork next week',
    'Tyrell Corp',
    { outcome: 'verbal_yes', amount: [95000, 'USD'], next: [null, '2026-W12', 'week'] },
  ],
  ['LexCorp no budget until next year', 'LexCorp', { clarify: 'date' }],
  [
    'Soylent sample shipped, waiting for feedback',
    'Soylent',
    { outcome: 'material_sent', next: ['wait_reply', null, null] },
  ],
  [
    'Zorin Industries meeting tomorrow 9:30',
    'Zorin Industries',
    { next: ['meeting', '2026-03-12T09:30', 'minute'] },
  ],
  [
    'Had lunch with Paul from Monsters Inc, hot lead',
    'Monsters Inc',
    { contact: 'Paul', channel: 'visit', outcome: 'meeting_held', intent: 'A' },
  ],
  [
    'Virtucon: left a message, will call again Thu 2pm',
    'Virtucon',
    { channel: 'phone', outcome: 'voicemail', next: ['call', '2026-03-12T14:00', 'minute'] },
  ],
  ['Rekall pushed signing to April', 'Rekall', { next: ['sign', '2026-04', 'month'] }],
  [
    'Gringotts unhappy with support, escalated, reply today by 5pm',
    'Gringotts',
    { outcome: 'complaint', next: ['reply', '2026-03-11T17:00', 'minute'] },
  ],
  ['Ollivanders PO for £3,250 signed', 'Ollivanders', { outcome: 'won', amount: [3250, 'GBP'] }],
  ['Acme quote 30k, cust wants 25k', 'Acme', { amount: 30000 }],
  [
    'Acme meeting 2 weeks ago, nothing since',
    'Acme',
    { outcome: 'meeting_held', occurred: '2026-02-25' },
  ],
];
