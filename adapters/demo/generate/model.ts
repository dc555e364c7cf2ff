// What the generator is given and what it makes: plain data, each list in order of time.
import type { WorkCalendar } from '../../../src/domain/calendar.ts';
import type { Currency, Money } from '../../../src/domain/money.ts';
import type {
  AmountRole,
  Channel,
  Grade,
  NextAction,
  Outcome,
} from '../../../src/domain/parsing/codes.ts';
import type { Day, Instant, Zone } from '../../../src/domain/time.ts';

/** The languages demo members write in. */
export type DemoLocale = 'zh' | 'en';

/** Somebody whose months are made up. Reps sell; managers and admins check and read. */
export interface DemoMember {
  readonly key: string;
  readonly role: 'rep' | 'manager' | 'admin';
  readonly locale: DemoLocale;
  /** Which part of the pool of customer names is theirs: a whole number ≥ 0, unique in the workspace. */
  readonly slot: number;
  /** Follow-ups, as a multiple of the usual; drawn when absent. */
  readonly effort?: number;
  /** Success, as a multiple of the usual; drawn when absent. */
  readonly skill?: number;
  /** First responses, as a multiple of the usual wait; 1 when absent. */
  readonly delay?: number;
  /** Joined three weeks before the end. */
  readonly newHire?: boolean;
  /** Pads the log with copied notes: ground truth for the detectors. */
  readonly copiesNotes?: boolean;
  /** The key of the rep who takes over some of their customers; nobody when absent. */
  readonly partner?: string;
}

export interface DemoInput {
  readonly seed: string;
  /** The last day; follow-ups end with the last working day on or before it. */
  readonly endDay: Day;
  /** Working days of history. */
  readonly workdays: number;
  readonly zone: Zone;
  readonly calendar: WorkCalendar;
  readonly currency: Currency;
  /** One team; its manager is the first who is no rep. */
  readonly members: readonly DemoMember[];
}

export type Segment = 'smb' | 'mid' | 'enterprise';

export interface DemoCustomer {
  readonly key: string;
  /** Who had it first; see `handoffs` for later owners. */
  readonly ownerKey: string;
  readonly name: string;
  readonly contact: string;
  readonly segment: Segment;
  readonly createdAt: Instant;
}

export interface DemoLead {
  readonly customerKey: string;
  readonly memberKey: string;
  readonly source: string;
  readonly arrivedAt: Instant;
  readonly arrivedOn: Day;
  /** Null: still waiting. */
  readonly respondedAt: Instant | null;
  readonly followupKey: string | null;
}

export interface DemoNext {
  readonly action: NextAction;
  /** `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM` local when a time was named. */
  readonly at: string;
  readonly precision: 'day' | 'minute';
}

/** A typed line, and what it says; what the line does not say is null. */
export interface DemoFollowup {
  readonly key: string;
  readonly memberKey: string;
  readonly customerKey: string;
  readonly text: string;
  readonly contact: string | null;
  readonly channel: Channel | null;
  readonly outcome: Outcome;
  readonly grade: Grade | null;
  readonly amount: Money | null;
  readonly amountRole: AmountRole | null;
  readonly next: DemoNext | null;
  /** Minutes. */
  readonly duration: number | null;
  readonly occurredAt: Instant;
  /** The local day of `occurredAt`. */
  readonly day: Day;
  readonly loggedAt: Instant;
  /** The follow-up whose note was pasted; null for an honest one. */
  readonly copyOf: string | null;
}

export type LossReason = 'price' | 'rival' | 'budget' | 'timing';

export interface DemoDeal {
  readonly key: string;
  readonly customerKey: string;
  readonly memberKey: string;
  readonly status: 'open' | 'won' | 'lost';
  readonly amount: Money;
  readonly openedOn: Day;
  readonly closedOn: Day | null;
  readonly reason: LossReason | null;
  /** The follow-up that closed it. */
  readonly followupKey: string | null;
}

export interface DemoInvoice {
  readonly key: string;
  readonly dealKey: string;
  readonly customerKey: string;
  readonly memberKey: string;
  readonly amount: Money;
  readonly issuedOn: Day;
  /** May lie after the last day. */
  readonly dueOn: Day;
}

export interface DemoPayment {
  readonly invoiceKey: string;
  readonly customerKey: string;
  readonly memberKey: string;
  readonly amount: Money;
  readonly paidOn: Day;
  /** The follow-up that reports it, if one does. */
  readonly followupKey: string | null;
}

export interface DemoHandoff {
  readonly key: string;
  readonly customerKey: string;
  readonly fromKey: string;
  readonly toKey: string;
  readonly note: string;
  readonly createdAt: Instant;
  /** Null: still waiting for an answer. */
  readonly acceptedAt: Instant | null;
  /** The receiver's first follow-up. */
  readonly followedAt: Instant | null;
}

export interface DemoShare {
  readonly followupKey: string;
  readonly memberKey: string;
  readonly sharedAt: Instant;
  readonly opens: readonly { readonly memberKey: string; readonly at: Instant }[];
}

export interface DemoSatisfaction {
  readonly customerKey: string;
  readonly memberKey: string;
  readonly milestone: 'demo' | 'won';
  readonly askedOn: Day;
  /** Both null: no answer. */
  readonly answeredOn: Day | null;
  /** 1 … 5 */
  readonly rating: number | null;
}

/** A manager's check of one conversation against the script. */
export interface DemoCheck {
  readonly followupKey: string;
  readonly memberKey: string;
  readonly byKey: string;
  readonly checkedOn: Day;
  readonly done: number;
  readonly applicable: number;
}

export interface DemoData {
  readonly joins: readonly { readonly memberKey: string; readonly day: Day }[];
  readonly leave: readonly { readonly memberKey: string; readonly day: Day }[];
  readonly customers: readonly DemoCustomer[];
  readonly leads: readonly DemoLead[];
  readonly followups: readonly DemoFollowup[];
  readonly deals: readonly DemoDeal[];
  readonly invoices: readonly DemoInvoice[];
  readonly payments: readonly DemoPayment[];
  readonly handoffs: readonly DemoHandoff[];
  readonly shares: readonly DemoShare[];
  readonly satisfaction: readonly DemoSatisfaction[];
  readonly checks: readonly DemoCheck[];
}
