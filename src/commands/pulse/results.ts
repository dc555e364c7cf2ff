// Results: for those who were asked and those who run it, and never before closing.
import { z } from 'zod';
import { notice } from '../../cards/notice.ts';
import {
  distributionCard,
  type QuestionResult,
  type ResultsView,
  resultsCard,
} from '../../cards/pulse-results.ts';
import type { Reply } from '../../chat/request.ts';
import { answersTo } from '../../domain/pulse/answer.ts';
import { type Change, enpsChange, meanChange } from '../../domain/pulse/change.ts';
import { enpsInterval, enpsOf, recommendedOf } from '../../domain/pulse/enps.ts';
import type { Figure } from '../../domain/pulse/figure.ts';
import type { Question } from '../../domain/pulse/question.ts';
import { roundedRate } from '../../domain/pulse/rate.ts';
import { satisfactionOf } from '../../domain/pulse/satisfaction.ts';
import { hasResults } from '../../domain/pulse/survey.ts';
import {
  commentsOf,
  figuresOf,
  groupsOf,
  listSurveys,
  type Survey,
  type SurveyGroup,
} from '../../store/survey.ts';
import { type Call, verb } from '../command.ts';
import { refuse } from '../refuse.ts';
import {
  groupSeen,
  groupsSeen,
  readsComments,
  resultsLater,
  surveysSeen,
  surveyWithResults,
} from './access.ts';
import { mayRun, teamNameOf } from './authority.ts';

/** Earlier surveys with a button, and earlier ones that are looked through for a question. */
const EARLIER = 3;
const LOOKED_AT = 20;

const keyOf = ({ kind, source }: Question): string =>
  `${kind} ${source.of} ${source.of === 'bank' ? source.item : source.id}`;

/** The figure of a question in a group; null when it is withheld. */
const figureIn = (
  { db }: Call,
  survey: Survey,
  group: SurveyGroup,
  position: number,
): Figure | null =>
  figuresOf(db, survey.id).find(
    ({ groupNumber, question }) => groupNumber === group.number && question === position,
  )?.figure ?? null;

/** The counts of a question when it was last asked of the same group; null when they cannot be told. */
const countsBefore = (
  call: Call,
  survey: Survey,
  group: SurveyGroup,
  question: Question,
): readonly number[] | null => {
  const key = keyOf(question);
  const before = listSurveys(call.db, survey.teamId, LOOKED_AT).find(
    ({ id, state, questions }) =>
      id < survey.id && hasResults(state) && questions.some((one) => keyOf(one) === key),
  );
  if (before === undefined) return null;
  const same = groupsOf(call.db, before.id).find(({ number, teamId }) =>
    group.number === 0 ? number === 0 : teamId === group.teamId,
  );
  if (same === undefined) return null;
  const position = before.questions.findIndex((one) => keyOf(one) === key);
  const figure = figureIn(call, before, same, position);
  return figure?.tier === 'full' ? figure.counts : null;
};

const isRecommend = ({ source }: Question): boolean =>
  source.of === 'bank' && source.item === 'recommend';

const changeOf = (
  call: Call,
  survey: Survey,
  group: SurveyGroup,
  question: Question,
  figure: Figure | null,
): Change | null => {
  if (figure?.tier !== 'full' || question.kind === 'choice') return null;
  const before = countsBefore(call, survey, group, question);
  const lowest = answersTo(question)?.lowest ?? 0;
  return before === null ? null : meanChange(before, figure.counts, lowest);
};

const resultsOf = (call: Call, survey: Survey, group: SurveyGroup): QuestionResult[] =>
  survey.questions.flatMap((question, position) => {
    if (question.kind === 'text') return [];
    const figure = figureIn(call, survey, group, position);
    return [
      { position, question, figure, change: changeOf(call, survey, group, question, figure) },
    ];
  });

/** Of the question about work as a whole; where that was not asked, of all of the bank's, if all may be told. */
const satisfactionIn = (results: readonly QuestionResult[]): ResultsView['satisfaction'] => {
  const bank = results.filter(
    ({ question: { kind, source } }) => kind === 'rating' && source.of === 'bank',
  );
  const whole = bank.find(
    ({ question: { source } }) => source.of === 'bank' && source.item === 'satisfied',
  );
  const of = whole === undefined ? bank : [whole];
  const means = of.flatMap(({ figure }) =>
    figure === null || figure.tier === 'alike' ? [] : [figure],
  );
  if (means.length === 0 || means.length < of.length) return null;
  const mean = means.reduce((sum, figure) => sum + figure.mean, 0) / means.length;
  return {
    score: satisfactionOf(mean),
    isExact: means.every(({ tier }) => tier === 'full'),
    from: whole === undefined ? 'all' : 'item',
  };
};

