// /followup: record a contact in one line or by form, correct it, take it back, share it.
import { z } from 'zod';
import { type FollowupView, followupCard, sharedCard } from '../cards/followup.ts';
import { draftCard, draftForm, followupForm, proposalCard } from '../cards/followup-form.ts';
import { notice } from '../cards/notice.ts';
import type { Values } from '../chat/form.ts';
import type { Reply } from '../chat/request.ts';
import { moneyOf } from '../domain/money.ts';
import { CHANNELS } from '../domain/parsing/codes.ts';
import { parseAmount, parseFollowup } from '../domain/parsing/parse.ts';
import type { Clarify } from '../domain/parsing/parsed.ts';
import { METRICS } from '../domain/scoring/metrics.ts';
import { dayOf, MINUTE } from '../domain/time.ts';
import { localeFor } from '../locales/index.ts';
import { type Customer, findCustomer, listRecent } from '../store/customer.ts';
import { addDraft, type Draft, findDraft, removeDraft } from '../store/draft.ts';
import { type Followup, findFollowup, markShared, openShared } from '../store/followup.ts';
import { findMember, mayActFor } from '../store/member.ts';
import { enqueue } from '../store/outbox.ts';
import { stepOf } from '../store/step.ts';
import { listFields } from '../store/team.ts';
import { type Call, type Command, verb } from './command.ts';
import { DUE_VERBS } from './due.ts';
import { readForm, roleOf } from './followup-values.ts';
import {
  correct,
  customerFor,
  type Recorded,
  record,
  type Told,
  takeBack,
  teamOf,
} from './record.ts';
import { refuse } from './refuse.ts';
import { contextOf, occurredOn, toldBy } from './told.ts';

/** How long a follow-up can be taken back. */
const UNDO_MINUTES = 10;
/** Recent customers offered when a line does not say which. */
const OFFERED = 5;

const id = z.object({ id: z.int().positive() });
const nothing = z.object({});
const line = z.object({ line: z.string().min(1).max(4000) });

const reply = (card: ReturnType<typeof followupCard>): Reply[] => [
  { kind: 'card', to: 'actor', card },
];

const viewOf = (
  call: Call,
  { followup, customer, next, missing, before, after, moved }: Recorded,
  shown: Pick<FollowupView, 'isNewCustomer' | 'wasFixed' | 'truncated'>,
): FollowupView => {
  const own = listFields(call.db, teamOf(call).id);
  const labelOf = (key: string) => own.find((field) => String(field.id) === key)?.label;
  const setting = after.standard.metrics.followups;
  const month = setting && METRICS.followups.measure(after.facts, setting).inputs;
  return {
    ...shown,
    followup,
    customer,
    next,
    missing: missing.map((key) => {
      const label = key.startsWith('custom:') ? labelOf(key.slice('custom:'.length)) : undefined;
      return label === undefined ? key : `custom:${label}`;
    }),
    score: {
      before,
      after: after.score.value,
      counted: month?.counted ?? 0,
      target: month?.target ?? 0,
      moved,
    },
    // A retired field keeps its values, but nobody is asked for it any more.
    fields: own.flatMap(({ id: fieldId, label }) => {
      const value = followup.fields[String(fieldId)];
      return value === undefined ? [] : [{ label, value }];
    }),
    today: call.today,
    zone: call.zone,
  };
};

/** The asker's own follow-up that was not taken back. @throws Refusal */
const ownFollowup = (call: Call, followupId: number): Followup => {
  const row = findFollowup(call.db, followupId);
  if (row === undefined || row.undoneAt !== null) return refuse('followup_gone');
  if (row.memberId !== call.me.id) return refuse('not_yours');
  return row;
};

const customerOf = (call: Call, row: Followup) => {
  const customer = findCustomer(call.db, row.customerId);
  if (customer === undefined) throw new TypeError(`follow-up ${row.id} has no customer`);
  return customer;
};

