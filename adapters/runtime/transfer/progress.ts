// How far long work has come: a bar on a terminal, nothing anywhere else.
import { SingleBar } from 'cli-progress';
import type { Progress } from './export.ts';

/** A bar on standard error; silent where that is no terminal. Stop it, however the work ends. */
export const progressBar = (what: string): Progress & { stop(): void } => {
  const bar = new SingleBar({
    format: `${what} {bar} {percentage}% {value}/{total} rows`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    emptyOnZero: true,
  });
  return {
    start: (rows) => bar.start(rows, 0),
    advance: (rows) => bar.increment(rows),
    stop: () => bar.stop(),
  };
};
