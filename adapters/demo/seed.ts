// Fills an empty workspace with the demo teams and their last sixty working days.
import type { Target } from '../../src/chat/platform.ts';
import { completenessOf } from '../../src/domain/completeness.ts';
import { periodAround } from '../../src/domain/period.ts';
import { addDays, dayOf, type Instant } from '../../src/domain/time.ts';
import { addCustomer, assignCustomer } from '../../src/store/customer.ts';
import { addDeal } from '../../src/store/deal.ts';
import { markShared, openShared, recordFollowup } from '../../src/store/followup.ts';
import { addHandoff } from '../../src/store/handoff.ts';
import { addLead, refreshLeads } from '../../src/store/lead.ts';
import {
  addIdentity,
  addLeave,
  addMember,
  changeMember,
  type Member,
} from '../../src/store/member.ts';
import { addInvoice, addPayment } from '../../src/store/payment.ts';
import { freezePriors } from '../../src/store/prior.ts';
import { refreshRollup } from '../../src/store/rollup.ts';
import { qaCheck, satisfaction } from '../../src/store/schema/index.ts';
import { computeTotal, keepScore, windowOf } from '../../src/store/score.ts';
import { writeSetting } from '../../src/store/setting.ts';
import { installStandard, standardOn } from '../../src/store/standard.ts';
import { addTeam, calendarOf, type Team } from '../../src/store/team.ts';
import type { Db, Workspace } from '../../src/store/workspace.ts';
import { CAST, type CastTeam, DEMO_SEED } from './cast.ts';
import { generate } from './generate/index.ts';
import type { DemoData } from './generate/model.ts';

const WORKDAYS = 60;
/** Weeks and months whose scores are closed, so that trends and gains have a past. */
const WEEKS = 11;
const MONTHS = 2;

/** Where the demo is shown. */
export interface Stage {
  readonly platform: string;
  readonly tenant: string;
  /** The channel of a team, by its key. */
  readonly channel: (teamKey: string) => Target;
}

const settle = (db: Db, cast: CastTeam, stage: Stage, now: Instant) => {
  const team = addTeam(db, {
    name: cast.name,
    channel: stage.channel(cast.key),
    zone: cast.zone,
    currency: cast.currency,
    locale: cast.calendar === 'cn' ? 'zh' : 'en',
    calendar: cast.calendar,
    postAt: '18:30',
    morningAt: '09:00',
    createdAt: now,
  });
  const members = new Map<string, Member>();
  for (const { key, name, role, locale } of cast.members) {
    const member = addMember(db, {
      name,
      role,
      teamId: team.id,
      locale,
      joinedOn: addDays(dayOf(now, cast.zone), -400),
      seller: role === 'rep',
    });
    addIdentity(db, { platform: stage.platform, tenant: stage.tenant, user: key }, member.id);
    members.set(key, member);
  }
  return { team, members };
};

/** Looks up what must be there: the generator only names what it made. */
const found = <K, V>(map: ReadonlyMap<K, V>, key: K): V => {
  const value = map.get(key);
  if (value === undefined) throw new TypeError(`the demo names an unknown ${String(key)}`);
  return value;
};

