// One's own points: how many, where they came from, what is left to give today.
import type { Block, Card } from '../chat/card.ts';
import { bold } from '../chat/text.ts';
import { POINT } from '../domain/recognition/account.ts';
import type { Badge } from '../domain/recognition/badge.ts';
import type { Day, Instant, Zone } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';
import { badgeField } from './badge.ts';
import { press } from './press.ts';

export interface PointsView {
  /** Thousandths of a point. */
  readonly balance: number;
  /** Whole points to give today; null for who is in no team. */
  readonly pot: { readonly left: number; readonly budget: number } | null;
  /** The newest first. */
  readonly movements: readonly {
    readonly at: Instant;
    readonly amount: number;
    readonly source: Source;
  }[];
  readonly badges: readonly Badge[];
  readonly zone: Zone;
  readonly today: Day;
}

/** What moved points; `who` and `name` are null for what is not there any more. */
export type Source =
  | { readonly kind: 'kudos'; readonly who: string | null; readonly reason: string }
  | { readonly kind: 'undone'; readonly who: string | null }
  | { readonly kind: 'redemption' | 'returned'; readonly name: string | null }
  | { readonly kind: 'other' };

const REASON_SHOWN = 60;

const cut = (text: string): string => {
  const characters = [...text];
  return characters.length <= REASON_SHOWN
    ? text
    : `${characters.slice(0, REASON_SHOWN).join('')}…`;
};

const sourceText = ({ t }: Locale, source: Source): string => {
  const { sources, gone } = t.points;
  switch (source.kind) {
    case 'kudos':
      return sources.kudos({ who: source.who ?? gone, reason: cut(source.reason) });
    case 'undone':
      return sources.undone({ who: source.who ?? gone });
    case 'redemption':
    case 'returned':
      return sources[source.kind]({ name: source.name ?? t.common.none });
    default:
      return sources.other;
  }
};

/** `+0.5`, `−12` */
const signed = ({ format }: Locale, amount: number): string =>
  `${amount < 0 ? '−' : '+'}${format.number(Math.abs(amount) / POINT)}`;

const history = (locale: Locale, { movements, zone, today }: PointsView): Block[] => {
  const { t, format } = locale;
  const texts = t.points;
  if (movements.length === 0) return [{ kind: 'text', text: [texts.none] }];
  return [
    { kind: 'text', text: [bold(texts.history)] },
    {
      kind: 'rows',
      columns: [
        { label: texts.when, align: 'start' },
        { label: texts.what, align: 'start' },
        { label: texts.amount, align: 'end' },
      ],
      rows: movements.map(({ at, amount, source }) => [
        [format.instant(at, zone, today)],
        [sourceText(locale, source)],
        [signed(locale, amount)],
      ]),
    },
  ];
};

/** The reader's own points. */
export const pointsCard = (locale: Locale, view: PointsView): Card => {
  const { t, format } = locale;
  const texts = t.points;
  const balance = texts.points({ n: format.number(view.balance / POINT) });
  const left = view.pot === null ? null : texts.of(view.pot);
  const badges = badgeField(locale, view.badges);
  return {
    locale: t.formatTag,
    title: texts.title,
    tone: 'neutral',
    summary: [
      `${texts.balance} ${balance}`,
      ...(left === null ? [] : [`${texts.left} ${left}`]),
    ].join(' · '),
    blocks: [
      {
        kind: 'fields',
        fields: [
          { label: texts.balance, value: [bold(balance)] },
          ...(left === null ? [] : [{ label: texts.left, value: [left] }]),
          ...(badges === null ? [] : [badges]),
        ],
      },
      ...history(locale, view),
      ...(left === null ? [] : [{ kind: 'note' as const, text: [texts.lapses] }]),
      { kind: 'note', text: [texts.apart] },
      {
        kind: 'actions',
        actions: [
          press(texts.rewards, 'rewards', 'show', {}),
          ...(left === null ? [] : [press(texts.thank, 'kudos', 'form', {})]),
        ],
      },
    ],
  };
};
