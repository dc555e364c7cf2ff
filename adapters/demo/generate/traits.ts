// What a rep is like: how able, how busy, how careful, and on which channels at home.
import type { Channel } from '../../../src/domain/parsing/codes.ts';
import type { DemoMember } from './model.ts';
import type { Random } from './random.ts';
import { chance, dirichlet, normal } from './sample.ts';

export interface Traits {
  /** Success, as a multiple of the usual. */
  readonly skill: number;
  /** Follow-ups, as a multiple of the usual. */
  readonly effort: number;
  /** How likely each field of a record is filled, 0-1. */
  readonly care: number;
  /** How likely a conversation is shared with the team, 0-1. */
  readonly sharing: number;
  readonly channels: Readonly<Partial<Record<Channel, number>>>;
}

/** Nobody plans to use `other`. */
type Used = Exclude<Channel, 'other'>;

const CHANNEL_SHARES: Readonly<Record<Used, number>> = {
  phone: 0.4,
  wechat: 0.3,
  visit: 0.12,
  video: 0.08,
  email: 0.07,
  sms: 0.01,
  im: 0.01,
  event: 0.01,
};

/** The same habits where nobody uses WeChat. */
const ENGLISH_SHARES: Readonly<Record<Used, number>> = {
  ...CHANNEL_SHARES,
  wechat: 0.01,
  email: 0.28,
  video: 0.16,
};

const clamp = (value: number, from: number, to: number): number =>
  Math.min(to, Math.max(from, value));

/**
 * Skill lognormal with σ .35, effort with σ .25, correlated by .2; every tenth is a star whose skill is
 * multiplied by a Pareto draw (domain method: generating realistic sales data, reps).
 */
export const traitsOf = (member: DemoMember, random: Random): Traits => {
  const [a, b] = [normal(random), normal(random)];
  const star = chance(random, 0.1) ? (1 - random()) ** (-1 / 3) : 1;
  const skill = member.skill ?? Math.exp(0.35 * a) * star;
  const effort = member.effort ?? Math.exp(0.25 * (0.2 * a + Math.sqrt(0.96) * b));
  const shares = member.locale === 'zh' ? CHANNEL_SHARES : ENGLISH_SHARES;
  return {
    skill,
    effort,
    care: clamp(0.9 + 0.05 * (skill - 1) + 0.03 * normal(random), 0.72, 0.98),
    sharing: clamp(0.2 + 0.08 * (skill - 1) + 0.05 * normal(random), 0.06, 0.4),
    channels: dirichlet(random, shares, 12),
  };
};
