// A form: a modal on Slack, a form card on Feishu, a dialogue on DingTalk, a dialog on the web page.
import type { Intent } from './intent.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface InputBase {
  /** The key of the value in a submission. */
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
  readonly hint?: string;
}

export type Input = InputBase &
  (
    | {
        readonly kind: 'text';
        readonly value?: string;
        readonly placeholder?: string;
        readonly multiline: boolean;
        /** In characters. */
        readonly maxLength: number;
      }
    | { readonly kind: 'number'; readonly value?: string; readonly placeholder?: string }
    /** `YYYY-MM-DD` */
    | { readonly kind: 'day'; readonly value?: string }
    /** `HH:MM` */
    | { readonly kind: 'time'; readonly value?: string }
    | { readonly kind: 'choice'; readonly value?: string; readonly options: readonly Option[] }
    | {
        readonly kind: 'choices';
        readonly value?: readonly string[];
        readonly options: readonly Option[];
      }
    /** A member; options are members' ids, for platforms without a native picker. */
    | { readonly kind: 'person'; readonly value?: string; readonly options: readonly Option[] }
    /** 1 … `max` */
    | { readonly kind: 'rating'; readonly value?: string; readonly max: number }
  );

export interface Form {
  /** The language it is written in, a BCP 47 tag. */
  readonly locale: string;
  readonly title: string;
  /** The submit button's label. */
  readonly submit: string;
  readonly cancel: string;
  readonly intro?: string;
  readonly inputs: readonly Input[];
  readonly intent: Intent;
  /** What was wrong with the last submission, by input name. */
  readonly errors?: Readonly<Record<string, string>>;
  /** What is filled in is an answer on its way into a ballot: never stored, logged or kept in a history. */
  readonly sealed?: true;
}

/** What a person filled in, by input name; an absent key means left empty. */
export type Values = Readonly<Record<string, string | readonly string[]>>;
