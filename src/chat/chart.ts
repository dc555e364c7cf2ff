// A neutral chart: each adapter draws it with what its platform has.

export interface Chart {
  readonly kind: 'bar' | 'line';
  readonly title: string;
  /** One label a point, in order. */
  readonly labels: readonly string[];
  /** Each series has one value a label; null is a gap. */
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
  }[];
  /** The range of the value axis; open ends are chosen by the data. */
  readonly min?: number;
  readonly max?: number;
  /** A line drawn across, e.g. the target. */
  readonly mark?: { readonly label: string; readonly value: number };
}
