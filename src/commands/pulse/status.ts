// Surveys under way: how many took part, closing early, cancelling.
import { z } from 'zod';
import { notice } from '../../cards/notice.ts';
import { cancelForm, type RunningSurvey, statusCard } from '../../cards/pulse-status.ts';
import { audienceName } from '../../cards/pulse-wording.ts';
import type { Reply } from '../../chat/request.ts';
import { roundedRate } from '../../domain/pulse/rate.ts';
import { HOUR, type Instant } from '../../domain/time.ts';
import { countAnswered } from '../../store/ballot.ts';
import {
  groupsOf,
  listSurveys,
  requestCancel,
  requestClose,
  type Survey,
} from '../../store/survey.ts';
import { type Call, verb } from '../command.ts';
import { refuse } from '../refuse.ts';
import { mayRun, surveyRun, teamNameOf } from './authority.ts';

/** Nobody is rushed: a survey stays open so long at least. */
const LEAST_OPEN_MS = 24 * HOUR;
/** Surveys that are looked through for those under way. */
const LOOKED_AT = 200;

/** When the survey may be closed by hand. */
const closableAt = ({ opensAt }: Survey): Instant => opensAt + LEAST_OPEN_MS;

const running = (call: Call): RunningSurvey[] => {
  const { db, me, locale, zone, today } = call;
  return listSurveys(db, undefined, LOOKED_AT).flatMap((survey) => {
    const { id, state, teamId, code, closesAt } = survey;
    if (!mayRun(me, teamId)) return [];
    if (state !== 'opening' && state !== 'open' && state !== 'closing') return [];
    const invited = groupsOf(db, id)[0]?.invited ?? 0;
    return [
      {
        id,
        state,
        teamName: teamNameOf(db, teamId),
        rate: roundedRate(invited, countAnswered(db, code)),
        closes: locale.format.instant(closesAt, zone, today),
      },
    ];
  });
};

const told = (call: Call, survey: Survey, what: 'closed' | 'cancelled'): Reply[] => {
  const texts = call.locale.t.pulse.status;
  const who = audienceName(call.locale, teamNameOf(call.db, survey.teamId));
  const text = what === 'closed' ? texts.closedText : texts.cancelledText;
  return [{ kind: 'card', to: 'actor', card: notice(call.locale, texts[what]({ who }), [text]) }];
};

const one = z.object({ survey: z.int().positive() });

export const STATUS_VERBS = {
  status: verb({
    effect: 'read',
    role: 'manager',
    args: z.object({}),
    run: (call) => [{ kind: 'card', to: 'actor', card: statusCard(call.locale, running(call)) }],
  }),

  close: verb({
    effect: 'write',
    role: 'manager',
    args: one,
    run(call, { survey: id }) {
      const { db, me, now, locale, zone, today } = call;
      const survey = surveyRun(call, id);
      const at = closableAt(survey);
      if (survey.state === 'open' && now < at) {
        refuse('pulse_too_soon', { at: locale.format.instant(at, zone, today) });
      }
      if (!requestClose(db, id, me.id, now)) refuse('pulse_not_running');
      return told(call, survey, 'closed');
    },
  }),

  cancelForm: verb({
    effect: 'read',
    role: 'manager',
    args: one,
    run(call, { survey: id }) {
      const survey = surveyRun(call, id);
      const teamName = teamNameOf(call.db, survey.teamId);
      return [{ kind: 'form', form: cancelForm(call.locale, { id, teamName }) }];
    },
  }),

  cancel: verb({
    effect: 'write',
    role: 'manager',
    args: one,
    run(call, { survey: id }, values) {
      const { db, me, now, locale } = call;
      const survey = surveyRun(call, id);
      if (values.sure !== 'yes') {
        const teamName = teamNameOf(db, survey.teamId);
        const errors = { sure: locale.t.form.choose };
        return [{ kind: 'form', form: cancelForm(locale, { id, teamName }, errors) }];
      }
      if (!requestCancel(db, id, me.id, now)) refuse('pulse_not_running');
      return told(call, survey, 'cancelled');
    },
  }),
};
