import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Caps,
  DEFAULT_CAPS,
  isReaction,
  judge,
  type Touch,
} from '../../../../src/domain/fairness/counting.ts';
import { CHANNELS, OUTCOMES } from '../../../../src/domain/parsing/codes.ts';
import { dayOf, instantOf, MINUTE } from '../../../../src/domain/time.ts';

const ZONE = 'Asia/Shanghai';
const START = instantOf('2026-03-02', '09:00', ZONE);
const DAY = 24 * 60;

const NOTES = [
  '未接通',
  '聊了预算和上线时间,下周三再看一次方案',
  '聊了预算和上线时间,下周四再看一次方案',
  'one two three four five six seven eight nine',
  'one two three four five six seven eight ten',
  'zero two three four five six seven eight ten',
];

/** A touch so many minutes after the first Monday, 09:00. */
const touch = (id: number, minutes: number, more: Partial<Touch> = {}): Touch => {
  const occurredAt = START + minutes * MINUTE;
  return {
    id,
    occurredAt,
    day: dayOf(occurredAt, ZONE),
    channel: 'phone',
    outcome: 'connected',
    text: '',
    ...more,
  };
};

const kinds = (touches: readonly Touch[], caps?: Caps): string[] => {
  const verdicts = judge(touches, caps);
  return touches.map(({ id }) => verdicts.get(id)?.kind ?? '-');
};

describe('caps', () => {
  test('one per channel and half hour; exactly half an hour later counts', () => {
    const touches = [touch(1, 0), touch(2, 29), touch(3, 29, { channel: 'wechat' }), touch(4, 30)];
    expect(kinds(touches)).toEqual(['counted', 'same_half_hour', 'counted', 'counted']);
    expect(judge(touches).get(2)).toEqual({ kind: 'same_half_hour', of: 1 });
  });

  test('three a day, by the local day', () => {
    const touches = [0, 60, 120, 180, DAY].map((minutes, id) => touch(id, minutes));
    expect(kinds(touches)).toEqual(['counted', 'counted', 'counted', 'daily_cap', 'counted']);
    const late = touch(9, 14 * 60 + 59);
    expect(late.day).toBe('2026-03-02');
    expect(touch(9, 15 * 60).day).toBe('2026-03-03');
  });

  test('without a channel nothing counts, but it may show a reaction', () => {
    const silent = (id: number, day: number): Touch =>
      touch(id, day * DAY, { outcome: 'no_answer' });
    const before = [0, 1, 2, 3, 4].map((day) => silent(day, day));
    const paid = touch(90, 4 * DAY + 60, { channel: null, outcome: 'paid' });
    expect(kinds([...before, silent(5, 5)]).at(-1)).toBe('no_reaction');
    expect(kinds([...before, paid, silent(5, 5)]).slice(-2)).toEqual(['no_channel', 'counted']);
  });

  test('the sixth in a row without a reaction waits for one, or for 14 days to pass', () => {
    const silent = [0, 1, 2, 3, 4, 5, 6, 13, 14].map((day) =>
      touch(day, day * DAY, { outcome: 'no_answer' }),
    );
    expect(kinds(silent)).toEqual([
      ...Array<string>(5).fill('counted'),
      'no_reaction',
      'no_reaction',
      'no_reaction',
      'counted',
    ]);
    const answered = [...silent.slice(0, 6), touch(50, 5 * DAY + 60), touch(51, 6 * DAY)];
    expect(kinds(answered).slice(-3)).toEqual(['no_reaction', 'counted', 'counted']);
  });

  test('a capped follow-up uses up no cap', () => {
    const touches = [0, 10, 40].map((minutes, id) => touch(id, minutes));
    expect(kinds(touches)).toEqual(['counted', 'same_half_hour', 'counted']);
  });
});

describe('duplicates', () => {
  const note = NOTES[3] ?? '';

  test('are merged into the first of their kind, on any channel, for seven days', () => {
    const touches = [
      touch(1, 0, { text: note }),
      touch(2, DAY, { text: NOTES[4] ?? '', channel: 'visit' }),
      touch(3, 6 * DAY, { text: note }),
      touch(4, 20 * DAY, { text: note }),
    ];
    expect(kinds(touches)).toEqual(['counted', 'duplicate', 'duplicate', 'counted']);
    expect(judge(touches).get(3)).toEqual({ kind: 'duplicate', of: 1 });
  });

  test('a weekly rhythm is not a copy', () => {
    expect(kinds([touch(1, 0, { text: note }), touch(2, 7 * DAY, { text: note })])).toEqual([
      'counted',
      'counted',
    ]);
  });

  test('a chain is followed back to its beginning', () => {
    const touches = [
      touch(1, 0, { text: NOTES[3] ?? '' }),
      touch(2, DAY, { text: NOTES[4] ?? '' }),
      touch(3, 2 * DAY, { text: NOTES[5] ?? '' }),
    ];
    expect(judge(touches).get(3)).toEqual({ kind: 'duplicate', of: 1 });
  });

  test('short notes may be equal, and another date is another note', () => {
    const touches = [
      touch(1, 0, { text: NOTES[0] ?? '' }),
      touch(2, DAY, { text: NOTES[0] ?? '' }),
      touch(3, 2 * DAY, { text: '电话沟通客户,意向明确,下周二回访' }),
      touch(4, 3 * DAY, { text: '电话沟通客户,意向明确,下周三回访' }),
    ];
    expect(kinds(touches)).toEqual(Array(4).fill('counted'));
  });

  test('a note first entered without its channel is not in the way of the complete one', () => {
    const touches = [touch(1, 0, { text: note, channel: null }), touch(2, 5, { text: note })];
    expect(kinds(touches)).toEqual(['no_channel', 'counted']);
  });
});

