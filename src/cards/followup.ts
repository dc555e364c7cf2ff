// The card that answers a recorded follow-up: what was understood, what it counts, and what is still open.
import type { Action, Block, Card, Field } from '../chat/card.ts';
import { bold } from '../chat/text.ts';
import type { AmountRole, Channel, Grade, Outcome } from '../domain/parsing/codes.ts';
import type { Clarify } from '../domain/parsing/parsed.ts';
import type { PromisedStep } from '../domain/promise.ts';
import type { Moved } from '../domain/scoring/moved.ts';
import { type Day, dayOf, type Zone } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';
import { questions } from './followup-clarify.ts';
import { press } from './press.ts';
import { stepText } from './when.ts';

/** What the cards show of a recorded follow-up. */
export interface ShownFollowup {
  readonly id: number;
  readonly memberId: number;
  readonly contact: string | null;
  readonly channel: Channel | null;
  readonly outcome: Outcome;
  readonly grade: Grade | null;
  readonly amountMinor: number | null;
  readonly amountMaxMinor: number | null;
  readonly currency: string | null;
  readonly amountRole: AmountRole | null;
  readonly duration: number | null;
  readonly day: Day;
  readonly loggedAt: number;
  readonly text: string;
  readonly completeness: number;
  readonly verdict: string;
  readonly verdictOf: number | null;
  readonly clarify: readonly Clarify[];
  readonly sharedAt: number | null;
}

export interface FollowupView {
  readonly followup: ShownFollowup;
  readonly customer: { readonly name: string; readonly ownerId: number | null };
  readonly next: PromisedStep | null;
  readonly missing: readonly string[];
  readonly isNewCustomer: boolean;
  readonly wasFixed: boolean;
  readonly truncated: boolean;
  /** Month's score before and after, and the month's follow-ups against their target. */
  readonly score: {
    readonly before: number | null;
    readonly after: number | null;
    readonly counted: number;
    readonly target: number;
    /** Which metrics moved it, most first. */
    readonly moved: readonly Moved[];
  } | null;
  /** The team's own fields that were filled in, by label. */
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  readonly today: Day;
  readonly zone: Zone;
}

/** Further metrics moved by next to nothing. */
const MOVED_SHOWN = 3;

/** The amount in full digits, a range with both ends. */
const amountText = (locale: Locale, row: ShownFollowup): string | null => {
  if (row.amountMinor === null || row.currency === null) return null;
  const { currency } = row;
  const from = locale.format.money({ minor: row.amountMinor, currency });
  if (row.amountMaxMinor === null || row.amountMaxMinor === row.amountMinor) return from;
  const to = locale.format.money({ minor: row.amountMaxMinor, currency });
  return locale.t.followup.range({ from, to });
};

const understood = (locale: Locale, view: FollowupView): Field[] => {
  const { t, format } = locale;
  const { followup: row, customer } = view;
  const fields: Field[] = [];
  const add = (label: string, value: string | null) => {
    if (value !== null && value !== '') fields.push({ label, value: [value] });
  };
  fields.push({
    label: t.followup.customer,
    value: [
      bold(customer.name),
      ...(view.isNewCustomer ? [` · ${t.followup.newCustomer}`] : []),
      ...(customer.ownerId !== null && customer.ownerId !== row.memberId
        ? [` · ${t.followup.ownedBy}`]
        : []),
    ],
  });
  add(t.followup.contact, row.contact);
  add(t.followup.channel, row.channel && t.codes.channel[row.channel]);
  add(t.followup.outcome, t.codes.outcome[row.outcome]);
  add(t.followup.grade, row.grade && t.codes.grade[row.grade]);
  const amount = amountText(locale, row);
  const role = row.amountRole === null ? t.followup.amount : t.codes.amountRole[row.amountRole];
  add(role, amount);
  if (row.duration !== null) add(t.followup.duration, t.followup.minutes({ n: row.duration }));
  if (row.day !== dayOf(row.loggedAt, view.zone)) {
    add(t.followup.occurred, format.day(row.day, view.today));
  }
  if (view.next !== null) add(t.followup.next, stepText(locale, view.next, view.today));
  for (const { label, value } of view.fields) add(label, value);
  return fields;
};

