// One rep's months, played through day by day: leads, follow-ups, deals, money, handoffs.
import { isWorkday } from '../../../src/domain/calendar.ts';
import {
  addDays,
  type Day,
  dayOf,
  type Instant,
  instantOf,
  MINUTE,
} from '../../../src/domain/time.ts';
import { copyOf } from './copies.ts';
import { closedDeal, openDeals } from './deals.ts';
import { type Happened, touch } from './funnel.ts';
import { handOver } from './handoff.ts';
import type {
  DemoDeal,
  DemoFollowup,
  DemoHandoff,
  DemoInput,
  DemoInvoice,
  DemoLead,
  DemoMember,
  DemoPayment,
} from './model.ts';
import { collect } from './money.ts';
import { SLOT_SIZE } from './names.ts';
import { presenceOf } from './presence.ts';
import { chooseNext, createProspect, type Prospect } from './prospect.ts';
import { streamOf } from './random.ts';
import { record } from './record.ts';
import { arrivalsOn, respondsAt } from './response.ts';
import { chance, integer, pick } from './sample.ts';
import { closingFactor, countFor, timesOf } from './schedule.ts';
import { traitsOf } from './traits.ts';

/** What one rep leaves behind; the receiver's follow-ups of handed-over customers are among it. */
export interface RepHistory {
  readonly joinedOn: Day;
  readonly leave: readonly Day[];
  readonly prospects: readonly Prospect[];
  readonly leads: readonly DemoLead[];
  readonly followups: readonly DemoFollowup[];
  readonly deals: readonly DemoDeal[];
  readonly invoices: readonly DemoInvoice[];
  readonly payments: readonly DemoPayment[];
  readonly handoffs: readonly DemoHandoff[];
}

/** Something that must happen at a time, such as the answer to a lead. */
interface Appointment {
  readonly at: Instant;
  readonly run: (at: Instant) => void;
}

/** Customers that were already known when the history begins. */
const INHERITED = 14;
/** Customers a usual rep keeps warm before looking for new ones. */
const BUSY = 21;

