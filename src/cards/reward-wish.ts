// A wish for a reward: asked, to be decided, decided, withdrawn; and lists of them.
import type { Action, Block, Card, Field } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import { bold, type Text } from '../chat/text.ts';
import { POINT } from '../domain/recognition/account.ts';
import { REWARD_LIMITS } from '../domain/recognition/reward.ts';
import type { Day } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';
import { nameOnButton, pointsText, press, priceText, stockText } from './reward.ts';

export interface WishView {
  readonly id: number;
  /** Whose it is. */
  readonly who: string;
  readonly name: string;
  readonly detail: string;
  /** Whole points, as they were when it was asked for. */
  readonly cost: number;
  /** What is left of it now. */
  readonly stock: number | null;
  readonly taxable: boolean;
}

/** For whoever asked. */
export const askedCard = (locale: Locale, wish: WishView, deciders: readonly string[]): Card => {
  const texts = locale.t.rewards;
  const { list } = locale.format;
  const text = deciders.length === 0 ? texts.unreached : texts.askedText({ names: list(deciders) });
  return notice(
    locale,
    texts.askedFor({ name: wish.name }),
    [text],
    deciders.length === 0 ? 'warning' : 'good',
    [press(texts.buttons.withdraw, 'withdraw', { id: wish.id }), press(texts.buttons.mine, 'mine')],
  );
};

/** For whoever decides. */
export const wishCard = (locale: Locale, wish: WishView): Card => {
  const { t } = locale;
  const texts = t.rewards;
  const title = texts.wishes({ who: wish.who, name: wish.name });
  const fields: Field[] = [
    { label: texts.reward, value: [bold(wish.name)] },
    { label: texts.price, value: [priceText(locale, wish.cost)] },
    ...(wish.detail === '' ? [] : [{ label: texts.detail, value: [wish.detail] }]),
    { label: texts.left, value: [stockText(locale, wish.stock)] },
  ];
  return {
    locale: t.formatTag,
    title,
    tone: 'neutral',
    summary: `${title} · ${priceText(locale, wish.cost)}`,
    blocks: [
      { kind: 'fields', fields },
      ...(wish.taxable ? [{ kind: 'note' as const, text: [texts.payroll] }] : []),
      { kind: 'note', text: [texts.wishText] },
      {
        kind: 'actions',
        actions: [
          press(texts.buttons.approve, 'approve', { id: wish.id }, 'primary'),
          press(texts.buttons.refuse, 'refuse', { id: wish.id }),
        ],
      },
    ],
  };
};

/** Asks why it is refused. */
export const refuseForm = (locale: Locale, wish: WishView, error: string | null = null): Form => {
  const { t } = locale;
  const texts = t.rewards;
  return {
    locale: t.formatTag,
    title: texts.refuseForm({ who: wish.who, name: wish.name }),
    submit: texts.refuseSubmit,
    cancel: t.common.cancel,
    intent: { command: 'rewards', verb: 'refused', args: { id: wish.id } },
    inputs: [
      {
        kind: 'text',
        name: 'reason',
        label: texts.reason,
        hint: texts.refuseHint,
        required: true,
        multiline: true,
        maxLength: REWARD_LIMITS.detail,
      },
    ],
    ...(error === null ? {} : { errors: { reason: error } }),
  };
};

/** For whoever decided. */
export const decidedCard = (locale: Locale, wish: WishView, isApproved: boolean): Card => {
  const texts = locale.t.rewards;
  const { who, name, taxable } = wish;
  return isApproved
    ? notice(
        locale,
        texts.approved({ who, name }),
        [texts.approvedText({ who }), ...(taxable ? [texts.payroll] : [])],
        'good',
      )
    : notice(locale, texts.refused({ who, name }), [texts.refusedText({ who })]);
};

/** For whoever asked, once it is decided. @param reason null when it was approved */
export const answeredCard = (
  locale: Locale,
  wish: WishView,
  by: string,
  reason: string | null,
): Card => {
  const texts = locale.t.rewards;
  const { name, cost } = wish;
  if (reason === null) return notice(locale, texts.approvedYours({ by, name }), [], 'celebrate');
  const points = pointsText(locale, cost * POINT);
  return notice(
    locale,
    texts.refusedYours({ by, name }),
    [`${texts.reason}: ${reason}`, ...(cost === 0 ? [] : [texts.back({ points })])],
    'warning',
  );
};

