// genjin audit on the command line: what it says and how it ends, on a trail that holds and on broken ones.
import { join } from 'node:path';
import Client from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCompanies } from '../../../adapters/runtime/companies.ts';
import { addAudit } from '../../../src/store/audit.ts';
import { cleanUp, runCli, temporary } from '../../support/app.ts';

let data: string;
beforeEach(async () => {
  data = temporary();
  const companies = openCompanies(data, () => 0);
  const workspace = await companies.of('test', 't1');
  await workspace.write((db) => {
    for (let n = 1; n <= 5; n += 1) {
      const entry = { at: n * 1_000, actorId: null, subject: 'team:1' };
      addAudit(db, { ...entry, action: 'team.name', before: `n${n}`, after: `n${n + 1}` });
    }
  });
  await companies.close();
});
afterEach(cleanUp);

const tamper = (statement: string): void => {
  const client = new Client(join(data, 'w1.sqlite'));
  client.exec(statement);
  client.close();
};

const verify = (...args: readonly string[]) => runCli(['audit', 'verify', '--data', data, ...args]);

describe('genjin audit', () => {
  it('says that the chain holds, with count and head, which can be asked for later', async () => {
    const { code, stdout } = await verify();
    expect(code).toBe(0);
    expect(stdout).toContain('5 entries');
    expect(stdout).toContain('The chain holds');
    const [, head = ''] = /head {2}([0-9a-f]{64})/.exec(stdout) ?? [];
    expect((await verify('--head', head)).code).toBe(0);
    tamper('delete from audit where id = 5');
    expect((await verify()).code).toBe(0);
    const cut = await verify('--head', head);
    expect(cut.code).toBe(2);
    expect(cut.stdout).toContain('its end was cut off');
    expect((await verify('--head', 'xyz')).code).toBe(1);
  });

  it.each([
    ["update audit set after = '1' where id = 2", 'entry 2 is not what was written'],
    ['delete from audit where id = 3', 'entry 4 does not follow the one before'],
    ["insert into audit (at, action, subject) values (9, 'x', 'y')", 'entry 6 was added by hand'],
    [
      'update audit set before = null, after = null, salt = null where id = 2',
      'entry 2 was emptied',
    ],
  ])('ends with 2 and names the entry after: %s', async (statement, says) => {
    tamper(statement);
    const { code, stdout } = await verify();
    expect(code).toBe(2);
    expect(stdout).toContain(says);
    const json = await verify('--json');
    expect(json.code).toBe(2);
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: false });
  });

  it('lists the newest first, as text and as JSON', async () => {
    const text = await runCli(['audit', 'list', '--data', data, '--limit', '2']);
    expect(text.stdout.trim().split('\n')).toEqual([
      '5  1970-01-01T00:00:05.000Z  Genjin  team.name  team:1  "n5" → "n6"',
      '4  1970-01-01T00:00:04.000Z  Genjin  team.name  team:1  "n4" → "n5"',
    ]);
    const json = await runCli(['audit', 'list', '--data', data, '--limit', '1', '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({ id: 5, action: 'team.name', after: 'n6' });
  });

  it('lists an entry whose values are no JSON as unreadable', async () => {
    tamper("update audit set before = '{broken' where id = 4");
    const text = await runCli(['audit', 'list', '--data', data, '--limit', '2']);
    expect(text.code).toBe(0);
    expect(text.stdout.trim().split('\n')).toEqual([
      '5  1970-01-01T00:00:05.000Z  Genjin  team.name  team:1  "n5" → "n6"',
      '4  1970-01-01T00:00:04.000Z  Genjin  team.name  team:1  unreadable: its values are no JSON',
    ]);
    const json = await runCli(['audit', 'list', '--data', data, '--limit', '2', '--json']);
    const [good, bad] = json.stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(good).toMatchObject({ id: 5, unreadable: false });
    expect(bad).toMatchObject({ id: 4, unreadable: true, before: null, after: null });
  });
});
