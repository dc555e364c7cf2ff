// How a customer develops: what comes of one more touch, until the deal is won, lost or dropped.
import type { Channel, Grade, NextAction, Outcome } from '../../../src/domain/parsing/codes.ts';
import type { LossReason, Segment } from './model.ts';
import type { Random } from './random.ts';
import { chance, integer, normal, pick, weighted } from './sample.ts';

type Stage = 'new' | 'connected' | 'qualified' | 'proposal' | 'negotiating' | 'won' | 'over';

/** A customer's latent state; `touch` moves it on. */
export interface Course {
  stage: Stage;
  /** Latent, 0-1: how much the customer wants it. */
  intent: number;
  /** Touches without a reaction in a row. */
  silent: number;
  touches: number;
  readonly inbound: boolean;
  readonly segment: Segment;
}

/** What came of one touch. */
export interface Happened {
  readonly channel: Channel;
  readonly outcome: Outcome;
  /** What the rep would grade the customer. */
  readonly grade: Grade;
  readonly next: NextAction | null;
  /** Working days until then. */
  readonly inDays: number;
  /** A deal is on the table from here on. */
  readonly opensDeal: boolean;
  readonly reason: LossReason | null;
}

/** What the touch brings with it beside the customer. */
export interface Conditions {
  readonly channels: Readonly<Partial<Record<Channel, number>>>;
  readonly skill: number;
  /** More deals close at the end of a month. */
  readonly closing: number;
}

const WRITTEN: ReadonlySet<Channel> = new Set<Channel>(['wechat', 'email', 'sms', 'im', 'other']);
const ARRANGED: ReadonlySet<Outcome> = new Set<Outcome>([
  'meeting_scheduled',
  'callback_requested',
]);
const MEETINGS: ReadonlySet<Outcome> = new Set<Outcome>(['meeting_held', 'demo_done', 'no_show']);

/** What comes of an answered touch, by stage. */
const ANSWERED: Readonly<Record<Stage, Readonly<Partial<Record<Outcome, number>>>>> = {
  new: {
    connected: 0.56,
    callback_requested: 0.1,
    meeting_scheduled: 0.14,
    material_sent: 0.1,
    rejected: 0.1,
  },
  connected: {
    connected: 0.32,
    meeting_scheduled: 0.18,
    meeting_held: 0.22,
    demo_done: 0.14,
    material_sent: 0.09,
    no_show: 0.02,
    rejected: 0.03,
  },
  qualified: {
    proposal_sent: 0.36,
    demo_done: 0.2,
    meeting_held: 0.2,
    trial_started: 0.12,
    connected: 0.1,
    no_show: 0.02,
  },
  proposal: { negotiating: 0.45, connected: 0.22, meeting_held: 0.18, lost: 0.09, no_show: 0.02 },
  negotiating: { negotiating: 0.32, verbal_yes: 0.12, connected: 0.1, meeting_held: 0.1 },
  won: { connected: 0.7, meeting_held: 0.22, complaint: 0.08 },
  over: { connected: 1 },
};

const NEXT: Readonly<Record<Stage, readonly [readonly NextAction[], number, number]>> = {
  new: [['call', 'follow_up', 'send_material'], 1, 4],
  connected: [['call', 'follow_up', 'meeting', 'visit', 'demo'], 2, 6],
  qualified: [['demo', 'meeting', 'visit', 'send_proposal', 'call'], 2, 6],
  proposal: [['call', 'wait_reply', 'meeting', 'review'], 2, 5],
  negotiating: [['send_contract', 'call', 'meeting', 'visit'], 1, 5],
  won: [['kickoff', 'deliver', 'follow_up'], 6, 15],
  over: [['follow_up'], 20, 40],
};

const HIGHEST: Readonly<Record<Stage, number>> = {
  new: 0.3,
  connected: 0.45,
  qualified: 0.6,
  proposal: 0.72,
  negotiating: 0.9,
  won: 1,
  over: 0,
};

/** A noisy view of latent intent: one in five is off by one. */
const gradeOf = ({ stage, intent }: Course, random: Random): Grade => {
  if (stage === 'over') return 'E';
  if (stage === 'won') return 'A';
  const seen = 0.55 * intent + 0.6 * HIGHEST[stage];
  const exact = seen > 0.78 ? 0 : seen > 0.58 ? 1 : seen > 0.34 ? 2 : 3;
  const off = chance(random, 0.2) ? pick(random, [-1, 1]) : 0;
  return (['A', 'B', 'C', 'D'] as const)[Math.min(3, Math.max(0, exact + off))] ?? 'C';
};

