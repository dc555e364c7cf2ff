// The clock: the real one, or in the demo one that can be moved forward and stays moved over a restart.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Instant } from '../../src/domain/time.ts';

export interface DemoClock {
  now(): Instant;
  /** @throws RangeError when `to` lies in the past */
  jump(to: Instant): void;
}

/** A clock that runs ahead of the real one by what is kept in `file`. */
export const createDemoClock = (file: string, real: () => Instant = Date.now): DemoClock => {
  let ahead = readAhead(file);
  return {
    now: () => real() + ahead,
    jump(to) {
      if (to < real() + ahead) throw new RangeError('the clock only goes forward');
      ahead = to - real();
      // Written beside and renamed, so that a crash leaves the old file or the new one.
      writeFileSync(`${file}.new`, JSON.stringify({ aheadMs: ahead }), { flush: true });
      renameSync(`${file}.new`, file);
    },
  };
};

const readAhead = (file: string): number => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
  const aheadMs = aheadIn(text);
  if (typeof aheadMs !== 'number' || !Number.isFinite(aheadMs)) {
    throw new Error(`${file} does not hold a clock; without the file the clock is the real one`);
  }
  return aheadMs;
};

const aheadIn = (text: string): unknown => {
  try {
    return (JSON.parse(text) as { aheadMs?: unknown } | null)?.aheadMs;
  } catch {
    return null;
  }
};
