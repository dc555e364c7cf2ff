// Memory after a million follow-ups, against a process that has the same file open and did nothing.
import { join } from 'node:path';
import { type Bench, inFolder, over, ratios } from './bench.ts';
import { ended, message, start } from './child.ts';
import { makeWorkspace } from './store.ts';

const FOLLOWUPS = 1_000_000;

const rssAfter = async (file: string, count: number): Promise<number> => {
  const child = start('memory-child', [file, String(count)], ['--expose-gc']);
  const rss = await message<number>(child, 'process that records');
  await ended(child);
  return rss;
};

export const memory: Bench = {
  name: 'memory',
  about: 'resident memory after 1,000,000 recorded follow-ups, against an idle process',
  run: ({ rounds, small, followups }) =>
    inFolder(async (folder) => {
      const count = followups ?? (small ? 1_000 : FOLLOWUPS);
      const idle: number[] = [];
      const busy: number[] = [];
      // Memory does not vary with the machine's mood: two rounds show that.
      for (let round = 0; round < Math.min(rounds, 2); round += 1) {
        const file = join(folder, `${round}.sqlite`);
        await makeWorkspace(file);
        idle.push(await rssAfter(file, 0));
        busy.push(await rssAfter(file, count));
      }
      return [
        over('idle', 'MB', idle),
        over(`after ${count} follow-ups`, 'MB', busy),
        over('growth', '×', ratios(busy, idle), { most: 2 }),
      ];
    }),
};
