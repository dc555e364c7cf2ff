// Everything the metrics may look at: counters of one member in one window, filled by the store.
import { CHANNELS, type Channel } from '../parsing/codes.ts';

/**
 * How a customer came to wait for a first response: `inbound` asked by themselves, `assigned` was handed to
 * the member, `request` is a message of a customer the member already has.
 */
export type LeadKind = 'inbound' | 'assigned' | 'request';

/** One customer who waited, or still waits, for a first outbound follow-up. */
export interface ResponseItem {
  readonly kind: LeadKind;
  /** Business minutes until the answer; while `answered` is false, until now. */
  readonly minutes: number;
  readonly answered: boolean;
}

/** What is believed of a rate before the member's own cases: as if `strength` cases had gone `mean`. */
export interface Prior {
  /** A rate, 0-1. */
  readonly mean: number;
  /** A number of imagined cases, ≥ 0. */
  readonly strength: number;
}

/** The rates that are drawn towards a prior, because a member has few cases. */
export type ShrunkKey = 'win' | 'satisfaction' | 'handoff';

/**
 * The counters of one member and one window. "In the window" means the window of the score; "rolling" means
 * the standard's `rollingDays` up to the window's last day (so far). Only counted follow-ups are in here:
 * duplicates and capped touches are merged before.
 */
export interface Facts {
  /** Working days of the whole window, leave included; shown beside `eligibleDays`. */
  readonly windowDays: number;
  /** Working days of the window so far, minus leave and days before the member joined. */
  readonly eligibleDays: number;
  /** The same for the whole calendar month the window ends in, days still to come included. */
  readonly monthEligibleDays: number;
  /** The share of a full target asked of the member, 0-1; 1 once the ramp is over. */
  readonly rampFactor: number;
  /** Counted follow-ups in the window by channel. */
  readonly followups: Readonly<Record<Channel, number>>;
  /** How many channels the team permits. */
  readonly permittedChannels: number;
  /** Per counted follow-up in the window: valid field weight ÷ applicable field weight. */
  readonly completeness: {
    /** The sum of those ratios in millionths: whole numbers add up without error. */
    readonly sumMillionths: number;
    readonly records: number;
  };
  /** Who waited for a first response in the window; those on leave at the time are left out. */
  readonly responses: readonly ResponseItem[];
  /** Customers with a follow-up or an open opportunity in the last 90 days. */
  readonly book: {
    readonly active: number;
    /** Of `active`: graded or confirmed recently enough (A 7 days, B 14, others 30). */
    readonly fresh: number;
    /** Days since the member's first customer was theirs. */
    readonly ageDays: number;
  };
  /** Script checkpoints over follow-ups in the window that have a script. */
  readonly script: {
    readonly selfDone: number;
    readonly selfApplicable: number;
    /** How many follow-ups a manager checked. */
    readonly qaChecks: number;
    readonly qaDone: number;
    readonly qaApplicable: number;
  };
  /** Rolling: opportunities by close date; one without activity for too long is lost. */
  readonly closed: { readonly won: number; readonly lost: number };
  /** Rolling: receivables due in it or overdue at its start, each invoice paid at most in full. */
  readonly collection: {
    /** Minor units of the workspace's currency. */
    readonly dueMinor: number;
    /** Minor units; refunds negative. */
    readonly collectedMinor: number;
    readonly invoices: number;
    /** The largest invoice ÷ `dueMinor`, 0-1. */
    readonly largestShare: number;
  };
  /** Rolling: per won deal, calendar days from the first counted follow-up to the win. */
  readonly cycleDays: readonly number[];
  /** Rolling: satisfaction questions the bot asked; `positive` are the answers 4 and 5 of 5. */
  readonly satisfaction: {
    readonly asked: number;
    readonly answers: number;
    readonly positive: number;
  };
  /** Handoffs in the window; those whose clocks still run in time are left out. */
  readonly handoff: {
    readonly received: number;
    /** Of `received`: accepted and first followed up in time. One never accepted is not. */
    readonly onTime: number;
    readonly given: number;
    /** Per handoff given: completeness of the note, summed, in millionths. */
    readonly noteMillionths: number;
  };
  /** Customers followed up in the window; confidential ones are in neither number. */
  readonly sharing: {
    readonly customers: number;
    /** Of `customers`: with a shared note that somebody else opened. */
    readonly opened: number;
  };
  /** Whether the member is alone in the team. */
  readonly soloTeam: boolean;
  /** What the member had to work with; nobody so exposed can be without data on it. */
  readonly exposure: {
    /** Open opportunities with activity. */
    readonly activeOpportunities: number;
    /** Inbound leads that reached the member in the window. */
    readonly inboundLeads: number;
  };
  /** Priors fitted on the member's segment and frozen when the period began; else the standard's. */
  readonly priors: Readonly<Partial<Record<ShrunkKey, Prior>>>;
}

/** The facts of a member of whom nothing is known: every metric that can be is without data. */
export const emptyFacts = (): Facts => ({
  windowDays: 0,
  eligibleDays: 0,
  monthEligibleDays: 0,
  rampFactor: 1,
  followups: Object.fromEntries(CHANNELS.map((channel) => [channel, 0])) as Record<Channel, number>,
  permittedChannels: CHANNELS.length,
  completeness: { sumMillionths: 0, records: 0 },
  responses: [],
  book: { active: 0, fresh: 0, ageDays: 0 },
  script: { selfDone: 0, selfApplicable: 0, qaChecks: 0, qaDone: 0, qaApplicable: 0 },
  closed: { won: 0, lost: 0 },
  collection: { dueMinor: 0, collectedMinor: 0, invoices: 0, largestShare: 0 },
  cycleDays: [],
  satisfaction: { asked: 0, answers: 0, positive: 0 },
  handoff: { received: 0, onTime: 0, given: 0, noteMillionths: 0 },
  sharing: { customers: 0, opened: 0 },
  soloTeam: false,
  exposure: { activeOpportunities: 0, inboundLeads: 0 },
  priors: {},
});
