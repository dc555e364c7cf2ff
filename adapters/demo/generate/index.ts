// Months of a believable sales team, the same for the same seed: see `DemoInput` and `DemoData`.
import { type Instant, instantOf } from '../../../src/domain/time.ts';
import { checkOf, satisfactionOf, shareOf } from './feedback.ts';
import type { DemoData, DemoInput } from './model.ts';
import { streamOf } from './random.ts';
import { playRep } from './rep.ts';
import { traitsOf } from './traits.ts';
import { workdaysEnding } from './worktime.ts';

const sortBy = <T>(rows: readonly T[], ...keys: ((row: T) => string | number)[]): T[] =>
  [...rows].sort((a, b) => {
    for (const key of keys) {
      const [x, y] = [key(a), key(b)];
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  });

const present = <T>(values: readonly (T | null)[]): T[] => values.filter((value) => value !== null);

/**
 * The history of one team up to `endDay` (domain method: generating realistic sales data). Each rep's story
 * depends on the seed and on that rep alone, so one more member changes nobody else's; colleagues only
 * add to who opened a shared note.
 */
export const generate = (input: DemoInput): DemoData => {
  const { seed, members, calendar, zone } = input;
  const days = workdaysEnding(calendar, input.endDay, input.workdays);
  const last = days.at(-1) ?? input.endDay;
  const until: { day: string; at: Instant } = { day: last, at: instantOf(last, '23:59', zone) };
  const manager = members.find(({ role }) => role !== 'rep');
  const reps = members
    .filter(({ role }) => role === 'rep')
    .map((member) => ({ member, history: playRep(input, member, days) }));
  const traits = new Map(
    members.map((member) => [member.key, traitsOf(member, streamOf(seed, 'rep', member.key))]),
  );
  const all = reps.map(({ history }) => history);
  const followups = sortBy(
    all.flatMap((history) => history.followups),
    (row) => row.occurredAt,
    (row) => row.key,
  );
  const withTraits = followups.flatMap((followup) => {
    const own = traits.get(followup.memberKey);
    return own ? [{ followup, own }] : [];
  });
  return {
    joins: reps.map(({ member, history }) => ({ memberKey: member.key, day: history.joinedOn })),
    leave: sortBy(
      reps.flatMap(({ member, history }) =>
        history.leave.map((day) => ({ memberKey: member.key, day })),
      ),
      (row) => row.day,
    ),
    customers: sortBy(
      all.flatMap(({ prospects }) => prospects.map(({ customer }) => customer)),
      (row) => row.createdAt,
      (row) => row.key,
    ),
    leads: sortBy(
      all.flatMap((history) => history.leads),
      (row) => row.arrivedAt,
      (row) => row.customerKey,
    ),
    followups,
    deals: sortBy(
      all.flatMap((history) => history.deals),
      (row) => row.closedOn ?? row.openedOn,
      (row) => row.key,
    ),
    invoices: sortBy(
      all.flatMap((history) => history.invoices),
      (row) => row.issuedOn,
      (row) => row.key,
    ),
    payments: sortBy(
      all.flatMap((history) => history.payments),
      (row) => row.paidOn,
      (row) => row.invoiceKey,
    ),
    handoffs: sortBy(
      all.flatMap((history) => history.handoffs),
      (row) => row.createdAt,
      (row) => row.key,
    ),
    shares: sortBy(
      present(withTraits.map(({ followup, own }) => shareOf(seed, followup, own, members, until))),
      (row) => row.sharedAt,
      (row) => row.followupKey,
    ),
    satisfaction: sortBy(
      present(followups.map((followup) => satisfactionOf(seed, followup, until))),
      (row) => row.answeredOn ?? row.askedOn,
    ),
    checks: sortBy(
      present(
        withTraits.map(({ followup, own }) =>
          checkOf(seed, followup, own, manager, calendar, until),
        ),
      ),
      (row) => row.checkedOn,
      (row) => row.followupKey,
    ),
  };
};
