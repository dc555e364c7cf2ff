// A follow-up shared with the team, and who opened it.
import { z } from 'zod';
import { sharedCard } from '../../cards/followup-share.ts';
import { notice } from '../../cards/notice.ts';
import { localeFor } from '../../locales/index.ts';
import { findFollowup } from '../../store/followup.ts';
import { findMember, mayActFor } from '../../store/member.ts';
import { enqueue } from '../../store/outbox.ts';
import { markShared, openShared } from '../../store/share.ts';
import { stepOf } from '../../store/step.ts';
import { verb } from '../command.ts';
import { teamOf } from '../record.ts';
import { refuse } from '../refuse.ts';
import { customerOf, ownFollowup } from './own.ts';

const one = z.object({ id: z.int().positive() });

/** Verbs of `/followup` about what the team may read. */
export const SHARE_VERBS = {
  share: verb({
    effect: 'write',
    args: one,
    run: (call, { id }) => {
      const row = ownFollowup(call, id);
      const team = teamOf(call);
      if (row.sharedAt !== null) return refuse('already_shared');
      if (team.channel === null) return refuse('no_channel_set');
      const customer = customerOf(call, row);
      if (customer.confidential) {
        return refuse('customer_confidential', { customer: customer.name.slice(0, 80) });
      }
      markShared(call.db, row.id, call.now);
      enqueue(call.db, {
        key: `share:${row.id}`,
        target: team.channel,
        card: sharedCard(
          localeFor(team.locale),
          call.me.name,
          row,
          customer.name,
          stepOf(call.db, row.id) ?? null,
          call.today,
        ),
        notBefore: call.now,
        now: call.now,
      });
      const card = notice(call.locale, call.locale.t.followup.shared, [], 'good');
      return [{ kind: 'card', to: 'actor', card }];
    },
  }),

  /** A colleague says they read a shared follow-up. */
  open: verb({
    effect: 'write',
    args: one,
    run: (call, { id }) => {
      const row = findFollowup(call.db, id);
      if (row === undefined || row.undoneAt !== null || row.sharedAt === null) {
        return refuse('followup_gone');
      }
      const author = findMember(call.db, row.memberId);
      if (author === undefined) return refuse('followup_gone');
      const inTeam = author.teamId === call.me.teamId || mayActFor(call.me, author);
      if (!inTeam) return refuse('not_yours');
      if (author.id !== call.me.id) openShared(call.db, row, call.me.id, call.now);
      const text = call.locale.t.followup.sharedOpened({ name: author.name });
      return [{ kind: 'card', to: 'actor', card: notice(call.locale, text, [], 'good') }];
    },
  }),
};
