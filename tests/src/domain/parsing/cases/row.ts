// The shape of a hand-written case: what is not named is expected to be empty.

export interface Expected {
  readonly contact?: string;
  readonly channel?: string;
  readonly outcome?: string;
  readonly intent?: string;
  /** Value and currency (CNY when left out), or value, currency, min, max. */
  readonly amount?: number | readonly [number, string] | readonly [number, string, number, number];
  /** Action, at, precision, end. */
  readonly next?: readonly [string | null, string | null, string | null, string?];
  readonly min?: number;
  readonly occurred?: string;
  readonly clarify?: string;
}
export type Row = readonly [text: string, customer: string | null, expected?: Expected];
