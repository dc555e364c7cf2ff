// The codes a parsed follow-up may carry; stored in the database, so add to them, never rename.

/** How the customer was reached; `wechat` includes 企微, `im` 钉钉, 飞书, WhatsApp, Slack. */
export const CHANNELS = [
  'phone',
  'wechat',
  'visit',
  'video',
  'email',
  'sms',
  'im',
  'event',
  'other',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** What came of the contact; `connected` when nothing more is said. */
export const OUTCOMES = [
  'no_answer',
  'voicemail',
  'wrong_number',
  'connected',
  'callback_requested',
  'meeting_scheduled',
  'meeting_held',
  'demo_done',
  'no_show',
  'material_sent',
  'trial_started',
  'proposal_sent',
  'negotiating',
  'verbal_yes',
  'won',
  'lost',
  'rejected',
  'paid',
  'complaint',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Intent grades, best first. */
export const GRADES = ['A', 'B', 'C', 'D', 'E'] as const;
export type Grade = (typeof GRADES)[number];

/** What is to be done next. */
export const NEXT_ACTIONS = [
  'follow_up',
  'call',
  'meeting',
  'visit',
  'demo',
  'email',
  'send_proposal',
  'send_material',
  'send_contract',
  'sign',
  'collect_payment',
  'wait_reply',
  'wait_decision',
  'review',
  'reply',
  'kickoff',
  'go_live',
  'bid_opening',
  'renew',
  'deliver',
  'other',
] as const;
export type NextAction = (typeof NEXT_ACTIONS)[number];

/** How exact a date is: a daypart is a part of a day, not a time somebody named. */
export const PRECISIONS = ['minute', 'daypart', 'day', 'week', 'month', 'quarter'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** What an amount is said to be. */
export const AMOUNT_ROLES = ['quote', 'contract', 'paid', 'outstanding'] as const;
export type AmountRole = (typeof AMOUNT_ROLES)[number];

/** What the parser may have to ask, in the order a card asks it. */
export const CLARIFY_KINDS = ['customer', 'date', 'amount', 'currency', 'holiday'] as const;
export type ClarifyKind = (typeof CLARIFY_KINDS)[number];
