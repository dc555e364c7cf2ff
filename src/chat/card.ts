// A card: what every message of the product is made of, whatever the platform.
import type { Chart } from './chart.ts';
import type { Intent } from './intent.ts';
import type { Text } from './text.ts';

export type Tone = 'neutral' | 'good' | 'warning' | 'bad' | 'celebrate';

export interface Card {
  /** The language it is written in, a BCP 47 tag. */
  readonly locale: string;
  readonly title: string;
  readonly tone: Tone;
  /** Plain text that says the same: notifications, screen readers, and the fallback of a refused card. */
  readonly summary: string;
  readonly blocks: readonly Block[];
  /** It shows or carries an answer on its way into a ballot: shown to its reader, and never stored or logged. */
  readonly sealed?: true;
}

export interface Field {
  readonly label: string;
  readonly value: Text;
}

export interface Column {
  readonly label: string;
  readonly align: 'start' | 'end';
}

export interface Action {
  readonly label: string;
  readonly style: 'plain' | 'primary' | 'danger';
  readonly intent: Intent;
}

export type Block =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  | {
      readonly kind: 'rows';
      readonly columns: readonly Column[];
      /** One text a column. */
      readonly rows: readonly (readonly Text[])[];
    }
  | {
      readonly kind: 'progress';
      readonly label: string;
      /** 0 … 1; more than 1 is drawn full. */
      readonly ratio: number;
      /** What stands beside the bar, e.g. `12 of 16`. */
      readonly text: string;
    }
  | {
      readonly kind: 'chart';
      readonly chart: Chart /** The chart told in words. */;
      readonly alt: string;
    }
  | { readonly kind: 'note'; readonly text: Text }
  | { readonly kind: 'actions'; readonly actions: readonly Action[] };
