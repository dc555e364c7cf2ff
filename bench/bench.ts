// What a bench is, and the few numbers all of them are made of: medians, and ratios paired within a round.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Unit = '×' | '/s' | 'ms' | 'µs' | 'MB' | 'bytes';

/** One measured thing. */
export interface Figure {
  readonly name: string;
  /** A median unless the name says otherwise. */
  readonly value: number;
  readonly unit: Unit;
  /** The least and the most of all rounds. */
  readonly range?: readonly [number, number];
  readonly goal?: { readonly least: number } | { readonly most: number };
}

export interface Effort {
  readonly rounds: number;
  /** As little as shows that everything runs; the figures mean nothing then. */
  readonly small: boolean;
  /** Of the company that is made up; the bench's own size when absent. */
  readonly members?: number;
  readonly followups?: number;
  /** Says what could not be measured, and why. */
  readonly note: (text: string) => void;
}

export interface Bench {
  readonly name: string;
  /** One sentence: what is compared with what. */
  readonly about: string;
  run(effort: Effort): Promise<readonly Figure[]>;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value below which a share `q` (0 … 1) of all lies. */
export const quantile = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
};

/** A figure over rounds. */
export const over = (
  name: string,
  unit: Unit,
  rounds: readonly number[],
  goal?: Figure['goal'],
): Figure => ({
  name,
  unit,
  value: median(rounds),
  range: [Math.min(...rounds), Math.max(...rounds)],
  ...(goal !== undefined && { goal }),
});

/** Round by round, since the machine's mood changes faster than a run ends. */
export const ratios = (ours: readonly number[], floor: readonly number[]): readonly number[] =>
  ours.map((value, round) => value / (floor[round] ?? Number.NaN));

/** Milliseconds that a synchronous piece of work takes. */
export const timed = (work: () => unknown): number => {
  const since = performance.now();
  work();
  return performance.now() - since;
};

/** CPU of this process in microseconds, waiting for the disk not counted. */
export const cpuOf = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

/** Runs something in a folder of its own, and removes that. */
export const inFolder = async <T>(run: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'genjin-bench-'));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** A copy that may be written to. */
export const copyInto = (folder: string, file: string, name = 'workspace.sqlite'): string => {
  const copy = join(folder, name);
  copyFileSync(file, copy);
  return copy;
};
