// What only a few see of an award: who can win and why, the ballot, the decision, and reminders.
import type { Block, Card } from '../chat/card.ts';
import { bold, type Text } from '../chat/text.ts';
import type { Ineligible, NomineeFacts } from '../domain/recognition/award-eligibility.ts';
import type { Day } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';
import { type AwardKind, awardText, type NamedAward, press, quarterText } from './award.ts';
import { notice } from './notice.ts';

export interface NomineeView {
  readonly member: { readonly id: number; readonly name: string };
  readonly facts: NomineeFacts;
  /** Everything that keeps them from winning. */
  readonly ineligible: readonly Ineligible[];
  readonly reasons: readonly string[];
}

/** Nominees on one card, and reasons of each: a card holds no more. */
const SHOWN = 10;
const REASONS = 5;

/** What speaks for a nominee: figures of the quarter, as the kind of award looks at them. */
const evidenceText = ({ t }: Locale, kind: AwardKind, facts: NomineeFacts): string => {
  const texts = t.award.facts;
  const { thanks, givers, handoffsTaken, handoffsGiven, answers, satisfied } = facts;
  const parts =
    kind === 'service'
      ? [texts.answers({ n: answers, satisfied }), texts.thanks({ n: thanks, givers })]
      : [
          texts.thanks({ n: thanks, givers }),
          texts.handoffs({ taken: handoffsTaken, given: handoffsGiven }),
        ];
  return [texts.nominators({ n: facts.nominators }), ...parts].join('\n');
};

const moreNote = ({ t }: Locale, n: number): Block[] =>
  n > 0 ? [{ kind: 'note', text: [t.common.more({ n })] }] : [];

const evidenceRows = (
  locale: Locale,
  kind: AwardKind,
  nominees: readonly NomineeView[],
): Block[] => {
  const texts = locale.t.award;
  return [
    {
      kind: 'rows',
      columns: [
        { label: texts.nominee, align: 'start' },
        { label: texts.evidence, align: 'start' },
      ],
      rows: nominees
        .slice(0, SHOWN)
        .map(({ member, facts }): Text[] => [
          [bold(member.name)],
          [evidenceText(locale, kind, facts)],
        ]),
    },
    ...moreNote(locale, nominees.length - SHOWN),
  ];
};

/** Why each cannot win, all reasons at once. */
const ineligibleFields = (locale: Locale, nominees: readonly NomineeView[]): Block[] => {
  const texts = locale.t.award;
  if (nominees.length === 0) return [];
  return [
    { kind: 'text', text: [bold(texts.cannotWin)] },
    {
      kind: 'fields',
      fields: nominees.slice(0, SHOWN).map(({ member, facts, ineligible }) => ({
        label: member.name,
        value: [
          ineligible
            .map((key) =>
              texts.ineligible[key]({
                quarter: facts.wonIn === null ? '' : quarterText(locale, facts.wonIn),
              }),
            )
            .join(texts.and),
        ],
      })),
    },
    ...moreNote(locale, nominees.length - SHOWN),
  ];
};

/** For whoever sees to the award: who can win, and why others cannot. @param lapsesOn when it lapses without a committee */
export const checkedCard = (
  locale: Locale,
  award: NamedAward,
  nominees: readonly NomineeView[],
  lapsesOn: Day,
  today: Day,
): Card => {
  const { t, format } = locale;
  const texts = t.award;
  const able = nominees.filter(({ ineligible }) => ineligible.length === 0);
  const others = nominees.filter(({ ineligible }) => ineligible.length > 0);
  const title = texts.checked({ award: awardText(locale, award) });
  return {
    locale: t.formatTag,
    title,
    tone: 'neutral',
    summary: `${title} · ${texts.checkedText}`,
    blocks: [
      { kind: 'text', text: [bold(texts.canWin)] },
      ...evidenceRows(locale, award.kind, able),
      ...ineligibleFields(locale, others),
      { kind: 'note', text: [texts.checkedText] },
      { kind: 'note', text: [texts.lapses({ day: format.day(lapsesOn, today) })] },
      {
        kind: 'actions',
        actions: [press(texts.buttons.appoint, 'appointForm', { id: award.id }, 'primary')],
      },
    ],
  };
};

