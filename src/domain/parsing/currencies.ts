// The words and signs of currencies.
import type { Currency } from '../money.ts';

/** Words that may stand before or after a number; the longest match wins. */
const WORDS: readonly (readonly [pattern: string, code: Currency])[] = [
  ['HK\\$|HKD|港币|港元|港纸|港幣|HK dollars?', 'HKD'],
  ['NT\\$|TWD|NTD|新?台币', 'TWD'],
  ['S\\$|SGD|新币|新加坡元|Singapore dollars?', 'SGD'],
  ['A\\$|AU\\$|AUD|澳元|澳币', 'AUD'],
  ['C\\$|CA\\$|CAD|加元|加币', 'CAD'],
  [
    'US\\$|USD|U\\.S\\. dollars?|US dollars?|美元|美金|美刀|\\$|dollars?\\b|bucks\\b|刀(?![片具模])',
    'USD',
  ],
  ['€|euros?\\b|EUR(?!o)|欧元', 'EUR'],
  ['£|GBP|pounds?\\b|quid\\b|英镑', 'GBP'],
  ['CHF|瑞郎|瑞士法郎', 'CHF'],
  ['JPY|JP¥|日元|日币|yen\\b', 'JPY'],
  ['KRW|₩|韩元', 'KRW'],
  ['INR|₹|卢比', 'INR'],
  ['AED|迪拉姆', 'AED'],
  ['THB|泰铢', 'THB'],
  ['CN¥|人民币|RMB|CNY|yuan\\b|元(?![素旦宵月])整?|块钱?(?![业内板屏])', 'CNY'],
  ['¥', '¥'],
];

/** A pattern for any currency word, without capture groups. */
export const CURRENCY = WORDS.map(([pattern]) => pattern).join('|');
/** Those that may stand before a number. */
export const CURRENCY_BEFORE =
  'HK\\$|HKD|NT\\$|TWD|S\\$|SGD|AU\\$|A\\$|AUD|CA\\$|C\\$|CAD|US\\$|USD|CN¥|JP¥|CHF|JPY|KRW|INR|AED|THB|EUR|GBP|CNY|RMB|人民币|美元|美金|港币|港元|欧元|英镑|日元|新?台币|[$€£¥₹₩]';

const TABLE = WORDS.map(([pattern, code]) => [new RegExp(`^(?:${pattern})$`, 'i'), code] as const);

/** The code a currency word stands for; `¥` for the sign two currencies share; null for none. */
export const currencyOf = (word: string | undefined): Currency | null => {
  if (!word) return null;
  const trimmed = word.trim();
  for (const [pattern, code] of TABLE) if (pattern.test(trimmed)) return code;
  return null;
};
