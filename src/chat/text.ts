// Text as a list of inlines: structure survives three platforms' mention syntaxes, and cannot be injected into.
import type { Instant } from '../domain/time.ts';

/** A person as a chat platform knows them. */
export interface Person {
  readonly platform: string;
  readonly tenant: string;
  readonly user: string;
}

/**
 * A piece of text. A bare string is literal: every adapter escapes it. `instant` carries its wording in the
 * reader's language and zone, for platforms that cannot localise it themselves.
 */
export type Inline =
  | string
  | { readonly kind: 'bold'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | { readonly kind: 'mention'; readonly person: Person; readonly name: string }
  | { readonly kind: 'instant'; readonly at: Instant; readonly text: string };

export type Text = readonly Inline[];

export const bold = (text: string): Inline => ({ kind: 'bold', text });

/** The text without any structure: for summaries, search and tests. */
export const plain = (text: Text): string =>
  text
    .map((part) => {
      if (typeof part === 'string') return part;
      return part.kind === 'mention' ? `@${part.name}` : part.text;
    })
    .join('');
