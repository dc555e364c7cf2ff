// Deciding on wishes: who may is looked up as it is done, and what was decided once stays.
import { z } from 'zod';
import {
  alreadyCard,
  answeredCard,
  decidedCard,
  openWishesCard,
  refuseForm,
  type WishView,
} from '../../cards/reward-wish.ts';
import type { Values } from '../../chat/form.ts';
import type { Reply } from '../../chat/request.ts';
import { mayDecide, REWARD_LIMITS } from '../../domain/recognition/reward.ts';
import { dayOf } from '../../domain/time.ts';
import { addAudit } from '../../store/audit.ts';
import { findMember, type Member } from '../../store/member.ts';
import {
  countWishesFor,
  findWish,
  type Redemption,
  returnWishesOf,
  settleWish,
  wishesFor,
} from '../../store/redemption.ts';
import { findReward, type Reward } from '../../store/reward.ts';
import { type Call, verb } from '../command.ts';
import { refuse } from '../refuse.ts';
import { tell } from '../tell.ts';

/** Open wishes with their buttons on one card. */
const SHOWN = 8;

/** A wish as cards show it. */
export const viewOf = (
  wish: Pick<Redemption, 'id' | 'cost'>,
  row: Reward,
  who: string,
): WishView => ({
  id: wish.id,
  who,
  name: row.name,
  detail: row.detail,
  cost: wish.cost,
  stock: row.stock,
  taxable: row.taxable,
});

/** Says what has become of a wish. @param asker whose it is */
export const already = (call: Call, wish: Redemption, row: Reward, asker: Member): Reply[] => {
  const settled = findWish(call.db, wish.id) ?? wish;
  if (settled.state === 'asked') return refuse('bad_id');
  const by =
    settled.decidedBy === null ? null : (findMember(call.db, settled.decidedBy)?.name ?? '');
  const card = alreadyCard(call.locale, viewOf(settled, row, asker.name), settled.state, by);
  return [{ kind: 'replace', card }];
};

interface Decidable {
  readonly wish: Redemption;
  readonly row: Reward;
  readonly asker: Member;
}

/** The wish, if the asker may decide on it. @throws Refusal `own_wish`, `not_your_wish`, `bad_id` */
const decidable = (call: Call, id: number): Decidable => {
  const { db, me } = call;
  const wish = findWish(db, id) ?? refuse('bad_id');
  const asker = findMember(db, wish.memberId) ?? refuse('bad_id');
  const row = findReward(db, wish.rewardId) ?? refuse('bad_id');
  if (asker.id === me.id) return refuse('own_wish');
  if (!mayDecide(me, asker)) return refuse('not_your_wish');
  return { wish, row, asker };
};

const audited = (call: Call, { wish, row }: Decidable, state: 'approved' | 'refused'): void =>
  addAudit(call.db, {
    at: call.now,
    actorId: call.me.id,
    action: `redemption.${state}`,
    subject: `member:${wish.memberId}`,
    before: { redemptionId: wish.id, rewardId: row.id, cost: wish.cost },
    after: { state },
  });

/** Settles the wish and tells whose it is, unless that was done or they have left. Only within a write. */
const decide = (call: Call, id: number, reason: string | null): Reply[] => {
  const { db, me, now, locale } = call;
  const found = decidable(call, id);
  const { wish, row, asker } = found;
  // Somebody may have left without anything being said here, e.g. by an import.
  if (asker.leftOn !== null) returnWishesOf(db, asker.id, now);
  const state = reason === null ? 'approved' : 'refused';
  const how = { state, by: me.id, at: now, ...(reason === null ? {} : { reason }) } as const;
  if (!settleWish(db, id, how)) return already(call, wish, row, asker);
  audited(call, found, state);
  const view = viewOf(wish, row, asker.name);
  tell(call, asker, `wish:${id}:answer`, (reader) =>
    answeredCard(reader.locale, view, me.name, reason),
  );
  return [{ kind: 'replace', card: decidedCard(locale, view, reason === null) }];
};

/** Asks for the reason, unless it was decided meanwhile. */
const asksReason = (call: Call, id: number): Reply[] => {
  const { wish, row, asker } = decidable(call, id);
  if (wish.state !== 'asked') return already(call, wish, row, asker);
  return [{ kind: 'form', form: refuseForm(call.locale, viewOf(wish, row, asker.name)) }];
};

const refused = (call: Call, id: number, values: Values): Reply[] => {
  const { form } = call.locale.t;
  const { wish, row, asker } = decidable(call, id);
  const reason = String(values.reason ?? '').trim();
  const max = REWARD_LIMITS.detail;
  if (reason !== '' && reason.length <= max) return decide(call, id, reason);
  const error = reason === '' ? form.required : form.tooLong({ max });
  const again = refuseForm(call.locale, viewOf(wish, row, asker.name), error);
  return [{ kind: 'form', form: again }];
};

const open = (call: Call): Reply[] => {
  const { db, me, locale, zone, today } = call;
  const wishes = wishesFor(db, me, SHOWN).map((wish) => ({
    ...viewOf(wish, wish.reward, wish.name),
    day: dayOf(wish.at, zone),
  }));
  const card = openWishesCard(locale, wishes, countWishesFor(db, me), today);
  return [{ kind: 'card', to: 'actor', card }];
};

const id = z.object({ id: z.int().positive() });

export const DECISION_VERBS = {
  asked: verb({ effect: 'read', role: 'manager', args: z.object({}), run: open }),

  approve: verb({
    effect: 'write',
    role: 'manager',
    args: id,
    run: (call, { id: wish }) => decide(call, wish, null),
  }),

  refuse: verb({
    effect: 'read',
    role: 'manager',
    args: id,
    run: (call, { id: wish }) => asksReason(call, wish),
  }),

  refused: verb({
    effect: 'write',
    role: 'manager',
    args: id,
    run: (call, { id: wish }, values) => refused(call, wish, values),
  }),
};
