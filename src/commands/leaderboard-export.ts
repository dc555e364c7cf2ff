// /leaderboard export: the standings of a period with their numbers, as a file for managers.
import { z } from 'zod';
import { notice } from '../cards/notice.ts';
import {
  type NamedPeriod,
  nameOfPeriod,
  PERIODS,
  type Period,
  periodAround,
  periodNamed,
} from '../domain/period.ts';
import { isDay } from '../domain/time.ts';
import { mayManage } from '../store/member.ts';
import { scorecardsOf } from '../store/scorecards.ts';
import { standingsTable } from '../store/standings-table.ts';
import { listTeams, type Team } from '../store/team.ts';
import { type Call, verb } from './command.ts';
import { cutTable, noteExport } from './exported.ts';
import { teamOf } from './record.ts';
import { refuse } from './refuse.ts';

const EXPORT = /^(?:export|csv|导出|匯出|導出)$/iu;
/** What was typed is repeated no longer than this. */
const SHOWN = 40;

/**
 * The arguments of the verb, when the words ask for an export; null when they do not.
 * @param line what follows the command
 * @param periods by the words that mean the running one
 * @throws Refusal `unknown_period`
 */
export const exportAsked = (
  line: string,
  periods: ReadonlyMap<string, Period>,
): Partial<NamedPeriod> | null => {
  const words = line.split(/\s+/u).filter(Boolean);
  const rest = words.filter((word) => !EXPORT.test(word));
  if (rest.length === words.length) return null;
  const [word, ...others] = rest;
  if (word === undefined) return {};
  const running = periods.get(word.toLowerCase());
  const named = periodNamed(word);
  if (others.length > 0 || (running === undefined && named === null)) {
    return refuse('unknown_period', { typed: rest.join(' ').slice(0, SHOWN) });
  }
  return named ?? { ...(running !== undefined && { period: running }) };
};

/** Admins get every team, managers their own. */
const teamsFor = (call: Call): readonly Team[] => {
  if (call.me.role === 'admin') return listTeams(call.db);
  const team = teamOf(call);
  return mayManage(call.me, team.id)
    ? [team]
    : refuse('not_allowed', { who: call.locale.t.common.roles.manager });
};

export const leaderboardExport = verb({
  effect: 'write',
  role: 'manager',
  args: z.object({
    period: z.enum(PERIODS).default('month'),
    day: z.string().refine(isDay).optional(),
  }),
  run: (call, { period, day = call.today }) => {
    const { db, me, now, locale } = call;
    const { t, format } = locale;
    const name = nameOfPeriod(period, day);
    if (periodAround(period, day).from > call.today)
      return refuse('period_ahead', { period: name });
    const teams = teamsFor(call);
    const { table, cut } = cutTable(
      standingsTable(
        teams.map((team) => scorecardsOf(db, team, { period, day }, now)),
        name,
      ),
    );
    const rows = table.rows.length;
    if (rows === 0) {
      const card = notice(locale, t.leaderboard.exportEmpty({ period: name }));
      return [{ kind: 'card', to: 'actor', card }];
    }
    const isAdmin = me.role === 'admin';
    const teamId = isAdmin ? null : me.teamId;
    const subject = teamId === null ? 'workspace' : `team:${teamId}`;
    noteExport(call, subject, { what: 'leaderboard', rows, period: name });
    const n = format.number(rows);
    return [
      {
        kind: 'file',
        file: {
          locale: t.formatTag,
          title: t.leaderboard.exportTitle({ period: name }),
          text:
            cut === 0
              ? t.leaderboard.exportText({ n })
              : t.leaderboard.exportCut({ n, cut: format.number(cut) }),
          table,
          needs: { role: isAdmin ? 'admin' : 'manager', teamId },
        },
      },
    ];
  },
});
