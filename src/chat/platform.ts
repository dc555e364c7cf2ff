// The outbound side of a chat platform: six members, implemented once per adapter.
import type { Card } from './card.ts';
import type { Person } from './text.ts';

/** Where a message goes: a channel, or a person's single chat. */
export type Target =
  | {
      readonly kind: 'channel';
      readonly platform: string;
      readonly tenant: string;
      readonly channel: string;
    }
  | ({ readonly kind: 'person' } & Person);

/** The platform's name for a posted message. */
export type MessageRef = string;

interface Capabilities {
  /** Can answer one person inside a group unseen by others. */
  readonly ephemeral: boolean;
  readonly forms: boolean;
  /** Can change a message that was posted. */
  readonly replace: boolean;
  readonly mentions: boolean;
  readonly chart: boolean;
  readonly maxBytes: number;
  /** How long the platform waits for an answer. */
  readonly answerWithinMs: number;
  /** `post` with a key it has seen gives the first message back instead of a second one. */
  readonly idempotentPost: boolean;
}

export interface Profile {
  readonly name: string;
  readonly locale?: string;
  readonly zone?: string;
}

export interface Platform {
  readonly name: string;
  readonly capabilities: Capabilities;
  /**
   * @param key the same for every try of the same message
   * @throws PlatformError
   */
  post(target: Target, card: Card, key: string): Promise<MessageRef>;
  /** @throws PlatformError */
  replace(message: MessageRef, card: Card): Promise<void>;
  /** @throws PlatformError */
  profile(person: Person): Promise<Profile>;
  /** The people in a channel. @throws PlatformError */
  members(target: Target): Promise<readonly Person[]>;
}
