// Deals as they stand or end.
import type { Day } from '../../../src/domain/time.ts';
import type { Happened } from './funnel.ts';
import type { DemoDeal, DemoFollowup } from './model.ts';
import type { Prospect } from './prospect.ts';

/** The deal a follow-up closed, won or lost. */
export const closedDeal = (
  prospect: Prospect,
  followup: DemoFollowup,
  happened: Happened,
): DemoDeal & { readonly closedOn: Day } => ({
  key: `${prospect.customer.key}-d`,
  customerKey: prospect.customer.key,
  memberKey: followup.memberKey,
  status: happened.outcome === 'won' ? 'won' : 'lost',
  amount: prospect.value,
  openedOn: prospect.dealOpenedOn ?? followup.day,
  closedOn: followup.day,
  reason: happened.reason,
  followupKey: followup.key,
});

/** The deals still on the table. */
export const openDeals = (prospects: readonly Prospect[]): readonly DemoDeal[] =>
  prospects.flatMap(({ customer, value, dealOpenedOn }) =>
    dealOpenedOn === null
      ? []
      : [
          {
            key: `${customer.key}-d`,
            customerKey: customer.key,
            memberKey: customer.ownerKey,
            status: 'open',
            amount: value,
            openedOn: dealOpenedOn,
            closedOn: null,
            reason: null,
            followupKey: null,
          } as const,
        ],
  );
