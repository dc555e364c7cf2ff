// Follow-ups: recording one moves everything that is counted from it, in the same write.
import { and, asc, desc, eq, inArray, isNotNull, isNull, notInArray, sql } from 'drizzle-orm';
import type { Caps } from '../domain/fairness/counting.ts';
import { judge } from '../domain/fairness/counting.ts';
import type { Currency } from '../domain/money.ts';
import type { Grade, Outcome } from '../domain/parsing/codes.ts';
import type { PromisedStep } from '../domain/promise.ts';
import type { Day, Instant } from '../domain/time.ts';
import { addContact, refreshCustomer } from './customer.ts';
import { refreshHandoffs } from './handoff.ts';
import { refreshLeads } from './lead.ts';
import { refreshRollup } from './rollup.ts';
import { customer, followup, member, shareOpen } from './schema/index.ts';
import {
  addStep,
  changeStep,
  closeByLater,
  closeSteps,
  NOT_REACHED,
  releaseSteps,
  removeStep,
  type Step,
} from './step.ts';
import { type Db, prepared } from './workspace.ts';

export type Followup = typeof followup.$inferSelect;

/** What a person says of a follow-up; the rest is worked out from it. */
export type FollowupFields = Omit<
  Followup,
  'id' | 'verdict' | 'verdictOf' | 'sharedAt' | 'undoneAt'
>;

const columns = [
  'memberId',
  'teamId',
  'customerId',
  'contact',
  'channel',
  'outcome',
  'grade',
  'amountMinor',
  'amountMaxMinor',
  'currency',
  'amountRole',
  'duration',
  'occurredAt',
  'day',
  'loggedAt',
  'text',
  'fields',
  'completeness',
  'source',
  'clarify',
] as const satisfies readonly (keyof FollowupFields)[];

const insert = prepared((db) =>
  db
    .insert(followup)
    .values({
      ...(Object.fromEntries(
        columns.map((name) => [name, sql.placeholder(name)]),
      ) as unknown as FollowupFields),
      verdict: 'counted',
    })
    .returning({ id: followup.id })
    .prepare(),
);

const byId = prepared((db) =>
  db
    .select()
    .from(followup)
    .where(eq(followup.id, sql.placeholder('id')))
    .prepare(),
);

const ofPair = prepared((db) =>
  db
    .select({
      id: followup.id,
      occurredAt: followup.occurredAt,
      day: followup.day,
      channel: followup.channel,
      outcome: followup.outcome,
      text: followup.text,
      verdict: followup.verdict,
      verdictOf: followup.verdictOf,
    })
    .from(followup)
    .where(
      and(
        eq(followup.memberId, sql.placeholder('memberId')),
        eq(followup.customerId, sql.placeholder('customerId')),
        isNull(followup.undoneAt),
      ),
    )
    .prepare(),
);

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

const newestWith = prepared((db) =>
  db
    .select({ at: followup.occurredAt, grade: followup.grade })
    .from(followup)
    .where(and(eq(followup.customerId, sql.placeholder('customerId')), isNull(followup.undoneAt)))
    .orderBy(desc(followup.occurredAt), desc(followup.id))
    .limit(1)
    .prepare(),
);

const newestGrade = prepared((db) =>
  db
    .select({ at: followup.occurredAt, grade: followup.grade })
    .from(followup)
    .where(
      and(
        eq(followup.customerId, sql.placeholder('customerId')),
        isNull(followup.undoneAt),
        sql`${followup.grade} is not null`,
      ),
    )
    .orderBy(desc(followup.occurredAt), desc(followup.id))
    .limit(1)
    .prepare(),
);

export const findFollowup = (db: Db, id: number): Followup | undefined => byId(db).get({ id });

/** Brings everything worked out from the follow-ups of one member with one customer in line with them. */
const settle = (
  db: Db,
  memberId: number,
  customerId: number,
  caps: Caps,
  days: readonly Day[],
): void => {
  const touched = new Set(days);
  const rows = ofPair(db).all({ memberId, customerId });
  const verdicts = judge(rows, caps);
  for (const row of rows) {
    const verdict = verdicts.get(row.id);
    if (verdict === undefined) throw new TypeError(`follow-up ${row.id} was not judged`);
    const verdictOf = 'of' in verdict ? verdict.of : null;
    if (verdict.kind === row.verdict && verdictOf === row.verdictOf) continue;
    setVerdict(db).run({ id: row.id, verdict: verdict.kind, verdictOf });
    touched.add(row.day);
  }
  for (const day of touched) refreshRollup(db, memberId, day);
  refreshLeads(db, memberId, customerId);
  refreshHandoffs(db, memberId, customerId);
  const graded = newestGrade(db).get({ customerId });
  refreshCustomer(db, customerId, {
    grade: (graded?.grade as Grade | undefined) ?? null,
    gradedAt: graded?.at ?? null,
    contactedAt: newestWith(db).get({ customerId })?.at ?? null,
  });
};

/** Whether a follow-up settles what was promised before: the customer was reached, or a new promise made. */
const settlesSteps = (outcome: Outcome, next: PromisedStep | null): boolean =>
  next !== null || !(NOT_REACHED as readonly Outcome[]).includes(outcome);

/**
 * Records a follow-up, closes and makes promises, and brings counters, leads, handoffs and the customer in
 * line. Run it inside one write.
 * @returns the follow-up with its verdict
 */
