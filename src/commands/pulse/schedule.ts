// Surveys that come by themselves: made, listed, stopped.
import { z } from 'zod';
import { notice } from '../../cards/notice.ts';
import { scheduleForm, schedulesCard } from '../../cards/pulse-schedule.ts';
import { MIN_FULL, MIN_MEAN } from '../../cards/pulse-start.ts';
import { audienceName } from '../../cards/pulse-wording.ts';
import type { Values } from '../../chat/form.ts';
import type { Reply } from '../../chat/request.ts';
import { onWorkday } from '../../domain/pulse/schedule.ts';
import { addDays, dayOf, isDay } from '../../domain/time.ts';
import { addAudit } from '../../store/audit.ts';
import {
  addSchedule,
  endSchedule,
  findSchedule,
  listSchedules,
  type PulseSchedule,
} from '../../store/pulse-schedule.ts';
import { peopleFor } from '../../store/survey.ts';
import { calendarOf } from '../../store/team.ts';
import { type Call, verb } from '../command.ts';
import { refuse } from '../refuse.ts';
import { audiencesOf, homeOf, mayRun, teamNameOf } from './authority.ts';
import { audienceIn, PulseReader } from './read.ts';
import { MAX_OPEN_DAYS } from './start.ts';

const MAX_ITEMS = 5;
const HALF_FROM = 40;
const EVERY = z.enum(['fortnight', 'month', 'quarter']);

const answer = (call: Call, title: string, text: string): Reply[] => [
  { kind: 'card', to: 'actor', card: notice(call.locale, title, [text], 'good') },
];

const list = (call: Call): Reply[] => {
  const { db, locale, me, today } = call;
  const views = listSchedules(db)
    .filter(({ teamId }) => mayRun(me, teamId))
    .map((schedule) => ({
      ...schedule,
      teamName: teamNameOf(db, schedule.teamId),
      nextOn: onWorkday(calendarOf(db, homeOf(db, schedule.teamId)), schedule.nextOn),
    }));
  return [{ kind: 'card', to: 'actor', card: schedulesCard(locale, views, today) }];
};

const form = (call: Call, values: Values = {}, errors: Record<string, string> = {}): Reply[] => {
  const { db, locale, now } = call;
  const audiences = audiencesOf(call);
  const [first] = audiences;
  if (first === undefined) return refuse('no_team');
  const home = homeOf(db, first.teamId);
  const tomorrow = onWorkday(calendarOf(db, home), addDays(dayOf(now, home.zone), 1));
  const start = { audiences, first: tomorrow, halfFrom: HALF_FROM };
  return [{ kind: 'form', form: scheduleForm(locale, start, values, errors) }];
};

/** Only within a write. */
const scheduled = (call: Call, values: Values): Reply[] => {
  const { db, locale, me, now } = call;
  const { schedule: texts, start } = locale.t.pulse;
  const read = new PulseReader(locale, values);
  const who = audienceIn(audiencesOf(call), values.who);
  if (who === undefined) read.errors.who = locale.t.form.choose;
  const every = EVERY.safeParse(values.every);
  if (!every.success) read.errors.every = locale.t.form.choose;
  const first = typeof values.first === 'string' && isDay(values.first) ? values.first : null;
  const home = who === undefined ? null : homeOf(db, who.teamId);
  if (first === null) read.errors.first = locale.t.form.day;
  else if (home !== null && first < dayOf(now, home.zone)) read.errors.first = texts.firstPast;
  const items = read.whole('items', 1, MAX_ITEMS);
  const openDays = read.whole('openDays', 1, MAX_OPEN_DAYS);
  const { minMean, minFull } = read.thresholds(MIN_MEAN, MIN_FULL);
  const half = read.yes('half');
  if (who !== undefined) {
    const n = peopleFor(db, { teamId: who.teamId, half }).length;
    if (n < minMean) read.errors.who = start.tooFew({ n, min: minMean });
    else if (listSchedules(db).some(({ teamId }) => teamId === who.teamId)) {
      read.errors.who = texts.exists;
    }
  }
  const isWrong = Object.keys(read.errors).length > 0;
  if (isWrong || who === undefined || home === null || first === null || !every.success) {
    return form(call, values, read.errors);
  }
  const row = addSchedule(db, {
    teamId: who.teamId,
    every: every.data,
    items,
    recommend: read.yes('recommend'),
    comment: read.yes('comment'),
    half,
    minMean,
    minFull,
    openDays,
    nextOn: first,
    createdBy: me.id,
  });
  addAudit(db, {
    at: now,
    actorId: me.id,
    action: 'pulse.scheduled',
    subject: `pulse_schedule:${row.id}`,
    after: { teamId: row.teamId, every: row.every, minMean, minFull },
  });
  const name = audienceName(locale, who.name);
  const day = locale.format.day(onWorkday(calendarOf(db, home), first), call.today);
  const text = texts.scheduledText({ every: texts.every[row.every], day });
  return answer(call, texts.scheduled({ who: name }), text);
};

/** Only within a write. */
const stop = (call: Call, row: PulseSchedule): Reply[] => {
  const { db, locale, me, now } = call;
  endSchedule(db, row.id, now);
  addAudit(db, {
    at: now,
    actorId: me.id,
    action: 'pulse.unscheduled',
    subject: `pulse_schedule:${row.id}`,
  });
  const texts = locale.t.pulse.schedule;
  const who = audienceName(locale, teamNameOf(db, row.teamId));
  return answer(call, texts.stopped({ who }), texts.stoppedText);
};

const nothing = z.object({});

export const SCHEDULE_VERBS = {
  schedules: verb({ effect: 'read', role: 'manager', args: nothing, run: list }),

  scheduleForm: verb({
    effect: 'read',
    role: 'manager',
    args: nothing,
    run: (call) => form(call),
  }),

  scheduled: verb({
    effect: 'write',
    role: 'manager',
    args: nothing,
    run: (call, _, values) => scheduled(call, values),
  }),

  unschedule: verb({
    effect: 'write',
    role: 'manager',
    args: z.object({ schedule: z.int().positive() }),
    run(call, { schedule: id }) {
      const row = findSchedule(call.db, id) ?? refuse('bad_id');
      const { roles } = call.locale.t.common;
      if (!mayRun(call.me, row.teamId)) refuse('not_allowed', { who: roles.admin });
      return stop(call, row);
    },
  }),
};
