// What came out of a survey, for one group: nothing but what the published figures say.
import type { Action, Block, Card, Field } from '../chat/card.ts';
import type { Chart } from '../chat/chart.ts';
import { bold, type Text } from '../chat/text.ts';
import type { Change } from '../domain/pulse/change.ts';
import type { Interval } from '../domain/pulse/enps.ts';
import type { Figure } from '../domain/pulse/figure.ts';
import { wilson } from '../domain/pulse/interval.ts';
import type { Question } from '../domain/pulse/question.ts';
import type { RoundedRate } from '../domain/pulse/rate.ts';
import type { Locale } from '../locales/index.ts';
import { press } from './press.ts';
import { rateText } from './pulse-status.ts';
import { answerLabels, audienceName, questionText } from './pulse-wording.ts';

export interface QuestionResult {
  /** Position among the survey's questions. */
  readonly position: number;
  readonly question: Question;
  /** Null: withheld. */
  readonly figure: Figure | null;
  readonly change: Change | null;
}

export interface ResultsView {
  readonly surveyId: number;
  /** The survey's team; null for everybody. */
  readonly teamName: string | null;
  readonly group: { readonly number: number; readonly name: string };
  readonly closed: string;
  /** The hash over all that was frozen. */
  readonly seal: string;
  readonly rate: RoundedRate | null;
  readonly isLow: boolean;
  readonly minMean: number;
  readonly minFull: number;
  /** All but those answered in words. */
  readonly results: readonly QuestionResult[];
  /** 0 … 100; null when it cannot be told. */
  readonly satisfaction: {
    readonly score: number;
    readonly isExact: boolean;
    /** From the one question about work as a whole, or from all of the bank. */
    readonly from: 'item' | 'all';
  } | null;
  readonly recommend: {
    readonly score: number;
    readonly interval: Interval;
    readonly change: Change | null;
  } | null;
  readonly answered: readonly { readonly text: string; readonly reply: string }[];
  readonly action: string | null;
  /** When comments can be read; null when they can be by now, or there is no room for words. */
  readonly commentsFrom: string | null;
  readonly readsComments: boolean;
  readonly mayCommit: boolean;
  readonly groups: readonly { readonly number: number; readonly name: string }[];
  readonly earlier: readonly { readonly surveyId: number; readonly label: string }[];
  /** A survey that is still open; its closing. */
  readonly openUntil: string | null;
}

/** `+15`, `−1`, `0`. */
const signed = (value: number): string => {
  const whole = Math.round(value);
  return whole === 0 ? '0' : whole > 0 ? `+${whole}` : `−${-whole}`;
};

const changeText = ({ t, format }: Locale, change: Change | null, whole: boolean): string => {
  if (change === null) return t.common.none;
  if (!change.clear) return t.pulseResults.noChange;
  return whole ? signed(change.by) : format.change(change.by);
};

/** The mean as far as it may be told. */
const meanText = ({ t, format }: Locale, { question, figure }: QuestionResult): string => {
  const texts = t.pulseResults;
  if (figure === null) return texts.withheld;
  if (figure.tier === 'alike')
    return figure.agreement === 'high' ? texts.alikeHigh : texts.alikeLow;
  if (question.kind === 'choice') return t.common.none;
  return figure.tier === 'full'
    ? format.score(figure.mean)
    : texts.coarseMean({ mean: format.score(figure.mean) });
};

/** What everybody looks for first: took part, satisfaction, recommendation. */
const headline = (locale: Locale, view: ResultsView): Field[] => {
  const { t, format } = locale;
  const texts = t.pulseResults;
  const fields: Field[] = [];
  const add = (label: string, value: string) => fields.push({ label, value: [value] });
  if (view.rate !== null) add(texts.participation, rateText(locale, view.rate));
  if (view.satisfaction !== null) {
    const { score, isExact, from } = view.satisfaction;
    const shown = format.score(score);
    const told = texts.of100({ score: isExact ? shown : texts.coarseMean({ mean: shown }) });
    const source = from === 'item' ? texts.satisfactionOf : texts.satisfactionAll;
    add(texts.satisfaction, `${told} · ${source}`);
  }
  if (view.recommend !== null) {
    const { score, interval, change } = view.recommend;
    const [low, high] = [signed(interval.low), signed(interval.high)];
    const between = low === high ? '' : ` · ${texts.between({ low, high })}`;
    const moved = change === null ? '' : ` · ${texts.change}: ${changeText(locale, change, true)}`;
    add(texts.recommend, `${signed(score)}${between}${moved}`);
  }
  return fields;
};

const chartOf = (locale: Locale, { question, figure }: QuestionResult): Block[] => {
  if (figure?.tier !== 'full') return [];
  const texts = locale.t.pulseResults;
  const labels = answerLabels(locale, question);
  const chart: Chart = {
    kind: 'bar',
    title: questionText(locale, question),
    labels,
    series: [{ name: texts.answers, values: figure.counts }],
    min: 0,
  };
  const parts = labels.map((label, i) => texts.part({ label, n: figure.counts[i] ?? 0 }));
  return [{ kind: 'chart', chart, alt: texts.chartAlt({ parts: locale.format.list(parts) }) }];
};

const table = (locale: Locale, view: ResultsView): Block => {
  const texts = locale.t.pulseResults;
  return {
    kind: 'rows',
    columns: [
      { label: texts.question, align: 'start' },
      { label: texts.mean, align: 'end' },
      { label: texts.change, align: 'end' },
    ],
    rows: view.results.map((result, i): Text[] => [
      [`${i + 1}. ${questionText(locale, result.question)}`],
      [bold(meanText(locale, result))],
      [changeText(locale, result.change, false)],
    ]),
  };
};

