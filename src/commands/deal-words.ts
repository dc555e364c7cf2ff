// The words of /won, /lost and /paid after the customer: an amount, days, a refund, a first instalment.
import { type Money, moneyOf } from '../domain/money.ts';
import { CURRENCY, CURRENCY_BEFORE } from '../domain/parsing/currencies.ts';
import {
  COUNTED_EN,
  COUNTED_ZH,
  HEDGE_AFTER,
  HEDGE_BEFORE,
  VAGUE_AMOUNT,
} from '../domain/parsing/money-words.ts';
import { parseAmount, parseDay, parseFollowup } from '../domain/parsing/parse.ts';
import type { ParseContext } from '../domain/parsing/parsed.ts';
import { type Day, dayOf, isDay } from '../domain/time.ts';
import { refuse } from './refuse.ts';

const DIGITS = `\\d(?:[\\d,.']*\\d)?(?: \\d{3}(?![\\d.]))*`;
const HAN = '[零〇一二两三四五六七八九十百千伍陆]';
const UNIT =
  '(?:\\s?个?[十百千]?[万亿]|[百千](?![万亿])|\\s?(?:k|w|thousand|grand|mn|mm|mio|mln|million|m|bn|billion|b)(?![a-z]))';
const NUMBER = `(?:(?:${DIGITS}|${HAN}+)${UNIT})+(?:${DIGITS}|${HAN}+)?|${DIGITS}|${HAN}+(?=元|块)`;
const AMOUNT = new RegExp(
  `(?<![A-Za-z\\d_#.])([-−–+]\\s?)?((?:(?:${CURRENCY_BEFORE})\\s?)?(?:${NUMBER})(?:\\s?(?:${CURRENCY}))?(?:\\s?[-~–到至]\\s?(?:${NUMBER})(?:\\s?(?:${CURRENCY}))?)?)`,
  'giu',
);
const MARKED = new RegExp(`${UNIT}|${CURRENCY}`, 'iu');
/** Words between the customer and the amount that say no more than that there is one. */
const BEFORE_AMOUNT =
  /^(?:合同额?|金额|成交额?|回款额?|报价|签了?|收到|到账|付了|共|for|at|of|worth|amount)?[\s:：]*$/iu;
const REFUND = /退款|退还|退回|退了|\brefund(?:ed|s)?\b/iu;

const SPACES = /\s+/gu;
/** A sentence without what was cut out of it. */
const without = (text: string, start: number, end: number): string =>
  `${text.slice(0, start)} ${text.slice(end)}`
    .replace(SPACES, ' ')
    .replace(/^[\s,，。;；:：]+|[\s,，;；:：]+$/gu, '');

export interface FoundAmount {
  readonly money: Money;
  readonly isNegative: boolean;
  /** The line without it. */
  readonly rest: string;
}

interface Hit {
  readonly typed: string;
  readonly start: number;
  readonly end: number;
  readonly isNegative: boolean;
  readonly isFirst: boolean;
}

/** Numbers that may be money, in order; those that count pieces or days are left out. */
const hitsIn = (text: string): Hit[] =>
  [...text.matchAll(AMOUNT)].flatMap((match): Hit[] => {
    const [whole, sign = '', typed = ''] = match;
    const start = match.index;
    const end = start + whole.length;
    const after = text.slice(end);
    const isMarked = MARKED.test(typed);
    if (
      !isMarked &&
      (COUNTED_ZH.test(after) || COUNTED_EN.test(after) || /^\s?[%‰折]/u.test(after))
    )
      return [];
    const isFirst = BEFORE_AMOUNT.test(text.slice(0, start));
    if (!isMarked && !isFirst) return [];
    return [{ typed: typed.trim(), start, end, isNegative: /[-−–]/u.test(sign), isFirst }];
  });

const ABOUT = /(?:(?<![续签合预履违])约|大概|差不多|about|around|roughly|approx\.?|~)\s*$/iu;
const PLAIN_BEFORE = /(?:\bfor|[续签合预履违]约)\s*$/iu;

