// The stream of live events: opened again whenever it breaks, from where it was.
import type { ClockView, MessageView } from '../wire.ts';
import { eventsUrl } from './api.ts';

/** The server gives a sign of life every 15 seconds. */
const SILENCE = 40_000;
const AGAIN = 2_000;
/** A hidden tab lets go of its connection: a browser has only six to one server. */
const HIDDEN = 60_000;

interface Listeners {
  message(message: MessageView): void;
  clock(clock: ClockView): void;
  /** Called with false when the connection broke, with true when it is there (again). */
  connected(is: boolean): void;
}

/** Listens for `as`, from change `since` on, until closed. */
export const openLive = (as: string, since: number, listeners: Listeners) => {
  let last = since;
  let source: EventSource | null = null;
  let watch: ReturnType<typeof setTimeout> | undefined;
  let hiding: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  const alive = () => {
    clearTimeout(watch);
    watch = setTimeout(broken, SILENCE);
    listeners.connected(true);
  };
  const broken = () => {
    if (closed) return;
    listeners.connected(false);
    stop();
    watch = setTimeout(open, AGAIN);
  };
  const stop = () => {
    clearTimeout(watch);
    source?.close();
    source = null;
  };
  const open = () => {
    stop();
    source = new EventSource(eventsUrl(as, last));
    source.addEventListener('open', alive);
    source.addEventListener('error', broken);
    source.addEventListener('message', (event) => {
      alive();
      const message = JSON.parse(event.data as string) as MessageView;
      last = Math.max(last, message.seq);
      listeners.message(message);
    });
    source.addEventListener('clock', (event) => {
      alive();
      listeners.clock(JSON.parse((event as MessageEvent<string>).data) as ClockView);
    });
  };
  const onVisibility = () => {
    clearTimeout(hiding);
    if (document.hidden) hiding = setTimeout(stop, HIDDEN);
    else if (source === null) open();
  };
  document.addEventListener('visibilitychange', onVisibility);
  open();

  return {
    close(): void {
      closed = true;
      clearTimeout(hiding);
      stop();
      document.removeEventListener('visibilitychange', onVisibility);
    },
  };
};
