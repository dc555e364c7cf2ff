// Every card and form of /pulse, in both languages and at every size.
import { describe, expect, it } from 'vitest';
import { answeringCard, wordsForm } from '../../../src/cards/pulse-answering.ts';
import { commentsCard, commitForm, replyForm } from '../../../src/cards/pulse-comments.ts';
import { homeCard, promiseCard, pulsePrivacyCard } from '../../../src/cards/pulse-home.ts';
import { invitationCard } from '../../../src/cards/pulse-invitation.ts';
import { questionForm, questionsCard } from '../../../src/cards/pulse-questions.ts';
import { notStartedCard, readyCard } from '../../../src/cards/pulse-ready.ts';
import {
  distributionCard,
  type ResultsView,
  resultsCard,
} from '../../../src/cards/pulse-results.ts';
import { scheduleForm, schedulesCard } from '../../../src/cards/pulse-schedule.ts';
import { startForm } from '../../../src/cards/pulse-start.ts';
import { cancelForm, statusCard } from '../../../src/cards/pulse-status.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { Form } from '../../../src/chat/form.ts';
import { answersTo } from '../../../src/domain/pulse/answer.ts';
import { questionsOf } from '../../../src/domain/pulse/asking.ts';
import type { Figure } from '../../../src/domain/pulse/figure.ts';
import { askedAs } from '../../../src/domain/pulse/own-question.ts';
import { ITEMS, type Question } from '../../../src/domain/pulse/question.ts';
import { LOCALE_TAGS, type Locale, localeFor } from '../../../src/locales/index.ts';
import { cardProblems, formProblems } from './checks.ts';

const SIZES = ['empty', 'typical', 'long'] as const;
type Size = (typeof SIZES)[number];
const HUGE = Number.MAX_SAFE_INTEGER;
const LEAST = { minMean: 5, minFull: 8 };

const textOf = ({ tag }: Locale, size: Size): string => {
  if (size === 'long') return (tag === 'zh' ? '极' : 'x').repeat(200);
  return tag === 'zh' ? '晨光科技' : 'Acme Corp';
};

const FIGURES: readonly (Figure | null)[] = [
  null,
  { tier: 'coarse', n: 6, mean: 3.5 },
  { tier: 'alike', n: 5, agreement: 'high' },
  { tier: 'alike', n: 5, agreement: 'low' },
  { tier: 'full', n: 12, mean: 3.8, counts: [1, 1, 2, 4, 4] },
];

const figureFor = (question: Question, position: number): Figure | null => {
  const figure = FIGURES[position % FIGURES.length] ?? null;
  if (figure?.tier !== 'full') return figure;
  const counts = Array.from({ length: answersTo(question)?.count ?? 0 }, (_, i) => i);
  return { ...figure, counts };
};

