// The words and signs of currencies, and those that several currencies share.
import type { Currency } from '../money.ts';

/** Words that may stand before or after a number; of one word's codes all but the right one have to be asked away. */
const WORDS: readonly (readonly [pattern: string, ...codes: Currency[]])[] = [
  ['HK\\$|HKD|港币|港元|港纸|港幣|HK dollars?', 'HKD'],
  ['NT\\$|TWD|NTD|新?台币', 'TWD'],
  ['S\\$|SGD|新币|新加坡元|Singapore dollars?', 'SGD'],
  ['A\\$|AU\\$|AUD|澳元|澳币|Australian dollars?|Aussie dollars?', 'AUD'],
  ['C\\$|CA\\$|CAD|加元|加币|Canadian dollars?', 'CAD'],
  ['NZ\\$|NZD|新西兰元|纽元|NZ dollars?', 'NZD'],
  ['R\\$|BRL|reais|雷亚尔', 'BRL'],
  [
    'US\\$|USD|U\\.S\\. dollars?|US dollars?|美元|美金|美刀|\\$|dollars?\\b|bucks\\b|刀(?![片具模])',
    'USD',
  ],
  ['€|euros?\\b|EUR(?!o)|欧元', 'EUR'],
  ['£|GBP|pounds?\\b|quid\\b|英镑', 'GBP'],
  ['CHF|瑞郎|瑞士法郎|Swiss francs?', 'CHF'],
  ['JPY|JP¥|日元|日币|yen\\b', 'JPY'],
  ['KRW|₩|韩元|Korean won', 'KRW'],
  ['INR|₹|印度卢比|Indian rupees?', 'INR'],
  ['AED|阿联酋迪拉姆|UAE dirhams?|Emirati dirhams?', 'AED'],
  ['THB|฿|泰铢|baht\\b', 'THB'],
  ['SEK(?![a-z])|瑞典克朗|Swedish kron(?:a|or)', 'SEK'],
  ['NOK(?![a-z])|挪威克朗|Norwegian kroner?', 'NOK'],
  ['DKK(?![a-z])|丹麦克朗|Danish kroner?', 'DKK'],
  ['PLN(?![a-z])|zł|zloty\\w*|兹罗提', 'PLN'],
  ['CZK(?![a-z])|Kč|korun[ay]?\\b|捷克克朗', 'CZK'],
  ['HUF(?![a-z])|forints?\\b|福林', 'HUF'],
  ['₺|liras?\\b|里拉', 'TRY'],
  ['ILS(?![a-z])|₪|shekels?\\b|谢克尔', 'ILS'],
  ['ZAR(?![a-z])|rands?\\b|兰特', 'ZAR'],
  ['MXN(?![a-z])|Mexican pesos?|墨西哥比索', 'MXN'],
  ['RUB(?![a-z])|₽|roubles?\\b|rubles?\\b|卢布', 'RUB'],
  ['VND(?![a-z])|₫|越南盾', 'VND'],
  ['IDR(?![a-z])|Rp\\.?(?![a-z])|rupiahs?\\b|印尼盾|印尼卢比', 'IDR'],
  ['MYR(?![a-z])|RM(?![a-z])|ringgits?\\b|林吉特|马币', 'MYR'],
  ['PHP(?![a-z])|₱|菲律宾比索', 'PHP'],
  ['SAR(?![a-z])|Saudi riyals?|沙特里亚尔', 'SAR'],
  ['QAR(?![a-z])', 'QAR'],
  ['KWD(?![a-z])', 'KWD'],
  ['PKR(?![a-z])|巴基斯坦卢比', 'PKR'],
  ['NGN(?![a-z])|₦|nairas?\\b|奈拉', 'NGN'],
  ['EGP(?![a-z])|Egyptian pounds?', 'EGP'],
  ['KES(?![a-z])|Kenyan shillings?', 'KES'],
  ['kr\\.?(?![a-z])|克朗', 'SEK', 'NOK', 'DKK'],
  ['kron(?:a|or)\\b', 'SEK', 'ISK'],
  ['kroner?\\b', 'NOK', 'DKK'],
  ['dirhams?\\b|dhs?(?![a-z])|迪拉姆', 'AED', 'MAD'],
  ['rupees?\\b|Rs\\.?(?![a-z])|卢比', 'INR', 'PKR', 'LKR', 'NPR'],
  ['francs?\\b|法郎', 'CHF', 'XOF', 'XAF'],
  ['pesos?\\b|比索', 'MXN', 'PHP', 'ARS', 'CLP', 'COP'],
  ['riyals?\\b|rials?\\b|里亚尔', 'SAR', 'QAR', 'OMR', 'YER'],
  ['dinars?\\b|第纳尔', 'KWD', 'BHD', 'JOD', 'IQD', 'RSD'],
  ['shillings?\\b|先令', 'KES', 'UGX', 'TZS'],
  ['CN¥|人民币|RMB|CNY|yuan\\b|元(?![素旦宵月])整?|块钱?(?![业内板屏])', 'CNY'],
  ['¥', 'CNY', 'JPY'],
];

/** A pattern for any currency word, without capture groups. */
export const CURRENCY = WORDS.map(([pattern]) => pattern).join('|');
/** Those that may stand before a number. */
export const CURRENCY_BEFORE =
  'HK\\$|HKD|NT\\$|TWD|S\\$|SGD|AU\\$|A\\$|AUD|CA\\$|C\\$|CAD|NZ\\$|NZD|R\\$|US\\$|USD|CN¥|JP¥|CHF|JPY|KRW|INR|AED|THB|EUR|GBP|CNY|RMB|SEK|NOK|DKK|PLN|CZK|HUF|ILS|ZAR|BRL|MXN|RUB|VND|IDR|MYR|PHP|SAR|QAR|KWD|PKR|NGN|EGP|KES|kr\\.?|Rs\\.?|Rp\\.?|RM|dhs?|人民币|美元|美金|港币|港元|欧元|英镑|日元|新?台币|[$€£¥₹₩₺₽₪₫₱₦฿]';

const TABLE = WORDS.map(
  ([pattern, ...codes]) => [new RegExp(`^(?:${pattern})$`, 'i'), codes] as const,
);

/** The codes a currency word may stand for; none when it is no currency. */
export const currenciesOf = (word: string | undefined): readonly Currency[] => {
  const trimmed = word?.trim();
  if (!trimmed) return [];
  for (const [pattern, codes] of TABLE) if (pattern.test(trimmed)) return codes;
  return [];
};

/** The one code a currency word stands for; null when it is none or more than one. */
export const currencyOf = (word: string | undefined): Currency | null => {
  const codes = currenciesOf(word);
  return codes.length === 1 ? (codes[0] ?? null) : null;
};
