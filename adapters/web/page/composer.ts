// Where one writes: grows with the text, suggests while typing, remembers what was sent.
import type { PlaceView } from '../wire.ts';
import { freshId, h } from './dom.ts';
import { fill } from './format.ts';
import { createHistory } from './history.ts';
import { icon } from './icons.ts';
import { createListbox } from './listbox.ts';
import type { Session } from './session.ts';
import { type Suggestion, suggest } from './suggest.ts';

/** As the server has it (limits.ts). */
const MAX_LINE = 4_000;

export interface Composer {
  readonly element: HTMLElement;
  focus(): void;
  /** Puts a text there, ready to send. */
  put(text: string): void;
  readonly text: string;
}

/** @param send is given the line and the people picked from the list */
export const createComposer = (
  session: Session,
  place: PlaceView,
  draft: string,
  send: (line: string, mentions: readonly string[]) => void,
): Composer => {
  const { texts, commands, people, language } = session.state;
  const words = texts.composer;
  const history = createHistory(`${session.me.user} ${place.id}`);
  const picked = new Set<string>();
  const hintId = freshId('hint');
  const placeholder =
    place.id === 'direct' ? words.direct : fill(words.channel, { name: place.name });
  const input = h('textarea', {
    id: 'line',
    rows: 1,
    'aria-label': words.label,
    'aria-describedby': hintId,
    placeholder,
    autocomplete: 'off',
    spellcheck: 'false',
    enterkeyhint: 'send',
    dir: 'auto',
  });
  const button = h(
    'button',
    { type: 'submit', class: 'send', 'aria-label': words.send, title: words.send },
    icon('send'),
  );
  const over = h('span', { class: 'over', role: 'status' });
  const listbox = createListbox(input, (suggestion) => take(suggestion));
  const element = h(
    'form',
    { class: 'composer', novalidate: true },
    listbox.element,
    h('div', { class: 'box' }, input, button),
    h('p', { class: 'hint' }, h('span', { id: hintId }, words.hint), over),
  );

  const grow = () => {
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, 200)}px`;
    const excess = input.value.length - MAX_LINE;
    over.textContent = excess > 0 ? fill(words.tooLong, { n: excess }) : '';
    button.disabled = input.value.trim() === '' || excess > 0;
  };
  const offer = () => {
    const at = input.selectionStart;
    const found = suggest(input.value, at, commands, people, language);
    const label = /[@＠][^\s]*$/u.test(input.value.slice(0, at))
      ? words.mentions
      : words.suggestions;
    listbox.show(found, label);
  };
  const write = (text: string, caret = text.length) => {
    input.value = text;
    input.setSelectionRange(caret, caret);
    grow();
  };
  const take = (suggestion: Suggestion) => {
    if (suggestion.user !== null) picked.add(suggestion.user);
    write(suggestion.text, suggestion.caret);
    listbox.hide();
    input.focus();
  };
  const submit = () => {
    const line = input.value.trim();
    if (line === '' || input.value.length > MAX_LINE) return;
    history.add(line);
    const mentions = [...picked];
    picked.clear();
    write('');
    listbox.hide();
    send(line, mentions);
  };

  element.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  input.addEventListener('input', () => {
    history.leave();
    grow();
    offer();
  });
  input.addEventListener('blur', () => listbox.hide());
  input.addEventListener('keydown', (event) => {
    // While an input method composes, Enter and arrows belong to it.
    if (event.isComposing || event.keyCode === 229) return;
    if (listbox.key(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === 'ArrowUp' && (input.value === '' || history.browsing)) {
      const earlier = history.earlier();
      if (earlier !== null) {
        event.preventDefault();
        write(earlier);
      }
    } else if (event.key === 'ArrowDown' && history.browsing) {
      event.preventDefault();
      write(history.later());
    }
  });
  input.value = draft;
  queueMicrotask(grow);

  return {
    element,
    focus: () => input.focus(),
    put(text) {
      write(text);
      input.focus();
    },
    get text() {
      return input.value;
    },
  };
};
