// Follow-ups that come from elsewhere: in any order, many in one write, and settled once for all of them.
import { and, eq, isNull, notInArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { completenessOf } from '../../domain/completeness.ts';
import { Fault } from '../../domain/importing/fault.ts';
import type { Values } from '../../domain/importing/nouns.ts';
import type { PromisedStep } from '../../domain/promise.ts';
import { addContact } from '../customer.ts';
import { correctFollowup, findFollowup } from '../followup.ts';
import { isOfPair, listed, type Pair, pairs } from '../pair.ts';
import { followup as followups, step } from '../schema/index.ts';
import { standardOn } from '../standard.ts';
import { NOT_REACHED } from '../step.ts';
import { type Db, prepared } from '../workspace.ts';
import { given, type Keeper } from './keeper.ts';
import { dayIn, instantIn, sumIn } from './local.ts';

const promised = ({ nextAction, nextOn }: Values<'followup'>): PromisedStep | null =>
  nextAction || nextOn
    ? {
        action: nextAction ?? null,
        dueOn: nextOn ?? null,
        dueTime: null,
        precision: nextOn ? 'day' : null,
      }
    : null;

/** What every imported follow-up begins with. */
const NOTHING_ASKED = { verdict: 'counted', source: 'import', fields: {}, clarify: [] } as const;

export const followup: Keeper<'followup'> = {
  plan(scope, values, rowId) {
    const { db, now } = scope;
    const whose = scope.member(values.member);
    if (whose instanceof Fault) return whose;
    const of = scope.customer(values.customer);
    if (of instanceof Fault) return of;
    const named = values.team ? scope.team(values.team) : null;
    if (named instanceof Fault) return named;
    const teamId = named?.id ?? whose.teamId;
    if (teamId === null) {
      return new Fault('no_team', `${whose.name} is in no team, so no day can be told`);
    }
    const zone = named?.zone ?? whose.zone;
    const sum = sumIn(values.amount, values.currency, named?.currency ?? whose.currency);
    if (sum instanceof Fault) return sum;
    const most = sumIn(values.amountMax, sum.currency, whose.currency);
    if (most instanceof Fault) return most;
    const isTimed = 'at' in values.occurredAt || values.occurredAt.clock !== null;
    const told = instantIn(values.occurredAt, zone);
    if (isTimed && told > now) return new Fault('future_date', 'it has not happened yet');
    const occurredAt = Math.min(told, now);
    const next = promised(values);
    const contact = values.contact ?? null;
    const said = {
      memberId: whose.id,
      customerId: of.id,
      contact,
      channel: values.channel ?? null,
      outcome: values.outcome ?? ('connected' as const),
      grade: values.grade ?? null,
      amountMinor: sum.minor,
      amountMaxMinor: most.minor,
      currency: sum.currency,
      amountRole: sum.minor === null ? null : (values.amountRole ?? null),
      duration: values.duration ?? null,
      occurredAt,
      day: dayIn(isTimed ? { at: occurredAt } : values.occurredAt, zone),
      // Where the other system does not say when it was written down, it was at once.
      loggedAt: Math.max(occurredAt, values.loggedAt ? instantIn(values.loggedAt, zone) : 0),
      text: values.text,
    };
    return {
      write() {
        const completeness = completenessOf({
          customer: true,
          channel: said.channel,
          outcome: said.outcome,
          intent: said.grade,
          nextStep: next?.action ?? null,
          nextDate: next?.dueOn ?? null,
          text: said.text,
          names: [of.name, ...(contact === null ? [] : [contact])],
          custom: scope.fields(teamId).map(({ id, required }) => ({
            key: String(id),
            required,
            filled: false,
          })),
        }).millionths;
        scope.touched.pair(whose.id, of.id, said);
        scope.touched.day(whose.id, said.day);
        if (contact !== null) addContact(db, of.id, contact);
        if (rowId === null) {
          const followupId = scope.leaves.followup.add(db, {
            ...said,
            teamId,
            completeness,
            ...NOTHING_ASKED,
          });
          if (next !== null) {
            scope.leaves.step.add({ id: followupId, memberId: whose.id, customerId: of.id }, next);
          }
          return followupId;
        }
        const before = findFollowup(db, rowId);
        if (before === undefined) return rowId;
        scope.touched.pair(before.memberId, before.customerId, before);
        scope.touched.day(before.memberId, before.day);
        if (before.memberId !== whose.id) {
          db.update(step).set({ memberId: whose.id }).where(eq(step.followupId, rowId)).run();
        }
        const { caps } = standardOn(db, said.day);
        correctFollowup(db, before, { ...said, ...given({ teamId }), completeness }, next, caps);
        return rowId;
      },
    };
  },
};

const promise = alias(followups, 'promise');
const closer = alias(followups, 'closer');

/** The first follow-up after the one that promised by which the customer was reached, or something new promised. */
const closing = sql`select ${followups.id} from ${followups}
  where ${followups.memberId} = ${step.memberId} and ${followups.customerId} = ${step.customerId}
    and ${followups.undoneAt} is null
    and (${followups.occurredAt}, ${followups.id}) > (${promise.occurredAt}, ${promise.id})
    and (${notInArray(followups.outcome, [...NOT_REACHED])}
      or exists (select 1 from ${step} own where own.followup_id = ${followups.id}))
  order by ${followups.occurredAt}, ${followups.id} limit 1`;

const closed = prepared((db) =>
  db
    .select({ id: step.id, doneAt: closer.loggedAt, doneBy: closer.id })
    .from(pairs)
    .crossJoin(step)
    .innerJoin(promise, eq(promise.id, step.followupId))
    .innerJoin(closer, sql`${closer.id} = (${closing})`)
    .where(and(isOfPair(step.memberId, step.customerId), isNull(step.doneAt)))
    .prepare(),
);

const close = prepared((db) =>
  db
    .update(step)
    .set({
      doneAt: sql`${sql.placeholder('doneAt')}`,
      doneBy: sql`${sql.placeholder('doneBy')}`,
    })
    .where(eq(step.id, sql.placeholder('id')))
    .prepare(),
);

/**
 * Closes what the follow-ups of pairs promised by the next one that happened. Where a file is in order it is what
 * recording them one by one does; here the order of the file does not matter.
 */
export const closePromises = (db: Db, of: readonly Pair[]): void => {
  for (const each of closed(db).all(listed(of))) close(db).run(each);
};
