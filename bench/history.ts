// Ten times the history: what boards and scores are read from grows with the team, never with the log.
import { openWorkspace } from '../adapters/sqlite/file.ts';
import { periodAround } from '../src/domain/period.ts';
import { dayOf } from '../src/domain/time.ts';
import { makeBoard } from '../src/store/board.ts';
import { listTeamMembers } from '../src/store/member.ts';
import { computeScore, windowOf } from '../src/store/score.ts';
import { listTeams } from '../src/store/team.ts';
import type { Db } from '../src/store/workspace.ts';
import { type Bench, copyInto, cpuOf, inFolder, median, over, ratios } from './bench.ts';
import { companyFile } from './company/build.ts';
import { NOW, ZONE } from './company/office.ts';
import { turn, watchLoop } from './loop.ts';

const MEMBERS = 10;
/** Ninety days of a team of ten, which fill the rolling window of every metric. */
const FOLLOWUPS = 3_640;
const TIMES = 10;
/** Boards and scores in a round. */
const REPEATS = 15;

const board = (db: Db): unknown => {
  const [team] = listTeams(db);
  if (team === undefined) throw new Error('the company has no team');
  return makeBoard(db, team, 'month', dayOf(NOW, ZONE), NOW, false);
};

const scores = (db: Db): unknown => {
  const [team] = listTeams(db);
  if (team === undefined) throw new Error('the company has no team');
  const window = windowOf(db, team, periodAround('month', dayOf(NOW, ZONE)), NOW);
  return listTeamMembers(db, team.id).map((each) => computeScore(db, each, 'month', window));
};

export const history: Bench = {
  name: 'history',
  about: `the month's leaderboard and everybody's /score with ${TIMES} times the history`,
  run: ({ rounds, small }) =>
    inFolder(async (folder) => {
      const followups = small ? 100 : FOLLOWUPS;
      const sizes = [followups, followups * TIMES] as const;
      const files: string[] = [];
      for (const [at, size] of sizes.entries()) {
        const company = await companyFile({ members: MEMBERS, followups: size });
        files.push(copyInto(folder, company, `${at}.sqlite`));
      }
      const spaces = files.map((file) => openWorkspace(file));
      const works = { leaderboard: board, score: scores } as const;
      const loop = watchLoop();
      const delays: number[] = [];
      const found = { leaderboard: [[], []] as number[][], score: [[], []] as number[][] };
      try {
        for (let round = 0; round < rounds; round += 1) {
          loop.lap();
          await turn();
          for (const [name, work] of Object.entries(works) as [
            keyof typeof works,
            typeof board,
          ][]) {
            const times: number[][] = spaces.map(() => []);
            for (let n = 0; n < REPEATS; n += 1) {
              for (const [at, space] of spaces.entries()) {
                times[at]?.push(cpuOf(() => space.read(work)));
                await turn();
              }
            }
            for (const [at, each] of times.entries()) found[name][at]?.push(median(each) / 1000);
          }
          delays.push(loop.lap());
        }
      } finally {
        loop.stop();
        for (const space of spaces) await space.close();
      }
      const figures = Object.entries(found).flatMap(([name, [short = [], long = []]]) => [
        over(`${name}, CPU`, 'ms', short),
        over(`${name}, CPU, ${TIMES} times the history`, 'ms', long),
        over(`${name}, growth`, '×', ratios(long, short), { most: 1.2 }),
      ]);
      return [...figures, over('event-loop delay p99', 'ms', delays, { most: 50 })];
    }),
};
