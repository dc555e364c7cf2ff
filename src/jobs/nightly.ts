// The night's bookkeeping: recounts yesterday, closes scores, freezes priors, forgets what is no longer needed.
import { periodAround } from '../domain/period.ts';
import { latestDue } from '../domain/schedule.ts';
import { addDays, type Clock, type Day, HOUR, type Instant, monthAround } from '../domain/time.ts';
import { addAudit } from '../store/audit.ts';
import { pruneDrafts } from '../store/draft.ts';
import { prune } from '../store/inbox.ts';
import { listTeamMembers, type Member } from '../store/member.ts';
import { freezePriors } from '../store/prior.ts';
import { recount } from '../store/rollup.ts';
import { computeTotal, keepScore, windowOf } from '../store/score.ts';
import { standardOn } from '../store/standard.ts';
import { findTeam, listTeams, type Team } from '../store/team.ts';
import type { Db } from '../store/workspace.ts';
import type { Job } from './job.ts';

const AT: Clock = '03:00';
/** Platforms redeliver for a day at most; kept for two. */
const KEEP_DELIVERIES = 48 * HOUR;
const KEEP_DRAFTS = 24 * HOUR;

/** Keeps the scores of a day that is over: what later gains and trends are measured against. */
const closeScores = (db: Db, team: Team, members: readonly Member[], day: Day, now: Instant) => {
  for (const period of ['day', 'week', 'month'] as const) {
    const window = { ...windowOf(db, team, periodAround(period, day), now), asOf: day };
    for (const member of members) {
      if (member.seller) keepScore(db, computeTotal(db, member, period, window), now);
    }
  }
};

export const nightly: Job = {
  name: 'nightly',

  due: (db, now) =>
    listTeams(db).flatMap((team) => {
      const due = latestDue(AT, team.zone, now, () => true, { since: team.createdAt });
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
    prune(db, now - KEEP_DELIVERIES);
    pruneDrafts(db, now - KEEP_DRAFTS);
  },
};
