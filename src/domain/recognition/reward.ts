// Rewards: what may be in a catalogue, what stands between a member and a reward, and who decides on a wish.
import { ROLES, type Role } from '../role.ts';
import { POINT } from './account.ts';

/** Characters of a name and a detail, whole points, pieces. */
export const REWARD_LIMITS = { name: 60, detail: 300, cost: 100_000, stock: 100_000 } as const;

/** What costs a company nothing but goodwill: offered to managers, in no catalogue until one of them adds it. */
export const SUGGESTIONS = ['halfDay', 'nextLead', 'lunch', 'training'] as const;
export type Suggestion = (typeof SUGGESTIONS)[number];

/** A price in thousandths of a point, as the ledger has it. */
export const priceOf = (cost: number): number => cost * POINT;

/** How many whole points are missing; 0 when the balance is enough. `balance` is in thousandths. */
export const shortBy = (cost: number, balance: number): number =>
  Math.max(0, Math.ceil((priceOf(cost) - balance) / POINT));

/** Why a member cannot ask for a reward now. */
export type Obstacle = 'points' | 'stock' | 'waiting' | 'nobody';

/** Everything that stands between a member and a reward, at once. */
export const obstaclesTo = (wish: {
  /** Whole points. */
  readonly cost: number;
  /** In thousandths. */
  readonly balance: number;
  /** Null: any number. */
  readonly stock: number | null;
  /** The member's wish for the same reward is not decided yet. */
  readonly isWaiting: boolean;
  /** How many could decide on it. */
  readonly deciders: number;
}): Obstacle[] => [
  ...(shortBy(wish.cost, wish.balance) > 0 ? (['points'] as const) : []),
  ...(wish.stock !== null && wish.stock <= 0 ? (['stock'] as const) : []),
  ...(wish.isWaiting ? (['waiting'] as const) : []),
  ...(wish.deciders === 0 ? (['nobody'] as const) : []),
];

/** A member as far as it decides who may decide. */
export interface Party {
  readonly id: number;
  readonly role: Role;
  readonly teamId: number | null;
}

/**
 * Whether `actor` may decide on a wish of `asker`: an admin, or the manager of a rep's team. Nobody decides on their
 * own, and managers of one team not on each other's.
 */
export const mayDecide = (actor: Party, asker: Party): boolean => {
  if (actor.id === asker.id) return false;
  if (actor.role === 'admin') return true;
  const isAbove = ROLES.indexOf(actor.role) > ROLES.indexOf(asker.role);
  return isAbove && actor.teamId !== null && actor.teamId === asker.teamId;
};
