// Who and which customer a typed line means: names may hold spaces, so the longest known one wins.

import type { Customer, Sight } from '../store/customer.ts';
import { customerKey, customersOf, findCustomer, searchSeen } from '../store/customer.ts';
import { findMember, type Member, memberOf } from '../store/member.ts';
import { memberNames, type Named } from '../store/names.ts';
import type { Call } from './command.ts';
import { prefixesOf, restAfter } from './naming.ts';
import { refuse } from './refuse.ts';

/** Names offered when what was typed could be several. */
const OFFERED = 8;
/** What was typed is repeated no longer than this. */
const SHOWN = 40;

export interface NamedCustomer {
  readonly customer: Customer;
  /** What follows the name. */
  readonly rest: string;
}

export interface NamedMember {
  readonly member: Member;
  /** The line around the name. */
  readonly before: string;
  readonly after: string;
}

/** Whose customers the asker may see by name: their own, a manager's team, for admins all. */
const sightOf = ({ me }: Call): Sight => ({
  memberId: me.id,
  all: me.role === 'admin',
  teamId: me.role === 'manager' ? me.teamId : null,
});

/** The customers of a name that only looks like what was typed, of those the asker may see. */
export const similarCustomers = (call: Call, typed: string): Customer[] =>
  customerKey(typed) === '' ? [] : searchSeen(call.db, typed, sightOf(call), OFFERED);

/** The customer whose name the line begins with, the longest name if several do. */
export const customerIn = (call: Call, line: string): NamedCustomer | null => {
  const text = line.normalize('NFC');
  const prefixes = prefixesOf(text);
  const known = new Map(
    customersOf(
      call.db,
      prefixes.map(({ key }) => key),
    ).map(({ key, id }) => [key, id]),
  );
  const longest = prefixes.findLast(({ key }) => known.has(key));
  const id = longest === undefined ? undefined : known.get(longest.key);
  const customer = id === undefined ? undefined : findCustomer(call.db, id);
  return longest === undefined || customer === undefined
    ? null
    : { customer, rest: restAfter(text, longest.end) };
};

/** The words a name may be hidden in: up to the first number, sign of money or person. */
const nameIn = (line: string): string => {
  const [head = ''] = line.trim().split(/[\s,，;；]*[@＠$€£¥￥\d]|[,，;；。]/u);
  return (head.trim() === '' ? line.trim() : head.trim()).slice(0, SHOWN);
};

/**
 * The customer a line begins with, as {@link customerIn}.
 * @param example of the command, for who typed none
 * @throws Refusal `customer_needed`, `which_customer` with names the asker may see, `unknown_customer`
 */
export const customerNeeded = (call: Call, line: string, example: string): NamedCustomer => {
  if (line.trim() === '') return refuse('customer_needed', { example });
  const found = customerIn(call, line);
  if (found !== null) return found;
  const typed = nameIn(line);
  const [word = typed] = typed.split(/\s+/u);
  const alike = [typed, word].map((name) => similarCustomers(call, name)).find((rows) => rows[0]);
  if (alike === undefined) return refuse('unknown_customer', { typed });
  const names = call.locale.format.list(alike.map(({ name }) => name.slice(0, SHOWN)));
  return refuse('which_customer', { typed, names });
};

/** Where somebody is named: an @ that is not within a mail address. */
const AT = /(?<![A-Za-z0-9._%+-])[@＠]/u;

const cut = (line: string, from: number, to: number): Omit<NamedMember, 'member'> => ({
  before: line.slice(0, from).trim(),
  after: restAfter(line, to),
});

/** Whom the platform resolved in the line; null when it resolved nobody. */
const mentioned = (call: Call, line: string): NamedMember | null => {
  const [first] = call.mentions;
  if (first === undefined) return null;
  for (const { person, name } of call.mentions) {
    const member = memberOf(call.db, person);
    if (member === undefined || member.leftOn !== null) continue;
    const at = [`@${name}`, `＠${name}`, name]
      .map((text) => ({ text, from: line.indexOf(text) }))
      .find(({ from }) => from >= 0);
    const around =
      at === undefined
        ? { before: line.trim(), after: '' }
        : cut(line, at.from, at.from + at.text.length);
    return { member, ...around };
  }
  return refuse('member_unseen', { name: first.name.slice(0, SHOWN) });
};

/** The one member whose name `text` begins with, or who alone has a name that begins so. */
const memberAt = (call: Call, text: string): { member: Member; end: number } | null => {
  const names = memberNames(call.db);
  const only = (found: readonly Named[], end: number) => {
    const [one, ...others] = found;
    const member = one === undefined ? undefined : findMember(call.db, one.id);
    if (member !== undefined && others.length === 0) return { member, end };
    return refuse('which_member', {
      typed: text.slice(0, end),
      names: call.locale.format.list(found.slice(0, OFFERED).map(({ name }) => name)),
    });
  };
  const prefixes = prefixesOf(text);
  const whole = prefixes.findLast(({ key }) => names.called(key).length > 0);
  if (whole !== undefined) return only(names.called(whole.key), whole.end);
  // A Chinese name may be followed by words at once: @王芳请跟进.
  const key = prefixes.at(-1)?.key ?? '';
  for (let length = key.length; length > 0; length -= 1) {
    const fused = names.called(key.slice(0, length));
    if (fused.length === 0 || !/\p{Script=Han}$/u.test(key.slice(0, length))) continue;
    const typed = fused.find(({ name }) => text.startsWith(name));
    if (typed !== undefined) return only(fused, typed.name.length);
    break;
  }
  const [first] = prefixes;
  if (first === undefined) return null;
  const begins = names.beginning(first.key, OFFERED);
  return begins.length === 0 ? null : only(begins, first.end);
};

/**
 * Whom a line names with an @, with the line around it: whom the platform resolved, else the longest name,
 * else the only one that begins so. Null when it has no @.
 * @throws Refusal `unknown_member`, `which_member`, `member_unseen`
 */
export const memberNamed = (call: Call, line: string): NamedMember | null => {
  const text = line.normalize('NFC');
  const resolved = mentioned(call, text);
  if (resolved !== null) return resolved;
  const at = text.search(AT);
  if (at < 0) return null;
  const typed = text.slice(at + 1);
  const found = memberAt(call, typed);
  if (found === null) {
    const [word = ''] = typed.trim().split(/[\s,，;；。]/u);
    return refuse('unknown_member', { typed: `@${word.slice(0, SHOWN)}` });
  }
  return { member: found.member, ...cut(text, at, at + 1 + found.end) };
};

/**
 * Whom a line names, with an @ or at its beginning without one.
 * @throws Refusal `unknown_member`, `which_member`, `member_unseen`
 */
export const memberIn = (call: Call, line: string): NamedMember => {
  const named = memberNamed(call, line);
  if (named !== null) return named;
  const text = line.normalize('NFC').trimStart();
  const found = memberAt(call, text);
  if (found === null) return refuse('unknown_member', { typed: text.slice(0, SHOWN) });
  return { member: found.member, ...cut(text, 0, found.end) };
};
