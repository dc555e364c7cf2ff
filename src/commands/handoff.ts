// /handoff: a customer is offered to a colleague, who accepts or declines; the giver hears either way.
import { z } from 'zod';
import {
  handoffForm,
  type OfferView,
  offeredCard,
  type PendingHandoff,
  pendingCard,
  receivedCard,
} from '../cards/handoff.ts';
import { notice } from '../cards/notice.ts';
import type { Values } from '../chat/form.ts';
import type { Reply } from '../chat/request.ts';
import { BACK_DAYS, noteCompletenessOf } from '../domain/handoff.ts';
import { addDays, dayOf } from '../domain/time.ts';
import { type Customer, findCustomer, listContacts } from '../store/customer.ts';
import {
  addHandoff,
  type Handoff,
  handoffsOf,
  handoffsOffered,
  handoffsWaitingFor,
  pendingHandoff,
  removeHandoff,
} from '../store/handoff.ts';
import { findMember, listMembers, type Member } from '../store/member.ts';
import { openStepsFor } from '../store/step.ts';
import { ownerFor } from './closing.ts';
import { type Call, type Command, verb } from './command.ts';
import { ANSWER_VERBS, keyOf, touchScores } from './handoff-answers.ts';
import { refuse } from './refuse.ts';
import { readerOf, tell } from './tell.ts';
import { customerNeeded, memberIn, memberNamed } from './whom.ts';

const MAX_NOTE = 2000;
/** Slack shows no more options in a list. */
const MAX_PEOPLE = 100;

/** Offers the customer to the receiver and tells them. Only within a write. @throws Refusal */
const offer = (call: Call, customer: Customer, receiver: Member, note: string): Reply[] => {
  const { db, me, now } = call;
  const giver = ownerFor(call, customer);
  if (receiver.id === giver.id) return refuse('handoff_self');
  if (receiver.leftOn !== null) {
    return refuse('member_unseen', { name: receiver.name });
  }
  const pending = pendingHandoff(db, customer.id);
  if (pending?.fromId === giver.id) {
    return refuse('handoff_pending', { customer: customer.name.slice(0, 80) });
  }
  // An offer of somebody who no longer has the customer can never be accepted.
  if (pending !== undefined) removeHandoff(db, pending.id);
  const contacts = listContacts(db, customer.id);
  const steps = openStepsFor(db, customer.id).filter(({ memberId }) => memberId === giver.id);
  const complete = noteCompletenessOf({
    text: note,
    names: [customer.name, ...contacts],
    contact: contacts.length > 0,
    grade: customer.grade !== null,
    nextStep: steps.some(({ action }) => action !== null),
    nextDate: steps.some(({ action, dueOn }) => action !== null && dueOn !== null),
  });
  const { today, zone } = readerOf(call, giver);
  const row = addHandoff(db, {
    customerId: customer.id,
    fromId: giver.id,
    toId: receiver.id,
    note,
    noteCompleteness: complete.millionths,
    createdAt: now,
    createdOn: today,
  });
  touchScores(call, row);
  const since = addDays(today, -BACK_DAYS);
  const view: OfferView = {
    id: row.id,
    customer,
    giver: giver.name,
    receiver: receiver.name,
    note,
    completeness: complete.millionths,
    missing: complete.missing,
    isBack: handoffsOf(db, customer.id).some(
      ({ fromId, toId, acceptedAt }) =>
        fromId === receiver.id &&
        toId === giver.id &&
        acceptedAt !== null &&
        dayOf(acceptedAt, zone) >= since,
    ),
    grade: customer.grade,
    contacts,
    lastContact: customer.contactedAt === null ? null : dayOf(customer.contactedAt, zone),
    steps,
  };
  const isTold = tell(call, receiver, keyOf(row, 'offered'), (reader) =>
    receivedCard(reader.locale, view, reader.today),
  );
  if (giver.id !== me.id) {
    tell(call, giver, keyOf(row, 'giver'), ({ locale }) =>
      notice(
        locale,
        locale.t.handoff.offeredFor({
          asker: me.name,
          customer: customer.name,
          name: receiver.name,
        }),
      ),
    );
  }
  return [{ kind: 'card', to: 'actor', card: offeredCard(call.locale, view, isTold) }];
};

