// Live updates: whoever listens is woken and reads what changed from the store, so nothing is missed.
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { LIMITS } from './limits.ts';
import type { Message } from './messages.ts';
import type { ClockView, MessageView } from './wire.ts';

interface Listener {
  /** Resolves at the next change, or after the heartbeat, or when the stream ends. */
  wait(): Promise<void>;
  readonly ended: boolean;
  end(): void;
}

/** Wakes every open event stream. */
export const createHub = () => {
  const listeners = new Set<{ wake(): void; end(): void }>();
  return {
    wake(): void {
      for (const listener of listeners) listener.wake();
    },
    listen(): Listener {
      let resolve: (() => void) | null = null;
      // A change between two waits must not be lost: it makes the next wait return at once.
      let pending = false;
      let ended = false;
      const wake = () => {
        pending = true;
        resolve?.();
      };
      const handle = {
        wake,
        end() {
          ended = true;
          listeners.delete(handle);
          wake();
        },
      };
      listeners.add(handle);
      return {
        get ended() {
          return ended;
        },
        end: handle.end,
        async wait() {
          if (!pending) {
            const timer = setTimeout(() => resolve?.(), LIMITS.heartbeat);
            await new Promise<void>((done) => {
              resolve = done;
            });
            clearTimeout(timer);
            resolve = null;
          }
          pending = false;
        },
      };
    },
    close(): void {
      for (const listener of [...listeners]) listener.end();
    },
  };
};

export type Hub = ReturnType<typeof createHub>;

interface Feed {
  /** What changed for the reader after `seq`; null when they may no longer read. */
  since(seq: number): Promise<readonly Message[] | null>;
  view(message: Message): MessageView;
  clock(): Promise<ClockView>;
}

/** Streams a reader's changes from `seq` on, with the clock as a sign of life. */
export const streamEvents = (c: Context, hub: Hub, feed: Feed, seq: number): Response =>
  streamSSE(c, async (stream) => {
    const listener = hub.listen();
    stream.onAbort(listener.end);
    let last = seq;
    while (!listener.ended) {
      const batch = await feed.since(last);
      if (batch === null) break;
      for (const message of batch) {
        last = message.seq;
        const data = JSON.stringify(feed.view(message));
        await stream.writeSSE({ id: String(last), event: 'message', data });
      }
      if (batch.length === LIMITS.batch) continue;
      await stream.writeSSE({ event: 'clock', data: JSON.stringify(await feed.clock()) });
      await listener.wait();
    }
    listener.end();
  });
