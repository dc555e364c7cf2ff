// The rows each metric rests on, newest first, for whoever asks why.
import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { businessMinutes } from '../domain/calendar.ts';
import type { Evidence } from '../domain/scoring/evidence.ts';
import type { MetricKey } from '../domain/scoring/metrics.ts';
import { addDays, type Day, type Days, dayOf, daysBetween } from '../domain/time.ts';
import { activeSince, FRESH_DAYS, isActiveOf } from './book.ts';
import { collectables } from './collection.ts';
import { findCustomer } from './customer.ts';
import { cycleStart } from './deal.ts';
import type { Window } from './facts.ts';
import { leaveDays } from './member.ts';
import { invoicesDue, paymentsMade } from './payment.ts';
import {
  customer,
  deal,
  followup,
  handoff,
  lead,
  member,
  qaCheck,
  satisfaction,
  touch,
} from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

/** Whose rows, and which stretch of days the metric looks at. */
interface Of {
  readonly memberId: number;
  readonly days: Days;
  readonly window: Window;
}

type Gather = (db: Db, of: Of) => Evidence[];

/** More rows than this help nobody to understand a number. */
const MOST = 200;

const within = (column: SQL | Parameters<typeof desc>[0], { from, to }: Days): SQL =>
  sql`${column} between ${from} and ${to}`;

const followupRows = (db: Db, { memberId, days }: Of) =>
  db
    .select({ followup, customer: customer.name })
    .from(followup)
    .innerJoin(customer, eq(customer.id, followup.customerId))
    .where(
      and(eq(followup.memberId, memberId), within(followup.day, days), isNull(followup.undoneAt)),
    )
    .orderBy(desc(followup.occurredAt))
    .limit(MOST)
    .all();

const followups: Gather = (db, of) =>
  followupRows(db, of).map(({ followup: row, customer: name }) => ({
    id: row.id,
    day: row.day,
    customer: name,
    counts: row.verdict === 'counted',
    what: {
      kind: 'followup',
      outcome: row.outcome,
      verdict: row.verdict,
      verdictOf: row.verdictOf,
    },
  }));

const completeness: Gather = (db, of) =>
  followupRows(db, of)
    .filter(({ followup: row }) => row.verdict === 'counted')
    .sort((a, b) => a.followup.completeness - b.followup.completeness)
    .map(({ followup: row, customer: name }) => ({
      id: row.id,
      day: row.day,
      customer: name,
      counts: true,
      what: { kind: 'complete', ratio: row.completeness / 1e6 },
    }));

const response: Gather = (db, { memberId, days, window }) => {
  const away = leaveDays(db, memberId, days);
  return db
    .select({ lead, customer: customer.name })
    .from(lead)
    .innerJoin(customer, eq(customer.id, lead.customerId))
    .where(and(eq(lead.memberId, memberId), within(lead.assignedOn, days)))
    .orderBy(desc(lead.assignedAt))
    .limit(MOST)
    .all()
    .map(({ lead: row, customer: name }) => ({
      id: row.followupId,
      day: row.assignedOn,
      customer: name,
      // Whoever was on leave when it came in is not to be blamed, nor praised, for the answer.
      counts: row.answeredAt !== null && !away.has(row.assignedOn),
      what: {
        kind: 'wait',
        minutes: Math.round(
          businessMinutes(
            window.calendar,
            window.zone,
            row.assignedAt,
            row.answeredAt ?? window.now,
          ),
        ),
        answered: row.answeredAt !== null,
      },
    }));
};

/** Active customers of the book whose grade is oldest first: those to confirm. */
const intent: Gather = (db, { memberId, window }) =>
  db
    .select()
    .from(customer)
    .where(isActiveOf(memberId, activeSince(window)))
    .orderBy(customer.gradedAt)
    .limit(MOST)
    .all()
    .map((row) => {
      const gradedOn = row.gradedAt === null ? null : dayOf(row.gradedAt, window.zone);
      const { A, B, other } = FRESH_DAYS;
      const limit = row.grade === 'A' ? A : row.grade === 'B' ? B : other;
      return {
        id: null,
        day: gradedOn ?? dayOf(row.contactedAt ?? row.createdAt, window.zone),
        customer: row.name,
        counts: gradedOn !== null && daysBetween(gradedOn, window.asOf) <= limit,
        what: { kind: 'grade', grade: row.grade, gradedOn },
      };
    });

const dealRows = (db: Db, { memberId, days }: Of, condition: SQL) =>
  db
    .select({
      deal,
      customer: customer.name,
      closedOn: sql<Day>`${deal.closedOn}`,
      startedOn: cycleStart,
    })
    .from(deal)
    .leftJoin(customer, eq(customer.id, deal.customerId))
    .where(and(eq(deal.memberId, memberId), condition, within(deal.closedOn, days)))
    .orderBy(desc(deal.closedOn))
    .limit(MOST)
    .all();