/** For a press that came too late. @param by null when nobody decided: the member left */
export const alreadyCard = (
  locale: Locale,
  wish: WishView,
  state: 'approved' | 'refused' | 'withdrawn',
  by: string | null,
): Card => {
  const texts = locale.t.rewards;
  const { who, name } = wish;
  const sentence =
    by === null ? texts.already.left({ who, name }) : texts.already[state]({ who, name, by });
  return notice(locale, texts.decided, [sentence]);
};

/** @param balance in thousandths, after the points are back */
export const withdrawnCard = (locale: Locale, name: string, balance: number): Card => {
  const texts = locale.t.rewards;
  const points = pointsText(locale, balance);
  return notice(locale, texts.withdrawn({ name }), [texts.withdrawnText({ points })]);
};

/** The wishes that wait for the reader. @param total of which these are the first */
export const openWishesCard = (
  locale: Locale,
  wishes: readonly (WishView & { readonly day: Day })[],
  total: number,
  today: Day,
): Card => {
  const { t, format } = locale;
  const texts = t.rewards;
  if (wishes.length === 0) return notice(locale, texts.open, [texts.noneOpen]);
  const more = total - wishes.length;
  const taxable = wishes.filter((wish) => wish.taxable).map(({ name }) => name);
  const blocks: Block[] = [
    {
      kind: 'rows',
      columns: [
        { label: texts.from, align: 'start' },
        { label: texts.reward, align: 'start' },
        { label: texts.price, align: 'end' },
        { label: texts.when, align: 'start' },
      ],
      rows: wishes.map((wish): Text[] => [
        [bold(wish.who)],
        [wish.name],
        [priceText(locale, wish.cost)],
        [format.day(wish.day, today)],
      ]),
    },
  ];
  if (taxable.length > 0) {
    const names = format.list([...new Set(taxable)]);
    blocks.push({ kind: 'note', text: [`${names}: ${texts.payroll}`] });
  }
  if (more > 0) blocks.push({ kind: 'note', text: [texts.moreOpen({ n: more })] });
  const label = ({ who, name }: WishView) => nameOnButton(`${who} · ${name}`);
  blocks.push({
    kind: 'actions',
    actions: wishes.flatMap((wish): Action[] => [
      press(texts.buttons.approveOf({ name: label(wish) }), 'approve', { id: wish.id }, 'primary'),
      press(texts.buttons.refuseOf({ name: label(wish) }), 'refuse', { id: wish.id }),
    ]),
  });
  return {
    locale: t.formatTag,
    title: texts.open,
    tone: 'warning',
    summary: wishes.map(label).join(' · '),
    blocks,
  };
};

/** The reader's own wishes. */
export const ownWishesCard = (
  locale: Locale,
  wishes: readonly (Pick<WishView, 'id' | 'name' | 'cost'> & {
    readonly day: Day;
    readonly state: 'asked' | 'approved' | 'refused' | 'withdrawn';
    /** Why it was refused. */
    readonly reason: string | null;
  })[],
  today: Day,
): Card => {
  const { t, format } = locale;
  const texts = t.rewards;
  const all = press(texts.buttons.all, 'show');
  if (wishes.length === 0) return notice(locale, texts.mine, [texts.noneMine], 'neutral', [all]);
  return {
    locale: t.formatTag,
    title: texts.mine,
    tone: 'neutral',
    summary: wishes.map(({ name, state }) => `${name}: ${texts.states[state]}`).join(' · '),
    blocks: [
      {
        kind: 'rows',
        columns: [
          { label: texts.reward, align: 'start' },
          { label: texts.price, align: 'end' },
          { label: texts.when, align: 'start' },
          { label: texts.state, align: 'start' },
        ],
        rows: wishes.map((wish): Text[] => [
          [bold(wish.name)],
          [priceText(locale, wish.cost)],
          [format.day(wish.day, today)],
          [
            wish.reason === null
              ? texts.states[wish.state]
              : `${texts.states[wish.state]} · ${wish.reason}`,
          ],
        ]),
      },
      {
        kind: 'actions',
        actions: [
          ...wishes
            .filter(({ state }) => state === 'asked')
            .map(({ id, name }) =>
              press(texts.buttons.withdrawOf({ name: nameOnButton(name) }), 'withdraw', { id }),
            ),
          all,
        ],
      },
    ],
  };
};
