// Questions: the bank, and those a workspace adds and retires.
import { z } from 'zod';
import { notice } from '../../cards/notice.ts';
import { questionForm, questionsCard } from '../../cards/pulse-questions.ts';
import type { Values } from '../../chat/form.ts';
import type { Reply } from '../../chat/request.ts';
import { faultsOf, MAX_OWN, type OwnFault, optionsIn } from '../../domain/pulse/own-question.ts';
import { addAudit } from '../../store/audit.ts';
import {
  addQuestion,
  countQuestions,
  findQuestion,
  listQuestions,
  retireQuestion,
} from '../../store/pulse-question.ts';
import { type Call, verb } from '../command.ts';
import { refuse } from '../refuse.ts';
import { audiencesOf, mayRun, teamNameOf } from './authority.ts';
import { audienceIn } from './read.ts';

const KIND = z.enum(['rating', 'scale', 'choice', 'text']);

/** Which input a fault is said at. */
const INPUT: Record<OwnFault, 'text' | 'options'> = {
  text: 'text',
  textLong: 'text',
  optionsFew: 'options',
  optionsMany: 'options',
  optionLong: 'options',
  optionTwice: 'options',
};

const list = (call: Call): Reply[] => {
  const { db, me, locale } = call;
  const found = audiencesOf(call).flatMap(({ teamId }) => listQuestions(db, teamId));
  const own = [...new Map(found.map((row) => [row.id, row])).values()].map((row) => ({
    ...row,
    teamName: teamNameOf(db, row.teamId),
    retirable: mayRun(me, row.teamId),
  }));
  return [{ kind: 'card', to: 'actor', card: questionsCard(locale, own) }];
};

const form = (call: Call, values: Values = {}, errors: Record<string, string> = {}): Reply[] => {
  const audiences = audiencesOf(call);
  if (audiences.length === 0) return refuse('no_team');
  return [{ kind: 'form', form: questionForm(call.locale, audiences, values, errors) }];
};

/** A line without invisible characters. */
const cleaned = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();

/** Only within a write. */
const add = (call: Call, values: Values): Reply[] => {
  const { db, me, now, locale } = call;
  const texts = locale.t.pulse.questions;
  const errors: Record<string, string> = {};
  const who = audienceIn(audiencesOf(call), values.who);
  if (who === undefined) errors.who = locale.t.form.choose;
  const kind = KIND.safeParse(values.kind);
  if (!kind.success) errors.kind = locale.t.form.choose;
  const typed = typeof values.options === 'string' ? values.options : '';
  const question = {
    kind: kind.data ?? 'rating',
    text: cleaned(typeof values.text === 'string' ? values.text : ''),
    options: kind.data === 'choice' ? optionsIn(typed).map(cleaned) : [],
  };
  for (const fault of faultsOf(question)) errors[INPUT[fault]] ??= texts.faults[fault];
  if (countQuestions(db) >= MAX_OWN) errors.text = texts.full({ max: MAX_OWN });
  if (who === undefined || Object.keys(errors).length > 0) return form(call, values, errors);
  const row = addQuestion(db, who.teamId, question);
  addAudit(db, {
    at: now,
    actorId: me.id,
    action: 'pulse.question_added',
    subject: `pulse_question:${row.id}`,
    after: { teamId: row.teamId, kind: row.kind },
  });
  const card = notice(locale, texts.added, [question.text, texts.addedText], 'good');
  return [{ kind: 'card', to: 'actor', card }];
};

const nothing = z.object({});

export const QUESTION_VERBS = {
  questions: verb({ effect: 'read', role: 'manager', args: nothing, run: list }),

  questionForm: verb({
    effect: 'read',
    role: 'manager',
    args: nothing,
    run: (call) => form(call),
  }),

  questionAdd: verb({
    effect: 'write',
    role: 'manager',
    args: nothing,
    run: (call, _, values) => add(call, values),
  }),

  retire: verb({
    effect: 'write',
    role: 'manager',
    args: z.object({ question: z.int().positive() }),
    run(call, { question: id }) {
      const { db, me, now, locale } = call;
      const row = findQuestion(db, id) ?? refuse('bad_id');
      const { roles } = locale.t.common;
      if (!mayRun(me, row.teamId)) refuse('not_allowed', { who: roles.admin });
      if (row.retiredAt === null) {
        retireQuestion(db, id, now);
        addAudit(db, {
          at: now,
          actorId: me.id,
          action: 'pulse.question_retired',
          subject: `pulse_question:${id}`,
        });
      }
      const texts = locale.t.pulse.questions;
      const card = notice(locale, texts.retired, [row.text, texts.retiredText]);
      return [{ kind: 'card', to: 'actor', card }];
    },
  }),
};
