// Handoffs, satisfaction answers and script checks that come from elsewhere.
import { noteCompletenessOf } from '../../domain/handoff.ts';
import { Fault } from '../../domain/importing/fault.ts';
import { addDays } from '../../domain/time.ts';
import { findCustomer, listContacts } from '../customer.ts';
import { addHandoff, changeHandoff, refreshHandoffs } from '../handoff.ts';
import { openStepsFor } from '../step.ts';
import type { Db } from '../workspace.ts';
import { given, type Keeper, partiesOf } from './keeper.ts';
import { dayIn, instantIn } from './local.ts';
import { EXPECTED } from './scope.ts';

/** As if it were handed over now: what was open and known then is not told. */
const completenessOf = (db: Db, customerId: number, customerName: string, note: string): number => {
  const contacts = listContacts(db, customerId);
  const steps = openStepsFor(db, customerId);
  return noteCompletenessOf({
    text: note,
    names: [customerName, ...contacts],
    contact: contacts.length > 0,
    grade: (findCustomer(db, customerId)?.grade ?? null) !== null,
    nextStep: steps.some(({ action }) => action !== null),
    nextDate: steps.some(({ action, dueOn }) => action !== null && dueOn !== null),
  }).millionths;
};

/** What was handed over is history: whose customer it is now, the customers themselves say. */
export const handoff: Keeper<'handoff'> = {
  plan(scope, values, rowId) {
    const { db } = scope;
    const of = scope.customer(values.customer);
    if (of instanceof Fault) return of;
    const from = scope.member(values.from);
    if (from instanceof Fault) return from;
    const to = scope.member(values.to);
    if (to instanceof Fault) return to;
    if (from.id === to.id && from.id !== EXPECTED) {
      return new Fault('self_handoff', `${from.name} gives it to themselves`);
    }
    const createdOn = dayIn(values.createdAt, from.zone);
    const sure = {
      customerId: of.id,
      fromId: from.id,
      toId: to.id,
      note: values.note,
      createdAt: instantIn(values.createdAt, from.zone),
      createdOn,
    };
    const answers = {
      acceptedAt: values.acceptedAt && instantIn(values.acceptedAt, to.zone),
      declinedAt: values.declinedAt && instantIn(values.declinedAt, to.zone),
      reason: values.reason,
    };
    return {
      write() {
        const noteCompleteness = completenessOf(db, of.id, of.name, values.note);
        let id = rowId;
        if (id === null) id = addHandoff(db, { ...sure, noteCompleteness, ...given(answers) }).id;
        else changeHandoff(db, id, { ...sure, noteCompleteness, ...given(answers) });
        refreshHandoffs(db, [{ memberId: to.id, customerId: of.id }]);
        // In their zones it may still be the day before the giver's.
        for (const { id: memberId } of [from, to]) {
          scope.touched.score(memberId, addDays(createdOn, -1));
        }
        return id;
      },
    };
  },
};

export const satisfaction: Keeper<'satisfaction'> = {
  plan(scope, values, rowId) {
    const { db } = scope;
    const parties = partiesOf(scope, values);
    if (parties instanceof Fault) return parties;
    const { whose, of } = parties;
    const { askedOn, rating } = values;
    const sure = { customerId: of.id, memberId: whose.id, askedOn };
    return {
      write() {
        scope.touched.score(whose.id, askedOn);
        const row = { ...sure, rating: rating ?? null };
        return scope.leaves.satisfaction.keep(db, rowId, row, { ...sure, ...given({ rating }) });
      },
    };
  },
};

export const qaCheck: Keeper<'qa_check'> = {
  plan(scope, { member, checkedOn, done, applicable }, rowId) {
    const { db } = scope;
    const whose = scope.member(member);
    if (whose instanceof Fault) return whose;
    const row = { memberId: whose.id, checkedOn, done, applicable };
    return {
      write() {
        scope.touched.score(whose.id, checkedOn);
        return scope.leaves.qaCheck.keep(db, rowId, row);
      },
    };
  },
};
