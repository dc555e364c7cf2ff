// How the rows of one noun are kept: what a keeper has to say, and how empty is told from unsaid.
import { Fault } from '../../domain/importing/fault.ts';
import type { ImportNoun, Values } from '../../domain/importing/nouns.ts';
import type { Scope } from './scope.ts';

/** What is to be done for a row; nothing of it has been done yet. */
export interface Plan {
  /** The row of the same name that is here already and is meant; it stays as it is. */
  readonly adopted?: number | undefined;
  /** Writes the row. @returns its id */
  write(): number;
}

export interface Keeper<N extends ImportNoun> {
  /**
   * Looks up who and what the values mean, and says what is to be written, or why it cannot be.
   * @param rowId the row they were brought in as before; null for new ones
   * @param byName whether a row of the same name may be the one that is meant
   */
  plan(scope: Scope, values: Values<N>, rowId: number | null, byName: boolean): Plan | Fault;
}

interface Parties {
  readonly whose: Exclude<ReturnType<Scope['member']>, Fault>;
  readonly of: Exclude<ReturnType<Scope['customer']>, Fault>;
}

/** The member and the customer a row names, or why one of them is not known. */
export const partiesOf = (
  scope: Scope,
  values: {
    readonly member: Parameters<Scope['member']>[0];
    readonly customer: Parameters<Scope['customer']>[0];
  },
): Parties | Fault => {
  const whose = scope.member(values.member);
  if (whose instanceof Fault) return whose;
  const of = scope.customer(values.customer);
  return of instanceof Fault ? of : { whose, of };
};

/** What is given, without the fields the mapping says nothing about: they stay as they are. */
export const given = <T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** What is said, where an empty cell says nothing. */
export const notNull = <T extends object>(
  values: T,
): { [K in keyof T]?: Exclude<T[K], null | undefined> } =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  ) as { [K in keyof T]?: Exclude<T[K], null | undefined> };
