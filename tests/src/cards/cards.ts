// Every card of the core, at every size. To add one: a line in `CARDS`.
import { boardCard, improvedCard, privateBoardCard, teamsCard } from '../../../src/cards/board.ts';
import { dueCard, listCard, nextCard } from '../../../src/cards/due.ts';
import { type FollowupView, followupCard } from '../../../src/cards/followup.ts';
import {
  draftCard,
  draftForm,
  followupForm,
  proposalCard,
} from '../../../src/cards/followup-form.ts';
import { sharedCard } from '../../../src/cards/followup-share.ts';
import { problem } from '../../../src/cards/notice.ts';
import { type ScoreView, scoreCard, whyCard } from '../../../src/cards/score.ts';
import { metricCard } from '../../../src/cards/score-metric.ts';
import { rankCard } from '../../../src/cards/score-rank.ts';
import { undeliveredCard, undeliveredNotice } from '../../../src/cards/settings-undelivered.ts';
import { welcome } from '../../../src/cards/welcome.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { Form } from '../../../src/chat/form.ts';
import { type Board, correctionsTo } from '../../../src/domain/board.ts';
import {
  CHANNELS,
  GRADES,
  NEXT_ACTIONS,
  OUTCOMES,
  PRECISIONS,
} from '../../../src/domain/parsing/codes.ts';
import { PERIODS } from '../../../src/domain/period.ts';
import type { Evidence } from '../../../src/domain/scoring/evidence.ts';
import { emptyFacts, type Facts } from '../../../src/domain/scoring/facts.ts';
import { scoreMember } from '../../../src/domain/scoring/score.ts';
import { DEFAULT_STANDARD } from '../../../src/domain/standard.ts';
import {
  benchmarks,
  mostImproved,
  publicBoard,
  type StandingRow,
} from '../../../src/domain/standing.ts';
import { PLATFORM_REASONS } from '../../../src/errors.ts';
import type { Locale, LocaleTag } from '../../../src/locales/index.ts';
import { standingsOfRows } from '../../support/standings.ts';
import { busy } from '../domain/scoring/members.ts';
import { AWARD_CARDS } from './awards.ts';
import { DIGEST_CARDS } from './digests.ts';
import { RECOGNITION_CARDS } from './recognition.ts';

export const SIZES = ['empty', 'typical', 'long', 'huge'] as const;
type Size = (typeof SIZES)[number];

/** A card or form of one kind, in every variant worth looking at. */
type Build = (locale: Locale, size: Size) => readonly (Card | Form)[];

const TODAY = '2026-03-11';
const AT = Date.parse('2026-03-11T10:00:00+08:00');

/** A name as people have them, in the card's own script so that the rest can be told apart. */
const nameOf = (tag: LocaleTag, size: Size): string => {
  const isHan = tag === 'zh';
  if (size === 'long') return (isHan ? '极' : 'x').repeat(200);
  return isHan ? '晨光科技' : 'Acme Corp';
};

const many = (size: Size): number => ({ empty: 0, typical: 4, long: 12, huge: 10_000 })[size];

