// The names of what is scored, of what it is computed from, and of what would raise it.
import type { Badge, Dimension, MetricState, Unit } from '../../domain/scoring/metric.ts';
import type { InputKey, MetricKey, StepKey } from '../../domain/scoring/metrics.ts';

/** What the sentence of a step may name, already written out. */
export interface StepWords {
  readonly count: string;
  readonly minutes: string;
  readonly days: string;
  readonly amount: string;
  readonly instead: string;
}

export const metrics = {
  dimension: {
    behaviour: 'Behaviour',
    process: 'Process',
    result: 'Result',
    collaboration: 'Collaboration',
  } satisfies Record<Dimension, string>,

  metric: {
    followups: {
      name: 'Follow-ups',
      what: 'Distinct follow-ups that count, against your target for the days you worked',
    },
    response: {
      name: 'First response',
      what: 'How fast a new lead gets its first contact, in working minutes',
    },
    diversity: {
      name: 'Channels',
      what: 'How evenly you use several channels; one token message changes little',
    },
    intent: {
      name: 'Intent grading',
      what: 'Active customers whose grade was set or confirmed recently (A 7 days, B 14, others 30)',
    },
    script: { name: 'Script', what: 'Checkpoints of the sales script that were met' },
    completeness: {
      name: 'Complete records',
      what: 'How much of what applies is filled in, on average over your follow-ups',
    },
    win: {
      name: 'Win rate',
      what: 'Won of all closed deals; with few deals it is drawn towards what is usual',
    },
    collection: { name: 'Collection', what: 'Money received of what was due' },
    cycle: { name: 'Deal cycle', what: 'Days from the first follow-up to the win, the middle one' },
    satisfaction: {
      name: 'Satisfaction',
      what: 'Customers who answered 4 or 5 of 5; with few answers drawn towards what is usual',
    },
    handoff: {
      name: 'Handoffs',
      what: 'Accepted within 4 and followed up within 8 working hours, and handed over with a full note',
    },
    sharing: {
      name: 'Sharing',
      what: 'Customers with a note you shared that a colleague read, of those you followed up',
    },
  } satisfies Record<MetricKey, { name: string; what: string }>,

  input: {
    counted: 'Follow-ups that count',
    eligibleDays: 'Working days so far, leave taken off',
    windowDays: 'Working days of the whole period',
    perDay: 'Target a day',
    ramp: 'Share of the target asked of you',
    target: 'Your target so far',
    median: 'Middle wait, minutes',
    p90: 'Nine of ten wait at most, minutes',
    answered: 'Answered',
    unanswered: 'Not answered in time',
    pending: 'Still waiting, not judged yet',
    used: 'Channels used',
    permitted: 'Channels there are',
    fresh: 'Graded or confirmed in time',
    active: 'Active customers',
    ageDays: 'Days since your first customer',
    selfDone: 'Checkpoints you ticked',
    selfApplicable: 'Checkpoints that applied',
    qaChecks: 'Conversations checked',
    qaDone: 'Checkpoints met in the checks',
    qaApplicable: 'Checkpoints that applied in the checks',
    records: 'Records',
    mean: 'Average completeness',
    won: 'Won',
    lost: 'Lost',
    priorMean: 'Usual rate',
    priorStrength: 'Weight of the usual rate, in cases',
    dueMinor: 'Due',
    collectedMinor: 'Received of it',
    invoices: 'Invoices',
    largestShare: 'Share of the largest invoice',
    wins: 'Wins',
    medianDays: 'Middle one, days',
    positive: 'Answers 4 and 5',
    answers: 'Answers',
    asked: 'Asked',
    received: 'Received',
    onTime: 'In time',
    given: 'Handed over',
    noteMean: 'Completeness of your notes',
    opened: 'Shared and read',
    customers: 'Customers followed up',
  } satisfies Record<InputKey, string>,

  step: {
    log_followups: (p) => `Log ${p.count} more follow-ups`,
    answer_waiting: (p) => `Answer the ${p.count} leads that wait, before their time is up`,
    answer_within: (p) => `Answer the next ${p.count} leads within ${p.minutes} minutes`,
    use_other_channel: (p) => `Use another channel than ${p.instead} ${p.count} times`,
    confirm_grades: (p) => `Confirm the grade of ${p.count} customers`,
    follow_script: (p) => `Meet ${p.count} more checkpoints of the script`,
    record_in_full: (p) => `Fill in the next ${p.count} records completely`,
    win_next: () => 'Win your next deal',
    collect_due: (p) => `Collect ${p.amount} that is due`,
    win_within: (p) => `Win your next deal within ${p.days} days`,
    satisfy_next: (p) => `Get a 4 or 5 from the next ${p.count} customers`,
    accept_in_time: () => 'Accept the next handoff within 4 hours and follow up within 8',
    hand_over_in_full: () => 'Write a full note with your next handoff',
    share_notes: (p) => `Share ${p.count} more notes with the team`,
  } satisfies Record<StepKey, (p: StepWords) => string> as Record<
    StepKey,
    (p: StepWords) => string
  >,

  state: {
    scored: 'counts',
    owed: 'nothing there yet, so 0',
    na: 'does not apply',
    few: 'too few yet to count',
    withheld: 'too few answers',
  } satisfies Record<MetricState, string>,

  badge: {
    one_large_invoice: 'one large invoice',
    qa_differs: 'checks and ticks differ',
    exposed: 'there was enough to work with',
  } satisfies Record<Badge, string>,

  unit: {
    count: (p) => p.value,
    ratio: (p) => p.value,
    minutes: (p) => `${p.value} min`,
    days: (p) => `${p.value} days`,
    kinds: (p) => `${p.value} channels`,
  } satisfies Record<Unit, (p: { value: string }) => string> as Record<
    Unit,
    (p: { value: string }) => string
  >,
};