/** Why a recorded follow-up does not count by itself; null when it does. */
const verdictText = (locale: Locale, { verdict, verdictOf }: ShownFollowup): string | null => {
  const { verdicts } = locale.t.followup;
  if (verdict === 'counted' || !(verdict in verdicts)) return null;
  const text = verdicts[verdict as keyof typeof verdicts];
  return typeof text === 'string' ? text : text({ id: verdictOf ?? 0 });
};

/** What the record still lacks, in words; the team's own fields by their label come with `custom:`. */
const missingText = (locale: Locale, view: FollowupView): string | null => {
  const { t, format } = locale;
  const names = view.missing.flatMap((key) =>
    Object.hasOwn(t.followup.fieldNames, key)
      ? [t.followup.fieldNames[key as keyof typeof t.followup.fieldNames]]
      : [key.replace(/^custom:/, '')],
  );
  return names.length === 0 ? null : t.followup.missing({ fields: format.list(names) });
};

/** What moved the score, in hundredths: one follow-up is a small part of a month. */
const movedBlocks = (locale: Locale, moved: readonly Moved[]): Block[] => {
  if (moved.length === 0) return [];
  const { t, format } = locale;
  const parts = moved
    .slice(0, MOVED_SHOWN)
    .map(({ metric, points }) => `${t.metrics.metric[metric].name} ${format.points(points)}`);
  return [{ kind: 'note', text: [t.followup.scoreMovedBy({ parts: parts.join(' · ') })] }];
};

const scoreBlocks = (locale: Locale, view: FollowupView): Block[] => {
  const { t, format } = locale;
  const { score } = view;
  if (score === null || score.after === null) return [];
  const { before, after } = score;
  // What looks the same has not moved, whatever the digits behind it.
  const text =
    before === null || format.score(before) === format.score(after)
      ? t.followup.scoreNow({ score: format.score(after) })
      : t.followup.scoreMoved({
          before: format.score(before),
          after: format.score(after),
          change: format.moved(before, after),
        });
  return [
    {
      kind: 'progress',
      label: text,
      ratio: after / 100,
      text: t.followup.scoreWhy({ n: score.counted, target: format.number(score.target) }),
    },
    ...movedBlocks(locale, score.moved),
  ];
};

const proposals = (locale: Locale, row: ShownFollowup): Action[] => {
  const { buttons } = locale.t.followup;
  const amount = amountText(locale, row) ?? '';
  const args = { followup: row.id };
  if (row.outcome === 'won') {
    return [press(buttons.dealWon({ amount }), 'won', 'confirm', args, 'primary')];
  }
  if (row.outcome === 'paid') {
    return row.amountMinor === null
      ? []
      : [press(buttons.dealPaid({ amount }), 'paid', 'confirm', args, 'primary')];
  }
  if (row.outcome === 'lost' || row.outcome === 'rejected') {
    return [press(buttons.dealLost, 'lost', 'confirm', args)];
  }
  return [];
};

/** The confirmation of a recorded or corrected follow-up. */
export const followupCard = (locale: Locale, view: FollowupView): Card => {
  const { t, format } = locale;
  const { followup: row, customer } = view;
  const verdict = verdictText(locale, row);
  const title = view.wasFixed
    ? t.followup.fixed({ customer: customer.name })
    : t.followup.recorded({ customer: customer.name });
  const fields = understood(locale, view);
  const notes = [
    row.channel === null ? null : verdict,
    missingText(locale, view),
    view.truncated ? t.followup.truncated : null,
  ].filter((text) => text !== null);
  const id = { id: row.id };
  return {
    locale: t.formatTag,
    title,
    tone: verdict === null ? 'good' : 'warning',
    summary: [
      title,
      ...fields.slice(1).map(({ label, value }) => `${label} ${String(value[0])}`),
    ].join(' · '),
    blocks: [
      { kind: 'fields', fields },
      ...questions(locale, row),
      ...scoreBlocks(locale, view),
      {
        kind: 'note',
        text: [
          [
            `#${row.id}`,
            t.followup.completeness({ ratio: format.percent(row.completeness / 1e6) }),
            ...notes,
          ].join(' · '),
        ],
      },
      {
        kind: 'actions',
        actions: [
          ...proposals(locale, row),
          press(t.followup.buttons.fix, 'followup', 'fix', id),
          press(t.followup.buttons.undo, 'followup', 'undo', id),
          ...(row.sharedAt === null
            ? [press(t.followup.buttons.share, 'followup', 'share', id)]
            : []),
        ],
      },
    ],
  };
};
