// Badges: never stored, always worked out from what was won, noticed and thanked for.
import { MILESTONES, type MilestoneKey } from './rules.ts';

/** Thanks by worth, the highest first: only the highest one that is reached is shown. */
export const BADGE_THANKS = [
  ['thanks100', 100],
  ['thanks50', 50],
  ['thanks10', 10],
] as const;

export type BadgeKey =
  | 'collaboration'
  | 'service'
  | 'spot'
  | (typeof BADGE_THANKS)[number][0]
  | MilestoneKey;

/** A badge, and how many times it was earned. */
export interface Badge {
  readonly key: BadgeKey;
  readonly times: number;
}

/** What badges are made of. */
export interface BadgeFacts {
  /** Awards won and posted. */
  readonly collaboration: number;
  readonly service: number;
  readonly spot: number;
  /** The n-th thanks from one giver within 30 days is worth 1/n. */
  readonly thanksWorth: number;
  /** How often each was noticed and not taken back. */
  readonly milestones: Readonly<Partial<Record<MilestoneKey, number>>>;
}

/** Sums of thirds miss a whole number by less than this. */
const NEARLY = 1e-6;

/** The badges of a member: awards, then thanks, then milestones; none of which there are none. */
export const badgesFrom = (facts: BadgeFacts): Badge[] => {
  const thanks = BADGE_THANKS.find(([, worth]) => facts.thanksWorth >= worth - NEARLY);
  const counted: Badge[] = [
    { key: 'collaboration', times: facts.collaboration },
    { key: 'service', times: facts.service },
    { key: 'spot', times: facts.spot },
    ...(thanks === undefined ? [] : [{ key: thanks[0], times: 1 }]),
    ...MILESTONES.map((key) => ({ key, times: facts.milestones[key] ?? 0 })),
  ];
  return counted.filter(({ times }) => times > 0);
};
