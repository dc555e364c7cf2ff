// The tables whose rows are written at the end of a batch, all at once: nothing else of the batch looks them up.
import { TOLD_COLUMNS } from '../followup.ts';
import {
  deal,
  followup,
  invoice,
  lead,
  payment,
  qaCheck,
  satisfaction,
  step,
} from '../schema/index.ts';
import type { Db } from '../workspace.ts';
import { openBulk, openNameless } from './bulk.ts';

/** One batch's; in the order in which they refer to each other. */
export const openLeaves = () => {
  const leaves = {
    followup: openBulk(followup, [...TOLD_COLUMNS, 'verdict']),
    step: openNameless(step, [
      'followupId',
      'memberId',
      'customerId',
      'action',
      'dueOn',
      'dueTime',
      'precision',
    ]),
    lead: openBulk(lead, ['customerId', 'memberId', 'kind', 'source', 'assignedAt', 'assignedOn']),
    deal: openBulk(deal, [
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
    invoice: openBulk(invoice, [
      'customerId',
      'memberId',
      'dealId',
      'dueOn',
      'amountMinor',
      'currency',
      'disputed',
    ]),
    payment: openBulk(payment, [
      'customerId',
      'memberId',
      'teamId',
      'amountMinor',
      'currency',
      'paidOn',
      'note',
    ]),
    satisfaction: openBulk(satisfaction, ['customerId', 'memberId', 'askedOn', 'rating']),
    qaCheck: openBulk(qaCheck, ['memberId', 'checkedOn', 'done', 'applicable']),
  };
  return {
    ...leaves,
    flush(db: Db): void {
      for (const leaf of Object.values(leaves)) leaf.flush(db);
    },
  };
};

export type Leaves = ReturnType<typeof openLeaves>;
