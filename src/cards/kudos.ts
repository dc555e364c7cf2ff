// Thanks: the post, what the receiver reads, what the giver reads, and what takes their place when it is taken back.
import type { Block, Card } from '../chat/card.ts';
import { bold } from '../chat/text.ts';
import { POINT } from '../domain/recognition/account.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';
import { press } from './press.ts';

/** What was said, and by whom. */
export interface Thanks {
  readonly id: number;
  readonly giver: string;
  readonly reason: string;
  /** Without `#`. */
  readonly value: string | null;
}

const NAMES_SHOWN = 10;

/** Names as a sentence lists them, the first ten. */
const namesText = ({ t, format }: Locale, names: readonly string[]): string => {
  const rest = names.length - NAMES_SHOWN;
  const shown = names.slice(0, NAMES_SHOWN);
  return format.list(rest > 0 ? [...shown, t.common.more({ n: rest })] : shown);
};

const said = (locale: Locale, { reason, value }: Thanks): Block[] => [
  { kind: 'text', text: [reason] },
  ...(value === null
    ? []
    : [{ kind: 'text' as const, text: [bold(locale.t.kudos.value({ value }))] }]),
];

const withSaid = (
  locale: Locale,
  title: string,
  thanks: Thanks,
  notes: readonly string[] = [],
  actions: Extract<Block, { kind: 'actions' }>['actions'] = [],
): Card => ({
  locale: locale.t.formatTag,
  title,
  tone: 'good',
  summary: [title, thanks.reason, ...notes].join(' · '),
  blocks: [
    ...said(locale, thanks),
    ...notes.map((note): Block => ({ kind: 'note', text: [note] })),
    ...(actions.length === 0 ? [] : [{ kind: 'actions' as const, actions }]),
  ],
});

/** For the team's channel. */
export const postedCard = (locale: Locale, thanks: Thanks, names: readonly string[]): Card => {
  const title = locale.t.kudos.posted({ giver: thanks.giver, names: namesText(locale, names) });
  return withSaid(locale, title, thanks);
};

/** For a receiver. @param worth in thousandths of a point */
export const receivedCard = (
  locale: Locale,
  thanks: Thanks,
  { nth, worth, isPosted }: { nth: number; worth: number; isPosted: boolean },
): Card => {
  const { t, format } = locale;
  const texts = t.kudos;
  const { giver } = thanks;
  const n = format.number(worth / POINT);
  const credited = nth === 1 ? texts.credited({ n }) : texts.creditedNth({ n, nth, giver });
  const notes = [credited, isPosted ? texts.seenBy : texts.private];
  const actions = [press(texts.myPoints, 'points', 'show', {})];
  return withSaid(locale, texts.received({ giver }), thanks, notes, actions);
};

/** Why nothing, or not everybody, is in the post. */
export type Unposted =
  | { readonly why: 'private' | 'no_channel' }
  | { readonly why: 'unwanted' | 'without'; readonly names: readonly string[] };

export interface GivenView extends Thanks {
  readonly names: readonly string[];
  /** Whole points, all receivers together. */
  readonly cost: number;
  readonly left: number;
  /** To whom it was not the first one in 30 days. */
  readonly again: readonly { readonly name: string; readonly nth: number }[];
  readonly unposted: Unposted | null;
  /** Whom nothing could be told. */
  readonly unreachable: readonly string[];
  readonly undoMinutes: number;
}

const postedText = (locale: Locale, unposted: Unposted | null): string => {
  const { isPosted, notPosted, without } = locale.t.kudos;
  if (unposted === null) return isPosted;
  if (!('names' in unposted)) return notPosted[unposted.why];
  const names = namesText(locale, unposted.names);
  return unposted.why === 'unwanted'
    ? notPosted.unwanted({ names })
    : `${isPosted} ${without({ names })}`;
};

/** For the giver alone, with a button to take it back. */
export const givenCard = (locale: Locale, view: GivenView): Card => {
  const { t } = locale;
  const texts = t.kudos;
  const notes = [
    texts.left(view),
    ...view.again.map((one) => texts.nth(one)),
    postedText(locale, view.unposted),
    ...(view.unreachable.length === 0
      ? []
      : [texts.unreachable({ names: namesText(locale, view.unreachable) })]),
    t.deal.undoHint({ minutes: view.undoMinutes }),
  ];
  const actions = [press(t.common.undo, 'kudos', 'undo', { id: view.id })];
  const title = texts.given({ names: namesText(locale, view.names) });
  return withSaid(locale, title, view, notes, actions);
};

export interface UndoneView {
  readonly names: readonly string[];
  readonly cost: number;
  /** Null when the day it was given on is over. */
  readonly left: number | null;
  /** What became of the post; null when there was none. */
  readonly post: 'removed' | 'replacing' | 'unknown' | null;
}

/** For the giver who took it back. */
export const undoneCard = (locale: Locale, view: UndoneView): Card => {
  const texts = locale.t.kudos;
  const { cost, left, post } = view;
  const paragraphs = [
    left === null ? texts.pointsLapsed : texts.pointsBack({ cost, left }),
    ...(post === null ? [] : [texts.post[post]]),
  ];
  return notice(locale, texts.undone({ names: namesText(locale, view.names) }), paragraphs);
};

/** In the place of the post, and of what a receiver was told. */
export const takenBackCard = (locale: Locale, giver: string): Card => {
  const { takenBack, takenBackText } = locale.t.kudos;
  return notice(locale, takenBack({ giver }), [takenBackText]);
};
