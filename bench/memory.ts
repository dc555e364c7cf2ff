// Memory after a million follow-ups, against a process that has the same file open and did nothing.
import { join } from 'node:path';
import { type Bench, inFolder, over, ratios } from './bench.ts';
import { ended, message, start } from './child.ts';
import type { Said } from './memory-child.ts';
import { makeWorkspace } from './store.ts';

const FOLLOWUPS = 1_000_000;

const after = async (file: string, count: number): Promise<Said> => {
  const child = start('memory-child', [file, String(count)], ['--expose-gc']);
  const said = await message<Said>(child, 'process that records');
  await ended(child);
  return said;
};

export const memory: Bench = {
  name: 'memory',
  about: 'resident memory after 1,000,000 recorded follow-ups, against an idle process',
  run: ({ rounds, small, followups }) =>
    inFolder(async (folder) => {
      const count = followups ?? (small ? 1_000 : FOLLOWUPS);
      const idle: number[] = [];
      const busy: number[] = [];
      const delays: number[] = [];
      // Memory does not vary with the machine's mood: two rounds show that.
      for (let round = 0; round < Math.min(rounds, 2); round += 1) {
        const file = join(folder, `${round}.sqlite`);
        await makeWorkspace(file);
        idle.push((await after(file, 0)).rss);
        const { rss, delay } = await after(file, count);
        busy.push(rss);
        delays.push(delay);
      }
      return [
        over('idle', 'MB', idle),
        over(`after ${count} follow-ups`, 'MB', busy),
        over('growth', '×', ratios(busy, idle), { most: 2 }),
        over('event-loop delay p99', 'ms', delays, { most: 50 }),
      ];
    }),
};
