// The announcement: whoever sees to the award writes why, and the team hears who won; never who else was nominated.
import { z } from 'zod';
import { winnerPost, wonCard } from '../../cards/award.ts';
import { postForm } from '../../cards/award-form.ts';
import { notice } from '../../cards/notice.ts';
import type { Values } from '../../chat/form.ts';
import type { Reply } from '../../chat/request.ts';
import { AWARD_RULES, lengthOf } from '../../domain/recognition/award.ts';
import { localeFor } from '../../locales/index.ts';
import { type Award, auditAward } from '../../store/award.ts';
import { findMember, type Member } from '../../store/member.ts';
import { nominationsOf } from '../../store/nomination.ts';
import { enqueue } from '../../store/outbox.ts';
import { announceAward, winnersOf } from '../../store/winner.ts';
import { type Call, verb } from '../command.ts';
import { tell } from '../tell.ts';
import { stewarded, teamOfAward } from './authority.ts';

const winners = (call: Call, row: Award): Member[] =>
  winnersOf(row).flatMap((id) => findMember(call.db, id) ?? []);

/** What the nominations say of who won, as far as it fits: a beginning, to be made one's own. */
const draftFor = (call: Call, row: Award): string => {
  const won = winnersOf(row);
  const reasons = nominationsOf(call.db, row.id).filter(({ nomineeId }) => won.includes(nomineeId));
  const text = reasons.map(({ reason }) => reason).join('\n');
  return [...text].slice(0, AWARD_RULES.postMax).join('');
};

const formFor = (
  call: Call,
  row: Award,
  draft: string,
  errors: Record<string, string> = {},
): Reply[] => {
  const names = winners(call, row).map(({ name }) => name.slice(0, 60));
  return [{ kind: 'form', form: postForm(call.locale, row, names, draft, errors) }];
};

/** Posts and tells, once. Only within a write. */
const post = (call: Call, row: Award, values: Values): Reply[] => {
  const { db, me, now, locale } = call;
  const reason = String(values.reason ?? '').trim();
  const max = AWARD_RULES.postMax;
  if (reason === '') return formFor(call, row, '', { reason: locale.t.form.required });
  if (lengthOf(reason) > max) {
    return formFor(call, row, reason, { reason: locale.t.form.tooLong({ max }) });
  }
  const team = teamOfAward(call, row);
  const won = winners(call, row);
  const named = won.filter(({ praised }) => praised);
  const others = won.filter(({ praised }) => !praised);
  announceAward(db, row.id, reason, now);
  auditAward(db, row.id, 'posted', { at: now, actorId: me.id });
  const isPosted = team.channel !== null && named.length > 0;
  if (team.channel !== null && named.length > 0) {
    enqueue(db, {
      key: `award:${row.id}:post`,
      target: team.channel,
      card: winnerPost(
        localeFor(team.locale),
        row,
        named.map(({ name }) => name),
        reason,
      ),
      notBefore: now,
      now,
    });
  }
  for (const winner of won) {
    tell(call, winner, `award:${row.id}:won:${winner.id}`, (reader) =>
      wonCard(reader.locale, row, reason),
    );
  }
  const texts = locale.t.award;
  const list = (of: readonly Member[]) =>
    locale.format.list(of.map(({ name }) => name.slice(0, 60)));
  const card = notice(
    locale,
    texts.posted({ names: list(won) }),
    [
      ...(isPosted ? [texts.postedText] : []),
      ...(others.length > 0 ? [texts.postedPrivately({ names: list(others) })] : []),
    ],
    'good',
  );
  return [{ kind: 'card', to: 'actor', card }];
};

const id = z.object({ id: z.int().positive() });

export const POST_VERBS = {
  postForm: verb({
    effect: 'read',
    role: 'manager',
    args: id,
    run: (call, args) => {
      const row = stewarded(call, args.id, 'posting');
      return formFor(call, row, draftFor(call, row));
    },
  }),

  posted: verb({
    effect: 'write',
    role: 'manager',
    args: id,
    run: (call, args, values) => post(call, stewarded(call, args.id, 'posting'), values),
  }),
};
