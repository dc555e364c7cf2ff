// The Chinese date grammar, as a table of rules from the most specific to the least.
import { addDays, addMonths, monthAround } from '../time.ts';
import type { Rule } from './atoms.ts';
import { countOf } from './numerals.ts';
import { offset, type Unit } from './offsets.ts';
import {
  type DaySpec,
  dayIn,
  monthName,
  monthPeriod,
  type Now,
  quarterAt,
  quarterEnd,
  quarterPeriod,
  quarterStart,
  weekdayAt,
  weekName,
  yearOf,
} from './when.ts';

const N = '(\\d{1,3}|[一二两三四五六七八九十百]{1,4})';
const N2 = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const YEAR = '(今年|明年|后年|去年|(?:20)?\\d{2}年|二[〇零]二[一二三四五六七八九〇零]年)?的?';
// 5号线, 3号楼, 1号店 are places, not days.
const NO_DAY =
  '(?!线|楼|机|门|院|店|仓|桌|厅|馆|展|车间|厂|地块|井|文|码|令|公告|订单|方案|选手|产|用|报|常|均|活|志|程)';
const WEEK = '(?:周|星期|礼拜)';
const WD = '([一二三四五六日天]|[1-6](?!\\d|[.:%-]|[万千百个天次年月]))';
const WEEKDAYS = '一二三四五六日';

const count = (text: string | undefined): number => countOf(text ?? '') ?? Number.NaN;
const ask = (...candidates: string[]): DaySpec => ({ kind: 'ask', ask: 'date', candidates });
const open = (day: string | null): DaySpec | null =>
  day === null ? ask() : { kind: 'day', day, tense: 'open' };
const none: DaySpec = { kind: 'none' };

const weekdayOfChar = (char: string | undefined): number => {
  if (char === undefined) return 0;
  return char === '天' ? 7 : WEEKDAYS.includes(char) ? WEEKDAYS.indexOf(char) + 1 : Number(char);
};
// 上上 -2, 上 -1, 这/本 0, 下 1, 下下 2.
const steps = (word: string | undefined): number => {
  const text = word ?? '';
  if (text.includes('上')) return -text.split('上').length + 1;
  if (text.includes('下')) return text.split('下').length - 1;
  return 0;
};
const yearNamed = (word: string | undefined, now: Now): number | null => {
  if (!word) return null;
  const base = yearOf(now.day);
  const named: Record<string, number> = { 今年: 0, 明年: 1, 后年: 2, 去年: -1 };
  const shift = named[word];
  if (shift !== undefined) return base + shift;
  const digits = word.replace('年', '');
  const year = /^\d+$/.test(digits) ? Number(digits) : count(digits);
  return year < 100 ? 2000 + year : year;
};
const tenseOf = (day: string, now: Now): 'past' | 'open' | 'future' =>
  day < now.day ? 'past' : day > now.day ? 'future' : 'open';
const fixed = (day: string | null, now: Now): DaySpec =>
  day === null ? ask() : { kind: 'day', day, tense: tenseOf(day, now) };

const monthDay = (
  year: number | null,
  month: number,
  dom: number,
  last?: number,
): DaySpec | null => {
  if (month < 1 || month > 12 || dom < 1 || dom > 31) return null;
  // A day the calendar does not have in any year is a slip to ask about.
  if (dayIn(2024, month, dom) === null) return ask();
  if (year === null) {
    return { kind: 'monthDay', month, dom, ...(last === undefined ? {} : { last }) };
  }
  return open(dayIn(year, month, dom));
};

// 底/末 the last day, 初 the 1st, 中 the 15th; 旬 names ten days, which is no day.
const partOfMonth = (now: Now, name: string, part: string | undefined): DaySpec | null => {
  const first = `${name}-01`;
  if (part === '底' || part === '末') return fixed(monthAround(first).to, now);
  if (part === '初') return fixed(first, now);
  if (part === '中') return fixed(`${name}-15`, now);
  return monthPeriod(now, name);
};
// The next such month: this year, or the coming one when it has passed.
const monthNamed = (now: Now, year: number | null, month: number, part?: string): string | null => {
  if (!(month >= 1 && month <= 12)) return null;
  const name = (of: number): string => `${of}-${String(month).padStart(2, '0')}`;
  if (year !== null) return name(year);
  const own = name(yearOf(now.day));
  const passed =
    part === '初' || part === '中'
      ? `${own}-${part === '初' ? '01' : '15'}` < now.day
      : own < now.day.slice(0, 7);
  return passed ? name(yearOf(now.day) + 1) : own;
};

