// The customer of a line: the member's own book first, then the shapes company names take.
import { type Clause, clauseAt } from './clauses.ts';
import { BRANDS, FIRST_NAMES, GENERIC } from './names.ts';
import { normalise } from './normalise.ts';
import type { KnownCustomer, Span } from './parsed.ts';
import { isCutWord, isEnglishWord, ZH_CUT, ZH_LEAD } from './stop-words.ts';

export interface CustomerHit extends Span {
  readonly id: number | null;
}

const fold = (text: string): string => text.toLowerCase().replace(/[\s.,'"()\-_&]+/g, '');

interface Folded {
  readonly text: string;
  readonly places: readonly number[];
}
const folded = (text: string): Folded => {
  let out = '';
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = fold(text[i] ?? '');
    for (const unit of char) {
      out += unit;
      places.push(i);
    }
  }
  return { text: out, places };
};

const LATIN = /[a-z0-9\u00c0-\u024f]/i;
const books = new WeakMap<readonly KnownCustomer[], readonly (readonly [string, number])[]>();

const keysOf = (customers: readonly KnownCustomer[]): readonly (readonly [string, number])[] => {
  let keys = books.get(customers);
  if (keys === undefined) {
    keys = customers
      .flatMap(({ id, name, aliases }) =>
        [name, ...aliases].map((word) => [fold(normalise(word).text), id] as const),
      )
      .filter(([key]) => key.length > 0)
      .sort((a, b) => b[0].length - a[0].length);
    books.set(customers, keys);
  }
  return keys;
};

/** The longest name or alias of the book that stands in the text as a word of its own; ties go to the first. */
export const knownIn = (
  text: string,
  customers: readonly KnownCustomer[],
): { hits: CustomerHit[]; ids: number[] } => {
  const line = folded(text);
  const hits: CustomerHit[] = [];
  let length = 0;
  for (const [key, id] of keysOf(customers)) {
    if (key.length < length) break;
    for (let at = line.text.indexOf(key); at >= 0; at = line.text.indexOf(key, at + 1)) {
      const start = line.places[at] ?? 0;
      const end = (line.places[at + key.length - 1] ?? 0) + 1;
      const inWord =
        (LATIN.test(text[start] ?? '') &&
          LATIN.test(text[start - 1] ?? '') &&
          !/[\u4e00-\u9fff]/.test(text[start - 1] ?? '')) ||
        (LATIN.test(text[end - 1] ?? '') && LATIN.test(text[end] ?? ''));
      if (inWord) continue;
      // A one-character name only as a token of its own.
      if (
        key.length === 1 &&
        /[\u4e00-\u9fff\w]/.test((text[start - 1] ?? ' ') + (text[end] ?? ' '))
      )
        continue;
      length = key.length;
      hits.push({ start, end, id });
      break;
    }
  }
  const ids = [...new Set(hits.map((hit) => hit.id ?? 0))];
  return { hits: hits.sort((a, b) => a.start - b.start), ids };
};

const SUFFIX =
  /(?:股份有限公司|有限责任公司|有限公司|集团公司|分公司|子公司|总公司|公司|集团|股份|银行|科技|大学|学院|医院|中学|小学|学校|研究院|研究所|设计院|事务所|工厂|药厂|酒店|超市|连锁|物流|证券|保险|基金|电器|汽车|重工|实业|贸易|商贸|传媒|网络|软件|电子|材料|化工|制药|药业|生物|医疗|食品|餐饮|地产|置业|物业|建设|工程|机械|能源|电力|电网|石化|钢铁|航空|机场|地铁|局|委员会|协会|中心)/;
const CORPORATE =
  /^(?:Inc|Ltd|LLC|LLP|GmbH|AG|SA|SAS|BV|NV|PLC|Co|Corp|Corporation|Company|Group|Holdings|Limited|Pty|Pte|KK|SRL|SpA|AB|AS|Oy)\.?$/i;

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
    if (length >= 1 && isCutWord(text, end, length)) break;
    end++;
  }
  while (
    end - at > 2 &&
    /[的了在是已把对与和跟给向又再说也都就\-&]/.test(text[end - 1] ?? '') &&
    end - at > (brand?.length ?? 0)
  )
    end--;
  const tail =
    /(?:那边|这边|方面|客户|项目|老板|他们|采购部?|财务部?|信息部|技术部|负责人|联系人)$/.exec(
      text.slice(at, end),
    );
  if (tail !== null && end - at - tail[0].length >= 2) end -= tail[0].length;
  return end - at >= 2 || (end - at === 1 && /[A-Z]/.test(text[at] ?? ''))
    ? { start: at, end }
    : null;
};

