// Facts and totals of many members at once are those of each alone, over everything the demo company has.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedDemo } from '../../../adapters/demo/seed.ts';
import { type FileDatabase, openWorkspace } from '../../../adapters/sqlite/file.ts';
import { PERIODS, periodAround } from '../../../src/domain/period.ts';
import { placeOf, ranksOf } from '../../../src/domain/standing.ts';
import { addDays, dayOf, HOUR } from '../../../src/domain/time.ts';
import { factsOf } from '../../../src/store/facts.ts';
import { standingRows } from '../../../src/store/gains.ts';
import { addHandoff } from '../../../src/store/handoff.ts';
import { addLeave, changeMember, listTeamMembers } from '../../../src/store/member.ts';
import { computeTotal, computeTotals, windowOf } from '../../../src/store/score.ts';
import { standardOn } from '../../../src/store/standard.ts';
import { standingsAmong, standingsOf } from '../../../src/store/standings.ts';
import { listTeams } from '../../../src/store/team.ts';
import { standingsOfRows } from '../../support/standings.ts';

const NOW = Date.parse('2026-03-11T18:00:00+08:00');

let folder: string;
let workspace: FileDatabase;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'genjin-'));
  workspace = openWorkspace(join(folder, 'w.sqlite'));
  const channel = (key: string) =>
    ({ kind: 'channel', platform: 'web', tenant: 'local', channel: key }) as const;
  await seedDemo(workspace, { platform: 'web', tenant: 'local', channel }, NOW);
  await workspace.write((db) => {
    for (const team of listTeams(db)) {
      const [first, second, third] = listTeamMembers(db, team.id);
      if (first === undefined || second === undefined || third === undefined) continue;
      addLeave(db, first.id, '2026-03-03');
      addHandoff(db, {
        customerId: 1,
        fromId: second.id,
        toId: third.id,
        note: '',
        noteCompleteness: 500_000,
        createdAt: NOW - 48 * HOUR,
        createdOn: '2026-03-09',
      });
      changeMember(db, second.id, { joinedOn: '2026-02-25' });
      changeMember(db, third.id, { optedOut: true });
    }
  });
});
afterAll(async () => {
  await workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

it.each(PERIODS)('facts of a team’s %s are those of its members', (period) => {
  workspace.read((db) => {
    let cases = 0;
    for (const team of listTeams(db)) {
      const members = listTeamMembers(db, team.id).reverse();
      for (const back of [0, 1, 20]) {
        const day = addDays(dayOf(NOW, team.zone), -back);
        const window = windowOf(db, team, periodAround(period, day), NOW);
        const standard = standardOn(db, window.days.from);
        const together = factsOf(db, members, standard, window);
        expect(together).toStrictEqual(
          members.flatMap((member) => factsOf(db, [member], standard, window)),
        );
        expect(together.map(({ member }) => member)).toStrictEqual(members);
        expect(computeTotals(db, members, period, window)).toStrictEqual(
          members.map((member) => computeTotal(db, member, period, window)),
        );
        cases += together.reduce((sum, { facts }) => sum + facts.completeness.records, 0);
      }
    }
    expect(cases).toBeGreaterThan(0);
  });
});

it('no member, no facts', () => {
  workspace.read((db) => {
    const [team] = listTeams(db);
    if (team === undefined) throw new Error('no team');
    const window = windowOf(db, team, periodAround('month', '2026-03-11'), NOW);
    expect(factsOf(db, [], standardOn(db, '2026-03-11'), window)).toEqual([]);
  });
});

/** Each team's periods: as counted in the database, and as all rows. */
const bothWays = () =>
  workspace.read((db) =>
    listTeams(db).flatMap((team) =>
      PERIODS.map((period) => ({
        rows: standingRows(db, team, period, NOW),
        counted: standingsOf(db, team, period, NOW),
        two: standingsAmong(db, team, listTeamMembers(db, team.id).slice(0, 2), period, NOW),
      })),
    ),
  );

it('standings are what all rows say, whether their scores are computed or kept', async () => {
  const computed = bothWays();
  for (const { rows, counted, two } of computed) {
    expect(counted).toStrictEqual(standingsOfRows(rows));
    expect(rows.slice(0, 2)).toMatchObject(two);
    const ranked = rows.flatMap(({ score, provisional }) =>
      score === null || provisional ? [] : [score],
    );
    expect(ranked.map((score) => placeOf(score, counted.scores).rank)).toEqual(
      ranksOf(ranked, 'standard'),
    );
  }
  expect(computed.some(({ counted }) => counted.best.length > 1)).toBe(true);
  await workspace.write((db) => {
    const [team] = listTeams(db);
    if (team === undefined) throw new Error('no team');
    for (const period of PERIODS) standingsOf(db, team, period, NOW, { keep: true });
  });
  expect(bothWays()).toStrictEqual(computed);
});
