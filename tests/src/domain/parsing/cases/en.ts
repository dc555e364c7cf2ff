// English lines of many kinds of reps; now is Wednesday 2026-03-11 10:00 in Shanghai, tenant CNY.
import type { Row } from './row.ts';

export const CALLS: readonly Row[] = [
  ['Called Globex, no answer', 'Globex', { channel: 'phone', outcome: 'no_answer' }],
  [
    'Left voicemail for Bob at Initech, try again tomorrow morning',
    'Initech',
    {
      contact: 'Bob',
      channel: 'phone',
      outcome: 'voicemail',
      next: ['call', '2026-03-12T09:00', 'daypart'],
    },
  ],
  ['Hooli: wrong number', 'Hooli', { channel: 'phone', outcome: 'wrong_number' }],
  [
    'Spoke with Sarah from Pied Piper for half an hour, warm, sending deck by Friday',
    'Pied Piper',
    { contact: 'Sarah', intent: 'B', min: 30, next: ['send_material', '2026-03-13', 'day'] },
  ],
  [
    'Stark Industries asked me to call back at 3',
    'Stark Industries',
    {
      channel: 'phone',
      outcome: 'callback_requested',
      next: ['call', '2026-03-11T15:00', 'minute'],
    },
  ],
  ['Cyberdyne not interested', 'Cyberdyne', { outcome: 'rejected' }],
  [
    'called acme, hot, 15 min, quote 20k',
    'acme',
    { channel: 'phone', intent: 'A', min: 15, amount: 20000 },
  ],
  ['Soylent demo done, asked for a 10% discount', 'Soylent', { outcome: 'negotiating' }],
  ['Massive Dynamic went with a competitor', 'Massive Dynamic', { outcome: 'lost' }],
  [
    'Emailed brochure to Vandelay Industries, follow up next Tue',
    'Vandelay Industries',
    { channel: 'email', outcome: 'material_sent', next: ['follow_up', '2026-03-17', 'day'] },
  ],
  [
    'Met Jane Doe at Wonka Inc. on Monday, budget €30k, decision end of quarter',
    'Wonka Inc.',
    {
      contact: 'Jane Doe',
      channel: 'visit',
      outcome: 'meeting_held',
      amount: [30000, 'EUR'],
      occurred: '2026-03-09',
      next: ['wait_decision', '2026-03-31', 'day'],
    },
  ],
  [
    'Zoom call with Duff Beer, 1.5 hours, demo went well, contract by the 20th',
    'Duff Beer',
    { channel: 'video', outcome: 'demo_done', min: 90, next: [null, '2026-03-20', 'day'] },
  ],
  [
    "Gringotts hasn't paid yet, invoice $12,500 overdue, chase Friday",
    'Gringotts',
    { amount: [12500, 'USD'], next: ['collect_payment', '2026-03-13', 'day'] },
  ],
  [
    'Sirius Cybernetics signed! $120k contract, kickoff next Monday',
    'Sirius Cybernetics',
    { outcome: 'won', amount: [120000, 'USD'], next: ['kickoff', '2026-03-16', 'day'] },
  ],
  [
    'Visited Prestige Worldwide yesterday, 45 minutes, cold',
    'Prestige Worldwide',
    { channel: 'visit', outcome: 'meeting_held', intent: 'D', min: 45, occurred: '2026-03-10' },
  ],
  [
    'Acme - call - 20m - B - quote 15k - demo thu',
    'Acme',
    { channel: 'phone', intent: 'B', min: 20, amount: 15000, next: ['demo', '2026-03-12', 'day'] },
  ],
  [
    'Call with Mr. Smith of Gekko & Co, wants a proposal by end of week',
    'Gekko & Co',
    { contact: 'Mr. Smith', channel: 'phone', next: ['send_proposal', '2026-03-13', 'day'] },
  ],
  [
    'LexCorp: demo day after tomorrow at 2pm',
    'LexCorp',
    { next: ['demo', '2026-03-13T14:00', 'minute'] },
  ],
  ['Umbrella wants a quote for 500 seats', 'Umbrella', { next: ['send_proposal', null, null] }],
  [
    'Tyrell demo booked for Thu AM',
    'Tyrell',
    { outcome: 'meeting_scheduled', next: ['demo', '2026-03-12T09:00', 'daypart'] },
  ],
  [
    'Weyland-Yutani verbal yes, $1.2m, contract signature mid-March',
    'Weyland-Yutani',
    { outcome: 'verbal_yes', amount: [1200000, 'USD'], next: ['sign', '2026-03-15', 'day'] },
  ],
  [
    'Aperture no-show, reschedule for next week',
    'Aperture',
    { outcome: 'no_show', next: [null, '2026-W12', 'week'] },
  ],
  [
    "Acme's CFO Bob said yes in principle, signing early April",
    'Acme',
    { contact: 'Bob', outcome: 'verbal_yes', next: ['sign', '2026-04', 'month'] },
  ],
  [
    'InGen trial started, check in in a fortnight',
    'InGen',
    { outcome: 'trial_started', next: ['follow_up', '2026-03-25', 'day'] },
  ],
  [
    'Nakatomi: if they sign this month we ship in Q2',
    'Nakatomi',
    { next: ['sign', '2026-03-31', 'month'] },
  ],
  [
    'texted Virtucon, meeting half past 3 tomorrow',
    'Virtucon',
    { channel: 'sms', next: ['meeting', '2026-03-12T15:30', 'minute'] },
  ],
  ['Oceanic paid $5,000.50 deposit', 'Oceanic', { outcome: 'paid', amount: [5000.5, 'USD'] }],
  [
    'Dharma: quoted 10-12k USD, waiting for approval',
    'Dharma',
    { amount: [10000, 'USD', 10000, 12000], next: ['wait_decision', null, null] },
  ],
  ['BigCo less than 10k budget', 'BigCo', { clarify: 'amount' }],
  [
    'Spoke to a client, call back later',
    null,
    { next: ['call', null, null], clarify: 'customer,date' },
  ],
  [
    'WhatsApp with Rekall, sent pricing, reply expected in 3 business days',
    'Rekall',
    { channel: 'im', outcome: 'proposal_sent', next: ['wait_reply', '2026-03-16', 'day'] },
  ],
  ['Bluth Company renewed at $24k/yr', 'Bluth Company', { outcome: 'won', amount: [24000, 'USD'] }],
  ['Zorg Corp: 04/05 go-live', 'Zorg Corp', { next: ['go_live', null, null], clarify: 'date' }],
  [
    'Ran a demo for Cogswell Cogs this morning, follow up EOW',
    'Cogswell Cogs',
    {
      outcome: 'demo_done',
      occurred: '2026-03-11T09:00',
      next: ['follow_up', '2026-03-13', 'day'],
    },
  ],
  [
    'Spacely Sprockets contract expires 30 June, renewal call in mid April',
    'Spacely Sprockets',
    { next: ['renew', '2026-04-15', 'day'] },
  ],
];
