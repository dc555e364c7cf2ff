// What the asker may see of the settings, at a glance.
import { z } from 'zod';
import {
  overviewCard,
  type PeopleView,
  type TeamRow,
  type TeamView,
} from '../../cards/settings.ts';
import type { DayRange } from '../../cards/settings-values.ts';
import { ROLES } from '../../domain/role.ts';
import { addDays, type Day } from '../../domain/time.ts';
import { type Headcount, headcount, mayManage } from '../../store/member.ts';
import { calendarOf, listFields, listTeams, type Team } from '../../store/team.ts';
import { countUndelivered } from '../../store/undelivered.ts';
import { type Call, verb } from '../command.ts';

/** Days next to each other as ranges, in order. */
export const rangesOf = <K>(days: readonly (readonly [Day, K])[]): DayRange<K>[] => {
  const ranges: DayRange<K>[] = [];
  for (const [day, kind] of days.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const last = ranges.at(-1);
    if (last !== undefined && last.kind === kind && addDays(last.to, 1) === day) {
      ranges[ranges.length - 1] = { ...last, to: day };
    } else {
      ranges.push({ from: day, to: day, kind });
    }
  }
  return ranges;
};

/** The team as its card shows it. */
export const teamView = (call: Call, team: Team): TeamView => {
  const { place, db, me, today } = call;
  const { channel } = team;
  const isHere =
    channel?.kind === 'channel' &&
    channel.platform === place.platform &&
    channel.tenant === place.tenant &&
    channel.channel === place.channel;
  const exceptions = Object.entries(calendarOf(db, team).exceptions);
  const year = today.slice(0, 4);
  return {
    ...team,
    channel: channel === null ? 'none' : isHere ? 'here' : 'chosen',
    exceptions: rangesOf(exceptions.filter(([day]) => day.startsWith(year))),
    fields: listFields(db, team.id),
    mayChange: mayManage(me, team.id),
  };
};

/** How many people there are, in all and by role. */
export const peopleOf = (counts: readonly Headcount[]): PeopleView => {
  const sum = (rows: readonly Headcount[]): number => rows.reduce((all, { n }) => all + n, 0);
  const roles = ROLES.map((role) => ({ role, n: sum(counts.filter((row) => row.role === role)) }));
  return {
    total: sum(counts),
    roles: roles.filter(({ n }) => n > 0),
  };
};

/** Every team with how many are in it. */
export const teamRows = (call: Call, counts: readonly Headcount[]): TeamRow[] => {
  const members = new Map<number, number>();
  for (const { teamId, n } of counts) {
    if (teamId !== null) members.set(teamId, (members.get(teamId) ?? 0) + n);
  }
  return listTeams(call.db).map(({ id, name }) => ({ id, name, members: members.get(id) ?? 0 }));
};

/** The people the asker manages; null for who manages nobody. */
const countsFor = ({ db, me }: Call): Headcount[] | null => {
  if (me.role === 'admin') return headcount(db, null);
  return me.role === 'manager' && me.teamId !== null ? headcount(db, me.teamId) : null;
};

export const OVERVIEW_VERBS = {
  show: verb({
    effect: 'read',
    args: z.object({}),
    run: (call) => {
      const { me, team } = call;
      const counts = countsFor(call);
      const card = overviewCard(call.locale, {
        me,
        team: team === null ? null : teamView(call, team),
        people: counts === null ? null : peopleOf(counts),
        teams: me.role === 'admin' ? teamRows(call, counts ?? []) : [],
        zone: call.zone,
        undelivered: me.role === 'admin' ? countUndelivered(call.db) : 0,
      });
      return [{ kind: 'card', to: 'actor', card }];
    },
  }),
};
