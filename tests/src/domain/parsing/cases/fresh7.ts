// Twelfth batch: names with titles, brands like people or days, goods and measures, documents, fragments.
import type { Row } from './row.ts';

/** One or more lines for each class of fault found on a blind corpus. */
export const CLASSES_EN: readonly Row[] = [
  [
    'Dell: left message for Ms. April Wong, will try again Fri',
    'Dell',
    {
      contact: 'Ms. April Wong',
      channel: 'phone',
      outcome: 'voicemail',
      next: ['call', '2026-03-13', 'day'],
    },
  ],
  [
    'Visited Nestor Foods, met Mrs. Friday, 1 hr, proposal by 20 March',
    'Nestor Foods',
    {
      contact: 'Mrs. Friday',
      channel: 'visit',
      outcome: 'meeting_held',
      next: ['send_proposal', '2026-03-20', 'day'],
      min: 60,
    },
  ],
  [
    'called mr sun at hisense, no answer',
    'hisense',
    { contact: 'mr sun', channel: 'phone', outcome: 'no_answer' },
  ],
  [
    'met Manager Sun at Haier, quote due Friday',
    'Haier',
    {
      contact: 'Sun',
      channel: 'visit',
      outcome: 'meeting_held',
      next: ['send_proposal', '2026-03-13', 'day'],
    },
  ],
  [
    'lunch with Lily Sun from Tencent, 45 min, demo Thu 3pm',
    'Tencent',
    {
      contact: 'Lily Sun',
      channel: 'visit',
      outcome: 'meeting_held',
      next: ['demo', '2026-03-12T15:00', 'minute'],
      min: 45,
    },
  ],
  [
    'call Mr Sun Friday',
    null,
    { contact: 'Mr Sun', next: ['call', '2026-03-13', 'day'], clarify: 'customer' },
  ],
  [
    'saw Mr. Sun Mon, he wants quote Thu',
    null,
    {
      contact: 'Mr. Sun',
      next: ['send_proposal', '2026-03-12', 'day'],
      occurred: '2026-03-09',
      clarify: 'customer',
    },
  ],
  [
    'Sun wants a demo on Friday',
    null,
    { contact: 'Sun', next: ['demo', '2026-03-13', 'day'], clarify: 'customer' },
  ],
  ['Rang Channel 4 on Sun', 'Channel 4', { channel: 'phone', occurred: '2026-03-08' }],
  [
    'Sun Hydraulics - quote sent - fu Sun',
    'Sun Hydraulics',
    { outcome: 'proposal_sent', next: ['follow_up', '2026-03-15', 'day'] },
  ],
  [
    'Harley Davidson - vm for Kim - retry tomorrow am',
    'Harley Davidson',
    {
      contact: 'Kim',
      channel: 'phone',
      outcome: 'voicemail',
      next: ['call', '2026-03-12T09:00', 'daypart'],
    },
  ],
  [
    'Grant Thornton: audit report shared, decision EOM',
    'Grant Thornton',
    { outcome: 'material_sent', next: ['wait_decision', '2026-03-31', 'day'] },
  ],
  [
    'Austin - call 5 min, not interested',
    'Austin',
    { channel: 'phone', outcome: 'rejected', min: 5 },
  ],
  [
    'Grundfos CR5 15kW pump demo done, 2 hrs w/ Ole',
    'Grundfos',
    { contact: 'Ole', outcome: 'demo_done', min: 120 },
  ],
  ['Bosch needs 20k bolts and 500m cable by May 3', 'Bosch', { next: [null, '2026-05-03', 'day'] }],
  [
    'Hilti - 24V drill, 2m hose, 30 pcs, send quote tmrw',
    'Hilti',
    { next: ['send_proposal', '2026-03-12', 'day'] },
  ],
  ['Samsung 65in 4K TVs, 200 pcs, quote $90k', 'Samsung', { amount: [90000, 'USD'] }],
  ['deal 20k bolts, Wurth', 'Wurth', { clarify: 'amount' }],
  ['Quote for 20k screws sent to Fastenal', 'Fastenal', { outcome: 'proposal_sent' }],
  ['Bought 2m of cable for 30k', null, { outcome: 'won', amount: 30000, clarify: 'customer' }],
  ['Volvo wants the NDA sent over today', 'Volvo', { next: [null, '2026-03-11', 'day'] }],
  [
    'Sanofi certificates couriered yesterday, waiting for reply',
    'Sanofi',
    {
      channel: 'other',
      outcome: 'material_sent',
      next: ['wait_reply', null, null],
      occurred: '2026-03-10',
    },
  ],
  [
    'Vimeo.com wants a demo next Thursday at 2.',
    'Vimeo.com',
    { next: ['demo', '2026-03-19T14:00', 'minute'] },
  ],
  ['Cargill - 4 voicemails, no luck', 'Cargill', { channel: 'phone', outcome: 'voicemail' }],
  [
    'UPS lost 3 pallets, angry, reply tonight',
    'UPS',
    { outcome: 'complaint', next: ['reply', '2026-03-11T19:00', 'daypart'] },
  ],
  [
    'Boots paid deposit £20k, final instalment due 30 June',
    'Boots',
    { outcome: 'paid', amount: [20000, 'GBP'], next: ['collect_payment', '2026-06-30', 'day'] },
  ],
  [
    'Asked Boeing to get back to us within 3 days',
    'Boeing',
    { next: ['wait_reply', '2026-03-14', 'day'] },
  ],
  [
    'Aviva. Invoice unpaid. 12,400 owed. Chase on Monday.',
    'Aviva',
    { amount: 12400, next: ['collect_payment', '2026-03-16', 'day'] },
  ],
  ['Shell: 45k eur or usd, not sure', 'Shell', { clarify: 'currency' }],
  [
    '3rd Rock Brewing - vm - call Thu',
    '3rd Rock Brewing',
    { channel: 'phone', outcome: 'voicemail', next: ['call', '2026-03-12', 'day'] },
  ],
  [
    'Brooks Bros. paid $12k. Renewal in June.',
    'Brooks Bros.',
    { outcome: 'paid', amount: [12000, 'USD'], next: ['renew', '2026-06', 'month'] },
  ],
  [
    'Sarah at Zoom wants a quote by Friday',
    'Zoom',
    { contact: 'Sarah', next: ['send_proposal', '2026-03-13', 'day'] },
  ],
  [
    'CFO of Slack said yes, $40k, sign next week',
    'Slack',
    { outcome: 'verbal_yes', amount: [40000, 'USD'], next: ['sign', '2026-W12', 'week'] },
  ],
  [
    '芒果TV Anna zoom 20 min, 方案 by 月底',
    '芒果TV',
    { contact: 'Anna', channel: 'video', next: [null, '2026-03-31', 'day'], min: 20 },
  ],
  [
    'B站 Kevin onsite 昨天, 1小时, 下周send quote',
    'B站',
    {
      contact: 'Kevin',
      channel: 'visit',
      outcome: 'meeting_held',
      next: ['send_proposal', '2026-W12', 'week'],
      min: 60,
      occurred: '2026-03-10',
    },
  ],
];

