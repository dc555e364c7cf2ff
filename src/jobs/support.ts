// What each team's managers learn privately at the beginning of the week: who could do with a word from them.
import { supportCard } from '../cards/support.ts';
import { recognitionRules } from '../domain/recognition/settings.ts';
import { opensWeek } from '../domain/recognition/week.ts';
import { latestDue } from '../domain/schedule.ts';
import { localeFor } from '../locales/index.ts';
import { listAdmins, listTeamMembers, personOf } from '../store/member.ts';
import { enqueue } from '../store/outbox.ts';
import { calendarOf, findTeam, listTeams, type Team } from '../store/team.ts';
import { supportOf } from '../store/unnoticed.ts';
import type { Db } from '../store/workspace.ts';
import type { Job } from './job.ts';

/** After the morning list. */
export const AT = '09:30';
/** A company has a few; whoever made everybody one does not want a thousand messages. */
export const ADMINS = 20;

/** The team's managers; its admins where it has none. */
const managersOf = (db: Db, { id }: Team) => {
  const managers = listTeamMembers(db, id).filter(({ role }) => role === 'manager');
  return managers.length > 0 ? managers : listAdmins(db, ADMINS);
};

export const support: Job = {
  name: 'support',

  due: (db, now) =>
    listTeams(db).flatMap((team) => {
      if (!recognitionRules(team.recognition).support) return [];
      const calendar = calendarOf(db, team);
      const opens = (day: string): boolean => opensWeek(calendar, day);
      const due = latestDue(AT, team.zone, now, opens, { since: team.createdAt });
      return due === null ? [] : [{ ...due, scope: String(team.id) }];
    }),

  run(db, { scope, day }, now) {
    const team = findTeam(db, Number(scope));
    if (team === undefined) return;
    const found = supportOf(db, team, day, now);
    // A team of new members, or of nobody, has nothing to tell yet.
    if (found.coverage[0].eligible === 0 && found.members.length === 0) return;
    for (const manager of managersOf(db, team)) {
      const person = personOf(db, manager.id);
      if (person === undefined) continue;
      const locale = localeFor(manager.locale ?? team.locale);
      enqueue(db, {
        key: `support:${team.id}:${day}:${manager.id}`,
        target: { kind: 'person', ...person },
        card: supportCard(locale, { ...found, team: team.name, today: day }),
        notBefore: now,
        now,
      });
    }
  },
};