describe('for any follow-ups', () => {
  const anyTouch = fc
    .record({
      minutes: fc.oneof(
        fc.integer({ min: 0, max: 24 * DAY }),
        // Close together, so that every cap is hit often.
        fc
          .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 90 }))
          .map(([day, minute]) => day * DAY + minute),
      ),
      channel: fc.option(fc.constantFrom(...CHANNELS.slice(0, 3)), { freq: 8 }),
      outcome: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom('no_answer' as const, 'material_sent' as const) },
        { weight: 1, arbitrary: fc.constantFrom(...OUTCOMES) },
      ),
      text: fc.oneof(fc.constant(''), fc.constantFrom(...NOTES)),
    })
    .map(({ minutes, ...more }) => touch(0, minutes, more));
  const anyTouches = fc
    .array(anyTouch, { maxLength: 60 })
    .map((touches) => touches.map((each, id) => ({ ...each, id })));
  const countOf = (touches: readonly Touch[]): number =>
    kinds(touches).filter((kind) => kind === 'counted').length;

  test('the order of the list does not matter', () => {
    fc.assert(
      fc.property(
        anyTouches.chain((touches) =>
          fc.tuple(
            fc.constant(touches),
            fc.shuffledSubarray(touches, {
              minLength: touches.length,
              maxLength: touches.length,
            }),
          ),
        ),
        ([touches, shuffled]) => {
          expect(new Map([...judge(shuffled)].sort(([a], [b]) => a - b))).toEqual(
            new Map([...judge(touches)].sort(([a], [b]) => a - b)),
          );
        },
      ),
    );
  });

  test('every one gets a verdict, and judging again what counts changes nothing', () => {
    fc.assert(
      fc.property(anyTouches, (touches) => {
        const verdicts = judge(touches);
        expect(verdicts.size).toBe(touches.length);
        const counted = touches.filter(({ id }) => verdicts.get(id)?.kind === 'counted');
        // A reaction that does not count itself would be missing, so silence is not judged again.
        const again = judge(counted, { ...DEFAULT_CAPS, unanswered: Number.POSITIVE_INFINITY });
        for (const { id } of counted) expect(again.get(id)?.kind).toBe('counted');
      }),
    );
  });

  test('no cap is ever exceeded', () => {
    fc.assert(
      fc.property(anyTouches, (touches) => {
        const verdicts = judge(touches);
        const sorted = [...touches].sort((a, b) => a.occurredAt - b.occurredAt || a.id - b.id);
        const counted = sorted.filter(({ id }) => verdicts.get(id)?.kind === 'counted');
        for (const [at, one] of counted.entries()) {
          const sameDay = counted.filter(({ day }) => day === one.day);
          expect(sameDay.length).toBeLessThanOrEqual(DEFAULT_CAPS.perDay);
          const near = sameDay.filter(
            (other) =>
              other !== one &&
              other.channel === one.channel &&
              Math.abs(other.occurredAt - one.occurredAt) < DEFAULT_CAPS.apartMinutes * MINUTE,
          );
          expect(near).toEqual([]);
          const since = sorted.findLast(
            (other) => isReaction(other.outcome) && other.occurredAt <= one.occurredAt,
          );
          if (since) continue;
          const silent = counted.filter(
            (other, i) => i <= at && one.occurredAt - other.occurredAt < 13 * DAY * MINUTE,
          );
          expect(silent.length).toBeLessThanOrEqual(DEFAULT_CAPS.unanswered);
        }
      }),
    );
  });

  test('one more follow-up is worth at most one more, unless it is the reaction others waited for', () => {
    fc.assert(
      fc.property(anyTouches, anyTouch, (touches, more) => {
        fc.pre(!isReaction(more.outcome));
        const added = [...touches, { ...more, id: 1000 }];
        expect(countOf(added)).toBeLessThanOrEqual(countOf(touches) + 1);
      }),
      { numRuns: 1000 },
    );
  });
});

test('a thousand follow-ups with one customer are judged at once', () => {
  const touches = Array.from({ length: 1000 }, (_, id) =>
    touch(id, id * 300, { text: `note ${id} about the plan, price and date of round ${id % 7}` }),
  );
  const before = performance.now();
  judge(touches);
  expect(performance.now() - before).toBeLessThan(2000);
});
