// A customer in a rep's book while the months are played through.
import { type Currency, type Money, moneyOf } from '../../../src/domain/money.ts';
import { addDays, type Day, type Instant } from '../../../src/domain/time.ts';
import type { Course } from './funnel.ts';
import type { DemoCustomer, DemoMember, Segment } from './model.ts';
import { contactName, customerName } from './names.ts';
import { type Random, streamOf } from './random.ts';
import { logNormal, weighted } from './sample.ts';

export interface Prospect {
  readonly customer: DemoCustomer;
  readonly course: Course;
  /** The customer's own stream. */
  readonly random: Random;
  /** What a deal would be worth. */
  readonly value: Money;
  dealOpenedOn: Day | null;
  /** Before that day nobody thinks of it. */
  dueOn: Day;
  touchedOn: Day | null;
  /** Still waiting for the first response, or given to somebody else. */
  away: boolean;
}

/** Median and σ of a deal in thousands of yuan (domain method: funnel). */
const VALUES: Readonly<Record<Segment, readonly [number, number]>> = {
  smb: [15, 0.9],
  mid: [120, 0.8],
  enterprise: [800, 1],
};

/** Units of a currency that are worth as much in trade as one yuan. */
const WORTH: Readonly<Record<Currency, number>> = { CNY: 1, USD: 0.25, EUR: 0.25 };

/** Two or three digits are what people quote. */
const round = (value: number): number => {
  const step = value < 10_000 ? 100 : value < 100_000 ? 1000 : 10_000;
  return Math.max(step, Math.round(value / step) * step);
};

/** The `index`-th customer of a member; all of it comes from the customer's own stream. */
export const createProspect = (
  seed: string,
  member: DemoMember,
  index: number,
  currency: Currency,
  createdAt: Instant,
  inbound: boolean,
  dueOn: Day,
): Prospect => {
  const key = `${member.key}-c${index}`;
  const random = streamOf(seed, 'customer', key);
  const segment = weighted(random, { smb: 0.58, mid: 0.35, enterprise: 0.07 });
  const [median, sigma] = VALUES[segment];
  const value = logNormal(random, median * 1000 * (WORTH[currency] ?? 1), sigma);
  return {
    customer: {
      key,
      ownerKey: member.key,
      name: customerName(member.locale, member.slot, index),
      contact: contactName(member.locale, random),
      segment,
      createdAt,
    },
    course: {
      stage: 'new',
      intent: Math.min(1, (inbound ? 0.35 : 0.2) + 0.6 * random()),
      silent: 0,
      touches: 0,
      inbound,
      segment,
    },
    random,
    value: moneyOf(round(value), currency),
    dealOpenedOn: null,
    dueOn,
    touchedOn: null,
    away: false,
  };
};

/**
 * Whom to turn to next: mostly what is due, the longest first; with time left, somebody new or soon due.
 * @param busy customers kept warm before looking for new ones
 * @param draw 0 ≤ draw < 1
 * @returns `new` to look for a new customer; null when nobody needs anything
 */
export const chooseNext = (
  prospects: readonly Prospect[],
  day: Day,
  busy: number,
  draw: number,
): Prospect | 'new' | null => {
  const open = prospects.filter(
    ({ away, course, touchedOn }) => !away && course.stage !== 'over' && touchedOn !== day,
  );
  const due = open.filter(({ dueOn }) => dueOn <= day);
  due.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const full = open.length >= busy;
  if (due.length > 0 && (full || draw < 0.9)) {
    return due[Math.floor(draw ** 2 * Math.min(8, due.length))] ?? null;
  }
  if (!full) return 'new';
  const near = open.filter(({ dueOn }) => dueOn <= addDays(day, 4));
  return near[Math.floor(draw * near.length)] ?? null;
};
