// Mixed and English lines, fourth batch.
import type { Row } from './row.ts';

export const VOICE: readonly Row[] = [
  [
    'just got off the phone with acme they want a demo next wednesday at 2',
    'acme',
    { channel: 'phone', next: ['demo', '2026-03-18T14:00', 'minute'] },
  ],
  [
    'met with the team at Globex yesterday they are happy with the price and will sign by friday',
    'Globex',
    {
      channel: 'visit',
      outcome: 'meeting_held',
      occurred: '2026-03-10',
      next: ['sign', '2026-03-13', 'day'],
    },
  ],
  ['Initech said no thanks', 'Initech', { outcome: 'rejected' }],
  ['Hooli closed won 85k', 'Hooli', { outcome: 'won', amount: 85000 }],
  ['Hooli closed lost', 'Hooli', { outcome: 'lost' }],
  [
    'Called Stark twice, line busy, will try again in an hour',
    'Stark',
    { channel: 'phone', outcome: 'no_answer', next: ['call', '2026-03-11T11:00', 'minute'] },
  ],
  [
    'Pied Piper onboarding kickoff on 1 April 10:00',
    'Pied Piper',
    { next: ['kickoff', '2026-04-01T10:00', 'minute'] },
  ],
  [
    'Globex invoice overdue, collect by 20 March',
    'Globex',
    { next: ['collect_payment', '2026-03-20', 'day'] },
  ],
  [
    'Soylent meeting rescheduled to next Thursday 11am',
    'Soylent',
    { outcome: 'meeting_scheduled', next: ['meeting', '2026-03-19T11:00', 'minute'] },
  ],
  [
    'Acme intent A, contract value 250,000 RMB, sign end of March',
    'Acme',
    { intent: 'A', amount: 250000, next: ['sign', '2026-03-31', 'day'] },
  ],
  [
    'Had coffee with Linda from Oscorp, rating B',
    'Oscorp',
    { contact: 'Linda', channel: 'visit', outcome: 'meeting_held', intent: 'B' },
  ],
  [
    'Emailed samples info to Bluth Co, they will revert next week',
    'Bluth Co',
    { channel: 'email', outcome: 'material_sent', next: ['wait_reply', '2026-W12', 'week'] },
  ],
  [
    'Wonka tender submitted, bid opening 25 March',
    'Wonka',
    { outcome: 'proposal_sent', next: ['bid_opening', '2026-03-25', 'day'] },
  ],
  ['Stark go-live moved to Q3', 'Stark', { next: ['go_live', '2026-Q3', 'quarter'] }],
  [
    'Acme delivery delayed, customer angry, need to respond today',
    'Acme',
    { outcome: 'complaint', next: ['reply', '2026-03-11', 'day'] },
  ],
  [
    'Duff Beer: legal reviewing contract, waiting for decision',
    'Duff Beer',
    { outcome: 'negotiating', next: ['wait_decision', null, null] },
  ],
  ['Dunder Mifflin wants 20% off', 'Dunder Mifflin', { outcome: 'negotiating' }],
  [
    'Slack message to Prestige, sent case study',
    'Prestige',
    { channel: 'im', outcome: 'material_sent' },
  ],
  ['LinkedIn chat with Nakatomi, cold', 'Nakatomi', { channel: 'im', intent: 'D' }],
  [
    'Visited Sterling on site today, 2 hours, demo done, budget £40k',
    'Sterling',
    {
      channel: 'visit',
      outcome: 'demo_done',
      min: 120,
      amount: [40000, 'GBP'],
      occurred: '2026-03-11',
    },
  ],
  [
    'Acme paid the second instalment of $30,000 on Monday',
    'Acme',
    { outcome: 'paid', amount: [30000, 'USD'], occurred: '2026-03-09' },
  ],
  [
    'Acme to pay $30,000 on Monday',
    'Acme',
    { amount: [30000, 'USD'], next: ['collect_payment', '2026-03-16', 'day'] },
  ],
  [
    'Acme wired half, balance $10k due in 30 days',
    'Acme',
    { outcome: 'paid', amount: [10000, 'USD'], next: ['collect_payment', '2026-04-10', 'day'] },
  ],
  ['Quoted Globex $1.5k per seat, total $30k', 'Globex', { amount: [30000, 'USD'] }],
  ['Globex budget between 10k and 15k', 'Globex', { amount: [10000, 'CNY', 10000, 15000] }],
  ['Globex deal worth 2 million dollars', 'Globex', { amount: [2000000, 'USD'] }],
  ['Globex 5 million users', 'Globex', {}],
  ['Globex signed? Not yet.', 'Globex', {}],
  ["Globex didn't sign", 'Globex', {}],
  ['Globex will sign if price is right', 'Globex', { next: ['sign', null, null] }],
  ['Closed the deal with Vandelay for ¥88,000', 'Vandelay', { outcome: 'won', amount: 88000 }],
  [
    'Bruce at Wayne Enterprises asked for references',
    'Wayne Enterprises',
    { contact: 'Bruce', next: ['send_material', null, null] },
  ],
];
