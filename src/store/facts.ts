// Gathers what a member's score is computed from: rollups and small indexed tables, never the whole log.
import { eq, sql } from 'drizzle-orm';
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
import { bookFacts, bookInstants } from './book.ts';
import { collectables, collectionOf } from './collection.ts';
import { type FactRow, factRowsOf } from './fact-rows.ts';
import type { Given } from './gather.ts';
import type { Member } from './member.ts';
import { prior } from './schema/index.ts';
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

/** What is the same for all members looked at in one window. */
interface Common {
  readonly standard: Standard;
  readonly window: Window;
  readonly month: Days;
  /** The first day of the standard's rolling window. */
  readonly rollingFrom: Day;
  /** Until when clocks run. */
  readonly end: Instant;
  /** The working days of the window and of the month. */
  readonly workdays: readonly Day[];
  readonly windowDays: number;
  readonly priors: Facts['priors'];
}

const priorsIn = (db: Db, month: Day): Facts['priors'] =>
  Object.fromEntries(
    priorsOf(db)
      .all({ month })
      .map((row) => [row.metric, { mean: row.mean, strength: row.strength }]),
  ) as Partial<Record<ShrunkKey, Prior>>;

/**
 * The facts of members in one window, as the database stands, in the order of the members.
 * @param members who are in the database
 */
export const factsOf = (
  db: Db,
  members: readonly Member[],
  standard: Standard,
  window: Window,
): { readonly member: Member; readonly facts: Facts }[] => {
  const { days, asOf, now, zone, calendar } = window;
  const month = monthAround(asOf);
  const around: Days = {
    from: month.from < days.from ? month.from : days.from,
    to: month.to > days.to ? month.to : days.to,
  };
  const workdays = workdaysIn(calendar, around);
  const common: Common = {
    standard,
    window,
    month,
    rollingFrom: addDays(asOf, 1 - standard.rollingDays),
    end: asOf < dayOf(now, zone) ? instantOf(addDays(asOf, 1), '00:00', zone) : now,
    workdays,
    windowDays: workdays.filter((day) => day >= days.from && day <= days.to).length,
    priors: priorsIn(db, month.from),
  };
  const compared: Given = {
    from: days.from,
    to: asOf,
    rollingFrom: common.rollingFrom,
    aroundFrom: around.from,
    aroundTo: around.to,
    ...bookInstants(window),
  };
  const ids = JSON.stringify(members.map(({ id }) => id));
  const rows = factRowsOf(db).all({ ...compared, members: ids });
  return members.map((who, at) => {
    const row = rows[at];
    if (row === undefined) throw new TypeError(`there is no member ${who.id}`);
    return { member: who, facts: factsFrom(row, who, common) };
  });
};

const factsFrom = (row: FactRow, who: Member, common: Common): Facts => {
  const { standard, window, month, rollingFrom, end, workdays } = common;
  const { days, asOf, zone, calendar, currency, rates } = window;
  const away = new Set(row.away.map(([day]) => day));
  const eligibleIn = (range: Days): number => {
    let count = 0;
    for (const day of workdays) {
      if (day < range.from || day > range.to || day < who.joinedOn || away.has(day)) continue;
      if (who.leftOn === null || day <= who.leftOn) count++;
    }
    return count;
  };
  const leads = row.leads.filter(([, assignedOn]) => !away.has(assignedOn));
  const responses = leads.map(
    ([kind, , assignedAt, answeredAt]): ResponseItem => ({
      kind,
      minutes: businessMinutes(calendar, zone, assignedAt, Math.min(answeredAt ?? end, end)),
      answered: answeredAt !== null && answeredAt <= end,
    }),
  );
  const [counted, completeness, ...byChannel] = row.counted;
  const [won, lost] = row.closed;
  const [open, stale] = row.deals;
  const [qaChecks, qaDone, qaApplicable] = row.checks;
  const [asked, answers, positive] = row.answers;
  const [customers, opened] = row.shared;
  const receivables = collectables(row.invoices, row.payments, rollingFrom);
  return {
    windowDays: common.windowDays,
    eligibleDays: eligibleIn({ from: days.from, to: asOf }),
    monthEligibleDays: eligibleIn(month),
    rampFactor: rampOf(standard, who.joinedOn, asOf),
    followups: Object.fromEntries(
      CHANNELS.map((channel, at) => [channel, byChannel[at]]),
    ) as Facts['followups'],
    permittedChannels: CHANNELS.length,
    completeness: { sumMillionths: completeness, records: counted },
    responses,
    book: bookFacts(row.book, window),
    script: { selfDone: 0, selfApplicable: 0, qaChecks, qaDone, qaApplicable },
    closed: { won, lost: lost + stale },
    collection: collectionOf(receivables, currency, rates),
    cycleDays: row.wins.flatMap(cycleOf),
    satisfaction: { asked, answers, positive },
    handoff: handoffFacts(row, end, window),
    sharing: { customers, opened },
    soloTeam: row.teamMates <= 1,
    exposure: {
      activeOpportunities: open,
      inboundLeads: leads.filter(([kind]) => kind === 'inbound').length,
    },
    priors: common.priors,
  };
};

/** Calendar days to a win. One without any follow-up before it has no cycle; it must not pass for the fastest. */
const cycleOf = ([closedOn, openedOn, firstFollowup]: FactRow['wins'][number]): number[] => {
  const known = [openedOn, firstFollowup].filter((day) => day !== null);
  const [first] = known.sort();
  return first === undefined ? [] : [Math.max(0, daysBetween(first, closedOn))];
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
  { received, given: [given, noteMillionths] }: Pick<FactRow, 'received' | 'given'>,
  end: Instant,
  { calendar, zone }: Window,
): Facts['handoff'] => {
  const wait = (start: Instant, stop: Instant | null): number =>
    businessMinutes(calendar, zone, start, Math.min(stop ?? end, end));
  const judged = received.flatMap(([createdAt, acceptedAt, followedAt]) => {
    if (wait(createdAt, acceptedAt) > ACCEPT_MINUTES) return [false];
    if (acceptedAt === null) return [];
    if (wait(acceptedAt, followedAt) > FIRST_CONTACT_MINUTES) return [false];
    return followedAt === null ? [] : [true];
  });
  return { received: judged.length, onTime: judged.filter(Boolean).length, given, noteMillionths };
};
