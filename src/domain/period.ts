// The periods scores and boards are made for.
import { type Day, type Days, monthAround, quarterAround, weekAround } from './time.ts';

export const PERIODS = ['day', 'week', 'month', 'quarter'] as const;
export type Period = (typeof PERIODS)[number];

const AROUND: Readonly<Record<Period, (day: Day) => Days>> = {
  day: (day) => ({ from: day, to: day }),
  week: weekAround,
  month: monthAround,
  quarter: quarterAround,
};

/** The period of this kind that a day lies in. */
export const periodAround = (period: Period, day: Day): Days => AROUND[period](day);
