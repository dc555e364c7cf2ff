// A file to take away, as a card with its link.
import type { FileView } from '../wire.ts';
import { freshId, h } from './dom.ts';
import { icon } from './icons.ts';

/** `12.3 kB` in the reader's language. */
const sizeOf = (bytes: number, locale: string): string => {
  const [unit, size] = bytes < 1e6 ? ['kilobyte', bytes / 1e3] : ['megabyte', bytes / 1e6];
  const format = { style: 'unit', unit, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, format).format(Math.max(0.1, size));
};

/** The file as an article, named by its title. */
export const fileElement = (file: FileView): HTMLElement => {
  const title = freshId('file');
  return h(
    'article',
    { class: 'card file', lang: file.locale, 'aria-labelledby': title },
    h('h3', { id: title, dir: 'auto' }, file.title),
    h('p', { class: 'text', dir: 'auto' }, file.text),
    h(
      'a',
      { class: 'download', href: file.href, download: file.name },
      icon('down'),
      h('span', { class: 'name', dir: 'auto' }, file.name),
      h('span', { class: 'size' }, sizeOf(file.bytes, file.locale)),
    ),
  );
};
