// The verbs of /followup that look ahead: due, list, next, and ticking a step off.
import { z } from 'zod';
import { dueCard, listCard, nextCard, type Reason } from '../cards/due.ts';
import { notice } from '../cards/notice.ts';
import { addWorkdays, businessMinutes } from '../domain/calendar.ts';
import { dayOf, daysBetween } from '../domain/time.ts';
import { findCustomer, listOwned } from '../store/customer.ts';
import { listFollowups } from '../store/followup.ts';
import { handoffsWaitingFor } from '../store/handoff.ts';
import { openLeads } from '../store/lead.ts';
import {
  findStep,
  finishStep,
  listDue,
  listUpcoming,
  postponeStep,
  type Step,
} from '../store/step.ts';
import { calendarOf } from '../store/team.ts';
import { type Call, verb } from './command.ts';
import { teamOf } from './record.ts';
import { refuse } from './refuse.ts';

const LISTED = 10;
const UPCOMING = 5;
/** More suggestions than this are a list, not a suggestion. */
const SUGGESTED = 5;
/** How long each grade may go without contact before it is suggested, in days. */
const QUIET_DAYS = { A: 3, B: 7, C: 14, D: 30 } as const;

const nothing = z.object({});
const step = z.object({ step: z.int().positive() });

const ownStep = (call: Call, id: number): Step => {
  const row = findStep(call.db, id);
  if (row === undefined || row.doneAt !== null) return refuse('stale_button');
  return row.memberId === call.me.id ? row : refuse('not_yours');
};

/** Hours a customer has waited, by the team's working clock. */
const waited = (call: Call, since: number): number => {
  const team = teamOf(call);
  const minutes = businessMinutes(calendarOf(call.db, team), team.zone, since, call.now);
  return Math.round(minutes / 6) / 10;
};

/** Who to follow up next and why: the most pressing first, a customer once. */
const suggestions = (call: Call): { customer: string; reason: Reason }[] => {
  const { db, me, today, zone } = call;
  const found = new Map<number, { customer: string; reason: Reason }>();
  const add = (customerId: number, customer: string, reason: Reason) => {
    if (!found.has(customerId)) found.set(customerId, { customer, reason });
  };
  for (const lead of openLeads(db, me.id)) {
    add(lead.customerId, lead.customer, { kind: 'lead', hours: waited(call, lead.assignedAt) });
  }
  for (const handoff of handoffsWaitingFor(db, me.id)) {
    add(handoff.customerId, handoff.customer, { kind: 'handoff' });
  }
  for (const due of listDue(db, me.id, today)) {
    const days = due.dueOn === null ? 0 : daysBetween(due.dueOn, today);
    const { action } = due;
    add(
      due.customerId,
      due.customer,
      days > 0 ? { kind: 'overdue', action, days } : { kind: 'due', action },
    );
  }
  const quiet = listOwned(db, me.id, 500).flatMap((customer) => {
    const { grade, contactedAt } = customer;
    if (grade === null || grade === 'E' || contactedAt === null) return [];
    const days = daysBetween(dayOf(contactedAt, zone), today);
    return days < QUIET_DAYS[grade] ? [] : [{ customer, grade, days }];
  });
  quiet.sort((a, b) => a.grade.localeCompare(b.grade) || b.days - a.days);
  for (const { customer, grade, days } of quiet) {
    add(customer.id, customer.name, { kind: 'quiet', grade, days });
  }
  return [...found.values()].slice(0, SUGGESTED);
};

export const DUE_VERBS = {
  due: verb({
    effect: 'read',
    args: nothing,
    run: (call) => {
      const { db, me, today } = call;
      const card = dueCard(call.locale, {
        due: listDue(db, me.id, today),
        upcoming: listUpcoming(db, me.id, today, UPCOMING),
        leads: openLeads(db, me.id).map(({ customer, assignedAt }) => ({
          customer,
          hours: waited(call, assignedAt),
        })),
        today,
      });
      return [{ kind: 'card', to: 'actor', card }];
    },
  }),

  list: verb({
    effect: 'read',
    args: nothing,
    run: (call) => {
      const rows = listFollowups(call.db, call.me.id, LISTED).map((row) => ({
        ...row,
        counted: row.verdict === 'counted',
      }));
      return [{ kind: 'card', to: 'actor', card: listCard(call.locale, rows, call.today) }];
    },
  }),

  next: verb({
    effect: 'read',
    args: nothing,
    run: (call) => [{ kind: 'card', to: 'actor', card: nextCard(call.locale, suggestions(call)) }],
  }),

  done: verb({
    effect: 'write',
    args: step,
    run: (call, { step: id }) => {
      const row = ownStep(call, id);
      finishStep(call.db, id, call.now);
      const customer = findCustomer(call.db, row.customerId)?.name ?? '';
      const title = call.locale.t.followup.finished({ customer });
      return [{ kind: 'card', to: 'actor', card: notice(call.locale, title, [], 'good') }];
    },
  }),

  snooze: verb({
    effect: 'write',
    args: step,
    run: (call, { step: id }) => {
      const row = ownStep(call, id);
      const base = row.dueOn !== null && row.dueOn > call.today ? row.dueOn : call.today;
      const day = addWorkdays(calendarOf(call.db, teamOf(call)), base, 1);
      postponeStep(call.db, id, day);
      const title = call.locale.t.followup.postponed({
        customer: findCustomer(call.db, row.customerId)?.name ?? '',
        day: call.locale.format.day(day, call.today),
      });
      return [{ kind: 'card', to: 'actor', card: notice(call.locale, title, [], 'good') }];
    },
  }),
};
