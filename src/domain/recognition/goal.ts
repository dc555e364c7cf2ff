// A goal of the month: what was won towards it, and whether the pace is enough.
import { type Currency, type Money, majorOf, moneyOf } from '../money.ts';

/** Value of one unit of a currency in another, by `FROM:TO`. */
type Rates = Readonly<Record<string, number>>;

/** What sums of several currencies are worth. */
export interface Worth {
  /** What could be added up, in the one currency. */
  readonly money: Money;
  /** What has no rate into it, as it is; it is in no total. */
  readonly others: readonly Money[];
}

/** Adds sums up in one currency, to whole minor units each. */
export const worthIn = (sums: readonly Money[], currency: Currency, rates: Rates): Worth => {
  let minor = 0;
  const others: Money[] = [];
  for (const sum of sums) {
    const rate = rates[`${sum.currency}:${currency}`];
    if (sum.currency === currency) minor += sum.minor;
    else if (rate === undefined) others.push(sum);
    else minor += moneyOf(majorOf(sum) * rate, currency).minor;
  }
  return { money: { minor, currency }, others };
};

/** Whether what was won reaches the target. */
export const isReached = (won: number, target: number): boolean => target > 0 && won >= target;

/** How a goal stands. */
export interface GoalProgress {
  readonly target: Money;
  readonly won: Worth;
  /** Of the month's working days, today included. */
  readonly elapsed: number;
  readonly workdays: number;
}

/**
 * Pace = actual ÷ (target × elapsed working days ÷ working days) (domain method: OKR); 1 is just enough. Null
 * before the first working day, or without any.
 */
export const paceOf = ({ target, won, elapsed, workdays }: GoalProgress): number | null =>
  elapsed === 0 || workdays === 0 || target.minor === 0
    ? null
    : won.money.minor / ((target.minor * elapsed) / workdays);
