// A milestone in words: as the channel reads it, as its member does, and when it is taken back.
import type { Card } from '../chat/card.ts';
import { bold, type Inline, type Person, type Text } from '../chat/text.ts';
import type { Milestone, NamedMilestone } from '../domain/recognition/milestone.ts';
import { type Locale, localeFor } from '../locales/index.ts';
import { notice } from './notice.ts';

/** Stands for the name in a sentence; no sentence has it. */
const SLOT = '\u0000';

/** A sentence with somebody in it. */
export const about = (who: Inline, sentence: (name: string) => string): Text => {
  const [before = '', ...after] = sentence(SLOT).split(SLOT);
  return [before, who, after.join('')].filter((part) => part !== '');
};

/** A name, as a mention where the platform knows the person. */
export const named = (name: string, person: Person | null): Inline =>
  person === null ? bold(name) : { kind: 'mention', person, name };

/** What is said of a milestone, read back from what was kept. */
const readOf = ({ format }: Locale, { params }: Milestone) => ({
  month: format.month(String(params.month ?? '2000-01-01')),
  months: Number(params.months ?? 0),
  days: Number(params.days ?? 0),
  minutes: Number(params.minutes ?? 0),
  delta: format.score(Number(params.delta ?? 0)),
  target: format.money({
    minor: Number(params.target ?? 0),
    currency: String(params.currency ?? 'CNY'),
  }),
});

const sentenceOf = (locale: Locale, milestone: Milestone): ((name: string) => string) => {
  const { recognition: texts } = locale.t;
  const said = readOf(locale, milestone);
  switch (milestone.rule) {
    case 'first_win':
      return (name) => texts.firstWin({ name });
    case 'goal_reached':
      return milestone.params.team === undefined
        ? (name) => texts.goalReached({ ...said, name })
        : (name) => texts.teamGoalReached({ ...said, name });
    case 'personal_best':
      return (name) => texts.personalBest({ ...said, name });
    case 'streak':
      return (name) => texts.streak({ ...said, name });
    case 'improved':
      return (name) => texts.improved({ ...said, name });
    case 'fast_handoff':
      return (name) => texts.fastHandoff({ ...said, name });
    case 'customer_thanks':
      return (name) => texts.customerThanks({ name });
  }
};

/**
 * One milestone as a sentence of the channel; null where it can only be told with the name of somebody who is not
 * named in public.
 * @param who the name as it is to stand there; bold unless told
 */
export const milestoneText = (
  locale: Locale,
  milestone: NamedMilestone,
  who: Inline | null = milestone.name === null ? null : bold(milestone.name),
): Text | null => {
  if (who !== null) return about(who, sentenceOf(locale, milestone));
  if (milestone.params.team === undefined) return null;
  return [locale.t.recognition.teamGoalReachedBySomebody(readOf(locale, milestone))];
};

const ownText = (locale: Locale, milestone: Milestone): string => {
  const { yours } = locale.t.recognition;
  const isOfTeam = milestone.params.team !== undefined;
  return yours[isOfTeam ? 'team_goal_reached' : milestone.rule](readOf(locale, milestone));
};

const titleOf = ({ t }: Locale, { rule }: Milestone): string => t.recognition.titles[rule];

/** How the store has milestones put into words. */
export const MILESTONE_WORDS = {
  posted(tag: string, milestone: NamedMilestone, person: Person | null): Card {
    const locale = localeFor(tag);
    const who = milestone.name === null ? null : named(milestone.name, person);
    const text = milestoneText(locale, milestone, who);
    return notice(locale, titleOf(locale, milestone), text === null ? [] : [text], 'celebrate');
  },

  told(tag: string, milestone: Milestone): Card {
    const locale = localeFor(tag);
    const card = notice(
      locale,
      titleOf(locale, milestone),
      [ownText(locale, milestone)],
      'celebrate',
    );
    const note = locale.t.recognition.onlyYou;
    return { ...card, blocks: [...card.blocks, { kind: 'note', text: [note] }] };
  },

  takenBack(tag: string): Card {
    const locale = localeFor(tag);
    const { takenBack, takenBackText } = locale.t.recognition;
    return notice(locale, takenBack, [takenBackText]);
  },

  takenBackFrom(tag: string, milestone: Milestone): Card {
    const locale = localeFor(tag);
    const { takenBackFrom, takenBackFromText } = locale.t.recognition;
    const title = takenBackFrom({ title: titleOf(locale, milestone) });
    return notice(locale, title, [takenBackFromText]);
  },
};
