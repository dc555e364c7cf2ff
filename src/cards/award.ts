// Awards as the team sees them: what is open, what the reader can do, who won before, and what is posted.
import type { Action, Block, Card } from '../chat/card.ts';
import { bold, type Text } from '../chat/text.ts';
import type { AwardPhase } from '../domain/recognition/award.ts';
import type { Day } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';
import { press as pressOf } from './press.ts';

export type AwardKind = 'collaboration' | 'service';

/** An award as it is named. */
export interface NamedAward {
  readonly id: number;
  readonly kind: AwardKind;
  /** The first day of the quarter it honours. */
  readonly quarter: Day;
}

export const press = (
  label: string,
  verb: string,
  args: Action['intent']['args'] = {},
  style: Action['style'] = 'plain',
): Action => pressOf(label, 'award', verb, args, style);

export const quarterText = ({ t }: Locale, quarter: Day): string =>
  t.award.quarter({ year: quarter.slice(0, 4), n: Math.ceil(Number(quarter.slice(5, 7)) / 3) });

/** `Best collaboration award, Q4 2025` */
export const awardText = (locale: Locale, { kind, quarter }: Omit<NamedAward, 'id'>): string => {
  const { kinds, of } = locale.t.award;
  return of({ kind: kinds[kind], quarter: quarterText(locale, quarter) });
};

/** Where an award stands. @param day the last one on which one may nominate */
export const phaseText = (
  { t, format }: Locale,
  phase: AwardPhase,
  day: Day,
  today?: Day,
): string => {
  const { standing } = t.award;
  return phase === 'nominating'
    ? standing.nominating({ day: format.day(day, today) })
    : standing[phase];
};

export interface AwardView extends NamedAward {
  /** Whose it is, where it is not the reader's own team. */
  readonly team: string | null;
  readonly phase: AwardPhase;
  readonly nominateUntil: Day;
  /** Why there is no winner, where there is none. */
  readonly voidReason: keyof Locale['t']['award']['voids'] | null;
  /** Whom the reader nominated. */
  readonly yours: string | null;
  /** What whoever sees to it is told: nominations, and votes in. Null for all others. */
  readonly progress: { readonly nominations: number; readonly votes: number } | null;
  readonly may: { readonly nominate: boolean; readonly judge: boolean };
}

const awardLines = (locale: Locale, view: AwardView, today: Day): string[] => {
  const texts = locale.t.award;
  const { phase, progress } = view;
  return [
    phaseText(locale, phase, view.nominateUntil, today),
    ...(view.voidReason === null ? [] : [texts.voids[view.voidReason]]),
    ...(view.yours === null ? [] : [texts.yours({ name: view.yours })]),
    ...(progress !== null && phase === 'nominating'
      ? [texts.count({ n: progress.nominations })]
      : []),
    ...(progress !== null && phase === 'voting' ? [texts.voted({ n: progress.votes })] : []),
  ];
};

const awardActions = (locale: Locale, view: AwardView): Action[] => {
  const { buttons, buttonOf, kinds } = locale.t.award;
  const { id, phase, progress, may } = view;
  const button = (label: string, verb: string, style: Action['style'] = 'plain') =>
    press(buttonOf({ label, kind: kinds[view.kind] }), verb, { id }, style);
  return [
    ...(may.nominate
      ? [
          view.yours === null
            ? button(buttons.nominate, 'nominateForm', 'primary')
            : button(buttons.change, 'nominateForm'),
        ]
      : []),
    ...(may.judge ? [button(buttons.ballot, 'ballot', 'primary')] : []),
    ...(progress !== null && phase === 'appointing'
      ? [button(buttons.check, 'check'), button(buttons.appoint, 'appointForm', 'primary')]
      : []),
    ...(progress !== null && phase === 'posting'
      ? [button(buttons.write, 'postForm', 'primary')]
      : []),
  ];
};

const titleOf = (locale: Locale, view: AwardView): string =>
  view.team === null ? awardText(locale, view) : `${view.team} · ${awardText(locale, view)}`;

/** The team's awards: what is open, what one can do, and who won before. */
export const awardsCard = (
  locale: Locale,
  view: {
    readonly awards: readonly AwardView[];
    /** Posted before, newest first. */
    readonly past: readonly (NamedAward & { readonly names: readonly string[] })[];
    /** What the reader could open now. */
    readonly toOpen: readonly AwardKind[];
  },
  today: Day,
): Card => {
  const { t, format } = locale;
  const texts = t.award;
  const { awards, past, toOpen } = view;
  const blocks: Block[] = awards.flatMap((each): Block[] => [
    { kind: 'text', text: [bold(titleOf(locale, each))] },
    { kind: 'text', text: [awardLines(locale, each, today).join('\n')] },
  ]);
  if (awards.length === 0) blocks.push({ kind: 'text', text: [texts.none] });
  if (past.length > 0) {
    blocks.push(
      { kind: 'text', text: [bold(texts.past)] },
      {
        kind: 'rows',
        columns: [
          { label: texts.kind, align: 'start' },
          { label: texts.winner, align: 'start' },
        ],
        rows: past.map((each): Text[] => [[awardText(locale, each)], [format.list(each.names)]]),
      },
    );
  }
  const actions = [
    ...awards.flatMap((each) => awardActions(locale, each)),
    ...toOpen.map((kind) =>
      press(texts.buttons.open({ kind: texts.kinds[kind] }), 'openNow', { kind }),
    ),
  ];
  if (actions.length > 0) blocks.push({ kind: 'actions', actions });
  return {
    locale: t.formatTag,
    title: texts.title,
    tone: 'neutral',
    summary: [
      texts.title,
      ...awards.map((each) => `${titleOf(locale, each)}: ${awardLines(locale, each, today)[0]}`),
    ].join(' · '),
    blocks,
  };
};

/** For the team's channel: who deserves it? */
export const openedPost = (locale: Locale, award: NamedAward, until: Day, today: Day): Card => {
  const texts = locale.t.award;
  return notice(
    locale,
    texts.opened({ award: awardText(locale, award) }),
    [texts.honours[award.kind], texts.openedText({ day: locale.format.day(until, today) })],
    'neutral',
    [press(texts.buttons.nominate, 'nominateForm', { id: award.id }, 'primary')],
  );
};

/** For the team's channel: who won, and why; never who else was nominated. */
export const winnerPost = (
  locale: Locale,
  award: NamedAward,
  names: readonly string[],
  reason: string,
): Card => {
  const texts = locale.t.award;
  const title = texts.post({ award: awardText(locale, award) });
  return notice(locale, title, [[bold(locale.format.list(names))], reason], 'celebrate');
};

/** For a winner, in private. */
export const wonCard = (locale: Locale, award: NamedAward, reason: string): Card =>
  notice(locale, locale.t.award.won({ award: awardText(locale, award) }), [reason], 'celebrate');

/** An unannounced award, for the channel. */
export const spotPost = (locale: Locale, name: string, by: string, reason: string): Card => {
  const texts = locale.t.award;
  return notice(locale, texts.spot({ name }), [reason, texts.spotBy({ by })], 'celebrate');
};

/** The same for whoever got it. */
export const spotCard = (locale: Locale, by: string, reason: string): Card =>
  notice(locale, locale.t.award.spotYours({ by }), [reason], 'celebrate');

/** For a reader who has no team. */
export const noAwardsCard = (locale: Locale): Card =>
  notice(locale, locale.t.award.title, [locale.t.award.noTeam]);
