// What is due, what was done last, and who to follow up next.
import type { Action, Block, Card } from '../chat/card.ts';
import { bold, type Text } from '../chat/text.ts';
import type { Grade, NextAction, Outcome } from '../domain/parsing/codes.ts';
import type { PromisedStep } from '../domain/promise.ts';
import { type Day, daysBetween } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';
import { dueText, partText } from './when.ts';

export interface ShownStep extends PromisedStep {
  readonly id: number;
  readonly customer: string;
}

/** Rows beyond these would be a wall; they are counted instead. */
const SHOWN = 10;
const WITH_BUTTONS = 5;

const stepActions = (locale: Locale, step: ShownStep): Action[] => {
  const { buttons } = locale.t.followup;
  const label = (text: string) => `${text}: ${step.customer.slice(0, 40)}`;
  const args = { step: step.id };
  return [
    {
      label: label(buttons.done),
      style: 'plain',
      intent: { command: 'followup', verb: 'done', args },
    },
    {
      label: label(buttons.tomorrow),
      style: 'plain',
      intent: { command: 'followup', verb: 'snooze', args },
    },
  ];
};

/** Due and overdue steps with their customers, and what is coming up. */
export const dueCard = (
  locale: Locale,
  view: {
    readonly due: readonly ShownStep[];
    readonly upcoming: readonly ShownStep[];
    readonly leads: readonly { readonly customer: string; readonly hours: number }[];
    readonly today: Day;
    /** Whether it comes by itself in the morning. */
    readonly isMorning?: boolean;
  },
): Card => {
  const { t, format } = locale;
  const texts = t.followup.due;
  const { due, upcoming, leads, today } = view;
  const title = view.isMorning === true ? texts.morningTitle : texts.title;
  if (due.length + upcoming.length + leads.length === 0) {
    return notice(locale, title, [texts.empty, texts.emptyHint], 'good');
  }
  const row = (step: ShownStep): Text[] => {
    const late = step.dueOn === null ? 0 : daysBetween(step.dueOn, today);
    const when =
      late > 0
        ? texts.overdue({ days: late })
        : late === 0
          ? [texts.today, partText(locale, step)].filter((part) => part !== null).join(' ')
          : (dueText(locale, step, today) ?? '');
    return [[bold(step.customer)], [t.codes.action[step.action ?? 'follow_up']], [when]];
  };
  const columns = [
    { label: t.followup.customer, align: 'start' as const },
    { label: texts.step, align: 'start' as const },
    { label: texts.when, align: 'end' as const },
  ];
  const overdue = due.filter(({ dueOn }) => dueOn !== null && dueOn < today).length;
  const blocks: Block[] = [];
  if (leads.length > 0) {
    blocks.push(
      { kind: 'text', text: [bold(texts.leads)] },
      {
        kind: 'rows',
        columns: [columns[0] ?? { label: '', align: 'start' }, { label: texts.when, align: 'end' }],
        rows: leads
          .slice(0, SHOWN)
          .map(({ customer, hours }) => [
            [bold(customer)],
            [texts.waiting({ hours: format.number(hours) })],
          ]),
      },
    );
    if (leads.length > SHOWN) {
      blocks.push({ kind: 'note', text: [texts.more({ n: leads.length - SHOWN })] });
    }
  }
  if (due.length > 0) {
    blocks.push({ kind: 'rows', columns, rows: due.slice(0, SHOWN).map(row) });
    if (due.length > SHOWN) {
      blocks.push({ kind: 'note', text: [texts.more({ n: due.length - SHOWN })] });
    }
    blocks.push({
      kind: 'actions',
      actions: due.slice(0, WITH_BUTTONS).flatMap((step) => stepActions(locale, step)),
    });
  } else if (leads.length === 0) {
    blocks.push({ kind: 'text', text: [texts.empty] });
  }
  if (upcoming.length > 0) {
    blocks.push(
      { kind: 'text', text: [bold(texts.upcoming)] },
      { kind: 'rows', columns, rows: upcoming.slice(0, SHOWN).map(row) },
    );
  }
  return {
    locale: t.formatTag,
    title,
    tone: overdue > 0 || leads.length > 0 ? 'warning' : 'neutral',
    summary: [
      title,
      ...(due.length > 0 ? [texts.summary({ n: due.length, overdue })] : []),
      ...(leads.length > 0 ? [`${texts.leads} ${format.number(leads.length)}`] : []),
      ...(due.length + leads.length === 0 ? [texts.empty] : []),
    ].join(' · '),
    blocks,
  };
};