export const recordFollowup = (
  db: Db,
  values: FollowupFields,
  next: PromisedStep | null,
  caps: Caps,
): Followup => {
  const { id } = insert(db).get(values);
  const row = { ...values, id };
  if (settlesSteps(row.outcome, next)) closeSteps(db, row);
  if (next !== null) addStep(db, row, next);
  if (row.contact !== null) addContact(db, row.customerId, row.contact);
  settle(db, values.memberId, values.customerId, caps, [values.day]);
  return reread(db, id);
};

/** Changes a follow-up as if it had been recorded so from the start. */
export const correctFollowup = (
  db: Db,
  before: Followup,
  values: Partial<FollowupFields>,
  next: PromisedStep | null,
  caps: Caps,
): Followup => {
  db.update(followup).set(values).where(eq(followup.id, before.id)).run();
  const after = reread(db, before.id);
  const released = releaseSteps(db, after.id);
  if (settlesSteps(after.outcome, next)) closeSteps(db, after);
  passOn(db, released);
  changeStep(db, after, next);
  if (after.contact !== null) addContact(db, after.customerId, after.contact);
  settle(db, after.memberId, after.customerId, caps, [before.day, after.day]);
  if (after.customerId !== before.customerId) {
    settle(db, before.memberId, before.customerId, caps, [before.day]);
  }
  return reread(db, before.id);
};

/** Takes a follow-up back: nothing counts it any more, and its promises with it. */
export const undoFollowup = (db: Db, row: Followup, at: Instant, caps: Caps): void => {
  db.update(followup).set({ undoneAt: at }).where(eq(followup.id, row.id)).run();
  const released = releaseSteps(db, row.id);
  removeStep(db, row.id);
  passOn(db, released);
  settle(db, row.memberId, row.customerId, caps, [row.day]);
};

/** Steps that a follow-up no longer closes are closed by the next one that would have. */
const passOn = (db: Db, released: readonly Step[]): void => {
  for (const step of released) closeByLater(db, step);
};

const reread = (db: Db, id: number): Followup => {
  const row = findFollowup(db, id);
  if (row === undefined) throw new TypeError(`follow-up ${id} is gone`);
  return row;
};

/** A quote that stands, in minor units. */
export interface Quote {
  readonly id: number;
  readonly day: Day;
  readonly occurredAt: Instant;
  readonly minor: number;
  readonly currency: Currency;
}

const quoted = prepared((db) =>
  db
    .select({
      id: followup.id,
      day: followup.day,
      occurredAt: followup.occurredAt,
      minor: sql<number>`${followup.amountMinor}`,
      currency: sql<Currency>`${followup.currency}`,
    })
    .from(followup)
    .where(
      and(
        eq(followup.memberId, sql.placeholder('memberId')),
        eq(followup.customerId, sql.placeholder('customerId')),
        isNull(followup.undoneAt),
        sql`${followup.id} >= ${sql.placeholder('since')}`,
        isNotNull(followup.amountMinor),
        inArray(followup.amountRole, ['quote', 'contract']),
        notInArray(followup.outcome, ['won', 'lost', 'paid']),
      ),
    )
    .orderBy(asc(followup.id))
    .prepare(),
);

/** What a member quoted a customer with a follow-up and those recorded after it, as recorded. */
export const quotesSince = (db: Db, memberId: number, customerId: number, since: number): Quote[] =>
  quoted(db).all({ memberId, customerId, since });

/** The member's newest follow-ups with the customer's name, not those undone. */
export const listFollowups = (
  db: Db,
  memberId: number,
  limit: number,
): (Followup & { customer: string })[] =>
  db
    .select({ followup, customer: customer.name })
    .from(followup)
    .innerJoin(customer, eq(customer.id, followup.customerId))
    .where(and(eq(followup.memberId, memberId), isNull(followup.undoneAt)))
    .orderBy(desc(followup.occurredAt), desc(followup.id))
    .limit(limit)
    .all()
    .map((row) => ({ ...row.followup, customer: row.customer }));

/** A customer's newest follow-ups by anyone, with the author's name. */
export const timelineOf = (
  db: Db,
  customerId: number,
  limit: number,
): (Followup & { author: string })[] =>
  db
    .select({ followup, author: member.name })
    .from(followup)
    .innerJoin(member, eq(member.id, followup.memberId))
    .where(and(eq(followup.customerId, customerId), isNull(followup.undoneAt)))
    .orderBy(desc(followup.occurredAt), desc(followup.id))
    .limit(limit)
    .all()
    .map((row) => ({ ...row.followup, author: row.author }));

/** A customer's follow-ups by channel, not those undone. */
export const channelsOf = (db: Db, customerId: number): { channel: string; n: number }[] =>
  db
    .select({ channel: sql<string>`${followup.channel}`, n: sql<number>`count(*)` })
    .from(followup)
    .where(
      and(
        eq(followup.customerId, customerId),
        isNull(followup.undoneAt),
        sql`${followup.channel} is not null`,
      ),
    )
    .groupBy(followup.channel)
    .orderBy(desc(sql`count(*)`))
    .all();

export const markShared = (db: Db, id: number, at: Instant): void => {
  db.update(followup).set({ sharedAt: at }).where(eq(followup.id, id)).run();
};

/** Notes that a colleague opened a shared follow-up. @returns whether it was the first time */
export const openShared = (db: Db, row: Followup, memberId: number, at: Instant): boolean => {
  const opened = db
    .insert(shareOpen)
    .values({ followupId: row.id, memberId, at })
    .onConflictDoNothing()
    .returning()
    .get();
  if (opened === undefined) return false;
  refreshRollup(db, row.memberId, row.day);
  return true;
};
