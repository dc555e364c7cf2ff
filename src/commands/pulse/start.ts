// Starting a survey by hand.
import { z } from 'zod';
import { notice } from '../../cards/notice.ts';
import { MIN_FULL, MIN_MEAN, startForm } from '../../cards/pulse-start.ts';
import { audienceName } from '../../cards/pulse-wording.ts';
import type { Values } from '../../chat/form.ts';
import type { Reply } from '../../chat/request.ts';
import { questionsOf } from '../../domain/pulse/asking.ts';
import { askedAs, MAX_QUESTIONS } from '../../domain/pulse/own-question.ts';
import { ITEMS, type Item } from '../../domain/pulse/question.ts';
import { dayOf } from '../../domain/time.ts';
import { listQuestions } from '../../store/pulse-question.ts';
import { closingAt, isRunning, itemsInTurn } from '../../store/pulse-round.ts';
import { launch, peopleFor } from '../../store/survey.ts';
import { type Call, verb } from '../command.ts';
import { refuse } from '../refuse.ts';
import { type Asked, audiencesOf, homeOf } from './authority.ts';
import { audienceIn, chosenIn, PulseReader } from './read.ts';

/** Questions that are chosen from the start. */
const USUAL_ITEMS = 3;
export const MAX_OPEN_DAYS = 15;

const audiences = (call: Call): readonly Asked[] => {
  const found = audiencesOf(call);
  return found.length === 0 ? refuse('no_team') : found;
};

/** Own questions any of these may be asked. */
const ownFor = (call: Call, of: readonly Asked[]) => {
  const all = of.flatMap(({ teamId }) => listQuestions(call.db, teamId));
  return [...new Map(all.map((question) => [question.id, question])).values()];
};

const form = (call: Call, values: Values = {}, errors: Record<string, string> = {}): Reply[] => {
  const of = audiences(call);
  const first = of[0]?.teamId ?? null;
  const items = itemsInTurn(call.db, first, USUAL_ITEMS);
  const own = ownFor(call, of);
  return [
    { kind: 'form', form: startForm(call.locale, { audiences: of, items, own }, values, errors) },
  ];
};

/** Starts it, or says all that is wrong. Only within a write. */
const start = (call: Call, values: Values): Reply[] => {
  const { db, locale, now, me } = call;
  const texts = locale.t.pulse.start;
  const of = audiences(call);
  const read = new PulseReader(locale, values);
  const who = audienceIn(of, values.who);
  if (who === undefined) read.errors.who = locale.t.form.choose;
  const openDays = read.whole('openDays', 1, MAX_OPEN_DAYS);
  const { minMean, minFull } = read.thresholds(MIN_MEAN, MIN_FULL);
  const items = ITEMS.filter((item: Item) => chosenIn(values.items).includes(item));
  const chosen = chosenIn(values.own);
  const own = ownFor(call, who === undefined ? [] : [who])
    .filter(({ id }) => chosen.includes(String(id)))
    .map((question) => askedAs(question.id, question));
  const questions = questionsOf({
    items,
    own,
    recommend: read.yes('recommend'),
    comment: read.yes('comment'),
  });
  if (questions.every(({ kind }) => kind === 'text')) read.errors.items = texts.noQuestion;
  if (questions.length > MAX_QUESTIONS) read.errors.items = texts.tooMany({ max: MAX_QUESTIONS });
  if (who !== undefined) {
    const n = peopleFor(db, { teamId: who.teamId, half: false }).length;
    if (n < minMean) read.errors.who = texts.tooFew({ n, min: minMean });
    else if (isRunning(db, who.teamId)) read.errors.who = texts.running;
  }
  if (who === undefined || Object.keys(read.errors).length > 0) {
    return form(call, values, read.errors);
  }
  const home = homeOf(db, who.teamId);
  const closesAt = closingAt(db, home, dayOf(now, home.zone), openDays);
  launch(db, {
    teamId: who.teamId,
    half: false,
    questions,
    minMean,
    minFull,
    closesAt,
    startedBy: me.id,
    scheduleId: null,
    now,
  });
  const n = peopleFor(db, { teamId: who.teamId, half: false }).length;
  const name = audienceName(locale, who.name);
  const closes = locale.format.instant(closesAt, call.zone, call.today);
  const text = texts.startedText({ n, closes });
  return [
    {
      kind: 'card',
      to: 'actor',
      card: notice(locale, texts.started({ who: name }), [text], 'good'),
    },
  ];
};

export const START_VERBS = {
  start: verb({
    effect: 'read',
    role: 'manager',
    args: z.object({}),
    run: (call) => {
      // Where nothing could ever be shown, it is said before anything is filled in.
      const of = audiences(call);
      const sizes = of.map(({ teamId }) => peopleFor(call.db, { teamId, half: false }).length);
      const most = Math.max(...sizes);
      return most < MIN_MEAN ? refuse('pulse_too_few', { n: most, min: MIN_MEAN }) : form(call);
    },
  }),

  started: verb({
    effect: 'write',
    role: 'manager',
    args: z.object({}),
    run: (call, _, values) => start(call, values),
  }),
};