/** The member's last follow-ups. */
export const listCard = (
  locale: Locale,
  rows: readonly {
    readonly id: number;
    readonly customer: string;
    readonly day: Day;
    readonly outcome: Outcome;
    readonly grade: Grade | null;
    readonly counted: boolean;
  }[],
  today: Day,
): Card => {
  const { t, format } = locale;
  const texts = t.followup.list;
  if (rows.length === 0) {
    const examples = t.followup.examples.slice(0, 1).map((example): Text => [bold(example)]);
    return notice(locale, texts.title, [texts.empty, ...examples]);
  }
  const [newest] = rows;
  return {
    locale: t.formatTag,
    title: texts.title,
    tone: 'neutral',
    summary: texts.summary({ n: rows.length }),
    blocks: [
      {
        kind: 'rows',
        columns: [
          { label: t.followup.occurred, align: 'start' },
          { label: t.followup.customer, align: 'start' },
          { label: t.followup.outcome, align: 'start' },
          { label: t.followup.grade, align: 'start' },
        ],
        rows: rows.map(({ id, customer, day, outcome, grade, counted }) => [
          [format.day(day, today)],
          [bold(customer), ` #${id}`],
          [t.codes.outcome[outcome], ...(counted ? [] : [` · ${t.followup.notCounted}`])],
          [grade ?? t.common.none],
        ]),
      },
      ...(newest === undefined
        ? []
        : [
            {
              kind: 'actions' as const,
              actions: [
                {
                  label: `${t.followup.buttons.fix}: ${newest.customer.slice(0, 40)}`,
                  style: 'plain' as const,
                  intent: { command: 'followup', verb: 'fix', args: { id: newest.id } },
                },
              ],
            },
          ]),
    ],
  };
};

/** Why somebody should be followed up now. */
export type Reason =
  | { readonly kind: 'lead'; readonly hours: number }
  | { readonly kind: 'handoff' }
  | { readonly kind: 'overdue'; readonly action: NextAction | null; readonly days: number }
  | { readonly kind: 'due'; readonly action: NextAction | null }
  | { readonly kind: 'quiet'; readonly grade: Grade; readonly days: number };

/** Who to follow up next, each with its reason. */
export const nextCard = (
  locale: Locale,
  rows: readonly { readonly customer: string; readonly reason: Reason }[],
): Card => {
  const { t, format } = locale;
  const texts = t.followup.nextUp;
  if (rows.length === 0) return notice(locale, texts.title, [texts.empty], 'good');
  const because = (reason: Reason): string => {
    switch (reason.kind) {
      case 'lead':
        return texts.lead({ hours: format.number(reason.hours) });
      case 'handoff':
        return texts.handoff;
      case 'overdue':
        return texts.overdue({
          action: t.codes.action[reason.action ?? 'follow_up'],
          days: reason.days,
        });
      case 'due':
        return texts.dueToday({ action: t.codes.action[reason.action ?? 'follow_up'] });
      case 'quiet':
        return texts.quiet({ grade: reason.grade, days: reason.days });
    }
  };
  return {
    locale: t.formatTag,
    title: texts.title,
    tone: 'neutral',
    summary: [texts.title, ...rows.map(({ customer }) => customer)].join(' · '),
    blocks: [
      {
        kind: 'rows',
        columns: [
          { label: t.followup.customer, align: 'start' },
          { label: texts.why, align: 'start' },
        ],
        rows: rows.map(({ customer, reason }) => [[bold(customer)], [because(reason)]]),
      },
    ],
  };
};
