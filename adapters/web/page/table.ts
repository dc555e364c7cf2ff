// A card's table; on a narrow card each row becomes a small list, so that nothing scrolls sideways.
import type { BlockView, TextView } from '../wire.ts';
import { h } from './dom.ts';
import { type Reader, writeText } from './rich.ts';

type Rows = Extract<BlockView, { kind: 'rows' }>;

/** What a card on a phone has for a table, in pixels. */
const NARROW = 270;

/** Roles are said aloud because the narrow look takes the table's display away, and with it its meaning. */
export const table = ({ columns, rows, cut }: Rows, reader: Reader): HTMLElement =>
  h(
    'div',
    { class: `rows${tooWide({ columns, rows }) ? ' many' : ''}` },
    h(
      'table',
      { role: 'table' },
      h(
        'thead',
        { role: 'rowgroup' },
        h(
          'tr',
          { role: 'row' },
          ...columns.map(({ label, align }) =>
            h('th', { role: 'columnheader', scope: 'col', class: align }, label),
          ),
        ),
      ),
      h(
        'tbody',
        { role: 'rowgroup' },
        ...rows.map((row) =>
          h(
            'tr',
            { role: 'row' },
            ...row.map((text, index) => {
              const column = columns[index];
              const cell = h('td', {
                role: 'cell',
                class: column?.align ?? 'start',
                'data-label': column?.label ?? '',
                dir: 'auto',
              });
              return writeText(cell, text, reader);
            }),
          ),
        ),
      ),
    ),
    cut === null ? null : h('p', { class: 'note' }, cut),
  );

/** Whether the longest cells of the columns would not fit side by side on a phone. */
const tooWide = ({ columns, rows }: Pick<Rows, 'columns' | 'rows'>): boolean => {
  const widths = columns.map(({ label }, index) =>
    Math.max(ems(label), ...rows.map((row) => ems(plain(row[index] ?? [])))),
  );
  const padding = 12;
  return widths.reduce((sum, width) => sum + width * 14.5 + padding, 0) > NARROW;
};

const plain = (text: TextView): string =>
  text
    .map((part) => (typeof part === 'string' ? part : 'name' in part ? part.name : part.text))
    .join('');

/** About how wide, in letter heights: Chinese characters are square. */
const ems = (text: string): number => {
  let width = 0;
  for (const character of text) width += /[\u2E80-\uFFEF]/u.test(character) ? 1 : 0.56;
  return width;
};
