// Short notices at the foot of the page, read aloud once and gone by themselves.
import { h } from './dom.ts';

const SHOWN = 4_000;

const region = h('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });

/** Where notices appear; part of the page for its whole life, or screen readers miss the first. */
export const toastRegion = (): HTMLElement => region;

export const toast = (text: string, tone: 'plain' | 'bad' = 'plain'): void => {
  const notice = h('div', { class: `toast ${tone}` }, text);
  region.appendChild(notice);
  setTimeout(() => notice.remove(), SHOWN);
};
