// Telling another member something privately, in their language; the message leaves with the commit.
import type { Card } from '../chat/card.ts';
import type { Day, Zone } from '../domain/time.ts';
import { dayOf } from '../domain/time.ts';
import { type Locale, localeFor } from '../locales/index.ts';
import { type Member, personOf } from '../store/member.ts';
import { enqueue } from '../store/outbox.ts';
import { findTeam } from '../store/team.ts';
import type { Call } from './command.ts';

/** How somebody other than the asker reads. */
export interface Reader {
  readonly locale: Locale;
  readonly zone: Zone;
  readonly today: Day;
}

/** A member's language and local day. */
export const readerOf = (call: Call, member: Member): Reader => {
  const team = member.teamId === null ? undefined : findTeam(call.db, member.teamId);
  const zone = team?.zone ?? call.zone;
  return {
    locale: localeFor(member.locale ?? team?.locale ?? call.locale.tag),
    zone,
    today: dayOf(call.now, zone),
  };
};

/**
 * Puts a private message out. Only within a write.
 * @param key what may be told only once
 * @returns false when no platform knows the member
 */
export const tell = (
  call: Call,
  member: Member,
  key: string,
  write: (reader: Reader) => Card,
): boolean => {
  const person = personOf(call.db, member.id);
  if (person === undefined) return false;
  enqueue(call.db, {
    key,
    target: { kind: 'person', ...person },
    card: write(readerOf(call, member)),
    notBefore: call.now,
    now: call.now,
  });
  return true;
};
