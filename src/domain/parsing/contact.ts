// The person spoken to: a family name with a title, a full name, or an English name.
import { matchesOf } from './matches.ts';
import { FAMILY, FAMILY2, TITLE } from './names.ts';
import type { Span } from './parsed.ts';
import { ZH_CUT } from './stop-words.ts';

const TITLES = new RegExp(TITLE, 'g');
const HAN = /[\u4e00-\u9fff]/;
const BEFORE_NAME =
  /(?:^|[^\u4e00-\u9fff]|[和跟与给找约见向对的是访系电叫让人]|公司|集团|科技|银行|客户|联系人|采购|财务|电话|拜访|微信|沟通|回访)$/;

/** People named with a Chinese title; `text` has dates and amounts taken out. */
export const titledIn = (text: string): Span[] => {
  const spans: Span[] = [];
  for (const match of matchesOf(TITLES, text)) {
    const at = match.index;
    const end = at + match[0].length;
    const last = spans.at(-1);
    // 张总经理 is one title; 老板 may follow 王.
    if (last !== undefined && at < last.end) continue;
    // 徐工集团 is no engineer Xu.
    if (/^(?:集团|股份|公司|科技|电器|机械|银行)/.test(text.slice(end))) continue;
    const start = familyStart(text, at, match[0]);
    if (start !== null) spans.push({ start, end });
  }
  return spans;
};

const ORGANISATION =
  /科技|集团|银行|公司|电器|汽车|采购|财务|技术|信息|市场|销售|运营|产品|项目|部|行政|人事|工程|研发|客户|区域|大区|地产|医院|学校|那边|他们|我们|的|个|是|和|跟|给/;

// 张总, 欧阳经理, 张伟经理, 王建国总: the family name stands one to three characters before the title.
const familyStart = (text: string, at: number, title: string): number | null => {
  const pair = text.slice(at - 2, at);
  if (at >= 2 && FAMILY2.has(pair)) return at - 2;
  const one = text[at - 1] ?? '';
  const short = /^(?:工|姐|哥|叔|伯|处|局|科|院|校|生|采购|代表|专员|董)$/.test(title);
  const given = (n: number): boolean => {
    const family = text[at - n] ?? '';
    const name = text.slice(at - n + 1, at);
    return (
      at >= n &&
      FAMILY.has(family) &&
      /^[\u4e00-\u9fff]+$/.test(name) &&
      BEFORE_NAME.test(text.slice(0, at - n))
    );
  };
  if (!short && given(3) && !FAMILY.has(one)) return at - 3;
  if (
    !short &&
    at >= 4 &&
    FAMILY2.has(text.slice(at - 4, at - 2)) &&
    BEFORE_NAME.test(text.slice(0, at - 4))
  )
    return at - 4;
  // 陈方总: two family names in a row at the start of a word are one name.
  if (!short && given(2) && (!FAMILY.has(one) || !HAN.test(text[at - 3] ?? ' '))) return at - 2;
  if (FAMILY.has(one)) return at - 1;
  // 绿城王建国总: a full name right behind the company.
  for (const n of [2, 3]) {
    const family = text[at - n] ?? '';
    const name = text.slice(at - n + 1, at);
    if (short || !FAMILY.has(family) || !/^[\u4e00-\u9fff]+$/.test(name)) continue;
    if (!ORGANISATION.test(text.slice(at - n, at))) return at - n;
  }
  return null;
};

// 老王, 小李 and 阿明 stand alone; 小米 and 老板 do not.
const NICK =
  /(?<=[\u4e00-\u9fff]{2})(?:老|小)([\u4e00-\u9fff])(?=$|[^\u4e00-\u9fff]|[说聊沟打要催确反短钉邮企见谈约发回]|电(?![器子力商气梯缆机动])|微(?!电)|视(?![觉讯听科])|通(?![信用达讯]))|(?<![\u4e00-\u9fff大])(?:老|小|阿)([\u4e00-\u9fff])(?=$|[^\u4e00-\u9fff]|[说聊沟打要催确反短钉邮企见谈约发回]|电(?![器子力商气梯缆机动])|微(?!电)|视(?![觉讯听科])|通(?![信用达讯])|[那这]边)|(?<=[和跟与给找约见的])(?:老|小)([\u4e00-\u9fff])(?=$|[\s,。;:\ue000说聊沟打谈见碰吃]|电(?![器子力商气梯缆机动])|通(?![信用达讯])|[那这]边)/g;
const NAMED =
  /(?:联系人|对接人|负责人|接口人|经办人)(?:是|为|:|叫)?\s?([\u4e00-\u9fff]{2,3})(?=$|[\s,。;:\ue000])|(?:[和跟与找]|公司的|集团的|的)([\u4e00-\u9fff]{2,3}?)(?=聊|谈|沟通|通话|通了|见面|打了|开会|对接|吃|碰|确认|说|$|[\s,。;])/g;

/** People named in Chinese without a title. */
export const untitledIn = (text: string): Span[] => {
  const spans: Span[] = [];
  for (const match of matchesOf(NICK, text)) {
    const family = match[1] ?? match[2] ?? match[3] ?? '';
    if (!FAMILY.has(family) || family === '米') continue;
    spans.push({ start: match.index, end: match.index + match[0].length });
  }
  for (const match of matchesOf(NAMED, text)) {
    const name = match[1] ?? match[2] ?? '';
    const sure = match[1] !== undefined || /的$/.test(match[0].slice(0, -name.length));
    if (!FAMILY.has(name[0] ?? '') || (!sure && name.length < 2)) continue;
    if (/[总部户司方家店]$|公司|集团|客户|银行|科技/.test(name)) continue;
    if (ZH_CUT.test(name) || NO_PERSON.test(name)) continue;
    const start = match.index + match[0].length - name.length;
    if (sure) spans.push({ start, end: start + name.length });
  }
  return spans;
};

// Words a log is full of that begin like a name.
const NO_PERSON =
  /^(?:单子|石[油化材]|钢[铁构]|水[务泥电]|路桥|农[化药]|金融|白酒|江南|常州|温州|苏州|郑州|宁波|安徽|江苏|江西|贵州|方[案便面向]|金额|[高低]|成[交功本立]|平[台均时]|常[规用见]|项目|温[度和]|安[排装全]|计[划算]|应[该付收用]|解[决释]|路[演上]|时[间候]|[万全余首尾]|空号|简[单报介]|利润|毛利|钱款|明[确年天]|关[系注机于]|同意|黄[了单]|顾[问客]|管理|支付|费用|席位|包[装括]|强烈|连[续锁]|查[看收]|季[度末初]|元|农业|辛苦|申请|任务|纪要|陈述|周|师傅|司机|于是|单[价子据]|白天|古|游|党|东西|段时|向|和|卓越|商|习惯|练习|幸好|荣誉|车间|车辆|沙龙|宁可|温馨)/;

/** A full name that stands alone right behind the customer: 阿里云 王磊 邮件. */
export const fullNameAfter = (text: string, customer: Span): Span | null => {
  const match = /^[\s,]+([\u4e00-\u9fff]{2,3})(?=$|[\s,。;])/.exec(text.slice(customer.end));
  const name = match?.[1];
  if (match === null || name === undefined) return null;
  const isFamily = FAMILY.has(name[0] ?? '') || FAMILY2.has(name.slice(0, 2));
  if (!isFamily || ZH_CUT.test(name) || NO_PERSON.test(name)) return null;
  const end = customer.end + match[0].length;
  return { start: end - name.length, end };
};
