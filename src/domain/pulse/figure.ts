// What may be known of a question in a group.

/**
 * `full`: from enough answers for a distribution. `coarse`: only a mean, rounded to halves. `alike`: everybody of a
 * small group answered alike, so not even that.
 */
export type Figure =
  | {
      readonly tier: 'full';
      readonly n: number;
      readonly mean: number;
      /** How many chose each answer, from the lowest. */
      readonly counts: readonly number[];
    }
  | { readonly tier: 'coarse'; readonly n: number; readonly mean: number }
  | { readonly tier: 'alike'; readonly n: number; readonly agreement: 'high' | 'low' };