const times = <T>(n: number, make: (index: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => make(i));

const pick = <T>(list: readonly T[], index: number): T => {
  const value = list[index % list.length];
  if (value === undefined) throw new Error('an empty list');
  return value;
};

const followupViews = ({ tag }: Locale, size: Size): FollowupView[] => {
  const name = nameOf(tag, size);
  const base: FollowupView = {
    followup: {
      id: size === 'huge' ? Number.MAX_SAFE_INTEGER : 7,
      memberId: 3,
      contact: null,
      channel: null,
      outcome: 'connected',
      grade: null,
      amountMinor: null,
      amountMaxMinor: null,
      currency: null,
      amountRole: null,
      duration: null,
      day: TODAY,
      loggedAt: AT,
      text: '',
      completeness: 0,
      verdict: 'no_channel',
      verdictOf: null,
      clarify: [],
      sharedAt: null,
    },
    customer: { name, ownerId: 3 },
    next: null,
    missing: ['channel', 'summary', 'intent', 'nextStep', 'nextDate'],
    isNewCustomer: true,
    wasFixed: false,
    truncated: false,
    score: null,
    fields: [],
    today: TODAY,
    zone: 'Asia/Shanghai',
  };
  if (size === 'empty') return [base];
  const verdicts = [
    'counted',
    'duplicate',
    'same_half_hour',
    'daily_cap',
    'no_reaction',
    'no_channel',
  ];
  return times(60, (i): FollowupView => {
    const precision = pick(PRECISIONS, i);
    return {
      ...base,
      customer: { name, ownerId: i % 3 === 0 ? 4 : 3 },
      followup: {
        ...base.followup,
        contact: name,
        channel: i % 4 === 0 ? null : pick(CHANNELS, i),
        outcome: pick(OUTCOMES, i),
        grade: pick(GRADES, i),
        amountMinor: 15_000_000 + i,
        amountMaxMinor: i % 2 === 0 ? null : 99_999_999_999,
        currency: pick(['CNY', 'USD', 'JPY'], i),
        amountRole: pick(['quote', 'contract', 'paid', 'outstanding', null], i),
        duration: 25,
        day: i % 2 === 0 ? TODAY : '2025-12-31',
        text: name,
        completeness: 812_345,
        verdict: pick(verdicts, i),
        verdictOf: 3,
        clarify: [
          { kind: 'date', seen: name.slice(0, 20), candidates: ['2026-04-05', '2026-05-04T14:00'] },
          { kind: 'date', seen: name.slice(0, 20), candidates: [] },
          { kind: 'currency', seen: '¥15000', candidates: ['CNY', 'JPY'] },
          { kind: 'amount', seen: '15-20', candidates: ['15', '20'] },
          { kind: 'holiday', seen: name.slice(0, 20), candidates: [] },
          { kind: 'customer', seen: name.slice(0, 20), candidates: [name] },
        ],
        sharedAt: i % 2 === 0 ? AT : null,
      },
      next: {
        action: i % 7 === 0 ? null : pick(NEXT_ACTIONS, i),
        dueOn: i % 11 === 0 ? null : '2026-03-12',
        dueTime: precision === 'minute' || precision === 'daypart' ? '2026-03-12T14:00' : null,
        precision,
      },
      missing: [`custom:${name}`, 'summary'],
      wasFixed: i % 2 === 1,
      truncated: i % 5 === 0,
      score: {
        before: i % 3 === 0 ? null : 76.34,
        after: 76.35,
        counted: i,
        target: 80,
        moved: [
          { metric: 'followups', points: 0.06 },
          { metric: 'completeness', points: -0.05 },
        ],
      },
      fields: [{ label: name, value: name }],
    };
  });
};

const scoreViews = (size: Size): ScoreView[] => {
  const facts: Facts[] = {
    empty: [emptyFacts()],
    typical: [busy, { ...emptyFacts(), eligibleDays: 8, monthEligibleDays: 20 }],
    long: [{ ...busy, soloTeam: true, permittedChannels: 1 }],
    huge: [
      {
        ...busy,
        collection: { dueMinor: 9e14, collectedMinor: 1, invoices: 9_999, largestShare: 0.71 },
        closed: { won: 9_999, lost: 1 },
      },
    ],
  }[size];
  return facts.flatMap((each) =>
    PERIODS.flatMap((period) =>
      [
        null,
        { id: Number.MAX_SAFE_INTEGER, name: size === 'long' ? '极'.repeat(200) : '李雷' },
      ].map(
        (of): ScoreView => ({
          score: scoreMember(each, DEFAULT_STANDARD),
          period,
          of,
          currency: 'CNY',
          weeks: times(size === 'empty' ? 0 : 8, (i) => ({
            fromDay: '2026-03-02',
            total: i * 12.5,
          })),
        }),
      ),
    ),
  );
};

const evidence = (tag: LocaleTag, size: Size): Evidence[] => {
  const whats: Evidence['what'][] = [
    { kind: 'followup', outcome: 'connected', verdict: 'duplicate', verdictOf: 3 },
    { kind: 'followup', outcome: 'paid', verdict: 'counted', verdictOf: null },
    { kind: 'complete', ratio: 0.8 },
    { kind: 'wait', minutes: 12_345, answered: true },
    { kind: 'wait', minutes: 12, answered: false },
    { kind: 'grade', grade: 'A', gradedOn: TODAY },
    { kind: 'grade', grade: null, gradedOn: null },
    { kind: 'deal', won: true },
    { kind: 'deal', won: false },
    { kind: 'cycle', days: 30 },
    { kind: 'invoice', minor: 15_000_000, currency: 'CNY' },
    { kind: 'rating', rating: 5 },
    { kind: 'rating', rating: null },
    { kind: 'check', done: 3, applicable: 5 },
    { kind: 'handoff', state: 'accepted' },
    { kind: 'handoff', state: 'declined' },
    { kind: 'handoff', state: 'waiting' },
    { kind: 'share', read: true },
    { kind: 'share', read: false },
  ];
  return times(Math.min(many(size) * 5, 200), (i) => ({
    id: i % 2 === 0 ? i : null,
    day: TODAY,
    customer: i % 5 === 0 ? null : nameOf(tag, size),
    counts: i % 3 === 0,
    what: pick(whats, i),
  }));
};

const standings = (tag: LocaleTag, size: Size): StandingRow[] =>
  times(size === 'typical' ? 12 : many(size), (i) => ({
    memberId: i + 1,
    name: nameOf(tag, size),
    score: size === 'huge' ? 90 : 95 - (i % 40),
    provisional: i % 10 === 9,
    optedOut: i % 4 === 3,
    newHire: false,
    seller: i % 12 !== 11,
    previous: [60, 61, 62, 63],
    improvedBefore: false,
  }));

const boards = (tag: LocaleTag, size: Size): Board[] => {
  const rows = standings(tag, size);
  const name = nameOf(tag, size);
  return PERIODS.map((period) => ({
    period,
    days: { from: '2026-03-09', to: '2026-03-15' },
    asOf: TODAY,
    individual: publicBoard(standingsOfRows(rows)),
    improved: mostImproved(rows),
    team: {
      followups: many(size) * 7,
      target: many(size) * 10,
      won:
        size === 'empty'
          ? []
          : [
              { deals: 1, money: { minor: 15_000_000, currency: 'CNY' } },
              { deals: 2, money: { minor: 9e14, currency: 'USD' } },
              { deals: 1, money: null },
            ],
      collected: size === 'empty' ? [] : [{ minor: -500, currency: 'CNY' }],
    },
    milestones:
      size === 'empty'
        ? []
        : [
            { kind: 'win', name, isFirst: true },
            { kind: 'win', name, isFirst: false },
            { kind: 'win', name: null, isFirst: false },
            { kind: 'streak', name, days: 20 },
          ],
  }));
};

const dueSteps = (tag: LocaleTag, size: Size) =>
  times(many(size), (i) => {
    const precision = pick(PRECISIONS, i);
    return {
      id: i + 1,
      customer: nameOf(tag, size),
      action: i % 5 === 0 ? null : pick(NEXT_ACTIONS, i),
      dueOn: pick(['2025-12-01', '2026-03-10', TODAY], i),
      dueTime: precision === 'minute' || precision === 'daypart' ? '2026-03-11T14:00' : null,
      precision,
    };
  });

const undeliveredRows = ({ tag }: Locale, size: Size) =>
  times(Math.min(40, many(size)), (id) => ({
    key: `share:${id}`,
    fence: id,
    state: id % 3 === 0 ? ('unknown' as const) : ('dead' as const),
    title: id % 5 === 4 ? null : nameOf(tag, size),
    to: {
      kind: id % 2 === 0 ? ('channel' as const) : ('person' as const),
      names: times(id % 4, () => nameOf(tag, size)),
    },
    reason: PLATFORM_REASONS[id] ?? null,
    attempts: id,
    createdAt: AT,
  }));

export const CARDS: Readonly<Record<string, Build>> = {
  ...AWARD_CARDS,
  ...RECOGNITION_CARDS,
  ...DIGEST_CARDS,
  undelivered: (locale, size) => {
    const rows = undeliveredRows(locale, size);
    const done = size === 'empty' ? null : nameOf(locale.tag, size);
    const older = size === 'huge' ? 7 : null;
    const view = { rows, total: many(size), older, done };
    return [
      undeliveredCard(locale, view, 'Asia/Shanghai', TODAY),
      ...rows.map((row) => undeliveredNotice(locale, row)),
    ];
  },
  followup: (locale, size) => followupViews(locale, size).map((view) => followupCard(locale, view)),
  shared: (locale, size) =>
    followupViews(locale, size).map(({ followup, customer, next }) =>
      sharedCard(locale, nameOf(locale.tag, size), followup, customer.name, next, TODAY),
    ),
  draft: (locale, size) => [
    draftCard(
      locale,
      1,
      nameOf(locale.tag, size),
      size === 'empty' ? '' : nameOf(locale.tag, size),
      times(Math.min(5, many(size)), (id) => ({ id: id + 1, name: nameOf(locale.tag, size) })),
    ),
    proposalCard(locale, Number.MAX_SAFE_INTEGER, nameOf(locale.tag, size)),
    draftForm(locale, 1),
    draftForm(locale, 1, true),
  ],
  form: (locale, size) => {
    const name = nameOf(locale.tag, size);
    const kinds = ['text', 'number', 'choice', 'date'] as const;
    const fields = times(size === 'empty' ? 0 : 4, (i) => ({
      id: i + 1,
      label: name,
      kind: pick(kinds, i),
      options: [name],
      required: i % 2 === 0,
    }));
    return [
      followupForm(locale, { fields, values: {}, id: null }),
      followupForm(locale, {
        fields,
        values: {},
        id: 7,
        told: {
          customer: { name },
          contact: name,
          channel: 'phone',
          outcome: 'connected',
          grade: 'A',
          amount: { money: { minor: 1050, currency: 'CNY' }, max: null },
          duration: 25,
          occurredAt: AT,
          text: name,
          fields: { '1': name, '3': name },
          next: { action: 'demo', dueOn: TODAY, dueTime: `${TODAY}T15:00`, precision: 'minute' },
          zone: 'Asia/Shanghai',
        },
      }),
    ];
  },
  due: (locale, size) => {
    const due = dueSteps(locale.tag, size);
    const leads = times(many(size), (i) => ({
      customer: nameOf(locale.tag, size),
      hours: i * 1.5,
    }));
    const upcoming = due.slice(0, 5).map((step) => ({ ...step, dueOn: '2026-03-20' }));
    const none = { due: [], upcoming: [], leads: [], today: TODAY };
    return [
      dueCard(locale, { due, upcoming, leads, today: TODAY }),
      dueCard(locale, { ...none, due, isMorning: true }),
      dueCard(locale, { ...none, upcoming }),
      dueCard(locale, { ...none, leads }),
    ];
  },
  list: (locale, size) => [
    listCard(
      locale,
      times(many(size), (i) => ({
        id: i + 1,
        customer: nameOf(locale.tag, size),
        day: '2025-12-31',
        outcome: pick(OUTCOMES, i),
        grade: i % 6 === 5 ? null : pick(GRADES, i),
        counted: i % 2 === 0,
      })),
      TODAY,
    ),
  ],
  next: (locale, size) => [
    nextCard(
      locale,
      times(many(size), (i) => ({
        customer: nameOf(locale.tag, size),
        reason: pick(
          [
            { kind: 'lead', hours: 0.5 },
            { kind: 'handoff' },
            { kind: 'overdue', action: null, days: 1 },
            { kind: 'overdue', action: 'sign', days: 12 },
            { kind: 'due', action: 'demo' },
            { kind: 'quiet', grade: 'B', days: 9 },
          ] as const,
          i,
        ),
      })),
    ),
  ],
  score: (locale, size) => scoreViews(size).map((view) => scoreCard(locale, own(locale, view))),
  why: (locale, size) => scoreViews(size).map((view) => whyCard(locale, own(locale, view))),
  metric: (locale, size) =>
    scoreViews(size).flatMap((view) =>
      view.score.explanation.dimensions
        .flatMap(({ metrics }) => metrics)
        .map((metric) =>
          metricCard(locale, own(locale, view), metric, evidence(locale.tag, size), TODAY),
        ),
    ),
  rank: (locale, size) =>
    scoreViews(size).flatMap((view) => {
      const lines = benchmarks(standingsOfRows(standings(locale.tag, size)).scores);
      const place = size === 'empty' ? null : { rank: 3, of: 10_000 };
      return [false, true].map((small) =>
        rankCard(locale, { ...view, of: null }, place, small, lines),
      );
    }),
  board: (locale, size) =>
    boards(locale.tag, size).flatMap((board) => {
      const rows = standings(locale.tag, size);
      const lines = benchmarks(standingsOfRows(rows).scores);
      const team = nameOf(locale.tag, size);
      return [
        boardCard(locale, team, board),
        improvedCard(locale, team, board),
        ...[null, ...rows.slice(0, 12)].flatMap((row) =>
          [true, false].map((mayPost) =>
            privateBoardCard(locale, team, board, {
              own: row,
              benchmarks: lines,
              mayPost,
              corrections: mayPost ? correctionsTo(board, board.team.followups + 1, []) : null,
            }),
          ),
        ),
      ];
    }),
  teams: (locale, size) => {
    const [board] = boards(locale.tag, size);
    if (board === undefined) return [];
    return [
      teamsCard(
        locale,
        times(many(size), () => ({ name: nameOf(locale.tag, size), board })),
      ),
    ];
  },
  problem: (locale) =>
    Object.values(locale.t.refusals).map((sentence) =>
      problem(locale, (sentence as (params: object) => string)(blanks), locale.t.followup.examples),
    ),
  welcome: (locale, size) =>
    (['rep', 'manager', 'admin'] as const).flatMap((role) =>
      [null, { name: nameOf(locale.tag, size) }].map((team) =>
        welcome({ locale, me: { name: nameOf(locale.tag, size), role }, team }),
      ),
    ),
};

/** Somebody else's view names them in the reader's script. */
const own = ({ tag }: Locale, view: ScoreView): ScoreView =>
  view.of === null || tag === 'zh' ? view : { ...view, of: { ...view.of, name: 'Jane' } };

/** Parameters of any text: every name there is stands for a number. */
const blanks: Readonly<Record<string, unknown>> = new Proxy(
  {},
  { get: (_, name) => (typeof name === 'symbol' ? undefined : 7), has: () => true },
);
