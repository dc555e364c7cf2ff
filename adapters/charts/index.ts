// The one room chat adapters may share: drawing charts.
export { LIGHT, type Palette } from './palette.ts';
export { drawChart } from './svg.ts';
