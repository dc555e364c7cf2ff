// The customer named in Chinese characters, by the shapes company names take.
import type { Clause } from './clauses.ts';
import { matchesOf } from './matches.ts';
import { isName } from './name.ts';
import { BRANDS } from './names.ts';
import type { Span } from './parsed.ts';
import { isCutWord, isEnglishWord, ZH_LEAD } from './stop-words.ts';

const SUFFIX =
  /(?:股份有限公司|有限责任公司|有限公司|集团公司|分公司|子公司|总公司|公司|集团|股份|银行|科技|大学|学院|医院|中学|小学|学校|研究院|研究所|设计院|事务所|工厂|药厂|酒店|超市|连锁|物流|证券|保险|基金|电器|汽车|重工|实业|贸易|商贸|传媒|网络|软件|电子|材料|化工|制药|药业|生物|医疗|食品|餐饮|地产|置业|物业|建设|工程|机械|能源|电力|电网|石化|钢铁|航空|机场|地铁|局|委员会|协会|中心)/;
/** The name in Han characters that begins at `at`; empty when none does. */
const hanName = (text: string, at: number): Span | null => {
  const brand = BRANDS.filter((name) => text.startsWith(name, at)).sort(
    (a, b) => b.length - a.length,
  )[0];
  let end = at + (brand?.length ?? 0);
  const limit = Math.min(text.length, at + 40);
  const full =
    /^[\u4e00-\u9fffA-Za-z0-9()（）·&-]{2,30}?(?:股份有限公司|有限责任公司|有限公司|集团公司)/.exec(
      text.slice(at, limit),
    );
  if (full !== null && !/[了给和跟说]/.test(full[0].slice(2)))
    return { start: at, end: at + full[0].length };
  while (end < limit) {
    const char = text[end] ?? '';
    if (!/[\u4e00-\u9fffA-Za-z0-9()（）·&'+-]/.test(char)) {
      // "Tesla China", "Acme Corp": Latin words may be parted by single spaces.
      if (
        char === ' ' &&
        /[A-Za-z0-9]$/.test(text.slice(at, end)) &&
        /^ [A-Z][A-Za-z]+/.test(text.slice(end)) &&
        !isEnglishWord(/^ ([A-Za-z]+)/.exec(text.slice(end))?.[1] ?? '')
      ) {
        end++;
        continue;
      }
      break;
    }
    // 亿联网络2026年: the year belongs to what follows.
    if (/^(?:19|20)\d\d年/.test(text.slice(end)) && end > at) break;
    if (/[(（]/.test(char)) {
      const inside = /^[(（][\u4e00-\u9fffA-Za-z]{1,8}[)）](?=[\u4e00-\u9fffA-Za-z])/.exec(
        text.slice(end),
      );
      if (inside === null) break;
      end += inside[0].length;
      continue;
    }
    if (/[)）]/.test(char)) break;
    const length = end - at;
    // 石头科技demo: an English word for work ends a Chinese name.
    const latin = /^[a-z]+/.exec(text.slice(end))?.[0];
    if (latin !== undefined && /[\u4e00-\u9fff]$/.test(text.slice(at, end)) && isEnglishWord(latin))
      break;
    if (length >= 1 && isCutWord(text, end, length)) {
      // 宁波方太: a brand runs across the word.
      const over = BRANDS.find((name) => {
        const place = text.indexOf(name, at);
        return place > at && place < end && place + name.length > end;
      });
      if (over === undefined) break;
      end = text.indexOf(over, at) + over.length;
      continue;
    }
    end++;
  }
  // 亿嘉和 before a space is a name, 华为和 before another word is not.
  const closed = /^(?:$|[\s,。;:!?\ue000-\ue004])/.test(text.slice(end)) && text[end - 1] === '和';
  while (
    !closed &&
    end - at > 2 &&
    /[的了在是已把对与和跟给向又再说也都就\-&]/.test(text[end - 1] ?? '') &&
    end - at > (brand?.length ?? 0)
  )
    end--;
  while (end - at > 2 && /[吧呢啊嘛呀哈哦]/.test(text[end - 1] ?? '')) end--;
  const tail =
    /(?:现场|总部|那边|这边|方面|客户|项目|老板|他们|采购部?|财务部?|信息部|技术部|负责人|联系人)$/.exec(
      text.slice(at, end),
    );
  if (tail !== null && end - at - tail[0].length >= 2) end -= tail[0].length;
  return end - at >= 2 || (end - at === 1 && /[A-Z]/.test(text[at] ?? ''))
    ? { start: at, end }
    : null;
};

const ZH_ANCHOR =
  /(?:拜访了?|走访了?|回访了?|探访了?|致电|联系了?|联系上了?|约见了?|见了|见到了?|电话沟通了?|电联了?|电话|沟通了?|打给了?|发给了?|寄给了?|发送给|报给|打电话给|微信联系了?|去了?一?趟?|到(?![账帐位期货款手场付])了?|跟进了?|来自|上门|走进|接待了?|陪访|签下了?|签了|拿下了?|搞定了?|丢了|给|和|跟|与|同|向|对|为|帮|约了?|跟催|催了?|催|(?<![个位家名](?:老|新|大|小|潜在|意向|外地|本地)?)客户[:：]?|公司[:：]|客户名称[:：]?|@|#|【|\[|「)\s?/g;

// 打电话约了小米: a second verb before the name.
const LEAD =
  /^(?:了|约(?:了|到了?|上了?|好了?)|联系(?:了|上了?)|拜访了|见了|找了|去了一?趟|那个|这个)\s?/;

const isLeadOnly = (words: string): boolean =>
  /^[\s\ue000]*$/.test(words) ||
  ZH_LEAD.exec(`${words} x`)?.[0].trim() === words.trim().replace(/(?<=单)了$/, '');

/** The customer named in Chinese. */
export const hanCustomer = (text: string, clauses: readonly Clause[]): Span | null => {
  // 微信,特步,尹总: the line begins behind clauses that only say how.
  const opening = Math.max(
    0,
    clauses.findIndex(({ start, end }) => !isLeadOnly(text.slice(start, end))),
  );
  for (const [index, clause] of clauses.entries()) {
    const words = text.slice(clause.start, clause.end);
    const lead = ZH_LEAD.exec(words)?.[0].length ?? 0;
    const startBrand = BRANDS.some((name) => words.trimStart().startsWith(name));
    const skip = startBrand ? words.length - words.trimStart().length : lead;
    const span = hanName(text, clause.start + skip);
    const anchored = skip > 0 && /[给和跟与向访系电见到去]/.test(words.slice(0, skip));
    const within = span !== null && span.end <= clause.end;
    if (
      (index === opening ||
        anchored ||
        (span !== null &&
          span.end === clause.end &&
          /^(?!来自|在|从)[\u4e00-\u9fff]+$/.test(text.slice(span.start, span.end)) &&
          /\ue001\s*[,:]?\s*$/.test(text.slice(0, clause.start))) ||
        (span !== null && SUFFIX.test(text.slice(span.start, span.end)))) &&
      within &&
      isName(text, span)
    ) {
      return span;
    }
    for (const match of matchesOf(ZH_ANCHOR, words)) {
      const from = clause.start + match.index + match[0].length;
      const at = from + (LEAD.exec(text.slice(from, clause.end))?.[0].length ?? 0);
      const found = hanName(text, at);
      if (found === null || found.end > clause.end || !isName(text, found)) continue;
      // 给个, 对价格: an ordinary word after a preposition is no name.
      if (
        /^[个他她它我你咱这那其自之些点一]/.test(text[at] ?? '') &&
        !BRANDS.some((name) => text.startsWith(name, at))
      )
        continue;
      return found;
    }
    // Terse lines: 今天 电话 万科 …
    if (index === opening) {
      for (const token of matchesOf(/(?<=\s|\ue000)[\u4e00-\u9fffA-Z][^\s\ue000\ue001]*/g, words)) {
        const at = clause.start + token.index;
        const found = hanName(text, at);
        if (found !== null && found.end <= clause.end && isName(text, found)) return found;
      }
    }
  }
  return null;
};
