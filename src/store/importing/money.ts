// Deals, invoices and payments that come from elsewhere.
import { Fault } from '../../domain/importing/fault.ts';
import { changeDeal, findDeal } from '../deal.ts';
import { given, type Keeper, partiesOf } from './keeper.ts';
import { sumIn } from './local.ts';

export const deal: Keeper<'deal'> = {
  plan(scope, values, rowId) {
    const { db } = scope;
    const whose = scope.member(values.member);
    if (whose instanceof Fault) return whose;
    const of = values.customer ? scope.customer(values.customer) : null;
    if (of instanceof Fault) return of;
    const named = values.team ? scope.team(values.team) : null;
    if (named instanceof Fault) return named;
    const sum = sumIn(values.amount, values.currency, whose.currency);
    if (sum instanceof Fault) return sum;
    const isClosed = values.status !== 'open';
    const row = {
      customerId: of?.id ?? null,
      memberId: whose.id,
      // The team at closing: who sells for another team later takes no deal along.
      teamId: isClosed ? (named?.id ?? whose.teamId) : null,
      status: values.status,
      amountMinor: sum.minor,
      currency: sum.currency,
      openedOn: values.openedOn ?? null,
      closedOn: values.closedOn ?? null,
      reason: values.reason ?? null,
      stage: values.stage ?? null,
      product: values.product ?? null,
    };
    const touch = (memberId: number, closedOn: string | null): void => {
      if (closedOn !== null) scope.touched.day(memberId, closedOn);
    };
    return {
      write() {
        touch(row.memberId, row.closedOn);
        if (rowId === null) return scope.leaves.deal.add(db, row);
        const before = findDeal(db, rowId);
        if (before !== undefined) touch(before.memberId, before.closedOn);
        const { memberId, status, closedOn } = row;
        const keepsTeam = isClosed && named === null && before?.closedOn && before.teamId !== null;
        changeDeal(db, rowId, {
          memberId,
          status,
          closedOn,
          teamId: keepsTeam ? before.teamId : row.teamId,
          ...given({
            customerId: values.customer === undefined ? undefined : row.customerId,
            amountMinor: values.amount === undefined ? undefined : row.amountMinor,
            currency: values.amount === undefined ? undefined : row.currency,
            openedOn: values.openedOn,
            reason: values.reason,
            stage: values.stage,
            product: values.product,
          }),
        });
        return rowId;
      },
    };
  },
};

export const invoice: Keeper<'invoice'> = {
  plan(scope, values, rowId) {
    const { db } = scope;
    const parties = partiesOf(scope, values);
    if (parties instanceof Fault) return parties;
    const { whose, of } = parties;
    const dealId = values.deal ? scope.deal(values.deal) : null;
    if (dealId instanceof Fault) return dealId;
    const sum = sumIn(values.amount, values.currency, whose.currency);
    if (sum instanceof Fault) return sum;
    const row = {
      customerId: of.id,
      memberId: whose.id,
      dealId,
      dueOn: values.dueOn,
      amountMinor: sum.minor ?? 0,
      currency: sum.currency ?? whose.currency,
      disputed: values.disputed ?? false,
    };
    return {
      write() {
        scope.touched.score(whose.id, row.dueOn);
        const { dealId: _deal, disputed: _disputed, ...sure } = row;
        const more = given({
          dealId: values.deal === undefined ? undefined : dealId,
          disputed: values.disputed ?? undefined,
        });
        return scope.leaves.invoice.keep(db, rowId, row, { ...sure, ...more });
      },
    };
  },
};

export const payment: Keeper<'payment'> = {
  plan(scope, values, rowId) {
    const { db } = scope;
    const parties = partiesOf(scope, values);
    if (parties instanceof Fault) return parties;
    const { whose, of } = parties;
    const named = values.team ? scope.team(values.team) : null;
    if (named instanceof Fault) return named;
    const sum = sumIn(values.amount, values.currency, whose.currency);
    if (sum instanceof Fault) return sum;
    const row = {
      customerId: of.id,
      memberId: whose.id,
      teamId: named?.id ?? whose.teamId,
      amountMinor: sum.minor ?? 0,
      currency: sum.currency ?? whose.currency,
      paidOn: values.paidOn,
      note: values.note ?? null,
    };
    return {
      write() {
        scope.touched.score(whose.id, row.paidOn);
        const { teamId, note: _note, ...sure } = row;
        const more = given({ teamId: named === null ? undefined : teamId, note: values.note });
        return scope.leaves.payment.keep(db, rowId, row, { ...sure, ...more });
      },
    };
  },
};
