// The directory, on a file.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDirectory } from '../../../adapters/sqlite/directory.ts';
import { openWorkspace } from '../../../adapters/sqlite/file.ts';
import { create, link, list, resolve } from '../../../src/store/directory.ts';
import { temporaryFolder } from '../../adapters/sqlite/folder.ts';

const path = temporaryFolder();
let files = 0;
let directory: ReturnType<typeof openDirectory>;

beforeEach(() => {
  files += 1;
  directory = openDirectory(path(`${files}.sqlite`));
});
afterEach(() => directory.close());

const at = 1_773_194_400_000;

it('knows which workspace a tenant belongs to, several tenants to one', async () => {
  await directory.write((db) => {
    create(db, { id: 'b', name: 'Beta', createdAt: at });
    create(db, { id: 'a', name: '甲', createdAt: at });
    expect(link(db, { platform: 'slack', tenant: 'T1', workspaceId: 'a' })).toBe(true);
    expect(link(db, { platform: 'feishu', tenant: 'T1', workspaceId: 'b' })).toBe(true);
    expect(link(db, { platform: 'dingtalk', tenant: 'corp', workspaceId: 'a' })).toBe(true);
  });
  directory.read((db) => {
    expect(resolve(db, 'slack', 'T1')).toBe('a');
    expect(resolve(db, 'feishu', 'T1')).toBe('b');
    expect(resolve(db, 'dingtalk', 'corp')).toBe('a');
    expect(resolve(db, 'dingtalk', 'T1')).toBeNull();
    expect(list(db).map(({ id, name }) => [id, name])).toEqual([
      ['a', '甲'],
      ['b', 'Beta'],
    ]);
  });
});

it('leaves a tenant where it is', async () => {
  await directory.write((db) => {
    create(db, { id: 'a', name: 'A', createdAt: at });
    create(db, { id: 'b', name: 'B', createdAt: at });
    link(db, { platform: 'slack', tenant: 'T1', workspaceId: 'a' });
    expect(link(db, { platform: 'slack', tenant: 'T1', workspaceId: 'b' })).toBe(false);
    expect(link(db, { platform: 'slack', tenant: 'T1', workspaceId: 'a' })).toBe(true);
    expect(resolve(db, 'slack', 'T1')).toBe('a');
  });
});

it('refuses a taken or impossible id, and a workspace that does not exist', async () => {
  const a = { id: 'a', name: 'A', createdAt: at };
  await directory.write((db) => create(db, a));
  await expect(directory.write((db) => create(db, a))).rejects.toThrow(/UNIQUE/);
  await expect(directory.write((db) => create(db, { ...a, id: '../a' }))).rejects.toThrow(
    RangeError,
  );
  await expect(
    directory.write((db) => link(db, { platform: 'slack', tenant: 'T1', workspaceId: 'b' })),
  ).rejects.toThrow(/FOREIGN KEY/);
});

it('is not taken for a workspace, nor a workspace for it', () => {
  expect(() => openWorkspace(path(`${files}.sqlite`))).toThrow(/not a workspace database/);
});
