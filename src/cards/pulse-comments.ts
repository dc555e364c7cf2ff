// Comments of a survey, for those who run it: shuffled, beside nothing else their authors said.
import type { Action, Block, Card } from '../chat/card.ts';
import type { Form, Values } from '../chat/form.ts';
import { bold } from '../chat/text.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';
import { press } from './press.ts';
import { type Errors, pulseForm, textInput } from './pulse-inputs.ts';

/** What managers write back or commit to. */
export const MAX_REPLY = 500;

export interface CommentView {
  /** Random; it says nothing of when the words came in. */
  readonly key: string;
  readonly text: string;
  readonly acknowledged: boolean;
  readonly reply: string | null;
}

/** A page of comments. */
export const commentsCard = (
  locale: Locale,
  of: {
    readonly surveyId: number;
    readonly group: number;
    readonly who: string;
    /** From 1. */
    readonly page: number;
    readonly pages: number;
    /** Of the first comment on the page, from 1. */
    readonly from: number;
  },
  comments: readonly CommentView[],
): Card => {
  const { t } = locale;
  const texts = t.pulseResults;
  const title = texts.commentsHead({ who: of.who });
  if (comments.length === 0) return notice(locale, title, [texts.commentsNone]);
  const go = (label: string, verb: string, args: Action['intent']['args']) =>
    press(label, 'pulse', verb, args);
  const blocks = comments.flatMap(({ key, text, acknowledged, reply }, at): Block[] => {
    const i = of.from + at;
    const args = { survey: of.surveyId, key };
    const buttons = [
      ...(acknowledged
        ? []
        : [go(texts.acknowledge({ i }), 'acknowledge', { ...args, page: of.page })]),
      ...(reply === null ? [go(texts.reply({ i }), 'replyForm', args)] : []),
    ];
    const told =
      reply === null
        ? acknowledged
          ? [{ kind: 'note', text: [texts.acknowledged] } as const]
          : []
        : [{ kind: 'text', text: [bold(texts.theReply), ': ', reply] } as const];
    return [
      { kind: 'text', text: [`${i}. `, text] },
      ...told,
      ...(buttons.length === 0 ? [] : [{ kind: 'actions', actions: buttons } as const]),
    ];
  });
  const next = { survey: of.surveyId, group: of.group, page: of.page + 1 };
  return {
    locale: t.formatTag,
    title,
    tone: 'neutral',
    summary: `${title} · ${texts.page({ i: of.page, n: of.pages })}`,
    blocks: [
      { kind: 'note', text: [texts.commentsNote] },
      ...blocks,
      { kind: 'note', text: [texts.page({ i: of.page, n: of.pages })] },
      ...(of.page < of.pages
        ? [{ kind: 'actions', actions: [go(texts.next, 'comments', next)] } as const]
        : []),
    ],
  };
};

/** Asks for a reply to a comment. */
export const replyForm = (
  locale: Locale,
  comment: { readonly surveyId: number; readonly key: string },
  values: Values = {},
  errors: Errors = {},
): Form => {
  const texts = locale.t.pulseResults;
  return pulseForm(
    locale,
    { title: texts.replyTitle, submit: texts.replySubmit, intro: texts.replyIntro },
    'reply',
    { survey: comment.surveyId, key: comment.key },
    [textInput({ name: 'reply', label: texts.replyText, values }, MAX_REPLY, true)],
    errors,
  );
};

/** Asks for one step. */
export const commitForm = (
  locale: Locale,
  surveyId: number,
  values: Values = {},
  errors: Errors = {},
): Form => {
  const texts = locale.t.pulseResults;
  return pulseForm(
    locale,
    { title: texts.actionTitle, submit: texts.actionSubmit, intro: texts.actionIntro },
    'commit',
    { survey: surveyId },
    [textInput({ name: 'action', label: texts.actionText, values }, MAX_REPLY, true)],
    errors,
  );
};
