// Names that hold words of the calendar, addresses, people by first name, short forms; expected before the first run.
import type { Row } from './row.ts';

/** Names whose words are days, months, numbers or states of a deal. */
export const NAMES_EN: readonly Row[] = [
  [
    'Monday Motors: left a voicemail, try again tomorrow 11am',
    'Monday Motors',
    { channel: 'phone', outcome: 'voicemail', next: ['call', '2026-03-12T11:00', 'minute'] },
  ],
  [
    'Met Tuesday Textiles, 40 min, warm',
    'Tuesday Textiles',
    { channel: 'visit', outcome: 'meeting_held', intent: 'B', min: 40 },
  ],
  [
    'August Forge - quoted $7,200, follow up Friday',
    'August Forge',
    { amount: [7200, 'USD'], next: ['follow_up', '2026-03-13', 'day'] },
  ],
  ['Midnight Bakery signed, €9k', 'Midnight Bakery', { outcome: 'won', amount: [9000, 'EUR'] }],
  [
    'called April Orchards, no answer',
    'April Orchards',
    { channel: 'phone', outcome: 'no_answer' },
  ],
  [
    '5K Cycles wants a demo next Tuesday 10am',
    '5K Cycles',
    { next: ['demo', '2026-03-17T10:00', 'minute'] },
  ],
  [
    'Visited 9T Valves, 2 hours',
    '9T Valves',
    { channel: 'visit', outcome: 'meeting_held', min: 120 },
  ],
  [
    'Gate 12 Roasters - sample sent, reply by Monday',
    'Gate 12 Roasters',
    { outcome: 'material_sent', next: ['reply', '2026-03-16', 'day'] },
  ],
  [
    'Pier 39 Seafood: demo done, send contract Thursday',
    'Pier 39 Seafood',
    { outcome: 'demo_done', next: ['send_contract', '2026-03-12', 'day'] },
  ],
  ['Highway 61 paid the deposit, $4,500', 'Highway 61', { outcome: 'paid', amount: [4500, 'USD'] }],
  ['Blue Sunday Records, 15 min by phone', 'Blue Sunday Records', { channel: 'phone', min: 15 }],
  ['thursday ceramics: not interested', 'thursday ceramics', { outcome: 'rejected' }],
  [
    'sent pricing to october winery, review in 10 days',
    'october winery',
    { outcome: 'proposal_sent', next: ['review', '2026-03-21', 'day'] },
  ],
  ['spoke with Nadia at 7 Oaks Dental, 12 min', '7 Oaks Dental', { contact: 'Nadia', min: 12 }],
  [
    'Saturday Sails by Friday want the quote',
    'Saturday Sails',
    { next: ['send_proposal', '2026-03-13', 'day'] },
  ],
  ['Friday 3pm demo with Quillon', 'Quillon', { next: ['demo', '2026-03-13T15:00', 'minute'] }],
  ['May 5 kickoff at Brightwater', 'Brightwater', { next: ['kickoff', '2026-05-05', 'day'] }],
  [
    'Price Point Tiles: proposal by Thursday',
    'Price Point Tiles',
    { next: ['send_proposal', '2026-03-12', 'day'] },
  ],
  [
    'Signal Hill Coffee, call Monday',
    'Signal Hill Coffee',
    { next: ['call', '2026-03-16', 'day'] },
  ],
  [
    'December Health LLC renewed, £3,000',
    'December Health LLC',
    { outcome: 'won', amount: [3000, 'GBP'] },
  ],
];

/** Numbers and words that are addresses, labels and order numbers. */
export const LABELS_EN: readonly Row[] = [
  [
    'Tollgate Pumps, 7 April Street, visited, 45 min',
    'Tollgate Pumps',
    { channel: 'visit', outcome: 'meeting_held', min: 45 },
  ],
  [
    'visited Crosswell Hotels at 19 Third Avenue yesterday',
    'Crosswell Hotels',
    { channel: 'visit', outcome: 'meeting_held', occurred: '2026-03-10' },
  ],
  [
    '3rd floor, 120 Friday Lane - met Umberto Glass, warm',
    'Umberto Glass',
    { channel: 'visit', outcome: 'meeting_held', intent: 'B' },
  ],
  [
    'Order 55017 from Velden Paper still open, call Thursday',
    'Velden Paper',
    { next: ['call', '2026-03-12', 'day'] },
  ],
  [
    'invoice 40213 for Halsey Spa, 6,300 overdue, due Apr 2',
    'Halsey Spa',
    { amount: 6300, next: ['collect_payment', '2026-04-02', 'day'] },
  ],
  ['Corvo Labs: PO #20260401 received', 'Corvo Labs', { outcome: 'won' }],
  [
    'chase 3,900 invoice Arden Mills Friday',
    'Arden Mills',
    { amount: 3900, next: ['collect_payment', '2026-03-13', 'day'] },
  ],
  [
    'Series A startup Hexley Robotics: intro call 20 min',
    'Hexley Robotics',
    { channel: 'phone', min: 20 },
  ],
  [
    'Class B offices, Marlin Estates LLC, visit Monday',
    'Marlin Estates LLC',
    { next: ['visit', '2026-03-16', 'day'] },
  ],
  [
    'Trafford Gyms wants plan C, suite 210, call tomorrow',
    'Trafford Gyms',
    { next: ['call', '2026-03-12', 'day'] },
  ],
];

