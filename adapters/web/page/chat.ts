// The whole of the page for one person: rail, head, messages and composer, and what moves between them.
import type { Values } from '../../../src/chat/form.ts';
import type {
  ActionView,
  AskAnswer,
  AskView,
  FormView,
  Language,
  MessageView,
  PlaceId,
} from '../wire.ts';
import { announce } from './announce.ts';
import { ApiError, newDelivery, postAsk, postRead } from './api.ts';
import { createClock } from './clock.ts';
import { type Composer, createComposer } from './composer.ts';
import { h } from './dom.ts';
import { createDrawer } from './drawer.ts';
import { openForm } from './form.ts';
import { fill } from './format.ts';
import { icon } from './icons.ts';
import { openLive } from './live.ts';
import { spoken } from './message.ts';
import { createRail } from './rail.ts';
import type { Session } from './session.ts';
import { createThread, type Thread } from './thread.ts';
import { toast } from './toast.ts';

/** A short break heals by itself and is not worth a banner. */
const OFFLINE_AFTER = 1_500;

interface Listeners {
  be(user: string): void;
  add(): void;
  language(language: Language): void;
  reload(): void;
}

type Drafts = Map<string, string>;

export interface Chat {
  readonly element: HTMLElement;
  readonly place: PlaceId;
  focus(): void;
  /** Ends everything and gives the unsent texts back. */
  close(): Drafts;
}

