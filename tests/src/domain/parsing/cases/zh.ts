// Chinese lines of many kinds of reps; now is Wednesday 2026-03-11 10:00 in Shanghai, tenant CNY.
import type { Row } from './row.ts';

export const TELESALES: readonly Row[] = [
  ['打给腾讯李经理 没人接', '腾讯', { contact: '李经理', channel: 'phone', outcome: 'no_answer' }],
  ['京东 空号', '京东', { channel: 'phone', outcome: 'wrong_number' }],
  [
    '百度 电话占线 下午再打',
    '百度',
    { channel: 'phone', outcome: 'no_answer', next: ['call', '2026-03-11T14:00', 'daypart'] },
  ],
  [
    '电话联系比亚迪王总监,10分钟,不感兴趣',
    '比亚迪',
    { contact: '王总监', channel: 'phone', outcome: 'rejected', min: 10 },
  ],
  [
    '网易 陈总 在开会,让我下午4点再打',
    '网易',
    {
      contact: '陈总',
      channel: 'phone',
      outcome: 'callback_requested',
      next: ['call', '2026-03-11T16:00', 'minute'],
    },
  ],
  [
    '给拼多多刘女士打电话,语音信箱',
    '拼多多',
    { contact: '刘女士', channel: 'phone', outcome: 'voicemail' },
  ],
  [
    '致电海尔采购部周主任,有意向,要资料',
    '海尔',
    { contact: '周主任', channel: 'phone', intent: 'B', next: ['send_material', null, null] },
  ],
  ['格力 号码错误', '格力', { channel: 'phone', outcome: 'wrong_number' }],
  [
    '中兴 电话关机 明早再打',
    '中兴',
    { channel: 'phone', outcome: 'no_answer', next: ['call', '2026-03-12T09:00', 'daypart'] },
  ],
  [
    '今天给蔚来打了3个电话都没接',
    '蔚来',
    { channel: 'phone', outcome: 'no_answer', occurred: '2026-03-11' },
  ],
  [
    '滴滴 外呼 5分钟 意向C 下周一再联系',
    '滴滴',
    { channel: 'phone', intent: 'C', min: 5, next: ['call', '2026-03-16', 'day'] },
  ],
  ['快手 电话打通了 说不需要', '快手', { channel: 'phone', outcome: 'rejected' }],
  [
    '海底捞 张店长 电话 要50个账号的报价',
    '海底捞',
    { contact: '张店长', channel: 'phone', next: ['send_proposal', null, null] },
  ],
  [
    '瑞幸 王女士 电话聊了八分钟 意向B 周五回访',
    '瑞幸',
    {
      contact: '王女士',
      channel: 'phone',
      intent: 'B',
      min: 8,
      next: ['follow_up', '2026-03-13', 'day'],
    },
  ],
  [
    '名创优品 客户让下周三再打',
    '名创优品',
    { channel: 'phone', outcome: 'callback_requested', next: ['call', '2026-03-18', 'day'] },
  ],
];

