// Answering: what was tapped travels in the buttons and is stored nowhere, until it is sealed and counted once.
import { z } from 'zod';
import { notice } from '../../cards/notice.ts';
import { answeringCard, wordsForm, wordsName } from '../../cards/pulse-answering.ts';
import { invitationCard } from '../../cards/pulse-invitation.ts';
import type { Values } from '../../chat/form.ts';
import type { Reply } from '../../chat/request.ts';
import { answersOf, openAt, type Progress, readProgress } from '../../domain/pulse/progress.ts';
import { MAX_WORDS } from '../../domain/pulse/question.ts';
import { castBallot, sealBallot } from '../../store/ballot.ts';
import { findInvitee, findSurvey, openSurveys, type Survey } from '../../store/survey.ts';
import { lastActionFor } from '../../store/survey-reply.ts';
import type { SealedBallot } from '../../store/vault.ts';
import { type Call, verb } from '../command.ts';
import { refuse } from '../refuse.ts';
import { teamNameOf } from './authority.ts';

const given = z.object({
  survey: z.int().positive(),
  answers: z
    .string()
    .max(80)
    .regex(/^(?:(?:\d{1,2}|[x?])(?:-(?:\d{1,2}|[x?]))*)?$/),
});
type Given = z.infer<typeof given>;

/** How much of the seal is printed. */
const SEAL_SHOWN = 16;

interface Answering {
  readonly survey: Survey;
  readonly progress: Progress;
  readonly group: number;
}

/** What is being answered. @throws Refusal `pulse_not_invited`, `pulse_over`, `pulse_not_open`, `bad_id` */
const answering = ({ db, me }: Call, { survey: id, answers }: Given): Answering => {
  const survey = findSurvey(db, id) ?? refuse('bad_id');
  const invited = findInvitee(db, id, me.id) ?? refuse('pulse_not_invited');
  if (survey.state === 'opening') refuse('pulse_not_open');
  if (survey.state !== 'open') refuse('pulse_over');
  const progress = readProgress(survey.questions, answers) ?? refuse('bad_id');
  return { survey, progress, group: invited.groupNumber };
};

const viewOf = ({ survey, progress }: Answering) => ({
  surveyId: survey.id,
  questions: survey.questions,
  minFull: survey.minFull,
  progress,
});

/** The words of each text question, trimmed; null for none. @throws Refusal `bad_id`, `too_long` */
const wordsIn =
  (values: Values) =>
  (position: number): string | null => {
    const typed = values[wordsName(position)] ?? '';
    if (typeof typed !== 'string') return refuse('bad_id');
    const words = typed.trim();
    if (words.length > MAX_WORDS) refuse('too_long', { max: MAX_WORDS });
    return words === '' ? null : words;
  };

/** Everything that is sealed. @throws Refusal `pulse_empty`, `pulse_unfinished` */
const ballotOf = (found: Answering, values: Values) => {
  const { survey, progress, group } = found;
  if (openAt(progress) >= 0) refuse('pulse_unfinished');
  const answers = answersOf(survey.questions, progress, wordsIn(values));
  if (answers.every((answer) => answer === null)) refuse('pulse_empty');
  return { group, answers };
};

/** The invitation to a survey as it stands now. */
const invitationFor = ({ db, locale, zone, today }: Call, survey: Survey): Reply => {
  const { id, teamId, questions, closesAt, minMean, minFull, seal } = survey;
  const card = invitationCard(locale, {
    surveyId: id,
    teamName: teamNameOf(db, teamId),
    questions: questions.length,
    closes: locale.format.instant(closesAt, zone, today),
    minMean,
    minFull,
    seal: (seal ?? '').slice(0, SEAL_SHOWN),
    isReminder: false,
    lastAction: lastActionFor(db, teamId),
  });
  return { kind: 'card', to: 'actor', card };
};

const counted = (call: Call, outcome: 'counted' | 'already'): Reply[] => {
  const texts = call.locale.t.pulse.answering;
  const text = outcome === 'counted' ? texts.countedText : texts.alreadyText;
  return [{ kind: 'replace', card: notice(call.locale, texts[outcome], [text], 'good') }];
};

export const ANSWERING_VERBS = {
  /** Starts, or starts again: whatever was tapped before is gone. */
  invited: verb({
    effect: 'read',
    args: z.object({ survey: z.int().positive().optional() }),
    run: (call, { survey }) => {
      const open = openSurveys(call.db, call.me.id).filter(
        ({ id }) => survey === undefined || id === survey,
      );
      return open.length === 0
        ? refuse('pulse_nothing_open')
        : open.map((each) => invitationFor(call, each));
    },
  }),

  answer: verb({
    effect: 'read',
    sealed: true,
    args: given,
    run: (call, args) => [
      { kind: 'replace', card: answeringCard(call.locale, viewOf(answering(call, args))) },
    ],
  }),

  words: verb({
    effect: 'read',
    sealed: true,
    args: given,
    run: (call, args) => [
      { kind: 'form', form: wordsForm(call.locale, viewOf(answering(call, args))) },
    ],
  }),

  submit: verb<Given, SealedBallot | null>({
    effect: 'write',
    sealed: true,
    args: given,
    prepare(call, args, values) {
      const found = answering(call, args);
      const ballot = ballotOf(found, values);
      return (vault) => sealBallot(vault, found.survey, call.me.id, ballot);
    },
    run(call, args, _values, sealed) {
      const { survey } = answering(call, args);
      const outcome = sealed === null ? 'closed' : castBallot(call.db, survey.code, sealed);
      return outcome === 'closed' ? refuse('pulse_over') : counted(call, outcome);
    },
  }),
};
