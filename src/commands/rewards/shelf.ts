// Which rewards an asker may see and change, and the one a line names.
import type { Member } from '../../store/member.ts';
import {
  findReward,
  listRewards,
  type Reward,
  rewardsNamed,
  type Shelf,
} from '../../store/reward.ts';
import type { Call } from '../command.ts';
import { refuse } from '../refuse.ts';

/** Names offered when several fit. */
const OFFERED = 8;
/** What was typed is repeated no longer than this. */
const SHOWN = 40;

/** What the asker can have: their team's, and what is everybody's. */
export const ownShelf = ({ me }: Call): Shelf => ({ teamId: me.teamId });

/** What the asker can change: managers see their team's shelf, admins all. */
export const managedShelf = (call: Call): Shelf =>
  call.me.role === 'admin' ? 'all' : ownShelf(call);

/** Managers change what is their team's, admins everything. */
export const mayChange = (me: Member, row: Reward): boolean =>
  me.role === 'admin' || (me.role === 'manager' && row.teamId !== null && row.teamId === me.teamId);

/** A reward that is in the asker's catalogue. @throws Refusal `reward_gone` */
export const rewardOnShelf = (call: Call, id: number): Reward => {
  const row = findReward(call.db, id);
  const isMine = row?.teamId === null || row?.teamId === call.me.teamId;
  return row !== undefined && row.retiredAt === null && isMine ? row : refuse('reward_gone');
};

/** A reward the asker may change. @throws Refusal `reward_gone`, `not_your_reward` */
export const changeable = (call: Call, id: number): Reward => {
  const row = findReward(call.db, id);
  if (row === undefined || row.retiredAt !== null) return refuse('reward_gone');
  return mayChange(call.me, row) ? row : refuse('not_your_reward');
};

/** The reward of this name, else the only one whose name has these words. @throws Refusal `unknown_reward`, `which_reward` */
export const rewardNamed = (call: Call, shelf: Shelf, typed: string): Reward => {
  const words = typed.normalize('NFC').trim();
  const exact = rewardsNamed(call.db, shelf, words);
  const found =
    exact.length > 0
      ? exact
      : listRewards(call.db, shelf, { words, limit: OFFERED + 1, offset: 0 });
  const [one, ...others] = found;
  const shown = [...words].slice(0, SHOWN).join('');
  if (one === undefined) return refuse('unknown_reward', { typed: shown });
  if (others.length === 0) return one;
  const names = call.locale.format.list(found.slice(0, OFFERED).map(({ name }) => name));
  return refuse('which_reward', { typed: shown, names });
};