export const createChat = (
  session: Session,
  wanted: PlaceId | null,
  drafts: Drafts = new Map(),
  listeners: Listeners,
): Chat => {
  const { state, me } = session;
  const { texts } = state;
  const unread = new Map(state.places.map((one) => [one.id, one.unread]));
  const seen = new Set<number>();
  let roster = state.clock.roster;
  let place: PlaceId = state.places.some((one) => one.id === wanted)
    ? (wanted ?? 'direct')
    : 'direct';
  let thread: Thread | null = null;
  let composer: Composer | null = null;

  const banner = h('p', { class: 'banner', role: 'status', hidden: true }, texts.live.offline);
  const name = h('h1', { dir: 'auto' });
  const hint = h('p', { class: 'hint' });
  const sign = h('span', { class: 'sign' });
  const clock = state.clock.demo === null ? null : createClock(session, (now) => onClock(now));
  const rail = createRail(session, {
    ...listeners,
    open: (id) => {
      drawer.close();
      open(id);
    },
  });
  const main = h(
    'main',
    {},
    h(
      'header',
      { class: 'head' },
      h(
        'button',
        { type: 'button', class: 'menu', 'aria-label': texts.rail.open, 'aria-controls': 'rail' },
        icon('menu'),
      ),
      sign,
      h('div', { class: 'titles' }, name, hint),
      clock === null
        ? null
        : h('span', { class: 'badge', title: texts.demo.hint }, texts.demo.badge),
      clock?.element ?? null,
    ),
    banner,
  );
  const skip = h('a', { class: 'skip', href: '#line' }, texts.skip);
  const shade = h('div', { class: 'shade' });
  const element = h('div', { class: 'chat' }, skip, rail.element, shade, main);
  const drawer = createDrawer(element, rail.element, main, shade);

  const open = (id: PlaceId) => {
    const view = state.places.find((one) => one.id === id);
    if (view === undefined) return;
    keepDraft();
    place = id;
    thread?.close();
    name.textContent = view.name;
    hint.textContent = id === 'direct' ? texts.rail.directHint : texts.rail.channelHint;
    sign.replaceChildren(icon(id === 'direct' ? 'lock' : 'hash'));
    thread = createThread(session, view, {
      press: (message, action, button) => void press(message, action, button, newDelivery()),
      example: (line) => composer?.put(line),
      read: (message) => markRead(id, message),
    });
    composer = createComposer(
      session,
      view,
      drafts.get(`${me.user} ${id}`) ?? '',
      (line, mentions) => void say(line, mentions, newDelivery()),
    );
    main.replaceChildren(...[...main.children].slice(0, 2), thread.element, composer.element);
    rail.current(id);
  };
  const keepDraft = () => {
    if (composer !== null) drafts.set(`${me.user} ${place}`, composer.text);
  };

  const count = (id: PlaceId, n: number) => {
    unread.set(id, n);
    rail.unread(id, n);
    const all = [...unread.values()].reduce((sum, one) => sum + one, 0);
    document.title =
      all === 0 ? texts.title : `(${all > 99 ? texts.rail.many : all}) ${texts.title}`;
  };
  const marked = new Map<PlaceId, number>();
  const markRead = (id: PlaceId, message: number) => {
    if (document.hidden || (marked.get(id) ?? 0) >= message) return;
    marked.set(id, message);
    count(id, 0);
    postRead(me.user, id, message).catch((error: unknown) => {
      if (!(error instanceof ApiError)) throw error;
      // Said again with the next message.
      marked.delete(id);
    });
  };

  /** @param live it came over the stream, so it may be news */
  const show = (message: MessageView, live: boolean) => {
    const fresh = !seen.has(message.id) && message.id > state.latest;
    seen.add(message.id);
    if (message.place === place) thread?.upsert(message);
    if (!fresh || message.author?.user === me.user) return;
    const text = spoken(message.body);
    announce(fill(texts.message.announced, { name: message.author?.name ?? texts.bot, text }));
    const unseen = message.place !== place || document.hidden;
    if (live && unseen) count(message.place, (unread.get(message.place) ?? 0) + 1);
  };
  const receive = (answer: AskAnswer) => {
    for (const message of answer.messages) show(message, false);
    if (answer.shown !== undefined) {
      thread?.shown(answer.shown.message, answer.shown.card);
      announce(answer.shown.card.summary);
    }
    if (answer.said !== undefined) toast(answer.said, 'bad');
    return answer;
  };
  const ask = async (where: PlaceId, what: AskView, delivery: string): Promise<AskAnswer> =>
    receive(await postAsk({ as: me.user, delivery, place: where, ask: what }));
  /** @param origin the message whose button led to it */
  const openIn = (where: PlaceId, form: FormView | null, origin: number | null = null) => {
    if (form === null) return;
    openForm(form, texts, (of, values: Values, delivery) => {
      const what: AskView =
        of.sealed === null || origin === null
          ? { kind: 'submit', form: of.id, values }
          : { kind: 'sealed', message: origin, intent: of.sealed, values };
      return ask(where, what, delivery);
    });
  };

  const say = async (
    line: string,
    mentions: readonly string[],
    delivery: string,
  ): Promise<void> => {
    const where = place;
    const own = thread;
    own?.pending(delivery, line);
    try {
      const answer = await ask(where, { kind: 'command', line, mentions }, delivery);
      own?.drop(delivery);
      openIn(where, answer.form);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.passing) {
        const what = error.code === 'network' ? texts.message.failed : texts.message.unanswered;
        own?.failed(delivery, what, () => void say(line, mentions, delivery));
      } else {
        own?.drop(delivery);
        if (composer?.text === '' && place === where) composer.put(line);
      }
      toast(texts.errors[error.code], 'bad');
    }
  };

  const press = async (
    message: MessageView,
    action: ActionView,
    button: HTMLButtonElement,
    delivery: string,
  ): Promise<void> => {
    if (button.getAttribute('aria-busy') === 'true') return;
    button.setAttribute('aria-busy', 'true');
    try {
      const what: AskView = action.sealed
        ? { kind: 'sealed', message: message.id, intent: action.intent, values: null }
        : { kind: 'press', message: message.id, action: action.intent };
      const answer = await ask(message.place, what, button.dataset.delivery ?? delivery);
      delete button.dataset.delivery;
      openIn(message.place, answer.form, message.id);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // Pressing again after a lost answer is the same press.
      if (error.passing) button.dataset.delivery ??= delivery;
      toast(texts.errors[error.code], 'bad');
    } finally {
      button.removeAttribute('aria-busy');
    }
  };

  const onClock = (now: { readonly roster: string }) => {
    if (now.roster === roster) return;
    roster = now.roster;
    // Not while somebody fills in a form or answers a survey: the new name can wait.
    if (document.querySelector('dialog[open], .message.sealed') === null) listeners.reload();
  };
  let down: ReturnType<typeof setTimeout> | undefined;
  const live = openLive(me.user, state.seq, {
    message: (message) => show(message, true),
    clock: (now) => {
      clock?.set(now);
      onClock(now);
    },
    connected: (is) => {
      clearTimeout(down);
      down = undefined;
      if (is) {
        if (!banner.hidden) toast(texts.live.back);
        banner.hidden = true;
      } else {
        down = setTimeout(() => {
          banner.hidden = false;
        }, OFFLINE_AFTER);
      }
    },
  });
  open(place);

  return {
    element,
    get place() {
      return place;
    },
    focus: () => {
      // On a phone the keyboard would jump up and hide half the page.
      if (matchMedia('(hover: hover)').matches) composer?.focus();
    },
    close() {
      keepDraft();
      clearTimeout(down);
      live.close();
      clock?.close();
      thread?.close();
      drawer.close();
      return drafts;
    },
  };
};
