// What follows from follow-ups: customers rate, managers check, colleagues read what is shared.
import { addWorkdays, type WorkCalendar } from '../../../src/domain/calendar.ts';
import { isReaction } from '../../../src/domain/fairness/counting.ts';
import { addDays, type Day, HOUR, type Instant, MINUTE } from '../../../src/domain/time.ts';
import type { DemoCheck, DemoFollowup, DemoMember, DemoSatisfaction, DemoShare } from './model.ts';
import { streamOf } from './random.ts';
import { chance, integer, logNormal, weighted } from './sample.ts';
import type { Traits } from './traits.ts';

/** Nothing after it is known yet. */
export interface Until {
  readonly day: Day;
  readonly at: Instant;
}

const RATINGS = { r5: 0.5, r4: 0.34, r3: 0.1, r2: 0.04, r1: 0.02 };

/** The question after a demo and 30 days after a win; about half answer, within a week. */
export const satisfactionOf = (
  seed: string,
  followup: DemoFollowup,
  until: Until,
): DemoSatisfaction | null => {
  const milestone = followup.outcome === 'won' ? 'won' : 'demo';
  if (followup.outcome !== 'won' && followup.outcome !== 'demo_done') return null;
  const askedOn = addDays(followup.day, milestone === 'won' ? 30 : 1);
  if (followup.copyOf !== null || askedOn > until.day) return null;
  const random = streamOf(seed, 'satisfaction', followup.key);
  const [answers, wait] = [chance(random, 0.5), integer(random, 0, 6)];
  const answeredOn = answers ? addDays(askedOn, wait) : null;
  const known = answeredOn !== null && answeredOn <= until.day;
  return {
    customerKey: followup.customerKey,
    memberKey: followup.memberKey,
    milestone,
    askedOn,
    answeredOn: known ? answeredOn : null,
    rating: known ? Number(weighted(random, RATINGS).slice(1)) : null,
  };
};

/** A manager listens in on about one conversation in fifteen. */
export const checkOf = (
  seed: string,
  followup: DemoFollowup,
  traits: Traits,
  manager: DemoMember | undefined,
  calendar: WorkCalendar,
  until: Until,
): DemoCheck | null => {
  const random = streamOf(seed, 'check', followup.key);
  if (!manager || !isReaction(followup.outcome) || !chance(random, 0.07)) return null;
  const checkedOn = addWorkdays(calendar, followup.day, integer(random, 1, 3));
  if (checkedOn > until.day || followup.copyOf !== null) return null;
  const applicable = integer(random, 5, 8);
  const rate = Math.min(0.97, 0.8 * traits.skill ** 0.15);
  let done = 0;
  for (let i = 0; i < applicable; i++) if (chance(random, rate)) done++;
  return {
    followupKey: followup.key,
    memberKey: followup.memberKey,
    byKey: manager.key,
    checkedOn,
    done,
    applicable,
  };
};

/** A conversation shared with the team, and who opened it within the next days. */
export const shareOf = (
  seed: string,
  followup: DemoFollowup,
  traits: Traits,
  members: readonly DemoMember[],
  until: Until,
): DemoShare | null => {
  const random = streamOf(seed, 'share', followup.key);
  if (!isReaction(followup.outcome) || !chance(random, traits.sharing)) return null;
  const sharedAt = followup.loggedAt + integer(random, 1, 20) * MINUTE;
  if (sharedAt > until.at || followup.copyOf !== null) return null;
  const opens = members
    .filter(({ key }) => key !== followup.memberKey)
    .flatMap(({ key }) => {
      const reader = streamOf(seed, 'open', `${followup.key}|${key}`);
      const at = sharedAt + Math.round(logNormal(reader, 1.5, 1.2) * HOUR);
      return chance(reader, 0.5) && at <= until.at ? [{ memberKey: key, at }] : [];
    })
    .sort((a, b) => a.at - b.at);
  return { followupKey: followup.key, memberKey: followup.memberKey, sharedAt, opens };
};
