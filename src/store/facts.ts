// Gathers what a member's score is computed from: rollups and small indexed tables, never the whole log.
import { and, eq, sql } from 'drizzle-orm';
import { businessMinutes, isWorkday, type WorkCalendar } from '../domain/calendar.ts';
import type { Currency } from '../domain/money.ts';
import { CHANNELS } from '../domain/parsing/codes.ts';
import type { Facts, Prior, ResponseItem, ShrunkKey } from '../domain/scoring/facts.ts';
import { rampFactor, type Standard } from '../domain/standard.ts';
import {
  addDays,
  type Day,
  type Days,
  dayOf,
  daysBetween,
  eachDay,
  type Instant,
  instantOf,
  monthAround,
  type Zone,
} from '../domain/time.ts';
import { activeSince, bookFacts } from './book.ts';
import { collectables, collectionOf } from './collection.ts';
import { countOpenDeals, cycleDaysOf } from './deal.ts';
import { handoffsGiven, handoffsReceived } from './handoff.ts';
import { leadsOf } from './lead.ts';
import { leaveDays, type Member } from './member.ts';
import { sumsOf } from './rollup.ts';
import { customer, deal, member, prior, qaCheck, satisfaction, touch } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

/** Where and when a score is looked at. */
export interface Window {
  readonly days: Days;
  /** The last day that counts: the end of the window, or today while it runs. */
  readonly asOf: Day;
  readonly now: Instant;
  readonly zone: Zone;
  readonly calendar: WorkCalendar;
  /** What amounts are added up in. */
  readonly currency: Currency;
  /** Value of one unit of a currency in another, by `FROM:TO`. */
  readonly rates: Readonly<Record<string, number>>;
}

/** How long a receiver has to accept, and then to follow up, in business minutes. */
const ACCEPT_MINUTES = 4 * 60;
const FIRST_CONTACT_MINUTES = 8 * 60;

const memberId = sql.placeholder('memberId');
const from = sql.placeholder('from');
const to = sql.placeholder('to');

const checks = prepared((db) =>
  db
    .select({
      n: sql<number>`count(*)`,
      done: sql<number>`coalesce(sum(${qaCheck.done}), 0)`,
      applicable: sql<number>`coalesce(sum(${qaCheck.applicable}), 0)`,
    })
    .from(qaCheck)
    .where(and(eq(qaCheck.memberId, memberId), sql`${qaCheck.checkedOn} between ${from} and ${to}`))
    .prepare(),
);

const staleDeals = prepared((db) =>
  db
    .select({ n: sql<number>`count(*)` })
    .from(deal)
    .leftJoin(customer, eq(customer.id, deal.customerId))
    .where(
      and(
        eq(deal.memberId, memberId),
        eq(deal.status, 'open'),
        sql`coalesce(${customer.contactedAt}, 0) < ${sql.placeholder('activeSince')}`,
        sql`${deal.openedOn} < ${from}`,
      ),
    )
    .prepare(),
);

const answers = prepared((db) =>
  db
    .select({
      asked: sql<number>`count(*)`,
      answers: sql<number>`count(${satisfaction.rating})`,
      positive: sql<number>`coalesce(sum(${satisfaction.rating} >= 4), 0)`,
    })
    .from(satisfaction)
    .where(
      and(
        eq(satisfaction.memberId, memberId),
        sql`${satisfaction.askedOn} between ${from} and ${to}`,
      ),
    )
    .prepare(),
);

const shared = prepared((db) =>
  db
    .select({
      customers: sql<number>`count(distinct ${touch.customerId})`,
      opened: sql<number>`count(distinct case when ${touch.opened} > 0 then ${touch.customerId} end)`,
    })
    .from(touch)
    .innerJoin(customer, eq(customer.id, touch.customerId))
    .where(
      and(
        eq(touch.memberId, memberId),
        sql`${touch.day} between ${from} and ${to}`,
        eq(customer.confidential, false),
      ),
    )
    .prepare(),
);

const teamSize = prepared((db) =>
  db
    .select({ n: sql<number>`count(*)` })
    .from(member)
    .where(and(eq(member.teamId, sql.placeholder('teamId')), sql`${member.leftOn} is null`))
    .prepare(),
);

const priorsOf = prepared((db) =>
  db
    .select()
    .from(prior)
    .where(eq(prior.month, sql.placeholder('month')))
    .prepare(),
);

const workdays = new Map<string, readonly Day[]>();
/** Of a workspace with many teams; each entry is a month or a quarter of days. */
const REMEMBERED = 500;

/** The working days of a range; remembered, since holidays are slow to look up and every score asks. */
const workdaysIn = (calendar: WorkCalendar, range: Days): readonly Day[] => {
  const key = JSON.stringify([calendar.kind, calendar.exceptions, range.from, range.to]);
  let found = workdays.get(key);
  if (found === undefined) {
    found = [...eachDay(range)].filter((day) => isWorkday(calendar, day));
    if (workdays.size >= REMEMBERED) workdays.clear();
    workdays.set(key, found);
  }
  return found;
};

