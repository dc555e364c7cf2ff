// Runs the benches, one after the other: `npm run bench [names…] [-- --save FILE --compare FILE]`.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Bench, Effort } from './bench.ts';
import { board } from './board.ts';
import { followup } from './followup.ts';
import { history } from './history.ts';
import { imports } from './import.ts';
import { machineNow } from './machine.ts';
import { memory } from './memory.ts';
import { pulse } from './pulse.ts';
import { compare, isMet, line, machineLine, type Result, type Run, save } from './report.ts';
import { scale } from './scale.ts';
import { store } from './store.ts';

const BENCHES: readonly Bench[] = [store, followup, history, board, imports, memory, scale, pulse];
const ROUNDS = 5;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const whole = (text: string | undefined, option: string): number | undefined => {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw new Error(`--${option} takes a whole number from 1, not ${text}`);
};

const chosen = (names: readonly string[]): readonly Bench[] => {
  const unknown = names.find((name) => !BENCHES.some((bench) => bench.name === name));
  if (unknown !== undefined) {
    const known = BENCHES.map(({ name }) => name).join(', ');
    throw new Error(`there is no bench ${unknown}; there is: ${known}`);
  }
  return names.length === 0 ? BENCHES : BENCHES.filter(({ name }) => names.includes(name));
};

const load = (): number => loadavg()[0] ?? Number.NaN;

const runOne = async (bench: Bench, effort: Effort): Promise<Result> => {
  say(`\n${bench.name}: ${bench.about}`);
  const before = load();
  const figures = await bench.run(effort);
  const result: Result = { bench: bench.name, load: [before, load()], figures };
  for (const figure of figures) say(`  ${line(figure)}`);
  say(`  load average ${result.load.map((each) => each.toFixed(1)).join(' → ')}`);
  return result;
};

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string' },
      members: { type: 'string' },
      followups: { type: 'string' },
      small: { type: 'boolean', default: false },
      save: { type: 'string' },
      compare: { type: 'string' },
    },
  });
  const members = whole(values.members, 'members');
  const followups = whole(values.followups, 'followups');
  const effort: Effort = {
    rounds: whole(values.rounds, 'rounds') ?? (values.small ? 1 : ROUNDS),
    small: values.small,
    note: (text) => say(`  ${text}`),
    ...(members !== undefined && { members }),
    ...(followups !== undefined && { followups }),
  };
  const benches = chosen(positionals);
  const machine = machineNow();
  say(machineLine(machine));
  say(`${effort.rounds} rounds, medians (least to most); ratios are taken within a round.`);
  const results: Result[] = [];
  for (const bench of benches) results.push(await runOne(bench, effort));
  const run: Run = { at: new Date().toISOString(), machine, results };
  if (values.save !== undefined) save(values.save, run);
  if (values.compare !== undefined) {
    for (const text of compare(values.compare, run)) say(text);
  }
  // Of a small run the figures mean nothing.
  if (!values.small && !results.every(({ figures }) => figures.every(isMet))) process.exitCode = 1;
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
