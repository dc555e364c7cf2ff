// One office of the made-up company: fifty people and their months, recorded as their members would have.

import { generate } from '../../adapters/demo/generate/index.ts';
import type { DemoMember } from '../../adapters/demo/generate/model.ts';
import { recordDemo } from '../../adapters/demo/record.ts';
import { until } from '../../adapters/demo/slice.ts';
import { countWorkdays, STANDARD_SHIFTS } from '../../src/domain/calendar.ts';
import { periodAround } from '../../src/domain/period.ts';
import { addDays, type Day, dayOf, type Instant } from '../../src/domain/time.ts';
import { addIdentity, addMember, type Member } from '../../src/store/member.ts';
import { freezePriors } from '../../src/store/prior.ts';
import { computeTotal, keepScore, windowOf } from '../../src/store/score.ts';
import { installStandard, standardOn } from '../../src/store/standard.ts';
import { addTeam, type Team } from '../../src/store/team.ts';
import type { Db } from '../../src/store/workspace.ts';

/** Wednesday 11 March 2026, 18:00 in Shanghai: when the company is looked at. */
export const NOW: Instant = Date.parse('2026-03-11T18:00:00+08:00');
export const ZONE = 'Asia/Shanghai';
export const PLATFORM = 'bench';
export const TENANT = 'bench';
/** People an office has at most: an admin, a manager and reps. */
export const OFFICE = 50;

const CALENDAR = { kind: 'cn', exceptions: {}, shifts: STANDARD_SHIFTS } as const;
/** What a rep records on a working day, about. */
const PER_DAY = 7;
/** Periods whose scores are closed, so that trends and gains have a past. */
const CLOSED = { week: 5, month: 2 } as const;

const cast = (people: number): readonly DemoMember[] =>
  Array.from({ length: people }, (_, slot) => ({
    key: `m${slot}`,
    role: slot === 0 ? 'admin' : slot === 1 ? 'manager' : 'rep',
    locale: slot % 3 === 0 ? 'en' : 'zh',
    slot,
    // Each rep hands some customers to the next one.
    ...(slot > 1 && slot < people - 1 && { partner: `m${slot + 1}` }),
  }));

/** Closes the scores of past weeks and months, as the nights would have. */
const closePast = (db: Db, team: Team, members: Iterable<Member>, today: Day): void => {
  for (const member of members) {
    if (!member.seller) continue;
    for (const period of ['week', 'month'] as const) {
      let { from } = periodAround(period, today);
      for (let left = CLOSED[period]; left > 0; left -= 1) {
        const days = periodAround(period, addDays(from, -1));
        from = days.from;
        const window = windowOf(db, team, days, NOW);
        keepScore(db, computeTotal(db, member, period, window), NOW);
      }
    }
  }
};

/**
 * Fills an empty workspace with one office. Only within a write.
 * @param people 3 or more
 * @param followups at least so many, about
 */
export const furnish = (db: Db, seed: string, people: number, followups: number): void => {
  const today = dayOf(NOW, ZONE);
  const days = Math.max(5, Math.ceil(followups / (people - 2) / PER_DAY));
  const endDay = addDays(today, 7);
  const data = generate({
    seed,
    endDay,
    workdays: days + countWorkdays(CALENDAR, { from: today, to: endDay }),
    zone: ZONE,
    calendar: CALENDAR,
    currency: 'CNY',
    members: cast(people),
  });
  installStandard(db, '2000-01-01', NOW);
  const team = addTeam(db, {
    name: 'Office',
    channel: { kind: 'channel', platform: PLATFORM, tenant: TENANT, channel: 'office' },
    zone: ZONE,
    currency: 'CNY',
    locale: 'zh',
    calendar: CALENDAR.kind,
    postAt: '18:30',
    morningAt: '09:00',
    createdAt: NOW,
  });
  const members = new Map<string, Member>();
  for (const { key, role, locale } of cast(people)) {
    const joinedOn = addDays(today, -400);
    const isRep = role === 'rep';
    const row = addMember(db, {
      name: key,
      role,
      teamId: team.id,
      locale,
      joinedOn,
      seller: isRep,
    });
    addIdentity(db, { platform: PLATFORM, tenant: TENANT, user: key }, row.id);
    members.set(key, row);
  }
  recordDemo(db, team, members, until(data, NOW, ZONE), NOW);
  const month = periodAround('month', today).from;
  freezePriors(db, month, standardOn(db, month));
  closePast(db, team, members.values(), today);
};
