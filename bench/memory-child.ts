// A process of the memory bench: records so many follow-ups through the store, and says how much memory it then has.
import { openWorkspace } from '../adapters/sqlite/file.ts';
import { insertFollowup, rowOf } from './store.ts';

/** Waiting at once, as many as one commit takes. */
const AT_ONCE = 256;

const main = async (file: string, count: number): Promise<void> => {
  const workspace = openWorkspace(file);
  for (let from = 0; from < count; from += AT_ONCE) {
    const writes = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, n) =>
      workspace.write((db) => insertFollowup(db).run(rowOf(from + n))),
    );
    await Promise.all(writes);
  }
  globalThis.gc?.();
  process.send?.(process.memoryUsage.rss() / 2 ** 20);
  await workspace.close();
  process.disconnect();
};

const [file, count] = process.argv.slice(2);
if (file === undefined || count === undefined) throw new Error('which file, and how many?');
main(file, Number(count)).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
