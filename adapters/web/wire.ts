// What the server and the page say to each other, as JSON; types only, compiled into both.
import type { Column, Tone } from '../../src/chat/card.ts';
import type { Input, Values } from '../../src/chat/form.ts';
import type { PageMessages } from '../../src/locales/en/page.ts';

/** `direct` is one's own thread with Genjin. */
export type PlaceId = 'direct' | `channel:${string}`;
export type Role = 'rep' | 'manager' | 'admin';
export type Language = 'en' | 'zh';

export type InlineView =
  | string
  | { readonly kind: 'bold'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | { readonly kind: 'mention'; readonly user: string; readonly name: string }
  | { readonly kind: 'instant'; readonly at: number; readonly text: string };
export type TextView = readonly InlineView[];

export interface ActionView {
  readonly label: string;
  readonly style: 'plain' | 'primary' | 'danger';
  /** The encoded intent; the server takes it only when the message really offers it. */
  readonly intent: string;
  /** It carries an answer on its way into a ballot: asked as `sealed`, and held by the page alone. */
  readonly sealed: boolean;
}

export type BlockView =
  | { readonly kind: 'text'; readonly text: TextView }
  | {
      readonly kind: 'fields';
      readonly fields: readonly { readonly label: string; readonly value: TextView }[];
    }
  | {
      readonly kind: 'rows';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly TextView[])[];
      /** Says how many rows were cut; null when none were. */
      readonly cut: string | null;
    }
  | {
      readonly kind: 'progress';
      readonly label: string;
      readonly ratio: number;
      readonly text: string;
    }
  | {
      readonly kind: 'chart';
      readonly title: string;
      readonly alt: string;
      /** The same chart drawn for a wide and for a narrow card, as SVG text. */
      readonly wide: string;
      readonly narrow: string;
    }
  | { readonly kind: 'note'; readonly text: TextView }
  | { readonly kind: 'actions'; readonly actions: readonly ActionView[] };

export interface CardView {
  readonly locale: string;
  readonly title: string;
  readonly tone: Tone;
  readonly summary: string;
  readonly blocks: readonly BlockView[];
}

/** A file kept for the reader. */
export interface FileView {
  readonly locale: string;
  readonly title: string;
  readonly text: string;
  /** With its ending. */
  readonly name: string;
  readonly bytes: number;
  /** On this server, for this reader. */
  readonly href: string;
}

export interface MessageView {
  readonly id: number;
  /** Grows with every change of any message. */
  readonly seq: number;
  readonly place: PlaceId;
  readonly at: number;
  /** Null: Genjin. */
  readonly author: { readonly user: string; readonly name: string } | null;
  /** Seen by this reader only. */
  readonly private: boolean;
  /** Of the reader's own lines: the delivery they were sent with. */
  readonly delivery: string | null;
  readonly body:
    | { readonly kind: 'line'; readonly text: string }
    | { readonly kind: 'card'; readonly card: CardView }
    | { readonly kind: 'file'; readonly file: FileView };
}

export interface FormView {
  readonly id: string;
  readonly locale: string;
  readonly title: string;
  readonly submit: string;
  readonly cancel: string;
  readonly intro: string | null;
  readonly inputs: readonly Input[];
  readonly errors: Readonly<Record<string, string>>;
  /** The encoded intent of a form that nobody but the page holds; null for all others. */
  readonly sealed: string | null;
}

export interface PersonView {
  readonly user: string;
  readonly name: string;
  readonly role: Role;
  readonly team: string | null;
}

export interface PlaceView {
  readonly id: PlaceId;
  readonly name: string;
  /** At most 100, which means 100 or more. */
  readonly unread: number;
}

export interface CommandView {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly usage: string;
  readonly summary: string;
}

export interface ClockView {
  readonly now: number;
  readonly zone: string;
  /** Null: the real clock. */
  readonly demo: { readonly next: number | null } | null;
  /** Changes when people, their names or their channels change. */
  readonly roster: string;
}

export interface StateView {
  readonly language: Language;
  readonly texts: PageMessages;
  /** Null: nobody was chosen. */
  readonly me: PersonView | null;
  readonly people: readonly PersonView[];
  readonly places: readonly PlaceView[];
  readonly commands: readonly CommandView[];
  readonly clock: ClockView;
  /** Where the live events go on from. */
  readonly seq: number;
  /** The newest message there is; later ones are news. */
  readonly latest: number;
}

export interface PageOfMessages {
  /** Oldest first. */
  readonly messages: readonly MessageView[];
  /** Ask for messages before this id next; null when there are none. */
  readonly before: number | null;
}

export type AskView =
  | { readonly kind: 'command'; readonly line: string; readonly mentions?: readonly string[] }
  | { readonly kind: 'press'; readonly message: number; readonly action: string }
  | { readonly kind: 'submit'; readonly form: string; readonly values: Values }
  | {
      readonly kind: 'sealed';
      /** In whose place it is shown. */
      readonly message: number;
      readonly intent: string;
      /** Null: a press. */
      readonly values: Values | null;
    }
  | { readonly kind: 'opened'; readonly name?: string; readonly locale?: Language };

export interface AskBody {
  readonly as: string;
  /** Chosen by the page; the same for every try. */
  readonly delivery: string;
  readonly place: string;
  readonly ask: AskView;
}

export interface AskAnswer {
  /** What was posted or changed, as far as the asker sees it. */
  readonly messages: readonly MessageView[];
  readonly form: FormView | null;
  /** Shown in the place of a message until the page is left; stored nowhere. */
  readonly shown?: { readonly message: number; readonly card: CardView };
  /** Said once. */
  readonly said?: string;
}

export type Move =
  | { readonly kind: 'next' }
  | { readonly kind: 'hours'; readonly hours: number }
  | { readonly kind: 'tomorrow'; readonly time: string }
  | { readonly kind: 'at'; readonly day: string; readonly time: string };

/** The key under `errors` in the page's texts. */
export type RejectionCode = Exclude<keyof PageMessages['errors'], 'network'>;

export interface ErrorBody {
  readonly error: { readonly code: RejectionCode; readonly message: string };
}
