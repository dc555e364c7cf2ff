// The amounts of a line, each with its currency and what it is said to be.
import type { Currency } from '../money.ts';
import type { Board } from './atoms.ts';
import { type Clause, clauseAt } from './clauses.ts';
import type { AmountRole } from './codes.ts';
import { CURRENCY, CURRENCY_BEFORE, currenciesOf } from './currencies.ts';
import { isGoods, QUANTITY_BEFORE } from './goods.ts';
import { matchesOf } from './matches.ts';
import {
  COMPANY_FACT,
  COUNTED_EN,
  COUNTED_ZH,
  DELTA_AFTER,
  HEDGE_AFTER,
  HEDGE_BEFORE,
  MONEY_NEXT,
  MONEY_WORD,
  NEGATED,
  roleOf,
  SOFT_NEXT,
  UNIT_PRICE,
  VAGUE_AMOUNT,
} from './money-words.ts';
import { SPELT } from './number-words.ts';
import { countOf } from './numerals.ts';
import { type Quantity, quantityOf } from './quantities.ts';

export interface AmountHit {
  readonly start: number;
  readonly end: number;
  /** Null when it has to be asked; then `candidates` may hold the readings. */
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** Null when it may be in more than one. */
  readonly currency: Currency | null;
  /** The currencies it may be in, when that has to be asked. */
  readonly currencies: readonly Currency[];
  readonly candidates: readonly number[];
  readonly role: AmountRole;
  /** A price per piece, which gives way to any total. */
  readonly each: boolean;
  /** Stands in brackets after another amount, as a conversion does. */
  readonly aside: boolean;
}

const DIGITS = "\\d(?:[\\d,.']*\\d)?(?: \\d{3}(?!\\d))*";
const HANS = '[一二两三四五六七八九十百千伍陆]';
const TAIL =
  '(?:\\s?个?(?:[十百千万亿](?![\\d.]*[%]))|[wWkK](?![a-z])|[\\d零〇一二两三四五六七八九十百千万亿伍陆])*';
const LATIN_UNIT =
  '(?:\\s?(?:k|thousand|grand|mn|mm|mio|mil|mln|million|m|bn|billion|b)(?![a-z]))?';
const DECIMAL = '[零一二两三四五六七八九十]{1,3}点[零一二三四五六七八九]{1,3}[万亿千]';
const NUMBER = `(?:${SPELT}|半个?亿|${DECIMAL}|${DIGITS}${LATIN_UNIT}(?![\\d])${TAIL}|(?<!点)${HANS}${TAIL})`;
const SEP = '\\s?(?:-|~|到|至|\\bto\\b|\\band\\b)\\s?';
const AMOUNT = new RegExp(
  `(?<![A-Za-z_#])(${CURRENCY_BEFORE})?\\s?(?<!\\d[.,]?)(${NUMBER})(\\s?(?:${CURRENCY}))?(?:(${SEP})((?:${CURRENCY_BEFORE})\\s?)?(${NUMBER})(\\s?(?:${CURRENCY}))?)?`,
  'gi',
);

/** Amounts above this are order numbers or slips. */
const HIGHEST = 1e13;

interface Piece {
  quantity: Quantity;
  text: string;
  end: number;
}

// 15万三家门店: the 三 counts what follows, it is no 15.3万.
const trimmed = (text: string, after: string): string => {
  if (!/[万亿千百wk][\d一二两三四五六七八九]$/i.test(text)) return text;
  return /^(?:[个家台套次件条年月天人期份位号点年折%]|成(?![交功立])|款(?!项|已|到)|周(?!总))/.test(
    after,
  )
    ? text.slice(0, -1)
    : text;
};

const hasHan = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);

const counted = (after: string): boolean => {
  if (/^\s?(?:[%‰折倍°]|成(?![交功立]))/.test(after)) return true;
  return COUNTED_ZH.test(after) || COUNTED_EN.test(after);
};