const record = (
  db: Db,
  team: Team,
  members: ReadonlyMap<string, Member>,
  data: DemoData,
  now: Instant,
): void => {
  const memberOf = (key: string): number => found(members, key).id;
  const customers = new Map<string, number>();
  const names = new Map<string, string>();
  for (const { key, name, ownerKey, createdAt } of data.customers) {
    const row = addCustomer(db, { name, ownerId: memberOf(ownerKey), at: createdAt });
    customers.set(key, row.id);
    names.set(key, name);
  }
  const customerOf = (key: string): number => found(customers, key);
  for (const { memberKey, day } of data.joins) {
    changeMember(db, memberOf(memberKey), { joinedOn: day });
  }
  for (const { memberKey, day } of data.leave) addLeave(db, memberOf(memberKey), day);
  for (const lead of data.leads) {
    addLead(db, {
      customerId: customerOf(lead.customerKey),
      memberId: memberOf(lead.memberKey),
      kind: 'inbound',
      source: lead.source,
      assignedAt: lead.arrivedAt,
      assignedOn: lead.arrivedOn,
    });
  }
  const followups = new Map<string, ReturnType<typeof recordFollowup>>();
  const { caps } = standardOn(db, dayOf(now, team.zone));
  for (const told of data.followups) {
    const { amount, next } = told;
    const names_ = [
      found(names, told.customerKey),
      ...(told.contact === null ? [] : [told.contact]),
    ];
    const { millionths } = completenessOf({
      customer: true,
      channel: told.channel,
      outcome: told.outcome,
      intent: told.grade,
      nextStep: next?.action ?? null,
      nextDate: next?.at ?? null,
      text: told.text,
      names: names_,
      custom: [],
    });
    const row = recordFollowup(
      db,
      {
        memberId: memberOf(told.memberKey),
        teamId: team.id,
        customerId: customerOf(told.customerKey),
        contact: told.contact,
        channel: told.channel,
        outcome: told.outcome,
        grade: told.grade,
        amountMinor: amount?.minor ?? null,
        amountMaxMinor: null,
        currency: amount?.currency ?? null,
        amountRole: told.amountRole,
        duration: told.duration,
        occurredAt: told.occurredAt,
        day: told.day,
        loggedAt: Math.min(now, told.loggedAt),
        text: told.text,
        fields: {},
        completeness: millionths,
        source: 'line',
        clarify: [],
      },
      next === null
        ? null
        : {
            action: next.action,
            dueOn: next.at.slice(0, 10),
            dueTime: next.at.includes('T') ? next.at : null,
            precision: next.precision,
          },
      caps,
    );
    followups.set(told.key, row);
  }
  const rowOf = (key: string | null) => (key === null ? null : found(followups, key).id);
  const deals = new Map<string, number>();
  for (const deal of data.deals) {
    const row = addDeal(db, {
      customerId: customerOf(deal.customerKey),
      memberId: memberOf(deal.memberKey),
      teamId: deal.status === 'open' ? null : team.id,
      status: deal.status,
      amountMinor: deal.amount.minor,
      currency: deal.amount.currency,
      openedOn: deal.openedOn,
      closedOn: deal.closedOn,
      reason: deal.reason,
      closedBy: rowOf(deal.followupKey),
    });
    deals.set(deal.key, row.id);
    if (deal.closedOn !== null) refreshRollup(db, row.memberId, deal.closedOn);
  }
  for (const { dealKey, customerKey, memberKey, dueOn, amount } of data.invoices) {
    addInvoice(db, {
      customerId: customerOf(customerKey),
      memberId: memberOf(memberKey),
      dealId: found(deals, dealKey),
      dueOn,
      amountMinor: amount.minor,
      currency: amount.currency,
    });
  }
  for (const { customerKey, memberKey, amount, paidOn, followupKey } of data.payments) {
    addPayment(db, {
      customerId: customerOf(customerKey),
      memberId: memberOf(memberKey),
      teamId: team.id,
      amountMinor: amount.minor,
      currency: amount.currency,
      paidOn,
      followupId: rowOf(followupKey),
    });
  }
  for (const { customerKey, fromKey, toKey, note, ...clocks } of data.handoffs) {
    const customerId = customerOf(customerKey);
    const words = note.replace(/\s+/gu, '').length;
    addHandoff(db, {
      customerId,
      fromId: memberOf(fromKey),
      toId: memberOf(toKey),
      note,
      noteCompleteness: words >= 10 ? 1_000_000 : 500_000,
      createdAt: clocks.createdAt,
      createdOn: dayOf(clocks.createdAt, team.zone),
      acceptedAt: clocks.acceptedAt,
      followedAt: clocks.followedAt,
    });
    if (clocks.acceptedAt === null) continue;
    assignCustomer(db, customerId, memberOf(toKey), clocks.acceptedAt);
  }
  for (const { followupKey, sharedAt, opens } of data.shares) {
    const row = found(followups, followupKey);
    markShared(db, row.id, sharedAt);
    for (const { memberKey, at } of opens) openShared(db, row, memberOf(memberKey), at);
  }
  for (const { customerKey, memberKey, askedOn, rating } of data.satisfaction) {
    const values = { customerId: customerOf(customerKey), memberId: memberOf(memberKey) };
    db.insert(satisfaction)
      .values({ ...values, askedOn, rating })
      .run();
  }
  for (const { memberKey, checkedOn, done, applicable } of data.checks) {
    db.insert(qaCheck)
      .values({ memberId: memberOf(memberKey), checkedOn, done, applicable })
      .run();
  }
  for (const { memberKey, customerKey } of data.leads) {
    refreshLeads(db, memberOf(memberKey), customerOf(customerKey));
  }
};

/** Closes the scores of past weeks and months, as the nightly job would have. */
const closePast = (db: Db, team: Team, members: Iterable<Member>, now: Instant): void => {
  const today = dayOf(now, team.zone);
  const close = (member: Member, period: 'week' | 'month', day: string): void => {
    const days = periodAround(period, day);
    const window = windowOf(db, team, days, now);
    if (window.asOf !== days.to) return;
    keepScore(db, computeTotal(db, member, period, window), now);
  };
  const sellers = [...members].filter(({ seller }) => seller);
  for (const member of sellers) {
    for (let back = 1; back <= WEEKS; back++) close(member, 'week', addDays(today, -7 * back));
    for (let back = 1; back <= MONTHS; back++) close(member, 'month', addDays(today, -30 * back));
  }
};

/** Seeds the demo; the same days always give the same teams. Everything in it is made up. */
export const seedDemo = (workspace: Workspace, stage: Stage, now: Instant): Promise<void> =>
  workspace.write((db) => {
    installStandard(db, '2000-01-01', now);
    writeSetting(db, 'demo', true);
    for (const cast of CAST) {
      const { team, members } = settle(db, cast, stage, now);
      const data = generate({
        seed: DEMO_SEED,
        endDay: addDays(dayOf(now, cast.zone), -1),
        workdays: WORKDAYS,
        zone: cast.zone,
        calendar: calendarOf(db, team),
        currency: cast.currency,
        members: cast.members,
      });
      record(db, team, members, data, now);
      freezePriors(
        db,
        periodAround('month', dayOf(now, team.zone)).from,
        standardOn(db, '2000-01-02'),
      );
      closePast(db, team, members.values(), now);
    }
  });
