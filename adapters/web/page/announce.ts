// New messages, told to screen readers in one sentence each.
import { h } from './dom.ts';

const region = h('div', { class: 'hidden-text', 'aria-live': 'polite' });

export const announcer = (): HTMLElement => region;

export const announce = (text: string): void => {
  region.textContent = text;
};
