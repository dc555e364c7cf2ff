// genjin standings: who stands where in a period, with every number behind it.
import { Command, InvalidArgumentError } from 'commander';
import {
  type NamedPeriod,
  nameOfPeriod,
  periodAround,
  periodNamed,
} from '../../../src/domain/period.ts';
import { DIMENSIONS } from '../../../src/domain/scoring/metric.ts';
import { dayOf, type Instant } from '../../../src/domain/time.ts';
import {
  type Scorecard,
  scorecardsOf,
  type TeamScorecards,
} from '../../../src/store/scorecards.ts';
import { standingsTable } from '../../../src/store/standings-table.ts';
import { listTeams, type Team } from '../../../src/store/team.ts';
import type { Db } from '../../../src/store/workspace.ts';
import { alignedLines } from '../transfer/columns.ts';
import { type WorkspaceOptions, withWorkspace } from './workspace.ts';

interface StandingsOptions extends WorkspaceOptions {
  readonly period?: NamedPeriod;
  readonly team?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

const period = (text: string): NamedPeriod => {
  const found = periodNamed(text);
  if (found !== null) return found;
  throw new InvalidArgumentError('Use a period such as 2017-Q4, 2017-12, 2017-W52 or 2017-12-29');
};

const teamsWanted = (db: Db, wanted: string | undefined): readonly Team[] => {
  const teams = listTeams(db);
  if (teams.length === 0)
    throw new Error('the workspace has no team yet, so there are no standings');
  if (wanted === undefined) return teams;
  const found = teams.filter(({ id, name }) => name === wanted || String(id) === wanted);
  if (found.length > 0) return found;
  const names = teams.map(({ id, name }) => `${name} (${id})`).join(', ');
  throw new Error(`there is no team ${wanted}; there is: ${names}`);
};

const standingsIn = (
  db: Db,
  { period: wanted, team }: StandingsOptions,
  now: Instant,
): readonly TeamScorecards[] =>
  teamsWanted(db, team).map((each): TeamScorecards => {
    const today = dayOf(now, each.zone);
    const named = wanted ?? { period: 'month', day: today };
    const { from } = periodAround(named.period, named.day);
    if (from > today) {
      const name = nameOfPeriod(named.period, named.day);
      throw new Error(`${name} has not begun; name a period that has`);
    }
    return scorecardsOf(db, each, named, now);
  });

const tenths = (value: number | null): string => (value === null ? '-' : value.toFixed(1));

const noteOf = (card: Scorecard): string =>
  [
    card.provisional ? 'too little data to rank' : '',
    card.newHire ? 'new' : '',
    card.optedOut ? 'not on public boards' : '',
    card.leftOn === null ? '' : `left ${card.leftOn}`,
  ]
    .filter(Boolean)
    .join(', ');

const HEAD = ['#', 'member', 'score', ...DIMENSIONS, 'data', ''];
const ENDS = new Set([0, 2, 3, 4, 5, 6, 7]);

/** A table a team, for people. */
const readable = (teams: readonly TeamScorecards[]): string =>
  teams
    .map(({ team, period: name, days, asOf, standard, members }) => {
      const rows = members.map((card) => [
        card.rank === null ? '-' : String(card.rank),
        card.name,
        tenths(card.score),
        ...card.dimensions.map(({ points }) => tenths(points)),
        `${Math.round(card.available)}%`,
        noteOf(card),
      ]);
      const [title = ''] = alignedLines([[`${team} · ${name}`]], new Set());
      const span = `${days.from} to ${days.to}, counted to ${asOf}, standard ${standard}`;
      const table =
        rows.length === 0 ? ['nobody sold here then'] : alignedLines([HEAD, ...rows], ENDS);
      return [title, span, ...table].join('\n');
    })
    .join('\n\n');

export const standings = new Command('standings')
  .description('who stands where in a period, with every number behind it')
  .option(
    '--period <period>',
    '2017-Q4, 2017-12, 2017-W52 or 2017-12-29 (default this month)',
    period,
  )
  .option('--team <name>', 'one team, by name or number (default all)')
  .option('--json', 'for scripts: inputs, targets, points and state of every metric')
  .option('--csv', 'a seller a row, as /leaderboard export gives it')
  .option('--data <dir>', 'data folder (GENJIN_DATA, else ./data)')
  .option('--workspace <id>', 'which workspace, where there are several')
  .action(async (options: StandingsOptions) => {
    const { csvFile } = await import('../../files/write-csv.ts');
    const text = await withWorkspace(options, async (workspace) => {
      const teams = workspace.read((db) => standingsIn(db, options, Date.now()));
      if (options.json === true) return JSON.stringify({ teams }, null, 2);
      if (options.csv === true)
        return csvFile(standingsTable(teams, teams[0]?.period ?? '')).trimEnd();
      return readable(teams);
    });
    process.stdout.write(`${text}\n`);
  });
