// The night's bookkeeping: recounts yesterday, closes scores, freezes priors.
import { type Period, periodAround } from '../domain/period.ts';
import { latestDue } from '../domain/schedule.ts';
import {
  addDays,
  type Clock,
  type Day,
  dayOf,
  HOUR,
  type Instant,
  monthAround,
} from '../domain/time.ts';
import { addAudit } from '../store/audit.ts';
import type { Window } from '../store/facts.ts';
import { listTeamMembers, type Member } from '../store/member.ts';
import { outdatedScores } from '../store/past.ts';
import { freezePriors } from '../store/prior.ts';
import { recount } from '../store/rollup.ts';
import { computeTotal, isClosed, keepScore, windowOf } from '../store/score.ts';
import { standardOn } from '../store/standard.ts';
import { findTeam, listTeams, type Team } from '../store/team.ts';
import type { Db } from '../store/workspace.ts';
import type { Job } from './job.ts';

const AT: Clock = '03:00';
/** Nobody sees it, so it is never too late on its day. */
const ALL_DAY = 24 * HOUR;
/** Of a member in one night; whoever looks at one of the others before has it computed anew. */
const CLOSED_AGAIN = 40;

/**
 * Keeps the scores of a day that is over: what later gains and trends are measured against. A week or month
 * that ended while nothing ran is closed as well, and what was closed is again when its days have changed since.
 */
const closeScores = (db: Db, team: Team, members: readonly Member[], day: Day, now: Instant) => {
  const sellers = members.filter(({ seller }) => seller);
  const keep = (member: Member, period: Period, window: Window) =>
    keepScore(db, computeTotal(db, member, period, window), now);
  for (const period of ['day', 'week', 'month'] as const) {
    const days = periodAround(period, day);
    const window = { ...windowOf(db, team, days, now), asOf: day };
    for (const member of sellers) keep(member, period, window);
    if (period === 'day') continue;
    const before = periodAround(period, addDays(days.from, -1));
    const past = windowOf(db, team, before, now);
    for (const member of sellers) {
      const isLate = before.to >= dayOf(team.createdAt, team.zone) && before.to >= member.joinedOn;
      if (isLate && !isClosed(db, member.id, period, before)) keep(member, period, past);
    }
  }
  for (const member of sellers) {
    for (const again of outdatedScores(db, team, member, now, CLOSED_AGAIN)) {
      keepScore(db, again, now);
    }
  }
};

export const nightly: Job = {
  name: 'nightly',

  due: (db, now) =>
    listTeams(db).flatMap((team) => {
      const since = team.createdAt;
      const due = latestDue(AT, team.zone, now, () => true, { since, graceMs: ALL_DAY });
      return due === null ? [] : [{ ...due, scope: String(team.id) }];
    }),

  run(db, { scope, day }, now) {
    const team = findTeam(db, Number(scope));
    if (team === undefined) return;
    const yesterday = addDays(day, -1);
    const members = listTeamMembers(db, team.id);
    for (const member of members) {
      for (const difference of recount(db, member.id, yesterday)) {
        addAudit(db, {
          at: now,
          actorId: null,
          action: 'recount.difference',
          subject: `member:${member.id}`,
          after: difference,
        });
      }
    }
    freezePriors(db, monthAround(day).from, standardOn(db, day));
    closeScores(db, team, members, yesterday, now);
  },
};
