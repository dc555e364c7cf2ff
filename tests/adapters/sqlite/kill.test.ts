// Killed at any moment, a workspace keeps all that was acknowledged and nothing by halves.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import Client from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openWorkspace } from '../../../adapters/sqlite/file.ts';
import { customer } from '../../../src/store/schema/customers.ts';
import { inbox } from '../../../src/store/schema/delivery.ts';
import { temporaryFolder } from './folder.ts';

const KILLS = 10;
const path = temporaryFolder();
const besides = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Kills the writer some time after its first acknowledgement; all it acknowledged. */
const killedAfter = async (file: string, round: number, ms: number): Promise<readonly string[]> => {
  const child = spawn(
    process.execPath,
    ['--import', besides('typescript.mjs'), besides('killed.ts'), file, String(round)],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, COMPILED: path('') } },
  );
  let said = '';
  child.stdout.on('data', (data: Buffer) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), ms);
    said += data.toString();
  });
  const [, signal] = await once(child, 'close');
  expect(signal).toBe('SIGKILL');
  // The last line may have been cut off.
  return said.split('\n').slice(0, -1);
};

it(`loses nothing acknowledged over ${KILLS} kills`, { timeout: 120_000 }, async () => {
  const file = path('killed.sqlite');
  const acknowledged: string[] = [];
  for (let round = 0; round < KILLS; round += 1) {
    acknowledged.push(...(await killedAfter(file, round, round * 6)));
    const workspace = openWorkspace(file);
    const stored = workspace.read((db) => db.select({ key: customer.key }).from(customer).all());
    const claimed = workspace.read((db) => db.select({ id: inbox.id }).from(inbox).all());
    await workspace.close();
    const keys = new Set(stored.map(({ key }) => key));
    expect(acknowledged.filter((id) => !keys.has(id))).toEqual([]);
    expect(new Set(claimed.map(({ id }) => id))).toEqual(keys);
  }
  expect(acknowledged.length).toBeGreaterThan(KILLS);
  const client = new Client(file, { readonly: true });
  expect(client.pragma('integrity_check', { simple: true })).toBe('ok');
  client.close();
});