/** All amounts of the board; `explicit` takes a bare number for an amount, as a command does. */
export const amountsIn = (
  board: Board,
  text: string,
  clauses: readonly Clause[],
  tenant: Currency,
  explicit = false,
): AmountHit[] => {
  const hits: AmountHit[] = [];
  const han = hasHan(text);
  for (const match of matchesOf(VAGUE_AMOUNT, board.text)) {
    const start = match.index;
    const end = start + match[0].length;
    board.take(start, end);
    hits.push(vague(start, end, match[0], tenant));
  }
  let past = 0;
  for (const match of matchesOf(AMOUNT, board.text)) {
    if (match.index < past) continue;
    const hit = read(match, board, text, clauses, tenant, han, explicit);
    if (hit === null) continue;
    if (hit !== 'skip') hits.push(hit);
    const end = hit === 'skip' ? match.index + match[0].length : hit.end;
    board.take(match.index, end);
    past = end;
  }
  const doubted = inDoubt(text);
  return settled(
    hits.sort((a, b) => a.start - b.start),
    text,
  ).map((hit) => (doubted === null ? hit : { ...hit, currency: null, currencies: doubted }));
};

// 美金还是人民币: whoever names two does not know.
const EITHER = new RegExp(`(${CURRENCY})\\s?(?:还是|或者?|\\/|\\bor\\b)\\s?(${CURRENCY})`, 'i');
const inDoubt = (text: string): readonly Currency[] | null => {
  const match = EITHER.exec(text);
  const codes = [...currenciesOf(match?.[1]), ...currenciesOf(match?.[2])];
  return match !== null && new Set(codes).size > 1 ? [...new Set(codes)] : null;
};

const vague = (start: number, end: number, words: string, tenant: Currency): AmountHit => {
  const about = /^(\d+(?:\.\d+)?)[多来余几]([万千亿])/.exec(words);
  const quantity = about ? quantityOf(`${about[1]}${about[2]}`) : null;
  return {
    start,
    end,
    value: null,
    min: null,
    max: null,
    currency: tenant,
    currencies: [],
    candidates: quantity?.value ? [quantity.value] : [],
    role: 'quote',
    each: false,
    aside: false,
  };
};

