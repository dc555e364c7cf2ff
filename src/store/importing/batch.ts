// A batch of rows in one write: each row whole or not at all, and all that is counted from them brought in line.
import { Fault } from '../../domain/importing/fault.ts';
import { IMPORT_NOUNS, type ImportNoun, REFERENCES } from '../../domain/importing/nouns.ts';
import type { Read } from '../../domain/importing/row.ts';
import type { Ref } from '../../domain/importing/value.ts';
import { dayOf } from '../../domain/time.ts';
import { refreshLeads } from '../lead.ts';
import { markScoresStale } from '../rollup.ts';
import { standardOn } from '../standard.ts';
import { settlePairs } from '../verdict.ts';
import type { Db } from '../workspace.ts';
import { ByNoun } from './by-noun.ts';
import { handoff, qaCheck, satisfaction } from './care.ts';
import { contact, customer, lead } from './customers.ts';
import { addExternals, changeExternal } from './external.ts';
import { closePromises, followup } from './followup.ts';
import type { Keeper, Plan } from './keeper.ts';
import { deal, invoice, payment } from './money.ts';
import { member, team } from './people.ts';
import { type Importing, openScope, type Scope } from './scope.ts';

const KEEPERS: { readonly [N in ImportNoun]: Keeper<N> } = {
  team,
  member,
  customer,
  contact,
  lead,
  followup,
  deal,
  invoice,
  payment,
  handoff,
  satisfaction,
  qa_check: qaCheck,
};

/**
 * What became of a record: `adopted` is one that was here already under that name and stays as it is, `repeated`
 * one that the same files had brought before.
 */
export const RESULTS = ['added', 'changed', 'unchanged', 'adopted', 'repeated'] as const;
export type Result = (typeof RESULTS)[number];

export interface Taken {
  readonly noun: ImportNoun;
  readonly externalId: string;
  readonly result: Result;
}

/** What became of a row: all its records, or why none of them was taken. */
export type Outcome = readonly Taken[] | Fault;

/** The ids taken so far. */
export type Seen = ByNoun<string, true>;

const planOf = <N extends ImportNoun>(
  scope: Scope,
  read: Extract<Read, { noun: N }>,
  rowId: number | null,
): Plan | Fault => {
  const keeper = KEEPERS[read.noun] as Keeper<ImportNoun>;
  return keeper.plan(scope, read.values, rowId, read.byName);
};

type IsSeen = (noun: ImportNoun, externalId: string) => boolean;
type Step = Taken & { readonly write: () => void };

/** What is to be done for one record; nothing is written yet. */
const stepOf = (scope: Scope, read: Read, isSeen: IsSeen): Step | Fault => {
  const { db } = scope;
  const { noun, externalId } = read;
  const digest = scope.digest(JSON.stringify(read.values));
  const known = scope.known(noun, externalId);
  const done = (result: Result, write: () => void): Step => ({ noun, externalId, result, write });
  const nothing = (): void => undefined;
  if (isSeen(noun, externalId)) {
    if (known?.digest === digest) return done('repeated', nothing);
    return new Fault('duplicate_id', `an earlier row has the same id and says something else`);
  }
  if (known?.digest === digest) return done('unchanged', nothing);
  const plan = planOf(scope, read, known?.rowId ?? null);
  if (plan instanceof Fault) return plan;
  if (known !== undefined) {
    return done('changed', () => {
      plan.write();
      changeExternal(db, noun, externalId, digest);
    });
  }
  return done(plan.adopted === undefined ? 'added' : 'adopted', () => {
    scope.note({ noun, externalId, rowId: plan.write(), digest });
  });
};

const takeRow = (scope: Scope, row: readonly Read[], isSeen: IsSeen): Outcome => {
  const [only, ...more] = row;
  if (only !== undefined && more.length === 0) {
    const step = stepOf(scope, only, isSeen);
    if (step instanceof Fault) return step;
    step.write();
    return [step];
  }
  // First all of them without writing, so that a row is never taken by halves.
  const own: Seen = new ByNoun();
  for (const read of row) {
    const step = stepOf(scope, read, isSeen);
    if (step instanceof Fault) return step;
    const { noun, externalId } = read;
    if (own.has(noun, externalId)) {
      return new Fault('duplicate_id', `two records of the row have the same id, as ${noun}`);
    }
    own.set(noun, externalId, true);
    scope.expect(noun, externalId);
  }
  return row.map((read) => {
    const step = stepOf(scope, read, isSeen);
    if (step instanceof Fault)
      throw new TypeError(`a row changed while it was taken: ${step.reason}`);
    step.write();
    return step;
  });
};

/** All ids the rows have or refer to, by noun. */
const idsIn = (
  rows: readonly (readonly Read[])[],
): ReadonlyMap<ImportNoun, ReadonlySet<string>> => {
  const ids = new Map(IMPORT_NOUNS.map((noun) => [noun, new Set<string>()]));
  for (const { noun, externalId, values } of rows.flat()) {
    ids.get(noun)?.add(externalId);
    for (const [key, meant] of REFERENCES.get(noun) ?? []) {
      // The keys are those of the noun's own references.
      const ref = (values as Readonly<Record<string, unknown>>)[key] as Ref | null | undefined;
      if (ref?.by === 'id') ids.get(meant)?.add(ref.id);
    }
  }
  return ids;
};

const settleBatch = (scope: Scope): void => {
  const { db, now, defaults, touched } = scope;
  scope.leaves.flush(db);
  addExternals(db, scope.fresh);
  const pairs = [...touched.pairs.values()];
  const { caps } = standardOn(db, dayOf(now, defaults.zone));
  closePromises(db, pairs);
  refreshLeads(db, [...touched.leads.values()]);
  settlePairs(db, pairs, caps, touched.days);
  for (const [memberId, since] of touched.scores) markScoresStale(db, memberId, since);
};

/**
 * Takes a batch of rows in. Run it inside one write: counters, promises, leads, handoffs and scores are in line
 * with the log when it returns.
 * @param seen what earlier batches of the run have taken; the caller adds what this one does, once it is committed
 * @returns what became of each row, in their order
 */
export const importBatch = (
  db: Db,
  rows: readonly (readonly Read[])[],
  importing: Importing,
  seen: Pick<Seen, 'has'>,
): Outcome[] => {
  const scope = openScope(db, importing);
  for (const [noun, ids] of idsIn(rows)) scope.lookUp(noun, [...ids]);
  const own: Seen = new ByNoun();
  const isSeen: IsSeen = (noun, id) => own.has(noun, id) || seen.has(noun, id);
  const outcomes = rows.map((row) => {
    const outcome = takeRow(scope, row, isSeen);
    if (!(outcome instanceof Fault))
      for (const { noun, externalId } of outcome) own.set(noun, externalId, true);
    return outcome;
  });
  settleBatch(scope);
  return outcomes;
};
