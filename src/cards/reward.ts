// The catalogue of rewards: what there is, at what price, and whether it is within the reader's reach.
import type { Action, Block, Card } from '../chat/card.ts';
import { bold, type Text } from '../chat/text.ts';
import { POINT } from '../domain/recognition/account.ts';
import { type Obstacle, type Suggestion, shortBy } from '../domain/recognition/reward.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';
import { press as pressOf } from './press.ts';

/** An entry as its buttons and rows need it. */
export interface RewardView {
  readonly id: number;
  readonly name: string;
  readonly detail: string;
  /** Whole points. */
  readonly cost: number;
  /** Null: any number. */
  readonly stock: number | null;
  readonly taxable: boolean;
}

/** Names are up to 60 characters long; buttons are not. */
const BUTTON_NAME = 30;

export const nameOnButton = (name: string): string => {
  const characters = [...name];
  return characters.length > BUTTON_NAME
    ? `${characters.slice(0, BUTTON_NAME - 1).join('')}…`
    : name;
};

export const press = (
  label: string,
  verb: string,
  args: Action['intent']['args'] = {},
  style: Action['style'] = 'plain',
): Action => pressOf(label, 'rewards', verb, args, style);

/** Thousandths in words, rounded down: what is shown can be spent. */
export const pointsText = (locale: Locale, thousandths: number): string =>
  locale.t.rewards.points({ n: locale.format.number(Math.floor(thousandths / 10) / (POINT / 10)) });

/** A price in words. */
export const priceText = (locale: Locale, cost: number): string =>
  cost === 0 ? locale.t.rewards.free : pointsText(locale, cost * POINT);

export const stockText = ({ t, format }: Locale, stock: number | null): string => {
  if (stock === null) return t.rewards.any;
  return stock > 0 ? format.number(stock) : t.rewards.gone;
};

export interface CatalogueView {
  /** This page's. */
  readonly rewards: readonly (RewardView & { readonly isWaiting: boolean })[];
  /** How many there are before and in all. */
  readonly offset: number;
  readonly total: number;
  /** What was searched for; empty for all. */
  readonly words: string;
  /** In thousandths. */
  readonly balance: number;
  /** Whether the reader has asked for anything yet. */
  readonly hasWishes: boolean;
  /** Null for who does not fill the catalogue. */
  readonly managed: {
    readonly open: number;
    readonly suggestions: readonly Suggestion[];
  } | null;
}

/** The tap that puts a suggestion into the catalogue. */
const suggestionActions = (locale: Locale, suggestions: readonly Suggestion[]): Action[] =>
  suggestions.map((key) => {
    const { name } = locale.t.rewards.suggestions[key];
    return press(locale.t.rewards.buttons.suggest({ name }), 'suggest', { key });
  });

const reachText = (
  { t, format }: Locale,
  row: CatalogueView['rewards'][number],
  balance: number,
): string => {
  const texts = t.rewards;
  if (row.isWaiting) return texts.asked;
  if (row.stock !== null && row.stock <= 0) return t.common.none;
  const short = shortBy(row.cost, balance);
  return short === 0 ? texts.enough : texts.short({ n: format.number(short) });
};

const rewardRows = (locale: Locale, { rewards, balance }: CatalogueView): Block => {
  const texts = locale.t.rewards;
  return {
    kind: 'rows',
    columns: [
      { label: texts.reward, align: 'start' },
      { label: texts.price, align: 'end' },
      { label: texts.left, align: 'end' },
      { label: texts.you, align: 'start' },
    ],
    rows: rewards.map((row): Text[] => [
      row.detail === '' ? [bold(row.name)] : [bold(row.name), `\n${row.detail}`],
      [priceText(locale, row.cost)],
      [stockText(locale, row.stock)],
      [reachText(locale, row, balance)],
    ]),
  };
};

