// Inline text: bold, links, mentions, instants.
import type { InlineView, TextView } from '../wire.ts';
import { append, h } from './dom.ts';
import type { Dates } from './format.ts';

/** What inline text needs to know of its reader. */
export interface Reader {
  readonly user: string;
  readonly dates: Dates;
}

/** The text inside `parent`. */
export const writeText = (parent: HTMLElement, text: TextView, reader: Reader): HTMLElement => {
  append(
    parent,
    text.map((inline) => writeInline(inline, reader)),
  );
  return parent;
};

const writeInline = (inline: InlineView, reader: Reader): Node | string => {
  if (typeof inline === 'string') return inline;
  switch (inline.kind) {
    case 'bold':
      return h('strong', {}, inline.text);
    case 'link':
      return h(
        'a',
        { href: inline.url, target: '_blank', rel: 'noopener noreferrer' },
        inline.text,
      );
    case 'mention': {
      const own = inline.user === reader.user ? ' me' : '';
      return h('span', { class: `mention${own}` }, `@${inline.name}`);
    }
    case 'instant':
      return h(
        'time',
        { datetime: new Date(inline.at).toISOString(), title: reader.dates.moment(inline.at) },
        inline.text,
      );
    default:
      return inline satisfies never;
  }
};
