// A process of the memory bench: records so many follow-ups through the store, and says how much memory it then has.
import { openWorkspace } from '../adapters/sqlite/file.ts';
import { watchLoop } from './loop.ts';
import { insertFollowup, rowOf } from './store.ts';

export interface Said {
  /** Resident memory, in MB. */
  readonly rss: number;
  /** The 99th percentile of the event loop's delay, in milliseconds. */
  readonly delay: number;
}

/** Waiting at once, as many as one commit takes. */
const AT_ONCE = 256;

const main = async (file: string, count: number): Promise<void> => {
  const workspace = openWorkspace(file);
  const loop = watchLoop();
  for (let from = 0; from < count; from += AT_ONCE) {
    const writes = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, n) =>
      workspace.write((db) => insertFollowup(db).run(rowOf(from + n))),
    );
    await Promise.all(writes);
  }
  const delay = loop.lap();
  loop.stop();
  globalThis.gc?.();
  process.send?.({ rss: process.memoryUsage.rss() / 2 ** 20, delay } satisfies Said);
  await workspace.close();
  process.disconnect();
};

const [file, count] = process.argv.slice(2);
if (file === undefined || count === undefined) throw new Error('which file, and how many?');
main(file, Number(count)).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