/** The catalogue, a page of it, or what of it has some words in its name. */
export const catalogueCard = (locale: Locale, view: CatalogueView): Card => {
  const { rewards, offset, total, words, balance, hasWishes, managed } = view;
  const texts = locale.t.rewards;
  const { buttons } = texts;
  const balanceText = texts.balance({ points: pointsText(locale, balance) });
  const mine = hasWishes ? [press(buttons.mine, 'mine')] : [];
  const forManagers =
    managed === null
      ? []
      : [
          ...(managed.open > 0
            ? [press(buttons.open({ n: managed.open }), 'asked', {}, 'primary')]
            : []),
          press(buttons.add, 'add'),
          ...(total > 0 ? [press(buttons.manage, 'manage')] : []),
        ];
  if (rewards.length === 0) {
    const all = press(buttons.all, 'show');
    if (words !== '')
      return notice(locale, texts.title, [texts.nothingFound({ words })], 'neutral', [all]);
    const suggestions = suggestionActions(locale, managed?.suggestions ?? []);
    const sentence = managed === null ? texts.empty : texts.emptyManaged;
    const shown = suggestions.length > 0 || managed === null ? sentence : texts.manageText;
    return notice(locale, texts.title, [balanceText, shown], 'neutral', [
      ...suggestions,
      ...forManagers,
      ...mine,
    ]);
  }
  const after = total - offset - rewards.length;
  const isAtHand = (row: CatalogueView['rewards'][number]): boolean =>
    !row.isWaiting && (row.stock === null || row.stock > 0) && shortBy(row.cost, balance) === 0;
  const actions = [
    ...rewards
      .filter(isAtHand)
      .map(({ id, name }) => press(buttons.redeem({ name: nameOnButton(name) }), 'redeem', { id })),
    ...(after > 0
      ? [
          press(buttons.next, 'show', {
            offset: offset + rewards.length,
            ...(words === '' ? {} : { words }),
          }),
        ]
      : []),
    ...(offset > 0 || words !== '' ? [press(buttons.back, 'show')] : []),
    ...mine,
    ...forManagers,
  ];
  const title = words === '' ? texts.title : texts.found({ words });
  return {
    locale: locale.t.formatTag,
    title,
    tone: 'neutral',
    summary: `${title} · ${balanceText}`,
    blocks: [
      { kind: 'text', text: [balanceText] },
      rewardRows(locale, view),
      ...(after > 0 ? [{ kind: 'note' as const, text: [texts.more({ n: after })] }] : []),
      ...(actions.length > 0 ? [{ kind: 'actions' as const, actions }] : []),
    ],
  };
};

/** Asks once more, with what the member has left then. */
export const confirmCard = (
  locale: Locale,
  { id, name, detail, cost }: RewardView,
  balance: number,
  isRepriced: boolean,
): Card => {
  const texts = locale.t.rewards;
  const rest = pointsText(locale, balance - cost * POINT);
  const price = priceText(locale, cost);
  return notice(
    locale,
    texts.confirm({ name }),
    [
      ...(isRepriced ? [texts.repriced] : []),
      ...(detail === '' ? [] : [detail]),
      cost === 0 ? texts.remainsFree : texts.remains({ price, rest }),
    ],
    isRepriced ? 'warning' : 'neutral',
    [
      press(texts.buttons.confirm, 'ask', { id, cost }, 'primary'),
      press(texts.buttons.all, 'show'),
    ],
  );
};

/** Everything that stands in the way, at once. */
export const obstaclesCard = (
  locale: Locale,
  { name, cost }: RewardView,
  balance: number,
  obstacles: readonly Obstacle[],
): Card => {
  const texts = locale.t.rewards;
  const n = locale.format.number(shortBy(cost, balance));
  return notice(
    locale,
    texts.cannot({ name }),
    obstacles.map((key) => texts.obstacles[key]({ n })),
    'warning',
    [press(texts.buttons.all, 'show')],
  );
};
