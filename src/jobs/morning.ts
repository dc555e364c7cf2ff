// The morning list: each member's due and overdue steps, privately, only if there are any.
import { dueCard } from '../cards/due.ts';
import { localeFor } from '../locales/index.ts';
import { leaveDays, listTeamMembers, personOf } from '../store/member.ts';
import { enqueue } from '../store/outbox.ts';
import { listDue } from '../store/step.ts';
import { findTeam, listTeams } from '../store/team.ts';
import { dueOnWorkdays } from './days.ts';
import type { Job } from './job.ts';

export const morning: Job = {
  name: 'morning',

  due: (db, now) => listTeams(db).flatMap((team) => dueOnWorkdays(db, team, team.morningAt, now)),

  run(db, { scope, day }, now) {
    const team = findTeam(db, Number(scope));
    if (team === undefined) return;
    for (const member of listTeamMembers(db, team.id)) {
      const person = personOf(db, member.id);
      if (!member.morning || person === undefined) continue;
      if (leaveDays(db, member.id, { from: day, to: day }).size > 0) continue;
      const due = listDue(db, member.id, day);
      if (due.length === 0) continue;
      const locale = localeFor(member.locale ?? team.locale);
      enqueue(db, {
        key: `morning:${member.id}:${day}`,
        target: { kind: 'person', ...person },
        card: dueCard(locale, { due, upcoming: [], leads: [], today: day, isMorning: true }),
        notBefore: now,
        now,
      });
    }
  },
};
