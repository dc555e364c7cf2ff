// Whether a nominee can win an award, and what speaks for them: shown to the jury, and every refusal explained.
import type { Day } from '../time.ts';
import { AWARD_RULES } from './award.ts';

/** What is known of a nominee in the award's quarter. */
export interface NomineeFacts {
  /** Belonged to the team on some day of the quarter. */
  readonly wasInTeam: boolean;
  readonly hasLeft: boolean;
  /** The quarter of the same award that was won too recently; null: none. */
  readonly wonIn: Day | null;
  /** How many distinct people nominated them. */
  readonly nominators: number;
  /** Thanks received, and from how many colleagues. */
  readonly thanks: number;
  readonly givers: number;
  /** Handoffs that were accepted: by them, and of theirs by others. */
  readonly handoffsTaken: number;
  readonly handoffsGiven: number;
  /** Customers' answers, and how many of them rated 4 or 5 of 5. */
  readonly answers: number;
  readonly satisfied: number;
}

export type Ineligible = 'left' | 'outside' | 'repeat' | 'evidence';

/**
 * Everything that keeps a nominee from winning (domain method 5.5); empty: nothing does. A service award needs ten
 * answers of customers, or two who nominate.
 */
export const ineligibilityOf = (
  kind: 'collaboration' | 'service',
  facts: NomineeFacts,
): Ineligible[] => {
  const isBacked =
    facts.answers >= AWARD_RULES.answersMin || facts.nominators >= AWARD_RULES.nominatorsMin;
  return [
    ...(facts.hasLeft ? (['left'] as const) : []),
    ...(facts.wasInTeam ? [] : (['outside'] as const)),
    ...(facts.wonIn === null ? [] : (['repeat'] as const)),
    ...(kind === 'service' && !isBacked ? (['evidence'] as const) : []),
  ];
};
