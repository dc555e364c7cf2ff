// Which of the bank's items are asked next.
import { ITEMS, type Item } from './question.ts';

/** Asked every time: the team's satisfaction would have no course otherwise. */
const ALWAYS: Item = 'satisfied';

/**
 * The items of the next survey, in the bank's order: satisfaction as a whole, and those that were not asked for the
 * longest time.
 * @param asked the items of earlier surveys, the oldest first
 * @param count 1 … 15
 */
export const nextItems = (asked: readonly (readonly Item[])[], count: number): readonly Item[] => {
  const lastAt = new Map<Item, number>();
  for (const [wave, items] of asked.entries()) for (const item of items) lastAt.set(item, wave);
  const inTurn = ITEMS.filter((item) => item !== ALWAYS).toSorted(
    (a, b) => (lastAt.get(a) ?? -1) - (lastAt.get(b) ?? -1),
  );
  const chosen = new Set<Item>([...inTurn.slice(0, Math.max(0, count - 1)), ALWAYS]);
  return ITEMS.filter((item) => chosen.has(item));
};
