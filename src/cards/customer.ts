// One customer at a glance, for who may see all of it.
import type { Action, Block, Card, Column, Field } from '../chat/card.ts';
import { bold, type Text } from '../chat/text.ts';
import type { DealStatus } from '../domain/deal.ts';
import type { Money } from '../domain/money.ts';
import type { Channel, Grade, Outcome } from '../domain/parsing/codes.ts';
import type { PromisedStep } from '../domain/promise.ts';
import type { Day } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';
import { reasonText } from './deal.ts';
import { press } from './press.ts';
import { stepText } from './when.ts';

export interface CustomerView {
  readonly id: number;
  readonly name: string;
  /** Null: in the pool. */
  readonly owner: string | null;
  readonly grade: {
    readonly now: Grade;
    readonly since: Day;
    readonly before: Grade | null;
  } | null;
  readonly contacts: readonly string[];
  readonly lastContact: Day | null;
  readonly stage: Outcome | null;
  readonly timeline: readonly {
    readonly day: Day;
    readonly author: string;
    readonly outcome: Outcome;
    readonly text: string;
  }[];
  readonly channels: readonly { readonly channel: Channel; readonly n: number }[];
  readonly deals: readonly {
    readonly status: DealStatus;
    readonly amount: Money | null;
    /** When it was closed, else opened; null when nobody was engaged yet. */
    readonly day: Day | null;
    readonly reason: string | null;
  }[];
  readonly payments: {
    /** One a currency. */
    readonly total: readonly Money[];
    readonly n: number;
  };
  readonly steps: readonly (PromisedStep & {
    /** Who owes it; null for the owner. */
    readonly by: string | null;
  })[];
  readonly handoff: { readonly id: number; readonly to: string; readonly day: Day } | null;
  /** What the reader may do with it. */
  readonly may: {
    readonly handOver: boolean;
    readonly release: boolean;
    readonly take: boolean;
  };
  readonly today: Day;
}

const NOTE_SHOWN = 60;
const CONTACTS_SHOWN = 10;
const STEPS_SHOWN = 5;
const DEALS_SHOWN = 5;

const start = (text: string): Column => ({ label: text, align: 'start' });
const end = (text: string): Column => ({ label: text, align: 'end' });

/** The first characters of a note, on one line. */
const opening = (text: string): string => {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  return characters.length <= NOTE_SHOWN
    ? characters.join('')
    : `${characters.slice(0, NOTE_SHOWN).join('')}…`;
};

const more = (locale: Locale, all: number, shown: number): string[] =>
  all > shown ? [locale.t.customer.more({ n: all - shown })] : [];

const facts = (locale: Locale, view: CustomerView): Field[] => {
  const { t, format } = locale;
  const texts = t.customer;
  const { grade, handoff, today } = view;
  const open = view.deals.find(({ status }) => status === 'open');
  const fields: Field[] = [
    { label: texts.owner, value: [view.owner === null ? texts.pool : bold(view.owner)] },
  ];
  const add = (label: string, value: string) => fields.push({ label, value: [value] });
  if (grade !== null) {
    const since = format.day(grade.since, today);
    const now = texts.gradeSince({ grade: t.codes.grade[grade.now], day: since });
    const { before } = grade;
    add(texts.grade, before === null ? now : `${now} · ${texts.gradeBefore({ grade: before })}`);
  }
  if (view.contacts.length > 0) {
    const named = view.contacts.slice(0, CONTACTS_SHOWN);
    add(
      texts.contacts,
      format.list([...named, ...more(locale, view.contacts.length, CONTACTS_SHOWN)]),
    );
  }
  if (view.stage !== null) add(texts.stage, t.codes.outcome[view.stage]);
  if (open !== undefined) {
    add(texts.openDeal, open.amount === null ? texts.noAmount : format.money(open.amount));
  }
  const { lastContact } = view;
  add(texts.lastContact, lastContact === null ? texts.never : format.day(lastContact, today));
  if (view.payments.n > 0) {
    const total = format.list(view.payments.total.map((money) => format.money(money)));
    add(texts.payments, texts.paidTotal({ total, n: view.payments.n }));
  }
  if (view.steps.length > 0) {
    const steps = view.steps.slice(0, STEPS_SHOWN).map((step) => {
      const text = stepText(locale, step, today);
      return step.by === null ? text : texts.stepBy({ step: text, name: step.by });
    });
    add(texts.steps, [...steps, ...more(locale, view.steps.length, STEPS_SHOWN)].join('\n'));
  }
  if (handoff !== null) {
    const day = format.day(handoff.day, today);
    add(texts.handoff, texts.handoffPending({ name: handoff.to, day }));
  }
  return fields;
};

