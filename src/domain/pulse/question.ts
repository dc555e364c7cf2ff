// A question of a survey, as it is frozen when the survey opens.

/** The bank's own items; their wording is in the locales. `satisfied` is the one about work as a whole. */
export const ITEMS = [
  'expected',
  'reachable',
  'fair',
  'understood',
  'thanked',
  'earned',
  'help',
  'handovers',
  'learn',
  'next_step',
  'workload',
  'speak',
  'logging',
  'change',
  'satisfied',
] as const;
export type Item = (typeof ITEMS)[number];

/**
 * `rating`: 1 … 5, disagree to agree. `scale`: 0 … 10. `choice`: one of the options, by position. `text`: words,
 * always optional.
 */
export type Question =
  | { readonly kind: 'rating'; readonly source: QuestionSource }
  | { readonly kind: 'scale'; readonly source: QuestionSource }
  | {
      readonly kind: 'choice';
      readonly source: QuestionSource;
      readonly options: readonly string[];
    }
  | { readonly kind: 'text'; readonly source: QuestionSource };

/** Of the bank, in the reader's language; or the workspace's own, in its own words. */
type QuestionSource =
  | { readonly of: 'bank'; readonly item: Item | 'recommend' | 'comment' }
  | { readonly of: 'own'; readonly id: number; readonly text: string };

/** The longest words a text question takes, in UTF-16 code units; the room every ballot has for them. */
export const MAX_WORDS = 1_000;
