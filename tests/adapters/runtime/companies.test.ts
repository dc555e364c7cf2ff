// A tenant has one workspace, the same after a restart.
import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { openCompanies } from '../../../adapters/runtime/companies.ts';
import { addMember, listMembers } from '../../../src/store/member.ts';
import { cleanUp, temporary } from '../../support/app.ts';

const NOW = Date.parse('2026-03-11T10:00:00+08:00');
const open = (folder: string) => openCompanies(folder, () => NOW);

afterEach(cleanUp);

describe('companies', () => {
  it('has none at first', async () => {
    const companies = open(temporary());
    expect(companies.all()).toEqual([]);
    await companies.close();
  });

  it('makes a workspace on first sight, one even when asked for at once', async () => {
    const companies = open(temporary());
    const found = await Promise.all(Array.from({ length: 10 }, () => companies.of('web', 'local')));
    expect(new Set(found).size).toBe(1);
    expect(companies.all()).toEqual([found[0]]);
    await companies.close();
  });

  it('keeps tenants apart, in files of their own', async () => {
    const folder = temporary();
    const companies = open(folder);
    const tenants = [
      ['web', 'local'],
      ['web', 'other'],
      ['slack', 'local'],
    ] as const;
    for (const [platform, tenant] of tenants) {
      const workspace = await companies.of(platform, tenant);
      await workspace.write((db) =>
        addMember(db, { name: `${platform} ${tenant}`, role: 'rep', joinedOn: '2026-03-11' }),
      );
    }
    const names = companies
      .all()
      .map((workspace) => workspace.read((db) => listMembers(db).map(({ name }) => name)));
    expect(names).toEqual([['web local'], ['web other'], ['slack local']]);
    await companies.close();
    expect(readdirSync(folder).filter((name) => name.endsWith('.sqlite'))).toEqual([
      'directory.sqlite',
      'w1.sqlite',
      'w2.sqlite',
      'w3.sqlite',
    ]);
  });

  it('finds the same workspace after a restart', async () => {
    const folder = temporary();
    const before = open(folder);
    const made = await before.of('web', 'local');
    await made.write((db) => addMember(db, { name: 'Lin', role: 'rep', joinedOn: '2026-03-11' }));
    await before.close();
    const after = open(folder);
    const found = await after.of('web', 'local');
    expect(found.read((db) => listMembers(db).map(({ name }) => name))).toEqual(['Lin']);
    expect(after.all()).toEqual([found]);
    await after.close();
  });

  it('answers nothing once closed', async () => {
    const companies = open(temporary());
    const workspace = await companies.of('web', 'local');
    await companies.close();
    expect(() => workspace.read((db) => listMembers(db))).toThrow(/closed/);
    await expect(companies.of('web', 'local')).rejects.toThrow(/closed/);
  });
});