/** The words that make an amount a guess: 30多万, about 5k, 至少12万; null when it is none. */
const vagueWords = (text: string, { typed, start, end }: Hit): string | null => {
  const vague = [...text.matchAll(VAGUE_AMOUNT)].find(
    (match) => match.index < end && match.index + match[0].length > start,
  );
  if (vague !== undefined) return vague[0];
  const before = text.slice(0, start);
  const after = text.slice(end);
  const isHedged =
    ABOUT.test(before) ||
    (HEDGE_BEFORE.test(before) && !PLAIN_BEFORE.test(before)) ||
    HEDGE_AFTER.test(after) ||
    /^\s?左右/u.test(after);
  return isHedged ? typed : null;
};

/** Digits and signs of money in full width, as phones type them; the length stays. */
const narrow = (text: string): string =>
  text.replace(/[０-９．￥＄]/gu, (character) => character.normalize('NFKC'));

/**
 * The one amount of a line: the one it begins with, else the only one with a unit or a currency.
 * @param example an amount as it should be typed
 * @returns null when there is none
 * @throws Refusal `amount_unclear` for ranges, guesses and several equal claims
 */
export const amountIn = (
  line: string,
  context: ParseContext,
  example: string,
): FoundAmount | null => {
  const text = narrow(line);
  const hits = hitsIn(text);
  const hit = hits.find(({ isFirst }) => isFirst) ?? hits[0];
  const unclear = (typed: string) => refuse('amount_unclear', { typed, example });
  if (hit === undefined) {
    const vague = [...text.matchAll(VAGUE_AMOUNT)][0];
    return vague === undefined ? null : unclear(vague[0]);
  }
  if (!hit.isFirst && hits.length > 1) return unclear(hits.map(({ typed }) => typed).join(' / '));
  const vague = vagueWords(text, hit);
  if (vague !== null) return unclear(vague);
  const amount = parseAmount(hit.typed, context);
  if (amount === null || amount.max !== undefined || amount.value <= 0) return unclear(hit.typed);
  const money = moneyOf(amount.value, amount.currency);
  if (!Number.isSafeInteger(money.minor) || money.minor === 0) return unclear(hit.typed);
  return {
    money,
    isNegative: hit.isNegative,
    rest: without(line, hit.isFirst ? 0 : hit.start, hit.end),
  };
};

export interface FoundDay {
  readonly day: Day;
  readonly rest: string;
}

const DUE =
  /(?:^|[\s,，;；。])(?:due(?!\s+to\b)(?:\s+(?:on|by))?|(?:应?付款|回款|到期|收款)(?:日期?|时间)[:：]?|应付[:：]?)\s*(.+)$/iu;
const PAID_BEFORE =
  /(?:^|[\s,，;；。])([^\s,，;；。]{1,14}?)之?前(?:支?付(?:款|清)?|首付款?|预付款?|到账|回款|打款)[^\s,，;；。]*/u;

/**
 * When the payment of a deal is due: `due 2026-04-30`, `付款日 4月30日`, `月底前首付款`.
 * @throws Refusal `day_unclear` when it says so with a day that cannot be read
 */
export const dueIn = (text: string, context: ParseContext): FoundDay | null => {
  const due = DUE.exec(text);
  if (due !== null) {
    const [whole, typed = ''] = due;
    const before = text.slice(0, due.index);
    const [, written = '', after = ''] = /^(\d{4}-\d{2}-\d{2})(?!\d)(.*)$/u.exec(typed) ?? [];
    if (isDay(written)) return { day: written, rest: without(`${before} ${after}`, 0, 0) };
    const reading = parseDay(typed, context);
    const day = reading.ok ? reading.to : refuse('day_unclear', { typed: typed.slice(0, 40) });
    return { day, rest: without(text, due.index, due.index + whole.length) };
  }
  const paidBefore = PAID_BEFORE.exec(text);
  if (paidBefore === null) return null;
  const [, typed = ''] = paidBefore;
  const reading = parseDay(typed, context);
  return reading.ok ? { day: reading.to, rest: text } : null;
};

const DONE = '(?:签约|签订|签下|签的?|成交|到账|付款|回款|丢单|收到)?了?';
const END = '(?=[\\s,，;；。]|$)';
const ON = new RegExp(
  `(?:^|[\\s,，;；])(?:${[
    String.raw`on\s+(\d{4}-\d{2}-\d{2}|[a-z]+\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?|\d{1,2}\s+[a-z]+|[a-z]+day)\b`,
    `(?:于|日期[:：]?)\\s*([^\\s,，;；。]+?)${DONE}${END}`,
    `(last\\s+[a-z]+|yesterday|today|今天|昨天|前天|大前天|上周[一二三四五六日天])${DONE}${END}`,
    String.raw`(\d{4}-\d{2}-\d{2})` + END,
  ].join('|')})`,
  'iu',
);

