// Comments and what managers make of them: acknowledging, replying to nobody they know, committing to a step.
import { z } from 'zod';
import { notice } from '../../cards/notice.ts';
import { commentsCard, commitForm, MAX_REPLY, replyForm } from '../../cards/pulse-comments.ts';
import { audienceName } from '../../cards/pulse-wording.ts';
import type { Values } from '../../chat/form.ts';
import type { Reply } from '../../chat/request.ts';
import { addAudit } from '../../store/audit.ts';
import { commentsOf, groupsOf, type Survey, type SurveyComment } from '../../store/survey.ts';
import { changeComment, commitAction } from '../../store/survey-reply.ts';
import { type Call, verb } from '../command.ts';
import { refuse } from '../refuse.ts';
import { groupSeen, readsComments, surveyWithResults } from './access.ts';
import { mayRun, teamNameOf } from './authority.ts';

/** Comments on a card. */
const PAGE = 5;

/** Comments are for whoever runs the group. @throws Refusal `not_allowed`, `pulse_comments_later` */
const readable = (call: Call, survey: Survey, number: number): readonly SurveyComment[] => {
  const { db, now, locale, zone, today } = call;
  const group = groupSeen(call, survey, number);
  if (!readsComments(call, survey, group)) {
    refuse('not_allowed', { who: locale.t.common.roles.manager });
  }
  const { commentsAt } = survey;
  if (commentsAt === null || commentsAt > now) {
    const at = commentsAt ?? survey.closesAt;
    return refuse('pulse_comments_later', { at: locale.format.instant(at, zone, today) });
  }
  return commentsOf(db, survey, now).filter(({ groupNumber }) => groupNumber === number);
};

/** A comment the asker reads. @throws Refusal `pulse_comment_gone` and those of {@link readable} */
const commentRead = (call: Call, id: number, key: string): [Survey, SurveyComment] => {
  const survey = surveyWithResults(call, id);
  const found = commentsOf(call.db, survey, call.now).find((comment) => comment.key === key);
  if (found === undefined) return refuse('pulse_comment_gone');
  readable(call, survey, found.groupNumber);
  return [survey, found];
};

const page = (call: Call, survey: Survey, number: number, wanted: number): Reply => {
  const { db, locale } = call;
  const all = readable(call, survey, number);
  const pages = Math.max(1, Math.ceil(all.length / PAGE));
  const shown = Math.min(wanted, pages);
  const from = (shown - 1) * PAGE;
  const group = groupsOf(db, survey.id).find((one) => one.number === number);
  const whole = audienceName(locale, teamNameOf(db, survey.teamId));
  const who = number === 0 ? whole : (group?.name ?? whole);
  const card = commentsCard(
    locale,
    { surveyId: survey.id, group: number, who, page: shown, pages, from: from + 1 },
    all.slice(from, from + PAGE),
  );
  return { kind: 'card', to: 'actor', card };
};

/** What was written; what is wrong with it as an error. */
const written = ({ locale }: Call, value: Values[string] | undefined): [string, string | null] => {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '') return [text, locale.t.form.required];
  return [text, text.length > MAX_REPLY ? locale.t.form.tooLong({ max: MAX_REPLY }) : null];
};

const done = (call: Call, title: string, text: string): Reply[] => [
  { kind: 'card', to: 'actor', card: notice(call.locale, title, [text], 'good') },
];

const reply = (call: Call, id: number, key: string, values: Values): Reply[] => {
  const [survey, comment] = commentRead(call, id, key);
  const [text, error] = written(call, values.reply);
  if (error !== null) {
    return [
      {
        kind: 'form',
        form: replyForm(call.locale, { surveyId: id, key }, values, { reply: error }),
      },
    ];
  }
  const texts = call.locale.t.pulseResults;
  // Who reads the first answer may act on it: it is never replaced by another.
  if (comment.reply === null) {
    changeComment(call.db, comment, { acknowledged: true, reply: text });
    addAudit(call.db, {
      at: call.now,
      actorId: call.me.id,
      action: 'pulse.replied',
      subject: `survey:${survey.id}`,
    });
  }
  return done(call, texts.replied, texts.repliedText);
};

/** The survey, if the asker may commit to something after it. @throws Refusal `not_allowed` */
const committing = (call: Call, id: number): Survey => {
  const survey = surveyWithResults(call, id);
  const { roles } = call.locale.t.common;
  if (mayRun(call.me, survey.teamId)) return survey;
  return refuse('not_allowed', { who: survey.teamId === null ? roles.admin : roles.manager });
};

const commit = (call: Call, id: number, values: Values): Reply[] => {
  const survey = committing(call, id);
  const [text, error] = written(call, values.action);
  if (error !== null) {
    return [{ kind: 'form', form: commitForm(call.locale, id, values, { action: error }) }];
  }
  commitAction(call.db, survey.id, text, call.me.id);
  addAudit(call.db, {
    at: call.now,
    actorId: call.me.id,
    action: 'pulse.committed',
    subject: `survey:${survey.id}`,
    before: { action: survey.action },
    after: { action: text },
  });
  const texts = call.locale.t.pulseResults;
  return done(call, texts.actionKept, texts.actionKeptText);
};

const one = z.object({ survey: z.int().positive() });
const comment = z.object({
  survey: z.int().positive(),
  key: z.string().regex(/^[0-9a-f]{32}$/),
});

export const COMMENT_VERBS = {
  comments: verb({
    effect: 'read',
    role: 'manager',
    args: one.extend({ group: z.int().nonnegative(), page: z.int().positive() }),
    run: (call, { survey: id, group, page: wanted }) => [
      page(call, surveyWithResults(call, id), group, wanted),
    ],
  }),

  acknowledge: verb({
    effect: 'write',
    role: 'manager',
    args: comment.extend({ page: z.int().positive() }),
    run(call, { survey: id, key, page: wanted }) {
      const [survey, found] = commentRead(call, id, key);
      changeComment(call.db, found, { acknowledged: true });
      const { card } = page(call, survey, found.groupNumber, wanted) as Extract<
        Reply,
        { kind: 'card' }
      >;
      return [{ kind: 'replace', card }];
    },
  }),

  replyForm: verb({
    effect: 'read',
    role: 'manager',
    args: comment,
    run(call, { survey: id, key }) {
      commentRead(call, id, key);
      return [{ kind: 'form', form: replyForm(call.locale, { surveyId: id, key }) }];
    },
  }),

  reply: verb({
    effect: 'write',
    role: 'manager',
    args: comment,
    run: (call, { survey: id, key }, values) => reply(call, id, key, values),
  }),

  commitForm: verb({
    effect: 'read',
    role: 'manager',
    args: one,
    run: (call, { survey: id }) => [
      { kind: 'form', form: commitForm(call.locale, committing(call, id).id) },
    ],
  }),

  commit: verb({
    effect: 'write',
    role: 'manager',
    args: one,
    run: (call, { survey: id }, values) => commit(call, id, values),
  }),
};
