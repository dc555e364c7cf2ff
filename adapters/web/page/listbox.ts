// The list of suggestions over the composer, after the ARIA combobox pattern: focus stays in the text.
import { freshId, h } from './dom.ts';
import type { Suggestion } from './suggest.ts';

interface Listbox {
  readonly element: HTMLElement;
  show(suggestions: readonly Suggestion[], label: string): void;
  hide(): void;
  /** Handles a key of the text; true when it was the list's. */
  key(event: KeyboardEvent): boolean;
}

export const createListbox = (
  input: HTMLTextAreaElement,
  take: (suggestion: Suggestion) => void,
): Listbox => {
  const id = freshId('suggestions');
  const element = h('ul', { id, class: 'suggestions', role: 'listbox', hidden: true });
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-haspopup', 'listbox');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', id);
  let shown: readonly Suggestion[] = [];
  let active = 0;

  const options = () => [...element.children] as HTMLElement[];
  const activate = (index: number) => {
    active = (index + shown.length) % shown.length;
    options().forEach((option, position) => {
      option.setAttribute('aria-selected', String(position === active));
    });
    const option = options()[active];
    if (option === undefined) return;
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  };
  const hide = () => {
    shown = [];
    element.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  // The press must not take the focus from the text, or the list would close before the click.
  element.addEventListener('pointerdown', (event) => event.preventDefault());
  element.addEventListener('click', (event) => {
    const option = (event.target as Element).closest<HTMLElement>('[role=option]');
    const chosen = option === null ? undefined : shown[options().indexOf(option)];
    if (chosen !== undefined) take(chosen);
  });

  return {
    element,
    hide,
    show(suggestions, label) {
      if (suggestions.length === 0) {
        hide();
        return;
      }
      shown = suggestions;
      element.setAttribute('aria-label', label);
      element.replaceChildren(
        ...suggestions.map(({ title, detail, hint }) =>
          h(
            'li',
            { id: freshId('option'), role: 'option' },
            h('b', { dir: 'auto' }, title),
            h('span', { class: 'detail', dir: 'auto' }, detail),
            hint === '' ? null : h('code', { dir: 'auto' }, hint),
          ),
        ),
      );
      element.hidden = false;
      input.setAttribute('aria-expanded', 'true');
      activate(0);
    },
    key(event) {
      if (shown.length === 0) return false;
      switch (event.key) {
        case 'ArrowDown':
          activate(active + 1);
          break;
        case 'ArrowUp':
          activate(active - 1);
          break;
        case 'Escape':
          hide();
          break;
        case 'Enter':
        case 'Tab': {
          const chosen = shown[active];
          if (chosen === undefined || event.shiftKey) return false;
          if (event.key === 'Enter' && chosen.exact) return false;
          take(chosen);
          break;
        }
        default:
          return false;
      }
      event.preventDefault();
      return true;
    },
  };
};
