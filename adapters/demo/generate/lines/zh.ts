// The lines a Chinese rep types, some of them mixed with English.
import { type Money, majorOf } from '../../../../src/domain/money.ts';
import type {
  AmountRole,
  Channel,
  NextAction,
  Outcome,
} from '../../../../src/domain/parsing/codes.ts';
import {
  addDays,
  type Day,
  daysBetween,
  weekAround,
  weekdayOf,
} from '../../../../src/domain/time.ts';
import type { LossReason } from '../model.ts';
import type { Random } from '../random.ts';
import { chance, pick } from '../sample.ts';
import { remarks, type Said } from './said.ts';

type Texts<K extends string> = Readonly<Record<K, readonly string[]>>;

/** `@` is the customer with the contact. */
const OPENINGS: Texts<Channel | 'none'> = {
  phone: ['给@去了电话', '跟@通了电话', '电话找@', '拨了@的电话'],
  wechat: ['微信联系@', '微信上跟@聊', '企微找了@'],
  visit: ['上门拜访@', '去现场拜访@', '登门拜访@'],
  video: ['和@视频会议', '跟@线上视频', '跟@开了视频会'],
  email: ['给@写了邮件', '邮件联系@', '发邮件找@'],
  sms: ['给@发了短信', '短信联系@'],
  im: ['钉钉上找@', '飞书联系@'],
  event: ['展会上碰到@', '行业展会遇见@'],
  other: ['托人带话给@', '跟进@'],
  none: ['跟进@', '@'],
};

const MIXED: Texts<Channel | 'none'> = {
  ...OPENINGS,
  phone: ['call了@', 'phone call @'],
  video: ['和@开了video call'],
  email: ['email了@', '给@发了email'],
  visit: ['onsite拜访@'],
};

const RESULTS: Texts<Outcome> = {
  no_answer: ['没人接', '无人接听', '响了很久没接', '未接'],
  voicemail: ['转到语音信箱,留了言', '语音信箱'],
  wrong_number: ['号码错误', '是空号', '打错了,不是这家'],
  connected: ['', '', '聊了下', '沟通了需求'],
  callback_requested: ['在忙,让晚些回电', '说稍后回电'],
  meeting_scheduled: ['约好当面聊', '约了会面'],
  meeting_held: ['当面谈过了', '见面谈了需求', '开会对了需求'],
  demo_done: ['做了演示', '演示完成', '给团队演示过了'],
  no_show: ['对方爽约', '被放鸽子了'],
  material_sent: ['发了资料', '案例资料已发', '寄了样本资料'],
  trial_started: ['开始试用了', '试用账号已开通'],
  proposal_sent: ['方案已发', '发了方案', '报价单发过去了'],
  negotiating: ['在谈价格', '还在砍价', '商务条款谈判中'],
  verbal_yes: ['口头答应了', '口头同意合作'],
  won: ['签约了', '合同签了', '成交'],
  lost: ['丢单了', '输单'],
  rejected: ['明确拒绝', '说不需要,拒绝了'],
  paid: ['回款到账', '款已到账'],
  complaint: ['投诉了响应慢', '客户投诉交付质量'],
};

/** What a message without an answer sounds like; nobody picks up an e-mail. */
const NO_REPLY = ['没回', '还没回复', '未回复'];

const REASONS: Readonly<Record<LossReason, string>> = {
  price: '嫌贵',
  rival: '选了竞品',
  budget: '预算砍了',
  timing: '项目搁置',
};

const REMARKS = [
  '关心售后响应',
  '想看同行案例',
  '担心数据迁移',
  '要跟领导汇报',
  '主要看重稳定性',
  '对接口很感兴趣',
  '现有系统用得不顺',
  '采购流程比较长',
  '想分门店推进',
  '问了私有化的事',
  '门店多,要统一管理',
  '仓库那边是痛点',
  '财务还没点头',
  '老板很支持',
  '技术团队在评估',
  '想先小范围用起来',
  '对竞品不太满意',
  '问了培训怎么安排',
  '人手紧,推进慢',
  '愿意介绍给分公司',
  '合规部门有顾虑',
  '比较在意交付周期',
  '旺季前要用上',
  '在比较几家',
];

