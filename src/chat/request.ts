// What comes in from a chat platform, and what goes back.
import type { Instant } from '../domain/time.ts';
import type { Card } from './card.ts';
import type { File } from './file.ts';
import type { Form, Values } from './form.ts';
import type { Intent } from './intent.ts';
import type { Person } from './text.ts';

export interface Place {
  readonly platform: string;
  readonly tenant: string;
  readonly channel: string;
  readonly kind: 'direct' | 'group';
}

export type Ask =
  /** A typed line such as `/followup …`; `mentions` are the people the platform resolved in it, in order. */
  | {
      readonly kind: 'command';
      readonly line: string;
      readonly mentions: readonly { readonly person: Person; readonly name: string }[];
    }
  | { readonly kind: 'press'; readonly intent: Intent }
  | { readonly kind: 'submit'; readonly intent: Intent; readonly values: Values }
  /** The bot came into a group, or a person came to the bot for the first time. */
  | { readonly kind: 'joined' }
  | { readonly kind: 'opened' }
  /** Something the adapter did not understand; answered politely, never an exception. */
  | { readonly kind: 'unsupported'; readonly what: string };

export interface Request {
  /** The platform's delivery id: the same for a redelivery. */
  readonly id: string;
  readonly actor: Person & { readonly name: string; readonly locale?: string };
  readonly place: Place;
  readonly at: Instant;
  readonly ask: Ask;
}

export type Reply =
  | { readonly kind: 'card'; readonly to: 'actor' | 'channel'; readonly card: Card }
  /** Takes the place of the message whose button was pressed. */
  | { readonly kind: 'replace'; readonly card: Card }
  | { readonly kind: 'form'; readonly form: Form }
  /** Kept for the actor alone. */
  | { readonly kind: 'file'; readonly file: File };