/** People by first name, and where they work. */
export const PEOPLE_EN: readonly Row[] = [
  [
    'texted Ines at Bramley Kilns the price list',
    'Bramley Kilns',
    { contact: 'Ines', channel: 'sms', outcome: 'proposal_sent' },
  ],
  [
    'June from Oakhurst Mills called, wants samples by Friday',
    'Oakhurst Mills',
    { contact: 'June', channel: 'phone', next: ['send_material', '2026-03-13', 'day'] },
  ],
  [
    'mtg w/ Tobias R. from Keel & Mast, 50 min',
    'Keel & Mast',
    { contact: 'Tobias R.', outcome: 'meeting_held', min: 50 },
  ],
  [
    'cold called Denby Optics, Xavier answered, 4 min',
    'Denby Optics',
    { contact: 'Xavier', channel: 'phone', min: 4 },
  ],
  [
    'Mei Chen (Solway Freight) on the phone, 18 min',
    'Solway Freight',
    { contact: 'Mei Chen', channel: 'phone', min: 18 },
  ],
  [
    'Fabio @ Ridge & Vale wants a callback at 4',
    'Ridge & Vale',
    {
      contact: 'Fabio',
      channel: 'phone',
      outcome: 'callback_requested',
      next: ['call', '2026-03-11T16:00', 'minute'],
    },
  ],
  [
    'google meet w/ Rosa, Tamber Games, 25 min',
    'Tamber Games',
    { contact: 'Rosa', channel: 'video', outcome: 'meeting_held', min: 25 },
  ],
  [
    'booth chat: Henrik, Polaris Pumps AG, email him Thursday',
    'Polaris Pumps AG',
    { contact: 'Henrik', channel: 'event', next: ['email', '2026-03-12', 'day'] },
  ],
  [
    'saw Gwen at Lorne Dairy, send brochure tmrw',
    'Lorne Dairy',
    { contact: 'Gwen', next: ['send_material', '2026-03-12', 'day'] },
  ],
  [
    'Met Lucia at the Munich fair, Adler Tools GmbH, hot',
    'Adler Tools GmbH',
    { contact: 'Lucia', channel: 'event', intent: 'A' },
  ],
  [
    'Harcourt Vets: called Mark, 9 min, fu next Friday',
    'Harcourt Vets',
    { contact: 'Mark', channel: 'phone', min: 9, next: ['follow_up', '2026-03-20', 'day'] },
  ],
  [
    'email from April at Dorset Yarns: complaint',
    'Dorset Yarns',
    { contact: 'April', channel: 'email', outcome: 'complaint' },
  ],
];

/** Short forms, past days, currencies several lands share. */
export const SHORT_EN: readonly Row[] = [
  [
    'mtg booked w/ Sven, Norrland Timber, weds 10am',
    'Norrland Timber',
    {
      contact: 'Sven',
      outcome: 'meeting_scheduled',
      next: ['meeting', '2026-03-18T10:00', 'minute'],
    },
  ],
  [
    'couriered samples to Finch Bakery',
    'Finch Bakery',
    { channel: 'other', outcome: 'material_sent' },
  ],
  [
    'Emailed Cobden Motors, quote attached, GBP 12,000',
    'Cobden Motors',
    { channel: 'email', outcome: 'proposal_sent', amount: [12000, 'GBP'] },
  ],
  [
    'on Tuesday called Stour Marine, 20 min, proposal EOD',
    'Stour Marine',
    {
      channel: 'phone',
      min: 20,
      occurred: '2026-03-10',
      next: ['send_proposal', '2026-03-11T18:00', 'daypart'],
    },
  ],
  [
    'Mar 4: call with Penrose Law, 1 hr, follow up next week',
    'Penrose Law',
    { channel: 'phone', min: 60, occurred: '2026-03-04', next: ['follow_up', '2026-W12', 'week'] },
  ],
  [
    'Call w/ Tern & Co, 1/4 hr, follow up Monday',
    'Tern & Co',
    { channel: 'phone', min: 15, next: ['follow_up', '2026-03-16', 'day'] },
  ],
  ['Haldor Fisheries quoted kr 45,000', 'Haldor Fisheries', { clarify: 'currency' }],
  ['Anand Silks budget 2 million rupees', 'Anand Silks', { clarify: 'currency' }],
  [
    'Zenith Tours deposit 8,000 dirhams received',
    'Zenith Tours',
    { outcome: 'paid', clarify: 'currency' },
  ],
  ['Lumley Press quoted SEK 90k', 'Lumley Press', { amount: [90000, 'SEK'] }],
  [
    'payment received from heron & moss, 5,400 EUR',
    'heron & moss',
    { outcome: 'paid', amount: [5400, 'EUR'] },
  ],
  [
    'trial started at larkspur stores, review EOM',
    'larkspur stores',
    { outcome: 'trial_started', next: ['review', '2026-03-31', 'day'] },
  ],
];

