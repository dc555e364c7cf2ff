// 喜报: a won deal as the team's channel reads it, with who cheered.
import type { Block, Card } from '../chat/card.ts';
import { type Person, plain } from '../chat/text.ts';
import type { Celebration } from '../domain/recognition/celebration.ts';
import type { Locale } from '../locales/index.ts';
import { about, named } from './milestone.ts';
import { notice } from './notice.ts';
import { press } from './press.ts';

const customerText = ({ t }: Locale, { customer }: Celebration): string => {
  if ('name' in customer) return customer.name;
  const { industry } = customer;
  return industry === null ? t.recognition.aCustomer : t.recognition.industries[industry];
};

const amountText = ({ t, format }: Locale, { amount }: Celebration): string =>
  'money' in amount
    ? t.recognition.amount({ money: format.money(amount.money) })
    : t.recognition.figures({ n: amount.figures });

const progressBlock = (locale: Locale, { won, target, month }: Celebration): Block => {
  const { t, format } = locale;
  const texts = t.recognition;
  const label = texts.monthSoFar({ month: format.month(month) });
  const sums = format.list([won.money, ...won.others].map(format.money));
  if (target === null) return { kind: 'fields', fields: [{ label, value: [sums] }] };
  const ratio = won.money.minor / target.minor;
  const ofGoal = { won: sums, target: format.money(target), ratio: format.percent(ratio) };
  return { kind: 'progress', label, ratio, text: texts.ofGoal(ofGoal) };
};

const cheerBlocks = ({ t, format }: Locale, { cheers, dealId, at }: Celebration): Block[] => {
  const texts = t.recognition;
  const { total, first } = cheers;
  const more = total - first.length;
  const sentence =
    more === 0
      ? texts.cheered({ names: format.list(first) })
      : texts.cheeredMore({ names: first.join(texts.between), n: more });
  const label = total === 0 ? texts.cheer : texts.cheerCount({ n: total });
  return [
    ...(total === 0 ? [] : [{ kind: 'note' as const, text: [sentence] }]),
    { kind: 'actions', actions: [press(label, 'won', 'cheer', { deal: dealId, at }, 'primary')] },
  ];
};

/** @param person the winner, where the channel's platform knows them */
export const celebrationCard = (locale: Locale, view: Celebration, person: Person | null): Card => {
  const texts = locale.t.recognition;
  const words = { customer: customerText(locale, view), amount: amountText(locale, view) };
  const who = view.winner === null ? texts.somebody : named(view.winner, person);
  const text = about(who, (name) => texts.won({ ...words, name }));
  return {
    locale: locale.t.formatTag,
    title: texts.celebration,
    tone: 'celebrate',
    summary: `${texts.celebration} · ${plain(text)}`,
    blocks: [{ kind: 'text', text }, progressBlock(locale, view), ...cheerBlocks(locale, view)],
  };
};

/** Takes the place of a celebration whose deal was taken back. */
export const celebrationTakenBack = (locale: Locale): Card => {
  const { takenBack, celebrationTakenBack: text } = locale.t.recognition;
  return notice(locale, takenBack, [text]);
};
