// Patterns of logging that a manager may want to ask about: evidence only, never a consequence.
import type { Channel } from '../parsing/codes.ts';
import { HOUR, type Instant, MINUTE } from '../time.ts';

/** When one member said something happened, and when it was entered. */
export interface LogEntry {
  readonly id: number;
  readonly occurredAt: Instant;
  readonly loggedAt: Instant;
  readonly channel: Channel | null;
  /** Whether the member named the minute; a default or "this morning" claims nothing. */
  readonly minuteStated: boolean;
  /** Imported, or entered by one command for many customers. */
  readonly bulk: boolean;
  /** When the customer became known; null when this entry made it known. */
  readonly customerSince: Instant | null;
}

/** What was noticed, with the numbers that show it. */
export type Flag =
  /** Many entries in a short time: from the first to the last of them. */
  | {
      readonly kind: 'burst';
      readonly ids: readonly number[];
      readonly from: Instant;
      readonly to: Instant;
    }
  /** Several conversations in person within one minute. */
  | { readonly kind: 'same_minute'; readonly ids: readonly number[]; readonly minute: Instant }
  /** Entries at almost exactly equal steps; `variation` is the coefficient of variation of the gaps. */
  | {
      readonly kind: 'machine_rhythm';
      readonly ids: readonly number[];
      readonly meanGapMs: number;
      readonly variation: number;
    }
  | { readonly kind: 'logged_late'; readonly id: number; readonly delayMs: number }
  /** Said to have happened before the customer was known. */
  | { readonly kind: 'before_customer'; readonly id: number; readonly aheadMs: number };

/** Domain method: timing detectors. */
const BURST = { count: 8, withinMs: 10 * MINUTE };
const SAME_MINUTE = 3;
const RHYTHM = { count: 6, variation: 0.1, gapMs: 10 * MINUTE };
const LATE_MS = 48 * HOUR;
/** Channels on which one cannot be with two customers at once. */
const IN_PERSON: ReadonlySet<Channel | null> = new Set<Channel>(['phone', 'visit', 'video']);

/** Every stretch in which each window of `withinMs` that starts a run holds enough entries; runs are joined. */
const bursts = (byLog: readonly LogEntry[]): readonly Flag[] => {
  const runs: [number, number][] = [];
  let end = 0;
  byLog.forEach((entry, start) => {
    const limit = entry.loggedAt + BURST.withinMs;
    while ((byLog[end]?.loggedAt ?? Number.POSITIVE_INFINITY) <= limit) end++;
    if (end - start < BURST.count) return;
    const last = runs.at(-1);
    if (last && start < last[1]) last[1] = end;
    else runs.push([start, end]);
  });
  return runs.map(([start, stop]) => {
    const run = byLog.slice(start, stop);
    return {
      kind: 'burst',
      ids: run.map(({ id }) => id),
      from: run[0]?.loggedAt ?? 0,
      to: run.at(-1)?.loggedAt ?? 0,
    };
  });
};

const sameMinutes = (entries: readonly LogEntry[]): readonly Flag[] => {
  const minutes = new Map<Instant, number[]>();
  for (const { id, occurredAt, channel, minuteStated } of entries) {
    if (!minuteStated || !IN_PERSON.has(channel)) continue;
    const minute = Math.floor(occurredAt / MINUTE) * MINUTE;
    minutes.set(minute, [...(minutes.get(minute) ?? []), id]);
  }
  return [...minutes]
    .filter(([, ids]) => ids.length >= SAME_MINUTE)
    .sort(([a], [b]) => a - b)
    .map(([minute, ids]) => ({ kind: 'same_minute', ids, minute }));
};

/**
 * The coefficient of variation: population standard deviation ÷ mean.
 * @returns infinity when the mean is 0: what comes all at once has no rhythm
 */
export const variationOf = (gaps: readonly number[]): number => {
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  if (!(mean > 0)) return Number.POSITIVE_INFINITY;
  return Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length) / mean;
};

const rhythms = (byLog: readonly LogEntry[]): readonly Flag[] => {
  const gapsOf = (start: number, end: number): number[] =>
    byLog
      .slice(start + 1, end)
      .map(({ loggedAt }, i) => loggedAt - (byLog[start + i]?.loggedAt ?? 0));
  const regular = (start: number, end: number): boolean => {
    const gaps = gapsOf(start, end);
    return gaps.every((gap) => gap <= RHYTHM.gapMs) && variationOf(gaps) < RHYTHM.variation;
  };
  const flags: Flag[] = [];
  for (let start = 0; start + RHYTHM.count <= byLog.length; ) {
    let end = start + RHYTHM.count;
    if (!regular(start, end)) {
      start++;
      continue;
    }
    while (end < byLog.length && regular(start, end + 1)) end++;
    const gaps = gapsOf(start, end);
    flags.push({
      kind: 'machine_rhythm',
      ids: byLog.slice(start, end).map(({ id }) => id),
      meanGapMs: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
      variation: variationOf(gaps),
    });
    start = end;
  }
  return flags;
};

const backdated = (entry: LogEntry): readonly Flag[] => {
  const delayMs = entry.loggedAt - entry.occurredAt;
  const aheadMs = (entry.customerSince ?? entry.occurredAt) - entry.occurredAt;
  return [
    ...(delayMs > LATE_MS ? [{ kind: 'logged_late', id: entry.id, delayMs } as const] : []),
    ...(aheadMs > 0 ? [{ kind: 'before_customer', id: entry.id, aheadMs } as const] : []),
  ];
};

/**
 * What the timing of one member's entries shows (domain method: timing detectors). Bulk entries are never looked
 * at. Logging at the end of the day is normal: a flag is a question, it reduces nothing.
 * @param entries of one member, in any order; one day's at a time is enough except for rhythm across midnight
 */
export const findTimingFlags = (entries: readonly LogEntry[]): readonly Flag[] => {
  const own = entries.filter(({ bulk }) => !bulk);
  const byLog = [...own].sort((a, b) => a.loggedAt - b.loggedAt || a.id - b.id);
  return [...bursts(byLog), ...sameMinutes(byLog), ...rhythms(byLog), ...byLog.flatMap(backdated)];
};
