// The catalogue, page by page or searched, and the question before a reward is asked for.
import { z } from 'zod';
import { catalogueCard, confirmCard, obstaclesCard } from '../../cards/reward.ts';
import type { Card } from '../../chat/card.ts';
import type { Reply } from '../../chat/request.ts';
import { memberAccount } from '../../domain/recognition/account.ts';
import { obstaclesTo } from '../../domain/recognition/reward.ts';
import { balanceOf } from '../../store/points.ts';
import { countWishesFor, isWaitingFor, wishesOf } from '../../store/redemption.ts';
import { countRewards, listRewards, type Reward } from '../../store/reward.ts';
import { type Call, verb } from '../command.ts';
import { decidersFor } from './deciders.ts';
import { ownShelf, rewardNamed, rewardOnShelf } from './shelf.ts';
import { suggestionsFor } from './suggestions.ts';

/** Entries of a page: each may have a button, and platforms hold some two dozen. */
const PAGE = 10;
/** Of what is searched for; it has to fit into a button. */
const MAX_WORDS = 30;

const answer = (card: Card): Reply[] => [{ kind: 'card', to: 'actor', card }];

/** What the asker has, in thousandths. */
export const ownBalance = ({ db, me }: Call): number => balanceOf(db, memberAccount(me.id));

const page = (call: Call, offset: number, words: string): Card => {
  const { db, me, locale } = call;
  const shelf = ownShelf(call);
  const rewards = listRewards(db, shelf, { words, limit: PAGE, offset });
  const isManager = me.role !== 'rep';
  return catalogueCard(locale, {
    rewards: rewards.map((row) => ({ ...row, isWaiting: isWaitingFor(db, me.id, row.id) })),
    offset,
    total: countRewards(db, shelf, words),
    words,
    balance: ownBalance(call),
    hasWishes: wishesOf(db, me.id, 1).length > 0,
    managed: isManager ? { open: countWishesFor(db, me), suggestions: suggestionsFor(call) } : null,
  });
};

/** The card that says what stands in the way of the reward, or null. */
export const obstacleCard = (call: Call, row: Reward): Card | null => {
  const { db, me, locale } = call;
  const balance = ownBalance(call);
  const obstacles = obstaclesTo({
    cost: row.cost,
    balance,
    stock: row.stock,
    isWaiting: isWaitingFor(db, me.id, row.id),
    deciders: decidersFor(db, me).length,
  });
  return obstacles.length === 0 ? null : obstaclesCard(locale, row, balance, obstacles);
};

/** Asks once more. @param isRepriced the price is another than the asker saw */
export const confirmation = (call: Call, row: Reward, isRepriced: boolean): Reply[] =>
  answer(obstacleCard(call, row) ?? confirmCard(call.locale, row, ownBalance(call), isRepriced));

const cleaned = (words: string): string =>
  [
    ...words
      .normalize('NFC')
      .replace(/\p{C}+/gu, ' ')
      .trim(),
  ]
    .slice(0, MAX_WORDS)
    .join('');

export const CATALOGUE_VERBS = {
  show: verb({
    effect: 'read',
    args: z.object({
      offset: z.int().min(0).max(1_000_000).default(0),
      words: z
        .string()
        .max(MAX_WORDS * 2)
        .default(''),
    }),
    run: (call, { offset, words }) => answer(page(call, offset, words)),
  }),

  find: verb({
    effect: 'read',
    args: z.object({ words: z.string().max(4000) }),
    run: (call, { words }) => answer(page(call, 0, cleaned(words))),
  }),

  redeem: verb({
    effect: 'read',
    args: z.object({ id: z.int().positive() }),
    run: (call, { id }) => confirmation(call, rewardOnShelf(call, id), false),
  }),

  redeemNamed: verb({
    effect: 'read',
    args: z.object({ name: z.string().max(4000) }),
    run: (call, { name }) => confirmation(call, rewardNamed(call, ownShelf(call), name), false),
  }),
};
