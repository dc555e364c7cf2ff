// The colours a chart is drawn with.

export interface Palette {
  /** One a series, in order. */
  readonly series: readonly [string, string, string, string, string];
  readonly text: string;
  /** Axis labels and what stands back. */
  readonly faint: string;
  readonly grid: string;
  readonly mark: string;
  /** What the chart stands on; it surrounds letters that cross a line. */
  readonly ground: string;
}

/** On a white ground: pictures for the chats that take no SVG. */
export const LIGHT: Palette = {
  series: ['#12755c', '#c9852b', '#3f6fb5', '#a24a78', '#6b7a2f'],
  text: '#1d2723',
  faint: '#5c6863',
  grid: '#dfe4e0',
  mark: '#b23a24',
  ground: '#ffffff',
};
