// Work that goes on after the answer: tracked, so that shutting down waits for it.

export interface Deferred {
  /** Lets the work go on; a failure is reported, never lost. */
  defer(work: Promise<unknown>): void;
  /** Resolves when all that was deferred, and what it deferred in turn, is over. */
  drain(): Promise<void>;
}

export const createDeferred = (report: (error: unknown) => void): Deferred => {
  const running = new Set<Promise<unknown>>();
  return {
    defer(work) {
      const tracked: Promise<unknown> = work.catch(report).finally(() => running.delete(tracked));
      running.add(tracked);
    },
    async drain() {
      while (running.size > 0) await Promise.all(running);
    },
  };
};