/** Written before the first run. */
export const UNSEEN_EN: readonly Row[] = [
  [
    'Nordea - vm for Ms. Winter - retry Thu 11am',
    'Nordea',
    {
      contact: 'Ms. Winter',
      channel: 'phone',
      outcome: 'voicemail',
      next: ['call', '2026-03-12T11:00', 'minute'],
    },
  ],
  [
    'Dr. Augusta May at Novartis texted, needs the datasheet by Monday',
    'Novartis',
    { contact: 'Dr. Augusta May', channel: 'sms', next: ['send_material', '2026-03-16', 'day'] },
  ],
  [
    'Lunch with Mr. Friday of Barilla, 75 min, verbal yes at €54k, contract by 27 March',
    'Barilla',
    {
      contact: 'Mr. Friday',
      channel: 'visit',
      outcome: 'verbal_yes',
      amount: [54000, 'EUR'],
      next: [null, '2026-03-27', 'day'],
      min: 75,
    },
  ],
  [
    'met mr. sun from midea, wants prices for 300 fans, quote by 3/18',
    'midea',
    {
      contact: 'mr. sun',
      channel: 'visit',
      outcome: 'meeting_held',
      next: ['send_proposal', '2026-03-18', 'day'],
    },
  ],
  [
    'Perkins: 250kVA genset quote $61,300 emailed, call back next Wed 9am',
    'Perkins',
    {
      channel: 'email',
      outcome: 'proposal_sent',
      amount: [61300, 'USD'],
      next: ['call', '2026-03-18T09:00', 'minute'],
    },
  ],
  [
    'Wilson Sporting / 8k rackets / haggling over freight / mtg Tue 4pm',
    'Wilson Sporting',
    { outcome: 'negotiating', next: ['meeting', '2026-03-17T16:00', 'minute'] },
  ],
  [
    'Foster Grant - samples shipped - ping in 4 days',
    'Foster Grant',
    { outcome: 'material_sent', next: ['follow_up', '2026-03-15', 'day'] },
  ],
  [
    'Florence Nightingale Trust: demo done, 50 min w/ Nurse Kelly, board decides 2 April',
    'Florence Nightingale Trust',
    {
      contact: 'Nurse Kelly',
      outcome: 'demo_done',
      next: ['wait_decision', '2026-04-02', 'day'],
      min: 50,
    },
  ],
  [
    'Barry Callebaut - 12 min call - price too high - revised quote tmrw noon',
    'Barry Callebaut',
    {
      channel: 'phone',
      outcome: 'negotiating',
      next: ['send_proposal', '2026-03-12T12:00', 'daypart'],
      min: 12,
    },
  ],
  ['tnt said no, happy with ups', 'tnt', { outcome: 'rejected' }],
  [
    'Tetra Pak wants 15k cartons and 3m of film, send pricing by Thu',
    'Tetra Pak',
    { next: ['send_proposal', '2026-03-12', 'day'] },
  ],
  [
    'Voith 4.5MW turbine visit yesterday, 4 hrs with Jens, report due the 19th',
    'Voith',
    {
      contact: 'Jens',
      channel: 'visit',
      outcome: 'meeting_held',
      next: [null, '2026-03-19', 'day'],
      min: 240,
      occurred: '2026-03-10',
    },
  ],
  [
    'Sage: roadmap emailed, Wendy will revert by next Friday',
    'Sage',
    {
      contact: 'Wendy',
      channel: 'email',
      outcome: 'material_sent',
      next: ['wait_reply', '2026-03-20', 'day'],
    },
  ],
  [
    'Miele asked for the energy certificates by the 16th',
    'Miele',
    { next: ['send_material', '2026-03-16', 'day'] },
  ],
  [
    'Rate sheet for Q2 sent to Hilton, check in next week',
    'Hilton',
    { outcome: 'material_sent', next: ['follow_up', '2026-W12', 'week'] },
  ],
  [
    'Xero.com trial kicked off, Aroha wants a review call 24 March at 2.',
    'Xero.com',
    { contact: 'Aroha', outcome: 'trial_started', next: ['review', '2026-03-24T14:00', 'minute'] },
  ],
  [
    'Yamaha factory tour done, 2h, negotiating 6% off ¥1.8m',
    'Yamaha',
    { channel: 'visit', outcome: 'negotiating', amount: 1800000, min: 120 },
  ],
  [
    'Tesco - 2 vms today - try again Fri am',
    'Tesco',
    {
      channel: 'phone',
      outcome: 'voicemail',
      next: ['call', '2026-03-13T09:00', 'daypart'],
      occurred: '2026-03-11',
    },
  ],
  [
    'DPD lost a box of samples, resend by EOD',
    'DPD',
    { next: ['send_material', '2026-03-11T18:00', 'daypart'] },
  ],
  [
    'Ocado paid first half £41k, second half due 15 May',
    'Ocado',
    { outcome: 'paid', amount: [41000, 'GBP'], next: ['collect_payment', '2026-05-15', 'day'] },
  ],
  [
    'Iberia wants the agreement sent by Thursday noon',
    'Iberia',
    { next: ['send_contract', '2026-03-12T12:00', 'daypart'] },
  ],
  [
    'Asked Femke at Philips to confirm within 2 business days',
    'Philips',
    { contact: 'Femke', next: ['wait_reply', '2026-03-13', 'day'] },
  ],
  [
    'Enel. PO received. 118,000 eur. Delivery 8 May.',
    'Enel',
    { outcome: 'won', amount: [118000, 'EUR'], next: ['deliver', '2026-05-08', 'day'] },
  ],
  ['Quoted Heineken 26k, either eur or gbp', 'Heineken', { clarify: 'currency' }],
  [
    '21st Century Insurance rejected us, too small',
    '21st Century Insurance',
    { outcome: 'rejected' },
  ],
  [
    '2nd Swing Golf - PO for 9k usd - ship Apr 20',
    '2nd Swing Golf',
    { outcome: 'won', amount: [9000, 'USD'], next: ['deliver', '2026-04-20', 'day'] },
  ],
  [
    'Spoke with Olga at Teams Global for 30 min, warm',
    'Teams Global',
    { contact: 'Olga', intent: 'B', min: 30 },
  ],
  ['Procurement at LinkedIn declined, budget cut', 'LinkedIn', { outcome: 'rejected' }],
  [
    'Zoom with Ingrid from Vattenfall, 35 min, pilot from 1 April',
    'Vattenfall',
    { contact: 'Ingrid', channel: 'video', next: ['other', '2026-04-01', 'day'], min: 35 },
  ],
  [
    '比亚迪 Frank onsite yesterday 3h, 意向A, contract by 月底',
    '比亚迪',
    {
      contact: 'Frank',
      channel: 'visit',
      outcome: 'meeting_held',
      intent: 'A',
      next: [null, '2026-03-31', 'day'],
      min: 180,
      occurred: '2026-03-10',
    },
  ],
  [
    '中兴 call 6 min, 王工 says budget 冻结, follow up 下个月',
    '中兴',
    { contact: '王工', channel: 'phone', next: ['follow_up', '2026-04', 'month'], min: 6 },
  ],
  [
    'Vestas - drone demo moved to Mon 3/16 at 1:30',
    'Vestas',
    { outcome: 'meeting_scheduled', next: ['demo', '2026-03-16T13:30', 'minute'] },
  ],
  [
    "got hold of Piotr @ Orlen, 7 mins, he'll decide by quarter end",
    'Orlen',
    { contact: 'Piotr', next: ['wait_decision', '2026-03-31', 'day'], min: 7 },
  ],
  [
    'Invoice 30 days late, Saab, 88k usd, chase tomorrow',
    'Saab',
    { amount: [88000, 'USD'], next: ['collect_payment', '2026-03-12', 'day'] },
  ],
  [
    'Bumped into Elena of Repsol at a conference, send case study tonight',
    'Repsol',
    { contact: 'Elena', channel: 'event', next: ['send_material', '2026-03-11T19:00', 'daypart'] },
  ],
  [
    'May from Cathay called, she may sign in May',
    'Cathay',
    { contact: 'May', channel: 'phone', next: ['sign', '2026-05', 'month'] },
  ],
  [
    'Nikon signed, 3 yrs, $27k/yr, onboarding on 7 April',
    'Nikon',
    { outcome: 'won', amount: [27000, 'USD'], next: ['kickoff', '2026-04-07', 'day'] },
  ],
  [
    'called Lufthansa Cargo at 9, busy, again at 5.',
    'Lufthansa Cargo',
    {
      channel: 'phone',
      outcome: 'no_answer',
      next: [null, '2026-03-11T17:00', 'minute'],
      occurred: '2026-03-11T09:00',
    },
  ],
  [
    'Wolt - complaint: 12V adapters melt - engineer visit Sat 10am',
    'Wolt',
    { outcome: 'complaint', next: ['visit', '2026-03-14T10:00', 'minute'] },
  ],
  [
    'Henkel / Teams 25 min / intent B / samples out by 3/31',
    'Henkel',
    { channel: 'video', intent: 'B', next: ['send_material', '2026-03-31', 'day'], min: 25 },
  ],
  [
    'emailed the NDA and floor plan to Ikano, waiting for comments',
    'Ikano',
    { channel: 'email', outcome: 'material_sent', next: ['wait_reply', null, null] },
  ],
  [
    'Delivered 40 chairs to Regus on 5 March, invoice 6,400 gbp due 4 April',
    'Regus',
    {
      amount: [6400, 'GBP'],
      next: ['collect_payment', '2026-04-04', 'day'],
      occurred: '2026-03-05',
    },
  ],
  [
    'Kone: proposal for 8 lifts @ 95k each, decision 6/5',
    'Kone',
    { amount: 95000, next: ['wait_decision', null, null], clarify: 'date' },
  ],
  [
    'Deutsche Bahn tender opens Apr 9 2pm, bid 2.2m eur',
    'Deutsche Bahn',
    { amount: [2200000, 'EUR'], next: ['bid_opening', '2026-04-09T14:00', 'minute'] },
  ],
  [
    'Marriott no show, rescheduled to tomorrow 8:30',
    'Marriott',
    { outcome: 'no_show', next: ['meeting', '2026-03-12T08:30', 'minute'] },
  ],
  [
    'Ferrero: hot, 1.4m kg cocoa, contract review in 3 weeks',
    'Ferrero',
    { intent: 'A', next: ['review', '2026-04-01', 'day'] },
  ],
  [
    'Quick call with Bjorn of Skanska - 4 min - not now, ring in June',
    'Skanska',
    { contact: 'Bjorn', channel: 'phone', next: ['call', '2026-06', 'month'], min: 4 },
  ],
  [
    'Pilot at Coop running, 20 scanners, check-in on the 27th at 10',
    'Coop',
    { outcome: 'trial_started', next: ['follow_up', '2026-03-27T10:00', 'minute'] },
  ],
  ['wrong number for Sunday Riley', 'Sunday Riley', { channel: 'phone', outcome: 'wrong_number' }],
  [
    'Swatch retail price list and look book sent via WhatsApp, fu Sunday',
    'Swatch',
    { channel: 'im', outcome: 'material_sent', next: ['follow_up', '2026-03-15', 'day'] },
  ],
];
