// Verdicts: which follow-ups of one member with one customer count, and all else worked out from them.
import { and, eq, isNull, type SQLWrapper, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { type Caps, judge } from '../domain/fairness/counting.ts';
import type { Day } from '../domain/time.ts';
import { refreshCustomers } from './customer.ts';
import { refreshHandoffs } from './handoff.ts';
import { refreshLeads } from './lead.ts';
import { type DaysByMember, refreshRollups } from './rollup.ts';
import { followup, handoff, lead } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

/** Pairs, as `[[memberId, customerId], …]` in one parameter, so that a statement takes all of them at once. */
const pairs = sql`json_each(${sql.placeholder('pairs')}) of`;
const isOfPair = (memberId: SQLWrapper, customerId: SQLWrapper) =>
  sql`${memberId} = of.value ->> 0 and ${customerId} = of.value ->> 1`;

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
    .where(and(isOfPair(followup.memberId, followup.customerId), isNull(followup.undoneAt)))
    .prepare(),
);

/** Those of some pairs that have an inquiry, or a handoff to the member. */
const pairsIn = (table: SQLiteTable, memberId: SQLWrapper, customerId: SQLWrapper) =>
  prepared((db) =>
    db
      .selectDistinct({
        memberId: sql<number>`${memberId}`,
        customerId: sql<number>`${customerId}`,
      })
      .from(pairs)
      .crossJoin(table)
      .where(isOfPair(memberId, customerId))
      .prepare(),
  );
const withLeads = pairsIn(lead, lead.memberId, lead.customerId);
const withHandoffs = pairsIn(handoff, handoff.toId, handoff.customerId);

const setVerdict = prepared((db) =>
  db
    .update(followup)
    .set({
      verdict: sql`${sql.placeholder('verdict')}`,
      verdictOf: sql`${sql.placeholder('verdictOf')}`,
    })
    .where(eq(followup.id, sql.placeholder('id')))
    .prepare(),
);

/** A member's follow-ups with one customer are judged together. */
export interface Pair {
  readonly memberId: number;
  readonly customerId: number;
}

type Rejudged = ReturnType<ReturnType<typeof ofPairs>['all']>[number];

/** Judges a pair's follow-ups again. @returns the days on which a verdict changed */
const rejudge = (db: Db, rows: readonly Rejudged[], caps: Caps): Day[] => {
  const verdicts = judge(rows, caps);
  return rows.flatMap((row) => {
    const verdict = verdicts.get(row.id);
    if (verdict === undefined) throw new TypeError(`follow-up ${row.id} was not judged`);
    const verdictOf = 'of' in verdict ? verdict.of : null;
    if (verdict.kind === row.verdict && verdictOf === row.verdictOf) return [];
    setVerdict(db).run({ id: row.id, verdict: verdict.kind, verdictOf });
    return [row.day];
  });
};

/**
 * Brings everything worked out from the follow-ups of some members with some customers in line with them.
 * @param days by member, those whose counters no longer fit the log for other reasons than a verdict
 */
export const settlePairs = (
  db: Db,
  settled: readonly Pair[],
  caps: Caps,
  days: DaysByMember,
): void => {
  const touched = new Map([...days].map(([memberId, own]) => [memberId, new Set(own)]));
  const pairs = JSON.stringify(settled.map((pair) => [pair.memberId, pair.customerId]));
  const rows = settled.map((): Rejudged[] => []);
  for (const row of ofPairs(db).all({ pairs })) rows[row.at]?.push(row);
  for (const [at, { memberId }] of settled.entries()) {
    const own = touched.get(memberId) ?? new Set();
    touched.set(memberId, own);
    for (const day of rejudge(db, rows[at] ?? [], caps)) own.add(day);
  }
  refreshRollups(db, touched);
  for (const pair of withLeads(db).all({ pairs })) {
    refreshLeads(db, pair.memberId, pair.customerId);
  }
  for (const pair of withHandoffs(db).all({ pairs })) {
    refreshHandoffs(db, pair.memberId, pair.customerId);
  }
  refreshCustomers(
    db,
    settled.map(({ customerId }) => customerId),
  );
};

/** As {@link settlePairs}, of one member with one customer. */
export const settle = (
  db: Db,
  memberId: number,
  customerId: number,
  caps: Caps,
  days: readonly Day[],
): void => settlePairs(db, [{ memberId, customerId }], caps, new Map([[memberId, new Set(days)]]));
