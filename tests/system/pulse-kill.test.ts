// Acceptance: kill -9 at each named step of voting and closing loses no acknowledged ballot and counts none twice.
// `GENJIN_PULSE_KILLS=20 npx vitest run tests/system/pulse-kill.test.ts` is the full run.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkspace } from '../../adapters/sqlite/file.ts';
import { advancePulse } from '../../src/jobs/pulse.ts';
import { castBallot, sealBallot } from '../../src/store/ballot.ts';
import { figuresOf, findSurvey, launch, requestClose } from '../../src/store/survey.ts';
import { addPeople, CLOSES, OPENED, QUESTIONS } from '../support/pulse.ts';
import { testVault, vaultFolder } from '../support/vault.ts';

const KILLS = Math.min(100, Number(process.env.GENJIN_PULSE_KILLS ?? 1));
/** Enough for a distribution. */
const PEOPLE = 8;
/** Processes at a time. */
const LANES = 3;
const PATIENCE_MS = 120_000 + KILLS * 200_000;

const besides = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
let base: string;
let template: string;

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'genjin-pulse-kill-'));
  template = join(base, 'template');
  mkdirSync(template);
  mkdirSync(join(base, 'js'));
  const workspace = openWorkspace(join(template, 'workspace.sqlite'));
  await workspace.write((db) => {
    addPeople(db, [PEOPLE]);
    launch(db, {
      teamId: null,
      half: false,
      questions: QUESTIONS,
      minMean: 5,
      minFull: 8,
      closesAt: CLOSES,
      startedBy: 1,
      scheduleId: null,
      now: OPENED,
    });
  });
  await workspace.close();
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Runs the process over a copy of the template. @returns what it said, and whether it was killed */
const run = async (
  folder: string,
  fatal: string,
  occurrence: number,
): Promise<{ lines: readonly string[]; signal: string | null }> => {
  cpSync(template, folder, { recursive: true });
  const child = spawn(
    process.execPath,
    [
      '--import',
      besides('../adapters/sqlite/typescript.mjs'),
      besides('../support/pulse-killed.ts'),
      ...[folder, fatal, String(occurrence), String(OPENED)],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, COMPILED: join(base, 'js') } },
  );
  let said = '';
  child.stdout.on('data', (data: Buffer) => {
    said += data.toString();
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  return { lines: said.split('\n').filter(Boolean), signal };
};

/** Starts again where the process was killed, and checks the books at the end. */
const recover = async (folder: string, acknowledged: readonly number[]): Promise<void> => {
  const workspace = openWorkspace(join(folder, 'workspace.sqlite'));
  const vault = testVault(folder);
  const silent = { info: () => undefined, error: () => undefined };
  const advance = (): Promise<number> =>
    advancePulse(workspace, vault, OPENED, vault.random, silent);
  const survey = () => {
    const found = workspace.read((db) => findSurvey(db, 1));
    if (found === undefined) throw new Error('the survey is gone');
    return found;
  };
  try {
    expect(await advance()).toBe(0);
    if (survey().state === 'open') {
      // Whoever was not answered presses again, and the platform redelivers to the others.
      const { code } = survey();
      for (let member = 1; member <= PEOPLE; member += 1) {
        const ballot = { group: 1, answers: [1 + (member % 5), member, null] };
        const sealed = await sealBallot(vault, survey(), member, ballot);
        if (sealed === null) throw new Error('no keys');
        const outcome = await workspace.write((db) => castBallot(db, code, sealed));
        if (acknowledged.includes(member)) expect(outcome).toBe('already');
        else expect(['counted', 'already']).toContain(outcome);
      }
      await workspace.write((db) => requestClose(db, 1, 1, OPENED));
      expect(await advance()).toBe(0);
    } else {
      expect(acknowledged).toHaveLength(PEOPLE);
    }
    expect(survey()).toMatchObject({ state: 'closed', counted: PEOPLE });
    const whole = workspace
      .read((db) => figuresOf(db, 1))
      .find((row) => row.groupNumber === 0 && row.question === 1);
    const counts = Array.from({ length: 11 }, (_, n) => (n >= 1 && n <= PEOPLE ? 1 : 0));
    expect(whole?.figure).toMatchObject({ tier: 'full', n: PEOPLE, counts });
    const left = workspace.read((db) =>
      db.get(sql`select (select count(*) from ballot) + (select count(*) from mark) +
        (select count(*) from outbox where key like 'pulse:%') as n`),
    );
    expect(left).toEqual({ n: 0 });
    expect(existsSync(vaultFolder(folder)) ? readdirSync(vaultFolder(folder)) : []).toEqual([]);
  } finally {
    await workspace.close();
  }
};

it(`holds over ${KILLS} kills at each step`, { timeout: PATIENCE_MS }, async () => {
  const whole = await run(join(base, 'whole'), '', 1);
  expect(whole.lines.at(-1)).toBe('closed');
  const steps = new Map<string, number>();
  for (const line of whole.lines.filter((each) => each.startsWith('step '))) {
    const name = line.slice('step '.length);
    steps.set(name, (steps.get(name) ?? 0) + 1);
  }
  expect([...steps.keys()].map((name) => name.split(':')[0])).toEqual(
    expect.arrayContaining(['opening', 'open', 'closing', 'counted']),
  );
  const kills = [...steps].flatMap(([name, times]) =>
    // The first, the last, and between them.
    Array.from({ length: KILLS }, (_, n) => ({
      name,
      occurrence: 1 + Math.round((n * (times - 1)) / Math.max(1, KILLS - 1)),
      folder: join(base, `${name.replaceAll(/\W+/g, '-')}-${n}`),
    })),
  );
  let done = 0;
  const lane = async (): Promise<void> => {
    for (let next = kills.shift(); next !== undefined; next = kills.shift()) {
      const { folder, name, occurrence } = next;
      const { lines, signal } = await run(folder, name, occurrence);
      expect([name, signal]).toEqual([name, 'SIGKILL']);
      const acknowledged = lines
        .filter((line) => line.startsWith('counted '))
        .map((line) => Number(line.slice('counted '.length)));
      await recover(folder, acknowledged);
      rmSync(folder, { recursive: true });
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  process.stdout.write(`${JSON.stringify({ steps: steps.size, kills: done })}\n`);
  expect(done).toBe(steps.size * KILLS);
});
