// /points: one's own balance, where it came from, and what is left to give today. Nobody sees another's.
import { z } from 'zod';
import { pointsCard, type Source } from '../cards/points.ts';
import type { Reply } from '../chat/request.ts';
import { memberAccount } from '../domain/recognition/account.ts';
import { badgesOf } from '../store/badge.ts';
import { findKudos } from '../store/kudos.ts';
import { findMember } from '../store/member.ts';
import { balanceOf, type Movement, movementsOf } from '../store/points.ts';
import { findWish } from '../store/redemption.ts';
import { findReward } from '../store/reward.ts';
import { type Call, type Command, verb } from './command.ts';
import { groundOf } from './kudos/draft.ts';

const SHOWN = 10;

/** The id in `kudos:12` or `redemption:5`. */
const idIn = (ref: string): number => Number(ref.slice(ref.indexOf(':') + 1));

const sourceOf = ({ db }: Call, { kind, ref }: Movement): Source => {
  const rewardName = (): string | null => {
    const wish = findWish(db, idIn(ref));
    return wish === undefined ? null : (findReward(db, wish.rewardId)?.name ?? null);
  };
  switch (kind) {
    case 'kudos':
    case 'undo:kudos': {
      const row = findKudos(db, idIn(ref));
      const who = row === undefined ? null : (findMember(db, row.giverId)?.name ?? null);
      return kind === 'kudos' ? { kind, who, reason: row?.reason ?? '' } : { kind: 'undone', who };
    }
    case 'redemption':
      return { kind, name: rewardName() };
    case 'undo:redemption':
      return { kind: 'returned', name: rewardName() };
    default:
      return { kind: 'other' };
  }
};

const shown = (call: Call): Reply[] => {
  const { db, me, team, zone, today } = call;
  const account = memberAccount(me.id);
  const ground = team === null ? null : groundOf(call);
  const card = pointsCard(call.locale, {
    balance: balanceOf(db, account),
    pot: ground === null ? null : { left: ground.left, budget: ground.pot.budget },
    movements: movementsOf(db, account, SHOWN).map((movement) => ({
      at: movement.at,
      amount: movement.amount,
      source: sourceOf(call, movement),
    })),
    badges: badgesOf(db, me.id),
    zone,
    today,
  });
  return [{ kind: 'card', to: 'actor', card }];
};

export const points: Command = {
  name: 'points',
  aliases: { 我的积分: '', 我的積分: '', 点数: '', 點數: '' },
  role: 'rep',
  texts: (t) => t.points,
  grammar: () => ({ verb: 'show', args: {} }),
  verbs: { show: verb({ effect: 'read', args: z.object({}), run: shown }) },
};