const win: Gather = (db, of) =>
  dealRows(db, of, sql`${deal.status} <> 'open'`).map(
    ({ deal: row, closedOn, customer: name }) => ({
      id: row.closedBy,
      day: closedOn,
      customer: name,
      counts: row.status === 'won',
      what: { kind: 'deal', won: row.status === 'won' },
    }),
  );

const cycle: Gather = (db, of) =>
  dealRows(db, of, sql`${deal.status} = 'won'`).map(
    ({ deal: row, closedOn, customer: name, startedOn }) => ({
      id: row.closedBy,
      day: closedOn,
      customer: name,
      // Without a known beginning there is no cycle to measure.
      counts: startedOn !== null,
      what: {
        kind: 'cycle',
        days: Math.max(0, daysBetween(startedOn ?? closedOn, closedOn)),
      },
    }),
  );

const receivables = prepared((db) =>
  db
    .select({ invoices: invoicesDue, payments: paymentsMade })
    .from(member)
    .where(eq(member.id, sql.placeholder('memberId')))
    .prepare(),
);

const collection: Gather = (db, { memberId, days: { from, to } }) => {
  const seen = receivables(db).get({ memberId, rollingFrom: from, to });
  const rows = collectables(seen?.invoices ?? [], seen?.payments ?? [], from)
    .slice(-MOST)
    .reverse();
  return rows.map(({ customerId, dueOn, currency, open, paid }) => ({
    id: null,
    day: dueOn,
    customer: findCustomer(db, customerId)?.name ?? null,
    counts: paid >= open,
    what: { kind: 'invoice', minor: open, currency },
  }));
};

const satisfied: Gather = (db, { memberId, days }) =>
  db
    .select({ satisfaction, customer: customer.name })
    .from(satisfaction)
    .innerJoin(customer, eq(customer.id, satisfaction.customerId))
    .where(and(eq(satisfaction.memberId, memberId), within(satisfaction.askedOn, days)))
    .orderBy(desc(satisfaction.askedOn))
    .limit(MOST)
    .all()
    .map(({ satisfaction: row, customer: name }) => ({
      id: null,
      day: row.askedOn,
      customer: name,
      counts: (row.rating ?? 0) >= 4,
      what: { kind: 'rating', rating: row.rating },
    }));

const script: Gather = (db, { memberId, days }) =>
  db
    .select()
    .from(qaCheck)
    .where(and(eq(qaCheck.memberId, memberId), within(qaCheck.checkedOn, days)))
    .orderBy(desc(qaCheck.checkedOn))
    .limit(MOST)
    .all()
    .map((row) => ({
      id: null,
      day: row.checkedOn,
      customer: null,
      counts: row.done === row.applicable,
      what: { kind: 'check', done: row.done, applicable: row.applicable },
    }));

const handoffs: Gather = (db, { memberId, days }) =>
  db
    .select({ handoff, customer: customer.name })
    .from(handoff)
    .innerJoin(customer, eq(customer.id, handoff.customerId))
    .where(
      and(
        sql`${memberId} in (${handoff.fromId}, ${handoff.toId})`,
        within(handoff.createdOn, days),
      ),
    )
    .orderBy(desc(handoff.createdAt))
    .limit(MOST)
    .all()
    .map(({ handoff: row, customer: name }) => ({
      id: null,
      day: row.createdOn,
      customer: name,
      counts: row.acceptedAt !== null,
      what: {
        kind: 'handoff',
        state:
          row.acceptedAt !== null ? 'accepted' : row.declinedAt !== null ? 'declined' : 'waiting',
      },
    }));

const sharing: Gather = (db, { memberId, days }) =>
  db
    .select({
      day: sql<string>`max(${touch.day})`,
      customer: customer.name,
      opened: sql<number>`sum(${touch.opened})`,
    })
    .from(touch)
    .innerJoin(customer, eq(customer.id, touch.customerId))
    .where(
      and(eq(touch.memberId, memberId), within(touch.day, days), eq(customer.confidential, false)),
    )
    .groupBy(touch.customerId)
    .orderBy(desc(sql`max(${touch.day})`))
    .limit(MOST)
    .all()
    .map(({ day, customer: name, opened }) => ({
      id: null,
      day,
      customer: name,
      counts: opened > 0,
      what: { kind: 'share', read: opened > 0 },
    }));

/** Metrics without an entry rest on the follow-ups themselves. */
const GATHER: Partial<Record<MetricKey, Gather>> = {
  completeness,
  response,
  intent,
  win,
  cycle,
  collection,
  satisfaction: satisfied,
  script,
  handoff: handoffs,
  sharing,
};

/**
 * The rows a member's metric rests on.
 * @param look whether the metric looks at the score's own window or at the rolling one
 * @param rollingDays the standard's
 */
export const evidenceOf = (
  db: Db,
  memberId: number,
  metric: MetricKey,
  look: 'period' | 'rolling',
  rollingDays: number,
  window: Window,
): Evidence[] => {
  const { asOf } = window;
  const from = look === 'period' ? window.days.from : addDays(asOf, 1 - rollingDays);
  return (GATHER[metric] ?? followups)(db, { memberId, days: { from, to: asOf }, window });
};
