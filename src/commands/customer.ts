// /customer: one customer for who may see it, whether a name is taken for everybody else, and one's own book.
import { z } from 'zod';
import { bookCard, conflictCard, severalCard } from '../cards/book.ts';
import { type CustomerView, customerCard } from '../cards/customer.ts';
import { followupForm } from '../cards/followup-form.ts';
import { notice } from '../cards/notice.ts';
import type { Card } from '../chat/card.ts';
import type { Reply } from '../chat/request.ts';
import { CHANNELS, GRADES } from '../domain/parsing/codes.ts';
import { dayOf, daysBetween } from '../domain/time.ts';
import { addAudit } from '../store/audit.ts';
import {
  assignCustomer,
  type Customer,
  claimCustomer,
  countByGrade,
  customerNamed,
  findCustomer,
  gradesOf,
  listContacts,
  listOwned,
} from '../store/customer.ts';
import { dealsWith } from '../store/deal.ts';
import { channelsOf, timelineOf } from '../store/followup.ts';
import { pendingHandoff, removeHandoff } from '../store/handoff.ts';
import { findMember, type Member, mayActFor } from '../store/member.ts';
import { paymentsFrom } from '../store/payment.ts';
import { markScoresStale } from '../store/rollup.ts';
import { openStepsFor } from '../store/step.ts';
import { listFields } from '../store/team.ts';
import { type Call, type Command, verb } from './command.ts';
import { customerExport, isExport } from './customer-export.ts';
import { teamOf } from './record.ts';
import { totals } from './recorded.ts';
import { refuse } from './refuse.ts';
import { readerOf, tell } from './tell.ts';
import { similarCustomers } from './whom.ts';

const TIMELINE = 8;
const WAITING = 5;
/** As much of a name as was typed is shown again, no more. */
const TYPED_SHOWN = 200;

const id = z.object({ customer: z.int().positive() });

const answer = (card: Card): Reply[] => [{ kind: 'card', to: 'actor', card }];

const ownerOf = (call: Call, customer: Customer): Member | null =>
  customer.ownerId === null ? null : (findMember(call.db, customer.ownerId) ?? null);

/** Whether the asker may see all of a customer: its owner, their manager, admins. */
const maySee = (call: Call, owner: Member | null): boolean =>
  owner === null ? call.me.role === 'admin' : mayActFor(call.me, owner);

const gradeOf = (call: Call, customer: Customer): CustomerView['grade'] => {
  const history = gradesOf(call.db, customer.id);
  const [newest] = history;
  if (newest === undefined) return null;
  const earlier = history.findIndex(({ grade }) => grade !== newest.grade);
  const run = earlier < 0 ? history : history.slice(0, earlier);
  return {
    now: newest.grade,
    since: run.at(-1)?.day ?? newest.day,
    before: history[earlier]?.grade ?? null,
  };
};

const viewOf = (call: Call, customer: Customer, owner: Member | null): CustomerView => {
  const { db, me, today, zone } = call;
  const timeline = timelineOf(db, customer.id, TIMELINE);
  const payments = paymentsFrom(db, customer.id);
  const pending = pendingHandoff(db, customer.id);
  const used = channelsOf(db, customer.id);
  const nameOf = (memberId: number): string => findMember(db, memberId)?.name ?? '';
  const decides = owner !== null && mayActFor(me, owner);
  return {
    id: customer.id,
    name: customer.name,
    owner: owner?.name ?? null,
    grade: gradeOf(call, customer),
    contacts: listContacts(db, customer.id),
    lastContact: customer.contactedAt === null ? null : dayOf(customer.contactedAt, zone),
    stage: timeline[0]?.outcome ?? null,
    timeline,
    channels: CHANNELS.flatMap((channel) => {
      const n = used.find((row) => row.channel === channel)?.n ?? 0;
      return n === 0 ? [] : [{ channel, n }];
    }).sort((a, b) => b.n - a.n),
    deals: dealsWith(db, customer.id).map((row) => ({
      status: row.status,
      amount:
        row.amountMinor === null || row.currency === null
          ? null
          : { minor: row.amountMinor, currency: row.currency },
      day: row.closedOn ?? row.openedOn,
      reason: row.reason,
    })),
    payments: { total: totals(payments), n: payments.length },
    steps: openStepsFor(db, customer.id).map((step) => ({
      ...step,
      by: step.memberId === customer.ownerId ? null : nameOf(step.memberId),
    })),
    handoff:
      pending === undefined
        ? null
        : { id: pending.id, to: nameOf(pending.toId), day: pending.createdOn },
    may: { handOver: decides, release: decides, take: owner === null },
    today,
  };
};

/** A known customer, as much of it as the asker may see. */
const show = (call: Call, customer: Customer): Card => {
  const owner = ownerOf(call, customer);
  if (maySee(call, owner)) return customerCard(call.locale, viewOf(call, customer, owner));
  return conflictCard(
    call.locale,
    customer.name,
    owner === null ? { kind: 'pool', id: customer.id } : { kind: 'taken' },
  );
};

