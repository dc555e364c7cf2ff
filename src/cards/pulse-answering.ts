// Answering an anonymous survey: one question a card, then all answers before they are sealed. None of it is stored.
import type { Action, Block, Card } from '../chat/card.ts';
import type { Form, Input } from '../chat/form.ts';
import { bold } from '../chat/text.ts';
import { answersTo } from '../domain/pulse/answer.ts';
import {
  openAt,
  type Progress,
  tapped,
  withAnswer,
  writeProgress,
} from '../domain/pulse/progress.ts';
import type { Question } from '../domain/pulse/question.ts';
import { MAX_WORDS } from '../domain/pulse/question.ts';
import type { Locale } from '../locales/index.ts';
import { press } from './press.ts';
import { answerLabels, questionText } from './pulse-wording.ts';

export interface AnsweringView {
  readonly surveyId: number;
  readonly questions: readonly Question[];
  readonly progress: Progress;
  readonly minFull: number;
}

/** Buttons of a question; numbers without a word go side by side. */
const IN_A_ROW = 6;

const to = (
  label: string,
  verb: 'answer' | 'submit' | 'words',
  { surveyId }: AnsweringView,
  progress: Progress,
  style: Action['style'] = 'plain',
): Action =>
  press(label, 'pulse', verb, { survey: surveyId, answers: writeProgress(progress) }, style);

/** The next open question, or all answers when none is open. */
export const answeringCard = (locale: Locale, view: AnsweringView): Card => {
  const index = openAt(view.progress);
  const question = tapped(view.questions)[index];
  return question === undefined ? checkCard(locale, view) : askCard(locale, view, question, index);
};

const askCard = (locale: Locale, view: AnsweringView, question: Question, index: number): Card => {
  const { t } = locale;
  const texts = t.pulse.answering;
  const { progress } = view;
  const title = texts.step({ i: index + 1, n: progress.length });
  const asked = questionText(locale, question);
  const lowest = answersTo(question)?.lowest ?? 0;
  const buttons = answerLabels(locale, question).map((label, i) =>
    to(label, 'answer', view, withAnswer(progress, index, lowest + i)),
  );
  const rows: Block[] = [];
  for (let from = 0; from < buttons.length; from += IN_A_ROW) {
    rows.push({ kind: 'actions', actions: buttons.slice(from, from + IN_A_ROW) });
  }
  const { recommendEnds, scaleEnds } = t.pulseQuestions;
  const ends = question.source.of === 'bank' ? recommendEnds : scaleEnds;
  const moves = [
    to(texts.skip, 'answer', view, withAnswer(progress, index, null)),
    ...(index === 0
      ? []
      : [to(texts.back, 'answer', view, withAnswer(progress, index - 1, undefined))]),
  ];
  return {
    locale: t.formatTag,
    sealed: true,
    title,
    tone: 'neutral',
    summary: `${title} · ${asked}`,
    blocks: [
      { kind: 'text', text: [bold(asked)] },
      ...(question.kind === 'scale' ? [{ kind: 'note', text: [ends] } as const] : []),
      ...rows,
      { kind: 'note', text: [texts.nothingYet] },
      { kind: 'actions', actions: moves },
    ],
  };
};

/** What was answered to each question, before it is sealed. */
const checkCard = (locale: Locale, view: AnsweringView): Card => {
  const { t } = locale;
  const texts = t.pulse.answering;
  const { progress, questions } = view;
  const asked = tapped(questions);
  const given = asked.map((question, i) => {
    const answer = progress[i] ?? null;
    const lowest = answersTo(question)?.lowest ?? 0;
    const said = answer === null ? texts.skipped : answerLabels(locale, question)[answer - lowest];
    return { label: `${i + 1}. ${questionText(locale, question)}`, value: [bold(said ?? '')] };
  });
  const isEmpty = progress.every((answer) => answer === null);
  const hasWords = questions.some(({ kind }) => kind === 'text');
  return {
    locale: t.formatTag,
    sealed: true,
    title: texts.check,
    tone: 'neutral',
    summary: `${texts.check} · ${texts.checkNote}`,
    blocks: [
      { kind: 'fields', fields: given },
      { kind: 'note', text: [texts.checkNote] },
      {
        kind: 'actions',
        actions: [
          ...(isEmpty ? [] : [to(texts.submit, 'submit', view, progress, 'primary')]),
          ...(hasWords ? [to(texts.words, 'words', view, progress)] : []),
        ],
      },
      {
        kind: 'actions',
        actions: asked.map((_, i) =>
          to(texts.change({ i: i + 1 }), 'answer', view, withAnswer(progress, i, undefined)),
        ),
      },
    ],
  };
};

/** The name of the input for the question at this position. */
export const wordsName = (position: number): string => `w${position}`;

/** Asks for words; what goes with them is in its intent, and sending it submits all. */
export const wordsForm = (locale: Locale, view: AnsweringView): Form => {
  const { t } = locale;
  const texts = t.pulse.answering;
  const inputs = view.questions.flatMap((question, position): Input[] =>
    question.kind === 'text'
      ? [
          {
            kind: 'text',
            name: wordsName(position),
            label: questionText(locale, question),
            required: false,
            multiline: true,
            maxLength: MAX_WORDS,
          },
        ]
      : [],
  );
  return {
    locale: t.formatTag,
    sealed: true,
    title: texts.wordsTitle,
    submit: texts.wordsSubmit,
    cancel: t.common.cancel,
    intro: texts.wordsIntro({ minFull: view.minFull }),
    inputs,
    intent: to('', 'submit', view, view.progress).intent,
  };
};
