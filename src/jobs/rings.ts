// What admins learn privately once a week: small groups that mostly thank each other. Never blocked, never posted.
import { ringsCard } from '../cards/rings.ts';
import { RING, type Ring, reciprocityOf, ringsIn } from '../domain/recognition/rings.ts';
import { opensWeek } from '../domain/recognition/week.ts';
import { latestDue } from '../domain/schedule.ts';
import { HOUR } from '../domain/time.ts';
import { localeFor } from '../locales/index.ts';
import { findMember, listAdmins, personOf } from '../store/member.ts';
import { enqueue } from '../store/outbox.ts';
import { edgesSince, keepTold, wasTold } from '../store/recognition-network.ts';
import { calendarOf, findTeam, listTeams } from '../store/team.ts';
import type { Db } from '../store/workspace.ts';
import type { Job } from './job.ts';
import { ADMINS, AT } from './support.ts';

/** Groups on one card; the others come next week. */
const SHOWN = 5;

/** A ring with names; null when somebody in it has left. */
const namedRing = (db: Db, { members, ...ring }: Ring) => {
  const named = members.flatMap((member) => {
    const who = findMember(db, member.memberId);
    return who === undefined || who.leftOn !== null ? [] : [{ ...member, name: who.name }];
  });
  return named.length < members.length ? null : { ...ring, members: named };
};

export const rings: Job = {
  name: 'rings',

  // Thanks go across teams: one for the workspace, by the hours of its first team.
  due(db, now) {
    const [first] = listTeams(db);
    if (first === undefined) return [];
    const calendar = calendarOf(db, first);
    const opens = (day: string): boolean => opensWeek(calendar, day);
    const due = latestDue(AT, first.zone, now, opens, { since: first.createdAt });
    return due === null ? [] : [{ ...due, scope: 'workspace' }];
  },

  run(db, { day }, now) {
    const edges = edgesSince(db, now - RING.days * 24 * HOUR);
    const fresh = ringsIn(edges).flatMap((ring) => {
      const named = wasTold(db, ring, day) ? null : namedRing(db, ring);
      return named === null ? [] : [{ ring, named }];
    });
    const told = fresh.slice(0, SHOWN);
    const readers = listAdmins(db, ADMINS).flatMap((admin) => {
      const person = personOf(db, admin.id);
      return person === undefined ? [] : [{ admin, person }];
    });
    if (told.length === 0 || readers.length === 0) return;
    for (const { ring } of told) keepTold(db, ring, day, now);
    for (const { admin, person } of readers) {
      const team = admin.teamId === null ? undefined : findTeam(db, admin.teamId);
      enqueue(db, {
        key: `rings:${day}:${admin.id}`,
        target: { kind: 'person', ...person },
        card: ringsCard(
          localeFor(admin.locale ?? team?.locale),
          told.map(({ named }) => named),
          reciprocityOf(edges) ?? 0,
          fresh.length - told.length,
        ),
        notBefore: now,
        now,
      });
    }
  },
};
