// Surveys that come by themselves: on their day, or on the first working day after it.
import { notStartedCard } from '../cards/pulse-ready.ts';
import { isWorkday } from '../domain/calendar.ts';
import { questionsOf } from '../domain/pulse/asking.ts';
import { nextRound } from '../domain/pulse/schedule.ts';
import { latestDue } from '../domain/schedule.ts';
import type { Day, Instant } from '../domain/time.ts';
import { localeFor } from '../locales/index.ts';
import { findMember, personOf } from '../store/member.ts';
import { enqueue } from '../store/outbox.ts';
import { closingAt, isRunning, itemsInTurn } from '../store/pulse-round.ts';
import {
  findSchedule,
  listSchedules,
  moveSchedule,
  type PulseSchedule,
} from '../store/pulse-schedule.ts';
import { launch, peopleFor } from '../store/survey.ts';
import { calendarOf, findTeam, listTeams, type Team } from '../store/team.ts';
import type { Db } from '../store/workspace.ts';
import type { Job } from './job.ts';

/** After the morning's first look at the chat. */
const STARTS_AT = '10:00';

const homeOf = (db: Db, { teamId }: PulseSchedule): Team | undefined =>
  teamId === null ? listTeams(db)[0] : findTeam(db, teamId);

/** Tells whoever made the schedule why nothing started. */
const explain = (
  db: Db,
  schedule: PulseSchedule,
  home: Team,
  why: Parameters<typeof notStartedCard>[2],
  day: Day,
  now: Instant,
): void => {
  const maker = findMember(db, schedule.createdBy);
  const person = personOf(db, schedule.createdBy);
  if (maker === undefined || maker.leftOn !== null || person === undefined) return;
  const locale = localeFor(maker.locale ?? home.locale);
  const name = schedule.teamId === null ? null : home.name;
  enqueue(db, {
    key: `pulse-schedule:${schedule.id}:${day}`,
    target: { kind: 'person', ...person },
    card: notStartedCard(locale, name, why),
    notBefore: now,
    now,
  });
};

const startOf = (db: Db, schedule: PulseSchedule, home: Team, day: Day, now: Instant): void => {
  const { id, teamId, half, minMean, minFull, items, recommend, comment, openDays } = schedule;
  const n = peopleFor(db, { teamId, half }).length;
  if (n < minMean) {
    explain(db, schedule, home, { n, min: minMean }, day, now);
  } else if (isRunning(db, teamId)) {
    explain(db, schedule, home, 'running', day, now);
  } else {
    launch(db, {
      teamId,
      half,
      questions: questionsOf({
        items: itemsInTurn(db, teamId, items),
        own: [],
        recommend,
        comment,
      }),
      minMean,
      minFull,
      closesAt: closingAt(db, home, day, openDays),
      startedBy: null,
      scheduleId: id,
      now,
    });
  }
};

export const pulseSchedule: Job = {
  name: 'pulse-schedule',

  due: (db, now) =>
    listSchedules(db).flatMap((schedule) => {
      const home = homeOf(db, schedule);
      if (home === undefined) return [];
      const calendar = calendarOf(db, home);
      const isDay = (day: Day): boolean => day >= schedule.nextOn && isWorkday(calendar, day);
      const due = latestDue(STARTS_AT, home.zone, now, isDay);
      return due === null ? [] : [{ ...due, scope: String(schedule.id) }];
    }),

  run(db, { scope, day }, now) {
    const schedule = findSchedule(db, Number(scope));
    const home = schedule === undefined ? undefined : homeOf(db, schedule);
    // Stopped meanwhile, or its time was moved.
    if (schedule === undefined || home === undefined || schedule.nextOn > day) return;
    startOf(db, schedule, home, day, now);
    moveSchedule(db, schedule.id, nextRound(schedule.every, schedule.nextOn, day));
  },
};
