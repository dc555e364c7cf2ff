// /lead: a new lead arrived; it gets an owner, and the clock of its first answer starts.
import { z } from 'zod';
import { type LeadView, leadCard, receivedLeadCard, waitingLeadCard } from '../cards/lead.ts';
import type { Reply } from '../chat/request.ts';
import { afterBusinessMinutes } from '../domain/calendar.ts';
import { dayOf, type Instant } from '../domain/time.ts';
import { addAudit } from '../store/audit.ts';
import { addCustomer, assignCustomer, type Customer } from '../store/customer.ts';
import { addLead, openLeadOf } from '../store/lead.ts';
import { findMember, type Member, mayActFor } from '../store/member.ts';
import { markScoresStale } from '../store/rollup.ts';
import { standardOn } from '../store/standard.ts';
import { calendarOf, findTeam, type Team } from '../store/team.ts';
import { type Call, type Command, verb } from './command.ts';
import { refuse } from './refuse.ts';
import { readerOf, tell } from './tell.ts';
import { customerIn, memberNamed } from './whom.ts';

const MAX_NAME = 200;
const MAX_SOURCE = 100;

/** A word that says where a lead came from, before the source itself. */
const FROM =
  /(?:^|\s|[,，])(?:from|via|source\s*[:：]|来源\s*[:：]?|来自|來源\s*[:：]?|來自)\s*(?=\S)/iu;
const COMMA = /[,，;；|]/u;
/** Sources that need no word before them when they come last. */
const KNOWN =
  /\s(官网|网站|展会|转介绍|老客户介绍|朋友介绍|介绍|推荐|抖音|小红书|公众号|广告|百度|电话|来电|微信|活动|website|web|referral|trade ?fair|fair|event|ads?|google|linkedin|hotline|phone|email|partner|inbound)$/iu;

interface Named {
  readonly name: string;
  readonly source: string | null;
  /** Whether something marks where the name ends. */
  readonly isMarked: boolean;
}

const trimmed = (text: string): string => text.replace(/^[\s,，;；|]+|[\s,，;；|]+$/gu, '');

const orNull = (text: string): string | null => trimmed(text) || null;

/** Splits a new customer's name from the source behind it. */
const split = (line: string): Named => {
  for (const pattern of [FROM, COMMA, KNOWN]) {
    const match = pattern.exec(line);
    if (match === null || match.index === 0) continue;
    const [whole, known] = match;
    const behind = known ?? line.slice(match.index + whole.length);
    return { name: trimmed(line.slice(0, match.index)), source: orNull(behind), isMarked: true };
  }
  // A Chinese name has no blanks in it; an English one may.
  const [, first = '', rest = ''] = /^(\S*\p{Script=Han}\S*)\s+(.+)$/u.exec(line) ?? [];
  return first === ''
    ? { name: line, source: null, isMarked: false }
    : { name: first, source: orNull(rest), isMarked: true };
};

/**
 * The customer of a lead, known or new, and its source.
 * @throws Refusal `lead_unclear` when a known name is followed by words that may belong to it or not
 */
const read = (call: Call, line: string): Named & { readonly known: Customer | null } => {
  const words = line.normalize('NFC').replace(/\s+/gu, ' ');
  const found = customerIn(call, words);
  const named = split(words);
  if (found === null) return { ...named, known: null };
  const { customer, rest } = found;
  const isWhole = words.length - rest.length >= named.name.length;
  if (!isWhole && named.isMarked) return { ...named, known: null };
  if (!isWhole) return refuse('lead_unclear', { customer: customer.name.slice(0, 80), rest });
  return {
    name: customer.name,
    source: orNull(rest.replace(FROM, ' ')),
    isMarked: true,
    known: customer,
  };
};

/** The member a lead goes to. @throws Refusal when the asker may not give it to them */
const assigneeOf = (call: Call, named: Member | undefined): Member => {
  const member = named ?? call.me;
  if (mayActFor(call.me, member)) return member;
  return refuse('not_allowed', { who: call.locale.t.common.roles.manager });
};

