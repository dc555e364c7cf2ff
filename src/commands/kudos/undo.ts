// Takes a thanks back: its points, its post, and what the receivers were told.
import { z } from 'zod';
import { takenBackCard, undoneCard } from '../../cards/kudos.ts';
import type { Reply } from '../../chat/request.ts';
import { POINT } from '../../domain/recognition/account.ts';
import { MINUTE } from '../../domain/time.ts';
import { localeFor } from '../../locales/index.ts';
import { addAudit } from '../../store/audit.ts';
import { findKudos, kudosLeft, receiversOf, undoKudos } from '../../store/kudos.ts';
import { findMember } from '../../store/member.ts';
import { findTeam } from '../../store/team.ts';
import { withdrawPost } from '../../store/withdrawal.ts';
import { type Call, verb } from '../command.ts';
import { refuse } from '../refuse.ts';
import { readerOf } from '../tell.ts';
import { postKey, toldKey, UNDO_MINUTES } from './give.ts';

const undo = (call: Call, id: number): Reply[] => {
  const { db, me, now } = call;
  const row = findKudos(db, id) ?? refuse('record_gone');
  if (row.giverId !== me.id) return refuse('not_yours');
  if (row.undoneAt !== null) return refuse('record_gone');
  if (now - row.at > UNDO_MINUTES * MINUTE) return refuse('kudos_late', { minutes: UNDO_MINUTES });
  undoKudos(db, id, now);
  addAudit(db, { at: now, actorId: me.id, action: 'kudos.undone', subject: `kudos:${id}` });
  const team = row.teamId === null ? undefined : findTeam(db, row.teamId);
  const note = takenBackCard(localeFor(team?.locale), me.name);
  const post = withdrawPost(db, postKey(id), note, now, 'leave');
  const receivers = receiversOf(db, id).flatMap(({ memberId }) => findMember(db, memberId) ?? []);
  for (const member of receivers) {
    const { locale } = readerOf(call, member);
    withdrawPost(db, toldKey(id, member.id), takenBackCard(locale, me.name), now, 'leave');
  }
  const card = undoneCard(call.locale, {
    names: receivers.map(({ name }) => name),
    cost: (row.points / POINT) * receivers.length,
    left:
      row.day === call.today ? kudosLeft(db, { giverId: me.id, day: row.day, budget: 0 }) : null,
    post: post === 'none' ? null : post,
  });
  return [{ kind: 'replace', card }];
};

export const UNDO_VERBS = {
  undo: verb({
    effect: 'write',
    args: z.object({ id: z.int().positive() }),
    run: (call, { id }) => undo(call, id),
  }),
};
