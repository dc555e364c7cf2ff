// What the parser says about one follow-up line, and what it may know beside the line.
import type { WorkCalendar } from '../calendar.ts';
import type { Currency } from '../money.ts';
import type { Instant, Zone } from '../time.ts';
import type {
  AmountRole,
  Channel,
  ClarifyKind,
  Grade,
  NextAction,
  Outcome,
  Precision,
} from './codes.ts';

/** A customer of the member's own book. */
export interface KnownCustomer {
  readonly id: number;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** What the parser may know beside the line. */
export interface ParseContext {
  readonly now: Instant;
  readonly zone: Zone;
  /** The tenant's currency: meant when the line names none. */
  readonly currency: Currency;
  /** The member's own book. */
  readonly customers: readonly KnownCustomer[];
  readonly calendar: WorkCalendar;
}

/** Where something was found in `text`: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface ParsedCustomer {
  /** As typed. */
  readonly name: string;
  /** Of the member's book; null for a name not in it. */
  readonly id: number | null;
}

export interface ParsedAmount {
  /** Major units; of a range the lower bound, so that nothing is ever overstated. */
  readonly value: number;
  readonly currency: Currency;
  readonly min?: number;
  readonly max?: number;
  readonly role: AmountRole;
}

/** A point or stretch of time in the tenant's zone. */
export interface ParsedWhen {
  /**
   * `YYYY-MM-DD` or, for minute and daypart, `YYYY-MM-DDTHH:MM`. Of a week, month or quarter it is the
   * last day: the day on which the step is still in time.
   */
  readonly at: string;
  readonly precision: Precision;
  /** The last day or time of a range such as 14:00-15:00; else null. */
  readonly end: string | null;
  /** `2026-W12`, `2026-04`, `2026-Q2`; absent for the running month, of which only the end is left. */
  readonly period?: string;
}

export interface ParsedNext {
  readonly action: NextAction | null;
  /** As `ParsedWhen.at`; null when no date is said or it has to be asked. */
  readonly at: string | null;
  readonly precision: Precision | null;
  readonly end: string | null;
  readonly period?: string;
}

export interface ParsedOccurred {
  /** As `ParsedWhen.at`. */
  readonly at: string;
  readonly precision: Precision;
  readonly period?: string;
}

/** A question for the confirmation card. */
export interface Clarify {
  readonly kind: ClarifyKind;
  /** The words of the line that raised it; empty when something is missing. */
  readonly seen: string;
  /** The possible readings when few: days, currency codes, amounts or customer names. */
  readonly candidates: readonly string[];
}

/** The fields whose place in the line is known. */
export type SpanField = 'customer' | 'contact' | 'amount' | 'next' | 'occurred' | 'duration';

export interface ParsedFollowup {
  /** The line exactly as typed. */
  readonly text: string;
  readonly customer: ParsedCustomer | null;
  readonly contact: string | null;
  readonly channel: Channel | null;
  readonly outcome: Outcome;
  readonly intent: Grade | null;
  readonly amount: ParsedAmount | null;
  readonly next: ParsedNext | null;
  readonly durationMin: number | null;
  readonly occurred: ParsedOccurred | null;
  readonly clarify: readonly Clarify[];
  readonly spans: Readonly<Partial<Record<SpanField, Span>>>;
  /** Whether the line was longer than the parser reads. */
  readonly truncated: boolean;
}
