// The cards of the day's and the week's recognition, and what managers and admins learn, at every size.
import { boardCard } from '../../../src/cards/board.ts';
import { digestCard } from '../../../src/cards/digest.ts';
import { dayBlocks } from '../../../src/cards/recognition-day.ts';
import { ringsCard } from '../../../src/cards/rings.ts';
import { supportCard } from '../../../src/cards/support.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { Board } from '../../../src/domain/board.ts';
import {
  isEmptyWeek,
  type Recognised,
  type SaidKudos,
  someOf,
} from '../../../src/domain/recognition/digest.ts';
import { MILESTONES } from '../../../src/domain/recognition/rules.ts';
import type { Locale } from '../../../src/locales/index.ts';

const DAYS = { from: '2026-03-09', to: '2026-03-13' };
const MANY = { empty: 0, typical: 2, long: 5, huge: 10_000 };

const countOf = (size: string): number => MANY[size as keyof typeof MANY] ?? 0;
const wordOf = ({ tag }: Locale, size: string): string => {
  const [short, letter] = tag === 'zh' ? ['晨光', '极'] : ['Acme Corp', 'x'];
  return size === 'long' || size === 'huge' ? letter.repeat(200) : short;
};
const times = <T>(n: number, make: (at: number) => T): T[] =>
  Array.from({ length: n }, (_, at) => make(at));

const kudosIn = (word: string, n: number): SaidKudos[] =>
  times(n, (id) => ({
    id,
    giver: word,
    receivers: times(Math.min(n, 12), () => word),
    reason: word.repeat(5),
    value: id % 2 === 0 ? null : word.slice(0, 30),
  }));

const recognisedIn = (word: string, n: number): Recognised => ({
  milestones: times(n, (id) => ({
    id,
    rule: MILESTONES[id % MILESTONES.length] ?? 'streak',
    memberId: 1,
    teamId: 1,
    cause: '',
    params: { month: '2026-03-01', months: 4, days: 20, minutes: 12, delta: 4.2 },
    day: DAYS.to,
    at: 0,
    name: word,
  })),
  awards: times(n, (id) => ({
    id: String(id),
    quarterly: id % 2 === 0 ? null : { kind: 'service', quarter: '2025-10-01' },
    names: [word, word],
    reason: word.repeat(5),
  })),
  badges: times(n, (memberId) => ({ memberId, name: word, badge: 'thanks10' })),
});

const boardOf = (word: string, n: number): Board => ({
  period: 'day',
  days: { from: DAYS.to, to: DAYS.to },
  asOf: DAYS.to,
  individual: {
    individual: true,
    places: times(Math.min(n, 5), (memberId) => ({ rank: 1, memberId, name: word, score: 90 })),
    more: { count: 12, score: 90 },
    hidden: 3,
    team: { sellers: 20, scored: 20, mean: 70 },
  },
  improved: times(Math.min(n, 2), (memberId) => ({ memberId, name: word, delta: 4 })),
  team: { followups: 12, target: 30, won: [], collected: [] },
  milestones: times(n, () => ({ kind: 'win', name: word, isFirst: false })),
});

/** The longest posts of the smallest platform: 15,000 bytes, 50 blocks. */
export const fits = (card: Card): boolean =>
  card.blocks.length <= 50 && new TextEncoder().encode(JSON.stringify(card)).length <= 15_000;

export const DIGEST_CARDS: Readonly<
  Record<string, (locale: Locale, size: string) => readonly Card[]>
> = {
  'the day on a board': (locale, size) => {
    const [word, n] = [wordOf(locale, size), countOf(size)];
    const day = { ...recognisedIn(word, n), kudos: someOf(kudosIn(word, n)) };
    const board = boardOf(word.slice(0, 60), n);
    return [boardCard(locale, word.slice(0, 40), board, dayBlocks(locale, day, board.milestones))];
  },
  digest: (locale, size) => {
    const [word, n] = [wordOf(locale, size), countOf(size)];
    const values = times(Math.min(n, 5), (at) => ({
      value: at === 4 ? null : word.slice(0, 30),
      count: n,
      shown: kudosIn(word, 2),
      more: Math.max(0, n - 2),
    }));
    const recognition = {
      ...recognisedIn(word, n),
      thanks: n * values.length,
      values: { shown: values, more: n },
    };
    return [
      digestCard(locale, {
        team: word.slice(0, 40),
        days: DAYS,
        followups: n,
        target: n,
        won: { deals: n, monies: isEmptyWeek(recognition) ? [] : [{ minor: 5, currency: 'CNY' }] },
        collected: [],
        recognition,
      }),
    ];
  },
  support: (locale, size) => {
    const [word, n] = [wordOf(locale, size), countOf(size)];
    const coverage = {
      days: DAYS,
      eligible: n,
      reached: Math.floor(n / 2),
      ratio: n < 5 ? null : 0.5,
      each: n === 0 ? null : 1 / 3,
    };
    const openings = [
      { kind: 'talk' },
      { kind: 'strength', metric: 'followups', score: 91.25 },
      {
        kind: 'step',
        step: {
          action: 'visit',
          dueOn: '2026-03-18',
          dueTime: null,
          precision: 'day',
          customer: word,
        },
      },
    ] as const;
    return [
      supportCard(locale, {
        team: word,
        today: DAYS.to,
        coverage: [coverage, coverage],
        uneven: n < 5 ? null : { gini: 2 / 3, half: 1, members: n },
        members: times(Math.min(n, 8), (at) => ({
          name: word,
          quiet: at % 2 === 0,
          falling: at % 3 === 0 || at % 2 === 1 ? [70, 60, 50] : null,
          opening: openings[at % 3] ?? { kind: 'talk' },
        })),
        more: Math.max(0, n - 8),
      }),
    ];
  },
  rings: (locale, size) => {
    const [word, n] = [wordOf(locale, size), countOf(size)];
    const ring = {
      members: times(4, () => ({ name: word, given: 8, inside: 5 })),
      edges: 4,
      returned: 0,
    };
    return [
      ringsCard(
        locale,
        times(Math.min(Math.max(1, n), 5), () => ring),
        1 / 3,
        n,
      ),
    ];
  },
};
