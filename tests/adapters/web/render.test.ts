// Every kind of block and inline has its view; cuts are visible; nothing dangerous becomes a link.
import { describe, expect, it } from 'vitest';
import { viewCard } from '../../../adapters/web/render.ts';
import type { Block, Card } from '../../../src/chat/card.ts';

const card = (blocks: readonly Block[], locale = 'en'): Card => ({
  locale,
  title: 't',
  tone: 'neutral',
  summary: 's',
  blocks,
});

describe('viewCard', () => {
  it('draws every kind of block', () => {
    const blocks: Readonly<Record<Block['kind'], Block>> = {
      text: { kind: 'text', text: ['a'] },
      fields: { kind: 'fields', fields: [{ label: 'l', value: ['v'] }] },
      rows: { kind: 'rows', columns: [{ label: 'c', align: 'end' }], rows: [[['1']]] },
      progress: { kind: 'progress', label: 'p', ratio: 0.5, text: '1 of 2' },
      chart: {
        kind: 'chart',
        alt: 'alt',
        chart: { kind: 'bar', title: 'c', labels: ['一'], series: [{ name: 'n', values: [1] }] },
      },
      note: { kind: 'note', text: ['n'] },
      actions: {
        kind: 'actions',
        actions: [
          { label: 'a', style: 'plain', intent: { command: 'c', verb: 'v', args: { n: 1 } } },
        ],
      },
    };
    const views = viewCard(card(Object.values(blocks))).blocks;
    expect(views.map((one) => one.kind)).toEqual(Object.keys(blocks));
    expect(views.at(-1)).toMatchObject({ actions: [{ intent: '["c","v",{"n":1}]' }] });
  });

  it('gives a chart the page’s own colours, wide and narrow', () => {
    const [view] = viewCard(
      card([
        {
          kind: 'chart',
          alt: '',
          chart: {
            kind: 'line',
            title: '',
            labels: ['周一'],
            series: [{ name: 'a', values: [1] }],
            mark: { label: 'm', value: 1 },
          },
        },
      ]),
    ).blocks;
    if (view?.kind !== 'chart') throw new Error('no chart');
    expect(view.wide).toContain('var(--series-1)');
    expect(view.wide).toContain('var(--mark)');
    expect(view.wide).not.toContain('#0101');
    expect(view.narrow).toContain('width="300"');
  });

  it('says how many rows it cut, in the card’s language', () => {
    const rows: Block = {
      kind: 'rows',
      columns: [{ label: 'c', align: 'start' }],
      rows: Array.from({ length: 112 }, () => [['x']]),
    };
    expect(viewCard(card([rows])).blocks[0]).toMatchObject({ cut: '… 12 more' });
    expect(viewCard(card([rows], 'zh-CN')).blocks[0]).toMatchObject({ cut: '… 还有 12 条' });
  });

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    '//evil.example',
    'file:///etc/passwd',
  ])('shows a link to %s as its words', (url) => {
    const [view] = viewCard(
      card([{ kind: 'text', text: [{ kind: 'link', text: 'here', url }] }]),
    ).blocks;
    expect(view).toEqual({ kind: 'text', text: ['here'] });
  });

  it('keeps progress between nothing and full', () => {
    for (const [ratio, drawn] of [
      [-1, 0],
      [7, 1],
      [Number.NaN, 0],
      [0.4, 0.4],
    ] as const) {
      expect(
        viewCard(card([{ kind: 'progress', label: '', ratio, text: '' }])).blocks[0],
      ).toMatchObject({ ratio: drawn });
    }
  });
});
