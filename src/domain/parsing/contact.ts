// The person spoken to: a family name with a title, a full name, or an English name.
import { FAMILY, FAMILY2, FIRST_NAMES, SOFT_FIRST_NAMES, TITLE } from './names.ts';
import type { Span } from './parsed.ts';
import { ZH_CUT } from './stop-words.ts';

const TITLES = new RegExp(TITLE, 'g');
const HAN = /[\u4e00-\u9fff]/;
const BEFORE_NAME =
  /(?:^|[^\u4e00-\u9fff]|[和跟与给找约见向对的是访系电叫让人]|公司|集团|科技|银行|客户|联系人|采购|财务|电话|拜访|微信|沟通|回访)$/;

/** People named with a Chinese title; `text` has dates and amounts taken out. */
export const titledIn = (text: string): Span[] => {
  const spans: Span[] = [];
  for (const match of text.matchAll(TITLES)) {
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
  /(?<=[\u4e00-\u9fff]{2})(?:老|小)([\u4e00-\u9fff])(?=$|[^\u4e00-\u9fff]|[说聊电沟打要催确反微短钉视邮企见通谈约发回])|(?<![\u4e00-\u9fff大])(?:老|小|阿)([\u4e00-\u9fff])(?=$|[^\u4e00-\u9fff]|[说聊电沟打要催确反微短钉视邮企见通谈约发回]|[那这]边)|(?<=[和跟与给找约见的])(?:老|小)([\u4e00-\u9fff])(?=$|[\s,。;:\ue000说聊电沟打谈通见]|[那这]边)/g;
const NAMED =
  /(?:联系人|对接人|负责人|接口人|经办人)(?:是|为|:|叫)?\s?([\u4e00-\u9fff]{2,3})(?=$|[\s,。;:\ue000])|(?:[和跟与找]|公司的|集团的|的)([\u4e00-\u9fff]{2,3}?)(?=聊|谈|沟通|通话|通了|见面|打了|开会|对接|吃|碰|确认|说|$|[\s,。;])/g;

/** People named in Chinese without a title. */
export const untitledIn = (text: string): Span[] => {
  const spans: Span[] = [];
  for (const match of text.matchAll(NICK)) {
    const family = match[1] ?? match[2] ?? match[3] ?? '';
    if (!FAMILY.has(family) || family === '米') continue;
    spans.push({ start: match.index, end: match.index + match[0].length });
  }
  for (const match of text.matchAll(NAMED)) {
    const name = match[1] ?? match[2] ?? '';
    const sure = match[1] !== undefined || /的$/.test(match[0].slice(0, -name.length));
    if (!FAMILY.has(name[0] ?? '') || (!sure && name.length < 2)) continue;
    if (/[总部户司方家店]$|公司|集团|客户|银行|科技/.test(name)) continue;
    if (ZH_CUT.test(name)) continue;
    const start = match.index + match[0].length - name.length;
    if (sure) spans.push({ start, end: start + name.length });
  }
  return spans;
};

const CAP = "[A-Z\\u00c0-\\u00de][\\w\\u00c0-\\u024f'-]*";
const ROLE =
  '(?:CEO|CFO|CTO|COO|CMO|CIO|CPO|VP(?: of)?(?: \\w+)?|SVP|EVP|MD|GM|PM|President|Founder|Owner|Director|Manager|Buyer|Head of \\w+|procurement|purchasing|owner|founder|buyer|manager|director|contact|assistant|secretary|engineer)';
const HONORIFIC = new RegExp(
  `\\b(?:Mr|Mrs|Ms|Miss|Mdm|Madam|Dr|Prof|Sir)\\.?\\s+${CAP}(?: ${CAP})?`,
  'g',
);
const AFTER_ROLE = new RegExp(`\\b${ROLE}:?,?\\s+(${CAP}(?: ${CAP})?)`, 'g');

/** English names: after an honorific or a role, or beginning with a known first name. */
export const englishPeopleIn = (text: string, isWord: (word: string) => boolean): Span[] => {
  const spans: Span[] = [];
  const add = (start: number, end: number): void => {
    if (!spans.some((span) => start < span.end && span.start < end)) spans.push({ start, end });
  };
  for (const match of text.matchAll(HONORIFIC)) {
    const tail = match[0].split(' ');
    const last = tail.at(-1) ?? '';
    const cut = tail.length > 2 && isWord(last) ? last.length + 1 : 0;
    add(match.index, match.index + match[0].length - cut);
  }
  for (const match of text.matchAll(AFTER_ROLE)) {
    const name = match[1] ?? '';
    const [first = '', second] = name.split(' ');
    if (isWord(first)) continue;
    const keep = second === undefined || isWord(second) ? first : name;
    const start = match.index + match[0].length - name.length;
    if (
      FIRST_NAMES.has(first.toLowerCase().replace(/'s$/, '')) ||
      second !== undefined ||
      /\b(?:with|met|saw|called|rang|emailed|the|their|its|spoke to|talked to) $/i.test(
        text.slice(0, match.index),
      )
    )
      add(start, start + keep.length);
  }
  const words = /[A-Za-z\u00c0-\u024f][\w\u00c0-\u024f'-]*/g;
  for (const match of text.matchAll(words)) {
    const word = match[0].replace(/'s$/, '');
    const before = text.slice(0, match.index);
    const name = word.toLowerCase();
    const beside = /^(?: [A-Z]\w+)? (?:from|at|of|@) [A-Z]/.test(
      text.slice(match.index + match[0].length),
    );
    const owner =
      /\b(?:owner|buyer|contact|CEO|CFO|CTO|COO|manager|director|spoke (?:to|with|w\/)|talked (?:to|with|w\/)) $/i;
    const soft = SOFT_FIRST_NAMES.has(name) && (beside || owner.test(before));
    // "coffee with Marcus from Delamere": whoever is from a company is a person.
    const from =
      /^[A-Z][a-z]+$/.test(word) &&
      !isWord(word) &&
      /^ from [A-Z]/.test(text.slice(match.index + match[0].length)) &&
      /\b(?:with|w\/|to|met|called|rang|saw|emailed|texted|and) $/i.test(before);
    if (!FIRST_NAMES.has(name) && !soft && !from) continue;
    // In lower case only where nothing but a person can stand.
    const works = /^ (?:from|at|of|over at|@) (?:the )?([a-z][\w-]+)/.exec(
      text.slice(match.index + match[0].length),
    )?.[1];
    const alone =
      /\b(?:spoke|talked|chatted|met) (?:to|with|w\/) $/i.test(before) ||
      (works !== undefined &&
        !isWord(works) &&
        /\b(?:to|with|w\/|called|rang|phoned|e-?mailed|met|saw|visited|texted|messaged|reached|from|and) $/i.test(
          before,
        ));
    if (!/^[A-Z]/.test(word) && !alone) {
      continue;
    }
    // "Acme Jane": a first name directly behind another capital may be part of a company.
    if (
      /[A-Z][\w&.]*\s$/.test(before) &&
      !/(?:^|[^\w])(?:Called|Met|Spoke|Emailed|Visited|Phoned|Texted|Rang|With|From|To|Saw|Call|CEO|CFO|CTO|COO|VP|And)\s$/.test(
        before,
      ) &&
      !isWord(/([A-Z][\w&.]*)\s$/.exec(before)?.[1] ?? '')
    )
      continue;
    let end = match.index + word.length;
    const more = new RegExp(`^ (${CAP})`).exec(text.slice(end));
    const next = (more?.[1] ?? '').replace(/'s$/, '');
    if (
      more !== null &&
      !isWord(next) &&
      word === match[0] &&
      !/^(?:Inc|Ltd|LLC|GmbH|Co|Corp|Group|Bank|Foods?|Motors|Controls|Industries|Systems|Solutions|Logistics|Partners|Capital|Holdings|Labs?|Technologies|Media|Stores?|Enterprises?|Brothers|Bros|Mart|Co\.)$/.test(
        next,
      )
    ) {
      end += 1 + next.length;
    } else if (more !== null && !isWord(next)) {
      continue;
    }
    if (
      /^ (?:&|and) [A-Z]\w+ (?:Inc|LLC|LLP|Ltd|Associates|Partners|Co)/.test(text.slice(end)) ||
      /^ ?& /.test(text.slice(end))
    )
      continue;
    add(match.index, end);
  }
  return spans.sort((a, b) => a.start - b.start);
};