const typed = (call: Call, line: string): Reply[] => {
  const [example = ''] = call.locale.t.handoff.examples;
  const who = memberNamed(call, line);
  if (who === null) {
    const { customer, rest } = customerNeeded(call, line, example);
    if (rest === '') return refuse('member_needed', { example });
    const { member, after } = memberIn(call, rest);
    return offerNoted(call, customer, member, after);
  }
  // The customer may stand on either side of the name.
  const isAfter = who.before === '';
  const { customer, rest } = customerNeeded(call, isAfter ? who.after : who.before, example);
  const note = isAfter ? rest : [rest, who.after].filter((part) => part !== '').join(' ');
  return offerNoted(call, customer, who.member, note);
};

const offerNoted = (call: Call, customer: Customer, receiver: Member, note: string): Reply[] => {
  const [example = ''] = call.locale.t.handoff.examples;
  if (note === '') return refuse('note_needed', { example });
  if (note.length > MAX_NOTE) return refuse('too_long', { max: MAX_NOTE });
  return offer(call, customer, receiver, note);
};

/** Everybody but the owner, their own team first. */
const candidates = (call: Call, owner: Member): Member[] => {
  const others = listMembers(call.db).filter(({ id }) => id !== owner.id);
  const isNear = ({ teamId }: Member) => teamId !== null && teamId === owner.teamId;
  return [...others.filter(isNear), ...others.filter((member) => !isNear(member))];
};

const formFor = (
  call: Call,
  customerId: number,
  start: Parameters<typeof handoffForm>[3] = {},
): Reply[] => {
  const customer = findCustomer(call.db, customerId) ?? refuse('bad_id');
  const owner = ownerFor(call, customer);
  const people = candidates(call, owner)
    .slice(0, MAX_PEOPLE)
    .map(({ id, name }) => ({ value: String(id), label: name }));
  return [{ kind: 'form', form: handoffForm(call.locale, customer, people, start) }];
};

const submitted = (call: Call, customerId: number, values: Values): Reply[] => {
  const customer = findCustomer(call.db, customerId) ?? refuse('bad_id');
  const { form } = call.locale.t;
  const to = String(values.to ?? '');
  const note = String(values.note ?? '').trim();
  const receiver = /^\d{1,15}$/.test(to) ? findMember(call.db, Number(to)) : undefined;
  const errors: Record<string, string> = {};
  if (receiver === undefined || receiver.leftOn !== null) errors.to = form.choose;
  if (note === '') errors.note = form.required;
  if (note.length > MAX_NOTE) errors.note = form.tooLong({ max: MAX_NOTE });
  if (receiver === undefined || Object.keys(errors).length > 0) {
    return formFor(call, customerId, { to, note, errors });
  }
  return offer(call, customer, receiver, note);
};

const listed = (call: Call): Reply[] => {
  const { db, me } = call;
  const shown = (row: Handoff & { customer: string }, otherId: number): PendingHandoff => ({
    id: row.id,
    customer: { id: row.customerId, name: row.customer },
    who: findMember(db, otherId)?.name ?? '',
    note: row.note,
    day: row.createdOn,
  });
  const card = pendingCard(
    call.locale,
    handoffsWaitingFor(db, me.id).map((row) => shown(row, row.fromId)),
    handoffsOffered(db, me.id).map((row) => shown(row, row.toId)),
    call.today,
  );
  return [{ kind: 'card', to: 'actor', card }];
};

const customerId = z.object({ customer: z.int().positive() });

export const handoff: Command = {
  name: 'handoff',
  aliases: { 交接: '', 移交: '' },
  role: 'rep',
  texts: (t) => t.handoff,
  grammar: (rest) =>
    rest === '' ? { verb: 'list', args: {} } : { verb: 'offer', args: { line: rest } },

  verbs: {
    ...ANSWER_VERBS,

    list: verb({ effect: 'read', args: z.object({}), run: listed }),

    offer: verb({
      effect: 'write',
      args: z.object({ line: z.string().max(4000) }),
      run: (call, { line }) => typed(call, line),
    }),

    form: verb({
      effect: 'read',
      args: customerId,
      run: (call, { customer }) => formFor(call, customer),
    }),

    submit: verb({
      effect: 'write',
      args: customerId,
      run: (call, { customer }, values) => submitted(call, customer, values),
    }),
  },
};
