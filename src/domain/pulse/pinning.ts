// Whether rounded means of small groups, held against the exact ones around them, leave only one value possible.
import { childrenOf } from './suppression.ts';

export interface Part {
  readonly number: number;
  /** The group it is part of; null for the whole. */
  readonly parent: number | null;
  /** How many answered who are in no group below it. */
  readonly own: number;
  /** What is told of the sum of its answers, those of the groups below included. */
  readonly low: number;
  readonly high: number;
}

interface Bounds {
  low: number;
  high: number;
}

/** Each round makes at least one range smaller; so many are enough for any tree of four levels. */
const ROUNDS = 40;

/** Narrows what `parts` may be, given that they add up to `sum`, and the other way round. */
const narrow = (sum: Bounds, parts: readonly Bounds[]): boolean => {
  let changed = false;
  const tighten = (of: Bounds, low: number, high: number): void => {
    if (low > of.low || high < of.high) changed = true;
    of.low = Math.max(of.low, low);
    of.high = Math.min(of.high, high);
  };
  const lows = parts.reduce((total, part) => total + part.low, 0);
  const highs = parts.reduce((total, part) => total + part.high, 0);
  tighten(sum, lows, highs);
  for (const part of parts) {
    tighten(part, sum.low - (highs - part.high), sum.high - (lows - part.low));
  }
  return changed;
};

/**
 * Which groups' sums can be worked out exactly by adding up what is told of all of them.
 * @param range the lowest and the highest answer
 */
export const pinned = (
  parts: readonly Part[],
  range: { readonly lowest: number; readonly highest: number },
): ReadonlySet<number> => {
  const sums = new Map(parts.map(({ number, low, high }) => [number, { low, high }]));
  // Those in no group below are only known to have answered.
  const below = childrenOf(parts);
  const families = parts.flatMap(({ number, own }) => {
    const children = below.get(number);
    if (children === undefined) return [];
    const none = { low: own * range.lowest, high: own * range.highest };
    const sum = sums.get(number) ?? none;
    return [{ sum, parts: [none, ...children.map((part) => sums.get(part.number) ?? none)] }];
  });
  for (let round = 0; round < ROUNDS; round += 1) {
    const changes = families.map(({ sum, parts: of }) => narrow(sum, of));
    if (!changes.includes(true)) break;
  }
  return new Set([...sums].flatMap(([number, { low, high }]) => (low >= high ? [number] : [])));
};
