// The cards of automatic recognition, celebrations and goals, at every size.
import { celebrationCard, celebrationTakenBack } from '../../../src/cards/celebration.ts';
import { goalCard } from '../../../src/cards/goal.ts';
import { MILESTONE_WORDS } from '../../../src/cards/milestone.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { Celebration } from '../../../src/domain/recognition/celebration.ts';
import type { GoalProgress } from '../../../src/domain/recognition/goal.ts';
import type { NamedMilestone } from '../../../src/domain/recognition/milestone.ts';
import { MILESTONES } from '../../../src/domain/recognition/rules.ts';
import type { Locale } from '../../../src/locales/index.ts';

const MONTH = '2026-03-01';
const cny = (minor: number) => ({ minor, currency: 'CNY' });

const nameOf = ({ tag }: Locale, size: string): string => {
  if (size === 'long') return (tag === 'zh' ? '极' : 'x').repeat(200);
  return tag === 'zh' ? '晨光科技' : 'Acme Corp';
};

const milestonesIn = (locale: Locale, size: string): NamedMilestone[] =>
  MILESTONES.flatMap((rule) =>
    [{ month: MONTH }, { month: MONTH, team: 1, target: 50_000_000, currency: 'CNY' }].map(
      (params): NamedMilestone => ({
        id: 1,
        rule,
        memberId: 1,
        teamId: 1,
        cause: 'deal:1',
        params: { ...params, months: 4, days: 20, minutes: 12, delta: 4.2 },
        day: '2026-03-11',
        at: 0,
        name: size === 'empty' ? null : nameOf(locale, size),
      }),
    ),
  ).filter(
    ({ rule, name, params }) => (name !== null && !('team' in params)) || rule === 'goal_reached',
  );

const celebrationsIn = (locale: Locale, size: string): Celebration[] => {
  const name = nameOf(locale, size);
  const total = { empty: 0, typical: 2, long: 3, huge: 10_000 }[size] ?? 0;
  const of = {
    dealId: Number.MAX_SAFE_INTEGER,
    at: 8_640_000_000_000_000,
    month: MONTH,
    cheers: { total, first: Array.from({ length: Math.min(3, total) }, () => name) },
  };
  return [
    {
      ...of,
      winner: size === 'empty' ? null : name,
      customer: { industry: null },
      amount: { figures: 6 },
      won: { money: cny(12_000_000), others: [] },
      target: null,
    },
    {
      ...of,
      winner: name,
      customer: { name },
      amount: { money: cny(Number.MAX_SAFE_INTEGER) },
      won: { money: cny(60_000_000), others: [{ minor: 500, currency: 'EUR' }] },
      target: cny(50_000_000),
    },
  ];
};

const progressOf = (won: number, elapsed: number): GoalProgress => ({
  target: cny(30_000_000),
  won: { money: cny(won), others: won > 1 ? [{ minor: 500, currency: 'EUR' }] : [] },
  elapsed,
  workdays: 22,
});

export const RECOGNITION_CARDS: Readonly<
  Record<string, (locale: Locale, size: string) => readonly Card[]>
> = {
  milestone: (locale, size) =>
    milestonesIn(locale, size).flatMap((found) => [
      MILESTONE_WORDS.posted(locale.tag, found, null),
      MILESTONE_WORDS.told(locale.tag, found),
      MILESTONE_WORDS.takenBack(locale.tag),
      MILESTONE_WORDS.takenBackFrom(locale.tag, found),
    ]),
  celebration: (locale, size) => [
    ...celebrationsIn(locale, size).map((view) => celebrationCard(locale, view, null)),
    celebrationTakenBack(locale),
  ],
  goal: (locale, size) => {
    const team = nameOf(locale, size);
    const count = { empty: 0, typical: 4, long: 12, huge: 10_000 }[size] ?? 0;
    const members = Array.from({ length: count }, () => ({
      name: team,
      progress: progressOf(15_000_000, 8),
    }));
    return [
      goalCard(locale, { team, month: MONTH, ofTeam: null, own: null, members: null }),
      goalCard(locale, { team, month: MONTH, ofTeam: null, own: null, members }),
      ...[0, 1, 8, 21, 22].flatMap((elapsed) =>
        [0, 15_000_000, 30_000_000].map((won) => {
          const progress = progressOf(won, elapsed);
          return goalCard(locale, { team, month: MONTH, ofTeam: progress, own: progress, members });
        }),
      ),
    ];
  },
};
