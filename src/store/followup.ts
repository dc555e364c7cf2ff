// Follow-ups: recording one moves everything that is counted from it, in the same write.
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Caps } from '../domain/fairness/counting.ts';
import type { Outcome } from '../domain/parsing/codes.ts';
import type { PromisedStep } from '../domain/promise.ts';
import type { Instant } from '../domain/time.ts';
import { addContact } from './customer.ts';
import { customer, followup, member } from './schema/index.ts';
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
import { settle } from './verdict.ts';
import { bound, type Db, prepared } from './workspace.ts';

export type Followup = typeof followup.$inferSelect;

/** What a person says of a follow-up; the rest is worked out from it. */
export type FollowupFields = Omit<
  Followup,
  'id' | 'verdict' | 'verdictOf' | 'sharedAt' | 'undoneAt'
>;

/** What is written of a follow-up as it is told. */
export const TOLD_COLUMNS = [
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

/** Those that are kept as JSON. */
const ENCODED: ReadonlySet<string> = new Set(['fields', 'clarify']);

const insert = prepared((db) =>
  db
    .insert(followup)
    .values({
      ...(Object.fromEntries(
        TOLD_COLUMNS.map((name) => [name, ENCODED.has(name) ? sql.placeholder(name) : bound(name)]),
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

export const findFollowup = (db: Db, id: number): Followup | undefined => byId(db).get({ id });

/** Whether a follow-up settles what was promised before: the customer was reached, or a new promise made. */
const settlesSteps = (outcome: Outcome, next: PromisedStep | null): boolean =>
  next !== null || !(NOT_REACHED as readonly Outcome[]).includes(outcome);

/** Writes a follow-up down and works nothing out from it: `settlePairs` must follow in the same write. @returns its id */
const addFollowup = (db: Db, values: FollowupFields): number => insert(db).get(values).id;

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
  const id = addFollowup(db, values);
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
  const released = releaseSteps(db, after.id, before.customerId);
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
  const released = releaseSteps(db, row.id, row.customerId);
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