/** Chinese and English in one line. */
export const MIXED_EN: readonly Row[] = [
  [
    '拜访Corby Mills,半小时,下周一send报价',
    'Corby Mills',
    {
      channel: 'visit',
      outcome: 'meeting_held',
      min: 30,
      next: ['send_proposal', '2026-03-16', 'day'],
    },
  ],
  [
    'Teams会议 with 王经理,金陵光学,30 min',
    '金陵光学',
    { contact: '王经理', channel: 'video', outcome: 'meeting_held', min: 30 },
  ],
  [
    'Velden集团 约好了meeting,周五10:00',
    'Velden集团',
    { outcome: 'meeting_scheduled', next: ['meeting', '2026-03-13T10:00', 'minute'] },
  ],
  [
    '微信chat了Tamber Games的Rosa,明天send样品',
    'Tamber Games',
    { contact: 'Rosa', channel: 'wechat', next: ['send_material', '2026-03-12', 'day'] },
  ],
  [
    'Sunday Robotics 口头yes,预算30w,月底签约',
    'Sunday Robotics',
    { outcome: 'verbal_yes', amount: 300000, next: ['sign', '2026-03-31', 'day'] },
  ],
  [
    'conference上认识Keel Shipping的Bruno,下周call他',
    'Keel Shipping',
    { contact: 'Bruno', channel: 'event', next: ['call', '2026-W12', 'week'] },
  ],
];

