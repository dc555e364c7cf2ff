// A neutral chart drawn as an SVG text by ECharts, without a browser.
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Chart } from '../../src/chat/chart.ts';
import { chartOption } from './option.ts';
import type { Palette } from './palette.ts';

use([BarChart, GridComponent, LegendComponent, LineChart, MarkLineComponent, SVGRenderer]);

export interface Drawing {
  /** In pixels; the height follows from the chart. */
  readonly width: number;
  readonly palette: Palette;
}

/** The chart as one `<svg>` element: still, without scripts, links or styles from outside. */
export const drawChart = (chart: Chart, { width, palette }: Drawing): string => {
  const { option, height } = chartOption(chart, width, palette);
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    drawing.setOption(option);
    return still(drawing.renderToSVGString());
  } finally {
    drawing.dispose();
  }
};

/**
 * Without what only serves a live chart: hover styles, hooks for scripts. Letters keep their look as plain
 * attributes, which a page that forbids inline styles still honours. Texts are safe from this: in them `<` and `"`
 * are escaped already.
 */
const still = (svg: string): string =>
  svg
    .replace(/<style[\s\S]*?<\/style>\s*/g, '')
    .replace(/ (?:class|pointer-events|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, declarations: string) =>
      declarations
        .split(';')
        .filter((one) => /^(font-size|font-family|font-weight):/.test(one))
        .map((one) => ` ${one.replace(':', '="')}"`)
        .join(''),
    );
