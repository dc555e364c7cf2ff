// How long a contact took: 25分钟, 一个半小时, 1h30, an hour and a half, 90'.
import type { Board } from './atoms.ts';
import { isGoods } from './goods.ts';
import { matchesOf } from './matches.ts';
import { countOf } from './numerals.ts';

export interface DurationHit {
  readonly start: number;
  readonly end: number;
  /** Whole minutes, 1 to 1440. */
  readonly minutes: number;
}

const N = '(\\d{1,3}(?:\\.\\d+)?|[一二两三四五六七八九十]{1,3})';
const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  sixty: 60,
  ninety: 90,
};
const EN = `(\\d{1,3}(?:\\.\\d+)?|${Object.keys(WORDS).join('|')})`;
const num = (text: string | undefined): number => {
  if (text === undefined) return 0;
  return (
    WORDS[text.toLowerCase()] ??
    (/^\d+\.\d+$/.test(text) ? Number(text) : (countOf(text) ?? Number.NaN))
  );
};

type Rule = readonly [RegExp, (match: RegExpMatchArray) => number];
// A span of hours that is no talk: working hours, waiting, training, response times.
const NOT_TALK =
  '(?![内后前]|之内|之后|以内|以后|工作制|客服|热线|响应|在线|到场|达|制|送达|值守|发货|质保)';
const RULES: readonly Rule[] = [
  [new RegExp(`${N}个半(?:小时|钟头|钟)${NOT_TALK}`, 'g'), (m) => num(m[1]) * 60 + 30],
  [
    new RegExp(
      `${N}个?(?:小时|钟头|h(?:ours?|rs?)?)(?:零|又|and)?\\s?(?:(半)|${N}(?:分钟?|min)|([一三])刻钟)`,
      'gi',
    ),
    (m) => num(m[1]) * 60 + (m[2] ? 30 : m[4] ? (m[4] === '三' ? 45 : 15) : num(m[3])),
  ],
  [new RegExp(`半个?(?:多)?(?:小时|钟头|钟)${NOT_TALK}`, 'g'), () => 30],
  [new RegExp(`${N}\\s?个?多?(?:小时|钟头)${NOT_TALK}`, 'g'), (m) => num(m[1]) * 60],
  [new RegExp(`(?<![第\\d.])([一二两三])刻钟${NOT_TALK}`, 'g'), (m) => num(m[1]) * 15],
  [new RegExp(`${N}\\s?多?分钟${NOT_TALK}`, 'g'), (m) => num(m[1])],
  [
    new RegExp(`(?<=[聊谈讲打说话通会沟见演示了])${N}分(?![之店期数红公析钟])`, 'g'),
    (m) => num(m[1]),
  ],
  [
    /(?<![\w.:])(\d{1,2})\s?h(?:ours?|rs?|r)?\s?(?:and )?(\d{1,2})(?:\s?m(?:in(?:ute)?s?)?)?(?![\w.])/gi,
    (m) => Number(m[1]) * 60 + Number(m[2]),
  ],
  [
    /\b(?:an|one|1) hour and (?:a|one) half\b|\bone and a half hours\b|\b1 and a half hours\b|\b1½ ?h(?:ours?|rs?)?\b/gi,
    () => 90,
  ],
  [
    new RegExp(`\\b(?:about |around )?${EN} and a half hours?\\b`, 'gi'),
    (m) => num(m[1]) * 60 + 30,
  ],
  [/(?<![\d/])(\d) 1[/⁄]2 ?h(?:ou)?rs?\b/gi, (m) => num(m[1]) * 60 + 30],
  [/(?<![\d/])1[/⁄]2 ?(?:an? )?h(?:ou)?rs?\b/gi, () => 30],
  [/(?<![\d/])([13])[/⁄]4 ?(?:of )?(?:an? )?h(?:ou)?rs?\b/gi, (m) => num(m[1]) * 15],
  [/\b(?:a )?half(?: an| a)?[- ]?hour\b(?! (?:call back))/gi, () => 30],
  [/\b(?:a )?quarter(?: of an)? hour\b/gi, () => 15],
  [/\b(?:three[- ]quarters|3\/4) of an hour\b/gi, () => 45],
  [
    new RegExp(`(?<![\\w.$€£¥/-])${EN}[ -]?(?:minutes?|mins?\\b\\.?)(?!\\w)`, 'gi'),
    (m) => num(m[1]),
  ],
  [new RegExp(`(?<![\\w.$€£¥/-])${EN}[ -]?(?:hours?|hrs?|hr)(?!\\w)`, 'gi'), (m) => num(m[1]) * 60],
  [/(?<![\w.$€£¥])(\d{1,2}(?:\.\d)?)h(?![\w.])/gi, (m) => Number(m[1]) * 60],
  [/(?<![\w.$€£¥])(\d{1,3})'(?!\d|\w)/g, (m) => Number(m[1])],
  // 20m is minutes unless it stands beside a word for money.
  [
    /(?<![\w.,$€£¥-])(?<!(?:quot\w*|budget|worth|deal|contract|price|offer|proposal|at|of|for|paid|value|usd|cny|rmb|eur|gbp|报价|预算|合同额?|金额|价格)\s?:?\s?)(\d{1,3})m(?!\w|\.\d)(?!\s?(?:usd|cny|rmb|eur|gbp|yuan|deal|contract|revenue|budget|order))/gi,
    (m) => Number(m[1]),
  ],
];
// Time that is planned, promised or given away is not time spent.
const NOT_BEFORE =
  /(?<![a-z])(?:trial|wait(?:ed|ing)?|every|within|less than|response time|SLA|in|under|next|last|培训|试用|等了|迟到|响应|每|提前|约|预计|需要|安排|迟了|提前了|late by|训练)\s*$/i;
const NOT_AFTER =
  /^\s*(?:late|delay|before|later|trial|from now|ago|notice|training|session|away|drive|SLA|slot)|^的?(?:演示|培训|会议|车程|路程|时间给|课|视频)/i;

/** The durations of the line; what they read is taken from the board. */
export const durationsIn = (board: Board, text: string): DurationHit[] => {
  const hits: DurationHit[] = [];
  for (const [pattern, read] of RULES) {
    for (const match of matchesOf(pattern, board.text)) {
      const minutes = Math.round(read(match));
      const start = match.index;
      const end = start + match[0].length;
      board.take(start, end);
      if (!(minutes >= 1 && minutes <= 1440)) continue;
      // 2m cable: metres.
      if (/\d ?m$/i.test(match[0]) && isGoods(text.slice(end, end + 24))) continue;
      if (NOT_BEFORE.test(text.slice(Math.max(0, start - 14), start))) continue;
      if (NOT_AFTER.test(text.slice(end, end + 16))) continue;
      hits.push({ start, end, minutes });
    }
  }
  // 3 years, 6个月, 10天: terms, which must not be read as amounts.
  for (const match of matchesOf(
    /(?<![\d.])(?:\d{1,3}|[一二两三四五六七八九十半]{1,3})(?:\s?个?半?(?:年|个月|天|周|季度|星期|个?工作日)|[- ]?(?:years?|yrs?|months?|weeks?|days?)\b)/gi,
    board.text,
  )) {
    board.take(match.index, match.index + match[0].length);
  }
  return hits.sort((a, b) => a.start - b.start);
};
