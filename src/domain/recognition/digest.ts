// What posts say of recognition: as much as every platform shows, and how much more there was.
import type { Board, Milestone as BoardMilestone } from '../board.ts';
import type { BadgeKey } from './badge.ts';
import type { NamedMilestone } from './milestone.ts';
import { MILESTONES } from './rules.ts';

/** Lines of a kind on one card. */
export const LINES = 5;
/** Graphemes of a reason, and of a name. */
const REASON = 80;
const NAME = 40;
/** Names of one thanks. */
export const NAMES = 3;
/** Values a digest has lines for, and thanks of each. */
export const VALUES = 5;
export const OF_VALUE = 2;

/** Some of many, and how many were left out. */
export interface Some<T> {
  readonly shown: readonly T[];
  readonly more: number;
}

/** A thanks as posts say it. */
export interface SaidKudos {
  readonly id: number;
  readonly giver: string;
  /** Those who may be named in public: at least one. */
  readonly receivers: readonly string[];
  readonly reason: string;
  /** Without `#`. */
  readonly value: string | null;
}

/** An award as posts say it. */
export interface SaidAward {
  readonly id: string;
  /** Null: out of the blue. */
  readonly quarterly: {
    readonly kind: 'collaboration' | 'service';
    readonly quarter: string;
  } | null;
  /** Those who may be named in public: at least one. */
  readonly names: readonly string[];
  readonly reason: string;
}

/** A badge for thanks somebody got by the last ones. */
export interface NewBadge {
  readonly memberId: number;
  readonly name: string;
  readonly badge: BadgeKey;
}

/** What was recognised on some days, and may be said. */
export interface Recognised {
  readonly milestones: readonly NamedMilestone[];
  readonly awards: readonly SaidAward[];
  readonly badges: readonly NewBadge[];
}

/** Of a day; thanks the newest first. */
export interface DayRecognition extends Recognised {
  readonly kudos: Some<SaidKudos>;
}

/** Thanks of one value, the newest first. */
export interface ValueThanks extends Some<SaidKudos> {
  /** Without `#`; null: without a value. */
  readonly value: string | null;
  readonly count: number;
}

/** Of a week; values by how often they were lived, those without one last. */
export interface WeekRecognition extends Recognised {
  readonly thanks: number;
  readonly values: Some<ValueThanks>;
}

/** Whether a week had nothing to say of recognition. */
export const isEmptyWeek = ({ thanks, milestones, awards, badges }: WeekRecognition): boolean =>
  thanks + milestones.length + awards.length + badges.length === 0;

/** The first ones. */
export const someOf = <T>(all: readonly T[], limit: number = LINES): Some<T> => ({
  shown: all.slice(0, limit),
  more: Math.max(0, all.length - limit),
});

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Marks can be heaped on one letter without end: a grapheme has so many code units on average, at most. */
const UNITS = 4;

const cut = (text: string, limit: number): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  // No text has more graphemes than code units.
  if (line.length <= limit) return line;
  let [kept, count] = ['', 0];
  for (const { segment } of segmenter.segment(line)) {
    if (count === limit || kept.length + segment.length > UNITS * limit) return `${kept}…`;
    kept += segment;
    count += 1;
  }
  return line;
};

/** A reason in one line, literal; longer ones are cut where everybody sees it. */
export const shortReason = (reason: string): string => cut(reason, REASON);
export const shortName = (name: string): string => cut(name, NAME);

/** Milestones a board beside them does not tell already, the rare ones first. */
export const unsaid = (
  milestones: readonly NamedMilestone[],
  board: readonly BoardMilestone[],
): NamedMilestone[] =>
  milestones
    .filter(
      ({ rule, name, params }) =>
        !board.some((said) => {
          if (said.name === null || said.name !== name) return false;
          return said.kind === 'win'
            ? rule === 'first_win' && said.isFirst
            : rule === 'streak' && params.days === said.days;
        }),
    )
    .toSorted((a, b) => rank(a) - rank(b) || a.id - b.id);

/** Streaks are frequent, goals are not. */
const ORDER: readonly string[] = [
  ...MILESTONES.filter((key) => key !== 'streak' && key !== 'fast_handoff'),
  'fast_handoff',
  'streak',
];
const rank = ({ rule }: NamedMilestone): number => ORDER.indexOf(rule);

const marks = <T>(kind: string, { shown, more }: Some<T>, idOf: (each: T) => unknown): string[] => [
  ...shown.map((each) => `${kind}:${idOf(each)}`),
  ...(more === 0 ? [] : [`${kind}:+${more}`]),
];

const marksOf = ({ kudos, milestones, awards, badges }: DayRecognition): string[] => [
  ...marks('kudos', kudos, ({ id }) => id),
  ...marks('milestone', someOf(milestones), ({ id }) => id),
  ...marks('award', someOf(awards), ({ id }) => id),
  ...marks('badge', someOf(badges), ({ memberId, badge }) => `${memberId}:${badge}`),
];

/** The board that carries a day's recognition: kept with marks, so that the same is not posted twice for nothing. */
export const withMarks = (board: Board, day: DayRecognition): Board => {
  const recognised = marksOf(day);
  return recognised.length === 0 ? board : { ...board, recognised };
};
