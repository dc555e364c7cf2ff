// The list of messages of one place: paged upwards, kept at its end while one reads there.
import type { ActionView, CardView, MessageView, PlaceView } from '../wire.ts';
import { ApiError, getMessages } from './api.ts';
import { h, need } from './dom.ts';
import { emptyState } from './empty.ts';
import { icon } from './icons.ts';
import { messageElement, pendingElement, setFate } from './message.ts';
import { daySeparator, isCompact } from './rows.ts';
import type { Session } from './session.ts';
import { toast } from './toast.ts';

/** Beyond this many the far end is let go: thousands of cards would make every key press slow. */
const KEPT = 400;
const NEAR_END = 120;

interface Listeners {
  press(message: MessageView, action: ActionView, button: HTMLButtonElement): void;
  example(line: string): void;
  read(message: number): void;
}

export interface Thread {
  readonly element: HTMLElement;
  /** Shows a new message, or a message's new face. */
  upsert(message: MessageView): void;
  /** Shows a card in the place of a message, until that changes or the page is left. */
  shown(id: number, card: CardView): void;
  pending(delivery: string, text: string): void;
  failed(delivery: string, what: string, retry: () => void): void;
  drop(delivery: string): void;
  close(): void;
}

/** The messages of `place`, loaded at once. */
export const createThread = (session: Session, place: PlaceView, listeners: Listeners): Thread => {
  const { texts } = session.state;
  const list = h('ol', { class: 'messages', 'aria-label': texts.message.list, role: 'list' });
  const older = h('p', { class: 'older' });
  const latest = h(
    'button',
    { type: 'button', class: 'latest', hidden: true },
    icon('down'),
    h('span'),
  );
  const scroller = h(
    'div',
    { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': place.name },
    older,
    list,
  );
  const element = h('div', { class: 'thread' }, scroller, latest);

  let messages: MessageView[] = [];
  const items = new Map<number, HTMLLIElement>();
  /** What nobody but this page holds, by the message in whose place it is. */
  const cards = new Map<number, CardView>();
  const waiting = new Map<string, HTMLLIElement>();
  /** How the sending of own lines goes; the stored line may arrive live before or after its answer. */
  const fates = new Map<string, { readonly what: string; readonly retry: (() => void) | null }>();
  let before: number | null = null;
  let loading = false;
  let closed = false;
  /** The newest messages were let go while reading far up. */
  let detached = false;
  let atEnd = true;

  const toEnd = () => {
    scroller.scrollTop = scroller.scrollHeight;
  };
  const showLatest = (fresh: boolean) => {
    latest.hidden = atEnd && !detached;
    if (fresh || latest.hidden) {
      need(latest, 'span').textContent = fresh ? texts.message.fresh : texts.message.latest;
    }
  };
  const markRead = () => {
    const newest = messages.at(-1);
    if (newest !== undefined && atEnd && !detached) listeners.read(newest.id);
  };

  const context = (message: MessageView) => ({
    reader: session.reader,
    texts,
    press: (action: ActionView, button: HTMLButtonElement) =>
      listeners.press(message, action, button),
  });
  const draw = () => {
    items.clear();
    const children: HTMLElement[] = [];
    let previous: MessageView | null = null;
    for (const message of messages) {
      children.push(...rowsFor(message, previous));
      previous = message;
    }
    list.replaceChildren(...children, ...waiting.values());
    drawEmpty();
  };
  const rowsFor = (message: MessageView, previous: MessageView | null): HTMLElement[] => {
    const day = daySeparator(message, previous, session);
    const compact = day === null && isCompact(message, previous);
    const item = drawn(message, compact);
    items.set(message.id, item);
    showFate(message.delivery, item);
    return day === null ? [item] : [day, item];
  };
  const drawn = (message: MessageView, compact: boolean): HTMLLIElement => {
    const card = cards.get(message.id);
    const body = card === undefined ? message.body : ({ kind: 'card', card } as const);
    const item = messageElement({ ...message, body }, compact, session, context(message));
    item.classList.toggle('sealed', card !== undefined);
    return item;
  };
  /** Gives a message its new face where it stands. */
  const redraw = (message: MessageView): void => {
    const old = items.get(message.id);
    if (old === undefined) return;
    const focused = old.contains(document.activeElement);
    const fresh = drawn(message, old.classList.contains('compact'));
    fresh.classList.add('changed');
    showFate(message.delivery, fresh);
    items.set(message.id, fresh);
    old.replaceWith(fresh);
    // The pressed button is gone; the keyboard goes on where it was.
    if (focused) (fresh.querySelector('button') ?? scroller).focus({ preventScroll: true });
  };
  const drawEmpty = () => {
    element.querySelector('.empty')?.remove();
    if (loading || messages.length > 0 || waiting.size > 0) return;
    scroller.appendChild(emptyState(session, place, listeners.example));
  };

  const load = async (start: boolean): Promise<void> => {
    if (loading || closed) return;
    loading = true;
    older.textContent = texts.message.older;
    try {
      const found = await getMessages(session.me.user, place.id, start ? null : before);
      if (closed) return;
      before = found.before;
      loading = false;
      if (start) {
        // What arrived live while the page was under way is kept.
        const newest = found.messages.at(-1)?.id ?? 0;
        const arrived = detached ? [] : messages.filter((one) => one.id > newest);
        messages = [...found.messages, ...arrived];
        detached = false;
        atEnd = true;
        draw();
        toEnd();
        markRead();
      } else {
        prepend(found.messages);
      }
      showLatest(false);
      older.textContent = before === null && messages.length > 10 ? texts.message.start : '';
    } catch (error) {
      loading = false;
      if (!(error instanceof ApiError)) throw error;
      older.replaceChildren(
        h(
          'button',
          { type: 'button', class: 'link', onclick: () => void load(start) },
          texts.message.retry,
        ),
      );
      toast(texts.errors[error.code], 'bad');
    }
  };
  const prepend = (found: readonly MessageView[]) => {
    const height = scroller.scrollHeight;
    const top = scroller.scrollTop;
    messages = [...found, ...messages];
    if (messages.length > KEPT) {
      messages = messages.slice(0, KEPT);
      detached = true;
    }
    // Redrawn whole: a day's line or a block may begin elsewhere now. 400 rows take a few milliseconds.
    const anchor = [...list.children].find(
      (child) => child instanceof HTMLElement && child.dataset.id,
    );
    const anchorId = anchor instanceof HTMLElement ? Number(anchor.dataset.id) : null;
    const offset = anchor instanceof HTMLElement ? anchor.offsetTop - top : 0;
    draw();
    const again = anchorId === null ? undefined : items.get(anchorId);
    scroller.scrollTop =
      again === undefined ? top + scroller.scrollHeight - height : again.offsetTop - offset;
  };

  scroller.addEventListener(
    'scroll',
    () => {
      atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END;
      showLatest(false);
      if (atEnd) markRead();
      if (scroller.scrollTop < 400 && before !== null) void load(false);
    },
    { passive: true },
  );
  latest.addEventListener('click', () => {
    if (detached) void load(true);
    else toEnd();
  });
  // Fonts and charts settle after the first drawing; whoever was at the end stays there.
  const settle = new ResizeObserver(() => {
    if (atEnd && !detached) toEnd();
  });
  settle.observe(list);
  settle.observe(scroller);
  void load(true);

  return {
    element,
    upsert(message) {
      if (message.delivery !== null) {
        waiting.get(message.delivery)?.remove();
        waiting.delete(message.delivery);
      }
      const index = messages.findIndex((one) => one.id === message.id);
      const known = messages[index];
      if (known !== undefined) {
        if (known.seq >= message.seq) return;
        messages[index] = message;
        cards.delete(message.id);
        redraw(message);
        return;
      }
      if (detached) {
        showLatest(true);
        return;
      }
      const last = messages.at(-1);
      if (last !== undefined && last.id > message.id) {
        messages = [...messages, message].sort((a, b) => a.id - b.id);
        draw();
      } else {
        messages.push(message);
        const rows = rowsFor(message, last ?? null);
        const firstWaiting = waiting.values().next().value ?? null;
        for (const row of rows) list.insertBefore(row, firstWaiting);
        drawEmpty();
      }
      if (atEnd) {
        toEnd();
        markRead();
      } else showLatest(true);
    },
    shown(id, card) {
      const message = messages.find((one) => one.id === id);
      if (message === undefined) return;
      cards.set(id, card);
      redraw(message);
    },
    pending(delivery, text) {
      fates.set(delivery, { what: texts.message.sending, retry: null });
      const known = waiting.get(delivery) ?? ownItem(delivery);
      if (known === null) {
        const item = pendingElement(text, session);
        waiting.set(delivery, item);
        list.appendChild(item);
        drawEmpty();
        toEnd();
      }
      showFate(delivery, known ?? waiting.get(delivery) ?? null);
    },
    failed(delivery, what, retry) {
      fates.set(delivery, { what, retry });
      showFate(delivery, waiting.get(delivery) ?? ownItem(delivery));
    },
    drop(delivery) {
      fates.delete(delivery);
      waiting.get(delivery)?.remove();
      waiting.delete(delivery);
      showFate(delivery, ownItem(delivery));
      drawEmpty();
    },
    close() {
      closed = true;
      settle.disconnect();
    },
  };

  function showFate(delivery: string | null, item: HTMLElement | null): void {
    if (delivery === null || item === null) return;
    setFate(item, fates.get(delivery) ?? null, texts.message.retry);
  }

  function ownItem(delivery: string): HTMLLIElement | null {
    const own = messages.find((one) => one.delivery === delivery);
    return own === undefined ? null : (items.get(own.id) ?? null);
  }
};