/** @param days the working days of the history, in order */
export const playRep = (input: DemoInput, member: DemoMember, days: readonly Day[]): RepHistory => {
  const { seed, zone, currency } = input;
  const traits = traitsOf(member, streamOf(seed, 'rep', member.key));
  const { joinedOn, days: present, leave, calendar } = presenceOf(input, member, days);
  const last = present.at(-1) ?? joinedOn;
  const effort = traits.effort * (member.newHire === true ? 0.7 : 1);

  const prospects: Prospect[] = [];
  const leads: DemoLead[] = [];
  const followups: DemoFollowup[] = [];
  const deals: DemoDeal[] = [];
  const invoices: DemoInvoice[] = [];
  const payments: DemoPayment[] = [];
  const handoffs: DemoHandoff[] = [];
  const appointments = new Map<Day, Appointment[]>();
  /** Of the day that is being played. */
  let closing = 1;
  /** The next day if it is a working day of the history: only then does "yesterday" fit. */
  let nextDay: Day | null = null;

  const appoint = (day: Day, appointment: Appointment): void => {
    appointments.set(day, [...(appointments.get(day) ?? []), appointment]);
  };
  const meet = (createdAt: Instant, inbound: boolean, dueOn: Day): Prospect | undefined => {
    if (prospects.length >= SLOT_SIZE) return undefined;
    const index = prospects.length;
    const prospect = createProspect(seed, member, index, currency, createdAt, inbound, dueOn);
    prospects.push(prospect);
    return prospect;
  };
  const write = (prospect: Prospect, at: Instant, happened: Happened, amount = prospect.value) => {
    const key = `${member.key}-f${followups.length}`;
    const day = dayOf(at, zone);
    const { followup, dueOn } = record(
      {
        seed,
        zone,
        calendar: input.calendar,
        member,
        traits,
        customer: prospect.customer,
        key,
        occurredAt: at,
        nextDay,
        response: prospect.away,
        amount,
      },
      happened,
    );
    followups.push(followup);
    prospect.touchedOn = day;
    // Some steps are simply forgotten for a while.
    const forgotten = chance(streamOf(seed, 'forget', key), 0.07);
    prospect.dueOn = forgotten ? addDays(dueOn, 12) : dueOn;
    return followup;
  };

  const report = (prospect: Prospect, payment: Omit<DemoPayment, 'followupKey'>): void => {
    const random = streamOf(seed, 'payment', `${payment.invoiceKey}|${payment.paidOn}`);
    const day = present.find((each) => each >= payment.paidOn && isWorkday(calendar, each));
    if (day === undefined || day === prospect.touchedOn || !chance(random, 0.65)) {
      payments.push({ ...payment, followupKey: null });
      return;
    }
    const channel = member.locale === 'zh' ? pick(random, ['phone', 'wechat'] as const) : 'email';
    const at = instantOf(day, '11:15', zone) + integer(random, 0, 280) * MINUTE;
    appoint(day, {
      at,
      run: () => {
        const happened: Happened = {
          channel,
          outcome: 'paid',
          grade: 'A',
          next: 'follow_up',
          inDays: integer(random, 8, 15),
          opensDeal: false,
          reason: null,
        };
        const followup = write(prospect, at, happened, payment.amount);
        payments.push({ ...payment, followupKey: followup.key });
      },
    });
  };

  const close = (prospect: Prospect, followup: DemoFollowup, happened: Happened): void => {
    const deal = closedDeal(prospect, followup, happened);
    deals.push(deal);
    prospect.dealOpenedOn = null;
    if (deal.status === 'lost') return;
    const due = collect(seed, deal, prospect.customer.segment !== 'smb');
    invoices.push(...due.invoices);
    for (const payment of due.payments) if (payment.paidOn <= last) report(prospect, payment);
  };

  const contact = (prospect: Prospect, at: Instant): DemoFollowup => {
    const conditions = { channels: traits.channels, skill: traits.skill, closing };
    const happened = touch(prospect.course, conditions, prospect.random);
    const followup = write(prospect, at, happened);
    if (happened.opensDeal) prospect.dealOpenedOn = followup.day;
    if (happened.outcome === 'won' || happened.outcome === 'lost') {
      close(prospect, followup, happened);
    }
    if (member.copiesNotes === true) {
      const copy = copyOf(seed, zone, followup, `${member.key}-f${followups.length}`);
      if (copy) followups.push(copy);
    }
    return followup;
  };

  const receive = (day: Day): void => {
    for (const { at, source } of arrivalsOn(
      calendar,
      day,
      zone,
      streamOf(seed, 'arrivals', `${member.key}|${day}`),
    )) {
      const prospect = meet(at, true, last);
      if (!prospect) return;
      const answer = respondsAt(
        calendar,
        zone,
        at,
        member.delay ?? 1,
        streamOf(seed, 'response', prospect.customer.key),
      );
      const lead = {
        customerKey: prospect.customer.key,
        memberKey: member.key,
        source,
        arrivedAt: at,
        arrivedOn: day,
      };
      prospect.away = true;
      if (answer === null || dayOf(answer, zone) > last) {
        leads.push({ ...lead, respondedAt: null, followupKey: null });
        continue;
      }
      appoint(dayOf(answer, zone), {
        at: answer,
        run: () => {
          const { key } = contact(prospect, answer);
          prospect.away = false;
          leads.push({ ...lead, respondedAt: answer, followupKey: key });
        },
      });
    }
  };

  const inherit = (): void => {
    const first = present[0];
    if (first === undefined || member.newHire === true) return;
    const random = streamOf(seed, 'inherited', member.key);
    for (let i = 0; i < INHERITED; i++) {
      const dueOn = present[integer(random, 0, Math.min(9, present.length - 1))] ?? first;
      const since = instantOf(addDays(first, -integer(random, 10, 60)), '10:00', zone);
      const prospect = meet(since, chance(random, 0.5), dueOn);
      if (!prospect) return;
      prospect.course.stage = pick(random, ['connected', 'qualified', 'proposal'] as const);
      if (prospect.course.stage === 'proposal') prospect.dealOpenedOn = dayOf(since, zone);
    }
  };

  const work = (day: Day): void => {
    closing = closingFactor(input.calendar, day);
    const tomorrow = addDays(day, 1);
    nextDay = tomorrow <= last && isWorkday(calendar, tomorrow) ? tomorrow : null;
    const random = streamOf(seed, 'day', `${member.key}|${day}`);
    const fixed = appointments.get(day) ?? [];
    const count = Math.max(0, countFor(input.calendar, day, effort, random) - fixed.length);
    const free = timesOf(day, zone, count, random).map((at) => ({
      at,
      run: () => {
        const next = chooseNext(prospects, day, BUSY * effort, random());
        const prospect = next === 'new' ? meet(at - MINUTE, false, day) : next;
        if (prospect) contact(prospect, at);
      },
    }));
    for (const { at, run } of [...fixed, ...free].sort((a, b) => a.at - b.at)) run(at);
    if (member.partner === undefined) return;
    const partner = input.members.find(({ key }) => key === member.partner);
    if (partner)
      handoffs.push(...handOver({ input, day, last, member, partner, prospects, followups }));
  };

  inherit();
  for (let day = present[0] ?? last; day <= last && present.length > 0; day = addDays(day, 1)) {
    if (!leave.includes(day)) receive(day);
    if (isWorkday(calendar, day)) work(day);
  }
  deals.push(...openDeals(prospects));
  return { joinedOn, leave, prospects, leads, followups, deals, invoices, payments, handoffs };
};
