// The tables whose rows are written at the end of a batch, all at once: nothing else of the batch looks them up.
import type { PromisedStep } from '../../domain/promise.ts';
import { TOLD_COLUMNS } from '../followup.ts';
import { deal, followup, invoice, lead, payment, qaCheck, satisfaction } from '../schema/index.ts';
import { addStep } from '../step.ts';
import type { Db } from '../workspace.ts';
import { leafOf } from './leaf.ts';

const LEAVES = {
  followup: leafOf(followup, [...TOLD_COLUMNS, 'verdict']),
  lead: leafOf(lead, ['customerId', 'memberId', 'kind', 'source', 'assignedAt', 'assignedOn']),
  deal: leafOf(deal, [
    'customerId',
    'memberId',
    'teamId',
    'status',
    'amountMinor',
    'currency',
    'openedOn',
    'closedOn',
    'reason',
    'stage',
    'product',
  ]),
  invoice: leafOf(invoice, [
    'customerId',
    'memberId',
    'dealId',
    'dueOn',
    'amountMinor',
    'currency',
    'disputed',
  ]),
  payment: leafOf(payment, [
    'customerId',
    'memberId',
    'teamId',
    'amountMinor',
    'currency',
    'paidOn',
    'note',
  ]),
  satisfaction: leafOf(satisfaction, ['customerId', 'memberId', 'askedOn', 'rating']),
  qaCheck: leafOf(qaCheck, ['memberId', 'checkedOn', 'done', 'applicable']),
};

interface Promised {
  readonly of: Parameters<typeof addStep>[1];
  readonly next: PromisedStep;
}

/** What new follow-ups promise. Others may be written before the flush, so they are given no ids ahead of it. */
const openSteps = () => {
  let kept: Promised[] = [];
  return {
    add(of: Promised['of'], next: PromisedStep): void {
      kept.push({ of, next });
    },
    flush(db: Db): void {
      const promised = kept;
      kept = [];
      for (const { of, next } of promised) addStep(db, of, next);
    },
  };
};

/** One batch's, in the order in which they refer to each other. */
export const openLeaves = () => {
  const leaves = {
    followup: LEAVES.followup(),
    step: openSteps(),
    lead: LEAVES.lead(),
    deal: LEAVES.deal(),
    invoice: LEAVES.invoice(),
    payment: LEAVES.payment(),
    satisfaction: LEAVES.satisfaction(),
    qaCheck: LEAVES.qaCheck(),
  };
  return {
    ...leaves,
    flush(db: Db): void {
      for (const leaf of Object.values(leaves)) leaf.flush(db);
    },
  };
};

export type Leaves = ReturnType<typeof openLeaves>;