const recommendIn = (
  call: Call,
  survey: Survey,
  group: SurveyGroup,
  results: readonly QuestionResult[],
): ResultsView['recommend'] => {
  const found = results.find(({ question }) => isRecommend(question));
  if (found?.figure?.tier !== 'full') return null;
  const parts = recommendedOf(found.figure.counts);
  const before = countsBefore(call, survey, group, found.question);
  return {
    score: enpsOf(parts),
    interval: enpsInterval(parts, group.invited),
    change: before === null ? null : enpsChange(recommendedOf(before), parts),
  };
};

const closedText = ({ locale, today }: Call, { closedOn }: Survey): string =>
  closedOn === null ? '' : locale.format.day(closedOn, today);

const view = (call: Call, survey: Survey, group: SurveyGroup): ResultsView => {
  const { db, me, now, locale, zone, today } = call;
  const results = resultsOf(call, survey, group);
  const seen = surveysSeen(call);
  // Of a part no more is known than that so many answered a question.
  const most = Math.max(0, ...results.map(({ figure }) => figure?.n ?? 0));
  const answered = group.number === 0 ? (survey.counted ?? 0) : most;
  const isTold = group.number === 0 || most > 0;
  const open = seen.find(({ state }) => state === 'open' || state === 'closing');
  const { commentsAt } = survey;
  const hasWords = survey.questions.some(({ kind }) => kind === 'text');
  return {
    surveyId: survey.id,
    teamName: teamNameOf(db, survey.teamId),
    group,
    closed: closedText(call, survey),
    seal: survey.seal ?? '',
    rate: isTold ? roundedRate(group.invited, answered) : null,
    isLow: isTold && answered * 2 < group.invited,
    minMean: survey.minMean,
    minFull: survey.minFull,
    results,
    satisfaction: satisfactionIn(results),
    recommend: recommendIn(call, survey, group, results),
    answered: commentsOf(db, survey, now).flatMap(({ groupNumber, text, reply }) =>
      groupNumber === group.number && reply !== null ? [{ text, reply }] : [],
    ),
    action: survey.action,
    commentsFrom:
      hasWords && commentsAt !== null && commentsAt > now
        ? locale.format.instant(commentsAt, zone, today)
        : null,
    readsComments: hasWords && readsComments(call, survey, group),
    mayCommit: mayRun(me, survey.teamId),
    groups: groupsSeen(call, survey)
      .filter(({ number }) => number !== group.number)
      .map(({ number, name }) => ({ number, name: number === 0 ? wholeName(call, survey) : name })),
    earlier: seen
      .filter(({ id, state }) => id < survey.id && hasResults(state))
      .slice(0, EARLIER)
      .map((one) => ({
        surveyId: one.id,
        label: `${wholeName(call, one)} · ${closedText(call, one)}`,
      })),
    openUntil: open === undefined ? null : locale.format.instant(open.closesAt, zone, today),
  };
};

const wholeName = ({ db, locale }: Call, { teamId }: Survey): string =>
  teamNameOf(db, teamId) ?? locale.t.pulse.everybody;

/** The newest results there are for the asker. @throws Refusal `pulse_no_results` while the only one is open */
const newest = (call: Call): Survey | null => {
  const seen = surveysSeen(call);
  const found = seen.find(({ state }) => hasResults(state));
  if (found !== undefined) return found;
  const later = seen.find(({ state }) => state !== 'cancelled' && state !== 'cancelling');
  return later === undefined ? null : resultsLater(call, later);
};

export const RESULT_VERBS = {
  results: verb({
    effect: 'read',
    args: z.object({
      survey: z.int().positive().optional(),
      group: z.int().nonnegative().optional(),
    }),
    run(call, { survey: id, group: number }) {
      const { none, noneText } = call.locale.t.pulseResults;
      const survey = id === undefined ? newest(call) : surveyWithResults(call, id);
      if (survey === null) {
        return [{ kind: 'card', to: 'actor', card: notice(call.locale, none, [noneText]) }];
      }
      const card = resultsCard(call.locale, view(call, survey, groupSeen(call, survey, number)));
      return [{ kind: 'card', to: 'actor', card }] satisfies Reply[];
    },
  }),

  distribution: verb({
    effect: 'read',
    args: z.object({
      survey: z.int().positive(),
      group: z.int().nonnegative(),
      question: z.int().nonnegative(),
    }),
    run(call, { survey: id, group: number, question: position }) {
      const survey = surveyWithResults(call, id);
      const group = groupSeen(call, survey, number);
      const question = survey.questions[position];
      if (question === undefined || question.kind === 'text') return refuse('bad_id');
      const figure = figureIn(call, survey, group, position);
      const card = distributionCard(call.locale, { position, question, figure, change: null });
      return [{ kind: 'card', to: 'actor', card }];
    },
  }),
};
