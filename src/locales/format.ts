// Numbers, money, days and times as a reader of the language writes them.
import { type Money, majorOf } from '../domain/money.ts';
import { roundForRank } from '../domain/scoring/score.ts';
import { type Day, dayOf, type Instant, instantOf, type Zone } from '../domain/time.ts';

export interface Format {
  /** `15,000` */
  number(value: number): string;
  /** One decimal, half up: `76.2`. What people see as equal is ranked as equal. */
  score(value: number): string;
  /** Signed, one decimal: `+0.4`, `−1.2`, `±0`. */
  change(value: number): string;
  /** The change between two scores as both are shown, so that the sum on a card comes out right. */
  moved(before: number, after: number): string;
  /** Signed points, two decimals: `+0.06`. */
  points(value: number): string;
  /** `85%` */
  percent(ratio: number): string;
  /** In full digits: `¥150,000`. */
  money(money: Money): string;
  /** With weekday: `Thu, Mar 12`, `3月12日周四`; with the year when it is not that of `today`. */
  day(day: Day, today?: Day): string;
  /** `15:00` */
  time(at: Instant, zone: Zone): string;
  /** Day and time. */
  instant(at: Instant, zone: Zone, today?: Day): string;
  /** `2026-03` → `March 2026` */
  month(day: Day): string;
  /** `a, b and c` */
  list(items: readonly string[]): string;
}

/** The formatting of one language, e.g. `zh-CN`. Formatters are built once: making them is slow. */
export const createFormat = (tag: string): Format => {
  const integer = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const oneDecimal = new Intl.NumberFormat(tag, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const twoDecimals = new Intl.NumberFormat(tag, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  const day = new Intl.DateTimeFormat(tag, {
    timeZone: 'UTC',
    weekday: 'short',
    month: 'short',
    day: 'numeric',
  });
  const dayWithYear = new Intl.DateTimeFormat(tag, {
    timeZone: 'UTC',
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
  });
  const month = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', year: 'numeric', month: 'long' });
  const monies = new Map<string, Intl.NumberFormat>();
  const times = new Map<Zone, Intl.DateTimeFormat>();

  const formatDay = (value: Day, today?: Day): string => {
    const sameYear = today === undefined || today.slice(0, 4) === value.slice(0, 4);
    return (sameYear ? day : dayWithYear).format(instantOf(value, '12:00', 'UTC'));
  };
  const formatTime = (at: Instant, zone: Zone): string => {
    let format = times.get(zone);
    if (format === undefined) {
      format = new Intl.DateTimeFormat(tag, {
        timeZone: zone,
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      });
      times.set(zone, format);
    }
    return format.format(at);
  };

  const formatChange = (value: number): string => {
    const rounded = roundForRank(Math.abs(value));
    if (rounded === 0) return '±0';
    return `${value > 0 ? '+' : '−'}${oneDecimal.format(rounded)}`;
  };

  return {
    number: (value) => integer.format(value),
    score: (value) => oneDecimal.format(roundForRank(value)),
    change: formatChange,
    moved: (before, after) => formatChange(roundForRank(after) - roundForRank(before)),
    points: (value) => `${value < 0 ? '−' : '+'}${twoDecimals.format(Math.abs(value))}`,
    percent: (ratio) => percent.format(ratio),
    money: (money) => {
      let format = monies.get(money.currency);
      if (format === undefined) {
        format = new Intl.NumberFormat(tag, {
          style: 'currency',
          currency: money.currency,
          trailingZeroDisplay: 'stripIfInteger',
        } as Intl.NumberFormatOptions);
        monies.set(money.currency, format);
      }
      return format.format(majorOf(money));
    },
    day: formatDay,
    time: formatTime,
    instant: (at, zone, today) => `${formatDay(dayOf(at, zone), today)} ${formatTime(at, zone)}`,
    month: (value) => month.format(instantOf(value, '12:00', 'UTC')),
    list: (items) => list.format(items),
  };
};
