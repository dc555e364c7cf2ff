// One of Genjin's cards.
import type { PageMessages } from '../../../src/locales/en/page.ts';
import type { ActionView, BlockView, CardView } from '../wire.ts';
import { append, freshId, h } from './dom.ts';
import { fill } from './format.ts';
import { type Reader, writeText } from './rich.ts';
import { readChart } from './svg.ts';
import { table } from './table.ts';

export interface CardContext {
  readonly reader: Reader;
  readonly texts: PageMessages;
  press(action: ActionView, button: HTMLButtonElement): void;
}

/** The card as an article, named by its title. */
export const cardElement = (card: CardView, context: CardContext): HTMLElement => {
  const title = freshId('card');
  return h(
    'article',
    { class: `card ${card.tone}`, lang: card.locale, 'aria-labelledby': title },
    h('h3', { id: title, dir: 'auto' }, card.title),
    ...card.blocks.map((block) => blockElement(block, context)),
  );
};

const blockElement = (block: BlockView, context: CardContext): HTMLElement => {
  const { reader } = context;
  switch (block.kind) {
    case 'text':
      return writeText(h('p', { class: 'text', dir: 'auto' }), block.text, reader);
    case 'note':
      return writeText(h('p', { class: 'note', dir: 'auto' }), block.text, reader);
    case 'fields':
      return h(
        'dl',
        { class: 'fields' },
        ...block.fields.map(({ label, value }) =>
          h('div', {}, h('dt', {}, label), writeText(h('dd', { dir: 'auto' }), value, reader)),
        ),
      );
    case 'rows':
      return table(block, reader);
    case 'progress':
      return progress(block);
    case 'chart':
      return chart(block, context);
    case 'actions':
      return h(
        'div',
        { class: 'actions' },
        ...block.actions.map((action) => actionButton(action, context)),
      );
    default:
      return block satisfies never;
  }
};

const actionButton = (action: ActionView, context: CardContext): HTMLButtonElement => {
  const button = h(
    'button',
    { type: 'button', class: `button ${action.style}`, dir: 'auto' },
    action.label,
  );
  button.addEventListener('click', () => context.press(action, button));
  return button;
};

const progress = (block: Extract<BlockView, { kind: 'progress' }>): HTMLElement => {
  const bar = h('span', { class: 'bar' }, h('span'));
  bar.style.setProperty('--ratio', String(block.ratio));
  const meter = h('div', {
    role: 'meter',
    'aria-label': block.label,
    'aria-valuemin': 0,
    'aria-valuemax': 100,
    'aria-valuenow': Math.round(block.ratio * 100),
    'aria-valuetext': block.text,
  });
  append(meter, [bar]);
  return h(
    'div',
    { class: 'progress' },
    h('span', { class: 'label', dir: 'auto' }, block.label),
    h('span', { class: 'value' }, block.text),
    meter,
  );
};

const chart = (block: Extract<BlockView, { kind: 'chart' }>, { texts }: CardContext) => {
  const caption = h('figcaption', { dir: 'auto' }, block.title);
  const wide = readChart(block.wide);
  const narrow = readChart(block.narrow);
  if (wide === null || narrow === null) {
    const gone = fill(texts.message.chartGone, { alt: block.alt });
    return h('figure', { class: 'chart' }, caption, h('p', { class: 'note' }, gone));
  }
  return h(
    'figure',
    { class: 'chart' },
    caption,
    h(
      'div',
      { role: 'img', 'aria-label': block.alt },
      h('div', { class: 'wide' }, wide),
      h('div', { class: 'narrow' }, narrow),
    ),
  );
};
