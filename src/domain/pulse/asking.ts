// What a survey asks, put together.
import type { Item, Question } from './question.ts';

/** Questions in the order they are asked: agreement, own ones, recommendation, words. */
export const questionsOf = (chosen: {
  readonly items: readonly Item[];
  readonly own: readonly Question[];
  readonly recommend: boolean;
  readonly comment: boolean;
}): readonly Question[] => [
  ...chosen.items.map((item): Question => ({ kind: 'rating', source: { of: 'bank', item } })),
  ...chosen.own,
  ...(chosen.recommend
    ? [{ kind: 'scale', source: { of: 'bank', item: 'recommend' } } as const]
    : []),
  ...(chosen.comment ? [{ kind: 'text', source: { of: 'bank', item: 'comment' } } as const] : []),
];

/** The bank's items among questions. */
export const itemsAmong = (questions: readonly Question[]): readonly Item[] =>
  questions.flatMap(({ source }) =>
    source.of === 'bank' && source.item !== 'recommend' && source.item !== 'comment'
      ? [source.item]
      : [],
  );
