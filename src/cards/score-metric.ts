// One metric of a score explained, down to the rows behind it.
import type { Block, Card } from '../chat/card.ts';
import { bold, type Text } from '../chat/text.ts';
import type { Evidence } from '../domain/scoring/evidence.ts';
import type { MetricExplanation } from '../domain/scoring/explanation.ts';
import type { InputKey } from '../domain/scoring/metrics.ts';
import type { Day } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';
import { curveText, inputText, valueText } from './metric.ts';
import { advice, type ScoreView } from './score.ts';

const SHOWN_ROWS = 10;

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
