// Charts are drawn as well-formed SVG whatever the labels hold; a real XML parser is the judge.
import { afterAll, describe, expect, it } from 'vitest';
import { drawChart, LIGHT } from '../../../adapters/charts/index.ts';
import type { Chart } from '../../../src/chat/chart.ts';
import { closeBrowser, sharedBrowser } from '../../support/browser.ts';

const bars = (labels: readonly string[], name = '提升'): Chart => ({
  kind: 'bar',
  title: 'x',
  labels,
  series: [{ name, values: labels.map((_, index) => index * 3 + 1) }],
});
const draw = (chart: Chart, width = 560) => drawChart(chart, { width, palette: LIGHT });

const HOSTILE = [
  '</text><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '" onload="alert(1)',
  "'><svg onload=alert(1)>",
  ']]><!ENTITY x SYSTEM "file:///etc/passwd">',
  '<!channel> & <at id=all>',
  'a\u0000b\u0007c\u001bd\uFFFF',
  'half \uD83D of a character',
  'two\nlines\r\nand\ttabs',
  '{a|rich} {b} {c} {{x}}',
  '名'.repeat(200),
  'W'.repeat(200),
  '',
  '   ',
  '__proto__',
  'constructor',
  'toString',
  'customers: __proto__ and constructors, a long name that is cut somewhere in the middle',
  '\u202Eright to left',
];

describe('drawChart', () => {
  it('keeps CJK labels, names and the target line', () => {
    const svg = draw({
      kind: 'line',
      title: '积分',
      labels: ['周一', '周二', '周三'],
      series: [
        { name: '我', values: [1, null, 3] },
        { name: '团队中位数', values: [2, 2, 2] },
      ],
      mark: { label: '目标 75', value: 2.5 },
    });
    for (const text of ['周一', '周二', '周三', '我', '团队中位数', '目标 75'])
      expect(svg).toContain(text);
  });

  it('holds no script, style, hook or outside address', () => {
    for (const label of HOSTILE) {
      const svg = draw(bars([label, '林晓雨'], label));
      expect(svg).not.toMatch(/<(script|style|image|foreignObject|a|use)\b/i);
      expect(svg).not.toMatch(/<[^>]*\s(on\w+|style|class|href|xlink:href)=/i);
      expect(svg.replace(/xmlns(:xlink)?="[^"]+"/g, '')).not.toMatch(/https?:/);
    }
  });

  it('is well-formed for hostile labels, series names and marks', async () => {
    const svgs = HOSTILE.flatMap((label) => [
      draw(bars([label, label, 'x'], label)),
      draw({ ...bars([label, 'y'], label), kind: 'line', mark: { label, value: 2 } }, 300),
      draw({
        ...bars([label]),
        series: [
          { name: label, values: [1] },
          { name: label, values: [2] },
        ],
      }),
    ]);
    const browser = await sharedBrowser();
    const page = await browser.newPage();
    const broken = await page.evaluate(
      (texts) =>
        texts.filter((text) => {
          const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
          return (
            parsed.querySelector('parsererror') !== null || parsed.querySelector('script') !== null
          );
        }),
      svgs,
    );
    await page.close();
    expect(broken).toEqual([]);
  }, 60_000);

  it('leaves the objects of the process alone', () => {
    const inherited = (): string[] => {
      const names: string[] = [];
      for (const name in {}) names.push(name);
      return names;
    };
    for (const label of [...HOSTILE, ...Object.getOwnPropertyNames(Object.prototype)]) {
      expect(draw(bars([label, label], label), 120)).not.toContain('object Object');
    }
    expect(inherited()).toEqual([]);
    expect(Object.keys(Object)).toEqual([]);
  });

  it('draws senseless numbers and sizes', () => {
    const odd = [Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 1e15, null];
    const labels = odd.map(String);
    for (const kind of ['bar', 'line'] as const) {
      const svg = draw({
        kind,
        title: '',
        labels,
        series: [{ name: 'a', values: odd }],
        min: 0,
        max: 0,
      });
      expect(svg).not.toMatch(/<[^>]*NaN/);
      expect(draw({ kind, title: '', labels: [], series: [] })).toMatch(/^<svg/);
      expect(
        draw({ kind, title: '', labels: ['a', 'b'], series: [{ name: 'a', values: [] }] }),
      ).toMatch(/^<svg/);
    }
    const many = Array.from({ length: 5_000 }, (_, index) => `d${index}`);
    expect(
      draw({
        kind: 'line',
        title: '',
        labels: many,
        series: [{ name: 'a', values: many.map((_, i) => i) }],
      }).length,
    ).toBeLessThan(200_000);
  });

  it('lays bars down when names would not fit side by side, and keeps two series of one name', () => {
    const names = ['欧阳静怡', '林晓雨', '马丽', '孙浩然', '赵志远'];
    const height = (svg: string) => Number(/height="(\d+)"/.exec(svg)?.[1]);
    expect(height(draw(bars(names), 300))).toBe(190);
    expect(draw(bars(names), 300)).not.toContain('…');
    const twice = draw({
      kind: 'line',
      title: '',
      labels: ['1'],
      series: [
        { name: '同名', values: [1] },
        { name: '同名', values: [2] },
      ],
    });
    expect(twice.match(/同名/g)).toHaveLength(2);
  });
});

afterAll(closeBrowser);
