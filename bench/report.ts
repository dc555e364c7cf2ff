// A run in words and as a file, and beside an earlier one.
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Figure } from './bench.ts';
import type { Machine } from './machine.ts';

export interface Result {
  readonly bench: string;
  /** The load average of the machine before and after. */
  readonly load: readonly [number, number];
  readonly figures: readonly Figure[];
}

export interface Run {
  readonly at: string;
  readonly machine: Machine;
  readonly results: readonly Result[];
}

const runSchema = z.object({
  at: z.string(),
  machine: z.object({ cpu: z.string(), cores: z.number(), node: z.string(), load: z.number() }),
  results: z.array(
    z.object({
      bench: z.string(),
      figures: z.array(z.object({ name: z.string(), value: z.number(), unit: z.string() })),
    }),
  ),
});

const number = (value: number): string => {
  if (!Number.isFinite(value)) return String(value);
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits);
};

const amount = (value: number, unit: string): string =>
  unit === '×' ? `×${number(value)}` : `${number(value)} ${unit}`;

/** Whether a figure is what it should be; true without a goal. */
export const isMet = ({ value, goal }: Figure): boolean =>
  goal === undefined || ('least' in goal ? value >= goal.least : value <= goal.most);

/** One line a figure. */
export const line = (figure: Figure): string => {
  const { name, value, unit, range, goal } = figure;
  const spread = range === undefined ? '' : ` (${number(range[0])} to ${number(range[1])})`;
  if (goal === undefined) return `${name}: ${amount(value, unit)}${spread}`;
  const wanted = 'least' in goal ? `≥ ${amount(goal.least, unit)}` : `≤ ${amount(goal.most, unit)}`;
  const verdict = isMet(figure) ? 'met' : 'MISSED';
  return `${name}: ${amount(value, unit)}${spread}, goal ${wanted}: ${verdict}`;
};

export const machineLine = ({ cpu, cores, memoryMb, node, sqlite, load }: Machine): string =>
  `${cpu}, ${cores} cores, ${memoryMb} MB, Node ${node}, SQLite ${sqlite}, load ${number(load)}`;

export const save = (file: string, run: Run): void =>
  writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`);

/**
 * How this run's figures stand to those of an earlier one, where both have them.
 * @throws Error when the file is not a saved run
 */
export const compare = (file: string, run: Run): readonly string[] => {
  const read = runSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.success) throw new Error(`${file} is not a run that --save wrote`);
  const earlier = new Map(
    read.data.results.flatMap(({ bench, figures }) =>
      figures.map((figure) => [`${bench}: ${figure.name}`, figure] as const),
    ),
  );
  const { at, machine } = read.data;
  const lines = run.results.flatMap(({ bench, figures }) =>
    figures.flatMap(({ name, value, unit }) => {
      const before = earlier.get(`${bench}: ${name}`);
      if (before === undefined || before.value === 0) return [];
      const change = number(value / before.value);
      return [
        `${bench}: ${name}: ${amount(before.value, unit)} → ${amount(value, unit)}, ×${change}`,
      ];
    }),
  );
  const on = `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, load ${number(machine.load)}`;
  return [`Compared with ${at} (${on}):`, ...lines];
};
