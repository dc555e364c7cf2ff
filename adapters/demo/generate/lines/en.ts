// The lines an English-speaking rep types.
import { type Money, majorOf } from '../../../../src/domain/money.ts';
import type {
  AmountRole,
  Channel,
  NextAction,
  Outcome,
} from '../../../../src/domain/parsing/codes.ts';
import {
  addDays,
  type Day,
  daysBetween,
  weekAround,
  weekdayOf,
} from '../../../../src/domain/time.ts';
import type { LossReason } from '../model.ts';
import type { Random } from '../random.ts';
import { chance, pick } from '../sample.ts';
import { remarks, type Said } from './said.ts';

type Texts<K extends string> = Readonly<Record<K, readonly string[]>>;

/** `@` is the customer. */
const OPENINGS: Texts<Channel | 'none'> = {
  phone: ['Called @', 'Phoned @', 'Rang @', 'Phone call with @'],
  wechat: ['WeChat with @', 'Messaged @ on WeChat'],
  visit: ['Visited @', 'On-site visit at @'],
  video: ['Zoom with @', 'Video call with @'],
  email: ['Emailed @', 'Wrote an email to @'],
  sms: ['Texted @', 'Sent an SMS to @'],
  im: ['WhatsApp to @', 'Pinged @ on Slack'],
  event: ['Ran into @ at the trade fair', 'Trade fair chat with @'],
  other: ['Passed a note to @', 'Touched base with @'],
  none: ['@', 'Checked in with @'],
};

const RESULTS: Texts<Outcome> = {
  no_answer: ['no answer', "didn't pick up", 'nobody answered'],
  voicemail: ['left a voicemail', 'went to voicemail'],
  wrong_number: ['wrong number', 'number is wrong'],
  connected: ['', '', 'good chat', 'talked through their needs'],
  callback_requested: ['busy, asked me to call back', 'wants a callback'],
  meeting_scheduled: ['meeting booked', 'agreed to meet, meeting scheduled'],
  meeting_held: ['met the team', 'good meeting', 'had the meeting'],
  demo_done: ['did the demo', 'demo went well'],
  no_show: ['no show', "they didn't show up"],
  material_sent: ['sent the brochure', 'sent case studies'],
  trial_started: ['started the trial', 'trial is running'],
  proposal_sent: ['sent the proposal', 'proposal sent'],
  negotiating: ['negotiating terms', 'haggling over price'],
  verbal_yes: ['verbal yes', 'they said yes verbally'],
  won: ['signed', 'closed won', 'deal signed'],
  lost: ['lost the deal', 'closed lost'],
  rejected: ['not interested', 'turned us down'],
  paid: ['payment received', 'they paid'],
  complaint: ['complained about slow support', 'complaint about delivery quality'],
};

const NO_REPLY = ['no reply yet', 'no response'];

const REASONS: Readonly<Record<LossReason, string>> = {
  price: 'too expensive',
  rival: 'went with a competitor',
  budget: 'budget was cut',
  timing: 'project on hold',
};

const REMARKS = [
  'cares about support hours',
  'wants a reference customer',
  'worried about migration',
  'boss needs convincing',
  'likes the integrations',
  'current tool keeps breaking',
  'procurement is slow',
  'prefers a phased rollout',
  'ops team is evaluating',
  'finance is not on board',
  'champion is very supportive',
  'asked how training works',
  'short on staff',
  'would introduce us to a sister company',
  'security review pending',
  'needs it before peak season',
];

const ROLES: Readonly<Partial<Record<AmountRole, readonly string[]>>> = {
  quote: ['quoted', 'budget'],
  contract: ['contract', 'worth'],
  paid: ['received', ''],
};

const ACTIONS: Readonly<Partial<Record<NextAction, readonly string[]>>> = {
  follow_up: ['follow up', 'check back'],
  call: ['call', 'call them'],
  meeting: ['meeting'],
  visit: ['visit'],
  demo: ['demo'],
  email: ['email them'],
  send_proposal: ['send proposal'],
  send_material: ['send materials'],
  send_contract: ['send contract'],
  collect_payment: ['collect payment', 'chase payment'],
  wait_reply: ['wait for reply'],
  review: ['review'],
  kickoff: ['kickoff'],
  deliver: ['deliver'],
};

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const FULL = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const dayText = (day: Day, from: Day, random: Random): string => {
  if (daysBetween(from, day) === 1 && chance(random, 0.8)) return 'tomorrow';
  if (day <= weekAround(from).to) return `on ${FULL[weekdayOf(day) - 1]}`;
  if (day <= addDays(weekAround(from).to, 7)) return `next ${WEEKDAYS[weekdayOf(day) - 1]}`;
  const [month, date] = [MONTHS[Number(day.slice(5, 7)) - 1], Number(day.slice(8))];
  return chance(random, 0.5) ? `on ${date} ${month}` : `on ${month} ${date}`;
};

const timeText = (clock: string): string => {
  const hour = Number(clock.slice(0, 2));
  const half = clock.endsWith(':30') ? ':30' : '';
  return ` ${hour > 12 ? hour - 12 : hour}${half}${hour < 12 ? 'am' : 'pm'}`;
};

const amountText = (money: Money): string => {
  const value = majorOf(money);
  const digits = value < 10_000 ? value.toLocaleString('en-US') : `${value / 1000}k`;
  return money.currency === 'USD' ? `$${digits}` : `${digits} ${money.currency}`;
};

/** A line as an English-speaking rep types it. */
export const enLine = (said: Said, random: Random): string => {
  const opening = pick(random, OPENINGS[said.channel ?? 'none']).replace('@', said.customer);
  const silent = said.outcome === 'no_answer' && said.channel !== 'phone';
  const when = { yesterday: 'yesterday', morning: 'this morning', afternoon: 'this afternoon' };
  const parts = [
    `${opening}${said.when ? ` ${when[said.when]}` : ''}`,
    said.contact ? `spoke to ${said.contact}` : '',
    said.duration === null ? '' : `${said.duration} min`,
    pick(random, silent ? NO_REPLY : RESULTS[said.outcome]),
    said.reason ? REASONS[said.reason] : '',
  ];
  const tail = [
    said.amount && said.amountRole
      ? `${pick(random, ROLES[said.amountRole] ?? [''])} ${amountText(said.amount)}`.trim()
      : '',
    said.grade ? `grade ${said.grade}` : '',
    said.next
      ? `${pick(random, ACTIONS[said.next.action] ?? ['follow up'])} ${dayText(
          said.next.at.slice(0, 10),
          said.typedOn,
          random,
        )}${said.next.precision === 'minute' ? timeText(said.next.at.slice(11)) : ''}`
      : '',
  ];
  const written = [...parts, ...tail].join(', ').length;
  return [...parts, ...remarks(said.outcome, written, REMARKS, random), ...tail]
    .filter((part) => part !== '')
    .join(', ');
};
