// What was recognised, a line each: the blocks that the day's post and the week's digest share.
import type { Block } from '../chat/card.ts';
import { bold, type Inline, type Text } from '../chat/text.ts';
import type { Milestone as BoardMilestone } from '../domain/board.ts';
import {
  type DayRecognition,
  NAMES,
  type NewBadge,
  type Recognised,
  type SaidAward,
  type SaidKudos,
  type Some,
  shortName,
  shortReason,
  someOf,
  unsaid,
} from '../domain/recognition/digest.ts';
import type { NamedMilestone } from '../domain/recognition/milestone.ts';
import type { Locale } from '../locales/index.ts';
import { awardText } from './award.ts';
import { milestoneText } from './milestone.ts';

/** Names as a line lists them, the first few. */
const namesText = ({ t, format }: Locale, names: readonly string[]): string => {
  const { shown, more } = someOf(names, NAMES);
  const short = shown.map(shortName);
  return format.list(more > 0 ? [...short, t.digest.moreNames({ n: more })] : short);
};

/** Giver → receivers: reason #value. What people typed stays literal. */
export const kudosText = (locale: Locale, kudos: SaidKudos, withValue = true): Text => {
  const texts = locale.t.digest;
  const names = namesText(locale, kudos.receivers);
  const tag: Inline[] =
    withValue && kudos.value !== null ? [bold(texts.tag({ value: kudos.value }))] : [];
  return [
    bold(texts.thanked({ giver: shortName(kudos.giver), names })),
    `${texts.colon}${shortReason(kudos.reason)}`,
    ...tag,
  ];
};

const awardLine = (locale: Locale, { quarterly, names, reason }: SaidAward): Text => {
  const texts = locale.t.digest;
  const award = quarterly === null ? texts.spot : awardText(locale, quarterly);
  return [
    bold(namesText(locale, names)),
    `${texts.colon}${award}${reason === '' ? '' : ` · ${shortReason(reason)}`}`,
  ];
};

const badgeLine = ({ t }: Locale, { name, badge }: NewBadge): Text => [
  t.digest.badge({ name: shortName(name), badge: t.award.badges[badge] }),
];

/** A title and its lines; nothing when there are none. @param more how many lines were left out */
const section = (locale: Locale, title: string, { shown, more }: Some<Text>): Block[] =>
  shown.length === 0
    ? []
    : [
        { kind: 'text', text: [bold(title)] },
        ...shown.map((text): Block => ({ kind: 'text', text })),
        ...(more > 0 ? [{ kind: 'note' as const, text: [locale.t.common.more({ n: more })] }] : []),
      ];

const linesOf = <T>(all: readonly T[], line: (each: T) => Text): Some<Text> => {
  const { shown, more } = someOf(all);
  return { shown: shown.map(line), more };
};

const milestoneLines = (locale: Locale, milestones: readonly NamedMilestone[]): Some<Text> =>
  linesOf(milestones, (found) => {
    const name = found.name === null ? null : shortName(found.name);
    return milestoneText(locale, { ...found, name }) ?? [];
  });

/** Milestones, awards and badges. @param board what a board on the same card tells already */
export const recognisedBlocks = (
  locale: Locale,
  { milestones, awards, badges }: Recognised,
  board: readonly BoardMilestone[] = [],
): Block[] => {
  const { t } = locale;
  const won = linesOf<SaidAward | NewBadge>([...awards, ...badges], (each) =>
    'badge' in each ? badgeLine(locale, each) : awardLine(locale, each),
  );
  return [
    ...section(locale, t.digest.milestones, milestoneLines(locale, unsaid(milestones, board))),
    ...section(locale, t.digest.awards, won),
  ];
};

/** The day's recognition for the card of a board; nothing when there was none. */
export const dayBlocks = (
  locale: Locale,
  day: DayRecognition,
  board: readonly BoardMilestone[],
): Block[] => [
  ...recognisedBlocks(locale, day, board),
  ...section(locale, locale.t.digest.kudos, {
    shown: day.kudos.shown.map((each) => kudosText(locale, each)),
    more: day.kudos.more,
  }),
];
