// Every bench runs, on as little as shows it, and every command is among those that are asked. Nothing is timed here.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/index.ts';

const RUN = fileURLToPath(new URL('../../dist/bench/run.js', import.meta.url));
const BENCHES = ['store', 'followup', 'history', 'board', 'import', 'memory', 'scale', 'pulse'];
const MINUTES = 60_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'genjin-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Saved {
  readonly machine: { readonly cpu: string; readonly sqlite: string; readonly load: number };
  readonly results: readonly {
    readonly bench: string;
    readonly figures: readonly { readonly name: string; readonly value: number }[];
  }[];
}

const bench = (...args: string[]) =>
  promisify(execFile)(process.execPath, [RUN, ...args], { timeout: 8 * MINUTES });

describe('npm run bench', () => {
  it(
    'runs every bench, saves what it measured and compares it with an earlier run',
    async () => {
      const file = join(folder, 'run.json');
      const { stdout } = await bench('--small', '--save', file);
      const { machine, results } = JSON.parse(readFileSync(file, 'utf8')) as Saved;
      expect(results.map((result) => result.bench)).toEqual(BENCHES);
      for (const { bench: name, figures } of results) {
        expect(stdout).toContain(`\n${name}: `);
        expect(figures.length, name).toBeGreaterThan(0);
        for (const figure of figures) expect(figure.value, figure.name).toBeGreaterThanOrEqual(0);
      }
      expect(stdout).toContain(machine.cpu);
      expect(machine.load).toBeGreaterThanOrEqual(0);
      const again = await bench('store', '--small', '--compare', file);
      expect(again.stdout).toContain('Compared with ');
      expect(again.stdout).toContain('store: group commit against single commits: ×');
    },
    10 * MINUTES,
  );

  it('names what there is when asked for something else', async () => {
    await expect(bench('stor')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(
        'there is no bench stor; there is: store, followup',
      ) as string,
    });
    await expect(bench('store', '--rounds', 'many')).rejects.toMatchObject({
      stderr: expect.stringContaining('--rounds takes a whole number') as string,
    });
  });
});

describe('the scale bench', () => {
  it('asks for every command', async () => {
    const { ASKED } = await import('../../bench/requests.ts');
    const asked = new Set(ASKED.map(({ command }) => command));
    expect([...asked].sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
  });
});
