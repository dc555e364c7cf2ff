// The catalogue as whoever fills it sees it: entries to change and retire, suggestions, and the forms.
import type { Card } from '../chat/card.ts';
import type { Form, Option, Values } from '../chat/form.ts';
import { bold, type Text } from '../chat/text.ts';
import { REWARD_LIMITS, type Suggestion } from '../domain/recognition/reward.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';
import { nameOnButton, press, priceText, type RewardView, stockText } from './reward.ts';
import { choice, type Errors, flag, number, text, yesNo } from './settings-inputs.ts';

export interface ManagedReward extends RewardView {
  /** Whose it is; null: everybody's. */
  readonly team: string | null;
  readonly mayChange: boolean;
}

/** The entries with what can be done to each, and what could be added in one tap. */
export const manageCard = (
  locale: Locale,
  view: {
    readonly rewards: readonly ManagedReward[];
    readonly offset: number;
    readonly total: number;
    readonly suggestions: readonly Suggestion[];
  },
): Card => {
  const { t } = locale;
  const texts = t.rewards;
  const { rewards, offset, total, suggestions } = view;
  const after = total - offset - rewards.length;
  const suggested = suggestions.map((key) =>
    press(texts.buttons.suggest({ name: texts.suggestions[key].name }), 'suggest', { key }),
  );
  const actions = [
    ...rewards
      .filter(({ mayChange }) => mayChange)
      .flatMap(({ id, name }) => [
        press(texts.buttons.change({ name: nameOnButton(name) }), 'changeForm', { id }),
        press(texts.buttons.retire({ name: nameOnButton(name) }), 'retire', { id }, 'danger'),
      ]),
    ...(after > 0
      ? [press(texts.buttons.next, 'manage', { offset: offset + rewards.length })]
      : []),
    ...(offset > 0 ? [press(texts.buttons.back, 'manage')] : []),
    press(texts.buttons.add, 'add', {}, 'primary'),
  ];
  return {
    locale: t.formatTag,
    title: texts.manage,
    tone: 'neutral',
    summary: `${texts.manage} · ${texts.manageText}`,
    blocks: [
      { kind: 'text', text: [texts.manageText] },
      ...(rewards.length === 0
        ? []
        : [
            {
              kind: 'rows' as const,
              columns: [
                { label: texts.reward, align: 'start' as const },
                { label: texts.price, align: 'end' as const },
                { label: texts.left, align: 'end' as const },
                { label: texts.forWhom, align: 'start' as const },
                { label: texts.taxable, align: 'start' as const },
              ],
              rows: rewards.map((row): Text[] => [
                [bold(row.name)],
                [priceText(locale, row.cost)],
                [stockText(locale, row.stock)],
                [row.team ?? texts.everybody],
                [row.taxable ? t.common.yes : t.common.no],
              ]),
            },
          ]),
      ...(after > 0 ? [{ kind: 'note' as const, text: [texts.more({ n: after })] }] : []),
      { kind: 'actions', actions },
      ...(suggested.length === 0
        ? []
        : [
            { kind: 'text' as const, text: [texts.suggested] },
            { kind: 'actions' as const, actions: suggested },
          ]),
    ],
  };
};

/** What a change did. */
export const managedCard = (
  locale: Locale,
  done: 'added' | 'changed' | 'retired',
  row: RewardView,
): Card => {
  const texts = locale.t.rewards;
  const note = { added: [], changed: [texts.changedText], retired: [texts.retiredText] }[done];
  const price = `${priceText(locale, row.cost)} · ${texts.left}: ${stockText(locale, row.stock)}`;
  return notice(
    locale,
    texts.done[done]({ name: row.name }),
    [
      ...(row.detail === '' ? [] : [row.detail]),
      ...(done === 'retired' ? [] : [price]),
      ...(row.taxable && done !== 'retired' ? [texts.payroll] : []),
      ...note,
    ],
    'good',
    [press(texts.buttons.manage, 'manage'), press(texts.buttons.all, 'show')],
  );
};

/**
 * A new reward, or one to change.
 * @param row null for a new one
 * @param owners whose it may be, by value; fewer than two are not asked for
 */
export const rewardForm = (
  locale: Locale,
  row: RewardView | null,
  owners: readonly Option[],
  values: Values,
  errors: Errors,
): Form => {
  const { t } = locale;
  const texts = t.rewards;
  // Once something was submitted, what was left empty stays empty.
  const isFirst = Object.keys(values).length === 0 && Object.keys(errors).length === 0;
  const now = (value: string): { now?: string } => (isFirst ? { now: value } : {});
  const [first] = owners;
  return {
    locale: t.formatTag,
    title: row === null ? texts.addForm : texts.changeForm({ name: row.name }),
    submit: t.common.save,
    cancel: t.common.cancel,
    intent: {
      command: 'rewards',
      verb: row === null ? 'added' : 'changed',
      // The stock as it is shown: whoever takes one meanwhile must not be overwritten.
      args: row === null ? {} : { id: row.id, stock: row.stock ?? -1 },
    },
    inputs: [
      text(
        { name: 'name', label: texts.name, values, ...now(row?.name ?? '') },
        REWARD_LIMITS.name,
      ),
      text(
        { name: 'detail', label: texts.detail, values, required: false, ...now(row?.detail ?? '') },
        REWARD_LIMITS.detail,
        true,
      ),
      number({
        name: 'cost',
        label: texts.cost,
        values,
        hint: texts.costHint({ max: REWARD_LIMITS.cost }),
        ...now(row === null ? '' : String(row.cost)),
      }),
      number({
        name: 'stock',
        label: texts.stock,
        values,
        required: false,
        hint: texts.stockHint,
        ...now(row?.stock == null ? '' : String(row.stock)),
      }),
      choice(
        {
          name: 'taxable',
          label: texts.taxable,
          values,
          hint: texts.payrollHint,
          now: flag(row?.taxable ?? false),
        },
        yesNo(locale),
      ),
      ...(owners.length > 1 && first !== undefined
        ? [choice({ name: 'team', label: texts.forWhom, values, now: first.value }, owners)]
        : []),
    ],
    ...(Object.keys(errors).length > 0 ? { errors } : {}),
  };
};
