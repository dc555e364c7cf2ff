// How far the import is: a bar where somebody watches, plain lines elsewhere.
import { SingleBar } from 'cli-progress';

export interface Progress {
  /** @param share of all files, 0 … 1 */
  show(file: string, share: number, rows: number): void;
  /** Leaves the terminal as it was. */
  stop(): void;
}

/** Where nobody watches, a line for each tenth. */
const TENTHS = 10;

const bar = (stream: NodeJS.WriteStream): Progress => {
  const shown = new SingleBar({
    format: '{file} [{bar}] {percentage}% | {rows} rows | {eta_formatted}',
    stream,
    hideCursor: true,
    clearOnComplete: true,
  });
  shown.start(1_000, 0, { file: '', rows: 0 });
  return {
    show: (file, share, rows) => shown.update(Math.round(share * 1_000), { file, rows }),
    stop: () => shown.stop(),
  };
};

const lines = (stream: NodeJS.WriteStream): Progress => {
  let told = 0;
  return {
    show(file, share, rows) {
      const tenth = Math.floor(share * TENTHS);
      if (tenth <= told) return;
      told = tenth;
      stream.write(`${tenth * TENTHS}% ${file} ${rows} rows\n`);
    },
    stop: () => undefined,
  };
};

export const progressOn = (stream: NodeJS.WriteStream): Progress =>
  stream.isTTY ? bar(stream) : lines(stream);
