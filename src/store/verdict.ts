// Verdicts: which follow-ups of one member with one customer count, and all else worked out from them.
import { and, eq, isNull, sql } from 'drizzle-orm';
import {
  type Caps,
  daysThatMatter,
  isInOrder,
  judge,
  type Touch,
  type Verdict,
} from '../domain/fairness/counting.ts';
import { type Day, daysBetween, HOUR, type Instant } from '../domain/time.ts';
import { refreshContacted, refreshCustomers } from './customer.ts';
import { refreshHandoffs } from './handoff.ts';
import { refreshLeads } from './lead.ts';
import { isOfPair, type Pair, pairs } from './pair.ts';
import { type DaysByMember, refreshRollups } from './rollup.ts';
import { followup } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

/** Of each pair those that occurred at an instant, which stands third in the pair, or later. */
const ofPairs = prepared((db) =>
  db
    .select({
      at: sql<number>`of.key`,
      id: followup.id,
      occurredAt: followup.occurredAt,
      day: followup.day,
      channel: followup.channel,
      outcome: followup.outcome,
      text: followup.text,
      verdict: followup.verdict,
      verdictOf: followup.verdictOf,
    })
    // A cross join keeps its order: the pairs first, then their rows by the index.
    .from(pairs)
    .crossJoin(followup)
    .where(
      and(
        isOfPair(followup.memberId, followup.customerId),
        sql`${followup.occurredAt} >= of.value ->> 2`,
        isNull(followup.undoneAt),
      ),
    )
    .prepare(),
);

/** Verdicts, as `[[id, kind, of], …]`. */
const setVerdicts = prepared((db) => {
  const told = sql`json_each(${sql.placeholder('verdicts')}) told`;
  return db
    .update(followup)
    .set({ verdict: sql`told.value ->> 1`, verdictOf: sql`told.value ->> 2` })
    .from(told)
    .where(eq(followup.id, sql`told.value ->> 0`))
    .prepare();
});

/** A pair whose follow-ups have changed. */
export interface ChangedPair extends Pair {
  /** The earliest day of what was added, changed or taken back, as it is and as it was. */
  readonly since: Day;
  /** Whether none of it names a grade, or named one: the customer's is what it was. */
  readonly ungraded?: boolean;
}

type Stored = Touch & { readonly stands: Verdict };

/** As the statement gives them. */
type Row = [
  at: number,
  id: number,
  occurredAt: Instant,
  day: Day,
  channel: Touch['channel'],
  outcome: Touch['outcome'],
  text: string,
  verdict: Verdict['kind'],
  verdictOf: number | null,
];

/** The follow-ups of each pair since an instant. */
const storedOf = (
  db: Db,
  changed: readonly ChangedPair[],
  sinceOf: (pair: ChangedPair) => Instant,
): readonly Stored[][] => {
  const stored = changed.map((): Stored[] => []);
  const wanted = changed.map((pair) => [pair.memberId, pair.customerId, sinceOf(pair)]);
  // Not as objects with their columns' types: that costs more than reading them does.
  const rows = ofPairs(db).values({ pairs: JSON.stringify(wanted) }) as Row[];
  for (const [at, id, occurredAt, day, channel, outcome, text, kind, of] of rows) {
    // A verdict is stored as the table of its kinds says.
    const stands = (of === null ? { kind } : { kind, of }) as Verdict;
    stored[at]?.push({ id, occurredAt, day, channel, outcome, text, stands });
  }
  return stored;
};

const DAY = 24 * HOUR;
/** Between an instant and its local day, counted as one in UTC, in any zone. */
const SLACK_DAYS = 3;

const isSame = (a: Verdict, b: Verdict): boolean =>
  a.kind === b.kind && ('of' in a ? a.of : null) === ('of' in b ? b.of : null);

/**
 * Judges again what a change can have touched: what happened that day or later, behind the verdicts of the days
 * before that have a say. @returns the days on which a verdict changed, pair by pair
 */
const rejudge = (db: Db, changed: readonly ChangedPair[], caps: Caps): readonly Day[][] => {
  const reach = daysThatMatter(caps) + SLACK_DAYS;
  const near = storedOf(
    db,
    changed,
    ({ since }) => (daysBetween('1970-01-01', since) - reach) * DAY,
  );
  const verdicts: (readonly [number, string, number | null])[] = [];
  const days = changed.map((pair, at) => {
    let rows = near[at] ?? [];
    let { since } = pair;
    if (!isInOrder(rows)) {
      rows = storedOf(db, [pair], () => Number.MIN_SAFE_INTEGER)[0] ?? [];
      since = '';
    }
    const judged = judge(
      rows.filter(({ day }) => day >= since),
      caps,
      rows.filter(({ day }) => day < since),
    );
    return rows.flatMap(({ id, day, stands }) => {
      const verdict = judged.get(id);
      if (verdict === undefined || isSame(verdict, stands)) return [];
      verdicts.push([id, verdict.kind, 'of' in verdict ? verdict.of : null]);
      return [day];
    });
  });
  if (verdicts.length > 0) setVerdicts(db).run({ verdicts: JSON.stringify(verdicts) });
  return days;
};

/**
 * Brings everything worked out from the follow-ups of some members with some customers in line with them.
 * @param days by member, those whose counters no longer fit the log for other reasons than a verdict
 */
export const settlePairs = (
  db: Db,
  changed: readonly ChangedPair[],
  caps: Caps,
  days: DaysByMember,
): void => {
  const touched = new Map([...days].map(([memberId, own]) => [memberId, new Set(own)]));
  for (const [at, rejudged] of rejudge(db, changed, caps).entries()) {
    const memberId = changed[at]?.memberId;
    if (memberId === undefined || rejudged.length === 0) continue;
    const own = touched.get(memberId) ?? new Set();
    touched.set(memberId, own);
    for (const day of rejudged) own.add(day);
  }
  refreshRollups(db, touched);
  refreshLeads(db, changed);
  refreshHandoffs(db, changed);
  const customersOf = (isUngraded: boolean): number[] =>
    changed
      .filter(({ ungraded = false }) => ungraded === isUngraded)
      .map(({ customerId }) => customerId);
  refreshCustomers(db, customersOf(false));
  refreshContacted(db, customersOf(true));
};

/**
 * As {@link settlePairs}, of one member with one customer.
 * @param days of what was added, changed or taken back, as it is and as it was
 */
export const settle = (
  db: Db,
  memberId: number,
  customerId: number,
  caps: Caps,
  days: readonly Day[],
): void => {
  const since = days.reduce((first, day) => (day < first ? day : first));
  settlePairs(db, [{ memberId, customerId, since }], caps, new Map([[memberId, new Set(days)]]));
};
