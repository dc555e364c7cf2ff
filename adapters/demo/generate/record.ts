// How a rep writes a touch down: which fields are filled, and the line that says exactly those.
import { addWorkdays, type WorkCalendar } from '../../../src/domain/calendar.ts';
import { isReaction } from '../../../src/domain/fairness/counting.ts';
import type { Money } from '../../../src/domain/money.ts';
import type { AmountRole, Outcome } from '../../../src/domain/parsing/codes.ts';
import {
  type Clock,
  clockOf,
  type Day,
  dayOf,
  type Instant,
  type Zone,
} from '../../../src/domain/time.ts';
import type { Happened } from './funnel.ts';
import { enLine } from './lines/en.ts';
import type { Said } from './lines/said.ts';
import { zhLine } from './lines/zh.ts';
import type { DemoCustomer, DemoFollowup, DemoMember, DemoNext } from './model.ts';
import { type Random, streamOf } from './random.ts';
import { chance, integer, pick } from './sample.ts';
import { logTime } from './schedule.ts';
import type { Traits } from './traits.ts';

/** Who writes, when, and about whom. */
export interface Scene {
  readonly seed: string;
  readonly zone: Zone;
  readonly calendar: WorkCalendar;
  readonly member: DemoMember;
  readonly traits: Traits;
  readonly customer: DemoCustomer;
  readonly key: string;
  readonly occurredAt: Instant;
  /** The next day, if it is a working day within the history. */
  readonly nextDay: Day | null;
  /** The first response to a lead always names its channel. */
  readonly response: boolean;
  readonly amount: Money | null;
}

const AMOUNT_ROLES: Readonly<Partial<Record<Outcome, AmountRole>>> = {
  proposal_sent: 'quote',
  negotiating: 'quote',
  verbal_yes: 'contract',
  won: 'contract',
  paid: 'paid',
};

const MINUTES: Readonly<Record<string, readonly [number, number]>> = {
  phone: [3, 25],
  video: [20, 60],
  visit: [30, 120],
};

const APPOINTMENTS: readonly Clock[] = [
  '09:30',
  '10:00',
  '11:00',
  '14:00',
  '15:00',
  '15:30',
  '16:30',
];

const durationOf = (happened: Happened, random: Random): number | null => {
  const range = MINUTES[happened.channel];
  if (range === undefined || !isReaction(happened.outcome) || !chance(random, 0.4)) return null;
  const minutes = integer(random, ...range);
  return minutes > 30 ? Math.round(minutes / 10) * 10 : minutes;
};

const nextOf = (dueOn: Day, happened: Happened, care: number, random: Random): DemoNext | null => {
  const [says, timed, clock] = [
    chance(random, care),
    chance(random, 0.3),
    pick(random, APPOINTMENTS),
  ];
  if (happened.next === null || !says) return null;
  return timed
    ? { action: happened.next, at: `${dueOn}T${clock}`, precision: 'minute' }
    : { action: happened.next, at: dueOn, precision: 'day' };
};

/**
 * The follow-up as recorded.
 * @returns it, and the working day the rep means to come back
 */
export const record = (
  scene: Scene,
  happened: Happened,
): { readonly followup: DemoFollowup; readonly dueOn: Day } => {
  const { member, customer, zone, occurredAt } = scene;
  const random = streamOf(scene.seed, 'line', scene.key);
  const day = dayOf(occurredAt, zone);
  const { lag, at: loggedAt } = logTime(occurredAt, day, scene.nextDay, zone, random);
  const typedOn = dayOf(loggedAt, zone);
  const reacted = isReaction(happened.outcome);
  const morning = clockOf(occurredAt, zone) < '12:00';
  const dueOn = addWorkdays(scene.calendar, typedOn, Math.max(1, happened.inDays));
  const namesContact = chance(random, 0.6) && (reacted || member.locale === 'zh');
  const role = AMOUNT_ROLES[happened.outcome];
  const saysAmount = happened.outcome !== 'negotiating' || chance(random, 0.5);
  const care = reacted ? scene.traits.care : scene.traits.care - 0.1;
  const said: Said = {
    customer: customer.name,
    contact: namesContact && happened.outcome !== 'wrong_number' ? customer.contact : null,
    channel: !scene.response && chance(random, 0.02) ? null : happened.channel,
    outcome: happened.outcome,
    reason: happened.reason,
    grade: chance(random, reacted ? scene.traits.care : 0.5) ? happened.grade : null,
    amount: role && saysAmount ? scene.amount : null,
    amountRole: role && saysAmount && scene.amount ? role : null,
    next: nextOf(dueOn, happened, care, random),
    duration: durationOf(happened, random),
    typedOn,
    when:
      lag === 'morning'
        ? 'yesterday'
        : lag === 'evening' && chance(random, 0.6)
          ? morning
            ? 'morning'
            : 'afternoon'
          : null,
  };
  const text = (member.locale === 'zh' ? zhLine : enLine)(said, random);
  const { contact, channel, outcome, grade, amount, amountRole, next, duration } = said;
  return {
    dueOn,
    followup: {
      key: scene.key,
      memberKey: member.key,
      customerKey: customer.key,
      text,
      contact,
      channel,
      outcome,
      grade,
      amount,
      amountRole,
      next,
      duration,
      occurredAt,
      day,
      loggedAt,
      copyOf: null,
    },
  };
};
