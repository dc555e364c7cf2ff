// The English date grammar: what chrono misses or reads wrongly, and the forms reps use most.
import type { Rule } from './atoms.ts';
import { EN_ENDS } from './dates-en-ends.ts';
import { EN_FULL } from './dates-en-full.ts';
import { EN_OFFSETS } from './dates-en-offsets.ts';
import { EN_PERIODS } from './dates-en-periods.ts';
import { EN_WEEKDAYS } from './dates-en-weekdays.ts';

/** In this order, for an earlier rule wins the words it reads. */
export const EN_DAYS: readonly Rule[] = [
  ...EN_FULL,
  ...EN_ENDS,
  ...EN_WEEKDAYS,
  ...EN_OFFSETS,
  ...EN_PERIODS,
];