export const ENTERPRISE: readonly Row[] = [
  [
    '拜访中国移动欧阳总,汇报方案,预算200万,4月底前招标',
    '中国移动',
    {
      contact: '欧阳总',
      channel: 'visit',
      outcome: 'meeting_held',
      amount: 2000000,
      next: [null, '2026-04-30', 'day'],
    },
  ],
  [
    '国家电网 项目立项 预算1.5亿 二季度招标',
    '国家电网',
    { amount: 150000000, next: [null, '2026-Q2', 'quarter'] },
  ],
  [
    '上午拜访了三一重工孙处长,演示了产品,反馈不错,下周二下午2点技术交流',
    '三一重工',
    {
      contact: '孙处长',
      channel: 'visit',
      outcome: 'demo_done',
      occurred: '2026-03-11T09:00',
      next: ['meeting', '2026-03-17T14:00', 'minute'],
    },
  ],
  [
    '中石油 投标文件已提交 3月25日开标',
    '中石油',
    { outcome: 'proposal_sent', next: ['bid_opening', '2026-03-25', 'day'] },
  ],
  [
    '招商银行 合同已双签 合同额380万 下周一启动会',
    '招商银行',
    { outcome: 'won', amount: 3800000, next: ['kickoff', '2026-03-16', 'day'] },
  ],
  [
    '平安科技 李总 商务谈判 要求打9折 报价120万',
    '平安科技',
    { contact: '李总', outcome: 'negotiating', amount: 1200000 },
  ],
  ['中国银行 未中标 丢给竞对', '中国银行', { outcome: 'lost' }],
  [
    '华润集团 口头同意 合同金额八十万 本周五签约',
    '华润集团',
    { outcome: 'verbal_yes', amount: 800000, next: ['sign', '2026-03-13', 'day'] },
  ],
  [
    '五粮液 首期款30万已到账 尾款70万月底前付',
    '五粮液',
    { outcome: 'paid', amount: 300000, next: ['collect_payment', '2026-03-31', 'day'] },
  ],
  [
    '与万华化学信息部马部长视频会议一小时,需求明确,意向A,下下周二去现场演示',
    '万华化学',
    {
      contact: '马部长',
      channel: 'video',
      outcome: 'meeting_held',
      intent: 'A',
      min: 60,
      next: ['demo', '2026-03-24', 'day'],
    },
  ],
  [
    '徐工集团 尾款50万还没付 催款 月底前到账',
    '徐工集团',
    { amount: 500000, next: ['collect_payment', '2026-03-31', 'day'] },
  ],
  ['宝钢 项目评审 定于3月20日上午10点', '宝钢', { next: ['review', '2026-03-20T10:00', 'minute'] }],
  [
    '昨天下午拜访了潍柴动力,见了采购赵总,报价50-60万,等内部审批',
    '潍柴动力',
    {
      contact: '赵总',
      channel: 'visit',
      outcome: 'meeting_held',
      amount: [500000, 'CNY', 500000, 600000],
      occurred: '2026-03-10T14:00',
      next: ['wait_decision', null, null],
    },
  ],
  [
    '中建三局 刘处 交付验收 下个月5号上线',
    '中建三局',
    { contact: '刘处', next: ['go_live', '2026-04-05', 'day'] },
  ],
  [
    '北京协和医院 张主任 当面沟通40分钟 意向A 合同走审批',
    '北京协和医院',
    {
      contact: '张主任',
      channel: 'visit',
      intent: 'A',
      min: 40,
      next: ['wait_decision', null, null],
    },
  ],
  [
    '上海交通大学 钱老师 邮件发了报价单 28.5万',
    '上海交通大学',
    { contact: '钱老师', channel: 'email', outcome: 'proposal_sent', amount: 285000 },
  ],
  [
    '深圳市大疆创新科技有限公司 签约 98万',
    '深圳市大疆创新科技有限公司',
    { outcome: 'won', amount: 980000 },
  ],
  [
    '中车 投诉发货慢 周五前答复',
    '中车',
    { outcome: 'complaint', next: ['reply', '2026-03-13', 'day'] },
  ],
];

export const TERSE: readonly Row[] = [
  ['美的 微信 发了资料', '美的', { channel: 'wechat', outcome: 'material_sent' }],
  [
    '小米 拜访 30分钟 A类',
    '小米',
    { channel: 'visit', outcome: 'meeting_held', intent: 'A', min: 30 },
  ],
  ['oppo 电话 15min 意向b', 'oppo', { channel: 'phone', intent: 'B', min: 15 }],
  ['TCL 报价5w', 'TCL', { amount: 50000 }],
  ['方太 已付款 3千块', '方太', { outcome: 'paid', amount: 3000 }],
  ['海信 签了 12.5万', '海信', { outcome: 'won', amount: 125000 }],
  ['联想 丢单', '联想', { outcome: 'lost' }],
  [
    '海康 试用中 下周跟进',
    '海康',
    { outcome: 'trial_started', next: ['follow_up', '2026-W12', 'week'] },
  ],
  ['大华 明天10点视频', '大华', { next: ['meeting', '2026-03-12T10:00', 'minute'] }],
  ['科大讯飞 周四下午3点半演示', '科大讯飞', { next: ['demo', '2026-03-12T15:30', 'minute'] }],
  ['用友 15号回访', '用友', { next: ['follow_up', '2026-03-15', 'day'] }],
  ['金蝶 5号签合同', '金蝶', { next: ['sign', '2026-04-05', 'day'] }],
  [
    '钉耙网络 月底回款20万',
    '钉耙网络',
    { amount: 200000, next: ['collect_payment', '2026-03-31', 'day'] },
  ],
  ['顺丰 意向:D 半年后再联系', '顺丰', { intent: 'D', next: ['follow_up', '2026-09-11', 'day'] }],
  ['圆通 三点一刻回电', '圆通', { next: ['call', '2026-03-11T15:15', 'minute'] }],
  ['韵达 明天上午十点一刻见面', '韵达', { next: ['meeting', '2026-03-12T10:15', 'minute'] }],
  ['中通 一个半小时后回电话', '中通', { next: ['call', '2026-03-11T11:30', 'minute'] }],
  ['申通 下周日前给方案', '申通', { next: ['send_proposal', '2026-03-22', 'day'] }],
  ['极兔 3月底前付款', '极兔', { next: ['collect_payment', '2026-03-31', 'day'] }],
  ['德邦 三天内给报价', '德邦', { next: ['send_proposal', '2026-03-14', 'day'] }],
  ['安能 3个工作日内回复', '安能', { next: ['reply', '2026-03-16', 'day'] }],
  ['百世 明年一月再谈', '百世', { next: ['follow_up', '2027-01', 'month'] }],
  ['跨越 两周后拜访', '跨越', { next: ['visit', '2026-03-25', 'day'] }],
  ['壹米滴答 今晚8点电话', '壹米滴答', { next: ['call', '2026-03-11T20:00', 'minute'] }],
];
