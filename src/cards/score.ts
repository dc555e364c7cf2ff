// The score card, and why it is what it is, metric by metric.
import type { Action, Block, Card } from '../chat/card.ts';
import { bold, type Text } from '../chat/text.ts';
import type { Period } from '../domain/period.ts';
import type { MetricExplanation } from '../domain/scoring/explanation.ts';
import { roundForRank, type Score } from '../domain/scoring/score.ts';
import type { Day } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';
import { raiseText, targetText, valueText } from './metric.ts';
import { notice } from './notice.ts';

/** Gains below this are shown as +0.0: no advice. */
const WORTH_SAYING = 0.05;
const ADVICE = 3;

export interface ScoreView {
  readonly score: Score;
  readonly period: Period;
  /** Whose it is; null for the reader's own. */
  readonly of: { readonly id: number; readonly name: string } | null;
  readonly currency: string;
  /** Totals of the last weeks, oldest first. */
  readonly weeks: readonly { readonly fromDay: Day; readonly total: number }[];
}

const press = (
  label: string,
  verb: string,
  view: ScoreView,
  more: Record<string, string> = {},
): Action => ({
  label,
  style: 'plain',
  intent: {
    command: 'score',
    verb,
    args: { period: view.period, ...(view.of === null ? {} : { of: view.of.id }), ...more },
  },
});

const headline = (locale: Locale, { of, period }: ScoreView): string => {
  const { score } = locale.t;
  const when = score.period[period];
  return of === null ? score.mine({ period: when }) : score.title({ name: of.name, period: when });
};

/** What would help, most first: one piece of advice a metric, or all that concerns the only one asked for. */
export const advice = (locale: Locale, view: ScoreView, only?: string): Text[] => {
  const seen = new Set<string>();
  return view.score.explanation.raise
    .filter(({ metric, gain }) => {
      if (gain < WORTH_SAYING || (only !== undefined && metric !== only)) return false;
      if (seen.has(metric) && only === undefined) return false;
      seen.add(metric);
      return true;
    })
    .slice(0, ADVICE)
    .map((raise): Text => [`• ${raiseText(locale, raise, view.currency)}`]);
};

const trend = (locale: Locale, { weeks }: ScoreView): Block[] => {
  const [first] = weeks;
  const last = weeks.at(-1);
  if (weeks.length < 2 || first === undefined || last === undefined) return [];
  const { t, format } = locale;
  return [
    {
      kind: 'chart',
      chart: {
        kind: 'line',
        title: t.score.trend,
        labels: weeks.map(({ fromDay }) => fromDay.slice(5)),
        series: [
          {
            name: t.score.score,
            values: weeks.map(({ total }) => roundForRank(total)),
          },
        ],
        max: 100,
      },
      alt: t.score.trendAlt({ from: format.score(first.total), to: format.score(last.total) }),
    },
  ];
};

/** The score with its four dimensions, and what would raise it most. */
export const scoreCard = (locale: Locale, view: ScoreView): Card => {
  const { t, format } = locale;
  const { value, available, provisional, explanation, version } = view.score;
  const title = headline(locale, view);
  if (value === null) return notice(locale, title, [t.score.none, t.score.noneHint]);
  const total = t.score.total({ score: format.score(value) });
  const helps = advice(locale, view);
  const weight = format.number(Math.round(available));
  const blocks: Block[] = [
    { kind: 'progress', label: total, ratio: value / 100, text: '' },
    ...explanation.dimensions.map(
      (dimension): Block => ({
        kind: 'progress',
        label: t.metrics.dimension[dimension.key],
        ratio: (dimension.score ?? 0) / 100,
        text:
          dimension.score === null
            ? t.score.notScored
            : t.score.points({
                points: format.score(dimension.points),
                weight: format.score(dimension.share),
              }),
      }),
    ),
  ];
  if (helps.length > 0) {
    blocks.push({ kind: 'text', text: [bold(t.score.raise)] });
    blocks.push(...helps.map((text): Block => ({ kind: 'text', text })));
  }
  blocks.push(...trend(locale, view));
  blocks.push({
    kind: 'note',
    text: [
      [
        provisional
          ? t.score.provisional({ available: weight })
          : t.score.available({ available: weight }),
        t.score.standard({ version }),
      ].join(' · '),
    ],
  });
  const others = (['week', 'month', 'quarter'] as const).filter((period) => period !== view.period);
  blocks.push({
    kind: 'actions',
    actions: [
      press(t.score.buttons.why, 'why', view),
      ...(view.of === null ? [press(t.score.buttons.rank, 'rank', view)] : []),
      ...others.map((period) => press(t.score.buttons[period], 'show', view, { period })),
    ],
  });
  return {
    locale: t.formatTag,
    title,
    tone: provisional ? 'neutral' : value >= 80 ? 'good' : 'neutral',
    summary: `${title}: ${total}`,
    blocks,
  };
};

const state = (locale: Locale, metric: MetricExplanation): string =>
  metric.score === null ? locale.t.metrics.state[metric.state] : locale.format.score(metric.score);

/** All twelve metrics with value, target, score and points. */
export const whyCard = (locale: Locale, view: ScoreView): Card => {
  const { t, format } = locale;
  const period = t.score.period[view.period];
  const title =
    view.of === null
      ? t.score.whyTitle({ period })
      : t.score.whyTitleOf({ name: view.of.name, period });
  const { value, explanation } = view.score;
  const blocks = explanation.dimensions.flatMap((dimension): Block[] => [
    {
      kind: 'text',
      text: [
        bold(t.metrics.dimension[dimension.key]),
        ` · ${
          dimension.score === null
            ? t.score.notScored
            : t.score.points({
                points: format.score(dimension.points),
                weight: format.score(dimension.share),
              })
        }`,
      ],
    },
    {
      kind: 'rows',
      columns: [
        { label: t.score.metric, align: 'start' },
        { label: t.score.value, align: 'end' },
        { label: t.score.target, align: 'end' },
        { label: t.score.score, align: 'end' },
        { label: t.score.pointsColumn, align: 'end' },
      ],
      rows: dimension.metrics.map((metric): Text[] => [
        [t.metrics.metric[metric.key].name],
        [valueText(locale, metric)],
        [targetText(locale, metric)],
        [state(locale, metric)],
        [
          metric.score === null
            ? t.common.none
            : t.score.of({
                points: format.score(metric.points),
                share: format.score(metric.share),
              }),
        ],
      ]),
    },
  ]);
  const metrics = explanation.dimensions.flatMap((dimension) => dimension.metrics);
  const weakest = metrics
    .filter(({ score }) => score !== null)
    .sort((a, b) => b.share - b.points - (a.share - a.points))
    .slice(0, 3);
  return {
    locale: t.formatTag,
    title,
    tone: 'neutral',
    summary: `${title}: ${value === null ? t.score.none : t.score.total({ score: format.score(value) })}`,
    blocks: [
      ...blocks,
      { kind: 'note', text: [t.score.explainHint] },
      ...(weakest.length === 0
        ? []
        : [
            {
              kind: 'actions' as const,
              actions: weakest.map((metric) =>
                press(t.metrics.metric[metric.key].name, 'metric', view, { metric: metric.key }),
              ),
            },
          ]),
    ],
  };
};