const find = (call: Call, typed: string): Card => {
  const known = customerNamed(call.db, typed);
  if (known !== undefined) return show(call, known);
  const alike = similarCustomers(call, typed);
  const [only, ...others] = alike;
  if (only === undefined) {
    return conflictCard(call.locale, typed.slice(0, TYPED_SHOWN), { kind: 'free' });
  }
  return others.length === 0
    ? show(call, only)
    : severalCard(call.locale, typed.slice(0, TYPED_SHOWN), alike);
};

const book = (call: Call): Card => {
  const { db, me, zone, today } = call;
  const counts = new Map(countByGrade(db, me.id).map(({ grade, n }) => [grade, n]));
  return bookCard(call.locale, {
    grades: [...GRADES, null].flatMap((grade) => {
      const n = counts.get(grade) ?? 0;
      return n === 0 ? [] : [{ grade, n }];
    }),
    waiting: listOwned(db, me.id, WAITING).map(({ id: customerId, name, grade, contactedAt }) => ({
      id: customerId,
      name,
      grade,
      days: contactedAt === null ? null : daysBetween(dayOf(contactedAt, zone), today),
    })),
  });
};

const known = (call: Call, customerId: number): Customer =>
  findCustomer(call.db, customerId) ?? refuse('bad_id');

const audit = (call: Call, customer: Customer, action: string, ownerId: number | null): void =>
  addAudit(call.db, {
    at: call.now,
    actorId: call.me.id,
    action,
    subject: `customer:${customer.id}`,
    before: { ownerId: customer.ownerId },
    after: { ownerId },
  });

export const customer: Command = {
  name: 'customer',
  aliases: { 客户: '', 客戶: '' },
  role: 'rep',
  texts: (t) => t.customer,
  grammar: (rest) => {
    if (isExport(rest)) return { verb: 'export', args: {} };
    return rest === '' ? { verb: 'book', args: {} } : { verb: 'find', args: { name: rest } };
  },

  verbs: {
    export: customerExport,

    book: verb({ effect: 'read', args: z.object({}), run: (call) => answer(book(call)) }),

    find: verb({
      effect: 'read',
      args: z.object({ name: z.string().max(4000) }),
      run: (call, { name }) => answer(find(call, name.trim())),
    }),

    show: verb({
      effect: 'read',
      args: id,
      run: (call, { customer: customerId }) => answer(show(call, known(call, customerId))),
    }),

    /** The follow-up form with the customer filled in. */
    log: verb({
      effect: 'read',
      args: id,
      run: (call, { customer: customerId }) => {
        const row = known(call, customerId);
        const owner = ownerOf(call, row);
        if (!maySee(call, owner)) return answer(show(call, row));
        const fields = listFields(call.db, teamOf(call).id);
        const form = followupForm(call.locale, {
          fields,
          values: { customer: row.name },
          id: null,
        });
        return [{ kind: 'form', form }];
      },
    }),

    take: verb({
      effect: 'write',
      args: id,
      run: (call, { customer: customerId }) => {
        const row = known(call, customerId);
        // Somebody else may have been faster.
        if (row.ownerId !== null) return [{ kind: 'replace', card: show(call, row) }];
        claimCustomer(call.db, row.id, call.me.id, call.now);
        audit(call, row, 'customer.taken', call.me.id);
        markScoresStale(call.db, call.me.id, call.today);
        const { takenNow, buttons } = call.locale.t.customer;
        const card = notice(call.locale, takenNow({ customer: row.name }), [], 'good', [
          {
            label: buttons.log,
            style: 'primary',
            intent: { command: 'customer', verb: 'log', args: { customer: row.id } },
          },
          {
            label: buttons.show,
            style: 'plain',
            intent: { command: 'customer', verb: 'show', args: { customer: row.id } },
          },
        ]);
        return [{ kind: 'replace', card }];
      },
    }),

    release: verb({
      effect: 'write',
      args: id,
      run: (call, { customer: customerId }) => {
        const { db, me, now } = call;
        const row = known(call, customerId);
        const owner = ownerOf(call, row);
        if (owner === null) return [{ kind: 'replace', card: show(call, row) }];
        if (!mayActFor(me, owner)) return refuse('not_yours');
        const pending = pendingHandoff(db, row.id);
        if (pending !== undefined) removeHandoff(db, pending.id);
        assignCustomer(db, row.id, null, now);
        audit(call, row, 'customer.released', null);
        markScoresStale(db, owner.id, readerOf(call, owner).today);
        if (owner.id !== me.id) {
          tell(call, owner, `release:${row.id}:${now}`, ({ locale }) =>
            notice(locale, locale.t.customer.releasedFor({ name: me.name, customer: row.name })),
          );
        }
        const { released, releasedText } = call.locale.t.customer;
        const title = released({ customer: row.name });
        return [{ kind: 'replace', card: notice(call.locale, title, [releasedText]) }];
      },
    }),
  },
};
