// The life of a survey.

/**
 * `opening`: waits for its keys. `open`: takes ballots. `closing`: takes none any more, they are being counted.
 * `counted`: results stand, what was sealed is being removed. `closed`: keys destroyed. `cancelling`: to be removed
 * uncounted. `cancelled`: destroyed uncounted.
 */
export type SurveyState =
  | 'opening'
  | 'open'
  | 'closing'
  | 'counted'
  | 'closed'
  | 'cancelling'
  | 'cancelled';

/** Whether there is anything left to do by itself, now or later. */
export const isOver = (state: SurveyState): boolean => state === 'closed' || state === 'cancelled';

/** Whether results stand. */
export const hasResults = (state: SurveyState): boolean =>
  state === 'counted' || state === 'closed';