/** Whether the customer can get this assignee without being taken from anybody. @throws Refusal */
const checkOwner = (call: Call, customer: Customer, assignee: Member): void => {
  if (customer.ownerId === null || customer.ownerId === assignee.id) return;
  const owner = findMember(call.db, customer.ownerId);
  const name = customer.name.slice(0, 80);
  if (owner === undefined || !mayActFor(call.me, owner)) {
    refuse('customer_taken', { customer: name });
  } else refuse('lead_owned', { customer: name, owner: owner.name });
};

/** The customer as the assignee's own. */
const ensureOwned = (
  call: Call,
  known: Customer | null,
  name: string,
  assignee: Member,
): Customer => {
  const { db, now, me } = call;
  if (known?.ownerId === assignee.id) return known;
  const customer = known ?? addCustomer(db, { name, ownerId: assignee.id, at: now });
  if (known !== null) assignCustomer(db, customer.id, assignee.id, now);
  addAudit(db, {
    at: now,
    actorId: me.id,
    action: 'customer.assigned',
    subject: `customer:${customer.id}`,
    before: { ownerId: known?.ownerId ?? null },
    after: { ownerId: assignee.id },
  });
  return { ...customer, ownerId: assignee.id };
};

/** Until when a first answer is on target, by the standard in force and the team's working hours. */
const onTargetUntil = (call: Call, team: Team): Instant | null => {
  const setting = standardOn(call.db, call.today).metrics.response;
  if (setting === undefined) return null;
  const { target } = setting.curve;
  return afterBusinessMinutes(calendarOf(call.db, team), team.zone, call.now, target);
};

const record = (call: Call, line: string): Reply[] => {
  const { db, now, me } = call;
  const [example = ''] = call.locale.t.lead.examples;
  const named = memberNamed(call, line);
  const words = trimmed(named === null ? line : `${named.before} ${named.after}`);
  if (words === '') return refuse('customer_needed', { example });
  const { name, source, known } = read(call, words);
  if (name === '') return refuse('customer_needed', { example });
  if (known === null && name.length > MAX_NAME) return refuse('name_too_long', { max: MAX_NAME });
  if ((source ?? '').length > MAX_SOURCE) return refuse('too_long', { max: MAX_SOURCE });
  const assignee = assigneeOf(call, named?.member);
  const home = assignee.teamId === null ? undefined : findTeam(db, assignee.teamId);
  const team = home ?? call.team ?? refuse('no_team');
  if (known !== null) {
    checkOwner(call, known, assignee);
    const waiting = openLeadOf(db, assignee.id, known.id);
    if (waiting !== undefined) {
      const since = waiting.assignedAt;
      const card = waitingLeadCard(call.locale, known, since, call.zone, call.today);
      return [{ kind: 'card', to: 'actor', card }];
    }
  }
  const customer = ensureOwned(call, known, name, assignee);
  const assignedOn = dayOf(now, team.zone);
  const lead = addLead(db, {
    customerId: customer.id,
    memberId: assignee.id,
    kind: 'inbound',
    source,
    assignedAt: now,
    assignedOn,
  });
  markScoresStale(db, assignee.id, assignedOn);
  const view: LeadView = {
    customer,
    source,
    isNew: known === null,
    until: onTargetUntil(call, team),
    zone: call.zone,
    today: call.today,
  };
  if (assignee.id === me.id) {
    return [{ kind: 'card', to: 'actor', card: leadCard(call.locale, view, null) }];
  }
  const { zone, today } = readerOf(call, assignee);
  const isTold = tell(call, assignee, `lead:${lead.id}`, ({ locale }) =>
    receivedLeadCard(locale, { ...view, zone, today }, me.name),
  );
  const card = leadCard(call.locale, view, { name: assignee.name, isTold });
  return [{ kind: 'card', to: 'actor', card }];
};

export const lead: Command = {
  name: 'lead',
  aliases: { 线索: '', 線索: '', 新线索: '', 新線索: '' },
  role: 'rep',
  texts: (t) => t.lead,
  grammar: (rest) => ({ verb: 'record', args: { line: rest } }),
  verbs: {
    record: verb({
      effect: 'write',
      args: z.object({ line: z.string().max(4000) }),
      run: (call, { line }) => record(call, line),
    }),
  },
};
