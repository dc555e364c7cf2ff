// More English and mixed lines: polite, sloppy, bullets, foreign trade, traps; now as in en.ts.
import type { Row } from './row.ts';

export const POLITE: readonly Row[] = [
  [
    'Had a productive meeting with Globex this morning. They would like a proposal by March 20th.',
    'Globex',
    {
      outcome: 'meeting_held',
      occurred: '2026-03-11T09:00',
      next: ['send_proposal', '2026-03-20', 'day'],
    },
  ],
  [
    'I spoke with Priya at Infosys yesterday afternoon; she will get back to us by next Wednesday.',
    'Infosys',
    { contact: 'Priya', occurred: '2026-03-10T14:00', next: ['wait_reply', '2026-03-18', 'day'] },
  ],
  [
    'Sent the contract to Hooli for review, signature expected on 27 March',
    'Hooli',
    { outcome: 'proposal_sent', next: ['sign', '2026-03-27', 'day'] },
  ],
  [
    "Unfortunately Initech decided to go with another vendor, they don't have the budget",
    'Initech',
    { outcome: 'lost' },
  ],
  [
    'Following up with Vehement Capital Partners re: renewal, $75,000, decision in two weeks',
    'Vehement Capital Partners',
    { amount: [75000, 'USD'], next: ['wait_decision', '2026-03-25', 'day'] },
  ],
  [
    'Dropped by Paper Street Soap Co. last Thursday, met the owner Tyler, no decision yet',
    'Paper Street Soap Co.',
    { contact: 'Tyler', channel: 'visit', outcome: 'meeting_held', occurred: '2026-03-05' },
  ],
  [
    'Presented to Sterling Cooper over Zoom for an hour and a half, they loved the demo',
    'Sterling Cooper',
    { channel: 'video', outcome: 'demo_done', min: 90 },
  ],
  [
    'Monsters Inc complained about the late shipment, will respond by noon tomorrow',
    'Monsters Inc',
    { outcome: 'complaint', next: ['reply', '2026-03-12T12:00', 'daypart'] },
  ],
  [
    'Los Pollos Hermanos did not sign, waiting for legal',
    'Los Pollos Hermanos',
    { next: ['wait_decision', null, null] },
  ],
  [
    'Big Kahuna Burger promised to pay the remaining $8k by month-end',
    'Big Kahuna Burger',
    { amount: [8000, 'USD'], next: ['collect_payment', '2026-03-31', 'day'] },
  ],
];

export const SLOPPY: readonly Row[] = [
  [
    'acme corp not won yet, follow up tmrw',
    'acme corp',
    { next: ['follow_up', '2026-03-12', 'day'] },
  ],
  [
    'met w/ Zenith, send samples fri',
    'Zenith',
    { channel: 'visit', outcome: 'meeting_held', next: ['send_material', '2026-03-13', 'day'] },
  ],
  ['call foobar ltd 2mrw 9am', 'foobar ltd', { next: ['call', '2026-03-12T09:00', 'minute'] }],
  ['ACME: VM', 'ACME', { channel: 'phone', outcome: 'voicemail' }],
  [
    'emailed quote to contoso 5k',
    'contoso',
    { channel: 'email', outcome: 'proposal_sent', amount: 5000 },
  ],
  [
    '@Acme #hot demo 3pm today',
    'Acme',
    { intent: 'A', next: ['demo', '2026-03-11T15:00', 'minute'] },
  ],
  [
    'Acme | call | 10 min | C | follow up in 3 weeks',
    'Acme',
    { channel: 'phone', intent: 'C', min: 10, next: ['follow_up', '2026-04-01', 'day'] },
  ],
  [
    'Acme / visit / 1h30 / grade B / quote 45k / decision EOM',
    'Acme',
    {
      channel: 'visit',
      outcome: 'meeting_held',
      intent: 'B',
      min: 90,
      amount: 45000,
      next: ['wait_decision', '2026-03-31', 'day'],
    },
  ],
  [
    'spoke w/ dave @ Initrode, 5m, wants pricing',
    'Initrode',
    { contact: 'dave', min: 5, next: ['send_proposal', null, null] },
  ],
  ['Globex PO received 40k', 'Globex', { outcome: 'won', amount: 40000 }],
  ['Tyrell paid', 'Tyrell', { outcome: 'paid' }],
  ['AT&T call 20 mins warm', 'AT&T', { channel: 'phone', intent: 'B', min: 20 }],
  [
    "McDonald's meeting Tue 10-11am",
    "McDonald's",
    { next: ['meeting', '2026-03-17T10:00', 'minute', '2026-03-17T11:00'] },
  ],
  [
    '3M visit 14:00-15:00 tomorrow',
    '3M',
    { next: ['visit', '2026-03-12T14:00', 'minute', '2026-03-12T15:00'] },
  ],
];

