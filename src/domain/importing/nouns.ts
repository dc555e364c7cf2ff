// What can be brought in, noun by noun: the fields of each, and which of them it cannot do without.
import { CALENDAR_KINDS } from '../calendar.ts';
import { DEAL_STATUSES } from '../deal.ts';
import { AMOUNT_ROLES, CHANNELS, GRADES, NEXT_ACTIONS, OUTCOMES } from '../parsing/codes.ts';
import { ROLES } from '../role.ts';
import {
  amount,
  clock,
  code,
  currency,
  day,
  type Field,
  locale,
  moment,
  name,
  type Referred,
  reference,
  whole,
  words,
  yesNo,
  zone,
} from './value.ts';

const must = <T>(field: Omit<Field<T>, 'required'>): Field<T, true> => ({
  ...field,
  required: true,
});
const may = <T>(field: Omit<Field<T>, 'required'>): Field<T, false> => ({
  ...field,
  required: false,
});

const PAST = true;
const MAX_NOTE = 2_000;
const MAX_REASON = 500;
const MAX_LINE = 4_000;
/** Minutes: nobody talks for longer than a day. */
const MAX_DURATION = 24 * 60;
const MAX_POINTS = 1_000;

const LEAD_KINDS = ['inbound', 'assigned', 'request'] as const;

/** By the names of the tables; the order is the one in which they can refer to each other. */
export const FIELDS = {
  team: {
    name: must(name),
    zone: may(zone),
    currency: may(currency),
    locale: may(locale),
    calendar: may(code(CALENDAR_KINDS)),
    postAt: may(clock),
    morningAt: may(clock),
    posts: may(yesNo),
  },
  member: {
    name: must(name),
    role: may(code(ROLES)),
    team: may(reference('team')),
    /** Checked, and whose team it is when none is named. */
    manager: may(reference('member')),
    locale: may(locale),
    joinedOn: may(day(false)),
    leftOn: may(day(false)),
    seller: may(yesNo),
  },
  customer: {
    name: must(name),
    owner: may(reference('member')),
    confidential: may(yesNo),
    createdAt: may(moment),
  },
  contact: { customer: must(reference('customer')), name: must(name) },
  lead: {
    customer: must(reference('customer')),
    member: must(reference('member')),
    kind: may(code(LEAD_KINDS)),
    source: may(name),
    assignedAt: must(moment),
  },
  followup: {
    member: must(reference('member')),
    customer: must(reference('customer')),
    team: may(reference('team')),
    contact: may(name),
    channel: may(code(CHANNELS)),
    outcome: may(code(OUTCOMES)),
    grade: may(code(GRADES)),
    amount: may(amount('not negative')),
    amountMax: may(amount('not negative')),
    currency: may(currency),
    amountRole: may(code(AMOUNT_ROLES)),
    duration: may(whole(0, MAX_DURATION)),
    occurredAt: must(moment),
    loggedAt: may(moment),
    text: must(words(MAX_LINE)),
    nextAction: may(code(NEXT_ACTIONS)),
    nextOn: may(day(false)),
  },
  deal: {
    member: must(reference('member')),
    customer: may(reference('customer')),
    team: may(reference('team')),
    status: must(code(DEAL_STATUSES)),
    amount: may(amount('not negative')),
    currency: may(currency),
    openedOn: may(day(PAST)),
    closedOn: may(day(PAST)),
    reason: may(words(MAX_REASON)),
    stage: may(name),
    product: may(name),
  },
  invoice: {
    member: must(reference('member')),
    customer: must(reference('customer')),
    deal: may(reference('deal')),
    dueOn: must(day(false)),
    amount: must(amount('positive')),
    currency: may(currency),
    disputed: may(yesNo),
  },
  payment: {
    member: must(reference('member')),
    customer: must(reference('customer')),
    team: may(reference('team')),
    amount: must(amount('any')),
    currency: may(currency),
    paidOn: must(day(PAST)),
    note: may(words(MAX_REASON)),
  },
  handoff: {
    customer: must(reference('customer')),
    from: must(reference('member')),
    to: must(reference('member')),
    note: must(words(MAX_NOTE)),
    createdAt: must(moment),
    acceptedAt: may(moment),
    declinedAt: may(moment),
    reason: may(words(MAX_REASON)),
  },
  satisfaction: {
    member: must(reference('member')),
    customer: must(reference('customer')),
    askedOn: must(day(PAST)),
    rating: may(whole(1, 5)),
  },
  qa_check: {
    member: must(reference('member')),
    checkedOn: must(day(PAST)),
    done: must(whole(0, MAX_POINTS)),
    applicable: must(whole(1, MAX_POINTS)),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Field<unknown>>>>>;

type Fields = typeof FIELDS;
export type ImportNoun = keyof Fields;
export const IMPORT_NOUNS = Object.keys(FIELDS) as readonly ImportNoun[];

type Held<F> =
  F extends Field<infer T, true> ? T : F extends Field<infer T> ? T | null | undefined : never;

/** What a row says of a noun: null where its cell is empty, undefined where the mapping names no column. */
export type Values<N extends ImportNoun> = { readonly [F in keyof Fields[N]]: Held<Fields[N][F]> };

/** The fields of a noun, as a list to go through. */
export const fieldsOf = (noun: ImportNoun): Readonly<Record<string, Field<unknown>>> =>
  FIELDS[noun];

/** The references of each noun, by field. */
export const REFERENCES: ReadonlyMap<ImportNoun, readonly (readonly [string, Referred])[]> =
  new Map(
    IMPORT_NOUNS.map((noun) => [
      noun,
      Object.entries(fieldsOf(noun)).flatMap(([key, { refersTo }]) =>
        refersTo === undefined ? [] : [[key, refersTo] as const],
      ),
    ]),
  );
