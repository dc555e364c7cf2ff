// Acceptance: a backup taken under load, restored, holds what was acknowledged and answers the same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { afterEach, expect, it } from 'vitest';
import { assemble } from '../../adapters/runtime/assemble.ts';
import { recount } from '../../src/store/rollup.ts';
import {
  cleanUp,
  keptLog,
  look,
  runCli,
  startCli,
  temporary,
  visitInProcess,
  webFile,
  workspaceFile,
} from '../support/app.ts';
import { rowsIn } from '../support/folder.ts';
import { prepareClients, startLoad } from '../support/load.ts';
import { ZONE } from '../support/team.ts';

afterEach(cleanUp);

const backUp = async (data: string, out: string): Promise<string> => {
  const { code, output } = await runCli(['backup', out, '--data', data]);
  expect([code, output]).toEqual([0, expect.stringContaining('Backed up to ')]);
  return /Backed up to (.+)/.exec(output)?.[1] ?? '';
};

const restore = async (backup: string, data: string): Promise<string> => {
  const { code, output } = await runCli(['restore', backup, '--data', data]);
  expect([code, output]).toEqual([0, expect.stringContaining('Restored the backup of ')]);
  return output;
};

const followups = (data: string): ReadonlySet<number> =>
  new Set(
    look(workspaceFile(data), (client) =>
      client.prepare<[], number>('SELECT id FROM followup').pluck().all(),
    ),
  );

/** All files whole, all counters as the log says. */
const checkBooks = (data: string): void => {
  for (const file of [workspaceFile(data), webFile(data), join(data, 'directory.sqlite')]) {
    look(file, (client) => {
      expect(client.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(client.pragma('foreign_key_check')).toEqual([]);
    });
  }
  look(workspaceFile(data), (client) => {
    const days = client
      .prepare<[], { id: number; day: string }>('SELECT DISTINCT member_id AS id, day FROM rollup')
      .all();
    expect(days.length).toBeGreaterThan(0);
    expect(days.flatMap(({ id, day }) => recount(drizzle(client), id, day))).toEqual([]);
  });
};

const QUESTIONS: readonly (readonly [string, string])[] = [
  ['rep-0-0', '/score'],
  ['rep-7-2', '/score'],
  ['rep-19-3', '/score month'],
  ['rep-3-1', '/due'],
  ['manager', '/leaderboard'],
  ['manager', '/leaderboard month'],
];

/** What the bot answers over a data folder, at a given moment. */
const answers = async (data: string, at: number): Promise<readonly unknown[]> => {
  const app = await assemble({ data, demo: false, log: keptLog('silent').log, real: () => at });
  try {
    const said = [];
    for (const [user, line] of QUESTIONS) {
      const { messages } = await visitInProcess(app.web.routes, user).say(line);
      said.push(messages.map(({ body }) => body));
    }
    return said;
  } finally {
    await app.close();
  }
};

it('holds what was acknowledged before it began, taken while twenty record', async () => {
  const data = temporary();
  const out = temporary();
  await prepareClients(data);
  const server = await startCli(data, { env: { TZ: ZONE, GENJIN_LOG: 'warn' } });
  const load = startLoad(server);
  await load.reach(100);

  const before = new Set(load.acknowledged);
  const backup = await backUp(data, out);
  const during = load.acknowledged.size - before.size;
  await load.stop();
  // Otherwise nothing was written while it was taken, and this proves nothing.
  expect(during).toBeGreaterThan(0);

  const restored = join(temporary(), 'restored');
  const said = await restore(backup, restored);
  const kept = followups(restored);
  expect([...before].filter((id) => !kept.has(id))).toEqual([]);
  expect(said).toContain(`${kept.size} follow-ups, the newest recorded at 20`);
  checkBooks(restored);
  // What the page shows as recorded is recorded.
  look(webFile(restored), (client) => {
    const shown = client
      .prepare<[], string>("SELECT content FROM messages WHERE content LIKE '%followup%undo%'")
      .pluck()
      .all()
      .map((content) => Number(/"undo"[^}]*"id":(\d+)/.exec(content)?.[1]));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((id) => !kept.has(id))).toEqual([]);
  });

  // The server never noticed, and a second backup of the same data, now at rest, answers as the original does.
  expect(server.output()).not.toMatch(/"level":(40|50|60)/);
  const later = await backUp(data, out);
  server.child.kill('SIGTERM');
  expect(await server.ended).toEqual({ code: 0, signal: null });
  const copy = join(temporary(), 'copy');
  await restore(later, copy);
  for (const file of [workspaceFile, webFile]) {
    expect(rowsIn(file(copy))).toBe(rowsIn(file(data)));
  }
  const now = Date.now();
  const [original, same] = [await answers(data, now), await answers(copy, now)];
  expect(JSON.stringify(original[0])).toMatch(/"title"/);
  expect(same).toEqual(original);

  const first = JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8')) as object;
  expect(first).toMatchObject({
    format: 'genjin-backup',
    version: 1,
    workspace: null,
    missing: [],
  });
  process.stdout.write(
    `${JSON.stringify({ before: before.size, during, inBackup: kept.size, all: load.acknowledged.size })}\n`,
  );
});

it('lets the server start, record and stop while another process reads all the time, as Litestream does', async () => {
  const data = temporary();
  await prepareClients(data);
  const server = await startCli(data, { env: { TZ: ZONE, GENJIN_LOG: 'warn' } });
  await look(workspaceFile(data), async (reader) => {
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM followup').get();
    const load = startLoad(server);
    await load.reach(60);
    await load.stop();
    server.child.kill('SIGTERM');
    expect(await server.ended).toEqual({ code: 0, signal: null });
    expect(server.output()).not.toMatch(/"level":(40|50|60)/);
  });
  checkBooks(data);
});
