// How long the event loop stands still: what everybody else waits while one request is worked on.
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** The monitor wakes once in so many milliseconds, and counts them as delay. */
const RESOLUTION = 1;

export interface Loop {
  /** The 99th percentile of the delay since the last lap, in milliseconds; it counts from the loop's next turn on. */
  lap(): number;
  /** The longest delay since the last lap, in milliseconds. */
  longest(): number;
  stop(): void;
}

/** Lets the event loop go round, so that the monitor sees how long it stood still. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, 2 * RESOLUTION));

export const watchLoop = (): Loop => {
  const monitor = monitorEventLoopDelay({ resolution: RESOLUTION });
  monitor.enable();
  return {
    lap: () => {
      const p99 = Math.max(0, monitor.percentile(99) / 1e6 - RESOLUTION);
      monitor.reset();
      return p99;
    },
    longest: () => Math.max(0, monitor.max / 1e6 - RESOLUTION),
    stop: () => {
      monitor.disable();
    },
  };
};
