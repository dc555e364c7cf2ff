// The product's messages as the page draws them: a total mapping, with every cut visible.

import type { Block, Card } from '../../src/chat/card.ts';
import type { Chart } from '../../src/chat/chart.ts';
import { encodeIntent } from '../../src/chat/intent.ts';
import type { Inline, Text } from '../../src/chat/text.ts';
import { isSealed } from '../../src/commands/index.ts';
import { assertNever } from '../../src/errors.ts';
import { drawChart, type Palette } from '../charts/index.ts';
import { LIMITS } from './limits.ts';
import type { Message } from './messages.ts';
import { placeId } from './parse.ts';
import { fill, textsOf } from './texts.ts';
import type { BlockView, CardView, InlineView, MessageView, TextView } from './wire.ts';

/** The message as `reader` sees it. */
export const viewMessage = (message: Message, reader: string): MessageView => ({
  id: message.id,
  seq: message.seq,
  place: placeId(message.place),
  at: message.at,
  author: message.author,
  private: message.audience !== null,
  delivery: message.author?.user === reader ? message.delivery : null,
  body: viewBody(message, reader),
});

const viewBody = ({ content }: Message, reader: string): MessageView['body'] => {
  switch (content.kind) {
    case 'line':
      return content;
    case 'card':
      return { kind: 'card', card: viewCard(content.card) };
    case 'file': {
      const { kind, id, ...file } = content;
      const href = `/web/files/${id}?as=${encodeURIComponent(reader)}`;
      return { kind, file: { ...file, href } };
    }
    default:
      return assertNever(content);
  }
};

/** The card as the page draws it. */
export const viewCard = (card: Card): CardView => ({
  locale: card.locale,
  title: card.title,
  tone: card.tone,
  summary: card.summary,
  blocks: card.blocks.map((block) => viewBlock(block, card.locale)),
});

const viewBlock = (block: Block, locale: string): BlockView => {
  switch (block.kind) {
    case 'text':
    case 'note':
      return { kind: block.kind, text: viewText(block.text) };
    case 'fields':
      return {
        kind: 'fields',
        fields: block.fields.map(({ label, value }) => ({ label, value: viewText(value) })),
      };
    case 'rows': {
      const more = block.rows.length - LIMITS.rows;
      return {
        kind: 'rows',
        columns: block.columns,
        rows: block.rows.slice(0, LIMITS.rows).map((row) => row.map(viewText)),
        cut: more > 0 ? fill(textsOf(locale).message.more, { n: more }) : null,
      };
    }
    case 'progress': {
      const ratio = Number.isFinite(block.ratio) ? Math.min(1, Math.max(0, block.ratio)) : 0;
      return { kind: 'progress', label: block.label, ratio, text: block.text };
    }
    case 'chart':
      return {
        kind: 'chart',
        title: block.chart.title,
        alt: block.alt,
        wide: draw(block.chart, 560),
        narrow: draw(block.chart, 300),
      };
    case 'actions':
      return {
        kind: 'actions',
        actions: block.actions.map(({ label, style, intent }) => ({
          label,
          style,
          intent: encodeIntent(intent),
          sealed: isSealed(intent),
        })),
      };
    default:
      return assertNever(block);
  }
};

const viewText = (text: Text): TextView => text.map(viewInline);

const viewInline = (inline: Inline): InlineView => {
  if (typeof inline === 'string') return inline;
  switch (inline.kind) {
    case 'bold':
      return { kind: 'bold', text: inline.text };
    case 'link':
      // A link of any other kind (javascript:, data:) is shown as the words it is.
      return /^https?:\/\//i.test(inline.url)
        ? { kind: 'link', text: inline.text, url: inline.url }
        : inline.text;
    case 'mention':
      return { kind: 'mention', user: inline.person.user, name: inline.name };
    case 'instant':
      return { kind: 'instant', at: inline.at, text: inline.text };
    default:
      return assertNever(inline);
  }
};

/** Stand-ins: the drawing is one for both themes, the page's style sheet says the colours. */
const PALETTE: Palette = {
  series: ['#010101', '#010102', '#010103', '#010104', '#010105'],
  text: '#010106',
  faint: '#010107',
  grid: '#010108',
  mark: '#010109',
  ground: '#01010a',
};
const VARIABLES: Readonly<Record<string, string>> = {
  '#010106': 'var(--ink)',
  '#010107': 'var(--ink-2)',
  '#010108': 'var(--line)',
  '#010109': 'var(--mark)',
  '#01010a': 'var(--surface)',
};

const drawn = new Map<string, string>();
const KEPT_DRAWINGS = 400;

const draw = (chart: Chart, width: number): string => {
  const key = `${width}${JSON.stringify(chart)}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const svg = drawChart(chart, { width, palette: PALETTE }).replace(
    /#01010[1-9a]/g,
    (hex) => VARIABLES[hex] ?? `var(--series-${hex.at(-1)})`,
  );
  const oldest = drawn.keys().next();
  if (drawn.size >= KEPT_DRAWINGS && oldest.done !== true) drawn.delete(oldest.value);
  drawn.set(key, svg);
  return svg;
};