const NO_NAME =
  /^(?:没|不|未(?!来)|已|还|说|觉得|表示|想(?!念)|要|需要|希望|因为?|由于|可能|应该|如果|正在|目前|现在|有点|很|太(?!古|平|原|极|阳)|非常|比较|等|再)/;

const valid = (text: string, span: Span | null): span is Span => {
  if (span === null) return false;
  const name = text.slice(span.start, span.end);
  if (NO_NAME.test(name) && !BRANDS.some((brand) => name.startsWith(brand))) return false;
  if (GENERIC.test(name) || /^[\d\s.,%-]+$/.test(name) || ZH_CUT.test(name)) {
    return BRANDS.includes(name);
  }
  if (/^[A-Za-z][\w'.-]*$/.test(name)) {
    return (
      !isEnglishWord(name) &&
      !(FIRST_NAMES.has(name.toLowerCase()) && /^[A-Z][a-z]+$/.test(name)) &&
      !/^[A-E]$/.test(name)
    );
  }
  return true;
};

const ZH_ANCHOR =
  /(?:拜访了?|走访了?|回访了?|探访了?|致电|联系了?|联系上了?|约见了?|见了|见到了?|电话沟通了?|电联了?|电话|沟通了?|打给了?|发给了?|寄给了?|发送给|报给|打电话给|微信联系了?|去了?一?趟?|到了?|跟进了?|来自|上门|走进|接待了?|陪访|签下了?|签了|拿下了?|搞定了?|丢了|给|和|跟|与|同|向|对|为|帮|约了?|跟催|催了?|催|客户[:：]?|公司[:：]|客户名称[:：]?|@|#|【|\[|「)\s?/g;

/** The customer named in Chinese. */
export const hanCustomer = (text: string, clauses: readonly Clause[]): Span | null => {
  for (const [index, clause] of clauses.entries()) {
    const words = text.slice(clause.start, clause.end);
    const lead = ZH_LEAD.exec(words)?.[0].length ?? 0;
    const startBrand = BRANDS.some((name) => words.trimStart().startsWith(name));
    const skip = startBrand ? words.length - words.trimStart().length : lead;
    const span = hanName(text, clause.start + skip);
    const anchored = skip > 0 && /[给和跟与向访系电见到去]/.test(words.slice(0, skip));
    const within = span !== null && span.end <= clause.end;
    if (
      (index === 0 ||
        anchored ||
        (span !== null && SUFFIX.test(text.slice(span.start, span.end)))) &&
      within &&
      valid(text, span)
    ) {
      return span;
    }
    for (const match of words.matchAll(ZH_ANCHOR)) {
      const at = clause.start + match.index + match[0].length;
      const found = hanName(text, at);
      if (found === null || found.end > clause.end || !valid(text, found)) continue;
      // 给个, 对价格: an ordinary word after a preposition is no name.
      if (
        /^[个他她它我你咱这那其自之些点一]/.test(text[at] ?? '') &&
        !BRANDS.some((name) => text.startsWith(name, at))
      )
        continue;
      return found;
    }
    // Terse lines: 今天 电话 万科 …
    if (index === 0) {
      for (const token of words.matchAll(/(?<=\s|\ue000)[\u4e00-\u9fffA-Z][^\s\ue000\ue001]*/g)) {
        const at = clause.start + token.index;
        const found = hanName(text, at);
        if (found !== null && found.end <= clause.end && valid(text, found)) return found;
      }
    }
  }
  return null;
};

const EN_WORD = /[A-Za-z0-9\u00c0-\u024f][\w\u00c0-\u024f'&.+/-]*|&/g;
interface Word extends Span {
  readonly word: string;
}
const wordsOf = (text: string): Word[] =>
  [...text.matchAll(EN_WORD)].map((match) => {
    const word = match[0].replace(/(?:'s|['.&+/-])+$/, '') || match[0];
    return { word, start: match.index, end: match.index + word.length };
  });
const capital = (word: string): boolean =>
  /[A-Z\u00c0-\u00de]/.test(word) || /^\d+[A-Za-z]/.test(word);

/** The English name that begins with word `i`: capitals in a row, with their joints. */
const latinName = (
  text: string,
  words: readonly Word[],
  i: number,
  typed: 'capital' | 'any',
): Span | null => {
  const first = words[i];
  if (first === undefined) return null;
  const brand = BRANDS.filter(
    (name) =>
      text.startsWith(name, first.start) && !/\w/.test(text[first.start + name.length] ?? ''),
  ).sort((a, b) => b.length - a.length)[0];
  if (brand !== undefined && /[ ']/.test(brand))
    return { start: first.start, end: first.start + brand.length };
  // Big Kahuna Burger: an adjective opens a name when a name follows.
  const after = words[i + 1];
  const opens =
    typed === 'capital' &&
    OPENERS.test(first.word) &&
    after !== undefined &&
    text.slice(first.end, after.start) === ' ' &&
    capital(after.word) &&
    !isEnglishWord(after.word);
  const okay = (word: string, at: number): boolean =>
    typed === 'capital'
      ? capital(word) && (!isEnglishWord(word) || (at > 0 && CORPORATE.test(word)))
      : !isEnglishWord(word) && !/^\d+$/.test(word);
  if (!opens && !okay(first.word, 0)) return null;
  if (!(opens || okay(first.word, 0)) || /^[A-E]$/.test(first.word))
    return brand !== undefined &&
      first.word === brand &&
      typed === 'capital' &&
      !isEnglishWord(brand)
      ? first
      : null;
  let end = first.end;
  for (let j = i + 1; j < words.length && j - i < (typed === 'any' ? 3 : 6); j++) {
    const word = words[j];
    if (word === undefined) break;
    const gap = text.slice(end, word.start);
    if (/^,? $/.test(gap) && CORPORATE.test(word.word)) {
      end = word.end + (text[word.end] === '.' && /^(?:Inc|Ltd|Co|Corp)$/i.test(word.word) ? 1 : 0);
      continue;
    }
    if (!/^(?: |\. | & )$/.test(gap)) break;
    const joint = /^(?:of|and|the|de|du|la|&|for)$/i.test(word.word);
    const next = words[j + 1];
    if (
      joint &&
      typed === 'capital' &&
      next !== undefined &&
      capital(next.word) &&
      !isEnglishWord(next.word) &&
      /^ $/.test(text.slice(word.end, next.start)) &&
      (word.word === '&' ||
        word.word === 'of' ||
        /^(?:Sons|Partners|Associates|Co|Brothers|Company)$/.test(next.word) ||
        /^(?:de|du|la)$/.test(word.word))
    ) {
      end = next.end;
      j++;
      continue;
    }
    if (/^[A-E]$/.test(word.word) || !okay(word.word, j - i) || /^\d+$/.test(word.word)) {
      break;
    }
    end = word.end;
  }
  return { start: first.start, end };
};

const OPENERS =
  /^(?:Big|Best|Good|Great|First|Second|Third|General|Direct|Smart|Quick|Little|Old|Open|Live|Local|Super|Solid|Strong|Grand|Prime|Team|Trade|East|West|North|South|High|Low|Long|Short|Small|Large|Right|Real|Key|Price|Money|Market|Time|Day|Night|Sun)$/;

const EN_ANCHOR =
  /\b(?:called|calling|rang|phoned|dialed|dialled|texted|messaged|whatsapped|emailed|mailed|visited|met(?: up)?(?: with)?|saw|spoke (?:to|with)|talked (?:to|with)|chatted (?:to|with)|call (?:with|to)|calls (?:with|to)|call|meeting (?:with|at)|zoom(?:ed)? with|lunch with|dinner with|coffee with|demo(?:ed)?(?: (?:to|for|with|at))?|demo'd|presented (?:to|at)|pitched(?: to)?|w\/|follow(?:ed|ing)?[- ]?up (?:with|on)|checked in with|check(?:ed)? in with|quoted|signed|won|lost|closed|renewed|visit (?:to|at|with)|trip to|connected with|reached(?: out to)?|contacted|pinged|left (?:a )?(?:voicemail|message|vm) (?:for|with|at)|dropped by|stopped by|client:?|customer:?|account:?|re:?|from|at|to|with|for|of|by|@|#)\s*:?\s*(?:the |our |my )?/gi;

const SENT_TO =
  /^\s*(?:call|ring|phone|email|visit|meet|text|chase|ping|re:?)\s+(?!with|to|for|at)|\b(?:e-?mailed|sent|mailed|shared|forwarded|submitted|delivered|gave|demo(?:ed)?|quote|proposal|contract|samples?|brochure|deck|pricing|offer|call|meeting|chat|visit|lunch|intro|spoke|talked|met)\s+(?:\S+\s+){0,3}?(?:to|with|from|at|for|w\/|@)\s+/gi;

/** The customer named in Latin script. */
export const latinCustomer = (text: string, clauses: readonly Clause[]): Span | null => {
  const words = wordsOf(text);
  const at = (place: number): number => words.findIndex((word) => word.start === place);
  const firstWord = words[0];
  const [head] = clauses;
  // "Acme - call - 20m", "Tyrell wants a callback": the line begins with the name.
  if (
    firstWord !== undefined &&
    head !== undefined &&
    /^[\s"'([@#*\d.)-]*$/.test(text.slice(0, firstWord.start).replace(/\ue000/g, ''))
  ) {
    const span = latinName(text, words, 0, 'capital');
    if (span !== null && valid(text, span)) return span;
  }
  for (const typed of ['capital', 'any'] as const) {
    if (typed === 'any') {
      for (const match of text.matchAll(SENT_TO)) {
        const span = latinName(text, words, at(match.index + match[0].length), 'any');
        if (span !== null && valid(text, span)) return span;
      }
    }
    for (const match of text.matchAll(EN_ANCHOR)) {
      if (
        typed === 'any' &&
        /^(?:from|at|to|with|for|of|by|re:?|demo|call|signed|won|lost|closed|renewed)\s*(?:the |our |my )?$/i.test(
          match[0],
        ) &&
        !/^(?:called|met|with)/i.test(match[0])
      )
        continue;
      const index = at(match.index + match[0].length);
      if (index < 0) continue;
      const span = latinName(text, words, index, typed);
      if (span !== null && valid(text, span)) return span;
    }
    if (typed === 'capital') {
      for (const [index] of words.entries()) {
        const span = latinName(text, words, index, 'capital');
        const clause = span && clauseAt(clauses, span.start);
        if (span === null || !valid(text, span) || clause === null) continue;
        if (clauses.indexOf(clause) > 1) break;
        return span;
      }
      // "acme wants a quote": typed in lower case at the start of the line.
      if (firstWord !== undefined && firstWord.start === text.length - text.trimStart().length) {
        const span = latinName(text, words, 0, 'any');
        if (span !== null && valid(text, span)) return span;
      }
    }
  }
  return null;
};
