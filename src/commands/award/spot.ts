// An award out of the blue: given by a manager, said at once, and rare.
import { z } from 'zod';
import { spotCard, spotPost } from '../../cards/award.ts';
import { notice } from '../../cards/notice.ts';
import type { Reply } from '../../chat/request.ts';
import { AWARD_RULES, lengthOf } from '../../domain/recognition/award.ts';
import { lackOf } from '../../domain/recognition/reason.ts';
import { localeFor } from '../../locales/index.ts';
import { addAudit } from '../../store/audit.ts';
import { mayActFor } from '../../store/member.ts';
import { enqueue } from '../../store/outbox.ts';
import { addSpot, spotsBy } from '../../store/spot.ts';
import { findTeam } from '../../store/team.ts';
import { type Call, verb } from '../command.ts';
import { refuse } from '../refuse.ts';
import { tell } from '../tell.ts';
import { memberIn } from '../whom.ts';

/** Gives the award and says so. Only within a write. @throws Refusal `spot_faults` with everything at once */
const give = (call: Call, line: string): Reply[] => {
  const { db, me, now, today, locale } = call;
  const texts = locale.t.award;
  if (line === '') return refuse('spot_faults', { faults: texts.spotFaults.short });
  const { member, before, after } = memberIn(call, line);
  const reason = `${before} ${after}`.trim();
  const given = spotsBy(db, me.id, today);
  const faults = [
    ...(member.id === me.id ? (['self'] as const) : []),
    ...(mayActFor(me, member) ? [] : (['team'] as const)),
    ...(given >= AWARD_RULES.spots ? (['spent'] as const) : []),
    ...(lackOf(reason) === null ? [] : (['short'] as const)),
    ...(lengthOf(reason) > AWARD_RULES.reasonMax ? (['long'] as const) : []),
  ];
  if (faults.length > 0) {
    const told = faults.map((fault) => texts.spotFaults[fault]).join(texts.and);
    return refuse('spot_faults', { faults: told });
  }
  const id = addSpot(db, {
    teamId: member.teamId,
    giverId: me.id,
    receiverId: member.id,
    reason,
    at: now,
    day: today,
  });
  addAudit(db, { at: now, actorId: me.id, action: 'award.spot', subject: `member:${member.id}` });
  const team = member.teamId === null ? undefined : findTeam(db, member.teamId);
  const channel = team?.channel ?? null;
  const isPosted = team !== undefined && channel !== null && member.praised;
  if (isPosted) {
    enqueue(db, {
      key: `spot:${id}`,
      target: channel,
      card: spotPost(localeFor(team.locale), member.name, me.name, reason),
      notBefore: now,
      now,
    });
  }
  tell(call, member, `spot:${id}:yours`, (reader) => spotCard(reader.locale, me.name, reason));
  const left = texts.spotLeft({ n: AWARD_RULES.spots - given - 1 });
  const name = member.name.slice(0, 60);
  const where = isPosted ? texts.postedText : texts.postedPrivately({ names: name });
  const said = member.praised && !isPosted ? [left] : [where, left];
  const card = notice(locale, texts.spotted({ name: member.name }), said, 'good');
  return [{ kind: 'card', to: 'actor', card }];
};

export const SPOT_VERBS = {
  spot: verb({
    effect: 'write',
    role: 'manager',
    args: z.object({ line: z.string().max(4000) }),
    run: (call, { line }) => give(call, line),
  }),
};
