// Where an import goes: a folder that is there, one that is not, and one with the demo in it.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { assemble } from '../../../../adapters/runtime/assemble.ts';
import type { StateView } from '../../../../adapters/web/wire.ts';
import { keptLog } from '../../../support/app.ts';
import { dataFolder, root, rowsOf, runImport } from '../../../support/importing.ts';

const CRM = fileURLToPath(new URL('../../../fixtures/crm', import.meta.url));
const args = (folder: string, ...more: string[]): string[] => [
  ...['--preset', 'crm-opportunities', CRM, '--data', folder],
  ...more,
];

/** What the page shows somebody of this name, and what was logged until then. */
const stateOf = async (data: string, name: string) => {
  const { log, lines } = keptLog();
  const app = await assemble({ data, demo: true, log });
  try {
    const look = async (query: string): Promise<StateView> => {
      const response = await app.web.routes.request(`/web/state${query}`);
      return (await response.json()) as StateView;
    };
    const { people } = await look('');
    const user = people.find((person) => person.name === name)?.user ?? '';
    return { people, own: await look(`?as=${user}`), log: lines.join('\n') };
  } finally {
    await app.close();
  }
};

it('makes a folder that is not there, and the page shows who is in it', async () => {
  const folder = join(root, 'new', 'folder');
  const { code, out, err } = await runImport(args(folder));
  expect(code, err).toBe(0);
  expect(out).toContain(`new workspace w1 in ${folder}`);
  const { people, own, log } = await stateOf(folder, 'Dustin Brinkmann');
  expect(log).not.toContain('demo');
  expect(people).toHaveLength(41);
  expect(own.me).toMatchObject({ name: 'Dustin Brinkmann', role: 'manager' });
  expect(own.places.map(({ name }) => name)).toContain('Central – Dustin Brinkmann');
  expect(own.clock.demo).toBeNull();
  expect(rowsOf(folder, 'select count(*) n from member')).toEqual([{ n: 41 }]);
});

it('makes a named workspace only when told', async () => {
  const folder = join(root, 'named');
  const refused = await runImport(args(folder, '--workspace', 'acme'));
  expect(refused.err).toContain(`there is no workspace acme in ${folder}; there is: none`);
  expect(refused.err).toContain('--create');
  expect(existsSync(folder)).toBe(false);
  const bad = await runImport(args(folder, '--workspace', '../x', '--create'));
  expect(bad.err).toContain('../x cannot name a workspace');
  expect(existsSync(folder)).toBe(false);
  expect((await runImport(args(folder, '--workspace', 'acme', '--create'))).code).toBe(0);
  expect(existsSync(join(folder, 'acme.sqlite'))).toBe(true);
  const again = await runImport(args(folder));
  expect(again.out).toMatch(/deal +0 added, 0 changed, 60 unchanged/);
});

it('tries it without making anything', async () => {
  const folder = join(root, 'dry-new');
  const { code, out } = await runImport(args(folder, '--dry-run'));
  expect(code).toBe(0);
  expect(out).toMatch(/deal +60 added/);
  expect(existsSync(folder)).toBe(false);
});

it('leaves a folder of something else alone', async () => {
  const folder = join(root, 'photos');
  mkdirSync(folder);
  writeFileSync(join(folder, 'photo.jpg'), 'x');
  const { code, err } = await runImport(args(folder));
  expect(code).toBe(1);
  expect(err).toContain(`${folder} holds no Genjin data`);
  expect(existsSync(join(folder, 'w1.sqlite'))).toBe(false);
});

it('adds to the demo', async () => {
  const folder = join(root, 'demo');
  const { people } = await stateOf(folder, '');
  expect(people.length).toBeGreaterThan(5);
  const { code, err } = await runImport(args(folder));
  expect(code, err).toBe(0);
  const both = await stateOf(folder, 'Dustin Brinkmann');
  expect(both.people).toHaveLength(people.length + 41);
  expect(both.own.places.map(({ name }) => name)).toContain('Central – Dustin Brinkmann');
});

it('notes in the trail what a run changed, and roles', async () => {
  const folder = await dataFolder('trail');
  await runImport(args(folder));
  await runImport(args(folder));
  const trail = 'select actor_id, subject, after from audit where action = ';
  const [imported, ...others] = rowsOf(folder, `${trail} 'data.imported'`);
  expect(others).toEqual([]);
  expect(imported).toMatchObject({ actor_id: null, subject: 'workspace' });
  expect(JSON.parse(String(imported?.after))).toMatchObject({
    mapping: 'crm-opportunities',
    files: ['sales_teams.csv', 'accounts.csv', 'sales_pipeline.csv'],
    nouns: expect.arrayContaining([expect.objectContaining({ noun: 'deal', added: 60 })]),
  });
  expect(rowsOf(folder, `${trail} 'member.role'`)).toHaveLength(6);
});