/** A recorded follow-up as it would be told again, for corrections. */
const toldAgain = (call: Call, row: Followup): Told => {
  const { amountMinor, amountMaxMinor, currency, amountRole } = row;
  return {
    customer: customerOf(call, row),
    contact: row.contact,
    channel: row.channel,
    outcome: row.outcome,
    grade: row.grade,
    amount:
      amountMinor === null || currency === null
        ? null
        : {
            money: { minor: amountMinor, currency },
            max: amountMaxMinor === null ? null : { minor: amountMaxMinor, currency },
            role: amountRole ?? 'quote',
          },
    duration: row.duration,
    occurredAt: row.occurredAt,
    text: row.text,
    fields: row.fields,
    next: stepOf(call.db, row.id) ?? null,
    clarify: row.clarify,
    source: row.source,
  };
};

/** Whether the chosen reading of a date is the day of the contact: a next step never lies behind. */
const isPast = (call: Call, { candidates }: Clarify, { loggedAt }: Followup, value: string) => {
  const today = dayOf(loggedAt, call.zone);
  const day = value.slice(0, 10);
  return day < today || (day === today && candidates.every((each) => each.slice(0, 10) <= today));
};

const ask = (call: Call, text: string, seen: string, draft: Draft): Reply[] =>
  reply(draftCard(call.locale, draft.id, text, seen, listRecent(call.db, call.me.id, OFFERED)));

const recordLine = (call: Call, text: string): Reply[] => {
  const parsed = parseFollowup(text, contextOf(call));
  const { customer } = parsed;
  if (customer === null) {
    const seen = parsed.clarify.find(({ kind }) => kind === 'customer')?.seen ?? '';
    return ask(call, text, seen, addDraft(call.db, call.me.id, text, call.now));
  }
  const found = customerFor(call, customer.name, customer.id);
  const recorded = record(call, toldBy(call, parsed, found));
  return reply(
    followupCard(
      call.locale,
      viewOf(call, recorded, {
        isNewCustomer: isNew(call, found),
        wasFixed: false,
        truncated: parsed.truncated,
      }),
    ),
  );
};

/** Whether the customer came into the asker's book just now. */
const isNew = (call: Call, { createdAt, ownerId }: Customer): boolean =>
  createdAt === call.now && ownerId === call.me.id;

/** Records a line that waited for its customer. */
const recordDraft = (
  call: Call,
  draft: Draft,
  name: string,
  customerId: number | null,
): Reply[] => {
  const parsed = parseFollowup(draft.line, contextOf(call));
  const found = customerFor(call, name, customerId);
  removeDraft(call.db, draft.id);
  const recorded = record(call, toldBy(call, parsed, found));
  const isNewCustomer = isNew(call, found);
  const view = viewOf(call, recorded, { isNewCustomer, wasFixed: false, truncated: false });
  return [{ kind: 'replace', card: followupCard(call.locale, view) }];
};

const ownDraft = (call: Call, draftId: number): Draft | null => {
  const draft = findDraft(call.db, draftId);
  if (draft === undefined) return null;
  return draft.memberId === call.me.id ? draft : refuse('not_yours');
};

const draftGone = (call: Call): Reply[] => [
  {
    kind: 'replace',
    card: notice(call.locale, call.locale.t.followup.draft.title, [
      call.locale.t.followup.draft.gone,
    ]),
  },
];

const corrected = (call: Call, row: Followup, told: Told): Reply[] => {
  const recorded = correct(call, row, told);
  const view = viewOf(call, recorded, { isNewCustomer: false, wasFixed: true, truncated: false });
  return [{ kind: 'replace', card: followupCard(call.locale, view) }];
};

/** A submitted form: what it tells, or the form again with what is wrong. */
const submitted = (
  call: Call,
  values: Values,
  row: Followup | null,
  finish: (told: Told) => Reply[],
): Reply[] => {
  const team = teamOf(call);
  const own = listFields(call.db, team.id);
  const read = readForm(call, values, own, row === null ? null : toldAgain(call, row));
  if ('errors' in read) {
    const form = followupForm(call.locale, { fields: own, values, id: row?.id ?? null });
    return [{ kind: 'form', form: { ...form, errors: read.errors } }];
  }
  return finish(read.told);
};

