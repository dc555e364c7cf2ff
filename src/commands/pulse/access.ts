// What of a survey's results the asker may see: nobody anything before it has closed.
import { hasResults } from '../../domain/pulse/survey.ts';
import { mayManage } from '../../store/member.ts';
import {
  findInvitee,
  findSurvey,
  groupsOf,
  listSurveys,
  type Survey,
  type SurveyGroup,
} from '../../store/survey.ts';
import type { Call } from '../command.ts';
import { refuse } from '../refuse.ts';
import { mayRun } from './authority.ts';

/** Surveys that are looked through. */
const LOOKED_AT = 200;

/** The groups whose results the asker may see: the whole, their own as it was at launch, and those they manage. */
export const groupsSeen = ({ db, me }: Call, survey: Survey): readonly SurveyGroup[] => {
  const own = findInvitee(db, survey.id, me.id);
  const groups = groupsOf(db, survey.id);
  if (mayRun(me, survey.teamId)) return groups;
  const isSeen = ({ number, teamId }: SurveyGroup): boolean =>
    number === own?.groupNumber || (teamId !== null && mayManage(me, teamId));
  const seen = groups.filter(isSeen);
  return groups.filter((group) => seen.includes(group) || (group.number === 0 && seen.length > 0));
};

/** Whether the asker reads the comments of a group: its manager, and admins. */
export const readsComments = ({ me }: Call, survey: Survey, group: SurveyGroup): boolean =>
  mayRun(me, group.number === 0 ? survey.teamId : group.teamId);

/** The newest surveys the asker may see, newest first. */
export const surveysSeen = (call: Call): readonly Survey[] =>
  listSurveys(call.db, undefined, LOOKED_AT).filter(
    (survey) => groupsSeen(call, survey).length > 0,
  );

/** @throws Refusal `pulse_no_results` with when there will be some */
export const resultsLater = ({ locale, zone, today }: Call, { closesAt }: Survey): never =>
  refuse('pulse_no_results', { closes: locale.format.instant(closesAt, zone, today) });

/** The survey with its results. @throws Refusal `bad_id`, `pulse_not_yours`, `pulse_no_results`, `pulse_over` */
export const surveyWithResults = (call: Call, id: number): Survey => {
  const survey = findSurvey(call.db, id) ?? refuse('bad_id');
  if (groupsSeen(call, survey).length === 0) return refuse('pulse_not_yours');
  if (hasResults(survey.state)) return survey;
  return survey.state === 'cancelled' || survey.state === 'cancelling'
    ? refuse('pulse_over')
    : resultsLater(call, survey);
};

/** A group the asker may see the results of; their own smallest one without a number. @throws Refusal */
export const groupSeen = (call: Call, survey: Survey, number: number | undefined): SurveyGroup => {
  const groups = groupsSeen(call, survey);
  const found = groups.find((group) => group.number === (number ?? 0));
  return found ?? refuse('pulse_not_yours');
};
