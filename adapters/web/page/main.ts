// The page's start: loads the state, and starts again whenever the person or the language changes.
import type { Language, PlaceId, StateView } from '../wire.ts';
import { announcer } from './announce.ts';
import { ApiError, getState } from './api.ts';
import { type Chat, createChat } from './chat.ts';
import { h, need } from './dom.ts';
import { openJoin } from './join.ts';
import {
  forgetPerson,
  rememberedLanguage,
  rememberedPerson,
  rememberLanguage,
  rememberPerson,
} from './memory.ts';
import { createSession } from './session.ts';
import { toastRegion } from './toast.ts';

const app = need(document, '#app');
document.body.append(toastRegion(), announcer());

let chat: Chat | null = null;

/** Shows the page as `user`, or as whoever comes to mind. */
const start = async (user: string | null, place: PlaceId | null): Promise<void> => {
  const state = await load(user);
  if (state === null) return;
  document.documentElement.lang = state.language === 'zh' ? 'zh-CN' : 'en';
  document.title = state.texts.title;
  const drafts = chat?.close();
  chat = null;
  if (state.me === null) {
    welcome(state);
    return;
  }
  rememberPerson(state.me.user);
  chat = createChat(createSession(state, state.me), place, drafts, {
    be: (other) => run(start(other, null)),
    add: () => join(state, false),
    language: (language: Language) => {
      rememberLanguage(language);
      run(start(user, chat?.place ?? null));
    },
    reload: () => run(start(user, chat?.place ?? null)),
  });
  app.replaceChildren(chat.element);
  app.setAttribute('aria-busy', 'false');
  chat.focus();
};

/** The state of `user`; without one, or when they are gone, of the first person there is. */
const load = async (user: string | null): Promise<StateView | null> => {
  const lang = rememberedLanguage();
  try {
    const state = await getState(user, lang);
    const first = state.people.find((one) => one.role === 'rep') ?? state.people[0];
    if (state.me !== null || first === undefined) return state;
    return await load(first.user);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.code === 'unknown_person' && user !== null) {
      forgetPerson();
      return load(null);
    }
    throw error;
  }
};

const welcome = (state: StateView): void => {
  app.replaceChildren(h('div', { class: 'blank' }));
  app.setAttribute('aria-busy', 'false');
  join(state, true);
};

const join = (state: StateView, first: boolean): void =>
  openJoin(state.texts, state.language, first, async (user) => {
    await start(user, null);
  });

/** Starts, and when the server is not there tries again until it is. */
const run = (attempt: Promise<void>): void => {
  attempt.catch((error: unknown) => {
    if (!(error instanceof ApiError)) throw error;
    setTimeout(() => run(start(rememberedPerson(), null)), 2_000);
  });
};

run(start(rememberedPerson(), null));