const built = (locale: Locale, size: Size): (Card | Form)[] => {
  const text = textOf(locale, size);
  const n = { empty: 0, typical: 3, long: 8 }[size];
  const times = <T>(make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
  const teamName = size === 'empty' ? null : text;
  const questions = questionsOf({
    items: size === 'empty' ? ['satisfied'] : ITEMS.slice(0, 5),
    own: times((i) =>
      askedAs(i + 1, {
        kind: 'choice',
        text,
        options: [`${text}1`, `${text}2`].map((one) => one.slice(-60)),
      }),
    ),
    recommend: size !== 'empty',
    comment: true,
  });
  const audiences = [
    { teamId: 1, name: text },
    { teamId: null, name: null },
  ];
  const progress = (given: number | null | undefined) =>
    questions.filter(({ kind }) => kind !== 'text').map(() => given);
  const answering = (given: number | null | undefined) => ({
    surveyId: HUGE,
    questions,
    progress: progress(given),
    ...LEAST,
  });
  const results = questions.flatMap((question, position) =>
    question.kind === 'text'
      ? []
      : [
          {
            position,
            question,
            figure: size === 'empty' ? null : figureFor(question, position),
            change: position % 2 === 0 ? { by: 0.4, clear: position % 4 === 0 } : null,
          },
        ],
  );
  const view: ResultsView = {
    surveyId: HUGE,
    teamName,
    group: { number: size === 'long' ? 1 : 0, name: text },
    closed: '2026-03-11',
    seal: '0'.repeat(64),
    rate: size === 'empty' ? null : { bound: 'least', percent: 80 },
    isLow: true,
    ...LEAST,
    results,
    satisfaction: size === 'empty' ? null : { score: 62.5, isExact: size === 'long', from: 'all' },
    recommend:
      size === 'empty'
        ? null
        : { score: 15, interval: { low: -0.5, high: 30.5 }, change: { by: 33, clear: true } },
    answered: times(() => ({ text, reply: text })),
    action: teamName,
    commentsFrom: teamName,
    readsComments: true,
    mayCommit: true,
    groups: times((number) => ({ number, name: text })),
    earlier: times((i) => ({ surveyId: i + 1, label: text })),
    openUntil: teamName,
  };
  const comments = times((i) => ({
    key: '0'.repeat(32),
    text,
    acknowledged: i % 2 === 0,
    reply: i % 3 === 0 ? text : null,
  }));
  const page = { surveyId: HUGE, group: 9, who: text, page: 1, pages: 2, from: 1 };
  const open = times((i) => ({ id: i + 1, teamName, closes: text }));
  const own = times((i) => ({
    id: i + 1,
    kind: 'choice' as const,
    text,
    options: [text, text],
    teamName,
    retirable: i % 2 === 0,
  }));
  return [
    invitationCard(locale, {
      surveyId: HUGE,
      teamName,
      questions: n,
      closes: text,
      ...LEAST,
      seal: '0'.repeat(16),
      isReminder: size === 'long',
      lastAction: teamName,
    }),
    answeringCard(locale, answering(undefined)),
    answeringCard(locale, answering(null)),
    answeringCard(locale, answering(1)),
    wordsForm(locale, answering(1)),
    homeCard(locale, open, true),
    homeCard(locale, open, false),
    promiseCard(locale, LEAST),
    pulsePrivacyCard(locale, LEAST),
    startForm(locale, { audiences, items: ['satisfied'], own }),
    startForm(
      locale,
      { audiences, items: [], own: [] },
      { who: 'all', items: ['fair'] },
      { who: text },
    ),
    scheduleForm(locale, { audiences, first: '2026-03-11', halfFrom: 40 }),
    schedulesCard(
      locale,
      times((i) => ({
        id: i + 1,
        teamName,
        every: 'month',
        nextOn: '2026-03-11',
        items: 1 + i,
        recommend: true,
        comment: false,
      })),
      '2026-03-11',
    ),
    statusCard(locale, [
      ...times((i) => ({ id: i + 1, teamName, state: 'open' as const, rate: null, closes: text })),
      ...times((i) => ({
        id: i + 9,
        teamName,
        state: 'closing' as const,
        rate: { bound: 'about' as const, percent: 40 },
        closes: text,
      })),
    ]),
    cancelForm(locale, { id: 1, teamName }, { sure: text }),
    questionsCard(locale, own),
    questionForm(locale, audiences),
    resultsCard(locale, view),
    ...results.map((result) => distributionCard(locale, result)),
    commentsCard(locale, page, comments),
    replyForm(locale, { surveyId: HUGE, key: '0'.repeat(32) }),
    commitForm(locale, HUGE, {}, { action: text }),
    readyCard(locale, { surveyId: HUGE, teamName }, 'starter'),
    readyCard(locale, { surveyId: HUGE, teamName }, 'team'),
    notStartedCard(locale, teamName, 'running'),
    notStartedCard(locale, teamName, { n: 4, min: 5 }),
  ];
};

describe.each(LOCALE_TAGS)('in %s', (tag) => {
  it.each(SIZES)('%s', (size) => {
    for (const each of built(localeFor(tag), size)) {
      const problems = 'inputs' in each ? formProblems(tag, each, []) : cardProblems(tag, each, []);
      expect(problems, JSON.stringify(each).slice(0, 500)).toEqual([]);
    }
  });
});