const read = (
  match: RegExpExecArray | RegExpMatchArray,
  board: Board,
  text: string,
  clauses: readonly Clause[],
  tenant: Currency,
  han: boolean,
  explicit: boolean,
): AmountHit | 'skip' | null => {
  const start = match.index ?? 0;
  const [whole, prefix, first = '', suffix, sep, prefix2, second, suffix2] = match;
  // The stretch up to the first number's end; a second number belongs to it only in a range.
  const lead = whole.indexOf(first, prefix?.length ?? 0) + first.length;
  const rest = board.text.slice(start + lead);
  const one: Piece = { quantity: NONE, text: trimmed(first, rest), end: start + lead };
  one.end -= first.length - one.text.length;
  let quantity = quantityOf(one.text);
  if (quantity === null) return null;
  let end = one.text === first ? start + lead + (suffix?.length ?? 0) : one.end;
  let mark = prefix ?? (one.text === first ? suffix : undefined);
  let min: number | null = null;
  let max: number | null = null;
  let to: Quantity | null = null;
  let change = false;
  if (second !== undefined && one.text === first) {
    const tail = trimmed(second, board.text.slice(start + whole.length - (suffix2?.length ?? 0)));
    to = quantityOf(tail);
    const before = text.slice(Math.max(0, start - 16), start);
    const word = (sep ?? '').trim().toLowerCase();
    if (to === null || (word === 'and' && !/between\s*$/i.test(before))) {
      to = null;
    } else {
      const lift =
        quantity.unit < to.unit && quantity.value !== null && quantity.value < to.head
          ? to.unit
          : 1;
      if (lift > 1 && quantity.value !== null)
        quantity = { ...quantity, value: quantity.value * lift, unit: lift };
      end =
        tail === second ? start + whole.length : start + whole.length - (suffix2?.length ?? 0) - 1;
      change =
        /(?:从|由|自)\s*$/.test(before) && (quantity.value ?? 0) > (to.value ?? 0)
          ? true
          : /(?:reduc|drop|cut|lower|negotiat|down|discount|rais|increas|went|moved|chang|降|砍|谈|压)\w*\s*(?:it |the price |price |quote )?(?:from)?\s*$/i.test(
              before,
            );
      mark ??= prefix2 ?? suffix2;
    }
  }
  const clause = clauseAt(clauses, start);
  const before = text.slice(clause.start, start);
  const after = board.text.slice(end);
  const own = suffix2 ?? (to === null ? suffix : undefined);
  const bare =
    mark === undefined &&
    quantity.unit === 1 &&
    !/[万亿wk]/i.test(one.text) &&
    (to === null || to.unit === 1);
  const previous = board.text[start - 1] ?? '';
  if (/[A-Za-z]/.test(after[0] ?? '') && !/^(?:and|for|per)\b/i.test(after)) return null;
  if (
    ((/[第#.v]/i.test(previous) && !/^\s/.test(whole)) ||
      (previous === '/' && /\d\/$/.test(text.slice(0, start)))) &&
    mark === undefined &&
    !MONEY_WORD.test(before)
  )
    return null;
  if (previous === '-' && mark === undefined && /[A-Za-z\d]-$/.test(text.slice(0, start)))
    return null;
  if (counted(after) && own === undefined)
    return mark !== undefined && prefix === undefined ? null : prefix ? 'skip' : null;
  const spelt = /[a-z]{3}/i.test(one.text);
  // Digits alone may be the number of an order: 尾号8832 已付款.
  const toMoney = (spelt || /[千百万]|\d,\d{3}/.test(one.text)) && MONEY_NEXT.test(after);
  const worded = MONEY_WORD.test(before) || toMoney;

  // "at 3M", "for 5": a preposition alone makes nothing money that small or that short.
  const strongly =
    MONEY_NEXT.test(after) || (worded && MONEY_WORD.test(before.replace(/\b(?:at|for)\s*$/i, '')));
  const letter =
    /(?:^|[\d\s])([kmbw])$/i.exec(one.text)?.[1]?.toLowerCase() ??
    /([mb])$/i.exec(to ? (second ?? '') : '')?.[1]?.toLowerCase();
  // 20k bolts, 10W drivers: what follows is counted or measured; "quoted 20k bolts" may be either.
  if (mark === undefined && !explicit && QUANTITY_BEFORE.test(before)) return null;
  const goods =
    mark === undefined && !explicit && to === null && letter !== undefined && isGoods(after);
  if (goods && (!strongly || /\b(?:for|of|needs?|wants?|order\w*|up to|about)\s*$/i.test(before)))
    return null;
  // 两块五 is 2.5 yuan.
  const tenths =
    /^块$/.test((own ?? '').trim()) &&
    /^[\d一二三四五六七八九](?![\d万千百]|\s?[个台套件条人天月年次吨瓶盒张份])/.exec(after);
  // 三元股份, 五块砖: a small Chinese number before more Han is part of a word.
  const word = !/\d/.test(first) && /^[\u4e00-\u9fff]/.test(after);
  if (
    word &&
    !tenths &&
    !explicit &&
    prefix === undefined &&
    (quantity.value ?? 0) < 100 &&
    !worded
  )
    return null;
  if (spelt && mark === undefined && !explicit) {
    const what = /^\s?([a-z]+)/i.exec(after)?.[1];
    if (!worded || (what !== undefined && !toMoney && !SOFT_NEXT.test(what))) return null;
  }
  // 两千八 alone, as sums are spoken; 三千 may count anything.
  const spoken =
    /^[一二两三四五六七八九][千百][一二两三四五六七八九]$/.test(one.text) &&
    /^\s*(?:$|[,。;!])/.test(after) &&
    (/^\s/.test(whole) || /(?:^|[\s,。;!])$/.test(before));
  if (mark === undefined && !explicit && !spelt) {
    if (
      (letter === 'm' || letter === 'b') &&
      !strongly &&
      !isMillions(one.text, text.slice(clause.start, clause.end), text) &&
      !/^\s?(?:deal|contract|budget|order|opportunity|quote)/i.test(after)
    )
      return null;
    if (letter === 'w' && !han) return null;
    const small = !/[\d万亿w]/i.test(one.text) && to === null;
    if (small && !worded && !spoken) return null;
    if (bare && !spoken) {
      if (!worded) return null;
      if (!bareAmount(one.text, after, before)) return null;
    } else if (quantity.unit < 1e3 && !/[万亿wk]/i.test(one.text) && !worded && !spoken) {
      return null;
    }
  }
  const hedged = HEDGE_BEFORE.test(before) || HEDGE_AFTER.test(after);
  if (NEGATED.test(before)) return 'skip';
  // A competitor's price or a saving stands in the same run of words.
  const run = before.slice(Math.max(0, before.search(/[^ ]*[\u4e00-\u9fff][^ ]* *$/)));
  if (!hedged && (COMPANY_FACT.test(run) || DELTA_AFTER.test(after))) return 'skip';
  const value = quantity.value;
  const named = currencies(prefix ?? prefix2, suffix2 ?? suffix, tenant);
  const base = {
    start: start + (whole.length - whole.trimStart().length),
    end,
    currency: named.length === 1 ? (named[0] ?? null) : null,
    currencies: named,
    role: roleOf(before, after.slice(0, 12)),
    each:
      UNIT_PRICE.test(before) ||
      /^\s?(?:\/(?!y)|per (?!y|a)|each|一?[个台套件](?:一)|apiece)/i.test(after),
    aside:
      /[(≈]\s*(?:约合?|大约|approx\.?|about|~|=|≈)?\s*$/i.test(before) ||
      /(?:约合|折合|约等于|equivalent to|equals)\s*$/i.test(before),
    min: null,
    max: null,
    candidates: [] as number[],
  };
  if (to !== null) {
    if (change) return { ...base, value: to.value, candidates: to.candidates };
    if (value === null || to.value === null || value >= to.value) {
      return { ...base, value: null, candidates: [value, to.value].filter((n) => n !== null) };
    }
    min = value;
    max = to.value;
    return { ...base, value: min, min, max };
  }
  if (tenths && value !== null) {
    const tenth = countOf(tenths[0]) ?? 0;
    return { ...base, end: end + 1, value: value + tenth / 10 };
  }
  if (value === null || value > HIGHEST || value <= 0) {
    return { ...base, value: null, candidates: quantity.candidates };
  }
  if (hedged || goods) {
    return { ...base, value: null, candidates: [value] };
  }
  // 报价15 may mean 15 yuan or 15万: too small to be taken at its word.
  if (bare && !explicit && value < 1000 && !strongly) return null;
  if (bare && !explicit && value < 1000) {
    return { ...base, value: null, candidates: [value, value * (han ? 1e4 : 1e3)] };
  }
  return { ...base, value };
};

// "negotiating price, 1.2M": a capital M alone between stops, where the line speaks of money.
const isMillions = (number: string, clause: string, text: string): boolean =>
  /^\d{1,3}(?:\.\d+)?M$/.test(number.trim()) &&
  clause.trim() === number.trim() &&
  /\b(?:pric\w+|quot\w+|budget|contract|deal|value|negotiat\w+|proposal|offer|order|worth|signed|won)\b/i.test(
    text,
  );
const NONE: Quantity = { value: null, unit: 1, head: 0, candidates: [] };

/** Whether a number without unit or currency after a word for money is an amount. */
const bareAmount = (digits: string, after: string, before: string): boolean => {
  if (/^(?:1[3-9]\d{9}|\d{12,}|20[0-4]\d[01]\d[0-3]\d)$/.test(digits)) return false;
  if (
    /^20[1-4]\d$/.test(digits) &&
    (/^\s?年/.test(after) || /(?:预算|budget|plan|规划|合同)\s*$/i.test(before))
  )
    return false;
  const word = /^\s?([a-z]+)/i.exec(after)?.[1];
  const owed = /,\d{3}/.test(digits) && MONEY_NEXT.test(after);
  return word === undefined || SOFT_NEXT.test(word) || owed;
};

/** The currencies the words beside a number may mean; more than one has to be asked. */
const currencies = (
  prefix: string | undefined,
  suffix: string | undefined,
  tenant: Currency,
): readonly Currency[] => {
  // 港币5万元: 元 after another currency is only the unit.
  const unit = prefix !== undefined && /^\s*(?:元|块)/.test(suffix ?? '');
  const words = [currenciesOf(prefix), unit ? [] : currenciesOf(suffix)];
  const exact = [...new Set(words.filter((codes) => codes.length === 1).flat())];
  if (exact.length > 0) return exact;
  // ¥, kr, rupees: shared by several, of which the tenant's own is meant.
  const shared = words.flat();
  return shared.length === 0 || shared.includes(tenant) ? [tenant] : shared;
};

// 从20万谈到18万: of two amounts joined by a change only the later holds.
const CHANGE =
  /^[^,。;]{0,6}(?:降到|降至|降为|谈到|砍到|压到|改到|改成|改为|调整到|调整为|调到|调至|涨到|优惠到|让到|减到|变成|down to|up to|-->|->|=>|to)\s*$/i;
const settled = (hits: AmountHit[], text: string): AmountHit[] =>
  hits.filter((hit, i) => {
    const next = hits[i + 1];
    return next === undefined || !CHANGE.test(text.slice(hit.end, next.start));
  });