const unanswered = (channel: Channel, first: boolean, random: Random): Outcome => {
  if (WRITTEN.has(channel)) return chance(random, 0.5) ? 'material_sent' : 'no_answer';
  if (channel === 'visit' || channel === 'video') return 'no_show';
  if (first && chance(random, 0.05)) return 'wrong_number';
  return chance(random, 0.82) ? 'no_answer' : 'voicemail';
};

/** The share of customers who answer at all. */
const answerRate = ({ stage, inbound, silent }: Course): number =>
  (stage === 'new' ? (inbound ? 0.78 : 0.55) : 0.82) * 0.9 ** silent;

/** Whether a decision falls on this touch: more likely the longer they negotiate. */
const decides = (course: Course, { closing }: Conditions, random: Random): boolean =>
  course.stage === 'negotiating' && chance(random, Math.min(0.6, 0.3 * closing));

const wins = (course: Course, { skill }: Conditions, random: Random): boolean =>
  chance(random, Math.min(0.8, 0.34 * skill ** 0.8 * (0.6 + 0.8 * course.intent)));

const advance = (course: Course, outcome: Outcome, skill: number, random: Random): void => {
  const eager = Math.min(0.9, (0.35 + 0.5 * course.intent) * skill ** 0.3);
  const { stage } = course;
  if (outcome === 'rejected' || outcome === 'wrong_number' || outcome === 'lost') {
    course.stage = 'over';
  } else if (outcome === 'won') {
    course.stage = 'won';
  } else if (stage === 'new' && outcome !== 'callback_requested') {
    course.stage = 'connected';
  } else if (stage === 'connected' && outcome !== 'no_show' && chance(random, eager)) {
    course.stage = 'qualified';
  } else if (stage === 'qualified' && outcome === 'proposal_sent') {
    course.stage = 'proposal';
  } else if (stage === 'proposal' && outcome === 'negotiating') {
    course.stage = 'negotiating';
  }
  course.intent = Math.min(1, Math.max(0, course.intent + 0.03 + 0.08 * normal(random)));
};

const channelFor = (course: Course, conditions: Conditions, random: Random): Channel => {
  const channel = weighted(random, conditions.channels);
  // Nobody visits a stranger; large customers are visited more.
  if (course.stage === 'new' && (channel === 'visit' || channel === 'video')) return 'phone';
  if (course.segment === 'enterprise' && course.stage !== 'new' && chance(random, 0.25)) {
    return chance(random, 0.6) ? 'visit' : 'video';
  }
  return channel;
};

const answered = (course: Course, conditions: Conditions, random: Random): Outcome => {
  if (decides(course, conditions, random)) {
    return wins(course, conditions, random) ? 'won' : 'lost';
  }
  return weighted(random, ANSWERED[course.stage]);
};

/** Makes channel and outcome go together: one meets in person, and whoever visits has met. */
const settle = (
  channel: Channel,
  outcome: Outcome,
  random: Random,
): { readonly channel: Channel; readonly outcome: Outcome } => {
  const inPerson = channel === 'visit' || channel === 'video';
  if (MEETINGS.has(outcome) && !inPerson && channel !== 'event') {
    return { channel: chance(random, 0.6) ? 'visit' : 'video', outcome };
  }
  if (inPerson && outcome === 'connected') return { channel, outcome: 'meeting_held' };
  if (inPerson && ARRANGED.has(outcome)) return { channel: 'phone', outcome };
  return { channel, outcome };
};

/**
 * One more touch: draws what comes of it and moves the customer on (domain method: funnel).
 * @param random the customer's own stream
 */
export const touch = (course: Course, conditions: Conditions, random: Random): Happened => {
  const meant = channelFor(course, conditions, random);
  const reacts = chance(random, answerRate(course));
  const before = course.stage;
  const drawn = reacts
    ? answered(course, conditions, random)
    : unanswered(meant, course.touches === 0, random);
  const { channel, outcome } = settle(meant, drawn, random);
  course.touches++;
  course.silent = reacts ? 0 : course.silent + 1;
  if (reacts || outcome === 'wrong_number') advance(course, outcome, conditions.skill, random);
  // Five times without an answer is enough for anyone.
  const weary = course.silent >= 5;
  if (weary) course.stage = before === 'won' ? 'won' : 'over';
  const over = course.stage === 'over';
  const [actions, least, most] = NEXT[course.stage];
  return {
    channel,
    outcome,
    grade: gradeOf(course, random),
    next: over ? null : outcome === 'won' ? 'collect_payment' : pick(random, actions),
    inDays:
      course.silent > 0
        ? integer(random, 1 + course.silent, 3 + 2 * course.silent)
        : integer(random, least, most),
    opensDeal: course.stage === 'proposal' && before !== 'proposal',
    reason:
      outcome === 'lost'
        ? weighted(random, { price: 0.35, rival: 0.3, budget: 0.2, timing: 0.15 })
        : null,
  };
};
