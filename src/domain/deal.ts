// What can become of a deal.

/** Stored as codes: add to them, never rename. */
export const DEAL_STATUSES = ['open', 'won', 'lost'] as const;
export type DealStatus = (typeof DEAL_STATUSES)[number];

/** Why deals are lost, as far as it can be picked from a list; anything else is kept in the person's words. */
export const LOSS_REASONS = [
  'price',
  'competitor',
  'budget',
  'timing',
  'no_need',
  'product',
  'no_answer',
] as const;
export type LossReason = (typeof LOSS_REASONS)[number];