/** A day that is past or today, the latest that the words can mean; null when they mean none. */
const pastDay = (typed: string, context: ParseContext): Day | null => {
  if (isDay(typed)) return typed;
  const today = dayOf(context.now, context.zone);
  const reading = parseDay(typed, context);
  if (reading.ok && reading.from <= today) return reading.from;
  const { occurred } = parseFollowup(typed, context);
  if (occurred !== null) return occurred.at.slice(0, 10);
  const candidates = reading.ok ? [] : (reading.ask?.candidates ?? []);
  return candidates.map((at) => at.slice(0, 10)).findLast((day) => day <= today) ?? null;
};

/**
 * The day a deal was closed or money came in, when the line says one: `on 2026-03-09`, `昨天`.
 * @throws Refusal `day_unclear` when it says so with a day that is not past
 */
export const closedIn = (text: string, context: ParseContext): FoundDay | null => {
  const match = ON.exec(text);
  if (match === null) return null;
  const [whole, on, at, word, bare] = match;
  const typed = on ?? at ?? word ?? bare ?? '';
  const day = pastDay(typed, context);
  if (day === null) return parseDay(typed, context).ok ? refuse('day_unclear', { typed }) : null;
  return { day, rest: without(text, match.index, match.index + whole.length) };
};

/** Whether a line speaks of money going back. */
export const isRefund = (text: string): boolean => REFUND.test(text);

/** A line without the word for a refund, so that the amount comes first. */
export const withoutRefund = (text: string): string => {
  const match = REFUND.exec(text);
  return match === null ? text : without(text, match.index, match.index + match[0].length);
};

const INSTALMENT =
  '(?:首付款?|首期款?|首款|预付款?|定金|订金|deposit|down\\s?payment|first (?:payment|instal?ment)|advance)';
const SHARE = new RegExp(`${INSTALMENT}[^\\d,，;；。]{0,6}(\\d{1,3}(?:\\.\\d+)?)\\s?[%％]`, 'iu');
const SHARE_BEFORE = new RegExp(
  `(\\d{1,3}(?:\\.\\d+)?)\\s?[%％]\\s?(?:的|of\\s)?${INSTALMENT}`,
  'iu',
);
const SUM = new RegExp(`${INSTALMENT}[^\\d,，;；。$€£¥]{0,6}(?=[\\d$€£¥])`, 'iu');
const PAYMENT = new RegExp(`${INSTALMENT}|付款|付清|回款|到账|尾款|payment|\\bpays?\\b|paid`, 'iu');

/** Whether a line promises money. */
export const speaksOfPayment = (text: string): boolean => PAYMENT.test(text);

/** What of a deal is due first: the share or the sum a line names, else all of it. */
export const instalmentOf = (text: string, total: Money, context: ParseContext): Money => {
  const percent = Number((SHARE.exec(text) ?? SHARE_BEFORE.exec(text))?.[1] ?? Number.NaN);
  if (percent > 0 && percent <= 100) {
    return { minor: Math.round((total.minor * percent) / 100), currency: total.currency };
  }
  const sum = SUM.exec(text);
  if (sum === null) return total;
  const after = text.slice(sum.index + sum[0].length);
  const [hit] = hitsIn(after);
  if (hit === undefined || hit.start > 0) return total;
  const amount = parseAmount(hit.typed, context);
  const money = amount === null ? null : moneyOf(amount.value, amount.currency);
  const fits = money !== null && money.currency === total.currency && money.minor <= total.minor;
  return fits && money.minor > 0 ? money : total;
};

/** A line without the first instalment it names, so that only the amount of the deal is left. */
export const withoutInstalment = (text: string): string => {
  const sum = SUM.exec(text);
  if (sum === null) return text;
  const from = sum.index + sum[0].length;
  const [hit] = hitsIn(text.slice(from));
  return hit === undefined || hit.start > 0 ? text : without(text, sum.index, from + hit.end);
};
