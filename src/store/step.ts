// Promised next steps: what is due, what is overdue, and what closed them.
import { and, asc, eq, isNotNull, isNull, lt, lte, notInArray, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { PromisedStep } from '../domain/promise.ts';
import type { Day, Instant } from '../domain/time.ts';
import { customer, followup, step } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

export type Step = typeof step.$inferSelect;
/** An open step with the customer's name beside it. */
export type DueStep = Step & { readonly customer: string };

const memberId = sql.placeholder('memberId');
const customerId = sql.placeholder('customerId');
const followupId = sql.placeholder('followupId');

const add = prepared((db) =>
  db
    .insert(step)
    .values({
      followupId,
      memberId,
      customerId,
      action: sql.placeholder('action'),
      dueOn: sql.placeholder('dueOn'),
      dueTime: sql.placeholder('dueTime'),
      precision: sql.placeholder('precision'),
    })
    .prepare(),
);

const ofFollowup = prepared((db) =>
  db.select().from(step).where(eq(step.followupId, followupId)).prepare(),
);

/** Outcomes after which an earlier promise still stands, unless a new one takes its place. */
export const NOT_REACHED = ['no_answer', 'voicemail', 'no_show', 'wrong_number'] as const;

const closeEarlier = prepared((db) =>
  db
    .update(step)
    .set({ doneAt: sql`${sql.placeholder('at')}`, doneBy: sql`${followupId}` })
    .where(
      and(
        eq(step.memberId, memberId),
        eq(step.customerId, customerId),
        isNull(step.doneAt),
        sql`${step.followupId} < ${followupId}`,
        // Of each open step, of which there are few, not of all there ever was with the customer.
        sql`exists (select 1 from ${followup} where ${followup.id} = ${step.followupId}
          and ${followup.customerId} = ${customerId}
          and ${followup.occurredAt} <= ${sql.placeholder('occurredAt')})`,
      ),
    )
    .prepare(),
);

/** The first follow-up recorded after `since` that closes what was promised with another one. */
const laterCloser = prepared((db) => {
  const promise = alias(followup, 'promise');
  return db
    .select({ id: followup.id, at: followup.loggedAt })
    .from(followup)
    .where(
      and(
        eq(followup.memberId, memberId),
        eq(followup.customerId, customerId),
        isNull(followup.undoneAt),
        sql`${followup.id} > ${sql.placeholder('since')}`,
        sql`${followup.occurredAt} >= (select ${promise.occurredAt} from ${followup} "promise"
          where ${promise.id} = ${followupId})`,
        or(
          notInArray(followup.outcome, [...NOT_REACHED]),
          sql`exists (select 1 from ${step} where ${step.followupId} = ${followup.id})`,
        ),
      ),
    )
    .orderBy(asc(followup.id))
    .limit(1)
    .prepare();
});

const closedBy = prepared((db) =>
  // By the customer first: there is no index on what closed a step.
  db
    .select()
    .from(step)
    .where(and(eq(step.customerId, customerId), eq(step.doneBy, followupId)))
    .prepare(),
);

const setDone = prepared((db) =>
  db
    .update(step)
    .set({ doneAt: sql`${sql.placeholder('at')}`, doneBy: sql`${sql.placeholder('by')}` })
    .where(eq(step.id, sql.placeholder('id')))
    .prepare(),
);

const removeOf = prepared((db) => db.delete(step).where(eq(step.followupId, followupId)).prepare());

/** The follow-up a promise comes with, or that closes one. */
interface Of {
  readonly id: number;
  readonly memberId: number;
  readonly customerId: number;
  readonly occurredAt: Instant;
  readonly loggedAt: Instant;
}

/** Notes what a follow-up promises. */
export const addStep = (
  db: Db,
  { id, ...of }: Pick<Of, 'id' | 'memberId' | 'customerId'>,
  next: PromisedStep,
): void => {
  const { action, dueOn, dueTime, precision } = next;
  add(db).run({
    action,
    dueOn,
    dueTime,
    precision,
    followupId: id,
    memberId: of.memberId,
    customerId: of.customerId,
  });
};

export const findStep = (db: Db, id: number): Step | undefined =>
  db.select().from(step).where(eq(step.id, id)).get();

/** The step a follow-up promised, if any. */
export const stepOf = (db: Db, followupId: number): Step | undefined =>
  ofFollowup(db).get({ followupId });

/** Closes what the member had promised the customer by the time of a follow-up. */
export const closeSteps = (db: Db, by: Of): void => {
  const { id, memberId, customerId, occurredAt, loggedAt } = by;
  closeEarlier(db).run({ followupId: id, memberId, customerId, occurredAt, at: loggedAt });
};

/**
 * Opens again what a follow-up had closed.
 * @param customerId whom it was with when it closed them
 * @returns what that was
 */
export const releaseSteps = (db: Db, followupId: number, customerId: number): Step[] => {
  const steps = closedBy(db).all({ followupId, customerId });
  for (const { id } of steps) setDone(db).run({ id, at: null, by: null });
  return steps;
};

/**
 * Closes an open step by the first follow-up after the one that had closed it, or else after its own, which would
 * have closed it too; leaves it open without one.
 */
export const closeByLater = (
  db: Db,
  { id, followupId, memberId, customerId, doneBy }: Step,
): void => {
  if (findStep(db, id)?.doneAt !== null) return;
  const since = doneBy ?? followupId;
  const closer = laterCloser(db).get({ memberId, customerId, followupId, since });
  if (closer !== undefined) setDone(db).run({ id, at: closer.at, by: closer.id });
};

/** Takes back what a follow-up had promised. */
export const removeStep = (db: Db, followupId: number): void => {
  removeOf(db).run({ followupId });
};

/**
 * What a corrected follow-up promises now. A promise that stays as it was stays done by hand, or with whom it was
 * handed to.
 */
export const changeStep = (db: Db, of: Of, next: PromisedStep | null): void => {
  const before = stepOf(db, of.id);
  if (before === undefined || next === null) {
    if (before !== undefined) removeStep(db, of.id);
    if (next !== null) addStep(db, of, next);
  } else {
    const { action, dueOn, dueTime, precision } = next;
    const moved = before.customerId !== of.customerId;
    const same =
      before.action === action &&
      before.dueOn === dueOn &&
      before.dueTime === dueTime &&
      before.precision === precision;
    const keeps = before.doneBy === null || before.memberId !== of.memberId;
    if (same && !moved && before.doneAt !== null && keeps) return;
    db.update(step)
      .set({
        action,
        dueOn,
        dueTime,
        precision,
        doneAt: null,
        doneBy: null,
        ...(moved ? { customerId: of.customerId, memberId: of.memberId } : {}),
      })
      .where(eq(step.id, before.id))
      .run();
  }
  const now = stepOf(db, of.id);
  if (now !== undefined) closeByLater(db, now);
};

/** Hands what one member still owes a customer to another, with the dates as they were promised. */
export const moveSteps = (db: Db, customerId: number, fromId: number, toId: number): void => {
  db.update(step)
    .set({ memberId: toId })
    .where(and(eq(step.customerId, customerId), eq(step.memberId, fromId), isNull(step.doneAt)))
    .run();
};

/** Ticks a step off by hand. */
export const finishStep = (db: Db, id: number, at: Instant): void => {
  db.update(step).set({ doneAt: at }).where(eq(step.id, id)).run();
};

export const postponeStep = (db: Db, id: number, dueOn: Day): void => {
  db.update(step).set({ dueOn, dueTime: null, precision: 'day' }).where(eq(step.id, id)).run();
};

/** The member's open steps due by the end of `until`, longest overdue first. */
export const listDue = (db: Db, memberId: number, until: Day): DueStep[] =>
  withCustomer(db)
    .where(and(eq(step.memberId, memberId), isNull(step.doneAt), lte(step.dueOn, until)))
    .orderBy(asc(step.dueOn), asc(step.dueTime), asc(step.id))
    .all();

/** The member's open steps after `day`, soonest first. */
export const listUpcoming = (db: Db, memberId: number, day: Day, limit: number): DueStep[] =>
  withCustomer(db)
    .where(
      and(
        eq(step.memberId, memberId),
        isNull(step.doneAt),
        isNotNull(step.dueOn),
        lt(sql`${day}`, step.dueOn),
      ),
    )
    .orderBy(asc(step.dueOn), asc(step.dueTime), asc(step.id))
    .limit(limit)
    .all();

/** What is promised to a customer and still open. */
export const openStepsFor = (db: Db, customerId: number): Step[] =>
  db
    .select()
    .from(step)
    .where(and(eq(step.customerId, customerId), isNull(step.doneAt)))
    .orderBy(asc(step.dueOn))
    .all();

const withCustomer = (db: Db) =>
  db
    .select({
      id: step.id,
      followupId: step.followupId,
      memberId: step.memberId,
      customerId: step.customerId,
      action: step.action,
      dueOn: step.dueOn,
      dueTime: step.dueTime,
      precision: step.precision,
      doneAt: step.doneAt,
      doneBy: step.doneBy,
      customer: customer.name,
    })
    .from(step)
    .innerJoin(customer, eq(customer.id, step.customerId));
