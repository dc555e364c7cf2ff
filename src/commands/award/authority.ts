// Who may do what with an award, and where it stands: looked up as it is done.
import { type AwardKind, phaseText } from '../../cards/award.ts';
import { type AwardPhase, phaseOf } from '../../domain/recognition/award.ts';
import { type Day, dayOf } from '../../domain/time.ts';
import { type Award, findAward } from '../../store/award.ts';
import { mayManage } from '../../store/member.ts';
import { nominationsOf } from '../../store/nomination.ts';
import { findTeam, type Team } from '../../store/team.ts';
import type { Call } from '../command.ts';
import { refuse } from '../refuse.ts';
import { folded } from '../settings/words.ts';

const KIND_WORDS: Readonly<Record<AwardKind, readonly string[]>> = {
  collaboration: ['collaboration', 'collab', 'teamwork', '协作', '協作', '最佳协作奖', '协作奖'],
  service: ['service', 'customer', '服务', '服務', '客户服务', '最佳客户服务奖', '客户服务奖'],
};

/** The kind of award a word names. */
export const kindOf = (word: string): AwardKind | null => {
  const typed = folded(word);
  const kinds = Object.keys(KIND_WORDS) as AwardKind[];
  return kinds.find((kind) => KIND_WORDS[kind].includes(typed)) ?? null;
};

/** @throws Refusal `bad_id` */
export const awardNamed = (call: Call, id: number): Award =>
  findAward(call.db, id) ?? refuse('bad_id');

/** @throws Refusal `bad_id` */
export const teamOfAward = (call: Call, row: Award): Team =>
  findTeam(call.db, row.teamId) ?? refuse('bad_id');

/** The local day of the award's team. */
export const dayFor = (call: Call, team: Team): Day => dayOf(call.now, team.zone);

export const phaseNow = (row: Award): AwardPhase =>
  phaseOf({ ...row, isPosted: row.reason !== null });

/** Where it stands, in the asker's words. */
export const standingText = (call: Call, row: Award): string =>
  phaseText(call.locale, phaseNow(row), row.nominateUntil);

/** Whether the asker sees to the award: may manage its team, and is not nominated for it. */
export const isSteward = (call: Call, row: Award): boolean =>
  mayManage(call.me, row.teamId) &&
  !nominationsOf(call.db, row.id).some(({ nomineeId }) => nomineeId === call.me.id);

/**
 * The award, if the asker sees to it and it is where it has to be.
 * @throws Refusal `bad_id`, `not_your_award`, `award_conflict`, `award_moved`
 */
export const stewarded = (call: Call, id: number, phase: AwardPhase): Award => {
  const row = awardNamed(call, id);
  if (!mayManage(call.me, row.teamId)) return refuse('not_your_award');
  if (!isSteward(call, row)) return refuse('award_conflict');
  return inPhase(call, row, phase);
};

/** @throws Refusal `award_moved` when it is elsewhere by now */
export const inPhase = (call: Call, row: Award, phase: AwardPhase): Award =>
  phaseNow(row) === phase ? row : refuse('award_moved', { standing: standingText(call, row) });