const notes = (locale: Locale, view: ResultsView): string[] => {
  const texts = locale.t.pulseResults;
  const isCoarse = view.results.some(({ figure }) => figure === null || figure.tier !== 'full');
  return [
    ...(view.isLow ? [texts.low] : []),
    ...(isCoarse ? [texts.coarseNote(view)] : []),
    ...(view.results.some(({ change }) => change !== null) ? [texts.changeNote] : []),
    ...(view.recommend === null ? [] : [texts.recommendNote]),
    ...(view.commentsFrom === null ? [] : [texts.commentsAt({ at: view.commentsFrom })]),
    texts.seal(view),
    ...(view.openUntil === null ? [] : [texts.notYet({ closes: view.openUntil })]),
  ];
};

const buttons = (locale: Locale, view: ResultsView): Action[] => {
  const texts = locale.t.pulseResults;
  const { surveyId: survey, group } = view;
  const go = (label: string, verb: string, args: Action['intent']['args']) =>
    press(label, 'pulse', verb, args);
  return [
    ...(view.readsComments
      ? [go(texts.comments, 'comments', { survey, group: group.number, page: 1 })]
      : []),
    ...(view.mayCommit ? [go(texts.actionButton, 'commitForm', { survey })] : []),
    ...view.groups.map(({ number, name }) => go(name, 'results', { survey, group: number })),
    ...view.earlier.map(({ surveyId, label }) => go(label, 'results', { survey: surveyId })),
  ];
};

/** The results of a group. */
export const resultsCard = (locale: Locale, view: ResultsView): Card => {
  const texts = locale.t.pulseResults;
  const who = view.group.number === 0 ? audienceName(locale, view.teamName) : view.group.name;
  const title = texts.title({ who });
  const fields = headline(locale, view);
  const isHidden = view.results.every(({ figure }) => figure === null);
  const charted =
    view.results.find(
      ({ question: { source } }) => source.of === 'bank' && source.item === 'satisfied',
    ) ?? view.results.find(({ figure }) => figure?.tier === 'full');
  const full = view.results.filter(({ figure }) => figure?.tier === 'full');
  const distributions = full.map(({ position, question }) =>
    press(
      `${view.results.findIndex((one) => one.position === position) + 1}. ${short(questionText(locale, question))}`,
      'pulse',
      'distribution',
      {
        survey: view.surveyId,
        group: view.group.number,
        question: position,
      },
    ),
  );
  const answered = view.answered.flatMap(({ text, reply }): Block[] => [
    { kind: 'text', text: [`“${text}”`] },
    { kind: 'text', text: [bold(texts.theReply), ': ', reply] },
  ]);
  const actions = buttons(locale, view);
  return {
    locale: locale.t.formatTag,
    title,
    tone: 'neutral',
    summary: [title, ...fields.map(({ label, value }) => `${label} ${String(value[0])}`)].join(
      ' · ',
    ),
    blocks: [
      { kind: 'text', text: [texts.closedOn({ day: view.closed, survey: view.surveyId })] },
      ...(fields.length === 0 ? [] : [{ kind: 'fields', fields } as const]),
      ...(isHidden
        ? [{ kind: 'text', text: [texts.groupHidden(view)] } as const]
        : [...(charted === undefined ? [] : chartOf(locale, charted)), table(locale, view)]),
      ...(distributions.length < 2 ? [] : [{ kind: 'actions', actions: distributions } as const]),
      ...notes(locale, view).map((text): Block => ({ kind: 'note', text: [text] })),
      ...(view.action === null
        ? []
        : [{ kind: 'fields', fields: [{ label: texts.action, value: [view.action] }] } as const]),
      ...(answered.length === 0
        ? []
        : [{ kind: 'text', text: [bold(texts.answered)] } as const, ...answered]),
      ...(actions.length === 0 ? [] : [{ kind: 'actions', actions } as const]),
    ],
  };
};

const BUTTON = 24;
const short = (text: string): string =>
  [...text].length > BUTTON ? `${[...text].slice(0, BUTTON - 1).join('')}…` : text;

/** How often each answer was given, drawn and listed. */
export const distributionCard = (locale: Locale, result: QuestionResult): Card => {
  const { t, format } = locale;
  const texts = t.pulseResults;
  const { question, figure } = result;
  const title = texts.distribution({ question: questionText(locale, question) });
  const counts = figure?.tier === 'full' ? figure.counts : [];
  const n = figure?.n ?? 0;
  const rows = answerLabels(locale, question).map((label, i): Text[] => {
    const count = counts[i] ?? 0;
    const { low, high } = wilson(count, Math.max(1, n));
    const share = texts.shareBetween({
      share: format.percent(count / Math.max(1, n)),
      low: format.percent(low),
      high: format.percent(high),
    });
    return [[label], [format.number(count)], [share]];
  });
  return {
    locale: t.formatTag,
    title,
    tone: 'neutral',
    summary: `${title} · ${meanText(locale, result)}`,
    blocks:
      figure?.tier === 'full'
        ? [
            ...chartOf(locale, result),
            {
              kind: 'rows',
              columns: [
                { label: texts.option, align: 'start' },
                { label: texts.answers, align: 'end' },
                { label: texts.share, align: 'end' },
              ],
              rows,
            },
          ]
        : [{ kind: 'text', text: [meanText(locale, result)] }],
  };
};