const ROLES: Readonly<Partial<Record<AmountRole, readonly string[]>>> = {
  quote: ['报价', '预算'],
  contract: ['合同额', '金额'],
  paid: ['收到', '到账'],
};

const ACTIONS: Readonly<Partial<Record<NextAction, readonly string[]>>> = {
  follow_up: ['再跟进', '回访'],
  call: ['打电话', '回电话'],
  meeting: ['开会', '会面'],
  visit: ['上门拜访', '去拜访'],
  demo: ['演示', '做演示'],
  email: ['发邮件'],
  send_proposal: ['发方案'],
  send_material: ['发资料'],
  send_contract: ['发合同'],
  collect_payment: ['催款', '收款'],
  wait_reply: ['等回复'],
  review: ['复盘'],
  kickoff: ['启动会'],
  deliver: ['交付'],
};

const dayText = (day: Day, from: Day, random: Random): string => {
  const ahead = daysBetween(from, day);
  const weekday = `周${'一二三四五六日'.charAt(weekdayOf(day) - 1)}`;
  if (ahead === 1 && chance(random, 0.7)) return '明天';
  if (ahead === 2 && chance(random, 0.6)) return '后天';
  if (day <= weekAround(from).to) return weekday;
  if (day <= addDays(weekAround(from).to, 7)) return `下${weekday}`;
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}${pick(random, ['日', '号'])}`;
};

const timeText = (clock: string): string => {
  const hour = Number(clock.slice(0, 2));
  const half = clock.endsWith(':30') ? '半' : '';
  return hour < 12 ? `上午${hour}点${half}` : `下午${hour - 12}点${half}`;
};

const amountText = (money: Money): string => {
  const value = majorOf(money);
  if (money.currency === 'USD') return `${value}美元`;
  return value < 10_000 ? `${value}元` : `${value / 10_000}万`;
};

/** A line as a Chinese rep types it; about one in fifteen is half English. */
export const zhLine = (said: Said, random: Random): string => {
  const mixed = chance(random, 0.07);
  const comma = pick(random, [',', '，', '，', ' ']);
  // Names of another script are set apart, as everybody does.
  const gap = /[a-z]$/i.test(said.customer) ? ' ' : '';
  const who = `${gap}${said.customer}${gap}${said.contact ?? ''}`;
  const opening = pick(random, (mixed ? MIXED : OPENINGS)[said.channel ?? 'none']);
  const silent = said.outcome === 'no_answer' && said.channel !== 'phone';
  const results = silent ? NO_REPLY : RESULTS[said.outcome];
  const when = { yesterday: '昨天', morning: '上午', afternoon: '下午' };
  const parts = [
    `${said.when ? when[said.when] : ''}${opening.replace('@', who).trim()}`,
    said.duration === null ? '' : `聊了${said.duration}分钟`,
    pick(random, results),
    said.reason ? REASONS[said.reason] : '',
  ];
  const tail = [
    said.amount && said.amountRole
      ? `${mixed && said.amountRole === 'quote' ? 'quote ' : pick(random, ROLES[said.amountRole] ?? [''])}${amountText(said.amount)}`
      : '',
    said.grade ? `意向${said.grade}` : '',
    said.next
      ? `${dayText(said.next.at.slice(0, 10), said.typedOn, random)}${
          said.next.precision === 'minute' ? timeText(said.next.at.slice(11)) : ''
        }${pick(random, ACTIONS[said.next.action] ?? ['跟进'])}`
      : '',
  ];
  const written = [...parts, ...tail].join(comma).length;
  return [...parts, ...remarks(said.outcome, written, REMARKS, random), ...tail]
    .filter((part) => part !== '')
    .join(comma);
};
