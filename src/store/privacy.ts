// How much is stored about a member, in counts.
import { eq, or, type SQLWrapper, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import {
  audit,
  customer,
  deal,
  followup,
  handoff,
  identity,
  lead,
  leave,
  payment,
  rollup,
  score,
  shareOpen,
  step,
} from './schema/index.ts';
import type { Db } from './workspace.ts';

/** Rows that name the member, by what they are. */
export interface Stored {
  readonly followups: number;
  readonly steps: number;
  readonly customers: number;
  readonly leads: number;
  readonly deals: number;
  readonly payments: number;
  readonly handoffs: number;
  readonly opened: number;
  readonly counters: number;
  readonly scores: number;
  readonly leave: number;
  readonly accounts: number;
  readonly audit: number;
}

/** Counts what is stored about the member, follow-ups taken back included. */
export const storedAbout = (db: Db, memberId: number): Stored => {
  const count = (table: SQLiteTable, ...columns: SQLWrapper[]): number =>
    db
      .select({ n: sql<number>`count(*)` })
      .from(table)
      .where(or(...columns.map((column) => eq(column, memberId))))
      .get()?.n ?? 0;
  return {
    followups: count(followup, followup.memberId),
    steps: count(step, step.memberId),
    customers: count(customer, customer.ownerId),
    leads: count(lead, lead.memberId),
    deals: count(deal, deal.memberId),
    payments: count(payment, payment.memberId),
    handoffs: count(handoff, handoff.fromId, handoff.toId),
    opened: count(shareOpen, shareOpen.memberId),
    counters: count(rollup, rollup.memberId),
    scores: count(score, score.memberId),
    leave: count(leave, leave.memberId),
    accounts: count(identity, identity.memberId),
    audit: count(audit, audit.actorId),
  };
};
