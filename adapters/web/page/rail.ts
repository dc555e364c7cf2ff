// The rail on the left: the workspace, its places with what is unread, the look, and who one is.
import type { Language, PlaceId, PlaceView } from '../wire.ts';
import { h } from './dom.ts';
import { fill } from './format.ts';
import { icon, seal } from './icons.ts';
import { rememberedTheme, rememberTheme, type Theme } from './memory.ts';
import { personSwitcher } from './people.ts';
import type { Session } from './session.ts';

interface Listeners {
  open(place: PlaceId): void;
  be(user: string): void;
  add(): void;
  language(language: Language): void;
}

export interface Rail {
  readonly element: HTMLElement;
  /** Marks the open place. */
  current(place: PlaceId): void;
  unread(place: PlaceId, count: number): void;
}

const THEMES = ['auto', 'light', 'dark'] as const;
const THEME_ICONS = { auto: 'auto', light: 'sun', dark: 'moon' } as const;

export const createRail = (session: Session, listeners: Listeners): Rail => {
  const { state, me } = session;
  const { texts } = state;
  const buttons = new Map<PlaceId, HTMLButtonElement>();
  const placeButton = (place: PlaceView): HTMLElement => {
    const button = h(
      'button',
      { type: 'button', class: 'place', onclick: () => listeners.open(place.id) },
      icon(place.id === 'direct' ? 'lock' : 'hash'),
      h('span', { class: 'name', dir: 'auto' }, place.name),
      h('span', { class: 'unread', hidden: true }),
    );
    buttons.set(place.id, button);
    return h('li', {}, button);
  };
  const section = (title: string, places: readonly PlaceView[]) =>
    places.length === 0
      ? null
      : h('section', {}, h('h2', {}, title), h('ul', { role: 'list' }, ...places.map(placeButton)));
  const element = h(
    'aside',
    { class: 'rail', id: 'rail' },
    h(
      'header',
      {},
      h('span', { class: 'logo' }, seal()),
      h('div', {}, h('b', {}, texts.title), h('small', { dir: 'auto' }, me.team ?? '')),
    ),
    h(
      'nav',
      { 'aria-label': texts.rail.label },
      section(
        texts.rail.channels,
        state.places.filter((one) => one.id !== 'direct'),
      ),
      section(
        texts.rail.threads,
        state.places.filter((one) => one.id === 'direct'),
      ),
    ),
    h('div', { class: 'looks' }, languageSwitch(session, listeners.language), themeButton(session)),
    personSwitcher(session, listeners),
  );
  const rail: Rail = {
    element,
    current(place) {
      for (const [id, button] of buttons) {
        if (id === place) button.setAttribute('aria-current', 'page');
        else button.removeAttribute('aria-current');
      }
    },
    unread(place, count) {
      const badge = buttons.get(place)?.querySelector<HTMLElement>('.unread');
      if (badge === null || badge === undefined) return;
      badge.hidden = count === 0;
      const shown = count > 99 ? texts.rail.many : String(count);
      badge.replaceChildren(
        h('span', { 'aria-hidden': 'true' }, shown),
        h('span', { class: 'hidden-text' }, fill(texts.rail.unread, { n: shown })),
      );
    },
  };
  for (const place of state.places) rail.unread(place.id, place.unread);
  return rail;
};

const languageSwitch = ({ state }: Session, choose: (language: Language) => void): HTMLElement => {
  const option = (language: Language, label: string) =>
    h(
      'button',
      {
        type: 'button',
        lang: language,
        'aria-pressed': String(state.language === language),
        onclick: () => choose(language),
      },
      label,
    );
  return h(
    'div',
    { class: 'segments', role: 'group', 'aria-label': state.texts.language },
    option('zh', state.texts.chinese),
    option('en', state.texts.english),
  );
};

const themeButton = ({ state }: Session): HTMLElement => {
  const { texts } = state;
  const button = h('button', { type: 'button', class: 'look' });
  const show = (theme: Theme) => {
    const label = `${texts.theme}: ${texts.themes[theme]}`;
    button.replaceChildren(icon(THEME_ICONS[theme]));
    button.setAttribute('aria-label', label);
    button.title = label;
  };
  button.addEventListener('click', () => {
    const next = THEMES[(THEMES.indexOf(rememberedTheme()) + 1) % THEMES.length] ?? 'auto';
    rememberTheme(next);
    show(next);
  });
  show(rememberedTheme());
  return button;
};
