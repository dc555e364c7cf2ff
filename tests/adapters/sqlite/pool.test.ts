// The pool: opened on demand, shared, never closed under a write, and no way out of its folder.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openPool } from '../../../adapters/sqlite/pool.ts';
import { setting } from '../../../src/store/schema/people.ts';
import type { Db, Workspace } from '../../../src/store/workspace.ts';
import { temporaryFolder } from './folder.ts';

const path = temporaryFolder();

const put = (key: string) => (db: Db) => db.insert(setting).values({ key, value: 0 }).run();
const count = (workspace: Workspace): number =>
  workspace.read((db) => db.select().from(setting).all().length);

it('opens a workspace when it is first used, and once', async () => {
  const folder = path('a/b');
  const pool = openPool({ folder });
  const [one, other] = [pool.workspace('acme'), pool.workspace('acme')];
  expect(pool.opened()).toEqual([]);
  await Promise.all([one.write(put('x')), other.write(put('y'))]);
  expect([count(one), count(other)]).toEqual([2, 2]);
  expect(pool.opened()).toEqual(['acme']);
  expect(existsSync(join(folder, 'acme.sqlite'))).toBe(true);
  await pool.close();
});

it('keeps workspaces apart', async () => {
  const pool = openPool({ folder: path('apart') });
  await pool.workspace('a').write(put('x'));
  expect(count(pool.workspace('b'))).toBe(0);
  await pool.close();
});

it('closes the coldest, which opens again when it is used again', async () => {
  const pool = openPool({ folder: path('lru'), maxOpen: 2 });
  await pool.workspace('a').write(put('x'));
  await pool.workspace('b').write(put('x'));
  expect(count(pool.workspace('a'))).toBe(1);
  await pool.workspace('c').write(put('x'));
  expect(pool.opened()).toEqual(['a', 'c']);
  expect(count(pool.workspace('b'))).toBe(1);
  expect(pool.opened()).toEqual(['c', 'b']);
  await pool.close();
});

it('closes none that has writes waiting, and goes back to its number afterwards', async () => {
  const pool = openPool({ folder: path('pinned'), maxOpen: 1 });
  const names = ['a', 'b', 'c', 'd'];
  const writes = names.map((name) => pool.workspace(name).write(put('x')));
  expect(pool.opened()).toEqual(names);
  await Promise.all(writes);
  await new Promise((resolve) => setImmediate(resolve));
  expect(pool.opened()).toEqual(['d']);
  expect(names.map((name) => count(pool.workspace(name)))).toEqual([1, 1, 1, 1]);
  await pool.close();
});

it('takes no name that could be a path, nor the name of the directory', async () => {
  const pool = openPool({ folder: path('names') });
  const names = ['', '.', '..', '../x', 'a/b', 'a\\b', '/x', 'a.b', 'A', '-a', 'a\0', 'a\n', 'é'];
  for (const name of [...names, 'a'.repeat(65), 'directory']) {
    expect(() => pool.workspace(name)).toThrow(RangeError);
  }
  await pool.workspace('0_a-b').write(put('x'));
  await pool.close();
});

it('commits what waits when it closes, and refuses clearly afterwards', async () => {
  const folder = path('closing');
  const pool = openPool({ folder });
  const workspace = pool.workspace('a');
  const write = workspace.write(put('x'));
  await pool.close();
  await write;
  expect(() => count(workspace)).toThrow(/closing is closed/);
  await expect(workspace.write(put('y'))).rejects.toThrow(/closing is closed/);
  const again = openPool({ folder });
  expect(count(again.workspace('a'))).toBe(1);
  await again.close();
});

it('one file that cannot be opened is no matter to the others', async () => {
  const folder = path('broken');
  const pool = openPool({ folder });
  writeFileSync(join(folder, 'a.sqlite'), 'not a database'.repeat(100));
  expect(() => count(pool.workspace('a'))).toThrow(/cannot open workspace database .*a\.sqlite/);
  await pool.workspace('b').write(put('x'));
  expect(pool.opened()).toEqual(['b']);
  await pool.close();
});

it('passes compacting on, and opens the file for it', async () => {
  const pool = openPool({ folder: path('compact'), maxOpen: 1 });
  await pool.workspace('a').write(put('x'));
  await pool.workspace('b').write(put('x'));
  expect(pool.opened()).toEqual(['b']);
  await pool.workspace('a').compact();
  expect(pool.opened()).toEqual(['a']);
  expect(count(pool.workspace('a'))).toBe(1);
  await pool.close();
  await expect(pool.workspace('a').compact()).rejects.toThrow(/is closed/);
});
