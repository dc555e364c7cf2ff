// Says that the results of a survey are there: to whoever started it, and in the channels of those who were asked.
import { readyCard } from '../cards/pulse-ready.ts';
import { addDays, dayOf } from '../domain/time.ts';
import { localeFor } from '../locales/index.ts';
import { findMember, personOf } from '../store/member.ts';
import { enqueue } from '../store/outbox.ts';
import { scheduleMaker } from '../store/pulse-schedule.ts';
import { findSurvey, groupsOf, listSurveys, type Survey } from '../store/survey.ts';
import { findTeam } from '../store/team.ts';
import type { Db } from '../store/workspace.ts';
import type { Job } from './job.ts';

/** Older results are no news. */
const NEWS_DAYS = 7;
const DAY_MS = 86_400_000;
/** Surveys that are looked through. */
const LOOKED_AT = 100;

/** Who started it, or made its schedule. */
const starterOf = (db: Db, { startedBy, scheduleId }: Survey): number | null =>
  startedBy ?? (scheduleId === null ? null : scheduleMaker(db, scheduleId));

export const pulseReady: Job = {
  name: 'pulse-ready',

  due(db, now) {
    const since = addDays(dayOf(now, 'UTC'), -NEWS_DAYS);
    return listSurveys(db, undefined, LOOKED_AT).flatMap(({ id, state, closedOn }) =>
      state === 'closed' && closedOn !== null && closedOn >= since
        ? [{ scope: String(id), day: closedOn, dueAt: now, graceMs: NEWS_DAYS * DAY_MS }]
        : [],
    );
  },

  run(db, { scope }, now) {
    const survey = findSurvey(db, Number(scope));
    if (survey === undefined) return;
    const teamName = survey.teamId === null ? null : (findTeam(db, survey.teamId)?.name ?? null);
    const ready = { surveyId: survey.id, teamName };
    const key = `pulse-ready:${survey.id}`;
    const starterId = starterOf(db, survey);
    const starter = starterId === null ? undefined : findMember(db, starterId);
    const person = starter === undefined ? undefined : personOf(db, starter.id);
    if (starter !== undefined && starter.leftOn === null && person !== undefined) {
      const team = starter.teamId === null ? undefined : findTeam(db, starter.teamId);
      enqueue(db, {
        key: `${key}:${starter.id}`,
        target: { kind: 'person', ...person },
        card: readyCard(localeFor(starter.locale ?? team?.locale), ready, 'starter'),
        notBefore: now,
        now,
      });
    }
    for (const { teamId } of groupsOf(db, survey.id)) {
      const team = teamId === null ? undefined : findTeam(db, teamId);
      if (team === undefined || team.channel === null) continue;
      enqueue(db, {
        key: `${key}:team:${team.id}`,
        target: team.channel,
        card: readyCard(localeFor(team.locale), ready, 'team'),
        notBefore: now,
        now,
      });
    }
  },
};
