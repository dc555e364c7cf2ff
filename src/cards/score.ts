// The score card and its explanations, down to the rows.
import type { Action, Block, Card } from '../chat/card.ts';
import { bold, type Text } from '../chat/text.ts';
import type { Period } from '../domain/period.ts';
import type { Evidence } from '../domain/scoring/evidence.ts';
import type { MetricExplanation } from '../domain/scoring/explanation.ts';
import type { InputKey } from '../domain/scoring/metrics.ts';
import { roundForRank, type Score } from '../domain/scoring/score.ts';
import type { Day } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';
import { curveText, inputText, raiseText, targetText, valueText } from './metric.ts';
import { notice } from './notice.ts';

/** Gains below this are shown as +0.0: no advice. */
const WORTH_SAYING = 0.05;
const ADVICE = 3;
const SHOWN_ROWS = 10;

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

/** What would help, most first; one piece of advice a metric. */
const advice = (locale: Locale, view: ScoreView, only?: string): Text[] => {
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

const rowText = (locale: Locale, row: Evidence): string => {
  const { t, format } = locale;
  const { score } = t;
  const { what } = row;
  switch (what.kind) {
    case 'followup':
      return t.codes.outcome[what.outcome];
    case 'complete':
      return score.completeAt({ ratio: format.percent(what.ratio) });
    case 'wait': {
      const minutes = format.number(what.minutes);
      return what.answered ? score.waited({ minutes }) : score.stillWaiting({ minutes });
    }
    case 'grade':
      return what.grade === null || what.gradedOn === null
        ? score.noGrade
        : score.gradedOn({ grade: what.grade, day: format.day(what.gradedOn) });
    case 'deal':
      return what.won ? t.codes.outcome.won : t.codes.outcome.lost;
    case 'cycle':
      return score.cycleDays({ days: what.days });
    case 'invoice':
      return score.dueAmount({
        amount: format.money({ minor: what.minor, currency: what.currency }),
        day: format.day(row.day),
      });
    case 'rating':
      return what.rating === null ? score.unanswered : score.rating({ rating: what.rating });
    case 'check':
      return score.checked(what);
    case 'handoff':
      return { accepted: score.accepted, declined: score.declined, waiting: score.notAccepted }[
        what.state
      ];
    case 'share':
      return what.read ? score.read : score.notRead;
  }
};

/** Why a row does not count, in a few words. */
const countsText = (locale: Locale, { counts, what }: Evidence): string => {
  const { t } = locale;
  if (counts) return t.score.rowYes;
  if (what.kind !== 'followup') return t.common.none;
  const { verdicts } = t.followup;
  if (!Object.hasOwn(verdicts, what.verdict)) return t.common.none;
  const text = verdicts[what.verdict as keyof typeof verdicts];
  return typeof text === 'string' ? text : text({ id: what.verdictOf ?? 0 });
};

/** One metric: what it is, its inputs, its formula, what it gives, and the rows behind it. */
export const metricCard = (
  locale: Locale,
  view: ScoreView,
  metric: MetricExplanation,
  rows: readonly Evidence[],
  today: Day,
): Card => {
  const { t, format } = locale;
  const texts = t.metrics.metric[metric.key];
  const inputs = Object.entries(metric.inputs) as [InputKey, number][];
  const result =
    metric.score === null
      ? `${valueText(locale, metric)} · ${t.metrics.state[metric.state]}`
      : t.score.result({
          value: valueText(locale, metric),
          score: format.score(metric.score),
          points: format.score(metric.points),
          share: format.score(metric.share),
        });
  const helps = advice(locale, view, metric.key);
  const blocks: Block[] = [
    { kind: 'text', text: [texts.what] },
    { kind: 'text', text: [bold(result)] },
    { kind: 'text', text: [curveText(locale, metric)] },
    {
      kind: 'fields',
      fields: inputs.map(([key, value]) => ({
        label: t.metrics.input[key],
        value: [inputText(locale, key, value, view.currency)],
      })),
    },
  ];
  if (metric.badges.length > 0) {
    const badges = metric.badges.map((badge) => t.metrics.badge[badge]);
    blocks.push({ kind: 'note', text: [format.list(badges)] });
  }
  if (helps.length > 0) {
    blocks.push({ kind: 'text', text: [bold(t.score.raise)] });
    blocks.push(...helps.map((text): Block => ({ kind: 'text', text })));
  }
  blocks.push({ kind: 'text', text: [bold(t.score.rows)] });
  if (rows.length === 0) blocks.push({ kind: 'text', text: [t.score.noRows] });
  else {
    blocks.push({
      kind: 'rows',
      columns: [
        { label: t.score.day, align: 'start' },
        { label: t.score.customer, align: 'start' },
        { label: t.score.what, align: 'start' },
        { label: t.score.counts, align: 'start' },
      ],
      rows: rows
        .slice(0, SHOWN_ROWS)
        .map((row): Text[] => [
          [format.day(row.day, today)],
          [row.customer ?? t.common.none, ...(row.id === null ? [] : [` #${row.id}`])],
          [rowText(locale, row)],
          [countsText(locale, row)],
        ]),
    });
  }
  if (rows.length > SHOWN_ROWS) {
    blocks.push({ kind: 'note', text: [t.score.rowsMore({ n: rows.length - SHOWN_ROWS })] });
  }
  return {
    locale: t.formatTag,
    title: texts.name,
    tone: 'neutral',
    summary: `${texts.name}: ${result}`,
    blocks,
  };
};

/** Where the member stands, told only on request, with the lines to reach and how. */
export const rankCard = (
  locale: Locale,
  view: ScoreView,
  place: { readonly rank: number; readonly of: number } | null,
  isSmall: boolean,
  lines: {
    readonly top10: number | null;
    readonly top25: number | null;
    readonly top50: number | null;
  },
): Card => {
  const { t, format } = locale;
  const paragraphs: (string | Text)[] = [
    isSmall
      ? t.score.rankSmall
      : place === null
        ? t.score.rankNone
        : t.score.rank({ ...place, period: t.score.period[view.period] }),
  ];
  const known = [
    lines.top10 === null ? null : t.score.line10({ score: format.score(lines.top10) }),
    lines.top25 === null ? null : t.score.line25({ score: format.score(lines.top25) }),
    lines.top50 === null ? null : t.score.line50({ score: format.score(lines.top50) }),
  ].filter((line) => line !== null);
  if (known.length > 0) paragraphs.push([bold(t.score.lines)], known.join(' · '));
  const mine = view.score.value === null ? null : roundForRank(view.score.value);
  const next = [lines.top50, lines.top25, lines.top10]
    .filter((line) => line !== null)
    .find((line) => mine !== null && line > mine);
  const helps = advice(locale, view);
  if (mine !== null && next !== undefined && helps.length > 0) {
    paragraphs.push([t.score.gap({ gap: format.score(next - mine) })], ...helps);
  }
  return notice(locale, t.score.rankTitle, paragraphs);
};
