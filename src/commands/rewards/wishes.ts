// Asking for a reward, taking a wish back, and one's own wishes.
import { z } from 'zod';
import { askedCard, ownWishesCard, wishCard, withdrawnCard } from '../../cards/reward-wish.ts';
import type { Reply } from '../../chat/request.ts';
import { dayOf } from '../../domain/time.ts';
import { addWish, findWish, settleWish, wishesOf } from '../../store/redemption.ts';
import { findReward } from '../../store/reward.ts';
import { type Call, verb } from '../command.ts';
import { refuse } from '../refuse.ts';
import { tell } from '../tell.ts';
import { confirmation, obstacleCard, ownBalance } from './catalogue.ts';
import { decidersFor } from './deciders.ts';
import { already, viewOf } from './decisions.ts';
import { rewardOnShelf } from './shelf.ts';

/** One's own wishes that are shown. */
const SHOWN = 10;

/** Holds the points, takes one of the stock and tells who decides. Only within a write. */
const ask = (call: Call, id: number, cost: number): Reply[] => {
  const { db, me, now, locale } = call;
  const before = rewardOnShelf(call, id);
  const obstacles = obstacleCard(call, before);
  if (obstacles !== null) return [{ kind: 'replace', card: obstacles }];
  if (before.cost !== cost) return confirmation(call, before, true);
  const wish = addWish(db, { reward: before, memberId: me.id, at: now });
  const row = findReward(db, id) ?? before;
  const view = viewOf(wish, row, me.name);
  const told = decidersFor(db, me).filter((decider) =>
    tell(call, decider, `wish:${wish.id}:${decider.id}`, (reader) => wishCard(reader.locale, view)),
  );
  const names = told.map(({ name }) => name.slice(0, 60));
  return [{ kind: 'replace', card: askedCard(locale, view, names) }];
};

const withdraw = (call: Call, id: number): Reply[] => {
  const { db, me, now, locale } = call;
  const wish = findWish(db, id) ?? refuse('bad_id');
  if (wish.memberId !== me.id) return refuse('not_yours');
  const row = findReward(db, wish.rewardId) ?? refuse('bad_id');
  const isDone = settleWish(db, id, { state: 'withdrawn', by: me.id, at: now });
  if (!isDone) return already(call, wish, row, me);
  return [{ kind: 'replace', card: withdrawnCard(locale, row.name, ownBalance(call)) }];
};

const mine = ({ db, me, locale, zone, today }: Call): Reply[] => {
  const wishes = wishesOf(db, me.id, SHOWN).map((wish) => ({
    id: wish.id,
    name: wish.reward.name,
    cost: wish.cost,
    day: dayOf(wish.at, zone),
    state: wish.state,
    reason: wish.reason,
  }));
  return [{ kind: 'card', to: 'actor', card: ownWishesCard(locale, wishes, today) }];
};

export const WISH_VERBS = {
  ask: verb({
    effect: 'write',
    args: z.object({ id: z.int().positive(), cost: z.int().min(0) }),
    run: (call, { id, cost }) => ask(call, id, cost),
  }),

  withdraw: verb({
    effect: 'write',
    args: z.object({ id: z.int().positive() }),
    run: (call, { id }) => withdraw(call, id),
  }),

  mine: verb({ effect: 'read', args: z.object({}), run: mine }),
};
