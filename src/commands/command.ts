// What a command is: a grammar for typed lines, and verbs that buttons and forms reach as well.
import type { z } from 'zod';
import type { Values } from '../chat/form.ts';
import type { Place, Reply } from '../chat/request.ts';
import type { Person } from '../chat/text.ts';
import type { Role } from '../domain/role.ts';
import type { Day, Instant, Zone } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';
import type { Messages } from '../locales/messages.ts';
import type { Member } from '../store/member.ts';
import type { Team } from '../store/team.ts';
import type { Vault } from '../store/vault.ts';
import type { Db } from '../store/workspace.ts';

/** Everything a verb may look at. */
export interface Call {
  readonly db: Db;
  readonly now: Instant;
  /** The member who asks; their role is read anew for every call. */
  readonly me: Member;
  readonly person: Person;
  readonly team: Team | null;
  /** The team's zone: it decides which day it is. */
  readonly zone: Zone;
  readonly today: Day;
  /** The asker's language. */
  readonly locale: Locale;
  readonly place: Place;
  /** People the platform resolved in the line, in order. */
  readonly mentions: readonly { readonly person: Person; readonly name: string }[];
}

/** One thing a command does. */
export interface Verb<A = unknown, P = unknown> {
  /** A verb that writes runs in one transaction with the claim of its delivery. */
  readonly effect: 'read' | 'write';
  /** The least role; what depends on whose record it is, the verb checks itself. */
  readonly role?: Role;
  /** Reads the arguments back from a button, a form or the grammar. */
  readonly args: z.ZodType<A>;
  /**
   * It, its arguments or its values carry an answer on its way into a ballot: never stored, logged or kept in a
   * history. It must not answer with what it was given, unless with a sealed card or form that is not stored either.
   */
  readonly sealed?: true;
  /**
   * What has to be waited for before a verb that writes can run: decided in a read, after the role was looked at,
   * and done outside of any transaction. `run` must look again, since things may have changed meanwhile. Not done
   * for a delivery that was answered before.
   * @throws Refusal with what to type instead; so may the promise
   */
  prepare?(call: Call, args: A, values: Values): (vault: Vault) => Promise<P>;
  /**
   * @param prepared what {@link prepare} came to; undefined without one
   * @throws Refusal with what to type instead
   */
  run(call: Call, args: A, values: Values, prepared: P): readonly Reply[];
}

interface CommandTexts {
  readonly usage: string;
  readonly summary: string;
  readonly examples: readonly string[];
}

export interface Command {
  readonly name: string;
  /** Other names, with the words each puts before the rest of the line. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Who finds it in the help. */
  readonly role: Role;
  readonly texts: (t: Messages) => CommandTexts;
  /** What a typed line means, without the command's own word. */
  grammar(rest: string): {
    readonly verb: string;
    readonly args: Readonly<Record<string, unknown>>;
  };
  readonly verbs: Readonly<Record<string, Verb>>;
}

/** A verb with its types checked; the table of a command keeps them without. */
export const verb = <A, P = undefined>(definition: Verb<A, P>): Verb => definition;
