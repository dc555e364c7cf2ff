// Members for the scoring tests: one with data for every metric, and arbitrary ones.
import fc from 'fast-check';
import { CHANNELS, type Channel } from '../../../../src/domain/parsing/codes.ts';
import { emptyFacts, type Facts, type LeadKind } from '../../../../src/domain/scoring/facts.ts';

/** Counts by channel; those not named are 0. */
export const byChannel = (counts: Partial<Record<Channel, number>>): Facts['followups'] => ({
  ...emptyFacts().followups,
  ...counts,
});

/** A full month with data for all twelve metrics. */
export const busy: Facts = {
  ...emptyFacts(),
  windowDays: 22,
  eligibleDays: 20,
  monthEligibleDays: 20,
  followups: byChannel({ phone: 80, wechat: 60, visit: 20 }),
  completeness: { sumMillionths: 130_000_000, records: 160 },
  responses: [
    { kind: 'inbound', minutes: 4, answered: true },
    { kind: 'inbound', minutes: 12, answered: true },
    { kind: 'inbound', minutes: 45, answered: true },
    { kind: 'inbound', minutes: 600, answered: true },
    { kind: 'inbound', minutes: 20, answered: false },
  ],
  book: { active: 40, fresh: 30, ageDays: 400 },
  script: { selfDone: 60, selfApplicable: 80, qaChecks: 6, qaDone: 20, qaApplicable: 30 },
  closed: { won: 5, lost: 15 },
  collection: { dueMinor: 40_000_000, collectedMinor: 34_000_000, invoices: 6, largestShare: 0.3 },
  cycleDays: [30, 45, 50, 60, 75],
  satisfaction: { asked: 20, answers: 12, positive: 9 },
  handoff: { received: 7, onTime: 4, given: 3, noteMillionths: 2_400_000 },
  sharing: { customers: 30, opened: 10 },
  exposure: { activeOpportunities: 12, inboundLeads: 8 },
};

const count = (max = 60) => fc.nat({ max });
/** `part` of at most `whole`. */
const partOf = (max = 60) =>
  fc.tuple(count(max), count(max)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const ratio = fc.double({ min: 0, max: 1, noNaN: true });

/** Any member a store could hand in. */
export const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    days: partOf(23),
    monthEligibleDays: count(23),
    rampFactor: fc.constantFrom(0.25, 0.5, 1),
    followups: fc.record(
      Object.fromEntries(
        CHANNELS.map((channel) => [channel, fc.oneof(fc.constant(0), count())]),
      ) as Record<Channel, fc.Arbitrary<number>>,
    ),
    permittedChannels: fc.integer({ min: 1, max: 9 }),
    records: count(),
    complete: ratio,
    responses: fc.array(
      fc.record({
        kind: fc.constantFrom<LeadKind>('inbound', 'assigned', 'request'),
        minutes: fc.double({ min: 0, max: 5000, noNaN: true }),
        answered: fc.boolean(),
      }),
      { maxLength: 8 },
    ),
    book: partOf(),
    ageDays: count(400),
    self: partOf(),
    qa: partOf(),
    qaChecks: count(10),
    won: count(20),
    lost: count(20),
    due: count(1_000_000),
    collectedShare: fc.double({ min: -0.2, max: 1, noNaN: true }),
    invoices: count(6),
    largestShare: ratio,
    cycleDays: fc.array(count(300), { maxLength: 6 }),
    answers: partOf(20),
    silent: count(60),
    received: partOf(6),
    given: count(6),
    note: ratio,
    sharing: partOf(40),
    soloTeam: fc.boolean(),
    activeOpportunities: count(12),
    inboundLeads: count(15),
  })
  .map(
    (raw): Facts => ({
      windowDays: raw.days[1],
      eligibleDays: raw.days[0],
      monthEligibleDays: raw.monthEligibleDays,
      rampFactor: raw.rampFactor,
      followups: raw.followups,
      permittedChannels: raw.permittedChannels,
      completeness: {
        sumMillionths: Math.round(raw.records * raw.complete * 1e6),
        records: raw.records,
      },
      responses: raw.responses,
      book: { fresh: raw.book[0], active: raw.book[1], ageDays: raw.ageDays },
      script: {
        selfDone: raw.self[0],
        selfApplicable: raw.self[1],
        qaChecks: raw.qaChecks,
        qaDone: raw.qaChecks === 0 ? 0 : raw.qa[0],
        qaApplicable: raw.qaChecks === 0 ? 0 : raw.qa[1],
      },
      closed: { won: raw.won, lost: raw.lost },
      collection: {
        dueMinor: raw.due,
        collectedMinor: Math.round(raw.due * raw.collectedShare) + 0,
        invoices: raw.due === 0 ? 0 : raw.invoices,
        largestShare: raw.largestShare,
      },
      cycleDays: raw.cycleDays,
      satisfaction: {
        asked: raw.answers[1] + raw.silent,
        answers: raw.answers[1],
        positive: raw.answers[0],
      },
      handoff: {
        received: raw.received[1],
        onTime: raw.received[0],
        given: raw.given,
        noteMillionths: Math.round(raw.given * raw.note * 1e6),
      },
      sharing: { opened: raw.sharing[0], customers: raw.sharing[1] },
      soloTeam: raw.soloTeam,
      exposure: { activeOpportunities: raw.activeOpportunities, inboundLeads: raw.inboundLeads },
      priors: {},
    }),
  );
