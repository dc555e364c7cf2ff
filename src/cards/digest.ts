// The week in review for the team's channel: what the team did together, and what was recognised. Nobody is ranked.
import type { Block, Card, Field } from '../chat/card.ts';
import { bold } from '../chat/text.ts';
import type { Money } from '../domain/money.ts';
import type { ValueThanks, WeekRecognition } from '../domain/recognition/digest.ts';
import type { Days } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';
import { kudosText, recognisedBlocks } from './recognition-day.ts';

interface WeekView {
  readonly team: string;
  readonly days: Days;
  readonly followups: number;
  readonly target: number;
  readonly won: { readonly deals: number; readonly monies: readonly Money[] };
  readonly collected: readonly Money[];
  readonly recognition: WeekRecognition;
}

const sums = ({ format }: Locale, monies: readonly Money[]): string =>
  format.list(monies.map((money) => format.money(money)));

const teamBlocks = (locale: Locale, { followups, target, won, collected }: WeekView): Block[] => {
  const { t, format } = locale;
  const { leaderboard } = t;
  const n = format.number(followups);
  const amount = sums(locale, won.monies);
  const fields: Field[] = [
    ...(won.deals === 0
      ? []
      : [{ label: t.digest.week.won, value: [leaderboard.deals({ n: won.deals, amount })] }]),
    ...(collected.length === 0
      ? []
      : [{ label: t.digest.week.collected, value: [sums(locale, collected)] }]),
  ];
  return [
    {
      kind: 'progress',
      label: leaderboard.teamProgress,
      ratio: target === 0 ? 0 : followups / target,
      text:
        target === 0
          ? leaderboard.noTarget({ n })
          : leaderboard.progress({ n, target: format.number(target) }),
    },
    ...(fields.length === 0 ? [] : [{ kind: 'fields' as const, fields }]),
  ];
};

const valueBlocks = (locale: Locale, { value, count, shown, more }: ValueThanks): Block[] => {
  const { t } = locale;
  const { week } = t.digest;
  const title = value === null ? week.noValue({ n: count }) : week.value({ value, n: count });
  return [
    { kind: 'text', text: [bold(title)] },
    ...shown.map((each): Block => ({ kind: 'text', text: kudosText(locale, each, false) })),
    ...(more > 0 ? [{ kind: 'note' as const, text: [t.common.more({ n: more })] }] : []),
  ];
};

const thanksBlocks = (locale: Locale, { thanks, values }: WeekRecognition): Block[] => {
  const { week } = locale.t.digest;
  if (thanks === 0) return [{ kind: 'note', text: [week.none] }];
  return [
    { kind: 'text', text: [bold(week.thanks({ n: thanks }))] },
    ...values.shown.flatMap((each) => valueBlocks(locale, each)),
    ...(values.more > 0
      ? [{ kind: 'note' as const, text: [week.otherValues({ n: values.more })] }]
      : []),
  ];
};

/** The week's digest as the team's channel sees it. */
export const digestCard = (locale: Locale, view: WeekView): Card => {
  const { t, format } = locale;
  const { week } = t.digest;
  const { team, days, recognition } = view;
  const title = week.title({ team, from: format.day(days.from), to: format.day(days.to) });
  const { thanks } = recognition;
  return {
    locale: t.formatTag,
    title,
    tone: thanks > 0 || recognition.awards.length > 0 ? 'good' : 'neutral',
    summary: [
      title,
      `${t.leaderboard.teamProgress} ${format.number(view.followups)}`,
      ...(thanks > 0 ? [week.thanks({ n: thanks })] : []),
    ].join(' · '),
    blocks: [
      ...teamBlocks(locale, view),
      ...recognisedBlocks(locale, recognition),
      ...thanksBlocks(locale, recognition),
    ],
  };
};