const UNITS: Readonly<Record<string, Unit>> = {
  分钟: 'minute',
  小时: 'hour',
  钟头: 'hour',
  天: 'day',
  日: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
  年: 'year',
  工作日: 'workday',
  交易日: 'workday',
};
const UNIT = '个?(分钟|小时|钟头|工作日|交易日|天|日|周|星期|礼拜|月|年)';
const AFTER =
  '(?:之后|以后|过后|后(?!续(?![约费签保])|[期台面勤端备悔天])|之内|以内|内(?![部容])|左右之后)';
const BEFORE = '(?:之前|以前|前(?![台端期往景提面夕辈沿任妻几款]))';

export const ZH_DAYS: readonly Rule[] = [
  // What looks like a date and is none.
  [
    /每(?:(?:周|个?星期|个?礼拜)(?:[一二三四五六日天](?![万千百]))?|个?月(?:\d{1,2}[号日])?|年|天|日|季度?|隔\S{1,3})/,
    () => none,
  ],
  [/24\/7|7[x*×]24|(?<!\d)996(?!\d)/, () => none],
  [/第(?:\d+|[一二三四五六七八九十]+)(?:周|天|月|年|号|次|期|轮)/, () => none],
  [/(?:自从?|从)(?:昨天|前天|上周|上个?月|去年)[^,。;]{0,6}?(?:开始|以来|起)/, () => none],
  // Full dates.
  [
    /(?<![\d.])(20\d\d)([-/.年])(\d{1,2})(?:\2|月)(\d{1,2})(?!\d|[.-]\d)[日号]?/,
    (m) => {
      const day = dayIn(Number(m[1]), Number(m[3]), Number(m[4]));
      return day === null ? ask() : { kind: 'day', day, tense: 'open' };
    },
  ],
  // d/m/yyyy and m/d/yyyy: only when one of the two cannot be a month.
  [
    /(?<![\d.])(\d{1,2})([-/.])(\d{1,2})\2(20\d\d)(?!\d)/,
    (m) => {
      const [a, b, year] = [Number(m[1]), Number(m[3]), Number(m[4])];
      const readings = [dayIn(year, a, b), dayIn(year, b, a)].filter((day) => day !== null);
      if (readings.length === 0) return ask();
      const unique = [...new Set(readings)];
      return unique.length === 1 ? open(unique[0] ?? null) : ask(...unique);
    },
  ],
  // 20-22号, 3月20到22日
  [
    new RegExp(`${YEAR}${N2}月${N2}(?:[号日])?(?:-|~|到|至)${N2}[号日]${NO_DAY}`),
    (m, now) => monthDay(yearNamed(m[1], now), count(m[2]), count(m[3]), count(m[4])),
  ],
  [
    new RegExp(`${YEAR}${N2}月份?的?${N2}[号日]`),
    (m, now) => monthDay(yearNamed(m[1], now), count(m[2]), count(m[3])),
  ],
  [
    /(下下个?|下个?|这个?|本|当|上个?)月的?(\d{1,2}|[一二三四五六七八九十]{1,3})[号日]/,
    (m, now) => {
      const name = monthName(now, steps(m[1]));
      return open(dayIn(Number(name.slice(0, 4)), Number(name.slice(5)), count(m[2])));
    },
  ],
  // 3月18 without 日: only before something that cannot turn it into a count.
  [
    new RegExp(`${YEAR}(\\d{1,2})月(\\d{1,2})(?![\\d.,]|[万千百个台套人%折:点年月kKwW元块分])`),
    (m, now) => monthDay(yearNamed(m[1], now), count(m[2]), count(m[3])),
  ],
  // Parts of months.
  [
    new RegExp(`${YEAR}${N2}月份?(底|末|初|中(?!国|心|标|旬)|上旬|中旬|下旬)`),
    (m, now) => {
      const name = monthNamed(now, yearNamed(m[1], now), count(m[2]), m[3]);
      return name === null ? null : partOfMonth(now, name, m[3]);
    },
  ],
  [
    /(下下个?|下个?|这个?|本|当|上个?)月(底|末|初|中(?!国|心|标|旬)|上旬|中旬|下旬)/,
    (m, now) => partOfMonth(now, monthName(now, steps(m[1])), m[2]),
  ],
  [
    /(?<![\d一二三四五六七八九十个每])月(底|末|初|中(?!国|心|标|旬))/,
    (m, now) => {
      const passed = m[1] === '初' || (m[1] === '中' && now.day.slice(8) > '15');
      const again = m[1] === '初' && now.day.endsWith('-01');
      return partOfMonth(now, monthName(now, passed && !again ? 1 : 0), m[1]);
    },
  ],
  // Quarters.
  [
    /(下下个?|下个?|这个?|本|当|上个?|今年|明年)?的?(?:第?([一二三四1-4])季度?|(?<![a-z][ -]?)[Qq]([1-4])|季度?(?=[末底初]))的?(末|底|初)?/,
    (m, now) => {
      const word = m[1];
      const own = quarterAt(now, 0);
      const named = m[2] ?? m[3];
      let target = own;
      if (named !== undefined) {
        const index = '一二三四'.indexOf(named) + 1 || Number(named);
        const year = yearNamed(word?.endsWith('年') ? word : undefined, now);
        if (year === null && word !== undefined) return null;
        target = { year: year ?? own.year + (index < own.quarter ? 1 : 0), quarter: index };
      } else if (word?.endsWith('年')) {
        return null;
      } else {
        target = quarterAt(now, steps(word));
        if (word === undefined && m[4] === '初') target = quarterAt(now, 1);
      }
      if (m[4] === '末' || m[4] === '底')
        return fixed(quarterEnd(target.year, target.quarter), now);
      if (m[4] === '初') return fixed(quarterStart(target.year, target.quarter), now);
      return quarterPeriod(now, target.year, target.quarter);
    },
  ],
  [
    /(下下个?|下个?|这个?|本|当|上个?)季度?(末|底|初)?/,
    (m, now) => {
      const target = quarterAt(now, steps(m[1]));
      if (m[2] === '初') return fixed(quarterStart(target.year, target.quarter), now);
      return m[2]
        ? fixed(quarterEnd(target.year, target.quarter), now)
        : quarterPeriod(now, target.year, target.quarter);
    },
  ],
  // Years.
  [
    /([今明本去后])?年年?[底末]/,
    (m, now) => {
      const year = yearNamed(m[1] && `${m[1] === '本' ? '今' : m[1]}年`, now) ?? yearOf(now.day);
      return fixed(`${year}-12-31`, now);
    },
  ],
  [
    /([今明])?年年?初/,
    (m, now) => {
      const year = yearNamed(m[1] && `${m[1]}年`, now) ?? yearOf(now.day) + 1;
      return monthPeriod(now, `${year}-01`);
    },
  ],
  [
    /([今明])?年年?中(?![国心间])/,
    (m, now) => {
      const year = yearNamed(m[1] && `${m[1]}年`, now);
      return monthPeriod(now, monthNamed(now, year, 6) ?? `${yearOf(now.day)}-06`);
    },
  ],
  [/(?:今年|明年|后年)?(?:上半年|下半年)|上半月|下半月/, () => ask()],
  // Months.
  [
    new RegExp(`${YEAR}(?<![\\d第个])${N2}月份?(?![\\d饼球光色嫂老结入供薪租报费卡刊])`),
    (m, now) => {
      const year = yearNamed(m[1], now);
      const name = monthNamed(now, year, count(m[2]));
      return name === null ? null : monthPeriod(now, name);
    },
  ],
  [
    /(下下个?|下个?|这个?|本|当|上上个?|上个?)月(?![\d一二三四五六七八九十租报费薪])份?(?:之?内)?/,
    (m, now) => monthPeriod(now, monthName(now, steps(m[1]))),
  ],
  // Weeks and weekdays.
  [
    new RegExp(
      `(这个?|本|下下个?|下个?|上上个?|上个?)${WEEK}的?${WEEK}?${WD}(?:(?:-|~|到|至)${WEEK}?${WD})?`,
    ),
    (m, now) => {
      const weeks = steps(m[1]);
      const day = weekdayAt(now, weeks, weekdayOfChar(m[2]));
      const last = m[3] === undefined ? undefined : weekdayAt(now, weeks, weekdayOfChar(m[3]));
      const tense = weeks < 0 ? 'past' : weeks > 0 ? 'future' : 'open';
      return { kind: 'day', day, tense, ...(last !== undefined && last > day ? { last } : {}) };
    },
  ],
  [
    new RegExp(`(这个?|本|下下个?|下个?|上上个?|上个?)${WEEK}末`),
    (m, now) => {
      const day = weekdayAt(now, steps(m[1]), 6);
      return { kind: 'day', day, tense: steps(m[1]) < 0 ? 'past' : 'open' };
    },
  ],
  [
    new RegExp(
      `(这个?|本|下下个?|下个?|上上个?|上个?)(?:个)?${WEEK}(?![转边围期末岁])(?:之?内|初)?`,
    ),
    (m, now) => {
      const weeks = steps(m[1]);
      return {
        kind: 'period',
        at: weekName(weekdayAt(now, weeks, 1)),
        precision: 'week',
        tense: weeks < 0 ? 'past' : weeks > 0 ? 'future' : 'open',
      };
    },
  ],
  [new RegExp(`${WEEK}末(?!班)`), () => ({ kind: 'weekday', weekday: 6 })],
  [
    new RegExp(
      `(?<![每一两二三四五六七八九十几\\d])${WEEK}(?!六福)${WD}(?:(?:-|~|到|至)${WEEK}?${WD})?`,
    ),
    (m) => {
      const weekday = weekdayOfChar(m[1]);
      const last = m[2] === undefined ? undefined : weekdayOfChar(m[2]);
      return { kind: 'weekday', weekday, ...(last === undefined ? {} : { last }) };
    },
  ],
  // Days around today.
  [
    /明后[天两]|今明两?天|明天或后天|这两天|近两天|这几天|近几天|过几[天周]|过两天|[几数两]三天[后内]|几[天周日][之以]?[后内]|几个(?:月|星期|工作日|小时)[之以]?[后内]|(?:三五|一两|两三|三四|[一二两三四五]到[二两三四五六])个?(?:天|周|月|星期|小时|工作日)[之以]?[后内]/,
    () => ({ kind: 'ask', ask: 'date', candidates: [] }),
  ],
  [/上次|上回/, () => none],
  [
    /前几天|前两天|前阵子|前段时间/,
    () => ({ kind: 'ask', ask: 'date', candidates: [], tense: 'past', vague: true }),
  ],
  [/大后天/, (_, now) => ({ kind: 'day', day: addDays(now.day, 3), tense: 'future' })],
  [/大前天/, (_, now) => ({ kind: 'day', day: addDays(now.day, -3), tense: 'past' })],
  [
    /(?<![以之今])后天|后日(?=[早晚上下]|$|[\s,。;])/,
    (_, now) => ({ kind: 'day', day: addDays(now.day, 2), tense: 'future' }),
  ],
  [/(?<![以之])前天|前日/, (_, now) => ({ kind: 'day', day: addDays(now.day, -2), tense: 'past' })],
  [
    /明(?:天|日|儿个?|(?=[早晚]))|听日/,
    (_, now) => ({ kind: 'day', day: addDays(now.day, 1), tense: 'future' }),
  ],
  [
    /昨(?:天|日|儿个?|(?=[早晚夜]))|寻日|琴日/,
    (_, now) => ({ kind: 'day', day: addDays(now.day, -1), tense: 'past' }),
  ],
  [
    /今(?:天|日(?!头条)|儿个?|(?=[早晚]))|当天|当日/,
    (_, now) => ({ kind: 'day', day: now.day, tense: 'open' }),
  ],
  // Offsets.
  [
    new RegExp(`(?:再?过)?${N}个半(月|小时|钟头)(?:${AFTER})`),
    (m, now) => offset(now, count(m[1]) + 0.5, UNITS[m[2] ?? ''] ?? 'day'),
  ],
  [
    new RegExp(`(?:再?过)?半个?月${AFTER}`),
    (_, now) => ({ kind: 'day', day: addDays(now.day, 15), tense: 'future' }),
  ],
  [
    new RegExp(`(?:再?过)?半年${AFTER}`),
    (_, now) => ({ kind: 'day', day: addMonths(now.day, 6), tense: 'future' }),
  ],
  [new RegExp(`(?:再?过)?半个?(?:小时|钟头|钟)${AFTER}`), (_, now) => offset(now, 30, 'minute')],
  [new RegExp(`(?:再?过)?${N}刻钟${AFTER}`), (m, now) => offset(now, count(m[1]) * 15, 'minute')],
  [
    new RegExp(`(?:再?过)?(\\d{1,2}\\.5)个?(小时|钟头)${AFTER}`),
    (m, now) => offset(now, Number(m[1]), 'hour'),
  ],
  [
    new RegExp(`(?<![近过])(?:再?过)?(?<![\\d.第])${N}${UNIT}${AFTER}`),
    (m, now) => offset(now, count(m[1]), UNITS[m[2] ?? ''] ?? 'day'),
  ],
  [
    new RegExp(`再?过(?<![\\d.])${N}${UNIT}(?!度)`),
    (m, now) => offset(now, count(m[1]), UNITS[m[2] ?? ''] ?? 'day'),
  ],
  [
    new RegExp(`(?<![\\d.第])${N}${UNIT}${BEFORE}`),
    (m, now) => offset(now, -count(m[1]), UNITS[m[2] ?? ''] ?? 'day'),
  ],
  [/半个?月前/, (_, now) => ({ kind: 'day', day: addDays(now.day, -15), tense: 'past' })],
  [/半(?:天|日)[之以]?[后内]|半个?(?:星期|礼拜|周)[之以]?[后内]/, () => ask()],
  // Days of the month.
  [
    new RegExp(`(?<![\\d第月.年])${N2}[号日]?(?:-|~|到|至)${N2}[号日]${NO_DAY}`),
    (m) => {
      const [dom, last] = [count(m[1]), count(m[2])];
      return dom >= 1 && last <= 31 && dom < last ? { kind: 'dom', dom, last } : null;
    },
  ],
  [new RegExp(`(?<![\\d第月.年No万千百])(?:${N2}[、或])${N2}[号日]${NO_DAY}`), () => ask()],
  [
    new RegExp(`(?<![\\d第.年a-zA-Z-])${N2}[号日]${NO_DAY}`),
    (m) => {
      const dom = count(m[1]);
      return dom >= 1 && dom <= 31 ? { kind: 'dom', dom } : null;
    },
  ],
  // 3/4 may be March or April: ask, unless only one reading is a date.
  [
    /(?<![\d/.a-zA-Z¥$-])(\d{1,2})\/(\d{1,2})(?![\d/%]|\s?(?:of|的|以上|(?:an? )?h(?:ou)?rs?\b|小时))/,
    (m, now) => {
      const [a, b] = [Number(m[1]), Number(m[2])];
      const valid = (month: number, dom: number): boolean => dayIn(2024, month, dom) !== null;
      if (valid(a, b) && valid(b, a) && a !== b) {
        const year = yearOf(now.day);
        return ask(...[dayIn(year, a, b), dayIn(year, b, a)].filter((day) => day !== null).sort());
      }
      if (valid(a, b)) return monthDay(null, a, b);
      return valid(b, a) ? monthDay(null, b, a) : null;
    },
  ],
  [
    /(?<![\d.-])(0\d)-([0-3]\d)(?![\d-]|\s?(?:[万点:kKwW]|am|pm))/,
    (m) => monthDay(null, Number(m[1]), Number(m[2])),
  ],
  // 3.20前: a dotted day, only with a word after it that asks for one.
  [
    /(?<![\d.vV$¥€£])(1[0-2]|0?[1-9])\.(3[01]|[12]\d|0?[1-9])(?=[号日]?(?:之前|以前|前|去|到访|上门|拜访|见面|开会|签|付|再|约|联系|跟进|交|回访|开标|上线))[号日]?/,
    (m) => monthDay(null, Number(m[1]), Number(m[2])),
  ],
  // Festivals: a table of statutory days tells the holiday, not the day somebody means by 节后.
  [
    /春节|过年|元旦|清明节?|(?<![\d])五一(?!路)(?:劳动节|节)?|劳动节|端午节?|中秋节?|国庆节?|元宵节?|重阳节?|七夕|腊八|除夕|十一(?=[之以]?[后前]|假期|长假|黄金周|期间|回来)|圣诞节?|双十[一二]|双1[12]|618(?=[之以]?[后前])|小长假|黄金周|(?<![\d一二两三四五六七八九十今明去半])年[后前](?![台端期])|节[后前假]|假期[后前]?|放假[后前]|感恩节|复活节|农历\S{2,5}|正月\S{1,3}|暑假|寒假/,
    () => ({ kind: 'ask', ask: 'holiday', candidates: [], vague: true }),
  ],
  [/明年|后年/, () => ask()],
  [/年内|年前后/, () => ask()],
  [
    /改天|改日|择日|过段时间|过一段时间|过段日子|过阵子|过一阵子?|过些天|过些日子|回头(?!率|客|看)|有空|有时间|尽快|尽早|抓紧|及时|稍后|稍晚|晚些时候|晚些|晚一?点(?!名)|迟一?点|待会儿?|等会儿?|一会儿?|不久|近期|近日|下次|随后|日后|到时候?|月内/,
    () => ({ kind: 'ask', ask: 'date', candidates: [], vague: true }),
  ],
];
