// What the web page is assembled with.
import type { File, Table } from '../../src/chat/file.ts';
import type { Reply, Request } from '../../src/chat/request.ts';
import type { Instant, Zone } from '../../src/domain/time.ts';
import type { CommandView, Role } from './wire.ts';

/** A member of the workspace as the web page knows them. */
export interface WebPerson {
  readonly user: string;
  readonly name: string;
  readonly role: Role;
  /** The team's name; null while in none. */
  readonly team: string | null;
  readonly locale: string;
  /** The channels this person sees. */
  readonly channels: readonly { readonly channel: string; readonly name: string }[];
}

/** A log that is told codes and ids, never a person's words. */
interface WebLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

interface WebClock {
  now(): Instant;
  readonly zone: Zone;
  /** Null outside the demo: then time is real and nobody moves it. */
  readonly demo: {
    /** Moves the clock forward and runs what became due. */
    jump(to: Instant): Promise<void>;
    /** When the next scheduled post is due; null when none is. */
    nextPost(): Instant | null;
  } | null;
}

export interface WebDeps {
  readonly bot: { handle(request: Request): Promise<readonly Reply[]> };
  people(): Promise<readonly WebPerson[]>;
  /** The commands in the words of a locale, for suggestions. */
  commands(locale: string): readonly CommandView[];
  /** A table as the text of a CSV file that people open in a spreadsheet. */
  csv(table: Table): string;
  /** Whether a user may at this moment open a file that needs this. */
  mayOpen(user: string, needs: File['needs']): boolean;
  readonly clock: WebClock;
  /** The path of this adapter's own SQLite file; `:memory:` in tests. */
  readonly file: string;
  readonly log: WebLog;
  /** The folder of the compiled page; by default the package's `dist/adapters/web/page`. */
  readonly page?: string;
}

/** The only tenant: the web page serves one workspace. */
export const TENANT = 'local';
export const PLATFORM = 'web';