export const TRAPS: readonly Row[] = [
  [
    'Initech raised $50M last year, demo Friday',
    'Initech',
    { next: ['demo', '2026-03-13', 'day'] },
  ],
  ['Acme: competitor quoted 12k, we quoted 15k', 'Acme', { amount: 15000 }],
  ['Acme reduced from $20k to $18k', 'Acme', { amount: [18000, 'USD'] }],
  ['Acme v2.0 rollout, 50 seats, order #12345', 'Acme', {}],
  [
    'Contoso asked whether we can deliver by June',
    'Contoso',
    { next: ['deliver', '2026-06', 'month'] },
  ],
  ['Wayne call at 3pm EST tomorrow', 'Wayne', { next: ['call', null, null], clarify: 'date' }],
  ['Vandelay: call 555-0134 on the 30th', 'Vandelay', { next: ['call', '2026-03-30', 'day'] }],
  ['Acme quoted €15.000', 'Acme', { clarify: 'amount' }],
  ['Acme quoted $15k CNY', 'Acme', { clarify: 'currency' }],
  ['Acme up to $30k budget', 'Acme', { clarify: 'amount' }],
  ['Umbrella call back in a few days', 'Umbrella', { next: ['call', null, null], clarify: 'date' }],
  [
    'Umbrella meeting after Christmas',
    'Umbrella',
    { next: ['meeting', null, null], clarify: 'holiday' },
  ],
  ['Hope Stark will sign soon', 'Stark', { next: ['sign', null, null], clarify: 'date' }],
  ['Will Acme sign? Ask on Friday', 'Acme', { next: ['follow_up', '2026-03-13', 'day'] }],
  ['Acme 15% discount, 24/7 support, 3 years', 'Acme', {}],
  ['Globex half of 40k paid', 'Globex', { outcome: 'paid', amount: 40000 }],
  ['Spoke with Jane, hot', null, { contact: 'Jane', intent: 'A', clarify: 'customer' }],
  ['Met several clients at the expo', null, { channel: 'event', clarify: 'customer' }],
  ['Acme review Q2 numbers next quarter', 'Acme', { next: ['review', '2026-Q2', 'quarter'] }],
  ['Acme cold call, warm intro to the CFO', 'Acme', { channel: 'phone' }],
  ['Acme 31/12 go-live', 'Acme', { next: ['go_live', '2026-12-31', 'day'] }],
];

export const MIXED: readonly Row[] = [
  [
    'call了Apple张总,20min,报价15w,下周二demo',
    'Apple',
    {
      contact: '张总',
      channel: 'phone',
      min: 20,
      amount: 150000,
      next: ['demo', '2026-03-17', 'day'],
    },
  ],
  [
    'Tesla 上海 王经理 zoom 30 min 意向A next step: send proposal by Fri',
    'Tesla',
    {
      contact: '王经理',
      channel: 'video',
      intent: 'A',
      min: 30,
      next: ['send_proposal', '2026-03-13', 'day'],
    },
  ],
  [
    '和Oracle开会讨论合同条款, $1.2m, legal review next week',
    'Oracle',
    { outcome: 'negotiating', amount: [1200000, 'USD'], next: ['review', '2026-W12', 'week'] },
  ],
  ['SAP 已付款 USD 20k', 'SAP', { outcome: 'paid', amount: [20000, 'USD'] }],
  [
    'IBM 陈工 email 发了case study follow up下周三',
    'IBM',
    {
      contact: '陈工',
      channel: 'email',
      outcome: 'material_sent',
      next: ['follow_up', '2026-03-18', 'day'],
    },
  ],
];
