// Who may run surveys for whom: managers for their own team, admins for all.
import { type Member, mayManage } from '../../store/member.ts';
import { findSurvey, type Survey } from '../../store/survey.ts';
import { findTeam, listTeams, type Team } from '../../store/team.ts';
import type { Db } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { refuse } from '../refuse.ts';

/** Whom a survey asks: a team, or everybody (null). */
export interface Asked {
  readonly teamId: number | null;
  /** Null: everybody. */
  readonly name: string | null;
}

/** Whether they may start, close and read surveys of this team, or of everybody (null). */
export const mayRun = (me: Member, teamId: number | null): boolean =>
  teamId === null ? me.role === 'admin' : mayManage(me, teamId);

/** All the asker may run surveys for: their own team first, everybody last. */
export const audiencesOf = ({ db, me, team }: Call): readonly Asked[] => {
  const teams = listTeams(db).filter(({ id }) => mayRun(me, id));
  const own = teams.filter(({ id }) => id === team?.id);
  const others = teams.filter(({ id }) => id !== team?.id);
  const named = [...own, ...others].map(({ id, name }): Asked => ({ teamId: id, name }));
  return me.role === 'admin' ? [...named, { teamId: null, name: null }] : named;
};

/** The survey, if the asker may run it. @throws Refusal `bad_id`, `not_allowed` */
export const surveyRun = (call: Call, id: number): Survey => {
  const survey = findSurvey(call.db, id) ?? refuse('bad_id');
  if (mayRun(call.me, survey.teamId)) return survey;
  const { roles } = call.locale.t.common;
  return refuse('not_allowed', { who: survey.teamId === null ? roles.admin : roles.manager });
};

/** The name of a survey's team; null for everybody. */
export const teamNameOf = (db: Db, teamId: number | null): string | null =>
  teamId === null ? null : (findTeam(db, teamId)?.name ?? null);

/** The team whose zone and calendar count: for everybody that of the first one. */
export const homeOf = (db: Db, teamId: number | null): Team => {
  const home = teamId === null ? listTeams(db)[0] : findTeam(db, teamId);
  return home ?? refuse('no_team');
};
