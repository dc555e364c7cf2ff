// Whom recognition reaches in a team, and who could do with a word: for its managers' eyes, at any time.
import { z } from 'zod';
import { supportCard } from '../../cards/support.ts';
import type { Reply } from '../../chat/request.ts';
import { dayOf } from '../../domain/time.ts';
import { supportOf } from '../../store/unnoticed.ts';
import { type Call, verb } from '../command.ts';
import { managedTeam, teamNamed } from '../settings/authority.ts';

/** `team`, and for admins whose: `team North America`. */
const ASKED = /^(?:team|团队|團隊)(?:\s+(\S.*))?$/iu;

/** The team a line asks about, empty for the asker's own; null when it asks for something else. */
export const teamAsked = (line: string): string | null => {
  const asked = ASKED.exec(line);
  if (asked === null) return null;
  const [, name = ''] = asked;
  // Whoever thanks names somebody.
  return /[@＠]/u.test(name) ? null : name.trim();
};

const show = (call: Call, name: string): Reply[] => {
  const id = name === '' ? undefined : teamNamed(call, name).id;
  const team = managedTeam(call, id);
  const { db, now, locale } = call;
  const today = dayOf(now, team.zone);
  const found = supportOf(db, team, today, now);
  const card = supportCard(locale, { ...found, team: team.name, today });
  return [{ kind: 'card', to: 'actor', card }];
};

export const TEAM_VERBS = {
  team: verb({
    effect: 'read',
    role: 'manager',
    args: z.object({ name: z.string().max(200).default('') }),
    run: (call, { name }) => show(call, name),
  }),
};
