// Who one is: the card at the foot of the rail, and the list to be someone else.
import type { PersonView } from '../wire.ts';
import { avatar } from './avatar.ts';
import { freshId, h } from './dom.ts';
import { fill } from './format.ts';
import { icon } from './icons.ts';
import type { Session } from './session.ts';

/** A longer list gets a search field. */
const SEARCH_FROM = 9;

interface Listeners {
  be(user: string): void;
  add(): void;
}

/** The button that shows who one is, and the list it opens. */
export const personSwitcher = ({ state, me }: Session, listeners: Listeners): HTMLElement => {
  const { texts, people } = state;
  const id = freshId('people');
  const list = h('ul', { role: 'list' });
  const none = h('p', { class: 'note', hidden: true }, texts.people.none);
  const rows = people.map((person) => ({
    person,
    row: h(
      'li',
      {},
      personButton(person, person.user === me.user, state.texts, () => pick(person)),
    ),
  }));
  list.append(...rows.map(({ row }) => row));
  const search = h('input', {
    type: 'search',
    'aria-label': texts.people.search,
    placeholder: texts.people.search,
    autocomplete: 'off',
    oninput: () => {
      const wanted = search.value.trim().toLowerCase();
      for (const { person, row } of rows) {
        row.hidden = !`${person.name} ${person.team ?? ''}`.toLowerCase().includes(wanted);
      }
      none.hidden = rows.some(({ row }) => !row.hidden);
    },
  });
  const panel = h(
    'div',
    { id, class: 'panel people', popover: 'auto', role: 'dialog', 'aria-label': texts.people.be },
    h('h2', {}, texts.people.be),
    people.length >= SEARCH_FROM ? search : null,
    list,
    none,
    h(
      'button',
      {
        type: 'button',
        class: 'add',
        onclick: () => {
          panel.hidePopover();
          listeners.add();
        },
      },
      icon('plus'),
      texts.people.add,
    ),
  );
  const pick = (person: PersonView) => {
    panel.hidePopover();
    listeners.be(person.user);
  };
  const label = fill(texts.people.current, { name: me.name, role: texts.roles[me.role] });
  return h(
    'div',
    { class: 'switcher' },
    h(
      'button',
      {
        type: 'button',
        class: 'person',
        popovertarget: id,
        'aria-label': `${label}. ${texts.people.be}`,
      },
      avatar(me),
      h('span', { class: 'name', dir: 'auto' }, me.name),
      h('span', { class: `role ${me.role}` }, texts.roles[me.role]),
      icon('updown'),
    ),
    panel,
  );
};

const personButton = (
  person: PersonView,
  current: boolean,
  texts: Session['state']['texts'],
  pick: () => void,
): HTMLElement =>
  h(
    'button',
    { type: 'button', class: 'person', 'aria-current': current ? 'true' : null, onclick: pick },
    avatar(person),
    h(
      'span',
      { class: 'name', dir: 'auto' },
      person.name,
      person.team === null ? null : h('small', { dir: 'auto' }, person.team),
    ),
    h('span', { class: `role ${person.role}` }, texts.roles[person.role]),
    current ? icon('check') : null,
  );
