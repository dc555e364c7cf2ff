// Keeps the outbox moving: one sender a workspace at a time, woken by writes, by the clock and when a wait is over.
import type { Platform } from '../../src/chat/platform.ts';
import { type Instant, MINUTE } from '../../src/domain/time.ts';
import { type SendReport, sendDue } from '../../src/jobs/sender.ts';
import type { Workspace } from '../../src/store/workspace.ts';

export interface Poster {
  /** Something may be due: sends it now, or right after the sending that is under way. */
  wake(workspace: Workspace): void;
  /** Wakes nobody of its own accord any more. */
  stop(): void;
}

/**
 * @param defer takes the sending, so that shutting down waits for it
 * @param told what became of the messages; keys and errors, no texts
 */
export const createPoster = (
  platforms: ReadonlyMap<string, Platform>,
  now: () => Instant,
  defer: (work: Promise<unknown>) => void,
  told: (report: SendReport) => void,
): Poster => {
  const running = new Map<Workspace, { again: boolean }>();
  const waiting = new Map<Workspace, NodeJS.Timeout>();
  let stopped = false;

  const send = async (workspace: Workspace): Promise<void> => {
    const state = { again: true };
    running.set(workspace, state);
    let next: Instant | null = null;
    try {
      while (state.again) {
        state.again = false;
        const report = await sendDue(workspace, platforms, now, Math.random);
        next = report.next;
        told(report);
      }
    } finally {
      running.delete(workspace);
    }
    wait(workspace, next);
  };

  /** The second message to a channel within a second waits for its turn; a longer wait is for the minute's tick. */
  const wait = (workspace: Workspace, next: Instant | null): void => {
    clearTimeout(waiting.get(workspace));
    waiting.delete(workspace);
    if (stopped || next === null) return;
    const ms = next - now();
    if (ms > MINUTE) return;
    const timer = setTimeout(() => poster.wake(workspace), Math.max(0, ms));
    waiting.set(workspace, timer.unref());
  };

  const poster: Poster = {
    wake(workspace) {
      const state = running.get(workspace);
      if (state === undefined) defer(send(workspace));
      else state.again = true;
    },
    stop() {
      stopped = true;
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
  return poster;
};
