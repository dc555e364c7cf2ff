// Giving up loudly: the admins are told privately that a message was given up, at most once an hour.
import { undeliveredNotice } from '../cards/settings-undelivered.ts';
import { HOUR, type Instant } from '../domain/time.ts';
import { localeFor } from '../locales/index.ts';
import { listAdmins, memberOf, personOf } from '../store/member.ts';
import { type Claimed, enqueue } from '../store/outbox.ts';
import { isPulseReminder } from '../store/pulse-messages.ts';
import { findTeam } from '../store/team.ts';
import {
  destinationOf,
  findUndelivered,
  isNotice,
  lastNoticeAt,
  noticeKey,
  reasonOf,
} from '../store/undelivered.ts';
import type { Db } from '../store/workspace.ts';

/** A company has a few; whoever made everybody one does not want a thousand messages. */
const TOLD = 20;

/**
 * Puts out what tells the admins of a message that was given up just now; none about such a notice itself. Within
 * an hour of the last it waits for the hour to be over; one that waits already leads to the same list. Only within
 * the write that gives the message up.
 */
export const tellAdmins = (db: Db, { key, fence, target }: Claimed, now: Instant): void => {
  const message = findUndelivered(db, { key, fence });
  // That somebody was to be reminded of a survey says that they had not answered.
  if (message === undefined || isNotice(key) || isPulseReminder(key)) return;
  const last = lastNoticeAt(db, now);
  if (last !== null && last > now) return;
  const notBefore = last === null ? now : Math.max(now, last + HOUR);
  const to = destinationOf(db, target);
  const unreached = target.kind === 'person' ? memberOf(db, target)?.id : undefined;
  for (const admin of listAdmins(db, TOLD)) {
    const person = personOf(db, admin.id);
    if (person === undefined || admin.id === unreached) continue;
    const team = admin.teamId === null ? undefined : findTeam(db, admin.teamId);
    const locale = localeFor(admin.locale ?? team?.locale);
    enqueue(db, {
      key: noticeKey(admin.id, key),
      target: { kind: 'person', ...person },
      card: undeliveredNotice(locale, { ...message, to, reason: reasonOf(message) }),
      notBefore,
      now,
    });
  }
};
