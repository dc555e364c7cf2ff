// The week in review, in the team's channel on the last working day of its week.
import { digestCard } from '../cards/digest.ts';
import { isEmptyWeek } from '../domain/recognition/digest.ts';
import { recognitionRules } from '../domain/recognition/settings.ts';
import { closesWeek, later, sinceLastWeek } from '../domain/recognition/week.ts';
import { latestDue } from '../domain/schedule.ts';
import { weekAround } from '../domain/time.ts';
import { localeFor } from '../locales/index.ts';
import { paceOf } from '../store/board.ts';
import { wonByTeam } from '../store/deal.ts';
import { weekRecognition } from '../store/digest.ts';
import { enqueue } from '../store/outbox.ts';
import { collectedByTeam } from '../store/payment.ts';
import { calendarOf, findTeam, listTeams } from '../store/team.ts';
import type { Job } from './job.ts';

/** After the post of the day, so that the two do not come at once. */
const AFTER_POST_MINUTES = 15;

export const digest: Job = {
  name: 'digest',

  due: (db, now) =>
    listTeams(db).flatMap((team) => {
      // A team that has its posts switched off is told milestones in private: they are not for its channel.
      if (!team.posts || team.channel === null) return [];
      if (!recognitionRules(team.recognition).digest) return [];
      const calendar = calendarOf(db, team);
      const at = later(team.postAt, AFTER_POST_MINUTES);
      const options = { since: team.createdAt };
      const closes = (day: string): boolean => closesWeek(calendar, day);
      const due = latestDue(at, team.zone, now, closes, options);
      return due === null ? [] : [{ ...due, scope: String(team.id) }];
    }),

  run(db, { scope, day }, now) {
    const team = findTeam(db, Number(scope));
    if (team === undefined || team.channel === null) return;
    const week = { from: weekAround(day).from, to: day };
    const days = sinceLastWeek(calendarOf(db, team), day);
    const won = wonByTeam(db, team.id, week);
    const recognition = weekRecognition(db, team, days);
    const { followups, target } = paceOf(db, team, 'week', day);
    const collected = collectedByTeam(db, team.id, week);
    const deals = won.reduce((sum, each) => sum + each.deals, 0);
    if (followups + deals + collected.length === 0 && isEmptyWeek(recognition)) return;
    enqueue(db, {
      key: `digest:${team.id}:${day}`,
      target: team.channel,
      card: digestCard(localeFor(team.locale), {
        team: team.name,
        days,
        followups,
        target,
        won: {
          deals,
          monies: won.flatMap(({ currency, minor }) =>
            currency === null ? [] : [{ currency, minor }],
          ),
        },
        collected,
        recognition,
      }),
      notBefore: now,
      now,
    });
  },
};
