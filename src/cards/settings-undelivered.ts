// What was not delivered: the list with what can be done about each, and the notice that something was given up.
import type { Block, Card, Field } from '../chat/card.ts';
import type { Target } from '../chat/platform.ts';
import { bold } from '../chat/text.ts';
import type { Day, Instant, Zone } from '../domain/time.ts';
import type { PlatformReason } from '../errors.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';
import { press } from './settings-values.ts';

interface LostMessage {
  /** Its own title, in the language it was written in. */
  readonly title: string | null;
  /** By the names people have for it; none when nobody is there (any more). */
  readonly to: { readonly kind: Target['kind']; readonly names: readonly string[] };
  readonly reason: PlatformReason | null;
}

export interface UndeliveredRow extends LostMessage {
  readonly key: string;
  readonly fence: number;
  /** `unknown`: it may have arrived. */
  readonly state: 'dead' | 'unknown';
  readonly attempts: number;
  readonly createdAt: Instant;
}

/** What a message is called where it is told about. */
export const messageTitle = (locale: Locale, title: string | null): string =>
  title === null || title.trim() === '' ? locale.t.settings.undelivered.untitled : title;

const toText = ({ t, format }: Locale, { kind, names }: LostMessage['to']): string => {
  const { nobody, nowhere, channelOf } = t.settings.undelivered;
  const name = format.list(names);
  if (kind === 'person') return name === '' ? nobody : name;
  return name === '' ? nowhere : channelOf({ name });
};

const toField = (locale: Locale, to: LostMessage['to']): Field => ({
  label: locale.t.settings.undelivered.to,
  value: [toText(locale, to)],
});

const whyField = ({ t }: Locale, reason: PlatformReason | null): Field => {
  const { why, whys, whyUnknown } = t.settings.undelivered;
  return { label: why, value: [reason === null ? whyUnknown : whys[reason]] };
};

const rowBlocks = (locale: Locale, row: UndeliveredRow, zone: Zone, today: Day): Block[] => {
  const { t, format } = locale;
  const texts = t.settings.undelivered;
  const { key, fence, state } = row;
  const isDead = state === 'dead';
  return [
    { kind: 'text', text: [bold(messageTitle(locale, row.title))] },
    {
      kind: 'fields',
      fields: [
        toField(locale, row.to),
        { label: texts.when, value: [format.instant(row.createdAt, zone, today)] },
        whyField(locale, row.reason),
        { label: texts.tries, value: [format.number(row.attempts)] },
      ],
    },
    ...(isDead ? [] : [{ kind: 'note' as const, text: [texts.warning] }]),
    {
      kind: 'actions',
      actions: [
        press(isDead ? texts.resend : texts.resendAnyway, 'resend', { key, fence }),
        press(texts.discard, 'discard', { key, fence }, 'danger'),
      ],
    },
  ];
};

/**
 * A page of what was not delivered, newest first.
 * @param view.done what was just done about one of them
 * @param view.older the id after which the next page begins; null on the last
 */
export const undeliveredCard = (
  locale: Locale,
  view: {
    readonly rows: readonly UndeliveredRow[];
    readonly total: number;
    readonly older: number | null;
    readonly done: string | null;
  },
  zone: Zone,
  today: Day,
): Card => {
  const { t } = locale;
  const { undelivered: texts, buttons } = t.settings;
  const { rows, total, older, done } = view;
  const said = [
    ...(done === null ? [] : [done]),
    total === 0 ? texts.empty : texts.count({ n: total }),
  ];
  return {
    locale: t.formatTag,
    title: texts.title,
    tone: total === 0 ? 'neutral' : 'warning',
    summary: [texts.title, ...said].join(' · '),
    blocks: [
      ...said.map((text): Block => ({ kind: 'text', text: [text] })),
      ...rows.flatMap((row) => rowBlocks(locale, row, zone, today)),
      ...(older === null
        ? []
        : [
            {
              kind: 'actions' as const,
              actions: [press(buttons.older, 'undelivered', { before: older })],
            },
          ]),
    ],
  };
};

/** How many there are, and the way to them; nothing when there is none. */
export const undeliveredBlocks = ({ t }: Locale, n: number): Block[] => {
  const { count, title } = t.settings.undelivered;
  return n === 0
    ? []
    : [
        { kind: 'text', text: [bold(count({ n }))] },
        { kind: 'actions', actions: [press(title, 'undelivered')] },
      ];
};

/** Tells an admin of a message that was given up. */
export const undeliveredNotice = (locale: Locale, { title, to, reason }: LostMessage): Card => {
  const texts = locale.t.settings.undelivered;
  const name = messageTitle(locale, title);
  const shown = notice(locale, texts.notice, [[bold(name)], texts.noticeText], 'warning', [
    press(texts.title, 'undelivered'),
  ]);
  const [what, ...rest] = shown.blocks;
  const fields: Block = {
    kind: 'fields',
    fields: [toField(locale, to), whyField(locale, reason)],
  };
  return { ...shown, blocks: what === undefined ? [fields] : [what, fields, ...rest] };
};