export const followup: Command = {
  name: 'followup',
  aliases: {
    fu: '',
    跟进: '',
    跟進: '',
    待跟进: 'due',
    待跟進: 'due',
  },
  role: 'rep',
  texts: (t) => t.followup,

  grammar(rest) {
    const [, word = '', after = ''] = /^(\S*)\s*([\s\S]*)$/u.exec(rest) ?? [];
    if (rest === '') return { verb: 'form', args: {} };
    const sub = after === '' ? SUBCOMMANDS.get(word.toLowerCase()) : undefined;
    if (sub !== undefined) return { verb: sub, args: {} };
    return { verb: 'record', args: { line: rest } };
  },

  verbs: {
    ...DUE_VERBS,

    record: verb({
      effect: 'write',
      args: line,
      run: (call, { line: text }) => recordLine(call, text),
    }),

    /** Something said to the bot without a command: kept as a draft, recorded on one tap. */
    say: verb({
      effect: 'write',
      args: line,
      run: (call, { line: text }) => {
        const { customer } = parseFollowup(text, contextOf(call));
        const draft = addDraft(call.db, call.me.id, text, call.now);
        return customer === null
          ? ask(call, text, '', draft)
          : reply(proposalCard(call.locale, draft.id, text));
      },
    }),

    accept: verb({
      effect: 'write',
      args: z.object({ draft: z.int().positive() }),
      run: (call, { draft: draftId }) => {
        const draft = ownDraft(call, draftId);
        if (draft === null) return draftGone(call);
        const { customer } = parseFollowup(draft.line, contextOf(call));
        if (customer === null) return ask(call, draft.line, '', draft);
        return recordDraft(call, draft, customer.name, customer.id);
      },
    }),

    choose: verb({
      effect: 'write',
      args: z.object({ draft: z.int().positive(), customer: z.int().positive() }),
      run: (call, { draft: draftId, customer }) => {
        const draft = ownDraft(call, draftId);
        if (draft === null) return draftGone(call);
        const chosen = findCustomer(call.db, customer) ?? refuse('bad_id');
        return recordDraft(call, draft, chosen.name, chosen.id);
      },
    }),

    which: verb({
      effect: 'read',
      args: z.object({ draft: z.int().positive() }),
      run: (call, { draft: draftId }) =>
        ownDraft(call, draftId) === null
          ? draftGone(call)
          : [{ kind: 'form', form: draftForm(call.locale, draftId) }],
    }),

    named: verb({
      effect: 'write',
      args: z.object({ draft: z.int().positive() }),
      run: (call, { draft: draftId }, values) => {
        const draft = ownDraft(call, draftId);
        if (draft === null) return draftGone(call);
        const name = String(values.customer ?? '').trim();
        return name === '' || name.length > 200
          ? [{ kind: 'form', form: draftForm(call.locale, draftId, true) }]
          : recordDraft(call, draft, name, null);
      },
    }),

    form: verb({
      effect: 'read',
      args: nothing,
      run: (call) => [
        {
          kind: 'form',
          form: followupForm(call.locale, {
            fields: listFields(call.db, teamOf(call).id),
            values: {},
            id: null,
          }),
        },
      ],
    }),

    submit: verb({
      effect: 'write',
      args: nothing,
      run: (call, _args, values) =>
        submitted(call, values, null, (told) => {
          const recorded = record(call, told);
          const isNewCustomer = isNew(call, told.customer);
          const view = viewOf(call, recorded, { isNewCustomer, wasFixed: false, truncated: false });
          return reply(followupCard(call.locale, view));
        }),
    }),

    fix: verb({
      effect: 'read',
      args: id,
      run: (call, { id: followupId }) => {
        const row = ownFollowup(call, followupId);
        const told = toldAgain(call, row);
        return [
          {
            kind: 'form',
            form: followupForm(call.locale, {
              fields: listFields(call.db, teamOf(call).id),
              told: { ...told, zone: call.zone },
              values: {},
              id: row.id,
            }),
          },
        ];
      },
    }),

    fixed: verb({
      effect: 'write',
      args: id,
      run: (call, { id: followupId }, values) => {
        const row = ownFollowup(call, followupId);
        return submitted(call, values, row, (told) => corrected(call, row, told));
      },
    }),

    /** The answer to a question of the confirmation card. */
    clarify: verb({
      effect: 'write',
      args: z.object({
        id: z.int().positive(),
        kind: z.enum(['channel', 'date', 'currency']),
        value: z.string().max(40),
      }),
      run: (call, { id: followupId, kind, value }) => {
        const row = ownFollowup(call, followupId);
        const told = toldAgain(call, row);
        if (kind === 'channel') {
          const channel = CHANNELS.find((known) => known === value) ?? refuse('bad_id');
          return corrected(call, row, { ...told, channel });
        }
        // Only what was asked can be answered: the value comes from outside.
        const asked = row.clarify.find(
          (open) => open.kind === kind && open.candidates.includes(value),
        );
        if (asked === undefined) return refuse('stale_button');
        const clarify = row.clarify.filter((open) => open !== asked);
        if (kind === 'currency') {
          const context = { ...contextOf(call), currency: value };
          const whole = parseFollowup(row.text, context).amount;
          const amount = whole ?? parseAmount(asked.seen, { ...context, settled: true });
          if (amount === null) return refuse('stale_button');
          const money = moneyOf(amount.value, value);
          const max = amount.max === undefined ? null : moneyOf(amount.max, value);
          const role = roleOf(row.outcome, amount.role);
          return corrected(call, row, { ...told, clarify, amount: { money, max, role } });
        }
        if (isPast(call, asked, row, value)) {
          const occurredAt = occurredOn(call, value);
          return corrected(call, row, { ...told, clarify, occurredAt });
        }
        const next = {
          action: told.next?.action ?? null,
          dueOn: value.slice(0, 10),
          dueTime: value.includes('T') ? value : null,
          precision: value.includes('T') ? ('minute' as const) : ('day' as const),
        };
        return corrected(call, row, { ...told, clarify, next });
      },
    }),

    undo: verb({
      effect: 'write',
      args: id,
      run: (call, { id: followupId }) => {
        const row = ownFollowup(call, followupId);
        if (call.now - row.loggedAt > UNDO_MINUTES * MINUTE) {
          refuse('undo_late', { minutes: UNDO_MINUTES });
        }
        takeBack(call, row);
        const { t } = call.locale;
        const title = t.followup.undone({ customer: customerOf(call, row).name });
        return [{ kind: 'replace', card: notice(call.locale, title, [t.followup.undoneText]) }];
      },
    }),

    share: verb({
      effect: 'write',
      args: id,
      run: (call, { id: followupId }) => {
        const row = ownFollowup(call, followupId);
        const team = teamOf(call);
        if (row.sharedAt !== null) return refuse('already_shared');
        if (team.channel === null) return refuse('no_channel_set');
        const customer = customerOf(call, row);
        markShared(call.db, row.id, call.now);
        enqueue(call.db, {
          key: `share:${row.id}`,
          target: team.channel,
          card: sharedCard(
            localeFor(team.locale),
            call.me.name,
            row,
            customer.name,
            stepOf(call.db, row.id) ?? null,
            call.today,
          ),
          notBefore: call.now,
          now: call.now,
        });
        return reply(notice(call.locale, call.locale.t.followup.shared, [], 'good'));
      },
    }),

    /** A colleague says they read a shared follow-up. */
    open: verb({
      effect: 'write',
      args: id,
      run: (call, { id: followupId }) => {
        const row = findFollowup(call.db, followupId);
        if (row === undefined || row.undoneAt !== null || row.sharedAt === null) {
          return refuse('followup_gone');
        }
        const author = findMember(call.db, row.memberId);
        if (author === undefined) return refuse('followup_gone');
        const inTeam = author.teamId === call.me.teamId || mayActFor(call.me, author);
        if (!inTeam) return refuse('not_yours');
        if (author.id !== call.me.id) openShared(call.db, row, call.me.id, call.now);
        const text = call.locale.t.followup.sharedOpened({ name: author.name });
        return reply(notice(call.locale, text, [], 'good'));
      },
    }),
  },
};

/** Words that are not the beginning of a follow-up. */
const SUBCOMMANDS: ReadonlyMap<string, string> = new Map([
  ['due', 'due'],
  ['待办', 'due'],
  ['到期', 'due'],
  ['待跟进', 'due'],
  ['list', 'list'],
  ['最近', 'list'],
  ['next', 'next'],
  ['建议', 'next'],
  ['form', 'form'],
  ['表单', 'form'],
]);
