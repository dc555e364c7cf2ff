import { expect, test } from 'vitest';
import {
  findTimingFlags,
  type LogEntry,
  variationOf,
} from '../../../../src/domain/fairness/flags.ts';
import { HOUR, instantOf, MINUTE } from '../../../../src/domain/time.ts';

const AT = instantOf('2026-03-11', '18:00', 'Asia/Shanghai');

/** An entry logged so many seconds after 18:00, about something in the half hour before. */
const entry = (id: number, seconds: number, more: Partial<LogEntry> = {}): LogEntry => ({
  id,
  loggedAt: AT + seconds * 1000,
  occurredAt: AT - ((id * 7) % 30) * MINUTE,
  channel: 'phone',
  minuteStated: false,
  bulk: false,
  customerSince: null,
  ...more,
});
/** Irregular steps, so that only the burst can be seen. */
const irregular = (count: number, seconds: number, more: Partial<LogEntry> = {}): LogEntry[] =>
  Array.from({ length: count }, (_, i) => entry(i, i * seconds + ((i * 37) % 53), more));
const kinds = (entries: readonly LogEntry[]): string[] =>
  findTimingFlags(entries).map(({ kind }) => kind);

test('a burst is eight entries within ten minutes, with its evidence', () => {
  const nine = irregular(9, 45);
  expect(findTimingFlags([...nine].reverse())).toEqual([
    {
      kind: 'burst',
      ids: [0, 1, 2, 3, 4, 5, 6, 7, 8],
      from: nine[0]?.loggedAt,
      to: nine[8]?.loggedAt,
    },
  ]);
  expect(kinds(irregular(7, 45))).toEqual([]);
  expect(kinds(irregular(8, 120))).toEqual([]);
});

test('a long burst is one flag, two bursts are two', () => {
  expect(kinds(irregular(30, 45))).toEqual(['burst']);
  const later = irregular(9, 45).map((each) => ({
    ...each,
    id: each.id + 100,
    loggedAt: each.loggedAt + HOUR,
  }));
  expect(kinds([...irregular(9, 45), ...later])).toEqual(['burst', 'burst']);
});

test('an import and a festival greeting to everyone are no burst', () => {
  expect(kinds(irregular(50, 1, { bulk: true, customerSince: AT }))).toEqual([]);
});

test('three calls in one stated minute are noticed; two, or messages, or a default time are not', () => {
  const stated = (id: number, more: Partial<LogEntry> = {}): LogEntry =>
    entry(id, id * 700, { occurredAt: AT - 20 * MINUTE + id * 1000, minuteStated: true, ...more });
  expect(findTimingFlags([stated(1), stated(2), stated(3)])).toEqual([
    { kind: 'same_minute', ids: [1, 2, 3], minute: AT - 20 * MINUTE },
  ]);
  expect(kinds([stated(1), stated(2)])).toEqual([]);
  expect(kinds([stated(1), stated(2), stated(3, { channel: 'wechat' })])).toEqual([]);
  expect(kinds([1, 2, 3].map((id) => stated(id, { minuteStated: false })))).toEqual([]);
});

test('thirty contacts at a trade fair in one hour raise nothing', () => {
  const fair = Array.from({ length: 30 }, (_, id) =>
    entry(id, id * 110 + ((id * 37) % 60), { channel: 'event', minuteStated: true }),
  );
  expect(kinds(fair)).toEqual([]);
});

test('the variation of 60, 60, 61, 59, 60 seconds is .0105', () => {
  expect(variationOf([60, 60, 61, 59, 60])).toBeCloseTo(0.0105, 4);
  expect(variationOf([0, 0, 0])).toBe(Number.POSITIVE_INFINITY);
});

test('six entries at equal steps are a machine rhythm; five, or a human hand, are not', () => {
  const steps = (gaps: readonly number[]): LogEntry[] => {
    let seconds = 0;
    return [0, ...gaps].map((gap, id) => {
      seconds += gap;
      return entry(id, seconds);
    });
  };
  const [flag, ...rest] = findTimingFlags(steps([60, 60, 61, 59, 60]));
  expect(rest).toEqual([]);
  expect(flag).toMatchObject({
    kind: 'machine_rhythm',
    ids: [0, 1, 2, 3, 4, 5],
    meanGapMs: 60_000,
  });
  expect(flag?.kind === 'machine_rhythm' && flag.variation).toBeCloseTo(0.0105, 4);
  expect(kinds(steps([60, 60, 61, 59]))).toEqual([]);
  expect(kinds(steps([60, 75, 41, 66, 90]))).toEqual([]);
  expect(kinds(steps([3600, 3600, 3600, 3600, 3600, 3600]))).toEqual([]);
  expect(kinds(steps([500, 20, 60, 60, 61, 59, 60, 500]))).toEqual(['machine_rhythm']);
});

test('an entry more than 48 hours late is noticed, one at 48 hours or from the import is not', () => {
  const late = (ms: number, more: Partial<LogEntry> = {}): LogEntry =>
    entry(1, 0, { occurredAt: AT - ms, ...more });
  expect(findTimingFlags([late(48 * HOUR + 1)])).toEqual([
    { kind: 'logged_late', id: 1, delayMs: 48 * HOUR + 1 },
  ]);
  expect(kinds([late(48 * HOUR)])).toEqual([]);
  expect(kinds([late(900 * HOUR, { bulk: true })])).toEqual([]);
});

test('something before the customer was known is noticed, unless the entry made it known', () => {
  const since = AT - HOUR;
  expect(findTimingFlags([entry(1, 0, { occurredAt: since - 5, customerSince: since })])).toEqual([
    { kind: 'before_customer', id: 1, aheadMs: 5 },
  ]);
  expect(kinds([entry(1, 0, { occurredAt: since, customerSince: since })])).toEqual([]);
  expect(kinds([entry(1, 0, { occurredAt: since - 5 })])).toEqual([]);
});
