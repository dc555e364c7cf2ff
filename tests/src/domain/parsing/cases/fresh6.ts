// Tenth and eleventh batch: other styles; expected values written before the first run.
import type { Row } from './row.ts';

/** Dictated, abbreviated and table-like lines. */
export const STYLES_A: readonly Row[] = [
  [
    '客户：苏州晶方；联系人：顾经理；方式：电话；结果：未接；下次：明天上午10点',
    '苏州晶方',
    {
      contact: '顾经理',
      channel: 'phone',
      outcome: 'no_answer',
      next: [null, '2026-03-12T10:00', 'minute'],
    },
  ],
  [
    '今早跟中信建投的吴总通了个电话，半小时，意向B，后天把方案发他',
    '中信建投',
    {
      contact: '吴总',
      channel: 'phone',
      intent: 'B',
      min: 30,
      occurred: '2026-03-11T09:00',
      next: ['send_proposal', '2026-03-13', 'day'],
    },
  ],
  ['奥克斯 老板说下周拍板', '奥克斯', { next: ['wait_decision', '2026-W12', 'week'] }],
  [
    '三一重工 合同已寄出 等盖章回传',
    '三一重工',
    { outcome: 'proposal_sent', next: ['sign', null, null] },
  ],
  [
    '安井食品 尾款8万 下周五前必须到账',
    '安井食品',
    { amount: 80000, next: ['collect_payment', '2026-03-20', 'day'] },
  ],
  ['南孚电池 微信发了案例，没回', '南孚电池', { channel: 'wechat', outcome: 'material_sent' }],
  [
    '公牛电器 客户嫌贵，要9折，月底再谈',
    '公牛电器',
    { outcome: 'negotiating', next: ['follow_up', '2026-03-31', 'day'] },
  ],
  ['海底捞 已签 3年 每年20万', '海底捞', { outcome: 'won', amount: 200000 }],
  [
    '良品铺子 周总 出国了 4月2号回来再约',
    '良品铺子',
    { contact: '周总', next: ['follow_up', '2026-04-02', 'day'] },
  ],
  [
    '上周三拜访绝味鸭脖，演示了系统，客户满意，要报价',
    '绝味鸭脖',
    {
      channel: 'visit',
      outcome: 'demo_done',
      occurred: '2026-03-04',
      next: ['send_proposal', null, null],
    },
  ],
  ['周黑鸭 停机', '周黑鸭', { channel: 'phone', outcome: 'wrong_number' }],
  [
    '立白 让下午五点以后打',
    '立白',
    {
      channel: 'phone',
      outcome: 'callback_requested',
      next: ['call', '2026-03-11T17:00', 'minute'],
    },
  ],
  [
    '福耀玻璃 试用账号开通了，14天后回访',
    '福耀玻璃',
    { outcome: 'trial_started', next: ['follow_up', '2026-03-25', 'day'] },
  ],
  ['长虹 丢单，输给海尔，价格差5万', '长虹', { outcome: 'lost' }],
  [
    '德邦快递 邮件已回复 3月20日签合同 合同额68万',
    '德邦快递',
    { channel: 'email', amount: 680000, next: ['sign', '2026-03-20', 'day'] },
  ],
  [
    '九阳 客户投诉交货慢 今天下班前答复',
    '九阳',
    { outcome: 'complaint', next: ['reply', '2026-03-11T18:00', 'daypart'] },
  ],
  [
    '飞科 视频会议1小时 demo效果好 报价6.8万',
    '飞科',
    { channel: 'video', outcome: 'demo_done', min: 60, amount: 68000 },
  ],
  [
    '东鹏特饮 预算二十到三十万 下月初定',
    '东鹏特饮',
    { amount: [200000, 'CNY', 200000, 300000], next: ['wait_decision', '2026-04-01', 'day'] },
  ],
  ['好丽友 等春节后再说', '好丽友', { next: ['follow_up', null, null], clarify: 'holiday' }],
  [
    '太平鸟 第二次拜访 见到了杨总监 聊了50分钟',
    '太平鸟',
    { contact: '杨总监', channel: 'visit', outcome: 'meeting_held', min: 50 },
  ],
  [
    'Pinecrest Hotels | call | 15 min | B | proposal by Tue',
    'Pinecrest Hotels',
    { channel: 'phone', intent: 'B', min: 15, next: ['send_proposal', '2026-03-17', 'day'] },
  ],
  [
    'Had coffee with Marcus from Delamere Foods, verbal yes, contract goes out Monday',
    'Delamere Foods',
    {
      contact: 'Marcus',
      channel: 'visit',
      outcome: 'verbal_yes',
      next: ['send_contract', '2026-03-16', 'day'],
    },
  ],
  [
    'Brookfield Glass - vm - retry Thu AM',
    'Brookfield Glass',
    { channel: 'phone', outcome: 'voicemail', next: ['call', '2026-03-12T09:00', 'daypart'] },
  ],
  [
    'Spoke with Ines at Lindqvist AB, budget frozen until Q3',
    'Lindqvist AB',
    { contact: 'Ines', next: [null, '2026-Q3', 'quarter'] },
  ],
  [
    'Ormond Press: signed! £18,500, kickoff 23 March',
    'Ormond Press',
    { outcome: 'won', amount: [18500, 'GBP'], next: ['kickoff', '2026-03-23', 'day'] },
  ],
  [
    "Tamar Boats hasn't paid, chase invoice Friday",
    'Tamar Boats',
    { next: ['collect_payment', '2026-03-13', 'day'] },
  ],
  [
    'Visited Glenmore Wool yesterday afternoon, 1h 15m, they want samples',
    'Glenmore Wool',
    {
      channel: 'visit',
      outcome: 'meeting_held',
      min: 75,
      occurred: '2026-03-10T14:00',
      next: ['send_material', null, null],
    },
  ],
  ['Lost Fenwick Arms to a competitor over price', 'Fenwick Arms', { outcome: 'lost' }],
  [
    'Demo with Calder Rail moved from Thursday to next Monday 11am',
    'Calder Rail',
    { outcome: 'meeting_scheduled', next: ['demo', '2026-03-16T11:00', 'minute'] },
  ],
  [
    'Sent the MSA to Yarrow Health last Friday, still in legal review',
    'Yarrow Health',
    { outcome: 'negotiating', occurred: '2026-03-06' },
  ],
  [
    "Whatsapped Dune Travel, they'll confirm tomorrow",
    'Dune Travel',
    { channel: 'im', next: ['wait_reply', '2026-03-12', 'day'] },
  ],
  ['Pelham Group wants 15% off, otherwise happy', 'Pelham Group', { outcome: 'negotiating' }],
  [
    'Renewal for Carrick Ferries due 30 April, €22k',
    'Carrick Ferries',
    { amount: [22000, 'EUR'], next: ['renew', '2026-04-30', 'day'] },
  ],
  [
    'Gadsby Paints: trial kicked off, check in a week from today',
    'Gadsby Paints',
    { outcome: 'trial_started', next: ['follow_up', '2026-03-18', 'day'] },
  ],
  [
    'called lorne bakery twice no pick up, call back at 4',
    'lorne bakery',
    { channel: 'phone', outcome: 'no_answer', next: ['call', '2026-03-11T16:00', 'minute'] },
  ],
  [
    '客户Adidas 王总 email proposal已发, budget 80w',
    'Adidas',
    { contact: '王总', channel: 'email', outcome: 'proposal_sent', amount: 800000 },
  ],
  [
    'Unilever 周总 zoom 40min, 意向C, 下周四follow up',
    'Unilever',
    {
      contact: '周总',
      channel: 'video',
      intent: 'C',
      min: 40,
      next: ['follow_up', '2026-03-19', 'day'],
    },
  ],
  [
    'Danone 合同signed, 首付款USD 12,000 月底到',
    'Danone',
    { outcome: 'won', amount: [12000, 'USD'], next: ['collect_payment', '2026-03-31', 'day'] },
  ],
  [
    '跟Oracle的Kevin call了20分钟, 周五前给quote',
    'Oracle',
    { contact: 'Kevin', channel: 'phone', min: 20, next: ['send_proposal', '2026-03-13', 'day'] },
  ],
  [
    'Nokia no budget this year, 明年再看',
    'Nokia',
    { next: ['follow_up', null, null], clarify: 'date' },
  ],
];