/** The facts of one member in one window, as the database stands. */
export const factsOf = (db: Db, who: Member, standard: Standard, window: Window): Facts => {
  const { days, asOf, now, zone, calendar, currency, rates } = window;
  const id = { memberId: who.id };
  const period: Days = { from: days.from, to: asOf };
  const rolling: Days = { from: addDays(asOf, 1 - standard.rollingDays), to: asOf };
  const end = asOf < dayOf(now, zone) ? instantOf(addDays(asOf, 1), '00:00', zone) : now;
  const month = monthAround(asOf);

  const around: Days = {
    from: month.from < days.from ? month.from : days.from,
    to: month.to > days.to ? month.to : days.to,
  };
  const away = leaveDays(db, who.id, around);
  const worksOn = workdaysIn(calendar, around);
  const eligibleIn = (range: Days): number => {
    let count = 0;
    for (const day of worksOn) {
      if (day < range.from || day > range.to || day < who.joinedOn || away.has(day)) continue;
      if (who.leftOn === null || day <= who.leftOn) count++;
    }
    return count;
  };

  const sums = sumsOf(db, who.id, period, rolling.from);
  const quiet = { ...id, activeSince: activeSince(window), from: rolling.from };
  const stale = staleDeals(db).get(quiet)?.n ?? 0;

  const leads = leadsOf(db, who.id, period).filter((row) => !away.has(row.assignedOn));
  const responses = leads.map(
    ({ kind, assignedAt, answeredAt }): ResponseItem => ({
      kind,
      minutes: businessMinutes(calendar, zone, assignedAt, Math.min(answeredAt ?? end, end)),
      answered: answeredAt !== null && answeredAt <= end,
    }),
  );

  const qa = checks(db).get({ ...id, ...period });
  const csat = answers(db).get({ ...id, ...rolling });
  const sharing = shared(db).get({ ...id, ...period });
  const size = who.teamId === null ? 1 : (teamSize(db).get({ teamId: who.teamId })?.n ?? 1);

  return {
    windowDays: worksOn.filter((day) => day >= days.from && day <= days.to).length,
    eligibleDays: eligibleIn(period),
    monthEligibleDays: eligibleIn(month),
    rampFactor: rampOf(standard, who.joinedOn, asOf),
    followups: Object.fromEntries(
      CHANNELS.map((channel) => [channel, sums[channel]]),
    ) as Facts['followups'],
    permittedChannels: CHANNELS.length,
    completeness: { sumMillionths: sums.completeness, records: sums.counted },
    responses,
    book: bookFacts(db, who.id, window),
    script: {
      selfDone: 0,
      selfApplicable: 0,
      qaChecks: qa?.n ?? 0,
      qaDone: qa?.done ?? 0,
      qaApplicable: qa?.applicable ?? 0,
    },
    closed: { won: sums.won, lost: sums.lost + stale },
    collection: collectionOf(collectables(db, who.id, rolling.from, asOf), currency, rates),
    // A win without any follow-up before it has no cycle; it must not pass for the fastest.
    cycleDays: cycleDaysOf(db, who.id, rolling).flatMap(({ closedOn, startedOn }) =>
      startedOn === null ? [] : [Math.max(0, daysBetween(startedOn, closedOn))],
    ),
    satisfaction: { asked: 0, answers: 0, positive: 0, ...csat },
    handoff: handoffFacts(db, who.id, period, end, window),
    sharing: { customers: 0, opened: 0, ...sharing },
    soloTeam: size <= 1,
    exposure: {
      activeOpportunities: countOpenDeals(db, who.id),
      inboundLeads: leads.filter(({ kind }) => kind === 'inbound').length,
    },
    priors: Object.fromEntries(
      priorsOf(db)
        .all({ month: month.from })
        .map((row) => [row.metric, { mean: row.mean, strength: row.strength }]),
    ) as Partial<Record<ShrunkKey, Prior>>,
  };
};

/** The share of a full target asked on `day` of somebody who joined on `joinedOn`. */
export const rampOf = (standard: Standard, joinedOn: Day, day: Day): number =>
  rampFactor(standard, monthsSince(joinedOn, day) + 1);

/** Whole months from the first day to `day`. */
const monthsSince = (first: Day, day: Day): number => {
  const [y1 = 0, m1 = 0, d1 = 0] = first.split('-').map(Number);
  const [y2 = 0, m2 = 0, d2 = 0] = day.split('-').map(Number);
  return Math.max(0, (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0));
};

const handoffFacts = (
  db: Db,
  memberId: number,
  period: Days,
  end: Instant,
  { calendar, zone }: Window,
): Facts['handoff'] => {
  const wait = (start: Instant, stop: Instant | null): number =>
    businessMinutes(calendar, zone, start, Math.min(stop ?? end, end));
  const judged = handoffsReceived(db, memberId, period).flatMap((row) => {
    if (row.declinedAt !== null) return [];
    const accepted = wait(row.createdAt, row.acceptedAt);
    if (accepted > ACCEPT_MINUTES) return [false];
    if (row.acceptedAt === null) return [];
    if (wait(row.acceptedAt, row.followedAt) > FIRST_CONTACT_MINUTES) return [false];
    return row.followedAt === null ? [] : [true];
  });
  const given = handoffsGiven(db, memberId, period);
  return {
    received: judged.length,
    onTime: judged.filter(Boolean).length,
    given: given.length,
    noteMillionths: given.reduce((sum, row) => sum + row.noteCompleteness, 0),
  };
};