/** Second batch, the nastier ones: dates beside names, states inside names, persons called after months. */
export const TRAPS_EN2: readonly Row[] = [
  [
    'Sun Valley Resorts, demo Thursday 4pm',
    'Sun Valley Resorts',
    { next: ['demo', '2026-03-12T16:00', 'minute'] },
  ],
  [
    'Called Redfern Mills, Friday demo at 2',
    'Redfern Mills',
    { channel: 'phone', next: ['demo', '2026-03-13T14:00', 'minute'] },
  ],
  [
    'Met Okoro Foods Monday, warm',
    'Okoro Foods',
    { channel: 'visit', outcome: 'meeting_held', intent: 'B', occurred: '2026-03-09' },
  ],
  ['Quillon Press call May 12', 'Quillon Press', { next: ['call', '2026-05-12', 'day'] }],
  [
    'Jan Visser (Delft Paints) called, 6 min',
    'Delft Paints',
    { contact: 'Jan Visser', channel: 'phone', min: 6 },
  ],
  ['Will from Ashgrove Cafes said no', 'Ashgrove Cafes', { contact: 'Will', outcome: 'rejected' }],
  [
    'Second Wind Sails wants 3 boats, quote by Friday',
    'Second Wind Sails',
    { next: ['send_proposal', '2026-03-13', 'day'] },
  ],
  [
    'First Light Solar signed, $88k',
    'First Light Solar',
    { outcome: 'won', amount: [88000, 'USD'] },
  ],
  [
    'Hot Pans Catering, grade C, call back Monday',
    'Hot Pans Catering',
    { intent: 'C', next: ['call', '2026-03-16', 'day'] },
  ],
  ['Cold Harbour Ferries no answer x2', 'Cold Harbour Ferries', { outcome: 'no_answer' }],
  [
    '3 Rivers Rail - tender due Apr 10',
    '3 Rivers Rail',
    { next: ['send_proposal', '2026-04-10', 'day'] },
  ],
  [
    'visited Marsden Tools, 30 Kings Road, 1h, reply expected by Mar 20',
    'Marsden Tools',
    {
      channel: 'visit',
      outcome: 'meeting_held',
      next: ['wait_reply', '2026-03-20', 'day'],
      min: 60,
    },
  ],
  ['Net 30 terms agreed with Falk Timber', 'Falk Timber'],
  [
    'Pavel @ Brno Castings, 20 min, sign nxt wk',
    'Brno Castings',
    { contact: 'Pavel', next: ['sign', '2026-W12', 'week'], min: 20 },
  ],
  [
    'Tessa of Wick & Loom asked for samples by COB',
    'Wick & Loom',
    { contact: 'Tessa', next: ['send_material', '2026-03-11T18:00', 'daypart'] },
  ],
  [
    'demo done at Nettle & Co via teams, now negotiating, EUR 7k',
    'Nettle & Co',
    { channel: 'video', outcome: 'negotiating', amount: [7000, 'EUR'] },
  ],
  ['Basel Optics budget 40k francs', 'Basel Optics', { clarify: 'currency' }],
  ['Malmo Bikes: contract 300,000 kronor', 'Malmo Bikes', { clarify: 'currency' }],
  ['Cebu Shipping paid 90,000 pesos', 'Cebu Shipping', { outcome: 'paid', clarify: 'currency' }],
  ['Krakow Games quoted PLN 55k', 'Krakow Games', { amount: [55000, 'PLN'] }],
  [
    'may systems no-show, new demo friday 11am',
    'may systems',
    { outcome: 'no_show', next: ['demo', '2026-03-13T11:00', 'minute'] },
  ],
  [
    'called 24/7 Plumbing, Dario answered, 3 min',
    '24/7 Plumbing',
    { contact: 'Dario', channel: 'phone', min: 3 },
  ],
  ['Ref 20260315: Tarn Leather asked for a discount', 'Tarn Leather', { outcome: 'negotiating' }],
  [
    'Vega Clinics 12 seats, 15% off, demo Mar 19',
    'Vega Clinics',
    { next: ['demo', '2026-03-19', 'day'] },
  ],
  [
    'sat with Olga at Birch Lane Press, 35 min',
    'Birch Lane Press',
    { contact: 'Olga', outcome: 'meeting_held', min: 35 },
  ],
  [
    'appt set w/ Duncan, Skerry Marine, mon 9am',
    'Skerry Marine',
    {
      contact: 'Duncan',
      outcome: 'meeting_scheduled',
      next: ['meeting', '2026-03-16T09:00', 'minute'],
    },
  ],
  ['faxed the quote to Elm & Ivy', 'Elm & Ivy', { channel: 'other', outcome: 'proposal_sent' }],
  [
    'last Thu visited Corrie Farms, 3h',
    'Corrie Farms',
    { channel: 'visit', outcome: 'meeting_held', min: 180, occurred: '2026-03-05' },
  ],
  [
    'Haven Vets, 2,750 unpaid, chase payment Monday',
    'Haven Vets',
    { amount: 2750, next: ['collect_payment', '2026-03-16', 'day'] },
  ],
  [
    'spoke to Grace, Thornbury Glass, decision by EOQ',
    'Thornbury Glass',
    { contact: 'Grace', next: ['wait_decision', '2026-03-31', 'day'] },
  ],
  [
    'Dawn at Penhallow Tiles picked up, 5 min',
    'Penhallow Tiles',
    { contact: 'Dawn', channel: 'phone', min: 5 },
  ],
  [
    'Monday call with Ibis Travel went well',
    'Ibis Travel',
    { channel: 'phone', occurred: '2026-03-09' },
  ],
  ['June 3 go live at Sorley Energy', 'Sorley Energy', { next: ['go_live', '2026-06-03', 'day'] }],
  ['Office Angels Staffing: quoted 18k', 'Office Angels Staffing', { amount: 18000 }],
  [
    'Friday Foods by Monday want the contract',
    'Friday Foods',
    { next: ['send_contract', '2026-03-16', 'day'] },
  ],
  [
    'PO 77120 signed by Dray & Holt, $15,000',
    'Dray & Holt',
    { outcome: 'won', amount: [15000, 'USD'] },
  ],
  [
    'Quarter Deck Marine, follow up next quarter',
    'Quarter Deck Marine',
    { next: ['follow_up', '2026-Q2', 'quarter'] },
  ],
  [
    '昨天call了Linden Press,周四前send方案',
    'Linden Press',
    { channel: 'phone', next: ['send_proposal', '2026-03-12', 'day'], occurred: '2026-03-10' },
  ],
  ['March Hare Toys 已付款 5w', 'March Hare Toys', { outcome: 'paid', amount: 50000 }],
  [
    'summit上认识Otter Games的Felix,后天email他',
    'Otter Games',
    { contact: 'Felix', channel: 'event', next: ['email', '2026-03-13', 'day'] },
  ],
  ['快递寄了catalogue给Rowan Mills', 'Rowan Mills', { channel: 'other', outcome: 'material_sent' }],
  [
    'Elm Robotics 孙总要求call back,明天10am',
    'Elm Robotics',
    {
      contact: '孙总',
      channel: 'phone',
      outcome: 'callback_requested',
      next: ['call', '2026-03-12T10:00', 'minute'],
    },
  ],
];