/** Long, chatty and sloppy lines. */
export const STYLES_B: readonly Row[] = [
  [
    '唉今天又被鸽了，说好十点半到华润燃气开会，前台说钱主任临时出差，改到下周二同一时间',
    '华润燃气',
    {
      contact: '钱主任',
      outcome: 'no_show',
      occurred: '2026-03-11',
      next: ['meeting', '2026-03-17', 'day'],
    },
  ],
  [
    '昨天中午请万华化学的汪经理吃了顿饭，聊得不错，他答应周五之前把采购流程走完',
    '万华化学',
    {
      contact: '汪经理',
      channel: 'visit',
      outcome: 'meeting_held',
      occurred: '2026-03-10T12:00',
      next: [null, '2026-03-13', 'day'],
    },
  ],
  ['特步鞋业那边一直没回消息，再等一周看看', '特步鞋业', { outcome: 'no_answer' }],
  [
    '刚跟元祖食品的郝姐打完电话，她让我把样品周四寄过去',
    '元祖食品',
    { contact: '郝姐', channel: 'phone', next: ['send_material', '2026-03-12', 'day'] },
  ],
  [
    '晨鸣纸业今天终于签了！！八十八万！！',
    '晨鸣纸业',
    { outcome: 'won', amount: 880000, occurred: '2026-03-11' },
  ],
  [
    '银泰百货的合同法务还在审，估计下周三能出来',
    '银泰百货',
    { outcome: 'negotiating', next: ['wait_decision', '2026-03-18', 'day'] },
  ],
  [
    '约了永辉超市采购部4月10号上午去现场演示',
    '永辉超市',
    { outcome: 'meeting_scheduled', next: ['demo', '2026-04-10T09:00', 'daypart'] },
  ],
  [
    '蓝月亮 催了三次尾款 财务说15号打',
    '蓝月亮',
    { next: ['collect_payment', '2026-03-15', 'day'] },
  ],
  [
    '立邦漆 续约谈妥 涨价5% 下月签',
    '立邦漆',
    { outcome: 'verbal_yes', next: ['sign', '2026-04', 'month'] },
  ],
  [
    '报价给了正泰电器 17万8 等消息',
    '正泰电器',
    { outcome: 'proposal_sent', amount: 178000, next: ['wait_reply', null, null] },
  ],
  [
    '打了好几次都占线 恒安纸业 晚上7点再打',
    '恒安纸业',
    { channel: 'phone', outcome: 'no_answer', next: ['call', '2026-03-11T19:00', 'minute'] },
  ],
  [
    '在广交会上认识了宁波方太的小陈，加了微信，回去发资料',
    '宁波方太',
    { contact: '小陈', channel: 'event' },
  ],
  [
    '贝因美 开标时间定了 3月27日下午2点',
    '贝因美',
    { outcome: 'meeting_scheduled', next: ['bid_opening', '2026-03-27T14:00', 'minute'] },
  ],
  [
    '盼盼食品 客户说再考虑考虑 两周后联系',
    '盼盼食品',
    { next: ['follow_up', '2026-03-25', 'day'] },
  ],
  [
    '双汇 A类 800万项目 Q2启动',
    '双汇',
    { intent: 'A', amount: 8000000, next: ['kickoff', '2026-Q2', 'quarter'] },
  ],
  ['回力鞋业 拒绝了，说已有供应商', '回力鞋业', { outcome: 'rejected' }],
  ['森马 付了三万定金 余下七万验收后付', '森马', { outcome: 'paid', amount: 30000 }],
  [
    '洽洽 陈总电话里说价格OK了 让我们周一带合同过去',
    '洽洽',
    { contact: '陈总', channel: 'phone', next: ['send_contract', '2026-03-16', 'day'] },
  ],
  ['金龙鱼 30分钟后回电', '金龙鱼', { next: ['call', '2026-03-11T10:30', 'minute'] }],
  [
    'Great chat w/ Priya (Head of Ops) at Solent Marine this morning, ~35 mins. She wants a demo for her team next Wed 2pm.',
    'Solent Marine',
    {
      contact: 'Priya',
      min: 35,
      occurred: '2026-03-11T09:00',
      next: ['demo', '2026-03-18T14:00', 'minute'],
    },
  ],
  [
    'Ugh, Bramley Foods ghosted the meeting again. Rebooked for the 19th.',
    'Bramley Foods',
    { outcome: 'no_show', next: ['meeting', '2026-03-19', 'day'] },
  ],
  [
    'FYI Hartwell Pumps PO came in - $46,200 - ship by 3 April',
    'Hartwell Pumps',
    { outcome: 'won', amount: [46200, 'USD'], next: ['deliver', '2026-04-03', 'day'] },
  ],
  [
    'Emailed quote to Tilbury Docks (USD 9.5k). Following up Monday if no reply.',
    'Tilbury Docks',
    {
      channel: 'email',
      outcome: 'proposal_sent',
      amount: [9500, 'USD'],
      next: ['follow_up', '2026-03-16', 'day'],
    },
  ],
  [
    'Kinross Energy said no thanks, happy with current vendor',
    'Kinross Energy',
    { outcome: 'rejected' },
  ],
  [
    'wrong number for eskdale farms',
    'eskdale farms',
    { channel: 'phone', outcome: 'wrong_number' },
  ],
  [
    'Board at Penrith Trust decides on 26 March',
    'Penrith Trust',
    { next: ['wait_decision', '2026-03-26', 'day'] },
  ],
  [
    'Two site visits to Ardley Mills this week, both went well',
    'Ardley Mills',
    { channel: 'visit', outcome: 'meeting_held' },
  ],
  [
    'Stirling Optics asked us to call back after 5',
    'Stirling Optics',
    {
      channel: 'phone',
      outcome: 'callback_requested',
      next: ['call', '2026-03-11T17:00', 'minute'],
    },
  ],
  [
    'Texted Nora at Wick Fisheries, sending contract tonight',
    'Wick Fisheries',
    { contact: 'Nora', channel: 'sms', next: ['send_contract', '2026-03-11T19:00', 'daypart'] },
  ],
  [
    'Lunch with Everton Bros on Tuesday next week',
    'Everton Bros',
    { next: ['meeting', '2026-03-17', 'day'] },
  ],
  [
    'Budget for Selby Rail is 120-150k EUR, decision end of Q2',
    'Selby Rail',
    { amount: [120000, 'EUR', 120000, 150000], next: ['wait_decision', '2026-06-30', 'day'] },
  ],
  [
    'Ludlow Spa cancelled their contract, moving to another supplier',
    'Ludlow Spa',
    { outcome: 'lost' },
  ],
  [
    '10 min intro call Alnwick Castle, lukewarm, nudge in a month',
    'Alnwick Castle',
    { channel: 'phone', intent: 'C', min: 10, next: ['follow_up', '2026-04-11', 'day'] },
  ],
  [
    'Bewdley Press happy w/ pilot, will sign once legal clears it',
    'Bewdley Press',
    { next: ['sign', null, null] },
  ],
  [
    'received 50% deposit 6,250 GBP from Malton Cider',
    'Malton Cider',
    { outcome: 'paid', amount: [6250, 'GBP'] },
  ],
  [
    'Philips 项目 kick-off meeting 定在下周三上午10:30',
    'Philips',
    { outcome: 'meeting_scheduled', next: ['kickoff', '2026-03-18T10:30', 'minute'] },
  ],
  [
    'Shell 采购 feedback: 价格偏高, 要revised quote by周五',
    'Shell',
    { outcome: 'negotiating', next: ['send_proposal', '2026-03-13', 'day'] },
  ],
  [
    '3M 张工 到访 2 hours, 下周send samples',
    '3M',
    {
      contact: '张工',
      channel: 'visit',
      outcome: 'meeting_held',
      min: 120,
      next: ['send_material', '2026-W12', 'week'],
    },
  ],
  [
    'Pfizer PO收到 USD 30k, 4/1发货',
    'Pfizer',
    { outcome: 'won', amount: [30000, 'USD'], next: ['deliver', null, null], clarify: 'date' },
  ],
];
