// Who is here: everybody where they are few, counts and a search where they are many.
import { z } from 'zod';
import { leftCard, membersCard } from '../../cards/settings-members.ts';
import { findForm } from '../../cards/settings-members-form.ts';
import type { Reply } from '../../chat/request.ts';
import {
  headcount,
  listLeft,
  listMembers,
  listTeamMembers,
  listWaiting,
} from '../../store/member.ts';
import type { Team } from '../../store/team.ts';
import { type Call, verb } from '../command.ts';
import { managedTeam } from './authority.ts';
import { teamName } from './change.ts';
import { showNamed } from './member.ts';
import { peopleOf, teamRows } from './overview.ts';
import { FormReader, readName } from './read.ts';

/** More members than this are counted, not listed. */
const LISTED = 20;
const WAITING = 10;
const LEFT = 10;

/** The team the asker looks at; null for all, which admins see. */
const scopeOf = (call: Call, id: number | undefined): Team | null =>
  call.me.role === 'admin' && id === undefined ? null : managedTeam(call, id);

const find = (call: Call, typed: string, errors: Record<string, string>): Reply[] => [
  { kind: 'form', form: findForm(call.locale, typed, errors) },
];

const own = z.object({ team: z.int().positive().optional() });
const nothing = z.object({});

export const MEMBERS_VERBS = {
  members: verb({
    effect: 'read',
    role: 'manager',
    args: own,
    run: (call, { team: id }) => {
      const team = scopeOf(call, id);
      const counts = headcount(call.db, team?.id ?? null);
      const people = peopleOf(counts);
      const waiting = listWaiting(call.db, WAITING + 1);
      const all = () => (team === null ? listMembers(call.db) : listTeamMembers(call.db, team.id));
      const rows = people.total > LISTED ? [] : all();
      const card = membersCard(call.locale, {
        team,
        people,
        rows: rows.map((row) => ({ ...row, team: teamName(call, row.teamId) })),
        teams: team === null ? teamRows(call, counts) : [],
        waiting: waiting.slice(0, WAITING),
        moreWait: waiting.length > WAITING,
      });
      return [{ kind: 'card', to: 'actor', card }];
    },
  }),

  /** Who has left, to bring somebody back. */
  left: verb({
    effect: 'read',
    role: 'manager',
    args: own,
    run: (call, { team: id }) => {
      const team = scopeOf(call, id);
      const rows = listLeft(call.db, team?.id ?? null, LEFT);
      const card = leftCard(call.locale, rows);
      return [{ kind: 'card', to: 'actor', card }];
    },
  }),

  findForm: verb({
    effect: 'read',
    role: 'manager',
    args: nothing,
    run: (call) => find(call, '', {}),
  }),

  find: verb({
    effect: 'read',
    role: 'manager',
    args: nothing,
    run: (call, _args, values) => {
      const read = new FormReader(call, values);
      const name = read.read('name', readName(200));
      return name === null ? find(call, read.text('name'), read.errors) : showNamed(call, name);
    },
  }),
};