/** For whoever sees to the award: nobody wins, and why. */
export const voidCard = (
  locale: Locale,
  award: NamedAward,
  reason: keyof Locale['t']['award']['voids'],
  nominees: readonly NomineeView[],
): Card => {
  const texts = locale.t.award;
  const card = notice(
    locale,
    texts.void({ award: awardText(locale, award) }),
    [texts.voids[reason]],
    'warning',
  );
  const fields = ineligibleFields(
    locale,
    reason === 'none_eligible' ? nominees.filter(({ ineligible }) => ineligible.length > 0) : [],
  );
  return { ...card, blocks: [...card.blocks, ...fields] };
};

/** For a juror: who can win, what speaks for each, and what the nominations say. @param until the last day to vote */
export const ballotCard = (
  locale: Locale,
  award: NamedAward,
  team: string,
  nominees: readonly NomineeView[],
  until: Day,
  today: Day,
): Card => {
  const { t, format } = locale;
  const texts = t.award;
  const title = texts.ballot({ award: awardText(locale, award), team });
  const text = texts.ballotText({ day: format.day(until, today) });
  return {
    locale: t.formatTag,
    title,
    tone: 'neutral',
    summary: `${title} · ${text}`,
    blocks: [
      { kind: 'text', text: [text] },
      ...evidenceRows(locale, award.kind, nominees),
      ...nominees
        .slice(0, SHOWN)
        .flatMap(({ member, reasons }): Block[] => [
          { kind: 'text', text: [bold(texts.why({ name: member.name }))] },
          { kind: 'text', text: [reasons.slice(0, REASONS).join('\n\n')] },
          ...moreNote(locale, reasons.length - REASONS),
        ]),
      {
        kind: 'actions',
        actions: [press(texts.buttons.vote, 'voteForm', { id: award.id }, 'primary')],
      },
    ],
  };
};

/** For whoever sees to the award, once it is decided. @param reasons of the nominations for who won */
export const decidedCard = (
  locale: Locale,
  award: NamedAward,
  names: readonly string[],
  reasons: readonly string[],
): Card => {
  const texts = locale.t.award;
  return notice(
    locale,
    texts.decided({ award: awardText(locale, award), names: locale.format.list(names) }),
    [
      texts.decidedText,
      ...(names.length > 1 ? [texts.shared] : []),
      ...reasons.slice(0, REASONS * 2),
    ],
    'good',
    [press(texts.buttons.write, 'postForm', { id: award.id }, 'primary')],
  );
};

/** What is still missing of somebody, privately. */
export const reminderCard = (
  locale: Locale,
  award: NamedAward,
  reminder:
    | { readonly of: 'vote'; readonly until: Day }
    | { readonly of: 'appoint'; readonly until: Day }
    | { readonly of: 'post' },
  today: Day,
): Card => {
  const { award: texts } = locale.t;
  const name = awardText(locale, award);
  const { id } = award;
  const day = (until: Day): string => locale.format.day(until, today);
  switch (reminder.of) {
    case 'vote':
      return notice(
        locale,
        texts.remindVote({ award: name }),
        [texts.remindVoteText({ day: day(reminder.until) })],
        'warning',
        [press(texts.buttons.ballot, 'ballot', { id }, 'primary')],
      );
    case 'appoint':
      return notice(
        locale,
        texts.remindAppoint({ award: name }),
        [texts.lapses({ day: day(reminder.until) })],
        'warning',
        [
          press(texts.buttons.check, 'check', { id }),
          press(texts.buttons.appoint, 'appointForm', { id }, 'primary'),
        ],
      );
    case 'post':
      return notice(locale, texts.remindPost({ award: name }), [texts.remindPostText], 'warning', [
        press(texts.buttons.write, 'postForm', { id }, 'primary'),
      ]);
  }
};
