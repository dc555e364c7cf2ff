// Standings on the command line: the product's own numbers, for scripts and for people.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../adapters/demo/seed.ts';
import { openCompanies } from '../../adapters/runtime/companies.ts';
import { openWorkspace } from '../../adapters/sqlite/file.ts';
import { periodAround } from '../../src/domain/period.ts';
import { findMember } from '../../src/store/member.ts';
import { computeScore, windowOf } from '../../src/store/score.ts';
import type { TeamScorecards } from '../../src/store/scorecards.ts';
import { listTeams } from '../../src/store/team.ts';
import { cleanUp, runCli, temporary, workspaceFile } from '../support/app.ts';

const NOW = Date.parse('2026-03-11T10:00:00+08:00');
let data: string;

beforeAll(async () => {
  data = join(temporary(), 'data');
  mkdirSync(data);
  const companies = openCompanies(data, () => NOW);
  const home = await companies.of('web', 'local');
  const channel = (name: string) =>
    ({ kind: 'channel', platform: 'web', tenant: 'local', channel: name }) as const;
  await seedDemo(home, { platform: 'web', tenant: 'local', channel }, NOW);
  await companies.close();
});
afterAll(cleanUp);

const standings = (...args: string[]) => runCli(['standings', '--data', data, ...args]);

describe('genjin standings', () => {
  it('gives scripts every metric as the product computes it', async () => {
    const { stdout, code } = await standings('--period', '2026-Q1', '--json');
    expect(code).toBe(0);
    const { teams } = JSON.parse(stdout) as { teams: TeamScorecards[] };
    expect(teams.map(({ period, days }) => [period, days.from, days.to])).toEqual(
      teams.map(() => ['2026-Q1', '2026-01-01', '2026-03-31']),
    );
    const workspace = openWorkspace(workspaceFile(data));
    let compared = 0;
    workspace.read((db) => {
      for (const { id, members } of teams) {
        const team = listTeams(db).find((one) => one.id === id);
        for (const card of members) {
          const who = findMember(db, card.member);
          if (team === undefined || who === undefined) throw new Error('not there');
          const days = periodAround('quarter', '2026-01-01');
          const window = windowOf(db, team, days, Date.now());
          const { score } = computeScore(db, who, 'quarter', window);
          expect(card.exact).toBe(score.value);
          const explained = score.explanation.dimensions.flatMap(({ metrics }) => metrics);
          for (const metric of card.metrics) {
            const same = explained.find(({ key }) => key === metric.key);
            expect(metric.inputs).toEqual(same?.inputs);
            expect(metric.points).toBe(same?.points);
            expect(metric.target).toBe(same?.curve.target);
            expect(metric.state).toBe(same?.state);
            compared++;
          }
          const points = card.metrics.reduce((sum, metric) => sum + metric.points, 0);
          expect(points).toBeCloseTo(card.exact ?? 0, 9);
        }
      }
    });
    await workspace.close();
    expect(compared).toBeGreaterThan(50);
  });

  it('gives people a table a team, Chinese and Latin names aligned', async () => {
    const { stdout } = await standings('--period', '2026-03', '--team', '1');
    const lines = stdout.split('\n');
    expect(lines[0]).toMatch(/ · 2026-03$/u);
    expect(lines[2]).toMatch(/^#\s+member\s+score\s+behaviour/);
    const score = lines[2]?.indexOf('score') ?? 0;
    const rows = lines.slice(3).filter(Boolean);
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      const cells = [...row].flatMap((sign) =>
        /\p{Script=Han}/u.test(sign) ? [sign, ''] : [sign],
      );
      expect(cells.slice(score, score + 5).join('')).toMatch(/\d\.\d$/);
    }
  });

  it.each([
    [['--period', '2026-Q5'], 'Use a period such as 2017-Q4'],
    [['--period', '2999-01'], '2999-01 has not begun'],
    [['--team', 'Nobody'], 'there is no team Nobody; there is:'],
  ])('%j is answered with what to type', async (args, answer) => {
    const ended = await standings(...args);
    expect(ended.code).toBe(1);
    expect(ended.output).toContain(answer);
  });

  it('says plainly that nobody sold then', async () => {
    expect((await standings('--period', '2017-W52')).stdout).toContain('nobody sold here then');
  });
});
