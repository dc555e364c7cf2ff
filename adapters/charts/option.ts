// How a neutral chart looks: axes, bars or lines, a legend when there is more than one series.
import type { EChartsCoreOption } from 'echarts/core';
import type { Chart } from '../../src/chat/chart.ts';
import { cleanText, textWidth } from './label.ts';
import type { Palette } from './palette.ts';

/** Without quotation marks: ECharts writes it into an attribute as it stands. */
const FONT = 'Inter Variable, Noto Sans SC Variable, Noto Sans SC, sans-serif';
const FONT_SIZE = 12;
const ROW = 30;
/** More points than this cannot be told apart. */
const MAX_POINTS = 400;

interface Plan {
  readonly labels: readonly string[];
  readonly series: readonly { name: string; values: readonly (number | null)[] }[];
  /** Bars lie down when their labels would not fit side by side. */
  readonly lying: boolean;
  readonly mark: { readonly label: string; readonly value: number } | null;
}

/** The ECharts option and the height in pixels that suits it. */
export const chartOption = (
  chart: Chart,
  width: number,
  palette: Palette,
): { readonly option: EChartsCoreOption; readonly height: number } => {
  const plan = planChart(chart, width);
  const legend = plan.series.length > 1;
  const rows = plan.labels.length * (plan.series.length > 2 ? ROW * 1.5 : ROW);
  const height = plan.lying
    ? Math.min(1_200, rows + 40 + (legend ? 28 : 0))
    : Math.round(Math.min(260, Math.max(190, width * 0.44)));
  const text = { color: palette.faint, fontFamily: FONT, fontSize: FONT_SIZE };
  const labelAxis = {
    type: 'category' as const,
    data: [...plan.labels],
    inverse: plan.lying,
    boundaryGap: chart.kind === 'bar',
    axisTick: { show: false },
    axisLine: { show: !plan.lying, lineStyle: { color: palette.grid } },
    axisLabel: {
      ...text,
      color: plan.lying ? palette.text : palette.faint,
      hideOverlap: true,
      overflow: 'truncate' as const,
      // Labels of points may reach over their neighbours' places: those that then overlap are left out.
      width: plan.lying
        ? Math.round(width * 0.32)
        : Math.max(slot(plan.labels.length, width), chart.kind === 'line' ? 44 : 0),
      // A hidden label is a lost name where every bar has one.
      ...(plan.lying ? { interval: 0 } : {}),
    },
  };
  const valueAxis = {
    type: 'value' as const,
    ...(chart.min === undefined ? {} : { min: chart.min }),
    ...(chart.max === undefined ? {} : { max: chart.max }),
    splitNumber: 4,
    axisLabel: { ...text, show: !plan.lying, formatter: compact },
    axisLine: { show: false },
    splitLine: { show: !plan.lying, lineStyle: { color: palette.grid } },
  };
  return {
    height,
    option: {
      animation: false,
      color: [...palette.series],
      textStyle: { fontFamily: FONT },
      grid: {
        left: 4,
        right: plan.lying ? 44 : 12,
        top: legend ? 34 : plan.mark === null ? 12 : 22,
        bottom: 4,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      ...(legend
        ? {
            legend: {
              top: 0,
              left: 0,
              itemWidth: 10,
              itemHeight: 10,
              icon: 'roundRect',
              itemGap: 16,
              textStyle: { ...text, width: Math.round(width / 3), overflow: 'truncate' },
              // Series are told apart by position, so that two of one name stay two.
              formatter: (key: string) => plan.series[Number(key)]?.name ?? '',
            },
          }
        : {}),
      xAxis: plan.lying ? valueAxis : labelAxis,
      yAxis: plan.lying ? labelAxis : valueAxis,
      series: plan.series.map((one, index) => ({
        name: String(index),
        type: chart.kind,
        data: [...one.values],
        ...look(chart, plan, palette),
        ...(index === 0 && plan.mark !== null ? { markLine: markLine(plan, palette) } : {}),
      })),
    },
  };
};

const look = (chart: Chart, plan: Plan, palette: Palette) =>
  chart.kind === 'bar'
    ? {
        barMaxWidth: plan.lying ? 14 : 34,
        barCategoryGap: '38%',
        itemStyle: { borderRadius: plan.lying ? [0, 4, 4, 0] : [4, 4, 0, 0] },
        label: {
          show: plan.lying,
          position: 'right',
          color: palette.text,
          fontFamily: FONT,
          fontSize: FONT_SIZE,
          formatter: ({ value }: { value: unknown }) =>
            typeof value === 'number' ? compact(value) : '',
        },
        emphasis: { disabled: true },
      }
    : {
        symbol: 'circle',
        symbolSize: plan.labels.length > 31 ? 0 : 6,
        showAllSymbol: true,
        connectNulls: false,
        lineStyle: { width: 2.25 },
        emphasis: { disabled: true },
      };

const markLine = (plan: Plan, palette: Palette) => ({
  silent: true,
  symbol: 'none',
  lineStyle: { color: palette.mark, type: 'dashed', width: 1.25 },
  label: {
    formatter: () => plan.mark?.label ?? '',
    position: plan.lying ? 'end' : 'insideEndTop',
    color: palette.mark,
    textBorderColor: palette.ground,
    textBorderWidth: 3,
    fontFamily: FONT,
    fontSize: FONT_SIZE,
  },
  data: [plan.lying ? { xAxis: plan.mark?.value } : { yAxis: plan.mark?.value }],
});

const planChart = (chart: Chart, width: number): Plan => {
  const labels = chart.labels.slice(-MAX_POINTS).map(cleanText);
  const skipped = Math.max(0, chart.labels.length - MAX_POINTS);
  const widest = Math.max(0, ...labels.map((label) => textWidth(label, FONT_SIZE)));
  const { mark } = chart;
  return {
    labels,
    series: chart.series.map((one) => ({
      name: cleanText(one.name),
      values: labels.map((_, index) => finite(one.values[index + skipped])),
    })),
    lying: chart.kind === 'bar' && labels.length <= 40 && widest > slot(labels.length, width),
    mark:
      mark === undefined || !Number.isFinite(mark.value)
        ? null
        : { label: cleanText(mark.label), value: mark.value },
  };
};

/** The room of one label under a standing bar, in pixels. */
const slot = (count: number, width: number): number =>
  Math.max(24, Math.floor((width - 60) / Math.max(1, Math.min(count, 31))) - 8);

const finite = (value: number | null | undefined): number | null =>
  value === null || value === undefined || !Number.isFinite(value) ? null : value;

const compact = (value: number): string => {
  const rounded = Math.round(value * 100) / 100;
  return Math.abs(rounded) < 10_000
    ? String(rounded)
    : new Intl.NumberFormat('en', { useGrouping: true, maximumFractionDigits: 0 }).format(rounded);
};