const timeline = (locale: Locale, view: CustomerView): Block[] => {
  const { t, format } = locale;
  const texts = t.customer;
  if (view.timeline.length === 0) return [{ kind: 'text', text: [texts.noTimeline] }];
  return [
    { kind: 'text', text: [bold(texts.timeline)] },
    {
      kind: 'rows',
      columns: [start(texts.day), start(texts.who), start(texts.outcome), start(texts.note)],
      rows: view.timeline.map((row): Text[] => [
        [format.day(row.day, view.today)],
        [row.author],
        [t.codes.outcome[row.outcome]],
        [opening(row.text)],
      ]),
    },
  ];
};

const channels = (locale: Locale, view: CustomerView): Block[] => {
  const { t, format } = locale;
  if (view.channels.length < 2) return [];
  const named = view.channels.map(({ channel, n }) => ({ label: t.codes.channel[channel], n }));
  const list = format.list(named.map(({ label, n }) => `${label} ${n}`));
  return [
    {
      kind: 'chart',
      chart: {
        kind: 'bar',
        title: t.customer.channels,
        labels: named.map(({ label }) => label),
        series: [{ name: t.customer.followups, values: named.map(({ n }) => n) }],
        min: 0,
      },
      alt: t.customer.channelsAlt({ list }),
    },
  ];
};

const deals = (locale: Locale, view: CustomerView): Block[] => {
  const { t, format } = locale;
  const texts = t.customer;
  if (view.deals.length === 0) return [];
  return [
    { kind: 'text', text: [bold(texts.deals)] },
    {
      kind: 'rows',
      columns: [start(texts.day), start(texts.status), end(texts.amount), start(texts.reason)],
      rows: view.deals
        .slice(0, DEALS_SHOWN)
        .map(({ day, status, amount, reason }): Text[] => [
          [day === null ? t.common.none : format.day(day, view.today)],
          [texts.statuses[status]],
          [amount === null ? t.common.none : format.money(amount)],
          [reason === null ? t.common.none : reasonText(locale, reason)],
        ]),
    },
    ...more(locale, view.deals.length, DEALS_SHOWN).map(
      (text): Block => ({ kind: 'note', text: [text] }),
    ),
  ];
};

const actions = (locale: Locale, view: CustomerView): Action[] => {
  const { buttons } = locale.t.customer;
  const customer = { customer: view.id };
  const { may, handoff } = view;
  return [
    ...(view.owner === null ? [] : [press(buttons.log, 'customer', 'log', customer, 'primary')]),
    ...(may.take ? [press(buttons.take, 'customer', 'take', customer, 'primary')] : []),
    ...(may.handOver && handoff === null
      ? [press(buttons.handOver, 'handoff', 'form', customer)]
      : []),
    ...(may.handOver && handoff !== null
      ? [
          press(buttons.cancelHandoff, 'handoff', 'cancel', {
            handoff: handoff.id,
            customer: view.id,
          }),
        ]
      : []),
    ...(may.release ? [press(buttons.release, 'customer', 'release', customer, 'danger')] : []),
  ];
};

/** Everything about a customer, for who may see it. */
export const customerCard = (locale: Locale, view: CustomerView): Card => {
  const { t, format } = locale;
  const texts = t.customer;
  const fields = facts(locale, view);
  const buttons = actions(locale, view);
  return {
    locale: t.formatTag,
    title: view.name,
    tone: 'neutral',
    summary: [
      view.name,
      view.owner ?? texts.pool,
      ...(view.grade === null ? [] : [view.grade.now]),
      view.lastContact === null ? texts.never : format.day(view.lastContact, view.today),
    ].join(' · '),
    blocks: [
      { kind: 'fields', fields },
      ...timeline(locale, view),
      ...channels(locale, view),
      ...deals(locale, view),
      ...(buttons.length === 0 ? [] : [{ kind: 'actions' as const, actions: buttons }]),
    ],
  };
};
