// Gives a thanks: recorded, posted where it may be, told to the receivers; the giver sees what is left.
import { givenCard, postedCard, receivedCard, type Unposted } from '../../cards/kudos.ts';
import type { Reply } from '../../chat/request.ts';
import { localeFor } from '../../locales/index.ts';
import { type Credit, giveKudos, type Kudos } from '../../store/kudos.ts';
import type { Member } from '../../store/member.ts';
import { enqueue } from '../../store/outbox.ts';
import type { Call } from '../command.ts';
import { tell } from '../tell.ts';
import type { Draft, Ground } from './draft.ts';

export const UNDO_MINUTES = 10;

/** What a thanks puts out to be posted, by their keys in the outbox. */
export const postKey = (id: number): string => `kudos:${id}`;
export const toldKey = (id: number, memberId: number): string => `kudos:${id}:${memberId}`;

const namesOf = (members: readonly Member[]): string[] => members.map(({ name }) => name);

/** Why the thanks is not posted, or not of everybody; null when it is posted as it is. */
const unpostedOf = ({ team, rules }: Ground, receivers: readonly Member[]): Unposted | null => {
  if (!rules.publicKudos) return { why: 'private' };
  if (team.channel === null) return { why: 'no_channel' };
  const names = namesOf(receivers.filter(({ praised }) => !praised));
  if (names.length === 0) return null;
  return { why: names.length === receivers.length ? 'unwanted' : 'without', names };
};

/**
 * Posts it in the team's channel, in the team's language. It is never the answer itself: only what went through the
 * outbox can be taken back.
 */
const post = (call: Call, { team }: Ground, row: Kudos, receivers: readonly Member[]): void => {
  const { channel } = team;
  if (channel === null) return;
  const names = namesOf(receivers.filter(({ praised }) => praised));
  const card = postedCard(localeFor(team.locale), { ...row, giver: call.me.name }, names);
  const { db, now } = call;
  enqueue(db, { key: postKey(row.id), target: channel, card, notBefore: now, now });
};

/** Only within a write; what keeps it from being given has been looked for. */
export const give = (call: Call, draft: Draft, ground: Ground): Reply[] => {
  const { db, me, now } = call;
  const { receivers, reason, values, points } = draft;
  const { kudos, credits, left } = giveKudos(db, {
    ...ground.pot,
    teamId: ground.team.id,
    reason,
    value: values[0] ?? null,
    points: points ?? 1,
    receiverIds: receivers.map(({ id }) => id),
    at: now,
  });
  const thanks = { ...kudos, giver: me.name };
  const unposted = unpostedOf(ground, receivers);
  const isPosted = unposted === null || unposted.why === 'without';
  if (isPosted) post(call, ground, kudos, receivers);
  const creditOf = new Map(credits.map((credit) => [credit.memberId, credit]));
  const told = receivers.filter((member) => {
    const { nth, worth } = creditOf.get(member.id) as Credit;
    return tell(call, member, toldKey(kudos.id, member.id), ({ locale }) =>
      receivedCard(locale, thanks, { nth, worth, isPosted: isPosted && member.praised }),
    );
  });
  const card = givenCard(call.locale, {
    ...thanks,
    names: namesOf(receivers),
    cost: (points ?? 1) * receivers.length,
    left,
    again: receivers
      .map(({ id, name }) => ({ name, nth: creditOf.get(id)?.nth ?? 1 }))
      .filter(({ nth }) => nth > 1),
    unposted,
    unreachable: namesOf(receivers.filter((member) => !told.includes(member))),
    undoMinutes: UNDO_MINUTES,
  });
  return [{ kind: 'card', to: 'actor', card }];
};
