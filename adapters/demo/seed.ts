// Fills an empty workspace with the demo teams and their last sixty working days.
import type { Target } from '../../src/chat/platform.ts';
import { countWorkdays, STANDARD_SHIFTS } from '../../src/domain/calendar.ts';
import { periodAround } from '../../src/domain/period.ts';
import { addDays, dayOf, type Instant } from '../../src/domain/time.ts';
import { addIdentity, addMember, type Member } from '../../src/store/member.ts';
import { freezePriors } from '../../src/store/prior.ts';
import { computeTotal, keepScore, windowOf } from '../../src/store/score.ts';
import { writeSetting } from '../../src/store/setting.ts';
import { installStandard, standardOn } from '../../src/store/standard.ts';
import { finishStep, listDue } from '../../src/store/step.ts';
import { addTeam, type Team } from '../../src/store/team.ts';
import type { Db, Workspace } from '../../src/store/workspace.ts';
import { CAST, type CastTeam, DEMO_SEED } from './cast.ts';
import { generate } from './generate/index.ts';
import type { DemoData } from './generate/model.ts';
import { recordDemo } from './record.ts';
import { between, until } from './slice.ts';

const WORKDAYS = 60;
/** Weeks and months whose scores are closed, so that trends and gains have a past. */
const WEEKS = 11;
const MONTHS = 2;
/** Older promises than this were kept. */
const OVERDUE_DAYS = 8;
/** The demo goes on by itself for so many days, as its clock comes to them. */
const AHEAD_DAYS = 7;

/** Where the demo is shown. */
export interface Stage {
  readonly platform: string;
  readonly tenant: string;
  /** The channel of a team, by its key. */
  readonly channel: (teamKey: string) => Target;
}

const settle = (db: Db, cast: CastTeam, stage: Stage, now: Instant) => {
  const team = addTeam(db, {
    name: cast.name,
    channel: stage.channel(cast.key),
    zone: cast.zone,
    currency: cast.currency,
    locale: cast.calendar === 'cn' ? 'zh' : 'en',
    calendar: cast.calendar,
    postAt: '18:30',
    morningAt: '09:00',
    createdAt: now,
  });
  const members = new Map<string, Member>();
  for (const { key, name, role, locale } of cast.members) {
    const member = addMember(db, {
      name,
      role,
      teamId: team.id,
      locale,
      joinedOn: addDays(dayOf(now, cast.zone), -400),
      seller: role === 'rep',
    });
    addIdentity(db, { platform: stage.platform, tenant: stage.tenant, user: key }, member.id);
    members.set(key, member);
  }
  return { team, members };
};

/** What lies long back was done, and ticked off without a word: lists of due steps stay lists of a week. */
const tidy = (db: Db, team: Team, members: Iterable<Member>, now: Instant): void => {
  const long = addDays(dayOf(now, team.zone), -OVERDUE_DAYS);
  for (const { id } of members) {
    for (const step of listDue(db, id, long)) finishStep(db, step.id, now);
  }
};

/** Closes the scores of past weeks and months, as the nightly job would have. */
const closePast = (db: Db, team: Team, members: Iterable<Member>, now: Instant): void => {
  const today = dayOf(now, team.zone);
  const close = (member: Member, period: 'week' | 'month', day: string): void => {
    const days = periodAround(period, day);
    const window = windowOf(db, team, days, now);
    if (window.asOf !== days.to) return;
    keepScore(db, computeTotal(db, member, period, window), now);
  };
  const sellers = [...members].filter(({ seller }) => seller);
  for (const member of sellers) {
    for (let back = 1; back <= WEEKS; back++) close(member, 'week', addDays(today, -7 * back));
    for (let back = 1; back <= MONTHS; back++) close(member, 'month', addDays(today, -30 * back));
  }
};

/** The made-up months of a team: sixty working days up to now, and the week to come. */
const monthsOf = (cast: CastTeam, now: Instant): DemoData => {
  const today = dayOf(now, cast.zone);
  const endDay = addDays(today, AHEAD_DAYS);
  const calendar = { kind: cast.calendar, exceptions: {}, shifts: STANDARD_SHIFTS };
  return generate({
    seed: DEMO_SEED,
    endDay,
    workdays: WORKDAYS + countWorkdays(calendar, { from: today, to: endDay }),
    zone: cast.zone,
    calendar,
    currency: cast.currency,
    members: cast.members,
  });
};

/** Seeds the demo; the same days always give the same teams. Everything in it is made up. */
export const seedDemo = (workspace: Workspace, stage: Stage, now: Instant): Promise<void> => {
  const casts = CAST.map((cast) => ({ cast, data: monthsOf(cast, now) }));
  return workspace.write((db) => {
    installStandard(db, '2000-01-01', now);
    writeSetting(db, 'demo', true);
    const teams = casts.map(({ cast, data }) => {
      const { team, members } = settle(db, cast, stage, now);
      recordDemo(db, team, members, until(data, now, cast.zone), now);
      tidy(db, team, members.values(), now);
      const month = periodAround('month', dayOf(now, team.zone)).from;
      freezePriors(db, month, standardOn(db, month));
      closePast(db, team, members.values(), now);
      return { teamId: team.id, data: between(data, now, Number.POSITIVE_INFINITY) };
    });
    writeSetting(db, 'demoScript', { playedUntil: now, teams });
  });
};
