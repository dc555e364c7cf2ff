// Folds a generated history into the facts of one member's month, as the store would count them.
import type { DemoData, DemoInput } from '../../../../adapters/demo/generate/model.ts';
import { businessMinutes, countWorkdays } from '../../../../src/domain/calendar.ts';
import { completenessOf } from '../../../../src/domain/completeness.ts';
import { judge } from '../../../../src/domain/fairness/counting.ts';
import { emptyFacts, type Facts } from '../../../../src/domain/scoring/facts.ts';
import { addDays, daysBetween, HOUR, instantOf, monthAround } from '../../../../src/domain/time.ts';

const groupBy = <T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
};

const FRESH = { A: 7, B: 14, C: 30, D: 30, E: 30 };

export const factsOf = (data: DemoData, input: DemoInput, memberKey: string): Facts => {
  const { endDay, calendar, zone } = input;
  const month = { from: monthAround(endDay).from, to: endDay };
  const rolling = addDays(endDay, -89);
  const now = instantOf(endDay, '23:59', zone);
  const own = data.followups.filter((row) => row.memberKey === memberKey);
  const names = new Map(data.customers.map(({ key, name }) => [key, name]));
  const byCustomer = groupBy(
    own.map((row, id) => ({ ...row, id })),
    ({ customerKey }) => customerKey,
  );
  const counted = [...byCustomer.values()].flatMap((rows) => {
    const verdicts = judge(rows);
    return rows.filter(({ id }) => verdicts.get(id)?.kind === 'counted');
  });
  const inMonth = counted.filter(({ day }) => day >= month.from);
  const followups = { ...emptyFacts().followups };
  for (const { channel } of inMonth) if (channel) followups[channel]++;
  const sum = inMonth.reduce(
    (total, row) =>
      total +
      completenessOf({
        customer: true,
        channel: row.channel,
        outcome: row.outcome,
        intent: row.grade,
        nextStep: row.next?.action ?? null,
        nextDate: row.next?.at ?? null,
        text: row.text,
        names: [names.get(row.customerKey) ?? '', row.contact ?? ''],
        custom: [],
      }).millionths,
    0,
  );
  const graded = [...byCustomer.values()].map((rows) => rows.findLast(({ grade }) => grade));
  const deals = data.deals.filter((deal) => deal.memberKey === memberKey);
  const closed = deals.filter(({ closedOn }) => closedOn !== null && closedOn >= rolling);
  const due = data.invoices.filter((row) => row.memberKey === memberKey && row.dueOn <= endDay);
  const dueKeys = new Map(due.map(({ key }) => [key, 0]));
  for (const { invoiceKey, amount } of data.payments) {
    const paid = dueKeys.get(invoiceKey);
    if (paid !== undefined) dueKeys.set(invoiceKey, paid + amount.minor);
  }
  const received = data.handoffs.filter(
    (row) => row.toKey === memberKey && row.createdAt >= now - 30 * 24 * HOUR,
  );
  const shared = new Set(
    data.shares.filter(({ opens }) => opens.length > 0).map(({ followupKey }) => followupKey),
  );
  const touched = groupBy(inMonth, ({ customerKey }) => customerKey);
  const asked = data.satisfaction.filter((row) => row.memberKey === memberKey);
  const checks = data.checks.filter(
    (row) => row.memberKey === memberKey && row.checkedOn >= month.from,
  );
  const eligible =
    countWorkdays(calendar, month) -
    data.leave.filter((row) => row.memberKey === memberKey && row.day >= month.from).length;
  const leads = data.leads.filter(
    (row) => row.memberKey === memberKey && row.arrivedOn >= month.from,
  );
  return {
    ...emptyFacts(),
    windowDays: countWorkdays(calendar, monthAround(endDay)),
    eligibleDays: eligible,
    monthEligibleDays: Math.max(eligible, 5),
    followups,
    completeness: { sumMillionths: sum, records: inMonth.length },
    responses: leads.map((lead) => ({
      kind: 'inbound',
      minutes: businessMinutes(calendar, zone, lead.arrivedAt, lead.respondedAt ?? now),
      answered: lead.respondedAt !== null,
    })),
    book: {
      active: graded.length,
      fresh: graded.filter((row) => row?.grade && daysBetween(row.day, endDay) <= FRESH[row.grade])
        .length,
      ageDays: 90,
    },
    script: {
      selfDone: 0,
      selfApplicable: 0,
      qaChecks: checks.length,
      qaDone: checks.reduce((total, { done }) => total + done, 0),
      qaApplicable: checks.reduce((total, { applicable }) => total + applicable, 0),
    },
    closed: {
      won: closed.filter(({ status }) => status === 'won').length,
      lost: closed.filter(({ status }) => status === 'lost').length,
    },
    collection: {
      dueMinor: due.reduce((total, { amount }) => total + amount.minor, 0),
      collectedMinor: [...dueKeys.values()].reduce((total, paid) => total + paid, 0),
      invoices: due.length,
      largestShare: 0,
    },
    cycleDays: closed
      .filter(({ status }) => status === 'won')
      .map(({ customerKey, closedOn }) =>
        daysBetween(byCustomer.get(customerKey)?.[0]?.day ?? endDay, closedOn ?? endDay),
      ),
    satisfaction: {
      asked: asked.length,
      answers: asked.filter(({ rating }) => rating !== null).length,
      positive: asked.filter(({ rating }) => (rating ?? 0) >= 4).length,
    },
    handoff: {
      received: received.length,
      onTime: received.filter(
        ({ createdAt, acceptedAt, followedAt }) =>
          acceptedAt !== null &&
          followedAt !== null &&
          businessMinutes(calendar, zone, createdAt, acceptedAt) <= 240 &&
          businessMinutes(calendar, zone, acceptedAt, followedAt) <= 480,
      ).length,
      given: 0,
      noteMillionths: 0,
    },
    sharing: {
      customers: touched.size,
      opened: [...touched.values()].filter((rows) => rows.some(({ key }) => shared.has(key)))
        .length,
    },
    exposure: {
      activeOpportunities: deals.filter(({ status }) => status === 'open').length,
      inboundLeads: leads.length,
    },
  };
};
